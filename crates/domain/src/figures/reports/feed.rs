//! The feeds of watched reports. Each report is computed once for all its subscribers, and published when a figure
//! changes.

use std::time::Duration;

use tokio::sync::broadcast;

use super::{
    Subject, TownReport,
    town::{closed, present, readable},
};
use store::{
    Database,
    error::Result,
    feeds::{Feeds, Refresh},
};
use types::{RegionCode, ReportPeriod, Scope};

/// The feeds of the watched reports.
pub type ReportFeeds = Feeds<Subject, TownReport>;

/// A report is published at most once a second.
pub const FEED_REFRESH: Refresh = Refresh { period: Duration::from_secs(1), changes_by_itself: false };

/// Subscribes to the changes of the report of a region and year after its present state. The errors are those of the
/// report itself.
pub async fn watch(
    feeds: &ReportFeeds,
    database: &Database,
    scope: &Scope,
    region_code: &RegionCode,
    year: i32,
) -> Result<broadcast::Receiver<TownReport>> {
    let subject = readable(database, scope, region_code, year, ReportPeriod::Year).await?;
    let shown = present(database, &subject).await?;
    // A bound is closed only for a report that is published.
    feeds.watch(database, subject, shown, async |database, subject, shown| {
        if present(&database, &subject).await?.has_figures_of(&shown) {
            return Ok(None);
        }
        closed(&database, &subject).await.map(Some)
    })
}

impl TownReport {
    /// Whether another report has the same figures, whatever the instant of each.
    pub(crate) fn has_figures_of(&self, other: &Self) -> bool {
        Self { as_of: other.as_of, ..self.clone() } == *other
    }
}
