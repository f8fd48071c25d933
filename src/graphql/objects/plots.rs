//! Plots.

use std::collections::HashMap;

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use uuid::Uuid;

use super::{
    growers::Grower,
    regions::{self, Region},
    varieties::{self, Variety},
};
use crate::graphql::{
    document::cost::list_size,
    list::{List, One},
    loader::{self, Loaders},
    scalar::{Date, Decimal},
};
use domain::registers::plot_divisions;
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
    /// The year of planting.
    planted_year: i32,
    /// The day from which it counts. 1 January of its planted year, unless its registration named another day or it was
    /// made of other plots.
    counts_from: Date,
    /// The number of trees. Null if they were not counted.
    tree_count: Option<i32>,
    /// The first day on which it no longer counts. Null while it is in use.
    out_of_use_from: Option<Date>,
    #[graphql(skip)]
    key: Uuid,
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

    /// The plots that it was made of by dividing one or joining several, at most 20. Empty if it was registered. Only
    /// those that the reader may see.
    #[graphql(directive = list_size::apply(Some(1), None))]
    async fn made_of(&self, ctx: &Context<'_>) -> Result<List<Plot>> {
        Ok(loader::load_or_default(ctx, self.key, origins_of).await?.into_iter().map(Self::from).collect())
    }
}

/// The plots that each of these was made of and that the caller may see.
async fn origins_of(loaders: &Loaders, plots: &[Uuid]) -> Result<HashMap<Uuid, Vec<plot::Model>>> {
    plot_divisions::origins_of(loaders.reader(), loaders.scope(), plots).await
}

impl From<plot::Model> for Plot {
    fn from(row: plot::Model) -> Self {
        let first_day = row.first_day();
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
            counts_from: _,
        } = row;
        Self {
            id: id.into(),
            area_mu: area_mu_hundredths.into(),
            planted_year,
            counts_from: first_day.into(),
            tree_count,
            out_of_use_from: out_of_use_from.map(Date::from),
            key: id,
            grower_id,
            region_code,
            variety_code,
        }
    }
}
