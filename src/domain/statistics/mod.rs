//! Statistics: sums along the dimensions asked for, compared with the span before and with the year before.
//!
//! The kept totals answer them, so that they cost what their dimensions do and not what there are of records.

mod answer;
mod plan;
mod request;

pub use answer::{Counted, Earlier, Row};
pub use plan::MOST_ROWS;
pub use request::{Compared, Dimension, Filter, Request, Subject};

use plan::Plan;
use request::{check_dimensions, known};

use super::{check_span, regions};
use crate::{
    db::{Database, bound},
    error::Result,
    types::{Scope, Timestamp},
};

/// Answers with rows in the order of their dimensions. Where all dimensions are periods, each period has a row, also where nothing was
/// recorded in it; without any dimension there is one row.
///
/// INVALID_INPUT on the field of `filter` that names nothing known, on `filter.to` before the first day or after the running year, on
/// `groupBy` where a dimension comes twice or weeks are to be compared beside months or years, on `asOf` in the future. TOO_COMPLEX where
/// there are more than 5,000 rows.
pub async fn statistics(
    database: &Database,
    scope: &Scope,
    request: Request,
    filter: Result<Filter>,
    as_of: Result<Option<Timestamp>>,
) -> Result<Vec<Row>> {
    let region = regions::known_within(database.reader(), scope, &request.region_code, "filter.regionCode").await?;
    let filter = filter?;
    let span = filter.span;
    check_span(span, database.clock().today())?;
    let only = known(database.reader(), filter).await?;
    check_dimensions(&request)?;
    let plan = Plan { subject: request.subject, region: region.code, dimensions: request.group_by, only };
    plan.empty_rows(span)?;
    let as_of = bound::close(database, as_of?).await?;
    database.read(async move |snapshot| plan.answer(&*snapshot, span, request.compared, as_of).await).await
}
