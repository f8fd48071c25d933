//! Receipts of payments that are named by their reference, and payments that were entered later.

use serde_json::{Value, json};

use super::{PHONE, path, place};
use crate::presales::preorders::{WHOLE, town, with};

#[tokio::test]
async fn a_reference_entered_again_names_the_payment_that_holds() {
    let (app, clerk, offer) = town(json!({})).await;
    let preorder = place(&clerk, &offer).await;
    let reference = "0123456789abcdef0123456789abcdef";
    let pay = async |amount: &str| {
        let input =
            json!({"preorderId": preorder["id"], "amountYuan": amount, "method": "WECHAT", "reference": reference});
        clerk.change("recordPreorderPayment", input, "preorder { payments { id } }").await
    };
    let wrong = pay("10").await;
    clerk
        .change(
            "reversePreorderPayment",
            json!({"paymentId": wrong["preorder"]["payments"][0]["id"], "reason": "金额有误"}),
            WHOLE,
        )
        .await;
    pay("20").await;
    let page = app.send_form(&format!("{}/payments/{reference}", path(&preorder)), PHONE).await;
    assert!(page.html().contains("人民币贰拾元整") && !page.html().contains("已冲销"));
}

#[tokio::test]
async fn a_reference_of_several_entries_names_the_one_for_the_goods_and_all_that_came() {
    let (app, clerk, offer) = town(json!({})).await;
    let preorder = place(&clerk, &offer).await;
    let entry = |amount: &str, changes: Value| {
        let transfer = json!({"transferYuan": "85", "method": "WECHAT", "reference": "4200001"});
        with(with(transfer, json!({"preorderId": preorder["id"], "amountYuan": amount})), changes)
    };
    clerk.change("recordPreorderPayment", entry("80", json!({})), WHOLE).await;
    let kept = entry("5", json!({"keepForRefund": true}));
    let paid = clerk.change("recordPreorderPayment", kept, "preorder { payments { id keptForRefund } }").await;
    let kept = paid["preorder"]["payments"][1].clone();
    assert_eq!(kept["keptForRefund"], true, "it was entered last");
    let total = "all that came under this number";
    let goods = app.send_form(&format!("{}/payments/4200001", path(&preorder)), PHONE).await;
    assert!(goods.html().contains("人民币捌拾元整") && !goods.html().contains("待退款项"), "{}", goods.html());
    assert_eq!(goods.fact(total), "85.00 元");
    let id = kept["id"].as_str().expect("an id");
    let rest = app.send_form(&format!("{}/payments/{id}", path(&preorder)), PHONE).await;
    assert!(rest.html().contains("人民币伍元整") && rest.html().contains("待退款项"), "{}", rest.html());
    assert_eq!(rest.fact(total), "85.00 元");
    let other = clerk.place(&offer, "1").await;
    let whole = json!({"preorderId": other["id"], "amountYuan": "8", "method": "WECHAT", "reference": "4200002"});
    clerk.change("recordPreorderPayment", whole, WHOLE).await;
    let page = app.page_for(&clerk, &format!("{}/payments/4200002", path(&other))).await;
    assert!(page.html().contains("人民币捌元整") && !page.html().contains(total), "one entry is all of it");
}

#[tokio::test]
async fn a_confirmation_that_was_entered_later_shows_its_business_day() {
    let (app, clerk, offer) = town(json!({})).await;
    let preorder = place(&clerk, &offer).await;
    app.set_time("2026-11-25T09:00:00Z");
    let paid = json!({
        "preorderId": preorder["id"], "amountYuan": "24", "method": "CASH", "paidAt": "2026-11-24T05:00:00Z"
    });
    clerk.change("recordPreorderPayment", paid, WHOLE).await;
    assert_eq!(app.send_form(&path(&preorder), PHONE).await.fact("confirmed"), "2026-11-24");
}
