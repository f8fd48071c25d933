//! Statistics as files: read back, they contain what the query answers.

mod bad_input;
mod bounds;
mod equality;
mod form;

use std::io::Cursor;

use axum::{body::Body, http::Request};
use calamine::{Data, Reader, Xlsx};
use serde_json::Value;

use crate::{
    app::{Client, TestApp},
    figures::statistics::{STATISTICS, Statistic, field_of},
    service::wire::{Answer, send},
};

/// The name of a statistic's file, without its extension.
pub fn name_of(statistic: &Statistic) -> &'static str {
    let names = ["sales", "visitors", "catering", "plant-output", "planted-area"];
    STATISTICS.iter().zip(names).find(|(known, _)| known.field == statistic.field).expect("a statistic").1
}

/// The path of a file, with the fields of a filter as parameters.
pub fn path(statistic: &Statistic, extension: &str, filter: &Value, group_by: &[&str], more: &str) -> String {
    let fields = filter.as_object().expect("a filter").iter();
    let parameters: Vec<String> =
        fields.map(|(name, value)| format!("{name}={}", value.as_str().expect("text"))).collect();
    format!("/exports/{}.{extension}?{}&groupBy={}{more}", name_of(statistic), parameters.join("&"), group_by.join(","))
}

impl TestApp {
    /// Requests a file as a client.
    pub async fn file(&self, client: &Client, path: &str) -> Answer {
        self.get(&[("authorization", &client.bearer())], path).await
    }

    /// A request for a file as a client, for tests that do not read the answer at once.
    pub fn request(&self, client: &Client, path: &str) -> Request<Body> {
        Request::get(path).header("authorization", client.bearer()).body(Body::empty()).expect("a request")
    }
}

/// The lines of a CSV file, its headings first.
pub fn lines(answer: &Answer) -> Vec<Vec<String>> {
    assert_eq!(answer.status.as_u16(), 200, "{}", String::from_utf8_lossy(&answer.body));
    let text = answer.body.strip_prefix(b"\xef\xbb\xbf").expect("the mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    reader.records().map(|record| record.expect("a line").iter().map(str::to_owned).collect()).collect()
}

/// The cells of a sheet of a workbook.
pub fn sheet(answer: &Answer, name: &str) -> Vec<Vec<Data>> {
    assert_eq!(answer.status.as_u16(), 200, "{}", String::from_utf8_lossy(&answer.body));
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(answer.body.clone())).expect("a workbook");
    book.worksheet_range(name).expect("a sheet").rows().map(<[Data]>::to_vec).collect()
}

/// Whether a cell contains the expected value: a number as a number, to as many places as are written, anything else as
/// text.
pub fn cell_is(cell: &Data, expected: &str, is_number: bool) -> bool {
    let places = expected.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    match cell {
        Data::Float(number) => is_number && format!("{number:.places$}") == expected,
        Data::Int(number) => is_number && number.to_string() == expected,
        Data::String(text) => !is_number && text == expected,
        Data::Empty => expected.is_empty(),
        _ => false,
    }
}

/// The dimensions in an export's order: periods first.
pub fn in_order<'a>(group_by: &[&'a str]) -> Vec<&'a str> {
    let mut ordered = group_by.to_vec();
    ordered.sort_by_key(|name| !["DAY", "WEEK", "MONTH", "YEAR"].contains(name));
    ordered
}

fn has_code(dimension: &str) -> bool {
    ["VARIETY", "PRODUCT", "REGION", "PLANT", "SITE", "ESTABLISHMENT"].contains(&dimension)
}

/// A line that a file must have: each cell, and whether it is a number.
pub type Line = Vec<(String, bool)>;

/// The query's answer, as the lines that a file must have.
pub async fn expected(
    statistic: &Statistic,
    client: &Client,
    filter: &Value,
    group_by: &[&str],
    as_of: Option<&str>,
    compared: &[&str],
) -> Vec<Line> {
    let group_by = in_order(group_by);
    let names = group_by.iter().filter(|name| has_code(name)).map(|name| format!("{} {{ name }}", field_of(name)));
    let measures: Vec<String> =
        statistic.measures.iter().map(|(name, _)| format!("{name} {{ value difference ratio }}")).collect();
    let comparisons = compared.iter().map(|then| format!("{then} {{ from to {} }}", measures.join(" ")));
    let more = names.chain(comparisons).collect::<Vec<_>>().join(" ");
    let rows = statistic.rows_with(client, filter, &group_by, as_of, &more).await;
    rows.iter().map(|row| line(statistic, row, &group_by, compared)).collect()
}

fn line(statistic: &Statistic, row: &Value, group_by: &[&str], compared: &[&str]) -> Line {
    let text = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let mut line = Vec::new();
    for name in group_by {
        let value = &row[field_of(name)];
        match *name {
            name if has_code(name) => line.extend([(text(&value["code"]), false), (text(&value["name"]), false)]),
            "CHANNEL" | "GROWER_KIND" => line.push((word(&text(value)).to_owned(), false)),
            name => line.push((text(value), ["YEAR", "SEASON"].contains(&name))),
        }
    }
    line.extend(statistic.measures.iter().map(|(name, _)| (text(&row[*name]), true)));
    for then in compared {
        let earlier = &row[*then];
        line.extend([(text(&earlier["from"]), false), (text(&earlier["to"]), false)]);
        for (name, _) in statistic.measures {
            line.extend(["value", "difference", "ratio"].map(|field| (text(&earlier[*name][field]), true)));
        }
    }
    line
}

fn word(value: &str) -> &str {
    match value {
        "FARM_GATE" => "地头",
        "MARKET" => "市场",
        "ONLINE" => "电商",
        "WHOLESALE" => "批发",
        "FESTIVAL" => "节会",
        "HOUSEHOLD" => "农户",
        "FAMILY_FARM" => "家庭农场",
        "COOPERATIVE" => "合作社",
        "COMPANY" => "公司",
        other => other,
    }
}

/// A request without a token.
pub async fn anonymous(app: &TestApp, path: &str) -> Answer {
    send(app.router(), Request::get(path).header("accept-language", "en").body(Body::empty()).expect("a request")).await
}
