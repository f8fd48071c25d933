//! Checks plots and growers. The entries of plots must follow from their terms, and the entries that count growers
//! from the area of their plots.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{Verification, entries::Booked};
use crate::registers::plot_terms::{Step, area_entries, uses};
use store::{
    entity::{
        figures::ledger_entry,
        registers::{grower, plot, plot_term},
    },
    error::Result,
    integrity,
    ledger::{self, Facets},
};
use types::{Day, EntryKind, RegionCode, Timestamp};

/// A grower and a variety that it grows.
type Use = (Option<Uuid>, Option<String>);
/// A number for each region and day.
type ByDay = BTreeMap<(RegionCode, Day), i64>;

/// The ledger entries of one use, by instant of recording: the plots that enter and leave use, and how the grower is
/// counted.
#[derive(Debug, Default)]
struct Recorded {
    plots: BTreeMap<Timestamp, ByDay>,
    counted: BTreeMap<Timestamp, ByDay>,
}

impl Recorded {
    /// The first instant at which the count differs from what the plots give.
    fn differs_at(&self) -> Option<Timestamp> {
        let instants: BTreeSet<&Timestamp> = self.plots.keys().chain(self.counted.keys()).collect();
        let (mut plots, mut before) = (ByDay::new(), ByDay::new());
        for at in instants {
            for (place, change) in self.plots.get(at).into_iter().flatten() {
                *plots.entry(place.clone()).or_default() += change;
            }
            let after = uses(plots.iter().map(|((region, day), plots)| Step::new(region.clone(), *day, *plots)));
            let mut changed = after.clone();
            for (place, items) in before {
                *changed.entry(place).or_default() -= items;
            }
            for (place, items) in self.counted.get(at).into_iter().flatten() {
                *changed.entry(place.clone()).or_default() -= items;
            }
            if changed.values().any(|items| *items != 0) {
                return Some(*at);
            }
            before = after;
        }
        None
    }
}

impl<P: Fn(u64, u64)> Verification<'_, P> {
    /// Checks plots. The entries of each term must follow from it and the previous term, and the plot's row must
    /// agree with its last term.
    pub(super) async fn plots(&mut self) -> Result<()> {
        let mut after = None;
        loop {
            let rows = self.next_chunk(plot::Column::Id, &mut after, plot::Entity::find()).await?;
            if rows.is_empty() {
                return Ok(());
            }
            let terms = plot_term::Entity::find()
                .filter(plot_term::Column::PlotId.is_in(rows.iter().map(|plot| plot.id)))
                .order_by_asc(plot_term::Column::PlotId)
                .order_by_asc(plot_term::Column::Position);
            let terms = integrity::rows(self.snapshot, terms).await?.read;
            let mut last: HashMap<Uuid, &plot_term::Model> = HashMap::new();
            let mut expected: Vec<Booked> = Vec::new();
            for term in &terms {
                let entries = area_entries(last.get(&term.plot_id).copied(), term);
                expected.extend(entries.into_iter().map(|entry| (term.recorded_at, entry)));
                last.insert(term.plot_id, term);
            }
            let ids: Vec<Uuid> = terms.iter().map(|term| term.id).collect();
            let found = self.entries_of(&ids, Some(EntryKind::Area)).await?;
            self.findings.compare(expected, found);
            for plot in &rows {
                let agrees = last.get(&plot.id).is_some_and(|term| {
                    let state = (term.grower_id, &term.region_code, &term.variety_code, term.area_mu_hundredths);
                    state == (plot.grower_id, &plot.region_code, &plot.variety_code, plot.area_mu_hundredths)
                        && plot.out_of_use_from == (!term.is_in_use).then_some(term.starts_on)
                });
                if !agrees {
                    self.findings.add(format!("plot {}: its row differs from its last term", plot.id));
                }
            }
        }
    }

    /// Checks growers: their names, and how they are counted. The count of each grower in the ledger must follow from the area of its plots there, as of
    /// every instant.
    pub(super) async fn growers(&mut self) -> Result<()> {
        let mut after = None;
        loop {
            let rows = self.next_chunk(grower::Column::Id, &mut after, grower::Entity::find()).await?;
            if rows.is_empty() {
                return Ok(());
            }
            for row in &rows {
                self.findings.check_folded(format_args!("grower {}", row.id), &row.name, &row.name_folded);
            }
            let entries = ledger_entry::Entity::find()
                .filter(ledger_entry::Column::GrowerId.is_in(rows.iter().map(|grower| grower.id)))
                .filter(ledger_entry::Column::Kind.is_in([EntryKind::Area, EntryKind::Growers]));
            let mut recorded: BTreeMap<Use, Recorded> = BTreeMap::new();
            for row in integrity::rows(self.snapshot, entries).await?.read {
                let (at, entry) = (row.recorded_at, ledger::entry(row));
                let Facets { grower_id, variety_code, region_code, day, kind, .. } = entry.facets;
                let of_use = recorded.entry((grower_id, variety_code)).or_default();
                let by_instant = if kind == EntryKind::Area { &mut of_use.plots } else { &mut of_use.counted };
                *by_instant.entry(at).or_default().entry((region_code, day)).or_default() += entry.amounts.items;
            }
            for ((grower_id, variety), recorded) in recorded {
                if let Some(at) = recorded.differs_at() {
                    let (grower, variety) = (grower_id.unwrap_or_default(), variety.unwrap_or_default());
                    self.findings.add(format!(
                        "grower {grower}: recorded at {at}: its use of {variety} in the ledger differs from what its area gives"
                    ));
                }
            }
        }
    }
}
