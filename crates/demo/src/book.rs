//! The ledger of the demonstration. Entries are netted and added up like those of single records, and written in
//! bulk.

use super::plan::{Plan, Stream};
use store::{
    bulk::Rows,
    entity::figures::ledger_entry,
    ledger::{self, Entry, Totals},
};
use types::Timestamp;

/// Entries and totals to be written.
#[derive(Default)]
pub(super) struct Book {
    /// Rows of the ledger.
    pub entries: Vec<ledger_entry::ActiveModel>,
    /// What the entries add to the totals.
    pub totals: Totals,
}

impl Book {
    /// Takes the entries, as rows.
    pub(crate) fn take_entries(&mut self) -> Rows {
        Rows::of(std::mem::take(&mut self.entries))
    }

    /// Enters what the records of one instant write. The ids depend only on the records and the instant, so that they
    /// are the same no matter what was entered before.
    pub(crate) fn enter(&mut self, plan: &Plan, instant: Timestamp, entries: Vec<Entry>) {
        let entries = ledger::net(entries);
        let Some(first) = entries.first() else { return };
        let mut stream = Stream::of_record(first.source.id, instant);
        for entry in entries {
            self.totals.add(&entry);
            self.entries.push(ledger::row(entry, stream.id(instant), plan.stamp(instant)));
        }
    }
}
