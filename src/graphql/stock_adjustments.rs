//! Adjustments of stock: recorded, taken back and read back.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    connection::{Connection, request},
    guard::{self, database},
    input::{self, Form, kilograms_more_or_less},
    mutation::idempotent_write,
    objects::stock_adjustments::StockAdjustment,
    scalar::{Date, Decimal},
};
use domain::stock_adjustments::{self, Named, NewAdjustment};
use store::error::Result;
use types::{Role, StockAdjustmentReason};

/// Filters adjustments. An absent field does not restrict the list. Both days are inclusive.
#[derive(InputObject)]
struct StockAdjustmentFilter {
    /// Only adjustments of lots picked, and of plants, in this region or below it.
    region_code: Option<ID>,
    /// Only adjustments of the intakes and batches of this plant.
    plant_code: Option<ID>,
    /// Only adjustments of this day or later.
    from: Option<Date>,
    /// Only adjustments of this day or earlier.
    to: Option<Date>,
}

/// Queries about adjustments of stock.
#[derive(Debug, Default)]
pub(super) struct StockAdjustmentQuery;

#[Object]
impl StockAdjustmentQuery {
    /// The adjustments that the caller may see, by day, then ID, newest first. Voided ones are included. ADMIN,
    /// OFFICIAL and CLERK see those of lots and plants in their region, a GROWER those of its own lots, a
    /// PLANT_OPERATOR those of its own plant.
    async fn stock_adjustments(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Filters the adjustments.")] filter: StockAdjustmentFilter,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<StockAdjustment>>> {
        guard::answer(ctx, guard::STOCK_READERS, |actor| async move {
            let StockAdjustmentFilter { region_code, plant_code, from, to } = filter;
            let filter = stock_adjustments::Filter {
                region_code: input::id(region_code),
                plant_code: input::id(plant_code),
                from: input::read("filter.from", from)?,
                to: input::read("filter.to", to)?,
            };
            let request = request(ctx, first, after);
            Ok(stock_adjustments::list(database(ctx).reader(), actor, filter, &request).await?.into())
        })
        .await
    }
}

/// An adjustment of the stock of a lot, an intake or a batch, exactly one of the three.
#[derive(InputObject)]
struct RecordStockAdjustmentInput {
    /// The lot. For a CLERK, a lot of its region; for a GROWER, its own lot.
    lot_id: Option<ID>,
    /// The intake. For a PLANT_OPERATOR, an intake of its own plant.
    intake_id: Option<ID>,
    /// The batch. For a PLANT_OPERATOR, a batch of its own plant.
    batch_id: Option<ID>,
    /// The change in kilograms, three decimal places, at most 100,000,000.000 either way. Below zero for less. Above
    /// zero only if counting found more than was recorded.
    change_kg: Decimal,
    /// The day, not before that of the lot, intake or batch, not in the future.
    on: Date,
    /// Why it became more or less.
    reason: StockAdjustmentReason,
    /// What else is to be said of it, 1 to 500 characters.
    note: Option<String>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// An adjustment to void because it was entered by mistake.
#[derive(InputObject)]
struct VoidStockAdjustmentInput {
    /// The adjustment.
    adjustment_id: ID,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of recording an adjustment.
#[derive(SimpleObject)]
struct RecordStockAdjustmentPayload {
    /// The adjustment in its current state.
    adjustment: StockAdjustment,
}

/// The result of voiding an adjustment.
#[derive(SimpleObject)]
struct VoidStockAdjustmentPayload {
    /// The adjustment in its current state.
    adjustment: StockAdjustment,
}

/// The roles that adjust stock: those that record lots, and plants.
const STOCK_KEEPERS: &[Role] = &[Role::Clerk, Role::Grower, Role::PlantOperator];

/// Mutations of adjustments.
#[derive(Debug, Default)]
pub(super) struct StockAdjustmentMutation;

#[Object]
impl StockAdjustmentMutation {
    /// Records what became more or less of a lot, an intake or a batch without being sold or used: rot, loss, gifts,
    /// own use, or a difference found when counting. The stock changes at once; no revenue does. QUOTA_EXCEEDED on
    /// `changeKg`, with `availableKg`, if it becomes less by more than is left. CONFLICT if the lot, intake or batch is
    /// voided. For CLERK (lots of its region), GROWER (own lots) and PLANT_OPERATOR (its own plant).
    async fn record_stock_adjustment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The adjustment to record.")] input: RecordStockAdjustmentInput,
    ) -> Option<Result<RecordStockAdjustmentPayload>> {
        guard::answer(ctx, STOCK_KEEPERS, |actor| async move {
            let RecordStockAdjustmentInput {
                lot_id,
                intake_id,
                batch_id,
                change_kg,
                on,
                reason,
                note,
                idempotency_key,
            } = input;
            let mut form = Form::new();
            let named = Named {
                lot_id: form.id("lotId", lot_id),
                intake_id: form.id("intakeId", intake_id),
                batch_id: form.id("batchId", batch_id),
            };
            let change = form.change(idempotency_key, named, |form| {
                Ok(NewAdjustment {
                    change: form.take("changeKg", kilograms_more_or_less("changeKg", &change_kg)?),
                    on: form.read("on", on)?,
                    reason: form.take("reason", reason),
                    note: form.read("note", note)?,
                })
            });
            let made =
                idempotent_write(ctx, actor, change, stock_adjustments::to_record, stock_adjustments::record).await?;
            Ok(RecordStockAdjustmentPayload { adjustment: made.into() })
        })
        .await
    }

    /// Voids an adjustment that was entered by mistake: the stock is as if it had not been recorded. The record stays,
    /// marked as voided. CONFLICT if it is already voided, or, naming them, if something drew on what counting had
    /// found. For the roles that may record it.
    async fn void_stock_adjustment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The adjustment and the reason.")] input: VoidStockAdjustmentInput,
    ) -> Option<Result<VoidStockAdjustmentPayload>> {
        guard::answer(ctx, STOCK_KEEPERS, |actor| async move {
            let VoidStockAdjustmentInput { adjustment_id, reason, idempotency_key } = input;
            let mut form = Form::new();
            let adjustment = form.id("adjustmentId", adjustment_id);
            let change = form.change(idempotency_key, adjustment, |form| form.read("reason", reason));
            let voided =
                idempotent_write(ctx, actor, change, stock_adjustments::to_void, stock_adjustments::void).await?;
            Ok(VoidStockAdjustmentPayload { adjustment: voided.into() })
        })
        .await
    }
}
