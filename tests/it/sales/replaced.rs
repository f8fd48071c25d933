//! Correcting a sale in one call: the wrong one is voided, and the right one is recorded in its place.

use serde_json::{Value, json};

use super::{left, lot, pears};
use crate::{
    app::{TestApp, VILLAGE, text},
    plants::production_batches::{pickles_sold, plant},
};

fn correction(sale: &Value, right: Value) -> Value {
    json!({"saleId": sale, "reason": "数量录错", "replacedBy": right})
}

#[tokio::test]
async fn the_right_sale_takes_the_place_of_the_wrong_one() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (grower, lot) = lot(&clerk).await;
    let of_lot = |kilograms: &str| pears(json!({"lotId": lot, "quantityKg": kilograms}));
    let wrong = clerk.change("recordSale", of_lot("400"), "sale { id }").await["sale"]["id"].take();
    app.set_time("2026-11-24T05:00:00Z");
    // Both together would be more than there is.
    let selection = "sale { id voidedAt voidReason replaces { id } replacedBy { id quantityKg season grower { id } \
                     replaces { id } recordedAt voidedAt } }";
    let mut done = clerk.change("voidSale", correction(&wrong, of_lot("450")), selection).await["sale"].take();
    let right = done["replacedBy"]["id"].take();
    let expected = json!({
        "id": wrong, "voidedAt": "2026-11-24T05:00:00.000000Z", "voidReason": "数量录错", "replaces": null,
        "replacedBy": {
            "id": null, "quantityKg": "450.000", "season": 2026, "grower": {"id": grower}, "replaces": {"id": wrong},
            "recordedAt": "2026-11-24T05:00:00.000000Z", "voidedAt": null
        }
    });
    assert_eq!(done, expected);
    assert_eq!(left(&clerk).await, "50.000");
    let report = "salesRevenueYuan revenueByVariety { salesKg }";
    let of = |kilograms: &str| json!({"salesRevenueYuan": "500.00", "revenueByVariety": [{"salesKg": kilograms}]});
    assert_eq!(clerk.report(2026, report).await, of("450.000"));
    assert_eq!(clerk.report_as_of(2026, "2026-11-24T04:59:59Z", report).await, of("400.000"));
    // The right one can be corrected again, the wrong one cannot.
    assert_eq!(clerk.refused_change("voidSale", correction(&wrong, of_lot("1"))).await.code, "CONFLICT");
    clerk.change("voidSale", correction(&right, of_lot("500")), "__typename").await;
    assert_eq!((left(&clerk).await, sales(&clerk).await), (json!("0.000"), json!(3)));
    app.verified().await;
}

async fn sales(clerk: &crate::app::Client) -> Value {
    clerk.ask("{ sales { totalCount } }").await["sales"]["totalCount"].take()
}

#[tokio::test]
async fn both_or_neither() {
    let app = TestApp::new().await;
    let (clerk, village) = (app.clerk().await, app.clerk_of(VILLAGE).await);
    let (_, lot) = lot(&clerk).await;
    let wrong = clerk.change("recordSale", pears(json!({"lotId": lot})), "sale { id }").await["sale"]["id"].take();
    for (changes, code, field) in [
        (json!({"quantityKg": "500.001"}), "QUOTA_EXCEEDED", None),
        (json!({"quantityKg": "0"}), "INVALID_INPUT", Some("input.replacedBy.quantityKg")),
        (json!({"soldOn": "2026-11-25"}), "INVALID_INPUT", Some("input.replacedBy.soldOn")),
        (json!({"soldOn": "2026-07-31"}), "INVALID_INPUT", Some("input.replacedBy.soldOn")),
        (json!({"varietyCode": "yellow-peach"}), "INVALID_INPUT", Some("input.replacedBy.varietyCode")),
        (json!({"varietyCode": null}), "INVALID_INPUT", Some("input.replacedBy.varietyCode")),
        (json!({"regionCode": "123"}), "INVALID_INPUT", Some("input.replacedBy.regionCode")),
        (json!({"lotId": "0190a1b2-0000-7000-8000-000000000000"}), "NOT_FOUND", Some("input.replacedBy.lotId")),
    ] {
        let mut right = pears(json!({"lotId": lot}));
        for (name, value) in changes.as_object().expect("fields") {
            right[name] = value.clone();
        }
        let refusal = clerk.refused_change("voidSale", correction(&wrong, right)).await;
        assert_eq!(refusal.brief(), (code, field), "{changes}");
    }
    let elsewhere = pears(json!({"lotId": lot, "regionCode": "500235136002"}));
    assert_eq!(village.refused_change("voidSale", correction(&wrong, elsewhere)).await.code, "FORBIDDEN");
    let sale = clerk.ask(&format!("{{ sale(id: {wrong}) {{ voidedAt replacedBy {{ id }} }} }}")).await;
    assert_eq!(sale["sale"], json!({"voidedAt": null, "replacedBy": null}));
    assert_eq!((left(&clerk).await, sales(&clerk).await), (json!("400.000"), json!(1)));
    app.verified().await;
}

#[tokio::test]
async fn sent_twice_or_twice_at_once_it_is_replaced_once() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (_, lot) = lot(&clerk).await;
    let wrong = clerk.change("recordSale", pears(json!({"lotId": lot})), "sale { id }").await["sale"]["id"].take();
    let right = pears(json!({"lotId": lot, "quantityKg": "90"}));
    let attempts: Vec<_> = (0..6)
        .map(|_| {
            let (clerk, input) = (clerk.clone(), correction(&wrong, right.clone()));
            tokio::spawn(async move { clerk.mutate("voidSale", input, "__typename").await })
        })
        .collect();
    let mut done = 0;
    for attempt in attempts {
        done += i32::from(attempt.await.expect("an answer").get("errors").is_none());
    }
    assert_eq!((done, left(&clerk).await, sales(&clerk).await), (1, json!("410.000"), json!(2)));
    let mut again = correction(&clerk.record_sale("2026-08-02", "1", "1").await.into(), right);
    again["idempotencyKey"] = json!("k1");
    let first = clerk.change("voidSale", again.clone(), "sale { replacedBy { id } }").await;
    assert_eq!(clerk.change("voidSale", again.clone(), "sale { replacedBy { id } }").await, first);
    again["replacedBy"]["quantityKg"] = json!("91");
    assert_eq!(clerk.refused_change("voidSale", again).await.code, "CONFLICT");
    app.verified().await;
}

#[tokio::test]
async fn goods_of_a_plant_are_exchanged_between_batches() {
    let (app, clerk, operator) = plant().await;
    let intake = operator.take_in(json!({})).await;
    let first = operator.pickle(&intake, "50", json!({"outputKg": "40"})).await;
    let second = operator.pickle(&intake, "50", json!({"outputKg": "40", "producedOn": "2026-08-11"})).await;
    let wrong = pickles_sold(json!({"batchId": second["id"], "quantityKg": "40"}));
    let wrong = clerk.change("recordSale", wrong, "sale { id }").await["sale"]["id"].take();
    let right = pickles_sold(json!({"quantityKg": "60"}));
    let done = clerk.change("voidSale", correction(&wrong, right), "sale { replacedBy { id } }").await;
    assert_eq!(
        (operator.left_of_batch(&first).await, operator.left_of_batch(&second).await),
        ("0.000".into(), "20.000".into())
    );
    // Of fruit after all.
    let fruit = text(&done["sale"]["replacedBy"]["id"]).into();
    clerk.change("voidSale", correction(&fruit, pears(json!({}))), "__typename").await;
    assert_eq!(operator.left_of_batch(&first).await, "40.000");
    app.verified().await;
}

/// Two that each take what the other gives back are not in each other's way.
#[tokio::test]
async fn two_that_exchange_their_lots_at_once_both_succeed() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (grower, _) = lot(&clerk).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
    let lots =
        [clerk.record_harvest(&plot, "2026-08-01", "10").await, clerk.record_harvest(&plot, "2026-08-01", "10").await];
    for round in 0..4 {
        let mut exchanges = Vec::new();
        for (own, other) in [(&lots[0], &lots[1]), (&lots[1], &lots[0])] {
            let of = |lot: &str| pears(json!({"lotId": lot, "quantityKg": "5"}));
            let wrong = clerk.change("recordSale", of(own), "sale { id }").await["sale"]["id"].take();
            let (clerk, input) = (clerk.clone(), correction(&wrong, of(other)));
            exchanges.push(async move { clerk.mutate("voidSale", input, "sale { replacedBy { id } }").await });
        }
        let second = exchanges.pop().expect("an exchange");
        let (first, second) = tokio::join!(exchanges.pop().expect("an exchange"), second);
        for answer in [first, second] {
            let right = &answer["data"]["voidSale"]["sale"]["replacedBy"]["id"];
            assert!(right.is_string(), "round {round}: {answer:#}");
            clerk.change("voidSale", json!({"saleId": right, "reason": "又错"}), "__typename").await;
        }
    }
    app.verified().await;
}
