//! What publishing warns of.

use serde_json::{Value, json};

use super::{approve, period, sell, send_back, submit, submit_as};
use crate::app::{Client, OTHER_TOWN, OTHER_VILLAGE, TOWN, TestApp, VILLAGE, text};

/// What publishing the first half of a region's year warns of: the communities, with the reason and the submission.
async fn warnings(official: &Client, region: &str) -> Vec<(String, String, Option<String>)> {
    let query = format!(
        "{{ publishingWarnings(regionCode: \"{region}\", year: 2026, period: H1) {{ region {{ code }} reason submission {{ id }} }} }}"
    );
    let answer = official.ask(&query).await;
    let rows = answer["publishingWarnings"].as_array().expect("warnings");
    let id = |row: &Value| row["submission"]["id"].as_str().map(str::to_owned);
    rows.iter().map(|row| (text(&row["region"]["code"]), text(&row["reason"]), id(row))).collect()
}

fn warning(region: &str, reason: &str, submission: Option<&str>) -> (String, String, Option<String>) {
    (region.to_owned(), reason.to_owned(), submission.map(str::to_owned))
}

#[tokio::test]
async fn publishing_warns_of_what_is_not_approved() {
    let app = TestApp::new().await;
    let (clerk, official, county) = (app.clerk().await, app.official_of(TOWN).await, app.official_of("500235").await);
    assert_eq!(warnings(&official, TOWN).await, [], "nobody has anything to submit");
    // Records of the town itself belong to no community, and those of another period do not count in this one.
    sell(&clerk, TOWN, "2026-06-01", "10").await;
    sell(&clerk, VILLAGE, "2026-07-01", "10").await;
    assert_eq!(warnings(&official, TOWN).await, []);
    let sale = sell(&clerk, VILLAGE, "2026-06-30", "10").await;
    let grower = clerk.register_grower("王桂英", OTHER_VILLAGE).await;
    clerk.register_plot(&grower, OTHER_VILLAGE, "2", 2026).await;
    let not_submitted = warning(OTHER_VILLAGE, "NOT_SUBMITTED", None);
    assert_eq!(warnings(&official, TOWN).await, [warning(VILLAGE, "NOT_SUBMITTED", None), not_submitted.clone()]);
    submit_as(&clerk, period(VILLAGE, "Q1"), "id").await;
    let first = submit(&clerk).await;
    assert_eq!(warnings(&official, TOWN).await, [warning(VILLAGE, "NOT_DECIDED", Some(&first)), not_submitted.clone()]);
    send_back(&official, &first).await;
    assert_eq!(warnings(&official, TOWN).await, [warning(VILLAGE, "SENT_BACK", Some(&first)), not_submitted.clone()]);
    let again = submit(&clerk).await;
    assert_eq!(warnings(&official, TOWN).await[0], warning(VILLAGE, "NOT_DECIDED", Some(&again)));
    approve(&official, &again).await;
    assert_eq!(warnings(&official, TOWN).await, std::slice::from_ref(&not_submitted));
    clerk.change("voidSale", json!({"saleId": sale, "reason": "误录"}), "__typename").await;
    let restated = warning(VILLAGE, "RESTATED", Some(&again));
    assert_eq!(warnings(&official, TOWN).await, [restated, not_submitted], "also where no record is left");
    let input = json!({"regionCode": TOWN, "year": 2026, "period": "H1"});
    let published = official.change("publishReport", input, "warnings { region { code } reason }").await;
    let expected = json!([
        {"region": {"code": VILLAGE}, "reason": "RESTATED"}, {"region": {"code": OTHER_VILLAGE}, "reason": "NOT_SUBMITTED"}
    ]);
    assert_eq!(published["warnings"], expected, "it is published all the same");
    // Communities submit to their town. Nobody submits to the county.
    assert_eq!((warnings(&county, "500235").await, warnings(&county, VILLAGE).await), (vec![], vec![]));
    let query = format!("{{ publishingWarnings(regionCode: \"{TOWN}\", year: 2026) {{ reason }} }}");
    for other in [app.official_of(VILLAGE).await, app.official_of(OTHER_TOWN).await, app.buyer().await] {
        assert_eq!(other.refused(&query).await.code, "FORBIDDEN");
    }
}

/// What publishing a year warns of besides communities: the reason and how many records are missing.
async fn missing(official: &Client, year: i32) -> Value {
    let fields = "region { code } reason missing submission { id }";
    let query = format!("{{ publishingWarnings(regionCode: \"{TOWN}\", year: {year}) {{ {fields} }} }}");
    let mut rows = official.ask(&query).await["publishingWarnings"].take();
    rows.as_array_mut().expect("warnings").retain(|row| row["missing"] != Value::Null);
    rows
}

#[tokio::test]
async fn publishing_warns_of_counts_and_takings_that_are_missing() {
    let app = TestApp::new().await;
    let (clerk, official) = (app.clerk().await, app.official_of(TOWN).await);
    assert_eq!(missing(&official, 2026).await, json!([]), "there is nobody to count or to take anything");
    app.reference_data().await;
    for month in 1..=10 {
        let input = json!({"establishmentCode": "kitchen", "year": 2026, "month": month, "amountYuan": "0"});
        clerk.change("recordCateringTakings", input, "__typename").await;
    }
    let day = json!({"siteCode": "gate", "date": "2026-01-01", "visitors": 0});
    clerk.change("recordVisitors", day, "__typename").await;
    let of = |reason: &str, missing: i64| json!({"region": {"code": TOWN}, "reason": reason, "missing": missing, "submission": null});
    assert_eq!(missing(&official, 2026).await, json!([of("VISITOR_DAYS_MISSING", 326)]), "327 days are over");
    let both = json!([of("VISITOR_DAYS_MISSING", 365), of("CATERING_MONTHS_MISSING", 12)]);
    assert_eq!(missing(&official, 2025).await, both);
    let input = json!({"regionCode": TOWN, "year": 2025});
    let published = official.change("publishReport", input, "warnings { reason missing }").await;
    let warnings = published["warnings"].as_array().expect("warnings").clone();
    assert!(warnings.contains(&json!({"reason": "CATERING_MONTHS_MISSING", "missing": 12})), "{warnings:?}");
    app.verified().await;
}

#[tokio::test]
async fn the_demonstration_warns_of_each_community_with_records() {
    let app = TestApp::demo().await;
    let (clerk, official) = (app.clerk().await, app.official_of(TOWN).await);
    let query =
        format!("{{ publishingWarnings(regionCode: \"{TOWN}\", year: 2024) {{ region {{ code }} reason missing }} }}");
    let communities = async || {
        let answer = official.ask(&query).await;
        let rows = answer["publishingWarnings"].as_array().expect("warnings").clone();
        rows.into_iter().filter(|row| row["missing"].is_null()).collect::<Vec<_>>()
    };
    let before = communities().await;
    assert!(before.len() > 5 && before.iter().all(|row| row["reason"] == "NOT_SUBMITTED"), "{before:?}");
    for row in &before {
        let input = json!({"regionCode": row["region"]["code"], "year": 2024});
        approve(&official, &text(&submit_as(&clerk, input, "id").await["id"])).await;
    }
    assert_eq!(communities().await, Vec::<Value>::new());
}
