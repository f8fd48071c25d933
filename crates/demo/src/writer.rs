//! Writes many rows of one kind in bulk.

use std::sync::Arc;

use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};

use super::{book::Book, reference::Reference};
use store::{
    Filling, Txn,
    entity::{
        access::account,
        plants::{processing_plant, processing_project, product},
        registers::undertaking_days,
        tourism::{festival, festival_days, honour, site, site_counting},
    },
    error::Result,
    ledger,
};

/// Rows between two progress reports.
const ROWS_AT_ONCE: usize = 1_000;
/// Ledger entries between two progress reports.
const ENTRIES_AT_ONCE: usize = 4_000;

/// Writes rows and reports progress.
pub(super) struct Writer<P> {
    pub txn: Arc<Txn<Filling>>,
    pub done: u64,
    pub of: u64,
    pub progress: P,
}

impl<P: Fn(u64, u64) + Send> Writer<P> {
    fn advance(&mut self, rows: usize) {
        self.done += rows as u64;
        (self.progress)(self.done, self.of);
    }

    /// Writes rows of one table.
    pub(crate) async fn rows<E>(&mut self, rows: Vec<E::Model>) -> Result<()>
    where
        E: EntityTrait,
        E::Model: IntoActiveModel<E::ActiveModel> + Send,
        E::ActiveModel: ActiveModelTrait<Entity = E> + Send,
    {
        let mut rows = rows.into_iter();
        loop {
            let chunk: Vec<E::ActiveModel> =
                rows.by_ref().take(ROWS_AT_ONCE).map(IntoActiveModel::into_active_model).collect();
            if chunk.is_empty() {
                return Ok(());
            }
            let written = chunk.len();
            self.txn.fill::<E>(chunk).await?;
            self.advance(written);
        }
    }

    /// Writes the reference data and the accounts. The accounts come after the plant that one belongs to, and before
    /// the decisions that the clerk recorded.
    pub(crate) async fn reference_and_accounts(
        &mut self,
        reference: Reference,
        accounts: Vec<account::Model>,
    ) -> Result<()> {
        let Reference {
            sites,
            countings,
            festivals,
            festival_days,
            plants,
            products,
            projects,
            honours,
            undertaking_days,
        } = reference;
        self.rows::<processing_plant::Entity>(plants).await?;
        self.rows::<account::Entity>(accounts).await?;
        self.rows::<product::Entity>(products).await?;
        self.rows::<processing_project::Entity>(projects).await?;
        self.rows::<honour::Entity>(honours).await?;
        self.rows::<undertaking_days::Entity>(undertaking_days).await?;
        self.rows::<festival::Entity>(festivals).await?;
        self.rows::<festival_days::Entity>(festival_days).await?;
        self.rows::<site::Entity>(sites).await?;
        self.rows::<site_counting::Entity>(countings).await
    }

    /// Writes the ledger, with the totals last, as every other writer does.
    pub(crate) async fn book(&mut self, book: Book) -> Result<()> {
        let mut entries = book.entries.into_iter();
        loop {
            let chunk: Vec<_> = entries.by_ref().take(ENTRIES_AT_ONCE).collect();
            if chunk.is_empty() {
                break;
            }
            let written = chunk.len();
            ledger::insert(&self.txn, chunk).await?;
            self.advance(written);
        }
        book.totals.write(&self.txn).await
    }
}
