//! How responses are written: in the media type and language that the caller asks for, with the matching status.

use async_graphql::{ServerError, Value};
use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use serde::Serialize;

use super::noted::{self, OperationLine};
use crate::graphql::{self, Data, Executed, Language};
use store::error::{Error, ErrorCode};

/// The media types of responses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Media {
    /// `application/json`: what clients got before GraphQL had a media type of its own. A document with errors is
    /// answered with 200.
    Json,
    /// `application/graphql-response+json`: the status says whether the document was executed.
    GraphqlResponse,
}

impl Media {
    /// The media type that an Accept header prefers. If it weights both equally, GraphQL's own type wins, provided that
    /// the header names it. JSON if the header is missing or empty; `None` if it accepts neither.
    pub(crate) fn preferred(headers: &HeaderMap) -> Option<Self> {
        if headers
            .get_all(header::ACCEPT)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .all(|value| value.trim().is_empty())
        {
            return Some(Self::Json);
        }
        // GraphQL's own type is chosen only if the header names it; wildcards mean JSON.
        let accepted = Accepted::by(headers);
        match (accepted.weight(&["application/graphql-response+json"]), accepted.json()) {
            (0, 0) => None,
            (graphql, json) if graphql >= json => Some(Self::GraphqlResponse),
            _ => Some(Self::Json),
        }
    }

    fn name(self) -> HeaderValue {
        match self {
            Self::Json => HeaderValue::from_static("application/json; charset=utf-8"),
            Self::GraphqlResponse => HeaderValue::from_static("application/graphql-response+json; charset=utf-8"),
        }
    }
}

/// Whether an Accept header names `text/html` and weights it at least as highly as JSON. Browsers send such headers;
/// programs name JSON or accept anything.
pub(crate) fn prefers_page(headers: &HeaderMap) -> bool {
    let accepted = Accepted::by(headers);
    let page = accepted.weight(&["text/html"]);
    page > 0 && page >= accepted.json()
}

/// The media ranges of an Accept header, with their weights in thousandths.
struct Accepted(Vec<(String, u32)>);

impl Accepted {
    fn by(headers: &HeaderMap) -> Self {
        let values = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
        Self(values.flat_map(|value| value.split(',')).filter_map(range).collect())
    }

    /// The weight of the first of these ranges that the header names; 0 if it names none.
    fn weight(&self, ranges: &[&str]) -> u32 {
        let named = |wanted: &&str| self.0.iter().find(|(range, _)| range == *wanted).map(|(_, weight)| *weight);
        ranges.iter().find_map(named).unwrap_or(0)
    }

    /// The weight of JSON. A range that names it takes precedence over a wildcard.
    fn json(&self) -> u32 {
        self.weight(&["application/json", "application/*", "*/*"])
    }
}

/// Parses a range of an Accept header into its name and its weight in thousandths. `None` if it asks for a charset
/// other than UTF-8.
fn range(text: &str) -> Option<(String, u32)> {
    let mut parts = text.split(';').map(str::trim);
    let name = parts.next()?.to_ascii_lowercase();
    let mut weight = 1000;
    for parameter in parts {
        match parameter.split_once('=') {
            Some(("q", _)) => weight = graphql::quality(parameter),
            Some((key, value)) if key.eq_ignore_ascii_case("charset") && !is_utf_8(value) => return None,
            _ => {}
        }
    }
    Some((name, weight))
}

/// Whether a `charset` parameter of a media type means UTF-8, the encoding of JSON.
pub(crate) fn is_utf_8(charset: &str) -> bool {
    let charset = charset.trim().trim_matches('"');
    charset.eq_ignore_ascii_case("utf-8") || charset.eq_ignore_ascii_case("utf8")
}

/// How the responses to one request are written.
#[derive(Debug, Clone)]
pub(crate) struct ResponseFormat {
    media: Media,
    language: Language,
    request_id: String,
}

impl ResponseFormat {
    /// The format that the headers of a request ask for; JSON if they accept no media type that is available.
    pub(crate) fn of(headers: &HeaderMap, request_id: &str) -> Self {
        let language = Language::preferred(headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()));
        let media = Media::preferred(headers).unwrap_or(Media::Json);
        Self { media, language, request_id: request_id.to_owned() }
    }

    /// The language of messages.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// Refuses a request with a status, whatever media type was asked for.
    pub(crate) fn refuse(&self, status: StatusCode, error: Error) -> Response {
        self.written(status, &[self.render(graphql::refused(error))], false)
    }

    /// Refuses an array of requests as a whole, with one error.
    pub(crate) fn refuse_array(&self, status: StatusCode, error: Error) -> Response {
        self.written(status, &[self.render(graphql::refused(error))], true)
    }

    /// Answers one request. If the server's own failure kept a document from being executed, the status says so. For
    /// any other document that was not executed, it is 400 over GraphQL's own media type and 200 over
    /// `application/json`.
    pub(crate) fn answer(&self, executed: Executed) -> Response {
        let answer = self.render(executed);
        let status =
            if answer.data.is_some() || self.media == Media::Json { StatusCode::OK } else { StatusCode::BAD_REQUEST };
        self.written(answer.status.unwrap_or(status), &[answer], false)
    }

    /// Answers requests that were sent as one array.
    pub(crate) fn answer_all(&self, all: Vec<Executed>) -> Response {
        let answers: Vec<Answer> = all.into_iter().map(|executed| self.render(executed)).collect();
        self.written(StatusCode::OK, &answers, true)
    }

    /// The answer when no document is known under a hash, in the words that clients of the persisted-query protocol
    /// expect.
    pub(crate) fn not_persisted() -> Executed {
        let mut error = ServerError::new("PersistedQueryNotFound", None);
        let mut extensions = async_graphql::ErrorExtensionValues::default();
        extensions.set("code", "PERSISTED_QUERY_NOT_FOUND");
        error.extensions = Some(extensions);
        Executed { errors: vec![error], data: None }
    }

    /// Serialises an answer for a socket, where it is not a response body of its own, and notes it for the log. Returns
    /// the errors alone if the document was not executed.
    pub(crate) fn message(&self, executed: Executed, line: &mut OperationLine) -> Result<String, String> {
        let answer = self.render(executed);
        line.has_answer(&answer.codes);
        // GraphQL values are JSON values, so this cannot fail.
        if answer.data.is_some() {
            Ok(serde_json::to_string(&answer).unwrap_or_default())
        } else {
            Err(serde_json::to_string(&answer.errors).unwrap_or_default())
        }
    }

    fn render(&self, executed: Executed) -> Answer {
        let Executed { mut errors, data } = executed;
        let known = || errors.iter().filter_map(|error| error.source::<Error>());
        let retry_after_seconds = known().filter_map(|error| error.retry_after_seconds).max();
        let has_failed = known().find_map(|error| match error.code {
            ErrorCode::Internal => Some(StatusCode::INTERNAL_SERVER_ERROR),
            ErrorCode::Unavailable => Some(StatusCode::SERVICE_UNAVAILABLE),
            _ => None,
        });
        graphql::render(&mut errors, self.language, &self.request_id);
        let code_of = |error: &ServerError| match error.extensions.as_ref()?.get("code")? {
            Value::String(code) => Some(code.clone()),
            _ => None,
        };
        let codes = errors.iter().filter_map(code_of).collect();
        let status = has_failed.filter(|_| data.is_none());
        Answer { errors, data, codes, retry_after_seconds, status }
    }

    fn written(&self, status: StatusCode, answers: &[Answer], as_array: bool) -> Response {
        let body = match answers {
            [answer] if !as_array => serde_json::to_vec(answer),
            answers => serde_json::to_vec(answers),
        };
        // GraphQL values are JSON values, so this cannot fail. If it did, an empty response would at least say nothing
        // wrong.
        let mut response = Response::new(Body::from(body.unwrap_or_default()));
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, self.media.name());
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        noted::codes(&mut response, answers.iter().flat_map(|answer| &answer.codes).map(String::as_str));
        let headers = response.headers_mut();
        if let Some(seconds) = answers.iter().filter_map(|answer| answer.retry_after_seconds).max() {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}

/// An answer on the wire. It has no `data` if nothing was executed.
#[derive(Serialize)]
struct Answer {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<ServerError>,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<Data>,
    #[serde(skip)]
    codes: Vec<String>,
    #[serde(skip)]
    retry_after_seconds: Option<u32>,
    #[serde(skip)]
    status: Option<StatusCode>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preferred(accept: &str) -> Option<Media> {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, accept.parse().expect("a header"));
        Media::preferred(&headers)
    }

    #[test]
    fn the_media_type_is_negotiated() {
        assert_eq!(Media::preferred(&HeaderMap::new()), Some(Media::Json));
        for (accept, media) in [
            ("*/*", Some(Media::Json)),
            ("application/*", Some(Media::Json)),
            ("application/json", Some(Media::Json)),
            ("application/graphql-response+json", Some(Media::GraphqlResponse)),
            (
                "application/graphql-response+json; charset=utf-8, application/json; charset=utf-8",
                Some(Media::GraphqlResponse),
            ),
            ("application/json, Application/GraphQL-Response+JSON", Some(Media::GraphqlResponse)),
            ("application/graphql-response+json;q=0.5, application/json", Some(Media::Json)),
            ("application/graphql-response+json;q=0, */*", Some(Media::Json)),
            ("application/json;q=0, */*;q=0.1", None),
            ("text/html, application/xhtml+xml, */*;q=0.8", Some(Media::Json)),
            ("text/html", None),
            ("application/json; charset=utf-16", None),
            ("", Some(Media::Json)),
        ] {
            assert_eq!(preferred(accept), media, "{accept}");
        }
    }

    #[test]
    fn browsers_prefer_pages() {
        for (accept, is_page) in [
            ("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8", true),
            ("text/html", true),
            ("text/html;q=0.9, application/json;q=0.5", true),
            ("application/json, text/html;q=0.9", false),
            ("application/json, text/plain, */*", false),
            ("text/html;q=0", false),
            ("*/*", false),
            ("", false),
        ] {
            let headers = HeaderMap::from_iter([(header::ACCEPT, accept.parse().expect("a header"))]);
            assert_eq!(prefers_page(&headers), is_page, "{accept}");
        }
    }
}
