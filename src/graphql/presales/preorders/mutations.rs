//! Placing, cancelling, handing over.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

use super::{Preorder, count_try};
use crate::graphql::{
    content::{Content, word},
    guard::{self, allow, allow_visitors_and, nullable},
    input,
    mutation::{Sent, idempotent_write, idempotent_write_by},
    scalar::{Date, Decimal},
};
use domain::presales::preorders::{self, CancelTarget, Cancelling, Compensation, Delivery, NewPreorder, Rules};
use store::error::Result;
use types::{Actor, CancellationParty, CodeKind, Fulfilment, Phone, PrintedCode, Reason, Role};

/// A claim on an offer.
#[derive(InputObject)]
struct PlacePreorderInput {
    /// The offer, open now.
    offer_id: ID,
    /// How much, in kilograms, three decimal places, greater than 0; whole packs where the offer has packs.
    quantity_kg: Decimal,
    /// The buyer's name, 1 to 100 characters.
    buyer_name: String,
    /// Mainland mobile or landline number; +86, blanks and hyphens are accepted. With the code it finds the pre-order
    /// again.
    buyer_phone: String,
    /// How the buyer gets it; PICK_UP unless said.
    fulfilment: Option<Fulfilment>,
    /// Where it is sent, 1 to 200 characters; with SHIP alone.
    delivery_address: Option<String>,
    /// Sent again under the same key, the request answers the same and records nothing; 1 to 100 printable characters.
    /// It belongs to the account or, without one, to the buyer's telephone number.
    idempotency_key: Option<String>,
}

/// A pre-order to cancel: by id, or by code and telephone number without an account. What is given must all be of the
/// same one.
#[derive(InputObject)]
struct CancelPreorderInput {
    /// The pre-order; may be left out where code and telephone number are given.
    preorder_id: Option<ID>,
    /// Its code, together with `buyerPhone`.
    code: Option<String>,
    /// The telephone number that was given when it was placed.
    buyer_phone: Option<String>,
    /// On whose behalf; a clerk of the offer's region must say, a buyer is always BUYER.
    on_behalf_of: Option<CancellationParty>,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Sent again under the same key, the request answers the same and records nothing; 1 to 100 printable characters.
    /// It belongs to the account or, without one, to the buyer's telephone number.
    idempotency_key: Option<String>,
}

/// What a delivery draws from a lot.
#[derive(InputObject)]
struct DeliveredLotInput {
    /// The lot: of the offer's variety and season, in the clerk's region, picked on the day or before.
    lot_id: ID,
    /// How much, in kilograms, three decimal places, greater than 0.
    quantity_kg: Decimal,
}

/// A delivery.
#[derive(InputObject)]
struct DeliverPreorderInput {
    /// The pre-order, confirmed and paid.
    preorder_id: ID,
    /// The lots that it draws on, at most 100, together what is to be handed over; absent or empty where they are not
    /// known.
    lots: Option<Vec<DeliveredLotInput>>,
    /// The day, not in the future, nor before it was placed.
    delivered_on: Date,
    /// The parcel's number, 1 to 100 characters.
    tracking_number: Option<String>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key returns the same answer and
    /// records nothing.
    idempotency_key: Option<String>,
}

/// A pre-order that nobody collected.
#[derive(InputObject)]
struct MarkPreorderUncollectedInput {
    /// The pre-order.
    preorder_id: ID,
    /// What was found, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key returns the same answer and
    /// records nothing.
    idempotency_key: Option<String>,
}

/// Damaged fruit that is made good.
#[derive(InputObject)]
struct CompensatePreorderInput {
    /// The pre-order, delivered.
    preorder_id: ID,
    /// By how much its amount falls, in yuan, two decimal places, greater than 0, at most the amount.
    amount_yuan: Decimal,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key returns the same answer and
    /// records nothing.
    idempotency_key: Option<String>,
}

/// A pre-order that was placed.
#[derive(SimpleObject)]
struct PlacePreorderPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// A pre-order that was cancelled.
#[derive(SimpleObject)]
struct CancelPreorderPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// A pre-order that was delivered.
#[derive(SimpleObject)]
struct DeliverPreorderPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// A pre-order that nobody collected.
#[derive(SimpleObject)]
struct MarkPreorderUncollectedPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// A pre-order whose damaged fruit was made good.
#[derive(SimpleObject)]
struct CompensatePreorderPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// Whose keys a sender's are: an account's, or those of the telephone number.
fn scope_of_keys(actor: Option<&Actor>, phone: Option<&str>) -> Option<String> {
    match actor {
        Some(actor) => Some(actor.account_id.to_string()),
        None => phone.and_then(|phone| Phone::parse(phone).ok()).map(|phone| phone.0),
    }
}

fn content_of_order(offer: &Uuid, fields: &NewPreorder) -> Content {
    let NewPreorder { quantity, buyer_name, buyer_phone, fulfilment, delivery_address } = fields;
    Content::new()
        .with("offerId", offer)
        .with("quantityKg", quantity)
        .with("buyerName", buyer_name)
        .with("buyerPhone", buyer_phone)
        .maybe("fulfilment", &fulfilment.map(word))
        .maybe("deliveryAddress", delivery_address)
}

fn content_of_cancelling(target: &CancelTarget, fields: &Cancelling) -> Content {
    let CancelTarget { id, code_and_phone } = target;
    let Cancelling { party, reason } = fields;
    let (code, phone) = code_and_phone.as_ref().map(|(code, phone)| (code.as_str(), phone.as_str())).unzip();
    Content::new()
        .maybe("preorderId", id)
        .maybe("code", &code.and_then(|code| PrintedCode::parse(CodeKind::Preorder, code)))
        .maybe("buyerPhone", &phone.and_then(|phone| Phone::parse(phone).ok()))
        .maybe("onBehalfOf", &party.map(word))
        .with("reason", reason)
}

fn content_of_delivery((id, lots): &(Uuid, Vec<Uuid>), fields: &Delivery) -> Content {
    let Delivery { quantities, delivered_on, tracking_number } = fields;
    let lots = lots
        .iter()
        .zip(quantities)
        .map(|(lot, quantity)| Content::new().with("lotId", lot).with("quantityKg", quantity));
    Content::new()
        .with("preorderId", id)
        .with("lots", lots.collect::<Vec<_>>())
        .with("deliveredOn", delivered_on)
        .maybe("trackingNumber", tracking_number)
}

/// Mutations of pre-orders.
#[derive(Debug, Default)]
pub struct PreorderMutation;

#[Object]
impl PreorderMutation {
    /// Places a pre-order, which holds its kilograms until the deposit comes or the hold runs out; a deposit of 0.00
    /// confirms it at once. QUOTA_EXCEEDED with `availableKg` where the offer has less left, CONFLICT before it opens
    /// and after it closes and where too many pre-orders of the telephone number wait for their deposit, RATE_LIMITED
    /// where too many come from one address. Open to everybody but ADMIN and OFFICIAL, who record nothing.
    async fn place_preorder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is ordered.")] input: PlacePreorderInput,
    ) -> Option<Result<PlacePreorderPayload>> {
        nullable(async {
            let actor = allow_visitors_and(ctx, guard::BUYERS)?;
            count_try(ctx)?;
            let rules = *ctx.data_unchecked::<Rules>();
            let PlacePreorderInput {
                offer_id,
                quantity_kg,
                buyer_name,
                buyer_phone,
                fulfilment,
                delivery_address,
                idempotency_key,
            } = input;
            let fields = || {
                Ok(NewPreorder {
                    quantity: input::kilograms("quantityKg", &quantity_kg)?,
                    buyer_name: input::name("buyerName", &buyer_name)?,
                    buyer_phone: input::phone("buyerPhone", &buyer_phone)?,
                    fulfilment,
                    delivery_address: delivery_address
                        .map(|address| input::address("deliveryAddress", &address))
                        .transpose()?,
                })
            };
            let (scope, offer) = (scope_of_keys(actor, Some(&buyer_phone)), input::record_id(&offer_id));
            let work = move |txn: std::sync::Arc<store::Txn>, actor: Option<Actor>, offer, fields| async move {
                preorders::place(&txn, actor.as_ref(), rules, offer, fields).await
            };
            let sent = Sent::alone(ctx, scope, idempotency_key);
            let row = idempotent_write_by(ctx, sent, actor.cloned(), offer, fields(), content_of_order, work).await?;
            Ok(PlacePreorderPayload { preorder: Preorder::of_its_buyer(ctx, row) })
        })
        .await
    }

    /// Cancels a pre-order that is placed or confirmed; its kilograms are free again. The town gives all money back; a
    /// buyer cancels what is confirmed until the offer's `cancelUntil`, and `keptRate` of the deposit is kept. For the
    /// buyer, by code and telephone number also without an account, and for CLERK of the offer's region.
    async fn cancel_preorder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, on whose behalf, and why.")] input: CancelPreorderInput,
    ) -> Option<Result<CancelPreorderPayload>> {
        nullable(async {
            let CancelPreorderInput { preorder_id, code, buyer_phone, on_behalf_of, reason, idempotency_key } = input;
            let code_and_phone = code.zip(buyer_phone.clone());
            let is_by_code = code_and_phone.is_some();
            let actor = match is_by_code {
                true => allow_visitors_and(ctx, guard::BUYERS)?,
                false => Some(allow(ctx, guard::BUYERS)?),
            };
            if is_by_code {
                count_try(ctx)?;
            }
            let target = CancelTarget { id: preorder_id.map(|id| input::record_id(&id)), code_and_phone };
            let fields = input::reason(&reason).map(|reason| Cancelling { party: on_behalf_of, reason });
            let scope = scope_of_keys(actor, buyer_phone.as_deref());
            let work = |txn: std::sync::Arc<store::Txn>, actor, target, fields| async move {
                preorders::cancel(&txn, actor, target, fields).await
            };
            let sent = Sent::alone(ctx, scope, idempotency_key);
            let row =
                idempotent_write_by(ctx, sent, actor.cloned(), target, fields, content_of_cancelling, work).await?;
            let preorder = if is_by_code { Preorder::of_its_buyer(ctx, row) } else { Preorder::seen(ctx, row) };
            Ok(CancelPreorderPayload { preorder })
        })
        .await
    }

    /// Hands over a confirmed pre-order. CONFLICT where anything is still to be paid, QUOTA_EXCEEDED with `availableKg`
    /// where a lot holds less. For CLERK, in its region.
    async fn deliver_preorder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is handed over.")] input: DeliverPreorderInput,
    ) -> Option<Result<DeliverPreorderPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Clerk])?;
            let DeliverPreorderInput { preorder_id, lots, delivered_on, tracking_number, idempotency_key } = input;
            let lots = lots.unwrap_or_default();
            let target = (input::record_id(&preorder_id), lots.iter().map(|lot| input::record_id(&lot.lot_id)).collect::<Vec<_>>());
            let fields = || {
                let quantity = |(position, lot): (usize, &DeliveredLotInput)| {
                    input::kilograms(&format!("lots.{position}.quantityKg"), &lot.quantity_kg)
                };
                Ok(Delivery {
                    quantities: lots.iter().enumerate().map(quantity).collect::<Result<_>>()?,
                    delivered_on: input::day("deliveredOn", &delivered_on)?,
                    tracking_number: tracking_number.map(|number| input::reference("trackingNumber", &number)).transpose()?,
                })
            };
            let row =
                idempotent_write(ctx, actor, idempotency_key, target, fields(), content_of_delivery, |txn, actor, (id, lots), fields| async move {
                    preorders::deliver(&txn, &actor, id, lots, fields).await
                })
                .await?;
            Ok(DeliverPreorderPayload { preorder: Preorder::seen(ctx, row) })
        })
        .await
    }

    /// Ends a confirmed pre-order that nobody collected by the offer's last pick-up day: it is cancelled, and
    /// `keptRate` of the deposit is kept. CONFLICT before that day has gone by, and for what is shipped. For CLERK, in
    /// its region.
    async fn mark_preorder_uncollected(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, and what was found.")] input: MarkPreorderUncollectedInput,
    ) -> Option<Result<MarkPreorderUncollectedPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Clerk])?;
            let MarkPreorderUncollectedInput { preorder_id, reason, idempotency_key } = input;
            let (id, reason) = (input::record_id(&preorder_id), input::reason(&reason));
            let content = |id: &Uuid, reason: &Reason| Content::new().with("preorderId", id).with("reason", reason);
            let row = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                id,
                reason,
                content,
                |txn, actor, id, reason| async move { preorders::mark_uncollected(&txn, &actor, id, reason).await },
            )
            .await?;
            Ok(MarkPreorderUncollectedPayload { preorder: Preorder::seen(ctx, row) })
        })
        .await
    }

    /// Makes damaged fruit good after delivery: the amount falls on this day, and what was paid beyond it is due back.
    /// For CLERK, in its region.
    async fn compensate_preorder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How much, and why.")] input: CompensatePreorderInput,
    ) -> Option<Result<CompensatePreorderPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Clerk])?;
            let CompensatePreorderInput { preorder_id, amount_yuan, reason, idempotency_key } = input;
            let fields = || {
                Ok(Compensation { amount: input::money("amountYuan", &amount_yuan)?, reason: input::reason(&reason)? })
            };
            let id = input::record_id(&preorder_id);
            let content = |id: &Uuid, Compensation { amount, reason }: &Compensation| {
                Content::new().with("preorderId", id).with("amountYuan", amount).with("reason", reason)
            };
            let row = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                id,
                fields(),
                content,
                |txn, actor, id, fields| async move { preorders::compensate(&txn, &actor, id, fields).await },
            )
            .await?;
            Ok(CompensatePreorderPayload { preorder: Preorder::seen(ctx, row) })
        })
        .await
    }
}
