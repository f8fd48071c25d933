//! The rows of an answer: what tells them apart, what they sum up to, and what that was earlier.

use std::collections::BTreeMap;

use sea_orm::ActiveEnum;

use super::Dimension;
use store::ledger::Amounts;
use types::{DaySpan, EntryKind, GrowerKind, SaleChannel};

/// The sums of a row, by what the entries count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counted(BTreeMap<EntryKind, Amounts>);

impl Counted {
    /// What the entries of a kind sum up to.
    pub fn of(&self, kind: EntryKind) -> Amounts {
        self.0.get(&kind).copied().unwrap_or_default()
    }

    /// Adds to what the entries of a kind sum up to.
    pub(super) fn add(&mut self, kind: EntryKind, amounts: Amounts) {
        let sum = self.0.entry(kind).or_default();
        *sum = *sum + amounts;
    }

    /// Whether the sums come to nothing, however many records did that.
    pub(super) fn is_nothing(&self) -> bool {
        self.0.values().all(|amounts| Amounts { records: 0, ..*amounts } == Amounts::default())
    }
}

/// What a row is told apart by, in the order of the dimensions asked for, as text that sorts as the rows do; '' where
/// one does not apply.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key(pub(super) Vec<(Dimension, String)>);

/// A row of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub(super) key: Key,
    /// What it sums up to.
    pub counted: Counted,
    /// The same in the span before, where that was asked for.
    pub before: Option<Earlier>,
    /// The same in the year before, where that was asked for.
    pub year_before: Option<Earlier>,
}

impl Row {
    /// The value of a dimension; none where it was not asked for or does not apply.
    pub fn value(&self, dimension: Dimension) -> Option<&str> {
        let (_, text) = self.key.0.iter().find(|(known, text)| *known == dimension && !text.is_empty())?;
        Some(text)
    }

    /// The channel; none where it was not asked for or does not apply.
    pub fn channel(&self) -> Option<SaleChannel> {
        self.value(Dimension::Channel).and_then(|text| SaleChannel::try_from_value(&text.to_owned()).ok())
    }

    /// The kind of grower; none where it was not asked for or does not apply.
    pub fn grower_kind(&self) -> Option<GrowerKind> {
        self.value(Dimension::GrowerKind).and_then(|text| GrowerKind::try_from_value(&text.to_owned()).ok())
    }
}

/// What a row is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The days.
    pub span: DaySpan,
    /// What they sum up to.
    pub counted: Counted,
}
