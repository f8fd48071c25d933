//! Yearly means over several years.

use std::collections::BTreeMap;

use chrono::Datelike;
use sea_orm::ActiveEnum;

use super::{Comparison, first_day_of, month_of, texts};
use crate::{check_year, registers::regions};
use store::{
    Database, Reader, bound,
    error::{Error, Result},
    ledger::{By, Place, Question, Sum, sums},
};
use types::{
    DaySpan, EntryKind, Money, Problem, RegionCode, ReportPeriod, Scope, Timestamp, last_day_of_year, mean_half_up,
};

/// The kinds of entries that make a year count as one with records, so that it is part of a mean.
pub(crate) const ON_RECORD: &[EntryKind] =
    &[EntryKind::Sale, EntryKind::Presale, EntryKind::Catering, EntryKind::Visitors, EntryKind::PassingVisitors];

/// Yearly means over the years that are over and have records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnualAverages {
    /// The years with records.
    pub years: Vec<i32>,
    /// The years that are not over, and in no mean.
    pub left_out: Vec<i32>,
    /// Mean of person-times.
    pub visitors: Option<i64>,
    /// Mean of produce revenue.
    pub produce_revenue: Option<Money>,
    /// Mean of the catering increase.
    pub catering_increase: Option<Money>,
}

/// A range of years of a region, both ends inclusive.
#[derive(Debug)]
pub struct Years {
    region_code: RegionCode,
    from: i32,
    to: i32,
}

/// A range of years of a region that the reader may see. INVALID_INPUT on `fromYear` and `toYear` before 1949 or after
/// the current year, and on `toYear` before `fromYear`.
pub async fn years_of(
    database: &Database,
    scope: &Scope,
    region_code: &RegionCode,
    from_year: i32,
    to_year: i32,
) -> Result<Years> {
    let region = regions::get_within(database.reader(), scope, region_code, "regionCode").await?;
    let today = database.clock().today();
    check_year(from_year, today, "fromYear")?;
    check_year(to_year, today, "toYear")?;
    if to_year < from_year {
        return Err(Error::invalid(
            "toYear",
            Problem::new("不得早于起始年份 fromYear", "must not lie before fromYear"),
        ));
    }
    Ok(Years { region_code: region.code, from: from_year, to: to_year })
}

/// Yearly means over those of some years that are over at `asOf` and in which a sale, pre-sale, visitor or catering
/// record still holds. INVALID_INPUT on `asOf` in the future.
pub async fn annual_averages(database: &Database, years: Years, as_of: Option<Timestamp>) -> Result<AnnualAverages> {
    let as_of = bound::close(database, as_of).await?;
    database.read(async move |snapshot| average(&snapshot, &years, as_of).await).await
}

async fn average(snapshot: &Reader, years: &Years, as_of: Timestamp) -> Result<AnnualAverages> {
    let Years { region_code: region, from: from_year, to: to_year } = years;
    let (over, left_out): (Vec<i32>, Vec<i32>) =
        (*from_year..=*to_year).partition(|year| last_day_of_year(*year) < as_of.day());
    let nothing =
        AnnualAverages { years: Vec::new(), left_out, visitors: None, produce_revenue: None, catering_increase: None };
    let (Some(first), Some(last)) = (over.first(), over.last()) else { return Ok(nothing) };
    let span = DaySpan { from: first_day_of(*first), to: last_day_of_year(*last) };
    let question = Question {
        kinds: ON_RECORD,
        place: Place::Subtree(region.clone()),
        from: span.from,
        to: span.to,
        only: &[],
        by: &[By::Kind, By::Month],
        as_of,
        most: None,
    };
    let mut records: BTreeMap<i32, i64> = BTreeMap::new();
    let (mut visitors, mut produce) = (0_i64, Money::ZERO);
    for Sum { facets, amounts } in sums(snapshot, &question).await? {
        let [kind, month] = texts(facets)?;
        *records.entry(month_of(&month)?.year()).or_default() += amounts.records;
        match EntryKind::try_from_value(&kind)? {
            EntryKind::Visitors => visitors += amounts.items,
            EntryKind::Sale | EntryKind::Presale => produce = produce + amounts.amount,
            _ => {}
        }
    }
    let years: Vec<i32> = records.into_iter().filter(|(_, records)| *records > 0).map(|(year, _)| year).collect();
    if years.is_empty() {
        return Ok(nothing);
    }
    let count = years.len() as i128;
    let catering = Comparison::load(snapshot, region, span, as_of).await?;
    // A year without a month that counts adds nothing, and is one of the years all the same.
    let increases = years.iter().filter_map(|year| catering.increase(ReportPeriod::Year.days_of(*year)));
    let increase = increases.reduce(|sum, increase| sum + increase);
    Ok(AnnualAverages {
        visitors: Some(mean_half_up(visitors.into(), count)),
        produce_revenue: Some(Money(mean_half_up(produce.0.into(), count))),
        catering_increase: increase.map(|sum| Money(mean_half_up(sum.0.into(), count))),
        years,
        ..nothing
    })
}
