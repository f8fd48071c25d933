//! A transaction on a connection that is taken for it.
//!
//! It begins with a statement of the caller. So a lock, a limit or an isolation level that comes first costs no round
//! trip of its own.

use std::{fmt, sync::Arc, time::Instant};

use async_trait::async_trait;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, Statement, metric::Info};
use tokio::sync::{Mutex, MutexGuard};

use super::{link::Link, reader::Kept};

/// Called after every prepared statement.
pub(super) type Callback = Arc<dyn Fn(&Info<'_>) + Send + Sync>;

/// A transaction that has begun. If it is dropped before its end, it is rolled back.
pub(super) struct Transaction {
    backend: DbBackend,
    /// Present until it ends.
    open: Option<Open>,
    callback: Option<Callback>,
}

/// The connection in a transaction, and its place.
struct Open {
    link: Mutex<Link>,
    kept: Kept,
}

impl Transaction {
    /// Begins with this statement, which may be several.
    pub(super) async fn begin(
        link: Link,
        kept: Kept,
        callback: Option<Callback>,
        statement: String,
    ) -> Result<Self, DbErr> {
        let backend = link.backend();
        let mut transaction = Self { backend, open: Some(Open { link: Mutex::new(link), kept }), callback };
        // Whoever gives up meanwhile drops the transaction.
        if let Some(Open { link, .. }) = &mut transaction.open {
            let link = link.get_mut();
            if let Err(error) = link.begin(statement).await {
                // It may have begun before a later statement failed.
                if link.execute_unprepared("ROLLBACK").await.is_ok() {
                    transaction.give_back();
                }
                return Err(error);
            }
        }
        Ok(transaction)
    }

    /// Commits, and gives the connection back.
    pub(super) async fn commit(mut self) -> Result<(), DbErr> {
        if let Some(Open { link, .. }) = &mut self.open {
            link.get_mut().commit().await?;
        }
        self.give_back();
        Ok(())
    }

    /// Undoes everything, and gives the connection back.
    pub(super) async fn rollback(mut self) -> Result<(), DbErr> {
        if let Some(Open { link, .. }) = &mut self.open {
            link.get_mut().rollback().await?;
        }
        self.give_back();
        Ok(())
    }

    fn give_back(mut self) {
        if let Some(Open { link, kept }) = self.open.take() {
            kept.give_back(Some(link.into_inner()));
        }
    }

    /// The connection itself.
    async fn link(&self) -> Result<MutexGuard<'_, Link>, DbErr> {
        match &self.open {
            Some(Open { link, .. }) => Ok(link.lock().await),
            None => Err(DbErr::Custom("the transaction has ended".to_owned())),
        }
    }

    /// Calls back after a statement.
    fn note(&self, statement: &Statement, began: Instant, failed: bool) {
        if let Some(callback) = &self.callback {
            callback(&Info { elapsed: began.elapsed(), statement, failed });
        }
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if let Some(Open { link, .. }) = self.open.take() {
            link.into_inner().abandon();
        }
    }
}

impl fmt::Debug for Transaction {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Transaction").field("backend", &self.backend).finish_non_exhaustive()
    }
}

#[async_trait]
impl ConnectionTrait for Transaction {
    fn get_database_backend(&self) -> DbBackend {
        self.backend
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        let began = Instant::now();
        let done = self.link().await?.execute(&statement).await;
        self.note(&statement, began, done.is_err());
        done
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.link().await?.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        Ok(self.query_all_raw(statement).await?.into_iter().next())
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let began = Instant::now();
        let rows = self.link().await?.rows(&statement).await;
        self.note(&statement, began, rows.is_err());
        rows
    }
}
