//! The rows of an answer: their keys, their sums, and the sums of earlier spans.

use std::collections::BTreeMap;

use sea_orm::ActiveEnum;

use super::Dimension;
use store::ledger::Amounts;
use types::{DaySpan, EntryKind, GrowerKind, SaleChannel};

/// The sums of a row, by kind of entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counted(BTreeMap<EntryKind, Amounts>);

impl Counted {
    /// The sums of the entries of one kind.
    pub fn of(&self, kind: EntryKind) -> Amounts {
        self.0.get(&kind).copied().unwrap_or_default()
    }

    /// Adds to the sums of a kind.
    pub(super) fn add(&mut self, kind: EntryKind, amounts: Amounts) {
        let sum = self.0.entry(kind).or_default();
        *sum = *sum + amounts;
    }

    /// Whether all sums are zero, regardless of the number of records.
    pub(super) fn is_nothing(&self) -> bool {
        self.0.values().all(|amounts| Amounts { records: 0, ..*amounts } == Amounts::default())
    }
}

/// The key of a row: the values of its dimensions, in the requested order, as text that sorts like the rows. '' if a
/// dimension does not apply.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key(pub(super) Vec<(Dimension, String)>);

/// A row of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub(super) key: Key,
    /// Its sums.
    pub counted: Counted,
    /// The sums in the span before, if requested.
    pub before: Option<Earlier>,
    /// The sums in the year before, if requested.
    pub year_before: Option<Earlier>,
}

impl Row {
    /// The value of a dimension. None if it was not requested or does not apply.
    pub fn value(&self, dimension: Dimension) -> Option<&str> {
        let (_, text) = self.key.0.iter().find(|(known, text)| *known == dimension && !text.is_empty())?;
        Some(text)
    }

    /// The channel. None if it was not requested or does not apply.
    pub fn channel(&self) -> Option<SaleChannel> {
        self.value(Dimension::Channel).and_then(|text| SaleChannel::try_from_value(&text.to_owned()).ok())
    }

    /// The kind of grower. None if it was not requested or does not apply.
    pub fn grower_kind(&self) -> Option<GrowerKind> {
        self.value(Dimension::GrowerKind).and_then(|text| GrowerKind::try_from_value(&text.to_owned()).ok())
    }
}

/// The earlier sums that a row is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The days.
    pub span: DaySpan,
    /// The sums of these days.
    pub counted: Counted,
}
