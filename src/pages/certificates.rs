//! Printable pledge certificates: as a label for a crate, and as an A4 sheet.
//!
//! The code is printed on packages, so a certificate is not secret: anyone with the code can read what the law requires
//! to be shown. Only an account with the permission to read them sees a person's full name and telephone number.

use std::sync::{Arc, LazyLock};

use axum::{
    Extension,
    extract::{Path, RawQuery, State, rejection::PathRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, PreEscaped, html};
use uuid::Uuid;

use super::{Page, Sheet, answer, both, demo_label, refusal};
use crate::{
    graphql::Caller,
    http::{
        Service,
        body::Refusal,
        sender::{Origin, Sender},
    },
};
use domain::{
    access::audit::READ_PHONES,
    certificates::{self, Printed},
};
use store::error::Error;
use types::{Act, CertificateStatus, PledgeBasis, Problem, qr_svg};

/// The words that the law requires next to the code.
const WORDS: &str = "承诺达标合格证";
const TITLE: (&str, &str) = (WORDS, "Quality pledge certificate");
/// How many characters of names and addresses fit on a label in the usual type size. With more, the type is smaller and
/// only one origin is printed.
const ROOM_ON_LABEL: usize = 60;

static LABEL: LazyLock<Sheet> = LazyLock::new(|| Sheet::new(include_str!("label.css")));
static A4: LazyLock<Sheet> = LazyLock::new(|| Sheet::new(include_str!("certificate.css")));

/// A page with a style sheet of its own.
struct PageOn(Page, &'static Sheet);

impl IntoResponse for PageOn {
    fn into_response(self) -> Response {
        self.0.on(self.1)
    }
}

/// Answers `/certificates/{code}?size=label|a4` with the certificate, on A4 by default.
pub(super) async fn certificate(
    State(service): State<Arc<Service>>,
    Extension(origin): Extension<Origin>,
    Extension(sender): Extension<Sender>,
    path: Result<Path<String>, PathRejection>,
    RawQuery(query): RawQuery,
) -> Response {
    // A path that is not UTF-8 is treated as an empty code, which no certificate has.
    let code = path.map(|Path(code)| code).unwrap_or_default();
    let page = async |_| {
        let is_label = is_label(query.as_deref().unwrap_or_default())?;
        let reader = match &sender.caller {
            Caller::Account { actor, .. } => Some((actor.clone(), reading(&origin, actor.account_id))),
            Caller::Visitor => None,
            Caller::Refused(error) => return Err(refusal(error.clone())),
        };
        let printed = certificates::printed(&service.database, reader, &code).await.map_err(refusal)?;
        let link = service.config.server.public_url.link(&certificates::trace_path(&printed.row.code));
        let content = if is_label { label(&printed, &link) } else { sheet(&printed, &link) };
        Ok(PageOn(Page { status: StatusCode::OK, title: TITLE, content }, if is_label { &LABEL } else { &A4 }))
    };
    answer(&service, &origin, page).await
}

/// Whether the query asks for a label rather than a sheet.
fn is_label(query: &str) -> Result<bool, Refusal> {
    let mut sizes = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name == "size").map(|(_, size)| size);
    match (sizes.next().as_deref(), sizes.next()) {
        (Some("label"), None) => Ok(true),
        (Some("a4") | None, None) => Ok(false),
        _ => {
            let problem =
                Problem::new("size 应为 label（60 × 40 毫米）或 a4", "size: expected label (60 × 40 mm) or a4");
            Err(refusal(Error::invalid("size", problem)))
        }
    }
}

/// The audited act of reading a full telephone number.
fn reading(origin: &Origin, account_id: Uuid) -> Act {
    Act {
        account_id: Some(account_id),
        address: Some(origin.address),
        request_id: Some(origin.request_id.clone()),
        action: READ_PHONES.to_owned(),
    }
}

fn code_to_scan(link: &str) -> Markup {
    html! { @if let Some(svg) = qr_svg(link) { div class="qr" role="img" aria-label=(link) { (PreEscaped(svg)) } } }
}

/// A notice that the certificate must no longer be used, or that another one replaces it.
fn notice(printed: &Printed) -> Markup {
    let (zh, en) = printed.row.status.name();
    html! {
        @match printed.row.status {
            CertificateStatus::Valid => {}
            CertificateStatus::Withdrawn => { p class="withdrawn" { (zh) "，不得使用 " span lang="en" { (en) ", not to be used" } } }
            CertificateStatus::Replaced => { p class="replaced" { (zh) " " span lang="en" { (en) } } }
        }
    }
}

fn label(printed: &Printed, link: &str) -> Markup {
    let row = &printed.row;
    let (basis, _) = row.basis.name();
    let texts = [&row.product_name, &printed.issuer_name, &printed.issuer_contact]
        .into_iter()
        .chain(printed.origins.iter().take(2));
    let is_tight = texts.map(|text| text.chars().count()).sum::<usize>() > ROOM_ON_LABEL;
    let origins: Vec<&str> = printed.origins.iter().take(if is_tight { 1 } else { 2 }).map(String::as_str).collect();
    html! {
        div class={ "label" @if is_tight { " tight" } } {
            h1 { (WORDS) }
            @if printed.is_demo { span class="demo" { "演示" } }
            div class="body" {
                dl {
                    div { dt { "品名" } dd { (row.product_name) } }
                    div { dt { "数量" } dd { (row.quantity_g) " 千克" } }
                    div { dt { "产地" } dd {
                        (origins.join("、"))
                        @if origins.len() < printed.origins.len() { " 等 " (printed.origins.len()) " 地" }
                    } }
                    div { dt { "承诺主体" } dd { (printed.issuer_name) } }
                    div { dt { "联系方式" } dd { (printed.issuer_contact) } }
                    div { dt { "承诺依据" } dd { (basis) } }
                }
                div class="side" {
                    (code_to_scan(link))
                    p { (WORDS) }
                    p class="code" { (row.code.0) }
                    p class="day" { "开具日期 " (row.issued_at.day()) }
                }
            }
            p class="pledge" { "承诺不使用禁用的农药、兽药及其他化合物，常规农药、兽药残留不超标。" }
            (notice(printed))
        }
    }
}

fn sheet(printed: &Printed, link: &str) -> Markup {
    let row = &printed.row;
    let bases =
        [PledgeBasis::SelfTest, PledgeBasis::CommissionedTest, PledgeBasis::InternalControl, PledgeBasis::SelfPledge];
    html! {
        main {
            (notice(printed))
            h1 { (WORDS) }
            p class="subtitle" lang="en" { (TITLE.1) }
            (demo_label(printed.is_demo))
            p class="pledge" {
                "我承诺，所销售的下列农产品未使用禁用的农药、兽药及其他化合物，使用的常规农药、兽药残留不超标，对产品质量安全及本合格证的真实性负责。"
            }
            p lang="en" {
                "We pledge that no forbidden pesticide, veterinary drug or other compound was used on the produce below, that residues of permitted ones are "
                "within the limits, and that the information given here is true."
            }
            table {
                (line("产品名称", "product", html! { (row.product_name) }))
                (line("数量（重量）", "quantity", html! { (row.quantity_g) " 千克" }))
                (line("产地", "origin", html! { @for origin in &printed.origins { span class="origin" { (origin) } } }))
                (line("承诺主体", "who pledges", html! { (printed.issuer_name) }))
                (line("联系方式", "contact", html! { (printed.issuer_contact) }))
                (line("承诺依据", "on the basis of", html! {
                    @for basis in bases {
                        span class="basis" { @if basis == row.basis { "☑ " } @else { "☐ " } (basis.name().0) }
                    }
                }))
                (line("开具日期", "issued on", html! { (row.issued_at.day()) }))
                (line("编号", "number", html! { span class="code" { (row.code.0) } }))
            }
            div class="foot" {
                (code_to_scan(link))
                div {
                    p class="words" { (WORDS) }
                    p { (both("扫码查看合格证及产品来源", "scan for the certificate and where it comes from")) }
                    p class="link" { (link) }
                }
                p class="signature" { (both("签名或盖章", "signature or seal")) }
            }
            footer { p { "打印时间 " (printed.at.in_town()) " (UTC+8)。状态以扫码所见为准。" } }
        }
    }
}

fn line(zh: &str, en: &str, value: Markup) -> Markup {
    html! { tr { th { (zh) br; span lang="en" { (en) } } td { (value) } } }
}
