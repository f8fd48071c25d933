//! The upper limit for a request: the statements that the server executes for it, sent straight to the database.
//!
//! The statements are recorded while the same code answers the same request in this process, so they need not be
//! maintained by hand.

use std::{
    sync::{Arc, Mutex},
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DbErr, SqlErr, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait, Value,
    sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous},
};
use store::Database;
use tokio::task::JoinSet;
use types::{CodeKind, PrintedCode};
use uuid::Uuid;

use crate::{
    in_process::{self, answer},
    load::{self, Measured, PHONE},
    wire::Wire,
};

/// How many answers are recorded, so that concurrent writers send different statements where the server makes them
/// differ.
const TAKES: usize = 16;

/// How many answers are counted together. A connection is handed back after its answer, so the last one may lack a
/// round trip.
const COUNTED: usize = 32;

/// What a request sends to the database.
#[derive(Clone)]
pub(crate) struct Direct {
    /// The statements of several requests.
    takes: Vec<Vec<Statement>>,
    /// Whether the statements of a request are sent in one transaction, with new ids, codes and telephone numbers for
    /// the records that they create.
    writes: bool,
    /// Ids generated since this time are ids of such records.
    since: Duration,
    /// How often the server waits for PostgreSQL. `None` on SQLite, which is in the process.
    round_trips: Option<usize>,
}

impl Direct {
    /// Records the statements that the server executes for a query.
    pub(crate) async fn record(url: &str, token: Option<&str>, query: &str, writes: bool) -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("a time after 1970");
        let wire = if url.starts_with("postgres") { Some(Wire::to(url).await) } else { None };
        let url = wire.as_ref().map_or(url, |wire| &wire.url);
        // No reports are kept in memory, so that the statements for them are recorded, too.
        let (mut database, config) = in_process::connect(url, &[("REPORTS_KEPT", "0")]).await;
        let sent = Arc::new(Mutex::new(Vec::new()));
        let log = sent.clone();
        database.on_statement(move |info| log.lock().expect("no panic").push(info.statement.clone()));
        let router = lihua::http::router(database, &config).expect("a router");
        let mut takes = Vec::new();
        for _ in 0..=TAKES {
            answer(&router, token, query).await;
            takes.push(std::mem::take(&mut *sent.lock().expect("no panic")));
        }
        // The first answer is dropped, because it fills caches.
        takes.remove(0);
        let before = wire.as_ref().map(Wire::round_trips);
        for _ in 0..COUNTED {
            answer(&router, token, query).await;
        }
        let after = wire.as_ref().map(Wire::round_trips);
        let round_trips = before.zip(after).map(|(before, after)| (after - before + COUNTED / 2) / COUNTED);
        Self { takes, writes, since, round_trips }
    }

    /// How often the server waits for PostgreSQL for a request.
    pub(crate) fn round_trips(&self) -> Option<usize> {
        self.round_trips
    }

    /// How many statements a request takes.
    pub(crate) fn statements(&self) -> usize {
        self.takes.iter().map(Vec::len).min().unwrap_or_default()
    }

    /// Sends the statements repeatedly over several connections at once. For writes on SQLite, there is only one
    /// connection.
    pub(crate) async fn run(&self, url: &str, connections: usize, time: Duration) -> Measured {
        let target = Target::open(url, connections, self.writes).await;
        let started = Instant::now();
        let mut senders = JoinSet::new();
        for number in 0..connections {
            let (direct, target) = (self.clone(), target.clone());
            senders.spawn(async move {
                let mut latencies = Vec::new();
                for take in direct.takes.iter().cycle().skip(number) {
                    if started.elapsed() >= time {
                        break;
                    }
                    let sent = Instant::now();
                    match direct.send(&target, take).await.map_err(|error| (error.sql_err(), error)) {
                        Ok(()) => latencies.push(sent.elapsed()),
                        // The server would draw another code if one is taken. Here, the request is skipped.
                        Err((Some(SqlErr::UniqueConstraintViolation(_)), _)) => {}
                        Err((_, error)) => panic!("statements that were sent before: {error}"),
                    }
                }
                latencies
            });
        }
        let latencies = senders.join_all().await.concat();
        let measured = Measured::new(latencies, started.elapsed());
        target.close().await;
        measured
    }

    async fn send(&self, target: &Target, take: &[Statement]) -> Result<(), DbErr> {
        let pool = match target {
            Target::Reading(database) => {
                for statement in take {
                    database.reader().query_all_raw(statement.clone()).await?;
                }
                return Ok(());
            }
            Target::Writing(pool) => pool,
        };
        let sqlite_transaction_mode = Some(SqliteTransactionMode::Immediate);
        let transaction =
            pool.begin_with_options(TransactionOptions { sqlite_transaction_mode, ..Default::default() }).await?;
        let mut made = Vec::new();
        for statement in take {
            let mut statement = statement.clone();
            for value in statement.values.iter_mut().flat_map(|values| &mut values.0) {
                self.renew(value, &mut made);
            }
            transaction.query_all_raw(statement).await?;
        }
        transaction.commit().await
    }

    /// Replaces an id, code or telephone number that the request created with a new one, the same in all statements.
    fn renew(&self, value: &mut Value, made: &mut Vec<(Value, Value)>) {
        if let Some((_, new)) = made.iter().find(|(old, _)| old == value) {
            *value = new.clone();
            return;
        }
        let new = match value {
            Value::Uuid(Some(id)) if self.is_made(id) => Value::from(Uuid::now_v7()),
            Value::String(Some(text)) if is_phone(text) => Value::from(load::phone()),
            Value::String(Some(text)) if PrintedCode::parse(CodeKind::Preorder, text).is_some() => {
                Value::from(PrintedCode::generate(CodeKind::Preorder, &mut rand::rng()).0)
            }
            _ => return,
        };
        made.push((std::mem::replace(value, new.clone()), new));
    }

    fn is_made(&self, id: &Uuid) -> bool {
        id.get_timestamp()
            .map(|at| at.to_unix())
            .is_some_and(|(seconds, nanos)| Duration::new(seconds, nanos) >= self.since)
    }
}

/// Where statements are sent.
#[derive(Clone)]
enum Target {
    /// Connections that are kept between statements, as the server's are: a pool would test them each time.
    Reading(Box<Database>),
    /// Transactions, of which SQLite has one at a time.
    Writing(DatabaseConnection),
}

impl Target {
    async fn open(url: &str, connections: usize, writes: bool) -> Self {
        if !writes {
            let (database, _) = in_process::connect(url, &[("DATABASE_CONNECTIONS", &connections.to_string())]).await;
            return Self::Reading(Box::new(database));
        }
        Self::Writing(connect(url, if url.starts_with("sqlite:") { 1 } else { connections }).await)
    }

    async fn close(self) {
        match self {
            Self::Reading(database) => database.close().await,
            Self::Writing(pool) => pool.close().await,
        }
        .expect("closed");
    }
}

/// Whether a text is one of the telephone numbers that requests use.
fn is_phone(text: &str) -> bool {
    text.len() == PHONE.len() && text.starts_with(&PHONE[..3]) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Does the maintenance that PostgreSQL would do some time after so many writes, so that it does not happen during a
/// measurement.
pub(crate) async fn tidy(url: &str) {
    if url.starts_with("postgres") {
        let pool = connect(url, 1).await;
        pool.execute_unprepared("VACUUM (ANALYZE)").await.expect("tidied");
        pool.execute_unprepared("CHECKPOINT").await.expect("written");
        pool.close().await.expect("closed");
    }
}

/// Opens as many connections as the server would have, in advance and with its settings.
async fn connect(url: &str, connections: usize) -> DatabaseConnection {
    let connections = u32::try_from(connections).expect("a small number");
    let mut pool = ConnectOptions::new(url);
    pool.min_connections(connections)
        .max_connections(connections)
        .test_before_acquire(false)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(|file| {
            file.foreign_keys(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .busy_timeout(Duration::from_secs(10))
                .pragma("temp_store", "MEMORY")
                .statement_cache_capacity(256)
        });
    sea_orm::Database::connect(pool).await.expect("the database")
}
