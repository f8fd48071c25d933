//! The report of a region, current or as published.

use async_graphql::{ComplexObject, Context, SimpleObject};
use tokio::sync::OnceCell;

use super::rows::{
    ChannelRevenue, Coded, Completeness, HonourCount, MonthCount, MonthOutput, MonthRevenue, PlantOutput,
    ProductRevenue, VarietyArea, VarietyRevenue,
};
use crate::graphql::{
    document::cost::list_size,
    guard::database,
    list::{List, One},
    objects::{
        published_reports::PublishedNames,
        regions::{self, Region},
    },
    scalar::{DateTime, Decimal, int},
};
use domain::figures::{
    completeness,
    published_reports::Hidden,
    reports::{self, Row, Sentence},
};
use store::error::{Error, Result};
use types::{Kilograms, RegionCode, ReportPeriod};

/// How a report is shown.
struct View {
    /// The names to use. Today's names if there are none.
    names: Option<PublishedNames>,
    /// What is hidden from the reader.
    hidden: Hidden,
}

impl View {
    fn coded(&self, code: String) -> Coded {
        Coded { code, names: self.names.clone() }
    }
}

/// All figures of a region for one period, with everything below the region. docs/FIGURES.md states for each figure
/// what is counted, by which date, and net of what.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct TownReport {
    /// The year, in Asia/Shanghai.
    year: i32,
    /// The part of the year, or the whole year.
    period: ReportPeriod,
    /// Planted area (种植面积) in mu, two decimal places: plots in use at the end of the period, or on the day of
    /// `asOf` if that is earlier.
    planted_area_mu: Decimal,
    /// Planted area by variety. One row per variety with any area.
    planted_area_by_variety: List<VarietyArea>,
    /// Visitors (游客) in person-times (人次), at the sites that count towards the total.
    visitors: i32,
    /// Visitors by month. One row per month of the period, 12 for a year.
    visitors_by_month: List<MonthCount>,
    /// Sales (销售) of fruit and of goods of plants, by business day, without voided sales, in yuan.
    sales_revenue_yuan: Decimal,
    /// Pre-sales (预售) in yuan: pre-orders confirmed in the period, less cancellations and shortfalls in it.
    presale_revenue_yuan: Decimal,
    /// Produce revenue (农产品销售及预售) in yuan: sales plus pre-sales. A delivered pre-order counts once.
    produce_revenue_yuan: Decimal,
    /// Revenue of fresh fruit by variety. One row per variety sold or pre-sold. Goods of plants are in
    /// `revenueByProduct`.
    revenue_by_variety: List<VarietyRevenue>,
    /// Revenue of goods of plants by product. One row per product sold.
    revenue_by_product: List<ProductRevenue>,
    /// Sales by channel. At most one row per channel. Pre-sales have no channel.
    revenue_by_channel: List<ChannelRevenue>,
    /// Sales and pre-sales by month. One row per month of the period, 12 for a year.
    revenue_by_month: List<MonthRevenue>,
    /// Output of plants (加工产量), by plant and product. One row per product with output. Voided batches do not count.
    plant_output: List<PlantOutput>,
    /// Takings of catering establishments (餐饮营业额), in yuan.
    catering_takings_yuan: Decimal,
    /// Catering increase (特色餐饮增收) in yuan: takings less those of the same months of the baseline year, over the
    /// establishments that have a baseline. A month of an establishment counts once its takings are recorded, or as 0
    /// after its closing; one that is not recorded counts on neither side. 0.00 in the baseline year. Null where no month
    /// counts.
    catering_increase_yuan: Option<Decimal>,
    /// Number of festival editions (届) held by the region itself, or by the towns in it for a county and above, whose
    /// first day is not after the end of the period, or the day of `asOf` if that is earlier.
    festival_editions: i32,
    /// Number of processing plants (加工厂) opened by then and not closed.
    processing_plants: i32,
    /// Number of processing projects (加工项目) begun by then and not ended.
    processing_projects: i32,
    /// Number of honours held by then. Always three rows, one per kind.
    honours: List<HonourCount>,
    /// The instant up to which records count. The same query with this instant always returns the same figures.
    as_of: DateTime,
    #[graphql(skip)]
    region_code: RegionCode,
    #[graphql(skip)]
    names: Option<PublishedNames>,
    /// Whether the period is not over on the day of `asOf`. On its last day, records may still follow.
    provisional: bool,
    #[graphql(skip)]
    sentence: Sentence,
    #[graphql(skip)]
    report: reports::TownReport,
    #[graphql(skip)]
    completeness: OnceCell<Vec<completeness::Completeness>>,
}

#[ComplexObject]
impl TownReport {
    /// How complete the records are, one row for each of three kinds. Of an edition, as it was then: empty if it was
    /// published before this was kept.
    #[graphql(directive = list_size::apply(Some(3), None))]
    async fn completeness(&self, ctx: &Context<'_>) -> Result<List<Completeness>> {
        let rows = self.known_completeness(ctx).await?.iter();
        rows.map(|row| Ok(Completeness { kind: row.kind, expected: int(row.expected)?, recorded: int(row.recorded)? }))
            .collect()
    }

    /// The report as a Chinese sentence, in the style of the town. Areas, person-times and yuan are in ten thousands
    /// (万) with two decimal places, rounded half up, if they are that large, with the exact figures in brackets. A period
    /// that is not over has its day (截至), and what is not recorded yet is named at the end (尚未填报). The
    /// catering increase is left out where no month counts.
    async fn sentence_zh(&self, ctx: &Context<'_>) -> Result<String> {
        let missing = completeness::missing(self.known_completeness(ctx).await?);
        Ok(self.sentence.zh(&self.region(ctx).await?.0.into_name(), &missing))
    }

    /// The report as an English sentence, with the exact figures.
    async fn sentence_en(&self, ctx: &Context<'_>) -> Result<String> {
        let missing = completeness::missing(self.known_completeness(ctx).await?);
        Ok(self.sentence.en(&self.region(ctx).await?.0.into_name(), &missing))
    }

    /// The region, with everything below it.
    async fn region(&self, ctx: &Context<'_>) -> Result<One<Region>> {
        let One(region) = regions::of(ctx, &self.region_code).await?;
        Ok(One(match &self.names {
            Some(names) => names.region(region),
            None => region,
        }))
    }
}

impl TryFrom<reports::TownReport> for TownReport {
    type Error = Error;

    fn try_from(report: reports::TownReport) -> Result<Self> {
        Self::shown(report, &View { names: None, hidden: Hidden::nothing() }, OnceCell::new())
    }
}

impl TownReport {
    /// A report as published: with the names and the completeness of that time, and without what is hidden from the
    /// reader.
    pub(crate) fn published(
        report: reports::TownReport,
        completeness: Vec<completeness::Completeness>,
        names: PublishedNames,
        hidden: Hidden,
    ) -> Result<Self> {
        Self::shown(report, &View { names: Some(names), hidden }, OnceCell::new_with(Some(completeness)))
    }

    /// The completeness of an edition as it was stored, or of the records as of the report's instant. It is counted once
    /// for all fields that need it.
    async fn known_completeness(&self, ctx: &Context<'_>) -> Result<&Vec<completeness::Completeness>> {
        self.completeness.get_or_try_init(|| completeness::of_report(database(ctx), &self.report)).await
    }

    fn shown(
        report: reports::TownReport,
        view: &View,
        completeness: OnceCell<Vec<completeness::Completeness>>,
    ) -> Result<Self> {
        let whole = report.clone();
        let of_month = |(month, count)| Ok(MonthCount { month, count: int(count)? });
        Ok(Self {
            sentence: Sentence::from(&report),
            provisional: report.is_provisional(),
            report: whole,
            completeness,
            year: report.year,
            period: report.period,
            planted_area_mu: report.planted_area.into(),
            planted_area_by_variety: report
                .planted_area_by_variety
                .into_iter()
                .map(|row| view.area(row))
                .collect::<Result<_>>()?,
            visitors: int(report.visitors)?,
            visitors_by_month: report.visitors_by_month.into_iter().map(of_month).collect::<Result<_>>()?,
            sales_revenue_yuan: report.sales_revenue.into(),
            presale_revenue_yuan: report.presale_revenue.into(),
            produce_revenue_yuan: (report.sales_revenue + report.presale_revenue).into(),
            revenue_by_variety: report.revenue_by_variety.into_iter().map(|row| view.variety(row)).collect(),
            revenue_by_product: report.revenue_by_product.into_iter().map(|row| view.product(row)).collect(),
            revenue_by_channel: report
                .revenue_by_channel
                .into_iter()
                .map(|(channel, sales)| ChannelRevenue {
                    channel,
                    sales_yuan: view.shown(&Row::Channel(channel), sales),
                })
                .collect(),
            revenue_by_month: report
                .revenue_by_month
                .into_iter()
                .map(|(month, sales, presale)| MonthRevenue {
                    month,
                    sales_yuan: sales.into(),
                    presale_yuan: presale.into(),
                })
                .collect(),
            plant_output: report.plant_output.into_iter().map(|row| view.output(row)).collect(),
            catering_takings_yuan: report.catering_takings.into(),
            catering_increase_yuan: report.catering_increase.map(Decimal::from),
            festival_editions: int(report.festival_editions)?,
            processing_plants: int(report.processing_plants)?,
            processing_projects: int(report.processing_projects)?,
            honours: report
                .honours
                .into_iter()
                .map(|(kind, count)| Ok(HonourCount { kind, count: int(count)? }))
                .collect::<Result<_>>()?,
            as_of: report.as_of.into(),
            region_code: report.region_code,
            names: view.names.clone(),
        })
    }
}

impl View {
    /// An amount of a sales row. None if it is hidden.
    fn shown(&self, row: &Row, amount: impl Into<Decimal>) -> Option<Decimal> {
        (!self.hidden.hides(row)).then(|| amount.into())
    }

    fn area(&self, row: reports::VarietyArea) -> Result<VarietyArea> {
        let reports::VarietyArea { variety_code, area, growers } = row;
        Ok(VarietyArea { area_mu: area.into(), growers: int(growers)?, coded: self.coded(variety_code) })
    }

    fn variety(&self, row: reports::VarietyRevenue) -> VarietyRevenue {
        let reports::VarietyRevenue { variety_code, sales, presale, sales_quantity, presale_quantity } = row;
        let row = Row::Variety(variety_code.clone());
        VarietyRevenue {
            sales_yuan: self.shown(&row, sales),
            presale_yuan: self.shown(&row, presale),
            sales_kg: self.shown(&row, sales_quantity),
            presale_kg: self.shown(&row, presale_quantity),
            coded: self.coded(variety_code),
        }
    }

    fn product(&self, row: reports::ProductRevenue) -> ProductRevenue {
        let reports::ProductRevenue { product_code, sales, sales_quantity } = row;
        let row = Row::Product(product_code.clone());
        ProductRevenue {
            sales_yuan: self.shown(&row, sales),
            sales_kg: self.shown(&row, sales_quantity),
            coded: self.coded(product_code),
        }
    }

    fn output(&self, row: reports::ProductOutput) -> PlantOutput {
        let reports::ProductOutput { product_code, months } = row;
        let total: Kilograms = months.iter().map(|(_, output)| *output).sum();
        let by_month =
            months.into_iter().map(|(month, output)| MonthOutput { month, output_kg: output.into() }).collect();
        PlantOutput { output_kg: total.into(), by_month, coded: self.coded(product_code) }
    }
}
