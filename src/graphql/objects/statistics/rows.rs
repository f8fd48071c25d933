//! Rows of visitors, catering takings, output of plants and planted area.

use async_graphql::{ComplexObject, Context, OutputType, SimpleObject};

use super::{
    comparison::{AmountComparison, CountComparison, DaysCompared, Sums, comparisons},
    dimensions::{DayFacet, MonthFacet, ProductFacet, RegionFacet, VarietyFacet, value},
};
use crate::graphql::{
    list::One,
    objects::{
        catering::{self, CateringEstablishment},
        processing_plants::{self, ProcessingPlant},
        sites::{self, Site},
    },
    scalar::Decimal,
};
use domain::figures::statistics::{Dimension, Row};
use store::error::{Error, Result};
use types::{EntryKind, GrowerKind};

/// Sums of visitors.
#[derive(SimpleObject)]
#[graphql(concrete(name = "VisitorFigures", params(i32)))]
#[graphql(concrete(name = "VisitorFiguresComparison", params(CountComparison)))]
struct VisitorFigures<Count: OutputType> {
    /// Person-times at the sites that count towards the total.
    visitors: Option<Count>,
}

impl<Count: OutputType> VisitorFigures<Count> {
    fn of(sums: &impl Sums<Count = Count>) -> Result<Self> {
        Ok(Self { visitors: Some(sums.items(EntryKind::Visitors)?) })
    }
}

/// Earlier sums of visitors.
#[derive(SimpleObject)]
struct VisitorStatisticsComparison {
    #[graphql(flatten)]
    days: DaysCompared,
    #[graphql(flatten)]
    figures: VisitorFigures<CountComparison>,
}

/// Visitors for one value of each requested dimension. The other dimensions are null.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct VisitorStatisticsRow {
    #[graphql(flatten)]
    by_day: DayFacet,
    #[graphql(flatten)]
    by_region: RegionFacet,
    #[graphql(flatten)]
    figures: VisitorFigures<i32>,
    /// Comparison with the range before, or with the shortest requested period before, as in `StatisticsRow.before`.
    before: Option<VisitorStatisticsComparison>,
    /// Comparison with the year before, as in `StatisticsRow.yearBefore`.
    year_before: Option<VisitorStatisticsComparison>,
    #[graphql(skip)]
    site_code: Option<String>,
}

#[ComplexObject]
impl VisitorStatisticsRow {
    /// The site. Null unless rows are grouped by it.
    async fn site(&self, ctx: &Context<'_>) -> Result<Option<One<Site>>> {
        match &self.site_code {
            Some(code) => Ok(Some(sites::of(ctx, code).await?)),
            None => Ok(None),
        }
    }
}

impl TryFrom<Row> for VisitorStatisticsRow {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let (before, year_before) = comparisons(&row, |days, change| {
            Ok(VisitorStatisticsComparison { days, figures: VisitorFigures::of(change)? })
        })?;
        Ok(Self {
            by_day: (&row).into(),
            by_region: (&row).into(),
            site_code: value(&row, Dimension::Site),
            figures: VisitorFigures::of(&row.counted)?,
            before,
            year_before,
        })
    }
}

/// Sums of catering takings.
#[derive(SimpleObject)]
#[graphql(concrete(name = "CateringFigures", params(Decimal)))]
#[graphql(concrete(name = "CateringFiguresComparison", params(AmountComparison)))]
struct CateringFigures<Amount: OutputType> {
    /// Takings in yuan, two decimal places.
    takings_yuan: Option<Amount>,
}

impl<Amount: OutputType> CateringFigures<Amount> {
    fn of(sums: &impl Sums<Amount = Amount>) -> Self {
        Self { takings_yuan: Some(sums.money(EntryKind::Catering)) }
    }
}

/// Earlier sums of takings.
#[derive(SimpleObject)]
struct CateringStatisticsComparison {
    #[graphql(flatten)]
    days: DaysCompared,
    #[graphql(flatten)]
    figures: CateringFigures<AmountComparison>,
}

/// Catering takings for one value of each requested dimension. The other dimensions are null.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct CateringStatisticsRow {
    #[graphql(flatten)]
    by_month: MonthFacet,
    #[graphql(flatten)]
    by_region: RegionFacet,
    #[graphql(flatten)]
    figures: CateringFigures<Decimal>,
    /// Comparison with the range before, or with the shortest requested period before, as in `StatisticsRow.before`.
    before: Option<CateringStatisticsComparison>,
    /// Comparison with the year before, as in `StatisticsRow.yearBefore`.
    year_before: Option<CateringStatisticsComparison>,
    #[graphql(skip)]
    establishment_code: Option<String>,
}

#[ComplexObject]
impl CateringStatisticsRow {
    /// The establishment. Null unless rows are grouped by it.
    async fn establishment(&self, ctx: &Context<'_>) -> Result<Option<One<CateringEstablishment>>> {
        match &self.establishment_code {
            Some(code) => Ok(Some(catering::of(ctx, code).await?)),
            None => Ok(None),
        }
    }
}

impl TryFrom<Row> for CateringStatisticsRow {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let (before, year_before) = comparisons(&row, |days, change| {
            Ok(CateringStatisticsComparison { days, figures: CateringFigures::of(change) })
        })?;
        Ok(Self {
            by_month: (&row).into(),
            by_region: (&row).into(),
            establishment_code: value(&row, Dimension::Establishment),
            figures: CateringFigures::of(&row.counted),
            before,
            year_before,
        })
    }
}

/// Sums of output.
#[derive(SimpleObject)]
#[graphql(concrete(name = "PlantOutputFigures", params(Decimal)))]
#[graphql(concrete(name = "PlantOutputFiguresComparison", params(AmountComparison)))]
struct PlantOutputFigures<Amount: OutputType> {
    /// Weight made, in kilograms, three decimal places, without voided batches.
    output_kg: Option<Amount>,
}

impl<Amount: OutputType> PlantOutputFigures<Amount> {
    fn of(sums: &impl Sums<Amount = Amount>) -> Self {
        Self { output_kg: Some(sums.weight(EntryKind::Output)) }
    }
}

/// Earlier sums of output.
#[derive(SimpleObject)]
struct PlantOutputStatisticsComparison {
    #[graphql(flatten)]
    days: DaysCompared,
    #[graphql(flatten)]
    figures: PlantOutputFigures<AmountComparison>,
}

/// Output of plants for one value of each requested dimension. The other dimensions are null.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct PlantOutputStatisticsRow {
    #[graphql(flatten)]
    by_day: DayFacet,
    #[graphql(flatten)]
    by_product: ProductFacet,
    #[graphql(flatten)]
    by_region: RegionFacet,
    #[graphql(flatten)]
    figures: PlantOutputFigures<Decimal>,
    /// Comparison with the range before, or with the shortest requested period before, as in `StatisticsRow.before`.
    before: Option<PlantOutputStatisticsComparison>,
    /// Comparison with the year before, as in `StatisticsRow.yearBefore`.
    year_before: Option<PlantOutputStatisticsComparison>,
    #[graphql(skip)]
    plant_code: Option<String>,
}

#[ComplexObject]
impl PlantOutputStatisticsRow {
    /// The plant. Null unless rows are grouped by it.
    async fn plant(&self, ctx: &Context<'_>) -> Result<Option<One<ProcessingPlant>>> {
        match &self.plant_code {
            Some(code) => Ok(Some(processing_plants::plant_of(ctx, code).await?)),
            None => Ok(None),
        }
    }
}

impl TryFrom<Row> for PlantOutputStatisticsRow {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let (before, year_before) = comparisons(&row, |days, change| {
            Ok(PlantOutputStatisticsComparison { days, figures: PlantOutputFigures::of(change) })
        })?;
        Ok(Self {
            by_day: (&row).into(),
            by_product: (&row).into(),
            by_region: (&row).into(),
            plant_code: value(&row, Dimension::Plant),
            figures: PlantOutputFigures::of(&row.counted),
            before,
            year_before,
        })
    }
}

/// Sums of planted area.
#[derive(SimpleObject)]
#[graphql(concrete(name = "PlantedAreaFigures", params(Decimal, i32)))]
#[graphql(concrete(name = "PlantedAreaFiguresComparison", params(AmountComparison, CountComparison)))]
struct PlantedAreaFigures<Amount: OutputType, Count: OutputType> {
    /// Area of the plots in use, in mu, two decimal places.
    area_mu: Option<Amount>,
    /// Number of plots in use.
    plots: Option<Count>,
}

impl<Amount: OutputType, Count: OutputType> PlantedAreaFigures<Amount, Count> {
    fn of(sums: &impl Sums<Amount = Amount, Count = Count>) -> Result<Self> {
        Ok(Self { area_mu: Some(sums.area(EntryKind::Area)), plots: Some(sums.items(EntryKind::Area)?) })
    }
}

/// The earlier planted area, at the end of the days compared with.
#[derive(SimpleObject)]
struct PlantedAreaStatisticsComparison {
    #[graphql(flatten)]
    days: DaysCompared,
    #[graphql(flatten)]
    figures: PlantedAreaFigures<AmountComparison, CountComparison>,
}

/// Planted area for one value of each requested dimension, at the end of the row's period or of the range. The other
/// dimensions are null.
#[derive(SimpleObject)]
pub(crate) struct PlantedAreaStatisticsRow {
    #[graphql(flatten)]
    by_day: DayFacet,
    #[graphql(flatten)]
    by_variety: VarietyFacet,
    #[graphql(flatten)]
    by_region: RegionFacet,
    /// Kind of the grower. Null unless rows are grouped by it, and null where it is not known.
    grower_kind: Option<GrowerKind>,
    #[graphql(flatten)]
    figures: PlantedAreaFigures<Decimal, i32>,
    /// Comparison with the range before, or with the shortest requested period before, as in `StatisticsRow.before`.
    before: Option<PlantedAreaStatisticsComparison>,
    /// Comparison with the year before, as in `StatisticsRow.yearBefore`.
    year_before: Option<PlantedAreaStatisticsComparison>,
}

impl TryFrom<Row> for PlantedAreaStatisticsRow {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let (before, year_before) = comparisons(&row, |days, change| {
            Ok(PlantedAreaStatisticsComparison { days, figures: PlantedAreaFigures::of(change)? })
        })?;
        Ok(Self {
            by_day: (&row).into(),
            by_variety: (&row).into(),
            by_region: (&row).into(),
            grower_kind: row.grower_kind(),
            figures: PlantedAreaFigures::of(&row.counted)?,
            before,
            year_before,
        })
    }
}
