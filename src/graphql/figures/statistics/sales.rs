//! Rows of sales and pre-sales.

use async_graphql::{OutputType, SimpleObject};

use super::{
    comparison::{AmountComparison, CountComparison, DaysCompared, Sums, comparisons},
    dimensions::{DayFacet, ProductFacet, RegionFacet, VarietyFacet, number},
};
use crate::graphql::scalar::Decimal;
use domain::figures::statistics::{Dimension, Row};
use store::error::{Error, Result};
use types::{EntryKind, GrowerKind, SaleChannel};

/// What sales and pre-sales sum up to.
#[derive(SimpleObject)]
#[graphql(concrete(name = "SalesFigures", params(Decimal, i32)))]
#[graphql(concrete(name = "SalesFiguresComparison", params(AmountComparison, CountComparison)))]
struct SalesFigures<Amount: OutputType, Count: OutputType> {
    /// Sales in yuan, two decimal places, without voided ones.
    sales_yuan: Option<Amount>,
    /// Pre-sales in yuan, two decimal places: confirmed, less what was cancelled or fell short.
    presale_yuan: Option<Amount>,
    /// Weight sold, in kilograms, three decimal places.
    sales_kg: Option<Amount>,
    /// Weight pre-sold, in kilograms, three decimal places.
    presale_kg: Option<Amount>,
    /// Sales not voided.
    sales_count: Option<Count>,
    /// Pre-orders confirmed and not cancelled.
    preorder_count: Option<Count>,
}

impl<Amount: OutputType, Count: OutputType> SalesFigures<Amount, Count> {
    fn of(sums: &impl Sums<Amount = Amount, Count = Count>) -> Result<Self> {
        Ok(Self {
            sales_yuan: Some(sums.money(EntryKind::Sale)),
            presale_yuan: Some(sums.money(EntryKind::Presale)),
            sales_kg: Some(sums.weight(EntryKind::Sale)),
            presale_kg: Some(sums.weight(EntryKind::Presale)),
            sales_count: Some(sums.items(EntryKind::Sale)?),
            preorder_count: Some(sums.items(EntryKind::Presale)?),
        })
    }
}

/// What sales and pre-sales were earlier. Amounts are null where they are hidden from the reader.
#[derive(SimpleObject)]
struct StatisticsComparison {
    #[graphql(flatten)]
    days: DaysCompared,
    #[graphql(flatten)]
    figures: SalesFigures<AmountComparison, CountComparison>,
}

/// Sales and pre-sales of one value of each dimension asked for; the other dimensions are null. Amounts are null where
/// they are hidden from the reader.
#[derive(SimpleObject)]
pub(super) struct StatisticsRow {
    #[graphql(flatten)]
    by_day: DayFacet,
    #[graphql(flatten)]
    by_variety: VarietyFacet,
    #[graphql(flatten)]
    by_product: ProductFacet,
    #[graphql(flatten)]
    by_region: RegionFacet,
    /// Season of the crop: the year in which its harvest began, and of pre-sales that of their offer. Null unless asked
    /// for, and where none applies.
    season: Option<i32>,
    /// Channel; null unless asked for, and on pre-sales.
    channel: Option<SaleChannel>,
    /// Kind of the grower. Null unless it is grouped by, and null where it is not known.
    grower_kind: Option<GrowerKind>,
    #[graphql(flatten)]
    figures: SalesFigures<Decimal, i32>,
    /// The same of the span before, or of the day, week, month or year before where the rows have one: the shortest
    /// that was asked for. As much of it as the span has of the row's own.
    before: Option<StatisticsComparison>,
    /// The same of the year before, and of the season before: of the same days, up to the end of a month that the span
    /// ends with; of weeks, those 52 weeks before; of 29 February, 28 February.
    year_before: Option<StatisticsComparison>,
}

impl TryFrom<Row> for StatisticsRow {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let (before, year_before) =
            comparisons(&row, |days, change| Ok(StatisticsComparison { days, figures: SalesFigures::of(change)? }))?;
        Ok(Self {
            by_day: (&row).into(),
            by_variety: (&row).into(),
            by_product: (&row).into(),
            by_region: (&row).into(),
            season: number(&row, Dimension::Season),
            channel: row.channel(),
            grower_kind: row.grower_kind(),
            figures: SalesFigures::of(&row.counted)?,
            before,
            year_before,
        })
    }
}
