//! Pre-orders and payments that are entered later than they happened.

use serde_json::{Value, json};

use super::{WHOLE, claim, town, with};
use crate::app::{Client, OTHER_TOWN, TOWN};

/// A payment by transfer at an instant.
fn paid(preorder: &Value, amount_yuan: &str, paid_at: &str) -> Value {
    let reference = format!("{} {paid_at}", preorder["code"]);
    json!({"preorderId": preorder["id"], "amountYuan": amount_yuan, "method": "WECHAT", "reference": reference, "paidAt": paid_at})
}

const DATED: &str = "preorder { id code status placedAt holdUntil confirmedAt confirmedOn }";

async fn pay(clerk: &Client, preorder: &Value, amount_yuan: &str, paid_at: &str) -> Value {
    clerk.change("recordPreorderPayment", paid(preorder, amount_yuan, paid_at), DATED).await["preorder"].take()
}

async fn place(clerk: &Client, offer: &str, quantity_kg: &str, placed_at: &str) -> Value {
    let late = with(claim(offer, quantity_kg), json!({"placedAt": placed_at}));
    clerk.change("placePreorder", late, DATED).await["preorder"].take()
}

#[tokio::test]
async fn a_call_before_the_offer_closed_is_entered_in_the_evening() {
    let (app, clerk, offer) = town(json!({"closesAt": "2026-11-24T04:30:00Z"})).await;
    app.set_time("2026-11-24T10:00:00Z");
    let placed = place(&clerk, &offer, "10", "2026-11-24T04:29:59.999999Z").await;
    let expected = json!({
        "id": placed["id"], "code": placed["code"], "status": "PLACED", "placedAt": "2026-11-24T04:29:59.999999Z",
        "holdUntil": "2026-11-26T04:29:59.999999Z", "confirmedAt": null, "confirmedOn": null
    });
    assert_eq!(placed, expected, "it is held from the call on");
    let confirmed = pay(&clerk, &placed, "24", "2026-11-24T05:00:00Z").await;
    assert_eq!(
        (&confirmed["status"], &confirmed["confirmedAt"], &confirmed["confirmedOn"]),
        (&json!("CONFIRMED"), &json!("2026-11-24T10:00:00.000000Z"), &json!("2026-11-24"))
    );
    assert_eq!(clerk.available(&offer).await, "90.000");
    let history = clerk.ask(&format!("{{ preorder(id: {}) {{ history {{ what at }} }} }}", placed["id"])).await;
    assert_eq!(history["preorder"]["history"][0], json!({"what": "PLACED", "at": "2026-11-24T04:29:59.999999Z"}));
    app.verified().await;
}

#[tokio::test]
async fn it_is_shipped_as_the_offer_said_when_it_was_placed() {
    let (app, clerk, _) = town(json!({})).await;
    let offer = clerk.open_offer(json!({"ships": true, "freightYuan": "10", "holdMinutes": 10_000})).await;
    for (now, changes) in [
        ("2026-11-25T00:00:00Z", json!({"freightYuan": "15"})),
        ("2026-11-26T00:00:00Z", json!({"ships": false})),
        ("2026-11-27T00:00:00Z", json!({"ships": true, "freightYuan": "20"})),
    ] {
        app.set_time(now);
        clerk.change("changePresaleOffer", with(json!({"offerId": offer}), changes), "__typename").await;
    }
    app.set_time("2026-11-28T00:00:00Z");
    let shipped = |placed_at: &str| {
        let ship = json!({"fulfilment": "SHIP", "deliveryAddress": "重庆市云阳县", "placedAt": placed_at});
        with(claim(&offer, "1"), ship)
    };
    for (placed_at, freight, total) in [
        ("2026-11-24T23:59:59.999999Z", "10.00", "18.00"),
        ("2026-11-25T00:00:00Z", "15.00", "23.00"),
        ("2026-11-27T00:00:00Z", "20.00", "28.00"),
        ("2026-11-28T00:00:00Z", "20.00", "28.00"),
    ] {
        let placed = clerk.change("placePreorder", shipped(placed_at), "preorder { freightYuan totalYuan }").await;
        assert_eq!(placed["preorder"], json!({"freightYuan": freight, "totalYuan": total}), "{placed_at}");
    }
    let refusal = clerk.refused_change("placePreorder", shipped("2026-11-26T12:00:00Z")).await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.fulfilment")), "it did not ship then");
    app.verified().await;
}

/// The presale revenue of two years.
async fn of_both_years(clerk: &Client) -> (Value, Value) {
    let of = async |year| clerk.report(year, "presaleRevenueYuan").await["presaleRevenueYuan"].take();
    (of(2026).await, of(2027).await)
}

#[tokio::test]
async fn a_deposit_of_the_old_year_that_is_entered_in_the_new_one_is_the_old_years() {
    let (app, clerk, offer) = town(json!({"closesAt": "2027-03-01T00:00:00Z"})).await;
    let official = app.official_of(TOWN).await;
    app.set_time("2027-01-01T02:00:00Z");
    let publish = json!({"regionCode": TOWN, "year": 2026, "period": "YEAR"});
    official.change("publishReport", publish, "publishedReport { id }").await;
    let before = clerk.report(2026, "asOf presaleRevenueYuan").await;
    app.set_time("2027-01-02T02:00:00Z");
    let placed = place(&clerk, &offer, "10", "2026-12-30T01:00:00Z").await;
    // 31 December ends in the town eight hours before it ends in UTC.
    let confirmed = pay(&clerk, &placed, "24", "2026-12-31T15:59:59.999999Z").await;
    assert_eq!(
        (&confirmed["confirmedOn"], &confirmed["placedAt"]),
        (&json!("2026-12-31"), &json!("2026-12-30T01:00:00.000000Z"))
    );
    assert_eq!(of_both_years(&clerk).await, (json!("80.00"), json!("0.00")));
    let history = clerk.ask(&format!("{{ preorder(id: {}) {{ history {{ what at day }} }} }}", placed["id"])).await;
    let expected = json!([
        {"what": "PLACED", "at": "2026-12-30T01:00:00.000000Z", "day": "2026-12-30"},
        // Its hold had run out when it was entered.
        {"what": "EXPIRED", "at": "2027-01-01T01:00:00.000000Z", "day": "2027-01-01"},
        {"what": "PAID", "at": "2027-01-02T02:00:00.000000Z", "day": "2026-12-31"},
        {"what": "CONFIRMED", "at": "2027-01-02T02:00:00.000000Z", "day": "2026-12-31"}
    ]);
    assert_eq!(history["preorder"]["history"], expected);
    let next = place(&clerk, &offer, "1", "2026-12-31T15:00:00Z").await;
    assert_eq!(pay(&clerk, &next, "2.40", "2026-12-31T16:00:00Z").await["confirmedOn"], "2027-01-01");
    assert_eq!(of_both_years(&clerk).await, (json!("80.00"), json!("8.00")));
    let as_of = before["asOf"].as_str().expect("an instant");
    let again = clerk.report_as_of(2026, as_of, "asOf presaleRevenueYuan").await;
    assert_eq!(again, before, "what was reported stays so");
    let published = "publishedReports(regionCode: \"500235136\") { nodes { restatedFields restatements { field published present } } }";
    let published = official.ask(&format!("{{ {published} }}")).await["publishedReports"]["nodes"][0].take();
    let restated = json!({"field": "presaleRevenueYuan", "published": "0.00", "present": "80.00"});
    assert!(published["restatements"].as_array().expect("restatements").contains(&restated), "{published:#}");
    // What was confirmed by mistake is taken off the year that it was added to.
    let payments = clerk.ask(&format!("{{ preorder(id: {}) {{ payments {{ id }} }} }}", placed["id"])).await;
    let mistake = json!({"paymentId": payments["preorder"]["payments"][0]["id"], "reason": "记错订单"});
    let reversed = clerk.change("reversePreorderPayment", mistake, "preorder { confirmedOn }").await;
    assert_eq!(reversed["preorder"]["confirmedOn"], Value::Null);
    assert_eq!(of_both_years(&clerk).await, (json!("0.00"), json!("8.00")));
    app.verified().await;
}

#[tokio::test]
async fn the_payment_that_reached_the_deposit_decides_the_day_in_whatever_order_they_are_entered() {
    let (app, clerk, offer) = town(json!({"holdMinutes": 10_000})).await;
    app.set_time("2026-11-27T01:00:00Z");
    for (payments, day) in [
        ([("14", "2026-11-25T01:00:00Z"), ("10", "2026-11-26T01:00:00Z")], "2026-11-26"),
        ([("14", "2026-11-26T01:00:00Z"), ("10", "2026-11-25T01:00:00Z")], "2026-11-26"),
        ([("4", "2026-11-27T01:00:00Z"), ("24", "2026-11-25T01:00:00Z")], "2026-11-25"),
    ] {
        let placed = place(&clerk, &offer, "10", "2026-11-25T00:00:00Z").await;
        let mut last = Value::Null;
        for (amount, paid_at) in payments {
            last = pay(&clerk, &placed, amount, paid_at).await;
        }
        assert_eq!((&last["status"], &last["confirmedOn"]), (&json!("CONFIRMED"), &json!(day)), "{payments:?}");
    }
    app.verified().await;
}

#[tokio::test]
async fn a_confirmation_moves_to_the_day_on_which_the_deposit_was_reached_after_all() {
    let (app, clerk, offer) = town(json!({"closesAt": "2027-03-01T00:00:00Z", "holdMinutes": 40_000})).await;
    app.set_time("2027-01-03T02:00:00Z");
    let placed = place(&clerk, &offer, "10", "2026-12-20T00:00:00Z").await;
    pay(&clerk, &placed, "10", "2026-12-30T01:00:00Z").await;
    assert_eq!(pay(&clerk, &placed, "14", "2027-01-02T01:00:00Z").await["confirmedOn"], "2027-01-02");
    assert_eq!(of_both_years(&clerk).await, (json!("0.00"), json!("80.00")));
    let before = clerk.report(2027, "asOf presaleRevenueYuan").await;
    app.set_time("2027-01-03T03:00:00Z");
    let earlier = pay(&clerk, &placed, "20", "2026-12-31T01:00:00Z").await;
    assert_eq!((&earlier["status"], &earlier["confirmedOn"]), (&json!("CONFIRMED"), &json!("2026-12-31")));
    assert_eq!(of_both_years(&clerk).await, (json!("80.00"), json!("0.00")));
    assert_eq!(
        pay(&clerk, &placed, "36", "2027-01-03T01:00:00Z").await["confirmedOn"],
        "2026-12-31",
        "it is reached once"
    );
    let as_of = before["asOf"].as_str().expect("an instant");
    assert_eq!(clerk.report_as_of(2027, as_of, "asOf presaleRevenueYuan").await, before);
    let paid = clerk.ask(&format!("{{ preorder(id: {}) {{ payments {{ id amountYuan }} }} }}", placed["id"])).await;
    let mistake = json!({"paymentId": paid["preorder"]["payments"][2]["id"], "reason": "重复登记"});
    assert_eq!(paid["preorder"]["payments"][2]["amountYuan"], "20.00");
    let reversed = clerk.change("reversePreorderPayment", mistake, "preorder { status confirmedOn }").await;
    assert_eq!(reversed["preorder"], json!({"status": "CONFIRMED", "confirmedOn": "2027-01-02"}));
    assert_eq!(of_both_years(&clerk).await, (json!("0.00"), json!("80.00")));
    app.verified().await;
}

#[tokio::test]
async fn a_hold_that_ran_out_before_the_entry_is_kept_by_a_payment_in_time() {
    let (app, clerk, offer) = town(json!({"holdMinutes": 60, "quotaKg": "10"})).await;
    app.set_time("2026-11-24T10:00:00Z");
    let late = place(&clerk, &offer, "10", "2026-11-24T04:00:00Z").await;
    assert_eq!(clerk.look_up(&late).await["status"], "EXPIRED");
    assert_eq!(clerk.available(&offer).await, "10.000");
    let refused = clerk.refused_change("recordPreorderPayment", paid(&late, "24", "2026-11-24T05:00:00Z")).await;
    assert_eq!(refused.code, "CONFLICT");
    assert_eq!(pay(&clerk, &late, "24", "2026-11-24T04:59:59Z").await["status"], "CONFIRMED");
    let none_left = with(claim(&offer, "1"), json!({"placedAt": "2026-11-24T04:00:00Z"}));
    let refused = clerk.refused_change("placePreorder", none_left).await;
    assert_eq!((refused.code.as_str(), refused.available_kg.as_deref()), ("QUOTA_EXCEEDED", Some("0.000")));
    app.verified().await;
}

#[tokio::test]
async fn without_a_deposit_the_day_of_placing_counts() {
    let (app, clerk, offer) = town(json!({"depositRate": "0"})).await;
    app.set_time("2026-11-26T10:00:00Z");
    let placed = place(&clerk, &offer, "10", "2026-11-24T16:00:00Z").await;
    assert_eq!((&placed["status"], &placed["confirmedOn"]), (&json!("CONFIRMED"), &json!("2026-11-25")));
    app.verified().await;
}

#[tokio::test]
async fn a_time_that_cannot_be_is_refused() {
    let (app, clerk, offer) = town(json!({})).await;
    app.set_time("2026-11-29T00:00:00Z");
    let at = |placed_at: &str| with(claim(&offer, "1"), json!({"placedAt": placed_at}));
    for (placed_at, message) in [
        ("2026-11-29T00:00:00.000001Z", "must not lie in the future; it is 2026-11-29 08:00 now"),
        (
            "2026-11-19T23:59:59.999999Z",
            "must lie within the offer's time: from 2026-11-20 08:00, before 2026-11-30 08:00",
        ),
    ] {
        let refusal = clerk.refused_change("placePreorder", at(placed_at)).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.placedAt")), "{placed_at}");
        assert!(refusal.message.contains(message), "{}", refusal.message);
    }
    app.set_time("2026-12-02T00:00:00Z");
    let closed = clerk.refused_change("placePreorder", at("2026-11-30T00:00:00Z")).await;
    assert_eq!(closed.brief(), ("INVALID_INPUT", Some("input.placedAt")), "it closes then");
    for other in [app.visitor(), app.buyer().await, app.clerk_of(OTHER_TOWN).await] {
        assert_eq!(other.refused_change("placePreorder", at("2026-11-25T00:00:00Z")).await.code, "FORBIDDEN");
    }
    assert_eq!(clerk.ask("{ preorders { totalCount } }").await["preorders"]["totalCount"], 0);
    clerk.change("placePreorder", at("2026-11-20T00:00:00Z"), WHOLE).await;
    app.verified().await;
}

#[tokio::test]
async fn entered_twice_under_one_key_it_is_one() {
    let (app, clerk, offer) = town(json!({})).await;
    app.set_time("2026-11-26T00:00:00Z");
    let late = with(claim(&offer, "1"), json!({"placedAt": "2026-11-25T00:00:00Z", "idempotencyKey": "a sheet's row"}));
    let [first, second] = [
        clerk.change("placePreorder", late.clone(), DATED).await,
        clerk.change("placePreorder", late.clone(), DATED).await,
    ];
    assert_eq!(first, second);
    let other = with(late, json!({"placedAt": "2026-11-25T00:00:01Z"}));
    assert_eq!(clerk.refused_change("placePreorder", other).await.code, "CONFLICT", "the time is content, too");
    app.verified().await;
}
