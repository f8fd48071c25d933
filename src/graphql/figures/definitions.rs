//! Figures: their definitions, and the ledger entries they are computed from.

use async_graphql::{Context, ID, InputObject, Object};

use crate::graphql::{
    connection::{Connection, request},
    document::cost::list_size,
    guard::{self, database},
    input,
    list::List,
    objects::definitions::{FigureDefinition, FigureEntry},
    scalar::{Date, DateTime},
};
use domain::figures::{definitions, entries, reports::Row};
use store::error::Result;
use types::DaySpan;

/// Selects the entries of one figure. Both days are inclusive.
#[derive(InputObject)]
struct FigureEntryFilter {
    /// The key of the figure, as in `figureDefinitions`.
    key: String,
    /// Official code of the region. Includes everything below it.
    region_code: ID,
    /// The first day, inclusive. 1949 or later. For a figure that is a state at a point in time (area, plots, growers,
    /// editions, plants, projects, honours), all entries until the last day are summed, whatever the first day is.
    from: Date,
    /// The last day, inclusive. No later than the end of the current year. For the catering increase, it must be in the
    /// year of the first day.
    to: Date,
    /// The records as of this instant, which must not be in the future. Default: now.
    as_of: Option<DateTime>,
    /// Only entries that started to count after this instant: recorded later, or, for a figure that is a state at a
    /// point in time, of a later day. Default: all entries.
    recorded_after: Option<DateTime>,
}

/// Queries about the definitions and entries of figures.
#[derive(Debug, Default)]
pub(crate) struct FigureQuery;

#[Object]
impl FigureQuery {
    /// The definitions of all figures, one per figure, as listed in docs/FIGURES.md: some dozens. Open to everyone.
    #[graphql(directive = list_size::apply(Some(50), None))]
    async fn figure_definitions(&self, ctx: &Context<'_>) -> Result<List<FigureDefinition>> {
        guard::open(ctx)?;
        Ok(definitions::FIGURES.iter().map(FigureDefinition::from).collect())
    }

    /// The ledger entries of a figure, by kind, region, day and ID. Their sum is the figure. For ADMIN, and for
    /// OFFICIAL and CLERK of the region.
    async fn figure_entries(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Selects the entries.")] filter: FigureEntryFilter,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<FigureEntry>>> {
        guard::answer(ctx, guard::READERS, |actor| async move {
            let FigureEntryFilter { key, region_code, from, to, as_of, recorded_after } = filter;
            let (database, region) = (database(ctx), input::id(region_code));
            let figure = entries::figure_of(database.reader(), &actor.scope(), &key, &region).await?;
            let span = DaySpan { from: input::read("filter.from", from)?, to: input::read("filter.to", to)? };
            let figure = figure.over(span, database.clock().today())?;
            let recorded_after = input::read("filter.recordedAfter", recorded_after)?;
            let filter = entries::Filter { row: Row::Whole, recorded_after };
            let as_of = input::read("filter.asOf", as_of)?;
            let entries = entries::list(database, figure, filter, as_of, request(ctx, first, after)).await?;
            Ok(entries.into())
        })
        .await
    }
}
