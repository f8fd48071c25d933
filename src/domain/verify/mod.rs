//! Verification: records = entries = totals, and every link of the audit log follows from the one before. It recomputes what every record
//! must have written, and names each difference; it repairs nothing.

use std::collections::{BTreeMap, HashMap};

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ModelTrait, Order, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

mod certificates;
mod published_reports;
mod stock;

use super::{
    catering, festivals, honours,
    plants::{plant_entries, project_entries},
    plot_terms::{Step, area_entries, uses},
    preorders, production_batches, sales, visitors,
};
use crate::{
    db::{
        Database,
        ledger::{self, Amounts, Entry, Facets},
        page,
        seal::{self, Proof},
    },
    entity::{
        catering_takings, certificate, festival, festival_days, grower, harvest_lot, honour, intake, ledger_entry, plot, plot_term,
        preorder, presale_offer, processing_plant, processing_project, production_batch, published_report, sale, visitor_count,
    },
    error::Result,
    types::{Day, EntryKind, RegionCode, SourceKind},
};

/// Records looked at together; their entries are loaded with one statement.
const CHUNK: usize = 1000;
/// Differences that are named; more are only counted.
const MOST_NAMED: usize = 100;

/// What a verification found.
#[derive(Debug, Default)]
pub struct Findings {
    /// How many records were looked at.
    pub records: u64,
    /// How many differences there are.
    pub differences: u64,
    /// The first hundred of them.
    pub named: Vec<String>,
    /// What the chain of the audit log proves; a link that does not hold is among the differences.
    pub audit: Proof,
}

impl Findings {
    fn add(&mut self, difference: String) {
        self.differences += 1;
        if self.named.len() < MOST_NAMED {
            self.named.push(difference);
        }
    }

    /// Compares what records must have written with what their sources have in the ledger.
    fn compare(&mut self, expected: Vec<Entry>, found: Vec<Entry>) {
        let mut sums: BTreeMap<_, (Amounts, Amounts)> = BTreeMap::new();
        for entry in expected {
            let sum = sums.entry((entry.source, entry.facets)).or_default();
            sum.0 = sum.0 + entry.amounts;
        }
        for entry in found {
            let sum = sums.entry((entry.source, entry.facets)).or_default();
            sum.1 = sum.1 + entry.amounts;
        }
        for ((source, facets), (expected, found)) in sums {
            if expected != found {
                let (kind, day, region) = (facets.kind, facets.day, facets.region_code);
                self.add(format!(
                    "{:?} {}: {kind:?} of {day} in {region}: the record gives {expected:?}, the ledger has {found:?}",
                    source.kind, source.id
                ));
            }
        }
    }
}

/// Verifies everything within one snapshot. `progress` is told how many records are done, of how many.
pub async fn verify(database: &Database, progress: impl Fn(u64, u64) + Send + Sync + 'static) -> Result<Findings> {
    database.read_at_leisure(async move |snapshot| verify_snapshot(&*snapshot, progress).await).await
}

async fn verify_snapshot(snapshot: &impl ConnectionTrait, progress: impl Fn(u64, u64) + Send + Sync) -> Result<Findings> {
    let total = count_records(snapshot).await?;
    let mut verification = Verification { snapshot, findings: Findings::default(), total, progress };
    verification
        .records::<sale::Entity>(sale::Column::Id, |sale| {
            let entry = sales::entry(sale);
            if sale.voided_at.is_some() { vec![] } else { vec![entry] }
        })
        .await?;
    verification
        .records::<visitor_count::Entity>(visitor_count::Column::Id, |count| {
            if count.replaced_at.is_some() { vec![] } else { vec![visitors::entry(count)] }
        })
        .await?;
    verification
        .records::<catering_takings::Entity>(catering_takings::Column::Id, |takings| {
            if takings.replaced_at.is_some() { vec![] } else { catering::entry(takings).into_iter().collect() }
        })
        .await?;
    verification.records::<festival::Entity>(festival::Column::Id, |festival| vec![festivals::entry(festival)]).await?;
    verification.festival_days().await?;
    verification.records::<processing_plant::Entity>(processing_plant::Column::Id, plant_entries).await?;
    verification.records::<processing_project::Entity>(processing_project::Column::Id, project_entries).await?;
    verification.records::<honour::Entity>(honour::Column::Id, honours::entries).await?;
    verification.plots().await?;
    verification.growers().await?;
    verification
        .records::<production_batch::Entity>(production_batch::Column::Id, |batch| {
            if batch.voided_at.is_some() { vec![] } else { vec![production_batches::entry(batch)] }
        })
        .await?;
    verification.lots().await?;
    verification.intakes().await?;
    verification.batches().await?;
    verification.sales_of_goods().await?;
    verification.certificates().await?;
    verification.preorders().await?;
    verification.offers().await?;
    verification.published_reports().await?;
    verification.orphans().await?;
    let mut findings = verification.findings;
    for difference in ledger::differing_totals(snapshot, MOST_NAMED as u64).await? {
        findings.add(difference);
    }
    findings.audit = seal::prove(snapshot).await?;
    if let Some(broken) = &findings.audit.broken {
        findings.add(format!("audit log: {broken}"));
    }
    Ok(findings)
}

async fn count_records(snapshot: &impl ConnectionTrait) -> Result<u64> {
    let counts = [
        sale::Entity::find().count(snapshot).await?,
        visitor_count::Entity::find().count(snapshot).await?,
        catering_takings::Entity::find().count(snapshot).await?,
        // Once for its entry, and once for its days.
        2 * festival::Entity::find().count(snapshot).await?,
        processing_plant::Entity::find().count(snapshot).await?,
        processing_project::Entity::find().count(snapshot).await?,
        honour::Entity::find().count(snapshot).await?,
        plot::Entity::find().count(snapshot).await?,
        grower::Entity::find().count(snapshot).await?,
        harvest_lot::Entity::find().count(snapshot).await?,
        preorder::Entity::find().count(snapshot).await?,
        presale_offer::Entity::find().count(snapshot).await?,
        intake::Entity::find().count(snapshot).await?,
        // Goods sold are looked at again for what they drew on.
        sale::Entity::find().filter(sale::Column::ProductCode.is_not_null()).count(snapshot).await?,
        certificate::Entity::find().count(snapshot).await?,
        published_report::Entity::find().count(snapshot).await?,
        // Once for its entry, and once for what is left of it.
        2 * production_batch::Entity::find().count(snapshot).await?,
    ];
    Ok(counts.iter().sum())
}

/// A grower and a variety that it grows.
type Use = (Option<Uuid>, Option<String>);

struct Verification<'a, C, P> {
    snapshot: &'a C,
    findings: Findings,
    total: u64,
    progress: P,
}

impl<C: ConnectionTrait, P: Fn(u64, u64)> Verification<'_, C, P> {
    /// Looks at all rows of a table, a chunk at a time in the order of their ids.
    async fn next_chunk<E>(&mut self, id: E::Column, after: &mut Option<Uuid>, query: Select<E>) -> Result<Vec<E::Model>>
    where
        E: EntityTrait,
        E::Model: Send + Sync,
    {
        let query = page::when(query, *after, |after| id.gt(after));
        let rows = query.order_by(id, Order::Asc).limit(CHUNK as u64).all(self.snapshot).await?;
        *after = rows.last().map(|row| row.get(id).unwrap());
        self.findings.records += rows.len() as u64;
        (self.progress)(self.findings.records, self.total);
        Ok(rows)
    }

    async fn entries_of(&self, sources: &[Uuid], kind: Option<EntryKind>) -> Result<Vec<Entry>> {
        let mut entries = Vec::new();
        // A thousand plots may have many more terms than a statement takes parameters.
        for sources in sources.chunks(CHUNK) {
            let query = ledger_entry::Entity::find().filter(ledger_entry::Column::SourceId.is_in(sources.iter().copied()));
            let query = page::when(query, kind, |kind| ledger_entry::Column::Kind.eq(kind));
            entries.extend(query.all(self.snapshot).await?.into_iter().map(ledger::entry));
        }
        Ok(entries)
    }

    /// Records that write entries of their own.
    async fn records<E>(&mut self, id: E::Column, expected: impl Fn(&E::Model) -> Vec<Entry>) -> Result<()>
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

    /// Plots: each term's entries follow from it and the one before, and the plot's row is as its last term says.
    async fn plots(&mut self) -> Result<()> {
        let mut after = None;
        loop {
            let rows = self.next_chunk(plot::Column::Id, &mut after, plot::Entity::find()).await?;
            if rows.is_empty() {
                return Ok(());
            }
            let terms = plot_term::Entity::find()
                .filter(plot_term::Column::PlotId.is_in(rows.iter().map(|plot| plot.id)))
                .order_by_asc(plot_term::Column::PlotId)
                .order_by_asc(plot_term::Column::Position)
                .all(self.snapshot)
                .await?;
            let mut last: HashMap<Uuid, &plot_term::Model> = HashMap::new();
            let mut expected = Vec::new();
            for term in &terms {
                expected.extend(area_entries(last.get(&term.plot_id).copied(), term));
                last.insert(term.plot_id, term);
            }
            let ids: Vec<Uuid> = terms.iter().map(|term| term.id).collect();
            let found = self.entries_of(&ids, Some(EntryKind::Area)).await?;
            self.findings.compare(ledger::net(expected), found);
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

    /// Editions of festivals: each is when it was last said to be.
    async fn festival_days(&mut self) -> Result<()> {
        let mut after = None;
        loop {
            let rows = self.next_chunk(festival::Column::Id, &mut after, festival::Entity::find()).await?;
            if rows.is_empty() {
                return Ok(());
            }
            let days = festival_days::Entity::find()
                .filter(festival_days::Column::FestivalId.is_in(rows.iter().map(|festival| festival.id)))
                .order_by_asc(festival_days::Column::RecordedAt)
                .order_by_asc(festival_days::Column::Id)
                .all(self.snapshot)
                .await?;
            let last: HashMap<Uuid, (Day, Day)> = days.into_iter().map(|row| (row.festival_id, (row.starts_on, row.ends_on))).collect();
            for festival in rows {
                if last.get(&festival.id) != Some(&(festival.starts_on, festival.ends_on)) {
                    self.findings.add(format!("festival {}: its row differs from its last days", festival.id));
                }
            }
        }
    }

    /// Growers: what the ledger counts of each follows from the area that it has there.
    async fn growers(&mut self) -> Result<()> {
        let mut after = None;
        loop {
            let rows = self.next_chunk(grower::Column::Id, &mut after, grower::Entity::find()).await?;
            if rows.is_empty() {
                return Ok(());
            }
            let entries = ledger_entry::Entity::find()
                .filter(ledger_entry::Column::GrowerId.is_in(rows.iter().map(|grower| grower.id)))
                .filter(ledger_entry::Column::Kind.is_in([EntryKind::Area, EntryKind::Growers]))
                .all(self.snapshot)
                .await?;
            let mut steps: BTreeMap<Use, Vec<Step>> = BTreeMap::new();
            let mut counted: BTreeMap<Use, BTreeMap<(RegionCode, Day), i64>> = BTreeMap::new();
            for entry in entries.into_iter().map(ledger::entry) {
                let Facets { grower_id, variety_code, region_code, day, kind, .. } = entry.facets.clone();
                let key = (grower_id, variety_code);
                match kind {
                    EntryKind::Area => steps.entry(key).or_default().push(Step::of(&entry)),
                    _ => *counted.entry(key).or_default().entry((region_code, day)).or_default() += entry.amounts.items,
                }
            }
            for ((grower_id, variety), steps) in steps {
                let mut counted = counted.remove(&(grower_id, variety.clone())).unwrap_or_default();
                counted.retain(|_, change| *change != 0);
                if uses(steps) != counted {
                    let (grower, variety) = (grower_id.unwrap_or_default(), variety.unwrap_or_default());
                    self.findings.add(format!("grower {grower}: the ledger counts its use of {variety} otherwise than its area gives"));
                }
            }
            for ((grower_id, _), _) in counted {
                self.findings.add(format!("grower {}: the ledger counts it without area", grower_id.unwrap_or_default()));
            }
        }
    }

    /// Pre-orders: their entries and their money follow from their history, payments and refunds.
    async fn preorders(&mut self) -> Result<()> {
        let mut after = None;
        loop {
            let rows = self.next_chunk(preorder::Column::Id, &mut after, preorder::Entity::find()).await?;
            if rows.is_empty() {
                return Ok(());
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

    /// Entries whose record does not exist.
    async fn orphans(&mut self) -> Result<()> {
        let sources = [
            (SourceKind::Sale, sale::Entity::find().select_only().column(sale::Column::Id).into_query()),
            (SourceKind::VisitorCount, visitor_count::Entity::find().select_only().column(visitor_count::Column::Id).into_query()),
            (SourceKind::CateringTakings, catering_takings::Entity::find().select_only().column(catering_takings::Column::Id).into_query()),
            (SourceKind::Festival, festival::Entity::find().select_only().column(festival::Column::Id).into_query()),
            (SourceKind::ProcessingPlant, processing_plant::Entity::find().select_only().column(processing_plant::Column::Id).into_query()),
            (
                SourceKind::ProcessingProject,
                processing_project::Entity::find().select_only().column(processing_project::Column::Id).into_query(),
            ),
            (SourceKind::Honour, honour::Entity::find().select_only().column(honour::Column::Id).into_query()),
            (SourceKind::ProductionBatch, production_batch::Entity::find().select_only().column(production_batch::Column::Id).into_query()),
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
                .limit(MOST_NAMED as u64)
                .all(self.snapshot)
                .await?;
            for orphan in orphans {
                self.findings.add(format!("entry {}: its {kind:?} {} does not exist", orphan.id, orphan.source_id));
            }
        }
        Ok(())
    }
}
