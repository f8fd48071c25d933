//! An edition that an earlier release stored is always read, hashed and shown as it was then. There is one fixture for
//! each version of the stored format. A release that writes a new version adds a fixture of its own, and this one
//! stays.

use domain::verify;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::entity::{access::account, figures::published_report};
use types::{RegionCode, ReportPeriod, Role, Timestamp};
use uuid::Uuid;

use super::{WHOLE, published};
use crate::{
    app::{Client, TOWN, TestApp, text},
    figures::exports::lines,
};

const EDITION_1: &str = include_str!("edition-1.json");
const EDITION_2: &str = include_str!("edition-2.json");

/// A town with the edition, and an official who may read all of it.
async fn town_with(edition: &str) -> (TestApp, Client, published_report::Model) {
    let app = TestApp::new().await;
    app.reference_data().await;
    let official = app.official_of(TOWN).await;
    let publisher =
        account::Entity::find().filter(account::Column::Role.eq(Role::Official)).one(app.database.reader()).await;
    let stored: Value = serde_json::from_str(edition).expect("JSON");
    let number = |field: &str| stored[field].as_i64().unwrap_or_else(|| panic!("{field} of {stored}"));
    let row = published_report::Model {
        id: Uuid::from_u128(1),
        region_code: RegionCode(text(&stored["regionCode"])),
        year: i32::try_from(number("year")).expect("a year"),
        period: ReportPeriod::Q3,
        edition: i32::try_from(number("edition")).expect("an edition"),
        is_provisional: stored["isProvisional"] == true,
        figures: text(&stored["figures"]),
        names: text(&stored["names"]),
        sellers: text(&stored["sellers"]),
        definitions: text(&stored["definitions"]),
        bound: Timestamp(number("bound")),
        salt: text(&stored["salt"]),
        hash: text(&stored["hash"]),
        published_at: Timestamp(number("publishedAt")),
        published_by: publisher.expect("accounts").expect("an official").id,
        office: text(&stored["office"]),
        withdrawn_at: None,
        withdrawal_reason: None,
        withdrawn_by: None,
    };
    let row = row.into_active_model().insert(app.database.unguarded()).await.expect("an edition");
    (app, official, row)
}

#[tokio::test]
async fn an_edition_of_version_1_is_read_hashed_and_shown_as_it_was() {
    let (app, official, row) = town_with(EDITION_1).await;
    let edition = published(&official, TOWN, &format!("edition hash sealedText report {{ {WHOLE} }}")).await.remove(0);
    assert_eq!(edition["hash"], row.hash);
    assert_eq!(hex::encode(Sha256::digest(text(&edition["sealedText"]))), row.hash);
    let pears = json!({"code": "fengshui-pear", "name": "丰水梨", "nameEn": "Hosui pear"});
    let peaches = json!({"code": "yellow-peach", "name": "旧名黄桃", "nameEn": "yellow peach of old"});
    let plant = json!({"code": "pickles", "name": "旧名泡菜厂"});
    let expected = json!({
        "region": {"code": TOWN, "name": "云安镇"}, "year": 2024, "period": "Q3", "plantedAreaMu": "20400.00",
        "plantedAreaByVariety": [
            {"variety": pears, "areaMu": "8198.49", "growers": 1072}, {"variety": peaches, "areaMu": "12201.51", "growers": 329}
        ],
        "visitors": 700,
        "visitorsByMonth": [{"month": 7, "count": 100}, {"month": 8, "count": 600}, {"month": 9, "count": 0}],
        "salesRevenueYuan": "1234567.89", "presaleRevenueYuan": "-50.00", "produceRevenueYuan": "1234517.89",
        "revenueByVariety": [
            {"variety": pears, "salesYuan": "1000000.00", "presaleYuan": "-50.00", "salesKg": "12345.678", "presaleKg": "-0.625"},
            {"variety": peaches, "salesYuan": "200000.00", "presaleYuan": "0.00", "salesKg": "2500.000", "presaleKg": "0.000"}
        ],
        "revenueByProduct": [
            {"product": {"code": "paocai", "name": "旧名泡菜", "plant": plant}, "salesYuan": "34567.89", "salesKg": "200.500"}
        ],
        "revenueByChannel": [
            {"channel": "FARM_GATE", "salesYuan": "200000.00"}, {"channel": "MARKET", "salesYuan": "1000000.00"},
            {"channel": "ONLINE", "salesYuan": "34567.89"}
        ],
        "revenueByMonth": [
            {"month": 7, "salesYuan": "200000.00", "presaleYuan": "0.00"}, {"month": 8, "salesYuan": "1000000.00", "presaleYuan": "-50.00"},
            {"month": 9, "salesYuan": "34567.89", "presaleYuan": "0.00"}
        ],
        "plantOutput": [{
            "plant": plant, "product": {"code": "paocai", "name": "旧名泡菜"}, "outputKg": "300.001",
            "byMonth": [{"month": 7, "outputKg": "0.000"}, {"month": 8, "outputKg": "300.000"}, {"month": 9, "outputKg": "0.001"}]
        }],
        "cateringTakingsYuan": "80000.00", "cateringIncreaseYuan": null, "festivalEditions": 8, "processingPlants": 4,
        "processingProjects": 3,
        "honours": [{"kind": "LANDMARK_DISH", "count": 1}, {"kind": "FAMOUS_SNACK", "count": 1}, {"kind": "HERITAGE_PROJECT", "count": 3}],
        "asOf": "2024-10-08T04:00:00.000000Z"
    });
    assert_eq!(edition["report"], expected);
    // Verification checks only the hashes and what the records would give now. It finds no difference.
    let findings = verify::verify(&app.database, |_, _| {}).await.expect("a verification");
    assert_eq!(findings.named, Vec::<String>::new());
}

#[tokio::test]
async fn an_edition_of_version_2_says_what_was_missing() {
    let (app, official, row) = town_with(EDITION_2).await;
    let fields = "hash report { visitors provisional completeness { kind expected recorded } sentenceZh }";
    let edition = published(&official, TOWN, fields).await.remove(0);
    let completeness = json!([
        {"kind": "VISITOR_DAYS", "expected": 368, "recorded": 360},
        {"kind": "CATERING_MONTHS", "expected": 54, "recorded": 54},
        {"kind": "SUBMISSIONS", "expected": 11, "recorded": 9}
    ]);
    assert_eq!((&edition["hash"], &edition["report"]["visitors"]), (&json!(row.hash), &json!(700)));
    assert_eq!(edition["report"]["completeness"], completeness);
    let sentence = text(&edition["report"]["sentenceZh"]);
    assert!(sentence.ends_with("。尚未填报：客流（景点·日）8、村（社区）上报2。"), "{sentence}");
    let page = app.get(&[], &format!("/reports/{}", row.id)).await;
    assert!(String::from_utf8(page.body).expect("text").contains("尚未填报"));
    let (_, official, _) = town_with(EDITION_1).await;
    let edition = published(&official, TOWN, "report { completeness { kind } sentenceZh }").await.remove(0);
    assert_eq!(edition["report"]["completeness"], json!([]), "an edition of before does not say");
    assert!(!text(&edition["report"]["sentenceZh"]).contains("尚未填报"));
    let findings = verify::verify(&app.database, |_, _| {}).await.expect("a verification");
    assert_eq!(findings.named, Vec::<String>::new());
}

/// The visitor's file: with the names of its day, and without the amounts that had too few sellers then.
#[tokio::test]
async fn an_edition_of_version_1_gives_the_file_that_it_gave() {
    let (app, _, row) = town_with(EDITION_1).await;
    let answer = app.get(&[], &format!("/reports/{}.csv", row.id)).await;
    let csv = lines(&answer);
    let shown: Vec<[&str; 4]> = csv[1..].iter().map(|line| [0, 2, 3, 5].map(|cell| line[cell].as_str())).collect();
    for line in [
        ["plantedAreaMu", "", "", "20400.00"],
        ["plantedAreaByVariety", "yellow-peach", "旧名黄桃", "12201.51"],
        ["visitorsByMonth", "2024-08", "", "600"],
        ["revenueByVariety", "fengshui-pear", "丰水梨", "1000000.00"],
        ["revenueByProduct", "paocai", "旧名泡菜", "—"],
        ["cateringIncreaseYuan", "", "", ""],
    ] {
        assert!(shown.contains(&line), "{line:?} is not in {shown:?}");
    }
}

/// A server older than the one that published answers with an error, names the edition in its log, and shows the
/// others.
#[tokio::test]
async fn an_edition_of_a_version_that_is_not_known_is_named() {
    let (app, official, row) = town_with(EDITION_1).await;
    let later = "UPDATE published_report SET figures = replace(figures, '\"version\":\"1\"', '\"version\":\"9\"')";
    app.database.unguarded().execute_unprepared(later).await.expect("a later version");
    let query =
        format!("{{ publishedReports(regionCode: \"{TOWN}\") {{ nodes {{ edition report {{ visitors }} }} }} }}");
    let answer = official.send(&query, json!({})).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "INTERNAL", "{answer:#}");
    let findings = verify::verify(&app.database, |_, _| {}).await.expect("a verification");
    let cause = "published report 500235136 2024 Q3, edition 1: its figures cannot be read: unknown variant `9`, expected `1` or `2`";
    assert!(findings.named.iter().any(|line| line.starts_with(cause)), "{:?}", findings.named);
    assert_eq!(row.edition, 1);
}
