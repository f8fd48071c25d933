//! Sending twice: what a repeat under the same idempotency key gets.

mod cases;
mod digests;
pub mod town;

use serde_json::{Value, json};

use crate::app::{Client, TestApp, VILLAGE};

fn sale(key: &str, changes: Value) -> Value {
    let mut input = json!({
        "soldOn": "2026-08-02", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear",
        "quantityKg": "1.5", "amountYuan": "500", "idempotencyKey": key
    });
    for (field, value) in changes.as_object().expect("fields") {
        input[field] = value.clone();
    }
    input
}

async fn sales(clerk: &Client) -> Value {
    clerk.ask("{ sales { totalCount } }").await["sales"]["totalCount"].take()
}

#[tokio::test]
async fn a_repeat_records_nothing_and_is_answered_from_the_record_as_it_stands() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let first = clerk.change("recordSale", sale("k1", json!({})), "sale { id voidedAt }").await["sale"].take();
    // 1.5 equals 1.50, absent equals null, and any selection may be requested.
    for same in [
        json!({}),
        json!({"quantityKg": "1.500"}),
        json!({"amountYuan": "0500.0"}),
        json!({"growerId": null, "productCode": null}),
    ] {
        let again =
            clerk.change("recordSale", sale("k1", same), "sale { id amountYuan quantityKg region { code } }").await;
        let expected =
            json!({"id": first["id"], "amountYuan": "500.00", "quantityKg": "1.500", "region": {"code": VILLAGE}});
        assert_eq!(again["sale"], expected);
    }
    clerk.change("voidSale", json!({"saleId": first["id"], "reason": "误录"}), "__typename").await;
    let now = clerk.change("recordSale", sale("k1", json!({})), "sale { id voidReason }").await;
    assert_eq!(now["sale"], json!({"id": first["id"], "voidReason": "误录"}));
    assert_eq!(sales(&clerk).await, 1);
    app.verified().await;
}

#[tokio::test]
async fn other_content_under_the_same_key_is_a_conflict() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    clerk.change("recordSale", sale("k1", json!({})), "__typename").await;
    for other in [
        json!({"quantityKg": "1.501"}),
        json!({"channel": "ONLINE"}),
        json!({"soldOn": "2026-08-03"}),
        json!({"regionCode": "500235136002"}),
    ] {
        assert_eq!(clerk.refused_change("recordSale", sale("k1", other)).await.code, "CONFLICT");
    }
    // Errors in the request itself are reported first.
    for (wrong, code) in [
        (json!({"quantityKg": "0"}), "INVALID_INPUT"),
        (json!({"soldOn": "2099-01-01"}), "INVALID_INPUT"),
        (json!({"varietyCode": "apple"}), "INVALID_INPUT"),
        (json!({"growerId": "nobody"}), "NOT_FOUND"),
        (json!({"regionCode": "500235105"}), "FORBIDDEN"),
    ] {
        assert_eq!(clerk.refused_change("recordSale", sale("k1", wrong)).await.code, code);
    }
    assert_eq!(sales(&clerk).await, 1);
    app.verified().await;
}

#[tokio::test]
async fn a_key_belongs_to_the_account_and_the_mutation() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (one, two) = (app.clerk().await, app.clerk().await);
    one.change("recordSale", sale("k1", json!({})), "__typename").await;
    two.change("recordSale", sale("k1", json!({"quantityKg": "2"})), "__typename").await;
    let count = json!({"siteCode": "gate", "date": "2026-08-01", "visitors": 5, "idempotencyKey": "k1"});
    one.change("recordVisitors", count, "__typename").await;
    assert_eq!(sales(&one).await, 2);
}

#[tokio::test]
async fn a_refused_request_leaves_its_key_free() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    assert_eq!(clerk.refused_change("recordSale", sale("k1", json!({"quantityKg": "0"}))).await.code, "INVALID_INPUT");
    assert_eq!(
        clerk.refused_change("recordSale", sale("k1", json!({"varietyCode": "apple"}))).await.code,
        "INVALID_INPUT"
    );
    clerk.change("recordSale", sale("k1", json!({})), "__typename").await;
    assert_eq!(sales(&clerk).await, 1);
}

#[tokio::test]
async fn of_two_at_once_the_second_waits_for_the_first() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    // A second server, because a lock within one process would not be enough.
    let other = app.second_server(crate::app::NOW).await.again(&clerk);
    let requests: Vec<_> = (0..12)
        .map(|number| {
            let client = if number % 2 == 0 { clerk.clone() } else { other.clone() };
            tokio::spawn(async move {
                client.change("recordSale", sale("k1", json!({})), "sale { id }").await["sale"]["id"].take()
            })
        })
        .collect();
    let mut ids = std::collections::BTreeSet::new();
    for request in requests {
        ids.insert(request.await.expect("an answer").to_string());
    }
    assert_eq!((ids.len(), sales(&clerk).await), (1, json!(1)));
    app.verified().await;
}

#[tokio::test]
async fn every_recording_mutation_takes_a_key() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (admin, clerk) = (app.admin().await, app.clerk().await);
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
    let lot = clerk.record_harvest(&plot, "2026-08-01", "500").await;
    let sale = clerk.record_sale("2026-08-01", "1", "1").await;
    for (client, field, input, selection) in [
        (
            &admin,
            "createAccount",
            json!({"username": "li", "password": "correct horse", "role": "BUYER"}),
            "account { id }",
        ),
        (
            &clerk,
            "registerGrower",
            json!({"name": "李明", "kind": "HOUSEHOLD", "regionCode": VILLAGE}),
            "grower { id }",
        ),
        (
            &clerk,
            "registerPlot",
            json!({"growerId": grower, "regionCode": VILLAGE, "varietyCode": "yellow-peach", "areaMu": "1", "plantedYear": 2020}),
            "plot { id }",
        ),
        (
            &clerk,
            "recordHarvest",
            json!({"plotId": plot, "harvestedOn": "2026-08-02", "quantityKg": "1"}),
            "lot { id code }",
        ),
        (&clerk, "voidHarvest", json!({"lotId": lot, "reason": "误录"}), "lot { id voidedAt }"),
        (&clerk, "voidSale", json!({"saleId": sale, "reason": "误录"}), "sale { id voidedAt }"),
        (&clerk, "recordVisitors", json!({"siteCode": "gate", "date": "2026-08-01", "visitors": 5}), "visitors date"),
        (
            &clerk,
            "recordCateringTakings",
            json!({"establishmentCode": "kitchen", "year": 2026, "month": 8, "amountYuan": "5"}),
            "amountYuan month",
        ),
        (&clerk, "changePlot", json!({"plotId": plot, "from": "2026-09-01", "areaMu": "9"}), "plot { id areaMu }"),
        (&clerk, "takePlotOutOfUse", json!({"plotId": plot, "from": "2026-10-01"}), "plot { id outOfUseFrom }"),
        (&clerk, "updateGrower", json!({"growerId": grower, "name": "王英"}), "grower { id name }"),
        (
            &admin,
            "addSite",
            json!({"code": "hall", "name": "馆", "regionCode": VILLAGE, "countsTowardsTotal": true}),
            "site { code }",
        ),
        (&admin, "setCateringBaseline", json!({"regionCode": VILLAGE, "baselineYear": 2020}), "__typename"),
    ] {
        let mut input = input;
        input["idempotencyKey"] = json!("same key");
        let first = client.change(field, input.clone(), selection).await;
        let again = client.change(field, input, selection).await;
        assert_eq!(first, again, "{field}");
    }
    let entries = clerk
        .ask("{ growers { totalCount } plots { totalCount } harvestLots { totalCount } sales { totalCount } }")
        .await;
    let expected = json!({
        "growers": {"totalCount": 2}, "plots": {"totalCount": 2}, "harvestLots": {"totalCount": 2}, "sales": {"totalCount": 1}
    });
    assert_eq!(entries, expected);
    app.verified().await;
}

#[tokio::test]
async fn a_replaced_count_is_answered_as_it_was_recorded() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let clerk = app.clerk().await;
    let input = |visitors: i32, key: &str| json!({"siteCode": "gate", "date": "2026-08-01", "visitors": visitors, "idempotencyKey": key});
    clerk.change("recordVisitors", input(5, "k1"), "visitors").await;
    clerk.change("recordVisitors", input(7, "k2"), "visitors").await;
    assert_eq!(
        clerk.change("recordVisitors", input(5, "k1"), "visitors").await["visitors"],
        5,
        "the record that was made"
    );
    assert_eq!(clerk.report(2026, "visitors").await["visitors"], 7, "and it takes nobody's place again");
}

#[tokio::test]
async fn bad_keys_are_refused() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    for key in ["", "a\nb", "a\u{0}", &"k".repeat(101), "a\u{200b}"] {
        let refusal = clerk.refused_change("recordSale", sale(key, json!({}))).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.idempotencyKey")), "{key:?}");
    }
    clerk.change("recordSale", sale(&"钥".repeat(100), json!({})), "__typename").await;
}
