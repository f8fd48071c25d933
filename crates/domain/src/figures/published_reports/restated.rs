//! What today's records would give instead of what was published.

use std::collections::BTreeMap;

use super::{Hidden, subject};
use crate::figures::{
    definitions::{self, KILOGRAMS, MU, YUAN},
    entries,
    reports::{Line, Row, TownReport, Value},
};
use store::{entity::figures::published_report, error::Result};
use types::{Day, DaySpan, Length, Period, RegionCode, Timestamp};

/// A figure of a published report for which the records now give something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restatement {
    /// The field of the report.
    pub field: &'static str,
    /// Which row of the field.
    pub row: Row,
    /// Which figure of the row; none where the row is one.
    pub part: Option<&'static str>,
    /// Its unit.
    pub unit: &'static str,
    /// What was published; none where there was no such row.
    pub published: Option<Value>,
    /// What the records give now; none where there is no such row, or where the reader may not know.
    pub present: Option<Value>,
    key: &'static str,
    /// The year that it is of.
    pub year: i32,
    region_code: RegionCode,
    days: DaySpan,
    bound: Timestamp,
}

impl Restatement {
    /// The entries behind it that have come to count since.
    pub fn entries(&self) -> entries::Filter {
        entries::Filter {
            key: self.key.to_owned(),
            region_code: self.region_code.clone(),
            span: Ok(self.days),
            row: self.row.clone(),
            recorded_after: Ok(Some(self.bound)),
        }
    }
}

/// The figures of a published report that differ from what the records give now, in the order of the report. `hidden`
/// is what the reader may not read of it; none who may read everything, also what was not published.
///
/// Whoever may not read everything gets no present amounts of varieties, products and channels: how many sellers stand
/// behind those today nobody has looked at.
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

/// The fields in which a published report differs from what the records give now, by the keys of their definitions.
pub fn restated_fields(row: &published_report::Model, present: &TownReport) -> Result<Vec<&'static str>> {
    let differences = differences(&super::report_of(row)?, present);
    let mut fields: Vec<&'static str> = differences.into_iter().map(|difference| difference.field).collect();
    fields.dedup();
    Ok(fields)
}

/// A figure that two reports give otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    field: &'static str,
    row: Row,
    part: Option<&'static str>,
    published: Option<Value>,
    present: Option<Value>,
}

/// The figures that a published report and another of the same give otherwise, in the order of the report.
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
    /// A row that is not there is one of nothing; a figure that has no rows may be none, which is not nothing.
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
    // Growers have a definition of their own beside the area.
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
