//! Publishing while others publish and record.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use serde_json::{Value, json};

use super::{WHOLE, publish, published, rows};
use crate::app::{NOW, TOWN, TestApp, VILLAGE};

#[tokio::test(flavor = "multi_thread")]
async fn of_several_at_once_one_edition_comes() {
    let app = TestApp::new().await;
    let (clerk, official) = (app.clerk().await, app.official_of(TOWN).await);
    let other = app.second_server(NOW).await;
    for round in 1..=3 {
        clerk.record_sale("2024-08-01", "1", "5").await;
        let publishing = (0..8).map(|number| {
            // Without a key, under a key that several share, and under keys of their own, on both servers.
            let key = if number % 4 == 0 { Value::Null } else { json!(format!("{round} {}", number % 3)) };
            let client = if number % 2 == 0 { app.again(&official) } else { other.again(&official) };
            async move {
                let input = json!({"regionCode": TOWN, "year": 2024, "idempotencyKey": key});
                client.change("publishReport", input, "publishedReport { id edition hash }").await.to_string()
            }
        });
        let answers: BTreeSet<String> = join_all(publishing).await.into_iter().collect();
        assert_eq!(answers.len(), 1, "{answers:?}");
        assert_eq!(rows(&app).await.len(), round);
    }
    app.verified().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn editions_that_were_published_while_sales_came_are_those_of_their_bounds() {
    let app = TestApp::new().await;
    let (clerk, official) = (app.clerk().await, app.official_of(TOWN).await);
    let selling = async {
        for number in 1..=40 {
            clerk.record_sale("2024-08-01", "1", &number.to_string()).await;
        }
    };
    let publishing = async {
        for _ in 0..10 {
            publish(&official, TOWN, 2024, "YEAR", "id").await;
        }
    };
    tokio::join!(selling, publishing);
    publish(&official, TOWN, 2024, "YEAR", "id").await;
    let editions = published(&official, TOWN, &format!("edition restatedFields report {{ {WHOLE} }}")).await;
    assert_eq!(editions[0]["report"]["salesRevenueYuan"], "820.00");
    assert_eq!(editions[0]["restatedFields"], Value::Null);
    let numbers: Vec<i64> =
        editions.iter().rev().map(|edition| edition["edition"].as_i64().expect("a number")).collect();
    assert_eq!(numbers, (1..=i64::try_from(editions.len()).expect("a number")).collect::<Vec<_>>());
    for edition in &editions {
        let bound = edition["report"]["asOf"].as_str().expect("an instant");
        assert_eq!(clerk.report_as_of(2024, bound, WHOLE).await, edition["report"]);
    }
    app.verified().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn regions_and_periods_do_not_wait_for_one_edition() {
    let app = TestApp::new().await;
    let official = app.official_of(TOWN).await;
    let subjects = [(TOWN, "YEAR"), (TOWN, "Q1"), (VILLAGE, "YEAR"), (VILLAGE, "M02")];
    let editions = join_all(subjects.map(|(region, period)| publish(&official, region, 2024, period, "edition"))).await;
    assert_eq!(editions, [json!({"edition": 1}), json!({"edition": 1}), json!({"edition": 1}), json!({"edition": 1})]);
}
