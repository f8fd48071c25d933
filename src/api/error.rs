//! Errors on the wire: a message for people in their language, a code for programs, the field that was wrong.

use async_graphql::{ErrorExtensionValues, Response, ServerError, Value};

use super::document::Bounds;
use crate::{
    error::{Error, ErrorCode},
    types::Problem,
};

/// How many mistakes of a document are named at most: a short document can hold thousands, each longer in words than in the document.
const MOST_MISTAKES: usize = 20;

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

impl From<Error> for async_graphql::Error {
    fn from(error: Error) -> Self {
        Self { message: error.message.zh.clone(), source: Some(std::sync::Arc::new(error)), extensions: None }
    }
}

/// The answer to a request that is refused as a whole.
pub fn refused(error: Error) -> Response {
    let mut refusal = ServerError::new(String::new(), None);
    refusal.source = Some(std::sync::Arc::new(error));
    Response::from_errors(vec![refusal])
}

/// Gives every error of an answer that has no code yet its message in the caller's language, its code and its field. What nobody outside
/// needs to know goes into the log under the request's id.
pub fn render(response: &mut Response, language: Language, request_id: &str, bounds: &Bounds) {
    let mut mistakes = 0;
    response.errors.retain(|error| {
        mistakes += usize::from(error.source::<Error>().is_none());
        error.source::<Error>().is_some() || mistakes <= MOST_MISTAKES
    });
    for error in response.errors.iter_mut().filter(|error| error.extensions.is_none()) {
        let known = error.source::<Error>().cloned().unwrap_or_else(|| of_the_document(error, bounds));
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

/// What the library found wrong with a document, before any resolver ran: too costly, or not of the schema.
fn of_the_document(error: &ServerError, bounds: &Bounds) -> Error {
    match error.message.as_str() {
        "Query is too complex." => Error::too_complex(
            format!("查询过于复杂：最多 {} 个字段，列表按其记录数计", bounds.complexity),
            format!("the query is too complex: at most {} fields in all, a list counting as often as it has records", bounds.complexity),
        ),
        message => {
            let problem = Problem::new(format!("请求不符合接口定义：{message}"), message);
            Error::not_of_the_schema(field_of(message), problem)
        }
    }
}

/// The path of the input field that the library names in its own words: `Invalid value for argument "input.visitors", expected type
/// "Int"`, or of a field within: `… "input", field "soldOn" of type "Date!" is required but not provided`, `… unknown field "x" of …`.
fn field_of(message: &str) -> Option<String> {
    let (argument, rest) = message.strip_prefix("Invalid value for argument \"")?.split_once('"')?;
    let within = rest.strip_prefix(", field \"").or_else(|| rest.strip_prefix(", unknown field \""));
    Some(match within.and_then(|rest| rest.split('"').next()) {
        Some(field) => format!("{argument}.{field}"),
        None => argument.to_owned(),
    })
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
