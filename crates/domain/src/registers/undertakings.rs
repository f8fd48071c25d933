//! Undertakings: what lasts from a day on, and counts in figures while it does: plants, projects, honours.

use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use crate::not_in_the_future;
use store::{
    Txn,
    entity::registers::undertaking_days,
    error::{Error, Result},
    ledger::{Amounts, Entry, Facets, Source},
};
use types::{Day, EntryKind, Name, Problem, RegionCode};

/// A plant or project that is new.
#[derive(Debug, Clone)]
pub struct NewUndertaking {
    /// Readable code.
    pub code: String,
    /// Name.
    pub name: Name,
    /// First day.
    pub from: Day,
}

/// What changes on a plant or project; what is absent stays.
#[derive(Debug, Clone)]
pub struct UndertakingPatch {
    /// Name.
    pub name: Option<Name>,
    /// The first day on which it no longer counts; none within opens it again.
    pub until: Option<Option<Day>>,
}

/// The day from which something that lasts no longer counts: after its first day, at the latest today.
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

/// Writes down from when until when something is known to count from now on. Say it behind the reversal of what was
/// said before, so that it is not recorded earlier.
pub(crate) async fn say_days(txn: &Txn, source: Source, starts_on: Day, ends_on: Option<Day>) -> Result<()> {
    let row = undertaking_days::ActiveModel {
        id: Set(Uuid::now_v7()),
        source_kind: Set(source.kind),
        source_id: Set(source.id),
        starts_on: Set(starts_on),
        ends_on: Set(ends_on),
        recorded_at: Set(txn.recorded_at()),
    };
    txn.insert(row).await?;
    Ok(())
}

/// The entries of something that counts from a first day on until another, where it has one.
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
