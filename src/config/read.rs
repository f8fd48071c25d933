//! Reads one setting: the text of its variable, or its default if the variable is not set.

use std::{num::NonZeroU32, ops::RangeInclusive, str::FromStr};

/// Why a setting cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{variable}: expected {expected}, got {value:?}")]
pub struct Malformed {
    pub(super) variable: &'static str,
    pub(super) expected: String,
    pub(super) value: String,
}

pub(super) fn read<T: FromStr>(
    look_up: &impl Fn(&'static str) -> Option<String>,
    variable: &'static str,
    default: &str,
    expected: &str,
) -> Result<T, Malformed> {
    let value = look_up(variable).unwrap_or_else(|| default.to_owned());
    value.trim().parse().map_err(|_| Malformed { variable, expected: expected.to_owned(), value })
}

/// Reads a number within a range. The error names the range.
pub(super) fn read_bounded<T: FromStr + PartialOrd + ToString>(
    look_up: &impl Fn(&'static str) -> Option<String>,
    variable: &'static str,
    default: T,
    range: RangeInclusive<T>,
) -> Result<T, Malformed> {
    let expected = format!("a number from {} to {}", range.start().to_string(), range.end().to_string());
    let value: T = read(look_up, variable, &default.to_string(), &expected)?;
    if !range.contains(&value) {
        return Err(Malformed { variable, expected, value: value.to_string() });
    }
    Ok(value)
}

/// Reads a rate per minute: at least 1, and not so high that the interval would round to nothing.
pub(super) fn read_a_minute(
    look_up: &impl Fn(&'static str) -> Option<String>,
    variable: &'static str,
    default: u32,
) -> Result<NonZeroU32, Malformed> {
    let times = read_bounded(look_up, variable, default, 1..=100_000_000)?;
    Ok(NonZeroU32::MIN.saturating_add(times - 1))
}

/// Reads values separated by commas. The list is empty if the variable is not set.
pub(super) fn read_list<T: FromStr>(
    look_up: &impl Fn(&'static str) -> Option<String>,
    variable: &'static str,
    expected: &str,
) -> Result<Vec<T>, Malformed> {
    let value = look_up(variable).unwrap_or_default();
    let items = value.split(',').map(str::trim).filter(|item| !item.is_empty());
    items
        .map(|item| {
            item.parse().map_err(|_| Malformed { variable, expected: expected.to_owned(), value: item.to_owned() })
        })
        .collect()
}
