//! Sales of every year, and the harvest lots that some of them take from.

use std::collections::BTreeMap;

use chrono::Duration;
use uuid::Uuid;

use super::{
    apportion::apportion,
    book::Book,
    certificates,
    goods::{
        FRUIT, Goods, PRODUCT_REVENUE, PRODUCT_SALES, channel, day_of_fruit, picked_on, price, product_and_day, size,
    },
    growers::{Grower, SIGN_IN},
    plan::{Plan, Stream},
    plots::{Land, Plot},
    town::{Figures, TOWN},
};
use domain::sales;
use store::entity::{harvest::harvest_lot, sales::sale};
use types::{CodeKind, Day, Kilograms, Money, PrintedCode, RegionCode, SaleChannel, Timestamp, season_of_sale};

/// How many of a thousand sales of fruit name the grower, and how many also the lot.
pub(super) const NAMING_A_GROWER: i64 = 720;
const DRAWING_ON_A_LOT: i64 = 220;
/// How many of a thousand sales that name a company or cooperative name no lot, although certificates are already
/// required.
const NAMING_NO_LOT: i64 = 50;
/// How many sales per thousand were entered by mistake. They come in addition to the others.
pub(super) const VOIDED: i64 = 12;
/// For how many days fruit of a lot is sold.
const LOT_DAYS: i64 = 9;
/// How long after its entry a mistake is noticed, in seconds.
pub(super) const NOTICED_AFTER: i64 = 1_800;
/// The youngest age of a plot with fruit to sell, in years.
const BEARING_AGE: i32 = 3;
/// The smallest plot from which whole lots are recorded or sold to a trader, in hundredths of a mu.
const LARGE_PLOT: i64 = 1_500;
/// The largest quantity picked on one plot in a day, in grams. Larger sales come from many plots and name no lot,
/// unless they have to.
const LARGEST_LOT: i64 = 6_000_000;
/// The largest sale of the grower's sign-in, in grams.
const SMALL_SALE: i64 = 1_500_000;

pub(super) const REASONS: [&str; 4] = ["重复录入", "数量录错，已另行登记", "买方当日退货", "误记到其他品种"];

/// Sales and lots.
#[derive(Debug, Default)]
pub(super) struct Records {
    pub sales: Vec<sale::Model>,
    pub lots: Vec<harvest_lot::Model>,
    /// All sales of plants' goods up to the next year, independent of today, in the order of their instants.
    pub goods: Vec<GoodsSold>,
}

/// A sale of a plant's goods.
#[derive(Debug)]
pub(super) struct GoodsSold {
    /// Its id.
    pub sale_id: Uuid,
    /// Code of the product.
    pub product: &'static str,
    /// Business day.
    pub sold_on: Day,
    /// The quantity.
    pub quantity: Kilograms,
    /// When it is entered.
    pub instant: Timestamp,
    /// When it is voided, if it is a mistake.
    pub taken_back: Option<Timestamp>,
}

/// A sale before its fruit has an origin.
struct Draft {
    day: Day,
    channel: SaleChannel,
    goods: Goods,
    size: i64,
    is_voided: bool,
    quantity: i64,
    amount: i64,
}

/// A lot, with what is taken from it in the whole year, and how much of that by today.
struct Lot {
    row: harvest_lot::Model,
    plot: usize,
    drawn: i64,
    drawn_by_today: i64,
    rest: i64,
}

/// Creates the sales of all years up to today and the lots picked by then. The revenue pre-sold in a year is not sold
/// again.
pub(super) fn generate(
    plan: &Plan,
    growers: &[Grower],
    land: &Land,
    presold: &BTreeMap<i32, Money>,
    book: &mut Book,
) -> Records {
    let mut records = Records::default();
    for year in plan.years_ahead() {
        let mut stream = plan.stream_of_year("sales", year);
        let revenue =
            Money(Figures::of(year).produce_revenue_yuan * 100) - presold.get(&year).copied().unwrap_or_default();
        let drafts = drafts(&mut stream, year, revenue);
        let sellers = Sellers::of(land, year);
        let mut of_year = Year { plan, growers, land, sellers, stream, lots: Vec::new(), open: BTreeMap::new() };
        let mut day_and_number = (Day::MIN, 0);
        for draft in drafts {
            day_and_number =
                if draft.day == day_and_number.0 { (draft.day, day_and_number.1 + 1) } else { (draft.day, 0) };
            let instant = plan.evening(draft.day, day_and_number.1);
            of_year.sell(draft, instant, book, &mut records);
        }
        records
            .lots
            .extend(of_year.lots.into_iter().filter(|lot| lot.row.harvested_on <= plan.today).map(Lot::finished));
    }
    records
}

/// The sales of a whole year by day. Their amounts add up to its sales revenue, each to within the price of half a
/// kilogram.
fn drafts(stream: &mut Stream, year: i32, revenue: Money) -> Vec<Draft> {
    let shares = FRUIT.each_ref().map(|fruit| fruit.revenue);
    let revenues = apportion(revenue.0, &[&shares[..], &[PRODUCT_REVENUE]].concat());
    let mut drafts = Vec::new();
    for (fruit, revenue) in FRUIT.iter().zip(&revenues) {
        let group = (0..fruit.sales).map(|_| (Goods::Fruit(fruit), day_of_fruit(stream, year, fruit))).collect();
        drafts.extend(priced(stream, year, group, *revenue));
    }
    let group = (0..PRODUCT_SALES)
        .map(|_| product_and_day(stream, year))
        .map(|(product, day)| (Goods::Product(product), day))
        .collect();
    drafts.extend(priced(stream, year, group, revenues[FRUIT.len()]));
    drafts.sort_by_key(|draft| draft.day);
    drafts
}

/// Divides a revenue among sales by their size. A mistaken sale gets the size that it would have had.
fn priced(stream: &mut Stream, year: i32, group: Vec<(Goods, Day)>, revenue: i64) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for (goods, day) in group {
        let channel = channel(stream, day);
        let size = size(stream, channel);
        drafts.push(Draft { day, channel, goods, size, is_voided: false, quantity: 0, amount: 0 });
        if stream.happens(VOIDED) {
            drafts.push(Draft { day, channel, goods, size, is_voided: true, quantity: 0, amount: 0 });
        }
    }
    let sizes: Vec<i64> = drafts.iter().map(|draft| if draft.is_voided { 0 } else { draft.size }).collect();
    let sum: i64 = sizes.iter().sum();
    for (draft, share) in drafts.iter_mut().zip(apportion(revenue, &sizes)) {
        let share = if draft.is_voided { revenue / sum * draft.size } else { share };
        let price = price(stream, draft.goods, year, draft.channel);
        // To the nearest half kilogram, which at a price in whole jiao costs whole fen.
        let halves = ((2 * share + price / 2) / price).max(1);
        draft.quantity = halves * 500;
        draft.amount = halves * price / 2;
    }
    drafts
}

/// The plots whose fruit is sold in a year, by variety, and the large ones among them.
#[derive(Default)]
pub(super) struct Sellers {
    /// All plots, as indexes.
    pub all: BTreeMap<String, Vec<usize>>,
    /// The large plots, as indexes.
    pub large: BTreeMap<String, Vec<usize>>,
}

impl Sellers {
    /// The plots of a year.
    pub(crate) fn of(land: &Land, year: i32) -> Self {
        let mut sellers = Self::default();
        for (index, Plot { row, is_unchanged, .. }) in land.plots.iter().enumerate() {
            if *is_unchanged && row.planted_year + BEARING_AGE <= year {
                sellers.all.entry(row.variety_code.clone()).or_default().push(index);
                if row.area_mu_hundredths.0 >= LARGE_PLOT {
                    sellers.large.entry(row.variety_code.clone()).or_default().push(index);
                }
            }
        }
        sellers
    }
}

/// The sales of a year while they are generated.
struct Year<'a> {
    plan: &'a Plan,
    growers: &'a [Grower],
    land: &'a Land,
    sellers: Sellers,
    stream: Stream,
    lots: Vec<Lot>,
    /// The last lot begun of each variety.
    open: BTreeMap<&'static str, usize>,
}

impl Year<'_> {
    /// Creates the row of a sale and its entries. All sales of a year are generated, independent of today, so that
    /// each is the same on every later day. Only those up to today are kept.
    fn sell(&mut self, draft: Draft, instant: Timestamp, book: &mut Book, records: &mut Records) {
        let (plot, lot) = match draft.goods {
            Goods::Fruit(fruit) => self.origin(&draft, fruit.variety),
            Goods::Product(_) => (None, None),
        };
        let grower = plot.map(|plot| &self.growers[self.land.plots[plot].grower].row);
        let in_town = plot.is_none() || (draft.channel != SaleChannel::FarmGate && self.stream.happens(400));
        let region_code = match plot {
            Some(plot) if !in_town => self.land.plots[plot].row.region_code.clone(),
            _ => RegionCode::from(TOWN),
        };
        let (variety_code, product, season) = match draft.goods {
            Goods::Fruit(fruit) => {
                let variety = self.plan.varieties.get(fruit.variety);
                let of_lot = lot.map(|lot| self.lots[lot].row.season);
                let by_day = variety.map(|variety| season_of_sale(draft.day, variety.harvest_start_month));
                (Some(fruit.variety.to_owned()), None, of_lot.or(by_day))
            }
            Goods::Product(product) => (None, Some(product), None),
        };
        let noticed = instant.plus(NOTICED_AFTER * 1_000_000);
        let reason = draft.is_voided.then(|| (*self.stream.pick(&REASONS)).to_owned());
        let sale = sale::Model {
            id: self.stream.id(instant),
            sold_on: draft.day,
            channel: draft.channel,
            region_code,
            variety_code,
            season,
            product_code: product.map(|product| product.code.to_owned()),
            plant_code: product.map(|product| product.plant.to_owned()),
            grower_id: grower.map(|grower| grower.id),
            grower_kind: grower.map(|grower| grower.kind),
            lot_id: lot.map(|lot| self.lots[lot].row.id),
            replaces_id: None,
            quantity_g: Kilograms(draft.quantity),
            amount_fen: Money(draft.amount),
            returned_g: Kilograms::ZERO,
            returned_fen: Money::ZERO,
            recorded_at: self.plan.stamp(instant),
            recorded_by: self.plan.clerk,
            voided_at: draft.is_voided.then(|| self.plan.stamp(noticed)),
            void_reason: reason,
            voided_by: draft.is_voided.then_some(self.plan.clerk),
        };
        if let Some(product) = product {
            records.goods.push(GoodsSold {
                sale_id: sale.id,
                product: product.code,
                sold_on: draft.day,
                quantity: sale.quantity_g,
                instant,
                taken_back: draft.is_voided.then_some(noticed),
            });
        }
        let is_kept = draft.day <= self.plan.today;
        if let (Some(lot), false) = (lot, draft.is_voided) {
            self.lots[lot].drawn += draft.quantity;
            self.lots[lot].drawn_by_today += if is_kept { draft.quantity } else { 0 };
        }
        if !is_kept {
            return;
        }
        let entry = sales::entry(&sale);
        book.enter(self.plan, instant, vec![entry.clone()]);
        if draft.is_voided {
            book.enter(self.plan, noticed, vec![entry.taken_back()]);
        }
        records.sales.push(sale);
    }

    /// The plot that sold fruit comes from, and the lot, if they are named.
    fn origin(&mut self, draft: &Draft, variety: &'static str) -> (Option<usize>, Option<usize>) {
        if self.stream.happens(DRAWING_ON_A_LOT) && draft.quantity <= LARGEST_LOT {
            let lot = self.lot(draft, variety);
            return (lot.map(|lot| self.lots[lot].plot), lot);
        }
        let names_a_grower = self.stream.happens(NAMING_A_GROWER);
        let sellers = if draft.channel == SaleChannel::Wholesale { &self.sellers.large } else { &self.sellers.all };
        let plots = sellers.get(variety).filter(|_| names_a_grower);
        let plot = plots.map(|plots| *self.stream.pick(plots));
        let pledged = plot.filter(|plot| self.is_pledged(draft, *plot) && !self.stream.happens(NAMING_NO_LOT));
        (plot, pledged.and_then(|plot| self.begin(draft, variety, plot)))
    }

    /// Whether a sale is of fruit that needs a certificate, so that it names a lot whatever its size.
    fn is_pledged(&self, draft: &Draft, plot: usize) -> bool {
        let kind = self.growers[self.land.plots[plot].grower].row.kind;
        certificates::must_pledge(kind) && draft.day >= certificates::pledged_from() && !draft.is_voided
    }

    /// The last lot begun, if it is fresh enough, or else a new one.
    fn lot(&mut self, draft: &Draft, variety: &'static str) -> Option<usize> {
        let goes_on = self.stream.happens(550);
        if let Some(open) = self.open.get(variety).copied().filter(|_| goes_on) {
            let lot = &self.lots[open];
            let most = if self.land.plots[lot.plot].grower == SIGN_IN { SMALL_SALE } else { LARGEST_LOT };
            let is_fresh = draft.day <= lot.row.harvested_on + Duration::days(LOT_DAYS);
            if is_fresh && draft.quantity <= most && lot.drawn + draft.quantity <= LARGEST_LOT {
                return Some(open);
            }
        }
        let own = self.land.plots.iter().position(|plot| plot.grower == SIGN_IN && plot.row.variety_code == variety);
        let by_chance = self.stream.happens(250);
        let plot = match own.filter(|_| by_chance && draft.quantity <= SMALL_SALE) {
            Some(own) => own,
            None => *self.stream.pick(self.sellers.large.get(variety)?),
        };
        let lot = self.begin(draft, variety, plot)?;
        self.open.insert(variety, lot);
        Some(lot)
    }

    /// A new lot of a plot that a sale takes from.
    fn begin(&mut self, draft: &Draft, variety: &str, plot: usize) -> Option<usize> {
        let variety = self.plan.varieties.get(variety)?;
        let harvested_on = picked_on(draft.day, self.stream.between(0, 4), variety);
        // Entered before the sales of its day, each in a second of its own.
        let instant = self.plan.evening(harvested_on, -3_600 + (self.lots.len() % 3_600) as i64);
        let land = &self.land.plots[plot];
        let row = harvest_lot::Model {
            id: self.stream.id(instant),
            code: PrintedCode::generate(CodeKind::HarvestLot, self.stream.generator()),
            plot_id: land.row.id,
            grower_id: land.row.grower_id,
            region_code: land.row.region_code.clone(),
            variety_code: land.row.variety_code.clone(),
            harvested_on,
            season: self.plan.season_of_picking(&variety.code, harvested_on),
            quantity_g: Kilograms::ZERO,
            available_g: Kilograms::ZERO,
            recorded_at: self.plan.stamp(instant),
            recorded_by: self.plan.clerk,
            voided_at: None,
            void_reason: None,
            voided_by: None,
        };
        // Most lots are sold out in the end. Of some, a few crates are left over.
        let rest = if self.stream.happens(60) { self.stream.between(4, 60) * 1_000 } else { 0 };
        self.lots.push(Lot { row, plot, drawn: 0, drawn_by_today: 0, rest });
        Some(self.lots.len() - 1)
    }
}

impl Lot {
    /// The lot's row. The quantity picked is what is sold of it in the whole year plus the rest.
    fn finished(self) -> harvest_lot::Model {
        let quantity = Kilograms((self.drawn + self.rest).max(1_000));
        harvest_lot::Model { quantity_g: quantity, available_g: quantity - Kilograms(self.drawn_by_today), ..self.row }
    }
}
