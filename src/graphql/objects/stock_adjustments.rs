//! Adjustments of stock.

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use uuid::Uuid;

use super::{
    accounts::{self, Account},
    harvest_lots::HarvestLot,
    intakes::Intake,
    production_batches::ProductionBatch,
};
use crate::graphql::{
    list::One,
    loader,
    scalar::{Date, DateTime, Decimal},
};
use store::{
    entity::{
        harvest::harvest_lot,
        plants::{intake, production_batch},
        stock_adjustments::stock_adjustment,
    },
    error::Result,
};
use types::StockAdjustmentReason;

/// An adjustment of stock (库存调整): what became more or less of a lot, an intake or a batch without being sold or
/// used. It is in no revenue.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct StockAdjustment {
    /// The ID.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// The change in kilograms, three decimal places: below zero for less, above zero for more.
    change_kg: Decimal,
    /// The day.
    on: Date,
    /// Why it became more or less.
    reason: StockAdjustmentReason,
    /// What else was said of it. Null if nothing was.
    note: Option<String>,
    /// When it was recorded.
    recorded_at: DateTime,
    /// When it was voided. Null unless it is voided.
    voided_at: Option<DateTime>,
    /// The reason for voiding it. Null unless it is voided.
    void_reason: Option<String>,
    #[graphql(skip)]
    lot_id: Option<Uuid>,
    #[graphql(skip)]
    intake_id: Option<Uuid>,
    #[graphql(skip)]
    batch_id: Option<Uuid>,
    #[graphql(skip)]
    account_id: Uuid,
}

#[ComplexObject]
impl StockAdjustment {
    /// The lot. Null if it is of an intake or a batch.
    async fn lot(&self, ctx: &Context<'_>) -> Result<Option<One<HarvestLot>>> {
        Ok(loader::optional::<harvest_lot::Entity>(ctx, self.lot_id).await?.map(One::of))
    }

    /// The intake. Null if it is of a lot or a batch.
    async fn intake(&self, ctx: &Context<'_>) -> Result<Option<One<Intake>>> {
        Ok(loader::optional::<intake::Entity>(ctx, self.intake_id).await?.map(One::of))
    }

    /// The batch. Null if it is of a lot or an intake.
    async fn batch(&self, ctx: &Context<'_>) -> Result<Option<One<ProductionBatch>>> {
        Ok(loader::optional::<production_batch::Entity>(ctx, self.batch_id).await?.map(One::of))
    }

    /// The account that recorded it. Null unless the reader is ADMIN, OFFICIAL or CLERK.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
        accounts::who(ctx, self.account_id).await
    }
}

impl From<stock_adjustment::Model> for StockAdjustment {
    fn from(row: stock_adjustment::Model) -> Self {
        let stock_adjustment::Model {
            id,
            lot_id,
            intake_id,
            batch_id,
            plant_code: _,
            region_code: _,
            change_g,
            adjusted_on,
            reason,
            note,
            recorded_at,
            recorded_by,
            voided_at,
            void_reason,
            voided_by: _,
        } = row;
        Self {
            id: id.into(),
            change_kg: change_g.into(),
            on: adjusted_on.into(),
            reason,
            note,
            recorded_at: recorded_at.into(),
            voided_at: voided_at.map(DateTime::from),
            void_reason,
            lot_id,
            intake_id,
            batch_id,
            account_id: recorded_by,
        }
    }
}
