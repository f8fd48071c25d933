//! Completeness: how many records a period should have, and how many it has. It is no figure: two reports with equal
//! figures may differ in it.

use std::collections::HashMap;

use chrono::{Datelike, Duration, Months};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use super::reports::{Subject, TownReport};
use crate::tourism::{
    catering::{Known, first_month_without},
    sites::Counted,
};
use store::{
    Database, Reader,
    entity::{figures::report_submission, in_subtree, registers::region},
    error::Result,
    ledger::{Place, Question, sums},
};
use types::{
    CompletenessKind, Day, DaySpan, EntryKind, RegionCode, RegionLevel, SubmissionStatus, Timestamp, last_day_of_month,
};

/// How many records of one kind a period should have, and how many it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Completeness {
    /// What is counted.
    pub kind: CompletenessKind,
    /// How many there should be by the end of the period, or by now while it runs.
    pub expected: i64,
    /// How many of them there are.
    pub recorded: i64,
}

impl Completeness {
    /// How many are not recorded yet.
    pub fn missing(self) -> i64 {
        (self.expected - self.recorded).max(0)
    }
}

/// The kinds of which records are missing, with how many.
pub fn missing(completeness: &[Completeness]) -> Vec<(CompletenessKind, i64)> {
    completeness.iter().map(|one| (one.kind, one.missing())).filter(|(_, missing)| *missing > 0).collect()
}

/// The completeness of a period that is reported on, one row for each kind, from the records of the report's instant.
pub async fn of_report(database: &Database, report: &TownReport) -> Result<Vec<Completeness>> {
    let subject = Subject { region_code: report.region_code.clone(), year: report.year, period: report.period };
    let as_of = report.as_of;
    database.read(async move |snapshot| of(&snapshot, &subject, as_of).await).await
}

/// The completeness of a period as of an instant for which the bound is closed.
pub(crate) async fn of(snapshot: &Reader, subject: &Subject, as_of: Timestamp) -> Result<Vec<Completeness>> {
    let (region, days) = (&subject.region_code, subject.days());
    let over = DaySpan { to: days.to.min(as_of.day() - Duration::days(1)), ..days };
    Ok(vec![
        visitor_days(snapshot, region, over, as_of).await?,
        catering_months(snapshot, region, over, as_of).await?,
        submissions(snapshot, subject, as_of).await?,
    ])
}

async fn visitor_days(snapshot: &Reader, region: &RegionCode, over: DaySpan, as_of: Timestamp) -> Result<Completeness> {
    let expected = Counted::load(snapshot, region, as_of).await?.days_in(over);
    let recorded = records(snapshot, EntryKind::Visitors, region, over, as_of).await?;
    Ok(Completeness { kind: CompletenessKind::VisitorDays, expected, recorded })
}

async fn catering_months(
    snapshot: &Reader,
    region: &RegionCode,
    over: DaySpan,
    as_of: Timestamp,
) -> Result<Completeness> {
    let months: Vec<Day> = months_over(over).collect();
    let known = Known::load(snapshot, region, as_of).await?;
    let in_business =
        |first: Option<Day>| months.iter().filter(|month| first.is_none_or(|first| **month < first)).count();
    let expected: usize =
        known.iter().map(|(_, business)| in_business(business.closed_on.map(first_month_without))).sum();
    let recorded = match months.last() {
        Some(last) => {
            let span = DaySpan { from: over.from, to: last_day_of_month(*last) };
            records(snapshot, EntryKind::Catering, region, span, as_of).await?
        }
        None => 0,
    };
    let expected = i64::try_from(expected).unwrap_or(i64::MAX);
    Ok(Completeness { kind: CompletenessKind::CateringMonths, expected, recorded })
}

/// The first days of the months that are over, of a span that begins with a month.
fn months_over(over: DaySpan) -> impl Iterator<Item = Day> {
    let months = std::iter::successors(over.from.with_day(1), |month| month.checked_add_months(Months::new(1)));
    months.take_while(move |month| last_day_of_month(*month) <= over.to)
}

/// How many records of a kind are in force.
async fn records(
    snapshot: &Reader,
    kind: EntryKind,
    region: &RegionCode,
    span: DaySpan,
    as_of: Timestamp,
) -> Result<i64> {
    if span.to < span.from {
        return Ok(0);
    }
    let question = Question {
        kinds: &[kind],
        place: Place::Subtree(region.clone()),
        from: span.from,
        to: span.to,
        only: &[],
        by: &[],
        as_of,
        most: None,
    };
    Ok(sums(snapshot, &question).await?.iter().map(|sum| sum.amounts.records).sum())
}

/// The communities, and those whose last submission of the period was not sent back.
async fn submissions(snapshot: &Reader, subject: &Subject, as_of: Timestamp) -> Result<Completeness> {
    use report_submission::Column;
    let communities = region::Entity::find()
        .filter(in_subtree(region::Column::Code, &subject.region_code))
        .filter(region::Column::Level.eq(RegionLevel::Village));
    let expected = i64::try_from(communities.count(snapshot).await?).unwrap_or(i64::MAX);
    let submitted = report_submission::Entity::find()
        .filter(in_subtree(Column::RegionCode, &subject.region_code))
        .filter(Column::Year.eq(subject.year))
        .filter(Column::Period.eq(subject.period))
        .filter(Column::SubmittedAt.lte(as_of))
        .order_by_asc(Column::SubmittedAt)
        .order_by_asc(Column::Id);
    let rows = submitted.all(snapshot).await?;
    let newest: HashMap<RegionCode, report_submission::Model> =
        rows.into_iter().map(|row| (row.region_code.clone(), row)).collect();
    let is_sent_back = |row: &report_submission::Model| {
        row.status == SubmissionStatus::SentBack && row.decided_at.is_some_and(|at| at <= as_of)
    };
    let recorded = newest.values().filter(|row| !is_sent_back(row)).count();
    let recorded = i64::try_from(recorded).unwrap_or(i64::MAX);
    Ok(Completeness { kind: CompletenessKind::Submissions, expected, recorded })
}
