//! Delivering pre-orders, taking goods back, and compensating for damaged ones.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

use crate::graphql::{
    content::Content,
    guard,
    input::{self, Form},
    mutation::idempotent_write,
    objects::preorders::Preorder,
    scalar::{Date, Decimal},
};
use domain::presales::preorders::{self, Compensation, Delivery, NewReturn};
use store::error::Result;
use types::{Kilograms, Role};

/// The quantity that a delivery draws from one lot.
#[derive(InputObject)]
struct DeliveredLotInput {
    /// The lot. It must be of the offer's variety and season, from the clerk's region, and picked on or before the day
    /// of delivery.
    lot_id: ID,
    /// Quantity in kilograms, three decimal places. Greater than 0.
    quantity_kg: Decimal,
}

/// A delivery of a pre-order.
#[derive(InputObject)]
struct DeliverPreorderInput {
    /// The pre-order, which must be confirmed, and paid for as far as it is delivered.
    preorder_id: ID,
    /// How much is handed over now, in kilograms, three decimal places. Greater than 0. Default: all that is left.
    quantity_kg: Option<Decimal>,
    /// Whether nothing more follows. Default: true. It is also complete if nothing is left.
    completes: Option<bool>,
    /// The reason why less was handed over than ordered, 1 to 500 characters. Required then, unless the offer charges
    /// by weight and the difference is within its tolerance.
    reason: Option<String>,
    /// The lots that it draws on, at most 100. Their sum must be the quantity handed over. Leave it out, or empty, if
    /// the lots are not known.
    lots: Option<Vec<DeliveredLotInput>>,
    /// The day of delivery. Not in the future, and not before the pre-order was placed.
    delivered_on: Date,
    /// The tracking number of the parcel, 1 to 100 characters.
    tracking_number: Option<String>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// A change of a delivery.
#[derive(InputObject)]
struct ChangePreorderDeliveryInput {
    /// The delivery.
    delivery_id: ID,
    /// The tracking number of the parcel, 1 to 100 characters.
    tracking_number: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// A delivery to reverse because it was entered by mistake.
#[derive(InputObject)]
struct ReverseDeliveryInput {
    /// The delivery.
    delivery_id: ID,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// Goods of a pre-order that came back after delivery.
#[derive(InputObject)]
struct RecordPreorderReturnInput {
    /// The pre-order.
    preorder_id: ID,
    /// How much came back, in kilograms, three decimal places. Greater than 0, at most what was delivered and has not
    /// come back.
    quantity_kg: Decimal,
    /// The day it came back. Not in the future, and not before the first delivery.
    returned_on: Date,
    /// Whether it goes back to the lots that it came from, those delivered last first. Otherwise it is written off.
    back_to_stock: bool,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// A return to reverse because it was entered by mistake.
#[derive(InputObject)]
struct ReversePreorderReturnInput {
    /// The return.
    return_id: ID,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// Compensation for damaged fruit of a pre-order.
#[derive(InputObject)]
struct CompensatePreorderInput {
    /// The pre-order, which must be delivered.
    preorder_id: ID,
    /// The compensation in yuan, two decimal places, by which the amount falls. Greater than 0, at most the amount.
    amount_yuan: Decimal,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// A compensation to reverse because it was entered by mistake.
#[derive(InputObject)]
struct ReverseCompensationInput {
    /// The pre-order. The last compensation that is not reversed yet is reversed.
    preorder_id: ID,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of delivering a pre-order.
#[derive(SimpleObject)]
struct DeliverPreorderPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// The result of changing a delivery.
#[derive(SimpleObject)]
struct ChangePreorderDeliveryPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// The result of reversing a delivery.
#[derive(SimpleObject)]
struct ReverseDeliveryPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// The result of recording a return.
#[derive(SimpleObject)]
struct RecordPreorderReturnPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// The result of reversing a return.
#[derive(SimpleObject)]
struct ReversePreorderReturnPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// The result of compensating a pre-order.
#[derive(SimpleObject)]
struct CompensatePreorderPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// The result of reversing a compensation.
#[derive(SimpleObject)]
struct ReverseCompensationPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// Mutations of the goods of pre-orders.
#[derive(Debug, Default)]
pub(crate) struct GoodsMutation;

#[Object]
impl GoodsMutation {
    /// Delivers a confirmed pre-order, at once or in parts. It stays CONFIRMED until the last part. With less than was
    /// ordered the rest is a reduction of that day; where the offer charges by weight, the amount follows the weight.
    /// CONFLICT if any amount is still to be paid: for a part, of what was handed over by then. QUOTA_EXCEEDED, with
    /// `availableKg`, if a lot has less left. For CLERK, in its region.
    async fn deliver_preorder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The delivery to record.")] input: DeliverPreorderInput,
    ) -> Option<Result<DeliverPreorderPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let DeliverPreorderInput {
                preorder_id,
                quantity_kg,
                completes,
                reason,
                lots,
                delivered_on,
                tracking_number,
                idempotency_key,
            } = input;
            let lots = lots.unwrap_or_default().into_iter();
            let (lots, weights): (Vec<Uuid>, Vec<Decimal>) =
                lots.map(|lot| (input::id::<Uuid, _>(lot.lot_id), lot.quantity_kg)).unzip();
            let mut form = Form::new();
            let target = (form.id("preorderId", preorder_id), lots.clone());
            let change = form.change(idempotency_key, target, |form| {
                let weights = weights.into_iter().enumerate();
                let weights =
                    weights.map(|(position, weight)| input::read(&format!("lots.{position}.quantityKg"), weight));
                let quantities = weights.collect::<Result<Vec<Kilograms>>>()?;
                let drawn = lots.iter().zip(&quantities);
                let drawn = drawn.map(|(lot, quantity)| Content::new().with("lotId", lot).with("quantityKg", quantity));
                form.take("lots", drawn.collect::<Vec<_>>());
                Ok(Delivery {
                    quantity: form.read("quantityKg", quantity_kg)?,
                    completes: form.take("completes", completes),
                    reason: form.read("reason", reason)?,
                    quantities,
                    delivered_on: form.read("deliveredOn", delivered_on)?,
                    tracking_number: form.read("trackingNumber", tracking_number)?,
                })
            });
            let row = idempotent_write(ctx, actor, change, preorders::to_deliver, preorders::deliver).await?;
            Ok(DeliverPreorderPayload { preorder: Preorder::current(ctx, row) })
        })
        .await
    }

    /// Adds or corrects the tracking number of a delivery. CONFLICT if the delivery was reversed. For CLERK, in its
    /// region.
    async fn change_preorder_delivery(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The delivery and its tracking number.")] input: ChangePreorderDeliveryInput,
    ) -> Option<Result<ChangePreorderDeliveryPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let ChangePreorderDeliveryInput { delivery_id, tracking_number, idempotency_key } = input;
            let mut form = Form::new();
            let delivery = form.id("deliveryId", delivery_id);
            let change = form.change(idempotency_key, delivery, |form| form.read("trackingNumber", tracking_number));
            let row =
                idempotent_write(ctx, actor, change, preorders::delivery_to_change, preorders::change_delivery).await?;
            Ok(ChangePreorderDeliveryPayload { preorder: Preorder::current(ctx, row) })
        })
        .await
    }

    /// Reverses a delivery that was entered by mistake: its quantity goes back to its lots, and the pre-order is what it
    /// was before. What it changed of the amount is taken back on its day. CONFLICT, naming it, if something else must
    /// be reversed first, or if the delivery is already reversed. QUOTA_EXCEEDED, with `availableKg`, if the quantity
    /// that it had left out was ordered by somebody else since. For CLERK, in its region.
    async fn reverse_delivery(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The delivery and the reason.")] input: ReverseDeliveryInput,
    ) -> Option<Result<ReverseDeliveryPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let ReverseDeliveryInput { delivery_id, reason, idempotency_key } = input;
            let mut form = Form::new();
            let target = form.id("deliveryId", delivery_id);
            let change = form.change(idempotency_key, target, |form| form.read("reason", reason));
            let row = idempotent_write(ctx, actor, change, preorders::delivery_to_change, preorders::reverse_delivery)
                .await?;
            Ok(ReverseDeliveryPayload { preorder: Preorder::current(ctx, row) })
        })
        .await
    }

    /// Records goods that came back after delivery. The amount falls by their price on the day of the return, and what
    /// was paid for them is due back. INVALID_INPUT if more came back than was delivered. For CLERK, in its region.
    async fn record_preorder_return(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The return to record.")] input: RecordPreorderReturnInput,
    ) -> Option<Result<RecordPreorderReturnPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let RecordPreorderReturnInput {
                preorder_id,
                quantity_kg,
                returned_on,
                back_to_stock,
                reason,
                idempotency_key,
            } = input;
            let mut form = Form::new();
            let preorder = form.id("preorderId", preorder_id);
            let change = form.change(idempotency_key, preorder, |form| {
                Ok(NewReturn {
                    quantity: form.read("quantityKg", quantity_kg)?,
                    returned_on: form.read("returnedOn", returned_on)?,
                    back_to_stock: form.take("backToStock", back_to_stock),
                    reason: form.read("reason", reason)?,
                })
            });
            let row = idempotent_write(ctx, actor, change, preorders::to_change, preorders::return_goods).await?;
            Ok(RecordPreorderReturnPayload { preorder: Preorder::current(ctx, row) })
        })
        .await
    }

    /// Reverses a return that was entered by mistake: the buyer has the goods again, and the amount rises again on the
    /// day of the return. CONFLICT if the return is already reversed. QUOTA_EXCEEDED, with `availableKg`, if the goods
    /// were sold or ordered again since. For CLERK, in its region.
    async fn reverse_preorder_return(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The return and the reason.")] input: ReversePreorderReturnInput,
    ) -> Option<Result<ReversePreorderReturnPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let ReversePreorderReturnInput { return_id, reason, idempotency_key } = input;
            let mut form = Form::new();
            let target = form.id("returnId", return_id);
            let change = form.change(idempotency_key, target, |form| form.read("reason", reason));
            let row =
                idempotent_write(ctx, actor, change, preorders::return_to_reverse, preorders::reverse_return).await?;
            Ok(ReversePreorderReturnPayload { preorder: Preorder::current(ctx, row) })
        })
        .await
    }

    /// Compensates damaged fruit after delivery. The amount falls on this day, and any payment above it is due for
    /// refund. For CLERK, in its region.
    async fn compensate_preorder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The compensation and the reason.")] input: CompensatePreorderInput,
    ) -> Option<Result<CompensatePreorderPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let CompensatePreorderInput { preorder_id, amount_yuan, reason, idempotency_key } = input;
            let mut form = Form::new();
            let preorder = form.id("preorderId", preorder_id);
            let change = form.change(idempotency_key, preorder, |form| {
                Ok(Compensation { amount: form.read("amountYuan", amount_yuan)?, reason: form.read("reason", reason)? })
            });
            let row = idempotent_write(ctx, actor, change, preorders::to_change, preorders::compensate).await?;
            Ok(CompensatePreorderPayload { preorder: Preorder::current(ctx, row) })
        })
        .await
    }

    /// Reverses the last compensation of a pre-order that is not reversed yet. The amount rises again on the day of the
    /// compensation. CONFLICT if there is none. For CLERK, in its region.
    async fn reverse_compensation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The pre-order and the reason.")] input: ReverseCompensationInput,
    ) -> Option<Result<ReverseCompensationPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let ReverseCompensationInput { preorder_id, reason, idempotency_key } = input;
            let mut form = Form::new();
            let target = form.id("preorderId", preorder_id);
            let change = form.change(idempotency_key, target, |form| form.read("reason", reason));
            let row =
                idempotent_write(ctx, actor, change, preorders::to_change, preorders::reverse_compensation).await?;
            Ok(ReverseCompensationPayload { preorder: Preorder::current(ctx, row) })
        })
        .await
    }
}
