//! A cache of recently computed reports. While nothing that a figure uses has been recorded since, a cached report is
//! still current and need not be summed again.

use std::sync::Arc;

use moka::sync::Cache;

use super::{Subject, TownReport, compute};
use store::{Database, bound, error::Result};
use types::{Day, Timestamp};

/// The newest requested report of each subject, with the last day on which its figures of a state count.
#[derive(Debug, Clone)]
pub struct RecentReports(Cache<(Subject, Day), Arc<TownReport>>);

impl RecentReports {
    /// Keeps at most `most` reports. Beyond that, the least requested ones are evicted.
    pub fn new(most: u64) -> Self {
        Self(Cache::new(most))
    }

    /// The report as of an instant for which the bound is closed. Everything that counts for it has been recorded by
    /// now, by this server or another, so the newest record shows whether a cached report is still valid.
    pub(super) async fn as_of(&self, database: &Database, subject: &Subject, as_of: Timestamp) -> Result<TownReport> {
        let key = (subject.clone(), subject.days().to.min(as_of.day()));
        let kept = self.0.get(&key);
        let is_older = kept.as_ref().is_none_or(|kept| kept.as_of <= as_of);
        if let Some(kept) = kept
            && is_older
            && bound::latest_recorded(database.reader()).await? <= kept.as_of
        {
            return Ok(TownReport { as_of, ..(*kept).clone() });
        }
        let subject = subject.clone();
        let report = database.read(async move |snapshot| compute(&snapshot, subject, as_of).await).await?;
        if is_older {
            self.0.insert(key, Arc::new(report.clone()));
        }
        Ok(report)
    }
}
