//! The write transaction. Code that writes takes one, so that a write outside a transaction does not compile.
//!
//! As a `ConnectionTrait` it only reads. Its own methods write records and note them for the audit log; they exist
//! only where an account is answerable for the change. The methods in `unnoted` write what needs no note, each for
//! the tables named there. A write that bypasses both does not compile:
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
//! ```compile_fail,E0080
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
//! Nor does a record that is written while nobody is answerable for it:
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
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
};

use async_trait::async_trait;
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, EntityTrait,
    ExecResult, IntoActiveModel, ModelTrait, QueryResult, Statement,
};
use uuid::Uuid;

use super::{audit::Notes, only_reads};
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

/// A write transaction, with the instant at which everything it writes counts as recorded. Changes to records go
/// through it, so that it can note them for the audit log.
///
/// The type is generic so that `execute_raw` is compiled only where it is called, and rejected there.
#[derive(Debug)]
pub struct Txn<By = Somebody> {
    writing: Arc<Writing>,
    by: PhantomData<fn() -> By>,
}

/// The state of a write transaction, whoever the author is.
#[derive(Debug)]
pub(super) struct Writing {
    transaction: DatabaseTransaction,
    recorded_at: AtomicI64,
    act: Option<Act>,
    notes: Mutex<Notes>,
}

/// The row type of an active model.
type Row<A> = <<A as ActiveModelTrait>::Entity as EntityTrait>::Model;

impl Writing {
    pub(super) fn new(transaction: DatabaseTransaction, recorded_at: Timestamp, act: Option<Act>) -> Self {
        Self { transaction, recorded_at: AtomicI64::new(recorded_at.0), act, notes: Mutex::default() }
    }

    /// The connection itself. No other module gets it, because writes over it are not noted.
    pub(super) fn connection(&self) -> &DatabaseTransaction {
        &self.transaction
    }

    /// When the writes count as recorded: later than every closed bound.
    pub(super) fn recorded_at(&self) -> Timestamp {
        Timestamp(self.recorded_at.load(Ordering::Relaxed))
    }

    fn notes(&self) -> MutexGuard<'_, Notes> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes the notes into the audit log. An error if nothing was noted: such a change must not be committed.
    pub(super) async fn write_notes(&self) -> Result<()> {
        let Some(act) = self.act.clone() else { return Ok(()) };
        let notes = std::mem::take(&mut *self.notes());
        notes.write(self, act).await
    }

    /// Commits. Within a group, the writes become durable when the group commits.
    pub(super) async fn commit(self) -> Result<(), DbErr> {
        self.transaction.commit().await
    }

    /// Rolls back.
    pub(super) async fn rollback(self) -> Result<(), DbErr> {
        self.transaction.rollback().await
    }
}

impl<By: Author> Txn<By> {
    pub(super) fn on(writing: Arc<Writing>) -> Self {
        Self { writing, by: PhantomData }
    }

    pub(super) fn connection(&self) -> &DatabaseTransaction {
        self.writing.connection()
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

impl Txn {
    /// Inserts a record and notes it.
    pub async fn insert<A>(&self, row: A) -> Result<Row<A>, DbErr>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        Row<A>: IntoActiveModel<A>,
    {
        let made = row.insert(self.connection()).await?;
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
        let after = if row.is_changed() { row.update(self.connection()).await? } else { before.clone() };
        self.note(Some(&before), Some(&after));
        Ok(after)
    }

    /// Deletes a record and notes it. Returns whether it still existed.
    pub async fn delete<M, A>(&self, row: M) -> Result<bool>
    where
        M: ModelTrait + IntoActiveModel<A> + Clone,
        A: ActiveModelTrait<Entity = M::Entity> + ActiveModelBehavior + Send,
    {
        let deleted = row.clone().into_active_model().delete(self.connection()).await?;
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

/// Only reads. Every insert, update and delete calls `execute_raw` at least for databases that cannot return rows,
/// and so does not compile: the assertion is evaluated on instantiation, by `cargo build` and `cargo test` (`cargo
/// check` stops earlier). A statement that changes rows and only returns them is rejected at run time.
#[async_trait]
impl<By: Author> ConnectionTrait for Txn<By> {
    fn get_database_backend(&self) -> DbBackend {
        self.connection().get_database_backend()
    }

    async fn execute_raw(&self, _: Statement) -> Result<ExecResult, DbErr> {
        const { panic!("a record is written by Txn::insert, update, delete or their like, which note it for the audit log") }
    }

    async fn execute_unprepared(&self, _: &str) -> Result<ExecResult, DbErr> {
        const { panic!("a record is written by Txn::insert, update, delete or their like, which note it for the audit log") }
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        only_reads::check(&statement)?;
        self.connection().query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        only_reads::check(&statement)?;
        self.connection().query_all_raw(statement).await
    }
}
