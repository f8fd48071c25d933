//! Shortfalls.

use async_graphql::{Context, Object};

use super::{
    offers::{self, PresaleOffer},
    preorders::Preorder,
};
use crate::graphql::{
    connection::{Connection, request},
    guard::database,
    list::One,
    loader,
    scalar::{DateTime, Decimal},
};
use domain::presales::shortfalls::{self, Plan};
use store::{
    entity::presales::{preorder, shortfall_run, shortfall_share},
    error::Result,
};
use types::ShortfallPolicy;

/// The result, or the preview, of settling a shortfall.
pub(crate) struct ShortfallRun {
    run: shortfall_run::Model,
    /// The shares of a preview. The shares of a recorded run are looked up.
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

/// The result, or the preview, of settling a shortfall.
#[Object]
impl ShortfallRun {
    /// The offer.
    async fn offer(&self, ctx: &Context<'_>) -> Result<One<PresaleOffer>> {
        offers::of(ctx, self.run.offer_id).await
    }

    /// The rule by which the crop is shared.
    async fn policy(&self) -> ShortfallPolicy {
        self.run.policy
    }

    /// The quantity available for the confirmed pre-orders that were not yet delivered, in kilograms, three decimal
    /// places.
    async fn available_kg(&self) -> Decimal {
        self.run.available_g.into()
    }

    /// The quantity that these pre-orders were promised, in kilograms, three decimal places.
    async fn promised_kg(&self) -> Decimal {
        self.run.promised_g.into()
    }

    /// The refunds due to the affected buyers after it, in yuan, two decimal places. Includes refunds that were already
    /// due and are not paid yet.
    async fn refund_due_yuan(&self) -> Decimal {
        self.run.refund_due_fen.into()
    }

    /// The number of pre-orders that get less than they were promised.
    async fn preorders_reduced(&self) -> i32 {
        self.run.preorders_reduced
    }

    /// When it was settled. Null for a preview.
    async fn recorded_at(&self) -> Option<DateTime> {
        self.planned.is_none().then(|| self.run.recorded_at.into())
    }

    /// The share of each confirmed pre-order, by confirmation time, then ID.
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

/// The share of one pre-order in a shortfall.
pub(crate) struct ShortfallShare(shortfall_share::Model);

impl From<shortfall_share::Model> for ShortfallShare {
    fn from(row: shortfall_share::Model) -> Self {
        Self(row)
    }
}

/// The share of one pre-order in a shortfall.
#[Object]
impl ShortfallShare {
    /// The pre-order in its current state.
    async fn preorder(&self, ctx: &Context<'_>) -> Result<One<Preorder>> {
        let preorder = loader::row::<preorder::Entity>(ctx, self.0.preorder_id).await?;
        Ok(One(Preorder::current(ctx, preorder)))
    }

    /// The quantity ordered, in kilograms, three decimal places.
    async fn ordered_kg(&self) -> Decimal {
        self.0.ordered_g.into()
    }

    /// The quantity it was still promised, in kilograms, three decimal places. Less than was ordered after an earlier
    /// shortfall.
    async fn promised_kg(&self) -> Decimal {
        self.0.promised_g.into()
    }

    /// The quantity it gets, in kilograms, three decimal places.
    async fn fulfillable_kg(&self) -> Decimal {
        self.0.fulfillable_g.into()
    }

    /// The refund due to its buyer after the shortfall, in yuan, two decimal places.
    async fn refund_due_yuan(&self) -> Decimal {
        self.0.refund_due_fen.into()
    }
}
