//! Reports.

mod town;

pub(crate) use town::TownReport;

use async_graphql::SimpleObject;

use crate::graphql::scalar::{Decimal, int};
use domain::figures::reports;
use store::error::{Error, Result};

/// Annual averages.
#[derive(SimpleObject)]
pub(crate) struct AnnualAverages {
    /// The years of the range that have any sale, pre-sale, visitor or catering record. Only these count: every average
    /// divides by their number. One entry per year.
    years: Vec<i32>,
    /// Average person-times per year, rounded half up. Null if no year counts.
    visitors: Option<i32>,
    /// Average produce revenue in yuan, rounded half up to the fen. Null if no year counts.
    produce_revenue_yuan: Option<Decimal>,
    /// Average catering increase in yuan, rounded half up to the fen. Null if no year counts, or without a baseline.
    catering_increase_yuan: Option<Decimal>,
}

impl TryFrom<reports::AnnualAverages> for AnnualAverages {
    type Error = Error;

    fn try_from(averages: reports::AnnualAverages) -> Result<Self> {
        let reports::AnnualAverages { years, visitors, produce_revenue, catering_increase } = averages;
        Ok(Self {
            years,
            visitors: visitors.map(int).transpose()?,
            produce_revenue_yuan: produce_revenue.map(Decimal::from),
            catering_increase_yuan: catering_increase.map(Decimal::from),
        })
    }
}
