//! Verification: records = entries = totals, each link of the audit log follows from the one before, and the database
//! itself is intact. It recomputes what every record must have written, and when, and reports each difference. It
//! repairs nothing.
//!
//! An unreadable row is reported by table and key, and everything else is still checked. Everything is read a
//! thousand rows at a time.

use std::collections::BTreeSet;

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ModelTrait, Order, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    Select,
};
use uuid::Uuid;

mod certificates;
mod decisions;
mod entries;
mod land;
mod names;
mod published_reports;
mod readable;
mod returns;
mod stock;
mod transfers;

use super::sales;
use crate::{
    plants::{processing_plants, production_batches},
    tourism::{catering_takings as takings_of_months, honours, visitor_counts},
};
use store::{
    Database, Reader,
    entity::{
        certificates::certificate,
        figures::published_report,
        harvest::harvest_lot,
        plants::{intake, processing_plant, processing_project, production_batch},
        presales::{preorder, preorder_transfer, presale_offer, shortfall_run},
        registers::{grower, plot},
        sales::{sale, sale_return},
        tourism::{catering_takings, festival, honour, visitor_count},
    },
    error::{Error, ErrorCode, Result},
    integrity::{self, Rows, Unreadable},
    ledger, page,
    seal::{self, Proof},
};

/// The number of records checked together. Their entries are loaded in one statement.
const CHUNK: usize = 1000;
/// The most differences described. Further ones are only counted.
const MOST_NAMED: usize = 100;

/// The result of a verification.
#[derive(Debug, Default)]
pub struct Findings {
    /// The number of records checked.
    pub records: u64,
    /// The number of differences.
    pub differences: u64,
    /// The descriptions of the first hundred.
    pub named: Vec<String>,
    /// What the chain of the audit log proves. A broken link is among the differences.
    pub audit: Proof,
    /// Unreadable rows that have already been reported. The same row may be read more than once.
    unreadable: BTreeSet<(String, String)>,
}

impl Findings {
    fn add(&mut self, difference: String) {
        self.differences += 1;
        if self.named.len() < MOST_NAMED {
            self.named.push(difference);
        }
    }

    fn add_unreadable(&mut self, rows: Vec<Unreadable>) {
        for row in rows {
            // The descriptions are limited, and so is this set.
            let is_known = self.unreadable.contains(&(row.table.clone(), row.key.clone()));
            if !is_known && self.unreadable.len() < MOST_NAMED {
                self.unreadable.insert((row.table.clone(), row.key.clone()));
            }
            if !is_known {
                self.add(row.to_string());
            }
        }
    }
}

/// Verifies everything within one snapshot. `progress` gets the number of rows done and the total.
pub async fn verify(database: &Database, progress: impl Fn(u64, u64) + Send + Sync + 'static) -> Result<Findings> {
    database.read_at_leisure(async move |snapshot| verify_snapshot(&snapshot, progress).await).await
}

/// Runs a part of the verification. If damaged data stops it, that is reported and the verification continues.
macro_rules! part {
    ($verification:ident, $name:literal, $work:expr) => {
        let done = $work.await;
        $verification.done($name, done)?;
    };
}

async fn verify_snapshot(snapshot: &Reader, progress: impl Fn(u64, u64) + Send + Sync) -> Result<Findings> {
    let mut verification = Verification { snapshot, findings: Findings::default(), done: 0, total: 0, progress };
    part!(verification, "the database", verification.integrity());
    part!(verification, "counting", verification.count());
    part!(verification, "rows", verification.rows_can_be_read());
    part!(
        verification,
        "sales",
        verification.records::<sale::Entity>(sale::Column::Id, |sale| {
            entries::while_in_force(sale.recorded_at, sale.voided_at, sales::entry(sale))
        })
    );
    part!(
        verification,
        "visitor counts",
        verification.records::<visitor_count::Entity>(visitor_count::Column::Id, |count| {
            entries::while_in_force(count.recorded_at, count.replaced_at, visitor_counts::entry(count))
        })
    );
    part!(
        verification,
        "catering takings",
        verification.records::<catering_takings::Entity>(catering_takings::Column::Id, |takings| {
            let entry = takings_of_months::entry(takings).into_iter();
            entry.flat_map(|entry| entries::while_in_force(takings.recorded_at, takings.replaced_at, entry)).collect()
        })
    );
    part!(
        verification,
        "production batches",
        verification.records::<production_batch::Entity>(production_batch::Column::Id, |batch| {
            entries::while_in_force(batch.recorded_at, batch.voided_at, production_batches::entry(batch))
        })
    );
    part!(verification, "establishments", verification.establishments());
    part!(verification, "festivals", verification.festivals());
    part!(
        verification,
        "plants",
        verification.undertakings::<processing_plant::Entity>(
            processing_plant::Column::Id,
            |plant| (plant.opened_on, plant.closed_on),
            |plant, opened_on, closed_on| {
                processing_plants::plant_entries(&processing_plant::Model { opened_on, closed_on, ..plant.clone() })
            }
        )
    );
    part!(
        verification,
        "projects",
        verification.undertakings::<processing_project::Entity>(
            processing_project::Column::Id,
            |project| (project.began_on, project.ended_on),
            |project, began_on, ended_on| {
                processing_plants::project_entries(&processing_project::Model { began_on, ended_on, ..project.clone() })
            }
        )
    );
    part!(
        verification,
        "honours",
        verification.undertakings::<honour::Entity>(
            honour::Column::Id,
            |honour| (honour.awarded_on, honour.ended_on),
            |honour, awarded_on, ended_on| honours::entries(&honour::Model { awarded_on, ended_on, ..honour.clone() })
        )
    );
    part!(verification, "regions", verification.regions());
    part!(verification, "plots", verification.plots());
    part!(verification, "growers", verification.growers());
    part!(verification, "lots", verification.lots());
    part!(verification, "intakes", verification.intakes());
    part!(verification, "stock of batches", verification.batches());
    part!(verification, "sales of goods", verification.sales_of_goods());
    part!(verification, "returns of sales", verification.sale_returns());
    part!(verification, "sales with returns", verification.sales_with_returns());
    part!(verification, "certificates", verification.certificates());
    part!(verification, "pre-orders", verification.preorders());
    part!(verification, "offers", verification.offers());
    part!(verification, "transfers", verification.transfers());
    part!(verification, "shortfalls", verification.shortfalls());
    part!(verification, "published reports", verification.published_reports());
    part!(verification, "decisions", verification.decisions());
    part!(verification, "entries without a record", verification.orphans());
    part!(verification, "totals", verification.totals());
    part!(verification, "audit log", verification.audit());
    Ok(verification.findings)
}

struct Verification<'a, P> {
    snapshot: &'a Reader,
    findings: Findings,
    /// The number of rows done, and the total.
    done: u64,
    total: u64,
    progress: P,
}

impl<P: Fn(u64, u64)> Verification<'_, P> {
    /// Reports a part that stopped early because of damaged data, and lets the verification continue. An error of the
    /// database itself ends it.
    fn done(&mut self, part: &str, done: Result<()>) -> Result<()> {
        let Err(error) = done else { return Ok(()) };
        let cause = error.cause.as_deref();
        let is_of_the_data = error.code == ErrorCode::Internal
            && cause
                .and_then(|cause| cause.downcast_ref())
                .is_none_or(|cause| integrity::is_of_the_data(self.snapshot.get_database_backend(), cause));
        if !is_of_the_data {
            return Err(error);
        }
        self.findings.add(format!("{part}: not verified to the end: {}", why(&error)));
        Ok(())
    }

    fn advance(&mut self, rows: u64) {
        self.done += rows;
        (self.progress)(self.done, self.total);
    }

    /// Reports the problems that the database finds in itself.
    async fn integrity(&mut self) -> Result<()> {
        for problem in integrity::problems(self.snapshot, MOST_NAMED as u64).await? {
            self.findings.add(problem);
        }
        Ok(())
    }

    /// Counts the rows to be read. Each is read once to check that it is readable. Records are read again to be
    /// compared.
    async fn count(&mut self) -> Result<()> {
        let snapshot = self.snapshot;
        let records = [
            sale::Entity::find().count(snapshot).await?,
            visitor_count::Entity::find().count(snapshot).await?,
            catering_takings::Entity::find().count(snapshot).await?,
            festival::Entity::find().count(snapshot).await?,
            processing_plant::Entity::find().count(snapshot).await?,
            processing_project::Entity::find().count(snapshot).await?,
            honour::Entity::find().count(snapshot).await?,
            plot::Entity::find().count(snapshot).await?,
            grower::Entity::find().count(snapshot).await?,
            harvest_lot::Entity::find().count(snapshot).await?,
            preorder::Entity::find().count(snapshot).await?,
            presale_offer::Entity::find().count(snapshot).await?,
            preorder_transfer::Entity::find().count(snapshot).await?,
            shortfall_run::Entity::find().count(snapshot).await?,
            intake::Entity::find().count(snapshot).await?,
            // Sales of goods are read again for what they drew.
            sale::Entity::find().filter(sale::Column::ProductCode.is_not_null()).count(snapshot).await?,
            sale_return::Entity::find().count(snapshot).await?,
            returns::with_returns().count(snapshot).await?,
            certificate::Entity::find().count(snapshot).await?,
            published_report::Entity::find().count(snapshot).await?,
            // Once for the entry, and once for the remaining stock.
            2 * production_batch::Entity::find().count(snapshot).await?,
        ];
        self.total = records.iter().sum::<u64>() + self.count_rows().await?;
        Ok(())
    }

    /// Reads the next chunk of a table in order of id. Unreadable rows are reported and left out.
    async fn next_chunk<E>(
        &mut self,
        id: E::Column,
        after: &mut Option<Uuid>,
        query: Select<E>,
    ) -> Result<Vec<E::Model>>
    where
        E: EntityTrait,
        E::Model: Send + Sync,
    {
        let query = page::filter_some(query, *after, |after| id.gt(after));
        let Rows { read, unreadable } =
            integrity::rows(self.snapshot, query.order_by(id, Order::Asc).limit(CHUNK as u64)).await?;
        self.findings.add_unreadable(unreadable);
        *after = read.last().map(|row| row.get(id).unwrap());
        self.findings.records += read.len() as u64;
        self.advance(read.len() as u64);
        Ok(read)
    }

    async fn totals(&mut self) -> Result<()> {
        for difference in ledger::differing_totals(self.snapshot, MOST_NAMED as u64).await? {
            self.findings.add(difference);
        }
        Ok(())
    }

    async fn audit(&mut self) -> Result<()> {
        self.findings.audit = seal::prove(self.snapshot).await?;
        if let Some(broken) = &self.findings.audit.broken {
            let difference = format!("audit log: {broken}");
            self.findings.add(difference);
        }
        Ok(())
    }
}

/// The text of an error, as it would be logged.
fn why(error: &Error) -> String {
    error.cause.as_ref().map_or_else(|| error.to_string(), ToString::to_string)
}
