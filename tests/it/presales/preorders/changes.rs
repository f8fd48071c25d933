//! Pre-orders that a clerk changes.

use serde_json::{Value, json};

use super::{WHOLE, claim, town, with};
use crate::app::{Client, OTHER_TOWN, TOWN};

fn change(preorder: &Value, changes: Value) -> Value {
    with(json!({"preorderId": preorder["id"], "reason": "买家来电"}), changes)
}

async fn changed(clerk: &Client, preorder: &Value, changes: Value) -> Value {
    clerk.change("changePreorder", change(preorder, changes), WHOLE).await["preorder"].take()
}

/// The version of a pre-order: when it last changed.
async fn version(clerk: &Client, preorder: &Value) -> Value {
    let query = format!("{{ preorder(id: {}) {{ changedAt }} }}", preorder["id"]);
    clerk.ask(&query).await["preorder"]["changedAt"].take()
}

#[tokio::test]
async fn ten_kilograms_become_eight_and_what_was_paid_for_two_is_due_back() {
    let (app, clerk, offer) = town(json!({"quotaKg": "12"})).await;
    let placed = app.visitor().place(&offer, "10").await;
    clerk.pay(&placed, "80").await;
    app.set_time("2026-11-25T04:00:00Z");
    let eight = changed(&clerk, &placed, json!({"quantityKg": "8"})).await;
    for (field, value) in [
        ("status", "CONFIRMED"),
        ("quantityKg", "8.000"),
        ("fulfillableKg", "8.000"),
        ("amountYuan", "64.00"),
        ("depositYuan", "24.00"),
        ("refundDueYuan", "16.00"),
        ("keptYuan", "0.00"),
    ] {
        assert_eq!(eight[field], value, "{field}");
    }
    assert_eq!((clerk.available(&offer).await, clerk.presale().await), ("4.000".to_owned(), "64.00".to_owned()));
    let days = "{ preorder(id: ID) { history { what amountYuan quantityKg reason } } }"
        .replace("ID", &placed["id"].to_string());
    let history = clerk.ask(&days).await["preorder"]["history"].take();
    let last = json!({"what": "CHANGED", "amountYuan": "64.00", "quantityKg": "8.000", "reason": "买家来电"});
    assert_eq!(history.as_array().and_then(|events| events.last()), Some(&last));
    // More takes from the quota, as far as it goes.
    let refusal = clerk.refused_change("changePreorder", change(&placed, json!({"quantityKg": "12.001"}))).await;
    assert_eq!((refusal.code.as_str(), refusal.available_kg.as_deref()), ("QUOTA_EXCEEDED", Some("4.000")));
    let twelve = changed(&clerk, &placed, json!({"quantityKg": "12"})).await;
    assert_eq!((&twelve["amountYuan"], &twelve["openYuan"]), (&json!("96.00"), &json!("16.00")));
    assert_eq!((clerk.available(&offer).await, clerk.presale().await), ("0.000".to_owned(), "96.00".to_owned()));
    app.verified().await;
}

#[tokio::test]
async fn one_that_becomes_cheaper_than_its_deposit_is_confirmed_by_what_was_paid() {
    let (app, clerk, offer) = town(json!({})).await;
    let placed = app.visitor().place(&offer, "10").await;
    clerk.pay(&placed, "20").await;
    let smaller = changed(&clerk, &placed, json!({"quantityKg": "3"})).await;
    assert_eq!((&smaller["status"], &smaller["openYuan"]), (&json!("PLACED"), &json!("4.00")), "its deposit is 24.00");
    let smallest = changed(&clerk, &placed, json!({"quantityKg": "2"})).await;
    assert_eq!((&smallest["status"], &smallest["refundDueYuan"]), (&json!("CONFIRMED"), &json!("4.00")));
    assert_eq!(clerk.presale().await, "16.00");
    let waiting = app.visitor().place(&offer, "10").await;
    changed(&clerk, &waiting, json!({"quantityKg": "1"})).await;
    assert_eq!(clerk.pay(&waiting, "8").await["status"], "CONFIRMED", "all of it is paid");
    app.verified().await;
}

#[tokio::test]
async fn name_number_and_address_are_corrected_in_place() {
    let (app, clerk, _) = town(json!({})).await;
    let offer = clerk.open_offer(json!({"ships": true, "freightYuan": "12"})).await;
    let placed = app.visitor().place(&offer, "10").await;
    let selection = "preorder { buyerName buyerPhone fulfilment deliveryAddress freightYuan totalYuan }";
    let fields = json!({
        "buyerName": "陈小晓", "buyerPhone": "138 0000 7777", "fulfilment": "SHIP", "deliveryAddress": "重庆市云阳县"
    });
    let shipped = clerk.change("changePreorder", change(&placed, fields), selection).await;
    assert_eq!(
        shipped["preorder"],
        json!({
            "buyerName": "陈小晓", "buyerPhone": "13800007777", "fulfilment": "SHIP", "deliveryAddress": "重庆市云阳县",
            "freightYuan": "12.00", "totalYuan": "92.00"
        })
    );
    let found = format!("{{ preorderByCode(code: {}, buyerPhone: \"13800007777\") {{ id }} }}", placed["code"]);
    assert_eq!(app.visitor().ask(&found).await["preorderByCode"]["id"], placed["id"]);
    // The offer ships no more: this one stays shipped, and its address can change.
    let stop = json!({"offerId": offer, "ships": false});
    clerk.change("changePresaleOffer", stop, "__typename").await;
    let moved = clerk.change("changePreorder", change(&placed, json!({"deliveryAddress": "万州区"})), selection).await;
    assert_eq!(moved["preorder"]["freightYuan"], "12.00");
    let picked = clerk.change("changePreorder", change(&placed, json!({"fulfilment": "PICK_UP"})), selection).await;
    assert_eq!(
        (&picked["preorder"]["deliveryAddress"], &picked["preorder"]["totalYuan"]),
        (&Value::Null, &json!("80.00"))
    );
    let again = change(&placed, json!({"fulfilment": "SHIP", "deliveryAddress": "万州区"}));
    assert_eq!(
        clerk.refused_change("changePreorder", again).await.brief(),
        ("INVALID_INPUT", Some("input.fulfilment"))
    );
    app.verified().await;
}

#[tokio::test]
async fn what_cannot_be_changed_is_refused_and_changes_nothing() {
    let (app, clerk, offer) = town(json!({"packKg": "5", "depositRate": "0.30"})).await;
    let placed = app.visitor().place(&offer, "10").await;
    for (changes, field) in [
        (json!({}), "input.quantityKg"),
        (json!({"quantityKg": "0"}), "input.quantityKg"),
        (json!({"quantityKg": "7"}), "input.quantityKg"),
        (json!({"buyerPhone": "12"}), "input.buyerPhone"),
        (json!({"buyerName": " "}), "input.buyerName"),
        (json!({"deliveryAddress": "重庆市"}), "input.deliveryAddress"),
        (json!({"fulfilment": "SHIP"}), "input.deliveryAddress"),
        (json!({"quantityKg": "5", "reason": ""}), "input.reason"),
    ] {
        let refusal = clerk.refused_change("changePreorder", change(&placed, changes.clone())).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(field)), "{changes}");
    }
    assert_eq!(clerk.look_up(&placed).await, placed);
    let elsewhere = app.clerk_of(OTHER_TOWN).await;
    let five = change(&placed, json!({"quantityKg": "5"}));
    assert_eq!(elsewhere.refused_change("changePreorder", five.clone()).await.code, "NOT_FOUND");
    assert_eq!(app.official_of(TOWN).await.refused_change("changePreorder", five.clone()).await.code, "FORBIDDEN");
    // A number may wait for three deposits, also one that an order gets by a change.
    let crowded = json!({"buyerPhone": "13911110000"});
    for _ in 0..3 {
        let input = with(claim(&offer, "5"), crowded.clone());
        app.visitor().change("placePreorder", input, "__typename").await;
    }
    assert_eq!(clerk.refused_change("changePreorder", change(&placed, crowded)).await.code, "CONFLICT");
    let cancel = json!({"preorderId": placed["id"], "onBehalfOf": "BUYER", "reason": "不要了"});
    clerk.change("cancelPreorder", cancel, "__typename").await;
    for changes in [json!({"quantityKg": "5"}), json!({"buyerName": "陈"})] {
        let refusal = clerk.refused_change("changePreorder", change(&placed, changes)).await;
        assert_eq!(refusal.code, "CONFLICT", "a cancelled one");
    }
    app.verified().await;
}

#[tokio::test]
async fn of_two_changes_at_once_each_sees_the_other() {
    let (app, clerk, offer) = town(json!({"quotaKg": "30"})).await;
    let mut orders = Vec::new();
    for _ in 0..2 {
        let placed = app.visitor().place(&offer, "10").await;
        clerk.pay(&placed, "24").await;
        orders.push(placed);
    }
    // There is room for one of them.
    let changes = orders
        .iter()
        .map(|order| clerk.mutate("changePreorder", change(order, json!({"quantityKg": "20"})), "__typename"));
    let answers = futures_util::future::join_all(changes).await;
    let refused: Vec<_> = answers.iter().filter(|answer| !answer["errors"].is_null()).collect();
    assert_eq!(refused.len(), 1, "{answers:#?}");
    assert_eq!(refused[0]["errors"][0]["extensions"]["code"], "QUOTA_EXCEEDED");
    assert_eq!((clerk.available(&offer).await, clerk.presale().await), ("0.000".to_owned(), "240.00".to_owned()));
    app.verified().await;
}

#[tokio::test]
async fn of_two_clerks_on_one_version_the_second_learns_of_the_first() {
    let (app, clerk, offer) = town(json!({})).await;
    let other = app.clerk().await;
    let placed = app.visitor().place(&offer, "10").await;
    let on = |version: &Value, changes: Value| with(changes, json!({"ifUnchangedSince": version}));
    let first = version(&clerk, &placed).await;
    let eight = change(&placed, on(&first, json!({"quantityKg": "8", "idempotencyKey": "8"})));
    clerk.change("changePreorder", eight.clone(), WHOLE).await;
    let renamed = |version: &Value| change(&placed, on(version, json!({"buyerName": "陈小晓"})));
    let refusal = other.refused_change("changePreorder", renamed(&first)).await;
    assert_eq!(refusal.brief(), ("CONFLICT", None));
    assert!(refusal.message.contains("2026-11-24 12:00"), "{}", refusal.message);
    // A repeat is no second change.
    clerk.change("changePreorder", eight, WHOLE).await;
    // The clock of this test stands still, and each version has its own instant all the same.
    let second = version(&other, &placed).await;
    assert_ne!(first, second);
    other.change("changePreorder", renamed(&second), WHOLE).await;
    let third = version(&clerk, &placed).await;
    clerk.pay(&placed, "24").await;
    let seven = change(&placed, on(&third, json!({"quantityKg": "7"})));
    assert_eq!(clerk.refused_change("changePreorder", seven).await.code, "CONFLICT", "it was paid for meanwhile");
    assert_eq!(changed(&clerk, &placed, json!({"quantityKg": "9"})).await["quantityKg"], "9.000", "whatever it is now");
    app.verified().await;
}

#[tokio::test]
async fn of_many_changes_of_one_version_at_once_one_is_made() {
    let (app, clerk, offer) = town(json!({})).await;
    let placed = app.visitor().place(&offer, "10").await;
    let seen = version(&clerk, &placed).await;
    let changes = (1..=6).map(|quantity| {
        let fields = json!({"quantityKg": quantity.to_string(), "ifUnchangedSince": seen});
        clerk.mutate("changePreorder", change(&placed, fields), "__typename")
    });
    let answers = futures_util::future::join_all(changes).await;
    let refused: Vec<_> = answers.iter().filter(|answer| !answer["errors"].is_null()).collect();
    assert_eq!(refused.len(), 5, "{answers:#?}");
    assert!(refused.iter().all(|answer| answer["errors"][0]["extensions"]["code"] == "CONFLICT"), "{refused:#?}");
    app.verified().await;
}

#[tokio::test]
async fn an_offer_is_changed_keeps_what_it_said_and_buyers_keep_their_terms() {
    let (app, clerk, _) = town(json!({})).await;
    let offer = clerk
        .open_offer(json!({"terms": "定金不退", "pickUpPlace": "云安古镇", "closesAt": "2026-11-25T00:00:00Z", "ships": true, "freightYuan": "10"}))
        .await;
    let shipped = json!({"fulfilment": "SHIP", "deliveryAddress": "重庆市"});
    let first =
        clerk.change("placePreorder", with(claim(&offer, "10"), shipped.clone()), WHOLE).await["preorder"].take();
    app.set_time("2026-11-26T00:00:00Z");
    assert_eq!(clerk.refused_change("placePreorder", claim(&offer, "1")).await.code, "CONFLICT");
    let input = json!({
        "offerId": offer, "closesAt": "2026-12-01T00:00:00Z", "pickUpPlace": "白水", "pickUpFrom": "2026-12-02",
        "pickUpTo": "2026-12-09", "freightYuan": "15", "terms": "定金可退"
    });
    let now = "terms pickUpPlace pickUpFrom pickUpTo freightYuan closesAt quotaKg";
    let changed = clerk
        .change(
            "changePresaleOffer",
            input,
            &format!("offer {{ {now} history {{ {now} replacedAt replacedBy {{ role }} }} }}"),
        )
        .await;
    assert_eq!(
        changed["offer"],
        json!({
            "terms": "定金可退", "pickUpPlace": "白水", "pickUpFrom": "2026-12-02", "pickUpTo": "2026-12-09", "freightYuan": "15.00",
            "closesAt": "2026-12-01T00:00:00.000000Z", "quotaKg": "100.000",
            "history": [{
                "terms": "定金不退", "pickUpPlace": "云安古镇", "pickUpFrom": null, "pickUpTo": null, "freightYuan": "10.00",
                "closesAt": "2026-11-25T00:00:00.000000Z", "quotaKg": "100.000",
                "replacedAt": "2026-11-26T00:00:00.000000Z", "replacedBy": {"role": "CLERK"}
            }]
        })
    );
    let second = clerk.change("placePreorder", with(claim(&offer, "10"), shipped), WHOLE).await["preorder"].take();
    let terms = async |of: &Value| {
        clerk.ask(&format!("{{ preorder(id: {}) {{ terms freightYuan offer {{ terms }} }} }}", of["id"])).await["preorder"].take()
    };
    let expected = json!({"terms": "定金不退", "freightYuan": "10.00", "offer": {"terms": "定金可退"}});
    assert_eq!(terms(&first).await, expected);
    let expected = json!({"terms": "定金可退", "freightYuan": "15.00", "offer": {"terms": "定金可退"}});
    assert_eq!(terms(&second).await, expected);
    for (changes, field) in [
        (json!({"pickUpTo": "2026-12-01"}), "input.pickUpTo"),
        (json!({"pickUpFrom": "2026-12-10"}), "input.pickUpFrom"),
        (json!({"pickUpFrom": "2026-12-12", "pickUpTo": "2026-12-11"}), "input.pickUpTo"),
        (json!({"ships": false, "freightYuan": "1"}), "input.freightYuan"),
        (json!({"freightYuan": "-1"}), "input.freightYuan"),
        (json!({"terms": ""}), "input.terms"),
    ] {
        let refusal =
            clerk.refused_change("changePresaleOffer", with(json!({"offerId": offer}), changes.clone())).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(field)), "{changes}");
    }
    // What is left of the crop was shared: nothing more is sold.
    clerk.pay(&first, "24").await;
    let settle = json!({"offerId": offer, "availableKg": "5", "policy": "PRO_RATA"});
    clerk.change("settleHarvestShortfall", settle, "__typename").await;
    let later = json!({"offerId": offer, "closesAt": "2026-12-20T00:00:00Z"});
    assert_eq!(clerk.refused_change("changePresaleOffer", later).await.code, "CONFLICT");
    app.verified().await;
}
