//! Watching batches as they are recorded, whichever server records them.

use std::time::Duration;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use tokio::sync::broadcast;

use crate::{
    db::{Database, bound},
    domain::feeds::{Feeds, Pace},
    entity::production_batch,
    error::Result,
    types::{Actor, Timestamp},
};

/// The one feed of batches: it tells up to which instant batches have been recorded, and each who watches reads on from where they were.
pub type BatchFeed = Feeds<(), Timestamp>;

/// A batch is given out within a second.
pub const FEED_PACE: Pace = Pace { period: Duration::from_millis(500), changes_by_itself: false };

/// The largest number of batches that are read together.
const BATCHES_AT_ONCE: u64 = 1000;

/// From when on batches will be told of, and what follows it. A bound is closed where there are new ones, so that none appears behind
/// an instant that was told.
pub async fn watch(feed: &BatchFeed, database: &Database) -> Result<(Timestamp, broadcast::Receiver<Timestamp>)> {
    let from = bound::close(database, None).await?;
    let receiver = feed.watch(database, (), from, async |database, (), told| {
        use production_batch::Column;
        let newer = production_batch::Entity::find().filter(Column::RecordedAt.gt(told)).limit(1).one(database.reader()).await?;
        if newer.is_none() {
            return Ok(None);
        }
        bound::close(&database, None).await.map(Some)
    });
    Ok((from, receiver))
}

/// The batches that were recorded behind one instant and up to another and that the actor may see, of one plant or of all, in the order of
/// their recording; at most a thousand.
pub async fn recorded_between(
    connection: &impl ConnectionTrait,
    actor: &Actor,
    plant_code: Option<&str>,
    behind: Timestamp,
    up_to: Timestamp,
) -> Result<Vec<production_batch::Model>> {
    use production_batch::Column;
    let query = production_batch::Entity::visible_to(actor).filter(Column::RecordedAt.gt(behind)).filter(Column::RecordedAt.lte(up_to));
    let query = crate::db::page::when(query, plant_code, |code| Column::PlantCode.eq(code));
    Ok(query.order_by_asc(Column::RecordedAt).order_by_asc(Column::Id).limit(BATCHES_AT_ONCE).all(connection).await?)
}
