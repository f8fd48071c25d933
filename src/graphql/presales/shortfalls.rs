//! Shortfalls.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    connection::{Connection, request},
    guard::{self, database},
    input::{self, Form},
    mutation::idempotent_write,
    objects::{
        offers::{self, PresaleOffer},
        shortfalls::ShortfallRun,
    },
    scalar::Decimal,
};
use domain::presales::{
    preorders::Rules,
    shortfalls::{self, Plan, Settlement},
};
use store::error::Result;
use types::{Role, ShortfallPolicy};

/// A shortfall to settle: the available crop, and the rule for sharing it.
#[derive(InputObject)]
struct SettleHarvestShortfallInput {
    /// The offer.
    offer_id: ID,
    /// The quantity available for the confirmed pre-orders that are not yet delivered, in kilograms, three decimal
    /// places. 0 or more.
    available_kg: Decimal,
    /// The rule by which the crop is shared.
    policy: ShortfallPolicy,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// Queries about shortfalls.
#[derive(Debug, Default)]
pub(crate) struct ShortfallQuery;

#[Object]
impl ShortfallQuery {
    /// Previews what `settleHarvestShortfall` would do now. Records nothing. For CLERK, in its region.
    async fn preview_harvest_shortfall(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The shortfall. The idempotency key is ignored.")] input: SettleHarvestShortfallInput,
    ) -> Option<Result<ShortfallRun>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let SettleHarvestShortfallInput { offer_id, available_kg, policy, idempotency_key: _ } = input;
            let preview = async {
                let database = database(ctx);
                let offer = shortfalls::offer_of(database.reader(), actor, input::id(offer_id)).await?;
                let available = input::kilograms_or_zero("availableKg", &available_kg)?;
                let (rules, settlement) = (*ctx.data_unchecked::<Rules>(), Settlement { available, policy });
                let now = database.clock().now();
                shortfalls::preview(database.reader(), actor, rules, &offer, &settlement, now).await
            };
            let plan: Result<Plan> = preview.await;
            Ok(plan.map_err(|error| error.within("input"))?.into())
        })
        .await
    }

    /// The settled shortfalls of an offer, oldest first. For ADMIN, and for OFFICIAL and CLERK of its region.
    async fn shortfall_runs(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The offer.")] offer_id: ID,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<ShortfallRun>>> {
        guard::answer(ctx, guard::READERS, |actor| async move {
            let request = request(ctx, first, after);
            Ok(shortfalls::runs_of(database(ctx).reader(), actor, input::id(offer_id), &request).await?.into())
        })
        .await
    }
}

/// The result of settling a shortfall.
#[derive(SimpleObject)]
struct SettleHarvestShortfallPayload {
    /// The offer in its current state, closed.
    offer: PresaleOffer,
    /// The recorded run.
    run: ShortfallRun,
    /// The refunds due to the affected buyers after it, in yuan, two decimal places.
    refund_due_yuan: Decimal,
    /// The number of pre-orders that got less than they were promised.
    preorders_reduced: i32,
}

/// Mutations of shortfalls.
#[derive(Debug, Default)]
pub(crate) struct ShortfallMutation;

#[Object]
impl ShortfallMutation {
    /// Settles a shortfall, when the harvest is less than promised. The available crop is shared among the confirmed
    /// pre-orders that are not yet delivered, and the difference is due for refund. The offer is closed, its quota
    /// falls to what is then promised, and pre-orders that wait for their deposit are cancelled. CONFLICT if there is
    /// more crop than promised. TOO_COMPLEX above 100,000 pre-orders, unless the server is configured otherwise. More
    /// than 5,000 pre-orders are settled in batches, and other writes run between them; the answer comes after the last
    /// batch. Until then the offer is closed, and any other change to it or to its pre-orders is a CONFLICT. An
    /// interrupted run resumes by itself within a minute, or at once if the request is repeated with the same key. For
    /// CLERK, in its region.
    async fn settle_harvest_shortfall(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The shortfall to settle.")] input: SettleHarvestShortfallInput,
    ) -> Option<Result<SettleHarvestShortfallPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let SettleHarvestShortfallInput { offer_id, available_kg, policy, idempotency_key } = input;
            let rules = *ctx.data_unchecked::<Rules>();
            let mut form = Form::new();
            let target = (form.id("offerId", offer_id), rules);
            let change = form.change(idempotency_key, target, |form| {
                Ok(Settlement {
                    available: form.take("availableKg", input::kilograms_or_zero("availableKg", &available_kg)?),
                    policy: form.take("policy", policy),
                })
            });
            let run = idempotent_write(ctx, actor, change, shortfalls::to_settle, shortfalls::settle).await?;
            let run = shortfalls::finish(database(ctx), rules, run).await?;
            Ok(SettleHarvestShortfallPayload {
                offer: offers::of(ctx, run.offer_id).await?.0,
                refund_due_yuan: run.refund_due_fen.into(),
                preorders_reduced: run.preorders_reduced,
                run: run.into(),
            })
        })
        .await
    }
}
