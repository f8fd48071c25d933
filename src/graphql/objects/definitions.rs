//! Figures: their definitions, and the ledger entries they are computed from.

use async_graphql::{ComplexObject, Context, ID, SimpleObject};

use super::regions::{self, Region};
use crate::graphql::{
    list::One,
    scalar::{Date, DateTime, Decimal},
};
use domain::figures::{definitions::Figure, entries};
use store::error::Result;
use types::{EntryKind, RegionCode};

/// The definition of a figure.
#[derive(SimpleObject)]
pub(crate) struct FigureDefinition {
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

/// A signed entry of the ledger. An entry is negative if it corrects a mistake or records an end. The baseline-year
/// amount subtracted by a catering increase is negative too.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct FigureEntry {
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
    async fn region(&self, ctx: &Context<'_>) -> Result<One<Region>> {
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
