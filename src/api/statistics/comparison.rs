//! What a figure was earlier, and how it has changed.

use async_graphql::SimpleObject;

use crate::{
    api::{reports::int, scalar::Decimal},
    domain::statistics::{Dimension, Row},
    error::Result,
    types::Ratio,
};

/// What an amount was earlier, and how it has changed.
#[derive(SimpleObject)]
pub(super) struct AmountComparison {
    /// What it was then, in the amount's unit.
    value: Decimal,
    /// What it is now less what it was, in the amount's unit.
    difference: Decimal,
    /// What it is now divided by what it was, four places, rounded half up: 1.0000 is as much as before. Null unless it was more than nothing.
    ratio: Option<Decimal>,
}

/// What a count was earlier, and how it has changed.
#[derive(SimpleObject)]
pub(super) struct CountComparison {
    /// What it was then.
    value: i32,
    /// What it is now less what it was.
    difference: i32,
    /// What it is now divided by what it was, four places, rounded half up: 1.0000 is as much as before. Null unless it was more than nothing.
    ratio: Option<Decimal>,
}

/// Compares two amounts in the smallest unit.
pub(super) fn amount<Unit: Into<Decimal>>(unit: fn(i64) -> Unit, now: i64, then: i64) -> AmountComparison {
    AmountComparison { value: unit(then).into(), difference: unit(now - then).into(), ratio: ratio(now, then) }
}

/// Compares two counts.
pub(super) fn count(now: i64, then: i64) -> Result<CountComparison> {
    Ok(CountComparison { value: int(then)?, difference: int(now - then)?, ratio: ratio(now, then) })
}

fn ratio(now: i64, then: i64) -> Option<Decimal> {
    Ratio::between(now, then).map(Decimal::from)
}

/// The number that a dimension of a row has for its value.
pub(super) fn number(row: &Row, dimension: Dimension) -> Option<i32> {
    row.value(dimension)?.parse().ok()
}
