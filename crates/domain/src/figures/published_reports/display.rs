//! A published report for its page and its files: with the names of its time, and without what its reader may not
//! see.

use sea_orm::EntityTrait;
use uuid::Uuid;

use super::{
    Definitions, Hidden, Names, Rules, completeness_in, definitions_in, hidden_from, names_in, report_of,
    restated_fields, subject,
};
use crate::{
    figures::{
        completeness,
        definitions::{self, Figure},
        reports::{self, Line, Row, Sentence, TownReport, Value},
    },
    installation,
};
use store::{
    Database,
    entity::figures::published_report,
    error::{Error, Result},
};
use types::{Actor, CompletenessKind, Timestamp};

/// A published report with everything that is shown of it.
pub struct Display {
    /// The edition.
    pub row: published_report::Model,
    /// Its figures, including the hidden ones.
    pub report: TownReport,
    /// The names in it.
    pub names: Names,
    /// The versions of its definitions.
    pub definitions: Definitions,
    /// The kinds of which records were missing, with how many.
    pub missing: Vec<(CompletenessKind, i64)>,
    /// The fields for which the records now give other figures. Empty if there are none.
    pub restated: Vec<&'static Figure>,
    /// The number of sellers from which everybody may read an amount. None if the reader may read everything.
    pub least_sellers: Option<i64>,
    /// Whether the records are a demonstration.
    pub is_demo: bool,
    /// The instant of reading.
    pub at: Timestamp,
    hidden: Hidden,
}

/// One figure as a row of a table.
pub struct Entry {
    /// The field that it belongs to.
    pub figure: &'static Figure,
    /// Its own definition: that of the field, or of a part of its rows that has its own definition.
    pub part: &'static Figure,
    /// The row of the field.
    pub row: Row,
    /// The code or the month of the row. None if the field has no rows.
    pub code: Option<String>,
    /// The name of the row, if it has a code.
    pub name: Option<String>,
    /// The figure. None if it does not exist or is hidden.
    pub value: Option<Value>,
    /// Whether it is hidden from the reader.
    pub is_hidden: bool,
}

/// The edition with this id, as the reader may see it. NOT_FOUND if it does not exist.
pub async fn display(database: &Database, actor: Option<&Actor>, id: &str, rules: Rules) -> Result<Display> {
    let id = Uuid::parse_str(id).unwrap_or_default();
    let row = published_report::Entity::find_by_id(id).one(database.reader()).await?;
    let row = row.ok_or_else(|| Error::not_found("id", "该报告", "published report"))?;
    let report = report_of(&row)?;
    let hidden = hidden_from(actor, &row, &report, rules)?;
    let present = reports::present(database, &subject(&row)).await?;
    let restated = restated_fields(&row, &present)?.into_iter().filter_map(definitions::find).collect();
    let reads_all = super::may_read_whole(actor, &row.region_code) || rules.hides_nothing();
    Ok(Display {
        names: names_in(&row)?,
        definitions: definitions_in(&row)?,
        missing: completeness::missing(&completeness_in(&row)?),
        restated,
        least_sellers: (!reads_all).then_some(rules.least_sellers),
        is_demo: installation::is_demo(database.reader()).await?,
        at: database.clock().now(),
        hidden,
        report,
        row,
    })
}

impl Display {
    /// The sentence about the report, in Chinese and in English.
    pub fn sentences(&self) -> (String, String) {
        let sentence = Sentence::from(&self.report);
        (sentence.zh(&self.names.region, &self.missing), sentence.en(&self.names.region, &self.missing))
    }

    /// All figures of the report, in order.
    pub fn entries(&self) -> Vec<Entry> {
        self.report.lines().into_iter().filter_map(|line| self.entry(line)).collect()
    }

    /// The definitions of its figures, with the versions by which they were counted.
    pub fn definitions(&self) -> impl Iterator<Item = (&'static Figure, i32)> {
        definitions::of_reports().filter_map(|figure| Some((figure, *self.definitions.get(figure.key)?)))
    }

    fn entry(&self, line: Line) -> Option<Entry> {
        let is_hidden = self.hidden.hides_line(&line);
        let Line { field, row, part, value } = line;
        let figure = definitions::find(field)?;
        let month = |month: i32| format!("{}-{month:02}", self.report.year);
        let product = |code: &String| self.names.products.get(code).cloned();
        let (code, name) = match &row {
            Row::Whole => (None, None),
            Row::Month(of_year) => (Some(month(*of_year)), None),
            Row::Variety(code) => (Some(code.clone()), self.names.varieties.get(code).map(|names| names.zh.clone())),
            Row::Product(code) => (Some(code.clone()), product(code)),
            Row::MonthOfProduct(code, of_year) => (Some(format!("{code} {}", month(*of_year))), product(code)),
            Row::Channel(channel) => (Some(channel.name().1.to_owned()), Some(channel.name().0.to_owned())),
            Row::Honour(kind) => (Some(kind.name().1.to_owned()), Some(kind.name().0.to_owned())),
        };
        let part = part.and_then(definitions::find).unwrap_or(figure);
        Some(Entry { figure, part, row, code, name, value: value.filter(|_| !is_hidden), is_hidden })
    }
}
