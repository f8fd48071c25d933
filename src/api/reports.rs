//! Reports.

use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject, Subscription};
use futures_util::{Stream, StreamExt};

use super::{
    feed,
    guard::{self, allow, database, nullable},
    input,
    plants::ProcessingPlant,
    products::{self, Product},
    regions::{self, Region},
    scalar::{DateTime, Decimal},
    varieties::{self, Variety},
};
use crate::{
    domain::reports::{self, ReportFeeds},
    error::{Error, Result},
    types::{HonourKind, Kilograms, RegionCode, ReportPeriod, SaleChannel},
};

/// Every figure that a region reports for one period, with all below it. docs/FIGURES.md says for each what is counted, by which date, net
/// of what.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(super) struct TownReport {
    /// The year, in Asia/Shanghai.
    year: i32,
    /// The part of the year that it is about, or all of it.
    period: ReportPeriod,
    /// Planted area (种植面积) in mu, two places: plots in use at the period's end, or on the day of `asOf` where that is earlier.
    planted_area_mu: Decimal,
    /// The same by variety; one row for each variety that has any.
    planted_area_by_variety: Vec<VarietyArea>,
    /// Visitors (游客) in person-times (人次) at the sites that count towards the total.
    visitors: i32,
    /// The same by month; a row for each month of the period, twelve for a year.
    visitors_by_month: Vec<MonthCount>,
    /// Sales (销售) of fruit and of plants' goods by business day, without voided ones, in yuan.
    sales_revenue_yuan: Decimal,
    /// Pre-sales (预售): pre-orders confirmed in the period, less what was cancelled or fell short in it, in yuan.
    presale_revenue_yuan: Decimal,
    /// Produce revenue (农产品销售及预售): sales and pre-sales; a delivered pre-order counts once. In yuan.
    produce_revenue_yuan: Decimal,
    /// Fresh fruit by variety; one row for each variety that was sold or pre-sold. Plants' goods are in `revenueByProduct`.
    revenue_by_variety: Vec<VarietyRevenue>,
    /// Plants' goods by product; one row for each product that was sold.
    revenue_by_product: Vec<ProductRevenue>,
    /// Sales by channel; at most one row a channel. Pre-sales have none.
    revenue_by_channel: Vec<ChannelRevenue>,
    /// Sales and pre-sales by month; a row for each month of the period, twelve for a year.
    revenue_by_month: Vec<MonthRevenue>,
    /// What plants made (加工产量), by plant and product; one row for each product of which anything was made. Voided batches do not count.
    plant_output: Vec<PlantOutput>,
    /// Takings of catering establishments (餐饮营业额) in yuan.
    catering_takings_yuan: Decimal,
    /// Catering increase (特色餐饮增收): takings less those of the same months of the baseline year, over the establishments that have one, in
    /// yuan. 0.00 in the baseline year, null without any baseline.
    catering_increase_yuan: Option<Decimal>,
    /// Editions of the festival (届) whose first day is not after the period's end, or the day of `asOf`.
    festival_editions: i32,
    /// Processing plants (加工厂) begun by then and not closed.
    processing_plants: i32,
    /// Processing projects (加工项目) begun by then and not ended.
    processing_projects: i32,
    /// Honours held by then; always three rows, one a kind.
    honours: Vec<HonourCount>,
    /// The instant up to which records are counted. Asked again with it, the figures are the same for ever.
    as_of: DateTime,
    #[graphql(skip)]
    region_code: RegionCode,
}

#[ComplexObject]
impl TownReport {
    /// The region, with all below it.
    async fn region(&self, ctx: &Context<'_>) -> Result<Region> {
        regions::of(ctx, &self.region_code).await
    }
}

/// Planted area of one variety.
#[derive(SimpleObject)]
#[graphql(complex)]
struct VarietyArea {
    /// Area in mu (亩), two places.
    area_mu: Decimal,
    /// How many distinct growers have a plot of it in use.
    growers: i32,
    #[graphql(skip)]
    variety_code: String,
}

#[ComplexObject]
impl VarietyArea {
    /// The variety.
    async fn variety(&self, ctx: &Context<'_>) -> Result<Variety> {
        varieties::of(ctx, &self.variety_code).await
    }
}

/// What a plant made of one product.
#[derive(SimpleObject)]
#[graphql(complex)]
struct PlantOutput {
    /// Weight made in kilograms, three places.
    output_kg: Decimal,
    /// The same by month; a row for each month of the period, twelve for a year.
    by_month: Vec<MonthOutput>,
    #[graphql(skip)]
    product_code: String,
}

#[ComplexObject]
impl PlantOutput {
    /// The plant.
    async fn plant(&self, ctx: &Context<'_>) -> Result<ProcessingPlant> {
        products::plant_of(ctx, &self.product_code).await
    }

    /// The product.
    async fn product(&self, ctx: &Context<'_>) -> Result<Product> {
        products::of(ctx, &self.product_code).await
    }
}

impl From<reports::ProductOutput> for PlantOutput {
    fn from(row: reports::ProductOutput) -> Self {
        let reports::ProductOutput { product_code, months } = row;
        let total: Kilograms = months.iter().map(|(_, output)| *output).sum();
        let by_month = months.into_iter().map(|(month, output)| MonthOutput { month, output_kg: output.into() }).collect();
        Self { output_kg: total.into(), by_month, product_code }
    }
}

/// What a plant made of a product in one month.
#[derive(SimpleObject)]
struct MonthOutput {
    /// Month, 1–12.
    month: i32,
    /// Weight made in kilograms, three places.
    output_kg: Decimal,
}

/// A count of one month.
#[derive(SimpleObject)]
struct MonthCount {
    /// Month, 1–12.
    month: i32,
    /// The count.
    count: i32,
}

/// Sales and pre-sales of one variety. Amounts are null where too few sellers stand behind them for the reader.
#[derive(SimpleObject)]
#[graphql(complex)]
struct VarietyRevenue {
    /// Sales in yuan, two places.
    sales_yuan: Option<Decimal>,
    /// Pre-sales in yuan, two places.
    presale_yuan: Option<Decimal>,
    /// Weight sold in kilograms, three places.
    sales_kg: Option<Decimal>,
    /// Weight pre-sold in kilograms, three places.
    presale_kg: Option<Decimal>,
    #[graphql(skip)]
    variety_code: String,
}

#[ComplexObject]
impl VarietyRevenue {
    /// The variety.
    async fn variety(&self, ctx: &Context<'_>) -> Result<Variety> {
        varieties::of(ctx, &self.variety_code).await
    }
}

/// Sales of one product of a plant. Amounts are null where too few sellers stand behind them for the reader.
#[derive(SimpleObject)]
#[graphql(complex)]
struct ProductRevenue {
    /// Sales in yuan, two places.
    sales_yuan: Option<Decimal>,
    /// Weight sold in kilograms, three places.
    sales_kg: Option<Decimal>,
    #[graphql(skip)]
    product_code: String,
}

#[ComplexObject]
impl ProductRevenue {
    /// The product.
    async fn product(&self, ctx: &Context<'_>) -> Result<Product> {
        products::of(ctx, &self.product_code).await
    }
}

/// Sales of one channel. The amount is null where too few sellers stand behind it for the reader.
#[derive(SimpleObject)]
struct ChannelRevenue {
    /// The channel.
    channel: SaleChannel,
    /// Sales in yuan, two places.
    sales_yuan: Option<Decimal>,
}

/// Sales and pre-sales of one month.
#[derive(SimpleObject)]
struct MonthRevenue {
    /// Month, 1–12.
    month: i32,
    /// Sales in yuan, two places.
    sales_yuan: Decimal,
    /// Pre-sales in yuan, two places.
    presale_yuan: Decimal,
}

/// How many honours of a kind are held.
#[derive(SimpleObject)]
struct HonourCount {
    /// The kind.
    kind: HonourKind,
    /// How many.
    count: i32,
}

/// A count as GraphQL's Int, which ends at 2,147,483,647; CONFLICT beyond.
pub(super) fn int(count: i64) -> Result<i32> {
    i32::try_from(count).map_err(|_| {
        Error::conflict(
            format!("计数 {count} 超出接口整数的上限 2147483647"),
            format!("the count {count} is beyond GraphQL's Int, 2147483647"),
        )
    })
}

impl TryFrom<reports::TownReport> for TownReport {
    type Error = Error;

    fn try_from(report: reports::TownReport) -> Result<Self> {
        let by_variety = |area: reports::VarietyArea| {
            Ok(VarietyArea { area_mu: area.area.into(), growers: int(area.growers)?, variety_code: area.variety_code })
        };
        Ok(Self {
            year: report.year,
            period: report.period,
            planted_area_mu: report.planted_area.into(),
            planted_area_by_variety: report.planted_area_by_variety.into_iter().map(by_variety).collect::<Result<_>>()?,
            visitors: int(report.visitors)?,
            visitors_by_month: report
                .visitors_by_month
                .into_iter()
                .map(|(month, count)| Ok(MonthCount { month, count: int(count)? }))
                .collect::<Result<_>>()?,
            sales_revenue_yuan: report.sales_revenue.into(),
            presale_revenue_yuan: report.presale_revenue.into(),
            produce_revenue_yuan: (report.sales_revenue + report.presale_revenue).into(),
            revenue_by_variety: report.revenue_by_variety.into_iter().map(VarietyRevenue::from).collect(),
            revenue_by_product: report.revenue_by_product.into_iter().map(ProductRevenue::from).collect(),
            revenue_by_channel: report
                .revenue_by_channel
                .into_iter()
                .map(|(channel, sales)| ChannelRevenue { channel, sales_yuan: Some(sales.into()) })
                .collect(),
            revenue_by_month: report
                .revenue_by_month
                .into_iter()
                .map(|(month, sales, presale)| MonthRevenue { month, sales_yuan: sales.into(), presale_yuan: presale.into() })
                .collect(),
            plant_output: report.plant_output.into_iter().map(PlantOutput::from).collect(),
            catering_takings_yuan: report.catering_takings.into(),
            catering_increase_yuan: report.catering_increase.map(Decimal::from),
            festival_editions: int(report.festival_editions)?,
            processing_plants: int(report.processing_plants)?,
            processing_projects: int(report.processing_projects)?,
            honours: report.honours.into_iter().map(|(kind, count)| Ok(HonourCount { kind, count: int(count)? })).collect::<Result<_>>()?,
            as_of: report.as_of.into(),
            region_code: report.region_code,
        })
    }
}

impl From<reports::VarietyRevenue> for VarietyRevenue {
    fn from(row: reports::VarietyRevenue) -> Self {
        let reports::VarietyRevenue { variety_code, sales, presale, sales_quantity, presale_quantity } = row;
        Self {
            sales_yuan: Some(sales.into()),
            presale_yuan: Some(presale.into()),
            sales_kg: Some(sales_quantity.into()),
            presale_kg: Some(presale_quantity.into()),
            variety_code,
        }
    }
}

impl From<reports::ProductRevenue> for ProductRevenue {
    fn from(row: reports::ProductRevenue) -> Self {
        let reports::ProductRevenue { product_code, sales, sales_quantity } = row;
        Self { sales_yuan: Some(sales.into()), sales_kg: Some(sales_quantity.into()), product_code }
    }
}

/// Yearly means.
#[derive(SimpleObject)]
struct AnnualAverages {
    /// The years of the range that have any sale, pre-sale, visitor or catering record, and so count: every mean divides by their number.
    /// One entry a year.
    years: Vec<i32>,
    /// Person-times, rounded half up; null where no year counts.
    visitors: Option<i32>,
    /// Produce revenue in yuan, rounded half up to the fen; null where no year counts.
    produce_revenue_yuan: Option<Decimal>,
    /// Catering increase in yuan, rounded half up to the fen; null where no year counts or without any baseline.
    catering_increase_yuan: Option<Decimal>,
}

impl TryFrom<reports::AnnualAverages> for AnnualAverages {
    type Error = Error;

    fn try_from(averages: reports::AnnualAverages) -> Result<Self> {
        let reports::AnnualAverages { years, visitors, produce_revenue, catering_increase } = averages;
        Ok(Self {
            years,
            visitors: visitors.map(int).transpose()?,
            produce_revenue_yuan: produce_revenue.map(Decimal::from),
            catering_increase_yuan: catering_increase.map(Decimal::from),
        })
    }
}

/// Queries about figures.
#[derive(Debug, Default)]
pub struct ReportQuery;

#[Object]
impl ReportQuery {
    /// Every figure that a region reports for a year, 1949 to the running one, or for a part of one that has begun. For ADMIN, and for OFFICIAL and CLERK of the region.
    #[graphql(complexity = "super::connection::list_cost(12, child_complexity)")]
    async fn town_report(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region; all below it is taken in.")] region_code: ID,
        #[graphql(desc = "The year, 1949 to the running one.")] year: i32,
        #[graphql(desc = "The part of the year, which must have begun; all of it unless said.")] period: Option<ReportPeriod>,
        #[graphql(desc = "As the records stood at this instant, not in the future; as they stand unless said.")] as_of: Option<DateTime>,
    ) -> Option<Result<TownReport>> {
        nullable(async {
            let actor = allow(ctx, guard::READERS)?;
            let as_of = as_of.map(|instant| input::instant("asOf", &instant)).transpose();
            let report =
                reports::town_report(database(ctx), &actor.scope(), &RegionCode(region_code.0), year, period.unwrap_or_default(), as_of)
                    .await?;
            report.try_into()
        })
        .await
    }

    /// Yearly means over the years, both ends included, that have records. For ADMIN, and for OFFICIAL and CLERK of the region.
    #[graphql(complexity = "super::connection::list_cost(12, child_complexity)")]
    async fn annual_averages(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region; all below it is taken in.")] region_code: ID,
        #[graphql(desc = "The first year, from 1949 on.")] from_year: i32,
        #[graphql(desc = "The last year, at most the running one.")] to_year: i32,
        #[graphql(desc = "As the records stood at this instant, not in the future; as they stand unless said.")] as_of: Option<DateTime>,
    ) -> Option<Result<AnnualAverages>> {
        nullable(async {
            let actor = allow(ctx, guard::READERS)?;
            let as_of = as_of.map(|instant| input::instant("asOf", &instant)).transpose();
            let region = RegionCode(region_code.0);
            let averages = reports::annual_averages(database(ctx), &actor.scope(), &region, from_year, to_year, as_of).await?;
            averages.try_into()
        })
        .await
    }
}

/// Subscriptions to figures.
#[derive(Debug, Default)]
pub struct ReportSubscription;

#[Subscription]
impl ReportSubscription {
    /// The report again whenever its figures have changed, at most once a second; nothing is sent before the first change. For ADMIN, and
    /// for OFFICIAL and CLERK of the region.
    async fn report_changed(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region; all below it is taken in.")] region_code: ID,
        #[graphql(desc = "The year, 1949 to the running one.")] year: i32,
    ) -> Result<impl Stream<Item = Result<TownReport>> + use<>> {
        let actor = allow(ctx, guard::READERS)?;
        let feeds = ctx.data_unchecked::<ReportFeeds>();
        let receiver = reports::watch(feeds, database(ctx), &actor.scope(), &RegionCode(region_code.0), year).await?;
        Ok(feed::of(receiver).map(TownReport::try_from))
    }
}
