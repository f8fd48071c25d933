//! The reports that somebody watches: computed once however many watch, and given out where a figure differs.

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

/// The feeds of the reports that anybody watches.
pub type ReportFeeds = Feeds<Subject, TownReport>;

/// A report is given out once a second at most.
pub const FEED_REFRESH: Refresh = Refresh { period: Duration::from_secs(1), changes_by_itself: false };

/// The reports of a region and year that follow the present one. Refused as the report itself is.
pub async fn watch(
    feeds: &ReportFeeds,
    database: &Database,
    scope: &Scope,
    region_code: &RegionCode,
    year: i32,
) -> Result<broadcast::Receiver<TownReport>> {
    let subject = readable(database, scope, region_code, year, ReportPeriod::Year).await?;
    let shown = present(database, &subject).await?;
    // A bound is closed only for what is given out.
    feeds.watch(database, subject, shown, async |database, subject, shown| {
        if present(&database, &subject).await?.has_figures_of(&shown) {
            return Ok(None);
        }
        closed(&database, &subject).await.map(Some)
    })
}

impl TownReport {
    /// Whether another report gives the same figures, as of whatever instant.
    pub(crate) fn has_figures_of(&self, other: &Self) -> bool {
        Self { as_of: other.as_of, ..self.clone() } == *other
    }
}
