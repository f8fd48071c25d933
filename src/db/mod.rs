//! The database: connecting, one transaction a mutation, pages, loading by key, and the ledger.
//!
//! No module outside this one knows that there are two dialects.

use std::{path::Path, str::FromStr, time::Duration};

use migration::MigratorTrait;
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, IsolationLevel, SqliteTransactionMode,
    Statement, TransactionOptions, TransactionTrait,
    metric::Info,
    sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};

use crate::{clock::Clock, error::Result, types::Act};

pub mod audit;
pub mod bound;
pub mod idempotency;
pub mod ledger;
pub mod load;
pub mod page;
pub mod seal;
mod txn;

pub use txn::Txn;

/// A name that PostgreSQL's advisory locks know the migrations by, so that two servers that start together migrate one after the other.
const MIGRATION_LOCK: i64 = 0x6c69_6875_6130;

/// How to reach the database and how long to wait for it.
#[derive(Debug, Clone)]
pub struct Options {
    /// `sqlite:` or `postgres:` URL.
    pub url: String,
    /// The longest wait for a connection or a lock; behind it a request fails instead of hanging.
    pub wait: Duration,
    /// Connections that only read (SQLite), or all connections (PostgreSQL).
    pub connections: u32,
}

/// A database with its clock: one writer and several readers on SQLite, one pool on PostgreSQL.
#[derive(Debug, Clone)]
pub struct Database {
    writer: DatabaseConnection,
    reader: DatabaseConnection,
    clock: Clock,
}

impl Database {
    /// Connects, making a SQLite file and its folder where there are none. Nothing is migrated.
    pub async fn connect(options: &Options, clock: Clock) -> Result<Self, DbErr> {
        if !options.url.starts_with("sqlite:") {
            let pool = sea_orm::Database::connect(pool_options(options, options.connections)).await?;
            return Ok(Self { writer: pool.clone(), reader: pool, clock });
        }
        let file =
            SqliteConnectOptions::from_str(&options.url).map_err(|error| DbErr::Conn(sea_orm::RuntimeErr::SqlxError(error.into())))?;
        // Every connection to a database in memory opens another one, so that a single one must serve for all.
        let is_in_memory = options.url.contains(":memory:") || options.url.contains("mode=memory");
        if let (false, Some(folder)) = (is_in_memory, file.get_filename().parent()) {
            create_folder(folder)?;
        }
        let writer = sea_orm::Database::connect(pool_options(options, 1)).await?;
        let reader =
            if is_in_memory { writer.clone() } else { sea_orm::Database::connect(pool_options(options, options.connections)).await? };
        Ok(Self { writer, reader, clock })
    }

    /// Brings the tables up to date. Two servers that start together do it one after the other.
    pub async fn migrate(&self) -> Result<(), DbErr> {
        if self.backend() == DbBackend::Sqlite {
            return migration::Migrator::up(&self.writer, None).await;
        }
        let guard = self.writer.begin().await?;
        guard.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")).await?;
        migration::Migrator::up(&self.writer, None).await?;
        guard.commit().await
    }

    /// For what only reads and needs no snapshot.
    pub fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// The time that records are stamped with, before closed bounds are heeded.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Which database it is.
    pub fn backend(&self) -> DbBackend {
        self.writer.get_database_backend()
    }

    /// Calls back after every statement, for tests that count them.
    pub fn on_statement(&mut self, callback: impl Fn(&Info<'_>) + Clone + Send + Sync + 'static) {
        self.writer.set_metric_callback(callback.clone());
        self.reader.set_metric_callback(callback);
    }

    /// A transaction that only reads and sees one state of everything.
    pub async fn snapshot(&self) -> Result<DatabaseTransaction> {
        let isolation_level = (self.backend() == DbBackend::Postgres).then_some(IsolationLevel::RepeatableRead);
        Ok(self.reader.begin_with_options(TransactionOptions { isolation_level, ..Default::default() }).await?)
    }

    /// Runs work of somebody's in one write transaction: all of it is recorded, with one row in the audit log, or, if it fails, nothing.
    pub async fn write_as<T, F, Fut>(&self, act: Act, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(std::sync::Arc<Txn>) -> Fut + Send + 'static,
        Fut: Future<Output = Result<T>> + Send + 'static,
    {
        self.run(Some(act), work).await
    }

    /// Runs work of the program's own in one write transaction: loading the demonstration, forgetting keys, noting that a session is in
    /// use. Nobody did it, so the audit log has nothing of it.
    pub async fn write<T, F, Fut>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(std::sync::Arc<Txn>) -> Fut + Send + 'static,
        Fut: Future<Output = Result<T>> + Send + 'static,
    {
        self.run(None, work).await
    }

    /// Work runs in a task of its own to its end, also when whoever asked has gone: a transaction abandoned half-way would stay open on
    /// its pooled connection.
    async fn run<T, F, Fut>(&self, act: Option<Act>, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(std::sync::Arc<Txn>) -> Fut + Send + 'static,
        Fut: Future<Output = Result<T>> + Send + 'static,
    {
        let database = self.clone();
        let task = tokio::spawn(async move {
            let txn = std::sync::Arc::new(database.begin_as(act).await?);
            let done = work(txn.clone()).await;
            match (done, std::sync::Arc::into_inner(txn)) {
                (Ok(value), Some(txn)) => {
                    txn.commit().await?;
                    Ok(value)
                }
                (Err(error), Some(txn)) => {
                    txn.rollback().await?;
                    Err(error)
                }
                (_, None) => Err(DbErr::Custom("work kept its transaction".to_owned()).into()),
            }
        });
        task.await.map_err(crate::error::Error::internal)?
    }

    /// Begins a write transaction, stamped later than every closed bound.
    pub async fn begin_write(&self) -> Result<Txn> {
        self.begin_as(None).await
    }

    async fn begin_as(&self, act: Option<Act>) -> Result<Txn> {
        let transaction = self.begin_immediate().await?;
        bound::share(&transaction).await?;
        let recorded_at = bound::stamp(&transaction, &self.clock).await?;
        Ok(Txn::new(transaction, recorded_at, act))
    }

    /// On SQLite a write transaction takes the write lock at once: one that reads first and locks later fails when another has written
    /// in between, however long it would wait.
    async fn begin_immediate(&self) -> Result<DatabaseTransaction, DbErr> {
        let sqlite_transaction_mode = Some(SqliteTransactionMode::Immediate);
        self.writer.begin_with_options(TransactionOptions { sqlite_transaction_mode, ..Default::default() }).await
    }
}

fn create_folder(folder: &Path) -> Result<(), DbErr> {
    if folder.as_os_str().is_empty() {
        return Ok(());
    }
    std::fs::create_dir_all(folder).map_err(|error| DbErr::Custom(format!("the folder {} cannot be made: {error}", folder.display())))
}

fn pool_options(options: &Options, connections: u32) -> ConnectOptions {
    let mut pool = ConnectOptions::new(&options.url);
    let wait = options.wait;
    pool.max_connections(connections)
        .connect_timeout(wait)
        .acquire_timeout(wait)
        .sqlx_logging(false)
        .test_before_acquire(options.url.starts_with("postgres"))
        // A connection whose transaction was abandoned in spite of all precautions does not live on for ever.
        .max_lifetime(Duration::from_secs(1800))
        .map_sqlx_sqlite_opts(move |file| {
            file.create_if_missing(true)
                .read_only(false)
                .immutable(false)
                .foreign_keys(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .busy_timeout(wait)
                .pragma("temp_store", "MEMORY")
                .statement_cache_capacity(256)
        })
        .map_sqlx_postgres_opts(move |server| server.options([("lock_timeout", format!("{}ms", wait.as_millis()))]));
    pool
}

/// A statement without parameters, for the few things that the query builder has no words for.
fn raw(backend: DbBackend, sql: &str) -> Statement {
    Statement::from_string(backend, sql)
}
