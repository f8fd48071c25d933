//! Harvest lots: who records them, how their codes are read, and how much of them is left.

use serde_json::json;

use crate::app::{OTHER_VILLAGE, TestApp, VILLAGE, text};

#[tokio::test]
async fn a_lot_is_found_by_its_printed_code_as_people_type_it() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
    let input = json!({"plotId": plot, "harvestedOn": "2026-08-01", "quantityKg": "500.5"});
    let lot = clerk.change("recordHarvest", input, "lot { code quantityKg availableKg harvestedOn plot { id } }").await
        ["lot"]
        .take();
    assert_eq!((&lot["quantityKg"], &lot["availableKg"]), (&json!("500.500"), &json!("500.500")));
    let code = text(&lot["code"]);
    for typed in [code.clone(), code.to_lowercase(), code.replace('-', "")] {
        let found = clerk.ask(&format!("{{ harvestLot(code: \"{typed}\") {{ code }} }}")).await;
        assert_eq!(found["harvestLot"]["code"], json!(code));
    }
    let wrong = format!("{}{}", &code[..13], if code.ends_with('0') { '1' } else { '0' });
    for none in [wrong.as_str(), "", "H7K3-QZ9M-2XAB", "梨"] {
        assert_eq!(
            clerk.refused(&format!("{{ harvestLot(code: \"{none}\") {{ code }} }}")).await.code,
            "NOT_FOUND",
            "{none}"
        );
    }
    let nul = clerk.refused("{ harvestLot(code: \"a\\u0000\") { code } }").await;
    assert_eq!(nul.code, "INVALID_INPUT", "no text holds a NUL, whatever it is for");
    let neighbour = app.clerk_of(OTHER_VILLAGE).await;
    assert_eq!(neighbour.refused(&format!("{{ harvestLot(code: \"{code}\") {{ code }} }}")).await.code, "NOT_FOUND");
}

#[tokio::test]
async fn a_grower_records_its_own_harvest_and_no_other() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (own, other) = (clerk.register_grower("王桂英", VILLAGE).await, clerk.register_grower("李明", VILLAGE).await);
    let (own_plot, other_plot) =
        (clerk.register_plot(&own, VILLAGE, "10", 2020).await, clerk.register_plot(&other, VILLAGE, "10", 2020).await);
    let grower = app.grower(&own).await;
    grower.record_harvest(&own_plot, "2026-08-01", "500").await;
    let of_other = clerk.record_harvest(&other_plot, "2026-08-01", "500").await;
    let input = json!({"plotId": other_plot, "harvestedOn": "2026-08-01", "quantityKg": "1"});
    assert_eq!(grower.refused_change("recordHarvest", input).await.code, "NOT_FOUND");
    let own_lots = grower.ask("{ harvestLots { totalCount nodes { plot { id } } } }").await;
    assert_eq!(own_lots["harvestLots"], json!({"totalCount": 1, "nodes": [{"plot": {"id": own_plot}}]}));
    assert_eq!(
        grower.refused_change("voidHarvest", json!({"lotId": of_other, "reason": "误录"})).await.code,
        "FORBIDDEN"
    );
}

#[tokio::test]
async fn variety_and_grower_are_those_of_the_day_of_picking() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (before, after) =
        (clerk.register_grower("王桂英", VILLAGE).await, clerk.register_grower("李明", VILLAGE).await);
    let plot = clerk.register_plot(&before, VILLAGE, "10", 2020).await;
    let change = json!({"plotId": plot, "from": "2026-01-01", "growerId": after, "varietyCode": "yellow-peach"});
    clerk.change("changePlot", change, "__typename").await;
    clerk.record_harvest(&plot, "2025-12-31", "1").await;
    clerk.record_harvest(&plot, "2026-01-01", "2").await;
    for (grower, variety, quantity) in [(&before, "fengshui-pear", "1.000"), (&after, "yellow-peach", "2.000")] {
        let filter = format!("growerId: \"{grower}\", varietyCode: \"{variety}\"");
        let lots = clerk.ask(&format!("{{ harvestLots(filter: {{ {filter} }}) {{ nodes {{ quantityKg }} }} }}")).await;
        assert_eq!(lots["harvestLots"]["nodes"], json!([{"quantityKg": quantity}]));
    }
    let too_early = json!({"plotId": plot, "harvestedOn": "2019-12-31", "quantityKg": "1"});
    assert_eq!(clerk.refused_change("recordHarvest", too_early).await.code, "CONFLICT");
}

#[tokio::test]
async fn what_has_been_drawn_on_is_not_voided() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
    let lot = clerk.record_harvest(&plot, "2026-08-01", "500").await;
    let input = json!({
        "soldOn": "2026-08-02", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear", "lotId": lot,
        "quantityKg": "100", "amountYuan": "500"
    });
    let sale = text(&clerk.change("recordSale", input, "sale { id }").await["sale"]["id"]);
    let void = json!({"lotId": lot, "reason": "误录"});
    let refusal = clerk.refused_change("voidHarvest", void.clone()).await;
    assert_eq!(refusal.code, "CONFLICT");
    assert!(refusal.message.contains(&sale), "what drew on it is named: {}", refusal.message);
    clerk.change("voidSale", json!({"saleId": sale, "reason": "误录"}), "__typename").await;
    let voided = clerk.change("voidHarvest", void.clone(), "lot { availableKg quantityKg voidedAt }").await;
    assert_eq!(
        voided["lot"],
        json!({"availableKg": "0.000", "quantityKg": "500.000", "voidedAt": "2026-11-24T04:00:00.000000Z"})
    );
    assert_eq!(clerk.refused_change("voidHarvest", void).await.code, "CONFLICT");
    for (some, expected) in [(true, 0), (false, 1)] {
        let lots = clerk.ask(&format!("{{ harvestLots(filter: {{ hasStock: {some} }}) {{ totalCount }} }}")).await;
        assert_eq!(lots["harvestLots"]["totalCount"], expected, "hasStock {some}");
    }
    app.verified().await;
}

#[tokio::test]
async fn bad_fields_are_named() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
    for (field, value) in [
        ("quantityKg", "0"),
        ("quantityKg", "0.0001"),
        ("quantityKg", "100000000.001"),
        ("harvestedOn", "2026-11-25"),
        ("harvestedOn", "2026-02-30"),
        ("harvestedOn", "26-02-03"),
        ("harvestedOn", "1948-12-31"),
        ("harvestedOn", "+12026-01-01"),
    ] {
        let mut input = json!({"plotId": plot, "harvestedOn": "2026-08-01", "quantityKg": "1"});
        input[field] = json!(value);
        let refusal = clerk.refused_change("recordHarvest", input).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(format!("input.{field}").as_str())), "{field} {value}");
    }
    let void = json!({"lotId": "0190a1b2-0000-7000-8000-000000000000", "reason": " "});
    assert_eq!(clerk.refused_change("voidHarvest", void).await.code, "NOT_FOUND");
}
