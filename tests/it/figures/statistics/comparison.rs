//! What rows are compared with: the span before and the year before, in the same answer.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use serde_json::{Value, json};

use super::{SALES, STATISTICS, days};
use crate::app::{Client, TOWN, TestApp, VILLAGE};

const COMPARED: &str = "before { from to salesYuan { value difference ratio } salesCount { value difference ratio } } \
                        yearBefore { from to salesYuan { value difference ratio } }";

async fn sell(clerk: &Client, sales: &[(&str, &str)]) {
    for (day, yuan) in sales {
        clerk.record_sale(day, "1", yuan).await;
    }
}

fn compared(from: &str, to: &str, value: &str, difference: &str, ratio: Option<&str>) -> Value {
    json!({"from": from, "to": to, "salesYuan": {"value": value, "difference": difference, "ratio": ratio}})
}

#[tokio::test]
async fn a_year_is_compared_with_the_year_before() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    sell(&clerk, &[("2023-12-31", "200"), ("2024-01-01", "100"), ("2024-12-31", "200")]).await;
    let rows = SALES.rows_with(&clerk, &days(TOWN, "2024-01-01", "2024-12-31"), &[], None, COMPARED).await;
    let mut expected = compared("2023-01-01", "2023-12-31", "200.00", "100.00", Some("1.5000"));
    assert_eq!(rows[0]["yearBefore"], expected);
    expected["salesCount"] = json!({"value": 1, "difference": 1, "ratio": "2.0000"});
    assert_eq!(
        rows[0]["before"], expected,
        "twelve whole months before are the calendar year, however many days it has"
    );
    let rows = SALES.rows_with(&clerk, &days(TOWN, "2023-01-01", "2023-12-31"), &["VARIETY"], None, COMPARED).await;
    assert_eq!(
        rows[0]["yearBefore"],
        compared("2022-01-01", "2022-12-31", "0.00", "200.00", None),
        "nothing to divide by"
    );
}

#[tokio::test]
async fn a_month_of_rows_is_compared_with_its_own_month_before() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    sell(
        &clerk,
        &[("2024-02-29", "1"), ("2024-02-10", "2"), ("2024-03-15", "4"), ("2024-03-31", "8"), ("2023-03-20", "16")],
    )
    .await;
    // Half of March is compared with half of February.
    let rows = SALES.rows_with(&clerk, &days(TOWN, "2024-03-15", "2024-04-30"), &["MONTH"], None, COMPARED).await;
    assert_eq!(rows[0]["before"]["salesYuan"], json!({"value": "1.00", "difference": "11.00", "ratio": "12.0000"}));
    assert_eq!((&rows[0]["before"]["from"], &rows[0]["before"]["to"]), (&json!("2024-02-15"), &json!("2024-02-29")));
    assert_eq!(rows[0]["yearBefore"], compared("2023-03-15", "2023-03-31", "16.00", "-4.00", Some("0.7500")));
    assert_eq!((&rows[1]["month"], &rows[1]["before"]["salesYuan"]["value"]), (&json!("2024-04"), &json!("12.00")));
    assert_eq!((&rows[1]["before"]["from"], &rows[1]["before"]["to"]), (&json!("2024-03-01"), &json!("2024-03-31")));
}

#[tokio::test]
async fn days_weeks_and_years_have_one_before_them() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    sell(
        &clerk,
        &[("2023-02-28", "1"), ("2024-02-28", "2"), ("2024-02-29", "4"), ("2020-12-30", "8"), ("2020-12-24", "16")],
    )
    .await;
    sell(&clerk, &[("2020-01-01", "32"), ("2019-12-30", "64")]).await;
    let values =
        |row: &Value| (row["before"]["salesYuan"]["value"].clone(), row["yearBefore"]["salesYuan"]["value"].clone());
    let rows = SALES.rows_with(&clerk, &days(TOWN, "2024-02-28", "2024-03-01"), &["DAY"], None, COMPARED).await;
    assert_eq!(
        rows.iter().map(values).collect::<Vec<_>>(),
        [(json!("0.00"), json!("1.00")), (json!("2.00"), json!("1.00")), (json!("4.00"), json!("0.00"))]
    );
    // 2020-W53 is compared with the week before, and with the one 52 weeks before, 2020-W01.
    let rows = SALES.rows_with(&clerk, &days(TOWN, "2020-12-28", "2021-01-03"), &["WEEK"], None, COMPARED).await;
    assert_eq!((rows.len(), values(&rows[0])), (1, (json!("16.00"), json!("96.00"))));
    assert_eq!(
        (&rows[0]["yearBefore"]["from"], &rows[0]["yearBefore"]["to"]),
        (&json!("2019-12-30"), &json!("2020-01-05"))
    );
    let rows =
        SALES.rows_with(&clerk, &days(TOWN, "2020-01-01", "2021-12-31"), &["YEAR", "VARIETY"], None, COMPARED).await;
    assert_eq!(values(&rows[0]), (json!("64.00"), json!("64.00")));
}

#[tokio::test]
async fn the_season_before_is_compared_with_the_season() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    sell(&clerk, &[("2023-08-01", "10"), ("2024-08-01", "30")]).await;
    let rows = SALES.rows_with(&clerk, &days(TOWN, "2024-01-01", "2024-12-31"), &["SEASON"], None, COMPARED).await;
    assert_eq!((&rows[0]["season"], &rows[0]["yearBefore"]["salesYuan"]["ratio"]), (&json!(2024), &json!("3.0000")));
}

#[tokio::test]
async fn what_stands_is_compared_with_what_stood() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    for (area, year) in [("2", 2022), ("1", 2024)] {
        clerk.register_plot(&grower, VILLAGE, area, year).await;
    }
    let more = "before { to areaMu { value difference } } yearBefore { areaMu { ratio } plots { value difference } }";
    let rows = STATISTICS[4].rows_with(&clerk, &days(TOWN, "2023-12-01", "2024-01-31"), &["MONTH"], None, more).await;
    let february = &rows[1];
    assert_eq!(
        (&rows[0]["areaMu"], &february["areaMu"], &february["plots"]),
        (&json!("2.00"), &json!("3.00"), &json!(2))
    );
    assert_eq!(february["before"], json!({"to": "2023-12-31", "areaMu": {"value": "2.00", "difference": "1.00"}}));
    assert_eq!(february["yearBefore"], json!({"areaMu": {"ratio": "1.5000"}, "plots": {"value": 1, "difference": 1}}));
}

#[tokio::test]
async fn the_number_of_statements_depends_on_the_question_alone() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let statements = Arc::new(AtomicUsize::new(0));
    let counter = statements.clone();
    let observed = app.observed(move |_| {
        counter.fetch_add(1, Ordering::SeqCst);
    });
    let observer = observed.again(&clerk);
    let (year, as_of) = (days(TOWN, "2024-01-15", "2024-12-20"), Some("2026-11-24T04:00:00Z"));
    // The first request closes the bound.
    SALES.rows_with(&observer, &year, &[], as_of, "").await;
    let mut counted = Vec::new();
    for sales in [1, 40] {
        for _ in 0..sales {
            clerk.record_sale("2024-08-01", "1", "1").await;
        }
        app.set_time(&format!("2026-11-24T04:{sales:02}:00Z"));
        for more in ["", COMPARED] {
            statements.store(0, Ordering::SeqCst);
            SALES.rows_with(&observer, &year, &["MONTH", "CHANNEL"], as_of, more).await;
            counted.push(statements.load(Ordering::SeqCst));
        }
    }
    let [few, few_compared, many, many_compared] = counted[..] else { panic!("{counted:?}") };
    assert_eq!(
        (few_compared, many_compared),
        (few + 2, many + 2),
        "one statement more for each comparison that is selected"
    );
    assert_eq!(few, many, "however many sales there are");
    assert!(few <= 8, "{counted:?}");
}
