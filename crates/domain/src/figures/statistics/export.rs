//! Exports: statistics of as many rows as there may be, made a chunk at a time, so that no more than a chunk is ever
//! held.
//!
//! A chunk is a few whole periods, answered as any statistic is. The bound is closed once, at the beginning; what the
//! chunks say as of it is the same for ever, so that they need no snapshot in common. Periods therefore come before all
//! other dimensions.

use super::{
    Compared, Filter, Names, Plan, Request, Row, Subject,
    plan::{too_many_rows, too_many_rows_at_once},
    planned,
};
use crate::installation;
use store::{
    Database, bound,
    error::{Error, ErrorCode, Result},
};
use types::{Day, DaySpan, RegionCode, Scope, Timestamp};

/// How many periods the first chunk has; how many the others have depends on how many rows the one before had.
const FIRST_PERIODS: usize = 16;

/// How many rows there may be.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// In all.
    pub rows: usize,
    /// In a chunk of several periods.
    pub chunk_rows: usize,
    /// In a single period, and where there are no periods in all: less cannot be made at once.
    pub period_rows: usize,
}

/// What an export is about, as it says itself.
#[derive(Debug, Clone)]
pub struct About {
    /// The region's code.
    pub region_code: RegionCode,
    /// The region's name.
    pub region_name: String,
    /// The days.
    pub span: DaySpan,
    /// With what rows are compared.
    pub compared: Compared,
    /// As of which instant: asked for again with it, the same comes out.
    pub as_of: Timestamp,
    /// When it was made.
    pub made_at: Timestamp,
    /// Whether the records are a demonstration.
    pub is_demo: bool,
}

/// Rows that are still to be made.
pub struct Export {
    /// What it is about.
    pub about: About,
    /// What the codes of the rows made so far stand for.
    pub names: Names,
    database: Database,
    plan: Plan,
    bounds: Bounds,
    /// The first day of each period; one without a day where there are no periods.
    periods: Vec<Option<Day>>,
    /// How many of them are done, and how many are tried next.
    done: usize,
    next: usize,
    /// How many rows there have been.
    rows: usize,
}

impl Export {
    /// Checks what is asked for as `statistics` does, and closes the bound. TOO_COMPLEX where it is known that there
    /// are too many rows.
    pub async fn begin(
        database: &Database,
        scope: &Scope,
        request: Request,
        filter: Result<Filter>,
        as_of: Result<Option<Timestamp>>,
        bounds: Bounds,
    ) -> Result<Self> {
        let compared = request.compared;
        let (region, span, mut plan) = planned(database, scope, request, filter).await?;
        plan.dimensions.sort_by_key(|dimension| dimension.length().is_none());
        let periods = plan.periods(span);
        if plan.has_periods_alone() && periods.len() > bounds.rows {
            return Err(too_many_rows(bounds.rows));
        }
        let about = About {
            region_code: region.code,
            region_name: region.name,
            span,
            compared,
            as_of: bound::close(database, as_of?).await?,
            made_at: database.clock().now(),
            is_demo: installation::is_demo(database.reader()).await?,
        };
        let names = Names::default();
        Ok(Self {
            about,
            names,
            database: database.clone(),
            plan,
            bounds,
            periods,
            done: 0,
            next: FIRST_PERIODS,
            rows: 0,
        })
    }

    /// What tells the rows apart: periods first, all else in the order asked for.
    pub fn dimensions(&self) -> &[super::Dimension] {
        &self.plan.dimensions
    }

    /// What is counted.
    pub fn subject(&self) -> Subject {
        self.plan.subject
    }

    /// The next rows; none at the end. TOO_COMPLEX where there are more than there may be.
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

    /// The rows of the next so many periods.
    async fn chunk(&self, periods: usize) -> Result<Vec<Row>> {
        let (about, bounds) = (&self.about, self.bounds);
        let begins = |position: usize| self.periods.get(position).copied().flatten();
        let from = begins(self.done).unwrap_or(about.span.from);
        let to = begins(self.done + periods).and_then(|next| next.pred_opt()).unwrap_or(about.span.to);
        let most = if periods == 1 { bounds.period_rows } else { bounds.chunk_rows };
        let plan = Plan { most, ..self.plan.clone() };
        let (compared, as_of) = (about.compared, about.as_of);
        let answer = async move |snapshot: std::sync::Arc<_>| {
            plan.answer(&*snapshot, DaySpan { from, to }, compared, as_of).await
        };
        let rows = self.database.read(answer).await;
        // What took too long says so itself.
        let is_too_many = |error: &Error| error.code == ErrorCode::TooComplex && error.cause.is_none();
        rows.map_err(|error| if is_too_many(&error) { too_many_rows_at_once(most) } else { error })
    }
}
