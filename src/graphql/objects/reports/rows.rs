//! The rows of a report.

use async_graphql::{ComplexObject, Context, SimpleObject};

use crate::graphql::{
    list::{List, One},
    objects::{
        processing_plants::ProcessingPlant,
        products::{self, Product},
        published_reports::PublishedNames,
        varieties::{self, Variety},
    },
    scalar::Decimal,
};
use store::error::Result;
use types::{CompletenessKind, HonourKind, SaleChannel};

/// The code of an object in a report, and the names that the report uses.
pub(super) struct Coded {
    pub(super) code: String,
    pub(super) names: Option<PublishedNames>,
}

impl Coded {
    async fn variety(&self, ctx: &Context<'_>) -> Result<One<Variety>> {
        let One(variety) = varieties::of(ctx, &self.code).await?;
        Ok(One(match &self.names {
            Some(names) => names.variety(variety),
            None => variety,
        }))
    }

    async fn product(&self, ctx: &Context<'_>) -> Result<One<Product>> {
        let One(product) = products::of(ctx, &self.code).await?;
        Ok(One(match &self.names {
            Some(names) => names.product(product),
            None => product,
        }))
    }

    async fn plant(&self, ctx: &Context<'_>) -> Result<One<ProcessingPlant>> {
        let One(plant) = products::plant_of(ctx, &self.code).await?;
        Ok(One(match &self.names {
            Some(names) => names.plant(plant),
            None => plant,
        }))
    }
}

/// How many records of one kind a period should have, and how many it has.
#[derive(SimpleObject)]
pub(super) struct Completeness {
    /// What is counted.
    pub(super) kind: CompletenessKind,
    /// How many there should be by the end of the period, or by the day of `asOf` while it runs. Of visitors: sites that
    /// count times days that are over. Of takings: establishments in business times months that are over. Of
    /// submissions: communities.
    pub(super) expected: i32,
    /// How many of them there are.
    pub(super) recorded: i32,
}

/// The planted area of one variety.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(super) struct VarietyArea {
    /// Area in mu (亩), two decimal places.
    pub(super) area_mu: Decimal,
    /// The number of distinct growers with a plot of it in use.
    pub(super) growers: i32,
    #[graphql(skip)]
    pub(super) coded: Coded,
}

#[ComplexObject]
impl VarietyArea {
    /// The variety.
    async fn variety(&self, ctx: &Context<'_>) -> Result<One<Variety>> {
        self.coded.variety(ctx).await
    }
}

/// The output of one product at its plant.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(super) struct PlantOutput {
    /// Weight made, in kilograms, three decimal places.
    pub(super) output_kg: Decimal,
    /// The output by month. One row per month of the period, 12 for a year.
    pub(super) by_month: List<MonthOutput>,
    #[graphql(skip)]
    pub(super) coded: Coded,
}

#[ComplexObject]
impl PlantOutput {
    /// The plant.
    async fn plant(&self, ctx: &Context<'_>) -> Result<One<ProcessingPlant>> {
        self.coded.plant(ctx).await
    }

    /// The product.
    async fn product(&self, ctx: &Context<'_>) -> Result<One<Product>> {
        self.coded.product(ctx).await
    }
}

/// The output of a product at its plant in one month.
#[derive(SimpleObject)]
pub(super) struct MonthOutput {
    /// Month, 1 to 12.
    pub(super) month: i32,
    /// Weight made, in kilograms, three decimal places.
    pub(super) output_kg: Decimal,
}

/// A count of one month.
#[derive(SimpleObject)]
pub(super) struct MonthCount {
    /// Month, 1 to 12.
    pub(super) month: i32,
    /// The count.
    pub(super) count: i32,
}

/// Sales and pre-sales of one variety. Amounts are null if the variety has too few sellers for the reader to see them.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(super) struct VarietyRevenue {
    /// Sales in yuan, two decimal places.
    pub(super) sales_yuan: Option<Decimal>,
    /// Pre-sales in yuan, two decimal places.
    pub(super) presale_yuan: Option<Decimal>,
    /// Weight sold, in kilograms, three decimal places.
    pub(super) sales_kg: Option<Decimal>,
    /// Weight pre-sold, in kilograms, three decimal places.
    pub(super) presale_kg: Option<Decimal>,
    #[graphql(skip)]
    pub(super) coded: Coded,
}

#[ComplexObject]
impl VarietyRevenue {
    /// The variety.
    async fn variety(&self, ctx: &Context<'_>) -> Result<One<Variety>> {
        self.coded.variety(ctx).await
    }
}

/// Sales of one product of a plant. Amounts are null if the product has too few sellers for the reader to see them.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(super) struct ProductRevenue {
    /// Sales in yuan, two decimal places.
    pub(super) sales_yuan: Option<Decimal>,
    /// Weight sold, in kilograms, three decimal places.
    pub(super) sales_kg: Option<Decimal>,
    #[graphql(skip)]
    pub(super) coded: Coded,
}

#[ComplexObject]
impl ProductRevenue {
    /// The product.
    async fn product(&self, ctx: &Context<'_>) -> Result<One<Product>> {
        self.coded.product(ctx).await
    }
}

/// Sales through one channel. The amount is null if the channel has too few sellers for the reader to see it.
#[derive(SimpleObject)]
pub(super) struct ChannelRevenue {
    /// The channel.
    pub(super) channel: SaleChannel,
    /// Sales in yuan, two decimal places.
    pub(super) sales_yuan: Option<Decimal>,
}

/// Sales and pre-sales of one month.
#[derive(SimpleObject)]
pub(super) struct MonthRevenue {
    /// Month, 1 to 12.
    pub(super) month: i32,
    /// Sales in yuan, two decimal places.
    pub(super) sales_yuan: Decimal,
    /// Pre-sales in yuan, two decimal places.
    pub(super) presale_yuan: Decimal,
}

/// The number of honours of one kind.
#[derive(SimpleObject)]
pub(super) struct HonourCount {
    /// The kind.
    pub(super) kind: HonourKind,
    /// The number of honours.
    pub(super) count: i32,
}
