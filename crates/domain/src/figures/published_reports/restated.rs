//! The differences between a published report and the current records.

use std::collections::BTreeMap;

use super::{Hidden, subject};
use crate::figures::{
    definitions::{self, KILOGRAMS, MU, YUAN},
    entries,
    reports::{Line, Row, TownReport, Value},
};
use store::{
    Database,
    entity::figures::published_report,
    error::Result,
    page::{Page, PageRequest},
};
use types::{Day, DaySpan, Length, Period, RegionCode, Scope, Timestamp};

/// A figure of a published report for which the records now give another value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restatement {
    /// The field of the report.
    pub field: &'static str,
    /// The row of the field.
    pub row: Row,
    /// The figure within the row. None if the row is a single figure.
    pub part: Option<&'static str>,
    /// Its unit.
    pub unit: &'static str,
    /// The published value. None if there was no such row.
    pub published: Option<Value>,
    /// The current value. None if there is no such row, or if the reader may not see it.
    pub present: Option<Value>,
    key: &'static str,
    /// The year of the report.
    pub year: i32,
    region_code: RegionCode,
    days: DaySpan,
    bound: Timestamp,
}

impl Restatement {
    /// A page of the entries of this figure that have come to count since the bound, for a reader who may see the
    /// region.
    pub async fn entries(
        &self,
        database: &Database,
        scope: &Scope,
        request: PageRequest,
    ) -> Result<Page<entries::FigureEntry>> {
        let figure = entries::figure_of(database.reader(), scope, self.key, &self.region_code).await?;
        let figure = figure.over(self.days, database.clock().today())?;
        let filter = entries::Filter { row: self.row.clone(), recorded_after: Some(self.bound) };
        entries::list(database, figure, filter, None, request).await
    }
}

/// The figures of a published report that differ from the current records, in the order of the report. `hidden` is
/// what the reader may not see. None means that the reader may see everything, including what was not published.
///
/// A reader who may not see everything gets no current amounts of varieties, products and channels, because nobody
/// has checked how many sellers these have now.
pub fn restatements(
    row: &published_report::Model,
    present: &TownReport,
    hidden: Option<&Hidden>,
) -> Result<Vec<Restatement>> {
    let published = super::report_of(row)?;
    let restatements = differences(&published, present).into_iter().filter_map(|difference| match hidden {
        Some(hidden) if Hidden::may_hide(difference.field) => {
            let is_shown = difference.published.is_some() && !hidden.hides(&difference.row);
            is_shown.then(|| restatement(row, Difference { present: None, ..difference }))
        }
        _ => Some(restatement(row, difference)),
    });
    Ok(restatements.collect())
}

/// The fields in which a published report differs from the current records, by the key of their definition.
pub fn restated_fields(row: &published_report::Model, present: &TownReport) -> Result<Vec<&'static str>> {
    let differences = differences(&super::report_of(row)?, present);
    let mut fields: Vec<&'static str> = differences.into_iter().map(|difference| difference.field).collect();
    fields.dedup();
    Ok(fields)
}

/// A figure that differs between two reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    field: &'static str,
    row: Row,
    part: Option<&'static str>,
    published: Option<Value>,
    present: Option<Value>,
}

/// The figures that differ between a published report and another report on the same subject, in the order of the
/// report.
pub(crate) fn differences(published: &TownReport, present: &TownReport) -> Vec<Difference> {
    let place = |line: &Line| (definitions::position(line.field), line.row.clone(), line.part);
    let mut both: BTreeMap<_, Difference> = BTreeMap::new();
    for line in published.lines() {
        let place = place(&line);
        let Line { field, row, part, value } = line;
        both.insert(place, Difference { field, row, part, published: value, present: None });
    }
    for line in present.lines() {
        let place = place(&line);
        let Line { field, row, part, value } = line;
        both.entry(place).or_insert(Difference { field, row, part, published: None, present: None }).present = value;
    }
    both.into_values().filter(|difference| !difference.is_none()).collect()
}

impl Difference {
    /// A missing row equals a row of zero. A field without rows may have no value, which differs from zero.
    fn is_none(&self) -> bool {
        let is_nothing = |value: Option<Value>| value.is_none_or(Value::is_nothing);
        self.published == self.present
            || (self.row != Row::Whole && is_nothing(self.published) && is_nothing(self.present))
    }
}

impl std::fmt::Display for Difference {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { field, row, part, published, present } = self;
        let written = |value: &Option<Value>| value.map_or_else(|| "nothing".to_owned(), |value| value.to_string());
        write!(
            formatter,
            "{field}, {row:?} {}: it says {}, the entries give {}",
            part.unwrap_or_default(),
            written(published),
            written(present)
        )
    }
}

fn restatement(row: &published_report::Model, difference: Difference) -> Restatement {
    let Difference { field, row: line_row, part, published, present } = difference;
    let subject = subject(row);
    // Growers have their own definition, apart from the area.
    let key = if part == Some("growers") { "growers" } else { field };
    let unit = match published.or(present) {
        Some(Value::Yuan(_)) => YUAN,
        Some(Value::Kilograms(_)) => KILOGRAMS,
        Some(Value::Mu(_)) => MU,
        Some(Value::Count(_)) | None => definitions::find(key).map_or("", |figure| figure.unit),
    };
    let days = match &line_row {
        Row::Month(month) | Row::MonthOfProduct(_, month) => subject.days().within(month_of(subject.year, *month)),
        _ => subject.days(),
    };
    Restatement {
        field,
        row: line_row,
        part,
        unit,
        published,
        present,
        year: subject.year,
        key,
        region_code: subject.region_code,
        days,
        bound: row.bound,
    }
}

fn month_of(year: i32, month: i32) -> Period {
    let first = u32::try_from(month).ok().and_then(|month| Day::from_ymd_opt(year, month, 1));
    Period::of(Length::Month, first.unwrap_or_default())
}
