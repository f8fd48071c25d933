//! The records of the demonstration are plausible and within their bounds.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;
use store::entity::{
    access::account,
    figures::ledger_entry,
    harvest::harvest_lot,
    registers::{grower, variety},
    sales::sale,
    tourism::{catering_takings, festival, visitor_count},
};
use types::{GrowerKind, SaleChannel, SourceKind};

use super::total;
use crate::app::{NOW, TOWN, TestApp, instant, text};

#[tokio::test]
async fn there_are_2000_growers_and_1000_sales_a_year() {
    let app = TestApp::demo().await;
    let official = app.sign_in_to_demo("official").await;
    assert_eq!(total(&official, "growers").await, 2_000);
    for kind in ["HOUSEHOLD", "FAMILY_FARM", "COOPERATIVE", "COMPANY"] {
        assert!(total(&official, &format!("growers(filter: {{kind: {kind}}})")).await > 5, "{kind}");
    }
    for year in 2021..=2025 {
        let filter = format!("sales(filter: {{soldFrom: \"{year}-01-01\", soldTo: \"{year}-12-31\", voided: false}})");
        let sales = total(&official, &filter).await;
        assert!((1_000..=1_400).contains(&sales), "{year}: {sales}");
    }
    assert!(total(&official, "sales(filter: {voided: true})").await > 20);
    assert!(total(&official, "sales(filter: {soldFrom: \"2026-11-20\", soldTo: \"2026-11-24\"})").await > 0);
}

#[tokio::test]
async fn six_people_of_the_town_sign_in() {
    let app = TestApp::demo().await;
    let selection = "role region { code } processingPlant { code name products { code name } } grower { id }";
    for (username, role) in demo::SIGN_INS {
        let me = app.sign_in_to_demo(username).await.ask(&format!("{{ me {{ {selection} }} }}")).await["me"].take();
        assert_eq!(me["role"], serde_json::to_value(role_name(role)).expect("a role"));
        assert_eq!(me["region"]["code"], TOWN, "{username}");
        assert_eq!(me["processingPlant"].is_null(), username != "plant");
        assert_eq!(me["grower"].is_null(), username != "grower");
        if username == "plant" {
            assert!(text(&me["processingPlant"]["name"]).contains("泡菜"));
            assert_eq!(me["processingPlant"]["products"][0]["name"], "洗澡泡菜");
        }
    }
    let grower = app.sign_in_to_demo("grower").await;
    assert!(total(&grower, "plots").await >= 2);
    assert!(total(&grower, "harvestLots").await >= 20);
    assert!(total(&grower, "sales").await >= 20);
    let accounts = account::Entity::find().all(app.database.reader()).await.expect("accounts");
    assert_eq!(accounts.iter().map(|account| &account.password_hash).collect::<BTreeSet<_>>().len(), 6);
    let refusal = app.visitor().refused_change("signIn", json!({"username": "admin", "password": "lihua-demo "})).await;
    assert_eq!(refusal.code, "UNAUTHENTICATED");
}

fn role_name(role: types::Role) -> String {
    sea_orm::ActiveEnum::to_value(&role)
}

#[tokio::test]
async fn records_ledger_and_totals_agree() {
    TestApp::demo().await.verified().await;
}

#[tokio::test]
async fn everything_lies_within_its_bounds() {
    let app = TestApp::demo().await;
    let reader = app.database.reader();
    let now = instant(NOW);
    for entry in ledger_entry::Entity::find().all(reader).await.expect("entries") {
        assert!(entry.recorded_at <= now, "{entry:?}");
        assert!(entry.day <= now.day(), "{entry:?}");
        // Nothing is recorded before it happened. Festivals and plots may begin before the records do.
        assert!(entry.recorded_at.day() >= entry.day || entry.source_kind == SourceKind::PlotTerm, "{entry:?}");
    }
    let lots = harvest_lot::Entity::find().all(reader).await.expect("lots");
    let lots: BTreeMap<_, _> = lots.into_iter().map(|lot| (lot.id, lot)).collect();
    let growers = grower::Entity::find().all(reader).await.expect("growers");
    let growers: BTreeMap<_, _> = growers.into_iter().map(|grower| (grower.id, grower)).collect();
    let varieties = variety::Entity::find().all(reader).await.expect("varieties");
    let varieties: BTreeMap<_, _> = varieties.into_iter().map(|variety| (variety.code.clone(), variety)).collect();
    let festivals = festival::Entity::find().all(reader).await.expect("festivals");
    let mut channels = BTreeSet::new();
    let mut prices: BTreeMap<_, (i64, i64)> = BTreeMap::new();
    let mut by_channel: BTreeMap<_, (i64, i64)> = BTreeMap::new();
    for sale in sale::Entity::find().all(reader).await.expect("sales") {
        let at_festival =
            festivals.iter().any(|festival| (festival.starts_on..=festival.ends_on).contains(&sale.sold_on));
        assert!(sale.channel != SaleChannel::Festival || at_festival, "{sale:?}");
        assert!(sale.grower_id.is_none_or(|grower| growers[&grower].registered_at <= sale.recorded_at), "{sale:?}");
        channels.insert(sale.channel);
        if let Some(lot) = sale.lot_id.map(|lot| &lots[&lot]) {
            assert_eq!((Some(&lot.variety_code), Some(lot.grower_id)), (sale.variety_code.as_ref(), sale.grower_id));
            assert!(lot.harvested_on <= sale.sold_on && lot.recorded_at <= sale.recorded_at, "{sale:?} {lot:?}");
        }
        let Some(variety) = sale.variety_code.as_ref().map(|code| &varieties[code]) else { continue };
        let by_day = || types::season_of_sale(sale.sold_on, variety.harvest_start_month);
        assert_eq!(sale.season, Some(sale.lot_id.map_or_else(by_day, |lot| lots[&lot].season)));
        assert!(is_sold(variety, sale.sold_on.month() as i32), "{sale:?}");
        let price = sale.amount_fen.0 * 1_000 / sale.quantity_g.0;
        let of_channel = (variety.code.clone(), sale.sold_on.year(), sale.channel);
        for range in [
            prices.entry(variety.code.clone()).or_insert((i64::MAX, 0)),
            by_channel.entry(of_channel).or_insert((i64::MAX, 0)),
        ] {
            *range = (range.0.min(price), range.1.max(price));
        }
    }
    for ((variety, year, channel), (lowest, _)) in &by_channel {
        let (_, wholesale) = by_channel[&(variety.clone(), *year, SaleChannel::Wholesale)];
        assert!(
            *channel == SaleChannel::Wholesale || *lowest > wholesale,
            "{variety} {year} {channel:?}: {lowest}, wholesale {wholesale}"
        );
    }
    assert_eq!(channels.len(), 5);
    for (variety, least, most) in [
        ("fengshui-pear", 400, 700),
        ("sanhong-pomelo", 300, 500),
        ("yunan-navel-orange", 400, 800),
        ("yellow-peach", 600, 1_200),
    ] {
        let (lowest, highest) = prices[variety];
        assert!(lowest >= least && highest <= most, "{variety}: {lowest}–{highest}");
    }
    for lot in lots.values() {
        let variety = &varieties[&lot.variety_code];
        assert!(is_picked(variety, lot.harvested_on.month() as i32), "{lot:?}");
        assert!(growers[&lot.grower_id].registered_at <= lot.recorded_at, "{lot:?}");
    }
    assert!(lots.values().any(|lot| lot.available_g.0 > 0) && lots.values().any(|lot| lot.available_g.0 == 0));
    for grower in growers.values() {
        assert!(grower.phone.as_ref().is_none_or(|phone| phone.len() == 11 && phone.starts_with("154")), "{grower:?}");
        assert!(grower.kind != GrowerKind::Company || grower.name.ends_with("有限公司"), "{grower:?}");
    }
    assert!(growers.values().filter(|grower| grower.display_name.is_some()).count() > 50);
}

fn is_picked(variety: &variety::Model, month: i32) -> bool {
    let (first, last) = (variety.harvest_start_month, variety.harvest_end_month);
    if first <= last { (first..=last).contains(&month) } else { month >= first || month <= last }
}

/// A variety is sold while it is picked and, from storage, in the month after.
fn is_sold(variety: &variety::Model, month: i32) -> bool {
    is_picked(variety, month) || is_picked(variety, (month + 10) % 12 + 1)
}

#[tokio::test]
async fn corrections_stay_on_record() {
    let app = TestApp::demo().await;
    let reader = app.database.reader();
    let counts =
        visitor_count::Entity::find().filter(visitor_count::Column::ReplacedAt.is_not_null()).count(reader).await;
    assert!(counts.expect("a count") > 20);
    let takings =
        catering_takings::Entity::find().filter(catering_takings::Column::ReplacedAt.is_not_null()).count(reader).await;
    assert!(takings.expect("a count") > 10);
}
