//! The deadline of a connection to SQLite, which ends its work.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use sea_orm::sqlx::{self, SqliteConnection};

/// How many steps SQLite takes between two checks of the deadline: about ten microseconds.
const STEPS: i32 = 1000;

/// When a connection to SQLite must have finished its work.
#[derive(Debug, Clone)]
pub(super) struct Deadline {
    began: Instant,
    /// Milliseconds since `began`.
    at: Arc<AtomicU64>,
}

impl Deadline {
    /// No deadline yet.
    pub(super) fn new() -> Self {
        Self { began: Instant::now(), at: Arc::new(AtomicU64::new(u64::MAX)) }
    }

    pub(super) fn set(&self, limit: Option<Duration>) {
        let at = limit.map_or(u64::MAX, |limit| milliseconds(self.began.elapsed() + limit));
        self.at.store(at, Ordering::Relaxed);
    }

    /// Interrupts what the connection is working on.
    pub(super) fn pass(&self) {
        self.at.store(0, Ordering::Relaxed);
    }

    pub(super) fn has_passed(&self) -> bool {
        milliseconds(self.began.elapsed()) >= self.at.load(Ordering::Relaxed)
    }

    /// Makes a new connection stop working once the deadline has passed.
    pub(super) async fn bind(self, connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
        connection.lock_handle().await?.set_progress_handler(STEPS, move || !self.has_passed());
        Ok(())
    }
}

pub(super) fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
