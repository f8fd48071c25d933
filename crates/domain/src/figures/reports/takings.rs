//! Takings of catering establishments by month, and their increase over the baseline year: like compared with like.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Duration, Months};

use super::{month_of, texts};
use crate::tourism::catering::{Baselines, Known, first_month_without};
use store::{
    Reader,
    error::Result,
    ledger::{Amounts, By, Place, Question, Sum, sums},
};
use types::{Day, DaySpan, EntryKind, Money, RegionCode, Timestamp, last_day_of_month};

/// The takings of some months and of the same months of the baseline years, by establishment.
#[derive(Debug)]
pub(crate) struct Comparison {
    baselines: Baselines,
    /// By the first day of the month and the establishment.
    takings: BTreeMap<(Day, String), Amounts>,
    regions: BTreeMap<String, RegionCode>,
    /// The establishments that closed, with the first month in which they do no business at all.
    closed: BTreeMap<String, Day>,
    as_of: Timestamp,
}

/// An establishment's month that counts, next to the month of the baseline year.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair<'a> {
    pub(crate) establishment: &'a String,
    pub(crate) region: &'a RegionCode,
    /// The month, by its first day.
    pub(crate) month: Day,
    /// The month that it is compared with, by its first day. The same in the baseline year.
    pub(crate) baseline: Day,
}

impl Comparison {
    /// Loads what the months of a span, whose first days lie in it, are compared with. A span of several years is of
    /// whole years. Without any baseline year nothing is loaded, because nothing is compared.
    pub(crate) async fn load(snapshot: &Reader, region: &RegionCode, span: DaySpan, as_of: Timestamp) -> Result<Self> {
        let baselines = Baselines::load(snapshot, region, as_of).await?;
        let mut comparison =
            Self { takings: BTreeMap::new(), regions: BTreeMap::new(), closed: BTreeMap::new(), baselines, as_of };
        if comparison.baselines.is_empty() {
            return Ok(comparison);
        }
        for (establishment, business) in Known::load(snapshot, region, as_of).await?.iter() {
            if let Some(closed_on) = business.closed_on {
                comparison.closed.insert(establishment.clone(), first_month_without(closed_on));
                comparison.regions.insert(establishment.clone(), business.region_code.clone());
            }
        }
        comparison.add(snapshot, region, span).await?;
        let years = span.from.year()..=span.to.year();
        for year in comparison.baselines.years().filter(|year| !years.contains(year)).collect::<BTreeSet<_>>() {
            let (Some(from), Some(to)) = (in_year(span.from, year), in_year(span.to, year)) else { continue };
            comparison.add(snapshot, region, DaySpan { from, to: last_day_of_month(to) }).await?;
        }
        Ok(comparison)
    }

    async fn add(&mut self, snapshot: &Reader, region: &RegionCode, span: DaySpan) -> Result<()> {
        let question = Question {
            kinds: &[EntryKind::Catering],
            place: Place::Subtree(region.clone()),
            from: span.from,
            to: span.to,
            only: &[],
            by: &[By::Month, By::Establishment, By::Region],
            as_of: self.as_of,
            most: None,
        };
        for Sum { facets, amounts } in sums(snapshot, &question).await? {
            let [month, establishment, region] = texts(facets)?;
            self.regions.insert(establishment.clone(), RegionCode(region));
            self.takings.insert((month_of(&month)?, establishment), amounts);
        }
        Ok(())
    }

    /// The year that establishments of a region are compared with.
    pub(crate) fn baseline_of(&self, region: &RegionCode) -> Option<i32> {
        self.baselines.of(region)
    }

    /// The months of a span that count, whose first days lie in it: those with takings on record, and those that are
    /// over since the establishment closed. A month that is not on record counts on neither side.
    pub(crate) fn pairs(&self, span: DaySpan) -> impl Iterator<Item = Pair<'_>> {
        let months = (span.from, String::new())..(span.to + Duration::days(1), String::new());
        let recorded = self.takings.range(months).filter(|(_, amounts)| amounts.records > 0);
        let recorded = recorded.map(|((month, establishment), _)| (*month, establishment));
        let closed = self.closed.iter().flat_map(move |(establishment, first)| {
            let months = std::iter::successors(Some(*first.max(&first_day_of_month(span.from))), |month| {
                month.checked_add_months(Months::new(1))
            });
            let are_over =
                months.take_while(move |month| *month <= span.to && last_day_of_month(*month) < self.as_of.day());
            are_over.map(move |month| (month, establishment))
        });
        let counted: BTreeSet<(Day, &String)> = recorded.chain(closed).collect();
        counted.into_iter().filter_map(move |(month, establishment)| {
            let region = self.regions.get(establishment)?;
            let baseline = in_year(month, self.baselines.of(region)?)?;
            (month >= span.from).then_some(Pair { establishment, region, month, baseline })
        })
    }

    /// The takings of the months that count, less those of the same months of the baseline year. None if no month
    /// counts.
    pub(crate) fn increase(&self, span: DaySpan) -> Option<Money> {
        let taken = |month: Day, establishment: &String| {
            self.takings.get(&(month, establishment.clone())).map_or(Money::ZERO, |amounts| amounts.amount)
        };
        let increases = self
            .pairs(span)
            .map(|pair| taken(pair.month, pair.establishment) - taken(pair.baseline, pair.establishment));
        increases.reduce(|sum, increase| sum + increase)
    }
}

/// The first day of a day's month, in a year.
fn in_year(day: Day, year: i32) -> Option<Day> {
    Day::from_ymd_opt(year, day.month(), 1)
}

fn first_day_of_month(day: Day) -> Day {
    day.with_day(1).unwrap_or(day)
}
