//! Receipts of pre-orders and of their payments.
//!
//! A code alone shows nothing, because it is printed on paper that others may find. The receipt is shown to anyone who
//! also knows the telephone number, and to accounts that may see the pre-order.

use std::sync::Arc;

use axum::{
    Extension,
    extract::{Path, Request, State, rejection::PathRejection},
    http::{Method, StatusCode},
    response::Response,
};
use maud::{Markup, PreEscaped, Render, html};
use tokio::time::Instant;

use super::{Page, answer, both, demo_label, fact, refusal};
use crate::{
    graphql::Caller,
    http::{
        Service,
        body::{Refusal, check_type},
        sender::{Origin, Sender},
    },
};
use domain::presales::preorders::{self, MOST_MOVEMENTS, Movement, Receipt, ReceiptReader};
use store::error::{Error, ErrorCode};
use types::{CodeKind, Fulfilment, Kilograms, Money, PreorderStatus, PrintedCode, Problem, Timestamp, qr_svg};

/// The form field with the telephone number.
const PHONE: &str = "buyerPhone";
const ORDER_TITLE: (&str, &str) = ("预售订单凭证", "Pre-order receipt");
const PAYMENT_TITLE: (&str, &str) = ("收款收据", "Payment receipt");

/// Answers `/preorders/{code}` with the receipt of a pre-order, or with the form that asks for the telephone number.
pub(super) async fn order(
    State(service): State<Arc<Service>>,
    Extension(origin): Extension<Origin>,
    Extension(sender): Extension<Sender>,
    path: Result<Path<String>, PathRejection>,
    request: Request,
) -> Response {
    // A path that is not UTF-8 is treated as an empty code, which no pre-order has.
    let code = path.map(|Path(code)| code).unwrap_or_default();
    let page = async |deadline| {
        let reader = match reader(&service, &origin, &sender, request, deadline).await? {
            Submission::Receipt(reader) => reader,
            Submission::Form(status, problem) => return Ok(form(ORDER_TITLE, &code, status, problem)),
        };
        let is_buyer = matches!(reader, ReceiptReader::Buyer { .. });
        match preorders::receipt(&service.database, reader, code.clone()).await {
            Ok((receipt, movements)) => Ok(order_page(&service, &receipt, &movements)),
            Err(error) if is_buyer && error.code == ErrorCode::NotFound => Ok(no_such(ORDER_TITLE, &code)),
            Err(error) => Err(refusal(error)),
        }
    };
    answer(&service, &origin, page).await
}

/// Answers `/preorders/{code}/payments/{payment}` with the receipt of one payment, named by its id or its reference. It
/// asks for the telephone number with the same form.
pub(super) async fn payment(
    State(service): State<Arc<Service>>,
    Extension(origin): Extension<Origin>,
    Extension(sender): Extension<Sender>,
    path: Result<Path<(String, String)>, PathRejection>,
    request: Request,
) -> Response {
    let (code, name) = path.map(|Path(names)| names).unwrap_or_default();
    let page = async |deadline| {
        let reader = match reader(&service, &origin, &sender, request, deadline).await? {
            Submission::Receipt(reader) => reader,
            Submission::Form(status, problem) => return Ok(form(PAYMENT_TITLE, &code, status, problem)),
        };
        let is_buyer = matches!(reader, ReceiptReader::Buyer { .. });
        match preorders::payment_receipt(&service.database, reader, code.clone(), name).await {
            Ok((receipt, payment, taken_by)) => Ok(payment_page(&service, &receipt, &payment, taken_by.as_deref())),
            Err(error) if is_buyer && error.code == ErrorCode::NotFound => Ok(no_such(PAYMENT_TITLE, &code)),
            Err(error) => Err(refusal(error)),
        }
    };
    answer(&service, &origin, page).await
}

/// What the response to a request shows.
enum Submission {
    /// The receipt, for this reader.
    Receipt(ReceiptReader),
    /// The form, with its status and with what was wrong about the one that was sent.
    Form(StatusCode, Option<Problem>),
}

/// Determines who reads a receipt: for a POST, a buyer with the telephone number of the form, which counts as an
/// attempt; otherwise the account that sent the request.
async fn reader(
    service: &Service,
    origin: &Origin,
    sender: &Sender,
    request: Request,
    deadline: Instant,
) -> Result<Submission, Refusal> {
    if request.method() != Method::POST {
        return match &sender.caller {
            Caller::Account { actor, .. } => Ok(Submission::Receipt(ReceiptReader::Account(actor.clone()))),
            Caller::Refused(error) => Err(refusal(error.clone())),
            Caller::Visitor => Ok(Submission::Form(StatusCode::OK, None)),
        };
    }
    check_type(request.headers(), "application/x-www-form-urlencoded")?;
    let broken_off = || refusal(Error::malformed_request("表单不完整", "the form is incomplete"));
    let body = service.body(request, deadline).await?.ok_or_else(broken_off)?;
    let mut phones =
        form_urlencoded::parse(&body).filter(|(name, _)| name == PHONE).map(|(_, phone)| phone.into_owned());
    let (Some(phone), None) = (phones.next(), phones.next()) else {
        let problem = Problem::new("请填写一个电话号码", "give one telephone number");
        return Ok(Submission::Form(StatusCode::BAD_REQUEST, Some(problem)));
    };
    service.preorder_limit.check(origin.address).map_err(refusal)?;
    Ok(Submission::Receipt(ReceiptReader::Buyer { phone }))
}

/// The form with one and the same message for a wrong code, telephone number or payment, so that it does not tell
/// which.
fn no_such(title: (&'static str, &'static str), code: &str) -> Page {
    let problem = Problem::new("没有与该订单号和电话号码相符的记录", "no such order under this code and number");
    form(title, code, StatusCode::NOT_FOUND, Some(problem))
}

/// The form that asks for the telephone number. It is the same whether or not the code exists.
fn form(title: (&'static str, &'static str), code: &str, status: StatusCode, problem: Option<Problem>) -> Page {
    let content = html! {
        h1 { (both(title.0, title.1)) }
        @if let Some(code) = PrintedCode::parse(CodeKind::Preorder, code) { p class="code" { (code.0) } }
        @if let Some(problem) = problem { p class="problem" role="alert" { (problem.zh) br; span lang="en" { (problem.en) } } }
        form method="post" {
            label for="phone" { (both("下单时留的电话号码", "Telephone number given with the order")) }
            input id="phone" name=(PHONE) type="tel" autocomplete="tel" maxlength="30" required autofocus;
            button type="submit" { "查看 View" }
        }
        p { (both("订单号与电话号码相符时才会显示。", "Shown only where code and telephone number belong together.")) }
    };
    Page { status, title, content }
}

/// The same across the full width.
fn wide_fact(zh: &str, en: &str, value: impl Render) -> Markup {
    html! { div class="wide" { dt { (both(zh, en)) } dd { (value) } } }
}

fn yuan(amount: Money) -> String {
    format!("{amount} 元")
}

/// The heading of every receipt: the issuer, the title, the pre-order's code, and a QR code that leads to its present
/// status.
fn heading(service: &Service, receipt: &Receipt, title: (&str, &str)) -> Markup {
    let code = &receipt.order.code.0;
    let link = service.config.server.public_url.link(&format!("/preorders/{code}"));
    html! {
        header {
            div {
                p class="issuer" { (receipt.region.name) }
                h1 { (title.0) }
                p lang="en" { (title.1) }
                p class="code" { (code) }
                (demo_label(receipt.is_demo))
            }
            @if let Some(svg) = qr_svg(&link) {
                div class="qr" role="img" aria-label=(link) { (PreEscaped(svg)) "扫码查看最新状态" br; span lang="en" { "scan for the present state" } }
            }
        }
    }
}

fn footing(at: Timestamp) -> Markup {
    html! {
        footer {
            p { "打印时间 " span lang="en" { "printed at" } " " (at.in_town()) " (UTC+8)。所载为打印时的状态；凭订单号和电话号码可查最新状态。本凭证不是发票。" }
            p lang="en" { "It shows the state at that time; code and telephone number show the present one. It is no tax invoice." }
        }
    }
}

fn order_page(service: &Service, receipt: &Receipt, movements: &[Movement]) -> Page {
    let content = html! {
        (heading(service, receipt, ORDER_TITLE))
        (status_facts(receipt))
        (agreement(receipt))
        (money(receipt))
        (movements_table(receipt, movements))
        (conditions(receipt))
        (footing(receipt.at))
    };
    Page { status: StatusCode::OK, title: ORDER_TITLE, content }
}

/// The status of the pre-order, and since when it has had it.
fn status_facts(receipt: &Receipt) -> Markup {
    let order = &receipt.order;
    let status = order.status.name();
    html! {
        dl class="facts" {
            (fact("状态", "status", html! { span class="strong" { (status.0) } " " span lang="en" { (status.1) } }))
            (fact("下单", "placed", order.placed_at.in_town()))
            @match order.status {
                PreorderStatus::Placed => { (wide_fact("请付定金，保留至", "held for the deposit until", order.hold_until.in_town())) }
                PreorderStatus::Expired => { (wide_fact("未付定金，已于此时过期", "not paid for, expired at", order.hold_until.in_town())) }
                PreorderStatus::Confirmed | PreorderStatus::Delivered | PreorderStatus::Cancelled => {}
            }
            @if let Some(at) = order.confirmed_at {
                @let entered_later = receipt.confirmed_on.filter(|day| *day != at.day());
                (fact("确认", "confirmed", entered_later.map_or_else(|| at.in_town(), |day| day.to_string())))
            }
            @if let Some(day) = order.delivered_on { (fact("交付", "delivered", day.to_string())) }
            @if let Some(number) = &order.tracking_number { (wide_fact("运单号", "parcel", number)) }
            @if let Some(at) = order.cancelled_at { (fact("取消", "cancelled", at.in_town())) }
            @if let Some(cause) = order.cancellation_cause {
                @let (zh, en) = cause.name();
                (fact("取消原因", "why", both(zh, en)))
            }
        }
    }
}

/// Who ordered what, and how it is handed over.
fn agreement(receipt: &Receipt) -> Markup {
    let Receipt { order, offer, variety, .. } = receipt;
    let (fulfilment_zh, fulfilment_en) = order.fulfilment.name();
    let days = match (offer.pick_up_from, offer.pick_up_to) {
        (Some(from), Some(to)) => Some(format!("{from} – {to}")),
        (Some(from), None) => Some(format!("{from} 起 from")),
        (None, Some(to)) => Some(format!("{to} 止 until")),
        (None, None) => None,
    };
    html! {
        dl class="facts" {
            (fact("买家", "buyer", &order.buyer_name))
            (fact("电话", "telephone", &receipt.phone))
            (fact("品种", "variety", both(&variety.name, &variety.name_en)))
            (fact("产季", "season", offer.season))
            (fact("交付方式", "handed over by", both(fulfilment_zh, fulfilment_en)))
            @match order.fulfilment {
                Fulfilment::PickUp => {
                    @if let Some(days) = days { (fact("提货日期", "days", days)) }
                    @if let Some(place) = &offer.pick_up_place { (wide_fact("提货地点", "pick-up place", place)) }
                }
                Fulfilment::Ship => {
                    @if let Some(address) = &receipt.delivery_address { (wide_fact("收货地址", "sent to", address)) }
                }
            }
        }
    }
}

/// The quantity and the amounts.
fn money(receipt: &Receipt) -> Markup {
    let Receipt { order, offer, .. } = receipt;
    let balance = order.balance();
    html! {
        dl class="facts" {
            (fact("订购数量", "ordered", format!("{} 千克", order.quantity_g)))
            (fact("可供数量", "to be handed over", format!("{} 千克", order.fulfillable_g)))
            @if order.delivered_g > Kilograms::ZERO { (fact("已交付", "handed over", format!("{} 千克", order.delivered_g))) }
            @if order.returned_g > Kilograms::ZERO { (fact("已退货", "returned", format!("{} 千克", order.returned_g))) }
            (fact("单价", "unit price", format!("{} 元/千克", offer.unit_price_fen)))
            @if offer.charged_by_weight {
                (wide_fact("按交付重量计价，上下不超过", "charged by the weight delivered, more or less by at most", offer.weight_tolerance.percent()))
            }
            (fact("货款", "amount", yuan(order.amount_fen)))
            (fact("运费", "freight", yuan(order.freight_fen)))
            (fact("定金", "deposit", yuan(order.deposit_fen)))
            (fact("已付", "paid", html! { span class="strong" { (yuan(order.paid_fen)) } }))
            (fact("尚欠", "open", html! { span class="strong" { (yuan(balance.open())) } }))
            (fact("应退", "refund due", yuan(balance.due())))
            (fact("已退", "refunded", yuan(order.refunded_fen)))
            (fact("不退定金", "deposit kept", yuan(order.kept_fen)))
            (fact("已补偿", "made good", yuan(order.compensated_fen)))
        }
    }
}

/// The table of payments and refunds, the first hundred of each pre-order.
fn movements_table(receipt: &Receipt, movements: &[Movement]) -> Markup {
    let code = &receipt.order.code.0;
    html! {
        @if !movements.is_empty() {
            h2 { (both("收付记录", "payments and refunds")) }
            table {
                thead { tr {
                    th { (both("时间", "time")) } th { (both("方式", "method")) } th { (both("凭证号", "reference")) }
                    th class="amount" { (both("金额", "yuan")) }
                } }
                tbody { @for movement in movements.iter().take(MOST_MOVEMENTS) {
                    @let (zh, en) = movement.method.name();
                    tr {
                        td class="day" { (movement.at.in_town()) }
                        td class="day" { @if movement.is_refund { (both("退款", "refund")) } @else { (both("收款", "payment")) } ", " (both(zh, en)) }
                        td {
                            @if movement.is_refund { (movement.reference) }
                            @else { a href={ (code) "/payments/" (movement.id) } { (movement.reference) } }
                            @if movement.is_for_refund { " " (both("待退，不计货款", "kept for refund")) }
                            @if let Some(at) = movement.reversed_at { " " span class="strong" { (both("已冲销", "reversed")) } " " span class="day" { (at.in_town()) } }
                        }
                        td class="amount" {
                            span class=[movement.reversed_at.map(|_| "reversed")] { @if movement.is_refund { "−" } (movement.amount) }
                        }
                    }
                } }
            }
            @if movements.len() > MOST_MOVEMENTS {
                p { (both(&format!("仅列前 {MOST_MOVEMENTS} 笔，其后还有。"), &format!("The first {MOST_MOVEMENTS}; there are more."))) }
            }
        }
    }
}

/// The terms of cancellation, and the offer's own terms.
fn conditions(receipt: &Receipt) -> Markup {
    let offer = &receipt.offer;
    let (until_zh, until_en) = offer.cancel_until.map_or_else(
        || ("交付前".to_owned(), "until it is handed over".to_owned()),
        |until| (format!("{} 前", until.in_town()), format!("until {}", until.in_town())),
    );
    let (kept_zh, kept_en) = if offer.kept_rate.0 == 0 {
        ("已付款项全额退还".to_owned(), "gets everything back".to_owned())
    } else {
        let percent = offer.kept_rate.percent();
        (format!("定金的 {percent} 不退，其余退还"), format!("{percent} of the deposit is kept"))
    };
    html! {
        h2 { (both("取消条款", "cancellation")) }
        p class="terms" {
            "未确认的订单可随时取消。确认后，买家可于 " (until_zh) "取消，" (kept_zh) "；镇里取消或歉收减量，相应款项全额退还。"
        }
        p class="terms" lang="en" {
            "Before it is confirmed it may be cancelled at any time. Afterwards the buyer may cancel " (until_en) " and " (kept_en)
            "; if the town cancels or the crop falls short, what was paid for it is refunded in full."
        }
        @if let Some(terms) = &receipt.terms {
            h2 { (both("活动说明", "terms of the offer")) }
            p class="terms" { (terms) }
        }
    }
}

fn payment_page(service: &Service, receipt: &Receipt, payment: &Movement, taken_by: Option<&str>) -> Page {
    let Receipt { order, offer, variety, .. } = receipt;
    let (method_zh, method_en) = payment.method.name();
    let purpose = format!("{} 产季{}预售订单 {}", offer.season, variety.name, order.code.0);
    let content = html! {
        (heading(service, receipt, PAYMENT_TITLE))
        @if let Some(at) = payment.reversed_at {
            p { span class="void" { "已冲销，不作收款凭据 " span lang="en" { "reversed, no proof of payment" } " " (at.in_town()) } }
        }
        dl class="facts" {
            (wide_fact("凭证号", "number", html! { span class="strong" { (payment.reference) } }))
            (fact("收款时间", "paid at", payment.at.in_town()))
            (fact("收款方式", "method", both(method_zh, method_en)))
            (fact("今收到", "received from", &order.buyer_name))
            (fact("电话", "telephone", &receipt.phone))
            (wide_fact("事由", "for", purpose))
            @if payment.transfer > payment.amount { (wide_fact("该笔款共", "all that came under this number", yuan(payment.transfer))) }
            @if payment.is_for_refund { (wide_fact("备注", "note", both("待退款项，不计货款", "kept for refund, not for the goods"))) }
        }
        div class="sum" {
            p { (both("金额", "amount")) " " span class="strong" { (yuan(payment.amount)) } }
            p { (both("大写", "in words")) " " span class="strong" { (payment.amount.in_capitals()) } }
        }
        dl class="facts" {
            (fact("收款单位", "received by", &receipt.region.name))
            (fact("登记", "entered", payment.recorded_at.in_town()))
            @if let Some(name) = taken_by { (wide_fact("经手人", "taken by", name)) }
        }
        div class="signatures" {
            p { (both("收款人签章", "signature and seal")) }
            p { (both("付款人", "payer")) }
        }
        (footing(receipt.at))
    };
    Page { status: StatusCode::OK, title: PAYMENT_TITLE, content }
}
