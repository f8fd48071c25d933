//! Feeds send a watched value again whenever it has changed. A value is loaded once, no matter how many watch it.

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

/// When a feed loads its value again.
#[derive(Debug, Clone, Copy)]
pub struct Refresh {
    /// The shortest time between two loads.
    pub period: Duration,
    /// Whether the value changes with time alone. If so, it is loaded every period, and not only after commits.
    pub changes_by_itself: bool,
}

/// The watched feeds of one kind. There is at most one for each key, and it ends with its last watcher.
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
    /// No feeds yet, and at most `most`: each feed costs a load at every commit, no matter how many watch it.
    pub fn new(refresh: Refresh, most: usize) -> Self {
        Self { feeds: Arc::default(), refresh, most }
    }

    /// The values that follow the one shown now. `look` returns the present value if it differs from the last one
    /// shown. A watcher that is slower than the feed gets only the newest value. RATE_LIMITED if nobody watches this
    /// key yet and there are already as many feeds as allowed.
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
        // Load at once what was committed since the caller's first load.
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
                    // If nobody watches any more, the feed ends above.
                    drop(sender.send(value));
                }
                // The log already says that the database does not answer.
                Err(error) if error.code == ErrorCode::Unavailable => commits.mark_changed(),
                Err(error) => {
                    tracing::error!(%error, cause = ?error.cause, "what is watched cannot be read");
                    commits.mark_changed();
                }
            }
        }
    }

    /// Removes the feed, unless somebody has started to watch it meanwhile.
    fn is_over(&self, key: &K, sender: &broadcast::Sender<V>) -> bool {
        let mut feeds = self.feeds.lock().unwrap_or_else(PoisonError::into_inner);
        let is_over = sender.receiver_count() == 0;
        if is_over {
            feeds.remove(key);
        }
        is_over
    }
}
