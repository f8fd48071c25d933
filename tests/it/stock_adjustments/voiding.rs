//! Adjustments that are taken back, and goods that have any.

use serde_json::json;

use super::{Town, pair, pickles_sold, void};
use crate::app::text;

#[tokio::test]
async fn what_is_voided_gives_back_and_takes_back_once() {
    let town = Town::new().await;
    for goods in [&town.lot, &town.intake, &town.batch] {
        let before = town.left(goods).await;
        let lost = town.adjust(goods, "-2.5", "LOST").await;
        let counted = town.adjust(goods, "4", "COUNTED").await;
        for id in [&lost, &counted] {
            let voided = town.keeper(goods).void_adjustment(id).await;
            assert_eq!(voided, json!({"voidReason": "错录", "voidedAt": "2026-11-24T04:00:00.000000Z"}));
            assert_eq!(town.keeper(goods).refused_change("voidStockAdjustment", void(id)).await.code, "CONFLICT");
        }
        assert_eq!(town.left(goods).await, before);
    }
    town.app.verified().await;
}

#[tokio::test]
async fn what_counting_found_and_was_drawn_since_is_not_taken_back() {
    let town = Town::new().await;
    let counted = town.adjust(&town.lot, "20", "COUNTED").await;
    let sale = town.sell_fruit("501").await;
    let refused = town.clerk.refused_change("voidStockAdjustment", void(&counted)).await;
    assert_eq!((refused.code.as_str(), refused.message.contains(&sale)), ("CONFLICT", true), "{}", refused.message);
    assert_eq!(town.left(&town.lot).await, pair("19.000", "20.000"), "nothing changed");
    town.clerk.change("voidSale", json!({"saleId": sale, "reason": "错录"}), "__typename").await;
    town.clerk.void_adjustment(&counted).await;
    assert_eq!(town.left(&town.lot).await, pair("500.000", "0.000"));

    // What was lost of it since was drawn, too.
    let counted = town.adjust(&town.batch, "5", "COUNTED").await;
    let lost = town.adjust(&town.batch, "-12", "LOST").await;
    let refused = town.operator.refused_change("voidStockAdjustment", void(&counted)).await;
    assert_eq!((refused.code.as_str(), refused.message.contains(&lost)), ("CONFLICT", true), "{}", refused.message);
    town.operator.void_adjustment(&lost).await;
    let sale = town.clerk.change("recordSale", pickles_sold("15"), "sale { id }").await["sale"]["id"].take();
    let refused = town.operator.refused_change("voidStockAdjustment", void(&counted)).await;
    assert_eq!((refused.code.as_str(), refused.message.contains(&text(&sale))), ("CONFLICT", true));

    let counted = town.adjust(&town.intake, "5", "COUNTED").await;
    let made = town.operator.pickle(&town.intake.id, "81", json!({"outputKg": "1"})).await;
    let refused = town.operator.refused_change("voidStockAdjustment", void(&counted)).await;
    assert_eq!((refused.code.as_str(), refused.message.contains(&text(&made["code"]))), ("CONFLICT", true));
    town.app.verified().await;
}

#[tokio::test]
async fn goods_with_adjustments_are_voided_after_them() {
    let town = Town::new().await;
    for goods in [&town.lot, &town.batch, &town.intake] {
        let keeper = town.keeper(goods);
        let whole = json!({goods.field: goods.id, "reason": "错录"});
        let (lost, found) = (town.adjust(goods, "-2", "GIVEN_AWAY").await, town.adjust(goods, "2", "COUNTED").await);
        for id in [&lost, &found] {
            let refused = keeper.refused_change(goods.void, whole.clone()).await;
            assert_eq!(
                (refused.code.as_str(), refused.message.contains(id)),
                ("CONFLICT", true),
                "{}",
                refused.message
            );
            keeper.void_adjustment(id).await;
        }
        keeper.change(goods.void, whole, "__typename").await;
        for change in ["-1", "1"] {
            let refused = keeper.refused_change("recordStockAdjustment", goods.adjusted(change, "COUNTED")).await;
            assert_eq!(refused.brief(), ("CONFLICT", None), "nothing is left to adjust");
        }
    }
    town.app.verified().await;
}
