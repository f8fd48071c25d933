//! What an adjustment changes, and what is refused.

use serde_json::{Value, json};

use super::{Town, keyed, pair, pickles_sold};
use crate::{
    app::{OTHER_TOWN, OTHER_VILLAGE},
    presales::preorders::with,
};

#[tokio::test]
async fn what_rotted_is_no_longer_there_and_in_no_revenue() {
    let town = Town::new().await;
    town.sell_fruit("100").await;
    let revenue =
        async || town.clerk.report(2026, "salesRevenueYuan produceRevenueYuan plantOutput { outputKg }").await;
    let before = revenue().await;
    let selection = "adjustment { changeKg on reason note recordedAt recordedBy { role } lot { id availableKg } intake { id } batch { id } voidedAt }";
    let rot = with(town.lot.adjusted("-150.5", "SPOILED"), json!({"note": "雨后\n腐烂"}));
    let made = town.clerk.change("recordStockAdjustment", rot, selection).await;
    let expected = json!({
        "changeKg": "-150.500", "on": "2026-08-20", "reason": "SPOILED", "note": made["adjustment"]["note"],
        "recordedAt": made["adjustment"]["recordedAt"], "recordedBy": {"role": "CLERK"},
        "lot": {"id": town.lot.id, "availableKg": "249.500"}, "intake": null, "batch": null, "voidedAt": null
    });
    assert_eq!(made["adjustment"], expected);
    for (reason, change) in
        [("LOST", "-1"), ("GIVEN_AWAY", "-2"), ("OWN_USE", "-3"), ("COUNTED", "-4"), ("COUNTED", "7.5")]
    {
        town.adjust(&town.lot, change, reason).await;
    }
    assert_eq!(town.left(&town.lot).await, pair("247.000", "-153.000"));
    let beyond = town.clerk.refused_change("recordStockAdjustment", town.lot.adjusted("-247.001", "LOST")).await;
    assert_eq!(beyond.brief(), ("QUOTA_EXCEEDED", Some("input.changeKg")));
    assert_eq!(beyond.available_kg.as_deref(), Some("247.000"));
    assert_eq!(revenue().await, before, "it is in no revenue");
    town.adjust(&town.lot, "-247", "LOST").await;
    assert_eq!(town.left(&town.lot).await, pair("0.000", "-400.000"));
    town.app.verified().await;
}

#[tokio::test]
async fn a_plant_sells_no_more_than_what_did_not_rot() {
    let town = Town::new().await;
    town.adjust(&town.batch, "-4", "SPOILED").await;
    town.adjust(&town.intake, "-30", "LOST").await;
    assert_eq!(town.operator.stock().await, json!([{"product": {"code": "paocai"}, "quantityKg": "6.000"}]));
    assert_eq!(town.left(&town.intake).await, pair("50.000", "-30.000"));
    let beyond = town.clerk.refused_change("recordSale", pickles_sold("6.001")).await;
    assert_eq!((beyond.code.as_str(), beyond.available_kg.as_deref()), ("QUOTA_EXCEEDED", Some("6.000")));
    town.clerk.change("recordSale", pickles_sold("6"), "__typename").await;
    // Counting finds a jar more.
    town.adjust(&town.batch, "0.5", "COUNTED").await;
    town.clerk.change("recordSale", pickles_sold("0.5"), "__typename").await;
    assert_eq!(town.operator.stock().await, json!([]));
    town.app.verified().await;
}

#[tokio::test]
async fn more_than_was_recorded_may_be_counted() {
    let town = Town::new().await;
    for goods in [&town.lot, &town.intake, &town.batch] {
        town.adjust(goods, "1000", "COUNTED").await;
    }
    assert_eq!(town.left(&town.lot).await, pair("1500.000", "1000.000"));
    town.sell_fruit("1500").await;
    town.operator.pickle(&town.intake.id, "1080", json!({"outputKg": "1"})).await;
    town.clerk.change("recordSale", pickles_sold("1011"), "__typename").await;
    town.app.verified().await;
}

/// A sale before a plant keeps stock draws on no batch, unless it names one. An adjustment always names what it is of.
#[tokio::test]
async fn goods_from_before_a_plant_keeps_stock_are_adjusted_like_others() {
    let town = Town::new().await;
    let later = json!({"code": "pickles", "stockFrom": "2026-09-01"});
    town.app.admin().await.change("updateProcessingPlant", later, "__typename").await;
    town.clerk.change("recordSale", pickles_sold("100"), "__typename").await;
    town.adjust(&town.batch, "-3", "SPOILED").await;
    assert_eq!(town.left(&town.batch).await, pair("7.000", "-3.000"));
    town.app.verified().await;
}

#[tokio::test]
async fn bad_fields_are_named_and_nothing_is_recorded() {
    let town = Town::new().await;
    let of_lot = |changes: Value| with(town.lot.adjusted("-1", "SPOILED"), changes);
    for (changes, code, field) in [
        (json!({"changeKg": "0"}), "INVALID_INPUT", "changeKg"),
        (json!({"changeKg": "-0.000"}), "INVALID_INPUT", "changeKg"),
        (json!({"changeKg": "-0.0001"}), "INVALID_INPUT", "changeKg"),
        (json!({"changeKg": "-100000000.001"}), "INVALID_INPUT", "changeKg"),
        (json!({"changeKg": "1"}), "INVALID_INPUT", "changeKg"),
        (json!({"changeKg": "1", "reason": "GIVEN_AWAY"}), "INVALID_INPUT", "changeKg"),
        (json!({"on": "2026-07-31"}), "INVALID_INPUT", "on"),
        (json!({"on": "2026-11-25"}), "INVALID_INPUT", "on"),
        (json!({"note": ""}), "INVALID_INPUT", "note"),
        (json!({"lotId": null}), "INVALID_INPUT", "lotId"),
        (json!({"intakeId": town.intake.id}), "INVALID_INPUT", "intakeId"),
        (json!({"batchId": town.batch.id}), "INVALID_INPUT", "batchId"),
        (json!({"lotId": "nothing"}), "NOT_FOUND", "lotId"),
        // A record is looked up before the fields are checked.
        (json!({"lotId": "nothing", "changeKg": "0"}), "NOT_FOUND", "lotId"),
    ] {
        let refused = town.clerk.refused_change("recordStockAdjustment", of_lot(changes.clone())).await;
        assert_eq!(refused.brief(), (code, Some(format!("input.{field}").as_str())), "{changes}");
    }
    for (goods, early) in [(&town.intake, "2026-07-31"), (&town.batch, "2026-08-09")] {
        let input = with(goods.adjusted("-1", "LOST"), json!({"on": early}));
        let refused = town.operator.refused_change("recordStockAdjustment", input).await;
        assert_eq!(refused.brief(), ("INVALID_INPUT", Some("input.on")));
    }
    let list = town.clerk.ask("{ stockAdjustments(filter: {}) { totalCount } }").await;
    assert_eq!(list["stockAdjustments"]["totalCount"], 0);
    town.app.verified().await;
}

#[tokio::test]
async fn whoever_records_the_goods_adjusts_them() {
    let town = Town::new().await;
    let app = &town.app;
    let grower = app.grower(&town.grower).await;
    let own = grower.adjust(town.lot.adjusted("-1", "OWN_USE")).await;
    let of_plant = town.adjust(&town.batch, "-1", "OWN_USE").await;
    // Another household does not see the lot, a clerk of another community neither.
    let stranger = town.clerk.register_grower("张三", OTHER_VILLAGE).await;
    let far = "input.lotId";
    for (who, client, goods, expected) in [
        ("another grower", app.grower(&stranger).await, &town.lot, ("NOT_FOUND", Some(far))),
        ("a clerk there", app.clerk_of(OTHER_VILLAGE).await, &town.lot, ("NOT_FOUND", Some(far))),
        ("a clerk", town.clerk.clone(), &town.intake, ("FORBIDDEN", None)),
        ("a clerk", town.clerk.clone(), &town.batch, ("FORBIDDEN", None)),
        ("the grower", grower.clone(), &town.batch, ("FORBIDDEN", None)),
        ("the plant", town.operator.clone(), &town.lot, ("FORBIDDEN", None)),
        ("an official", app.official_of(OTHER_TOWN).await, &town.lot, ("FORBIDDEN", None)),
        ("the administrator", app.admin().await, &town.lot, ("FORBIDDEN", None)),
        ("a visitor", app.visitor(), &town.lot, ("UNAUTHENTICATED", None)),
    ] {
        let refused = client.refused_change("recordStockAdjustment", goods.adjusted("-1", "LOST")).await;
        assert_eq!(refused.brief(), expected, "{who}: {goods:?}");
    }
    for (who, client, id, code) in [
        ("another grower", app.grower(&stranger).await, &own, "NOT_FOUND"),
        ("a clerk there", app.clerk_of(OTHER_VILLAGE).await, &own, "NOT_FOUND"),
        ("the plant", town.operator.clone(), &own, "NOT_FOUND"),
        ("a clerk", town.clerk.clone(), &of_plant, "FORBIDDEN"),
        ("the grower", grower.clone(), &of_plant, "NOT_FOUND"),
    ] {
        assert_eq!(client.refused_change("voidStockAdjustment", super::void(id)).await.code, code, "{who}");
    }
    grower.void_adjustment(&own).await;
    town.operator.void_adjustment(&of_plant).await;
    town.app.verified().await;
}

#[tokio::test]
async fn sent_twice_it_is_recorded_once() {
    let town = Town::new().await;
    let rot = keyed(town.lot.adjusted("-10", "SPOILED"), "rot");
    let first = town.clerk.adjust(rot.clone()).await;
    assert_eq!(town.clerk.adjust(with(rot.clone(), json!({"changeKg": "-10.000", "note": null}))).await, first);
    assert_eq!(town.left(&town.lot).await, pair("490.000", "-10.000"));
    let other = with(rot.clone(), json!({"changeKg": "-11"}));
    assert_eq!(town.clerk.refused_change("recordStockAdjustment", other).await.code, "CONFLICT");
    let undo = keyed(super::void(&first), "undo");
    for _ in 0..2 {
        town.clerk.change("voidStockAdjustment", undo.clone(), "__typename").await;
        assert_eq!(town.left(&town.lot).await, pair("500.000", "0.000"));
    }
    // A repeat of what was voided since is answered from the record as it stands.
    let again = town.clerk.change("recordStockAdjustment", rot, "adjustment { id voidReason }").await;
    assert_eq!(again["adjustment"], json!({"id": first, "voidReason": "错录"}));
    assert_eq!(town.left(&town.lot).await, pair("500.000", "0.000"));
    town.app.verified().await;
}
