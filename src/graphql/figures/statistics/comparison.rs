//! Sums as rows show them: what they come to, and beside that what they were earlier and how they have changed.

use async_graphql::{OutputType, SimpleObject};

use crate::graphql::{
    figures::reports::int,
    scalar::{Date, Decimal},
};
use domain::figures::statistics::{Counted, Earlier, Row};
use store::error::Result;
use types::{EntryKind, Kilograms, Money, Mu, Ratio};

/// What an amount was earlier, and how it has changed.
#[derive(SimpleObject)]
pub(super) struct AmountComparison {
    /// What it was then, in the amount's unit.
    value: Decimal,
    /// What it is now less what it was, in the amount's unit.
    difference: Decimal,
    /// What it is now divided by what it was, four decimal places, rounded half up: 1.0000 is as much as before. Null
    /// unless it was more than nothing.
    ratio: Option<Decimal>,
}

/// What a count was earlier, and how it has changed.
#[derive(SimpleObject)]
pub(super) struct CountComparison {
    /// What it was then.
    value: i32,
    /// What it is now less what it was.
    difference: i32,
    /// What it is now divided by what it was, four decimal places, rounded half up: 1.0000 is as much as before. Null
    /// unless it was more than nothing.
    ratio: Option<Decimal>,
}

/// The days that a row is compared with.
#[derive(SimpleObject)]
pub(super) struct DaysCompared {
    /// The first of the days compared with.
    from: Date,
    /// The last of the days compared with.
    to: Date,
}

/// Sums by the kind of entries, in the form in which fields show them.
pub(super) trait Sums {
    /// Money, a weight or an area.
    type Amount: OutputType;
    /// How many.
    type Count: OutputType;

    /// Money.
    fn money(&self, kind: EntryKind) -> Self::Amount;
    /// A weight.
    fn weight(&self, kind: EntryKind) -> Self::Amount;
    /// An area.
    fn area(&self, kind: EntryKind) -> Self::Amount;
    /// How many.
    fn items(&self, kind: EntryKind) -> Result<Self::Count>;
}

/// A row shows what its sums come to.
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

/// The sums of a row beside what they were earlier.
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

/// What a row is compared with: in the span before, and in the year before, each where that was asked for.
pub(super) fn comparisons<T>(
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
