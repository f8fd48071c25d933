//! Reports.

mod rows;
mod town;

pub(crate) use town::TownReport;

use async_graphql::SimpleObject;

use crate::graphql::scalar::{Decimal, int};
use domain::figures::reports;
use store::error::{Error, Result};

/// Annual averages.
#[derive(SimpleObject)]
pub(crate) struct AnnualAverages {
    /// The years of the range that are over and in which a sale, pre-sale, visitor or catering record still holds. Only
    /// these count: every average divides by their number. One entry per year.
    years: Vec<i32>,
    /// The years of the range that are not over on the day of `asOf`. They are in no average. One entry per year.
    left_out: Vec<i32>,
    /// Average person-times per year, rounded half up. Null if no year counts.
    visitors: Option<i32>,
    /// Average produce revenue in yuan, rounded half up to the fen. Null if no year counts.
    produce_revenue_yuan: Option<Decimal>,
    /// Average catering increase in yuan, rounded half up to the fen. Null where no month of a
    /// year counts.
    catering_increase_yuan: Option<Decimal>,
}

impl TryFrom<reports::AnnualAverages> for AnnualAverages {
    type Error = Error;

    fn try_from(averages: reports::AnnualAverages) -> Result<Self> {
        let reports::AnnualAverages { years, left_out, visitors, produce_revenue, catering_increase } = averages;
        Ok(Self {
            years,
            left_out,
            visitors: visitors.map(int).transpose()?,
            produce_revenue_yuan: produce_revenue.map(Decimal::from),
            catering_increase_yuan: catering_increase.map(Decimal::from),
        })
    }
}
