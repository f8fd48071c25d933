//! Placing, cancelling and delivering pre-orders.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

use super::count_try;
use crate::graphql::{
    content::Content,
    guard::{self, allow},
    input::{self, Form},
    mutation::{Sent, idempotent_write, idempotent_write_by},
    objects::preorders::Preorder,
    scalar::{Date, DateTime, Decimal},
};
use domain::presales::preorders::{self, Cancelling, Compensation, Delivery, Named, NewPreorder, Rules};
use store::error::Result;
use types::{Actor, CancellationParty, CodeKind, Fulfilment, Kilograms, Phone, PrintedCode, Role};

/// A pre-order to place.
#[derive(InputObject)]
struct PlacePreorderInput {
    /// The offer, which must be open now, or at `placedAt`.
    offer_id: ID,
    /// Quantity in kilograms, three decimal places. Greater than 0. Whole packs if the offer has packs.
    quantity_kg: Decimal,
    /// The buyer's name, 1 to 100 characters.
    buyer_name: String,
    /// Mobile or landline number of mainland China. +86, spaces and hyphens are accepted. Together with the code it
    /// finds the pre-order again.
    buyer_phone: String,
    /// How the buyer receives it. Default: PICK_UP.
    fulfilment: Option<Fulfilment>,
    /// The delivery address, 1 to 200 characters. Only with SHIP.
    delivery_address: Option<String>,
    /// When it was placed, if a clerk enters it later. For CLERK of the offer's region. Not in the future, and within
    /// the offer's time, which may be over by now. The hold begins then. Default: now.
    placed_at: Option<DateTime>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content. The key belongs to the account, or without an
    /// account to the buyer's telephone number.
    idempotency_key: Option<String>,
}

/// A pre-order to cancel: by ID, or without an account by code and telephone number. All values given must match the
/// same pre-order.
#[derive(InputObject)]
struct CancelPreorderInput {
    /// The pre-order. Optional if code and telephone number are given.
    preorder_id: Option<ID>,
    /// Its code, together with `buyerPhone`.
    code: Option<String>,
    /// The telephone number given when it was placed.
    buyer_phone: Option<String>,
    /// The party on whose behalf it is cancelled. Required for a clerk of the offer's region. Always BUYER for a buyer.
    on_behalf_of: Option<CancellationParty>,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content. The key belongs to the account, or without an
    /// account to the buyer's telephone number.
    idempotency_key: Option<String>,
}

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
    /// The pre-order, which must be confirmed and fully paid.
    preorder_id: ID,
    /// The lots that it draws on, at most 100. Their sum must be the quantity to deliver. Leave it out, or empty, if
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

/// A pre-order that nobody collected.
#[derive(InputObject)]
struct MarkPreorderUncollectedInput {
    /// The pre-order.
    preorder_id: ID,
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

/// The result of placing a pre-order.
#[derive(SimpleObject)]
struct PlacePreorderPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// The result of cancelling a pre-order.
#[derive(SimpleObject)]
struct CancelPreorderPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// The result of delivering a pre-order.
#[derive(SimpleObject)]
struct DeliverPreorderPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// The result of marking a pre-order as uncollected.
#[derive(SimpleObject)]
struct MarkPreorderUncollectedPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// The result of compensating a pre-order.
#[derive(SimpleObject)]
struct CompensatePreorderPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// The owner of a sender's idempotency keys: its account, or its telephone number.
fn scope_of_keys(actor: Option<&Actor>, phone: Option<&str>) -> Option<String> {
    match actor {
        Some(actor) => Some(actor.account_id.to_string()),
        None => phone.and_then(|phone| Phone::parse(phone).ok()).map(|phone| phone.0),
    }
}

/// Mutations of pre-orders.
#[derive(Debug, Default)]
pub(crate) struct PreorderMutation;

#[Object]
impl PreorderMutation {
    /// Places a pre-order. It holds its quantity until the deposit is paid or the hold runs out. A deposit of 0.00
    /// confirms it at once. QUOTA_EXCEEDED, with `availableKg`, if the offer has less left. CONFLICT if the offer is
    /// not open, or if too many pre-orders of the telephone number wait for their deposit. RATE_LIMITED after too many
    /// from one address. Open to everyone except ADMIN and OFFICIAL, which record nothing.
    async fn place_preorder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The pre-order to place.")] input: PlacePreorderInput,
    ) -> Option<Result<PlacePreorderPayload>> {
        guard::answer_visitors_and(ctx, guard::BUYERS, |actor| async move {
            count_try(ctx)?;
            let rules = *ctx.data_unchecked::<Rules>();
            let PlacePreorderInput {
                offer_id,
                quantity_kg,
                buyer_name,
                buyer_phone,
                fulfilment,
                delivery_address,
                placed_at,
                idempotency_key,
            } = input;
            let sent = Sent::alone(ctx, scope_of_keys(actor, Some(&buyer_phone)));
            let mut form = Form::new();
            let target = (form.id("offerId", offer_id), rules);
            let change = form.change(idempotency_key, target, |form| {
                Ok(NewPreorder {
                    quantity: form.read("quantityKg", quantity_kg)?,
                    buyer_name: form.read("buyerName", buyer_name)?,
                    buyer_phone: form.read("buyerPhone", buyer_phone)?,
                    fulfilment: form.take("fulfilment", fulfilment),
                    delivery_address: form.read("deliveryAddress", delivery_address)?,
                    placed_at: form.read("placedAt", placed_at)?,
                })
            });
            let by = actor.cloned();
            let row = idempotent_write_by(ctx, sent, by, change, preorders::to_place, preorders::place).await?;
            Ok(PlacePreorderPayload { preorder: Preorder::of_its_buyer(ctx, row) })
        })
        .await
    }

    /// Cancels a placed or confirmed pre-order. Its quantity is free again. If the town cancels, all money is refunded.
    /// A buyer can cancel a confirmed pre-order until the offer's `cancelUntil`, and `keptRate` of the deposit is kept.
    /// For the buyer (also without an account, by code and telephone number), and for CLERK of the offer's region.
    async fn cancel_preorder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The pre-order, the party and the reason.")] input: CancelPreorderInput,
    ) -> Option<Result<CancelPreorderPayload>> {
        guard::answer_visitors_and(ctx, guard::BUYERS, |actor| async move {
            let CancelPreorderInput { preorder_id, code, buyer_phone, on_behalf_of, reason, idempotency_key } = input;
            let code_and_phone = code.zip(buyer_phone.clone());
            let is_by_code = code_and_phone.is_some();
            match is_by_code {
                true => count_try(ctx)?,
                false => allow(ctx, guard::BUYERS).map(|_| ())?,
            }
            let sent = Sent::alone(ctx, scope_of_keys(actor, buyer_phone.as_deref()));
            let mut form = Form::new();
            if let Some((code, phone)) = &code_and_phone {
                form.take("code", PrintedCode::parse(CodeKind::Preorder, code));
                form.take("buyerPhone", Phone::parse(phone).ok());
            }
            let named = Named { id: form.id("preorderId", preorder_id), code_and_phone };
            let change = form.change(idempotency_key, named, |form| {
                let reason = form.read("reason", reason)?;
                Ok(Cancelling { party: form.take("onBehalfOf", on_behalf_of), reason })
            });
            let by = actor.cloned();
            let row = idempotent_write_by(ctx, sent, by, change, preorders::to_cancel, preorders::cancel).await?;
            let preorder = if is_by_code { Preorder::of_its_buyer(ctx, row) } else { Preorder::current(ctx, row) };
            Ok(CancelPreorderPayload { preorder })
        })
        .await
    }

    /// Delivers a confirmed pre-order. CONFLICT if any amount is still to be paid. QUOTA_EXCEEDED, with `availableKg`,
    /// if a lot has less left. For CLERK, in its region.
    async fn deliver_preorder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The delivery to record.")] input: DeliverPreorderInput,
    ) -> Option<Result<DeliverPreorderPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let DeliverPreorderInput { preorder_id, lots, delivered_on, tracking_number, idempotency_key } = input;
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

    /// Ends a confirmed pre-order that nobody collected by the offer's last pick-up day. It is cancelled, and
    /// `keptRate` of the deposit is kept. CONFLICT until that day is over, and for a shipped pre-order. For CLERK, in
    /// its region.
    async fn mark_preorder_uncollected(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The pre-order and the reason.")] input: MarkPreorderUncollectedInput,
    ) -> Option<Result<MarkPreorderUncollectedPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let MarkPreorderUncollectedInput { preorder_id, reason, idempotency_key } = input;
            let mut form = Form::new();
            let preorder = form.id("preorderId", preorder_id);
            let change = form.change(idempotency_key, preorder, |form| form.read("reason", reason));
            let row = idempotent_write(ctx, actor, change, preorders::to_change, preorders::mark_uncollected).await?;
            Ok(MarkPreorderUncollectedPayload { preorder: Preorder::current(ctx, row) })
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
}
