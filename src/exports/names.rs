//! Names of exports: in URLs, in titles, and for the files that browsers save.

use axum::http::HeaderValue;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use domain::figures::statistics::{About, Export, Subject};

/// The format of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// Text, made while it is downloaded.
    Csv,
    /// A workbook, finished before it is sent.
    Xlsx,
}

impl Format {
    /// The format of files with this extension.
    pub(crate) fn of(extension: &str) -> Option<Self> {
        [Self::Csv, Self::Xlsx].into_iter().find(|format| format.extension() == extension)
    }

    /// The extension of its files.
    pub(crate) fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// The media type.
    pub(crate) fn media(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        })
    }
}

/// The name of a subject in URLs, and its title in Chinese and English.
fn names(subject: Subject) -> (&'static str, &'static str, &'static str) {
    match subject {
        Subject::Sales => ("sales", "销售统计", "sales and pre-sales"),
        Subject::Visitors => ("visitors", "游客统计", "visitors"),
        Subject::Catering => ("catering", "餐饮统计", "catering takings"),
        Subject::PlantOutput => ("plant-output", "加工产量统计", "output of plants"),
        Subject::PlantedArea => ("planted-area", "种植面积统计", "planted area"),
    }
}

const SUBJECTS: [Subject; 5] =
    [Subject::Sales, Subject::Visitors, Subject::Catering, Subject::PlantOutput, Subject::PlantedArea];

/// The subject and format of a file from its name in a URL, such as `sales.csv`. `None` for any other name.
pub(super) fn read(file: &str) -> Option<(Subject, Format)> {
    let (name, extension) = file.rsplit_once('.')?;
    let format = Format::of(extension)?;
    Some((SUBJECTS.into_iter().find(|subject| names(*subject).0 == name)?, format))
}

/// The title of a subject in Chinese and English.
pub(super) fn title(subject: Subject) -> (&'static str, &'static str) {
    let (_, zh, en) = names(subject);
    (zh, en)
}

/// Tells a browser to save a file, and under which name: region, subject, days, and a mark for demonstration data.
/// Clients that cannot read a Chinese name get one of the region's code and ASCII (RFC 6266).
pub(super) fn disposition(export: &Export, format: Format) -> HeaderValue {
    let About { region_code, region_name, span, is_demo, .. } = &export.about;
    let (name, title, _) = names(export.subject());
    let extension = format.extension();
    let days = format!("{}_{}", span.from, span.to);
    let chinese = format!("{region_name}_{title}_{days}{}.{extension}", if *is_demo { "_演示数据" } else { "" });
    let ascii = format!("{name}_{region_code}_{days}{}.{extension}", if *is_demo { "_demo" } else { "" });
    attachment(&ascii, &chinese)
}

/// Tells a browser to save a file under a Chinese name, with an ASCII name for clients that cannot read it.
pub(super) fn attachment(ascii: &str, chinese: &str) -> HeaderValue {
    let encoded = utf8_percent_encode(chinese, NON_ALPHANUMERIC);
    let disposition = format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{encoded}");
    HeaderValue::from_str(&disposition).unwrap_or(HeaderValue::from_static("attachment"))
}
