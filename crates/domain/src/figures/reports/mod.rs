//! Reports: every figure that a town publishes, as sums over the ledger. docs/FIGURES.md defines each one.

mod feed;
mod lines;
mod means;
mod recent;
mod sentence;
mod takings;
mod town;

pub use feed::{FEED_REFRESH, ReportFeeds, watch};
pub use lines::{Line, Row, Value};
pub(crate) use means::ON_RECORD;
pub use means::{AnnualAverages, Years, annual_averages, years_of};
pub use recent::RecentReports;
pub use sentence::Sentence;
pub(crate) use takings::Comparison;
pub use town::{
    ProductOutput, ProductRevenue, Subject, TownReport, VarietyArea, VarietyRevenue, present, readable, town_report,
};
pub(crate) use town::{check_begun, compute};

use store::error::{Error, Result};
use types::Day;

fn first_day_of(year: i32) -> Day {
    Day::from_ymd_opt(year, 1, 1).unwrap_or_default()
}

fn texts<const N: usize>(facets: Vec<String>) -> Result<[String; N]> {
    facets
        .try_into()
        .map_err(|_| Error::from(sea_orm::DbErr::Custom("the ledger answered another question".to_owned())))
}

/// The first day of a month written as 2024-03.
fn month_of(text: &str) -> Result<Day> {
    format!("{text}-01").parse().map_err(Error::internal)
}
