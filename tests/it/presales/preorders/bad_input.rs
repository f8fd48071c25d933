//! Refusals, by code and field. They change nothing.

use serde_json::{Value, json};

use super::{WHOLE, claim, offer, town, with};
use crate::app::{OTHER_TOWN, TestApp, VILLAGE};

#[tokio::test]
async fn a_bad_claim_is_refused() {
    let (app, clerk, id) = town(json!({"packKg": "2.5"})).await;
    let visitor = app.visitor();
    for (changes, field) in [
        (json!({"quantityKg": "0"}), "quantityKg"),
        (json!({"quantityKg": "-5"}), "quantityKg"),
        (json!({"quantityKg": "2.5000"}), "quantityKg"),
        (json!({"quantityKg": "五"}), "quantityKg"),
        (json!({"quantityKg": "6"}), "quantityKg"),
        (json!({"buyerName": " "}), "buyerName"),
        (json!({"buyerPhone": "110"}), "buyerPhone"),
        (json!({"fulfilment": "SHIP"}), "deliveryAddress"),
        (json!({"deliveryAddress": "重庆"}), "deliveryAddress"),
        (json!({"fulfilment": "SHIP", "deliveryAddress": ""}), "deliveryAddress"),
        (json!({"idempotencyKey": ""}), "idempotencyKey"),
    ] {
        let refusal = visitor.refused_change("placePreorder", with(claim(&id, "5"), changes.clone())).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(format!("input.{field}").as_str())), "{changes}");
    }
    let more = visitor.refused_change("placePreorder", claim(&id, "102.5")).await;
    assert_eq!((more.code.as_str(), more.available_kg.as_deref()), ("QUOTA_EXCEEDED", Some("100.000")));
    let nowhere = "0190a1b2-0000-7000-8000-000000000000";
    assert_eq!(visitor.refused_change("placePreorder", claim(nowhere, "0")).await.code, "NOT_FOUND");
    for (time, message) in [
        ("2026-11-19T23:59:59.999999Z", "the offer is not open yet; it opens at 2026-11-20 08:00"),
        ("2026-11-30T00:00:00Z", "the offer closed at 2026-11-30 08:00"),
    ] {
        app.set_time(time);
        let refusal = visitor.refused_change("placePreorder", claim(&id, "5")).await;
        assert_eq!((refusal.code.as_str(), refusal.message.as_str()), ("CONFLICT", message), "by the town's clocks");
    }
    assert_eq!(clerk.available(&id).await, "100.000");
    let none = clerk.ask("{ preorders { totalCount } }").await;
    assert_eq!(none["preorders"]["totalCount"], 0);
    app.set_time("2026-11-20T00:00:00Z");
    visitor.change("placePreorder", claim(&id, "5"), "__typename").await;
    app.set_time("2026-11-29T23:59:59.999999Z");
    visitor.change("placePreorder", claim(&id, "5"), "__typename").await;
    app.verified().await;
}

#[tokio::test]
async fn an_amount_is_rounded_half_up_and_never_nothing() {
    let (app, clerk, id) = town(json!({"unitPriceYuan": "0.05", "depositRate": "0.3333"})).await;
    let refusal = app.visitor().refused_change("placePreorder", claim(&id, "0.099")).await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.quantityKg")), "0.00495 yuan is none");
    let half = app.visitor().place(&id, "0.1").await;
    assert_eq!(
        (&half["amountYuan"], &half["depositYuan"], &half["status"]),
        (&json!("0.01"), &json!("0.01"), &json!("PLACED")),
        "a rate above 0 asks for a fen at least"
    );
    let free = clerk.open_offer(json!({"unitPriceYuan": "0.05", "depositRate": "0"})).await;
    let unasked = app.visitor().place(&free, "0.1").await;
    assert_eq!((&unasked["depositYuan"], &unasked["status"]), (&json!("0.00"), &json!("CONFIRMED")));
    assert_eq!(clerk.presale().await, "0.01", "a deposit of nothing confirms at once");
    let three = app.visitor().place(&id, "60").await;
    assert_eq!((&three["amountYuan"], &three["depositYuan"]), (&json!("3.00"), &json!("1.00")), "0.9999 is 1.00");
    let huge = clerk.open_offer(json!({"quotaKg": "100000000", "unitPriceYuan": "1000000000"})).await;
    let refusal = app.visitor().refused_change("placePreorder", claim(&huge, "100000000")).await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.quantityKg")));
    app.verified().await;
}

#[tokio::test]
async fn a_bad_offer_is_refused() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    for (changes, field) in [
        (json!({"season": 2028}), "season"),
        (json!({"season": 1948}), "season"),
        (json!({"quotaKg": "0"}), "quotaKg"),
        (json!({"unitPriceYuan": "8.001"}), "unitPriceYuan"),
        (json!({"depositRate": "1.01"}), "depositRate"),
        (json!({"depositRate": "0.00001"}), "depositRate"),
        (json!({"packKg": "100.001"}), "packKg"),
        (json!({"closesAt": "2026-11-20T00:00:00Z"}), "closesAt"),
        (json!({"opensAt": "2026-11-20"}), "opensAt"),
        (json!({"holdMinutes": 0}), "holdMinutes"),
        (json!({"holdMinutes": 43_201}), "holdMinutes"),
        (json!({"terms": "x".repeat(2001)}), "terms"),
        (json!({"pickUpFrom": "2026-12-02", "pickUpTo": "2026-12-01"}), "pickUpTo"),
        (json!({"ships": false, "freightYuan": "1"}), "freightYuan"),
        (json!({"keptRate": "-0.1"}), "keptRate"),
        (json!({"varietyCode": "apple"}), "varietyCode"),
    ] {
        let refusal = clerk.refused_change("openPresaleOffer", offer(changes.clone())).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(format!("input.{field}").as_str())), "{changes}");
    }
    let elsewhere = clerk.refused_change("openPresaleOffer", offer(json!({"regionCode": OTHER_TOWN}))).await;
    assert_eq!(elsewhere.code, "FORBIDDEN");
    let communitys = app.clerk_of(VILLAGE).await;
    assert_eq!(
        communitys.refused_change("openPresaleOffer", offer(json!({}))).await.code,
        "FORBIDDEN",
        "the town's offers are the town's"
    );
    let pick_up = clerk.open_offer(json!({"ships": false})).await;
    let ship = with(claim(&pick_up, "1"), json!({"fulfilment": "SHIP", "deliveryAddress": "重庆"}));
    assert_eq!(clerk.refused_change("placePreorder", ship).await.brief(), ("INVALID_INPUT", Some("input.fulfilment")));
}

#[tokio::test]
async fn bad_money_is_refused() {
    let (app, clerk, id) = town(json!({})).await;
    let placed = app.visitor().place(&id, "10").await;
    let pay = |changes: Value| {
        with(
            json!({"preorderId": placed["id"], "amountYuan": "24", "method": "WECHAT", "reference": "4200001"}),
            changes,
        )
    };
    for (changes, field) in [
        (json!({"amountYuan": "0"}), "amountYuan"),
        (json!({"amountYuan": "24.001"}), "amountYuan"),
        (json!({"amountYuan": "80.01"}), "amountYuan"),
        (json!({"reference": null}), "reference"),
        (json!({"reference": "a\nb"}), "reference"),
        (json!({"paidAt": "2026-11-24T04:00:00.000001Z"}), "paidAt"),
        (json!({"paidAt": "2026-11-23T04:00:00Z"}), "paidAt"),
    ] {
        let refusal = clerk.refused_change("recordPreorderPayment", pay(changes.clone())).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(format!("input.{field}").as_str())), "{changes}");
    }
    let too_much = clerk.refused_change("recordPreorderPayment", pay(json!({"amountYuan": "80.01"}))).await;
    assert!(too_much.message.contains("80.00"), "it says what is open: {}", too_much.message);
    let refund = json!({"preorderId": placed["id"], "amountYuan": "0.01", "method": "CASH"});
    let nothing_due = clerk.refused_change("recordRefund", refund).await;
    assert_eq!(nothing_due.brief(), ("INVALID_INPUT", Some("input.amountYuan")));
    assert_eq!(clerk.look_up(&placed).await, placed);
    let compensate = json!({"preorderId": placed["id"], "amountYuan": "1", "reason": "烂果"});
    let early = clerk.refused_change("compensatePreorder", compensate).await;
    assert_eq!(early.code, "CONFLICT", "{}", early.message);
    app.verified().await;
}

#[tokio::test]
async fn three_of_a_telephone_number_may_wait_for_their_deposit() {
    let (app, clerk, id) = town(json!({"holdMinutes": 60})).await;
    let claim = with(claim(&id, "1"), json!({"buyerPhone": "13800001234"}));
    let mut placed = Vec::new();
    for _ in 0..3 {
        placed.push(app.visitor().change("placePreorder", claim.clone(), WHOLE).await["preorder"].take());
    }
    let refusal = app.visitor().refused_change("placePreorder", claim.clone()).await;
    assert_eq!((refusal.code.as_str(), refusal.message.contains('3')), ("CONFLICT", true));
    assert_eq!(clerk.available(&id).await, "97.000", "it took nothing");
    clerk.pay(&placed[0], "2.40").await;
    app.visitor().change("placePreorder", claim.clone(), "__typename").await;
    assert_eq!(app.visitor().refused_change("placePreorder", claim.clone()).await.code, "CONFLICT");
    app.set_time("2026-11-24T05:00:00Z");
    app.visitor().change("placePreorder", claim.clone(), "__typename").await;
    let other = clerk.open_offer(json!({})).await;
    app.visitor().change("placePreorder", with(claim, json!({"offerId": other})), "__typename").await;
    app.verified().await;
}

#[tokio::test]
async fn placing_and_guessing_are_limited_by_address() {
    let (app, _, id) = town(json!({})).await;
    let limited = app.configured(&[("PREORDER_LIMIT_PER_MINUTE", "3")]);
    let visitor = limited.visitor();
    visitor.change("placePreorder", claim(&id, "1"), "__typename").await;
    let guess = "{ preorderByCode(code: \"P000-0000\", buyerPhone: \"13800001234\") { id } }";
    assert_eq!(visitor.refused(guess).await.code, "NOT_FOUND");
    let cancel = json!({"code": "P000-0000", "buyerPhone": "13800001234", "reason": "试"});
    assert_eq!(visitor.refused_change("cancelPreorder", cancel.clone()).await.code, "NOT_FOUND");
    assert_eq!(visitor.refused(guess).await.code, "RATE_LIMITED");
    assert_eq!(visitor.refused_change("cancelPreorder", cancel).await.code, "RATE_LIMITED");
    assert_eq!(visitor.refused_change("placePreorder", claim(&id, "1")).await.code, "RATE_LIMITED");
}

#[tokio::test]
async fn a_delivery_names_the_lot_that_has_less() {
    let (app, clerk, offer) = town(json!({})).await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
    let mut lots = Vec::new();
    for quantity in ["50", "3", "50"] {
        lots.push(clerk.record_harvest(&plot, "2026-08-01", quantity).await);
    }
    let order = app.visitor().place(&offer, "10").await;
    clerk.pay(&order, "80").await;
    let deliver = |quantities: [(usize, &str); 3]| {
        let lots = quantities.map(|(lot, quantity)| json!({"lotId": lots[lot], "quantityKg": quantity}));
        json!({"preorderId": order["id"], "deliveredOn": "2026-11-24", "lots": lots})
    };
    // They are drawn on in the order of their ids, and named by their place in the list.
    for (quantities, field) in [
        ([(0, "2"), (1, "4"), (2, "4")], "input.lots.1.quantityKg"),
        ([(2, "2"), (0, "4"), (1, "4")], "input.lots.2.quantityKg"),
    ] {
        let refusal = clerk.refused_change("deliverPreorder", deliver(quantities)).await;
        assert_eq!(refusal.brief(), ("QUOTA_EXCEEDED", Some(field)), "{quantities:?}");
        assert_eq!(refusal.available_kg.as_deref(), Some("3.000"));
    }
    clerk.change("deliverPreorder", deliver([(2, "3"), (1, "3"), (0, "4")]), "__typename").await;
    app.verified().await;
}
