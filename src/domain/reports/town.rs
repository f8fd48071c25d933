//! The report of a region for one year.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use sea_orm::{ActiveEnum, ConnectionTrait};

use super::{first_day_of, month_of, takings::Takings, texts};
use crate::{
    db::{
        Database, bound,
        ledger::{Amounts, By, Place, Question, Sum, sums},
    },
    domain::{catering::Baselines, check_year, regions},
    error::Result,
    types::{Day, EntryKind, FIRST_YEAR, HonourKind, Kilograms, Money, Mu, RegionCode, SaleChannel, Scope, Timestamp, last_day_of_year},
};

/// Every figure of a region for one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TownReport {
    /// The region, with all below it.
    pub region_code: RegionCode,
    /// The year.
    pub year: i32,
    /// Area in use at the year's end, or on the day of `as_of` in the running year.
    pub planted_area: Mu,
    /// The same by variety.
    pub planted_area_by_variety: Vec<VarietyArea>,
    /// Person-times at the sites that count.
    pub visitors: i64,
    /// The same by month, twelve rows.
    pub visitors_by_month: Vec<(i32, i64)>,
    /// Sales without voided ones.
    pub sales_revenue: Money,
    /// Pre-orders confirmed, less what was cancelled or fell short.
    pub presale_revenue: Money,
    /// Fresh fruit by variety.
    pub revenue_by_variety: Vec<VarietyRevenue>,
    /// Plants' goods by product.
    pub revenue_by_product: Vec<ProductRevenue>,
    /// Sales by channel.
    pub revenue_by_channel: Vec<(SaleChannel, Money)>,
    /// Sales and pre-sales by month, twelve rows.
    pub revenue_by_month: Vec<(i32, Money, Money)>,
    /// What plants made, by product.
    pub plant_output: Vec<ProductOutput>,
    /// Takings of catering establishments.
    pub catering_takings: Money,
    /// Takings less those of the baseline year; none without a baseline.
    pub catering_increase: Option<Money>,
    /// Editions of the festival begun so far.
    pub festival_editions: i64,
    /// Processing plants at work.
    pub processing_plants: i64,
    /// Processing projects under way.
    pub processing_projects: i64,
    /// Honours held, a row for each kind.
    pub honours: Vec<(HonourKind, i64)>,
    /// The instant up to which records are counted.
    pub as_of: Timestamp,
}

/// Area of a variety in use, and how many growers have a plot of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VarietyArea {
    /// The variety.
    pub variety_code: String,
    /// Area.
    pub area: Mu,
    /// Distinct growers.
    pub growers: i64,
}

/// Sales and pre-sales of a variety.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VarietyRevenue {
    /// The variety.
    pub variety_code: String,
    /// Sales.
    pub sales: Money,
    /// Pre-sales.
    pub presale: Money,
    /// Weight sold.
    pub sales_quantity: Kilograms,
    /// Weight pre-sold.
    pub presale_quantity: Kilograms,
}

/// Sales of a plant's product.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProductRevenue {
    /// The product.
    pub product_code: String,
    /// Sales.
    pub sales: Money,
    /// Weight sold.
    pub sales_quantity: Kilograms,
}

/// What a plant made of a product.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProductOutput {
    /// The product.
    pub product_code: String,
    /// Weight made in each month.
    pub months: [Kilograms; 12],
}

const HONOURS: [HonourKind; 3] = [HonourKind::LandmarkDish, HonourKind::FamousSnack, HonourKind::HeritageProject];

/// The report of a region for a year, as the records stood at an instant, or as they stand. INVALID_INPUT on `year` before 1949 or after
/// the running one, on `asOf` in the future.
pub async fn town_report(
    database: &Database,
    scope: &Scope,
    region_code: &RegionCode,
    year: i32,
    as_of: Result<Option<Timestamp>>,
) -> Result<TownReport> {
    let region = readable(database, scope, region_code, year).await?;
    closed(database, &region, year, as_of?).await
}

/// The region of a report that may be read; refused as the report itself is.
pub(super) async fn readable(database: &Database, scope: &Scope, region_code: &RegionCode, year: i32) -> Result<RegionCode> {
    let region = regions::known_within(database.reader(), scope, region_code, "regionCode").await?;
    check_year(year, database.clock().today(), "year")?;
    Ok(region.code)
}

/// The report as of an instant, or the present, for which the bound is closed.
pub(super) async fn closed(database: &Database, region: &RegionCode, year: i32, as_of: Option<Timestamp>) -> Result<TownReport> {
    let as_of = bound::close(database, as_of).await?;
    let region = region.clone();
    database.read(async move |snapshot| compute(&*snapshot, region, year, as_of).await).await
}

/// What the report gives at present, of which the next commit may make something else.
pub(super) async fn present(database: &Database, region: &RegionCode, year: i32) -> Result<TownReport> {
    let (now, region) = (database.clock().now(), region.clone());
    database
        .read(async move |snapshot| {
            let as_of = now.max(bound::latest_recorded(&*snapshot).await?);
            compute(&*snapshot, region, year, as_of).await
        })
        .await
}

async fn compute(snapshot: &impl ConnectionTrait, region_code: RegionCode, year: i32, as_of: Timestamp) -> Result<TownReport> {
    let standing = standing(snapshot, &region_code, last_day_of_year(year).min(as_of.day()), as_of).await?;
    let flows = flows(snapshot, &region_code, year, as_of).await?;
    let baselines = Baselines::load(snapshot, &region_code, as_of).await?;
    let mut takings = Takings::default();
    for year in baselines.years().chain([year]).collect::<BTreeSet<_>>() {
        takings.load(snapshot, &region_code, year, year, as_of).await?;
    }
    Ok(TownReport {
        planted_area: standing.areas.values().map(|area| area.area).sum(),
        planted_area_by_variety: standing.areas.into_values().collect(),
        visitors: flows.visitors.iter().sum(),
        visitors_by_month: (1..).zip(flows.visitors).collect(),
        sales_revenue: flows.months.iter().map(|(sales, _)| *sales).sum(),
        presale_revenue: flows.months.iter().map(|(_, presale)| *presale).sum(),
        revenue_by_variety: flows.varieties.into_values().collect(),
        revenue_by_product: flows.products.into_values().collect(),
        revenue_by_channel: flows.channels.into_iter().collect(),
        revenue_by_month: (1..).zip(flows.months).map(|(month, (sales, presale))| (month, sales, presale)).collect(),
        plant_output: flows.output.into_values().filter(|row| row.months != [Kilograms::ZERO; 12]).collect(),
        catering_takings: takings.of(year),
        catering_increase: takings.increase(year, &baselines),
        festival_editions: standing.counts.get(&EntryKind::Festival).copied().unwrap_or_default(),
        processing_plants: standing.counts.get(&EntryKind::Plant).copied().unwrap_or_default(),
        processing_projects: standing.counts.get(&EntryKind::Project).copied().unwrap_or_default(),
        honours: HONOURS.map(|kind| (kind, standing.counts.get(&kind.into()).copied().unwrap_or_default())).into(),
        region_code,
        year,
        as_of,
    })
}

/// What stands on a day: everything that has come by then and not gone.
#[derive(Debug, Default)]
struct Standing {
    areas: BTreeMap<String, VarietyArea>,
    counts: BTreeMap<EntryKind, i64>,
}

async fn standing(snapshot: &impl ConnectionTrait, region: &RegionCode, day: Day, as_of: Timestamp) -> Result<Standing> {
    let mut standing = Standing::default();
    let from = first_day_of(FIRST_YEAR);
    // Before the first day of all records nothing stands.
    if day < from {
        return Ok(standing);
    }
    let subtree = Question {
        kinds: &[
            EntryKind::Area,
            EntryKind::Festival,
            EntryKind::Plant,
            EntryKind::Project,
            EntryKind::LandmarkDish,
            EntryKind::FamousSnack,
            EntryKind::HeritageProject,
        ],
        place: Place::Subtree(region.clone()),
        from,
        to: day,
        only: &[],
        by: &[By::Kind, By::Variety],
        as_of,
        most: None,
    };
    let alone = Question { kinds: &[EntryKind::Growers], place: Place::Exactly(region.clone()), ..subtree.clone() };
    let mut rows = sums(snapshot, &subtree).await?;
    rows.extend(sums(snapshot, &alone).await?);
    for Sum { facets, amounts } in rows {
        let [kind, variety] = texts(facets)?;
        match EntryKind::try_from_value(&kind)? {
            kind @ (EntryKind::Area | EntryKind::Growers) => {
                let area = standing.areas.entry(variety.clone()).or_default();
                area.variety_code = variety;
                if kind == EntryKind::Area { area.area = amounts.area } else { area.growers = amounts.items }
            }
            kind => *standing.counts.entry(kind).or_default() += amounts.items,
        }
    }
    standing.areas.retain(|_, area| area.area != Mu::ZERO);
    Ok(standing)
}

/// What happened in a year.
#[derive(Debug, Default)]
struct Flows {
    visitors: [i64; 12],
    months: [(Money, Money); 12],
    varieties: BTreeMap<String, VarietyRevenue>,
    products: BTreeMap<String, ProductRevenue>,
    channels: BTreeMap<SaleChannel, Money>,
    output: BTreeMap<String, ProductOutput>,
}

async fn flows(snapshot: &impl ConnectionTrait, region: &RegionCode, year: i32, as_of: Timestamp) -> Result<Flows> {
    let question = Question {
        kinds: &[EntryKind::Sale, EntryKind::Presale, EntryKind::Visitors, EntryKind::Output],
        place: Place::Subtree(region.clone()),
        from: first_day_of(year),
        to: last_day_of_year(year),
        only: &[],
        by: &[By::Kind, By::Month, By::Variety, By::Product, By::Channel],
        as_of,
        most: None,
    };
    let mut flows = Flows::default();
    for Sum { facets, amounts } in sums(snapshot, &question).await? {
        let [kind, month, variety, product, channel] = texts(facets)?;
        let month = month_of(&month)?.month0() as usize;
        match EntryKind::try_from_value(&kind)? {
            EntryKind::Visitors => flows.visitors[month] += amounts.items,
            EntryKind::Output => {
                let row = flows.output.entry(product.clone()).or_default();
                row.product_code = product;
                row.months[month] = row.months[month] + amounts.quantity;
            }
            EntryKind::Presale => {
                flows.months[month].1 = flows.months[month].1 + amounts.amount;
                let row = flows.varieties.entry(variety.clone()).or_default();
                row.variety_code = variety;
                row.presale = row.presale + amounts.amount;
                row.presale_quantity = row.presale_quantity + amounts.quantity;
            }
            _ => flows.add_sale(month, variety, product, &channel, amounts)?,
        }
    }
    Ok(flows)
}

impl Flows {
    fn add_sale(&mut self, month: usize, variety: String, product: String, channel: &str, amounts: Amounts) -> Result<()> {
        self.months[month].0 = self.months[month].0 + amounts.amount;
        let of_channel = self.channels.entry(SaleChannel::try_from_value(&channel.to_owned())?).or_default();
        *of_channel = *of_channel + amounts.amount;
        if product.is_empty() {
            let row = self.varieties.entry(variety.clone()).or_default();
            row.variety_code = variety;
            row.sales = row.sales + amounts.amount;
            row.sales_quantity = row.sales_quantity + amounts.quantity;
        } else {
            let row = self.products.entry(product.clone()).or_default();
            row.product_code = product;
            row.sales = row.sales + amounts.amount;
            row.sales_quantity = row.sales_quantity + amounts.quantity;
        }
        Ok(())
    }
}
