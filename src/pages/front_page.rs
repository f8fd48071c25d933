//! The front page. For people, it shows the published reports, the offers open for pre-order, and forms that lead to a
//! receipt and to a trace. For programs, it returns links to the API as JSON.

use std::sync::Arc;

use axum::{
    Extension, Json,
    extract::{RawQuery, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::json;

use super::{Page, answer, both, demo_label, fact, refusal};
use crate::http::{Service, answer::prefers_page, sender::Origin};
use domain::front_page::{self, FrontPage, MOST_SHOWN, Open, Published};
use types::Rate;

const TITLE: (&str, &str) = ("梨花", "Lihua");

/// The characters that are escaped when a code is put into a URL: all but letters, digits and hyphens.
const CODE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-');

/// Answers `/`. The Accept header decides between page and JSON.
pub(crate) async fn front_page(
    State(service): State<Arc<Service>>,
    Extension(origin): Extension<Origin>,
    headers: HeaderMap,
) -> Response {
    let mut response = if prefers_page(&headers) {
        let page = async |_| {
            let gathered = front_page::gather(&service.database).await.map_err(refusal)?;
            Ok(Page { status: StatusCode::OK, title: TITLE, content: content(&service, &gathered) })
        };
        answer(&service, &origin, page).await
    } else {
        Json(links(&service)).into_response()
    };
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept"));
    response
}

/// Where programs find the API, its schema and the health check.
fn links(service: &Service) -> serde_json::Value {
    let link = |path| service.config.server.public_url.link(path);
    let schema = service.config.query.bounds.introspection.then(|| link("/schema.graphql"));
    json!({
        "name": "lihua",
        "version": env!("CARGO_PKG_VERSION"),
        "graphql": link("/graphql"),
        "schema": schema,
        "graphiql": link("/graphiql"),
        "health": link("/health"),
    })
}

fn content(service: &Service, page: &FrontPage) -> Markup {
    html! {
        main class="front" {
            p class="issuer" { (both(TITLE.0, TITLE.1)) }
            h1 { "果园小镇的账本" }
            p lang="en" { "The books of an orchard town" }
            (demo_label(page.is_demo))
            (reports(page))
            (offers(page))
            (forms())
            (for_programs(service))
        }
        footer { p { "截至 " span lang="en" { "as of" } " " (page.at.in_town()) " (UTC+8)" } }
    }
}

fn reports(page: &FrontPage) -> Markup {
    html! {
        h2 { (both("已发布的统计报告", "Published reports")) }
        @if page.reports.is_empty() { p { (both("尚未发布。", "None yet.")) } }
        ul { @for report in &page.reports { li { (published(report)) } } }
        @if page.has_more_reports { (there_are_more("publishedReports")) }
    }
}

fn published(report: &Published) -> Markup {
    let Published { row, region_name } = report;
    let (zh, en) = row.period.name(row.year);
    html! {
        a href={ "reports/" (row.id) } { (region_name) (zh) "统计报告" }
        @if row.withdrawn_at.is_some() { " " span class="strong" { (both("已撤回", "withdrawn")) } }
        @if row.is_provisional { " " span class="strong" { (both("暂定", "provisional")) } }
        p lang="en" { (region_name) ", " (en) }
        p class="small" { "第 " (row.edition) " 版，" (row.office) " " span class="day" { (row.published_at.in_town()) } }
    }
}

fn offers(page: &FrontPage) -> Markup {
    html! {
        h2 { (both("可预订的水果", "Open for pre-order")) }
        @if page.offers.is_empty() { p { (both("目前没有开放的预售。", "No offer is open at present.")) } }
        @for one in &page.offers { (offer(one)) }
        @if page.has_more_offers { (there_are_more("presaleOffers")) }
    }
}

fn offer(one: &Open) -> Markup {
    let Open { offer, variety, region, available } = one;
    html! {
        section class="certificate" {
            h2 { (both(&variety.name, &variety.name_en)) }
            dl class="facts" {
                (fact("产地", "from", &region.name))
                (fact("产季", "season", offer.season))
                (fact("尚余", "left", format!("{available} 千克 kg")))
                (fact("单价", "price", format!("{} 元/千克 yuan/kg", offer.unit_price_fen)))
                (fact("定金", "deposit", if offer.deposit_rate == Rate(0) { "无 none".to_owned() } else { offer.deposit_rate.percent() }))
                @if let Some(pack) = offer.pack_g { (fact("每件", "in packs of", format!("{pack} 千克 kg"))) }
                (fact("预订截止", "until", offer.closes_at.in_town()))
            }
        }
    }
}

/// Says that the list is not complete, and names the query that returns all of it.
fn there_are_more(query: &str) -> Markup {
    html! {
        p class="small" {
            "仅列最新的 " (MOST_SHOWN) " 项，全部见接口查询 " code { (query) } "。"
            span lang="en" { "The newest " (MOST_SHOWN) "; the query has all." }
        }
    }
}

/// The forms that lead to a receipt and to a trace, for people who have the code on paper.
fn forms() -> Markup {
    html! {
        (form("preorders", "预售订单凭证", "Pre-order receipt", "订单号", "Code of the order", "P7K3-QZ92"))
        (form("trace", "产品溯源", "Where it comes from", "包装或合格证上的编码", "Code on the package or certificate", "B4D4-P5NS-8JVS"))
    }
}

fn form(path: &str, zh: &str, en: &str, label_zh: &str, label_en: &str, example: &str) -> Markup {
    html! {
        form method="get" action=(path) {
            h2 { (both(zh, en)) }
            label for=(path) { (both(label_zh, label_en)) }
            input id=(path) name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" placeholder=(example) required;
            button type="submit" { "查看 View" }
        }
    }
}

fn for_programs(service: &Service) -> Markup {
    html! {
        h2 { (both("程序接口", "For programs")) }
        ul {
            li { a href="graphiql" { "GraphiQL" } "：" (both("在浏览器中查询", "queries in the browser")) }
            li { code { "POST /graphql" } "：" (both("GraphQL 接口", "the API")) }
            @if service.config.query.bounds.introspection { li { a href="schema.graphql" { "schema.graphql" } "：" (both("接口定义及说明", "what it offers, with descriptions")) } }
            li { code { "docs/API.md" } "：" (both("随源码的文档", "the documents, with the source")) }
        }
        p class="small" { "lihua " (env!("CARGO_PKG_VERSION")) }
    }
}

/// Answers `/preorders?code=…` and `/trace?code=…`, which are the URLs that a form can reach without a script. It
/// redirects to the page of the code or, without a code, back to the forms.
fn page_of(pages: &str, query: Option<String>) -> Response {
    let query = query.unwrap_or_default();
    let code = form_urlencoded::parse(query.as_bytes())
        .find_map(|(name, code)| (name == "code").then(|| code.trim().to_owned()));
    let page = match code.as_deref() {
        None | Some("") => ".".to_owned(),
        Some(code) => format!("{pages}/{}", utf8_percent_encode(code, CODE)),
    };
    (StatusCode::SEE_OTHER, [(header::LOCATION, page)]).into_response()
}

/// Redirects to a pre-order's page.
pub(super) async fn preorder_of(RawQuery(query): RawQuery) -> Response {
    page_of("preorders", query)
}

/// Redirects to the trace page of goods.
pub(super) async fn trace_of(RawQuery(query): RawQuery) -> Response {
    page_of("trace", query)
}
