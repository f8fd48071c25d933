//! One transfer that pays for several entries, and receipt numbers of cash.

use serde_json::{Value, json};

use super::{WHOLE, claim, town, with};
use crate::app::{Client, TOWN, VILLAGE, text};

/// A payment by WeChat under one reference.
fn entry(preorder: &Value, amount_yuan: &str, changes: Value) -> Value {
    let input =
        json!({"preorderId": preorder["id"], "amountYuan": amount_yuan, "method": "WECHAT", "reference": "4200 1"});
    with(input, changes)
}

async fn pay(clerk: &Client, input: Value) -> Value {
    clerk.change("recordPreorderPayment", input, WHOLE).await["preorder"].take()
}

#[tokio::test]
async fn five_yuan_too_much_are_one_transfer_of_two_entries() {
    let (app, clerk, offer) = town(json!({"unitPriceYuan": "6"})).await;
    let placed = app.visitor().place(&offer, "10").await;
    let whole = json!({"transferYuan": "65.00"});
    pay(&clerk, entry(&placed, "60", whole.clone())).await;
    let rest = with(whole.clone(), json!({"keepForRefund": true}));
    let paid = pay(&clerk, entry(&placed, "5", rest)).await;
    assert_eq!(
        (&paid["status"], &paid["paidYuan"], &paid["openYuan"], &paid["refundDueYuan"]),
        (&json!("CONFIRMED"), &json!("65.00"), &json!("0.00"), &json!("5.00"))
    );
    let payments = clerk
        .ask(&format!(
            "{{ preorder(id: {}) {{ payments {{ amountYuan transferYuan keptForRefund }} }} }}",
            placed["id"]
        ))
        .await;
    assert_eq!(
        payments["preorder"]["payments"],
        json!([
            {"amountYuan": "60.00", "transferYuan": "65.00", "keptForRefund": false},
            {"amountYuan": "5.00", "transferYuan": "65.00", "keptForRefund": true}
        ])
    );
    let refusal = clerk
        .refused_change("recordPreorderPayment", entry(&placed, "0.01", with(whole, json!({"keepForRefund": true}))))
        .await;
    assert_eq!(refusal.brief(), ("CONFLICT", None));
    let code = text(&placed["code"]);
    for named in [&*code, "60.00", "5.00", "65.00", "0.00"] {
        assert!(refusal.message.contains(named), "{named}: {}", refusal.message);
    }
    app.verified().await;
}

#[tokio::test]
async fn one_transfer_pays_for_two_orders_and_never_for_more_than_came() {
    let (app, clerk, offer) = town(json!({})).await;
    let first = app.visitor().place(&offer, "10").await;
    let second = app.visitor().place(&offer, "10").await;
    let total = |yuan: &str| json!({"transferYuan": yuan});
    let less = clerk.refused_change("recordPreorderPayment", entry(&first, "24", total("23.99"))).await;
    assert_eq!(less.brief(), ("INVALID_INPUT", Some("input.transferYuan")));
    pay(&clerk, entry(&first, "24", total("50"))).await;
    for (amount, changes) in [("24", json!({})), ("24", total("48")), ("26.01", total("50"))] {
        let refusal = clerk.refused_change("recordPreorderPayment", entry(&second, amount, changes.clone())).await;
        assert_eq!(refusal.brief(), ("CONFLICT", None), "{amount} {changes}");
        assert!(refusal.message.contains(&text(&first["code"])), "{}", refusal.message);
        assert!(refusal.message.contains("26.00 yuan of it is left"), "{}", refusal.message);
    }
    assert_eq!(pay(&clerk, entry(&second, "26", total("50"))).await["status"], "CONFIRMED");
    // Another method has references of its own.
    pay(&clerk, entry(&first, "56", json!({"method": "BANK"}))).await;
    app.verified().await;
    // Once nothing of it is in use, the total can be named anew.
    let payments = |of: &Value| format!("{{ preorder(id: {}) {{ payments {{ id amountYuan }} }} }}", of["id"]);
    for of in [&second, &first] {
        let payment = clerk.ask(&payments(of)).await["preorder"]["payments"][0]["id"].take();
        let reverse = json!({"paymentId": payment, "reason": "凭证抄错"});
        clerk.change("reversePreorderPayment", reverse, "__typename").await;
    }
    pay(&clerk, entry(&second, "24", json!({}))).await;
    app.verified().await;
}

#[tokio::test]
async fn of_two_clerks_with_one_transfer_the_second_sees_the_first() {
    let (app, clerk, offer) = town(json!({})).await;
    let mut orders = Vec::new();
    for _ in 0..6 {
        orders.push(app.visitor().place(&offer, "10").await);
    }
    let whole = json!({"transferYuan": "72"});
    let entries = orders
        .iter()
        .map(|order| clerk.mutate("recordPreorderPayment", entry(order, "24", whole.clone()), "__typename"));
    let answers = futures_util::future::join_all(entries).await;
    let accepted = answers.iter().filter(|answer| answer["errors"].is_null()).count();
    assert_eq!(accepted, 3, "{answers:#?}");
    for refused in answers.iter().filter(|answer| !answer["errors"].is_null()) {
        assert_eq!(refused["errors"][0]["extensions"]["code"], "CONFLICT");
    }
    app.verified().await;
}

#[tokio::test]
async fn a_receipt_number_of_cash_counts_within_its_region_and_year() {
    let (app, clerk, offer) = town(json!({"closesAt": "2027-03-01T00:00:00Z"})).await;
    let elsewhere = clerk.open_offer(json!({"regionCode": VILLAGE})).await;
    let cash = |preorder: &Value, changes: Value| {
        entry(preorder, "1", with(json!({"method": "CASH", "reference": "0001"}), changes))
    };
    let here = app.visitor().place(&offer, "10").await;
    let there = app.visitor().place(&elsewhere, "10").await;
    pay(&clerk, cash(&here, json!({}))).await;
    let twice = clerk.refused_change("recordPreorderPayment", cash(&here, json!({}))).await;
    assert_eq!(twice.code, "CONFLICT");
    pay(&clerk, cash(&there, json!({}))).await;
    app.set_time("2027-01-02T02:00:00Z");
    let next = app.visitor().place(&offer, "10").await;
    let old = with(claim(&offer, "10"), json!({"placedAt": "2026-12-30T01:00:00Z"}));
    let old = clerk.change("placePreorder", old, WHOLE).await["preorder"].take();
    pay(&clerk, cash(&next, json!({}))).await;
    let of_the_old_year = cash(&old, json!({"paidAt": "2026-12-31T01:00:00Z"}));
    assert_eq!(clerk.refused_change("recordPreorderPayment", of_the_old_year).await.code, "CONFLICT");
    // The number of a refund likewise.
    let surplus = json!({"method": "CASH", "reference": "0002", "keepForRefund": true});
    for (order, expected) in [(&next, None), (&here, Some("CONFLICT")), (&there, None)] {
        pay(&clerk, entry(order, "1", with(surplus.clone(), json!({"reference": format!("R {}", order["code"])}))))
            .await;
        let refund = json!({"preorderId": order["id"], "amountYuan": "1", "method": "CASH", "reference": "0001"});
        let answer = clerk.mutate("recordRefund", refund, "__typename").await;
        let code = answer["errors"][0]["extensions"]["code"].as_str();
        assert_eq!(code, expected, "{answer:#}");
    }
    app.verified().await;
}

#[tokio::test]
async fn an_order_of_another_region_is_not_named() {
    let (app, town_clerk, _) = town(json!({})).await;
    let offer = town_clerk.open_offer(json!({"regionCode": TOWN})).await;
    let in_village = town_clerk.open_offer(json!({"regionCode": VILLAGE})).await;
    let of_town = app.visitor().place(&offer, "10").await;
    let of_village = app.visitor().place(&in_village, "10").await;
    pay(&town_clerk, entry(&of_town, "24", json!({}))).await;
    let village_clerk = app.clerk_of(VILLAGE).await;
    let refusal = village_clerk.refused_change("recordPreorderPayment", entry(&of_village, "24", json!({}))).await;
    assert!(!refusal.message.contains(&text(&of_town["code"])), "{}", refusal.message);
    assert!(refusal.message.contains("another region"), "{}", refusal.message);
}

#[tokio::test]
async fn a_refunds_reference_that_is_in_use_names_the_order_that_holds_it() {
    let (app, clerk, offer) = town(json!({})).await;
    let in_village = clerk.open_offer(json!({"regionCode": VILLAGE})).await;
    let mut orders = Vec::new();
    for offer in [&offer, &offer, &in_village] {
        let placed = app.visitor().place(offer, "10").await;
        let kept = json!({"reference": placed["code"], "keepForRefund": true});
        pay(&clerk, entry(&placed, "5", kept)).await;
        orders.push(placed);
    }
    let refund =
        |order: &Value| json!({"preorderId": order["id"], "amountYuan": "5", "method": "BANK", "reference": "R 1"});
    clerk.change("recordRefund", refund(&orders[0]), "__typename").await;
    let code = text(&orders[0]["code"]);
    let refusal = clerk.refused_change("recordRefund", refund(&orders[1])).await;
    assert_eq!(refusal.brief(), ("CONFLICT", None));
    assert!(refusal.message.contains(&code), "{}", refusal.message);
    // A clerk who may not see that order learns no code.
    let village_clerk = app.clerk_of(VILLAGE).await;
    let refusal = village_clerk.refused_change("recordRefund", refund(&orders[2])).await;
    assert_eq!(refusal.brief(), ("CONFLICT", None));
    assert!(!refusal.message.contains(&code), "{}", refusal.message);
    app.verified().await;
}
