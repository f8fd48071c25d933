//! Business days of the town, and instants in UTC.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, SecondsFormat, TimeDelta, TimeZone, Utc};
use chrono_tz::Asia::Shanghai;
use sea_orm::DeriveValueType;

use super::Problem;

/// A business date: a calendar day in Asia/Shanghai.
pub type Day = NaiveDate;

/// The first year that records may belong to.
pub const FIRST_YEAR: i32 = 1949;

/// Parses a day from 1949 on, in full ISO 8601 form.
pub fn day(text: &str) -> Result<Day, Problem> {
    text.parse::<Day>()
        .ok()
        .filter(|day| day.to_string() == text && (FIRST_YEAR..=9999).contains(&day.year()))
        .ok_or_else(|| {
            Problem::new(
                format!("应为 {FIRST_YEAR} 年以后的日期，格式 2024-03-21"),
                format!("expected a day from {FIRST_YEAR} on, written as 2024-03-21"),
            )
        })
}

/// An instant in UTC, stored as whole microseconds since 1970, so that both databases store and order it alike.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, DeriveValueType)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// The machine's time.
    #[expect(clippy::disallowed_methods, reason = "this is where the program's clock reads the machine's time")]
    pub fn now() -> Self {
        Self(Utc::now().timestamp_micros())
    }

    /// Noon of a business day in the town, for records that have a day but no instant.
    pub fn noon_of(day: Day) -> Self {
        let noon = day.and_hms_opt(12, 0, 0).and_then(|local| Shanghai.from_local_datetime(&local).earliest());
        Self(noon.map_or(0, |instant| instant.timestamp_micros()))
    }

    /// The first instant of a business day in the town. Normally it is midnight. If clocks were put forward at
    /// midnight, as on 1949-05-01, there is no midnight and the day begins later.
    pub fn beginning_of(day: Day) -> Self {
        let midnight = day.and_time(NaiveTime::MIN);
        let mut minutes = (0..24 * 60).map(|minute| midnight + TimeDelta::minutes(minute));
        let first = minutes.find_map(|local| Shanghai.from_local_datetime(&local).earliest());
        Self(first.map_or(0, |instant| instant.timestamp_micros()))
    }

    /// Parses an RFC 3339 instant with any offset, at most to the microsecond.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let problem = || {
            Problem::new(
                "应为 RFC 3339 时间，最多精确到微秒，例如 \"2024-03-21T08:00:00.123456Z\"",
                "expected an RFC 3339 instant of at most microseconds, such as \"2024-03-21T08:00:00.123456Z\"",
            )
        };
        let instant = DateTime::parse_from_rfc3339(text).map_err(|_| problem())?;
        // chrono represents the leap second 23:59:60 with more than a thousand milliseconds. It has no place among
        // the microseconds of a day.
        let nanoseconds = instant.timestamp_subsec_nanos();
        if nanoseconds % 1000 != 0 || nanoseconds >= 1_000_000_000 {
            return Err(problem());
        }
        Ok(Self(instant.timestamp_micros()))
    }

    /// The business day that the instant falls on in the town.
    pub fn day(self) -> Day {
        Shanghai.timestamp_micros(self.0).earliest().map_or(Day::MIN, |local| local.date_naive())
    }

    /// The instant as shown by a clock in the town, truncated to the minute: "2026-11-24 12:00".
    pub fn in_town(self) -> String {
        Shanghai
            .timestamp_micros(self.0)
            .earliest()
            .map_or_else(String::new, |local| local.format("%Y-%m-%d %H:%M").to_string())
    }

    /// The instant this many microseconds later.
    pub fn plus(self, microseconds: i64) -> Self {
        Self(self.0.saturating_add(microseconds))
    }
}

impl std::fmt::Display for Timestamp {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let instant = DateTime::<Utc>::from_timestamp_micros(self.0).unwrap_or_default();
        formatter.write_str(&instant.to_rfc3339_opts(SecondsFormat::Micros, true))
    }
}

/// The season of fruit that is sold without a lot: the year in which the crop's harvest began. A sale in a month before
/// the variety's first harvest month belongs to the previous year's crop.
pub fn season_of_sale(day: Day, harvest_start_month: i32) -> i32 {
    if i32::try_from(day.month()).is_ok_and(|month| month < harvest_start_month) { day.year() - 1 } else { day.year() }
}

/// 1 January.
pub fn first_day_of_year(year: i32) -> Day {
    Day::from_ymd_opt(year, 1, 1).unwrap_or(Day::MAX)
}

/// The season of fruit by the day on which it was picked: the year whose harvest months lie nearest to that day. The
/// harvest may run past the end of the year. Of two that are equally near it is the earlier one, because fruit is
/// rather left on the tree than picked months too early.
pub fn season_of_picking(day: Day, harvest_start_month: i32, harvest_end_month: i32) -> i32 {
    let first_day = |year, month: i32| {
        u32::try_from(month).ok().and_then(|month| Day::from_ymd_opt(year, month, 1)).unwrap_or_default()
    };
    let distance = |season: i32| {
        let first = first_day(season, harvest_start_month);
        let ends_in = season + i32::from(harvest_end_month < harvest_start_month);
        let last = last_day_of_month(first_day(ends_in, harvest_end_month));
        (first - day).max(day - last).num_days().max(0)
    };
    let seasons = [day.year() - 1, day.year(), day.year() + 1];
    seasons.into_iter().min_by_key(|season| (distance(*season), *season)).unwrap_or(day.year())
}

/// 31 December.
pub fn last_day_of_year(year: i32) -> Day {
    Day::from_ymd_opt(year, 12, 31).unwrap_or(Day::MAX)
}

/// The last day of the month that contains `day`.
pub fn last_day_of_month(day: Day) -> Day {
    let days = i64::from(day.num_days_in_month()) - i64::from(day.day());
    day + chrono::Duration::days(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn the_year_turns_at_midnight_in_the_town() {
        let last = Timestamp::parse("2024-12-31T15:59:59.999999Z").expect("an instant");
        assert_eq!(last.day(), day("2024-12-31"));
        assert_eq!(last.plus(1).day(), day("2025-01-01"));
        assert_eq!(Timestamp::beginning_of(day("2025-01-01")), last.plus(1));
        assert_eq!(
            (last.in_town().as_str(), last.plus(1).in_town().as_str()),
            ("2024-12-31 23:59", "2025-01-01 00:00")
        );
        assert_eq!(last.to_string(), "2024-12-31T15:59:59.999999Z");
        assert_eq!(Timestamp::parse("2025-01-01T00:00:00+08:00"), Ok(last.plus(1)));
    }

    /// Including days without a midnight, and days on which clocks showed an hour twice.
    #[test]
    fn every_day_begins_where_the_day_before_ends() {
        let days = day("1949-01-01").iter_days().take_while(|day| day.year() < 2030);
        for today in days {
            let beginning = Timestamp::beginning_of(today);
            assert_eq!((beginning.day(), beginning.plus(-1).day()), (today, today.pred_opt().expect("a day")));
        }
        assert_eq!(Timestamp::beginning_of(day("1949-05-01")).in_town(), "1949-05-01 01:00");
    }

    #[test]
    fn finer_than_microseconds_or_no_instant_is_refused() {
        for text in [
            "2024-03-21",
            "2024-03-21T08:00:00",
            "2024-03-21T08:00:00.1234567Z",
            "2024-02-30T08:00:00Z",
            "2016-12-31T23:59:60Z",
            "",
        ] {
            assert!(Timestamp::parse(text).is_err(), "{text:?} was read");
        }
    }

    #[test]
    fn a_season_begins_with_its_harvest() {
        assert_eq!(season_of_sale(day("2025-01-15"), 11), 2024);
        assert_eq!(season_of_sale(day("2024-11-01"), 11), 2024);
        assert_eq!(season_of_sale(day("2024-07-01"), 7), 2024);
        assert_eq!(season_of_sale(day("2024-06-30"), 7), 2023);
    }

    #[test]
    fn fruit_is_of_the_season_whose_harvest_is_nearest() {
        for (picked, (from, to), season) in [
            // July to September.
            ("2026-08-01", (7, 9), 2026),
            ("2026-06-28", (7, 9), 2026),
            ("2026-10-05", (7, 9), 2026),
            ("2026-02-13", (7, 9), 2025),
            ("2026-02-14", (7, 9), 2025),
            ("2026-02-15", (7, 9), 2026),
            // November to March: January is still last year's.
            ("2026-10-29", (11, 3), 2026),
            ("2026-11-01", (11, 3), 2026),
            ("2027-01-15", (11, 3), 2026),
            ("2027-03-31", (11, 3), 2026),
            ("2027-04-02", (11, 3), 2026),
            ("2027-10-20", (11, 3), 2027),
            // January and February: a few days before the new year belong to it.
            ("2026-12-29", (1, 2), 2027),
            ("2027-02-28", (1, 2), 2027),
            // A single month, and all year round.
            ("2026-05-31", (5, 5), 2026),
            ("2026-04-30", (5, 4), 2025),
            ("2026-05-01", (5, 4), 2026),
            ("2026-12-31", (1, 12), 2026),
        ] {
            assert_eq!(season_of_picking(day(picked), from, to), season, "{picked}, months {from} to {to}");
        }
    }

    #[test]
    fn months_end_on_their_last_day() {
        assert_eq!(last_day_of_month(day("2024-02-01")), day("2024-02-29"));
        assert_eq!(last_day_of_month(day("2024-12-31")), day("2024-12-31"));
    }
}
