//! Checks plots and growers. The entries of plots must follow from their terms, and the entries that count growers
//! from the area of their plots.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    CHUNK, Verification,
    entries::{self, Booked},
};
use crate::registers::plot_terms::{Step, area_entries, uses};
use store::{
    entity::{
        figures::ledger_entry,
        registers::{grower, plot, plot_origin, plot_term},
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
            let mut of_plots: HashMap<Uuid, Vec<&plot_term::Model>> = HashMap::new();
            let mut expected: Vec<Booked> = Vec::new();
            for term in &terms {
                let earlier = of_plots.entry(term.plot_id).or_default();
                let in_force = |other: &&&plot_term::Model| other.voided_at.is_none_or(|at| at > term.recorded_at);
                let previous = earlier.iter().rev().find(in_force).copied();
                let entries = area_entries(previous, term).into_iter();
                expected
                    .extend(entries.flat_map(|entry| entries::while_in_force(term.recorded_at, term.voided_at, entry)));
                earlier.push(term);
            }
            let ids: Vec<Uuid> = terms.iter().map(|term| term.id).collect();
            let found = self.entries_of(&ids, Some(EntryKind::Area)).await?;
            self.findings.compare(expected, found);
            for plot in &rows {
                let terms = of_plots.get(&plot.id).map(Vec::as_slice).unwrap_or_default();
                let mut in_force = terms.iter().filter(|term| term.voided_at.is_none());
                let first = in_force.clone().next();
                let agrees = in_force.next_back().is_some_and(|term| {
                    let state = (term.grower_id, &term.region_code, &term.variety_code, term.area_mu_hundredths);
                    state == (plot.grower_id, &plot.region_code, &plot.variety_code, plot.area_mu_hundredths)
                        && plot.out_of_use_from == (!term.is_in_use).then_some(term.starts_on)
                });
                if !agrees {
                    self.findings.add(format!("plot {}: its row differs from its last term", plot.id));
                }
                if first.is_some_and(|term| term.starts_on != plot.first_day()) {
                    self.findings.add(format!("plot {}: its first term is not from its first day on", plot.id));
                }
            }
            self.origins(&rows).await?;
        }
    }

    /// Checks from which plots these were made. No day may count for both: the origin is out of use from the first day
    /// of what was made of it, or back in use, and then what was made of it counts on no day.
    async fn origins(&mut self, made: &[plot::Model]) -> Result<()> {
        let links = plot_origin::Entity::find()
            .filter(plot_origin::Column::PlotId.is_in(made.iter().map(|plot| plot.id)))
            .order_by_asc(plot_origin::Column::Id);
        let links = integrity::rows(self.snapshot, links).await?.read;
        let made: HashMap<Uuid, &plot::Model> = made.iter().map(|plot| (plot.id, plot)).collect();
        for links in links.chunks(CHUNK) {
            let origins = plot::Entity::find()
                .filter(plot::Column::Id.is_in(links.iter().map(|link| link.origin_id).collect::<BTreeSet<_>>()));
            let origins = integrity::rows(self.snapshot, origins).await?.read;
            let origins: HashMap<Uuid, plot::Model> = origins.into_iter().map(|plot| (plot.id, plot)).collect();
            for link in links {
                let (Some(plot), Some(origin)) = (made.get(&link.plot_id), origins.get(&link.origin_id)) else {
                    continue;
                };
                let is_once = match link.undone_at {
                    Some(_) => !plot.counts_some_day(),
                    None => origin.out_of_use_from.is_some_and(|day| day <= plot.first_day()),
                };
                if !is_once {
                    let (plot, origin) = (plot.id, origin.id);
                    self.findings
                        .add(format!("plot {plot}: it counts on the same days as {origin}, of which it was made"));
                }
            }
        }
        Ok(())
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
            self.merged(&rows).await?;
            let of_growers = ledger_entry::Entity::find()
                .filter(ledger_entry::Column::GrowerId.is_in(rows.iter().map(|grower| grower.id)))
                .filter(ledger_entry::Column::Kind.is_in([EntryKind::Area, EntryKind::Growers]));
            let mut recorded: BTreeMap<Use, Recorded> = BTreeMap::new();
            for row in integrity::rows(self.snapshot, of_growers).await?.read {
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

    /// Checks growers that were merged. The one that stands for them was not merged itself, and has their plots.
    async fn merged(&mut self, rows: &[grower::Model]) -> Result<()> {
        let merged: Vec<&grower::Model> = rows.iter().filter(|row| row.merged_into.is_some()).collect();
        if merged.is_empty() {
            return Ok(());
        }
        let standing =
            grower::Entity::find().filter(grower::Column::Id.is_in(merged.iter().filter_map(|row| row.merged_into)));
        let standing = integrity::rows(self.snapshot, standing).await?.read;
        let stands = |id: Uuid| standing.iter().any(|row| row.id == id && row.merged_into.is_none());
        for row in &merged {
            if !row.merged_into.is_some_and(stands) {
                self.findings.add(format!("grower {}: the one that it was merged into was merged itself", row.id));
            }
        }
        let left = plot::Entity::find()
            .filter(plot::Column::GrowerId.is_in(merged.iter().map(|row| row.id)))
            .filter(plot::Column::OutOfUseFrom.is_null());
        for plot in integrity::rows(self.snapshot, left).await?.read {
            self.findings.add(format!("plot {}: it is in use by grower {}, which was merged", plot.id, plot.grower_id));
        }
        Ok(())
    }
}
