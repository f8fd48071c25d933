//! Undertakings: plants, projects and honours. They exist from a day on, and count in figures while they do.

use sea_orm::ActiveValue::Set;

use crate::not_in_the_future;
use store::{
    Txn,
    entity::registers::undertaking_days,
    error::{Error, Result},
    ledger::{Amounts, Entry, Facets, Source},
};
use types::{Day, EntryKind, Name, Problem, RegionCode, new_id};

/// The fields of a new plant or project.
#[derive(Debug, Clone)]
pub struct NewUndertaking {
    /// Readable code.
    pub code: String,
    /// Name.
    pub name: Name,
    /// First day.
    pub from: Day,
}

/// A change to a plant or project. An absent field stays unchanged.
#[derive(Debug, Clone)]
pub struct UndertakingPatch {
    /// Name.
    pub name: Option<Name>,
    /// The first day on which it no longer counts. `Some(None)` reopens it.
    pub until: Option<Option<Day>>,
}

/// Checks the first day on which something no longer counts: after its first day, and not in the future.
pub(crate) fn check_last_day(from: Day, until: Option<Day>, today: Day, field: &str) -> Result<()> {
    let Some(until) = until else { return Ok(()) };
    not_in_the_future(until, today, field)?;
    if until <= from {
        return Err(Error::invalid(
            field,
            Problem::new(format!("应晚于首日 {from}"), format!("must lie after the first day, {from}")),
        ));
    }
    Ok(())
}

/// Records the days on which something counts, as known from now on. Call this after the reversal of the earlier
/// entries, so that the record is not stamped earlier than the reversal.
pub(crate) async fn record_days(txn: &Txn, source: Source, starts_on: Day, ends_on: Option<Day>) -> Result<()> {
    let row = undertaking_days::ActiveModel {
        id: Set(new_id()),
        source_kind: Set(source.kind),
        source_id: Set(source.id),
        starts_on: Set(starts_on),
        ends_on: Set(ends_on),
        recorded_at: Set(txn.recorded_at()),
    };
    txn.insert(row).await?;
    Ok(())
}

/// The entries of something that counts from a day on, until an end day if it has one.
pub(crate) fn lasting(
    kind: EntryKind,
    source: Source,
    region: &RegionCode,
    from: Day,
    until: Option<Day>,
) -> Vec<Entry> {
    let one = Amounts { items: 1, records: 1, ..Amounts::default() };
    let begun = Entry { facets: Facets::new(kind, from, region.clone()), amounts: one, source };
    let ended = until.map(|day| Entry { facets: Facets::new(kind, day, region.clone()), amounts: -one, source });
    std::iter::once(begun).chain(ended).collect()
}
