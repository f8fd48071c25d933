//! Requests that cannot be answered are refused by code and field.

use serde_json::{Value, json};

use super::{SALES, STATISTICS, days};
use crate::app::{OTHER_TOWN, TOWN, TestApp, VILLAGE};

#[tokio::test]
async fn a_filter_names_what_is_known() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let clerk = app.clerk().await;
    let year = |changes: &[(&str, Value)]| {
        let mut filter = days(TOWN, "2024-01-01", "2024-12-31");
        for (field, value) in changes {
            filter[field] = value.clone();
        }
        filter
    };
    let invalid = [
        (0, year(&[("regionCode", json!("500235999"))]), "filter.regionCode"),
        (0, year(&[("regionCode", json!("x"))]), "filter.regionCode"),
        (0, year(&[("from", json!("2024-02-30"))]), "filter.from"),
        (0, year(&[("from", json!("1948-12-31"))]), "filter.from"),
        (0, year(&[("to", json!("2024-1-1"))]), "filter.to"),
        (0, year(&[("to", json!("2023-12-31"))]), "filter.to"),
        (0, year(&[("from", json!("1949-01-01")), ("to", json!("2148-12-31"))]), "filter.to"),
        (0, year(&[("to", json!("2027-01-01"))]), "filter.to"),
        (0, year(&[("varietyCode", json!("durian"))]), "filter.varietyCode"),
        (0, year(&[("productCode", json!("durian"))]), "filter.productCode"),
        (1, year(&[("siteCode", json!("nowhere"))]), "filter.siteCode"),
        (2, year(&[("establishmentCode", json!("nowhere"))]), "filter.establishmentCode"),
        (3, year(&[("plantCode", json!("nowhere"))]), "filter.plantCode"),
        (3, year(&[("productCode", json!("\u{0}"))]), "filter.productCode"),
        (4, year(&[("varietyCode", json!(""))]), "filter.varietyCode"),
    ];
    for (statistic, filter, field) in invalid {
        let refusal = STATISTICS[statistic].refused(&clerk, &filter, &["MONTH"], None, "").await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(field)), "{filter}");
    }
    // The whole present year may be requested before it has ended.
    assert_eq!(SALES.rows(&clerk, &days(TOWN, "2026-01-01", "2026-12-31"), &["MONTH"]).await.len(), 12);
}

#[tokio::test]
async fn a_dimension_comes_once_and_weeks_are_not_compared_where_they_are_cut() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let year = days(TOWN, "2024-01-01", "2024-12-31");
    let refusal = SALES.refused(&clerk, &year, &["MONTH", "VARIETY", "MONTH"], None, "").await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("groupBy.2")));
    let refusal = SALES.refused(&clerk, &year, &["WEEK", "MONTH"], None, "before { from }").await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("groupBy")));
    let refusal = SALES.refused(&clerk, &year, &["MONTH"], Some("2026-11-25T00:00:00Z"), "").await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("asOf")));
    let refusal = SALES.refused(&clerk, &year, &["MONTH"], Some("yesterday"), "").await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("asOf")));
}

#[tokio::test]
async fn a_region_outside_the_accounts_own_is_forbidden() {
    let app = TestApp::new().await;
    let clerk = app.clerk_of(VILLAGE).await;
    for region in [TOWN, OTHER_TOWN] {
        for statistic in &STATISTICS {
            let refusal =
                statistic.refused(&clerk, &days(region, "2024-01-01", "2024-12-31"), &["YEAR"], None, "").await;
            assert_eq!(refusal.brief(), ("FORBIDDEN", None), "{region} {}", statistic.field);
        }
    }
    let visitor = SALES.refused(&app.visitor(), &days(TOWN, "2024-01-01", "2024-12-31"), &["YEAR"], None, "").await;
    assert_eq!(visitor.brief(), ("UNAUTHENTICATED", None));
}
