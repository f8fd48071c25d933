//! Warnings: what was recorded and looks like a mistake. It is questioned, not refused, because fruit of an unusual
//! price or weight is still sold.
//!
//! What is usual is computed from the town's own records whenever somebody asks, and stored nowhere. docs/FIGURES.md
//! says how.

use chrono::{Datelike, Months};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Asterisk, Query, UnionType},
};
use std::collections::HashMap;
use uuid::Uuid;

use crate::registers::{growers, varieties};
use store::{
    Reader,
    entity::{
        harvest::harvest_lot,
        in_subtree_in_order,
        presales::presale_offer,
        registers::{grower, plot},
        sales::sale,
    },
    error::Result,
};
use types::{
    Day, Exact, Kilograms, Money, Mu, Problem, RegionCode, Scope, Timestamp, Usual, WarningKind, mean_half_up,
};

/// The quarters that are looked back, two years.
const QUARTERS: u32 = 8;
/// The most sales of each quarter that are compared, the latest ones.
const SALES_OF_A_QUARTER: u64 = 125;
/// The most plots that are compared, the latest registered ones.
const PLOTS: u64 = 1_000;
/// The most lots whose plots' yields are compared, the latest picked ones.
const LOTS: u64 = 2_000;
/// The microseconds within which a second sale alike is questioned.
const SOON: i64 = 10 * 60 * 1_000_000;
/// The most lots that make up a plot's season.
const LOTS_OF_A_PLOT: u64 = 1_000;

/// Something that looks like a mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// What is questioned.
    pub kind: WarningKind,
    /// The field of the input that it is about.
    pub field: &'static str,
    /// What looks wrong, for people.
    pub message: Problem,
    /// The usual range, in the unit of the value. None where none is compared.
    pub usual: Option<(Exact, Exact)>,
}

/// A value that is compared: what it is, its unit and its decimal places.
struct Measure {
    kind: WarningKind,
    field: &'static str,
    name: (&'static str, &'static str),
    unit: (&'static str, &'static str),
    places: usize,
}

const PRICE: Measure = Measure {
    kind: WarningKind::UnusualPrice,
    field: "amountYuan",
    name: ("单价", "the price"),
    unit: ("元/千克", "yuan a kilogram"),
    places: 2,
};
const WEIGHT: Measure = Measure {
    kind: WarningKind::UnusualWeight,
    field: "quantityKg",
    name: ("重量", "the weight"),
    unit: ("千克", "kilograms"),
    places: 3,
};
const AREA: Measure = Measure {
    kind: WarningKind::LargePlot,
    field: "areaMu",
    name: ("地块面积", "the area"),
    unit: ("亩", "mu"),
    places: 2,
};
const YIELD: Measure = Measure {
    kind: WarningKind::LargeHarvest,
    field: "quantityKg",
    name: ("该地块本产季的亩产", "the plot's yield in this season"),
    unit: ("千克/亩", "kilograms a mu"),
    places: 3,
};

impl Measure {
    /// The warning about a value far above the usual ones.
    fn above(&self, value: i64, usual: Option<Usual>) -> Option<Warning> {
        usual.filter(|usual| usual.is_far_above(value)).map(|usual| self.warning(value, usual, ("远高于", "far above")))
    }

    /// The warning about a value far above or far below the usual ones.
    fn outside(&self, value: i64, usual: Option<Usual>) -> Option<Warning> {
        let below = usual.filter(|usual| usual.is_far_below(value));
        let below = below.map(|usual| self.warning(value, usual, ("远低于", "far below")));
        below.or_else(|| self.above(value, usual))
    }

    fn warning(&self, value: i64, usual: Usual, (zh, en): (&str, &str)) -> Warning {
        let exact = |value| Exact { value, places: self.places };
        let (value, from, to) = (exact(value), exact(usual.from), exact(usual.to));
        let message = Problem::new(
            format!("{} {value} {}，{zh}常见的 {from} 至 {to}", self.name.0, self.unit.0),
            format!("{} of {value} {} is {en} the usual {from} to {to}", self.name.1, self.unit.1),
        );
        Warning { kind: self.kind, field: self.field, message, usual: Some((from, to)) }
    }
}

/// What is questioned about a sale: its price and its weight, compared with the sales of its variety or product in its
/// township during the two years up to its day; and another one alike shortly before, unless the request had a key,
/// which keeps it from being recorded twice.
pub async fn of_sale(connection: &Reader, sale: &sale::Model, has_key: bool) -> Result<Vec<Warning>> {
    if sale.voided_at.is_some() {
        return Ok(Vec::new());
    }
    let goods = match (&sale.variety_code, &sale.product_code) {
        (Some(variety), _) => sales_of_variety(&sale.region_code, variety),
        (None, product) => sales_of_product(product.as_deref()),
    };
    let goods = goods.filter(sale::Column::Id.ne(sale.id));
    let compared = sales_before(connection, &goods, sale.sold_on).await?;
    let prices = Usual::of(compared.iter().map(|(quantity, amount)| price_of_kilogram(*amount, *quantity)).collect());
    let weights = Usual::of(compared.iter().map(|(quantity, _)| quantity.0).collect());
    let mut warnings = Vec::new();
    warnings.extend(PRICE.outside(price_of_kilogram(sale.amount_fen, sale.quantity_g), prices));
    warnings.extend(WEIGHT.outside(sale.quantity_g.0, weights));
    if !has_key && let Some(id) = same_before(connection, sale).await? {
        let message = Problem::new(
            format!("十分钟内已登记过一笔相同的销售：{id}。若为重复登记，请作废其一"),
            format!("a sale alike was recorded within the last ten minutes: {id}; void one of them if it is the same"),
        );
        warnings.push(Warning { kind: WarningKind::SameSale, field: "soldOn", message, usual: None });
    }
    Ok(warnings)
}

/// What is questioned about an offer: its price, compared with the sales of its variety in its township during the two
/// years before it was recorded.
pub async fn of_offer(connection: &Reader, offer: &presale_offer::Model, today: Day) -> Result<Vec<Warning>> {
    let sales = sales_of_variety(&offer.region_code, &offer.variety_code);
    let compared = sales_before(connection, &sales, today).await?;
    let prices = Usual::of(compared.iter().map(|(quantity, amount)| price_of_kilogram(*amount, *quantity)).collect());
    let price = Measure { field: "unitPriceYuan", ..PRICE };
    Ok(price.outside(offer.unit_price_fen.0, prices).into_iter().collect())
}

/// What is questioned about a plot: its area, compared with the other plots in use of growers of the same kind in its
/// township.
pub async fn of_plot(connection: &Reader, plot: &plot::Model, today: Day) -> Result<Vec<Warning>> {
    let owner = growers::get(connection, &Scope::Everything, plot.grower_id, today, "growerId").await?;
    let of_kind = grower::Entity::find()
        .select_only()
        .column(grower::Column::Id)
        .filter(grower::Column::Kind.eq(owner.kind))
        .into_query();
    let areas: Vec<Mu> = plot::Entity::in_use_on(today)
        .select_only()
        .column(plot::Column::AreaMuHundredths)
        .filter(in_subtree_in_order(plot::Column::RegionCode, &plot.region_code.township()))
        .filter(plot::Column::GrowerId.in_subquery(of_kind))
        .filter(plot::Column::Id.ne(plot.id))
        .order_by_desc(plot::Column::Id)
        .limit(PLOTS)
        .into_tuple()
        .all(connection)
        .await?;
    let usual = Usual::of(areas.into_iter().map(|area| area.0).collect());
    Ok(AREA.above(plot.area_mu_hundredths.0, usual).into_iter().collect())
}

/// What is questioned about a lot: its day, if it lies outside the variety's harvest months; and what its plot has
/// yielded in the season with it, compared with plots of the variety in the township during the two years up to its
/// day.
pub async fn of_lot(connection: &Reader, lot: &harvest_lot::Model) -> Result<Vec<Warning>> {
    if lot.voided_at.is_some() {
        return Ok(Vec::new());
    }
    let variety = varieties::get(connection, &lot.variety_code, "plotId").await?;
    let mut warnings = Vec::new();
    let (first, last) = (variety.harvest_start_month, variety.harvest_end_month);
    if !is_within(lot.harvested_on, (first, last)) {
        let message = Problem::new(
            format!("采收日期 {} 不在{}的采收月份 {first} 至 {last} 月内", lot.harvested_on, variety.name),
            format!("{} lies outside the harvest months of {}, {first} to {last}", lot.harvested_on, variety.name_en),
        );
        let kind = WarningKind::OutsideHarvestMonths;
        warnings.push(Warning { kind, field: "harvestedOn", message, usual: None });
    }
    let Some(area) = areas_of(connection, vec![lot.plot_id]).await?.remove(&lot.plot_id) else { return Ok(warnings) };
    let of_season: Vec<Kilograms> = lots_in_force()
        .select_only()
        .column(harvest_lot::Column::QuantityG)
        .filter(harvest_lot::Column::PlotId.eq(lot.plot_id))
        .filter(harvest_lot::Column::Season.eq(lot.season))
        .limit(LOTS_OF_A_PLOT)
        .into_tuple()
        .all(connection)
        .await?;
    let yielded = yield_of_mu(of_season.into_iter().sum(), area);
    warnings.extend(YIELD.above(yielded, usual_yield(connection, lot).await?));
    Ok(warnings)
}

/// What other plots of the lot's variety in its township yielded, a plot and season each.
async fn usual_yield(connection: &Reader, lot: &harvest_lot::Model) -> Result<Option<Usual>> {
    use harvest_lot::Column;
    let lots: Vec<(Uuid, i32, Kilograms)> = lots_in_force()
        .select_only()
        .columns([Column::PlotId, Column::Season, Column::QuantityG])
        .filter(in_subtree_in_order(Column::RegionCode, &lot.region_code.township()))
        .filter(Column::VarietyCode.eq(lot.variety_code.as_str()))
        .filter(Column::HarvestedOn.gt(months_before(lot.harvested_on, QUARTERS * 3)))
        .filter(Column::HarvestedOn.lte(lot.harvested_on))
        .filter(Column::PlotId.ne(lot.plot_id))
        .order_by_desc(Column::HarvestedOn)
        .order_by_desc(Column::Id)
        .limit(LOTS)
        .into_tuple()
        .all(connection)
        .await?;
    let mut seasons: HashMap<(Uuid, i32), Kilograms> = HashMap::new();
    for (plot, season, quantity) in lots {
        let total = seasons.entry((plot, season)).or_default();
        *total = *total + quantity;
    }
    let areas = areas_of(connection, seasons.keys().map(|(plot, _)| *plot).collect()).await?;
    let yields = seasons.iter().filter_map(|((plot, _), total)| Some(yield_of_mu(*total, *areas.get(plot)?)));
    Ok(Usual::of(yields.collect()))
}

fn lots_in_force() -> Select<harvest_lot::Entity> {
    harvest_lot::Entity::find().filter(harvest_lot::Column::VoidedAt.is_null())
}

async fn areas_of(connection: &Reader, plots: Vec<Uuid>) -> Result<HashMap<Uuid, Mu>> {
    let query = plot::Entity::find()
        .select_only()
        .columns([plot::Column::Id, plot::Column::AreaMuHundredths])
        .filter(plot::Column::Id.is_in(plots));
    Ok(query.into_tuple::<(Uuid, Mu)>().all(connection).await?.into_iter().collect())
}

fn sales_of_variety(region: &RegionCode, variety: &str) -> Select<sale::Entity> {
    sale::Entity::find()
        .filter(in_subtree_in_order(sale::Column::RegionCode, &region.township()))
        .filter(sale::Column::VarietyCode.eq(variety))
}

fn sales_of_product(product: Option<&str>) -> Select<sale::Entity> {
    sale::Entity::find().filter(sale::Column::ProductCode.eq(product))
}

/// Weight and amount of the sales not voided during the two years up to a day: the latest ones of each quarter, so that
/// a busy week does not stand for two years.
async fn sales_before(connection: &Reader, sales: &Select<sale::Entity>, day: Day) -> Result<Vec<(Kilograms, Money)>> {
    use sale::Column;
    let quarters = (0..QUARTERS).map(|quarter| {
        let latest = sales
            .clone()
            .select_only()
            .columns([Column::QuantityG, Column::AmountFen])
            .filter(Column::VoidedAt.is_null())
            .filter(Column::SoldOn.gt(months_before(day, (quarter + 1) * 3)))
            .filter(Column::SoldOn.lte(months_before(day, quarter * 3)))
            .order_by_desc(Column::SoldOn)
            .order_by_desc(Column::Id)
            .limit(SALES_OF_A_QUARTER);
        Query::select().column(Asterisk).from_subquery(latest.into_query(), "quarter").take()
    });
    let all = quarters.reduce(|mut all, quarter| all.union(UnionType::All, quarter).to_owned()).unwrap_or_default();
    let rows = connection.query_all(&all).await?;
    let read = rows.iter().map(|row| Ok((row.try_get("", "quantity_g")?, row.try_get("", "amount_fen")?)));
    read.collect()
}

/// A sale of the same day, region, channel, goods, grower, weight and amount that was recorded shortly before.
async fn same_before(connection: &Reader, sale: &sale::Model) -> Result<Option<Uuid>> {
    use sale::Column;
    let Timestamp(recorded_at) = sale.recorded_at;
    let goods = match (&sale.variety_code, &sale.product_code) {
        (Some(variety), _) => Column::VarietyCode.eq(variety.as_str()),
        (None, product) => Column::ProductCode.eq(product.as_deref()),
    };
    let grower = sale.grower_id.map_or_else(|| Column::GrowerId.is_null(), |grower| Column::GrowerId.eq(grower));
    let found = sale::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(in_subtree_in_order(Column::RegionCode, &sale.region_code))
        .filter(Column::RegionCode.eq(sale.region_code.clone()))
        .filter(Column::SoldOn.eq(sale.sold_on))
        .filter(Column::Channel.eq(sale.channel))
        .filter(goods)
        .filter(grower)
        .filter(Column::QuantityG.eq(sale.quantity_g))
        .filter(Column::AmountFen.eq(sale.amount_fen))
        .filter(Column::VoidedAt.is_null())
        .filter(Column::RecordedAt.gte(Timestamp(recorded_at - SOON)))
        .filter(Column::RecordedAt.lte(sale.recorded_at))
        .filter(Column::Id.ne(sale.id))
        .limit(1);
    Ok(found.into_tuple().one(connection).await?)
}

/// The price of a kilogram in fen, rounded half up.
fn price_of_kilogram(amount: Money, quantity: Kilograms) -> i64 {
    mean_half_up(i128::from(amount.0) * 1_000, i128::from(quantity.0))
}

/// The grams of a mu, rounded half up.
fn yield_of_mu(quantity: Kilograms, area: Mu) -> i64 {
    mean_half_up(i128::from(quantity.0) * 100, i128::from(area.0))
}

fn months_before(day: Day, months: u32) -> Day {
    day.checked_sub_months(Months::new(months)).unwrap_or(Day::MIN)
}

/// Whether a day lies in the months from the first to the last, which may run past the end of the year.
fn is_within(day: Day, (first, last): (i32, i32)) -> bool {
    let month = i32::try_from(day.month()).unwrap_or_default();
    if first <= last { (first..=last).contains(&month) } else { month >= first || month <= last }
}
