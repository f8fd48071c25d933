//! The database: connecting, one transaction a mutation, pages, loading by key, and the ledger.
//!
//! No module outside this one knows that there are two dialects.

use std::{path::Path, str::FromStr, sync::Arc, time::Duration};

use migration::MigratorTrait;
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, IsolationLevel, SqliteTransactionMode,
    Statement, TransactionOptions, TransactionTrait,
    metric::Info,
    sqlx::{
        Connection,
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
    },
};

use crate::{
    clock::Clock,
    error::{Error, Result},
    types::Act,
};

pub mod audit;
pub mod bound;
pub mod bulk;
mod changes;
mod group;
pub mod idempotency;
pub mod integrity;
pub mod ledger;
pub mod load;
pub mod page;
pub mod seal;
mod txn;

pub use changes::Changes;
pub use group::Limits;
pub use txn::Txn;

use group::{Queue, Turn};

/// A name that PostgreSQL's advisory locks know the migrations by, so that two servers that start together migrate one after the other.
const MIGRATION_LOCK: i64 = 0x6c69_6875_6130;

/// How long a connection to PostgreSQL may have been idle to be used without asking whether it is still open.
const TRUSTED_WHEN_IDLE: Duration = Duration::from_secs(1);

/// How many kibibytes of a file that is filled are held in memory, negative as SQLite wants them.
const FILLING_CACHE: &str = "-131072";

/// How to reach the database and how long to wait for it.
#[derive(Debug, Clone)]
pub struct Options {
    /// `sqlite:` or `postgres:` URL.
    pub url: String,
    /// The longest wait for a connection or a lock; behind it a request fails instead of hanging.
    pub wait: Duration,
    /// Connections that only read (SQLite), or all connections (PostgreSQL).
    pub connections: u32,
    /// How long one write may work before it is taken back.
    pub write_time: Duration,
    /// How much shares one commit (SQLite).
    pub group: Limits,
    /// Whether a commit waits for the disk (SQLite).
    pub synchronous: SqliteSynchronous,
    /// Whether a file that is not there is made (SQLite); otherwise connecting fails.
    pub makes_file: bool,
    /// Whether the program has the file to itself and fills it with rows that are known to be right (SQLite): over one connection that
    /// looks no foreign keys up, with a rollback journal, which holds only what was there before, where a write-ahead log would hold all
    /// that is written.
    pub fills_file: bool,
}

/// A database with its clock: one writer and several readers on SQLite, one pool on PostgreSQL.
#[derive(Debug, Clone)]
pub struct Database {
    writer: DatabaseConnection,
    reader: DatabaseConnection,
    /// Where writes queue for a commit that they share, on SQLite.
    queue: Option<Queue>,
    clock: Clock,
    wait: Duration,
    write_time: Duration,
    changes: Changes,
}

/// What other writers do while a write transaction runs.
#[derive(Debug, Clone, Copy)]
enum Others {
    Write,
    Wait,
}

impl Database {
    /// Connects, making a SQLite file and its folder where there are none and the options say so. Nothing is migrated.
    pub async fn connect(options: &Options, clock: Clock) -> Result<Self, DbErr> {
        if !options.url.starts_with("sqlite:") {
            let pool = sea_orm::Database::connect(pool_options(options, options.connections)).await?;
            return Ok(Self::on(options, pool.clone(), pool, None, clock));
        }
        let file =
            SqliteConnectOptions::from_str(&options.url).map_err(|error| DbErr::Conn(sea_orm::RuntimeErr::SqlxError(error.into())))?;
        // Every connection to a database in memory opens another one, so that a single one must serve for all.
        let is_in_memory = is_in_memory(&options.url);
        if let (false, true, Some(folder)) = (is_in_memory, options.makes_file, file.get_filename().parent()) {
            create_folder(folder)?;
        }
        let writer = sea_orm::Database::connect(pool_options(options, 1)).await?;
        let reader = if is_in_memory || options.fills_file {
            writer.clone()
        } else {
            sea_orm::Database::connect(pool_options(options, options.connections)).await?
        };
        Ok(Self::on(options, writer, reader, Some(Queue::start(options.group)), clock))
    }

    fn on(options: &Options, writer: DatabaseConnection, reader: DatabaseConnection, queue: Option<Queue>, clock: Clock) -> Self {
        Self { writer, reader, queue, clock, wait: options.wait, write_time: options.write_time, changes: Changes::new() }
    }

    /// Brings the tables up to date, in one transaction. Of two servers that start together the second waits for the first, however long
    /// that takes, and finds nothing left to do.
    pub async fn migrate(&self) -> Result<(), DbErr> {
        let transaction = self.begin_immediate().await?;
        if self.backend() == DbBackend::Postgres {
            let lock = format!("SET LOCAL lock_timeout = 0; SELECT pg_advisory_xact_lock({MIGRATION_LOCK})");
            transaction.execute_unprepared(&lock).await?;
        }
        migration::Migrator::up(&transaction, None).await?;
        transaction.commit().await
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

    /// What wakes those who show something live.
    pub fn changes(&self) -> &Changes {
        &self.changes
    }

    /// Has other servers' commits wake those who watch, until the returned task is aborted. Nobody else can commit to a database in
    /// memory, nor is there another connection to ask it over.
    pub async fn look_for_others(options: &Options, changes: Changes) -> Result<tokio::task::JoinHandle<()>, DbErr> {
        if is_in_memory(&options.url) {
            return Ok(tokio::spawn(async {}));
        }
        let connection = sea_orm::Database::connect(pool_options(options, 1)).await?;
        Ok(tokio::spawn(changes.look_for_others(connection)))
    }

    /// Calls back after every statement, for tests that count them.
    pub fn on_statement(&mut self, callback: impl Fn(&Info<'_>) + Clone + Send + Sync + 'static) {
        self.writer.set_metric_callback(callback.clone());
        self.reader.set_metric_callback(callback);
    }

    /// Runs work in a transaction that only reads and sees one state of everything. It runs to its end, as `write` does.
    pub async fn read<T, F, Fut>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(Arc<DatabaseTransaction>) -> Fut + Send + 'static,
        Fut: Future<Output = Result<T>> + Send + 'static,
    {
        let database = self.clone();
        let task = tokio::spawn(async move {
            let isolation_level = (database.backend() == DbBackend::Postgres).then_some(IsolationLevel::RepeatableRead);
            let options = TransactionOptions { isolation_level, ..Default::default() };
            let snapshot = Arc::new(database.reader.begin_with_options(options).await?);
            let done = work(snapshot.clone()).await;
            if let Some(snapshot) = Arc::into_inner(snapshot) {
                snapshot.rollback().await?;
            }
            done
        });
        task.await.map_err(Error::internal)?
    }

    /// Runs work of somebody's in one write transaction: all of it is recorded, with one row in the audit log, or, if it fails, nothing.
    pub async fn write_as<T, F, Fut>(&self, act: Act, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(Arc<Txn>) -> Fut + Send + 'static,
        Fut: Future<Output = Result<T>> + Send + 'static,
    {
        self.run(Some(act), Others::Write, work).await
    }

    /// Runs work of the program's own in one write transaction: forgetting keys, noting that a session is in use. Nobody did it, so the
    /// audit log has nothing of it.
    pub async fn write<T, F, Fut>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(Arc<Txn>) -> Fut + Send + 'static,
        Fut: Future<Output = Result<T>> + Send + 'static,
    {
        self.run(None, Others::Write, work).await
    }

    /// The same while nobody else writes: it begins once every other write transaction has ended, and all later ones wait for it. For
    /// work whose first question is whether there is anything yet.
    pub async fn write_alone<T, F, Fut>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(Arc<Txn>) -> Fut + Send + 'static,
        Fut: Future<Output = Result<T>> + Send + 'static,
    {
        self.run(None, Others::Wait, work).await
    }

    /// Work runs in a task of its own to its end, also when whoever asked has gone: a transaction abandoned half-way would stay open on
    /// its pooled connection.
    async fn run<T, F, Fut>(&self, act: Option<Act>, others: Others, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(Arc<Txn>) -> Fut + Send + 'static,
        Fut: Future<Output = Result<T>> + Send + 'static,
    {
        let database = self.clone();
        let task = tokio::spawn(async move {
            let turn = database.turn(act, others).await?;
            let done = match others {
                Others::Write => tokio::time::timeout(database.write_time, turn.work(work)).await.map_err(Error::busy).flatten(),
                Others::Wait => turn.work(work).await,
            };
            let written = turn.end(done).await?;
            database.changes.happened();
            Ok(written)
        });
        task.await.map_err(Error::internal)?
    }

    /// A turn to write, stamped later than every closed bound: in a transaction of its own, but on SQLite in a group where somebody else
    /// writes.
    async fn turn(&self, act: Option<Act>, others: Others) -> Result<Turn> {
        if let (Some(queue), Others::Write) = (&self.queue, others)
            && self.writer.get_sqlite_connection_pool().num_idle() == 0
        {
            return queue.turn(self, act).await;
        }
        let transaction = self.begin_immediate().await?;
        match others {
            Others::Write => bound::share(&transaction).await?,
            Others::Wait => bound::exclude(&transaction).await?,
        }
        let recorded_at = bound::stamp(&transaction, &self.clock).await?;
        Ok(Turn::alone(Txn::new(transaction, recorded_at, act)))
    }

    /// On SQLite a write transaction takes the write lock at once: one that reads first and locks later fails when another has written
    /// in between, however long it would wait.
    async fn begin_immediate(&self) -> Result<DatabaseTransaction, DbErr> {
        let sqlite_transaction_mode = Some(SqliteTransactionMode::Immediate);
        self.writer.begin_with_options(TransactionOptions { sqlite_transaction_mode, ..Default::default() }).await
    }
}

fn is_in_memory(url: &str) -> bool {
    url.contains(":memory:") || url.contains("mode=memory")
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
    let (synchronous, makes_file) = (options.synchronous, options.makes_file);
    let fills_file = options.fills_file;
    let is_in_memory = is_in_memory(&options.url);
    pool.max_connections(connections)
        .connect_timeout(wait)
        .acquire_timeout(wait)
        .sqlx_logging(false)
        .test_before_acquire(false)
        // A connection whose transaction was abandoned in spite of all precautions does not live on for ever; but a database in memory
        // lives as long as its connection.
        .max_lifetime((!is_in_memory).then_some(Duration::from_secs(1800)))
        .idle_timeout((!is_in_memory).then_some(Duration::from_secs(600)))
        // Nor does one on which a transaction could not be ended, as when SQLite itself took it back for want of room on the disk: what
        // comes next would be a part of that one.
        .map_sqlx_sqlite_pool_opts(move |pool| {
            pool.after_release(move |connection, _| Box::pin(async move { Ok(is_in_memory || !connection.is_in_transaction()) }))
        })
        .map_sqlx_sqlite_opts(move |file| {
            let file = file
                .create_if_missing(makes_file)
                .read_only(false)
                .immutable(false)
                .foreign_keys(!fills_file)
                .synchronous(synchronous)
                .busy_timeout(wait)
                .statement_cache_capacity(256);
            if !fills_file {
                return file.journal_mode(SqliteJournalMode::Wal).pragma("temp_store", "MEMORY");
            }
            // What is sorted for an index goes to disk where it is more than the cache, and is sorted on other threads too.
            file.journal_mode(SqliteJournalMode::Delete)
                .pragma("temp_store", "FILE")
                .pragma("cache_size", FILLING_CACHE)
                .pragma("threads", "2")
        })
        // A server that was started anew has closed what was open; but asking each time costs a round trip a statement.
        .map_sqlx_postgres_pool_opts(|pool| {
            pool.before_acquire(|connection, of| {
                Box::pin(async move {
                    if of.idle_for >= TRUSTED_WHEN_IDLE {
                        connection.ping().await?;
                    }
                    Ok(true)
                })
            })
        })
        .map_sqlx_postgres_opts(move |server| server.options([("lock_timeout", format!("{}ms", wait.as_millis()))]));
    pool
}

/// A statement without parameters, for the few things that the query builder has no words for.
fn raw(backend: DbBackend, sql: &str) -> Statement {
    Statement::from_string(backend, sql)
}
