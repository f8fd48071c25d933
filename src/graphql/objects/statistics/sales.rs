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

/// Sums of sales and pre-sales.
#[derive(SimpleObject)]
#[graphql(concrete(name = "SalesFigures", params(Decimal, i32)))]
#[graphql(concrete(name = "SalesFiguresComparison", params(AmountComparison, CountComparison)))]
struct SalesFigures<Amount: OutputType, Count: OutputType> {
    /// Sales in yuan, two decimal places, without voided sales.
    sales_yuan: Option<Amount>,
    /// Pre-sales in yuan, two decimal places: confirmed, less cancellations and shortfalls.
    presale_yuan: Option<Amount>,
    /// Weight sold, in kilograms, three decimal places.
    sales_kg: Option<Amount>,
    /// Weight pre-sold, in kilograms, three decimal places.
    presale_kg: Option<Amount>,
    /// Number of sales, without voided sales.
    sales_count: Option<Count>,
    /// Number of pre-orders confirmed and not cancelled.
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

/// Earlier sums of sales and pre-sales. Amounts are null if they are hidden from the reader.
#[derive(SimpleObject)]
struct StatisticsComparison {
    #[graphql(flatten)]
    days: DaysCompared,
    #[graphql(flatten)]
    figures: SalesFigures<AmountComparison, CountComparison>,
}

/// Sales and pre-sales for one value of each requested dimension. The other dimensions are null. Amounts are null if
/// they are hidden from the reader.
#[derive(SimpleObject)]
pub(crate) struct StatisticsRow {
    #[graphql(flatten)]
    by_day: DayFacet,
    #[graphql(flatten)]
    by_variety: VarietyFacet,
    #[graphql(flatten)]
    by_product: ProductFacet,
    #[graphql(flatten)]
    by_region: RegionFacet,
    /// Season of the crop: the year in which its harvest began. For pre-sales, the season of their offer. Null unless
    /// rows are grouped by it, and null where none applies.
    season: Option<i32>,
    /// Channel of the sale. Null unless rows are grouped by it, and null for pre-sales.
    channel: Option<SaleChannel>,
    /// Kind of the grower. Null unless rows are grouped by it, and null where it is not known.
    grower_kind: Option<GrowerKind>,
    #[graphql(flatten)]
    figures: SalesFigures<Decimal, i32>,
    /// Comparison with the range before, or with the day, week, month or year before if the rows have one: the shortest
    /// requested period. It covers as much of the earlier period as the range covers of the row's own.
    before: Option<StatisticsComparison>,
    /// Comparison with the year before, and with the season before. It covers the same days; if the range ends with the
    /// end of a month, it covers that month to its end. A week is compared with the week 52 weeks before, 29 February
    /// with 28 February.
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
