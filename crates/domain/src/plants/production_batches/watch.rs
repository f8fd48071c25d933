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
    page::{filter_some, is_after},
};
use types::{Actor, Timestamp};

/// The single feed of batches. It reports the instant up to which batches have been recorded. Each subscriber then
/// reads on from its own position.
pub type BatchFeed = Feeds<(), Timestamp>;

/// A batch reaches subscribers within a second.
pub const FEED_REFRESH: Refresh = Refresh { period: Duration::from_millis(500), changes_by_itself: false };

/// The most batches read in one statement.
const BATCHES_AT_ONCE: u64 = 1000;

/// The position at which a new subscriber starts, and the receiver of the instants up to which it may read.
pub async fn watch(feed: &BatchFeed, database: &Database) -> Result<(Position, broadcast::Receiver<Timestamp>)> {
    let reported = bound::close(database, None).await?;
    let receiver = feed.watch(database, (), reported, async |database, (), reported| {
        use production_batch::Column;
        let newer = production_batch::Entity::find()
            .filter(Column::RecordedAt.gt(reported))
            .limit(1)
            .one(database.reader())
            .await?;
        if newer.is_none() {
            return Ok(None);
        }
        bound::close(&database, None).await.map(Some)
    })?;
    // A feed that already has subscribers may have reported batches recorded while this subscriber joined. Closing a
    // bound now gives a start after which nothing is missed.
    let from = bound::close(database, None).await?;
    Ok((Position(from, Uuid::max()), receiver))
}

/// The position after which a subscriber reads on: the instant and the id of a batch.
#[derive(Debug, Clone, Copy)]
pub struct Position(Timestamp, Uuid);

/// A subscriber that watches batches.
#[derive(Debug)]
pub struct Follower {
    /// The database with the batches.
    pub database: Database,
    /// The actor whose visibility applies.
    pub actor: Actor,
    /// The plant whose batches are watched. All plants if absent.
    pub plant: Option<String>,
    /// The position up to which batches have been read.
    pub position: Position,
}

impl Follower {
    /// The batches recorded after the position and up to an instant at which a bound was closed, in order of
    /// recording. The position moves past them. If they cannot be read, the position stays, and they are read after
    /// the next report.
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
            .filter(is_after(&[Column::RecordedAt, Column::Id], vec![instant.into(), id.into()], &Order::Asc))
            .filter(Column::RecordedAt.lte(up_to));
        let query = filter_some(query, self.plant.as_deref(), |code| Column::PlantCode.eq(code));
        let query = query.order_by_asc(Column::RecordedAt).order_by_asc(Column::Id).limit(BATCHES_AT_ONCE);
        Ok(query.all(self.database.reader()).await?)
    }
}
