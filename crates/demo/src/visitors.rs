//! Visitors by site and day: most at blossom time, more in harvest months, at weekends and on holidays.

use chrono::{Datelike, Duration, Weekday};

use super::{
    apportion::apportion,
    book::Book,
    plan::{Plan, Stream, date, days},
    reference::SITES,
    town::{Figures, edition},
};
use domain::tourism::visitor_counts;
use store::entity::tourism::visitor_count;
use types::{Day, RegionCode, Timestamp};

/// The distribution of a year's visitors outside blossom time over the months, as weights.
const MONTHS: [i64; 12] = [45, 70, 110, 120, 105, 80, 130, 160, 150, 145, 110, 60];

/// How many of a thousand counts are corrected on the next evening.
const CORRECTED: i64 = 14;

/// The counts of all years up to today.
pub(super) fn generate(plan: &Plan, book: &mut Book) -> Vec<visitor_count::Model> {
    let mut counts = Vec::new();
    for year in plan.years() {
        let mut stream = plan.stream_of_year("visitors", year);
        let blossom = edition(year).unwrap_or((date(year, 3, 17), date(year, 3, 30)));
        let is_blossom = |day: &Day| (blossom.0..=blossom.1).contains(day);
        let (at_blossom, otherwise): (Vec<Day>, Vec<Day>) = days(date(year, 1, 1), date(year, 12, 31))
            .filter(|day| is_blossom(day) || is_free(*day))
            .partition(is_blossom);
        let figures = Figures::of(year);
        let mut of_year = by_day_and_site(&mut stream, &at_blossom, figures.visitors_at_blossom, |_| 100);
        of_year.extend(by_day_and_site(&mut stream, &otherwise, figures.visitors_otherwise, |day| {
            MONTHS[day.month0() as usize]
        }));
        of_year.sort_by_key(|(day, _)| *day);
        for (day, visitors) in of_year {
            record_day(plan, &mut stream, book, day, visitors, &mut counts);
        }
    }
    counts
}

/// Whether a day is at a weekend or in the long holidays of May and October.
fn is_free(day: Day) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun) || is_holiday(day)
}

fn is_holiday(day: Day) -> bool {
    matches!((day.month(), day.day()), (5, 1..=5) | (10, 1..=7))
}

/// Divides person-times exactly among the days and the sites that count.
fn by_day_and_site(stream: &mut Stream, days: &[Day], total: i64, weight: impl Fn(Day) -> i64) -> Vec<(Day, Vec<i64>)> {
    let shares: Vec<i64> = SITES.iter().filter(|(.., counts, _)| *counts).map(|(.., share)| *share).collect();
    let mut weights = Vec::new();
    for day in days {
        let crowd = match (is_holiday(*day), is_free(*day)) {
            (true, _) => 260,
            (_, true) => 200,
            _ => 100,
        };
        let of_day = weight(*day) * crowd * stream.between(75, 125) / 100;
        weights.extend(shares.iter().map(|share| of_day * share * stream.between(85, 115) / 100));
    }
    let counts = apportion(total, &weights);
    days.iter().copied().zip(counts.chunks(shares.len()).map(<[i64]>::to_vec)).collect()
}

/// Records a day's counts at the sites that count and at those on the way, which part of the same visitors pass.
fn record_day(
    plan: &Plan,
    stream: &mut Stream,
    book: &mut Book,
    day: Day,
    mut visitors: Vec<i64>,
    counts: &mut Vec<visitor_count::Model>,
) {
    let total: i64 = visitors.iter().sum();
    let passing = SITES.iter().filter(|(.., counts, _)| !*counts);
    visitors.extend(passing.map(|(.., share)| total * share * stream.between(80, 120) / 100_000));
    let next = day + Duration::days(1);
    for (number, ((code, _, region, counts_towards_total, _), visitors)) in SITES.iter().zip(visitors).enumerate() {
        let make = |stream: &mut Stream, instant: Timestamp, visitors: i64| visitor_count::Model {
            id: stream.id(instant),
            site_code: (*code).to_owned(),
            region_code: RegionCode::from(*region),
            day,
            visitors: i32::try_from(visitors).unwrap_or(i32::MAX),
            counts_towards_total: *counts_towards_total,
            recorded_at: plan.stamp(instant),
            recorded_by: plan.clerk,
            replaced_at: None,
            void_reason: None,
            voided_by: None,
        };
        let (instant, corrected) = (plan.evening(day, number as i64), plan.evening(next, number as i64));
        let is_wrong = stream.happens(CORRECTED);
        let mut first = make(stream, instant, if is_wrong { visitors + visitors / 10 + 3 } else { visitors });
        let second = is_wrong.then(|| make(stream, corrected, visitors));
        if day > plan.today {
            continue;
        }
        let entry = visitor_counts::entry(&first);
        book.enter(plan, instant, vec![entry.clone()]);
        if let Some(second) = second.filter(|_| next <= plan.today) {
            first.replaced_at = Some(second.recorded_at);
            book.enter(plan, corrected, vec![entry.taken_back(), visitor_counts::entry(&second)]);
            counts.push(second);
        }
        counts.push(first);
    }
}
