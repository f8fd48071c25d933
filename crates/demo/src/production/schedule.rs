//! When batches are made and how large they are, so that what is sold exists. Large sales are prepared for over
//! several batches.

use std::collections::BTreeMap;

use chrono::{Datelike, Duration, Weekday};

use super::{
    super::{
        plan::{Plan, date},
        reference::BOXED_PEARS,
        sales::GoodsSold,
    },
    recipes::{RECIPES, Recipe, Rhythm},
};
use types::Day;

/// The largest number of batches over which a large sale is spread.
const SPREAD: usize = 4;
/// The stock of boxed pears that remains after the season, in grams.
const BOXES_KEPT: i64 = 12_000;
/// The largest share of left-over pears in a batch of pickles, in thousandths.
const LEFT_OVER_PEARS: i64 = 200;
/// The product of a batch that went wrong each year, and its yield in thousandths: the first batch finished from
/// August on, in the heat.
const SPOILT: (&str, i64) = ("pickled-mustard", 610);
const SPOILT_FROM: u32 = 8;

/// A planned batch. Quantities are in grams.
#[derive(Debug)]
pub(super) struct Draft {
    /// How.
    pub recipe: &'static Recipe,
    /// The number among the batches of its product, from 0. Not all numbers occur.
    pub number: usize,
    /// The day on which it is begun.
    pub began_on: Day,
    /// The day on which it is finished.
    pub produced_on: Day,
    /// The input.
    pub input: i64,
    /// The output.
    pub output: i64,
    /// The by-product.
    pub by_product: i64,
    /// The input of other products.
    pub of_products: Vec<(&'static str, i64)>,
}

/// A quantity taken from the stock of a product on a day, in grams.
struct Demand {
    quantity: i64,
    /// Whether it is returned on the same evening.
    comes_back: bool,
}

/// What is taken from a product's stock, by day.
type Demands = BTreeMap<Day, Vec<Demand>>;

/// All batches of the planned years, which include the next one, by the day on which they are begun. Each depends
/// only on what is sold in the months after it, so that it is the same whenever it is computed.
pub(super) fn drafts(plan: &Plan, goods: &[GoodsSold]) -> Vec<Draft> {
    let mut demands: BTreeMap<&str, Demands> = BTreeMap::new();
    for sold in goods.iter().filter(|sold| sold.sold_on >= super::stock_from()) {
        let demand = Demand { quantity: sold.quantity.0, comes_back: sold.taken_back.is_some() };
        demands.entry(sold.product).or_default().entry(sold.sold_on).or_default().push(demand);
    }
    let mut drafts: Vec<Draft> = Vec::new();
    for recipe in &RECIPES {
        let of_product = demands.remove(recipe.product).unwrap_or_default();
        let sizes = match recipe.rhythm {
            Rhythm::Steady { every, least, reserve } => {
                steady(plan, &of_product, every, (least * 1_000, reserve * 1_000))
            }
            Rhythm::Seasonal(days) => seasonal(plan, days),
        };
        let mut spoilt_in = 0;
        for (number, produced_on, size) in sizes {
            let is_spoilt =
                recipe.product == SPOILT.0 && produced_on.month() >= SPOILT_FROM && produced_on.year() > spoilt_in;
            spoilt_in = if is_spoilt { produced_on.year() } else { spoilt_in };
            let draft = draft(plan, recipe, number, produced_on, size, is_spoilt);
            for (product, quantity) in &draft.of_products {
                let demand = Demand { quantity: *quantity, comes_back: false };
                demands.entry(product).or_default().entry(produced_on).or_default().push(demand);
            }
            drafts.push(draft);
        }
    }
    use_left_over_boxes(&mut drafts);
    drafts.sort_by_key(|draft| draft.began_on);
    drafts
}

/// Numbers, days and sizes of batches that keep a product in stock.
fn steady(plan: &Plan, demands: &Demands, every: i64, (least, reserve): (i64, i64)) -> Vec<(usize, Day, i64)> {
    let mut days = Vec::new();
    let mut day = super::stock_from();
    while day <= plan.horizon() {
        days.push(if day.weekday() == Weekday::Sun { day + Duration::days(1) } else { day });
        day += Duration::days(every);
    }
    let mut sizes = Vec::new();
    let mut stock = 0;
    for (number, day) in days.iter().enumerate() {
        let (mut needed, mut gone) = (0, 0);
        for batches in 1..=SPREAD {
            let Some(until) = days.get(number + batches) else { break };
            let (leaves, comes_back) = sums(demands, *day, *until);
            needed = needed.max((leaves + comes_back + reserve - stock).div_euclid(batches as i64) + 1);
            gone = if batches == 1 { leaves } else { gone };
        }
        if needed > 0 {
            let size = rounded_up(needed.max(least), 500);
            sizes.push((number, *day, size));
            stock += size;
        }
        stock -= gone;
    }
    sizes
}

/// The quantities that leave the stock from one day until before another: for good, and only until the evening.
fn sums(demands: &Demands, from: Day, until: Day) -> (i64, i64) {
    let (mut leaves, mut comes_back) = (0, 0);
    for demand in demands.range(from..until).flat_map(|(_, demands)| demands) {
        let sum = if demand.comes_back { &mut comes_back } else { &mut leaves };
        *sum += demand.quantity;
    }
    (leaves, comes_back)
}

/// The same for batches that are made on certain days of each year.
fn seasonal(plan: &Plan, days: &[(u32, u32, i64)]) -> Vec<(usize, Day, i64)> {
    let years = super::stock_from().year()..=plan.horizon().year();
    let all = years
        .flat_map(|year| days.iter().map(move |(month, day, kilograms)| (date(year, *month, *day), kilograms * 1_000)));
    all.enumerate().map(|(number, (day, size))| (number, day, size)).collect()
}

fn draft(plan: &Plan, recipe: &'static Recipe, number: usize, produced_on: Day, output: i64, is_spoilt: bool) -> Draft {
    let stream = &mut plan.stream(&format!("batches of {}", recipe.product), number);
    let usual = stream.between(recipe.yields.0, recipe.yields.1);
    let permille = if is_spoilt { SPOILT.1 } else { usual };
    let input = rounded_up(output * 1_000 / permille, 100);
    let longer = if recipe.days > 1 { stream.between(0, 3) } else { 0 };
    let began_on = produced_on - Duration::days(recipe.days + longer);
    let began_on = if began_on.weekday() == Weekday::Sun { began_on - Duration::days(1) } else { began_on };
    let of_products = recipe.of_products.iter().map(|(product, permille)| (*product, part(input, *permille))).collect();
    let by_product = recipe.by_product.map_or(0, |(_, most)| part(input, stream.between(most / 2, most)));
    Draft { recipe, number, began_on, produced_on, input, output, by_product, of_products }
}

/// This many thousandths, in whole hundreds of grams and at least 100 g.
pub(super) fn part(whole: i64, permille: i64) -> i64 {
    (whole * permille / 100_000 * 100).max(100)
}

/// Rounds up to a multiple of a unit.
fn rounded_up(grams: i64, unit: i64) -> i64 {
    (grams + unit - 1) / unit * unit
}

/// Boxed pears that are left over after September go into pickles.
fn use_left_over_boxes(drafts: &mut [Draft]) {
    let mut in_order: Vec<&mut Draft> = drafts.iter_mut().collect();
    in_order.sort_by_key(|draft| draft.produced_on);
    let mut boxes = 0;
    for draft in in_order {
        if draft.recipe.product == BOXED_PEARS.code {
            boxes += draft.output;
        } else if draft.recipe.product == "bath-pickles" && !(8..=9).contains(&draft.produced_on.month()) {
            let quantity = (boxes - BOXES_KEPT).min(part(draft.input, LEFT_OVER_PEARS));
            if quantity > 0 {
                boxes -= quantity;
                draft.of_products.push((BOXED_PEARS.code, quantity));
            }
        }
    }
}
