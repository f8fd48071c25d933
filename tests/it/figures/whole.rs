//! Whole answers about figures and reports.

use crate::app::{Answers, TOWN, VILLAGE};

const DAYS: &str = "from: \"2025-01-01\", to: \"2026-12-31\"";

#[tokio::test]
async fn every_field_of_figures_is_what_it_was() {
    let answers = Answers::of_a_small_town().await;
    let official = answers.app.official_of(TOWN).await;
    let region = format!("regionCode: \"{TOWN}\"");
    let by = |dimension: &str| format!("filter: {{{region}, {DAYS}}}, groupBy: [YEAR, {dimension}]");
    for (query, arguments) in [
        ("figureEntries", &*format!("filter: {{key: \"salesRevenueYuan\", {region}, {DAYS}}}")),
        ("townReport", &format!("{region}, year: 2026")),
        ("annualAverages", &format!("{region}, fromYear: 2024, toYear: 2025")),
        ("festivalUplift", &format!("{region}, edition: 17")),
        ("salesStatistics", &by("REGION")),
        ("visitorStatistics", &by("SITE")),
        ("cateringStatistics", &by("ESTABLISHMENT")),
        ("plantOutputStatistics", &by("PRODUCT")),
        ("plantedAreaStatistics", &by("VARIETY")),
    ] {
        insta::assert_json_snapshot!(query, answers.ask(&official, query, arguments).await);
    }
    // All others have the same form.
    let definitions = answers.ask(&official, "figureDefinitions", "").await;
    insta::assert_json_snapshot!("figureDefinitions", definitions[0]);
}

#[tokio::test]
async fn every_field_of_reports_is_what_it_was() {
    let answers = Answers::of_a_small_town().await;
    let official = answers.app.official_of(TOWN).await;
    let clerk = answers.app.clerk_of(VILLAGE).await;
    answers.app.set_time("2026-11-25T04:00:00Z");
    clerk.record_sale("2025-11-01", "10", "50").await;
    let region = format!("regionCode: \"{TOWN}\"");
    for (query, arguments) in [
        ("publishedReports", &*region),
        ("reportSubmissions", ""),
        ("publishingWarnings", &format!("{region}, year: 2025, period: H2")),
    ] {
        insta::assert_json_snapshot!(query, answers.ask(&official, query, arguments).await);
    }
}
