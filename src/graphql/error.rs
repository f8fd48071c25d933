//! Errors in answers: a message for people in their language, a code for programs, and the field in error.

use std::sync::Arc;

use async_graphql::{ErrorExtensionValues, Pos, ServerError, Value};

use super::document::Executed;
use store::error::{Error, ErrorCode};
use types::Problem;

/// The maximum number of mistakes that are named for a document. A short document can contain thousands, and each
/// message is longer than the mistake.
const MOST_MISTAKES: usize = 20;

/// The maximum length of a message about a mistake. A document can contain a name as long as itself.
const LONGEST_MESSAGE: usize = 500;

/// The language of messages for people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Language {
    /// Chinese, unless the caller prefers English.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Language {
    /// The language that an Accept-Language header prefers: the one with the higher weight, or the first one.
    pub fn preferred(header: Option<&str>) -> Self {
        let weight = |wanted: &str| {
            header
                .unwrap_or_default()
                .split(',')
                .enumerate()
                .filter_map(|(position, range)| {
                    let (tag, parameter) = range.split_once(';').unwrap_or((range, ""));
                    let primary = tag.trim().split('-').next().unwrap_or_default();
                    if !primary.eq_ignore_ascii_case(wanted) {
                        return None;
                    }
                    Some((quality(parameter), std::cmp::Reverse(position)))
                })
                .max()
        };
        if weight("en") > weight("zh") { Self::English } else { Self::Chinese }
    }
}

impl Language {
    /// The message in this language.
    pub fn of(self, message: &Problem) -> &str {
        match self {
            Self::Chinese => &message.zh,
            Self::English => &message.en,
        }
    }
}

/// A quality value of an Accept or Accept-Language header, in thousandths: `q=0.8` is 800. Without a value it is 1000.
pub fn quality(parameter: &str) -> u32 {
    let Some(value) = parameter.trim().strip_prefix("q=") else { return 1000 };
    let digits: String = value.chars().filter(char::is_ascii_digit).chain("000".chars()).take(4).collect();
    digits.parse().unwrap_or(0)
}

/// Why a request is not executed: mistakes of its document or variables, or one problem with the request as a whole.
#[derive(Debug, Default)]
pub struct Refusal(Vec<(Error, Vec<Pos>)>);

impl Refusal {
    /// Adds a mistake, unless the maximum is reached.
    pub fn add(&mut self, error: Error, pos: Pos) {
        self.add_at(error, vec![pos]);
    }

    /// Adds a mistake with several positions.
    pub fn add_at(&mut self, mut error: Error, positions: Vec<Pos>) {
        for text in [&mut error.message.zh, &mut error.message.en].into_iter().chain(&mut error.field) {
            if let Some((end, _)) = text.char_indices().nth(LONGEST_MESSAGE) {
                text.truncate(end);
                text.push('…');
            }
        }
        if !self.is_full() {
            self.0.push((error, positions));
        }
    }

    /// Whether there are no mistakes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the maximum number of mistakes is reached.
    pub fn is_full(&self) -> bool {
        self.0.len() >= MOST_MISTAKES
    }

    /// The errors, in order.
    pub fn errors(&self) -> impl Iterator<Item = &Error> {
        self.0.iter().map(|(error, _)| error)
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self(vec![(error, Vec::new())])
    }
}

impl From<Refusal> for Vec<ServerError> {
    fn from(refusal: Refusal) -> Self {
        let each = refusal.0.into_iter().map(|(error, positions)| {
            let mut refused = ServerError::new(String::new(), None);
            refused.locations = positions;
            refused.source = Some(Arc::new(error));
            refused
        });
        each.collect()
    }
}

/// The answer to a request that is refused as a whole.
pub fn refused(refusal: impl Into<Refusal>) -> Executed {
    Executed::from(refusal.into())
}

/// Completes every error of an answer that has no code yet: its message in the caller's language, its code and its
/// field. Internal details are logged under the request ID and not sent.
pub fn render(errors: &mut [ServerError], language: Language, request_id: &str) {
    for error in errors.iter_mut().filter(|error| error.extensions.is_none()) {
        let known = error.source::<Error>().cloned().unwrap_or_else(|| of_the_library(error));
        known.log(request_id);
        error.message = language.of(&known.message).to_owned();
        error.extensions = Some(extensions(&known, request_id));
        error.source = None;
    }
}

fn extensions(error: &Error, request_id: &str) -> ErrorExtensionValues {
    let mut extensions = ErrorExtensionValues::default();
    extensions.set("code", error.code.as_str());
    if let Some(field) = &error.field {
        extensions.set("field", Value::from(field.as_str()));
    }
    if let Some(available) = error.available {
        extensions.set("availableKg", available.to_string());
    }
    if let Some(seconds) = error.retry_after_seconds {
        extensions.set("retryAfterSeconds", seconds);
    }
    if error.code == ErrorCode::Internal {
        extensions.set("requestId", request_id);
    }
    extensions
}

/// The error for a problem that the library reports in its own words, about a value that is only known at execution.
fn of_the_library(error: &ServerError) -> Error {
    Error::not_of_the_schema(
        None,
        Problem::new("值不符合接口定义", format!("a value does not fit the schema: {}", error.message)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preferred_language_is_chosen() {
        for (header, language) in [
            (None, Language::Chinese),
            (Some("en"), Language::English),
            (Some("en-GB,en;q=0.9,zh;q=0.8"), Language::English),
            (Some("zh-CN,zh;q=0.9,en;q=0.8"), Language::Chinese),
            (Some("en;q=0.5, zh"), Language::Chinese),
            (Some("fr"), Language::Chinese),
            (Some("*"), Language::Chinese),
            (Some("de, en;q=0.1"), Language::English),
        ] {
            assert_eq!(Language::preferred(header), language, "{header:?}");
        }
    }
}
