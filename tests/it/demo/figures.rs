//! The figures of the demonstration are the published ones.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use store::entity::{figures::ledger_entry, registers::plot_term, tourism::festival};
use types::EntryKind;

use super::{averages, fen};
use crate::app::{TOWN, TestApp, text};

#[tokio::test]
async fn it_is_labelled() {
    let query = "{ serviceInfo { version demo } }";
    let loaded = TestApp::demo().await.visitor().ask(query).await;
    assert_eq!(loaded["serviceInfo"], json!({"version": env!("CARGO_PKG_VERSION"), "demo": true}));
    assert_eq!(TestApp::new().await.visitor().ask(query).await["serviceInfo"]["demo"], false);
}

#[tokio::test]
async fn the_area_is_20400_mu_in_four_varieties_over_eleven_communities() {
    let app = TestApp::demo().await;
    let official = app.sign_in_to_demo("official").await;
    let selection = "plantedAreaMu plantedAreaByVariety { variety { code } areaMu growers }";
    let report = official.report(2024, selection).await;
    assert_eq!(report["plantedAreaMu"], "20400.00");
    let mut areas: Vec<(i64, String)> = Vec::new();
    for row in report["plantedAreaByVariety"].as_array().expect("rows") {
        areas.push((fen(&row["areaMu"]), text(&row["variety"]["code"])));
        assert!(row["growers"].as_i64().expect("a number") > 200, "{row}");
    }
    areas.sort();
    areas.reverse();
    let order: Vec<&str> = areas.iter().map(|(_, code)| code.as_str()).collect();
    assert_eq!(order, ["fengshui-pear", "yunan-navel-orange", "sanhong-pomelo", "yellow-peach"]);
    assert_eq!(areas.iter().map(|(area, _)| area).sum::<i64>(), 2_040_000);

    let villages = official.ask(&format!("{{ region(code: \"{TOWN}\") {{ children {{ code }} }} }}")).await;
    let mut sum = 0;
    for village in villages["region"]["children"].as_array().expect("villages") {
        let query = format!("{{ townReport(regionCode: {}, year: 2024) {{ plantedAreaMu }} }}", village["code"]);
        sum += fen(&official.ask(&query).await["townReport"]["plantedAreaMu"]);
    }
    assert_eq!(villages["region"]["children"].as_array().map(Vec::len), Some(11));
    assert_eq!(sum, 2_040_000);
}

#[tokio::test]
async fn the_area_grew_and_has_a_history() {
    let app = TestApp::demo().await;
    let official = app.sign_in_to_demo("official").await;
    let mut before = 0;
    for year in 2020..=2024 {
        let area = fen(&official.report(year, "plantedAreaMu").await["plantedAreaMu"]);
        assert!(area > before, "{year}: {area}");
        before = area;
    }
    for year in [2025, 2026] {
        assert_eq!(official.report(year, "plantedAreaMu").await["plantedAreaMu"], "20400.00");
    }
    let first = plot_term::Entity::find()
        .filter(plot_term::Column::Position.eq(1))
        .all(app.database.reader())
        .await
        .expect("terms");
    let first: BTreeMap<_, _> = first.into_iter().map(|term| (term.plot_id, term)).collect();
    let later = plot_term::Entity::find()
        .filter(plot_term::Column::Position.gt(1))
        .all(app.database.reader())
        .await
        .expect("terms");
    let changed = |what: fn(&plot_term::Model, &plot_term::Model) -> bool| {
        later.iter().filter(|term| what(term, &first[&term.plot_id])).count()
    };
    assert!(changed(|after, _| !after.is_in_use) > 5);
    assert!(changed(|after, before| after.variety_code != before.variety_code) > 10);
    assert!(changed(|after, before| after.area_mu_hundredths != before.area_mu_hundredths) > 10);
    assert!(changed(|after, before| after.grower_id != before.grower_id) > 5);
}

#[tokio::test]
async fn the_means_are_those_published() {
    let app = TestApp::demo().await;
    let official = app.sign_in_to_demo("official").await;
    let means = averages(&official, 2022, 2024).await;
    assert_eq!(means["years"], json!([2022, 2023, 2024]));
    assert_eq!(means["visitors"], 45_000);
    assert!((1_000_000_001..=1_090_000_000).contains(&fen(&means["produceRevenueYuan"])), "{means}");
    assert!((500_000_001..=590_000_000).contains(&fen(&means["cateringIncreaseYuan"])), "{means}");
    let mut visitors = 0;
    for year in 2022..=2024 {
        let report = official.report(year, "visitors produceRevenueYuan cateringIncreaseYuan").await;
        visitors += report["visitors"].as_i64().expect("a number");
        assert!(fen(&report["produceRevenueYuan"]) > 1_000_000_000, "{report}");
        assert!(fen(&report["cateringIncreaseYuan"]) > 500_000_000, "{report}");
    }
    assert_eq!(visitors, 135_000);
    assert_eq!(official.report(2021, "cateringIncreaseYuan").await["cateringIncreaseYuan"], "0.00");
    // The running year has records, and is in no mean.
    assert_eq!(averages(&official, 2015, 2026).await["years"], json!([2021, 2022, 2023, 2024, 2025]));
}

#[tokio::test]
async fn the_seventh_festival_had_30000_visitors() {
    let app = TestApp::demo().await;
    let seventh = festival::Entity::find()
        .filter(festival::Column::Edition.eq(7))
        .one(app.database.reader())
        .await
        .expect("a festival");
    let seventh = seventh.expect("the seventh");
    assert_eq!(seventh.starts_on.year(), 2021);
    let days = |query: sea_orm::Select<ledger_entry::Entity>| {
        query.filter(ledger_entry::Column::Day.between(seventh.starts_on, seventh.ends_on)).all(app.database.reader())
    };
    let entries = days(ledger_entry::Entity::find().filter(ledger_entry::Column::Kind.eq(EntryKind::Visitors)))
        .await
        .expect("entries");
    assert_eq!(entries.iter().map(|entry| entry.item_count).sum::<i64>(), 30_000);
    let passing = days(ledger_entry::Entity::find().filter(ledger_entry::Column::Kind.eq(EntryKind::PassingVisitors)));
    assert!(passing.await.expect("entries").iter().map(|entry| entry.item_count).sum::<i64>() > 10_000);
    let months = app.sign_in_to_demo("official").await.report(2024, "visitorsByMonth { month count }").await;
    let mut by_count: Vec<(i64, i64)> = Vec::new();
    for row in months["visitorsByMonth"].as_array().expect("months") {
        by_count.push((row["count"].as_i64().expect("a count"), row["month"].as_i64().expect("a month")));
    }
    by_count.sort();
    assert_eq!(by_count.last().map(|(_, month)| *month), Some(3));
    assert!([1, 12].contains(&by_count[0].1));
}

#[tokio::test]
async fn editions_plants_projects_and_honours_are_those_published() {
    let app = TestApp::demo().await;
    let official = app.sign_in_to_demo("official").await;
    for year in [2024, 2026] {
        let report =
            official.report(year, "festivalEditions processingPlants processingProjects honours { kind count }").await;
        assert_eq!(
            report,
            json!({
                "festivalEditions": 10, "processingPlants": 4, "processingProjects": 3,
                "honours": [
                    {"kind": "LANDMARK_DISH", "count": 1}, {"kind": "FAMOUS_SNACK", "count": 1}, {"kind": "HERITAGE_PROJECT", "count": 3}
                ]
            })
        );
    }
    let answer = app.visitor().ask("{ festivals { edition name startsOn endsOn } }").await;
    let festivals = answer["festivals"].as_array().expect("festivals");
    assert_eq!(festivals.len(), 10);
    for (festival, year) in festivals.iter().rev().zip(2015..) {
        assert_eq!(festival["edition"], year - 2014);
        let day = |field: &str| text(&festival[field]).parse::<NaiveDate>().expect("a day");
        let (from, to) = (day("startsOn"), day("endsOn"));
        assert_eq!((from.year(), from.month()), (year, 3));
        assert!((9..=15).contains(&(to - from).num_days()), "{festival}");
    }
    assert_eq!(festivals[9]["name"], "第一届云安梨花节");
}

#[tokio::test]
async fn the_past_shows_the_town_as_it_stood() {
    let app = TestApp::demo().await;
    let official = app.sign_in_to_demo("official").await;
    let selection = "plantedAreaMu visitors produceRevenueYuan cateringTakingsYuan festivalEditions";
    let before_the_books = official.report_as_of(2020, "2021-01-01T03:59:59Z", selection).await;
    let nothing = json!({
        "plantedAreaMu": "0.00", "visitors": 0, "produceRevenueYuan": "0.00", "cateringTakingsYuan": "0.00", "festivalEditions": 0
    });
    assert_eq!(before_the_books, nothing);
    let half = official.report_as_of(2023, "2023-06-30T15:59:59Z", selection).await;
    let whole = official.report(2023, selection).await;
    assert_eq!(half["festivalEditions"], 9);
    assert!(fen(&half["produceRevenueYuan"]) < fen(&whole["produceRevenueYuan"]));
    assert!(fen(&half["plantedAreaMu"]) > 1_900_000);
}
