//! How complete the records of a period are.

use serde_json::{Value, json};

use super::published_reports::publish;
use crate::app::{Client, TOWN, TestApp, VILLAGE, text};

async fn report(client: &Client, region: &str, year: i32, period: &str) -> Value {
    let report = format!("townReport(regionCode: \"{region}\", year: {year}, period: {period})");
    let fields = "asOf provisional completeness { kind expected recorded } sentenceZh";
    client.ask(&format!("{{ {report} {{ {fields} }} }}")).await["townReport"].take()
}

/// Of visitors, takings and submissions: how many there should be, and how many there are.
fn rows(report: &Value) -> Vec<(i64, i64)> {
    let rows = report["completeness"].as_array().expect("rows");
    let kinds: Vec<&str> = rows.iter().filter_map(|row| row["kind"].as_str()).collect();
    assert_eq!(kinds, ["VISITOR_DAYS", "CATERING_MONTHS", "SUBMISSIONS"]);
    let number = |row: &Value, field: &str| row[field].as_i64().expect("a number");
    rows.iter().map(|row| (number(row, "expected"), number(row, "recorded"))).collect()
}

async fn count(clerk: &Client, site: &str, date: &str) {
    clerk.change("recordVisitors", json!({"siteCode": site, "date": date, "visitors": 0}), "__typename").await;
}

async fn take(clerk: &Client, month: i32) {
    let input = json!({"establishmentCode": "kitchen", "year": 2026, "month": month, "amountYuan": "0"});
    clerk.change("recordCateringTakings", input, "__typename").await;
}

#[tokio::test]
async fn an_empty_town_lacks_nothing_but_submissions() {
    let app = TestApp::new().await;
    let official = app.official_of(TOWN).await;
    let running = report(&official, TOWN, 2026, "YEAR").await;
    assert_eq!((rows(&running), &running["provisional"]), (vec![(0, 0), (0, 0), (11, 0)], &json!(true)));
    let sentence = text(&running["sentenceZh"]);
    assert!(sentence.starts_with("2026年（截至2026年11月24日），在云安镇，"), "{sentence}");
    assert!(sentence.ends_with("。尚未填报：村（社区）上报11。"), "{sentence}");
    let over = report(&official, TOWN, 2025, "YEAR").await;
    assert_eq!((rows(&over), &over["provisional"]), (vec![(0, 0), (0, 0), (11, 0)], &json!(false)));
    assert!(text(&over["sentenceZh"]).starts_with("2025年，在云安镇，"));
}

#[tokio::test]
async fn days_and_months_count_once_they_are_over() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (clerk, admin) = (app.clerk().await, app.admin().await);
    for day in ["2026-11-22", "2026-11-23", "2026-11-24"] {
        count(&clerk, "gate", day).await;
    }
    count(&clerk, "pavilion", "2026-11-22").await;
    for month in [9, 10, 11] {
        take(&clerk, month).await;
    }
    // 23 days of November are over, and 327 of the year; ten months.
    assert_eq!(rows(&report(&clerk, TOWN, 2026, "M11").await)[..2], [(23, 2), (0, 0)]);
    let before = report(&clerk, TOWN, 2026, "YEAR").await;
    assert_eq!(rows(&before)[..2], [(327, 2), (10, 2)]);
    assert_eq!(rows(&report(&clerk, TOWN, 2026, "Q3").await)[..2], [(92, 0), (3, 1)]);
    app.set_time("2026-11-24T05:00:00Z");
    let counts = json!({"code": "pavilion", "countsTowardsTotal": true, "countsFrom": "2026-11-20"});
    admin.change("updateSite", counts, "__typename").await;
    assert_eq!(rows(&report(&clerk, TOWN, 2026, "M11").await)[0], (27, 3), "four days more, and a count of them");
    admin.change("updateSite", json!({"code": "gate", "retiredOn": "2026-11-24"}), "__typename").await;
    let closed = json!({"code": "kitchen", "name": "梨花农家乐", "closedOn": "2026-11-30"});
    assert_eq!(admin.refused_change("updateCateringEstablishment", closed).await.code, "INVALID_INPUT");
    let void = json!({"siteCode": "gate", "date": "2026-11-22", "reason": "误录"});
    clerk.change("voidVisitors", void, "__typename").await;
    assert_eq!(rows(&report(&clerk, TOWN, 2026, "M11").await)[0], (27, 2));
    // At midnight in the town November is over. The site that was retired expects nothing more.
    app.set_time("2026-11-30T16:00:00Z");
    let after = report(&clerk, TOWN, 2026, "M11").await;
    assert_eq!((rows(&after)[..2].to_vec(), &after["provisional"]), (vec![(34, 3), (1, 1)], &json!(false)));
    let as_of = format!("townReport(regionCode: \"{TOWN}\", year: 2026, asOf: {})", before["asOf"]);
    let fields = "asOf provisional completeness { kind expected recorded } sentenceZh";
    let again = clerk.ask(&format!("{{ {as_of} {{ {fields} }} }}")).await["townReport"].take();
    assert_eq!(again, before, "as of before, it is what it was");
    app.verified().await;
}

#[tokio::test]
async fn submissions_count_until_they_are_sent_back_and_editions_keep_what_was_missing() {
    let app = TestApp::new().await;
    let (clerk, official) = (app.clerk().await, app.official_of(TOWN).await);
    let submitted = async |region: &str| rows(&report(&official, region, 2025, "YEAR").await)[2];
    assert_eq!((submitted(TOWN).await, submitted(VILLAGE).await), ((11, 0), (1, 0)));
    let input = json!({"regionCode": VILLAGE, "year": 2025});
    let first = clerk.change("submitReport", input, "submission { id }").await["submission"]["id"].take();
    assert_eq!((submitted(TOWN).await, submitted(VILLAGE).await), ((11, 1), (1, 1)));
    let fields = "edition report { completeness { kind expected recorded } }";
    let edition = publish(&official, TOWN, 2025, "YEAR", fields).await;
    assert_eq!(rows(&edition["report"])[2], (11, 1));
    assert_eq!(publish(&official, TOWN, 2025, "YEAR", fields).await, edition, "nothing else is missing");
    let back = json!({"submissionId": first, "reason": "请核对"});
    official.change("sendReportBack", back, "__typename").await;
    assert_eq!(submitted(TOWN).await, (11, 0));
    let second = publish(&official, TOWN, 2025, "YEAR", fields).await;
    assert_eq!((&second["edition"], rows(&second["report"])[2]), (&json!(2), (11, 0)), "another edition says so");
    app.verified().await;
}
