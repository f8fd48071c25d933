//! Published reports: an edition never changes, and what the records give now is shown beside it.

mod at_once;
mod editions;
mod names;
mod page;
mod periods;
mod reproduced;
mod restated;
mod small_cells;
mod stored;
mod withdrawn;

use sea_orm::{EntityTrait, QueryOrder};
use serde_json::{Value, json};
use store::entity::figures::published_report;

use crate::app::{Client, TestApp, VILLAGE, text};

/// Every figure of a report.
pub const WHOLE: &str = "region { code name } year period plantedAreaMu plantedAreaByVariety { variety { code name nameEn } areaMu growers } \
    visitors visitorsByMonth { month count } salesRevenueYuan presaleRevenueYuan produceRevenueYuan \
    revenueByVariety { variety { code name nameEn } salesYuan presaleYuan salesKg presaleKg } \
    revenueByProduct { product { code name plant { code name } } salesYuan salesKg } revenueByChannel { channel salesYuan } \
    revenueByMonth { month salesYuan presaleYuan } \
    plantOutput { plant { code name } product { code name } outputKg byMonth { month outputKg } } \
    cateringTakingsYuan cateringIncreaseYuan festivalEditions processingPlants processingProjects honours { kind count } asOf";

/// Publishes the report of a region's period and returns the selection on its edition.
pub async fn publish(client: &Client, region: &str, year: i32, period: &str, selection: &str) -> Value {
    let input = json!({"regionCode": region, "year": year, "period": period});
    client.change("publishReport", input, &format!("publishedReport {{ {selection} }}")).await["publishedReport"].take()
}

/// The newest twelve published reports of a region, as a client reads them.
pub async fn published(client: &Client, region: &str, selection: &str) -> Vec<Value> {
    let mut answer = client
        .ask(&format!("{{ publishedReports(regionCode: \"{region}\", first: 12) {{ nodes {{ {selection} }} }} }}"))
        .await;
    serde_json::from_value(answer["publishedReports"]["nodes"].take()).expect("nodes")
}

/// The rows as they are stored, in the order of their publication.
pub async fn rows(app: &TestApp) -> Vec<published_report::Model> {
    let rows = published_report::Entity::find().order_by_asc(published_report::Column::PublishedAt);
    rows.order_by_asc(published_report::Column::Id).all(app.database.reader()).await.expect("rows")
}

/// Records a sale of a grower's fruit and returns its id.
pub async fn sell(
    clerk: &Client,
    grower: &str,
    variety: &str,
    channel: &str,
    sold_on: &str,
    amount_yuan: &str,
) -> String {
    let input = json!({
        "soldOn": sold_on, "channel": channel, "regionCode": VILLAGE, "varietyCode": variety, "growerId": grower,
        "quantityKg": "1", "amountYuan": amount_yuan
    });
    text(&clerk.change("recordSale", input, "sale { id }").await["sale"]["id"])
}
