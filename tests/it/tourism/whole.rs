//! Whole answers about visitors, festivals, honours and catering.

use serde_json::json;

use crate::app::{Answers, TOWN};

#[tokio::test]
async fn every_field_of_tourism_is_what_it_was() {
    let answers = Answers::of_a_small_town().await;
    let clerk = answers.app.clerk().await;
    for (query, arguments) in [
        ("sites", ""),
        ("festivals", ""),
        ("honours", ""),
        ("cateringEstablishments", &*format!("regionCode: \"{TOWN}\"")),
        ("visitorCounts", &*format!("filter: {{regionCode: \"{TOWN}\"}}")),
        ("cateringTakings", &*format!("filter: {{regionCode: \"{TOWN}\"}}")),
    ] {
        insta::assert_json_snapshot!(query, answers.ask(&clerk, query, arguments).await);
    }
    for (mutation, input) in [
        ("recordVisitors", json!({"siteCode": "gate", "date": "2026-10-01", "visitors": 300})),
        (
            "recordCateringTakings",
            json!({"establishmentCode": "kitchen", "year": 2026, "month": 10, "amountYuan": "1500.5"}),
        ),
    ] {
        insta::assert_json_snapshot!(mutation, answers.change(&clerk, mutation, input).await);
    }
}
