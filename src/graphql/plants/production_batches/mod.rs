//! Production batches.

mod mutations;

pub(crate) use mutations::ProductionBatchMutation;

use async_graphql::{Context, ID, InputObject, Object, Subscription};
use futures_util::{Stream, StreamExt, stream};

use crate::graphql::{
    connection::{Connection, request},
    feed,
    guard::{self, allow, database},
    input,
    objects::production_batches::ProductionBatch,
    scalar::Date,
};
use domain::plants::{
    processing_plants as plants_domain,
    production_batches::{self, BatchFeed},
};
use store::error::Result;

/// Filters batches. An absent field does not restrict the list. Both days are inclusive.
#[derive(Default, InputObject)]
struct ProductionBatchFilter {
    /// Only those of this plant.
    plant_code: Option<ID>,
    /// Only those of this product.
    product_code: Option<ID>,
    /// Only those finished on this day or later.
    produced_from: Option<Date>,
    /// Only those finished on this day or earlier.
    produced_to: Option<Date>,
}

/// Queries about batches.
#[derive(Debug, Default)]
pub(crate) struct ProductionBatchQuery;

#[Object]
impl ProductionBatchQuery {
    /// The batch with this printed code (in upper or lower case, with or without hyphens) or with this ID. For the
    /// PLANT_OPERATOR of its plant, and for ADMIN, OFFICIAL and CLERK of its region. Otherwise null with NOT_FOUND.
    async fn production_batch(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Printed code or ID.")] code: ID,
    ) -> Option<Result<ProductionBatch>> {
        guard::answer(ctx, guard::PLANT_READERS, |actor| async move {
            Ok(production_batches::get_by_code(database(ctx).reader(), actor, &code).await?.into())
        })
        .await
    }

    /// The batches that the caller may see, by the day they were finished, then ID, newest first. Voided batches are
    /// included. A PLANT_OPERATOR sees those of its own plant. ADMIN, OFFICIAL and CLERK see those of the plants in
    /// their region.
    async fn production_batches(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Filters the batches.")] filter: Option<ProductionBatchFilter>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<ProductionBatch>>> {
        guard::answer(ctx, guard::PLANT_READERS, |actor| async move {
            let ProductionBatchFilter { plant_code, product_code, produced_from, produced_to } =
                filter.unwrap_or_default();
            let filter = production_batches::Filter {
                plant_code: input::id(plant_code),
                product_code: input::id(product_code),
                produced_from: input::read("filter.producedFrom", produced_from)?,
                produced_to: input::read("filter.producedTo", produced_to)?,
            };
            let request = request(ctx, first, after);
            Ok(production_batches::list(database(ctx).reader(), actor, filter, &request).await?.into())
        })
        .await
    }
}

/// Subscriptions to batches.
#[derive(Debug, Default)]
pub(crate) struct ProductionBatchSubscription;

#[Subscription]
impl ProductionBatchSubscription {
    /// Sends each batch within a second after it is recorded, on whichever server. It covers one plant, or all plants
    /// that the account may see. A PLANT_OPERATOR sees the batches of its own plant. ADMIN, OFFICIAL and CLERK see
    /// those of the plants in their region. INVALID_INPUT on `plantCode` if there is no such plant. FORBIDDEN if the
    /// account may not see its batches.
    async fn production_batch_recorded(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The plant. Default: all plants.")] plant_code: Option<ID>,
    ) -> Result<impl Stream<Item = ProductionBatch> + use<>> {
        let actor = allow(ctx, guard::PLANT_READERS)?.clone();
        let database = database(ctx).clone();
        let plant = match plant_code {
            Some(code) => Some(plants_domain::watchable(database.reader(), &actor, &code).await?),
            None => None,
        };
        let (position, receiver) = production_batches::watch(ctx.data_unchecked::<BatchFeed>(), &database).await?;
        let follower = production_batches::Follower { database, actor, plant, position };
        let batches = stream::unfold((follower, Box::pin(feed::of(receiver))), async |(mut follower, mut feed)| {
            let up_to = feed.next().await?;
            Some((follower.read(up_to).await, (follower, feed)))
        });
        Ok(batches.flat_map(stream::iter).map(ProductionBatch::from))
    }
}
