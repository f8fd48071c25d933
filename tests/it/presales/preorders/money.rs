//! Payments, mistakes and refunds: every fen is accounted for.

use serde_json::{Value, json};

use super::{WHOLE, town, with};
use crate::app::{TOWN, text};

fn wechat(preorder: &Value, amount: &str, reference: &str) -> Value {
    json!({"preorderId": preorder["id"], "amountYuan": amount, "method": "WECHAT", "reference": reference})
}

#[tokio::test]
async fn a_proof_counts_once() {
    let (app, clerk, offer) = town(json!({})).await;
    let [one, other] = [app.visitor().place(&offer, "10").await, app.visitor().place(&offer, "10").await];
    clerk.change("recordPreorderPayment", wechat(&one, "24", "4200001"), WHOLE).await;
    for preorder in [&one, &other] {
        let refusal = clerk.refused_change("recordPreorderPayment", wechat(preorder, "24", "4200001")).await;
        assert_eq!((refusal.code.as_str(), refusal.message.contains("4200001")), ("CONFLICT", true));
    }
    let alipay = with(wechat(&other, "24", "4200001"), json!({"method": "ALIPAY"}));
    clerk.change("recordPreorderPayment", alipay, WHOLE).await;
    clerk.pay(&one, "1").await;
    clerk.pay(&one, "1").await;
    let query = format!(
        "{{ preorder(id: {}) {{ payments {{ amountYuan method reference recordedBy {{ role }} }} }} }}",
        one["id"]
    );
    let payments = clerk.ask(&query).await["preorder"]["payments"].take();
    assert_eq!(
        payments[0],
        json!({"amountYuan": "24.00", "method": "WECHAT", "reference": "4200001", "recordedBy": {"role": "CLERK"}})
    );
    let receipts = [text(&payments[1]["reference"]), text(&payments[2]["reference"])];
    assert!(receipts[0] != receipts[1] && receipts.iter().all(|receipt| receipt.starts_with('R')), "{receipts:?}");
    app.verified().await;
}

#[tokio::test]
async fn money_that_cannot_count_is_due_back_at_once() {
    let (app, clerk, offer) = town(json!({})).await;
    let placed = app.visitor().place(&offer, "10").await;
    let keep = |amount: &str, reference: &str| with(wechat(&placed, amount, reference), json!({"keepForRefund": true}));
    let kept = clerk.change("recordPreorderPayment", keep("50", "a"), WHOLE).await["preorder"].take();
    assert_eq!(
        (&kept["status"], &kept["paidYuan"], &kept["refundDueYuan"], &kept["openYuan"]),
        (&json!("PLACED"), &json!("50.00"), &json!("50.00"), &json!("80.00")),
        "it confirms nothing and pays for nothing"
    );
    let cancel = json!({"preorderId": placed["id"], "onBehalfOf": "TOWN", "reason": "冻害"});
    clerk.change("cancelPreorder", cancel, WHOLE).await;
    let refused = clerk.refused_change("recordPreorderPayment", wechat(&placed, "24", "b")).await;
    assert!(refused.code == "CONFLICT" && refused.message.contains("keepForRefund"), "{}", refused.message);
    let kept = clerk.change("recordPreorderPayment", keep("24", "b"), WHOLE).await["preorder"].take();
    assert_eq!((&kept["paidYuan"], &kept["refundDueYuan"]), (&json!("74.00"), &json!("74.00")));
    let refund = json!({"preorderId": placed["id"], "amountYuan": "70", "method": "BANK", "reference": "out-1"});
    let refunded = clerk.change("recordRefund", refund.clone(), WHOLE).await["preorder"].take();
    assert_eq!((&refunded["refundedYuan"], &refunded["refundDueYuan"]), (&json!("70.00"), &json!("4.00")));
    let again = with(refund, json!({"amountYuan": "4"}));
    assert_eq!(clerk.refused_change("recordRefund", again.clone()).await.code, "CONFLICT", "the same proof");
    let too_much = with(again, json!({"amountYuan": "4.01", "reference": "out-2"}));
    let too_much = clerk.refused_change("recordRefund", too_much).await;
    assert!(
        too_much.field.as_deref() == Some("input.amountYuan") && too_much.message.contains("4.00"),
        "{}",
        too_much.message
    );
    let due = clerk.ask(&format!("{{ refundsDue(regionCode: \"{TOWN}\") {{ totalCount }} }}")).await;
    assert_eq!(due["refundsDue"]["totalCount"], 1);
    clerk.change("recordRefund", json!({"preorderId": placed["id"], "amountYuan": "4", "method": "CASH"}), WHOLE).await;
    let due = clerk.ask(&format!("{{ refundsDue(regionCode: \"{TOWN}\") {{ totalCount }} }}")).await;
    assert_eq!(due["refundsDue"]["totalCount"], 0);
    app.verified().await;
}

#[tokio::test]
async fn a_payment_entered_by_mistake_is_taken_back_on_the_day_it_counted() {
    let (app, clerk, offer) = town(json!({"holdMinutes": 4320})).await;
    let placed = app.visitor().place(&offer, "10").await;
    let payment = async || {
        let query = format!("{{ preorder(id: {}) {{ payments {{ id reversedAt }} }} }}", placed["id"]);
        let payments = clerk.ask(&query).await["preorder"]["payments"].take();
        let payments = payments.as_array().expect("payments").clone();
        text(&payments.iter().find(|payment| payment["reversedAt"].is_null()).expect("one that holds")["id"])
    };
    clerk.change("recordPreorderPayment", wechat(&placed, "24", "a"), WHOLE).await;
    let reverse = json!({"paymentId": payment().await, "reason": "录到了别人的订单"});
    app.set_time("2026-11-25T04:00:00Z");
    let reversed = clerk.change("reversePreorderPayment", reverse.clone(), WHOLE).await["preorder"].take();
    assert_eq!(
        (&reversed["status"], &reversed["paidYuan"], &reversed["confirmedAt"], &reversed["refundDueYuan"]),
        (&json!("PLACED"), &json!("0.00"), &Value::Null, &json!("0.00"))
    );
    assert_eq!(clerk.presale().await, "0.00");
    let months = clerk.report(2026, "revenueByMonth { presaleYuan }").await;
    assert!(months["revenueByMonth"].as_array().expect("months").iter().all(|month| month["presaleYuan"] == "0.00"));
    assert_eq!(clerk.refused_change("reversePreorderPayment", reverse).await.code, "CONFLICT");
    clerk.change("recordPreorderPayment", wechat(&placed, "24", "a"), WHOLE).await;
    assert_eq!(clerk.presale().await, "80.00", "the same proof may be entered again, and confirms it again");
    app.verified().await;

    app.set_time("2026-11-28T04:00:00Z");
    let reverse = json!({"paymentId": payment().await, "reason": "银行退票"});
    let expired = clerk.change("reversePreorderPayment", reverse, WHOLE).await["preorder"].take();
    assert_eq!(
        (&expired["status"], &expired["fulfillableKg"]),
        (&json!("EXPIRED"), &json!("0.000")),
        "without it, the hold had run out"
    );
    assert_eq!((clerk.available(&offer).await, clerk.presale().await), ("100.000".to_owned(), "0.00".to_owned()));
    app.verified().await;
}

#[tokio::test]
async fn what_was_paid_back_cannot_be_taken_back() {
    let (app, clerk, offer) = town(json!({})).await;
    let placed = app.visitor().place(&offer, "10").await;
    clerk.pay(&placed, "24").await;
    clerk
        .change("cancelPreorder", json!({"preorderId": placed["id"], "onBehalfOf": "TOWN", "reason": "冻害"}), WHOLE)
        .await;
    clerk.change("recordRefund", json!({"preorderId": placed["id"], "amountYuan": "1", "method": "CASH"}), WHOLE).await;
    let query = format!("{{ preorder(id: {}) {{ payments {{ id }} }} }}", placed["id"]);
    let payment = clerk.ask(&query).await["preorder"]["payments"][0]["id"].take();
    let refusal = clerk.refused_change("reversePreorderPayment", json!({"paymentId": payment, "reason": "误录"})).await;
    assert_eq!(refusal.code, "CONFLICT");
    let nothing = json!({"paymentId": "0190a1b2-0000-7000-8000-000000000000", "reason": "误录"});
    assert_eq!(clerk.refused_change("reversePreorderPayment", nothing).await.code, "NOT_FOUND");
    app.verified().await;
}

#[tokio::test]
async fn the_evening_closes_by_day_method_and_clerk() {
    let (app, clerk, offer) = town(json!({})).await;
    let other = app.clerk().await;
    let placed = app.visitor().place(&offer, "10").await;
    clerk.pay(&placed, "5").await;
    clerk.pay(&placed, "6").await;
    other.pay(&placed, "7").await;
    other.change("recordPreorderPayment", wechat(&placed, "6", "a"), WHOLE).await;
    clerk
        .change("cancelPreorder", json!({"preorderId": placed["id"], "onBehalfOf": "TOWN", "reason": "冻害"}), WHOLE)
        .await;
    app.set_time("2026-11-24T16:00:00Z");
    clerk
        .change("recordRefund", json!({"preorderId": placed["id"], "amountYuan": "20", "method": "CASH"}), WHOLE)
        .await;
    let days = |from: &str, to: &str| {
        format!(
            "{{ paymentsByDay(regionCode: \"{TOWN}\", from: \"{from}\", to: \"{to}\") {{ day method receivedYuan payments refundedYuan refunds }} }}"
        )
    };
    let rows = clerk.ask(&days("2026-11-24", "2026-11-25")).await["paymentsByDay"].take();
    let mut rows: Vec<_> = rows.as_array().expect("rows").iter().map(Value::to_string).collect();
    rows.sort();
    let mut expected: Vec<_> = [
        json!({"day": "2026-11-24", "method": "CASH", "receivedYuan": "11.00", "payments": 2, "refundedYuan": "0.00", "refunds": 0}),
        json!({"day": "2026-11-24", "method": "CASH", "receivedYuan": "7.00", "payments": 1, "refundedYuan": "0.00", "refunds": 0}),
        json!({"day": "2026-11-24", "method": "WECHAT", "receivedYuan": "6.00", "payments": 1, "refundedYuan": "0.00", "refunds": 0}),
        json!({"day": "2026-11-25", "method": "CASH", "receivedYuan": "0.00", "payments": 0, "refundedYuan": "20.00", "refunds": 1}),
    ]
    .iter()
    .map(Value::to_string)
    .collect();
    expected.sort();
    assert_eq!(rows, expected);
    clerk.ask(&days("2026-11-01", "2026-12-01")).await;
    for (from, to) in [("2026-11-01", "2026-12-02"), ("2026-11-02", "2026-11-01")] {
        assert_eq!(clerk.refused(&days(from, to)).await.brief(), ("INVALID_INPUT", Some("to")));
    }
}
