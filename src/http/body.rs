//! Request bodies: of the expected type, and no larger and no slower than the settings allow.

use axum::{
    body::{Body, HttpBody},
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use http_body_util::BodyExt;
use tokio::time::{Duration, Instant, timeout, timeout_at};

use super::{
    Service,
    answer::{ResponseFormat, is_utf_8},
};
use store::error::{Error, Result};

/// How long, and up to how many times the size limit, the rest of a body that is too large is read before it is
/// refused. A client that is still writing would not see the answer if its connection were closed.
const DISCARDING: Duration = Duration::from_secs(1);
const DISCARDED_LIMITS: usize = 16;

/// A refusal of a whole request, with the header that says what would be accepted.
pub(crate) struct Refusal {
    /// The status of the answer.
    pub status: StatusCode,
    /// What is wrong. Boxed, because refusals are rare and this type is part of many `Result`s.
    pub error: Box<Error>,
    /// The header that says what would be accepted.
    pub accepted: Option<(HeaderName, &'static str)>,
    /// Whether an array was sent, which is answered with an array.
    pub is_of_array: bool,
}

impl Refusal {
    /// A refusal that needs no header.
    pub(crate) fn new(status: StatusCode, error: Error) -> Self {
        Self { status, error: Box::new(error), accepted: None, is_of_array: false }
    }

    /// A refusal with a header that says what would be accepted.
    pub(crate) fn accepting(
        status: StatusCode,
        name: HeaderName,
        value: &'static str,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> Self {
        Self { accepted: Some((name, value)), ..Self::new(status, Error::malformed_request(zh, en)) }
    }

    /// The refusal as a JSON response.
    pub(crate) fn answer(self, format: &ResponseFormat) -> Response {
        let Self { status, error, accepted, is_of_array } = self;
        let mut response =
            if is_of_array { format.refuse_array(status, *error) } else { format.refuse(status, *error) };
        if let Some((name, value)) = accepted {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        response
    }
}

impl Service {
    /// Reads the whole body of a request, up to the size limit. Returns `None` if the client broke off.
    pub(crate) async fn body(&self, request: Request, deadline: Instant) -> Result<Option<Vec<u8>>, Refusal> {
        let limit = self.config.requests.body_limit_kib * 1024;
        // A client that sent `Expect: 100-continue` has not begun to write its body, and must not be told to continue.
        let is_waiting = request.headers().contains_key(header::EXPECT);
        let mut body = request.into_body();
        let mut bytes = Vec::new();
        let mut is_too_large = body.size_hint().lower() > limit as u64;
        while !is_too_large {
            let frame = timeout_at(deadline, body.frame()).await.map_err(|_| self.body_too_slow())?;
            let Some(frame) = frame else { return Ok(Some(bytes)) };
            let Ok(frame) = frame else { return Ok(None) };
            let data = frame.into_data().unwrap_or_default();
            is_too_large = bytes.len() + data.len() > limit;
            bytes.extend_from_slice(if is_too_large { &[] } else { &data });
        }
        drop(bytes);
        if !is_waiting {
            discard(body, limit * DISCARDED_LIMITS).await;
        }
        let kib = self.config.requests.body_limit_kib;
        let error = Error::too_complex(
            format!("请求体过大：最多 {kib} KiB"),
            format!("the request body is too large: at most {kib} KiB"),
        );
        Err(Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, error))
    }

    fn body_too_slow(&self) -> Refusal {
        let seconds = self.config.requests.time.as_secs();
        let error = Error::too_complex(
            format!("请求体未及时到达：最长 {seconds} 秒"),
            format!("the request body did not arrive in time: at most {seconds} s"),
        );
        Refusal::new(StatusCode::REQUEST_TIMEOUT, error)
    }
}

/// Refuses a body that is not of the expected type, not in UTF-8, or compressed. A compressed body would have to be
/// bounded twice, and requests are too small for compression to save anything.
pub(crate) fn check_type(headers: &HeaderMap, expected: &'static str) -> Result<(), Refusal> {
    let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
    let media = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut parts = media.split(';').map(str::trim);
    let is_expected = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(expected));
    let has_other_charset = parts
        .filter_map(|parameter| parameter.split_once('='))
        .any(|(key, charset)| key.trim().eq_ignore_ascii_case("charset") && !is_utf_8(charset));
    if !is_expected || has_other_charset {
        let (zh, en) =
            (format!("请求体应为 UTF-8 编码的 {expected}"), format!("expected a body of type {expected} in UTF-8"));
        return Err(Refusal::accepting(status, HeaderName::from_static("accept-post"), expected, zh, en));
    }
    if headers
        .get(header::CONTENT_ENCODING)
        .is_some_and(|encoding| !encoding.as_bytes().eq_ignore_ascii_case(b"identity"))
    {
        let (zh, en) = ("请求体不得压缩", "expected a body that is not compressed");
        return Err(Refusal::accepting(status, header::ACCEPT_ENCODING, "identity", zh, en));
    }
    Ok(())
}

/// Reads the rest of a body and discards it, within bounds of size and time.
async fn discard(mut body: Body, mut most: usize) {
    let reading = async {
        while let Some(Ok(frame)) = body.frame().await {
            let length = frame.data_ref().map_or(0, |data| data.len());
            let Some(left) = most.checked_sub(length) else { break };
            most = left;
        }
    };
    // It makes no difference whether the body ended or the time ran out: the request is refused either way.
    let _ = timeout(DISCARDING, reading).await;
}
