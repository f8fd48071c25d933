//! The ledger of all figures: signed entries that are only added, and their totals by day and by month.
//!
//! A correction, a void or a replacement is another entry. Whether something counts twice is decided once, where its
//! entries are made. A figure only adds up.

use std::{
    collections::BTreeMap,
    ops::{Add, Neg},
};

use chrono::Datelike;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

mod facet;
mod sums;
mod totals;

pub use sums::{By, Place, Question, Sought, Sum, booked_in, booked_on, sums};
pub use totals::{Totals, differing_totals};

use super::{Recorder, Txn};
use crate::{entity::figures::ledger_entry, error::Result};
use types::{Day, EntryKind, GrowerKind, Kilograms, Money, Mu, RegionCode, SaleChannel, SourceKind, Timestamp, new_id};

/// Rows of one INSERT statement. Times the number of columns, they stay below SQLite's 32,766 parameters.
const ROWS_PER_STATEMENT: usize = 1000;

/// What an entry is about: everything that a figure may be filtered or grouped by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Facets {
    /// What the entry counts.
    pub kind: EntryKind,
    /// Business day.
    pub day: Day,
    /// The region it is booked on.
    pub region_code: RegionCode,
    /// Variety, if applicable.
    pub variety_code: Option<String>,
    /// Product, if applicable.
    pub product_code: Option<String>,
    /// Season of the crop, if applicable.
    pub season: Option<i32>,
    /// Channel of a sale.
    pub channel: Option<SaleChannel>,
    /// Plant, if applicable.
    pub plant_code: Option<String>,
    /// Site, if applicable.
    pub site_code: Option<String>,
    /// Catering establishment, if applicable.
    pub establishment_code: Option<String>,
    /// Grower, if known.
    pub grower_id: Option<Uuid>,
    /// That grower's kind at the time.
    pub grower_kind: Option<GrowerKind>,
}

impl Facets {
    /// Facets with only a kind, a day and a region.
    pub fn new(kind: EntryKind, day: Day, region_code: RegionCode) -> Self {
        Self {
            kind,
            day,
            region_code,
            variety_code: None,
            product_code: None,
            season: None,
            channel: None,
            plant_code: None,
            site_code: None,
            establishment_code: None,
            grower_id: None,
            grower_kind: None,
        }
    }
}

/// What an entry adds to a figure, in the smallest units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Amounts {
    /// Money.
    pub amount: Money,
    /// Weight.
    pub quantity: Kilograms,
    /// How many of what the kind counts.
    pub items: i64,
    /// Area.
    pub area: Mu,
    /// +1 for a record, −1 for the reversal of a mistake.
    pub records: i64,
}

impl Add for Amounts {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            amount: self.amount + other.amount,
            quantity: self.quantity + other.quantity,
            items: self.items + other.items,
            area: self.area + other.area,
            records: self.records + other.records,
        }
    }
}

impl Neg for Amounts {
    type Output = Self;
    fn neg(self) -> Self {
        Self {
            amount: Money(-self.amount.0),
            quantity: Kilograms(-self.quantity.0),
            items: -self.items,
            area: Mu(-self.area.0),
            records: -self.records,
        }
    }
}

/// The record that an entry comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source {
    /// Which kind of record.
    pub kind: SourceKind,
    /// Its id.
    pub id: Uuid,
}

/// An entry to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What the entry is about.
    pub facets: Facets,
    /// What the entry adds.
    pub amounts: Amounts,
    /// The record it comes from.
    pub source: Source,
}

impl Entry {
    /// The entry that reverses this one.
    #[must_use]
    pub fn taken_back(self) -> Self {
        Self { amounts: -self.amounts, ..self }
    }
}

/// Adds up the entries of one source that have the same facets, and drops those that add up to zero.
pub fn net(entries: Vec<Entry>) -> Vec<Entry> {
    let mut sums: BTreeMap<(Source, Facets), Amounts> = BTreeMap::new();
    for entry in entries {
        let sum = sums.entry((entry.source, entry.facets)).or_default();
        *sum = *sum + entry.amounts;
    }
    sums.retain(|_, amounts| *amounts != Amounts::default());
    sums.into_iter().map(|((source, facets), amounts)| Entry { facets, amounts, source }).collect()
}

/// Writes entries and adds them to the totals. Call it last: the totals are where writers on PostgreSQL wait for one
/// another.
pub async fn record(txn: &Txn<impl Recorder>, entries: Vec<Entry>) -> Result<()> {
    let mut totals = Totals::default();
    let entries = net(entries);
    for entry in &entries {
        totals.add(entry);
    }
    insert(txn, entries.into_iter().map(|entry| row(entry, new_id(), txn.recorded_at())).collect()).await?;
    totals.write(txn).await
}

/// The entries that reverse everything a source has in the ledger. They are recorded no earlier than the originals.
pub async fn reversal(txn: &Txn, source_id: Uuid) -> Result<Vec<Entry>> {
    reversals(txn, &[source_id]).await
}

/// Like `reversal`, for many sources.
pub async fn reversals(txn: &Txn, source_ids: &[Uuid]) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for ids in source_ids.chunks(ROWS_PER_STATEMENT) {
        let rows = ledger_entry::Entity::find()
            .filter(ledger_entry::Column::SourceId.is_in(ids.iter().copied()))
            .all(txn.reader())
            .await?;
        for row in rows {
            txn.stamp_after(row.recorded_at);
            entries.push(entry(row).taken_back());
        }
    }
    Ok(net(entries))
}

/// Inserts rows into the ledger, many per statement. The caller must update the totals.
pub async fn insert(txn: &Txn<impl Recorder>, rows: Vec<ledger_entry::ActiveModel>) -> Result<()> {
    Ok(txn.insert_many::<ledger_entry::Entity>(rows).await?)
}

fn amounts(row: &ledger_entry::Model) -> Amounts {
    Amounts {
        amount: row.amount_fen,
        quantity: row.quantity_g,
        items: row.item_count,
        area: row.area_mu_hundredths,
        records: row.record_count,
    }
}

/// The entry in a row of the ledger.
pub fn entry(row: ledger_entry::Model) -> Entry {
    let amounts = amounts(&row);
    Entry {
        facets: Facets {
            kind: row.kind,
            day: row.day,
            region_code: row.region_code,
            variety_code: row.variety_code,
            product_code: row.product_code,
            season: row.season,
            channel: row.channel,
            plant_code: row.plant_code,
            site_code: row.site_code,
            establishment_code: row.establishment_code,
            grower_id: row.grower_id,
            grower_kind: row.grower_kind,
        },
        amounts,
        source: Source { kind: row.source_kind, id: row.source_id },
    }
}

/// An entry as a row of the ledger.
pub fn row(entry: Entry, id: Uuid, recorded_at: Timestamp) -> ledger_entry::ActiveModel {
    let Entry { facets, amounts, source } = entry;
    ledger_entry::ActiveModel {
        id: Set(id),
        kind: Set(facets.kind),
        day: Set(facets.day),
        month: Set(first_day_of_month(facets.day)),
        region_code: Set(facets.region_code),
        variety_code: Set(facets.variety_code),
        product_code: Set(facets.product_code),
        season: Set(facets.season),
        channel: Set(facets.channel),
        plant_code: Set(facets.plant_code),
        site_code: Set(facets.site_code),
        establishment_code: Set(facets.establishment_code),
        grower_id: Set(facets.grower_id),
        grower_kind: Set(facets.grower_kind),
        amount_fen: Set(amounts.amount),
        quantity_g: Set(amounts.quantity),
        item_count: Set(amounts.items),
        area_mu_hundredths: Set(amounts.area),
        record_count: Set(amounts.records),
        source_kind: Set(source.kind),
        source_id: Set(source.id),
        recorded_at: Set(recorded_at),
    }
}

fn first_day_of_month(day: Day) -> Day {
    day.with_day(1).unwrap_or(day)
}
