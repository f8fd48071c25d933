//! A write transaction. What writes takes one, so that a write outside a transaction does not compile.
//!
//! As a connection it only reads. Records are written by its own methods, which note them for the audit log; what needs no note is
//! written by those in `unnoted`, each for the tables named there. A write past both does not compile:
//!
//! ```
//! use std::pin::Pin;
//!
//! use lihua::{db::Txn, entity::variety};
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
//! use lihua::{db::Txn, entity::variety};
//! use sea_orm::{ActiveModelTrait, DbErr};
//!
//! type Written<'a> = Pin<Box<dyn Future<Output = Result<variety::Model, DbErr>> + 'a>>;
//!
//! fn past_the_audit_log(txn: &Txn, row: variety::ActiveModel) -> Written<'_> {
//!     Box::pin(row.insert(txn))
//! }
//! # let _: fn(&'static Txn, variety::ActiveModel) -> Written<'static> = past_the_audit_log;
//! ```

use std::sync::{
    Mutex, MutexGuard, PoisonError,
    atomic::{AtomicI64, Ordering},
};

use async_trait::async_trait;
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, EntityTrait, ExecResult,
    IntoActiveModel, ModelTrait, QueryResult, Statement,
};
use uuid::Uuid;

use super::audit::Notes;
use crate::{
    error::Result,
    types::{Act, Day, RegionCode, Timestamp},
};

/// A write transaction with the instant at which all that it writes counts as recorded. Records that somebody changes are written
/// through it, so that it can note them for the audit log.
///
/// It is generic over its connection only so that `execute_raw` is compiled where somebody calls it, and refused there.
#[derive(Debug)]
pub struct Txn<C = DatabaseTransaction> {
    transaction: C,
    recorded_at: AtomicI64,
    act: Option<Act>,
    notes: Mutex<Notes>,
}

/// The row that an active model stands for.
type Row<A> = <<A as ActiveModelTrait>::Entity as EntityTrait>::Model;

impl Txn {
    pub(super) fn new(transaction: DatabaseTransaction, recorded_at: Timestamp, act: Option<Act>) -> Self {
        Self { transaction, recorded_at: AtomicI64::new(recorded_at.0), act, notes: Mutex::default() }
    }

    /// The connection itself, which no other module gets: what is written over it, nobody notes.
    pub(super) fn connection(&self) -> &DatabaseTransaction {
        &self.transaction
    }

    /// Whether somebody is answerable for what is written: then the audit log has a row of it.
    pub(super) fn is_somebodys(&self) -> bool {
        self.act.is_some()
    }

    fn notes(&self) -> MutexGuard<'_, Notes> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a record, and notes it.
    pub async fn insert<A>(&self, row: A) -> Result<Row<A>, DbErr>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        Row<A>: IntoActiveModel<A>,
    {
        let made = row.insert(&self.transaction).await?;
        self.note(None, Some(&made));
        Ok(made)
    }

    /// Changes a record, and notes what it was and what it is. Without a difference there is no statement, because an update of nothing
    /// is none.
    pub async fn update<A>(&self, before: Row<A>, row: A) -> Result<Row<A>, DbErr>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        Row<A>: IntoActiveModel<A> + Clone,
    {
        let after = if row.is_changed() { row.update(&self.transaction).await? } else { before.clone() };
        self.note(Some(&before), Some(&after));
        Ok(after)
    }

    /// Removes a record, and notes it. Gives whether it was still there.
    pub async fn delete<M, A>(&self, row: M) -> Result<bool>
    where
        M: ModelTrait + IntoActiveModel<A> + Clone,
        A: ActiveModelTrait<Entity = M::Entity> + ActiveModelBehavior + Send,
    {
        let deleted = row.clone().into_active_model().delete(&self.transaction).await?;
        if deleted.rows_affected == 0 {
            return Ok(false);
        }
        self.note(Some(&row), None);
        Ok(true)
    }

    /// Notes what became of a record.
    pub(super) fn note<M: ModelTrait>(&self, before: Option<&M>, after: Option<&M>) {
        if self.act.is_some() {
            self.notes().record(before, after);
        }
    }

    /// Notes how many more records were written.
    pub(super) fn note_more(&self, records: u64) {
        if self.act.is_some() {
            self.notes().more(records);
        }
    }

    /// Says which record the change is about, where that is not the first it writes.
    pub fn is_about<M: ModelTrait>(&self, row: &M) {
        self.notes().about(row);
    }

    /// Says which records were read, for what is written down although nothing changes.
    pub fn has_read(&self, kind: &str, ids: impl IntoIterator<Item = Uuid>) {
        self.notes().read(kind, ids.into_iter());
    }

    /// Says where the change lies, where the record it is about does not.
    pub fn lies_in(&self, region: Option<RegionCode>) {
        self.notes().lies_in(region);
    }

    /// Says that nothing was changed, as by a request that was answered before: the audit log has nothing of it.
    pub fn is_unchanged(&self) {
        self.notes().unchanged();
    }

    /// When what is written counts as recorded: later than every closed bound.
    pub fn recorded_at(&self) -> Timestamp {
        Timestamp(self.recorded_at.load(Ordering::Relaxed))
    }

    /// Call it with the stamp of whatever is corrected, once that is held and before anything is written: the correction must not count
    /// as recorded earlier than what it corrects, or a figure as of an instant between would take off what it never added. A transaction
    /// that waited for the other's lock has the older stamp, and so has a server whose clock was set back. A later stamp is always safe,
    /// because bounds are closed behind the newest.
    pub fn stamp_after(&self, corrected: Timestamp) {
        self.recorded_at.fetch_max(corrected.0, Ordering::Relaxed);
    }

    /// The business day of the recording.
    pub fn today(&self) -> Day {
        self.recorded_at().day()
    }

    /// Writes what was done into the audit log. An error where nothing was noted: such a change is not to be committed.
    pub(super) async fn write_notes(&self) -> Result<()> {
        let Some(act) = self.act.clone() else { return Ok(()) };
        let notes = std::mem::take(&mut *self.notes());
        notes.write(self, act).await
    }

    /// Makes everything durable; within a group, once that commits.
    pub(super) async fn commit(self) -> Result<(), DbErr> {
        self.transaction.commit().await
    }

    /// Takes everything back.
    pub(super) async fn rollback(self) -> Result<(), DbErr> {
        self.transaction.rollback().await
    }
}

/// A statement that was to change something, over a connection that reads.
#[derive(Debug, thiserror::Error)]
#[error("a write transaction only reads as a connection; records are written by its methods: {0}")]
struct Writes(String);

fn reads(statement: &Statement) -> Result<(), DbErr> {
    match statement.sql.trim_start_matches('(').split_whitespace().next() {
        Some("SELECT" | "WITH") => Ok(()),
        _ => Err(DbErr::Custom(Writes(statement.sql.clone()).to_string())),
    }
}

/// Reads. Whatever inserts, updates or deletes a row calls `execute_raw` at least on databases that cannot return it, and so does not
/// compile: the assertion is evaluated where this is instantiated, by `cargo build` and `cargo test` (`cargo check` stops before). What
/// asks for changed rows alone is refused when it runs.
#[async_trait]
impl<C: ConnectionTrait + Send> ConnectionTrait for Txn<C> {
    fn get_database_backend(&self) -> DbBackend {
        self.transaction.get_database_backend()
    }

    async fn execute_raw(&self, _: Statement) -> Result<ExecResult, DbErr> {
        const { panic!("a record is written by Txn::insert, update, delete or their like, which note it for the audit log") }
    }

    async fn execute_unprepared(&self, _: &str) -> Result<ExecResult, DbErr> {
        const { panic!("a record is written by Txn::insert, update, delete or their like, which note it for the audit log") }
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        reads(&statement)?;
        self.transaction.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        reads(&statement)?;
        self.transaction.query_all_raw(statement).await
    }
}
