//! The database: connections, one transaction per mutation, pages, loading by key, and the ledger.
//!
//! Outside this crate only the migrations know that there are two SQL dialects.

use std::{str::FromStr, sync::Arc, time::Duration};

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, DbErr, RuntimeErr, Statement, metric::Info,
    sqlx::postgres::PgConnectOptions,
};

use crate::{
    clock::Clock,
    error::{Error, Result},
};
use types::Act;

pub mod audit;
pub mod bound;
pub mod bulk;
mod changes;
pub mod clock;
mod deadline;
mod deferred;
pub mod entity;
pub mod error;
mod failure;
pub mod feeds;
mod group;
mod health;
pub mod idempotency;
pub mod integrity;
pub mod ledger;
mod link;
pub mod load;
mod many;
mod migrate;
mod only_reads;
pub mod page;
mod place;
mod pool;
mod reader;
pub mod reference;
pub mod seal;
mod source;
mod sum;
pub mod texts;
mod transaction;
mod txn;
mod unnoted;
mod work;

pub use changes::{Changes, LookOut};
pub use group::Limits;
pub use only_reads::OnlyReads;
pub use place::{Options, Unusable};
pub use reader::{Reader, Snapshot};
pub use sum::as_bigint;
pub use txn::{Author, Filling, Program, Recorder, Somebody, Txn};
pub use unnoted::{Keeping, Unnoted};

use deadline::Deadline;
use group::{Queue, WriteSlot};
use health::{Access, Health};
use pool::Purpose;
use reader::Connections;
use reference::Newest;
use transaction::Transaction;
use txn::Writing;
use work::{Done, Work, erased, restored};

/// A database with its clock: connections that write, of which SQLite has one, and connections that only read.
#[derive(Debug, Clone)]
pub struct Database {
    /// The pool of the connections that write.
    writer: DatabaseConnection,
    /// The connections that write. Those to PostgreSQL are kept.
    writers: Connections,
    /// Interrupts the writing connection to a SQLite file when a write has run out of time. PostgreSQL ends
    /// statements by itself.
    writing: Deadline,
    connections: Connections,
    reader: Arc<Reader>,
    health: Health,
    /// The queue of writes that share a commit, on SQLite.
    queue: Option<Queue>,
    clock: Clock,
    options: Options,
    purpose: Purpose,
    changes: Changes,
    newest_reference: Arc<Newest>,
}

/// Whether other writers may write while a write transaction runs.
#[derive(Debug, Clone, Copy)]
enum Others {
    Write,
    Wait,
}

impl Database {
    /// Connects. Creates a SQLite file and its folder if they are missing and the options allow it. Runs no
    /// migration.
    pub async fn connect(options: &Options, clock: Clock) -> Result<Self, Unusable> {
        Self::connect_for(Purpose::Serving, options, clock).await
    }

    async fn connect_for(purpose: Purpose, options: &Options, clock: Clock) -> Result<Self, Unusable> {
        options.find().await?;
        let opened = Self::open(purpose, options, clock).await;
        opened.map_err(|error| Unusable::because(options, "it cannot be opened", error))
    }

    async fn open(purpose: Purpose, options: &Options, clock: Clock) -> Result<Self, DbErr> {
        let is_sqlite = options.url.starts_with("sqlite:");
        let health = if is_sqlite {
            Health::of_file(options.file())
        } else {
            let server = PgConnectOptions::from_str(&options.url);
            Health::of_server(server.map_err(|error| DbErr::Conn(RuntimeErr::SqlxError(error.into())))?)
        };
        let (wait, time, writing) = (options.wait, options.read_time, Deadline::new());
        let own = |backend, connections| Connections::own(backend, connections, health.clone(), wait, time);
        let (writer, writers, connections, queue) = if is_sqlite {
            // A database in memory has a single connection, because each new one opens a separate database. Readers
            // share it, and set limits of their own.
            let deadline = (!options.is_in_memory()).then(|| writing.clone());
            let writer = pool::open(purpose, options, &health, 1, deadline).await?;
            let shared = Connections::shared(writer.clone(), health.clone(), wait, time);
            let connections = if options.is_in_memory() || purpose == Purpose::Filling {
                shared.clone()
            } else {
                own(DbBackend::Sqlite, pool::open_for_reading(options, &health).await?)
            };
            (writer, shared, connections, Some(Queue::start(options.group)))
        } else {
            // Tests get one more than are kept (`unguarded`).
            let most = options.connections + u32::from(cfg!(debug_assertions));
            let writer = pool::open(purpose, options, &health, most, None).await?;
            let writing = (0..options.connections).map(|_| (writer.clone(), Deadline::new())).collect();
            let reading = pool::open_for_reading(options, &health).await?;
            (writer, own(DbBackend::Postgres, writing), own(DbBackend::Postgres, reading), None)
        };
        Ok(Self {
            writer,
            writers,
            writing,
            reader: Arc::new(Reader::over(connections.clone())),
            connections,
            health,
            queue,
            clock,
            options: options.clone(),
            purpose,
            changes: Changes::new(),
            newest_reference: Arc::default(),
        })
    }

    /// Closes all connections. It waits for running work, but not for ever.
    ///
    /// The write-ahead log of a file is checkpointed first, so that a database that nobody else has open is a single
    /// file. If another process is reading, the log remains: waiting for it would block writers.
    pub async fn close(self) -> Result<(), DbErr> {
        let closing = async {
            self.connections.close().await?;
            if self.options.file().is_some() && self.purpose == Purpose::Serving {
                self.writer.execute_unprepared("PRAGMA busy_timeout = 1000; PRAGMA wal_checkpoint(TRUNCATE)").await?;
            }
            self.writers.close().await
        };
        let in_time = tokio::time::timeout(self.options.wait, closing).await;
        in_time
            .unwrap_or_else(|_| Err(DbErr::Custom("what still works on the database did not end in time".to_owned())))
    }

    /// For reads that need no snapshot.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// Whether the database answers.
    pub async fn answers(&self) -> bool {
        self.reader.query_one_raw(raw(self.backend(), "SELECT 1")).await.is_ok()
    }

    /// The clock that records are stamped with, before closed bounds are taken into account.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The kind of database.
    pub fn backend(&self) -> DbBackend {
        self.writer.get_database_backend()
    }

    /// Wakes those who show live data.
    pub fn changes(&self) -> &Changes {
        &self.changes
    }

    /// Makes other servers' commits wake the watchers until the returned look-out is closed. `None` for a database in
    /// memory: nobody else can commit to it, and there is no second connection to poll.
    pub async fn look_for_others(&self) -> Result<Option<LookOut>, DbErr> {
        if self.options.is_in_memory() {
            return Ok(None);
        }
        Ok(Some(LookOut::begin(
            self.changes.clone(),
            pool::open(self.purpose, &self.options, &self.health, 1, None).await?,
        )))
    }

    /// Calls back after every statement, for tests that count them.
    pub fn on_statement(&mut self, callback: impl Fn(&Info<'_>) + Clone + Send + Sync + 'static) {
        self.writers.on_statement(callback.clone());
        self.connections.on_statement(callback);
        self.reader = Arc::new(Reader::over(self.connections.clone()));
    }

    /// Runs work in a read-only transaction on one snapshot, within the time limit for reads. Like `write`, it runs
    /// to its end.
    pub async fn read<T, F, Fut>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(Arc<Snapshot>) -> Fut + Send + 'static,
        Fut: Future<Output = Result<T>> + Send + 'static,
    {
        self.read_within(Some(self.options.read_time), work).await
    }

    /// Like `read` without a time limit, for work that nobody waits for, such as verification.
    pub async fn read_at_leisure<T, F, Fut>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(Arc<Snapshot>) -> Fut + Send + 'static,
        Fut: Future<Output = Result<T>> + Send + 'static,
    {
        self.read_within(None, work).await
    }

    async fn read_within<T, F, Fut>(&self, limit: Option<Duration>, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(Arc<Snapshot>) -> Fut + Send + 'static,
        Fut: Future<Output = Result<T>> + Send + 'static,
    {
        self.read_erased(limit, erased(work)).await.and_then(restored)
    }

    async fn read_erased(&self, limit: Option<Duration>, work: Work<Snapshot>) -> Result<Done> {
        let connections = self.connections.clone();
        let reading = tokio::spawn(async move {
            let snapshot = Arc::new(connections.snapshot(limit).await?);
            let working = work(snapshot.clone());
            let done = match limit {
                Some(limit) => tokio::time::timeout(limit, working).await.map_err(Error::took_too_long).flatten(),
                None => working.await,
            };
            let ended = match Arc::into_inner(snapshot) {
                Some(snapshot) => snapshot.end().await,
                None => Ok(()),
            };
            let done = done?;
            ended?;
            Ok(done)
        });
        let done = reading.await.map_err(Error::internal).flatten();
        self.health.heed(Access::Read, &done);
        done
    }

    /// Runs an account's work in one write transaction. Either all of it is recorded, with one row in the audit log,
    /// or, on failure, nothing.
    pub async fn write_as<T, F, Fut>(&self, act: Act, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(Arc<Txn>) -> Fut + Send + 'static,
        Fut: Future<Output = Result<T>> + Send + 'static,
    {
        self.run::<Somebody, _, _, _>(Some(act), Others::Write, work).await
    }

    /// Runs work of the program itself in one write transaction, such as deleting old idempotency keys or noting that
    /// a session is in use. No account did it, so it has no row in the audit log, and it cannot write records.
    pub async fn write<T, F, Fut>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(Arc<Txn<Program>>) -> Fut + Send + 'static,
        Fut: Future<Output = Result<T>> + Send + 'static,
    {
        self.run::<Program, _, _, _>(None, Others::Write, work).await
    }

    /// Runs work while nobody else writes. It begins after every other write transaction has ended, and all later
    /// ones wait for it. It serves to fill a database, which first checks whether the database is empty.
    pub async fn write_alone<T, F, Fut>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(Arc<Txn<Filling>>) -> Fut + Send + 'static,
        Fut: Future<Output = Result<T>> + Send + 'static,
    {
        self.run::<Filling, _, _, _>(None, Others::Wait, work).await
    }

    /// Runs work as if an account did it, but without a row in the audit log. For tests; not part of a release build.
    #[cfg(debug_assertions)]
    pub async fn write_unnoted<T, F, Fut>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(Arc<Txn>) -> Fut + Send + 'static,
        Fut: Future<Output = Result<T>> + Send + 'static,
    {
        self.run::<Somebody, _, _, _>(None, Others::Write, work).await
    }

    /// The writing connection, bypassing all noting and checking. For tests; not part of a release build.
    #[cfg(debug_assertions)]
    pub fn unguarded(&self) -> &DatabaseConnection {
        &self.writer
    }

    async fn run<By, T, F, Fut>(&self, act: Option<Act>, others: Others, work: F) -> Result<T>
    where
        By: Author,
        T: Send + 'static,
        F: FnOnce(Arc<Txn<By>>) -> Fut + Send + 'static,
        Fut: Future<Output = Result<T>> + Send + 'static,
    {
        let work = erased(move |writing: Arc<Writing>| work(Arc::new(Txn::on(writing))));
        self.run_erased(act, others, work).await.and_then(restored)
    }

    /// Runs work in a task of its own to its end, also when the caller has gone: an abandoned transaction would stay
    /// open on its pooled connection.
    async fn run_erased(&self, act: Option<Act>, others: Others, work: Work<Writing>) -> Result<Done> {
        let database = self.clone();
        let task = tokio::spawn(async move {
            let slot = database.slot(act, others).await?;
            let done = match others {
                Others::Write => {
                    let in_time = tokio::time::timeout(database.options.write_time, slot.work(work)).await;
                    in_time.unwrap_or_else(|too_late| {
                        // Otherwise the statement would go on although nobody waits for it, and all others would wait
                        // for the connection.
                        database.writing.pass();
                        Err(Error::busy(too_late))
                    })
                }
                Others::Wait => slot.work(work).await,
            };
            let written = slot.end(done).await?;
            database.changes.happened();
            Ok(written)
        });
        let done = task.await.map_err(Error::internal).flatten();
        self.health.heed(Access::Write, &done);
        done
    }

    /// A slot to write, stamped later than every closed bound. It has a transaction of its own, except on SQLite
    /// while another write is running: then it joins a group.
    async fn slot(&self, act: Option<Act>, others: Others) -> Result<WriteSlot> {
        if let (Some(queue), Others::Write) = (&self.queue, others)
            && self.writer.get_sqlite_connection_pool().num_idle() == 0
        {
            return queue.slot(self, act).await;
        }
        let transaction = match others {
            Others::Write => self.begin(bound::share(self.options.write_time)).await?,
            Others::Wait => self.begin(bound::exclude()).await?,
        };
        let recorded_at = bound::stamp(&transaction, &self.clock).await?;
        Ok(WriteSlot::alone(transaction, recorded_at, act))
    }

    /// Begins a write transaction, on PostgreSQL with these statements, such as a lock. On SQLite it takes the write
    /// lock at once. One that reads first and locks later fails if another has written in between, no matter how long
    /// it would wait.
    async fn begin(&self, locks: String) -> Result<Transaction, DbErr> {
        self.health.check_file()?;
        if self.backend() == DbBackend::Postgres {
            return self.writers.transaction(format!("BEGIN; {locks}"), None).await;
        }
        let begun = self.writers.transaction("BEGIN IMMEDIATE".to_owned(), None).await;
        self.writing.set(None);
        begun
    }
}

/// A statement without parameters, for the few things that the query builder cannot express.
fn raw(backend: DbBackend, sql: &str) -> Statement {
    Statement::from_string(backend, sql)
}
