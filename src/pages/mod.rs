//! Pages: what people read in a browser and on paper, in Chinese with English beside it.
//!
//! A page has no script, sets no cookie and loads nothing from other sites. It may be cached only if everybody may read
//! it. It tells no other site where it was read. Refusals are pages, too.

use std::sync::{Arc, LazyLock};

use axum::{
    Extension, Router,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
    routing::get,
};
use base64::{Engine, prelude::BASE64_STANDARD};
use maud::{DOCTYPE, Markup, PreEscaped, Render, html};
use sha2::{Digest, Sha256};
use tokio::time::{Instant, timeout_at};

use crate::http::{Service, body::Refusal, noted, sender::Origin};
use store::error::{Error, ErrorCode};

mod certificates;
mod front_page;
mod receipts;
mod reports;
mod trace;

pub(crate) use front_page::front_page;
pub(crate) use reports::display;

/// The style of a page, on a screen and on paper.
struct Sheet {
    style: &'static str,
    /// The content security policy: a page may load only its own style, and may send its form only to this server.
    policy: HeaderValue,
}

impl Sheet {
    fn new(style: &'static str) -> Self {
        let hash = BASE64_STANDARD.encode(Sha256::digest(style));
        let policy = format!(
            "default-src 'none'; style-src 'sha256-{hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        );
        let nothing = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");
        Self { style, policy: HeaderValue::from_str(&policy).unwrap_or(nothing) }
    }
}

/// The style of pages that have no style sheet of their own.
static SHEET: LazyLock<Sheet> = LazyLock::new(|| Sheet::new(include_str!("style.css")));

/// The pages' routes.
pub(crate) fn routes() -> Router<Arc<Service>> {
    Router::new()
        .route("/preorders/{code}", get(receipts::order).post(receipts::order))
        .route("/preorders/{code}/payments/{payment}", get(receipts::payment).post(receipts::payment))
        .method_not_allowed_fallback(method_not_allowed)
        .merge(
            Router::new()
                .route("/certificates/{code}", get(certificates::certificate))
                .route("/preorders", get(front_page::preorder_of))
                .route("/trace", get(front_page::trace_of))
                .route("/reports/{id}", get(reports::report))
                .route("/trace/{code}", get(trace::trace))
                .method_not_allowed_fallback(method_not_allowed_but_get),
        )
}

/// A page.
pub(crate) struct Page {
    /// The status of the response.
    pub status: StatusCode,
    /// Its title in Chinese and English.
    pub title: (&'static str, &'static str),
    /// Its content.
    pub content: Markup,
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        self.on(&SHEET)
    }
}

impl Page {
    /// Renders the page with a style sheet.
    fn on(self, sheet: &Sheet) -> Response {
        let Self { status, title: (zh, en), content } = self;
        let document = html! {
            (DOCTYPE)
            html lang="zh-CN" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="robots" content="noindex, nofollow";
                    title { (zh) " " (en) }
                    style { (PreEscaped(sheet.style)) }
                }
                body { (content) }
            }
        };
        let mut response = (status, document.into_string()).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        headers.insert(header::CONTENT_SECURITY_POLICY, sheet.policy.clone());
        headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
        response
    }
}

/// A text in both languages.
fn both(zh: &str, en: &str) -> Markup {
    html! { (zh) " " span lang="en" { (en) } }
}

/// One fact: its name and its value.
fn fact(zh: &str, en: &str, value: impl Render) -> Markup {
    html! { div { dt { (both(zh, en)) } dd { (value) } } }
}

/// Says that the records are generated, if they are.
fn demo_label(is_demo: bool) -> Markup {
    html! { @if is_demo { p { span class="demo" { "演示数据 demonstration data" } } } }
}

/// Runs `page` within the time that a request may take, and returns its result or its refusal as a page.
async fn answer<P: IntoResponse>(
    service: &Service,
    origin: &Origin,
    page: impl AsyncFnOnce(Instant) -> Result<P, Refusal>,
) -> Response {
    let deadline = Instant::now() + service.config.requests.time;
    let page = timeout_at(deadline, page(deadline)).await.unwrap_or_else(|_| Err(too_long(service)));
    page.map_or_else(|refusal| refused(refusal, origin), IntoResponse::into_response)
}

/// The refusal of work that took longer than a request may take.
pub(crate) fn too_long(service: &Service) -> Refusal {
    let seconds = service.config.requests.time.as_secs();
    let error = Error::too_complex(
        format!("请求处理超时：最长 {seconds} 秒"),
        format!("the request took too long: at most {seconds} s"),
    );
    Refusal::new(StatusCode::SERVICE_UNAVAILABLE, error)
}

/// An error as the refusal of a page or file, with the matching status.
pub(crate) fn refusal(error: Error) -> Refusal {
    let status = match error.code {
        ErrorCode::Unauthenticated => {
            let accepted = Some((header::WWW_AUTHENTICATE, "Bearer"));
            return Refusal { accepted, ..Refusal::new(StatusCode::UNAUTHORIZED, error) };
        }
        ErrorCode::Forbidden => StatusCode::FORBIDDEN,
        ErrorCode::InvalidInput | ErrorCode::TooComplex => StatusCode::BAD_REQUEST,
        ErrorCode::NotFound => StatusCode::NOT_FOUND,
        ErrorCode::Conflict | ErrorCode::QuotaExceeded => StatusCode::CONFLICT,
        ErrorCode::RateLimited => StatusCode::TOO_MANY_REQUESTS,
        ErrorCode::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        ErrorCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    };
    Refusal::new(status, error)
}

/// A refusal as a page. Internal details are written to the log under the request's id and are not shown.
fn refused(refusal: Refusal, origin: &Origin) -> Response {
    let Refusal { status, error, accepted, is_of_array: _ } = refusal;
    error.log(&origin.request_id);
    let is_internal = error.code == ErrorCode::Internal;
    let content = html! {
        h1 { (both("无法显示", "Cannot be shown")) }
        p class="problem" { (error.message.zh) }
        p lang="en" { (error.message.en) }
        @if is_internal { p { (both("请求编号", "request")) " " (origin.request_id) } }
    };
    let mut response = Page { status, title: ("无法显示", "Cannot be shown"), content }.into_response();
    if let Some((name, value)) = accepted {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    noted::codes(&mut response, std::iter::once(error.code.as_str()));
    if let Some(seconds) = error.retry_after_seconds {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

/// Identifies who requests a page, and admits them unless they send too many requests.
pub(crate) async fn admit(
    State(service): State<Arc<Service>>,
    Extension(origin): Extension<Origin>,
    mut request: Request,
    next: Next,
) -> Response {
    match service.admit(request.headers(), &origin).await {
        Ok(sender) => {
            let caller = sender.caller.clone();
            request.extensions_mut().insert(sender);
            let mut response = next.run(request).await;
            noted::sender(&mut response, &caller);
            response
        }
        Err(error) => refused(refusal(error), &origin),
    }
}

/// Refuses other methods. The router itself adds the Allow header.
async fn method_not_allowed(Extension(origin): Extension<Origin>) -> Response {
    let error = Error::malformed_request("应使用 GET 或 POST", "expected GET or POST");
    refused(Refusal::new(StatusCode::METHOD_NOT_ALLOWED, error), &origin)
}

/// The same for pages without a form.
async fn method_not_allowed_but_get(Extension(origin): Extension<Origin>) -> Response {
    let error = Error::malformed_request("应使用 GET", "expected GET");
    refused(Refusal::new(StatusCode::METHOD_NOT_ALLOWED, error), &origin)
}
