//! Rows of sales and pre-sales.

use async_graphql::{ComplexObject, Context, SimpleObject};

use super::comparison::{AmountComparison, CountComparison, amount, count, number};
use crate::{
    api::{
        products::{self, Product},
        regions::{self, Region},
        reports::int,
        scalar::{Date, Decimal},
        varieties::{self, Variety},
    },
    domain::statistics::{Counted, Dimension, Earlier, Row},
    error::{Error, Result},
    types::{EntryKind, GrowerKind, Kilograms, Money, RegionCode, SaleChannel},
};

/// Sales and pre-sales of one value of each dimension asked for; the other dimensions are null. Amounts are null where they are hidden from the reader.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(super) struct StatisticsRow {
    /// Business day; null unless asked for.
    day: Option<Date>,
    /// Week from Monday to Sunday, as 2024-W12 (ISO 8601); null unless asked for.
    week: Option<String>,
    /// Month, as 2024-03; null unless asked for.
    month: Option<String>,
    /// Year; null unless asked for.
    year: Option<i32>,
    /// Season of the crop: the year in which its harvest began, and of pre-sales that of their offer. Null unless asked for, and where none applies.
    season: Option<i32>,
    /// Channel; null unless asked for, and on pre-sales.
    channel: Option<SaleChannel>,
    /// Kind of the grower; null unless asked for, and where it is not known.
    grower_kind: Option<GrowerKind>,
    /// Sales in yuan, two places, without voided ones.
    sales_yuan: Option<Decimal>,
    /// Pre-sales in yuan, two places: confirmed, less what was cancelled or fell short.
    presale_yuan: Option<Decimal>,
    /// Weight sold in kilograms, three places.
    sales_kg: Option<Decimal>,
    /// Weight pre-sold in kilograms, three places.
    presale_kg: Option<Decimal>,
    /// Sales not voided.
    sales_count: Option<i32>,
    /// Pre-orders confirmed and not cancelled.
    preorder_count: Option<i32>,
    /// The same of the span before, or of the day, week, month or year before where the rows have one: the shortest that was asked for. As much of it as the span has of the row's own.
    before: Option<StatisticsComparison>,
    /// The same of the year before, and of the season before: of the same days, up to the end of a month that the span ends with; of weeks, those 52 weeks before; of 29 February, 28 February.
    year_before: Option<StatisticsComparison>,
    #[graphql(skip)]
    variety_code: Option<String>,
    #[graphql(skip)]
    product_code: Option<String>,
    #[graphql(skip)]
    region_code: Option<String>,
}

#[ComplexObject]
impl StatisticsRow {
    /// The variety; null unless asked for, and where none applies.
    async fn variety(&self, ctx: &Context<'_>) -> Result<Option<Variety>> {
        match &self.variety_code {
            Some(code) => Ok(Some(varieties::of(ctx, code).await?)),
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

impl TryFrom<Row> for StatisticsRow {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let compare =
            |earlier: &Option<Earlier>| earlier.as_ref().map(|earlier| StatisticsComparison::of(&row.counted, earlier)).transpose();
        Ok(Self {
            day: row.value(Dimension::Day).map(|day| Date(day.to_owned())),
            week: row.value(Dimension::Week).map(str::to_owned),
            month: row.value(Dimension::Month).map(str::to_owned),
            year: number(&row, Dimension::Year),
            season: number(&row, Dimension::Season),
            variety_code: row.value(Dimension::Variety).map(str::to_owned),
            product_code: row.value(Dimension::Product).map(str::to_owned),
            region_code: row.value(Dimension::Region).map(str::to_owned),
            channel: row.channel(),
            grower_kind: row.grower_kind(),
            sales_yuan: Some(row.counted.of(EntryKind::Sale).amount.into()),
            presale_yuan: Some(row.counted.of(EntryKind::Presale).amount.into()),
            sales_kg: Some(row.counted.of(EntryKind::Sale).quantity.into()),
            presale_kg: Some(row.counted.of(EntryKind::Presale).quantity.into()),
            sales_count: Some(int(row.counted.of(EntryKind::Sale).items)?),
            preorder_count: Some(int(row.counted.of(EntryKind::Presale).items)?),
            before: compare(&row.before)?,
            year_before: compare(&row.year_before)?,
        })
    }
}

/// What sales and pre-sales were earlier. Amounts are null where they are hidden from the reader.
#[derive(SimpleObject)]
struct StatisticsComparison {
    /// The first of the days compared with.
    from: Date,
    /// The last of the days compared with.
    to: Date,
    /// Sales in yuan, two places, without voided ones.
    sales_yuan: Option<AmountComparison>,
    /// Pre-sales in yuan, two places: confirmed, less what was cancelled or fell short.
    presale_yuan: Option<AmountComparison>,
    /// Weight sold in kilograms, three places.
    sales_kg: Option<AmountComparison>,
    /// Weight pre-sold in kilograms, three places.
    presale_kg: Option<AmountComparison>,
    /// Sales not voided.
    sales_count: Option<CountComparison>,
    /// Pre-orders confirmed and not cancelled.
    preorder_count: Option<CountComparison>,
}

impl StatisticsComparison {
    fn of(now: &Counted, earlier: &Earlier) -> Result<Self> {
        let Earlier { span, counted: then } = earlier;
        Ok(Self {
            from: span.from.into(),
            to: span.to.into(),
            sales_yuan: Some(amount(Money, now.of(EntryKind::Sale).amount.0, then.of(EntryKind::Sale).amount.0)),
            presale_yuan: Some(amount(Money, now.of(EntryKind::Presale).amount.0, then.of(EntryKind::Presale).amount.0)),
            sales_kg: Some(amount(Kilograms, now.of(EntryKind::Sale).quantity.0, then.of(EntryKind::Sale).quantity.0)),
            presale_kg: Some(amount(Kilograms, now.of(EntryKind::Presale).quantity.0, then.of(EntryKind::Presale).quantity.0)),
            sales_count: Some(count(now.of(EntryKind::Sale).items, then.of(EntryKind::Sale).items)?),
            preorder_count: Some(count(now.of(EntryKind::Presale).items, then.of(EntryKind::Presale).items)?),
        })
    }
}
