//! A published report keeps the names of its day for ever.

use serde_json::json;

use super::{WHOLE, publish, published};
use crate::app::{TOWN, TestApp, VILLAGE};

#[tokio::test]
async fn a_new_name_changes_no_edition() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (admin, clerk, official, operator) =
        (app.admin().await, app.clerk().await, app.official_of(TOWN).await, app.plant_operator("pickles").await);
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    clerk.register_plot(&grower, VILLAGE, "2", 2020).await;
    clerk.record_sale("2026-08-01", "1", "5").await;
    let intake = operator.take_in(json!({"plantCode": "pickles"})).await;
    operator.pickle(&intake, "10", json!({"plantCode": "pickles", "productCode": "paocai"})).await;
    let goods = json!({
        "soldOn": "2026-11-24", "channel": "MARKET", "regionCode": VILLAGE, "productCode": "paocai", "quantityKg": "1", "amountYuan": "9"
    });
    clerk.change("recordSale", goods, "__typename").await;

    let selection = format!("id hash region {{ name }} report {{ {WHOLE} }}");
    let before = publish(&official, TOWN, 2026, "YEAR", &selection).await;
    assert_eq!(before["report"]["revenueByProduct"][0]["product"]["plant"]["name"], "云安泡菜厂");
    for (field, input) in [
        (
            "updateVariety",
            json!({"code": "fengshui-pear", "name": "新梨", "nameEn": "new pear", "harvestStartMonth": 7, "harvestEndMonth": 8}),
        ),
        ("renameProduct", json!({"code": "paocai", "name": "新泡菜"})),
        ("updateProcessingPlant", json!({"code": "pickles", "name": "新厂"})),
        ("renameRegion", json!({"code": TOWN, "name": "新镇"})),
    ] {
        admin.change(field, input, "__typename").await;
    }
    assert_eq!(published(&official, TOWN, &selection).await, std::slice::from_ref(&before));
    assert_eq!(publish(&official, TOWN, 2026, "YEAR", &selection).await, before, "a name is no figure");
    let now = clerk.report(2026, WHOLE).await;
    assert_eq!(now["revenueByVariety"][0]["variety"]["nameEn"], "new pear");
    assert_eq!((&now["plantOutput"][0]["plant"]["name"], &now["region"]["name"]), (&json!("新厂"), &json!("新镇")));
    app.verified().await;
}
