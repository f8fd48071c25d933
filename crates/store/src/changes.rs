//! Wakes those who show live data when anything was committed, by any server.
//!
//! A server's own commits wake watchers at once. The commits of others are found by polling whether anything at all
//! was committed since: one cheap query per period, no matter how many watch. (PostgreSQL's NOTIFY would take a lock
//! on the whole database at every commit.)

use std::{sync::Arc, time::Duration};

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr};
use tokio::sync::watch;

use super::raw;

/// How often other servers' commits are polled.
const PERIOD: Duration = Duration::from_millis(250);

/// Wakes the watchers. All clones share them.
#[derive(Debug, Clone)]
pub struct Changes {
    generation: Arc<watch::Sender<u64>>,
}

impl Changes {
    pub(super) fn new() -> Self {
        Self { generation: Arc::new(watch::Sender::new(0)) }
    }

    /// Watches from now on: `changed()` waits for the next commit. Several in a row may wake only once.
    pub fn watch(&self) -> watch::Receiver<u64> {
        self.generation.subscribe()
    }

    /// Wakes all watchers.
    pub(super) fn happened(&self) {
        self.generation.send_modify(|generation| *generation = generation.wrapping_add(1));
    }

    /// Polls other servers' commits for as long as the program runs. While nobody watches, nothing is polled.
    async fn look_for_others(self, connection: DatabaseConnection) {
        let (mut known, mut is_logged) = (None, false);
        let mut moment = tokio::time::interval(PERIOD);
        moment.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            moment.tick().await;
            if self.generation.receiver_count() == 0 {
                continue;
            }
            match version(&connection).await {
                Ok(version) => {
                    is_logged = false;
                    if known.replace(version.clone()).is_some_and(|known| known != version) {
                        self.happened();
                    }
                }
                Err(error) => {
                    if !std::mem::replace(&mut is_logged, true) {
                        tracing::warn!(%error, "whether other servers have committed cannot be asked");
                    }
                }
            }
        }
    }
}

/// Polls other servers' commits over a connection of its own, because SQLite reports to each connection what others
/// have committed.
#[derive(Debug)]
pub struct LookOut {
    task: tokio::task::JoinHandle<()>,
    connection: DatabaseConnection,
}

impl LookOut {
    pub(super) fn begin(changes: Changes, connection: DatabaseConnection) -> Self {
        Self { task: tokio::spawn(changes.look_for_others(connection.clone())), connection }
    }

    /// Stops polling and closes the connection.
    pub async fn close(self) -> Result<(), DbErr> {
        self.task.abort();
        self.connection.close().await
    }
}

/// A value that changes whenever anything has been committed.
async fn version(connection: &impl ConnectionTrait) -> Result<String, DbErr> {
    let backend = connection.get_database_backend();
    let sql = match backend {
        DbBackend::Sqlite => "SELECT CAST(data_version AS TEXT) AS version FROM pragma_data_version",
        _ => "SELECT pg_current_snapshot()::text AS version",
    };
    let row = connection.query_one_raw(raw(backend, sql)).await?;
    row.map_or_else(|| Ok(String::new()), |row| row.try_get("", "version"))
}
