//! Harvest lots.

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use uuid::Uuid;

use super::{certificates::Certificate, plots::Plot};
use crate::graphql::{
    guard,
    list::One,
    loader,
    scalar::{Date, DateTime, Decimal},
};
use domain::{certificates, harvest::harvest_lots, stock_adjustments};
use store::{
    entity::{harvest::harvest_lot, registers::plot},
    error::Result,
};
use types::Scope;

/// A harvest lot (采收批次): fruit of one plot, picked on one day.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct HarvestLot {
    /// The ID.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// Its code, printed on the crates: H, then ten characters and a check character, in groups of four.
    code: ID,
    /// The day it was picked.
    harvested_on: Date,
    /// The season of the crop: the year in which its harvest began. What is sold or delivered of the lot is of this
    /// season.
    season: i32,
    /// The quantity picked, in kilograms, three decimal places.
    quantity_kg: Decimal,
    /// The quantity left, in kilograms, three decimal places. 0 once it is voided.
    available_kg: Decimal,
    /// When it was voided. Null unless it is voided.
    voided_at: Option<DateTime>,
    /// The reason for voiding it. Null unless it is voided.
    void_reason: Option<String>,
    #[graphql(skip)]
    lot_id: Uuid,
    #[graphql(skip)]
    plot_id: Uuid,
}

/// The lot that a record refers to. None if the reader may not see it.
pub(crate) async fn visible(ctx: &Context<'_>, id: Option<Uuid>) -> Result<Option<One<HarvestLot>>> {
    let scope = guard::actor(ctx).map_or(Scope::Nothing, harvest_lots::found_by);
    let lot = loader::optional::<harvest_lot::Entity>(ctx, id).await?;
    Ok(lot.filter(|lot| scope.includes(&lot.region_code, lot.grower_id)).map(One::of))
}

#[ComplexObject]
impl HarvestLot {
    /// The plot where it was picked, in its current state. Since then, the plot may have been regrafted or gone to
    /// another grower.
    async fn plot(&self, ctx: &Context<'_>) -> Result<One<Plot>> {
        Ok(One::of(loader::row::<plot::Entity>(ctx, self.plot_id).await?))
    }

    /// The sum of its adjustments that were not voided, in kilograms, three decimal places: below zero if it became
    /// less without being sold or used.
    async fn adjusted_kg(&self, ctx: &Context<'_>) -> Result<Decimal> {
        Ok(loader::load_or_default(ctx, self.lot_id, stock_adjustments::of_lots).await?.into())
    }

    /// Its pledge certificate: the last issued of the valid ones. Null if there is none.
    async fn certificate(&self, ctx: &Context<'_>) -> Result<Option<One<Certificate>>> {
        Ok(loader::load(ctx, self.lot_id, certificates::latest_of_lots).await?.map(One::of))
    }
}

impl From<harvest_lot::Model> for HarvestLot {
    fn from(row: harvest_lot::Model) -> Self {
        let harvest_lot::Model {
            id,
            code,
            plot_id,
            grower_id: _,
            region_code: _,
            variety_code: _,
            harvested_on,
            season,
            quantity_g,
            available_g,
            recorded_at: _,
            recorded_by: _,
            voided_at,
            void_reason,
            voided_by: _,
        } = row;
        Self {
            id: id.into(),
            code: code.0.into(),
            harvested_on: harvested_on.into(),
            season,
            quantity_kg: quantity_g.into(),
            available_kg: available_g.into(),
            voided_at: voided_at.map(DateTime::from),
            void_reason,
            lot_id: id,
            plot_id,
        }
    }
}
