//! Days at the edges of the year, weeks across New Year, empty towns, and the maximum number of rows.

use serde_json::{Value, json};

use super::{SALES, STATISTICS, days};
use crate::{
    app::{OTHER_VILLAGE, TOWN, TestApp, VILLAGE},
    presales::preorders::claim,
};

fn of(rows: &[Value], field: &str, measure: &str) -> Vec<(Value, Value)> {
    rows.iter().map(|row| (row[field].clone(), row[measure].clone())).collect()
}

#[tokio::test]
async fn weeks_go_over_the_turn_of_the_year() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    for (day, yuan) in
        [("2020-12-31", "1"), ("2021-01-03", "2"), ("2021-01-04", "4"), ("2023-12-31", "8"), ("2024-01-01", "16")]
    {
        clerk.record_sale(day, "1", yuan).await;
    }
    let rows = SALES.rows(&clerk, &days(TOWN, "2020-12-31", "2021-01-10"), &["WEEK"]).await;
    assert_eq!(
        of(&rows, "week", "salesYuan"),
        [(json!("2020-W53"), json!("3.00")), (json!("2021-W01"), json!("4.00"))]
    );
    let rows = SALES.rows(&clerk, &days(TOWN, "2023-12-25", "2024-01-07"), &["WEEK"]).await;
    assert_eq!(
        of(&rows, "week", "salesYuan"),
        [(json!("2023-W52"), json!("8.00")), (json!("2024-W01"), json!("16.00"))]
    );
    // The week is divided by New Year and has a row in each year.
    let rows = SALES.rows(&clerk, &days(TOWN, "2020-12-28", "2021-01-03"), &["WEEK", "YEAR"]).await;
    assert_eq!(of(&rows, "year", "salesYuan"), [(json!(2020), json!("1.00")), (json!(2021), json!("2.00"))]);
}

#[tokio::test]
async fn the_year_turns_at_midnight_in_the_town() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    // A minute before midnight in Asia/Shanghai, and midnight. In UTC both are on 31 December.
    app.set_time("2026-12-31T15:59:00Z");
    clerk.record_sale("2026-12-31", "1", "1").await;
    let tomorrow = days(TOWN, "2026-12-31", "2027-01-01");
    assert_eq!(
        SALES.refused(&clerk, &tomorrow, &["DAY"], None, "").await.brief(),
        ("INVALID_INPUT", Some("filter.to"))
    );
    app.set_time("2026-12-31T16:00:00Z");
    clerk.record_sale("2027-01-01", "1", "2").await;
    let rows = SALES.rows(&clerk, &tomorrow, &["YEAR"]).await;
    assert_eq!(of(&rows, "year", "salesYuan"), [(json!(2026), json!("1.00")), (json!(2027), json!("2.00"))]);
}

#[tokio::test]
async fn an_empty_town_has_a_row_for_every_period_and_none_for_anything_else() {
    let app = TestApp::new().await;
    let official = app.official_of(TOWN).await;
    let year = days(TOWN, "2024-01-01", "2024-12-31");
    for statistic in &STATISTICS {
        for dimension in statistic.dimensions {
            let rows = statistic.rows(&official, &year, &[dimension]).await;
            let expected = match *dimension {
                "DAY" => 366,
                "WEEK" => 53,
                "MONTH" => 12,
                "YEAR" => 1,
                _ => 0,
            };
            assert_eq!(rows.len(), expected, "{} by {dimension}", statistic.field);
            for (measure, places) in statistic.measures {
                let nothing = match places {
                    0 => json!(0),
                    2 => json!("0.00"),
                    _ => json!("0.000"),
                };
                assert!(rows.iter().all(|row| row[*measure] == nothing), "{} by {dimension}", statistic.field);
            }
        }
        assert_eq!(statistic.rows(&official, &year, &[]).await.len(), 1, "{}", statistic.field);
    }
}

#[tokio::test]
async fn five_thousand_rows_are_answered_and_one_more_is_not() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let rows = SALES.rows(&clerk, &days(TOWN, "2010-01-01", "2023-09-09"), &["DAY"]).await;
    assert_eq!(rows.len(), 5000);
    let refusal = SALES.refused(&clerk, &days(TOWN, "2010-01-01", "2023-09-10"), &["DAY"], None, "").await;
    assert_eq!(refusal.brief(), ("TOO_COMPLEX", None));
    assert!(refusal.message.contains("5000"), "{refusal:?}");
    // Even all years that are allowed have few enough rows by month.
    assert_eq!(SALES.rows(&clerk, &days(TOWN, "1949-01-01", "2026-12-31"), &["MONTH"]).await.len(), 78 * 12);
}

#[tokio::test]
async fn regions_are_those_of_the_next_level() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    for (region, yuan) in [(VILLAGE, "1"), (OTHER_VILLAGE, "2"), (TOWN, "4")] {
        let input = json!({
            "soldOn": "2024-08-01", "channel": "MARKET", "regionCode": region, "varietyCode": "fengshui-pear", "quantityKg": "1",
            "amountYuan": yuan
        });
        clerk.change("recordSale", input, "__typename").await;
    }
    let year = |region| days(region, "2024-01-01", "2024-12-31");
    let rows = SALES.rows(&clerk, &year(TOWN), &["REGION"]).await;
    let code = |code: &str| json!({"code": code});
    assert_eq!(
        of(&rows, "region", "salesYuan"),
        [(code(TOWN), json!("4.00")), (code(VILLAGE), json!("1.00")), (code(OTHER_VILLAGE), json!("2.00"))]
    );
    let rows = SALES.rows(&clerk, &year(VILLAGE), &["REGION"]).await;
    assert_eq!(of(&rows, "region", "salesYuan"), [(code(VILLAGE), json!("1.00"))]);
    let county = app.official_of("500235").await;
    let rows = SALES.rows(&county, &year("500235"), &["REGION"]).await;
    assert_eq!(of(&rows, "region", "salesYuan"), [(code(TOWN), json!("7.00"))]);
}

#[tokio::test]
async fn presales_have_their_offers_season_and_no_channel() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let offer = clerk.open_offer(json!({"season": 2025})).await;
    let placed = clerk.change("placePreorder", claim(&offer, "10"), "preorder { id }").await["preorder"].take();
    let payment = json!({"preorderId": placed["id"], "amountYuan": "30", "method": "CASH"});
    clerk.change("recordPreorderPayment", payment, "__typename").await;
    let year = days(TOWN, "2026-01-01", "2026-12-31");
    let rows = SALES.rows(&clerk, &year, &["SEASON", "CHANNEL", "GROWER_KIND"]).await;
    let expected = json!({
        "season": 2025, "channel": null, "growerKind": null, "salesYuan": "0.00", "presaleYuan": "80.00", "salesKg": "0.000",
        "presaleKg": "10.000", "salesCount": 0, "preorderCount": 1
    });
    assert_eq!(rows, [expected]);
    let mut online = year;
    online["channel"] = json!("ONLINE");
    assert_eq!(SALES.rows(&clerk, &online, &["SEASON"]).await, Vec::<Value>::new(), "pre-sales have no channel");
}
