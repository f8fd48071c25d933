//! The pages of receipts: who gets them, what they show, and what is refused.

mod references;
mod requests;

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use serde_json::{Value, json};

use crate::{
    app::{Client, OTHER_TOWN, TOWN, TestApp, text},
    presales::preorders::{WHOLE, town},
    service::wire::{Answer, from, send},
};

const PHONE: &str = "13900001111";
const FORM: &str = "application/x-www-form-urlencoded";

/// A pre-order of 10 kg: 80.00 yuan, with a deposit of 24.00 yuan.
async fn place(client: &Client, offer: &str) -> Value {
    let input = json!({"offerId": offer, "quantityKg": "10", "buyerName": "陈晓", "buyerPhone": PHONE});
    client.change("placePreorder", input, WHOLE).await["preorder"].take()
}

fn path(preorder: &Value) -> String {
    format!("/preorders/{}", text(&preorder["code"]))
}

impl Answer {
    fn html(&self) -> &str {
        assert_eq!(self.header("content-type"), Some("text/html; charset=utf-8"));
        std::str::from_utf8(&self.body).expect("text")
    }

    /// Whether the page asks for the telephone number and shows no receipt.
    fn is_form(&self) -> bool {
        self.html().contains("name=\"buyerPhone\"") && !self.html().contains("<dl")
    }

    /// The value of a fact on the page, by its English label.
    fn fact(&self, label: &str) -> String {
        let html = self.html();
        let label = format!("<span lang=\"en\">{label}</span></dt><dd>");
        let value = html.split_once(&label).unwrap_or_else(|| panic!("{label} in {html}")).1;
        let value = value.split_once("</dd>").expect("its end").0;
        let mut depth = 0;
        let is_text = |character: &char| {
            match character {
                '<' => depth += 1,
                '>' => depth -= 1,
                _ => return depth == 0,
            }
            false
        };
        value.chars().filter(is_text).collect()
    }
}

impl TestApp {
    /// Sends the form with a telephone number.
    async fn send_form(&self, path: &str, phone: &str) -> Answer {
        self.send_body(path, FORM, format!("buyerPhone={phone}")).await
    }

    async fn send_body(&self, path: &str, media: &str, body: impl Into<Body>) -> Answer {
        let request = from("192.0.2.7", Request::post(path).header("content-type", media));
        send(self.router(), request.body(body.into()).expect("a request")).await
    }

    /// Requests a page with a token.
    async fn page_for(&self, client: &Client, path: &str) -> Answer {
        self.get(&[("authorization", &client.bearer())], path).await
    }
}

#[tokio::test]
async fn a_code_alone_shows_nothing() {
    let (app, clerk, offer) = town(json!({})).await;
    let preorder = place(&clerk, &offer).await;
    let (known, unknown) = (app.get(&[], &path(&preorder)).await, app.get(&[], "/preorders/P000-000K").await);
    assert_eq!((known.status, unknown.status), (StatusCode::OK, StatusCode::OK));
    assert!(known.is_form());
    let code = text(&preorder["code"]);
    assert_eq!(
        known.html().replace(&code, ""),
        unknown.html().replace("P000-000K", ""),
        "the same whether or not there is such a code"
    );
    assert!(!known.html().contains("陈晓"));
    for path in [
        "/preorders/%3Cscript%3E",
        "/preorders/%FF",
        "/preorders/P000-0000",
        &format!("/preorders/{}", "P".repeat(5000)),
    ] {
        let answer = app.get(&[], path).await;
        assert!(answer.status == StatusCode::OK && answer.is_form() && !answer.html().contains("<script"), "{path}");
    }
    assert!(app.get(&[], &format!("{}/payments/R000", path(&preorder))).await.is_form());
}

#[tokio::test]
async fn code_and_telephone_number_show_the_receipt() {
    let (app, clerk, offer) = town(json!({})).await;
    let preorder = place(&clerk, &offer).await;
    let typed = path(&preorder).replace('-', "").to_lowercase().replace("/preorders/", "");
    for path in [path(&preorder), format!("/preorders/{typed}")] {
        let answer = app.send_form(&path, "%2B86+139-0000-1111").await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!((answer.fact("buyer"), answer.fact("telephone")), ("陈晓".to_owned(), "139****1111".to_owned()));
        assert!(!answer.html().contains(PHONE), "paper lies about");
    }
    let wrong_phone = app.send_form(&path(&preorder), "13900001112").await;
    let wrong_code = app.send_form("/preorders/P000-000K", PHONE).await;
    let no_phone = app.send_form(&path(&preorder), "nobody").await;
    for answer in [&wrong_phone, &wrong_code, &no_phone] {
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert!(answer.is_form() && answer.html().contains("no such order under this code and number"));
    }
    let code = text(&preorder["code"]);
    assert_eq!(
        wrong_phone.html().replace(&code, ""),
        wrong_code.html().replace("P000-000K", ""),
        "the same whichever is wrong"
    );
}

#[tokio::test]
async fn a_form_without_its_field_is_refused() {
    let (app, clerk, offer) = town(json!({})).await;
    let path = path(&place(&clerk, &offer).await);
    for body in ["", "phone=13900001111", "buyerPhone=13900001111&buyerPhone=13900001111"] {
        let answer = app.send_body(&path, FORM, body).await;
        assert!(answer.status == StatusCode::BAD_REQUEST && answer.is_form(), "{body}");
    }
    for media in [
        "application/json",
        "multipart/form-data; boundary=x",
        "text/plain",
        "application/x-www-form-urlencoded; charset=gbk",
    ] {
        let answer = app.send_body(&path, media, "buyerPhone=13900001111").await;
        assert_eq!(
            (answer.status, answer.header("accept-post")),
            (StatusCode::UNSUPPORTED_MEDIA_TYPE, Some(FORM)),
            "{media}"
        );
        assert!(answer.html().contains("UTF-8"));
    }
    assert_eq!(
        app.send_body(&path, "application/x-www-form-urlencoded; charset=UTF-8", "buyerPhone=13900001111").await.status,
        200
    );
}

#[tokio::test]
async fn accounts_get_what_they_see() {
    let (app, clerk, offer) = town(json!({"ships": true, "freightYuan": "12"})).await;
    let buyer = app.buyer().await;
    let input = json!({
        "offerId": offer, "quantityKg": "10", "buyerName": "陈晓", "buyerPhone": PHONE, "fulfilment": "SHIP", "deliveryAddress": "渝中区民权路 28 号"
    });
    let preorder = buyer.change("placePreorder", input, WHOLE).await["preorder"].take();
    let path = path(&preorder);
    for (client, reads_address) in
        [(&clerk, true), (&buyer, true), (&app.official_of(TOWN).await, false), (&app.admin().await, false)]
    {
        let answer = app.page_for(client, &path).await;
        assert_eq!((answer.status, answer.fact("telephone").as_str()), (StatusCode::OK, "139****1111"));
        assert_eq!(answer.html().contains("民权路"), reads_address);
        assert_eq!(answer.fact("freight"), "12.00 元");
    }
    for client in [&app.clerk_of(OTHER_TOWN).await, &app.official_of(OTHER_TOWN).await, &app.buyer().await] {
        let answer = app.page_for(client, &path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert!(!answer.html().contains("陈晓") && !answer.is_form());
    }
    assert_eq!(app.page_for(&clerk, "/preorders/P000-000K").await.status, StatusCode::NOT_FOUND);
    let wrong = app.get(&[("authorization", "Bearer nonsense")], &path).await;
    assert_eq!((wrong.status, wrong.header("www-authenticate")), (StatusCode::UNAUTHORIZED, Some("Bearer")));
    // A buyer with the code and the number needs no account, so a wrong token does not matter.
    let posted = Request::post(&path).header("content-type", FORM).header("authorization", "Bearer nonsense");
    let answer = send(app.router(), posted.body(Body::from(format!("buyerPhone={PHONE}"))).expect("a request")).await;
    assert_eq!(answer.status, StatusCode::OK);
}

#[tokio::test]
async fn every_figure_is_that_of_the_api() {
    let (app, clerk, offer) =
        town(json!({"keptRate": "0.125", "cancelUntil": "2026-12-01T00:00:00Z", "terms": "自带纸箱"})).await;
    let preorder = place(&clerk, &offer).await;
    let path = path(&preorder);
    let compare = async |status: &str| {
        let (row, page) = (clerk.look_up(&preorder).await, app.send_form(&path, PHONE).await);
        assert_eq!(row["status"], status);
        assert!(page.fact("status").ends_with(status), "{}", page.fact("status"));
        for (field, label, unit) in [
            ("quantityKg", "ordered", "千克"),
            ("fulfillableKg", "to be handed over", "千克"),
            ("amountYuan", "amount", "元"),
            ("depositYuan", "deposit", "元"),
            ("paidYuan", "paid", "元"),
            ("openYuan", "open", "元"),
            ("refundDueYuan", "refund due", "元"),
            ("refundedYuan", "refunded", "元"),
            ("keptYuan", "deposit kept", "元"),
        ] {
            assert_eq!(page.fact(label), format!("{} {unit}", text(&row[field])), "{field} while {status}");
        }
        page
    };
    let page = compare("PLACED").await;
    assert_eq!(page.fact("held for the deposit until"), "2026-11-26 12:00");
    assert_eq!(
        (page.fact("unit price"), page.fact("season"), page.fact("variety")),
        ("8.00 元/千克".into(), "2026".into(), "丰水梨 Hosui pear".into())
    );
    assert!(
        page.html().contains("买家可于 2026-12-01 08:00 前取消，定金的 12.5% 不退") && page.html().contains("自带纸箱")
    );
    clerk.pay(&preorder, "24").await;
    let page = compare("CONFIRMED").await;
    assert_eq!(page.fact("confirmed"), "2026-11-24 12:00");
    assert!(!page.html().contains("held for the deposit until"));
    clerk
        .change(
            "recordPreorderPayment",
            json!({"preorderId": preorder["id"], "amountYuan": "5.05", "method": "ALIPAY", "reference": "A-1", "keepForRefund": true}),
            WHOLE,
        )
        .await;
    compare("CONFIRMED").await;
    let cancel = json!({"preorderId": preorder["id"], "onBehalfOf": "BUYER", "reason": "计划有变"});
    clerk.change("cancelPreorder", cancel, WHOLE).await;
    let page = compare("CANCELLED").await;
    assert_eq!((page.fact("deposit kept").as_str(), page.fact("why").as_str()), ("3.00 元", "买家取消 by the buyer"));
    clerk
        .change(
            "recordRefund",
            json!({"preorderId": preorder["id"], "amountYuan": "26.05", "method": "BANK", "reference": "B-1"}),
            WHOLE,
        )
        .await;
    let page = compare("CANCELLED").await;
    assert!(page.html().contains("−26.05") && page.html().contains("B-1") && page.html().contains("A-1"));
}

#[tokio::test]
async fn an_overdue_hold_has_expired() {
    let (app, clerk, offer) = town(json!({})).await;
    let path = path(&place(&clerk, &offer).await);
    app.set_time("2026-11-26T03:59:59.999999Z");
    assert!(app.send_form(&path, PHONE).await.fact("status").ends_with("PLACED"));
    app.set_time("2026-11-26T04:00:00Z");
    let page = app.send_form(&path, PHONE).await;
    assert!(page.fact("status").ends_with("EXPIRED"));
    assert_eq!((page.fact("amount").as_str(), page.fact("to be handed over").as_str()), ("0.00 元", "0.000 千克"));
    assert!(page.html().contains("2026-11-26 12:00 (UTC+8)"), "the time of printing");
}

#[tokio::test]
async fn a_payment_has_a_receipt() {
    let (app, clerk, offer) = town(json!({})).await;
    let preorder = place(&clerk, &offer).await;
    let input =
        json!({"preorderId": preorder["id"], "amountYuan": "24", "method": "CASH", "paidAt": "2026-11-24T03:30:00Z"});
    let paid = clerk.change("recordPreorderPayment", input, "preorder { payments { id reference } }").await;
    let payment = &paid["preorder"]["payments"][0];
    let (id, reference) = (text(&payment["id"]), text(&payment["reference"]));
    let order_page = app.send_form(&path(&preorder), PHONE).await;
    assert!(order_page.html().contains(&format!("href=\"{}/payments/{id}\"", text(&preorder["code"]))));
    for name in [&id, &reference] {
        let page = app.send_form(&format!("{}/payments/{name}", path(&preorder)), PHONE).await;
        assert_eq!((page.fact("number"), page.fact("received from")), (reference.clone(), "陈晓".to_owned()));
        assert_eq!((page.fact("paid at").as_str(), page.fact("method").as_str()), ("2026-11-24 11:30", "现金 cash"));
        assert_eq!(
            (page.fact("for"), page.fact("received by")),
            (format!("2026 产季丰水梨预售订单 {}", text(&preorder["code"])), "云安镇".to_owned())
        );
        assert!(
            page.html().contains("24.00 元")
                && page.html().contains("人民币贰拾肆元整")
                && !page.html().contains("已冲销")
        );
        assert!(!page.html().contains("taken by"), "user names are not for buyers");
    }
    let path = format!("{}/payments/{id}", path(&preorder));
    assert!(app.page_for(&clerk, &path).await.fact("taken by").starts_with("clerk-"));
    assert_eq!(app.page_for(&app.clerk_of(OTHER_TOWN).await, &path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.send_form(&path, "13900001112").await.status, StatusCode::NOT_FOUND);
    for name in ["R000", "%00", "%FF", "a%2Fb", &"x".repeat(5000)] {
        let unknown = format!("{}/payments/{name}", text(&preorder["code"]));
        let answers = [
            app.send_form(&format!("/preorders/{unknown}"), PHONE).await,
            app.page_for(&clerk, &format!("/preorders/{unknown}")).await,
        ];
        assert_eq!(answers.map(|answer| answer.status), [StatusCode::NOT_FOUND; 2], "{name}");
    }
    let other = clerk.place(&offer, "1").await;
    let elsewhere = format!("/preorders/{}/payments/{id}", text(&other["code"]));
    assert_eq!(
        app.page_for(&clerk, &elsewhere).await.status,
        StatusCode::NOT_FOUND,
        "a payment belongs to its pre-order"
    );
    clerk.change("reversePreorderPayment", json!({"paymentId": id, "reason": "记错了人"}), WHOLE).await;
    assert!(app.send_form(&path, PHONE).await.html().contains("已冲销，不作收款凭据"));
    let order_page = app.send_form(&path.replace(&format!("/payments/{id}"), ""), PHONE).await;
    assert!(order_page.html().contains("已冲销") && order_page.fact("paid") == "0.00 元");
}

#[tokio::test]
async fn at_most_a_hundred_payments_are_listed() {
    let (app, clerk, offer) = town(json!({})).await;
    let preorder = place(&clerk, &offer).await;
    for number in 1..=100 {
        app.set_time(&format!("2026-11-24T04:{:02}:{:02}Z", number / 60, number % 60));
        clerk.pay(&preorder, "0.10").await;
    }
    let page = app.send_form(&path(&preorder), PHONE).await;
    assert_eq!((page.html().matches("/payments/").count(), page.html().contains("there are more")), (100, false));
    clerk.pay(&preorder, "0.10").await;
    let page = app.send_form(&path(&preorder), PHONE).await;
    assert_eq!((page.html().matches("/payments/").count(), page.html().contains("there are more")), (100, true));
    assert_eq!(page.fact("paid"), "10.10 元", "the sum is of all");
}

#[tokio::test]
async fn what_people_wrote_is_escaped() {
    let (app, clerk, offer) =
        town(json!({"terms": "<script>alert(1)</script>", "pickUpPlace": "\"><img src=x>"})).await;
    let input =
        json!({"offerId": offer, "quantityKg": "10", "buyerName": "<script>alert('陈')</script>", "buyerPhone": PHONE});
    let preorder = clerk.change("placePreorder", input, WHOLE).await["preorder"].take();
    let pay = json!({"preorderId": preorder["id"], "amountYuan": "1", "method": "BANK", "reference": "<b>\"&'</b>"});
    let paid = clerk.change("recordPreorderPayment", pay, "preorder { payments { id } }").await;
    let payment = format!("{}/payments/{}", path(&preorder), text(&paid["preorder"]["payments"][0]["id"]));
    for path in [path(&preorder), payment] {
        let page = app.send_form(&path, PHONE).await;
        let html = page.html();
        assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("<b>"), "{html}");
        assert!(html.contains("&lt;script&gt;") && html.contains("&lt;b&gt;"));
    }
}

#[tokio::test]
async fn the_code_leads_to_the_public_address() {
    let (app, clerk, offer) = town(json!({})).await;
    let preorder = place(&clerk, &offer).await;
    let public = app.configured(&[("PUBLIC_URL", "https://example.org/lihua/")]);
    let link = format!("https://example.org/lihua{}", path(&preorder));
    let page = public.send_form(&path(&preorder), PHONE).await;
    assert!(
        page.html().contains(&types::qr_svg(&link).expect("a code"))
            && page.html().contains(&format!("aria-label=\"{link}\""))
    );
    assert!(!page.html().contains("演示数据"));
}

#[tokio::test]
async fn a_demonstration_says_so() {
    let app = TestApp::demo().await;
    let clerk = app.sign_in_to_demo("clerk").await;
    let offer = clerk.open_offer(json!({})).await;
    let preorder = place(&clerk, &offer).await;
    assert!(app.send_form(&path(&preorder), PHONE).await.html().contains("演示数据 demonstration data"));
}
