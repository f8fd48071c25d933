//! The page that the code on a package leads to: what the goods are, where they come from, and who pledges for them. It
//! is public and the same for everybody. It is therefore the one page that may be cached, for a short time.

use std::sync::Arc;

use axum::{
    Extension,
    extract::{Path, State, rejection::PathRejection},
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use maud::{Markup, html};

use super::{Page, answer, both, demo_label, fact, refusal};
use crate::http::{Service, sender::Origin};
use domain::trace::{self, Adjusted, Display, MOST_GROWERS, MOST_ORIGINS, Pledge, Trace};
use types::{CertificateStatus, Day, Kilograms, TraceKind};

const TITLE: (&str, &str) = ("产品溯源", "Where it comes from");

/// How long the page may be cached. A withdrawn certificate is shown as withdrawn after a minute at the latest.
const KEPT: HeaderValue = HeaderValue::from_static("public, max-age=60");

/// Answers `/trace/{code}`.
pub(super) async fn trace(
    State(service): State<Arc<Service>>,
    Extension(origin): Extension<Origin>,
    path: Result<Path<String>, PathRejection>,
) -> Response {
    // A path that is not UTF-8 is treated as an empty code, which no goods have.
    let code = path.map(|Path(code)| code).unwrap_or_default();
    let page = async |_| {
        let found = trace::display(&service.database, code).await.map_err(refusal)?;
        Ok(found.map_or_else(unknown, |display| known(&display)))
    };
    let mut response = answer(&service, &origin, page).await;
    if response.status() == StatusCode::OK {
        response.headers_mut().insert(header::CACHE_CONTROL, KEPT);
    }
    response
}

fn unknown() -> Page {
    let content = html! {
        main class="trace" {
            h1 { (both("没有找到", "Not found")) }
            p class="problem" { "没有这个编码。请核对包装上的编码，尤其是相近的字母和数字。" }
            p lang="en" { "No goods have this code. Compare it with the one on the package." }
        }
    };
    Page { status: StatusCode::NOT_FOUND, title: TITLE, content }
}

#[expect(clippy::indexing_slicing, reason = "each index lies within the slice by construction")]
fn known(display: &Display) -> Page {
    let Display { trace, origins, pledges, corrected, is_demo } = display;
    let Some(trace) = trace else { return voided(pledges, *is_demo) };
    let asked = usize::from(trace.certificate.is_some());
    let content = html! {
        main class="trace" {
            p class="issuer" { (both(TITLE.0, TITLE.1)) }
            h1 { (trace.product_name) }
            @if let Some(name) = &trace.product_name_en { p lang="en" { (name) } }
            p class="code" { (trace.code) }
            @if let Some(code) = corrected {
                p { "编码 " (code.0) " 的批次已更正，以下为更正后的批次。" }
                p lang="en" { "The batch with that code was recorded again; this is the current record." }
            }
            (demo_label(*is_demo))
            @for pledge in &pledges[..asked] { (certificate(pledge)) }
            (goods(trace))
            (sources(trace, origins))
            @for pledge in &pledges[asked..] { (certificate(pledge)) }
            (lots(trace))
        }
    };
    Page { status: StatusCode::OK, title: TITLE, content }
}

/// The certificates of goods that were voided.
fn voided(pledges: &[Pledge], is_demo: bool) -> Page {
    let content = html! {
        main class="trace" {
            p class="issuer" { (both(TITLE.0, TITLE.1)) }
            (demo_label(is_demo))
            @for pledge in pledges { (certificate(pledge)) }
            p class="problem" { "该合格证对应的货物记录已作废。" }
            p lang="en" { "The goods that it was for are voided." }
        }
    };
    Page { status: StatusCode::OK, title: TITLE, content }
}

fn kilograms(quantity: Kilograms) -> String {
    format!("{quantity} 千克 kg")
}

/// What the goods are, and when they were picked or made.
fn goods(trace: &Trace) -> Markup {
    html! {
        dl class="facts" {
            @match trace.kind {
                TraceKind::Lot => (fact("采收日期", "picked on", trace.day.to_string())),
                TraceKind::Batch => {
                    (fact("生产日期", "made on", trace.day.to_string()))
                    @if let Some(name) = &trace.plant_name { (fact("加工厂", "made by", name)) }
                    @if let Some((first, last)) = trace.picked { (fact("原料采收", "fruit picked", days(first, last))) }
                }
            }
            (fact("本批数量", "in all", kilograms(trace.quantity)))
            @for Adjusted { reason, change_g } in &trace.adjustments {
                (fact(reason.name().0, reason.name().1, kilograms(*change_g)))
            }
        }
    }
}

fn days(first: Day, last: Day) -> String {
    if first == last { first.to_string() } else { format!("{first} 至 to {last}") }
}

/// Where the goods come from, and who grew them.
fn sources(trace: &Trace, origins: &[String]) -> Markup {
    let are_all_named = |named: usize, most: u64| (named as u64) < most;
    html! {
        h2 { (both("产地", "Origin")) }
        @if origins.is_empty() { p { (both("未登记", "not recorded")) } }
        ul {
            @for name in origins { li { (name) } }
            @if !are_all_named(origins.len(), MOST_ORIGINS) { li { (both("等地", "and others")) } }
        }
        @if trace.has_outside_suppliers { p { (both("部分原料来自本地登记以外的供应商。", "Some of it came from suppliers outside the town's register.")) } }
        @if !trace.grower_names.is_empty() {
            h2 { (both("种植者", "Grown by")) }
            ul {
                @for name in &trace.grower_names { li { (name) } }
                @if !are_all_named(trace.grower_names.len(), MOST_GROWERS) { li { (both("等", "and others")) } }
            }
        }
    }
}

/// A certificate. A withdrawn one says so first.
fn certificate(pledge: &Pledge) -> Markup {
    let Pledge { code, status, quantity, issuer_name, issuer_contact, basis, issued_at, withdrawn_at } = pledge;
    let (basis_zh, basis_en) = basis.name();
    html! {
        section class="certificate" {
            h2 { (both("承诺达标合格证", "Quality pledge certificate")) }
            @match status {
                CertificateStatus::Withdrawn => p class="withdrawn" {
                    "已撤回，不再有效" br; span lang="en" { "Withdrawn: do not rely on it" }
                    @if let Some(at) = withdrawn_at { br; (at.in_town()) }
                },
                CertificateStatus::Valid => p class="strong" { (both("有效", "valid")) },
                CertificateStatus::Replaced => p class="strong" {
                    (both("混装或分装的部分已换开新证，随货仍有效", "replaced for goods that were mixed or divided; still valid for the goods that it accompanies"))
                },
            }
            p class="code" { (code.0) }
            dl class="facts" {
                (fact("承诺主体", "pledged by", issuer_name))
                @if let Some(contact) = issuer_contact { (fact("联系方式", "contact", contact)) }
                (fact("承诺依据", "on the basis of", both(basis_zh, basis_en)))
                (fact("数量", "quantity", kilograms(*quantity)))
                (fact("开具日期", "issued on", issued_at.day().to_string()))
            }
        }
    }
}

/// The lots in a batch, in a collapsed list.
fn lots(trace: &Trace) -> Markup {
    let shown = trace.lots.len() as u64;
    html! {
        @if trace.kind == TraceKind::Batch && shown > 0 {
            details {
                summary { "原料采收批次 " span lang="en" { "lots of fruit" } " (" (trace.lot_count) ")" }
                ul {
                    @for lot in &trace.lots {
                        li { a href={ "/trace/" (lot.code) } { (lot.code) } " " (lot.variety_name) " " (lot.harvested_on) }
                    }
                    @if shown < trace.lot_count { li { (both("等", "and others")) } }
                }
            }
        }
    }
}
