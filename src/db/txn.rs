//! A write transaction. What writes takes one, so that a write outside a transaction does not compile.

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
#[derive(Debug)]
pub struct Txn {
    transaction: DatabaseTransaction,
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

    fn notes(&self) -> MutexGuard<'_, Notes> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a record, and notes it.
    pub async fn insert<A>(&self, row: A) -> Result<Row<A>, DbErr>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        Row<A>: IntoActiveModel<A>,
    {
        let made = row.insert(self).await?;
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
        let after = if row.is_changed() { row.update(self).await? } else { before.clone() };
        self.note(Some(&before), Some(&after));
        Ok(after)
    }

    /// Removes a record, and notes it. Gives whether it was still there.
    pub async fn delete<M, A>(&self, row: M) -> Result<bool>
    where
        M: ModelTrait + IntoActiveModel<A> + Clone,
        A: ActiveModelTrait<Entity = M::Entity> + ActiveModelBehavior + Send,
    {
        let deleted = row.clone().into_active_model().delete(self).await?;
        if deleted.rows_affected == 0 {
            return Ok(false);
        }
        self.note(Some(&row), None);
        Ok(true)
    }

    fn note<M: ModelTrait>(&self, before: Option<&M>, after: Option<&M>) {
        if self.act.is_some() {
            self.notes().record(before, after);
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

#[async_trait]
impl ConnectionTrait for Txn {
    fn get_database_backend(&self) -> DbBackend {
        self.transaction.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.transaction.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.transaction.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.transaction.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.transaction.query_all_raw(statement).await
    }
}
