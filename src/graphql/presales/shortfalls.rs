//! Shortfalls.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

use super::{
    offers::{self, PresaleOffer},
    preorders::Preorder,
};
use crate::graphql::{
    connection::{Connection, request},
    content::{Content, word},
    guard::{self, allow, database, nullable},
    input, loader,
    mutation::idempotent_write,
    scalar::{DateTime, Decimal},
};
use domain::presales::{
    preorders::Rules,
    shortfalls::{self, Plan, Settlement},
};
use store::{
    entity::presales::{preorder, shortfall_run, shortfall_share},
    error::Result,
};
use types::{Role, ShortfallPolicy};

/// What settling a shortfall did, or would do.
pub struct ShortfallRun {
    run: shortfall_run::Model,
    /// The shares of one that is only thought of; those of a recorded one are looked up.
    planned: Option<Vec<shortfall_share::Model>>,
}

impl From<shortfall_run::Model> for ShortfallRun {
    fn from(run: shortfall_run::Model) -> Self {
        Self { run, planned: None }
    }
}

impl From<Plan> for ShortfallRun {
    fn from(plan: Plan) -> Self {
        Self { run: plan.run, planned: Some(plan.shares) }
    }
}

/// What settling a shortfall did, or would do.
#[Object]
impl ShortfallRun {
    /// The offer.
    async fn offer(&self, ctx: &Context<'_>) -> Result<PresaleOffer> {
        offers::of(ctx, self.run.offer_id).await
    }

    /// The rule.
    async fn policy(&self) -> ShortfallPolicy {
        self.run.policy
    }

    /// What there was for the confirmed pre-orders that were not yet delivered, in kilograms, three decimal places.
    async fn available_kg(&self) -> Decimal {
        self.run.available_g.into()
    }

    /// What they were promised, in kilograms, three decimal places.
    async fn promised_kg(&self) -> Decimal {
        self.run.promised_g.into()
    }

    /// What is due back to those concerned behind it, in yuan, two decimal places; what was due before and not yet paid
    /// back is in it.
    async fn refund_due_yuan(&self) -> Decimal {
        self.run.refund_due_fen.into()
    }

    /// How many pre-orders get less than they were promised.
    async fn preorders_reduced(&self) -> i32 {
        self.run.preorders_reduced
    }

    /// When it was settled; null for a preview.
    async fn recorded_at(&self) -> Option<DateTime> {
        self.planned.is_none().then(|| self.run.recorded_at.into())
    }

    /// What each confirmed pre-order got, by confirmation time, then id.
    async fn shares(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Result<Connection<ShortfallShare>> {
        let request = request(ctx, first, after);
        let page = match &self.planned {
            Some(shares) => shortfalls::shares_planned(shares.clone(), &request)?,
            None => shortfalls::shares_of(database(ctx).reader(), self.run.id, &request).await?,
        };
        Ok(page.into())
    }
}

/// What one pre-order got in a shortfall.
pub struct ShortfallShare(shortfall_share::Model);

impl From<shortfall_share::Model> for ShortfallShare {
    fn from(row: shortfall_share::Model) -> Self {
        Self(row)
    }
}

/// What one pre-order got in a shortfall.
#[Object]
impl ShortfallShare {
    /// The pre-order in its current state.
    async fn preorder(&self, ctx: &Context<'_>) -> Result<Preorder> {
        Ok(Preorder::seen(ctx, loader::row::<preorder::Entity>(ctx, self.0.preorder_id).await?))
    }

    /// What was ordered, in kilograms, three decimal places.
    async fn ordered_kg(&self) -> Decimal {
        self.0.ordered_g.into()
    }

    /// What it still was promised, in kilograms, three decimal places: less than was ordered after an earlier
    /// shortfall.
    async fn promised_kg(&self) -> Decimal {
        self.0.promised_g.into()
    }

    /// What it gets, in kilograms, three decimal places.
    async fn fulfillable_kg(&self) -> Decimal {
        self.0.fulfillable_g.into()
    }

    /// What is due back to its buyer behind it, in yuan, two decimal places.
    async fn refund_due_yuan(&self) -> Decimal {
        self.0.refund_due_fen.into()
    }
}

/// What there is of a crop, and how it is shared.
#[derive(InputObject)]
struct SettleHarvestShortfallInput {
    /// The offer.
    offer_id: ID,
    /// What there is for the confirmed pre-orders that are not yet delivered, in kilograms, three decimal places; 0 or
    /// more.
    available_kg: Decimal,
    /// The rule.
    policy: ShortfallPolicy,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key returns the same answer and
    /// records nothing.
    idempotency_key: Option<String>,
}

/// Queries about shortfalls.
#[derive(Debug, Default)]
pub struct ShortfallQuery;

#[Object]
impl ShortfallQuery {
    /// What `settleHarvestShortfall` would do at this moment; records nothing. For CLERK, in its region.
    async fn preview_harvest_shortfall(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What there is; a key is not heeded.")] input: SettleHarvestShortfallInput,
    ) -> Option<Result<ShortfallRun>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Clerk])?;
            let SettleHarvestShortfallInput { offer_id, available_kg, policy, idempotency_key: _ } = input;
            let fields = input::kilograms_or_none("availableKg", &available_kg)
                .map(|available| Settlement { available, policy });
            let (database, id) = (database(ctx), input::record_id(&offer_id));
            let rules = *ctx.data_unchecked::<Rules>();
            let plan = shortfalls::preview(database.reader(), actor, rules, id, fields, database.clock().now()).await;
            Ok(plan.map_err(|error| error.within("input"))?.into())
        })
        .await
    }

    /// The shortfalls of an offer that were settled, in their order. For ADMIN, and for OFFICIAL and CLERK of its
    /// region.
    async fn shortfall_runs(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The offer.")] offer_id: ID,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<ShortfallRun>>> {
        nullable(async {
            let actor = allow(ctx, guard::READERS)?;
            let request = request(ctx, first, after);
            Ok(shortfalls::runs_of(database(ctx).reader(), actor, input::record_id(&offer_id), &request).await?.into())
        })
        .await
    }
}

/// A shortfall that was settled.
#[derive(SimpleObject)]
struct SettleHarvestShortfallPayload {
    /// The offer as it is now: closed.
    offer: PresaleOffer,
    /// The run as it was recorded.
    run: ShortfallRun,
    /// What is due back to those concerned behind it, in yuan, two decimal places.
    refund_due_yuan: Decimal,
    /// How many pre-orders got less than they were promised.
    preorders_reduced: i32,
}

/// Mutations of shortfalls.
#[derive(Debug, Default)]
pub struct ShortfallMutation;

#[Object]
impl ShortfallMutation {
    /// Fewer kilograms than promised came off the trees: shares what there is among the confirmed pre-orders that are
    /// not yet delivered, and makes the difference due back. Closes the offer, lowers its quota to what is promised
    /// then, and cancels what waits for its deposit. CONFLICT where there is more than is promised; TOO_COMPLEX beyond
    /// 100,000 pre-orders, unless the server is set otherwise. Beyond 5,000 pre-orders they are settled in batches,
    /// between which others write; the answer comes after the last. Until then the offer is closed, and every other
    /// change of it and of its pre-orders is a CONFLICT. A run that was cut short goes on by itself within a minute,
    /// and at once when it is sent again under the same key. For CLERK, in its region.
    async fn settle_harvest_shortfall(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What there is.")] input: SettleHarvestShortfallInput,
    ) -> Option<Result<SettleHarvestShortfallPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Clerk])?;
            let SettleHarvestShortfallInput { offer_id, available_kg, policy, idempotency_key } = input;
            let fields = input::kilograms_or_none("availableKg", &available_kg)
                .map(|available| Settlement { available, policy });
            let (id, rules) = (input::record_id(&offer_id), *ctx.data_unchecked::<Rules>());
            let content = |id: &Uuid, Settlement { available, policy }: &Settlement| {
                Content::new().with("offerId", id).with("availableKg", available).with("policy", word(*policy))
            };
            let run = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                id,
                fields,
                content,
                move |txn, actor, id, fields| async move { shortfalls::settle(&txn, &actor, rules, id, fields).await },
            )
            .await?;
            let run = shortfalls::finish(database(ctx), rules, run).await?;
            Ok(SettleHarvestShortfallPayload {
                offer: offers::of(ctx, run.offer_id).await?,
                refund_due_yuan: run.refund_due_fen.into(),
                preorders_reduced: run.preorders_reduced,
                run: run.into(),
            })
        })
        .await
    }
}
