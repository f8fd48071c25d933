//! A write transaction. What writes takes one, so that a write outside a transaction does not compile.

use std::sync::atomic::{AtomicI64, Ordering};

use async_trait::async_trait;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement};

use crate::{
    error::Result,
    types::{Day, Timestamp},
};

/// A write transaction with the instant at which all that it writes counts as recorded.
#[derive(Debug)]
pub struct Txn {
    transaction: DatabaseTransaction,
    recorded_at: AtomicI64,
}

impl Txn {
    pub(super) fn new(transaction: DatabaseTransaction, recorded_at: Timestamp) -> Self {
        Self { transaction, recorded_at: AtomicI64::new(recorded_at.0) }
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

    /// Makes everything durable.
    pub async fn commit(self) -> Result<()> {
        Ok(self.transaction.commit().await?)
    }

    /// Takes everything back.
    pub async fn rollback(self) -> Result<()> {
        Ok(self.transaction.rollback().await?)
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
