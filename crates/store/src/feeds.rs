//! Feeds: what is watched is given out again whenever it has changed, looked at once however many watch it.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::{
    sync::broadcast,
    time::{Instant, sleep, sleep_until},
};

use crate::{
    Database,
    error::{Error, ErrorCode, Result},
};

/// When a feed looks again.
#[derive(Debug, Clone, Copy)]
pub struct Refresh {
    /// The shortest time between two looks.
    pub period: Duration,
    /// Whether what is watched changes with time alone, so that it is looked at each period, and not only when
    /// something was committed.
    pub changes_by_itself: bool,
}

/// The feeds of one kind that anybody watches. There is at most one for each key, and it ends with its last watcher.
#[derive(Debug)]
pub struct Feeds<K, V> {
    feeds: Arc<Mutex<HashMap<K, broadcast::Sender<V>>>>,
    refresh: Refresh,
    most: usize,
}

impl<K, V> Clone for Feeds<K, V> {
    fn clone(&self) -> Self {
        Self { feeds: self.feeds.clone(), refresh: self.refresh, most: self.most }
    }
}

impl<K, V> Feeds<K, V>
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
{
    /// No feed yet, and never more than so many: each costs a look at every change, whoever watches it.
    pub fn new(refresh: Refresh, most: usize) -> Self {
        Self { feeds: Arc::default(), refresh, most }
    }

    /// What follows the value that is shown now. `look` gives the present one where it is another than the one shown
    /// last. Whoever is slower than the feed gets the newest alone. RATE_LIMITED where nobody watches this yet and
    /// there are as many feeds as there may be.
    pub fn watch<F, Fut>(&self, database: &Database, key: K, shown: V, look: F) -> Result<broadcast::Receiver<V>>
    where
        F: Fn(Database, K, V) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Option<V>>> + Send + 'static,
    {
        let mut feeds = self.feeds.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(feed) = feeds.get(&key) {
            return Ok(feed.subscribe());
        }
        if feeds.len() >= self.most {
            return Err(Error::too_much_watched(self.most));
        }
        let (sender, receiver) = broadcast::channel(1);
        feeds.insert(key.clone(), sender.clone());
        drop(feeds);
        tokio::spawn(self.clone().run(database.clone(), key, shown, look, sender));
        Ok(receiver)
    }

    async fn run<F, Fut>(self, database: Database, key: K, mut shown: V, look: F, sender: broadcast::Sender<V>)
    where
        F: Fn(Database, K, V) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Option<V>>> + Send + 'static,
    {
        let mut commits = database.changes().watch();
        // What was committed since the first look is looked at now.
        commits.mark_changed();
        let mut next = Instant::now();
        loop {
            tokio::select! {
                () = sender.closed() => {
                    if self.is_over(&key, &sender) {
                        return;
                    }
                    continue;
                }
                _ = commits.changed() => {}
                () = sleep(self.refresh.period), if self.refresh.changes_by_itself => {}
            }
            sleep_until(next).await;
            next = Instant::now() + self.refresh.period;
            match look(database.clone(), key.clone(), shown.clone()).await {
                Ok(None) => {}
                Ok(Some(value)) => {
                    shown = value.clone();
                    // Nobody may watch any more; then the feed ends above.
                    drop(sender.send(value));
                }
                // That the database does not answer, the log says already.
                Err(error) if error.code == ErrorCode::Unavailable => commits.mark_changed(),
                Err(error) => {
                    tracing::error!(%error, cause = ?error.cause, "what is watched cannot be looked at");
                    commits.mark_changed();
                }
            }
        }
    }

    /// Takes the feed out unless somebody has come to watch it meanwhile.
    fn is_over(&self, key: &K, sender: &broadcast::Sender<V>) -> bool {
        let mut feeds = self.feeds.lock().unwrap_or_else(PoisonError::into_inner);
        let is_over = sender.receiver_count() == 0;
        if is_over {
            feeds.remove(key);
        }
        is_over
    }
}
