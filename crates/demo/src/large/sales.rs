//! The sales of a large town, day by day over ten years, with the seasons of the demonstration.

use chrono::{Datelike, Duration};
use rand::seq::SliceRandom;

use super::{
    super::{
        book::Book,
        goods::{FRUIT, Goods, channel, price, product, size, weights},
        plan::{Plan, Stream, at, days},
        sales::{NAMING_A_GROWER, NOTICED_AFTER, REASONS, VOIDED},
        town::TOWN,
    },
    YEARS,
    growers::{Seller, Sellers},
};
use domain::sales;
use store::entity::sales::sale;
use types::{Day, Kilograms, Money, RegionCode, SaleChannel, Timestamp, season_of_sale};

/// When the sales of a day are entered, in seconds of the day, and for how long, in microseconds.
const EVENING: i64 = 20 * 3600;
const ENTERING: i64 = 3 * 3600 * 1_000_000;
/// The demonstration's sales are few and large. This many of its size units make half a kilogram here.
const SIZES_PER_HALF: i64 = 60;

/// The first day with sales. The ten years end today.
pub(super) fn first_day(plan: &Plan) -> Day {
    plan.today - Duration::days(i64::from(YEARS) * 365)
}

/// The number of sales of a day: for each fruit, then for the plants' goods.
pub(super) struct DaySales {
    day: Day,
    numbers: [u64; FRUIT.len() + 1],
}

/// Divides this many sales among the days and goods. The cumulative shares are rounded, so that no sale is lost.
pub(super) fn days_with_sales(plan: &Plan, sales: u64) -> impl Iterator<Item = DaySales> + use<> {
    let (first, today) = (first_day(plan), plan.today);
    let whole: u64 = days(first, today).flat_map(weights).sum();
    let mut before = 0;
    days(first, today).map(move |day| {
        let numbers = weights(day).map(|weight| {
            let share = |weight: u64| u128::from(sales) * u128::from(weight) / u128::from(whole);
            let number = share(before + weight) - share(before);
            before += weight;
            number as u64
        });
        DaySales { day, numbers }
    })
}

/// Creates the sales of a day and enters them in the book.
pub(super) fn of_day(plan: &Plan, day: &DaySales, sellers: &Sellers, book: &mut Book, made: &mut Vec<sale::Model>) {
    let DaySales { day, numbers } = *day;
    let stream = &mut plan.stream("sales of a large town", (day - Day::default()).num_days().unsigned_abs() as usize);
    let mut wanted: Vec<usize> =
        numbers.iter().enumerate().flat_map(|(goods, number)| std::iter::repeat_n(goods, *number as usize)).collect();
    wanted.shuffle(stream.generator());
    let pause = ENTERING / (wanted.len().max(1) as i64);
    for (goods, number) in wanted.into_iter().zip(0..) {
        let instant = at(day, EVENING).plus(pause * number);
        let (goods, seller) = match FRUIT.get(goods) {
            Some(fruit) => {
                (Goods::Fruit(fruit), stream.happens(NAMING_A_GROWER).then(|| sellers.pick(stream, goods)).flatten())
            }
            None => (Goods::Product(product(stream, day)), None),
        };
        let (sale, taken_back) = sell(plan, stream, (day, instant), goods, seller);
        let entry = sales::entry(&sale);
        book.enter(plan, instant, vec![entry.clone()]);
        if let Some(noticed) = taken_back {
            book.enter(plan, noticed, vec![entry.taken_back()]);
        }
        made.push(sale);
    }
}

/// A sale, and when it is voided if it is a mistake.
fn sell(
    plan: &Plan,
    stream: &mut Stream,
    (day, instant): (Day, Timestamp),
    goods: Goods,
    seller: Option<&Seller>,
) -> (sale::Model, Option<Timestamp>) {
    let channel = channel(stream, day);
    let halves = size(stream, channel) / SIZES_PER_HALF;
    let price = price(stream, goods, day.year(), channel);
    let in_place = seller.filter(|_| channel == SaleChannel::FarmGate || !stream.happens(400));
    let (variety, product) = match goods {
        Goods::Fruit(fruit) => (plan.varieties.get(fruit.variety), None),
        Goods::Product(product) => (None, Some(product)),
    };
    let taken_back = stream.happens(VOIDED).then(|| instant.plus(NOTICED_AFTER * 1_000_000));
    let sale = sale::Model {
        id: stream.id(instant),
        sold_on: day,
        channel,
        region_code: in_place.map_or_else(|| RegionCode::from(TOWN), |seller| seller.region.clone()),
        variety_code: variety.map(|variety| variety.code.clone()),
        season: variety.map(|variety| season_of_sale(day, variety.harvest_start_month)),
        product_code: product.map(|product| product.code.to_owned()),
        plant_code: product.map(|product| product.plant.to_owned()),
        grower_id: seller.map(|seller| seller.grower),
        grower_kind: seller.map(|seller| seller.kind),
        lot_id: None,
        replaces_id: None,
        quantity_g: Kilograms(halves * 500),
        // Half a kilogram at a price in whole jiao costs whole fen.
        amount_fen: Money(halves * price / 2),
        returned_g: Kilograms::ZERO,
        returned_fen: Money::ZERO,
        recorded_at: plan.stamp(instant),
        recorded_by: plan.clerk,
        voided_at: taken_back.map(|noticed| plan.stamp(noticed)),
        void_reason: taken_back.map(|_| (*stream.pick(&REASONS)).to_owned()),
        voided_by: taken_back.map(|_| plan.clerk),
    };
    (sale, taken_back)
}
