//! Takings of catering establishments over several years, and their increase.

use std::collections::{BTreeMap, BTreeSet};

use super::texts;
use crate::tourism::catering::Baselines;
use store::{
    Reader,
    error::{Error, Result},
    ledger::{By, Place, Question, Sum, sums},
};
use types::{DaySpan, EntryKind, Money, RegionCode, Timestamp};

/// Takings by year and region of the establishments, of whole years or of the same months of each year.
#[derive(Debug, Default)]
pub(super) struct Takings(BTreeMap<(i32, RegionCode), Money>);

impl Takings {
    /// Adds the takings of a span of days.
    pub(super) async fn load(
        &mut self,
        snapshot: &Reader,
        region: &RegionCode,
        days: DaySpan,
        as_of: Timestamp,
    ) -> Result<()> {
        let question = Question {
            kinds: &[EntryKind::Catering],
            place: Place::Subtree(region.clone()),
            from: days.from,
            to: days.to,
            only: &[],
            by: &[By::Year, By::Region],
            as_of,
            most: None,
        };
        for Sum { facets, amounts } in sums(snapshot, &question).await? {
            let [year, region] = texts(facets)?;
            let sum = self.0.entry((year.parse().map_err(Error::internal)?, RegionCode(region))).or_default();
            *sum = *sum + amounts.amount;
        }
        Ok(())
    }

    /// The takings of a year.
    pub(super) fn of(&self, year: i32) -> Money {
        self.0.iter().filter(|((of, _), _)| *of == year).map(|(_, takings)| *takings).sum()
    }

    /// The takings of a year less those of the baseline year, over the establishments that have a baseline year. None
    /// if no baseline year is set.
    pub(super) fn increase(&self, year: i32, baselines: &Baselines) -> Option<Money> {
        if baselines.is_empty() {
            return None;
        }
        let regions: BTreeSet<&RegionCode> = self.0.keys().map(|(_, region)| region).collect();
        let in_year = |year: i32, region: &RegionCode| self.0.get(&(year, region.clone())).copied().unwrap_or_default();
        let increases = regions.into_iter().filter_map(|region| {
            let baseline = baselines.of(region)?;
            Some(in_year(year, region) - in_year(baseline, region))
        });
        Some(increases.sum())
    }
}
