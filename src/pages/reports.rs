//! The page of a published report, to read and to print on A4. Everybody may open it, and sees the part that is public.

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use axum::{
    Extension,
    extract::{Path, State, rejection::PathRejection},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use maud::{Markup, html};

use super::{super::exports, Page, Sheet, answer, both, demo_label, fact, refusal};
use crate::{
    graphql::Caller,
    http::{
        Service,
        body::Refusal,
        sender::{Origin, Sender},
    },
};
use domain::figures::{
    definitions::Figure,
    published_reports::{self, Display, Entry},
    reports::Row,
};
use types::{Actor, Exact, grouped, ten_thousands};

const TITLE: (&str, &str) = ("统计报告", "Report");

static A4: LazyLock<Sheet> = LazyLock::new(|| Sheet::new(include_str!("report.css")));

/// A page with the A4 style sheet.
struct PageOnA4(Page);

impl IntoResponse for PageOnA4 {
    fn into_response(self) -> Response {
        self.0.on(&A4)
    }
}

/// Answers `/reports/{id}`, and the same as a file if `.csv` or `.xlsx` follows the id.
pub(super) async fn report(
    State(service): State<Arc<Service>>,
    Extension(origin): Extension<Origin>,
    Extension(sender): Extension<Sender>,
    path: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
) -> Response {
    // A path that is not UTF-8 is treated as an empty id, which no report has.
    let name = path.map(|Path(name)| name).unwrap_or_default();
    if let Some((id, format)) = exports::report_file(&name) {
        return exports::report(&service, &origin, &sender, &headers, id, format).await;
    }
    let page = async |_| {
        let display = display(&service, &sender, &name).await?;
        Ok(PageOnA4(Page { status: StatusCode::OK, title: TITLE, content: content(&display) }))
    };
    answer(&service, &origin, page).await
}

/// The report with an id, as far as the sender may read it.
pub(crate) async fn display(service: &Service, sender: &Sender, id: &str) -> Result<Display, Refusal> {
    let actor: Option<&Actor> = match &sender.caller {
        Caller::Account { actor, .. } => Some(actor),
        Caller::Visitor => None,
        Caller::Refused(error) => return Err(refusal(error.clone())),
    };
    let rules = service.config.reports.publishing;
    published_reports::display(&service.database, actor, id, rules).await.map_err(refusal)
}

fn content(display: &Display) -> Markup {
    let Display { row, names, is_demo, at, .. } = display;
    let (zh, en) = row.period.name(row.year);
    let (sentence, sentence_en) = display.sentences();
    let entries = display.entries();
    html! {
        main {
            p class="issuer" { (row.office) }
            h1 { (names.region) (zh) "统计报告" }
            p class="subtitle" lang="en" { "Report of " (names.region) " for " (en) }
            (demo_label(*is_demo))
            (withdrawn(display))
            @if row.is_provisional { p class="mark" { (both("暂定：发布时本期尚未结束", "provisional: the period had not ended")) } }
            (missing(display))
            p class="sentence" { (sentence) }
            p lang="en" { (sentence_en) }
            dl class="facts" {
                (fact("版次", "edition", html! { "第 " (row.edition) " 版" }))
                (fact("发布单位", "published by", &row.office))
                (fact("发布时间", "published at", html! { (row.published_at.in_town()) " (UTC+8)" }))
                (fact("数据截至", "records as of", row.bound.to_string()))
                (fact("校验值 SHA-256", "hash", html! { span class="code" { (row.hash) } }))
            }
            (restated(display))
            (whole(&entries))
            @for table in tables(&entries) { (rows(&table)) }
            @if entries.iter().any(|entry| entry.is_hidden) { (withheld(display)) }
            (definitions(display))
        }
        footer { p { "打印时间 " (at.in_town()) " (UTC+8)。报告一经发布不再更改；更正后另发新版。" span lang="en" { "A published report never changes." } } }
    }
}

/// Says that the report was withdrawn, and why.
fn withdrawn(display: &Display) -> Markup {
    html! {
        @if let (Some(at), Some(reason)) = (display.row.withdrawn_at, &display.row.withdrawal_reason) {
            section class="mark" {
                p class="strong" { (both("本版已撤回", "this edition was withdrawn")) " " (at.in_town()) " (UTC+8)" }
                p { (both("原因", "reason")) "：" (reason) }
            }
        }
    }
}

/// Says what was not recorded when the report was published.
fn missing(display: &Display) -> Markup {
    html! {
        @if !display.missing.is_empty() {
            section class="mark" {
                p { "截至 " (display.row.bound.in_town()) " (UTC+8) " (both("尚未填报", "not recorded yet")) }
                ul { @for (kind, count) in &display.missing { li { (both(kind.name().0, kind.name().1)) " " (count) } } }
            }
        }
    }
}

/// Says which figures the present records would change.
fn restated(display: &Display) -> Markup {
    html! {
        @if !display.restated.is_empty() {
            section class="mark" {
                p { (both("发布后的记录已使下列指标有所变动", "the records now give different figures for")) }
                ul { @for figure in &display.restated { li { (both(figure.name_zh, figure.name_en)) } } }
            }
        }
    }
}

/// The figures that have no rows, in units of ten thousand with the exact values beside them.
fn whole(entries: &[Entry]) -> Markup {
    html! {
        h2 { (both("主要指标", "Figures")) }
        table {
            thead { tr { th { (both("指标", "figure")) } th class="amount" { (both("万", "ten thousands")) } th class="amount" { (both("准确值", "exactly")) } } }
            tbody {
                @for entry in entries.iter().filter(|entry| entry.row == Row::Whole) {
                    @let (unit, _) = unit(entry.part);
                    @let value = entry.value.map(Exact::from);
                    tr {
                        td { (both(entry.figure.name_zh, entry.figure.name_en)) }
                        td class="amount" { @if let Some(rounded) = value.and_then(ten_thousands) { (rounded) "万" (unit) } }
                        td class="amount" { @match value { Some(value) => { (grouped(value)) " " (unit) } None => "—" } }
                    }
                }
            }
        }
    }
}

/// A field with its rows, each with its parts.
struct Table<'a> {
    figure: &'static Figure,
    parts: Vec<&'static Figure>,
    rows: Vec<(&'a Entry, BTreeMap<&'static str, &'a Entry>)>,
}

/// The fields that have rows, in their order. Products by month are in the files alone.
fn tables(entries: &[Entry]) -> Vec<Table<'_>> {
    let mut tables: Vec<Table<'_>> = Vec::new();
    for entry in entries.iter().filter(|entry| !matches!(entry.row, Row::Whole | Row::MonthOfProduct(..))) {
        if tables.last().is_none_or(|table| table.figure.key != entry.figure.key) {
            tables.push(Table { figure: entry.figure, parts: Vec::new(), rows: Vec::new() });
        }
        let Some(table) = tables.last_mut() else { continue };
        if !table.parts.iter().any(|part| part.key == entry.part.key) {
            table.parts.push(entry.part);
        }
        if table.rows.last().is_none_or(|(first, _)| first.row != entry.row) {
            table.rows.push((entry, BTreeMap::new()));
        }
        if let Some((_, parts)) = table.rows.last_mut() {
            parts.insert(entry.part.key, entry);
        }
    }
    tables
}

fn rows(table: &Table<'_>) -> Markup {
    html! {
        h2 { (both(table.figure.name_zh, table.figure.name_en)) }
        table {
            thead { tr {
                th {}
                @for part in &table.parts { @let (zh, en) = unit(part); th class="amount" { (part.name_zh) "（" (zh) "）" br; span lang="en" { (part.name_en) " (" (en) ")" } } }
            } }
            tbody {
                @for (first, parts) in &table.rows {
                    tr {
                        td { (first.name.as_ref().or(first.code.as_ref()).map_or("", String::as_str)) }
                        @for part in &table.parts {
                            td class="amount" { (parts.get(part.key).and_then(|entry| entry.value).map_or_else(|| "—".to_owned(), |value| grouped(value.into()))) }
                        }
                    }
                }
            }
        }
    }
}

/// Explains why amounts are withheld.
fn withheld(display: &Display) -> Markup {
    html! {
        @if let Some(least) = display.least_sellers {
            p class="small" {
                "—：销售方不足 " (least) " 户的金额不公开；为免推算，同一合计中另有一行一并不公开。"
                span lang="en" { "—: amounts of fewer than " (least) " sellers are withheld, and another one of the same total with them." }
            }
        }
    }
}

fn definitions(display: &Display) -> Markup {
    html! {
        h2 { (both("指标口径", "Definitions")) }
        dl class="definitions" {
            @for (figure, version) in display.definitions() {
                dt { (figure.name_zh) " " span lang="en" { (figure.name_en) } "（第 " (version) " 版）" }
                dd { @if version == figure.version { (figure.definition_zh) } @else { (both("口径此后已更改", "it was defined differently then")) } }
            }
        }
    }
}

/// A figure's unit in Chinese and English.
fn unit(figure: &Figure) -> (&'static str, &'static str) {
    figure.unit.split_once(' ').unwrap_or((figure.unit, figure.unit))
}
