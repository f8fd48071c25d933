//! Known facts about the town: its communities and villages, and the figures that the records of each year add up to.

use chrono::Datelike;

use types::Day;

/// The town of Yun'an (云安镇).
pub(super) const TOWN: &str = "500235136";

/// A community or village of the town.
#[derive(Debug)]
pub(super) struct Community {
    /// Official code.
    pub code: &'static str,
    /// Its name for people.
    pub name: &'static str,
    /// Its share of the town's growers, as a weight.
    pub growers: i64,
}

const fn community(code: &'static str, name: &'static str, growers: i64) -> Community {
    Community { code, name, growers }
}

/// The eleven communities and villages. The first four are those of the old town.
pub(super) const COMMUNITIES: [Community; 11] = [
    community("500235136001", "杉树林", 80),
    community("500235136002", "大院坝", 75),
    community("500235136003", "箭楼", 70),
    community("500235136004", "演易台", 70),
    community("500235136005", "白水", 140),
    community("500235136201", "毛坝", 150),
    community("500235136202", "铜鼓", 130),
    community("500235136203", "三湾", 90),
    community("500235136204", "大华", 75),
    community("500235136205", "新建", 65),
    community("500235136206", "翠田", 55),
];

/// How many of the communities belong to the old town. They founded the joint collective company.
pub(super) const OLD_TOWN: usize = 4;

/// The area in use since the end of 2024, in hundredths of a mu: 20,400.00 mu, as published.
pub(super) const PLANTED_AREA: i64 = 2_040_000;

/// The figures that the records of a year add up to.
#[derive(Debug)]
pub(super) struct Figures {
    /// The first year to which they apply.
    from_year: i32,
    /// Sales and pre-sales, in yuan, to within a few yuan.
    pub produce_revenue_yuan: i64,
    /// Visitors (person-times) during the festival, or at blossom time in years without one. Exact.
    pub visitors_at_blossom: i64,
    /// Visitors (person-times) on the other days. Exact.
    pub visitors_otherwise: i64,
    /// Takings above those of the baseline year, in yuan. Exact.
    pub catering_increase_yuan: i64,
}

/// Takings of the baseline year, 2021, in yuan.
pub(super) const CATERING_BASELINE_YUAN: i64 = 6_400_000;
/// The year that the catering increase is measured from.
pub(super) const BASELINE_YEAR: i32 = 2021;

/// Published: 30,000 visitors at the seventh festival in 2021. For 2022–2024, yearly means of exactly 45,000
/// visitors, of more than 10,000,000 yuan of produce revenue and of more than 5,000,000 yuan of catering increase.
/// Later years continue in the same way.
const FIGURES: [Figures; 6] = [
    figures(2021, 9_460_000, 30_000, 12_600, 0),
    figures(2022, 10_120_000, 18_900, 24_300, 5_050_000),
    figures(2023, 10_380_000, 20_400, 25_200, 5_420_000),
    figures(2024, 10_660_000, 21_000, 25_200, 5_760_000),
    figures(2025, 10_750_000, 20_600, 25_900, 5_920_000),
    figures(2026, 10_840_000, 20_900, 26_200, 6_050_000),
];

const fn figures(
    from_year: i32,
    produce_revenue_yuan: i64,
    visitors_at_blossom: i64,
    visitors_otherwise: i64,
    catering_increase_yuan: i64,
) -> Figures {
    Figures { from_year, produce_revenue_yuan, visitors_at_blossom, visitors_otherwise, catering_increase_yuan }
}

impl Figures {
    /// The figures of a year.
    pub(crate) fn of(year: i32) -> &'static Self {
        let known = FIGURES.iter().rev().find(|figures| figures.from_year <= year);
        known.unwrap_or(&FIGURES[0])
    }
}

/// First and last days of the ten editions of the festival, from the first in 2015 to the tenth in 2024, as month and
/// day.
pub(super) const EDITIONS: [((u32, u32), (u32, u32)); 10] = [
    ((3, 20), (3, 31)),
    ((3, 18), (3, 30)),
    ((3, 22), (4, 3)),
    ((3, 17), (3, 29)),
    ((3, 16), (3, 29)),
    ((3, 21), (4, 1)),
    ((3, 18), (4, 1)),
    ((3, 19), (4, 1)),
    ((3, 17), (3, 30)),
    ((3, 16), (3, 30)),
];

/// The year of the first edition.
pub(super) const FIRST_EDITION_YEAR: i32 = 2015;

/// First and last day of a year's edition of the festival, if it had one.
pub(super) fn edition(year: i32) -> Option<(Day, Day)> {
    let (from, to) = EDITIONS.get(usize::try_from(year - FIRST_EDITION_YEAR).ok()?)?;
    Some((Day::from_ymd_opt(year, from.0, from.1)?, Day::from_ymd_opt(year, to.0, to.1)?))
}

/// Whether the festival was on.
pub(super) fn is_festival(day: Day) -> bool {
    edition(day.year()).is_some_and(|(from, to)| (from..=to).contains(&day))
}
