//! Sessions that connections go on under, longer than a request: whether they still count, looked at together.
//!
//! A session can only end by a commit, of this server's or another's, or by its time. So it is looked at again after commits, all
//! sessions in one question however many connections there are; its time is known in advance to whoever holds the connection.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::{Mutex as AsyncMutex, watch};
use uuid::Uuid;

use crate::{db::Database, domain::sessions::Sessions, error::Result};

/// The sessions that connections go on under. Clones are the same.
#[derive(Debug, Clone, Default)]
pub struct WatchedSessions {
    /// How many connections go on under each.
    connections: Arc<Mutex<HashMap<Uuid, usize>>>,
    found: Arc<AsyncMutex<Found>>,
}

/// What was found when the sessions were last looked at.
#[derive(Debug, Default)]
struct Found {
    /// After which commit that was.
    commit: Option<u64>,
    asked: HashSet<Uuid>,
    counting: HashSet<Uuid>,
}

/// The session that one connection goes on under.
#[derive(Debug)]
pub struct WatchedSession {
    id: Uuid,
    sessions: WatchedSessions,
    commits: watch::Receiver<u64>,
}

impl WatchedSessions {
    /// Follows a session, beginning with a look at it: it may have ended since it was read.
    pub fn watch(&self, database: &Database, id: Uuid) -> WatchedSession {
        *self.connections.lock().unwrap_or_else(PoisonError::into_inner).entry(id).or_default() += 1;
        let mut commits = database.changes().watch();
        commits.mark_changed();
        WatchedSession { id, sessions: self.clone(), commits }
    }

    fn ids(&self) -> Vec<Uuid> {
        self.connections.lock().unwrap_or_else(PoisonError::into_inner).keys().copied().collect()
    }
}

impl WatchedSession {
    /// Waits until something was committed since the session was last looked at.
    pub async fn changed(&mut self) {
        // The other end lasts as long as the database.
        let _ = self.commits.changed().await;
    }

    /// Whether the session still counts after all commits that are known of. Of many who ask at once, one asks the database for all.
    pub async fn counts(&mut self, database: &Database, sessions: &Sessions) -> Result<bool> {
        let commit = *self.commits.borrow_and_update();
        let mut found = self.sessions.found.lock().await;
        if found.commit < Some(commit) || !found.asked.contains(&self.id) {
            let commit = *self.commits.borrow();
            let asked = self.sessions.ids();
            let counting = sessions.counting(database, &asked).await?;
            *found = Found { commit: Some(commit), asked: asked.into_iter().collect(), counting };
        }
        Ok(found.counting.contains(&self.id))
    }
}

impl Drop for WatchedSession {
    fn drop(&mut self) {
        let mut connections = self.sessions.connections.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(number) = connections.get_mut(&self.id) {
            *number -= 1;
            if *number == 0 {
                connections.remove(&self.id);
            }
        }
    }
}
