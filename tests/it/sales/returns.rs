//! Goods of a sale that came back later, and returns that were entered by mistake.

use serde_json::{Value, json};

use super::{left, lot, pears};
use crate::{
    app::{Client, TOWN, TestApp, VILLAGE, text},
    plants::production_batches::{pickles_sold, plant},
    presales::preorders::with,
};

const RETURN: &str =
    "return { id quantityKg amountYuan returnedOn backToStock voidedAt } sale { quantityKg voidedAt returns { id } }";

/// A fifth of a hundred kilograms comes back, two weeks after the sale.
fn back(sale: &str, changes: Value) -> Value {
    with(
        json!({
            "saleId": sale, "quantityKg": "20", "amountYuan": "100", "returnedOn": "2026-08-16", "backToStock": true, "reason": "碰伤"
        }),
        changes,
    )
}

impl Client {
    /// Records a return, and returns its id.
    async fn bring_back(&self, sale: &str, changes: Value) -> String {
        text(&self.change("recordSaleReturn", back(sale, changes), "return { id }").await["return"]["id"])
    }

    async fn sold(&self, input: Value) -> String {
        text(&self.change("recordSale", input, "sale { id }").await["sale"]["id"])
    }
}

fn undo(id: &str) -> Value {
    json!({"returnId": id, "reason": "登错了"})
}

/// A town with a sale of 100 kg for 500 yuan from a lot of 500 kg.
async fn town() -> (TestApp, Client, String, String) {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (_, lot) = lot(&clerk).await;
    let sale = clerk.sold(pears(json!({"lotId": lot}))).await;
    (app, clerk, lot, sale)
}

#[tokio::test]
async fn what_comes_back_counts_on_its_own_day() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let sale = clerk.sold(pears(json!({"soldOn": "2025-12-30"}))).await;
    app.set_time("2026-11-24T05:00:00Z");
    let written_off = json!({"returnedOn": "2026-01-02", "backToStock": false});
    let done = clerk.change("recordSaleReturn", back(&sale, written_off), RETURN).await;
    let id = text(&done["return"]["id"]);
    let expected = json!({
        "return": {
            "id": id, "quantityKg": "20.000", "amountYuan": "100.00", "returnedOn": "2026-01-02", "backToStock": false, "voidedAt": null
        },
        "sale": {"quantityKg": "100.000", "voidedAt": null, "returns": [{"id": id}]}
    });
    assert_eq!(done, expected);
    let report = "salesRevenueYuan produceRevenueYuan revenueByVariety { salesYuan salesKg } revenueByChannel { channel salesYuan }";
    let of = |yuan: &str, kilograms: &str| {
        json!({
            "salesRevenueYuan": yuan, "produceRevenueYuan": yuan, "revenueByVariety": [{"salesYuan": yuan, "salesKg": kilograms}],
            "revenueByChannel": [{"channel": "MARKET", "salesYuan": yuan}]
        })
    };
    assert_eq!(clerk.report(2025, report).await, of("500.00", "100.000"), "the day of the sale is what it was");
    assert_eq!(clerk.report(2026, report).await, of("-100.00", "-20.000"));
    assert_eq!(clerk.report_as_of(2026, "2026-11-24T04:59:59Z", "salesRevenueYuan").await["salesRevenueYuan"], "0.00");
    let by_season = format!(
        "{{ salesStatistics(filter: {{ regionCode: \"{TOWN}\", from: \"2025-01-01\", to: \"2026-12-31\" }}, \
           groupBy: [SEASON]) {{ season salesYuan salesKg salesCount }} }}"
    );
    let rows = clerk.ask(&by_season).await["salesStatistics"].take();
    assert_eq!(rows, json!([{"season": 2025, "salesYuan": "400.00", "salesKg": "80.000", "salesCount": 1}]));
    let filter = format!("key: \"salesRevenueYuan\", regionCode: \"{TOWN}\", from: \"2026-01-01\", to: \"2026-12-31\"");
    let entries =
        clerk.ask(&format!("{{ figureEntries(filter: {{ {filter} }}) {{ nodes {{ amountYuan record }} }} }}")).await;
    let nodes = json!([{"amountYuan": "-100.00", "record": format!("sale_return:{id}")}]);
    assert_eq!(entries["figureEntries"]["nodes"], nodes);
    app.verified().await;

    app.set_time("2026-11-24T06:00:00Z");
    let voided = clerk.change("voidSaleReturn", undo(&id), "sale { returns { voidedAt voidReason } }").await;
    let expected = json!([{"voidedAt": "2026-11-24T06:00:00.000000Z", "voidReason": "登错了"}]);
    assert_eq!(voided["sale"]["returns"], expected);
    assert_eq!(clerk.report(2026, "salesRevenueYuan").await["salesRevenueYuan"], "0.00");
    assert_eq!(
        clerk.report_as_of(2026, "2026-11-24T05:30:00Z", "salesRevenueYuan").await["salesRevenueYuan"],
        "-100.00"
    );
    app.verified().await;
}

#[tokio::test]
async fn goods_go_back_to_their_lot_or_are_written_off() {
    let (app, clerk, lot, sale) = town().await;
    let first = clerk.bring_back(&sale, json!({})).await;
    assert_eq!(left(&clerk).await, "420.000");
    clerk.bring_back(&sale, json!({"quantityKg": "30", "backToStock": false})).await;
    assert_eq!(left(&clerk).await, "420.000");
    // A recall finds what the buyer still has.
    let recall = async |clerk: &Client| {
        let code = clerk.ask("{ harvestLots { nodes { code } } }").await["harvestLots"]["nodes"][0]["code"].take();
        clerk.ask(&format!("{{ recall(code: {code}) {{ nodes {{ kind quantityKg }} }} }}")).await["recall"]["nodes"]
            .take()
    };
    assert_eq!(recall(&clerk).await, json!([{"kind": "SALE", "quantityKg": "50.000"}]));
    clerk.bring_back(&sale, json!({"quantityKg": "50"})).await;
    assert_eq!((left(&clerk).await, recall(&clerk).await), (json!("470.000"), json!([])));
    // What is sold again cannot be drawn back.
    clerk.sold(pears(json!({"lotId": lot, "quantityKg": "460"}))).await;
    let refusal = clerk.refused_change("voidSaleReturn", undo(&first)).await;
    assert_eq!((refusal.code.as_str(), refusal.available_kg.as_deref()), ("QUOTA_EXCEEDED", Some("10.000")));
    assert_eq!(left(&clerk).await, "10.000");
    app.verified().await;
}

#[tokio::test]
async fn bad_returns_are_refused_on_their_field() {
    let (app, clerk, _, sale) = town().await;
    for (changes, code, field) in [
        (json!({"quantityKg": "0"}), "INVALID_INPUT", Some("input.quantityKg")),
        (json!({"quantityKg": "100.001"}), "INVALID_INPUT", Some("input.quantityKg")),
        (json!({"amountYuan": "0"}), "INVALID_INPUT", Some("input.amountYuan")),
        (json!({"amountYuan": "500.01"}), "INVALID_INPUT", Some("input.amountYuan")),
        (json!({"returnedOn": "2026-08-01"}), "INVALID_INPUT", Some("input.returnedOn")),
        (json!({"returnedOn": "2026-11-25"}), "INVALID_INPUT", Some("input.returnedOn")),
        (json!({"reason": ""}), "INVALID_INPUT", Some("input.reason")),
        (json!({"saleId": "0190a1b2-0000-7000-8000-000000000000"}), "NOT_FOUND", Some("input.saleId")),
    ] {
        let refusal = clerk.refused_change("recordSaleReturn", back(&sale, changes.clone())).await;
        assert_eq!(refusal.brief(), (code, field), "{changes}");
    }
    let no_lot = clerk.sold(pears(json!({}))).await;
    let refusal = clerk.refused_change("recordSaleReturn", back(&no_lot, json!({}))).await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.backToStock")));
    clerk.bring_back(&no_lot, json!({"backToStock": false})).await;
    let unknown = clerk.refused_change("voidSaleReturn", undo("0190a1b2-0000-7000-8000-000000000000")).await;
    assert_eq!(unknown.brief(), ("NOT_FOUND", Some("input.returnId")));

    // Several together come to no more than was sold.
    clerk.bring_back(&sale, json!({"quantityKg": "70", "amountYuan": "499.99"})).await;
    for (changes, field, left) in [
        (json!({"quantityKg": "30.001", "amountYuan": "0.01"}), "input.quantityKg", "30.000"),
        (json!({"quantityKg": "30", "amountYuan": "0.02"}), "input.amountYuan", "0.01"),
    ] {
        let refusal = clerk.refused_change("recordSaleReturn", back(&sale, changes)).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(field)));
        assert!(refusal.message.contains(left), "{}", refusal.message);
    }
    clerk.bring_back(&sale, json!({"quantityKg": "30", "amountYuan": "0.01"})).await;
    assert_eq!(left(&clerk).await, "500.000");
    app.verified().await;
}

#[tokio::test]
async fn a_sale_is_voided_after_its_returns() {
    let (app, clerk, lot, sale) = town().await;
    let id = clerk.bring_back(&sale, json!({})).await;
    let void = json!({"saleId": sale, "reason": "录错了"});
    let replace = with(void.clone(), json!({"replacedBy": pears(json!({"lotId": lot}))}));
    for input in [void.clone(), replace] {
        let refusal = clerk.refused_change("voidSale", input).await;
        assert_eq!(refusal.code, "CONFLICT");
        assert!(refusal.message.contains(&id), "{}", refusal.message);
    }
    clerk.change("voidSaleReturn", undo(&id), "__typename").await;
    assert_eq!(clerk.refused_change("voidSaleReturn", undo(&id)).await.code, "CONFLICT");
    assert_eq!(left(&clerk).await, "400.000");
    clerk.change("voidSale", void, "__typename").await;
    assert_eq!(left(&clerk).await, "500.000");
    assert_eq!(clerk.refused_change("recordSaleReturn", back(&sale, json!({}))).await.code, "CONFLICT");
    app.verified().await;
}

#[tokio::test]
async fn goods_of_a_plant_go_back_to_the_batches_drawn_last() {
    let (app, clerk, operator) = plant().await;
    let intake = operator.take_in(json!({})).await;
    let first = operator.pickle(&intake, "50", json!({"outputKg": "40"})).await;
    let second = operator.pickle(&intake, "50", json!({"outputKg": "40", "producedOn": "2026-08-11"})).await;
    let stock = async || (operator.left_of_batch(&first).await, operator.left_of_batch(&second).await);
    let recalled = async |batch: &Value| {
        let answer = clerk.ask(&format!("{{ recall(code: {}) {{ nodes {{ quantityKg }} }} }}", batch["code"])).await;
        answer["recall"]["nodes"]
            .as_array()
            .expect("nodes")
            .iter()
            .map(|node| text(&node["quantityKg"]))
            .collect::<Vec<_>>()
    };
    let sale = clerk.sold(pickles_sold(json!({"quantityKg": "60"}))).await;
    assert_eq!(stock().await, ("0.000".into(), "20.000".into()));
    let back = |kilograms: &str, in_stock: bool| json!({"quantityKg": kilograms, "amountYuan": "1", "returnedOn": "2026-08-30", "backToStock": in_stock});
    let spoilt = clerk.bring_back(&sale, back("15", false)).await;
    assert_eq!((stock().await, recalled(&second).await), (("0.000".into(), "20.000".into()), vec!["5.000".to_owned()]));
    let good = clerk.bring_back(&sale, back("25", true)).await;
    assert_eq!(
        stock().await,
        ("20.000".into(), "25.000".into()),
        "5 of the second were left, the rest is of the first"
    );
    assert_eq!((recalled(&first).await, recalled(&second).await), (vec!["20.000".to_owned()], Vec::new()));
    app.verified().await;
    clerk.change("voidSaleReturn", undo(&spoilt), "__typename").await;
    clerk.bring_back(&sale, back("15", true)).await;
    assert_eq!(stock().await, ("20.000".into(), "40.000".into()));
    clerk.sold(pickles_sold(json!({"quantityKg": "10", "batchId": first["id"]}))).await;
    assert_eq!(clerk.refused_change("voidSaleReturn", undo(&good)).await.code, "QUOTA_EXCEEDED");
    assert_eq!(stock().await, ("10.000".into(), "40.000".into()), "nothing of it was drawn");
    // A plant that kept no stock on the day has nothing that goods could go back to.
    let early = clerk.sold(pickles_sold(json!({"soldOn": "2026-06-30"}))).await;
    let refusal = clerk.refused_change("recordSaleReturn", self::back(&early, back("1", true))).await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.backToStock")));
    app.verified().await;
}

#[tokio::test]
async fn two_at_once_bring_back_no_more_than_was_sold() {
    let (app, clerk, _, sale) = town().await;
    let attempts: Vec<_> = (0..6)
        .map(|_| {
            let (clerk, input) = (clerk.clone(), back(&sale, json!({"quantityKg": "60"})));
            tokio::spawn(async move { clerk.mutate("recordSaleReturn", input, "return { id }").await })
        })
        .collect();
    let mut done = Vec::new();
    for attempt in attempts {
        let answer = attempt.await.expect("an answer");
        match answer.get("errors") {
            None => done.push(text(&answer["data"]["recordSaleReturn"]["return"]["id"])),
            Some(errors) => assert_eq!(errors[0]["extensions"]["field"], "input.quantityKg", "{answer:#}"),
        }
    }
    assert_eq!((done.len(), left(&clerk).await), (1, json!("460.000")));
    let voids: Vec<_> = (0..6)
        .map(|_| {
            let (clerk, input) = (clerk.clone(), undo(&done[0]));
            tokio::spawn(async move { clerk.mutate("voidSaleReturn", input, "__typename").await })
        })
        .collect();
    let mut voided = 0;
    for void in voids {
        voided += i32::from(void.await.expect("an answer").get("errors").is_none());
    }
    assert_eq!((voided, left(&clerk).await), (1, json!("400.000")));
    app.verified().await;
}

#[tokio::test]
async fn the_twenty_first_return_is_a_conflict_and_a_repeat_is_none() {
    let (app, clerk, _, sale) = town().await;
    let one =
        |key: usize| back(&sale, json!({"quantityKg": "1", "amountYuan": "1", "idempotencyKey": format!("r{key}")}));
    let mut ids = Vec::new();
    for key in 0..20 {
        let made = clerk.change("recordSaleReturn", one(key), "return { id }").await;
        let again = clerk.change("recordSaleReturn", one(key), "return { id } sale { id }").await;
        assert_eq!((&again["return"], &again["sale"]["id"]), (&made["return"], &json!(sale)));
        ids.push(text(&made["return"]["id"]));
    }
    assert_eq!(clerk.refused_change("recordSaleReturn", one(20)).await.code, "CONFLICT");
    let other = with(one(3), json!({"quantityKg": "2"}));
    assert_eq!(clerk.refused_change("recordSaleReturn", other).await.code, "CONFLICT");
    let listed =
        clerk.ask(&format!("{{ sale(id: \"{sale}\") {{ returns {{ id }} }} }}")).await["sale"]["returns"].take();
    let listed: Vec<_> = listed.as_array().expect("returns").iter().map(|one| text(&one["id"])).collect();
    assert_eq!((listed, left(&clerk).await), (ids, json!("420.000")));
    app.verified().await;
}

#[tokio::test]
async fn returns_are_recorded_in_the_accounts_region_and_seen_with_their_sale() {
    let (app, town, _, sale) = town().await;
    let id = town.bring_back(&sale, json!({})).await;
    let neighbour = app.clerk_of("500235136002").await;
    assert_eq!(neighbour.refused_change("recordSaleReturn", back(&sale, json!({}))).await.code, "NOT_FOUND");
    assert_eq!(neighbour.refused_change("voidSaleReturn", undo(&id)).await.code, "NOT_FOUND");
    let query = format!("{{ node(id: \"{id}\") {{ ... on SaleReturn {{ quantityKg recordedBy {{ id }} }} }} }}");
    assert_eq!(neighbour.refused(&query).await.code, "NOT_FOUND");
    let grower = town.ask("{ growers { nodes { id } } }").await["growers"]["nodes"][0]["id"].take();
    let grower = app.grower(&text(&grower)).await;
    assert_eq!(grower.ask(&query).await["node"], json!({"quantityKg": "20.000", "recordedBy": null}));
    let own = grower.ask("{ sales { nodes { returns { reason } } } }").await["sales"]["nodes"].take();
    assert_eq!(own, json!([{"returns": [{"reason": "碰伤"}]}]));
    for client in [grower, app.official_of(VILLAGE).await] {
        assert_eq!(client.refused_change("recordSaleReturn", back(&sale, json!({}))).await.code, "FORBIDDEN");
    }
}
