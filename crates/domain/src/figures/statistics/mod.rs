//! Statistics: sums along the dimensions asked for, compared with the span before and with the year before.
//!
//! The kept totals answer them, so that they cost what their dimensions do and not what there are of records.

mod answer;
mod export;
mod measures;
mod names;
mod plan;
mod request;

pub use answer::{Counted, Earlier, Row};
pub use export::{About, Bounds, Export};
pub use measures::Measure;
pub use names::Names;
pub use plan::MOST_ROWS;
pub use request::{Compared, Dimension, Filter, Request, Subject};

use plan::Plan;
use request::{check_dimensions, known};

use crate::{check_span, registers::regions};
use store::{Database, bound, entity::registers::region, error::Result};
use types::{DaySpan, Scope, Timestamp};

/// Answers with rows in the order of their dimensions. Where all dimensions are periods, each period has a row, also
/// where nothing was recorded in it; without any dimension there is one row.
///
/// INVALID_INPUT on the field of `filter` that names nothing known, on `filter.to` before the first day or after the
/// running year, on `groupBy` where a dimension comes twice or weeks are to be compared beside months or years, on
/// `asOf` in the future. TOO_COMPLEX where there are more than 5,000 rows.
pub async fn statistics(
    database: &Database,
    scope: &Scope,
    request: Request,
    filter: Result<Filter>,
    as_of: Result<Option<Timestamp>>,
) -> Result<Vec<Row>> {
    let compared = request.compared;
    let (_, span, plan) = planned(database, scope, request, filter).await?;
    plan.empty_rows(span)?;
    let as_of = bound::close(database, as_of?).await?;
    database.read(async move |snapshot| plan.answer(&*snapshot, span, compared, as_of).await).await
}

/// The region, the days and how the rows are made, once all of what is asked for is known to be right.
async fn planned(
    database: &Database,
    scope: &Scope,
    request: Request,
    filter: Result<Filter>,
) -> Result<(region::Model, DaySpan, Plan)> {
    let region = regions::get_within(database.reader(), scope, &request.region_code, "filter.regionCode").await?;
    let filter = filter?;
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
    Ok((region, span, plan))
}
