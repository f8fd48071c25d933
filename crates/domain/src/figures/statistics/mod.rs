//! Statistics: sums along the requested dimensions, compared with the span before and with the year before.
//!
//! They are computed from the stored totals. Their cost depends on the dimensions, and not on the number of records.

mod answer;
mod export;
mod measures;
mod names;
mod plan;
mod request;

pub use answer::{Counted, Earlier, Row};
pub use export::{About, Bounds, Export, PlannedExport};
pub use measures::Measure;
pub use names::Names;
pub use plan::MOST_ROWS;
pub use request::{Compared, Dimension, Filter, Request, Subject};

use plan::Plan;
use request::{check_dimensions, known};

use crate::check_span;
use store::{Database, bound, entity::registers::region, error::Result};
use types::{DaySpan, Timestamp};

/// A statistic whose request has been checked.
pub struct Statistic {
    span: DaySpan,
    compared: Compared,
    plan: Plan,
}

impl Statistic {
    /// Checks the request of a statistic of a region.
    ///
    /// INVALID_INPUT on a field of `filter` that names something unknown, on `filter.to` before the first day or after
    /// the current year, and on `groupBy` if a dimension occurs twice or if weeks are to be compared together with
    /// months or years. TOO_COMPLEX if it is already known that there are more than 5,000 rows.
    pub async fn of(database: &Database, region: &region::Model, request: Request, filter: Filter) -> Result<Self> {
        let compared = request.compared;
        let (span, plan) = planned(database, region, request, filter).await?;
        plan.empty_rows(span)?;
        Ok(Self { span, compared, plan })
    }

    /// The rows, in the order of their dimensions. If all dimensions are periods, each period has a row, even without
    /// any record. Without dimensions there is one row. INVALID_INPUT on `asOf` in the future. TOO_COMPLEX if there are
    /// more than 5,000 rows.
    pub async fn rows(self, database: &Database, as_of: Option<Timestamp>) -> Result<Vec<Row>> {
        let Self { span, compared, plan } = self;
        let as_of = bound::close(database, as_of).await?;
        database.read(async move |snapshot| plan.answer(&snapshot, span, compared, as_of).await).await
    }
}

/// Checks a request, and returns its days and its plan.
async fn planned(
    database: &Database,
    region: &region::Model,
    request: Request,
    filter: Filter,
) -> Result<(DaySpan, Plan)> {
    let span = filter.span;
    check_span(span, database.clock().today())?;
    let only = known(database.reader(), filter).await?;
    check_dimensions(&request)?;
    let plan = Plan {
        subject: request.subject,
        region: region.code.clone(),
        dimensions: request.group_by,
        only,
        most: MOST_ROWS,
    };
    Ok((span, plan))
}
