//! Production batches.

use async_graphql::{Context, Enum, ID, Object, SimpleObject};
use uuid::Uuid;

use super::{
    accounts::{self, Account},
    intakes::Intake,
    processing_plants::{self, ProcessingPlant},
    products::{self, Product},
};
use crate::graphql::{
    document::cost::list_size,
    guard,
    list::{List, One},
    loader,
    scalar::{Date, DateTime, Decimal},
};
use domain::{
    plants::{processing_plants as plants_domain, production_batches, products as products_domain},
    stock_adjustments,
};
use store::{
    entity::plants::{batch_by_product, batch_ingredient, batch_step, intake, product, production_batch},
    error::Result,
};
use types::Ratio;

/// Goods of one product that a plant made in one batch (生产批次).
pub(crate) struct ProductionBatch(production_batch::Model);

impl From<production_batch::Model> for ProductionBatch {
    fn from(row: production_batch::Model) -> Self {
        Self(row)
    }
}

/// The batch that a record refers to. None if the reader may not see it.
pub(crate) async fn visible(ctx: &Context<'_>, id: Option<Uuid>) -> Result<Option<One<ProductionBatch>>> {
    let batch = loader::optional::<production_batch::Entity>(ctx, id).await?;
    let is_visible = |batch: &production_batch::Model| {
        let insight = |actor| plants_domain::require_records(actor, &batch.plant_code, &batch.region_code);
        guard::actor(ctx).is_some_and(|actor| insight(actor).is_ok())
    };
    Ok(batch.filter(is_visible).map(One::of))
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
    async fn plant(&self, ctx: &Context<'_>) -> Result<One<ProcessingPlant>> {
        processing_plants::plant_of(ctx, &self.0.plant_code).await
    }

    /// The product that was made.
    async fn product(&self, ctx: &Context<'_>) -> Result<One<Product>> {
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

    /// The sum of its adjustments that were not voided, in kilograms, three decimal places: below zero if it became
    /// less without being sold or used.
    async fn adjusted_kg(&self, ctx: &Context<'_>) -> Result<Decimal> {
        Ok(loader::load_or_default(ctx, self.0.id, stock_adjustments::of_batches).await?.into())
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
    async fn ingredients(&self, ctx: &Context<'_>) -> Result<List<BatchIngredient>> {
        Ok(loader::load_or_default(ctx, self.0.id, production_batches::ingredients_of)
            .await?
            .into_iter()
            .map(BatchIngredient::from)
            .collect())
    }

    /// Its by-products, at most 20.
    #[graphql(directive = list_size::apply(Some(5), None))]
    async fn by_products(&self, ctx: &Context<'_>) -> Result<List<ByProduct>> {
        Ok(loader::load_or_default(ctx, self.0.id, production_batches::by_products_of)
            .await?
            .into_iter()
            .map(ByProduct::from)
            .collect())
    }

    /// The steps that its product required when it was recorded, at most 20.
    #[graphql(directive = list_size::apply(Some(5), None))]
    async fn steps(&self, ctx: &Context<'_>) -> Result<List<BatchStep>> {
        Ok(loader::load_or_default(ctx, self.0.id, production_batches::steps_of)
            .await?
            .into_iter()
            .map(BatchStep::from)
            .collect())
    }

    /// The earliest day it could be finished, given these steps.
    async fn earliest_finish_on(&self, ctx: &Context<'_>) -> Result<Date> {
        let steps = loader::load_or_default(ctx, self.0.id, production_batches::steps_of).await?;
        Ok(products_domain::earliest_finish(self.0.began_on, steps.into_iter().map(|step| step.days)).into())
    }

    /// The voided batch that it replaces. Null if there is none.
    async fn replaces(&self, ctx: &Context<'_>) -> Result<Option<One<ProductionBatch>>> {
        Ok(loader::optional::<production_batch::Entity>(ctx, self.0.replaces_id).await?.map(One::of))
    }

    /// The batch that was recorded to replace it. Null if there is none.
    async fn replaced_by(&self, ctx: &Context<'_>) -> Result<Option<One<ProductionBatch>>> {
        Ok(loader::load(ctx, self.0.id, production_batches::replacements_of).await?.map(One::of))
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
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
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
    async fn intake(&self, ctx: &Context<'_>) -> Result<Option<One<Intake>>> {
        Ok(loader::optional::<intake::Entity>(ctx, self.intake_id).await?.map(One::of))
    }

    /// The batch it was drawn from. Null if it was drawn from an intake.
    async fn batch(&self, ctx: &Context<'_>) -> Result<Option<One<ProductionBatch>>> {
        Ok(loader::optional::<production_batch::Entity>(ctx, self.batch_id).await?.map(One::of))
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
