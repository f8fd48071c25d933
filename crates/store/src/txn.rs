//! A write transaction. What writes takes one, so that a write outside a transaction does not compile.
//!
//! As a connection it only reads. Records are written by its own methods, which note them for the audit log, and which
//! it has only where somebody is answerable. What needs no note is written by those in `unnoted`, each for the tables
//! named there. A write past both does not compile:
//!
//! ```
//! use std::pin::Pin;
//!
//! use store::{Txn, entity::registers::variety};
//! use sea_orm::DbErr;
//!
//! type Written<'a> = Pin<Box<dyn Future<Output = Result<variety::Model, DbErr>> + 'a>>;
//!
//! fn noted(txn: &Txn, row: variety::ActiveModel) -> Written<'_> {
//!     Box::pin(txn.insert(row))
//! }
//! # let _: fn(&'static Txn, variety::ActiveModel) -> Written<'static> = noted;
//! ```
//!
//! ```compile_fail,E0277
//! use std::pin::Pin;
//!
//! use store::{Txn, entity::registers::variety};
//! use sea_orm::{ActiveModelTrait, DbErr};
//!
//! type Written<'a> = Pin<Box<dyn Future<Output = Result<variety::Model, DbErr>> + 'a>>;
//!
//! fn past_the_audit_log(txn: &Txn, row: variety::ActiveModel) -> Written<'_> {
//!     Box::pin(row.insert(txn))
//! }
//! # let _: fn(&'static Txn, variety::ActiveModel) -> Written<'static> = past_the_audit_log;
//! ```
//!
//! Nor does a record that is written where nobody is answerable:
//!
//! ```compile_fail,E0599
//! use store::{
//!     Program, Txn,
//!     entity::registers::variety,
//! };
//!
//! async fn by_nobody(txn: &Txn<Program>, row: variety::ActiveModel) {
//!     txn.insert(row).await.unwrap();
//! }
//! ```

use std::{
    fmt::Debug,
    marker::PhantomData,
    ops::Deref,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
};

use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, IntoActiveModel, ModelTrait,
    sea_query::InsertStatement,
};
use tokio::sync::Mutex as AsyncMutex;
use uuid::Uuid;

use super::{audit::Notes, deferred::Deferred, reader::Reader, transaction::Transaction};
use crate::error::Result;
use types::{Act, Day, RegionCode, Timestamp};

/// Who is answerable for what a transaction writes.
pub trait Author: Debug + Send + Sync + 'static {}

/// An author that may write records: an account or the command line, or the program when it fills a database.
pub trait Recorder: Author {}

/// An account or the command line. Each record is noted for the audit log.
#[derive(Debug)]
pub enum Somebody {}

/// The program itself. It writes no records, only what `unnoted` lists.
#[derive(Debug)]
pub enum Program {}

/// The program filling an empty database, while nobody else writes.
#[derive(Debug)]
pub enum Filling {}

impl Author for Somebody {}
impl Author for Program {}
impl Author for Filling {}
impl Recorder for Somebody {}
impl Recorder for Filling {}

/// A write transaction with the instant at which all that it writes counts as recorded. Records that somebody changes
/// are written through it, so that it can note them for the audit log.
#[derive(Debug)]
pub struct Txn<By = Somebody> {
    writing: Arc<Writing>,
    reader: Reader,
    by: PhantomData<fn() -> By>,
}

/// The state of a write transaction, whoever the author is.
#[derive(Debug)]
pub struct Writing {
    /// Its own transaction, or that of its group, in which it has a savepoint.
    transaction: Arc<Transaction>,
    deferred: AsyncMutex<Deferred>,
    recorded_at: AtomicI64,
    act: Option<Act>,
    notes: Mutex<Notes>,
}

/// The row type of an active model.
type Row<A> = <<A as ActiveModelTrait>::Entity as EntityTrait>::Model;

impl Writing {
    pub(super) fn new(transaction: Arc<Transaction>, recorded_at: Timestamp, act: Option<Act>) -> Self {
        let recorded_at = AtomicI64::new(recorded_at.0);
        Self { transaction, deferred: AsyncMutex::default(), recorded_at, act, notes: Mutex::default() }
    }

    /// The kind of database.
    pub(super) fn backend(&self) -> DbBackend {
        self.transaction.get_database_backend()
    }

    /// The connection itself, after the deferred inserts have been sent: whatever is asked next, sees them. No other
    /// crate gets it, because writes over it are not noted.
    pub(super) async fn connection(&self) -> Result<&Transaction, DbErr> {
        self.deferred.lock().await.send(&self.transaction).await?;
        Ok(&self.transaction)
    }

    /// Defers an insert of this many rows.
    pub(super) async fn defer(&self, insert: InsertStatement, rows: usize) -> Result<(), DbErr> {
        self.deferred.lock().await.insert(insert, rows, &self.transaction).await
    }

    /// When the writes count as recorded: later than every closed bound.
    pub(super) fn recorded_at(&self) -> Timestamp {
        Timestamp(self.recorded_at.load(Ordering::Relaxed))
    }

    fn notes(&self) -> MutexGuard<'_, Notes> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes the notes into the audit log, and sends the deferred inserts. An error if nothing was noted: such a
    /// change must not be committed.
    pub(super) async fn finish(&self) -> Result<()> {
        if let Some(act) = self.act.clone() {
            let notes = std::mem::take(&mut *self.notes());
            notes.write(self, act).await?;
        }
        self.connection().await?;
        Ok(())
    }

    /// The transaction, to end it. None if it is that of a group.
    pub(super) fn into_transaction(self) -> Option<Transaction> {
        Arc::into_inner(self.transaction)
    }
}

impl<By: Author> Txn<By> {
    pub(super) fn on(writing: Arc<Writing>) -> Self {
        Self { reader: Reader::within(writing.clone()), writing, by: PhantomData }
    }

    /// The connection itself, after the deferred inserts have been sent.
    pub(super) async fn connection(&self) -> Result<&Transaction, DbErr> {
        self.writing.connection().await
    }

    /// Defers an insert of this many rows.
    pub(super) async fn defer(&self, insert: InsertStatement, rows: usize) -> Result<(), DbErr> {
        self.writing.defer(insert, rows).await
    }

    /// Defers an insert that adds to the rows of this table which exist already.
    pub(super) async fn defer_upsert(
        &self,
        table: &'static str,
        upsert: InsertStatement,
        rows: usize,
    ) -> Result<(), DbErr> {
        let Writing { deferred, transaction, .. } = &*self.writing;
        deferred.lock().await.upsert(table, upsert, rows, transaction).await
    }

    /// Reads within this transaction.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// When the writes count as recorded: later than every closed bound.
    pub fn recorded_at(&self) -> Timestamp {
        self.writing.recorded_at()
    }

    /// Call it with the stamp of the record that is corrected, after locking the record and before writing anything.
    /// The correction must not count as recorded before the record that it corrects. Otherwise a figure as of an
    /// instant between the two would subtract what it never added.
    ///
    /// A transaction that waited for the other's lock has the older stamp, and so has a server whose clock was set
    /// back. A later stamp is always safe, because a bound is never closed before the newest record.
    pub fn stamp_after(&self, corrected: Timestamp) {
        self.writing.recorded_at.fetch_max(corrected.0, Ordering::Relaxed);
    }

    /// The business day of the recording.
    pub fn today(&self) -> Day {
        self.recorded_at().day()
    }
}

/// A write transaction can be read from wherever a reader is asked for.
impl<By> Deref for Txn<By> {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        &self.reader
    }
}

impl Txn {
    /// Inserts a record at once and notes it. The error says if a constraint forbids it.
    pub async fn insert<A>(&self, row: A) -> Result<Row<A>, DbErr>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        Row<A>: IntoActiveModel<A>,
    {
        let made = row.insert(self.connection().await?).await?;
        self.note(None, Some(&made));
        Ok(made)
    }

    /// Updates a record and notes it before and after. Without a difference no statement is sent, because an UPDATE
    /// without columns is invalid.
    pub async fn update<A>(&self, before: Row<A>, row: A) -> Result<Row<A>, DbErr>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        Row<A>: IntoActiveModel<A> + Clone,
    {
        let after = if row.is_changed() { row.update(self.connection().await?).await? } else { before.clone() };
        self.note(Some(&before), Some(&after));
        Ok(after)
    }

    /// Deletes a record and notes it. Returns whether it still existed.
    pub async fn delete<M, A>(&self, row: M) -> Result<bool>
    where
        M: ModelTrait + IntoActiveModel<A> + Clone,
        A: ActiveModelTrait<Entity = M::Entity> + ActiveModelBehavior + Send,
    {
        let deleted = row.clone().into_active_model().delete(self.connection().await?).await?;
        if deleted.rows_affected == 0 {
            return Ok(false);
        }
        self.note(Some(&row), None);
        Ok(true)
    }

    /// Notes a change of a record.
    pub(super) fn note<M: ModelTrait>(&self, before: Option<&M>, after: Option<&M>) {
        if self.writing.act.is_some() {
            self.writing.notes().record(before, after);
        }
    }

    /// Notes how many more records were written.
    pub(super) fn note_more(&self, records: u64) {
        if self.writing.act.is_some() {
            self.writing.notes().more(records);
        }
    }

    /// Says which record the change is about, if it is not the first one written.
    pub fn is_about<M: ModelTrait>(&self, row: &M) {
        self.writing.notes().about(row);
    }

    /// Says which records were read, for actions that are logged although nothing changes.
    pub fn has_read(&self, kind: &str, ids: impl IntoIterator<Item = Uuid>) {
        self.writing.notes().read(kind, ids.into_iter());
    }

    /// Says in which region the change lies, if the record that it is about does not say.
    pub fn lies_in(&self, region: Option<RegionCode>) {
        self.writing.notes().lies_in(region);
    }

    /// Says that nothing was changed, as by a replayed request. The audit log gets no row.
    pub fn is_unchanged(&self) {
        self.writing.notes().unchanged();
    }
}
