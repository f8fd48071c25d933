//! Figures: their definitions, and the ledger entries they are computed from.

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

/// The definition of a figure.
#[derive(SimpleObject)]
struct FigureDefinition {
    /// The key of the figure: the name of the field of `TownReport`, or of the statistics, that returns it.
    key: String,
    /// The version of the definition, from 1. When a figure starts to count something else, it gets the next version.
    version: i32,
    /// Its unit.
    unit: String,
    /// The Chinese name under which it is published.
    name_zh: String,
    /// The English name.
    name_en: String,
    /// The definition in Chinese: what is counted, by which date, and net of what.
    definition_zh: String,
    /// The definition in English.
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

/// A signed entry of the ledger. An entry is negative if it corrects a mistake or records an end. The baseline-year
/// amount subtracted by a catering increase is negative too.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct FigureEntry {
    /// The ID.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// The business day.
    day: Date,
    /// Money in yuan, two decimal places. Null if the figure counts no money.
    amount_yuan: Option<Decimal>,
    /// Weight in kilograms, three decimal places. Null if the figure counts no weight.
    quantity_kg: Option<Decimal>,
    /// Number of sales, pre-orders, plots, growers, person-times or other items that the figure counts. Null if it
    /// counts none.
    count: Option<i32>,
    /// Area in mu, two decimal places. Null if the figure counts no area.
    area_mu: Option<Decimal>,
    /// When it was recorded.
    recorded_at: DateTime,
    /// The kind and ID of the record it comes from, such as `sale:0190...`, as in the audit log.
    record: String,
    #[graphql(skip)]
    region_code: RegionCode,
}

#[ComplexObject]
impl FigureEntry {
    /// The region it is booked to.
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
            // A single record counts far fewer items than an Int can hold.
            count: i32::try_from(amounts.items).ok(),
            area_mu: (kind == EntryKind::Area).then(|| amounts.area.into()),
            recorded_at: recorded_at.into(),
            record,
            region_code,
        }
    }
}

/// Queries about the definitions and entries of figures.
#[derive(Debug, Default)]
pub struct FigureQuery;

#[Object]
impl FigureQuery {
    /// The definitions of all figures, one per figure, as listed in docs/FIGURES.md: some dozens. Open to everyone.
    #[graphql(directive = list_size::apply(Some(50), None))]
    async fn figure_definitions(&self, ctx: &Context<'_>) -> Result<Vec<FigureDefinition>> {
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
