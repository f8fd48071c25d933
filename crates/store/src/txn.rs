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
    ActiveModelBehavior, ActiveModelTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel, ModelTrait,
};
use uuid::Uuid;

use super::{audit::Notes, reader::Reader};
use crate::error::Result;
use types::{Act, Day, RegionCode, Timestamp};

/// Who is answerable for what a transaction writes.
pub trait Author: Debug + Send + Sync + 'static {}

/// Who writes records: somebody, or the program that fills a database.
pub trait Recorder: Author {}

/// Somebody: each record is noted for the audit log.
#[derive(Debug)]
pub enum Somebody {}

/// The program itself, which writes no record: only what `unnoted` lists.
#[derive(Debug)]
pub enum Program {}

/// The program, while nobody else writes, in a database that has nothing yet.
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

/// What is written, whoever writes.
#[derive(Debug)]
pub struct Writing {
    transaction: DatabaseTransaction,
    recorded_at: AtomicI64,
    act: Option<Act>,
    notes: Mutex<Notes>,
}

/// The row that an active model stands for.
type Row<A> = <<A as ActiveModelTrait>::Entity as EntityTrait>::Model;

impl Writing {
    pub(super) fn new(transaction: DatabaseTransaction, recorded_at: Timestamp, act: Option<Act>) -> Self {
        Self { transaction, recorded_at: AtomicI64::new(recorded_at.0), act, notes: Mutex::default() }
    }

    /// The connection itself, which no other module gets: what is written over it, nobody notes.
    pub(super) fn connection(&self) -> &DatabaseTransaction {
        &self.transaction
    }

    /// When what is written counts as recorded: later than every closed bound.
    pub(super) fn recorded_at(&self) -> Timestamp {
        Timestamp(self.recorded_at.load(Ordering::Relaxed))
    }

    fn notes(&self) -> MutexGuard<'_, Notes> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
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

impl<By: Author> Txn<By> {
    pub(super) fn on(writing: Arc<Writing>) -> Self {
        Self { reader: Reader::within(writing.clone()), writing, by: PhantomData }
    }

    pub(super) fn connection(&self) -> &DatabaseTransaction {
        self.writing.connection()
    }

    /// Reads within this transaction.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// When what is written counts as recorded: later than every closed bound.
    pub fn recorded_at(&self) -> Timestamp {
        self.writing.recorded_at()
    }

    /// Call it with the stamp of whatever is corrected, once that is held and before anything is written: the
    /// correction must not count as recorded earlier than what it corrects, or a figure as of an instant between would
    /// take off what it never added. A transaction that waited for the other's lock has the older stamp, and so has a
    /// server whose clock was set back. A later stamp is always safe, because bounds are closed behind the newest.
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
    /// Adds a record, and notes it.
    pub async fn insert<A>(&self, row: A) -> Result<Row<A>, DbErr>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        Row<A>: IntoActiveModel<A>,
    {
        let made = row.insert(self.connection()).await?;
        self.note(None, Some(&made));
        Ok(made)
    }

    /// Changes a record, and notes what it was and what it is. Without a difference there is no statement, because an
    /// update of nothing is none.
    pub async fn update<A>(&self, before: Row<A>, row: A) -> Result<Row<A>, DbErr>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        Row<A>: IntoActiveModel<A> + Clone,
    {
        let after = if row.is_changed() { row.update(self.connection()).await? } else { before.clone() };
        self.note(Some(&before), Some(&after));
        Ok(after)
    }

    /// Removes a record, and notes it. Gives whether it was still there.
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

    /// Notes what became of a record.
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

    /// Says which record the change is about, where that is not the first it writes.
    pub fn is_about<M: ModelTrait>(&self, row: &M) {
        self.writing.notes().about(row);
    }

    /// Says which records were read, for what is written down although nothing changes.
    pub fn has_read(&self, kind: &str, ids: impl IntoIterator<Item = Uuid>) {
        self.writing.notes().read(kind, ids.into_iter());
    }

    /// Says where the change lies, where the record it is about does not.
    pub fn lies_in(&self, region: Option<RegionCode>) {
        self.writing.notes().lies_in(region);
    }

    /// Says that nothing was changed, as by a request that was answered before: the audit log has nothing of it.
    pub fn is_unchanged(&self) {
        self.writing.notes().unchanged();
    }
}
