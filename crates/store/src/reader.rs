//! Reading within a time limit. A caller that asks for too much gets an error, and the database stops working on it.
//!
//! PostgreSQL ends a statement by itself. SQLite has to be told, through a handler that it calls while it works. So
//! each reading connection has its own deadline. It is set when a caller takes the connection, and it has passed once
//! nobody waits for the answer any more.
//!
//! A connection is kept between statements. Returned to its pool, it would be tested each time, which costs as much as
//! a short statement. It goes back to the pool, and so is tested there or replaced, when a statement failed or was
//! abandoned, when it was idle, and when it has grown old.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use sea_orm::{
    ConnAcquireErr, ConnectionTrait, DatabaseConnection, DbBackend, DbErr, QueryResult, Statement, metric::Info,
};
use tokio::{
    runtime::Handle,
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

use super::{
    deadline::{Deadline, milliseconds},
    failure::Failure,
    health::{Access, Health},
    link::Link,
    only_reads::OnlyReads,
    source::Source,
    transaction::{Callback, Transaction},
    txn::Writing,
};

/// A connection that only reads. There is one type for all three sources, so that a function that reads is compiled once.
pub type Reader = OnlyReads<Source>;

/// The connections that reads go through.
#[derive(Clone)]
pub struct Connections {
    kind: Kind,
    health: Health,
    /// The longest wait for a connection.
    wait: Duration,
    /// How long one connection may be kept.
    time: Duration,
    callback: Option<Callback>,
}

#[derive(Clone)]
enum Kind {
    /// The one connection to a database in memory, or to a file that is being filled.
    Shared(DatabaseConnection),
    /// Connections that only reads use.
    Own(Arc<Own>),
}

struct Own {
    /// The connections that are free. The one used last is at the end and is used next.
    free: Mutex<Vec<Connection>>,
    places: Arc<Semaphore>,
    count: u32,
    backend: DbBackend,
}

/// A place for one connection.
struct Connection {
    /// Where the connection comes from. To SQLite, each place has a pool of one connection, which has this deadline.
    pool: DatabaseConnection,
    deadline: Deadline,
    /// The connection itself, while it is kept.
    link: Option<Link>,
}

impl fmt::Debug for Connections {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Connections")
            .field("wait", &self.wait)
            .field("time", &self.time)
            .finish_non_exhaustive()
    }
}

impl Connections {
    /// Reads over the one connection that there is.
    pub(super) fn shared(pool: DatabaseConnection, health: Health, wait: Duration, time: Duration) -> Self {
        Self { kind: Kind::Shared(pool), health, wait, time, callback: None }
    }

    /// Reads over connections of their own.
    pub(super) fn own(
        backend: DbBackend,
        connections: Vec<(DatabaseConnection, Deadline)>,
        health: Health,
        wait: Duration,
        time: Duration,
    ) -> Self {
        let free = connections.into_iter().map(|(pool, deadline)| Connection { pool, deadline, link: None });
        let free: Vec<_> = free.collect();
        let count = u32::try_from(free.len()).unwrap_or(u32::MAX);
        let own = Own { places: Arc::new(Semaphore::new(free.len())), free: Mutex::new(free), count, backend };
        Self { kind: Kind::Own(Arc::new(own)), health, wait, time, callback: None }
    }

    /// Calls back after every statement, for tests that count them.
    pub(super) fn on_statement(&mut self, callback: impl Fn(&Info<'_>) + Send + Sync + 'static) {
        self.callback = Some(Arc::new(callback));
    }

    /// Closes all connections, once their running work is done.
    pub async fn close(&self) -> Result<(), DbErr> {
        match &self.kind {
            Kind::Shared(pool) => pool.close_by_ref().await,
            Kind::Own(own) => {
                let all_places = own.places.acquire_many(own.count).await;
                own.places.close();
                drop(all_places);
                // A pool closes once all its connections have been returned, so none is kept.
                let pools: Vec<_> = own.free().drain(..).map(|Connection { pool, .. }| pool).collect();
                for pool in pools {
                    pool.close().await?;
                }
                Ok(())
            }
        }
    }

    /// A transaction that begins with this statement, on a connection to keep for no longer than the limit.
    pub(super) async fn transaction(&self, statement: String, limit: Option<Duration>) -> Result<Transaction, DbErr> {
        let begun = async {
            let mut kept = self.take(limit).await?;
            match kept.link(&self.health).await {
                Ok(link) => Transaction::begin(link, kept, self.callback.clone(), statement).await,
                Err(error) => {
                    kept.give_back(None);
                    Err(error)
                }
            }
        };
        self.health.unless_away(begun).await
    }

    /// A read-only transaction on one snapshot, to keep for no longer than the limit.
    pub(super) async fn snapshot(&self, limit: Option<Duration>) -> Result<Snapshot, DbErr> {
        let statement = match self.backend() {
            DbBackend::Postgres => format!(
                "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; SET LOCAL statement_timeout = {}",
                limit.map_or(0, |limit| milliseconds(limit / 2))
            ),
            _ => "BEGIN".to_owned(),
        };
        let begun = self.transaction(statement, limit).await;
        self.heed(&begun);
        let until = limit.map(|limit| (Instant::now() + limit, limit / 2));
        Ok(OnlyReads(Source::Snapshot(Box::new(Held { transaction: begun?, until }))))
    }
}

impl Connections {
    /// Takes a connection to keep for no longer than the limit.
    async fn take(&self, limit: Option<Duration>) -> Result<Kept, DbErr> {
        Ok(match &self.kind {
            Kind::Shared(pool) => Kept { pool: pool.clone(), lent: None },
            Kind::Own(own) => {
                let place = timeout(self.wait, own.places.clone().acquire_owned()).await;
                let place = place.map_err(|_| DbErr::ConnectionAcquire(ConnAcquireErr::Timeout))?;
                let place = place.map_err(|_| DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed))?;
                let connection = own.free().pop().ok_or(DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed))?;
                connection.deadline.set(limit);
                Kept { pool: connection.pool.clone(), lent: Some(Lent { connection, of: own.clone(), place }) }
            }
        })
    }

    /// Runs one statement on any free connection.
    pub(super) async fn rows(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let asked = async {
            let mut kept = self.take(Some(self.time)).await?;
            let began = Instant::now();
            let answered = match kept.link(&self.health).await {
                Ok(mut link) => link.rows(&statement).await.map(|rows| (link, rows)),
                Err(error) => Err(error),
            };
            if let Some(callback) = &self.callback {
                callback(&Info { elapsed: began.elapsed(), statement: &statement, failed: answered.is_err() });
            }
            let (link, rows) = answered.map_or_else(|error| (None, Err(error)), |(link, rows)| (Some(link), Ok(rows)));
            kept.give_back(link);
            rows
        };
        let rows = self.health.unless_away(asked).await;
        self.heed(&rows);
        rows
    }

    pub(super) fn backend(&self) -> DbBackend {
        match &self.kind {
            Kind::Shared(pool) => pool.get_database_backend(),
            Kind::Own(own) => own.backend,
        }
    }

    fn heed<T>(&self, done: &Result<T, DbErr>) {
        match done {
            Ok(_) => self.health.heed(Access::Read, &Ok(())),
            Err(error) if Failure::of(error).is_unavailable() => {
                self.health.heed::<()>(Access::Read, &Err(error.clone().into()))
            }
            Err(_) => {}
        }
    }
}

impl Own {
    fn free(&self) -> MutexGuard<'_, Vec<Connection>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A database may be dropped where no runtime is left.
impl Drop for Own {
    fn drop(&mut self) {
        if Handle::try_current().is_err() {
            self.free().drain(..).filter_map(|connection| connection.link).for_each(Link::close_at_once);
        }
    }
}

/// A connection while a caller keeps it.
pub(super) struct Kept {
    pool: DatabaseConnection,
    lent: Option<Lent>,
}

struct Lent {
    connection: Connection,
    of: Arc<Own>,
    place: OwnedSemaphorePermit,
}

impl Kept {
    /// The connection itself: the one that was kept, or one from the pool.
    async fn link(&mut self, health: &Health) -> Result<Link, DbErr> {
        let kept = self.lent.as_mut().and_then(|lent| lent.connection.link.take());
        match kept.filter(|link| link.is_trusted(health)) {
            Some(link) => Ok(link),
            None => Link::open(&self.pool).await,
        }
    }

    /// Gives the place back after its work is done, with the connection if it is as it was.
    pub(super) fn give_back(mut self, link: Option<Link>) {
        if let Some(mut lent) = self.lent.take() {
            lent.connection.link = link;
            lent.end();
        }
    }
}

impl Lent {
    fn end(self) {
        self.of.free().push(self.connection);
        drop(self.place);
    }
}

/// The caller has gone, perhaps half-way. The connection stops working and is returned once it has.
impl Drop for Kept {
    fn drop(&mut self) {
        let Some(lent) = self.lent.take() else { return };
        lent.connection.deadline.pass();
        match Handle::try_current() {
            Ok(runtime) => {
                runtime.spawn(async move {
                    // If it does not answer, its pool opens another connection in its place.
                    drop(lent.connection.pool.ping().await);
                    lent.end();
                });
            }
            Err(_) => lent.end(),
        }
    }
}

/// A reader whose statements all see the same state.
pub type Snapshot = Reader;

/// A transaction on one snapshot. PostgreSQL itself rejects changes in it.
#[derive(Debug)]
pub struct Held {
    transaction: Transaction,
    /// When it must have ended, and how long PostgreSQL lets each statement take: half of the whole time, so that no
    /// statement that begins in the first half runs past the end.
    until: Option<(Instant, Duration)>,
}

impl Reader {
    /// Reads over any free connection.
    pub(super) fn over(connections: Connections) -> Self {
        Self(Source::Connections(connections))
    }

    /// Reads within a write transaction.
    pub(super) fn within(writing: Arc<Writing>) -> Self {
        Self(Source::Writing(writing))
    }

    /// Closes its connections, once their statements have ended.
    pub async fn close(&self) -> Result<(), DbErr> {
        match &self.0 {
            Source::Connections(connections) => connections.close().await,
            Source::Snapshot(_) | Source::Writing(_) => Ok(()),
        }
    }

    /// Ends the transaction of a snapshot.
    pub(super) async fn end(self) -> Result<(), DbErr> {
        if let Source::Snapshot(held) = self.0 {
            held.transaction.rollback().await?;
        }
        Ok(())
    }
}

impl Held {
    /// Limits PostgreSQL's next statement to the time that is left.
    async fn hurry(&self) -> Result<(), DbErr> {
        if let Some((end, half)) = self.until
            && self.backend() == DbBackend::Postgres
        {
            let left = end.saturating_duration_since(Instant::now());
            if left < half {
                let shorter = format!("SET LOCAL statement_timeout = {}", milliseconds(left).max(1));
                self.transaction.execute_unprepared(&shorter).await?;
            }
        }
        Ok(())
    }

    /// Runs one statement.
    pub(super) async fn rows(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.hurry().await?;
        self.transaction.query_all_raw(statement).await
    }

    pub(super) fn backend(&self) -> DbBackend {
        self.transaction.get_database_backend()
    }
}
