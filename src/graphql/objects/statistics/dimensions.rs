//! Dimensions that several statistics share.

use async_graphql::{Context, Object, SimpleObject};

use crate::graphql::{
    list::One,
    objects::{
        products::{self, Product},
        regions::{self, Region},
        varieties::{self, Variety},
    },
    scalar::Date,
};
use domain::figures::statistics::{Dimension, Row};
use store::error::Result;
use types::RegionCode;

/// The value of a dimension of a row. None if it was not requested or does not apply.
pub(crate) fn value(row: &Row, dimension: Dimension) -> Option<String> {
    row.value(dimension).map(str::to_owned)
}

/// The value of a dimension of a row, if it is a number.
pub(crate) fn number(row: &Row, dimension: Dimension) -> Option<i32> {
    row.value(dimension)?.parse().ok()
}

/// The months and years of data recorded by month.
#[derive(SimpleObject)]
pub(crate) struct MonthFacet {
    /// The month, such as 2024-03. Null unless rows are grouped by it.
    month: Option<String>,
    /// The year. Null unless rows are grouped by it.
    year: Option<i32>,
}

impl From<&Row> for MonthFacet {
    fn from(row: &Row) -> Self {
        Self { month: value(row, Dimension::Month), year: number(row, Dimension::Year) }
    }
}

/// The periods of data recorded by day.
#[derive(SimpleObject)]
pub(crate) struct DayFacet {
    /// The business day. Null unless rows are grouped by it.
    day: Option<Date>,
    /// The week from Monday to Sunday, such as 2024-W12 (ISO 8601). Null unless rows are grouped by it.
    week: Option<String>,
    #[graphql(flatten)]
    by_month: MonthFacet,
}

impl From<&Row> for DayFacet {
    fn from(row: &Row) -> Self {
        Self { day: value(row, Dimension::Day).map(Date), week: value(row, Dimension::Week), by_month: row.into() }
    }
}

/// The code of the region.
pub(crate) struct RegionFacet(Option<RegionCode>);

#[Object]
impl RegionFacet {
    /// The region: one of the level directly below the requested region, or the requested region itself for what is
    /// booked directly to it. Null unless rows are grouped by it.
    async fn region(&self, ctx: &Context<'_>) -> Result<Option<One<Region>>> {
        match &self.0 {
            Some(code) => Ok(Some(regions::of(ctx, code).await?)),
            None => Ok(None),
        }
    }
}

impl From<&Row> for RegionFacet {
    fn from(row: &Row) -> Self {
        Self(value(row, Dimension::Region).map(RegionCode))
    }
}

/// The code of the variety.
pub(crate) struct VarietyFacet(Option<String>);

#[Object]
impl VarietyFacet {
    /// The variety. Null unless rows are grouped by it, and null where none applies.
    async fn variety(&self, ctx: &Context<'_>) -> Result<Option<One<Variety>>> {
        match &self.0 {
            Some(code) => Ok(Some(varieties::of(ctx, code).await?)),
            None => Ok(None),
        }
    }
}

impl From<&Row> for VarietyFacet {
    fn from(row: &Row) -> Self {
        Self(value(row, Dimension::Variety))
    }
}

/// The code of the product.
pub(crate) struct ProductFacet(Option<String>);

#[Object]
impl ProductFacet {
    /// The product of a plant. Null unless rows are grouped by it, and null where none applies.
    async fn product(&self, ctx: &Context<'_>) -> Result<Option<One<Product>>> {
        match &self.0 {
            Some(code) => Ok(Some(products::of(ctx, code).await?)),
            None => Ok(None),
        }
    }
}

impl From<&Row> for ProductFacet {
    fn from(row: &Row) -> Self {
        Self(value(row, Dimension::Product))
    }
}
