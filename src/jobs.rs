//! Jobs: everything that runs beside requests, from the start of the server to its end.

use std::time::Duration;

use domain::presales::{preorders::Rules, shortfalls};
use store::{Database, LookOut, error::Result, idempotency, seal};
use tokio::{task::JoinSet, time::interval};

use crate::config::Config;

/// The jobs of a server that runs.
pub struct Jobs {
    /// They end when this is dropped.
    tasks: JoinSet<()>,
    look_out: Option<LookOut>,
}

impl Jobs {
    /// Starts all jobs.
    pub async fn start(database: &Database, config: &Config) -> Result<Self> {
        let mut tasks = JoinSet::new();
        tasks.spawn(forget_answered_requests(database.clone(), config.requests.idempotency_days));
        tasks.spawn(finish_shortfalls(database.clone(), config.preorders));
        tasks.spawn(seal::every_second(database.clone()));
        Ok(Self { tasks, look_out: database.look_for_others().await? })
    }

    /// Ends all jobs, and seals the audit log up to its last row.
    pub async fn stop(self, database: &Database) -> Result<()> {
        drop(self.tasks);
        if let Some(look_out) = self.look_out {
            look_out.close().await?;
        }
        seal::seal(database).await?;
        Ok(())
    }
}

/// Forgets answered requests that are older than the setting says, once a day.
async fn forget_answered_requests(database: Database, days: u32) {
    let mut daily = interval(Duration::from_secs(86_400));
    loop {
        daily.tick().await;
        let oldest = database.clock().now().plus(-i64::from(days) * 86_400_000_000);
        match idempotency::forget_before(&database, oldest).await {
            Ok(0) => {}
            Ok(forgotten) => tracing::info!(forgotten, "forgot answered requests"),
            Err(error) => tracing::error!(%error, cause = ?error.cause, "answered requests could not be forgotten"),
        }
    }
}

/// Settles the rest of shortfalls that an error or the end of a program interrupted, at the start and once a minute.
async fn finish_shortfalls(database: Database, rules: Rules) {
    let mut each_minute = interval(Duration::from_secs(60));
    loop {
        each_minute.tick().await;
        if let Err(error) = shortfalls::finish_all(&database, rules).await {
            tracing::error!(%error, cause = ?error.cause, "a shortfall could not be settled completely");
        }
    }
}
