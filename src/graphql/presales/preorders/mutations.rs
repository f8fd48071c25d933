//! Placing, changing and cancelling pre-orders.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use super::count_try;
use crate::graphql::{
    guard::{self, allow},
    input::Form,
    mutation::{Sent, idempotent_write, idempotent_write_by},
    objects::preorders::Preorder,
    scalar::{DateTime, Decimal},
};
use domain::presales::preorders::{self, Cancelling, Named, NewPreorder, PreorderPatch, Rules};
use store::error::Result;
use types::{Actor, CancellationParty, CodeKind, Fulfilment, Phone, PrintedCode, Role};

/// A pre-order to place.
#[derive(InputObject)]
struct PlacePreorderInput {
    /// The offer, which must be open now, or at `placedAt`.
    offer_id: ID,
    /// Quantity in kilograms, three decimal places. Greater than 0. Whole packs if the offer has packs.
    quantity_kg: Decimal,
    /// The buyer's name, 1 to 100 characters.
    buyer_name: String,
    /// Mobile, landline (also with an extension) or 400 or 800 number of mainland China. +86, 86, 0086, spaces, brackets,
    /// hyphens and wide digits are accepted. Together with the code it finds the pre-order again.
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

/// A change of a pre-order. A field that is absent does not change.
#[derive(InputObject)]
struct ChangePreorderInput {
    /// The pre-order.
    preorder_id: ID,
    /// The quantity ordered in all, in kilograms, three decimal places. Greater than 0, whole packs if the offer has
    /// packs, at least what was delivered. More takes from the offer's quota, less gives back to it.
    quantity_kg: Option<Decimal>,
    /// The buyer's name, 1 to 100 characters.
    buyer_name: Option<String>,
    /// The buyer's telephone number: mobile, landline (also with an extension) or 400 or 800 number of mainland China.
    buyer_phone: Option<String>,
    /// How the buyer receives it. With SHIP, the freight is that of the offer now; with PICK_UP there is none, and no
    /// address.
    fulfilment: Option<Fulfilment>,
    /// The delivery address, 1 to 200 characters. Only if it is shipped.
    delivery_address: Option<String>,
    /// The `changedAt` that the clerk saw. CONFLICT if somebody was faster and the pre-order has changed since. Default:
    /// the change is made whatever it is now.
    if_unchanged_since: Option<DateTime>,
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

/// The result of changing a pre-order.
#[derive(SimpleObject)]
struct ChangePreorderPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// The result of cancelling a pre-order.
#[derive(SimpleObject)]
struct CancelPreorderPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// The result of marking a pre-order as uncollected.
#[derive(SimpleObject)]
struct MarkPreorderUncollectedPayload {
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

    /// Changes a placed or confirmed pre-order. What a change of kilograms does to a confirmed one counts on this day.
    /// Nothing is kept for fewer, what was paid for them is due back, and the deposit stays what it was. QUOTA_EXCEEDED,
    /// with `availableKg`, if the offer has less left. CONFLICT if it changed since `ifUnchangedSince`. One that all was
    /// delivered of by then is complete. Of a
    /// delivered one, only name and number can change. CONFLICT for a cancelled or expired one. For CLERK, in its
    /// region.
    async fn change_preorder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes and the reason.")] input: ChangePreorderInput,
    ) -> Option<Result<ChangePreorderPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let ChangePreorderInput {
                preorder_id,
                quantity_kg,
                buyer_name,
                buyer_phone,
                fulfilment,
                delivery_address,
                if_unchanged_since,
                reason,
                idempotency_key,
            } = input;
            let mut form = Form::new();
            let target = (form.id("preorderId", preorder_id), *ctx.data_unchecked::<Rules>());
            let change = form.change(idempotency_key, target, |form| {
                Ok(PreorderPatch {
                    quantity: form.read("quantityKg", quantity_kg)?,
                    buyer_name: form.read("buyerName", buyer_name)?,
                    buyer_phone: form.read("buyerPhone", buyer_phone)?,
                    fulfilment: form.take("fulfilment", fulfilment),
                    delivery_address: form.read("deliveryAddress", delivery_address)?,
                    if_unchanged_since: form.read("ifUnchangedSince", if_unchanged_since)?,
                    reason: form.read("reason", reason)?,
                })
            });
            let row =
                idempotent_write(ctx, actor, change, preorders::to_change_with, preorders::change_preorder).await?;
            Ok(ChangePreorderPayload { preorder: Preorder::current(ctx, row) })
        })
        .await
    }

    /// Cancels a placed or confirmed pre-order. Its quantity is free again. If the town cancels, all money is refunded.
    /// A buyer can cancel a confirmed pre-order until the offer's `cancelUntil`, and `keptRate` of the deposit is kept.
    /// CONFLICT if a part of it was delivered.
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

    /// Ends a confirmed pre-order that nobody collected. It is cancelled, and `keptRate` of the deposit is kept.
    /// CONFLICT until the offer's last pick-up day, if it has one, is over, for a shipped pre-order, and for one that
    /// was delivered in part. For CLERK, in its region.
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
}
