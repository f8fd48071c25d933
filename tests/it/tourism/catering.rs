//! Catering: takings by month, and the increase over a baseline year.

use serde_json::{Value, json};

use crate::app::{Client, OTHER_VILLAGE, TOWN, TestApp, VILLAGE};

async fn take(clerk: &Client, establishment: &str, year: i32, month: i32, amount: &str) {
    let input = json!({"establishmentCode": establishment, "year": year, "month": month, "amountYuan": amount});
    clerk.change("recordCateringTakings", input, "__typename").await;
}

async fn figures(clerk: &Client, year: i32) -> Value {
    let report = clerk.report(year, "cateringTakingsYuan cateringIncreaseYuan").await;
    json!([report["cateringTakingsYuan"], report["cateringIncreaseYuan"]])
}

async fn baseline(admin: &Client, region: &str, year: Option<i32>) {
    admin.change("setCateringBaseline", json!({"regionCode": region, "baselineYear": year}), "__typename").await;
}

/// A kitchen in one village and a teahouse in another, with takings in three years.
async fn town() -> (TestApp, Client, Client) {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (admin, clerk) = (app.admin().await, app.clerk().await);
    let input = json!({"code": "teahouse", "name": "茶馆", "regionCode": OTHER_VILLAGE});
    admin.change("addCateringEstablishment", input, "__typename").await;
    for (establishment, year, amount) in
        [("kitchen", 2021, "100"), ("kitchen", 2022, "170"), ("teahouse", 2022, "30"), ("teahouse", 2023, "35.50")]
    {
        take(&clerk, establishment, year, 4, amount).await;
    }
    (app, admin, clerk)
}

#[tokio::test]
async fn the_increase_is_measured_from_the_baseline_year() {
    let (app, admin, clerk) = town().await;
    assert_eq!(figures(&clerk, 2022).await, json!(["200.00", null]), "without any baseline there is no increase");
    baseline(&admin, TOWN, Some(2021)).await;
    assert_eq!(figures(&clerk, 2021).await, json!(["100.00", "0.00"]));
    assert_eq!(figures(&clerk, 2022).await, json!(["200.00", "100.00"]));
    assert_eq!(figures(&clerk, 2023).await, json!(["35.50", "-64.50"]), "who took nothing has fallen by all of it");
    baseline(&admin, TOWN, None).await;
    assert_eq!(figures(&clerk, 2022).await, json!(["200.00", null]));
    app.verified().await;
}

#[tokio::test]
async fn the_nearest_baseline_at_or_above_counts() {
    let (app, admin, clerk) = town().await;
    baseline(&admin, VILLAGE, Some(2021)).await;
    assert_eq!(figures(&clerk, 2022).await, json!(["200.00", "70.00"]), "over the establishments that have one");
    baseline(&admin, "500235", Some(2022)).await;
    assert_eq!(figures(&clerk, 2022).await, json!(["200.00", "70.00"]));
    assert_eq!(
        figures(&clerk, 2023).await,
        json!(["35.50", "-94.50"]),
        "-100 of the kitchen from 2021, 5.50 of the teahouse from 2022"
    );
    let neighbour = app.clerk_of(OTHER_VILLAGE).await;
    let query = format!("{{ townReport(regionCode: \"{OTHER_VILLAGE}\", year: 2023) {{ cateringIncreaseYuan }} }}");
    assert_eq!(neighbour.ask(&query).await["townReport"]["cateringIncreaseYuan"], "5.50");
}

#[tokio::test]
async fn a_baseline_that_is_set_later_does_not_change_what_was_answered() {
    let (app, admin, clerk) = town().await;
    let before = clerk.report(2022, "asOf cateringIncreaseYuan").await;
    app.set_time("2026-11-24T05:00:00Z");
    baseline(&admin, TOWN, Some(2021)).await;
    let as_of = before["asOf"].as_str().expect("an instant");
    assert_eq!(clerk.report_as_of(2022, as_of, "asOf cateringIncreaseYuan").await, before);
    assert_eq!(figures(&clerk, 2022).await, json!(["200.00", "100.00"]));
}

#[tokio::test]
async fn a_second_record_of_a_month_takes_the_place_of_the_first() {
    let (app, admin, clerk) = town().await;
    baseline(&admin, TOWN, Some(2021)).await;
    take(&clerk, "kitchen", 2021, 4, "90").await;
    take(&clerk, "kitchen", 2022, 4, "180.01").await;
    assert_eq!(figures(&clerk, 2022).await, json!(["210.01", "120.01"]));
    app.verified().await;
}

#[tokio::test]
async fn bad_fields_are_named() {
    let (app, admin, clerk) = town().await;
    for (field, value) in [
        ("year", json!(1948)),
        ("year", json!(2027)),
        ("month", json!(0)),
        ("month", json!(12)),
        ("month", json!(13)),
        ("amountYuan", json!("-1")),
        ("amountYuan", json!("1.005")),
        ("establishmentCode", json!("moon")),
    ] {
        let mut input = json!({"establishmentCode": "kitchen", "year": 2026, "month": 11, "amountYuan": "1"});
        input[field] = value.clone();
        let refusal = clerk.refused_change("recordCateringTakings", input).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(format!("input.{field}").as_str())), "{field} {value}");
    }
    for (year, expected) in [(2026, "expected 1 to 12; for 2026, 1 to 11 so far"), (2025, "expected 1 to 12")] {
        let input = json!({"establishmentCode": "kitchen", "year": year, "month": 13, "amountYuan": "1"});
        assert_eq!(
            clerk.refused_change("recordCateringTakings", input).await.message,
            expected,
            "what would be accepted"
        );
    }
    let elsewhere = app.clerk_of(OTHER_VILLAGE).await;
    let input = json!({"establishmentCode": "kitchen", "year": 2026, "month": 11, "amountYuan": "1"});
    assert_eq!(elsewhere.refused_change("recordCateringTakings", input).await.code, "FORBIDDEN");
    let query = format!("{{ cateringEstablishments(regionCode: \"{TOWN}\") {{ code }} }}");
    assert_eq!(clerk.ask(&query).await["cateringEstablishments"], json!([{"code": "kitchen"}, {"code": "teahouse"}]));
    let future = json!({"regionCode": TOWN, "baselineYear": 2027});
    assert_eq!(
        admin.refused_change("setCateringBaseline", future).await.brief(),
        ("INVALID_INPUT", Some("input.baselineYear"))
    );
}
