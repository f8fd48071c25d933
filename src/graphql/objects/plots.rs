//! Plots.

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use uuid::Uuid;

use super::{
    growers::Grower,
    regions::{self, Region},
    varieties::{self, Variety},
};
use crate::graphql::{
    list::One,
    loader,
    scalar::{Date, Decimal},
};
use store::{
    entity::registers::{grower, plot},
    error::Result,
};
use types::RegionCode;

/// A plot (地块): land under one variety, in its current state. It lies in one region, which can differ from its
/// grower's.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct Plot {
    /// The ID.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// The area in mu (亩), two decimal places.
    area_mu: Decimal,
    /// The year of planting. The plot counts from 1 January of this year.
    planted_year: i32,
    /// The number of trees. Null if they were not counted.
    tree_count: Option<i32>,
    /// The first day on which it no longer counts. Null while it is in use.
    out_of_use_from: Option<Date>,
    #[graphql(skip)]
    grower_id: Uuid,
    #[graphql(skip)]
    region_code: RegionCode,
    #[graphql(skip)]
    variety_code: String,
}

#[ComplexObject]
impl Plot {
    /// The grower who works it now.
    async fn grower(&self, ctx: &Context<'_>) -> Result<One<Grower>> {
        Ok(One::of(loader::row::<grower::Entity>(ctx, self.grower_id).await?))
    }

    /// The region it lies in.
    async fn region(&self, ctx: &Context<'_>) -> Result<One<Region>> {
        regions::of(ctx, &self.region_code).await
    }

    /// The variety that grows on it now.
    async fn variety(&self, ctx: &Context<'_>) -> Result<One<Variety>> {
        varieties::of(ctx, &self.variety_code).await
    }
}

impl From<plot::Model> for Plot {
    fn from(row: plot::Model) -> Self {
        let plot::Model {
            id,
            grower_id,
            region_code,
            variety_code,
            area_mu_hundredths,
            planted_year,
            tree_count,
            out_of_use_from,
            registered_at: _,
        } = row;
        Self {
            id: id.into(),
            area_mu: area_mu_hundredths.into(),
            planted_year,
            tree_count,
            out_of_use_from: out_of_use_from.map(Date::from),
            grower_id,
            region_code,
            variety_code,
        }
    }
}
