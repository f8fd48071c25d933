//! The offers of each season. On every day of the year at least one is open: each opens some days before the
//! preceding one closes.

use std::borrow::Cow;

use super::super::{
    goods::FRUIT,
    plan::{Plan, at, date},
    town::{TOWN, edition},
};
use store::entity::presales::presale_offer;
use types::{Day, Kilograms, Money, Rate, RegionCode, ShortfallPolicy, Timestamp};

/// A day of a season: years after the season's year, month, day.
type SeasonDay = (i32, u32, u32);

/// The first day of blossom, for years without an edition of the festival.
const BLOSSOM: SeasonDay = (0, 3, 17);

/// The time of day at which offers open and close, in seconds.
const OPENING: i64 = 9 * 3600;
const CLOSING: i64 = 18 * 3600;
/// An upper bound on the average order.
const LARGE_ORDER_KG: i64 = 500;
/// How many days before opening an offer is recorded.
const RECORDED_AHEAD: i64 = 3;

/// An offer that recurs every season.
#[derive(Debug)]
pub(super) struct Kind {
    /// The key of its random stream.
    pub key: Cow<'static, str>,
    /// Code of the variety.
    pub variety: &'static str,
    /// Its first day. `None` means the first day of the festival.
    opens: Option<SeasonDay>,
    closes: SeasonDay,
    pick_up: (SeasonDay, SeasonDay),
    quota_kg: i64,
    /// Its price, in thousandths of the base price per kilogram.
    price_permille: i64,
    pack_kg: Option<i64>,
    deposit_rate: Rate,
    hold_hours: i64,
    /// The freight in fen, if it ships.
    freight_fen: Option<i64>,
    cancel_until: Option<SeasonDay>,
    kept_rate: Rate,
    terms: &'static str,
    place: &'static str,
    /// By what share the weight delivered may differ, if it is charged by weight.
    weight_tolerance: Option<Rate>,
    /// Whether somebody orders every second day.
    pub is_steady: bool,
    /// How many more buyers order, most of them in the first days.
    pub crowd: usize,
    /// The season that fell short, and how.
    shortfall: Option<(i32, Shortfall)>,
}

/// A crop that fell short.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shortfall {
    /// The day on which it was settled.
    day: SeasonDay,
    /// The rule for sharing.
    pub policy: ShortfallPolicy,
    /// What was available, in thousandths of what was promised, and likewise of the crop.
    pub left_permille: i64,
    /// The note of the estimate.
    pub note: &'static str,
}

/// The six offers, in the order in which they open.
pub(super) static KINDS: [Kind; 6] = [
    Kind {
        key: Cow::Borrowed("festival pears"),
        variety: "fengshui-pear",
        opens: None,
        closes: (0, 7, 10),
        pick_up: ((0, 7, 20), (0, 8, 31)),
        quota_kg: 24_000,
        price_permille: 1_100,
        pack_kg: None,
        deposit_rate: Rate(3_000),
        hold_hours: 72,
        freight_fen: None,
        cancel_until: Some((0, 7, 13)),
        kept_rate: Rate(5_000),
        terms: "梨花节预订，树上成熟后到园自提。7 月 13 日前可由买家取消，扣留定金的一半；逾期未提视同买家取消。\n遇霜冻、冰雹减产，按比例减量，多收款项退还。",
        place: "白水梨园游客服务点",
        weight_tolerance: None,
        is_steady: true,
        crowd: 50,
        shortfall: Some((
            2023,
            Shortfall {
                day: (0, 6, 28), policy: ShortfallPolicy::ProRata, left_permille: 815, note: "6 月冰雹后核查"
            },
        )),
    },
    Kind {
        key: Cow::Borrowed("peaches"),
        variety: "yellow-peach",
        opens: Some((0, 5, 10)),
        closes: (0, 6, 25),
        pick_up: ((0, 6, 12), (0, 7, 31)),
        quota_kg: 8_000,
        price_permille: 1_080,
        pack_kg: None,
        deposit_rate: Rate(0),
        hold_hours: 48,
        freight_fen: Some(1_500),
        cancel_until: None,
        kept_rate: Rate(0),
        terms: "黄桃不收定金，下单即确认，提货或发货前付清。不易存放，收到后 24 小时内反映破损可补偿。",
        place: "铜鼓桃李园门口",
        weight_tolerance: None,
        is_steady: false,
        crowd: 40,
        shortfall: None,
    },
    Kind {
        key: Cow::Borrowed("boxed pears"),
        variety: "fengshui-pear",
        opens: Some((0, 7, 1)),
        closes: (0, 9, 5),
        pick_up: ((0, 8, 20), (0, 9, 30)),
        quota_kg: 12_000,
        price_permille: 1_240,
        pack_kg: Some(5),
        deposit_rate: Rate(5_000),
        hold_hours: 72,
        freight_fen: Some(1_200),
        cancel_until: Some((0, 8, 15)),
        kept_rate: Rate(3_000),
        terms: "5 千克礼盒装，可邮寄。8 月 15 日前可由买家取消，扣留定金的三成。",
        place: "云安镇游客中心",
        weight_tolerance: None,
        is_steady: true,
        crowd: 12,
        shortfall: None,
    },
    Kind {
        key: Cow::Borrowed("pomelos"),
        variety: "sanhong-pomelo",
        opens: Some((0, 8, 25)),
        closes: (0, 11, 10),
        pick_up: ((0, 10, 1), (0, 11, 30)),
        quota_kg: 14_000,
        price_permille: 1_120,
        pack_kg: Some(10),
        deposit_rate: Rate(2_000),
        hold_hours: 72,
        freight_fen: Some(1_800),
        cancel_until: None,
        kept_rate: Rate(10_000),
        terms: "10 千克网袋装，自提或邮寄。交付前可由买家取消，定金不退。遇旱减产，先付定金者先得。",
        place: "云安镇游客中心",
        weight_tolerance: None,
        is_steady: true,
        crowd: 15,
        shortfall: Some((
            2022,
            Shortfall {
                day: (0, 9, 21),
                policy: ShortfallPolicy::FirstCome,
                left_permille: 730,
                note: "伏旱后抽样核查",
            },
        )),
    },
    Kind {
        key: Cow::Borrowed("oranges"),
        variety: "yunan-navel-orange",
        opens: Some((0, 10, 10)),
        closes: (0, 12, 20),
        pick_up: ((0, 11, 20), (1, 1, 15)),
        quota_kg: 14_000,
        price_permille: 1_120,
        pack_kg: None,
        deposit_rate: Rate(3_000),
        hold_hours: 72,
        freight_fen: Some(1_800),
        cancel_until: Some((0, 11, 15)),
        kept_rate: Rate(3_000),
        terms: "头茬脐橙，自提或邮寄，按交付重量计价，上下不超过 2%。11 月 15 日前可由买家取消，扣留定金的三成。",
        place: "云安镇游客中心",
        weight_tolerance: Some(Rate(200)),
        is_steady: true,
        crowd: 15,
        shortfall: None,
    },
    Kind {
        key: Cow::Borrowed("new year oranges"),
        variety: "yunan-navel-orange",
        opens: Some((0, 12, 5)),
        closes: (1, 3, 25),
        pick_up: ((0, 12, 20), (1, 3, 31)),
        quota_kg: 18_000,
        price_permille: 1_260,
        pack_kg: Some(5),
        deposit_rate: Rate(10_000),
        hold_hours: 72,
        freight_fen: Some(1_200),
        cancel_until: Some((1, 3, 15)),
        kept_rate: Rate(2_000),
        terms: "5 千克年货礼盒，付全款确认，可邮寄，运费发货前付。3 月 15 日前可由买家取消，扣留货款的两成。",
        place: "云安镇游客中心",
        weight_tolerance: None,
        is_steady: true,
        crowd: 20,
        shortfall: None,
    },
];

/// How a variety's crop of a season fell short, if it did.
pub(super) fn shortfall_of(variety: &str, season: i32) -> Option<Shortfall> {
    let of_variety = KINDS.iter().filter(|kind| kind.variety == variety);
    of_variety.filter_map(|kind| kind.shortfall(season)).map(|(_, shortfall)| shortfall).next()
}

fn in_season(season: i32, (years, month, day): SeasonDay) -> Day {
    date(season + years, month, day)
}

impl Kind {
    /// Another offer of this kind, by its number, with a given number of buyers and enough fruit for all of them.
    pub(super) fn another(&self, number: usize, crowd: usize) -> Self {
        let key = Cow::Owned(format!("{}, the {number}th more", self.key));
        Self { key, quota_kg: LARGE_ORDER_KG * crowd as i64, is_steady: false, crowd, shortfall: None, ..*self }
    }

    /// The first and last day on which it can be ordered from all day, or from opening time on.
    pub(super) fn open_days(&self, season: i32) -> (Day, Day) {
        let blossom = || edition(season).map_or(in_season(season, BLOSSOM), |(from, _)| from);
        let opens = self.opens.map_or_else(blossom, |day| in_season(season, day));
        (opens, in_season(season, self.closes).pred_opt().unwrap_or_default())
    }

    /// The first and last day for pick-up.
    pub(super) fn pick_up_days(&self, season: i32) -> (Day, Day) {
        (in_season(season, self.pick_up.0), in_season(season, self.pick_up.1))
    }

    /// When a season's shortfall was settled, and how, if there was one.
    pub(super) fn shortfall(&self, season: i32) -> Option<(Timestamp, Shortfall)> {
        let (_, shortfall) = self.shortfall.filter(|(of, _)| *of == season)?;
        Some((at(in_season(season, shortfall.day), 20 * 3600), shortfall))
    }

    /// The instant at which a season's offer is recorded, and its row at that time.
    pub(super) fn offer(&self, plan: &Plan, season: i32) -> (Timestamp, presale_offer::Model) {
        let (opens, _) = self.open_days(season);
        let (pick_up_from, pick_up_to) = self.pick_up_days(season);
        let recorded = at(opens - chrono::Duration::days(RECORDED_AHEAD), OPENING);
        let worth =
            FRUIT.iter().find(|fruit| fruit.variety == self.variety).map_or(0, |fruit| fruit.base_price(season));
        // In whole jiao.
        let price = (worth * self.price_permille / 1000 + 5) / 10 * 10;
        let row = presale_offer::Model {
            id: plan.stream_of_year(&self.key, season).id(recorded),
            region_code: RegionCode::from(TOWN),
            variety_code: self.variety.to_owned(),
            season,
            quota_g: Kilograms(self.quota_kg * 1000),
            taken_g: Kilograms::ZERO,
            unit_price_fen: Money(price),
            pack_g: self.pack_kg.map(|pack| Kilograms(pack * 1000)),
            deposit_rate: self.deposit_rate,
            opens_at: at(opens, OPENING),
            closes_at: at(in_season(season, self.closes), CLOSING),
            hold_microseconds: self.hold_hours * 3_600_000_000,
            terms: Some(self.terms.to_owned()),
            pick_up_place: Some(self.place.to_owned()),
            pick_up_from: Some(pick_up_from),
            pick_up_to: Some(pick_up_to),
            ships: self.freight_fen.is_some(),
            freight_fen: Money(self.freight_fen.unwrap_or_default()),
            cancel_until: self.cancel_until.map(|day| at(in_season(season, day), 0)),
            kept_rate: self.kept_rate,
            charged_by_weight: self.weight_tolerance.is_some(),
            weight_tolerance: self.weight_tolerance.unwrap_or_default(),
            recorded_at: plan.stamp(recorded),
            recorded_by: plan.clerk,
            settling_run_id: None,
        };
        (recorded, row)
    }
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;

    use super::{super::super::plan::days, *};

    #[test]
    fn on_every_day_an_offer_is_open_in_which_somebody_waits_for_the_deposit() {
        for day in days(date(2025, 1, 1), date(2032, 12, 31)) {
            let waits = |kind: &Kind, season| {
                let (from, to) = kind.open_days(season);
                kind.is_steady && kind.deposit_rate > Rate(0) && from < day && day <= to
            };
            assert!(KINDS.iter().any(|kind| waits(kind, day.year()) || waits(kind, day.year() - 1)), "{day}");
        }
    }
}
