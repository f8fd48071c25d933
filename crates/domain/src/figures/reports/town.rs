//! The report of a region for a year, half-year, quarter or month.

use std::collections::BTreeMap;

use chrono::Datelike;
use sea_orm::ActiveEnum;

use super::{Comparison, RecentReports, first_day_of, month_of, texts};
use crate::{check_year, registers::regions, tourism::festivals};
use store::{
    Database, Reader, bound,
    error::{Error, Result},
    ledger::{Amounts, By, Place, Question, Sum, sums},
};
use types::{
    Day, DaySpan, EntryKind, FIRST_YEAR, HonourKind, Kilograms, Money, Mu, Problem, RegionCode, ReportPeriod,
    SaleChannel, Scope, Timestamp,
};

/// The subject of a report.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// The region, including all regions below it.
    pub region_code: RegionCode,
    /// The year.
    pub year: i32,
    /// The part of the year, or the whole year.
    pub period: ReportPeriod,
}

impl Subject {
    /// The days of the period.
    pub fn days(&self) -> DaySpan {
        self.period.days_of(self.year)
    }
}

/// Every figure of a region for one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TownReport {
    /// The region, including all regions below it.
    pub region_code: RegionCode,
    /// The year.
    pub year: i32,
    /// The part of the year, or the whole year.
    pub period: ReportPeriod,
    /// Area in use at the end of the period, or on the day of `as_of` if that is earlier.
    pub planted_area: Mu,
    /// Area in use by variety.
    pub planted_area_by_variety: Vec<VarietyArea>,
    /// Person-times at the sites that count towards the total.
    pub visitors: i64,
    /// Person-times by month, a row for each month of the period.
    pub visitors_by_month: Vec<(i32, i64)>,
    /// Sales, without voided ones.
    pub sales_revenue: Money,
    /// Confirmed pre-orders, less cancellations and shortfalls.
    pub presale_revenue: Money,
    /// Revenue from fresh fruit, by variety.
    pub revenue_by_variety: Vec<VarietyRevenue>,
    /// Revenue from plants' goods, by product.
    pub revenue_by_product: Vec<ProductRevenue>,
    /// Sales by channel.
    pub revenue_by_channel: Vec<(SaleChannel, Money)>,
    /// Sales and pre-sales by month, a row for each month of the period.
    pub revenue_by_month: Vec<(i32, Money, Money)>,
    /// Output of plants, by product.
    pub plant_output: Vec<ProductOutput>,
    /// Takings of catering establishments.
    pub catering_takings: Money,
    /// Takings of the months that count, less those of the same months of the baseline year. None where no month
    /// counts.
    pub catering_increase: Option<Money>,
    /// Editions of the region's festival that have begun so far. From a county on, those of the towns in it.
    pub festival_editions: i64,
    /// Processing plants that are open.
    pub processing_plants: i64,
    /// Processing projects under way.
    pub processing_projects: i64,
    /// Current honours, a row for each kind.
    pub honours: Vec<(HonourKind, i64)>,
    /// The instant up to which records count.
    pub as_of: Timestamp,
}

impl TownReport {
    /// Whether the period is not over on the day of the instant. On its last day, records may still follow.
    pub fn is_provisional(&self) -> bool {
        self.as_of.day() <= self.period.days_of(self.year).to
    }
}

/// Area of a variety in use, and the number of growers with a plot of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VarietyArea {
    /// The variety.
    pub variety_code: String,
    /// The area.
    pub area: Mu,
    /// The number of distinct growers.
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

/// The output of a product at a plant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProductOutput {
    /// The product.
    pub product_code: String,
    /// Weight made in each month of the period.
    pub months: Vec<(i32, Kilograms)>,
}

const HONOURS: [HonourKind; 3] = [HonourKind::LandmarkDish, HonourKind::FamousSnack, HonourKind::HeritageProject];

/// The report of a region for a period, from the records at an instant, or now. INVALID_INPUT on `asOf` in the
/// future.
pub async fn town_report(
    recent: &RecentReports,
    database: &Database,
    subject: &Subject,
    as_of: Option<Timestamp>,
) -> Result<TownReport> {
    let as_of = bound::close(database, as_of).await?;
    recent.as_of(database, subject, as_of).await
}

/// The subject of a report that the reader may see. INVALID_INPUT on `year` before 1949 or after the current year, and
/// on `period` if it has not begun.
pub async fn readable(
    database: &Database,
    scope: &Scope,
    region_code: &RegionCode,
    year: i32,
    period: ReportPeriod,
) -> Result<Subject> {
    let region = regions::get_within(database.reader(), scope, region_code, "regionCode").await?;
    let subject = Subject { region_code: region.code, year, period };
    check_begun(&subject, database.clock().today())?;
    Ok(subject)
}

/// INVALID_INPUT on `year` before 1949 or after the current year, and on `period` if its first day is in the future.
pub(crate) fn check_begun(subject: &Subject, today: Day) -> Result<()> {
    check_year(subject.year, today, "year")?;
    let begins = subject.days().from;
    if begins > today {
        let problem =
            Problem::new(format!("该期间自 {begins} 才开始"), format!("the period does not begin before {begins}"));
        return Err(Error::invalid("period", problem));
    }
    Ok(())
}

/// The current report, as of a closed bound.
pub(super) async fn closed(database: &Database, subject: &Subject) -> Result<TownReport> {
    let as_of = bound::close(database, None).await?;
    let subject = subject.clone();
    database.read(async move |snapshot| compute(&snapshot, subject, as_of).await).await
}

/// The current report, without a closed bound. The next commit may change it.
pub async fn present(database: &Database, subject: &Subject) -> Result<TownReport> {
    let (now, subject) = (database.clock().now(), subject.clone());
    database
        .read(async move |snapshot| {
            let as_of = now.max(bound::latest_recorded(&*snapshot).await?);
            compute(&snapshot, subject, as_of).await
        })
        .await
}

/// Computes a report as of an instant for which the bound is closed. The snapshot must contain everything recorded up
/// to it.
pub(crate) async fn compute(snapshot: &Reader, subject: Subject, as_of: Timestamp) -> Result<TownReport> {
    let days = subject.days();
    let Subject { region_code, year, period } = subject;
    let balances = balances(snapshot, &region_code, days.to.min(as_of.day()), as_of).await?;
    let flows = flows(snapshot, &region_code, days, as_of).await?;
    let catering = Comparison::load(snapshot, &region_code, days, as_of).await?;
    Ok(TownReport {
        planted_area: balances.areas.values().map(|area| area.area).sum(),
        planted_area_by_variety: balances.areas.into_values().collect(),
        visitors: flows.visitors.iter().sum(),
        visitors_by_month: months_of(period, flows.visitors).collect(),
        sales_revenue: flows.months.iter().map(|(sales, _)| *sales).sum(),
        presale_revenue: flows.months.iter().map(|(_, presale)| *presale).sum(),
        revenue_by_variety: flows.varieties.into_values().collect(),
        revenue_by_product: flows.products.into_values().collect(),
        revenue_by_channel: flows.channels.into_iter().collect(),
        revenue_by_month: months_of(period, flows.months)
            .map(|(month, (sales, presale))| (month, sales, presale))
            .collect(),
        plant_output: flows
            .output
            .into_iter()
            .filter(|(_, months)| *months != [Kilograms::ZERO; 12])
            .map(|(product_code, months)| ProductOutput { product_code, months: months_of(period, months).collect() })
            .collect(),
        catering_takings: flows.takings,
        catering_increase: catering.increase(days),
        festival_editions: balances.counts.get(&EntryKind::Festival).copied().unwrap_or_default(),
        processing_plants: balances.counts.get(&EntryKind::Plant).copied().unwrap_or_default(),
        processing_projects: balances.counts.get(&EntryKind::Project).copied().unwrap_or_default(),
        honours: HONOURS.map(|kind| (kind, balances.counts.get(&kind.into()).copied().unwrap_or_default())).into(),
        region_code,
        year,
        period,
        as_of,
    })
}

/// The months of a period out of twelve, each with its number.
fn months_of<T>(period: ReportPeriod, of_year: [T; 12]) -> impl Iterator<Item = (i32, T)> {
    let months = period.months();
    (1..).zip(of_year).filter(move |(month, _)| u32::try_from(*month).is_ok_and(|month| months.contains(&month)))
}

/// The state on a day: everything that has begun by then and not ended.
#[derive(Debug, Default)]
struct Balances {
    areas: BTreeMap<String, VarietyArea>,
    counts: BTreeMap<EntryKind, i64>,
}

async fn balances(snapshot: &Reader, region: &RegionCode, day: Day, as_of: Timestamp) -> Result<Balances> {
    let mut balances = Balances::default();
    let from = first_day_of(FIRST_YEAR);
    // There is no state before the first possible day of any record.
    if day < from {
        return Ok(balances);
    }
    let subtree = Question {
        kinds: &[
            EntryKind::Area,
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
    let festivals = Question { kinds: &[EntryKind::Festival], by: &[By::Region], ..subtree.clone() };
    for Sum { facets, amounts } in sums(snapshot, &festivals).await? {
        let [held_by] = texts(facets)?;
        if festivals::is_counted_in(&RegionCode(held_by), region) {
            *balances.counts.entry(EntryKind::Festival).or_default() += amounts.items;
        }
    }
    let mut rows = sums(snapshot, &subtree).await?;
    rows.extend(sums(snapshot, &alone).await?);
    for Sum { facets, amounts } in rows {
        let [kind, variety] = texts(facets)?;
        match EntryKind::try_from_value(&kind)? {
            kind @ (EntryKind::Area | EntryKind::Growers) => {
                let area = balances.areas.entry(variety.clone()).or_default();
                area.variety_code = variety;
                if kind == EntryKind::Area { area.area = amounts.area } else { area.growers = amounts.items }
            }
            kind => *balances.counts.entry(kind).or_default() += amounts.items,
        }
    }
    balances.areas.retain(|_, area| area.area != Mu::ZERO);
    Ok(balances)
}

/// The flows in the months of a year.
#[derive(Debug, Default)]
struct Flows {
    visitors: [i64; 12],
    months: [(Money, Money); 12],
    varieties: BTreeMap<String, VarietyRevenue>,
    products: BTreeMap<String, ProductRevenue>,
    channels: BTreeMap<SaleChannel, Money>,
    output: BTreeMap<String, [Kilograms; 12]>,
    takings: Money,
}

/// Sums the flows of some days. Each grouping asks only for the sums that it needs. All of them together, grouped by
/// every facet of a row, would be many times as many.
#[expect(clippy::indexing_slicing, reason = "each index lies within the slice by construction")]
async fn flows(snapshot: &Reader, region: &RegionCode, days: DaySpan, as_of: Timestamp) -> Result<Flows> {
    let ask = async |kinds: &[EntryKind], by: &[By]| {
        let place = Place::Subtree(region.clone());
        sums(snapshot, &Question { kinds, place, from: days.from, to: days.to, only: &[], by, as_of, most: None }).await
    };
    let mut flows = Flows::default();
    let by_month = &[EntryKind::Sale, EntryKind::Presale, EntryKind::Visitors, EntryKind::Catering];
    for Sum { facets, amounts } in ask(by_month, &[By::Kind, By::Month]).await? {
        let [kind, month] = texts(facets)?;
        let month = month_of(&month)?.month0() as usize;
        match EntryKind::try_from_value(&kind)? {
            EntryKind::Visitors => flows.visitors[month] = amounts.items,
            EntryKind::Presale => flows.months[month].1 = amounts.amount,
            EntryKind::Catering => flows.takings = flows.takings + amounts.amount,
            _ => flows.months[month].0 = amounts.amount,
        }
    }
    for Sum { facets, amounts } in
        ask(&[EntryKind::Sale, EntryKind::Presale], &[By::Kind, By::Variety, By::Product]).await?
    {
        let [kind, variety, product] = texts(facets)?;
        flows.add_revenue(EntryKind::try_from_value(&kind)?, variety, product, amounts);
    }
    for Sum { facets, amounts } in ask(&[EntryKind::Sale], &[By::Channel]).await? {
        let [channel] = texts(facets)?;
        flows.channels.insert(SaleChannel::try_from_value(&channel)?, amounts.amount);
    }
    for Sum { facets, amounts } in ask(&[EntryKind::Output], &[By::Month, By::Product]).await? {
        let [month, product] = texts(facets)?;
        flows.output.entry(product).or_default()[month_of(&month)?.month0() as usize] = amounts.quantity;
    }
    Ok(flows)
}

impl Flows {
    fn add_revenue(&mut self, kind: EntryKind, variety_code: String, product_code: String, amounts: Amounts) {
        if !product_code.is_empty() {
            let row = ProductRevenue {
                product_code: product_code.clone(),
                sales: amounts.amount,
                sales_quantity: amounts.quantity,
            };
            self.products.insert(product_code, row);
            return;
        }
        let row = self.varieties.entry(variety_code.clone()).or_default();
        row.variety_code = variety_code;
        if kind == EntryKind::Presale {
            (row.presale, row.presale_quantity) = (amounts.amount, amounts.quantity);
        } else {
            (row.sales, row.sales_quantity) = (amounts.amount, amounts.quantity);
        }
    }
}
