//! Checks the ledger: its entries must be those that the records must have written, each at the instant at which it
//! must count as recorded.

use std::collections::{BTreeMap, HashMap};

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ModelTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::{CHUNK, Findings, MOST_NAMED, Verification};
use crate::{presales::preorders, tourism::festivals};
use store::{
    entity::{
        figures::ledger_entry,
        plants::{processing_plant, processing_project, production_batch},
        presales::preorder,
        registers::{plot_term, undertaking_days},
        sales::{sale, sale_return},
        tourism::{catering_takings, festival, festival_days, honour, visitor_count},
    },
    error::Result,
    integrity,
    ledger::{self, Amounts, Entry, Facets, Source},
    page,
};
use types::{Day, EntryKind, SourceKind, Timestamp};

/// An entry with the instant at which it counts as recorded.
pub(super) type Booked = (Timestamp, Entry);

/// The entries of a record that counts from its recording until it is reversed, if ever.
pub(super) fn while_in_force(recorded_at: Timestamp, taken_back_at: Option<Timestamp>, entry: Entry) -> Vec<Booked> {
    let taken_back = taken_back_at.map(|at| (at, entry.clone().taken_back()));
    std::iter::once((recorded_at, entry)).chain(taken_back).collect()
}

/// The entries of something stated repeatedly. Each statement reverses the entries of the one before.
fn said_anew(said: impl IntoIterator<Item = (Timestamp, Vec<Entry>)>) -> Vec<Booked> {
    let mut before: Vec<Entry> = Vec::new();
    let mut booked = Vec::new();
    for (at, entries) in said {
        booked.extend(before.into_iter().map(|entry| (at, entry.taken_back())));
        booked.extend(entries.iter().map(|entry| (at, entry.clone())));
        before = entries;
    }
    booked
}

impl Findings {
    /// Compares the entries that records must have written with those of their sources in the ledger. It does so
    /// instant by instant, because as of any instant the ledger must give what was recorded by then.
    pub(super) fn compare(&mut self, expected: Vec<Booked>, found: Vec<Booked>) {
        let mut sums: BTreeMap<(Source, Facets), BTreeMap<Timestamp, (Amounts, Amounts)>> = BTreeMap::new();
        for (at, entry) in expected {
            let sum = sums.entry((entry.source, entry.facets)).or_default().entry(at).or_default();
            sum.0 = sum.0 + entry.amounts;
        }
        for (at, entry) in found {
            let sum = sums.entry((entry.source, entry.facets)).or_default().entry(at).or_default();
            sum.1 = sum.1 + entry.amounts;
        }
        for ((source, facets), mut instants) in sums {
            instants.retain(|_, (expected, found)| expected != found);
            let total = instants
                .values()
                .fold((Amounts::default(), Amounts::default()), |sum, one| (sum.0 + one.0, sum.1 + one.1));
            let what = format!(
                "{:?} {}: {:?} of {} in {}",
                source.kind, source.id, facets.kind, facets.day, facets.region_code
            );
            if total.0 != total.1 {
                self.add(format!("{what}: the record gives {:?}, the ledger has {:?}", total.0, total.1));
            } else if !instants.is_empty() {
                let at = |has: fn(&(Amounts, Amounts)) -> Amounts| {
                    let instants = instants.iter().filter(|(_, amounts)| has(amounts) != Amounts::default());
                    instants.map(|(at, _)| at.to_string()).collect::<Vec<_>>().join(" and ")
                };
                self.add(format!(
                    "{what}: recorded at {} by its record, at {} by the ledger",
                    at(|one| one.0),
                    at(|one| one.1)
                ));
            }
        }
    }
}

impl<P: Fn(u64, u64)> Verification<'_, P> {
    pub(super) async fn entries_of(&self, sources: &[Uuid], kind: Option<EntryKind>) -> Result<Vec<Booked>> {
        let mut entries = Vec::new();
        // A thousand plots may have far more terms than a statement takes parameters.
        for sources in sources.chunks(CHUNK) {
            let query =
                ledger_entry::Entity::find().filter(ledger_entry::Column::SourceId.is_in(sources.iter().copied()));
            let query = page::filter_some(query, kind, |kind| ledger_entry::Column::Kind.eq(kind));
            let rows = integrity::rows(self.snapshot, query).await?.read;
            entries.extend(rows.into_iter().map(|row| (row.recorded_at, ledger::entry(row))));
        }
        Ok(entries)
    }

    /// Checks records that write their own entries.
    pub(super) async fn records<E>(&mut self, id: E::Column, expected: impl Fn(&E::Model) -> Vec<Booked>) -> Result<()>
    where
        E: EntityTrait,
        E::Model: Send + Sync,
    {
        let mut after = None;
        loop {
            let rows = self.next_chunk(id, &mut after, E::find()).await?;
            if rows.is_empty() {
                return Ok(());
            }
            let ids: Vec<Uuid> = rows.iter().map(|row| row.get(id).unwrap()).collect();
            let found = self.entries_of(&ids, None).await?;
            self.findings.compare(rows.iter().flat_map(&expected).collect(), found);
        }
    }

    /// Checks festival editions. Each row has its last recorded days, and each entry counts from the first day known
    /// at the time.
    pub(super) async fn festivals(&mut self) -> Result<()> {
        let mut after = None;
        loop {
            let rows = self.next_chunk(festival::Column::Id, &mut after, festival::Entity::find()).await?;
            if rows.is_empty() {
                return Ok(());
            }
            let ids: Vec<Uuid> = rows.iter().map(|festival| festival.id).collect();
            let days = festival_days::Entity::find()
                .filter(festival_days::Column::FestivalId.is_in(ids.iter().copied()))
                .order_by_asc(festival_days::Column::RecordedAt)
                .order_by_asc(festival_days::Column::Id);
            let mut said: HashMap<Uuid, Vec<festival_days::Model>> = HashMap::new();
            for row in integrity::rows(self.snapshot, days).await?.read {
                said.entry(row.festival_id).or_default().push(row);
            }
            let mut expected = Vec::new();
            for festival in rows {
                let said = said.remove(&festival.id).unwrap_or_default();
                if said.last().map(|last| (last.starts_on, last.ends_on))
                    != Some((festival.starts_on, festival.ends_on))
                {
                    self.findings.add(format!("festival {}: its row differs from its last days", festival.id));
                }
                let entry = |starts_on| festivals::entry(&festival::Model { starts_on, ..festival.clone() });
                let said = said.iter().map(|days| (days.recorded_at, vec![entry(days.starts_on)]));
                let voided = festival.voided_at.map(|at| (at, Vec::new()));
                expected.extend(said_anew(said.chain(voided)));
            }
            let found = self.entries_of(&ids, None).await?;
            self.findings.compare(expected, found);
        }
    }

    /// Checks plants, projects or honours. Each row has its last recorded days, and the entries follow the days known
    /// at each time. `present` gives the days of a row, `of_days` its entries for other days.
    pub(super) async fn undertakings<E>(
        &mut self,
        id: E::Column,
        present: impl Fn(&E::Model) -> (Day, Option<Day>),
        of_days: impl Fn(&E::Model, Day, Option<Day>) -> Vec<Entry>,
    ) -> Result<()>
    where
        E: EntityTrait,
        E::Model: Send + Sync,
    {
        use undertaking_days::Column;
        let mut after = None;
        loop {
            let rows = self.next_chunk(id, &mut after, E::find()).await?;
            if rows.is_empty() {
                return Ok(());
            }
            let ids: Vec<Uuid> = rows.iter().map(|row| row.get(id).unwrap()).collect();
            let days = undertaking_days::Entity::find().filter(Column::SourceId.is_in(ids.iter().copied()));
            let days = days.order_by_asc(Column::RecordedAt).order_by_asc(Column::Id);
            let mut said: HashMap<Uuid, Vec<undertaking_days::Model>> = HashMap::new();
            for row in integrity::rows(self.snapshot, days).await?.read {
                said.entry(row.source_id).or_default().push(row);
            }
            let mut expected = Vec::new();
            for (row, id) in rows.iter().zip(&ids) {
                let said = said.remove(id).unwrap_or_default();
                if said.last().map(|last| (last.starts_on, last.ends_on)) != Some(present(row)) {
                    self.findings
                        .add(format!("{} {id}: its row differs from its last days", E::default().table_name()));
                }
                expected.extend(said_anew(
                    said.iter().map(|days| (days.recorded_at, of_days(row, days.starts_on, days.ends_on))),
                ));
            }
            let found = self.entries_of(&ids, None).await?;
            self.findings.compare(expected, found);
        }
    }

    /// Checks pre-orders: their entries and their money must follow from their history, payments and refunds.
    pub(super) async fn preorders(&mut self) -> Result<()> {
        let mut after = None;
        loop {
            let rows = self.next_chunk(preorder::Column::Id, &mut after, preorder::Entity::find()).await?;
            if rows.is_empty() {
                return Ok(());
            }
            for row in &rows {
                let record = format_args!("pre-order {}", row.code.0);
                self.findings.check_folded(record, &row.buyer_name, &row.buyer_name_folded);
            }
            let (expected, differences) = preorders::differences(self.snapshot, &rows).await?;
            let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
            let found = self.entries_of(&ids, None).await?;
            self.findings.compare(expected, found);
            for difference in differences {
                self.findings.add(difference);
            }
        }
    }

    /// Finds entries whose record does not exist.
    pub(super) async fn orphans(&mut self) -> Result<()> {
        let sources = [
            (SourceKind::Sale, sale::Entity::find().select_only().column(sale::Column::Id).into_query()),
            (
                SourceKind::SaleReturn,
                sale_return::Entity::find().select_only().column(sale_return::Column::Id).into_query(),
            ),
            (
                SourceKind::VisitorCount,
                visitor_count::Entity::find().select_only().column(visitor_count::Column::Id).into_query(),
            ),
            (
                SourceKind::CateringTakings,
                catering_takings::Entity::find().select_only().column(catering_takings::Column::Id).into_query(),
            ),
            (SourceKind::Festival, festival::Entity::find().select_only().column(festival::Column::Id).into_query()),
            (
                SourceKind::ProcessingPlant,
                processing_plant::Entity::find().select_only().column(processing_plant::Column::Id).into_query(),
            ),
            (
                SourceKind::ProcessingProject,
                processing_project::Entity::find().select_only().column(processing_project::Column::Id).into_query(),
            ),
            (SourceKind::Honour, honour::Entity::find().select_only().column(honour::Column::Id).into_query()),
            (
                SourceKind::ProductionBatch,
                production_batch::Entity::find().select_only().column(production_batch::Column::Id).into_query(),
            ),
            (SourceKind::Preorder, preorder::Entity::find().select_only().column(preorder::Column::Id).into_query()),
            (SourceKind::PlotTerm, plot_term::Entity::find().select_only().column(plot_term::Column::Id).into_query()),
        ];
        for (kind, records) in sources {
            let orphans = ledger_entry::Entity::find()
                .filter(
                    Condition::all()
                        .add(ledger_entry::Column::SourceKind.eq(kind))
                        .add(Expr::col(ledger_entry::Column::SourceId).in_subquery(records).not()),
                )
                .limit(MOST_NAMED as u64);
            for orphan in integrity::rows(self.snapshot, orphans).await?.read {
                self.findings.add(format!("entry {}: its {kind:?} {} does not exist", orphan.id, orphan.source_id));
            }
        }
        Ok(())
    }
}
