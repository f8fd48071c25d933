//! The ledger of the demonstration: entries are netted and added up as those of single records are, and written many at
//! a time.

use super::plan::{Plan, Stream};
use store::{
    bulk::Rows,
    entity::figures::ledger_entry,
    ledger::{self, Entry, Totals},
};
use types::Timestamp;

/// Entries and totals that are to be written.
#[derive(Default)]
pub(super) struct Book {
    /// Rows of the ledger.
    pub entries: Vec<ledger_entry::ActiveModel>,
    /// What they add to the totals.
    pub totals: Totals,
}

impl Book {
    /// Takes out the entries, as rows.
    pub fn take_entries(&mut self) -> Rows {
        Rows::of(std::mem::take(&mut self.entries))
    }

    /// Enters what records of one instant write. The ids come from the records and the instant alone, so that they are
    /// the same whatever else was entered before.
    pub fn enter(&mut self, plan: &Plan, instant: Timestamp, entries: Vec<Entry>) {
        let entries = ledger::net(entries);
        let Some(first) = entries.first() else { return };
        let mut stream = Stream::of_record(first.source.id, instant);
        for entry in entries {
            self.totals.add(&entry);
            self.entries.push(ledger::row(entry, stream.id(instant), plan.stamp(instant)));
        }
    }
}
