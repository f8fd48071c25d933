//! Goods of pre-orders: delivered in parts or by weight, returned, compensated, and every step taken back.

use serde_json::{Value, json};

use super::{WHOLE, town, with};
use crate::app::{Client, TestApp, VILLAGE, text};

const GOODS: &str = "preorder { status quantityKg fulfillableKg deliveredKg returnedKg amountYuan openYuan refundDueYuan \
                     deliveredOn trackingNumber }";

async fn deliver(clerk: &Client, preorder: &Value, changes: Value) -> Value {
    clerk.change("deliverPreorder", delivery(preorder, changes), GOODS).await["preorder"].take()
}

fn delivery(preorder: &Value, changes: Value) -> Value {
    with(json!({"preorderId": preorder["id"], "deliveredOn": "2026-11-24"}), changes)
}

/// Asserts some fields of an object.
fn assert_has(object: &Value, fields: Value) {
    for (field, value) in fields.as_object().expect("fields") {
        assert_eq!(&object[field], value, "{field} of {object:#}");
    }
}

async fn deliveries(clerk: &Client, preorder: &Value) -> Value {
    let selection = "id deliveredOn quantityKg trackingNumber lots { id } reversedAt reversalReason";
    let query = format!("{{ preorder(id: {}) {{ deliveries {{ {selection} }} }} }}", preorder["id"]);
    clerk.ask(&query).await["preorder"]["deliveries"].take()
}

async fn reverse(clerk: &Client, delivery: &Value) -> Value {
    let input = json!({"deliveryId": delivery["id"], "reason": "录错订单"});
    clerk.change("reverseDelivery", input, GOODS).await["preorder"].take()
}

/// A lot of Hosui pears.
async fn lot(clerk: &Client, quantity_kg: &str) -> String {
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
    clerk.record_harvest(&plot, "2026-08-01", quantity_kg).await
}

/// What is left of the only lot.
async fn left(clerk: &Client) -> Value {
    clerk.ask("{ harvestLots { nodes { availableKg } } }").await["harvestLots"]["nodes"][0]["availableKg"].take()
}

/// An offer with a pre-order of a hundred kilograms that is paid.
async fn paid(changes: Value) -> (TestApp, Client, String, Value) {
    let (app, clerk, offer) = town(with(json!({"quotaKg": "200"}), changes)).await;
    let placed = app.visitor().place(&offer, "100").await;
    let paid = clerk.pay(&placed, "800").await;
    (app, clerk, offer, paid)
}

#[tokio::test]
async fn a_hundred_come_in_two_boxes() {
    let (app, clerk, offer, order) = paid(json!({})).await;
    let lot = lot(&clerk, "100").await;
    let lots = |quantity: &str| json!([{"lotId": lot, "quantityKg": quantity}]);
    let first = json!({"quantityKg": "40", "completes": false, "lots": lots("40"), "trackingNumber": "SF 1"});
    let part = deliver(&clerk, &order, first).await;
    let expected = json!({"status": "CONFIRMED", "fulfillableKg": "100.000", "deliveredKg": "40.000", "deliveredOn": "2026-11-24"});
    assert_has(&part, expected);
    assert_eq!(left(&clerk).await, "60.000");
    app.set_time("2026-11-26T04:00:00Z");
    let second = json!({"deliveredOn": "2026-11-26", "lots": lots("60")});
    let whole = deliver(&clerk, &order, second).await;
    let expected = json!({
        "status": "DELIVERED", "deliveredKg": "100.000", "amountYuan": "800.00", "deliveredOn": "2026-11-26", "trackingNumber": "SF 1"
    });
    assert_has(&whole, expected);
    assert_eq!((clerk.presale().await, clerk.available(&offer).await), ("800.00".to_owned(), "100.000".to_owned()));
    // The number of the second parcel comes later, the first one's was wrong.
    let of_order = deliveries(&clerk, &order).await;
    for (delivery, number) in [(&of_order[1], "SF 2"), (&of_order[0], "SF 0")] {
        let input = json!({"deliveryId": delivery["id"], "trackingNumber": number});
        let changed = clerk.change("changePreorderDelivery", input, GOODS).await["preorder"].take();
        assert_eq!(changed["trackingNumber"], "SF 2", "that of the last parcel");
    }
    let of_order = deliveries(&clerk, &order).await;
    assert_has(
        &of_order[0],
        json!({"deliveredOn": "2026-11-24", "quantityKg": "40.000", "trackingNumber": "SF 0", "lots": [{"id": lot}]}),
    );
    assert_has(&of_order[1], json!({"deliveredOn": "2026-11-26", "quantityKg": "60.000", "trackingNumber": "SF 2"}));
    let history = clerk.ask(&format!("{{ preorder(id: {}) {{ history {{ what quantityKg }} }} }}", order["id"])).await;
    let what: Vec<_> =
        history["preorder"]["history"].as_array().expect("events").iter().map(|event| text(&event["what"])).collect();
    assert_eq!(what, ["PLACED", "PAID", "CONFIRMED", "PART_DELIVERED", "DELIVERED"]);
    app.verified().await;
}

#[tokio::test]
async fn a_part_is_handed_over_as_far_as_it_is_paid() {
    let (app, clerk, offer) = town(json!({})).await;
    let order = app.visitor().place(&offer, "100").await;
    clerk.pay(&order, "240").await;
    let part = |quantity: &str| delivery(&order, json!({"quantityKg": quantity, "completes": false}));
    let refusal = clerk.refused_change("deliverPreorder", part("30.001")).await;
    assert_eq!((refusal.code.as_str(), refusal.message.contains("0.01")), ("CONFLICT", true), "{}", refusal.message);
    clerk.change("deliverPreorder", part("30"), GOODS).await;
    let rest = clerk.refused_change("deliverPreorder", delivery(&order, json!({}))).await;
    assert!(rest.code == "CONFLICT" && rest.message.contains("560.00"), "{}", rest.message);
    // What is delivered in part is neither cancelled nor left uncollected.
    let cancel = json!({"preorderId": order["id"], "onBehalfOf": "TOWN", "reason": "冰雹"});
    assert_eq!(clerk.refused_change("cancelPreorder", cancel).await.code, "CONFLICT");
    let uncollected = json!({"preorderId": order["id"], "reason": "未提"});
    assert_eq!(clerk.refused_change("markPreorderUncollected", uncollected).await.code, "CONFLICT");
    // But it can end there: the rest is not wanted any more.
    let fewer = |quantity: &str| json!({"preorderId": order["id"], "quantityKg": quantity, "reason": "其余不要了"});
    let refusal = clerk.refused_change("changePreorder", fewer("29.999")).await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.quantityKg")));
    let ended = clerk.change("changePreorder", fewer("30"), GOODS).await["preorder"].take();
    assert_has(
        &ended,
        json!({"status": "DELIVERED", "deliveredKg": "30.000", "amountYuan": "240.00", "openYuan": "0.00"}),
    );
    assert_eq!((clerk.presale().await, clerk.available(&offer).await), ("240.00".to_owned(), "70.000".to_owned()));
    app.verified().await;
}

#[tokio::test]
async fn completing_with_less_takes_a_reason_and_reduces_on_its_day() {
    let (app, clerk, offer, order) = paid(json!({})).await;
    let of = |changes| delivery(&order, changes);
    for (input, field) in [
        (of(json!({"quantityKg": "99.2"})), "input.reason"),
        (of(json!({"quantityKg": "100.001"})), "input.quantityKg"),
        (of(json!({"quantityKg": "0"})), "input.quantityKg"),
        (of(json!({"quantityKg": "99.2", "reason": " "})), "input.reason"),
    ] {
        let refusal = clerk.refused_change("deliverPreorder", input.clone()).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(field)), "{input}");
    }
    let less = deliver(&clerk, &order, json!({"quantityKg": "99.2", "reason": "烂果剔除"})).await;
    let expected = json!({
        "status": "DELIVERED", "quantityKg": "100.000", "fulfillableKg": "99.200", "deliveredKg": "99.200", "amountYuan": "793.60",
        "refundDueYuan": "6.40"
    });
    assert_has(&less, expected);
    assert_eq!((clerk.presale().await, clerk.available(&offer).await), ("793.60".to_owned(), "100.800".to_owned()));
    app.verified().await;
    // Taken back, it is what it was before.
    let of_order = deliveries(&clerk, &order).await;
    let before = reverse(&clerk, &of_order[0]).await;
    let expected = json!({
        "status": "CONFIRMED", "fulfillableKg": "100.000", "deliveredKg": "0.000", "amountYuan": "800.00", "refundDueYuan": "0.00",
        "deliveredOn": null
    });
    assert_has(&before, expected);
    assert_eq!((clerk.presale().await, clerk.available(&offer).await), ("800.00".to_owned(), "100.000".to_owned()));
    let twice = json!({"deliveryId": of_order[0]["id"], "reason": "再次"});
    assert_eq!(clerk.refused_change("reverseDelivery", twice).await.code, "CONFLICT");
    assert_has(&deliveries(&clerk, &order).await[0], json!({"reversalReason": "录错订单"}));
    app.verified().await;
}

#[tokio::test]
async fn by_weight_the_amount_follows_within_the_tolerance() {
    let by_weight = json!({"chargedByWeight": true, "weightTolerance": "0.01", "quotaKg": "100.5"});
    let (app, clerk, offer, order) = paid(by_weight).await;
    for quantity in ["101.001", "98.999"] {
        let refusal = clerk.refused_change("deliverPreorder", delivery(&order, json!({"quantityKg": quantity}))).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.quantityKg")), "{quantity}");
    }
    let lighter = deliver(&clerk, &order, json!({"quantityKg": "99.2"})).await;
    assert_has(&lighter, json!({"status": "DELIVERED", "amountYuan": "793.60", "refundDueYuan": "6.40"}));
    app.verified().await;
    reverse(&clerk, &deliveries(&clerk, &order).await[0]).await;
    // More takes from the quota only what it has.
    let heavier = deliver(&clerk, &order, json!({"quantityKg": "101"})).await;
    assert_has(
        &heavier,
        json!({"status": "DELIVERED", "fulfillableKg": "101.000", "amountYuan": "808.00", "openYuan": "8.00"}),
    );
    assert_eq!((clerk.presale().await, clerk.available(&offer).await), ("808.00".to_owned(), "0.000".to_owned()));
    app.verified().await;
    let owing = async || {
        clerk.ask("{ preorders(filter: { owing: true }) { nodes { id } } }").await["preorders"]["nodes"].take()
    };
    assert_eq!(owing().await, json!([{"id": order["id"]}]));
    clerk.pay(&order, "8").await;
    assert_eq!(owing().await, json!([]));
    let returned = json!({"preorderId": order["id"], "quantityKg": "0.7", "returnedOn": "2026-11-24", "backToStock": false, "reason": "烂果"});
    clerk.change("recordPreorderReturn", returned, GOODS).await;
    assert_eq!(clerk.available(&offer).await, "0.200", "what the quota never had does not come back to it");
    app.verified().await;
}

#[tokio::test]
async fn what_is_not_by_weight_has_no_tolerance() {
    let (app, clerk, _) = town(json!({})).await;
    let open = |changes| super::offer(changes);
    for (changes, field) in [
        (json!({"weightTolerance": "0.01"}), "input.weightTolerance"),
        (json!({"chargedByWeight": true, "weightTolerance": "1.01"}), "input.weightTolerance"),
    ] {
        assert_eq!(
            clerk.refused_change("openPresaleOffer", open(changes)).await.brief(),
            ("INVALID_INPUT", Some(field))
        );
    }
    let exact = open(json!({"chargedByWeight": true}));
    let offer = clerk.change("openPresaleOffer", exact, "offer { chargedByWeight weightTolerance }").await;
    assert_eq!(offer["offer"], json!({"chargedByWeight": true, "weightTolerance": "0.00"}));
    app.verified().await;
}

#[tokio::test]
async fn goods_come_back_to_stock_or_are_written_off() {
    let (app, clerk, offer, order) = paid(json!({})).await;
    let lot = lot(&clerk, "100").await;
    let back = |quantity: &str, changes: Value| {
        let input = json!({"preorderId": order["id"], "quantityKg": quantity, "returnedOn": "2026-11-25", "backToStock": true, "reason": "发错品种"});
        with(input, changes)
    };
    app.set_time("2026-11-25T04:00:00Z");
    assert_eq!(
        clerk.refused_change("recordPreorderReturn", back("1", json!({}))).await.code,
        "CONFLICT",
        "nothing was delivered"
    );
    deliver(
        &clerk,
        &order,
        json!({"quantityKg": "60", "completes": false, "lots": [{"lotId": lot, "quantityKg": "60"}]}),
    )
    .await;
    deliver(&clerk, &order, json!({"quantityKg": "40"})).await;
    for (input, field) in [
        (back("100.001", json!({})), "input.quantityKg"),
        (back("60.001", json!({})), "input.backToStock"),
        (back("10", json!({"returnedOn": "2026-11-26"})), "input.returnedOn"),
        (back("10", json!({"returnedOn": "2026-11-23"})), "input.returnedOn"),
    ] {
        let refusal = clerk.refused_change("recordPreorderReturn", input.clone()).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(field)), "{input}");
    }
    let ten = clerk.change("recordPreorderReturn", back("10", json!({})), GOODS).await["preorder"].take();
    let expected = json!({
        "status": "DELIVERED", "fulfillableKg": "90.000", "deliveredKg": "100.000", "returnedKg": "10.000", "amountYuan": "720.00",
        "refundDueYuan": "80.00"
    });
    assert_has(&ten, expected);
    assert_eq!((left(&clerk).await, clerk.presale().await), (json!("50.000"), "720.00".to_owned()));
    let off =
        clerk.change("recordPreorderReturn", back("20", json!({"backToStock": false})), GOODS).await["preorder"].take();
    assert_has(&off, json!({"amountYuan": "560.00", "refundDueYuan": "240.00"}));
    assert_eq!(left(&clerk).await, "50.000", "what is written off is gone");
    assert_eq!(clerk.available(&offer).await, "130.000");
    app.verified().await;
    // The recall says what the buyer still has of the lot.
    let code = clerk.ask("{ harvestLots { nodes { code } } }").await["harvestLots"]["nodes"][0]["code"].take();
    let recall = async || {
        clerk.ask(&format!("{{ recall(code: {code}) {{ nodes {{ quantityKg preorder {{ id }} }} }} }}")).await["recall"]
            ["nodes"]
            .take()
    };
    assert_eq!(recall().await, json!([{"quantityKg": "30.000", "preorder": {"id": order["id"]}}]));
    // A delivery with something on top of it is not reversed before that.
    let of_order = deliveries(&clerk, &order).await;
    let blocked =
        clerk.refused_change("reverseDelivery", json!({"deliveryId": of_order[0]["id"], "reason": "错"})).await;
    assert!(blocked.code == "CONFLICT" && blocked.message.contains("30.000 kg"), "{}", blocked.message);
    let query = format!("{{ preorder(id: {}) {{ returns {{ id quantityKg returnedOn backToStock }} }} }}", order["id"]);
    let returns = clerk.ask(&query).await["preorder"]["returns"].take();
    assert_has(&returns[0], json!({"quantityKg": "10.000", "returnedOn": "2026-11-25", "backToStock": true}));
    for row in returns.as_array().expect("returns") {
        let undo = json!({"returnId": row["id"], "reason": "录错"});
        clerk.change("reversePreorderReturn", undo.clone(), GOODS).await;
        assert_eq!(clerk.refused_change("reversePreorderReturn", undo).await.code, "CONFLICT");
        app.verified().await;
    }
    assert_eq!((left(&clerk).await, clerk.presale().await), (json!("40.000"), "800.00".to_owned()));
    assert_eq!(recall().await[0]["quantityKg"], "60.000");
    let open = reverse(&clerk, &of_order[0]).await;
    assert_has(&open, json!({"status": "CONFIRMED", "deliveredKg": "40.000", "fulfillableKg": "100.000"}));
    assert_eq!((left(&clerk).await, recall().await), (json!("100.000"), json!([])));
    app.verified().await;
}

#[tokio::test]
async fn all_of_it_comes_back() {
    let (app, clerk, offer, order) = paid(json!({})).await;
    deliver(&clerk, &order, json!({})).await;
    let compensate = json!({"preorderId": order["id"], "amountYuan": "100", "reason": "碰伤"});
    clerk.change("compensatePreorder", compensate.clone(), GOODS).await;
    let all = json!({"preorderId": order["id"], "quantityKg": "100", "returnedOn": "2026-11-24", "backToStock": false, "reason": "拒收"});
    let returned = clerk.change("recordPreorderReturn", all, GOODS).await["preorder"].take();
    assert_has(
        &returned,
        json!({"status": "DELIVERED", "fulfillableKg": "0.000", "amountYuan": "0.00", "refundDueYuan": "800.00"}),
    );
    assert_eq!((clerk.presale().await, clerk.available(&offer).await), ("0.00".to_owned(), "200.000".to_owned()));
    app.verified().await;
    let undo = json!({"preorderId": order["id"], "reason": "错"});
    let reversed = clerk.change("reverseCompensation", undo.clone(), GOODS).await["preorder"].take();
    assert_has(&reversed, json!({"amountYuan": "0.00", "refundDueYuan": "800.00"}));
    assert_eq!(clerk.refused_change("reverseCompensation", undo).await.code, "CONFLICT");
    app.verified().await;
}

#[tokio::test]
async fn compensations_and_refunds_are_taken_back() {
    let (app, clerk, _, order) = paid(json!({})).await;
    deliver(&clerk, &order, json!({})).await;
    let compensate = |yuan: &str| json!({"preorderId": order["id"], "amountYuan": yuan, "reason": "碰伤"});
    let undo = json!({"preorderId": order["id"], "reason": "录错订单"});
    assert_eq!(clerk.refused_change("reverseCompensation", undo.clone()).await.code, "CONFLICT");
    for yuan in ["5", "7"] {
        clerk.change("compensatePreorder", compensate(yuan), GOODS).await;
    }
    assert_eq!(clerk.presale().await, "788.00");
    let first = clerk.change("reverseCompensation", undo.clone(), GOODS).await["preorder"].take();
    assert_has(&first, json!({"amountYuan": "795.00", "refundDueYuan": "5.00"}));
    clerk.change("compensatePreorder", compensate("9"), GOODS).await;
    let second = clerk.change("reverseCompensation", undo.clone(), GOODS).await["preorder"].take();
    assert_has(&second, json!({"amountYuan": "795.00"}));
    let delivered = deliveries(&clerk, &order).await[0]["id"].clone();
    let blocked = clerk.refused_change("reverseDelivery", json!({"deliveryId": delivered, "reason": "错"})).await;
    assert!(blocked.code == "CONFLICT" && blocked.message.contains("5.00"), "{}", blocked.message);
    // The five yuan go back to the buyer, and that was the wrong order too.
    let refund = json!({"preorderId": order["id"], "amountYuan": "5", "method": "WECHAT", "reference": "R 1"});
    clerk.change("recordRefund", refund.clone(), GOODS).await;
    assert_eq!(
        clerk.refused_change("recordRefund", with(refund.clone(), json!({"amountYuan": "0.01"}))).await.code,
        "INVALID_INPUT"
    );
    let query = format!(
        "{{ preorder(id: {}) {{ refunds {{ id amountYuan method reference reversedAt reversalReason }} }} }}",
        order["id"]
    );
    let of_order = clerk.ask(&query).await["preorder"]["refunds"].take();
    assert_has(&of_order[0], json!({"amountYuan": "5.00", "method": "WECHAT", "reference": "R 1", "reversedAt": null}));
    let reverse = json!({"refundId": of_order[0]["id"], "reason": "退错人"});
    let due = clerk.change("reverseRefund", reverse.clone(), GOODS).await["preorder"].take();
    assert_has(&due, json!({"refundDueYuan": "5.00"}));
    assert_eq!(clerk.refused_change("reverseRefund", reverse).await.code, "CONFLICT");
    let taken = "{ paymentsByDay(regionCode: \"500235136\", from: \"2026-11-24\", to: \"2026-11-24\") { method refundedYuan } }";
    assert_eq!(clerk.ask(taken).await["paymentsByDay"], json!([{"method": "CASH", "refundedYuan": "0.00"}]));
    clerk.change("recordRefund", refund, GOODS).await;
    // With the money paid back, taking the compensation back leaves it owing.
    let last = clerk.change("reverseCompensation", undo, GOODS).await["preorder"].take();
    assert_has(&last, json!({"amountYuan": "800.00", "openYuan": "5.00"}));
    app.verified().await;
}

#[tokio::test]
async fn a_shortfall_shares_what_is_still_to_be_delivered() {
    let (app, clerk, offer, order) = paid(json!({})).await;
    let other = app.visitor().place(&offer, "60").await;
    clerk.pay(&other, "480").await;
    deliver(&clerk, &order, json!({"quantityKg": "40", "completes": false})).await;
    let settle = |available: &str| json!({"offerId": offer, "availableKg": available, "policy": "PRO_RATA"});
    let more = clerk.refused_change("settleHarvestShortfall", settle("120.001")).await;
    assert!(more.code == "CONFLICT" && more.message.contains("120.000"), "{}", more.message);
    clerk.change("settleHarvestShortfall", settle("60"), "__typename").await;
    let halved = clerk.look_up(&order).await;
    assert_has(
        &halved,
        json!({"status": "CONFIRMED", "fulfillableKg": "70.000", "amountYuan": "560.00", "refundDueYuan": "240.00"}),
    );
    app.verified().await;
    clerk.change("settleHarvestShortfall", settle("0"), "__typename").await;
    let ended = clerk.look_up(&order).await;
    assert_has(&ended, json!({"status": "DELIVERED", "fulfillableKg": "40.000", "amountYuan": "320.00"}));
    assert_has(&clerk.look_up(&other).await, json!({"status": "CANCELLED", "cancellationCause": "SHORTFALL"}));
    assert_eq!(clerk.presale().await, "320.00");
    app.verified().await;
}

#[tokio::test]
async fn a_payment_that_is_reversed_after_a_part_was_delivered_is_owed() {
    let (app, clerk, _, order) = paid(json!({})).await;
    deliver(&clerk, &order, json!({"quantityKg": "40", "completes": false})).await;
    let payment = clerk.ask(&format!("{{ preorder(id: {}) {{ payments {{ id }} }} }}", order["id"])).await;
    let reverse = json!({"paymentId": payment["preorder"]["payments"][0]["id"], "reason": "转账退回"});
    let owing = clerk.change("reversePreorderPayment", reverse, WHOLE).await["preorder"].take();
    assert_has(&owing, json!({"status": "CONFIRMED", "openYuan": "800.00"}));
    let list = clerk.ask("{ preorders(filter: { owing: true }) { nodes { id } } }").await;
    assert_eq!(list["preorders"]["nodes"], json!([{"id": order["id"]}]));
    assert_eq!(clerk.presale().await, "800.00");
    app.verified().await;
}

#[tokio::test]
async fn without_pick_up_days_an_uncollected_order_can_be_closed() {
    let (app, clerk, offer) = town(json!({"keptRate": "0.50"})).await;
    let order = app.visitor().place(&offer, "10").await;
    clerk.pay(&order, "24").await;
    let input = json!({"preorderId": order["id"], "reason": "电话不接"});
    let closed = clerk.change("markPreorderUncollected", input, WHOLE).await["preorder"].take();
    assert_has(
        &closed,
        json!({"status": "CANCELLED", "cancellationCause": "UNCOLLECTED", "keptYuan": "12.00", "refundDueYuan": "12.00"}),
    );
    app.verified().await;
}
