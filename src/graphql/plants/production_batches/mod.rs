//! Production batches.

use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject, Subscription};
use futures_util::{Stream, StreamExt, stream};
use uuid::Uuid;

pub mod loaders;
mod mutations;

pub use mutations::ProductionBatchMutation;

use super::{
    intakes::Intake,
    products::{self, Product},
};
use crate::graphql::document::cost::list_size;
use crate::graphql::{
    access::accounts::{self, Account},
    connection::{Connection, request},
    feed,
    guard::{self, allow, database, nullable},
    input, loader,
    plants::processing_plants::{self, ProcessingPlant},
    scalar::{Date, DateTime, Decimal},
};
use domain::plants::{
    processing_plants as plants_domain,
    production_batches::{self, BatchFeed},
    products as products_domain,
};
use store::{
    entity::plants::{batch_by_product, batch_ingredient, batch_step, intake, product, production_batch},
    error::Result,
};
use types::Ratio;

/// Goods of one product that a plant made in one batch (生产批次).
pub struct ProductionBatch(production_batch::Model);

impl From<production_batch::Model> for ProductionBatch {
    fn from(row: production_batch::Model) -> Self {
        Self(row)
    }
}

/// The batch that a record refers to. None if the reader may not see it.
pub async fn seen(ctx: &Context<'_>, id: Option<Uuid>) -> Result<Option<ProductionBatch>> {
    let batch = loader::optional::<production_batch::Entity>(ctx, id).await?;
    let is_seen = |batch: &production_batch::Model| {
        let insight = |actor| plants_domain::require_records(actor, &batch.plant_code, &batch.region_code);
        guard::actor(ctx).is_some_and(|actor| insight(actor).is_ok())
    };
    Ok(batch.filter(is_seen).map(ProductionBatch))
}

/// How an unusual yield differs from the usual one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
enum YieldWarning {
    /// The yield is lower than usual.
    BelowUsual,
    /// The yield is higher than usual.
    AboveUsual,
}

/// Goods of one product that a plant made in one batch (生产批次). A batch is never edited: it is voided and recorded
/// again.
#[Object]
impl ProductionBatch {
    /// The ID.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// Its code, printed on the packages: B, then ten characters and a check character, in groups of four.
    async fn code(&self) -> ID {
        ID(self.0.code.0.clone())
    }

    /// The plant that made it.
    async fn plant(&self, ctx: &Context<'_>) -> Result<ProcessingPlant> {
        processing_plants::plant_of(ctx, &self.0.plant_code).await
    }

    /// The product that was made.
    async fn product(&self, ctx: &Context<'_>) -> Result<Product> {
        products::of(ctx, &self.0.product_code).await
    }

    /// The day it was finished.
    async fn produced_on(&self) -> Date {
        self.0.produced_on.into()
    }

    /// The day it was begun.
    async fn began_on(&self) -> Date {
        self.0.began_on.into()
    }

    /// The output in kilograms, three decimal places.
    async fn output_kg(&self) -> Decimal {
        self.0.output_g.into()
    }

    /// The input in kilograms, three decimal places: the sum of the ingredients.
    async fn input_kg(&self) -> Decimal {
        self.0.input_g.into()
    }

    /// The loss in kilograms, three decimal places.
    async fn loss_kg(&self) -> Decimal {
        self.0.loss_g.into()
    }

    /// The quantity left, in kilograms, three decimal places. 0 once it is voided.
    async fn available_kg(&self) -> Decimal {
        self.0.available_g.into()
    }

    /// The yield: output divided by input, four decimal places, rounded half up. Null without ingredients.
    async fn yield_ratio(&self) -> Option<Decimal> {
        Ratio::of(self.0.output_g, self.0.input_g).map(Decimal::from)
    }

    /// Set if the yield is outside the usual range of the product, as that range is set today. Null if it is within the
    /// range, if no range is set, or without ingredients.
    async fn yield_warning(&self, ctx: &Context<'_>) -> Result<Option<YieldWarning>> {
        let Some(ratio) = Ratio::of(self.0.output_g, self.0.input_g) else { return Ok(None) };
        let product = loader::row::<product::Entity>(ctx, self.0.product_code.clone()).await?;
        Ok(match (product.usual_yield_from, product.usual_yield_to) {
            (Some(from), _) if ratio < from => Some(YieldWarning::BelowUsual),
            (_, Some(to)) if ratio > to => Some(YieldWarning::AboveUsual),
            _ => None,
        })
    }

    /// Its ingredients, in the order they were listed. At most 100.
    #[graphql(directive = list_size::apply(Some(10), None))]
    async fn ingredients(&self, ctx: &Context<'_>) -> Result<Vec<BatchIngredient>> {
        Ok(loaders::of_batch::<Vec<batch_ingredient::Model>>(ctx, self.0.id)
            .await?
            .unwrap_or_default()
            .into_iter()
            .map(BatchIngredient::from)
            .collect())
    }

    /// Its by-products, at most 20.
    #[graphql(directive = list_size::apply(Some(5), None))]
    async fn by_products(&self, ctx: &Context<'_>) -> Result<Vec<ByProduct>> {
        Ok(loaders::of_batch::<Vec<batch_by_product::Model>>(ctx, self.0.id)
            .await?
            .unwrap_or_default()
            .into_iter()
            .map(ByProduct::from)
            .collect())
    }

    /// The steps that its product required when it was recorded, at most 20.
    #[graphql(directive = list_size::apply(Some(5), None))]
    async fn steps(&self, ctx: &Context<'_>) -> Result<Vec<BatchStep>> {
        Ok(loaders::of_batch::<Vec<batch_step::Model>>(ctx, self.0.id)
            .await?
            .unwrap_or_default()
            .into_iter()
            .map(BatchStep::from)
            .collect())
    }

    /// The earliest day it could be finished, given these steps.
    async fn earliest_finish_on(&self, ctx: &Context<'_>) -> Result<Date> {
        let steps = loaders::of_batch::<Vec<batch_step::Model>>(ctx, self.0.id).await?.unwrap_or_default();
        Ok(products_domain::earliest_finish(self.0.began_on, steps.into_iter().map(|step| step.days)).into())
    }

    /// The voided batch that it replaces. Null if there is none.
    async fn replaces(&self, ctx: &Context<'_>) -> Result<Option<ProductionBatch>> {
        Ok(loader::optional::<production_batch::Entity>(ctx, self.0.replaces_id).await?.map(Self))
    }

    /// The batch that was recorded to replace it. Null if there is none.
    async fn replaced_by(&self, ctx: &Context<'_>) -> Result<Option<ProductionBatch>> {
        Ok(loaders::of_batch::<production_batch::Model>(ctx, self.0.id).await?.map(Self))
    }

    /// When it was voided. Null unless it is voided.
    async fn voided_at(&self) -> Option<DateTime> {
        self.0.voided_at.map(DateTime::from)
    }

    /// The reason for voiding it. Null unless it is voided.
    async fn void_reason(&self) -> Option<&str> {
        self.0.void_reason.as_deref()
    }

    /// The account that recorded it. Null unless the reader is ADMIN, OFFICIAL or CLERK.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
        accounts::who(ctx, self.0.recorded_by).await
    }

    /// When it was recorded.
    async fn recorded_at(&self) -> DateTime {
        self.0.recorded_at.into()
    }

    /// When it was entered, by the clock of the client. Null if the client did not send it.
    async fn client_recorded_at(&self) -> Option<DateTime> {
        self.0.client_recorded_at.map(DateTime::from)
    }
}

/// An ingredient of a batch: from an intake or from another batch, exactly one of the two.
#[derive(SimpleObject)]
#[graphql(complex)]
struct BatchIngredient {
    /// Quantity in kilograms, three decimal places.
    quantity_kg: Decimal,
    #[graphql(skip)]
    intake_id: Option<Uuid>,
    #[graphql(skip)]
    batch_id: Option<Uuid>,
}

#[async_graphql::ComplexObject]
impl BatchIngredient {
    /// The intake it was drawn from. Null if it was drawn from a batch.
    async fn intake(&self, ctx: &Context<'_>) -> Result<Option<Intake>> {
        Ok(loader::optional::<intake::Entity>(ctx, self.intake_id).await?.map(Intake::from))
    }

    /// The batch it was drawn from. Null if it was drawn from an intake.
    async fn batch(&self, ctx: &Context<'_>) -> Result<Option<ProductionBatch>> {
        Ok(loader::optional::<production_batch::Entity>(ctx, self.batch_id).await?.map(ProductionBatch))
    }
}

impl From<batch_ingredient::Model> for BatchIngredient {
    fn from(row: batch_ingredient::Model) -> Self {
        let batch_ingredient::Model {
            id: _,
            batch_id: _,
            position: _,
            intake_id,
            source_batch_id,
            from_batch_id: _,
            quantity_g,
        } = row;
        Self { quantity_kg: quantity_g.into(), intake_id, batch_id: source_batch_id }
    }
}

/// A by-product of a batch.
#[derive(SimpleObject)]
struct ByProduct {
    /// Its name.
    name: String,
    /// Quantity in kilograms, three decimal places.
    quantity_kg: Decimal,
}

impl From<batch_by_product::Model> for ByProduct {
    fn from(row: batch_by_product::Model) -> Self {
        let batch_by_product::Model { id: _, batch_id: _, position: _, name, quantity_g } = row;
        Self { name, quantity_kg: quantity_g.into() }
    }
}

/// A step of a batch.
#[derive(SimpleObject)]
struct BatchStep {
    /// The work that was done.
    name: String,
    /// The minimum number of days it takes.
    days: i32,
}

impl From<batch_step::Model> for BatchStep {
    fn from(row: batch_step::Model) -> Self {
        let batch_step::Model { id: _, batch_id: _, position: _, name, days } = row;
        Self { name, days }
    }
}

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
pub struct ProductionBatchQuery;

#[Object]
impl ProductionBatchQuery {
    /// The batch with this printed code (in upper or lower case, with or without hyphens) or with this ID. For the
    /// PLANT_OPERATOR of its plant, and for ADMIN, OFFICIAL and CLERK of its region. Otherwise null with NOT_FOUND.
    async fn production_batch(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Printed code or ID.")] code: ID,
    ) -> Option<Result<ProductionBatch>> {
        nullable(async {
            let actor = allow(ctx, guard::PLANT_READERS)?;
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
        nullable(async {
            let actor = allow(ctx, guard::PLANT_READERS)?;
            let ProductionBatchFilter { plant_code, product_code, produced_from, produced_to } =
                filter.unwrap_or_default();
            let filter = production_batches::Filter {
                plant_code: plant_code.map(|code| code.0),
                product_code: product_code.map(|code| code.0),
                produced_from: produced_from.map(|day| input::day("filter.producedFrom", &day)).transpose()?,
                produced_to: produced_to.map(|day| input::day("filter.producedTo", &day)).transpose()?,
            };
            let request = request(ctx, first, after);
            Ok(production_batches::list(database(ctx).reader(), actor, filter, &request).await?.into())
        })
        .await
    }
}

/// Subscriptions to batches.
#[derive(Debug, Default)]
pub struct ProductionBatchSubscription;

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
        let told = stream::unfold((follower, Box::pin(feed::of(receiver))), async |(mut follower, mut feed)| {
            let up_to = feed.next().await?;
            Some((follower.read(up_to).await, (follower, feed)))
        });
        Ok(told.flat_map(stream::iter).map(ProductionBatch))
    }
}
