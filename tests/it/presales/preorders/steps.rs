//! The life of a pre-order, step by step.

use serde_json::{Value, json};

use super::{WHOLE, claim, town, with};
use crate::app::{TOWN, VILLAGE, text};

#[tokio::test]
async fn from_the_festival_to_the_crate() {
    let (app, clerk, offer) = town(json!({})).await;
    let placed = app.visitor().place(&offer, "10").await;
    let expected = json!({
        "id": placed["id"], "code": placed["code"], "status": "PLACED", "quantityKg": "10.000", "fulfillableKg": "10.000",
        "amountYuan": "80.00", "depositYuan": "24.00", "paidYuan": "0.00", "openYuan": "80.00", "refundedYuan": "0.00",
        "refundDueYuan": "0.00", "keptYuan": "0.00", "holdUntil": "2026-11-26T04:00:00.000000Z", "confirmedAt": null,
        "cancellationCause": null
    });
    assert_eq!(placed, expected);
    assert_eq!((clerk.available(&offer).await, clerk.presale().await), ("90.000".to_owned(), "0.00".to_owned()));

    assert_eq!(clerk.pay(&placed, "23.99").await["status"], "PLACED", "a fen short of the deposit");
    app.set_time("2026-11-24T05:00:00Z");
    let confirmed = clerk.pay(&placed, "0.01").await;
    assert_eq!(
        (&confirmed["status"], &confirmed["confirmedAt"], &confirmed["holdUntil"]),
        (&json!("CONFIRMED"), &json!("2026-11-24T05:00:00.000000Z"), &Value::Null)
    );
    assert_eq!(clerk.presale().await, "80.00");

    let deliver = json!({"preorderId": placed["id"], "deliveredOn": "2026-11-24", "trackingNumber": "SF 1"});
    let unpaid = clerk.refused_change("deliverPreorder", deliver.clone()).await;
    assert_eq!((unpaid.code.as_str(), unpaid.message.contains("56.00")), ("CONFLICT", true), "{}", unpaid.message);
    clerk.pay(&placed, "56").await;
    let delivered = clerk
        .change("deliverPreorder", deliver.clone(), "preorder { status deliveredOn trackingNumber openYuan }")
        .await;
    let expected =
        json!({"status": "DELIVERED", "deliveredOn": "2026-11-24", "trackingNumber": "SF 1", "openYuan": "0.00"});
    assert_eq!(delivered["preorder"], expected);
    let twice = clerk.refused_change("deliverPreorder", deliver).await;
    assert_eq!(
        (twice.code.as_str(), twice.message.as_str()),
        ("CONFLICT", "the pre-order is DELIVERED and cannot become DELIVERED")
    );
    assert_eq!(
        (clerk.available(&offer).await, clerk.presale().await),
        ("90.000".to_owned(), "80.00".to_owned()),
        "it counts once"
    );

    let compensate = json!({"preorderId": placed["id"], "amountYuan": "5", "reason": "破损"});
    let compensated =
        clerk.change("compensatePreorder", compensate, "preorder { amountYuan compensatedYuan refundDueYuan }").await;
    let expected = json!({"amountYuan": "75.00", "compensatedYuan": "5.00", "refundDueYuan": "5.00"});
    assert_eq!(compensated["preorder"], expected);
    assert_eq!(clerk.presale().await, "75.00");

    let query = format!(
        "{{ preorder(id: {}) {{ history {{ what amountYuan quantityKg reason by {{ role }} }} }} }}",
        placed["id"]
    );
    let history = clerk.ask(&query).await["preorder"]["history"].take();
    let what: Vec<_> = history.as_array().expect("events").iter().map(|event| text(&event["what"])).collect();
    assert_eq!(what, ["PLACED", "PAID", "PAID", "CONFIRMED", "PAID", "DELIVERED", "COMPENSATED"]);
    let expected = json!({"what": "PLACED", "amountYuan": "80.00", "quantityKg": "10.000", "reason": null, "by": null});
    assert_eq!(history[0], expected);
    assert_eq!(history[6]["by"]["role"], "CLERK");
    app.verified().await;
}

#[tokio::test]
async fn a_hold_ends_at_its_microsecond_and_reads_write_nothing() {
    let (app, clerk, offer) = town(json!({"holdMinutes": 60, "quotaKg": "10"})).await;
    let placed = app.visitor().place(&offer, "10").await;
    clerk.pay(&placed, "10").await;
    app.set_time("2026-11-24T04:59:59.999999Z");
    assert_eq!(
        (clerk.look_up(&placed).await["status"].clone(), clerk.available(&offer).await),
        (json!("PLACED"), "0.000".to_owned())
    );
    assert_eq!(clerk.refused_change("placePreorder", claim(&offer, "1")).await.code, "QUOTA_EXCEEDED");
    app.set_time("2026-11-24T05:00:00Z");
    let expired = clerk.look_up(&placed).await;
    assert_eq!(
        (
            &expired["status"],
            &expired["fulfillableKg"],
            &expired["amountYuan"],
            &expired["refundDueYuan"],
            &expired["holdUntil"]
        ),
        (&json!("EXPIRED"), &json!("0.000"), &json!("0.00"), &json!("10.00"), &Value::Null)
    );
    assert_eq!(clerk.available(&offer).await, "10.000");
    for (status, number) in [("PLACED", 0), ("EXPIRED", 1)] {
        let list = clerk.ask(&format!("{{ preorders(filter: {{ status: {status} }}) {{ totalCount }} }}")).await;
        assert_eq!(list["preorders"]["totalCount"], number, "{status}");
    }
    let history = clerk.ask(&format!("{{ preorder(id: {}) {{ history {{ at what }} }} }}", placed["id"])).await;
    assert_eq!(history["preorder"]["history"][2], json!({"at": "2026-11-24T05:00:00.000000Z", "what": "EXPIRED"}));
    let stored = "SELECT 1 FROM preorder WHERE status = 'PLACED'";
    let rows = sea_orm::ConnectionTrait::query_all_raw(
        app.database.reader(),
        sea_orm::Statement::from_string(app.database.backend(), stored),
    );
    assert_eq!(rows.await.expect("rows").len(), 1, "nothing was written");
    let due = clerk.ask(&format!("{{ refundsDue(regionCode: \"{TOWN}\") {{ nodes {{ id refundDueYuan }} }} }}")).await;
    assert_eq!(due["refundsDue"]["nodes"], json!([{"id": placed["id"], "refundDueYuan": "10.00"}]));

    let next = app.visitor().place(&offer, "10").await;
    assert_eq!(next["status"], "PLACED", "placing first releases what is overdue");
    assert_eq!(clerk.available(&offer).await, "0.000");
    assert_eq!(clerk.look_up(&placed).await, expired);
    app.verified().await;
}

#[tokio::test]
async fn paid_in_time_and_entered_later_it_is_confirmed_if_its_kilograms_are_free() {
    let (app, clerk, offer) =
        town(json!({"holdMinutes": 60, "quotaKg": "10", "closesAt": "2026-11-24T04:30:00Z"})).await;
    let [first, second] = [app.visitor().place(&offer, "6").await, app.visitor().place(&offer, "4").await];
    let late = |preorder: &Value, paid_at: &str| json!({"preorderId": preorder["id"], "amountYuan": "14.40", "method": "WECHAT", "reference": preorder["id"], "paidAt": paid_at});
    app.set_time("2026-11-24T04:45:00Z");
    let paid = clerk
        .change(
            "recordPreorderPayment",
            with(late(&second, "2026-11-24T04:45:00Z"), json!({"amountYuan": "9.60"})),
            WHOLE,
        )
        .await;
    assert_eq!(paid["preorder"]["status"], "CONFIRMED", "a hold may be paid after the offer has closed");
    app.set_time("2026-11-24T06:00:00Z");
    let too_late = clerk.refused_change("recordPreorderPayment", late(&first, "2026-11-24T05:00:00Z")).await;
    assert_eq!(
        (too_late.code.as_str(), too_late.message.contains("expired at 2026-11-24 13:00;")),
        ("CONFLICT", true),
        "{}",
        too_late.message
    );
    let future = clerk.refused_change("recordPreorderPayment", late(&first, "2026-11-24T06:00:00.000001Z")).await;
    assert_eq!(future.brief(), ("INVALID_INPUT", Some("input.paidAt")));
    let in_time = clerk.change("recordPreorderPayment", late(&first, "2026-11-24T04:59:59.999999Z"), WHOLE).await;
    assert_eq!(
        (&in_time["preorder"]["status"], &in_time["preorder"]["fulfillableKg"]),
        (&json!("CONFIRMED"), &json!("6.000"))
    );
    assert_eq!((clerk.available(&offer).await, clerk.presale().await), ("0.000".to_owned(), "80.00".to_owned()));
    let history = clerk.ask(&format!("{{ preorder(id: {}) {{ history {{ what }} }} }}", first["id"])).await;
    let what: Vec<_> =
        history["preorder"]["history"].as_array().expect("events").iter().map(|event| text(&event["what"])).collect();
    assert_eq!(what, ["PLACED", "EXPIRED", "PAID", "CONFIRMED"]);
    app.verified().await;
}

#[tokio::test]
async fn paid_in_time_and_entered_when_others_have_the_kilograms_it_is_money_to_give_back() {
    let (app, clerk, offer) = town(json!({"holdMinutes": 60, "quotaKg": "10"})).await;
    let first = app.visitor().place(&offer, "6").await;
    app.set_time("2026-11-24T05:00:00Z");
    app.visitor().place(&offer, "5").await;
    let late =
        json!({"preorderId": first["id"], "amountYuan": "14.40", "method": "CASH", "paidAt": "2026-11-24T04:10:00Z"});
    let refusal = clerk.refused_change("recordPreorderPayment", late.clone()).await;
    assert_eq!((refusal.code.as_str(), refusal.available_kg.as_deref()), ("QUOTA_EXCEEDED", Some("5.000")));
    let kept = clerk.change("recordPreorderPayment", with(late, json!({"keepForRefund": true})), WHOLE).await;
    assert_eq!(
        (&kept["preorder"]["status"], &kept["preorder"]["paidYuan"], &kept["preorder"]["refundDueYuan"]),
        (&json!("EXPIRED"), &json!("14.40"), &json!("14.40"))
    );
    app.verified().await;
}

#[tokio::test]
async fn a_buyer_cancels_under_the_terms_and_the_town_in_full() {
    let terms = json!({"keptRate": "0.5", "cancelUntil": "2026-11-25T00:00:00Z"});
    let (app, clerk, offer) = town(terms).await;
    let [mine, towns, late, placed] = [
        app.visitor().place(&offer, "10").await,
        app.visitor().place(&offer, "10").await,
        app.visitor().place(&offer, "10").await,
        app.visitor().place(&offer, "10").await,
    ];
    for preorder in [&mine, &towns, &late] {
        clerk.pay(preorder, "24").await;
    }
    clerk.pay(&placed, "10").await;
    let cancel = |preorder: &Value, party: Value| json!({"preorderId": preorder["id"], "onBehalfOf": party, "reason": "计划有变"});
    let unsaid = clerk.refused_change("cancelPreorder", cancel(&mine, Value::Null)).await;
    assert_eq!(unsaid.brief(), ("INVALID_INPUT", Some("input.onBehalfOf")));
    let cancelled = clerk.change("cancelPreorder", cancel(&mine, json!("BUYER")), WHOLE).await["preorder"].take();
    assert_eq!(
        (
            &cancelled["status"],
            &cancelled["keptYuan"],
            &cancelled["refundDueYuan"],
            &cancelled["fulfillableKg"],
            &cancelled["cancellationCause"]
        ),
        (&json!("CANCELLED"), &json!("12.00"), &json!("12.00"), &json!("0.000"), &json!("BUYER"))
    );
    assert_eq!((clerk.available(&offer).await, clerk.presale().await), ("70.000".to_owned(), "160.00".to_owned()));
    let unbound = clerk.change("cancelPreorder", cancel(&placed, json!("BUYER")), WHOLE).await["preorder"].take();
    assert_eq!(
        (&unbound["keptYuan"], &unbound["refundDueYuan"]),
        (&json!("0.00"), &json!("10.00")),
        "what is only placed binds nobody"
    );

    app.set_time("2026-11-25T00:00:00Z");
    assert_eq!(
        clerk.refused_change("cancelPreorder", cancel(&late, json!("BUYER"))).await.code,
        "CONFLICT",
        "the terms' day has gone by"
    );
    let full = clerk.change("cancelPreorder", cancel(&towns, json!("TOWN")), WHOLE).await["preorder"].take();
    assert_eq!(
        (&full["keptYuan"], &full["refundDueYuan"], &full["cancellationCause"]),
        (&json!("0.00"), &json!("24.00"), &json!("TOWN"))
    );
    let again = clerk.refused_change("cancelPreorder", cancel(&towns, json!("TOWN"))).await;
    assert_eq!(
        (again.code.as_str(), again.message.as_str()),
        ("CONFLICT", "the pre-order is CANCELLED and cannot become CANCELLED")
    );
    assert_eq!(clerk.presale().await, "80.00");
    app.verified().await;
}

#[tokio::test]
async fn a_buyer_without_an_account_cancels_by_code_and_telephone_number() {
    let (app, clerk, offer) = town(json!({})).await;
    let visitor = app.visitor();
    let input = claim(&offer, "10");
    let placed = visitor.change("placePreorder", input.clone(), WHOLE).await["preorder"].take();
    let [code, phone] = [text(&placed["code"]), text(&input["buyerPhone"])];
    let typed = code.to_lowercase().replace('-', "");
    let query = |code: &str, phone: &str| {
        format!("{{ preorderByCode(code: \"{code}\", buyerPhone: \"{phone}\") {{ id buyerName buyerPhone }} }}")
    };
    let found = visitor.ask(&query(&typed, &format!("+86 {phone}"))).await;
    assert_eq!(found["preorderByCode"], json!({"id": placed["id"], "buyerName": "陈晓", "buyerPhone": phone}));
    for (code, phone) in [(code.as_str(), "13900009999"), ("P000-0000", phone.as_str()), ("", ""), (code.as_str(), "x")]
    {
        assert_eq!(visitor.refused(&query(code, phone)).await.code, "NOT_FOUND", "{code} {phone}");
    }
    let cancel = json!({"preorderId": placed["id"], "code": code, "buyerPhone": phone, "reason": "不要了", "idempotencyKey": "k"});
    assert_eq!(
        visitor.refused_change("cancelPreorder", with(cancel.clone(), json!({"code": null}))).await.code,
        "UNAUTHENTICATED"
    );
    assert_eq!(
        visitor.refused_change("cancelPreorder", with(cancel.clone(), json!({"buyerPhone": "13900009999"}))).await.code,
        "NOT_FOUND"
    );
    let other = json!({"preorderId": "0190a1b2-0000-7000-8000-000000000000"});
    assert_eq!(visitor.refused_change("cancelPreorder", with(cancel.clone(), other)).await.code, "NOT_FOUND");
    assert_eq!(
        visitor.refused_change("cancelPreorder", with(cancel.clone(), json!({"onBehalfOf": "TOWN"}))).await.code,
        "FORBIDDEN"
    );
    let first = visitor.change("cancelPreorder", cancel.clone(), WHOLE).await;
    assert_eq!(first["preorder"]["status"], "CANCELLED");
    assert_eq!(visitor.change("cancelPreorder", cancel, WHOLE).await, first, "sent again, it answers the same");
    assert_eq!(clerk.available(&offer).await, "100.000");
    app.verified().await;
}

#[tokio::test]
async fn what_nobody_collects_is_given_up_after_the_last_day() {
    let days = json!({"pickUpPlace": "云安古镇游客中心", "pickUpFrom": "2026-11-24", "pickUpTo": "2026-11-25", "keptRate": "1"});
    let (app, clerk, offer) = town(days).await;
    let placed = app.visitor().place(&offer, "10").await;
    let sent = with(claim(&offer, "10"), json!({"fulfilment": "SHIP", "deliveryAddress": "重庆市云阳县"}));
    let sent = app.visitor().change("placePreorder", sent, WHOLE).await["preorder"].take();
    for preorder in [&placed, &sent] {
        clerk.pay(preorder, "24").await;
    }
    let mark = |preorder: &Value| json!({"preorderId": preorder["id"], "reason": "三次电话未接"});
    app.set_time("2026-11-25T15:59:59Z");
    assert_eq!(clerk.refused_change("markPreorderUncollected", mark(&placed)).await.code, "CONFLICT");
    app.set_time("2026-11-25T16:00:00Z");
    assert_eq!(clerk.refused_change("markPreorderUncollected", mark(&sent)).await.code, "CONFLICT", "it is shipped");
    let marked = clerk.change("markPreorderUncollected", mark(&placed), WHOLE).await["preorder"].take();
    assert_eq!(
        (&marked["status"], &marked["cancellationCause"], &marked["keptYuan"], &marked["refundDueYuan"]),
        (&json!("CANCELLED"), &json!("UNCOLLECTED"), &json!("24.00"), &json!("0.00"))
    );
    assert_eq!((clerk.available(&offer).await, clerk.presale().await), ("90.000".to_owned(), "80.00".to_owned()));
    app.verified().await;
}

#[tokio::test]
async fn a_delivery_draws_on_lots_of_the_offers_crop() {
    let (app, clerk, offer) = town(json!({})).await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
    let [lot, small, old] = [
        clerk.record_harvest(&plot, "2026-08-01", "500").await,
        clerk.record_harvest(&plot, "2026-08-02", "3").await,
        clerk.record_harvest(&plot, "2025-08-01", "500").await,
    ];
    let input = json!({"plotId": plot, "from": "2026-09-01", "varietyCode": "yellow-peach"});
    clerk.change("changePlot", input, "__typename").await;
    let peaches = clerk.record_harvest(&plot, "2026-09-02", "500").await;
    let placed = app.visitor().place(&offer, "10").await;
    clerk.pay(&placed, "80").await;
    let lots = |lots: &[(&str, &str)]| {
        let lots: Vec<_> = lots.iter().map(|(lot, quantity)| json!({"lotId": lot, "quantityKg": quantity})).collect();
        json!({"preorderId": placed["id"], "deliveredOn": "2026-11-24", "lots": lots})
    };
    for (lots, field) in [
        (lots(&[(&old, "10")]), "input.lots.0.lotId"),
        (lots(&[(&lot, "5"), (&peaches, "5")]), "input.lots.1.lotId"),
        (lots(&[(&lot, "5"), (&lot, "5")]), "input.lots.1.lotId"),
        (lots(&[(&lot, "5"), (&small, "0")]), "input.lots.1.quantityKg"),
        (lots(&[(&lot, "9.999")]), "input.lots"),
        (with(lots(&[(&lot, "10")]), json!({"deliveredOn": "2026-11-25"})), "input.deliveredOn"),
        (with(lots(&[(&lot, "10")]), json!({"deliveredOn": "2026-11-23"})), "input.deliveredOn"),
    ] {
        assert_eq!(
            clerk.refused_change("deliverPreorder", lots.clone()).await.brief(),
            ("INVALID_INPUT", Some(field)),
            "{lots}"
        );
    }
    let more = clerk.refused_change("deliverPreorder", lots(&[(&lot, "6"), (&small, "4")])).await;
    assert_eq!((more.code.as_str(), more.available_kg.as_deref()), ("QUOTA_EXCEEDED", Some("3.000")));
    let nowhere = "0190a1b2-0000-7000-8000-000000000000";
    assert_eq!(clerk.refused_change("deliverPreorder", lots(&[(nowhere, "10")])).await.code, "NOT_FOUND");
    app.verified().await;
    let delivered = clerk
        .change("deliverPreorder", lots(&[(&small, "3"), (&lot, "7")]), "preorder { lots { id availableKg } }")
        .await;
    let mut left: Vec<_> =
        delivered["preorder"]["lots"].as_array().expect("lots").iter().map(|lot| text(&lot["availableKg"])).collect();
    left.sort();
    assert_eq!(left, ["0.000", "493.000"]);
    let void = clerk.refused_change("voidHarvest", json!({"lotId": lot, "reason": "误录"})).await;
    assert!(
        void.code == "CONFLICT" && void.message.contains(placed["code"].as_str().expect("a code")),
        "{}",
        void.message
    );
    app.verified().await;
}

#[tokio::test]
async fn shipping_costs_freight_that_no_figure_has() {
    let (app, clerk, offer) = town(json!({"freightYuan": "12.50"})).await;
    let sent = with(claim(&offer, "10"), json!({"fulfilment": "SHIP", "deliveryAddress": "重庆市渝中区"}));
    let sent = app.visitor().change("placePreorder", sent, WHOLE).await["preorder"].take();
    assert_eq!(
        (&sent["amountYuan"], &sent["depositYuan"], &sent["openYuan"]),
        (&json!("80.00"), &json!("24.00"), &json!("92.50"))
    );
    clerk.pay(&sent, "80").await;
    let deliver = json!({"preorderId": sent["id"], "deliveredOn": "2026-11-24"});
    assert_eq!(clerk.refused_change("deliverPreorder", deliver.clone()).await.code, "CONFLICT");
    clerk.pay(&sent, "12.50").await;
    clerk.change("deliverPreorder", deliver, "__typename").await;
    assert_eq!(clerk.presale().await, "80.00");
    app.verified().await;
}

#[tokio::test]
async fn an_offer_changes_its_quota_and_closes_early() {
    let (app, clerk, offer) = town(json!({"holdMinutes": 60})).await;
    let placed = app.visitor().place(&offer, "40").await;
    clerk.pay(&placed, "96").await;
    app.visitor().place(&offer, "40").await;
    let change = |changes: Value| with(json!({"offerId": offer}), changes);
    let below = clerk.refused_change("changePresaleOffer", change(json!({"quotaKg": "79.999"}))).await;
    assert_eq!((below.code.as_str(), below.message.contains("80.000")), ("CONFLICT", true), "{}", below.message);
    let lower =
        clerk.change("changePresaleOffer", change(json!({"quotaKg": "80"})), "offer { quotaKg availableKg }").await;
    assert_eq!(lower["offer"], json!({"quotaKg": "80.000", "availableKg": "0.000"}));
    clerk.change("changePresaleOffer", change(json!({"quotaKg": "200"})), "__typename").await;
    assert_eq!(clerk.available(&offer).await, "120.000");
    app.set_time("2026-11-24T05:00:00Z");
    clerk.change("changePresaleOffer", change(json!({"quotaKg": "40"})), "__typename").await;
    assert_eq!(clerk.available(&offer).await, "0.000", "an overdue hold is none");
    let later = change(json!({"closesAt": "2026-12-01T00:00:00Z"}));
    let later = clerk.change("changePresaleOffer", later, "offer { closesAt }").await;
    assert_eq!(later["offer"]["closesAt"], "2026-12-01T00:00:00.000000Z");
    let closed = clerk
        .change("changePresaleOffer", change(json!({"closesAt": "2026-11-21T00:00:00Z"})), "offer { closesAt }")
        .await;
    assert_eq!(closed["offer"]["closesAt"], "2026-11-24T05:00:00.000000Z", "what has gone by closes it at once");
    assert_eq!(clerk.refused_change("placePreorder", claim(&offer, "1")).await.code, "CONFLICT");
    app.verified().await;
}
