//! What offers may be for, and what a buyer pays for it in all.

use serde_json::json;

use super::{claim, town, with};
use crate::app::TOWN;

#[tokio::test]
async fn next_seasons_crop_is_offered_and_estimated_before_new_year() {
    let (app, clerk, _) = town(json!({})).await;
    let offer = clerk.open_offer(json!({"season": 2027})).await;
    assert_eq!(app.visitor().place(&offer, "1").await["status"], "PLACED");
    let estimate =
        |season: i32| json!({"varietyCode": "fengshui-pear", "season": season, "regionCode": TOWN, "quantityKg": "60"});
    clerk.change("recordHarvestEstimate", estimate(2027), "__typename").await;
    let refusal = clerk.refused_change("recordHarvestEstimate", estimate(2028)).await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.season")));
    assert!(refusal.message.contains("1949 to 2027"), "{}", refusal.message);
    app.verified().await;
}

#[tokio::test]
async fn the_total_is_what_the_buyer_pays_in_all() {
    let (app, clerk, _) = town(json!({})).await;
    let offer = clerk.open_offer(json!({"ships": true, "freightYuan": "12.00"})).await;
    let shipped = with(claim(&offer, "10"), json!({"fulfilment": "SHIP", "deliveryAddress": "重庆市"}));
    let selection = "preorder { id totalYuan openYuan }";
    let placed = app.visitor().change("placePreorder", shipped, selection).await["preorder"].take();
    assert_eq!((&placed["totalYuan"], &placed["openYuan"]), (&json!("92.00"), &json!("92.00")));
    let picked_up = app.visitor().change("placePreorder", claim(&offer, "10"), selection).await;
    assert_eq!(picked_up["preorder"]["totalYuan"], "80.00");
    clerk.pay(&placed, "92").await;
    let total = async || clerk.ask(&format!("{{ preorder(id: {}) {{ totalYuan openYuan }} }}", placed["id"])).await;
    assert_eq!(total().await["preorder"], json!({"totalYuan": "92.00", "openYuan": "0.00"}));
    let cancel = json!({"preorderId": placed["id"], "onBehalfOf": "TOWN", "reason": "冰雹"});
    clerk.change("cancelPreorder", cancel, "__typename").await;
    assert_eq!(total().await["preorder"], json!({"totalYuan": "0.00", "openYuan": "0.00"}));
}
