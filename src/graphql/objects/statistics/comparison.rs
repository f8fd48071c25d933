//! Sums as rows show them: the value, the earlier value, and the change.

use async_graphql::{OutputType, SimpleObject};

use crate::graphql::scalar::{Date, Decimal, int};
use domain::figures::statistics::{Counted, Earlier, Row};
use store::error::Result;
use types::{EntryKind, Kilograms, Money, Mu, Ratio};

/// An earlier amount, and the change since then.
#[derive(SimpleObject)]
pub(crate) struct AmountComparison {
    /// The earlier value, in the unit of the amount.
    value: Decimal,
    /// The current value less the earlier value, in the unit of the amount.
    difference: Decimal,
    /// The current value divided by the earlier value, four decimal places, rounded half up. 1.0000 means no change.
    /// Null unless the earlier value is greater than 0.
    ratio: Option<Decimal>,
}

/// An earlier count, and the change since then.
#[derive(SimpleObject)]
pub(crate) struct CountComparison {
    /// The earlier value.
    value: i32,
    /// The current value less the earlier value.
    difference: i32,
    /// The current value divided by the earlier value, four decimal places, rounded half up. 1.0000 means no change.
    /// Null unless the earlier value is greater than 0.
    ratio: Option<Decimal>,
}

/// The days that a row is compared with.
#[derive(SimpleObject)]
pub(crate) struct DaysCompared {
    /// The first of these days.
    from: Date,
    /// The last of these days.
    to: Date,
}

/// Sums by kind of entry, in the form that fields show.
pub(crate) trait Sums {
    /// Money, a weight or an area.
    type Amount: OutputType;
    /// A number of items.
    type Count: OutputType;

    /// Money.
    fn money(&self, kind: EntryKind) -> Self::Amount;
    /// A weight.
    fn weight(&self, kind: EntryKind) -> Self::Amount;
    /// An area.
    fn area(&self, kind: EntryKind) -> Self::Amount;
    /// A number of items.
    fn items(&self, kind: EntryKind) -> Result<Self::Count>;
}

/// A row shows its own sums.
impl Sums for Counted {
    type Amount = Decimal;
    type Count = i32;

    fn money(&self, kind: EntryKind) -> Decimal {
        self.of(kind).amount.into()
    }

    fn weight(&self, kind: EntryKind) -> Decimal {
        self.of(kind).quantity.into()
    }

    fn area(&self, kind: EntryKind) -> Decimal {
        self.of(kind).area.into()
    }

    fn items(&self, kind: EntryKind) -> Result<i32> {
        int(self.of(kind).items)
    }
}

/// The sums of a row, with the earlier sums.
pub(super) struct Change<'a> {
    now: &'a Counted,
    earlier: &'a Earlier,
}

impl Sums for Change<'_> {
    type Amount = AmountComparison;
    type Count = CountComparison;

    fn money(&self, kind: EntryKind) -> AmountComparison {
        amount(Money, self.now.of(kind).amount.0, self.earlier.counted.of(kind).amount.0)
    }

    fn weight(&self, kind: EntryKind) -> AmountComparison {
        amount(Kilograms, self.now.of(kind).quantity.0, self.earlier.counted.of(kind).quantity.0)
    }

    fn area(&self, kind: EntryKind) -> AmountComparison {
        amount(Mu, self.now.of(kind).area.0, self.earlier.counted.of(kind).area.0)
    }

    fn items(&self, kind: EntryKind) -> Result<CountComparison> {
        let (now, then) = (self.now.of(kind).items, self.earlier.counted.of(kind).items);
        Ok(CountComparison { value: int(then)?, difference: int(now - then)?, ratio: ratio(now, then) })
    }
}

/// Compares two amounts in the smallest unit.
fn amount<Unit: Into<Decimal>>(unit: fn(i64) -> Unit, now: i64, then: i64) -> AmountComparison {
    AmountComparison { value: unit(then).into(), difference: unit(now - then).into(), ratio: ratio(now, then) }
}

fn ratio(now: i64, then: i64) -> Option<Decimal> {
    Ratio::between(now, then).map(Decimal::from)
}

/// The comparisons of a row: with the period before and with the year before, each only if it was requested.
pub(crate) fn comparisons<T>(
    row: &Row,
    of: impl Fn(DaysCompared, &Change<'_>) -> Result<T>,
) -> Result<(Option<T>, Option<T>)> {
    let compare = |earlier: &Earlier| {
        let days = DaysCompared { from: earlier.span.from.into(), to: earlier.span.to.into() };
        of(days, &Change { now: &row.counted, earlier })
    };
    let before = row.before.as_ref().map(compare).transpose()?;
    Ok((before, row.year_before.as_ref().map(compare).transpose()?))
}
