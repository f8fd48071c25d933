//! How connections are opened and kept.

use std::time::Duration;

use log::LevelFilter;
use sea_orm::{
    ConnectOptions, DatabaseConnection, DbErr,
    sqlx::{Connection, sqlite::SqliteJournalMode},
};

use super::{Options, deadline::Deadline, health::Health};

/// How long a connection may have been idle before it is checked whether it is still open.
pub(super) const TRUSTED_WHEN_IDLE: Duration = Duration::from_secs(1);

/// How old a connection becomes. One whose transaction was abandoned in spite of all precautions does not live for
/// ever.
pub(super) const LIFETIME: Duration = Duration::from_secs(1800);

/// Statements that take longer than this are logged, without their values.
const SLOW: Duration = Duration::from_secs(1);

/// The size in bytes to which the write-ahead log is truncated after a checkpoint (SQLite). An old snapshot makes it
/// grow beyond that.
const LOG_BYTES: &str = "16777216";

/// How many kibibytes of a file that is being filled are kept in memory. Negative, as SQLite expects it.
const FILLING_CACHE: &str = "-131072";

/// What connections are opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Reading and writing beside others.
    Serving,
    /// Filling a file that nobody else uses with rows that are known to be right (`bulk`).
    Filling,
}

/// A pool of this many connections, bound to a deadline if there is one.
pub(super) async fn open(
    purpose: Purpose,
    options: &Options,
    health: &Health,
    connections: u32,
    deadline: Option<Deadline>,
) -> Result<DatabaseConnection, DbErr> {
    sea_orm::Database::connect(pool_options(purpose, options, health, connections, deadline, false)).await
}

/// Places for the connections that only read. Those to PostgreSQL share a pool. To a SQLite file, each has a pool of
/// its own, with the connection's deadline.
pub(super) async fn open_for_reading(
    options: &Options,
    health: &Health,
) -> Result<Vec<(DatabaseConnection, Deadline)>, DbErr> {
    if options.file().is_none() {
        let pool = pool_options(Purpose::Serving, options, health, options.connections, None, true);
        let pool = sea_orm::Database::connect(pool).await?;
        return Ok((0..options.connections).map(|_| (pool.clone(), Deadline::new())).collect());
    }
    let mut connections = Vec::new();
    for _ in 0..options.connections {
        let deadline = Deadline::new();
        let pool = pool_options(Purpose::Serving, options, health, 1, Some(deadline.clone()), true);
        connections.push((sea_orm::Database::connect(pool).await?, deadline));
    }
    Ok(connections)
}

/// How connections are opened and kept: bound to a deadline if there is one (SQLite), and restricted to reads if
/// `only_reads`.
fn pool_options(
    purpose: Purpose,
    options: &Options,
    health: &Health,
    connections: u32,
    deadline: Option<Deadline>,
    only_reads: bool,
) -> ConnectOptions {
    let health = health.clone();
    let mut pool = ConnectOptions::new(&options.url);
    let (wait, read_time) = (options.wait, options.read_time);
    let (synchronous, is_in_memory) = (options.synchronous, options.is_in_memory());
    // Negative, as SQLite expects kibibytes.
    let cache = format!("-{}", options.cache_kib);
    pool.max_connections(connections)
        .connect_timeout(wait)
        .acquire_timeout(wait)
        .sqlx_logging(true)
        .sqlx_logging_level(LevelFilter::Off)
        .sqlx_slow_statements_logging_settings(LevelFilter::Warn, SLOW)
        .test_before_acquire(false)
        // A database in memory lives only as long as its connection.
        .max_lifetime((!is_in_memory).then_some(LIFETIME))
        .idle_timeout((!is_in_memory).then_some(Duration::from_secs(600)))
        // Nor does a connection live on if its transaction could not be ended, as when SQLite itself rolled it back
        // because the disk was full. The next work would become part of that transaction.
        .map_sqlx_sqlite_pool_opts(move |pool| {
            let deadline = deadline.clone();
            pool.after_release(move |connection, _| {
                Box::pin(async move { Ok(is_in_memory || !connection.is_in_transaction()) })
            })
            .after_connect(move |connection, _| {
                let deadline = deadline.clone();
                Box::pin(async move {
                    match deadline {
                        Some(deadline) => deadline.bind(connection).await,
                        None => Ok(()),
                    }
                })
            })
        })
        .map_sqlx_sqlite_opts(move |file| {
            let file = file
                // `Options::find` has created the file, for its user alone. A file that disappears later is not
                // created again.
                .create_if_missing(false)
                .read_only(false)
                .immutable(false)
                .foreign_keys(purpose == Purpose::Serving)
                .synchronous(synchronous)
                .busy_timeout(wait)
                .statement_cache_capacity(256);
            if purpose == Purpose::Serving {
                let file = file
                    .journal_mode(SqliteJournalMode::Wal)
                    .pragma("cache_size", cache.clone())
                    .pragma("journal_size_limit", LOG_BYTES)
                    .pragma("temp_store", "MEMORY");
                // SQLite itself rejects changes over a reading connection.
                return if only_reads { file.pragma("query_only", "ON") } else { file };
            }
            // Index sorts that exceed the cache go to disk, and use further threads, too.
            file.journal_mode(SqliteJournalMode::Delete)
                .pragma("temp_store", "FILE")
                .pragma("cache_size", FILLING_CACHE)
                .pragma("threads", "2")
        })
        // A server that was restarted has closed its connections. But a check before each statement would cost a
        // round trip.
        .map_sqlx_postgres_pool_opts(move |pool| {
            let health = health.clone();
            pool.before_acquire(move |connection, of| {
                let is_trusted = of.idle_for < TRUSTED_WHEN_IDLE && !health.failed_within(of.idle_for);
                Box::pin(async move {
                    if !is_trusted {
                        connection.ping().await?;
                    }
                    Ok(true)
                })
            })
        })
        .map_sqlx_postgres_opts(move |server| {
            let limits = [("lock_timeout", wait), ("statement_timeout", read_time)];
            server.options(limits.map(|(limit, time)| (limit, format!("{}ms", time.as_millis()))))
        });
    pool
}
