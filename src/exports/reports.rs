//! A published report as a file, with a line for each of its figures.

use axum::{
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use sea_orm::ActiveEnum;
use tokio::time::timeout;

use super::{
    blocking, csv,
    names::{self, Format},
    table::{Cell, Column},
    xlsx::Book,
};
use crate::{
    http::{
        Service,
        answer::ResponseFormat,
        sender::{Origin, Sender},
    },
    pages,
};
use domain::figures::published_reports::{Display, Entry};
use store::error::{Error, Result};
use types::{Exact, ReportPeriod};

/// The report's id and the format of a file from its name in a URL: an id followed by an extension such as `.csv`.
/// `None` for any other name.
pub(crate) fn report_file(name: &str) -> Option<(&str, Format)> {
    let (id, extension) = name.rsplit_once('.')?;
    Some((id, Format::of(extension)?))
}

/// Answers `/reports/{id}.{csv|xlsx}`.
pub(crate) async fn report(
    service: &Service,
    origin: &Origin,
    sender: &Sender,
    headers: &HeaderMap,
    id: &str,
    format: Format,
) -> Response {
    let file = async {
        let display = pages::display(service, sender, id).await?;
        file(&display, format).await.map_err(pages::refusal)
    };
    let answer = timeout(service.config.requests.time, file).await.unwrap_or_else(|_| Err(pages::too_long(service)));
    answer.unwrap_or_else(|refusal| refusal.answer(&ResponseFormat::of(headers, &origin.request_id)))
}

async fn file(display: &Display, format: Format) -> Result<Response> {
    let lines: Vec<Vec<Cell>> = display.entries().iter().map(|entry| line(entry, display)).collect();
    let bytes = match format {
        Format::Csv => [csv::headings(&columns())?, csv::lines(lines.into_iter())?].concat(),
        Format::Xlsx => {
            let notes = notes(display);
            let making = move || Book::begin("数据 Data", &columns())?.add(&lines)?.finish(&notes);
            let mut file = blocking(making).await?;
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut file, &mut bytes).map_err(Error::internal)?;
            bytes
        }
    };
    let headers = [(header::CONTENT_TYPE, format.media()), (header::CONTENT_DISPOSITION, disposition(display, format))];
    Ok((headers, bytes).into_response())
}

fn disposition(display: &Display, format: Format) -> axum::http::HeaderValue {
    let (row, extension) = (&display.row, format.extension());
    let (period, _) = row.period.name(row.year);
    let demo = if display.is_demo { ("_演示数据", "_demo") } else { ("", "") };
    let chinese = format!("{}{period}统计报告_第{}版{}.{extension}", display.names.region, row.edition, demo.0);
    let code = ReportPeriod::to_value(&row.period);
    names::attachment(
        &format!("report_{}_{}_{code}_{}{}.{extension}", row.region_code, row.year, row.edition, demo.1),
        &chinese,
    )
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("指标代码", "key of the figure", 26),
        Column::new("指标", "figure", 30),
        Column::new("行代码", "code of the row", 24),
        Column::new("行", "row", 24),
        Column::new("项目", "part", 24),
        Column::new("数值", "value", 20),
        Column::new("单位", "unit", 20),
        Column::new("备注", "note", 40),
    ]
}

fn line(entry: &Entry, display: &Display) -> Vec<Cell> {
    let text = |text: &str| Cell::Text(text.to_owned());
    let withdrawn = display.row.withdrawn_at.map(|_| "本版已撤回 this edition was withdrawn".to_owned());
    let withheld = display.least_sellers.filter(|_| entry.is_hidden).map(|least| {
        format!(
            "不公开：销售方不足 {least} 户，或为免推算 withheld: fewer than {least} sellers, or to protect such a row"
        )
    });
    let notes: Vec<String> = withdrawn.into_iter().chain(withheld).collect();
    let note = if notes.is_empty() { Cell::Nothing } else { Cell::Text(notes.join("；")) };
    vec![
        text(entry.figure.key),
        text(&format!("{} {}", entry.figure.name_zh, entry.figure.name_en)),
        Cell::from(entry.code.as_deref()),
        Cell::from(entry.name.as_deref()),
        text(&format!("{} {}", entry.part.name_zh, entry.part.name_en)),
        match entry.value {
            Some(value) => Cell::Number(Exact::from(value)),
            None if entry.is_hidden => text("—"),
            None => Cell::Nothing,
        },
        text(entry.part.unit),
        note,
    ]
}

/// The notes for the reader of a workbook.
fn notes(display: &Display) -> Vec<Vec<String>> {
    let row = &display.row;
    let (zh, en) = row.period.name(row.year);
    let (sentence, sentence_en) = display.sentences();
    let fact = |about: &str, what: String| vec![about.to_owned(), what];
    let mut notes = vec![fact("报告 report", format!("{}{zh}统计报告 report for {en}", display.names.region))];
    if display.is_demo {
        notes.push(fact(
            "演示数据 demonstration",
            "记录均为生成，不属于任何人 the records are generated and no person's".to_owned(),
        ));
    }
    if let (Some(at), Some(reason)) = (row.withdrawn_at, &row.withdrawal_reason) {
        notes.push(fact("已撤回 withdrawn", format!("{at} {reason}")));
    }
    if row.is_provisional {
        notes.push(fact("暂定 provisional", "发布时本期尚未结束 the period had not ended".to_owned()));
    }
    for (kind, count) in &display.missing {
        let (zh, en) = kind.name();
        notes.push(fact("尚未填报 not recorded yet", format!("{zh} {en} {count}")));
    }
    notes.push(fact("摘要 summary", sentence));
    notes.push(fact("summary", sentence_en));
    notes.push(fact("区划 region", format!("{} {}", display.names.region, row.region_code)));
    notes.push(fact("版次 edition", row.edition.to_string()));
    notes.push(fact("发布单位 published by", row.office.clone()));
    notes.push(fact("发布时间 published at", row.published_at.to_string()));
    notes.push(fact("数据截至 as of", row.bound.to_string()));
    notes.push(fact("校验值 SHA-256 hash", row.hash.clone()));
    let restated: Vec<String> =
        display.restated.iter().map(|figure| format!("{} {}", figure.name_zh, figure.name_en)).collect();
    if !restated.is_empty() {
        notes.push(fact("记录现已不同 restated since", restated.join("，")));
    }
    notes.push(fact("程序版本 program", concat!("Lihua ", env!("CARGO_PKG_VERSION")).to_owned()));
    notes.push(Vec::new());
    notes.push(["指标 figure", "名称 name", "口径版本 version", "含义", "what it means"].map(str::to_owned).to_vec());
    for (figure, version) in display.definitions() {
        let mut note = super::notes::definition(figure);
        if version != figure.version {
            note.splice(
                2..,
                [version.to_string(), "口径此后已更改".to_owned(), "it was defined differently then".to_owned()],
            );
        }
        notes.push(note);
    }
    notes
}
