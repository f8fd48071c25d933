//! Rows of visitors, catering takings, plants' output and planted area.

use async_graphql::{ComplexObject, Context, SimpleObject};

use super::comparison::{AmountComparison, CountComparison, amount, count, number};
use crate::{
    api::{
        catering::{self, CateringEstablishment},
        plants::{self, ProcessingPlant},
        products::{self, Product},
        regions::{self, Region},
        reports::int,
        scalar::{Date, Decimal},
        sites::{self, Site},
        varieties::{self, Variety},
    },
    domain::statistics::{Counted, Dimension, Earlier, Row},
    error::{Error, Result},
    types::{EntryKind, GrowerKind, Kilograms, Money, Mu, RegionCode},
};

/// Visitors of one value of each dimension asked for; the other dimensions are null.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(super) struct VisitorStatisticsRow {
    /// Business day; null unless asked for.
    day: Option<Date>,
    /// Week from Monday to Sunday, as 2024-W12 (ISO 8601); null unless asked for.
    week: Option<String>,
    /// Month, as 2024-03; null unless asked for.
    month: Option<String>,
    /// Year; null unless asked for.
    year: Option<i32>,
    /// Person-times at the sites that count towards the total.
    visitors: Option<i32>,
    /// The same of the span, or of the shortest period asked for, before it; as `StatisticsRow.before`.
    before: Option<VisitorStatisticsComparison>,
    /// The same of the year before; as `StatisticsRow.yearBefore`.
    year_before: Option<VisitorStatisticsComparison>,
    #[graphql(skip)]
    site_code: Option<String>,
    #[graphql(skip)]
    region_code: Option<String>,
}

#[ComplexObject]
impl VisitorStatisticsRow {
    /// The site; null unless asked for.
    async fn site(&self, ctx: &Context<'_>) -> Result<Option<Site>> {
        match &self.site_code {
            Some(code) => Ok(Some(sites::of(ctx, code).await?)),
            None => Ok(None),
        }
    }

    /// The region: of the level below the one asked for, or that one itself for what is booked on it. Null unless asked for.
    async fn region(&self, ctx: &Context<'_>) -> Result<Option<Region>> {
        match &self.region_code {
            Some(code) => Ok(Some(regions::of(ctx, &RegionCode(code.clone())).await?)),
            None => Ok(None),
        }
    }
}

impl TryFrom<Row> for VisitorStatisticsRow {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let compare =
            |earlier: &Option<Earlier>| earlier.as_ref().map(|earlier| VisitorStatisticsComparison::of(&row.counted, earlier)).transpose();
        Ok(Self {
            day: row.value(Dimension::Day).map(|day| Date(day.to_owned())),
            week: row.value(Dimension::Week).map(str::to_owned),
            month: row.value(Dimension::Month).map(str::to_owned),
            year: number(&row, Dimension::Year),
            site_code: row.value(Dimension::Site).map(str::to_owned),
            region_code: row.value(Dimension::Region).map(str::to_owned),
            visitors: Some(int(row.counted.of(EntryKind::Visitors).items)?),
            before: compare(&row.before)?,
            year_before: compare(&row.year_before)?,
        })
    }
}

/// What visitors were earlier.
#[derive(SimpleObject)]
struct VisitorStatisticsComparison {
    /// The first of the days compared with.
    from: Date,
    /// The last of the days compared with.
    to: Date,
    /// Person-times at the sites that count towards the total.
    visitors: Option<CountComparison>,
}

impl VisitorStatisticsComparison {
    fn of(now: &Counted, earlier: &Earlier) -> Result<Self> {
        let Earlier { span, counted: then } = earlier;
        Ok(Self {
            from: span.from.into(),
            to: span.to.into(),
            visitors: Some(count(now.of(EntryKind::Visitors).items, then.of(EntryKind::Visitors).items)?),
        })
    }
}

/// Catering takings of one value of each dimension asked for; the other dimensions are null.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(super) struct CateringStatisticsRow {
    /// Month, as 2024-03; null unless asked for.
    month: Option<String>,
    /// Year; null unless asked for.
    year: Option<i32>,
    /// Takings in yuan, two places.
    takings_yuan: Option<Decimal>,
    /// The same of the span, or of the shortest period asked for, before it; as `StatisticsRow.before`.
    before: Option<CateringStatisticsComparison>,
    /// The same of the year before; as `StatisticsRow.yearBefore`.
    year_before: Option<CateringStatisticsComparison>,
    #[graphql(skip)]
    establishment_code: Option<String>,
    #[graphql(skip)]
    region_code: Option<String>,
}

#[ComplexObject]
impl CateringStatisticsRow {
    /// The establishment; null unless asked for.
    async fn establishment(&self, ctx: &Context<'_>) -> Result<Option<CateringEstablishment>> {
        match &self.establishment_code {
            Some(code) => Ok(Some(catering::of(ctx, code).await?)),
            None => Ok(None),
        }
    }

    /// The region: of the level below the one asked for, or that one itself for what is booked on it. Null unless asked for.
    async fn region(&self, ctx: &Context<'_>) -> Result<Option<Region>> {
        match &self.region_code {
            Some(code) => Ok(Some(regions::of(ctx, &RegionCode(code.clone())).await?)),
            None => Ok(None),
        }
    }
}

impl TryFrom<Row> for CateringStatisticsRow {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let compare =
            |earlier: &Option<Earlier>| earlier.as_ref().map(|earlier| CateringStatisticsComparison::of(&row.counted, earlier)).transpose();
        Ok(Self {
            month: row.value(Dimension::Month).map(str::to_owned),
            year: number(&row, Dimension::Year),
            establishment_code: row.value(Dimension::Establishment).map(str::to_owned),
            region_code: row.value(Dimension::Region).map(str::to_owned),
            takings_yuan: Some(row.counted.of(EntryKind::Catering).amount.into()),
            before: compare(&row.before)?,
            year_before: compare(&row.year_before)?,
        })
    }
}

/// What takings were earlier.
#[derive(SimpleObject)]
struct CateringStatisticsComparison {
    /// The first of the days compared with.
    from: Date,
    /// The last of the days compared with.
    to: Date,
    /// Takings in yuan, two places.
    takings_yuan: Option<AmountComparison>,
}

impl CateringStatisticsComparison {
    fn of(now: &Counted, earlier: &Earlier) -> Result<Self> {
        let Earlier { span, counted: then } = earlier;
        Ok(Self {
            from: span.from.into(),
            to: span.to.into(),
            takings_yuan: Some(amount(Money, now.of(EntryKind::Catering).amount.0, then.of(EntryKind::Catering).amount.0)),
        })
    }
}

/// Output of plants of one value of each dimension asked for; the other dimensions are null.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(super) struct PlantOutputStatisticsRow {
    /// Business day; null unless asked for.
    day: Option<Date>,
    /// Week from Monday to Sunday, as 2024-W12 (ISO 8601); null unless asked for.
    week: Option<String>,
    /// Month, as 2024-03; null unless asked for.
    month: Option<String>,
    /// Year; null unless asked for.
    year: Option<i32>,
    /// Weight made in kilograms, three places, without voided batches.
    output_kg: Option<Decimal>,
    /// The same of the span, or of the shortest period asked for, before it; as `StatisticsRow.before`.
    before: Option<PlantOutputStatisticsComparison>,
    /// The same of the year before; as `StatisticsRow.yearBefore`.
    year_before: Option<PlantOutputStatisticsComparison>,
    #[graphql(skip)]
    plant_code: Option<String>,
    #[graphql(skip)]
    product_code: Option<String>,
    #[graphql(skip)]
    region_code: Option<String>,
}

#[ComplexObject]
impl PlantOutputStatisticsRow {
    /// The plant; null unless asked for.
    async fn plant(&self, ctx: &Context<'_>) -> Result<Option<ProcessingPlant>> {
        match &self.plant_code {
            Some(code) => Ok(Some(plants::plant_of(ctx, code).await?)),
            None => Ok(None),
        }
    }

    /// The plant's product; null unless asked for, and where none applies.
    async fn product(&self, ctx: &Context<'_>) -> Result<Option<Product>> {
        match &self.product_code {
            Some(code) => Ok(Some(products::of(ctx, code).await?)),
            None => Ok(None),
        }
    }

    /// The region: of the level below the one asked for, or that one itself for what is booked on it. Null unless asked for.
    async fn region(&self, ctx: &Context<'_>) -> Result<Option<Region>> {
        match &self.region_code {
            Some(code) => Ok(Some(regions::of(ctx, &RegionCode(code.clone())).await?)),
            None => Ok(None),
        }
    }
}

impl TryFrom<Row> for PlantOutputStatisticsRow {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let compare = |earlier: &Option<Earlier>| {
            earlier.as_ref().map(|earlier| PlantOutputStatisticsComparison::of(&row.counted, earlier)).transpose()
        };
        Ok(Self {
            day: row.value(Dimension::Day).map(|day| Date(day.to_owned())),
            week: row.value(Dimension::Week).map(str::to_owned),
            month: row.value(Dimension::Month).map(str::to_owned),
            year: number(&row, Dimension::Year),
            plant_code: row.value(Dimension::Plant).map(str::to_owned),
            product_code: row.value(Dimension::Product).map(str::to_owned),
            region_code: row.value(Dimension::Region).map(str::to_owned),
            output_kg: Some(row.counted.of(EntryKind::Output).quantity.into()),
            before: compare(&row.before)?,
            year_before: compare(&row.year_before)?,
        })
    }
}

/// What output was earlier.
#[derive(SimpleObject)]
struct PlantOutputStatisticsComparison {
    /// The first of the days compared with.
    from: Date,
    /// The last of the days compared with.
    to: Date,
    /// Weight made in kilograms, three places, without voided batches.
    output_kg: Option<AmountComparison>,
}

impl PlantOutputStatisticsComparison {
    fn of(now: &Counted, earlier: &Earlier) -> Result<Self> {
        let Earlier { span, counted: then } = earlier;
        Ok(Self {
            from: span.from.into(),
            to: span.to.into(),
            output_kg: Some(amount(Kilograms, now.of(EntryKind::Output).quantity.0, then.of(EntryKind::Output).quantity.0)),
        })
    }
}

/// Planted area of one value of each dimension asked for, as it stands at the end of the row's period, or of the span; the other dimensions are null.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(super) struct PlantedAreaStatisticsRow {
    /// Business day; null unless asked for.
    day: Option<Date>,
    /// Week from Monday to Sunday, as 2024-W12 (ISO 8601); null unless asked for.
    week: Option<String>,
    /// Month, as 2024-03; null unless asked for.
    month: Option<String>,
    /// Year; null unless asked for.
    year: Option<i32>,
    /// Kind of the grower; null unless asked for, and where it is not known.
    grower_kind: Option<GrowerKind>,
    /// Area of plots in use in mu, two places.
    area_mu: Option<Decimal>,
    /// Plots in use.
    plots: Option<i32>,
    /// The same of the span, or of the shortest period asked for, before it; as `StatisticsRow.before`.
    before: Option<PlantedAreaStatisticsComparison>,
    /// The same of the year before; as `StatisticsRow.yearBefore`.
    year_before: Option<PlantedAreaStatisticsComparison>,
    #[graphql(skip)]
    variety_code: Option<String>,
    #[graphql(skip)]
    region_code: Option<String>,
}

#[ComplexObject]
impl PlantedAreaStatisticsRow {
    /// The variety; null unless asked for, and where none applies.
    async fn variety(&self, ctx: &Context<'_>) -> Result<Option<Variety>> {
        match &self.variety_code {
            Some(code) => Ok(Some(varieties::of(ctx, code).await?)),
            None => Ok(None),
        }
    }

    /// The region: of the level below the one asked for, or that one itself for what is booked on it. Null unless asked for.
    async fn region(&self, ctx: &Context<'_>) -> Result<Option<Region>> {
        match &self.region_code {
            Some(code) => Ok(Some(regions::of(ctx, &RegionCode(code.clone())).await?)),
            None => Ok(None),
        }
    }
}

impl TryFrom<Row> for PlantedAreaStatisticsRow {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let compare = |earlier: &Option<Earlier>| {
            earlier.as_ref().map(|earlier| PlantedAreaStatisticsComparison::of(&row.counted, earlier)).transpose()
        };
        Ok(Self {
            day: row.value(Dimension::Day).map(|day| Date(day.to_owned())),
            week: row.value(Dimension::Week).map(str::to_owned),
            month: row.value(Dimension::Month).map(str::to_owned),
            year: number(&row, Dimension::Year),
            variety_code: row.value(Dimension::Variety).map(str::to_owned),
            region_code: row.value(Dimension::Region).map(str::to_owned),
            grower_kind: row.grower_kind(),
            area_mu: Some(row.counted.of(EntryKind::Area).area.into()),
            plots: Some(int(row.counted.of(EntryKind::Area).items)?),
            before: compare(&row.before)?,
            year_before: compare(&row.year_before)?,
        })
    }
}

/// What the planted area was earlier, at the end of the days compared with.
#[derive(SimpleObject)]
struct PlantedAreaStatisticsComparison {
    /// The first of the days compared with.
    from: Date,
    /// The last of the days compared with.
    to: Date,
    /// Area of plots in use in mu, two places.
    area_mu: Option<AmountComparison>,
    /// Plots in use.
    plots: Option<CountComparison>,
}

impl PlantedAreaStatisticsComparison {
    fn of(now: &Counted, earlier: &Earlier) -> Result<Self> {
        let Earlier { span, counted: then } = earlier;
        Ok(Self {
            from: span.from.into(),
            to: span.to.into(),
            area_mu: Some(amount(Mu, now.of(EntryKind::Area).area.0, then.of(EntryKind::Area).area.0)),
            plots: Some(count(now.of(EntryKind::Area).items, then.of(EntryKind::Area).items)?),
        })
    }
}
