//! The season of lots, and of what is sold and delivered of them.

use serde_json::{Value, json};

use super::pears;
use crate::app::{Client, TOWN, TestApp, VILLAGE, text};

/// A plot of a variety.
async fn plot(clerk: &Client, variety: &str) -> String {
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let input = json!({
        "growerId": grower, "regionCode": VILLAGE, "varietyCode": variety, "areaMu": "10", "plantedYear": 2015
    });
    text(&clerk.change("registerPlot", input, "plot { id }").await["plot"]["id"])
}

/// A lot of 100 kg, and its season.
async fn pick(clerk: &Client, plot: &str, day: &str, season: Option<i32>) -> (Value, Value) {
    let input = json!({"plotId": plot, "harvestedOn": day, "quantityKg": "100", "season": season});
    let mut lot = clerk.change("recordHarvest", input, "lot { id season }").await["lot"].take();
    (lot["id"].take(), lot["season"].take())
}

/// Pears are picked from July to September, navel oranges from November to March.
#[tokio::test]
async fn a_lot_is_of_the_season_whose_harvest_months_are_nearest() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (pears, oranges) = (plot(&clerk, "fengshui-pear").await, plot(&clerk, "yunan-navel-orange").await);
    for (plot, day, season) in [
        (&pears, "2026-08-01", 2026),
        (&pears, "2026-06-28", 2026),
        (&pears, "2025-10-03", 2025),
        (&pears, "2026-02-14", 2025),
        (&pears, "2026-02-15", 2026),
        (&oranges, "2026-10-29", 2026),
        (&oranges, "2026-11-01", 2026),
        (&oranges, "2026-01-15", 2025),
        (&oranges, "2026-04-02", 2025),
    ] {
        assert_eq!(pick(&clerk, plot, day, None).await.1, json!(season), "picked on {day}");
    }
    assert_eq!(pick(&clerk, &pears, "2026-08-01", Some(2025)).await.1, 2025, "as it was said");
    assert_eq!(pick(&clerk, &oranges, "2026-11-20", Some(2027)).await.1, 2027, "the season may be the next");
    for season in [0, 1948, 2024, 2028, i32::MAX] {
        let input = json!({"plotId": pears, "harvestedOn": "2026-08-01", "quantityKg": "1", "season": season});
        let refusal = clerk.refused_change("recordHarvest", input).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.season")), "{season}");
    }
    app.verified().await;
}

#[tokio::test]
async fn a_sale_is_of_its_lots_season_and_without_a_lot_of_its_days() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let plot = plot(&clerk, "fengshui-pear").await;
    let (early, _) = pick(&clerk, &plot, "2026-06-28", None).await;
    let (stored, _) = pick(&clerk, &plot, "2025-09-20", None).await;
    let none = Value::Null;
    for (lot, day, season) in [
        (&early, "2026-06-29", 2026),
        (&stored, "2026-08-02", 2025),
        (&none, "2026-06-29", 2025),
        (&none, "2026-07-01", 2026),
    ] {
        let input = pears(json!({"lotId": lot, "soldOn": day}));
        let made = clerk.change("recordSale", with_kilograms(input, "10"), "sale { id season }").await;
        assert_eq!(made["sale"]["season"], season, "{lot} on {day}");
    }
    let by_season = format!(
        "{{ salesStatistics(filter: {{ regionCode: \"{TOWN}\", from: \"2026-01-01\", to: \"2026-12-31\" }}, \
           groupBy: [SEASON]) {{ season salesKg }} }}"
    );
    let rows = clerk.ask(&by_season).await["salesStatistics"].take();
    assert_eq!(rows, json!([{"season": 2025, "salesKg": "20.000"}, {"season": 2026, "salesKg": "20.000"}]));
    app.verified().await;
}

fn with_kilograms(mut input: Value, quantity_kg: &str) -> Value {
    input["quantityKg"] = json!(quantity_kg);
    input
}

#[tokio::test]
async fn an_order_is_delivered_from_lots_of_its_offers_season() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let plot = plot(&clerk, "fengshui-pear").await;
    let (early, _) = pick(&clerk, &plot, "2026-06-28", None).await;
    let (stored, _) = pick(&clerk, &plot, "2025-09-20", None).await;
    let offer = clerk.open_offer(json!({})).await;
    let order = clerk.place(&offer, "10").await;
    clerk.pay(&order, "80").await;
    let delivery = |lot: &Value| json!({"preorderId": order["id"], "deliveredOn": "2026-11-24", "lots": [{"lotId": lot, "quantityKg": "10"}]});
    let refusal = clerk.refused_change("deliverPreorder", delivery(&stored)).await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.lots.0.lotId")));
    clerk.change("deliverPreorder", delivery(&early), "__typename").await;
    app.verified().await;
}
