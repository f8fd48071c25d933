//! The sums of each subject, in the order of a table.

use super::{Counted, Subject};
use crate::figures::definitions::{self, Figure};
use types::{EntryKind, Exact};

/// One of the sums of a row.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    /// Its definition.
    pub figure: &'static Figure,
    kind: EntryKind,
    sum: Sum,
}

#[derive(Debug, Clone, Copy)]
enum Sum {
    Money,
    Weight,
    Area,
    Items,
}

impl Measure {
    /// The value in a row.
    pub fn of(&self, counted: &Counted) -> Exact {
        let amounts = counted.of(self.kind);
        let (value, places) = match self.sum {
            Sum::Money => (amounts.amount.0, 2),
            Sum::Weight => (amounts.quantity.0, 3),
            Sum::Area => (amounts.area.0, 2),
            Sum::Items => (amounts.items, 0),
        };
        Exact { value, places }
    }
}

impl Subject {
    /// The sums in each row of this subject.
    pub fn measures(self) -> Vec<Measure> {
        let sums: &[(&str, EntryKind, Sum)] = match self {
            Self::Sales => &[
                ("salesYuan", EntryKind::Sale, Sum::Money),
                ("presaleYuan", EntryKind::Presale, Sum::Money),
                ("salesKg", EntryKind::Sale, Sum::Weight),
                ("presaleKg", EntryKind::Presale, Sum::Weight),
                ("salesCount", EntryKind::Sale, Sum::Items),
                ("preorderCount", EntryKind::Presale, Sum::Items),
            ],
            Self::Visitors => &[("visitors", EntryKind::Visitors, Sum::Items)],
            Self::Catering => &[("takingsYuan", EntryKind::Catering, Sum::Money)],
            Self::PlantOutput => &[("outputKg", EntryKind::Output, Sum::Weight)],
            Self::PlantedArea => &[("areaMu", EntryKind::Area, Sum::Area), ("plots", EntryKind::Area, Sum::Items)],
        };
        let measure = |(key, kind, sum): &(&str, EntryKind, Sum)| {
            Some(Measure { figure: definitions::find(key)?, kind: *kind, sum: *sum })
        };
        sums.iter().filter_map(measure).collect()
    }
}
