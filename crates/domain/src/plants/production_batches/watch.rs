//! Watching batches as they are recorded, whichever server records them.

use std::time::Duration;

use sea_orm::{ColumnTrait, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect};
use tokio::sync::broadcast;
use uuid::Uuid;

use store::{
    Database, bound,
    entity::plants::production_batch,
    error::Result,
    feeds::{Feeds, Refresh},
    page::{behind, filter_some},
};
use types::{Actor, Timestamp};

/// The one feed of batches: it tells up to which instant batches have been recorded, and each who watches reads on from
/// where they were.
pub type BatchFeed = Feeds<(), Timestamp>;

/// A batch is given out within a second.
pub const FEED_REFRESH: Refresh = Refresh { period: Duration::from_millis(500), changes_by_itself: false };

/// The largest number of batches that are read together.
const BATCHES_AT_ONCE: u64 = 1000;

/// Where whoever begins to watch now is, and what tells how far they may read on.
pub async fn watch(feed: &BatchFeed, database: &Database) -> Result<(Position, broadcast::Receiver<Timestamp>)> {
    let told = bound::close(database, None).await?;
    let receiver = feed.watch(database, (), told, async |database, (), told| {
        use production_batch::Column;
        let newer = production_batch::Entity::find()
            .filter(Column::RecordedAt.gt(told))
            .limit(1)
            .one(database.reader())
            .await?;
        if newer.is_none() {
            return Ok(None);
        }
        bound::close(&database, None).await.map(Some)
    })?;
    // A feed that others watch already may have told of what was recorded while this one came to it: from here on
    // nothing is missed.
    let from = bound::close(database, None).await?;
    Ok((Position(from, Uuid::max()), receiver))
}

/// Behind which batch somebody reads on: that of an instant and an id.
#[derive(Debug, Clone, Copy)]
pub struct Position(Timestamp, Uuid);

/// Somebody who watches batches.
#[derive(Debug)]
pub struct Follower {
    /// Where the batches are.
    pub database: Database,
    /// On whose behalf.
    pub actor: Actor,
    /// Those of one plant, or all.
    pub plant: Option<String>,
    /// Up to where they have read.
    pub position: Position,
}

impl Follower {
    /// The batches recorded behind the position and up to an instant at which a bound was closed, in the order of their
    /// recording; the position moves on behind them. Where they cannot be read, it stays, and they come with what is
    /// told next.
    pub async fn read(&mut self, up_to: Timestamp) -> Vec<production_batch::Model> {
        let mut batches = Vec::new();
        loop {
            match self.next(up_to).await {
                Ok(read) => {
                    let is_all = (read.len() as u64) < BATCHES_AT_ONCE;
                    self.position = match read.last() {
                        Some(last) if !is_all => Position(last.recorded_at, last.id),
                        _ => Position(up_to.max(self.position.0), Uuid::max()),
                    };
                    batches.extend(read);
                    if is_all {
                        return batches;
                    }
                }
                Err(error) => {
                    tracing::error!(%error, cause = ?error.cause, "batches cannot be read");
                    return batches;
                }
            }
        }
    }

    async fn next(&self, up_to: Timestamp) -> Result<Vec<production_batch::Model>> {
        use production_batch::Column;
        let Position(instant, id) = self.position;
        let query = production_batch::Entity::visible_to(&self.actor)
            .filter(behind(&[Column::RecordedAt, Column::Id], vec![instant.into(), id.into()], &Order::Asc))
            .filter(Column::RecordedAt.lte(up_to));
        let query = filter_some(query, self.plant.as_deref(), |code| Column::PlantCode.eq(code));
        let query = query.order_by_asc(Column::RecordedAt).order_by_asc(Column::Id).limit(BATCHES_AT_ONCE);
        Ok(query.all(self.database.reader()).await?)
    }
}
