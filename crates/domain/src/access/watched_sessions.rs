//! Sessions that connections go on under, longer than a request: whether they still count, looked at together.
//!
//! A session can only end by a commit, of this server's or another's, or by its time. So it is looked at again after
//! commits, and its time is known in advance to whoever holds the connection. All who want to know at once share a
//! question to the database.

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

/// How long sessions are not looked at again where commits follow one another.
const PERIOD: Duration = Duration::from_secs(1);

/// The sessions that connections go on under. Clones are the same.
#[derive(Debug, Clone)]
pub struct WatchedSessions {
    /// Since when, so that all look at the same moments.
    began: Instant,
    sessions: Arc<Mutex<HashMap<Uuid, Watched>>>,
    /// Held by whoever asks the database.
    turn: Arc<AsyncMutex<()>>,
}

/// One session, as long as any connection goes on under it.
#[derive(Debug, Default)]
struct Watched {
    connections: usize,
    /// Whether somebody waits to know whether it counts.
    is_asked: bool,
    /// Whether it counted after some commit.
    found: Option<(u64, bool)>,
}

/// The session that one connection goes on under.
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
    /// Follows a session. It may have ended since it was read, so that it is looked at although nothing follows.
    pub fn watch(&self, database: &Database, id: Uuid) -> WatchedSession {
        self.locked().entry(id).or_default().connections += 1;
        let mut commits = database.changes().watch();
        commits.mark_changed();
        WatchedSession { id, all: self.clone(), commits }
    }

    fn locked(&self) -> MutexGuard<'_, HashMap<Uuid, Watched>> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// All sessions that somebody waits to know of.
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
    /// Waits until something was committed since the session was last looked at.
    pub async fn changed(&mut self) {
        // The other end lasts as long as the database.
        let _ = self.commits.changed().await;
    }

    /// The next moment at which sessions are looked at where something has been committed: the same for all.
    pub fn next_look(&self) -> Instant {
        let periods = self.all.began.elapsed().as_secs() / PERIOD.as_secs() + 1;
        self.all.began + PERIOD * u32::try_from(periods).unwrap_or(u32::MAX)
    }

    /// Whether the session still counts after all commits that are known of. Of many who ask at once, one asks the
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
        // Whoever was woken together with this one may ask first.
        yield_now().await;
        let (commit, asked) = (*self.commits.borrow(), self.all.asked());
        let counting = sessions.counting(database, &asked).await?;
        self.all.note(&asked, commit, &counting);
        Ok(counting.contains(&self.id))
    }

    /// What is known since a commit; where that is nothing, it is asked.
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
