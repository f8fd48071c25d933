//! Visitors: visits by site and day.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::{Value, json};
use store::{entity::tourism::visitor_count, ledger};
use uuid::Uuid;

use crate::app::{Client, OTHER_VILLAGE, TestApp};

async fn count(clerk: &Client, site: &str, date: &str, visitors: i32) {
    let payload = clerk.change(
        "recordVisitors",
        json!({"siteCode": site, "date": date, "visitors": visitors}),
        "visitors date site { code }",
    );
    assert_eq!(payload.await, json!({"visitors": visitors, "date": date, "site": {"code": site}}));
}

async fn visitors(clerk: &Client, year: i32) -> Value {
    clerk.report(year, "visitors").await["visitors"].take()
}

#[tokio::test]
async fn a_second_count_takes_the_place_of_the_first() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let clerk = app.clerk().await;
    count(&clerk, "gate", "2026-03-21", 1200).await;
    count(&clerk, "gate", "2026-03-22", 10).await;
    assert_eq!(visitors(&clerk, 2026).await, 1210);
    count(&clerk, "gate", "2026-03-21", 800).await;
    assert_eq!(visitors(&clerk, 2026).await, 810);
    count(&clerk, "gate", "2026-03-21", 0).await;
    assert_eq!(visitors(&clerk, 2026).await, 10, "zero is a count");
    let report = clerk.report(2026, "visitorsByMonth { month count }").await;
    let months = report["visitorsByMonth"].as_array().expect("months");
    assert_eq!((months.len(), &months[2]), (12, &json!({"month": 3, "count": 10})));
    app.verified().await;
}

#[tokio::test]
async fn who_passes_several_sites_counts_once() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (admin, clerk) = (app.admin().await, app.clerk().await);
    for (site, date, visitors) in
        [("gate", "2026-03-21", 100), ("pavilion", "2026-03-21", 90), ("pavilion", "2026-03-25", 50)]
    {
        count(&clerk, site, date, visitors).await;
    }
    assert_eq!(visitors(&clerk, 2026).await, 100);
    let before = clerk.report(2026, "asOf").await["asOf"].as_str().expect("an instant").to_owned();
    app.set_time("2026-11-24T05:00:00Z");

    let from_the_25th = json!({"code": "pavilion", "countsTowardsTotal": true, "countsFrom": "2026-03-25"});
    admin.change("updateSite", from_the_25th, "site { countsTowardsTotal }").await;
    assert_eq!(visitors(&clerk, 2026).await, 150, "counts of the days from then on move with the decision");
    assert_eq!(clerk.report_as_of(2026, &before, "visitors").await["visitors"], 100, "as of before, they had not");
    count(&clerk, "pavilion", "2026-03-21", 95).await;
    assert_eq!(visitors(&clerk, 2026).await, 150, "a day before keeps what held for it");
    count(&clerk, "pavilion", "2026-03-26", 7).await;
    assert_eq!(visitors(&clerk, 2026).await, 157);
    app.verified().await;
}

/// One count per day since 1999: ten thousand, and one more.
#[tokio::test]
async fn ten_thousand_counts_move_with_few_statements_and_no_more() {
    let app = TestApp::new().await.patient_server().await;
    app.reference_data().await;
    let (admin, clerk) = (app.admin().await, app.clerk().await);
    count(&clerk, "gate", "1999-01-01", 3).await;
    let first = visitor_count::Entity::find().one(app.database.reader()).await.expect("an answer").expect("a count");
    let days = first.day.iter_days().skip(1).take(10_000);
    let counts: Vec<_> = days.map(|day| visitor_count::Model { id: Uuid::now_v7(), day, ..first.clone() }).collect();
    let filled = app.database.write_alone(async move |txn| {
        let entries = counts.iter().map(domain::tourism::visitor_counts::entry).collect();
        txn.fill::<visitor_count::Entity>(counts.into_iter().map(IntoActiveModel::into_active_model)).await?;
        ledger::record(&txn, entries).await
    });
    filled.await.expect("counts");
    assert_eq!(visitors(&clerk, 2020).await, 3 * 366);
    let decision = |from: &str| json!({"code": "gate", "countsTowardsTotal": false, "countsFrom": from});
    let refusal = admin.refused_change("updateSite", decision("1999-01-01")).await;
    let expected = ("TOO_COMPLEX", "one change affects at most 10000 counts; use a later countsFrom first");
    assert_eq!((refusal.code.as_str(), refusal.message.as_str()), expected);
    assert_eq!(visitors(&clerk, 2020).await, 3 * 366);
    let statements = Arc::new(AtomicUsize::new(0));
    let counter = statements.clone();
    let observed = app.configured_and_observed(&[("REQUEST_SECONDS", "3600")], move |_| {
        counter.fetch_add(1, Ordering::SeqCst);
    });
    observed.again(&admin).change("updateSite", decision("1999-01-02"), "site { code }").await;
    let statements = statements.load(Ordering::SeqCst);
    // Ten statements each read the entries, mark the counts, and add counts, and twice as many add entries. The totals
    // by day and month take some forty.
    assert!(statements < 130, "{statements} statements");
    assert_eq!((visitors(&clerk, 1999).await, visitors(&clerk, 2020).await), (json!(3), json!(0)));
    admin.change("updateSite", decision("1999-01-01"), "site { code }").await;
    assert_eq!(visitors(&clerk, 1999).await, 0, "what is left of them");
    app.verified().await;
}

#[tokio::test]
async fn two_counts_at_once_leave_one() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let clerk = app.clerk().await;
    let counts: Vec<_> = (1..=8)
        .map(|_| {
            let clerk = clerk.clone();
            tokio::spawn(async move { count(&clerk, "gate", "2026-03-21", 100).await })
        })
        .collect();
    for count in counts {
        count.await.expect("a count");
    }
    assert_eq!(visitors(&clerk, 2026).await, 100);
    app.verified().await;
}

#[tokio::test]
async fn bad_counts_are_refused() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let clerk = app.clerk().await;
    for (field, value) in [
        ("visitors", json!(-1)),
        ("visitors", json!(1_000_001)),
        ("visitors", json!(3_000_000_000_i64)),
        ("date", json!("2026-11-25")),
        ("date", json!("2026-3-21")),
        ("siteCode", json!("moon")),
        ("siteCode", json!("\u{0}")),
    ] {
        let mut input = json!({"siteCode": "gate", "date": "2026-03-21", "visitors": 1});
        input[field] = value.clone();
        let refusal = clerk.refused_change("recordVisitors", input).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(format!("input.{field}").as_str())), "{field} {value}");
    }
    let elsewhere = app.clerk_of(OTHER_VILLAGE).await;
    let input = json!({"siteCode": "gate", "date": "2026-03-21", "visitors": 1});
    assert_eq!(elsewhere.refused_change("recordVisitors", input).await.code, "FORBIDDEN");
    count(&clerk, "gate", "2026-11-24", 1_000_000).await;
    assert_eq!(visitors(&clerk, 2026).await, 1_000_000);
}
