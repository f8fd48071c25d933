//! Harvest estimates.

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use uuid::Uuid;

use super::{
    accounts::{self, Account},
    regions::{self, Region},
    varieties::{self, Variety},
};
use crate::graphql::{
    list::One,
    scalar::{DateTime, Decimal},
};
use store::{entity::presales::harvest_estimate, error::Result};
use types::RegionCode;

/// The expected crop of a variety in a region (估产).
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct HarvestEstimate {
    /// The ID.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// The season of the crop.
    season: i32,
    /// The expected crop in kilograms, three decimal places.
    quantity_kg: Decimal,
    /// The basis of the estimate. Null if none was given.
    note: Option<String>,
    /// When it was recorded.
    recorded_at: DateTime,
    /// When a newer estimate replaced it. Null for the latest, and if it was voided.
    replaced_at: Option<DateTime>,
    /// When it was voided as entered by mistake. Null unless it is voided.
    voided_at: Option<DateTime>,
    /// The reason for voiding it. Null unless it is voided.
    void_reason: Option<String>,
    #[graphql(skip)]
    region_code: RegionCode,
    #[graphql(skip)]
    variety_code: String,
    #[graphql(skip)]
    account_id: Uuid,
}

#[ComplexObject]
impl HarvestEstimate {
    /// The region of the crop.
    async fn region(&self, ctx: &Context<'_>) -> Result<One<Region>> {
        regions::of(ctx, &self.region_code).await
    }

    /// The variety of fruit.
    async fn variety(&self, ctx: &Context<'_>) -> Result<One<Variety>> {
        varieties::of(ctx, &self.variety_code).await
    }

    /// The account that recorded it.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
        accounts::who(ctx, self.account_id).await
    }
}

impl From<harvest_estimate::Model> for HarvestEstimate {
    fn from(row: harvest_estimate::Model) -> Self {
        let (superseded_at, voided_at) = (row.superseded_at(), row.voided_at());
        let harvest_estimate::Model {
            id,
            region_code,
            variety_code,
            season,
            quantity_g,
            note,
            recorded_at,
            recorded_by,
            replaced_at: _,
            void_reason,
            voided_by: _,
        } = row;
        Self {
            id: id.into(),
            season,
            quantity_kg: quantity_g.into(),
            note,
            recorded_at: recorded_at.into(),
            replaced_at: superseded_at.map(DateTime::from),
            voided_at: voided_at.map(DateTime::from),
            void_reason,
            region_code,
            variety_code,
            account_id: recorded_by,
        }
    }
}
