//! Connections: how they are opened and kept.

use std::time::Duration;

use log::LevelFilter;
use sea_orm::{
    ConnectOptions, DatabaseConnection, DbErr,
    sqlx::{Connection, sqlite::SqliteJournalMode},
};

use super::{Options, health::Health, reader::Deadline};

/// How long a connection to PostgreSQL may have been idle to be used without asking whether it is still open.
const TRUSTED_WHEN_IDLE: Duration = Duration::from_secs(1);

/// A statement that takes longer than this is logged, without its values.
const SLOW: Duration = Duration::from_secs(1);

/// How long the write-ahead log may stay once it has been folded in, in bytes (SQLite). An old snapshot has it grow
/// beyond.
const LOG_BYTES: &str = "16777216";

/// How many kibibytes of a file that is filled are held in memory, negative as SQLite wants them.
const FILLING_CACHE: &str = "-131072";

/// What connections are opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Reading and writing beside others.
    Serving,
    /// Filling a file that nobody else uses with rows that are known to be right (`bulk`).
    Filling,
}

/// A pool of so many connections; with a deadline, they are bound to it.
pub(super) async fn open(
    purpose: Purpose,
    options: &Options,
    health: &Health,
    connections: u32,
    deadline: Option<Deadline>,
) -> Result<DatabaseConnection, DbErr> {
    sea_orm::Database::connect(pool_options(purpose, options, health, connections, deadline, false)).await
}

/// Connections to a SQLite file that only read, each with a deadline.
pub(super) async fn open_for_reading(
    options: &Options,
    health: &Health,
) -> Result<Vec<(DatabaseConnection, Deadline)>, DbErr> {
    let mut connections = Vec::new();
    for _ in 0..options.connections {
        let deadline = Deadline::new();
        let pool = pool_options(Purpose::Serving, options, health, 1, Some(deadline.clone()), true);
        connections.push((sea_orm::Database::connect(pool).await?, deadline));
    }
    Ok(connections)
}

/// How connections are opened and kept; with a deadline, those that are bound to it (SQLite); those that only read are
/// kept from all else.
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
    pool.max_connections(connections)
        .connect_timeout(wait)
        .acquire_timeout(wait)
        .sqlx_logging(true)
        .sqlx_logging_level(LevelFilter::Off)
        .sqlx_slow_statements_logging_settings(LevelFilter::Warn, SLOW)
        .test_before_acquire(false)
        // A connection whose transaction was abandoned in spite of all precautions does not live on for ever; but a
        // database in memory lives as long as its connection.
        .max_lifetime((!is_in_memory).then_some(Duration::from_secs(1800)))
        .idle_timeout((!is_in_memory).then_some(Duration::from_secs(600)))
        // Nor does one on which a transaction could not be ended, as when SQLite itself took it back for want of room
        // on the disk: what comes next would be a part of that one.
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
                // Whoever connects has made it, for its user alone. One that is gone later is not made anew.
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
                    .pragma("journal_size_limit", LOG_BYTES)
                    .pragma("temp_store", "MEMORY");
                // SQLite itself refuses a change over a connection that reads.
                return if only_reads { file.pragma("query_only", "ON") } else { file };
            }
            // What is sorted for an index goes to disk where it is more than the cache, and is sorted on other threads
            // too.
            file.journal_mode(SqliteJournalMode::Delete)
                .pragma("temp_store", "FILE")
                .pragma("cache_size", FILLING_CACHE)
                .pragma("threads", "2")
        })
        // A server that was started anew has closed what was open; but asking each time costs a round trip a statement.
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
