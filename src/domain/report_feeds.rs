//! Report feeds: a region's report again whenever its figures have changed, computed once however many watch.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::{
    sync::broadcast,
    time::{Instant, sleep_until},
};

use super::reports::{self, TownReport};
use crate::{
    db::Database,
    error::Result,
    types::{RegionCode, Scope},
};

/// The shortest time between two reports of one feed.
const PERIOD: Duration = Duration::from_secs(1);

type Feeds = HashMap<(RegionCode, i32), broadcast::Sender<TownReport>>;

/// The feeds that anybody watches. There is at most one for each region and year, and it ends with its last watcher.
#[derive(Debug, Clone, Default)]
pub struct ReportFeeds {
    feeds: Arc<Mutex<Feeds>>,
}

impl ReportFeeds {
    /// The reports of a region and year that follow the present one. Whoever is slower than the feed gets the newest alone. Refused as the
    /// report itself is.
    pub async fn watch(
        &self,
        database: &Database,
        scope: &Scope,
        region_code: &RegionCode,
        year: i32,
    ) -> Result<broadcast::Receiver<TownReport>> {
        let region = reports::readable(database, scope, region_code, year).await?;
        let key = (region, year);
        // The figures are looked at before the feed is watched, so that no change between is lost.
        let shown = reports::present(database, &key.0, year).await?;
        let mut feeds = self.feeds.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(feed) = feeds.get(&key) {
            return Ok(feed.subscribe());
        }
        let (sender, receiver) = broadcast::channel(1);
        feeds.insert(key.clone(), sender.clone());
        drop(feeds);
        tokio::spawn(self.clone().run(database.clone(), key, shown, sender));
        Ok(receiver)
    }

    async fn run(self, database: Database, key: (RegionCode, i32), mut shown: TownReport, sender: broadcast::Sender<TownReport>) {
        let mut commits = database.changes().watch();
        // What was committed since the figures were looked at is looked at now.
        commits.mark_changed();
        let mut next = Instant::now();
        loop {
            tokio::select! {
                () = sender.closed() => {
                    if self.is_over(&key, &sender) {
                        return;
                    }
                }
                _ = commits.changed() => {
                    sleep_until(next).await;
                    next = Instant::now() + PERIOD;
                    match self.changed(&database, &key, &shown).await {
                        Ok(None) => {}
                        Ok(Some(report)) => {
                            shown = report.clone();
                            // Nobody may watch any more; then the feed ends above.
                            drop(sender.send(report));
                        }
                        Err(error) => {
                            tracing::error!(%error, cause = ?error.cause, "a watched report cannot be given");
                            commits.mark_changed();
                        }
                    }
                }
            }
        }
    }

    /// The report, where its figures are other than those shown last. Only then a bound is closed for it.
    async fn changed(&self, database: &Database, key: &(RegionCode, i32), shown: &TownReport) -> Result<Option<TownReport>> {
        if reports::present(database, &key.0, key.1).await?.has_figures_of(shown) {
            return Ok(None);
        }
        Ok(Some(reports::closed(database, &key.0, key.1, None).await?))
    }

    /// Takes the feed out unless somebody has come to watch it meanwhile.
    fn is_over(&self, key: &(RegionCode, i32), sender: &broadcast::Sender<TownReport>) -> bool {
        let mut feeds = self.feeds.lock().unwrap_or_else(PoisonError::into_inner);
        let is_over = sender.receiver_count() == 0;
        if is_over {
            feeds.remove(key);
        }
        is_over
    }
}
