//! The uplift of a festival: the figures of the days of an edition that are over, compared with the same days of earlier
//! years.

use std::collections::BTreeSet;

use chrono::{Datelike, Duration};
use sea_orm::ActiveEnum;

use super::reports::ON_RECORD;
use crate::tourism::festivals;
use store::{
    Database, Reader, bound,
    entity::{registers::region, tourism::festival},
    error::{Error, Result},
    ledger::{By, Place, Question, Sum, sums},
};
use types::{Day, DaySpan, EntryKind, Money, RegionCode, Timestamp, UpliftBaseline, last_day_of_year, mean_half_up};

/// The figures of some days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Person-times at the sites that count towards the total.
    pub visitors: i64,
    /// Sales, without voided ones.
    pub sales: Money,
    /// Confirmed pre-orders, less cancellations and shortfalls.
    pub presale: Money,
    /// Takings of catering establishments.
    pub takings: Money,
}

/// Some days, with their figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The days.
    pub days: DaySpan,
    /// The whole months that contain the days, as far as they are over. They apply to takings, which are recorded by
    /// month. Before the first of them is over, all of them.
    pub months: DaySpan,
    /// The figures.
    pub figures: Figures,
}

/// The same days of an earlier year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierYear {
    /// The days.
    pub stretch: Stretch,
    /// Whether any calendar year of the days has a record. Without one, nothing is known of the days, and they do not
    /// count in the baseline.
    pub has_records: bool,
}

/// The days of an edition, compared with their baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uplift {
    /// The edition, as stored now.
    pub festival: festival::Model,
    /// The kind of baseline.
    pub baseline: UpliftBaseline,
    /// Whether its last day has passed.
    pub is_over: bool,
    /// Its days that are over.
    pub observed: Stretch,
    /// Whether any of the months is over, so that their takings can be compared.
    pub is_month_over: bool,
    /// The same days of the earlier years, newest first.
    pub earlier_years: Vec<EarlierYear>,
    /// The instant up to which records are counted.
    pub as_of: Timestamp,
}

impl Uplift {
    /// The mean of the earlier years with records, rounded half up. None if no year has records.
    pub fn baseline_figures(&self) -> Option<Figures> {
        let known: Vec<Figures> =
            self.earlier_years.iter().filter(|year| year.has_records).map(|year| year.stretch.figures).collect();
        if known.is_empty() {
            return None;
        }
        let mean =
            |of: fn(&Figures) -> i64| mean_half_up(known.iter().map(of).map(i128::from).sum(), known.len() as i128);
        Some(Figures {
            visitors: mean(|figures| figures.visitors),
            sales: Money(mean(|figures| figures.sales.0)),
            presale: Money(mean(|figures| figures.presale.0)),
            takings: Money(mean(|figures| figures.takings.0)),
        })
    }
}

/// The uplift of an edition of a region's festival, over the region and all regions below it. For an edition that is
/// not over, the days before that of `asOf` are compared with as many days of each earlier year. None before the first
/// day is over.
///
/// INVALID_INPUT on `edition` if it does not exist or was not known at `asOf`, and on `asOf` in the future.
pub async fn festival_uplift(
    database: &Database,
    region: region::Model,
    edition: i32,
    baseline: UpliftBaseline,
    as_of: Option<Timestamp>,
) -> Result<Option<Uplift>> {
    let as_of = bound::close(database, as_of).await?;
    database
        .read(async move |snapshot| {
            let (festival, days) = festivals::get_at(&snapshot, &region.code, edition, as_of).await?;
            compare(&snapshot, festival, days, baseline, as_of).await
        })
        .await
}

async fn compare(
    snapshot: &Reader,
    festival: festival::Model,
    days: DaySpan,
    baseline: UpliftBaseline,
    as_of: Timestamp,
) -> Result<Option<Uplift>> {
    let (region, today) = (&festival.region_code, as_of.day());
    if today <= days.from {
        return Ok(None);
    }
    let observed = DaySpan { from: days.from, to: days.to.min(today - Duration::days(1)) };
    let months = observed.whole_months();
    let months_over = DaySpan { to: months.to.min(today - Duration::days(i64::from(today.day()))), ..months };
    let is_month_over = months_over.from <= months_over.to;
    let months = if is_month_over { months_over } else { months };
    let earlier: Vec<DaySpan> = (1..=baseline.years()).map(|years| observed.years_before(years)).collect();
    let on_record = years_on_record(snapshot, region, &earlier, as_of).await?;
    let mut earlier_years = Vec::new();
    for (years, span) in (1..).zip(earlier) {
        let months = months.years_before(years).whole_months();
        let has_records = (span.from.year()..=span.to.year()).any(|year| on_record.contains(&year));
        earlier_years.push(EarlierYear { stretch: stretch(snapshot, region, span, months, as_of).await?, has_records });
    }
    let observed = stretch(snapshot, region, observed, months, as_of).await?;
    let is_over = days.to < today;
    Ok(Some(Uplift { festival, baseline, is_over, observed, is_month_over, earlier_years, as_of }))
}

async fn stretch(
    snapshot: &Reader,
    region: &RegionCode,
    days: DaySpan,
    months: DaySpan,
    as_of: Timestamp,
) -> Result<Stretch> {
    let mut stretch = Stretch { days, months, figures: Figures::default() };
    let by_day: &[EntryKind] = &[EntryKind::Visitors, EntryKind::Sale, EntryKind::Presale];
    for (kinds, span) in [(by_day, days), (&[EntryKind::Catering], stretch.months)] {
        for Sum { facets, amounts } in sums(snapshot, &question(kinds, region, span, &[By::Kind], as_of)).await? {
            let figures = &mut stretch.figures;
            match EntryKind::try_from_value(&facets.concat())? {
                EntryKind::Visitors => figures.visitors = amounts.items,
                EntryKind::Sale => figures.sales = amounts.amount,
                EntryKind::Presale => figures.presale = amounts.amount,
                _ => figures.takings = amounts.amount,
            }
        }
    }
    Ok(stretch)
}

/// The calendar years of some spans that have any record.
async fn years_on_record(
    snapshot: &Reader,
    region: &RegionCode,
    spans: &[DaySpan],
    as_of: Timestamp,
) -> Result<BTreeSet<i32>> {
    let first = spans.iter().filter_map(|span| Day::from_ymd_opt(span.from.year(), 1, 1)).min().unwrap_or_default();
    let last = spans.iter().map(|span| last_day_of_year(span.to.year())).max().unwrap_or_default();
    let years =
        sums(snapshot, &question(ON_RECORD, region, DaySpan { from: first, to: last }, &[By::Year], as_of)).await?;
    let on_record = years.into_iter().filter(|sum| sum.amounts.records > 0);
    on_record.map(|sum| sum.facets.concat().parse().map_err(Error::internal)).collect()
}

fn question<'a>(
    kinds: &'a [EntryKind],
    region: &RegionCode,
    span: DaySpan,
    by: &'a [By],
    as_of: Timestamp,
) -> Question<'a> {
    Question {
        kinds,
        place: Place::Subtree(region.clone()),
        from: span.from,
        to: span.to,
        only: &[],
        by,
        as_of,
        most: None,
    }
}
