//! What is sold, when in the year, where, and at what price.

use chrono::{Datelike, Duration};

use super::{
    plan::{Stream, date, days},
    reference::{PRODUCTS, Product, opened_on},
    town::is_festival,
};
use store::entity::registers::variety;
use types::{Day, SaleChannel};

/// Fruit of a variety, or goods of the plants.
#[derive(Debug, Clone, Copy)]
pub(super) enum Goods {
    Fruit(&'static Fruit),
    Product(&'static Product),
}

/// How a variety sells.
#[derive(Debug)]
pub(super) struct Fruit {
    /// Code of the variety.
    pub variety: &'static str,
    /// The number of sales in a year.
    pub sales: usize,
    /// Its share of the year's sales revenue, in thousandths.
    pub revenue: i64,
    /// The distribution of the sales over the months, as weights: the months of the harvest and, for some varieties,
    /// the following month.
    months: &'static [(u32, i64)],
    /// The price in the first year, in fen per kilogram, and its yearly increase.
    price: (i64, i64),
}

impl Fruit {
    /// The base price per kilogram in a year, in fen, before the adjustment for the sales channel.
    pub(crate) fn base_price(&self, year: i32) -> i64 {
        self.price.0 + self.price.1 * i64::from((year - 2021).clamp(0, 8))
    }
}

/// The four varieties.
pub(super) const FRUIT: [Fruit; 4] = [
    Fruit {
        variety: "fengshui-pear",
        sales: 480,
        revenue: 470,
        months: &[(7, 250), (8, 420), (9, 250), (10, 80)],
        price: (500, 14),
    },
    Fruit {
        variety: "yunan-navel-orange",
        sales: 350,
        revenue: 270,
        months: &[(1, 240), (2, 160), (3, 170), (4, 20), (11, 160), (12, 250)],
        price: (540, 12),
    },
    Fruit {
        variety: "sanhong-pomelo",
        sales: 170,
        revenue: 125,
        months: &[(9, 150), (10, 400), (11, 330), (12, 120)],
        price: (385, 4),
    },
    Fruit {
        variety: "yellow-peach",
        sales: 110,
        revenue: 90,
        months: &[(6, 300), (7, 450), (8, 250)],
        price: (840, 20),
    },
];

/// The number of sales of plants' goods in a year.
pub(super) const PRODUCT_SALES: usize = 100;
/// Their share of the year's sales revenue, in thousandths. Together with the varieties' shares it makes a thousand.
pub(super) const PRODUCT_REVENUE: i64 = 45;

/// The distribution of the sales of plants' goods over the months, as weights.
const PRODUCT_MONTHS: [i64; 12] = [130, 110, 110, 80, 70, 60, 60, 60, 70, 80, 80, 90];

/// A day of a year on which a variety is sold.
pub(super) fn day_of_fruit(stream: &mut Stream, year: i32, fruit: &Fruit) -> Day {
    let weights: Vec<i64> = fruit.months.iter().map(|(_, weight)| *weight).collect();
    let (month, _) = fruit.months[stream.weighted(&weights)];
    // The last oranges are sold out by the middle of April.
    let last = if (fruit.variety, month) == ("yunan-navel-orange", 4) {
        12
    } else {
        i64::from(date(year, month, 1).num_days_in_month())
    };
    date(year, month, stream.between(1, last) as u32)
}

/// A day of a year on which plants' goods are sold, and the product, from a plant that has opened.
pub(super) fn product_and_day(stream: &mut Stream, year: i32) -> (&'static Product, Day) {
    let month = stream.weighted(&PRODUCT_MONTHS) as u32 + 1;
    let last = i64::from(date(year, month, 1).num_days_in_month());
    let day = date(year, month, stream.between(1, last) as u32);
    (product(stream, day), day)
}

/// The product sold on a day, from a plant that has opened.
pub(super) fn product(stream: &mut Stream, day: Day) -> &'static Product {
    let is_winter = matches!(day.month(), 11 | 12 | 1 | 2);
    let weights = PRODUCTS.each_ref().map(|product| match opened_on(product.plant) {
        Some(opened_on) if opened_on <= day => 1 + 2 * i64::from(product.is_meat && is_winter),
        _ => 0,
    });
    &PRODUCTS[stream.weighted(&weights)]
}

/// The distribution of all sales over the days and goods, as weights for one day: each fruit, then the plants' goods.
pub(super) fn weights(day: Day) -> [u64; FRUIT.len() + 1] {
    let days = u64::from(day.num_days_in_month());
    let weight = |sales: usize, of_month: i64| sales as u64 * of_month.unsigned_abs() * 1_000 / days;
    let is_made = PRODUCTS.iter().any(|product| opened_on(product.plant).is_some_and(|opened_on| opened_on <= day));
    let goods = if is_made { weight(PRODUCT_SALES, PRODUCT_MONTHS[day.month0() as usize]) } else { 0 };
    let mut weights = [goods; FRUIT.len() + 1];
    for (of_fruit, fruit) in weights.iter_mut().zip(&FRUIT) {
        let of_month = fruit.months.iter().find(|(month, _)| *month == day.month());
        *of_fruit = of_month.map_or(0, |(_, of_month)| weight(fruit.sales, *of_month));
    }
    weights
}

/// The channel of a sale: the festival while it is on, where only fruit in season is sold.
pub(super) fn channel(stream: &mut Stream, day: Day) -> SaleChannel {
    if is_festival(day) && stream.happens(850) {
        return SaleChannel::Festival;
    }
    let channels = [SaleChannel::Wholesale, SaleChannel::FarmGate, SaleChannel::Market, SaleChannel::Online];
    channels[stream.weighted(&[220, 280, 280, 220])]
}

/// The size of a sale in a channel, as a weight.
pub(super) fn size(stream: &mut Stream, channel: SaleChannel) -> i64 {
    match channel {
        SaleChannel::Wholesale => stream.between(3_000, 9_000),
        SaleChannel::FarmGate => stream.between(300, 1_700),
        SaleChannel::Market => stream.between(400, 1_200),
        SaleChannel::Online => stream.between(150, 900),
        SaleChannel::Festival => stream.between(200, 900),
    }
}

/// The price of a sale in fen per kilogram, in whole jiao. It depends on goods, year and channel; retail is above
/// wholesale.
pub(super) fn price(stream: &mut Stream, goods: Goods, year: i32, channel: SaleChannel) -> i64 {
    let base = match goods {
        Goods::Fruit(fruit) => fruit.base_price(year),
        Goods::Product(product) => product.price,
    };
    let permille = match channel {
        SaleChannel::Wholesale => 840,
        SaleChannel::FarmGate => 940,
        SaleChannel::Market => 1_060,
        SaleChannel::Festival => 1_120,
        SaleChannel::Online => 1_170,
    };
    let fen = base * (permille + stream.between(-20, 20)) / 1000;
    (fen + 5) / 10 * 10
}

/// When the fruit of a sale was picked: some days before, within the harvest, and in the year of the sale.
pub(super) fn picked_on(sold_on: Day, days_before: i64, variety: &variety::Model) -> Day {
    let (first, last) = (variety.harvest_start_month, variety.harvest_end_month);
    let is_picked = |day: Day| {
        let month = day.month() as i32;
        if first <= last { (first..=last).contains(&month) } else { month >= first || month <= last }
    };
    let days_before = Duration::days(days_before);
    let day = if is_picked(sold_on) {
        let earliest = sold_on - days_before;
        days(earliest, sold_on).find(|day| is_picked(*day))
    } else {
        // From storage.
        let latest = days(date(sold_on.year(), 1, 1), sold_on).filter(|day| is_picked(*day)).last();
        latest.map(|latest| latest - days_before)
    };
    day.unwrap_or(sold_on).max(date(sold_on.year(), 1, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn orange() -> variety::Model {
        variety::Model {
            code: "orange".to_owned(),
            name: "脐橙".to_owned(),
            name_en: "orange".to_owned(),
            harvest_start_month: 11,
            harvest_end_month: 3,
            retired_on: None,
        }
    }

    #[test]
    fn fruit_is_picked_within_the_harvest_and_the_year() {
        let picked = |month, day, before| picked_on(date(2024, month, day), before, &orange());
        assert_eq!(picked(12, 10, 4), date(2024, 12, 6));
        assert_eq!(picked(11, 2, 4), date(2024, 11, 1));
        assert_eq!(picked(1, 3, 4), date(2024, 1, 1));
        assert_eq!(picked(4, 8, 0), date(2024, 3, 31));
        assert_eq!(picked(4, 8, 3), date(2024, 3, 28));
    }

    #[test]
    fn shares_of_revenue_are_a_whole() {
        assert_eq!(FRUIT.iter().map(|fruit| fruit.revenue).sum::<i64>() + PRODUCT_REVENUE, 1_000);
    }
}
