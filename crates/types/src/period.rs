//! Days, weeks, months and years, by which statistics are grouped, and the spans that they are compared with.

use chrono::{Datelike, Duration, Months};

use super::{Day, last_day_of_month, last_day_of_year};

/// The length of a period, shortest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Length {
    /// A day.
    Day,
    /// A week from Monday to Sunday. It belongs to the year of its Thursday (ISO 8601).
    Week,
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
}

/// A day, a week, a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    first: Day,
    length: Length,
}

impl Period {
    /// The period that contains a day.
    pub fn of(length: Length, day: Day) -> Self {
        let first = match length {
            Length::Day => Some(day),
            Length::Week => Some(day - Duration::days(i64::from(day.weekday().num_days_from_monday()))),
            Length::Month => day.with_day(1),
            Length::Year => Day::from_ymd_opt(day.year(), 1, 1),
        };
        Self { first: first.unwrap_or(day), length }
    }

    /// Its first day.
    pub fn first(self) -> Day {
        self.first
    }

    /// Its last day.
    pub fn last(self) -> Day {
        match self.length {
            Length::Day => self.first,
            Length::Week => self.first + Duration::days(6),
            Length::Month => last_day_of_month(self.first),
            Length::Year => last_day_of_year(self.first.year()),
        }
    }

    /// The preceding period.
    #[must_use]
    pub fn before(self) -> Self {
        Self::of(self.length, self.first - Duration::days(1))
    }

    /// The same period of the year before. For 29 February it is 28 February, and for a week the week 52 weeks
    /// before.
    #[must_use]
    pub fn a_year_before(self) -> Self {
        let first = match self.length {
            Length::Week => self.first - DAYS_OF_52_WEEKS,
            Length::Day | Length::Month | Length::Year => self.first - Months::new(12),
        };
        Self { first, length: self.length }
    }
}

const DAYS_OF_52_WEEKS: Duration = Duration::days(364);

/// Written as 2024-03-21, 2024-W12, 2024-03 or 2024.
impl std::fmt::Display for Period {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { first, length } = self;
        match length {
            Length::Day => write!(formatter, "{first}"),
            Length::Week => write!(formatter, "{}", first.format("%G-W%V")),
            Length::Month => write!(formatter, "{}", first.format("%Y-%m")),
            Length::Year => write!(formatter, "{}", first.format("%Y")),
        }
    }
}

/// A span of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaySpan {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

impl DaySpan {
    /// Every day of it.
    pub fn days(self) -> impl Iterator<Item = Day> {
        self.from.iter_days().take_while(move |day| *day <= self.to)
    }

    /// The days that it shares with a period.
    #[must_use]
    pub fn within(self, period: Period) -> Self {
        Self { from: self.from.max(period.first()), to: self.to.min(period.last()) }
    }

    /// The earlier days for comparison. If the days are grouped by periods of a length, each is compared with the
    /// preceding period. Otherwise it is the span of the same length that ends on the day before. A span of whole
    /// months is compared with the same number of whole months.
    #[must_use]
    pub fn before(self, grouping: Option<Length>) -> Self {
        match grouping {
            Some(Length::Day) => self.earlier_by(Duration::days(1)),
            Some(Length::Week) => self.earlier_by(Duration::days(7)),
            Some(Length::Month) => self.months_before(1),
            Some(Length::Year) => self.months_before(12),
            None if self.from.day() == 1 && last_day_of_month(self.to) == self.to => self.months_before(self.months()),
            None => self.earlier_by(self.to - self.from + Duration::days(1)),
        }
    }

    /// The same days of the year before. For weeks, they are 52 weeks earlier. A span that ends on the last day of a
    /// month ends there again.
    #[must_use]
    pub fn a_year_before(self, grouping: Option<Length>) -> Self {
        match grouping {
            Some(Length::Week) => self.earlier_by(DAYS_OF_52_WEEKS),
            Some(Length::Day) => self.years_before(1),
            Some(Length::Month | Length::Year) | None => self.months_before(12),
        }
    }

    /// The same calendar days this many years before. 29 February becomes 28 February.
    #[must_use]
    pub fn years_before(self, years: u32) -> Self {
        let months = Months::new(12 * years);
        Self { from: self.from - months, to: self.to - months }
    }

    /// The whole months that contain its days.
    #[must_use]
    pub fn whole_months(self) -> Self {
        Self { from: Period::of(Length::Month, self.from).first(), to: last_day_of_month(self.to) }
    }

    fn earlier_by(self, duration: Duration) -> Self {
        Self { from: self.from - duration, to: self.to - duration }
    }

    /// A span that ends on the last day of a month ends on the last day of a month again.
    fn months_before(self, months: u32) -> Self {
        let to = self.to - Months::new(months);
        let ends_a_month = last_day_of_month(self.to) == self.to;
        Self { from: self.from - Months::new(months), to: if ends_a_month { last_day_of_month(to) } else { to } }
    }

    /// The number of calendar months that it touches.
    fn months(self) -> u32 {
        self.to.years_since(self.from).unwrap_or_default() * 12 + (self.to.month() + 12 - self.from.month()) % 12 + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn span(from: &str, to: &str) -> DaySpan {
        DaySpan { from: day(from), to: day(to) }
    }

    #[test]
    fn periods_are_written_as_people_write_them() {
        let written = |length, text| Period::of(length, day(text)).to_string();
        assert_eq!(written(Length::Day, "2024-03-21"), "2024-03-21");
        assert_eq!(written(Length::Week, "2024-03-21"), "2024-W12");
        assert_eq!(written(Length::Month, "2024-03-21"), "2024-03");
        assert_eq!(written(Length::Year, "2024-03-21"), "2024");
    }

    #[test]
    fn a_week_belongs_to_the_year_of_its_thursday() {
        let week = |text| Period::of(Length::Week, day(text)).to_string();
        assert_eq!(
            (week("2020-12-31"), week("2021-01-03"), week("2021-01-04")),
            ("2020-W53".into(), "2020-W53".into(), "2021-W01".into())
        );
        assert_eq!(
            (week("2023-12-31"), week("2024-01-01"), week("2024-12-30")),
            ("2023-W52".into(), "2024-W01".into(), "2025-W01".into())
        );
    }

    #[test]
    fn periods_have_one_before_and_one_a_year_before() {
        let around = |length, text| {
            let period = Period::of(length, day(text));
            (period.before().to_string(), period.a_year_before().to_string())
        };
        assert_eq!(around(Length::Day, "2024-03-01"), ("2024-02-29".into(), "2023-03-01".into()));
        assert_eq!(around(Length::Day, "2024-02-29"), ("2024-02-28".into(), "2023-02-28".into()));
        assert_eq!(around(Length::Week, "2021-01-01"), ("2020-W52".into(), "2020-W01".into()));
        assert_eq!(around(Length::Month, "2024-01-31"), ("2023-12".into(), "2023-01".into()));
        assert_eq!(around(Length::Year, "2024-06-30"), ("2023".into(), "2023".into()));
    }

    #[test]
    fn the_span_before_is_as_long() {
        assert_eq!(span("2024-01-01", "2024-12-31").before(None), span("2023-01-01", "2023-12-31"));
        assert_eq!(span("2024-02-01", "2024-02-29").before(None), span("2024-01-01", "2024-01-31"));
        assert_eq!(span("2024-03-01", "2024-03-31").before(None), span("2024-02-01", "2024-02-29"));
        assert_eq!(span("2023-01-01", "2024-12-31").before(None), span("2021-01-01", "2022-12-31"));
        assert_eq!(span("2023-11-01", "2024-01-31").before(None), span("2023-08-01", "2023-10-31"));
        assert_eq!(span("2022-11-01", "2024-01-31").before(None), span("2021-08-01", "2022-10-31"));
        assert_eq!(span("2024-03-15", "2024-03-31").before(None), span("2024-02-27", "2024-03-14"));
        assert_eq!(span("2024-03-15", "2024-06-30").before(Some(Length::Month)), span("2024-02-15", "2024-05-31"));
        assert_eq!(span("2024-03-04", "2024-03-10").before(Some(Length::Week)), span("2024-02-26", "2024-03-03"));
    }

    #[test]
    fn days_lie_in_whole_months() {
        assert_eq!(span("2024-02-29", "2024-03-01").whole_months(), span("2024-02-01", "2024-03-31"));
        assert_eq!(span("2024-12-31", "2024-12-31").whole_months(), span("2024-12-01", "2024-12-31"));
    }

    #[test]
    fn the_year_before_keeps_to_the_calendar() {
        assert_eq!(span("2024-01-01", "2024-12-31").a_year_before(None), span("2023-01-01", "2023-12-31"));
        assert_eq!(span("2025-02-01", "2025-02-28").a_year_before(None), span("2024-02-01", "2024-02-29"));
        assert_eq!(span("2024-02-10", "2024-02-29").a_year_before(None), span("2023-02-10", "2023-02-28"));
        assert_eq!(span("2024-02-29", "2024-02-29").a_year_before(Some(Length::Day)), span("2023-02-28", "2023-02-28"));
        assert_eq!(span("2024-02-20", "2024-02-29").years_before(1), span("2023-02-20", "2023-02-28"));
        assert_eq!(span("2025-02-20", "2025-02-28").years_before(1), span("2024-02-20", "2024-02-28"));
        assert_eq!(span("2026-12-30", "2027-01-03").years_before(3), span("2023-12-30", "2024-01-03"));
        assert_eq!(
            span("2020-12-28", "2021-01-03").a_year_before(Some(Length::Week)),
            span("2019-12-30", "2020-01-05")
        );
    }
}
