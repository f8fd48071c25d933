//! Reports: every figure that a town publishes, as sums over the ledger. docs/FIGURES.md says what each one counts.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use chrono::Datelike;
use sea_orm::{ActiveEnum, ConnectionTrait};
use tokio::sync::broadcast;

use super::{
    catering::Baselines,
    check_year,
    feeds::{Feeds, Pace},
    regions,
};
use crate::{
    db::{
        Database, bound,
        ledger::{Amounts, By, Place, Question, Sum, sums},
    },
    error::{Error, Result},
    types::{
        Day, EntryKind, FIRST_YEAR, HonourKind, Kilograms, Money, Mu, Problem, RegionCode, SaleChannel, Scope, Timestamp, last_day_of_year,
        mean_half_up,
    },
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

/// Yearly means over the years that have records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnualAverages {
    /// The years that count.
    pub years: Vec<i32>,
    /// Mean of person-times.
    pub visitors: Option<i64>,
    /// Mean of produce revenue.
    pub produce_revenue: Option<Money>,
    /// Mean of the catering increase.
    pub catering_increase: Option<Money>,
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

/// The feeds of the reports that anybody watches, by region and year.
pub type ReportFeeds = Feeds<(RegionCode, i32), TownReport>;

/// A report is given out once a second at most.
pub const FEED_PACE: Pace = Pace { period: Duration::from_secs(1), changes_by_itself: false };

/// The reports of a region and year that follow the present one. Refused as the report itself is.
pub async fn watch(
    feeds: &ReportFeeds,
    database: &Database,
    scope: &Scope,
    region_code: &RegionCode,
    year: i32,
) -> Result<broadcast::Receiver<TownReport>> {
    let region = readable(database, scope, region_code, year).await?;
    let shown = present(database, &region, year).await?;
    // A bound is closed only for what is given out.
    Ok(feeds.watch(database, (region, year), shown, async |database, (region, year), shown| {
        if present(&database, &region, year).await?.has_figures_of(&shown) {
            return Ok(None);
        }
        closed(&database, &region, year, None).await.map(Some)
    }))
}

/// The region of a report that may be read; refused as the report itself is.
async fn readable(database: &Database, scope: &Scope, region_code: &RegionCode, year: i32) -> Result<RegionCode> {
    let region = regions::known_within(database.reader(), scope, region_code, "regionCode").await?;
    check_year(year, database.clock().today(), "year")?;
    Ok(region.code)
}

/// The report as of an instant, or the present, for which the bound is closed.
async fn closed(database: &Database, region: &RegionCode, year: i32, as_of: Option<Timestamp>) -> Result<TownReport> {
    let as_of = bound::close(database, as_of).await?;
    let region = region.clone();
    database.read(async move |snapshot| compute(&*snapshot, region, year, as_of).await).await
}

/// What the report gives at present, of which the next commit may make something else.
async fn present(database: &Database, region: &RegionCode, year: i32) -> Result<TownReport> {
    let (now, region) = (database.clock().now(), region.clone());
    database
        .read(async move |snapshot| {
            let as_of = now.max(bound::latest_recorded(&*snapshot).await?);
            compute(&*snapshot, region, year, as_of).await
        })
        .await
}

impl TownReport {
    /// Whether another report gives the same figures, as of whatever instant.
    fn has_figures_of(&self, other: &Self) -> bool {
        Self { as_of: other.as_of, ..self.clone() } == *other
    }
}

fn first_day_of(year: i32) -> Day {
    Day::from_ymd_opt(year, 1, 1).unwrap_or_default()
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

/// Takings by year and by the region of the establishments.
#[derive(Debug, Default)]
struct Takings(BTreeMap<(i32, RegionCode), Money>);

impl Takings {
    async fn load(&mut self, snapshot: &impl ConnectionTrait, region: &RegionCode, from: i32, to: i32, as_of: Timestamp) -> Result<()> {
        let question = Question {
            kinds: &[EntryKind::Catering],
            place: Place::Subtree(region.clone()),
            from: first_day_of(from),
            to: last_day_of_year(to),
            only: &[],
            by: &[By::Month, By::Region],
            as_of,
            most: None,
        };
        for Sum { facets, amounts } in sums(snapshot, &question).await? {
            let [month, region] = texts(facets)?;
            let sum = self.0.entry((month_of(&month)?.year(), RegionCode(region))).or_default();
            *sum = *sum + amounts.amount;
        }
        Ok(())
    }

    fn of(&self, year: i32) -> Money {
        self.0.iter().filter(|((of, _), _)| *of == year).map(|(_, takings)| *takings).sum()
    }

    /// Takings of a year less those of the baseline year, over the establishments that have one.
    fn increase(&self, year: i32, baselines: &Baselines) -> Option<Money> {
        if baselines.is_empty() {
            return None;
        }
        let regions: BTreeSet<&RegionCode> = self.0.keys().map(|(_, region)| region).collect();
        let in_year = |year: i32, region: &RegionCode| self.0.get(&(year, region.clone())).copied().unwrap_or_default();
        let increases = regions.into_iter().filter_map(|region| {
            let baseline = baselines.of(region)?;
            Some(in_year(year, region) - in_year(baseline, region))
        });
        Some(increases.sum())
    }
}

/// Yearly means of a region over the years from one to another, both included, that have any sale, pre-sale, visitor or catering record.
pub async fn annual_averages(
    database: &Database,
    scope: &Scope,
    region_code: &RegionCode,
    from_year: i32,
    to_year: i32,
    as_of: Result<Option<Timestamp>>,
) -> Result<AnnualAverages> {
    let region = regions::known_within(database.reader(), scope, region_code, "regionCode").await?;
    let today = database.clock().today();
    check_year(from_year, today, "fromYear")?;
    check_year(to_year, today, "toYear")?;
    if to_year < from_year {
        return Err(Error::invalid("toYear", Problem::new("不得早于起始年份 fromYear", "must not lie before fromYear")));
    }
    let as_of = bound::close(database, as_of?).await?;
    database.read(async move |snapshot| average(&*snapshot, &region.code, from_year, to_year, as_of).await).await
}

async fn average(
    snapshot: &impl ConnectionTrait,
    region: &RegionCode,
    from_year: i32,
    to_year: i32,
    as_of: Timestamp,
) -> Result<AnnualAverages> {
    let question = Question {
        kinds: &[EntryKind::Sale, EntryKind::Presale, EntryKind::Catering, EntryKind::Visitors, EntryKind::PassingVisitors],
        place: Place::Subtree(region.clone()),
        from: first_day_of(from_year),
        to: last_day_of_year(to_year),
        only: &[],
        by: &[By::Kind, By::Month],
        as_of,
        most: None,
    };
    let mut records: BTreeMap<i32, i64> = BTreeMap::new();
    let (mut visitors, mut produce) = (0_i64, Money::ZERO);
    for Sum { facets, amounts } in sums(snapshot, &question).await? {
        let [kind, month] = texts(facets)?;
        *records.entry(month_of(&month)?.year()).or_default() += amounts.records;
        match EntryKind::try_from_value(&kind)? {
            EntryKind::Visitors => visitors += amounts.items,
            EntryKind::Sale | EntryKind::Presale => produce = produce + amounts.amount,
            _ => {}
        }
    }
    let years: Vec<i32> = records.into_iter().filter(|(_, records)| *records > 0).map(|(year, _)| year).collect();
    if years.is_empty() {
        return Ok(AnnualAverages { years, visitors: None, produce_revenue: None, catering_increase: None });
    }
    let count = years.len() as i128;
    let baselines = Baselines::load(snapshot, region, as_of).await?;
    let mut takings = Takings::default();
    takings.load(snapshot, region, from_year, to_year, as_of).await?;
    for year in baselines.years().filter(|year| !(from_year..=to_year).contains(year)).collect::<BTreeSet<_>>() {
        takings.load(snapshot, region, year, year, as_of).await?;
    }
    let increases: Option<Money> = years.iter().map(|year| takings.increase(*year, &baselines)).sum();
    Ok(AnnualAverages {
        visitors: Some(mean_half_up(visitors.into(), count)),
        produce_revenue: Some(Money(mean_half_up(produce.0.into(), count))),
        catering_increase: increases.map(|sum| Money(mean_half_up(sum.0.into(), count))),
        years,
    })
}

fn texts<const N: usize>(facets: Vec<String>) -> Result<[String; N]> {
    facets.try_into().map_err(|_| Error::from(sea_orm::DbErr::Custom("the ledger answered another question".to_owned())))
}

/// The first day of a month that is written as 2024-03.
fn month_of(text: &str) -> Result<Day> {
    format!("{text}-01").parse().map_err(Error::internal)
}
