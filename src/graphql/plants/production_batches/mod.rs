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

/// Goods of one product that a plant made in one go (生产批次).
pub struct ProductionBatch(production_batch::Model);

impl From<production_batch::Model> for ProductionBatch {
    fn from(row: production_batch::Model) -> Self {
        Self(row)
    }
}

/// The batch that a record is about; none where the reader may not see it.
pub async fn seen(ctx: &Context<'_>, id: Option<Uuid>) -> Result<Option<ProductionBatch>> {
    let batch = loader::optional::<production_batch::Entity>(ctx, id).await?;
    let is_seen = |batch: &production_batch::Model| {
        let insight = |actor| plants_domain::require_records(actor, &batch.plant_code, &batch.region_code);
        guard::actor(ctx).is_some_and(|actor| insight(actor).is_ok())
    };
    Ok(batch.filter(is_seen).map(ProductionBatch))
}

/// Where a yield lies that is not the usual one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
enum YieldWarning {
    /// Less came of the ingredients than usually does.
    BelowUsual,
    /// More came of the ingredients than usually does.
    AboveUsual,
}

/// Goods of one product that a plant made in one go (生产批次). It is never edited: it is voided, and recorded again.
#[Object]
impl ProductionBatch {
    /// The ID.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// Printed on the packages: B, ten characters and a check character in groups of four.
    async fn code(&self) -> ID {
        ID(self.0.code.0.clone())
    }

    /// The plant.
    async fn plant(&self, ctx: &Context<'_>) -> Result<ProcessingPlant> {
        processing_plants::plant_of(ctx, &self.0.plant_code).await
    }

    /// What was made.
    async fn product(&self, ctx: &Context<'_>) -> Result<Product> {
        products::of(ctx, &self.0.product_code).await
    }

    /// The day on which it was finished.
    async fn produced_on(&self) -> Date {
        self.0.produced_on.into()
    }

    /// The day on which it was begun.
    async fn began_on(&self) -> Date {
        self.0.began_on.into()
    }

    /// What was made, in kilograms, three decimal places.
    async fn output_kg(&self) -> Decimal {
        self.0.output_g.into()
    }

    /// What went in, in kilograms, three decimal places: the sum of the ingredients.
    async fn input_kg(&self) -> Decimal {
        self.0.input_g.into()
    }

    /// What was lost, in kilograms, three decimal places.
    async fn loss_kg(&self) -> Decimal {
        self.0.loss_g.into()
    }

    /// What is left of it, in kilograms, three decimal places; 0 once it is voided.
    async fn available_kg(&self) -> Decimal {
        self.0.available_g.into()
    }

    /// Output over input, four decimal places, rounded half up; null without ingredients.
    async fn yield_ratio(&self) -> Option<Decimal> {
        Ratio::of(self.0.output_g, self.0.input_g).map(Decimal::from)
    }

    /// Set where the yield is not what usually comes of the product's ingredients, as that is stated today; null where
    /// it is, or nobody has said what is usual.
    async fn yield_warning(&self, ctx: &Context<'_>) -> Result<Option<YieldWarning>> {
        let Some(ratio) = Ratio::of(self.0.output_g, self.0.input_g) else { return Ok(None) };
        let product = loader::row::<product::Entity>(ctx, self.0.product_code.clone()).await?;
        Ok(match (product.usual_yield_from, product.usual_yield_to) {
            (Some(from), _) if ratio < from => Some(YieldWarning::BelowUsual),
            (_, Some(to)) if ratio > to => Some(YieldWarning::AboveUsual),
            _ => None,
        })
    }

    /// What went in, in the order in which it was listed; at most a hundred.
    #[graphql(directive = list_size::apply(Some(10), None))]
    async fn ingredients(&self, ctx: &Context<'_>) -> Result<Vec<BatchIngredient>> {
        Ok(loaders::of_batch::<Vec<batch_ingredient::Model>>(ctx, self.0.id)
            .await?
            .unwrap_or_default()
            .into_iter()
            .map(BatchIngredient::from)
            .collect())
    }

    /// What else came of it; at most twenty.
    #[graphql(directive = list_size::apply(Some(5), None))]
    async fn by_products(&self, ctx: &Context<'_>) -> Result<Vec<ByProduct>> {
        Ok(loaders::of_batch::<Vec<batch_by_product::Model>>(ctx, self.0.id)
            .await?
            .unwrap_or_default()
            .into_iter()
            .map(ByProduct::from)
            .collect())
    }

    /// The steps that its product required when it was recorded; at most twenty.
    #[graphql(directive = list_size::apply(Some(5), None))]
    async fn steps(&self, ctx: &Context<'_>) -> Result<Vec<BatchStep>> {
        Ok(loaders::of_batch::<Vec<batch_step::Model>>(ctx, self.0.id)
            .await?
            .unwrap_or_default()
            .into_iter()
            .map(BatchStep::from)
            .collect())
    }

    /// The earliest day on which it could be finished with these steps.
    async fn earliest_finish_on(&self, ctx: &Context<'_>) -> Result<Date> {
        let steps = loaders::of_batch::<Vec<batch_step::Model>>(ctx, self.0.id).await?.unwrap_or_default();
        Ok(products_domain::earliest_finish(self.0.began_on, steps.into_iter().map(|step| step.days)).into())
    }

    /// The voided batch that it was recorded instead of; null where there is none.
    async fn replaces(&self, ctx: &Context<'_>) -> Result<Option<ProductionBatch>> {
        Ok(loader::optional::<production_batch::Entity>(ctx, self.0.replaces_id).await?.map(Self))
    }

    /// The batch that was recorded instead of it; null where there is none.
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

    /// When it was entered by the clock of whoever sent it; null where they did not say.
    async fn client_recorded_at(&self) -> Option<DateTime> {
        self.0.client_recorded_at.map(DateTime::from)
    }
}

/// What went into a batch: of an intake or of another batch, one of the two.
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
    /// The intake that it was drawn from; null where it was drawn from a batch.
    async fn intake(&self, ctx: &Context<'_>) -> Result<Option<Intake>> {
        Ok(loader::optional::<intake::Entity>(ctx, self.intake_id).await?.map(Intake::from))
    }

    /// The batch that it was drawn from; null where it was drawn from an intake.
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

/// What else came of a batch.
#[derive(SimpleObject)]
struct ByProduct {
    /// What it is.
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
    /// What was done.
    name: String,
    /// How many days it takes at least.
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
    /// Those of this plant.
    plant_code: Option<ID>,
    /// Those of this product.
    product_code: Option<ID>,
    /// Those finished on this day or later.
    produced_from: Option<Date>,
    /// Those finished on this day or earlier.
    produced_to: Option<Date>,
}

/// Queries about batches.
#[derive(Debug, Default)]
pub struct ProductionBatchQuery;

#[Object]
impl ProductionBatchQuery {
    /// The batch with this printed code, typed in any case and with or without hyphens, or with this id. For the
    /// PLANT_OPERATOR of its plant and for ADMIN, OFFICIAL and CLERK of its region; null with NOT_FOUND otherwise.
    async fn production_batch(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Printed code, or id.")] code: ID,
    ) -> Option<Result<ProductionBatch>> {
        nullable(async {
            let actor = allow(ctx, guard::PLANT_READERS)?;
            Ok(production_batches::get_by_code(database(ctx).reader(), actor, &code).await?.into())
        })
        .await
    }

    /// The batches that the caller may see, by the day on which they were finished, then id, newest first. Voided ones
    /// are listed too. For a PLANT_OPERATOR those of its own plant, and for ADMIN, OFFICIAL and CLERK those of plants
    /// in their region.
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
    /// Each batch as it is recorded, within a second, whichever server recorded it; of one plant, or of all that the
    /// account may see. For a PLANT_OPERATOR those of its own plant, and for ADMIN, OFFICIAL and CLERK those of plants
    /// in their region. INVALID_INPUT on `plantCode` where there is no such plant, FORBIDDEN where its batches are not
    /// the account's to see.
    async fn production_batch_recorded(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The plant; all of them unless said.")] plant_code: Option<ID>,
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
