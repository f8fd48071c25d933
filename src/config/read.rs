//! Reads settings from the environment, and notes what is stated about each.

use std::{cell::RefCell, fmt::Display, num::NonZeroU32, ops::RangeInclusive, str::FromStr, time::Duration};

/// Why a setting cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{name}: expected {expected}, got {value:?}")]
pub struct Malformed {
    name: &'static str,
    expected: String,
    value: String,
}

/// Where settings are read from, with notes of what was read.
pub(super) struct Environment<'a> {
    look_up: &'a dyn Fn(&'static str) -> Option<String>,
    notes: RefCell<Vec<Note>>,
}

/// What is stated about a setting, for people.
pub(super) struct Note {
    pub name: &'static str,
    pub default: String,
    pub meaning: &'static str,
}

/// Makes the value of a text. The error is the part of the text that is shown as malformed.
type Parse<T> = Box<dyn FnOnce(&str) -> Result<T, String>>;

/// A setting about to be read.
#[must_use = "it is read when its meaning is given"]
pub(super) struct Setting<'a, T> {
    env: &'a Environment<'a>,
    name: &'static str,
    default: String,
    expected: String,
    parse: Parse<T>,
}

impl<'a> Environment<'a> {
    pub(super) fn new(look_up: &'a dyn Fn(&'static str) -> Option<String>) -> Self {
        Self { look_up, notes: RefCell::default() }
    }

    /// What is stated about the settings that were read, in their order.
    pub(super) fn into_notes(self) -> Vec<Note> {
        self.notes.into_inner()
    }
}

/// A setting whose value is made by a function. If that fails, it returns the part of the text to show.
pub(super) fn setting<'a, T>(
    env: &'a Environment<'a>,
    name: &'static str,
    default: &str,
    expected: &str,
    parse: impl FnOnce(&str) -> Result<T, String> + 'static,
) -> Setting<'a, T> {
    Setting { env, name, default: default.to_owned(), expected: expected.to_owned(), parse: Box::new(parse) }
}

/// A value that can be read from text.
pub(super) fn value<'a, T: FromStr>(
    env: &'a Environment<'a>,
    name: &'static str,
    default: &str,
    expected: &str,
) -> Setting<'a, T> {
    setting(env, name, default, expected, |text| text.trim().parse().map_err(|_| text.to_owned()))
}

/// Whether something is done.
pub(super) fn switch<'a>(env: &'a Environment<'a>, name: &'static str, default: bool) -> Setting<'a, bool> {
    value(env, name, &default.to_string(), "true or false")
}

/// A number within a range.
pub(super) fn number<'a, T: FromStr + PartialOrd + Display + 'static>(
    env: &'a Environment<'a>,
    name: &'static str,
    default: T,
    range: RangeInclusive<T>,
) -> Setting<'a, T> {
    let expected = format!("a number from {} to {}", range.start(), range.end());
    setting(env, name, &default.to_string(), &expected, move |text| {
        text.trim().parse().ok().filter(|number| range.contains(number)).ok_or_else(|| text.to_owned())
    })
}

/// A number of seconds.
pub(super) fn seconds<'a>(
    env: &'a Environment<'a>,
    name: &'static str,
    default: u64,
    range: RangeInclusive<u64>,
) -> Setting<'a, Duration> {
    number(env, name, default, range).map(Duration::from_secs)
}

/// A rate per minute: at least 1, and not so high that the interval would round to nothing.
pub(super) fn per_minute<'a>(env: &'a Environment<'a>, name: &'static str, default: u32) -> Setting<'a, NonZeroU32> {
    number(env, name, default, 1..=100_000_000).map(|times| NonZeroU32::MIN.saturating_add(times - 1))
}

/// Values separated by commas, none by default.
pub(super) fn list<'a, T: FromStr>(
    env: &'a Environment<'a>,
    name: &'static str,
    expected: &str,
) -> Setting<'a, Vec<T>> {
    setting(env, name, "", expected, |text| {
        let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
        items.map(|item| item.parse().map_err(|_| item.to_owned())).collect()
    })
}

impl<'a, T: 'static> Setting<'a, T> {
    /// The same setting, as a value made of the one that is written.
    pub(super) fn map<U>(self, make: impl FnOnce(T) -> U + 'static) -> Setting<'a, U> {
        let Self { env, name, default, expected, parse } = self;
        Setting { env, name, default, expected, parse: Box::new(|text| parse(text).map(make)) }
    }

    /// Reads the setting. Its meaning is what `.env.example` says of it: the unit, and what happens at a limit.
    pub(super) fn means(self, meaning: &'static str) -> Result<T, Malformed> {
        let Self { env, name, default, expected, parse } = self;
        let value = (env.look_up)(name).unwrap_or_else(|| default.clone());
        env.notes.borrow_mut().push(Note { name, default, meaning });
        parse(&value).map_err(|value| Malformed { name, expected, value })
    }
}
