//! A town of another province, from a database without any region to its report.

use serde_json::json;
use store::clock::Clock;

use crate::app::{Client, NOW, TestApp, fresh_database, instant, text};

/// 分水镇 in 桐庐县, Zhejiang.
const TOWN: &str = "330122101";
const VILLAGE: &str = "330122101201";

/// A database as the program makes it.
async fn made() -> TestApp {
    let (url, folder) = fresh_database().await;
    TestApp::on(url, Clock::fixed(instant(NOW)), folder, &[]).await
}

async fn report(client: &Client, region: &str) -> serde_json::Value {
    let query = format!(
        "{{ townReport(regionCode: \"{region}\", year: 2026) {{ plantedAreaMu visitors salesRevenueYuan region {{ name }} }} }}"
    );
    client.ask(&query).await["townReport"].take()
}

#[tokio::test]
async fn a_new_database_has_neither_regions_nor_varieties() {
    let app = made().await;
    let seen = app.visitor().ask("{ varieties { code } regions { totalCount } sites { code } }").await;
    assert_eq!(seen, json!({"varieties": [], "regions": {"totalCount": 0}, "sites": []}));
    app.verified().await;
}

#[tokio::test]
async fn a_town_of_another_province_is_added_from_the_top_recorded_into_and_reported_from() {
    let app = made().await;
    let admin = app.admin().await;
    let refusal = admin.refused_change("addRegion", json!({"code": TOWN, "name": "分水镇"})).await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.code")), "there is no county yet");
    for (code, name, level) in [
        ("33", "浙江省", "PROVINCE"),
        ("330122", "桐庐县", "COUNTY"),
        (TOWN, "分水镇", "TOWNSHIP"),
        (VILLAGE, "天英村民委员会", "VILLAGE"),
    ] {
        let added = admin.change("addRegion", json!({"code": code, "name": name}), "region { code level }").await;
        assert_eq!(added["region"], json!({"code": code, "level": level}));
    }
    let chestnut = json!({
        "code": "chestnut", "name": "板栗", "nameEn": "Chestnut", "harvestStartMonth": 9, "harvestEndMonth": 10
    });
    admin.change("addVariety", chestnut, "__typename").await;
    let site = json!({"code": "gate", "name": "村口", "regionCode": VILLAGE, "countsTowardsTotal": true});
    admin.change("addSite", site, "__typename").await;

    let clerk = app.clerk_of(TOWN).await;
    let grower = clerk.register_grower("何家农场", VILLAGE).await;
    let plot = json!({
        "growerId": grower, "regionCode": VILLAGE, "varietyCode": "chestnut", "areaMu": "12.5", "plantedYear": 2015
    });
    let plot = text(&clerk.change("registerPlot", plot, "plot { id }").await["plot"]["id"]);
    let lot = clerk.record_harvest(&plot, "2026-09-20", "300").await;
    let sale = json!({
        "soldOn": "2026-10-02", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "chestnut", "lotId": lot,
        "quantityKg": "100", "amountYuan": "1200"
    });
    clerk.change("recordSale", sale, "__typename").await;
    clerk
        .change("recordVisitors", json!({"siteCode": "gate", "date": "2026-10-02", "visitors": 70}), "__typename")
        .await;
    let official = app.official_of("33").await;
    for (region, name) in [(VILLAGE, "天英村民委员会"), (TOWN, "分水镇"), ("330122", "桐庐县"), ("33", "浙江省")]
    {
        let expected = json!({
            "plantedAreaMu": "12.50", "visitors": 70, "salesRevenueYuan": "1200.00", "region": {"name": name}
        });
        assert_eq!(report(&official, region).await, expected, "{region}");
    }
    assert_eq!(clerk.refused("{ townReport(regionCode: \"33\", year: 2026) { visitors } }").await.code, "FORBIDDEN");
    app.verified().await;
}
