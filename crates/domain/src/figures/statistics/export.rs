//! Exports: statistics with many rows, computed in chunks, so that no more than one chunk is in memory at a time.
//!
//! A chunk is a few whole periods, answered like any statistic. The bound is closed once, at the start. Figures as of
//! it never change, so the chunks need no common snapshot. Periods therefore come before all other dimensions.

use super::{
    Compared, Filter, Names, Plan, Request, Row, Subject,
    plan::{too_many_rows, too_many_rows_at_once},
    planned,
};
use crate::installation;
use store::{
    Database, bound,
    entity::registers::region,
    error::{Error, ErrorCode, Result},
};
use types::{Day, DaySpan, RegionCode, Timestamp};

/// The number of periods in the first chunk. The size of each later chunk depends on the number of rows in the one
/// before.
const FIRST_PERIODS: usize = 16;

/// The limits on the number of rows.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Total rows.
    pub rows: usize,
    /// Rows in a chunk of several periods.
    pub chunk_rows: usize,
    /// Rows in a single period, or in total without periods. A chunk cannot be smaller than that.
    pub period_rows: usize,
}

/// The description of an export.
#[derive(Debug, Clone)]
pub struct About {
    /// The region's code.
    pub region_code: RegionCode,
    /// The region's name.
    pub region_name: String,
    /// The span of days.
    pub span: DaySpan,
    /// The requested comparisons.
    pub compared: Compared,
    /// The instant of the figures. The same request with this instant gives the same export.
    pub as_of: Timestamp,
    /// The instant of computation.
    pub made_at: Timestamp,
    /// Whether the records are a demonstration.
    pub is_demo: bool,
}

/// An export in progress.
pub struct Export {
    /// Its description.
    pub about: About,
    /// The names of the codes in the rows so far.
    pub names: Names,
    database: Database,
    plan: Plan,
    bounds: Bounds,
    /// The first day of each period. A single None without periods.
    periods: Vec<Option<Day>>,
    /// The number of periods that are done, and the number to try next.
    done: usize,
    next: usize,
    /// The number of rows so far.
    rows: usize,
}

/// An export whose request has been checked.
pub struct PlannedExport {
    region: region::Model,
    span: DaySpan,
    compared: Compared,
    plan: Plan,
    bounds: Bounds,
    periods: Vec<Option<Day>>,
}

impl PlannedExport {
    /// Checks the request like that of a statistic. TOO_COMPLEX if it is already known that there are too many rows.
    pub async fn of(
        database: &Database,
        region: region::Model,
        request: Request,
        filter: Filter,
        bounds: Bounds,
    ) -> Result<Self> {
        let compared = request.compared;
        let (span, mut plan) = planned(database, &region, request, filter).await?;
        plan.dimensions.sort_by_key(|dimension| dimension.length().is_none());
        let periods = plan.periods(span);
        if plan.has_periods_alone() && periods.len() > bounds.rows {
            return Err(too_many_rows(bounds.rows));
        }
        Ok(Self { region, span, compared, plan, bounds, periods })
    }

    /// Begins the export, and closes the bound. INVALID_INPUT on `asOf` in the future.
    pub async fn begin(self, database: &Database, as_of: Option<Timestamp>) -> Result<Export> {
        let Self { region, span, compared, plan, bounds, periods } = self;
        let about = About {
            region_code: region.code,
            region_name: region.name,
            span,
            compared,
            as_of: bound::close(database, as_of).await?,
            made_at: database.clock().now(),
            is_demo: installation::is_demo(database.reader()).await?,
        };
        let (names, database) = (Names::default(), database.clone());
        Ok(Export { about, names, database, plan, bounds, periods, done: 0, next: FIRST_PERIODS, rows: 0 })
    }
}

impl Export {
    /// The dimensions of the rows: periods first, then the others in the requested order.
    pub fn dimensions(&self) -> &[super::Dimension] {
        &self.plan.dimensions
    }

    /// The subject.
    pub fn subject(&self) -> Subject {
        self.plan.subject
    }

    /// The next rows. None at the end. TOO_COMPLEX if there are more rows than allowed.
    pub async fn next(&mut self) -> Result<Option<Vec<Row>>> {
        while self.done < self.periods.len() {
            let tried = self.next.min(self.periods.len() - self.done);
            let rows = match self.chunk(tried).await {
                Err(error) if error.code == ErrorCode::TooComplex && tried > 1 => {
                    self.next = tried / 2;
                    continue;
                }
                rows => rows?,
            };
            self.done += tried;
            self.rows += rows.len();
            if self.rows > self.bounds.rows {
                return Err(too_many_rows(self.bounds.rows));
            }
            if rows.len() < self.bounds.chunk_rows / 2 {
                self.next = tried * 2;
            }
            if !rows.is_empty() {
                self.names.learn(self.database.reader(), &self.plan.dimensions, &rows).await?;
                return Ok(Some(rows));
            }
        }
        Ok(None)
    }

    /// The rows of the next `periods` periods.
    async fn chunk(&self, periods: usize) -> Result<Vec<Row>> {
        let (about, bounds) = (&self.about, self.bounds);
        let begins = |position: usize| self.periods.get(position).copied().flatten();
        let from = begins(self.done).unwrap_or(about.span.from);
        let to = begins(self.done + periods).and_then(|next| next.pred_opt()).unwrap_or(about.span.to);
        let most = if periods == 1 { bounds.period_rows } else { bounds.chunk_rows };
        let plan = Plan { most, ..self.plan.clone() };
        let (compared, as_of) = (about.compared, about.as_of);
        let answer = async move |snapshot: std::sync::Arc<_>| {
            plan.answer(&snapshot, DaySpan { from, to }, compared, as_of).await
        };
        let rows = self.database.read(answer).await;
        // An error with a cause is a query that took too long. Its own message is kept.
        let is_too_many = |error: &Error| error.code == ErrorCode::TooComplex && error.cause.is_none();
        rows.map_err(|error| if is_too_many(&error) { too_many_rows_at_once(most) } else { error })
    }
}
