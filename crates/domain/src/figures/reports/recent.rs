//! Reports that were computed a short while ago. As long as nothing that a figure uses has been recorded since, they
//! are what is reported now, and need not be added up again.

use std::sync::Arc;

use moka::sync::Cache;

use super::{Subject, TownReport, compute};
use store::{Database, bound, error::Result};
use types::{Day, Timestamp};

/// The newest report of each subject that anybody has asked for, with the day up to which it counts what stands.
#[derive(Debug, Clone)]
pub struct RecentReports(Cache<(Subject, Day), Arc<TownReport>>);

impl RecentReports {
    /// So many are kept at most; of more, those that are asked for least are forgotten.
    pub fn new(most: u64) -> Self {
        Self(Cache::new(most))
    }

    /// The report as of an instant for which the bound is closed: all that counts for it has been recorded by now, by
    /// this server or by another, so that the newest record tells whether a kept one still says it.
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
        let report = database.read(async move |snapshot| compute(&*snapshot, subject, as_of).await).await?;
        if is_older {
            self.0.insert(key, Arc::new(report.clone()));
        }
        Ok(report)
    }
}
