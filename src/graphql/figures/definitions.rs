//! Figures: their definitions, and the entries behind them.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    connection::{Connection, request},
    document::cost::list_size,
    guard::{self, allow, database, nullable},
    input,
    registers::regions::{self, Region},
    scalar::{Date, DateTime, Decimal},
};
use domain::figures::{
    definitions::{self, Figure},
    entries,
    reports::Row,
};
use store::error::{Error, Result};
use types::{DaySpan, EntryKind, RegionCode};

/// What a figure means.
#[derive(SimpleObject)]
struct FigureDefinition {
    /// Its name: that of the field of `TownReport`, or of the statistics, that gives it.
    key: String,
    /// Which definition it is, from 1 on; a figure that counts something else from now on gets the next one.
    version: i32,
    /// Its unit.
    unit: String,
    /// The Chinese name that it is published under.
    name_zh: String,
    /// Its English name.
    name_en: String,
    /// What is counted, by which date and net of what, in Chinese.
    definition_zh: String,
    /// The same in English.
    definition_en: String,
}

impl From<&Figure> for FigureDefinition {
    fn from(figure: &Figure) -> Self {
        let Figure { key, version, unit, name_zh, name_en, definition_zh, definition_en, .. } = *figure;
        Self {
            key: key.to_owned(),
            version,
            unit: unit.to_owned(),
            name_zh: name_zh.to_owned(),
            name_en: name_en.to_owned(),
            definition_zh: definition_zh.to_owned(),
            definition_en: definition_en.to_owned(),
        }
    }
}

/// Whose entries to list. Both days are included.
#[derive(InputObject)]
struct FigureEntryFilter {
    /// The figure, as `figureDefinitions` names it.
    key: String,
    /// Official code of the region. Includes everything below it.
    region_code: ID,
    /// The first day, from 1949 on. What stands at a time (area, plots, growers, editions, plants, projects, honours)
    /// sums up all entries until the last day, whatever the first one is.
    from: Date,
    /// The last day, at most the end of the running year; for the catering increase in the year of the first.
    to: Date,
    /// The records as of this instant, which must not be in the future. Default: now.
    as_of: Option<DateTime>,
    /// Those alone that have come to count after this instant: recorded later, or, of what stands at a time, of a later
    /// day than that. All unless said.
    recorded_after: Option<DateTime>,
}

/// A signed entry of the ledger. What takes a mistake back, or ends, is negative; so is what a catering increase takes
/// off for the baseline year.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct FigureEntry {
    /// The ID.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// Business day.
    day: Date,
    /// Money in yuan, two decimal places; null where the figure counts none.
    amount_yuan: Option<Decimal>,
    /// Weight in kilograms, three decimal places; null where the figure counts none.
    quantity_kg: Option<Decimal>,
    /// Number: of sales, pre-orders, plots, growers, person-times, or of what else the figure counts; null where it
    /// counts none.
    count: Option<i32>,
    /// Area in mu, two decimal places; null where the figure counts none.
    area_mu: Option<Decimal>,
    /// When it was recorded.
    recorded_at: DateTime,
    /// The kind and id of the record that it comes from, such as `sale:0190...`, as in the audit log.
    record: String,
    #[graphql(skip)]
    region_code: RegionCode,
}

#[ComplexObject]
impl FigureEntry {
    /// The region that it is booked on.
    async fn region(&self, ctx: &Context<'_>) -> Result<Region> {
        regions::of(ctx, &self.region_code).await
    }
}

impl From<entries::FigureEntry> for FigureEntry {
    fn from(entry: entries::FigureEntry) -> Self {
        let entries::FigureEntry { id, kind, day, region_code, amounts, recorded_at, record } = entry;
        let has_amount = matches!(kind, EntryKind::Sale | EntryKind::Presale | EntryKind::Catering);
        let has_quantity = matches!(kind, EntryKind::Sale | EntryKind::Presale | EntryKind::Output);
        Self {
            id: id.into(),
            day: day.into(),
            amount_yuan: has_amount.then(|| amounts.amount.into()),
            quantity_kg: has_quantity.then(|| amounts.quantity.into()),
            // A single record counts far less than an Int holds.
            count: i32::try_from(amounts.items).ok(),
            area_mu: (kind == EntryKind::Area).then(|| amounts.area.into()),
            recorded_at: recorded_at.into(),
            record,
            region_code,
        }
    }
}

/// Queries about what figures mean and where they come from.
#[derive(Debug, Default)]
pub struct FigureQuery;

#[Object]
impl FigureQuery {
    /// What each figure means: some dozens, as docs/FIGURES.md lists them. Open to everyone.
    #[graphql(directive = list_size::apply(Some(50), None))]
    async fn figure_definitions(&self, ctx: &Context<'_>) -> Result<Vec<FigureDefinition>> {
        guard::open(ctx)?;
        Ok(definitions::FIGURES.iter().map(FigureDefinition::from).collect())
    }

    /// The entries behind a figure, by kind, region, day and id: their sum is the figure. For ADMIN, and for OFFICIAL
    /// and CLERK of the region.
    async fn figure_entries(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose entries.")] filter: FigureEntryFilter,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<FigureEntry>>> {
        nullable(async {
            let actor = allow(ctx, guard::READERS)?;
            let FigureEntryFilter { key, region_code, from, to, as_of, recorded_after } = filter;
            let span = || -> Result<DaySpan, Error> {
                Ok(DaySpan { from: input::day("filter.from", &from)?, to: input::day("filter.to", &to)? })
            };
            let filter = entries::Filter {
                key,
                region_code: RegionCode(region_code.0),
                span: span(),
                row: Row::Whole,
                recorded_after: recorded_after
                    .map(|instant| input::instant("filter.recordedAfter", &instant))
                    .transpose(),
            };
            let as_of = as_of.map(|instant| input::instant("filter.asOf", &instant)).transpose();
            let entries =
                entries::list(database(ctx), &actor.scope(), filter, as_of, request(ctx, first, after)).await?;
            Ok(entries.into())
        })
        .await
    }
}
