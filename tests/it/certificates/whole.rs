//! Whole answers about pledge certificates.

use serde_json::json;

use crate::app::{Answers, TOWN, VILLAGE, text};

#[tokio::test]
async fn every_field_of_certificates_is_what_it_was() {
    let answers = Answers::of_a_small_town().await;
    let clerk = answers.app.clerk().await;
    let plot = text(&clerk.ask("{ plots { nodes { id } } }").await["plots"]["nodes"][0]["id"]);
    let lot = clerk.record_harvest(&plot, "2026-11-01", "50").await;
    let sale = json!({
        "soldOn": "2026-11-10", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear", "lotId": lot,
        "quantityKg": "20", "amountYuan": "100"
    });
    clerk.change("recordSale", sale, "__typename").await;
    let missing = format!("regionCode: \"{TOWN}\", from: \"2026-11-01\", to: \"2026-11-24\"");
    for (query, arguments) in [("certificates", ""), ("certificatesMissing", &*missing)] {
        insta::assert_json_snapshot!(query, answers.ask(&clerk, query, arguments).await);
    }
}
