//! Errors on the wire: a message for people in their language, a code for programs, the field that was wrong.

use std::sync::Arc;

use async_graphql::{ErrorExtensionValues, Pos, ServerError, Value};

use super::document::Executed;
use store::error::{Error, ErrorCode};
use types::Problem;

/// How many mistakes of a document are named at most: a short document can hold thousands, each longer in words than in
/// the document.
const MOST_MISTAKES: usize = 20;

/// The longest message about a mistake: a document can hold a name as long as itself.
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
    /// The language that an Accept-Language header prefers: whichever of the two has the higher weight, or comes first.
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
    /// What is said in this language.
    pub fn of(self, message: &Problem) -> &str {
        match self {
            Self::Chinese => &message.zh,
            Self::English => &message.en,
        }
    }
}

/// A quality value of an Accept or Accept-Language header in thousandths: `q=0.8` is 800, none is 1000.
pub fn quality(parameter: &str) -> u32 {
    let Some(value) = parameter.trim().strip_prefix("q=") else { return 1000 };
    let digits: String = value.chars().filter(char::is_ascii_digit).chain("000".chars()).take(4).collect();
    digits.parse().unwrap_or(0)
}

/// Why a request is not executed: the mistakes of its document or its variables, or one thing about the request as a
/// whole.
#[derive(Debug, Default)]
pub struct Refusal(Vec<(Error, Vec<Pos>)>);

impl Refusal {
    /// Adds a mistake, as long as an answer names more.
    pub fn add(&mut self, error: Error, pos: Pos) {
        self.add_at(error, vec![pos]);
    }

    /// Adds a mistake that stands in several places.
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

    /// Whether there is nothing wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it names as many mistakes as an answer does.
    pub fn is_full(&self) -> bool {
        self.0.len() >= MOST_MISTAKES
    }

    /// The errors, the first one first.
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

/// Gives every error of an answer that has no code yet its message in the caller's language, its code and its field.
/// What nobody outside needs to know goes into the log under the request's id.
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

/// What the library found wrong in its own words, with a value that only execution shows.
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
