//! The periods that a town reports on: a year, and its halves, quarters and months.

use std::ops::RangeInclusive;

use sea_orm::{DeriveActiveEnum, EnumIter};

use super::{Day, DaySpan, last_day_of_month};

/// A year or a part of a year that is reported on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "UPPERCASE")]
#[cfg_attr(feature = "graphql", graphql(rename_items = "UPPERCASE"))]
pub enum ReportPeriod {
    /// The whole year (全年).
    #[default]
    Year,
    /// January to June (上半年).
    H1,
    /// July to December (下半年).
    H2,
    /// January to March (第一季度).
    Q1,
    /// April to June (第二季度).
    Q2,
    /// July to September (第三季度).
    Q3,
    /// October to December (第四季度).
    Q4,
    /// January.
    M01,
    /// February.
    M02,
    /// March.
    M03,
    /// April.
    M04,
    /// May.
    M05,
    /// June.
    M06,
    /// July.
    M07,
    /// August.
    M08,
    /// September.
    M09,
    /// October.
    M10,
    /// November.
    M11,
    /// December.
    M12,
}

impl ReportPeriod {
    /// Its months, counted from 1.
    pub fn months(self) -> RangeInclusive<u32> {
        match self {
            Self::Year => 1..=12,
            Self::H1 => 1..=6,
            Self::H2 => 7..=12,
            Self::Q1 => 1..=3,
            Self::Q2 => 4..=6,
            Self::Q3 => 7..=9,
            Self::Q4 => 10..=12,
            Self::M01 => 1..=1,
            Self::M02 => 2..=2,
            Self::M03 => 3..=3,
            Self::M04 => 4..=4,
            Self::M05 => 5..=5,
            Self::M06 => 6..=6,
            Self::M07 => 7..=7,
            Self::M08 => 8..=8,
            Self::M09 => 9..=9,
            Self::M10 => 10..=10,
            Self::M11 => 11..=11,
            Self::M12 => 12..=12,
        }
    }

    /// The name of the period in a year, in Chinese and English: 2024年第一季度, the first quarter of 2024.
    pub fn name(self, year: i32) -> (String, String) {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let part = |zh: &str, en: &str| (format!("{year}年{zh}"), format!("the {en} of {year}"));
        match self {
            Self::Year => (format!("{year}年"), year.to_string()),
            Self::H1 => part("上半年", "first half"),
            Self::H2 => part("下半年", "second half"),
            Self::Q1 => part("第一季度", "first quarter"),
            Self::Q2 => part("第二季度", "second quarter"),
            Self::Q3 => part("第三季度", "third quarter"),
            Self::Q4 => part("第四季度", "fourth quarter"),
            _ => {
                let month = *self.months().start();
                let name = MONTHS.iter().zip(1..).find(|(_, number)| *number == month).map_or("", |(name, _)| name);
                (format!("{year}年{month}月"), format!("{name} {year}"))
            }
        }
    }

    /// Its days in a year.
    pub fn days_of(self, year: i32) -> DaySpan {
        let first_of = |month: &u32| Day::from_ymd_opt(year, *month, 1).unwrap_or_default();
        let months = self.months();
        DaySpan { from: first_of(months.start()), to: last_day_of_month(first_of(months.end())) }
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::{ActiveEnum, Iterable};

    use super::*;

    fn days(period: ReportPeriod, year: i32) -> (String, String) {
        let DaySpan { from, to } = period.days_of(year);
        (from.to_string(), to.to_string())
    }

    #[test]
    fn periods_have_whole_months() {
        assert_eq!(days(ReportPeriod::Year, 2024), ("2024-01-01".into(), "2024-12-31".into()));
        assert_eq!(days(ReportPeriod::H1, 2024), ("2024-01-01".into(), "2024-06-30".into()));
        assert_eq!(days(ReportPeriod::H2, 2024), ("2024-07-01".into(), "2024-12-31".into()));
        assert_eq!(days(ReportPeriod::Q3, 2024), ("2024-07-01".into(), "2024-09-30".into()));
        assert_eq!(days(ReportPeriod::M02, 2024), ("2024-02-01".into(), "2024-02-29".into()));
        assert_eq!(days(ReportPeriod::M02, 2023), ("2023-02-01".into(), "2023-02-28".into()));
    }

    /// Halves, quarters and months each make up the year without overlap.
    #[test]
    fn parts_make_up_the_year() {
        use ReportPeriod::{H1, H2, Q1, Q2, Q3, Q4};
        for parts in [vec![H1, H2], vec![Q1, Q2, Q3, Q4], ReportPeriod::iter().skip(7).collect()] {
            let days: Vec<Day> = parts.into_iter().flat_map(|part| part.days_of(2024).days()).collect();
            assert_eq!(days, ReportPeriod::Year.days_of(2024).days().collect::<Vec<_>>());
        }
    }

    #[test]
    fn people_call_a_period_by_its_name() {
        let name = |period: ReportPeriod| period.name(2024);
        assert_eq!(name(ReportPeriod::Year), ("2024年".into(), "2024".into()));
        assert_eq!(name(ReportPeriod::H2), ("2024年下半年".into(), "the second half of 2024".into()));
        assert_eq!(name(ReportPeriod::Q1), ("2024年第一季度".into(), "the first quarter of 2024".into()));
        assert_eq!(name(ReportPeriod::M12), ("2024年12月".into(), "December 2024".into()));
    }

    #[test]
    fn a_period_is_stored_by_its_name() {
        assert_eq!(
            (ReportPeriod::Year.to_value(), ReportPeriod::M01.to_value()),
            ("YEAR".to_owned(), "M01".to_owned())
        );
    }
}
