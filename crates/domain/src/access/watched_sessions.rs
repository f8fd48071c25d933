//! Sessions of long-lived connections, and the shared check of whether they are still valid.
//!
//! A session ends only by a commit, of this server or another, or by its expiry. It is therefore checked again after
//! commits. The connection knows the time of expiry in advance. All connections that check at the same time share one
//! query.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::{
    sync::{Mutex as AsyncMutex, watch},
    task::yield_now,
    time::{Duration, Instant},
};
use uuid::Uuid;

use crate::access::sessions::Sessions;
use store::{Database, error::Result};

/// The shortest interval between checks while commits follow one another.
const PERIOD: Duration = Duration::from_secs(1);

/// The sessions of long-lived connections. Clones share their state.
#[derive(Debug, Clone)]
pub struct WatchedSessions {
    /// Start of the check intervals, so that all connections check at the same moments.
    began: Instant,
    sessions: Arc<Mutex<HashMap<Uuid, Watched>>>,
    /// Locked by the connection that queries the database.
    turn: Arc<AsyncMutex<()>>,
}

/// One session, while any connection uses it.
#[derive(Debug, Default)]
struct Watched {
    connections: usize,
    /// Whether a connection waits for the result of a check.
    is_asked: bool,
    /// The last check: the commit after which it ran, and whether the session was valid.
    found: Option<(u64, bool)>,
}

/// The session of one connection.
#[derive(Debug)]
pub struct WatchedSession {
    id: Uuid,
    all: WatchedSessions,
    commits: watch::Receiver<u64>,
}

impl Default for WatchedSessions {
    fn default() -> Self {
        Self { began: Instant::now(), sessions: Arc::default(), turn: Arc::default() }
    }
}

impl WatchedSessions {
    /// Starts watching a session. The session may have ended since it was read, so it is checked once even if no
    /// commit follows.
    pub fn watch(&self, database: &Database, id: Uuid) -> WatchedSession {
        self.locked().entry(id).or_default().connections += 1;
        let mut commits = database.changes().watch();
        commits.mark_changed();
        WatchedSession { id, all: self.clone(), commits }
    }

    fn locked(&self) -> MutexGuard<'_, HashMap<Uuid, Watched>> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the ids of all sessions whose check is awaited.
    fn asked(&self) -> Vec<Uuid> {
        let mut sessions = self.locked();
        let asked =
            sessions.iter_mut().filter_map(|(id, watched)| std::mem::take(&mut watched.is_asked).then_some(*id));
        asked.collect()
    }

    fn note(&self, asked: &[Uuid], commit: u64, counting: &HashSet<Uuid>) {
        let mut sessions = self.locked();
        for id in asked {
            if let Some(watched) = sessions.get_mut(id) {
                watched.found = Some((commit, counting.contains(id)));
            }
        }
    }
}

impl WatchedSession {
    /// Waits for a commit since the session was last checked.
    pub async fn changed(&mut self) {
        // The sender lives as long as the database.
        let _ = self.commits.changed().await;
    }

    /// The next moment for a check if there was a commit. It is the same for all connections.
    pub fn next_look(&self) -> Instant {
        let periods = self.all.began.elapsed().as_secs() / PERIOD.as_secs() + 1;
        self.all.began + PERIOD * u32::try_from(periods).unwrap_or(u32::MAX)
    }

    /// Whether the session is still valid after all commits known so far. Of concurrent callers, one queries the
    /// database for all.
    pub async fn counts(&mut self, database: &Database, sessions: &Sessions) -> Result<bool> {
        let commit = *self.commits.borrow_and_update();
        if let Some(counts) = self.found(commit) {
            return Ok(counts);
        }
        let turn = self.all.turn.clone();
        let _turn = turn.lock().await;
        if let Some(counts) = self.found(commit) {
            return Ok(counts);
        }
        // Yields, so that connections woken together with this one can register their sessions first.
        yield_now().await;
        let (commit, asked) = (*self.commits.borrow(), self.all.asked());
        let counting = sessions.counting(database, &asked).await?;
        self.all.note(&asked, commit, &counting);
        Ok(counting.contains(&self.id))
    }

    /// The result of a check at or after a commit. If there is none, a check is requested.
    fn found(&self, commit: u64) -> Option<bool> {
        let mut sessions = self.all.locked();
        let watched = sessions.get_mut(&self.id)?;
        let found = watched.found.filter(|(after, _)| *after >= commit);
        watched.is_asked |= found.is_none();
        found.map(|(_, counts)| counts)
    }
}

impl Drop for WatchedSession {
    fn drop(&mut self) {
        let mut sessions = self.all.locked();
        if let Some(watched) = sessions.get_mut(&self.id) {
            watched.connections -= 1;
            if watched.connections == 0 {
                sessions.remove(&self.id);
            }
        }
    }
}
