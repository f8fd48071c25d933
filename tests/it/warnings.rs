//! Warnings: what looks like a mistake is recorded and questioned.

use serde_json::{Value, json};

use crate::app::{Client, OTHER_TOWN, TOWN, TestApp, VILLAGE, text};

const WARNINGS: &str = "warnings { kind field usualFrom usualTo message }";

fn sale(changes: &Value) -> Value {
    let mut input = json!({
        "soldOn": "2026-09-02", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear",
        "quantityKg": "100", "amountYuan": "500"
    });
    for (field, value) in changes.as_object().expect("fields") {
        input[field] = value.clone();
    }
    input
}

/// The kinds of what is questioned about a recorded sale.
async fn questioned(clerk: &Client, changes: Value) -> Vec<String> {
    kinds(&clerk.change("recordSale", sale(&changes), WARNINGS).await)
}

fn kinds(payload: &Value) -> Vec<String> {
    payload["warnings"].as_array().expect("warnings").iter().map(|warning| text(&warning["kind"])).collect()
}

/// Sales of 81 to 100 kg at 4.81 to 5.00 yuan a kilogram.
async fn twenty_sales(clerk: &Client, sold_on: &str, changes: Value) {
    for number in 81..=100_i64 {
        let mut input = sale(&changes);
        input["soldOn"] = json!(sold_on);
        input["quantityKg"] = json!(number.to_string());
        input["amountYuan"] = json!(format!("{}.{:02}", number * (400 + number) / 100, number * (400 + number) % 100));
        clerk.change("recordSale", input, "__typename").await;
    }
}

#[tokio::test]
async fn a_price_or_weight_far_outside_the_usual_is_recorded_and_questioned() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let keyed = |changes: Value| {
        let mut changes = changes;
        changes["idempotencyKey"] = json!(types::new_id().to_string());
        changes
    };
    assert_eq!(questioned(&clerk, keyed(json!({"amountYuan": "50000"}))).await, [""; 0], "nothing to compare with");
    twenty_sales(&clerk, "2026-08-30", json!({})).await;

    let sold = clerk
        .change("recordSale", sale(&keyed(json!({"amountYuan": "5000"}))), &format!("sale {{ id }} {WARNINGS}"))
        .await;
    // Of the 21 sales before, the second lowest and the second highest price.
    let warning = json!({
        "kind": "UNUSUAL_PRICE", "field": "amountYuan", "usualFrom": "4.82", "usualTo": "5.00",
        "message": "the price of 50.00 yuan a kilogram is far above the usual 4.82 to 5.00"
    });
    assert_eq!(sold["warnings"], json!([warning]));
    assert!(sold["sale"]["id"].is_string(), "it is recorded");

    for (changes, expected) in [
        (json!({"amountYuan": "1000"}), vec![]),
        (json!({"amountYuan": "241"}), vec![]),
        (json!({"amountYuan": "240"}), vec!["UNUSUAL_PRICE"]),
        (json!({"quantityKg": "200", "amountYuan": "960"}), vec![]),
        (json!({"quantityKg": "200.001", "amountYuan": "960"}), vec!["UNUSUAL_WEIGHT"]),
        (json!({"quantityKg": "0.1", "amountYuan": "500"}), vec!["UNUSUAL_PRICE", "UNUSUAL_WEIGHT"]),
    ] {
        let id = clerk.change("recordSale", sale(&keyed(changes.clone())), &format!("sale {{ id }} {WARNINGS}")).await;
        assert_eq!(kinds(&id), expected, "{changes}");
        clerk.change("voidSale", json!({"saleId": id["sale"]["id"], "reason": "试录"}), "__typename").await;
    }
    app.verified().await;
}

#[tokio::test]
async fn what_is_compared_is_of_the_goods_the_township_and_two_years() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let clerk = app.clerk().await;
    twenty_sales(&clerk, "2024-09-02", json!({})).await;
    twenty_sales(&clerk, "2026-09-03", json!({})).await;
    twenty_sales(&clerk, "2026-08-30", json!({"varietyCode": "yellow-peach"})).await;
    let other = app.clerk_of(OTHER_TOWN).await;
    twenty_sales(&other, "2026-08-30", json!({"regionCode": OTHER_TOWN})).await;
    let far = json!({"amountYuan": "50000", "idempotencyKey": "far"});
    assert_eq!(questioned(&clerk, far.clone()).await, [""; 0], "older, later, of another variety, of another township");
    twenty_sales(&clerk, "2024-09-03", json!({})).await;
    assert_eq!(questioned(&clerk, far).await, ["UNUSUAL_PRICE"], "a repeat is asked anew");

    let goods = json!({"varietyCode": null, "productCode": "paocai"});
    twenty_sales(&clerk, "2026-08-30", goods.clone()).await;
    let mut far = goods;
    far["amountYuan"] = json!("50000");
    assert_eq!(questioned(&clerk, far).await, ["UNUSUAL_PRICE"]);
}

#[tokio::test]
async fn a_second_sale_alike_without_a_key_is_questioned_for_ten_minutes() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let record = async |key: Value| {
        let selection = format!("sale {{ id }} {WARNINGS}");
        clerk.change("recordSale", sale(&json!({"idempotencyKey": key})), &selection).await
    };
    let first = record(Value::Null).await;
    assert_eq!(kinds(&first), [""; 0]);
    app.set_time("2026-11-24T04:10:00Z");
    let second = record(Value::Null).await;
    assert_eq!(kinds(&second), ["SAME_SALE"]);
    assert!(text(&second["warnings"][0]["message"]).contains(&text(&first["sale"]["id"])), "{second}");
    assert_eq!(kinds(&record(json!("another box")).await), [""; 0], "who sends a key does not record twice by mistake");
    app.set_time("2026-11-24T04:20:00.000001Z");
    assert_eq!(kinds(&record(Value::Null).await), [""; 0]);
    for changes in [json!({"quantityKg": "100.001"}), json!({"channel": "ONLINE"}), json!({"soldOn": "2026-09-01"})] {
        assert_eq!(questioned(&clerk, changes).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_plot_far_larger_than_its_kind_of_grower_has_is_questioned() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let household = clerk.register_grower("王桂英", VILLAGE).await;
    for area in 1..=20 {
        clerk.register_plot(&household, VILLAGE, &area.to_string(), 2020).await;
    }
    let company = json!({"name": "云安果业公司", "kind": "COMPANY", "regionCode": VILLAGE});
    let company = text(&clerk.change("registerGrower", company, "grower { id }").await["grower"]["id"]);
    let register = async |grower: &str, area: &str| {
        let input = json!({
            "growerId": grower, "regionCode": VILLAGE, "varietyCode": "fengshui-pear", "areaMu": area,
            "plantedYear": 2020
        });
        clerk.change("registerPlot", input, &format!("plot {{ id }} {WARNINGS}")).await
    };
    assert_eq!(kinds(&register(&company, "3000").await), [""; 0], "no companies to compare with");
    assert_eq!(kinds(&register(&household, "38").await), [""; 0]);
    let large = register(&household, "300").await;
    assert_eq!(
        large["warnings"],
        json!([{"kind": "LARGE_PLOT", "field": "areaMu", "usualFrom": "2.00", "usualTo": "20.00",
            "message": "the area of 300.00 mu is far above the usual 2.00 to 20.00"}])
    );
    let change = json!({"plotId": large["plot"]["id"], "from": "2026-11-01", "areaMu": "3"});
    assert_eq!(kinds(&clerk.change("changePlot", change, WARNINGS).await), [""; 0]);
}

#[tokio::test]
async fn a_harvest_outside_the_months_or_beyond_what_the_plot_can_bear_is_questioned() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let harvest = async |plot: &str, day: &str, kilograms: &str| {
        let input = json!({"plotId": plot, "harvestedOn": day, "quantityKg": kilograms});
        clerk.change("recordHarvest", input, &format!("lot {{ id }} {WARNINGS}")).await
    };
    for number in 81..=100 {
        let plot = clerk.register_plot(&grower, VILLAGE, "2", 2020).await;
        assert_eq!(kinds(&harvest(&plot, "2026-08-01", &(number * 20).to_string()).await), [""; 0]);
    }
    let plot = clerk.register_plot(&grower, VILLAGE, "0.5", 2020).await;
    assert_eq!(kinds(&harvest(&plot, "2026-08-02", "600").await), [""; 0], "1,200 kg a mu");
    let far = harvest(&plot, "2026-08-03", "500").await;
    assert_eq!(
        far["warnings"],
        json!([{"kind": "LARGE_HARVEST", "field": "quantityKg", "usualFrom": "820.000", "usualTo": "990.000",
            "message": "the plot's yield in this season of 2200.000 kilograms a mu is far above the usual 820.000 to 990.000"}])
    );
    clerk.change("voidHarvest", json!({"lotId": far["lot"]["id"], "reason": "录错了"}), "__typename").await;
    assert_eq!(kinds(&harvest(&plot, "2026-08-04", "300").await), [""; 0], "a voided lot weighs nothing");
    assert_eq!(kinds(&harvest(&plot, "2026-02-04", "3").await), ["OUTSIDE_HARVEST_MONTHS"]);
    app.verified().await;
}

#[tokio::test]
async fn an_offer_at_a_price_far_outside_the_usual_is_questioned() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    twenty_sales(&clerk, "2026-08-30", json!({})).await;
    for (price, expected) in [("5", vec![]), ("50", vec!["UNUSUAL_PRICE"]), ("0.05", vec!["UNUSUAL_PRICE"])] {
        let offer = json!({
            "varietyCode": "fengshui-pear", "regionCode": TOWN, "season": 2026, "quotaKg": "1000",
            "unitPriceYuan": price, "depositRate": "0.2", "opensAt": "2026-11-01T00:00:00Z",
            "closesAt": "2026-12-01T00:00:00Z"
        });
        assert_eq!(kinds(&clerk.change("openPresaleOffer", offer, WARNINGS).await), expected, "{price}");
    }
}
