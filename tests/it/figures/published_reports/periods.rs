//! Each period's figures are those of its days.

use sea_orm::{ActiveEnum, Iterable};
use serde_json::{Value, json};
use types::ReportPeriod;

use super::publish;
use crate::{
    app::{TOWN, TestApp, VILLAGE},
    figures::statistics::{SALES, STATISTICS, days},
};

async fn total(client: &crate::app::Client, statistic: usize, span: &Value, measure: &str) -> Value {
    STATISTICS[statistic].rows(client, span, &[]).await[0][measure].clone()
}

#[tokio::test]
async fn every_period_has_what_statistics_say_of_its_days() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (admin, clerk, official) = (app.admin().await, app.clerk().await, app.official_of(TOWN).await);
    admin.change("setCateringBaseline", json!({"regionCode": TOWN, "baselineYear": 2023}), "__typename").await;
    let edges = [
        "2023-12-31",
        "2024-01-01",
        "2024-01-31",
        "2024-02-29",
        "2024-03-31",
        "2024-04-01",
        "2024-06-30",
        "2024-07-01",
        "2024-09-30",
        "2024-10-15",
        "2024-12-31",
        "2025-01-01",
    ];
    for (number, day) in edges.into_iter().enumerate() {
        clerk.record_sale(day, "1", &format!("{}", 1 << number)).await;
        clerk
            .change("recordVisitors", json!({"siteCode": "gate", "date": day, "visitors": 1 << number}), "__typename")
            .await;
    }
    for (year, month, amount) in
        [(2023, 2, "3"), (2023, 8, "5"), (2024, 1, "20"), (2024, 2, "100"), (2024, 8, "1000"), (2024, 12, "7")]
    {
        let input = json!({"establishmentCode": "kitchen", "year": year, "month": month, "amountYuan": amount});
        clerk.change("recordCateringTakings", input, "__typename").await;
    }
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "2", 2020).await;
    clerk.change("takePlotOutOfUse", json!({"plotId": plot, "from": "2024-08-15"}), "__typename").await;

    let selection = "report { year period salesRevenueYuan visitors cateringTakingsYuan cateringIncreaseYuan plantedAreaMu \
                     revenueByMonth { month salesYuan } visitorsByMonth { month } }";
    for period in ReportPeriod::iter() {
        let name: String = period.to_value();
        let span = period.days_of(2024);
        let span_days = days(TOWN, &span.from.to_string(), &span.to.to_string());
        let report = publish(&official, TOWN, 2024, &name, selection).await["report"].take();
        assert_eq!((&report["year"], &report["period"]), (&json!(2024), &json!(name)));
        assert_eq!(report["salesRevenueYuan"], SALES.rows(&clerk, &span_days, &[]).await[0]["salesYuan"], "{name}");
        assert_eq!(report["visitors"], total(&clerk, 1, &span_days, "visitors").await, "{name}");
        assert_eq!(report["cateringTakingsYuan"], total(&clerk, 2, &span_days, "takingsYuan").await, "{name}");
        assert_eq!(report["plantedAreaMu"], total(&clerk, 4, &span_days, "areaMu").await, "{name}");
        let by_month = SALES.rows(&clerk, &span_days, &["MONTH"]).await;
        let by_month: Vec<(String, Value)> = by_month
            .into_iter()
            .map(|row| (row["month"].as_str().expect("a month")[5..].to_owned(), row["salesYuan"].clone()))
            .collect();
        let rows = report["revenueByMonth"].as_array().expect("months");
        let rows: Vec<(String, Value)> = rows
            .iter()
            .map(|row| (format!("{:02}", row["month"].as_i64().expect("a month")), row["salesYuan"].clone()))
            .collect();
        assert_eq!(rows, by_month, "{name}");
        assert_eq!(report["visitorsByMonth"].as_array().map(Vec::len), Some(rows.len()), "{name}");
        // The unpublished report gives the same.
        let query = format!(
            "{{ townReport(regionCode: \"{TOWN}\", year: 2024, period: {name}) {{ salesRevenueYuan cateringIncreaseYuan }} }}"
        );
        let unpublished = clerk.ask(&query).await["townReport"].take();
        assert_eq!(unpublished["salesRevenueYuan"], report["salesRevenueYuan"]);
        assert_eq!(unpublished["cateringIncreaseYuan"], report["cateringIncreaseYuan"]);
    }
    for (period, increase, area) in [
        ("YEAR", json!("1119.00"), "0.00"),
        ("H1", json!("117.00"), "2.00"),
        ("M02", json!("97.00"), "2.00"),
        ("M08", json!("995.00"), "0.00"),
        ("M07", json!(null), "2.00"),
        ("M12", json!("7.00"), "0.00"),
    ] {
        let report =
            publish(&official, TOWN, 2024, period, "edition report { cateringIncreaseYuan plantedAreaMu }").await;
        let expected = json!({"edition": 1, "report": {"cateringIncreaseYuan": increase, "plantedAreaMu": area}});
        assert_eq!(report, expected, "{period}");
    }
    let refusal =
        clerk.refused(&format!("{{ townReport(regionCode: \"{TOWN}\", year: 2026, period: M12) {{ year }} }}")).await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("period")));
    app.verified().await;
}
