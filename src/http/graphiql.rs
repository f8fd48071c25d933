//! GraphiQL, an editor for the API, served from the binary: a page, and assets whose names change with their content.
//! `make graphiql` bundles it into `web/graphiql/dist`, and `build.rs` embeds that folder.

use std::{io::Read, sync::Arc};

use axum::{
    Extension, Router,
    extract::{Path, rejection::PathRejection},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use flate2::read::GzDecoder;
use maud::html;
use sha2::{Digest, Sha256};

use super::{Service, answer::ResponseFormat, sender::Origin};
use crate::{graphql, pages::Page};
use store::error::Error;

/// The bundled files, sorted by name; empty if GraphiQL was not bundled. All files but the page are compressed.
static FILES: &[(&str, &[u8])] = &include!(concat!(env!("OUT_DIR"), "/graphiql.rs"));

/// What the page may load: its own files from this server, and answers of the API. Styles are not restricted, because
/// the editor positions lines with style attributes and creates its colours at run time, which no hash can name.
/// Nothing that a style could load from another site is allowed.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/// GraphiQL's routes.
pub(super) fn routes() -> Router<Arc<Service>> {
    Router::new().route("/graphiql", get(page)).route("/graphiql/assets/{name}", get(asset))
}

#[expect(clippy::indexing_slicing, reason = "each index lies within the slice by construction")]
fn file(name: &str) -> Option<&'static [u8]> {
    FILES.binary_search_by_key(&name, |(name, _)| *name).ok().map(|position| FILES[position].1)
}

/// Answers `/graphiql`.
async fn page(headers: HeaderMap) -> Response {
    let Some(page) = file("index.html") else { return not_bundled() };
    let tag = format!("\"{}\"", hex::encode(Sha256::digest(page)));
    let mut response =
        if is_kept(&headers, &tag) { StatusCode::NOT_MODIFIED.into_response() } else { page.into_response() };
    set(response.headers_mut(), header::ETAG, &tag);
    for (name, value) in [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::CACHE_CONTROL, "no-cache"),
    ] {
        set(response.headers_mut(), name, value);
    }
    response
}

/// Answers `/graphiql/assets/{name}`. The content of a name never changes.
async fn asset(
    Extension(origin): Extension<Origin>,
    path: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
) -> Response {
    // A path that is not UTF-8 names no file.
    let name = path.map(|Path(name)| name).unwrap_or_default();
    let (Some(compressed), Some(media)) = (file(&format!("{name}.gz")), media(&name)) else {
        let format = ResponseFormat::of(&headers, &origin.request_id);
        return format.refuse(StatusCode::NOT_FOUND, Error::nothing_here("此文件", "file"));
    };
    // The tag is the same for both encodings, so it is a weak one.
    let tag = format!("W/\"{name}\"");
    let mut response = if is_kept(&headers, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else if takes_gzip(&headers) {
        ([(header::CONTENT_ENCODING, "gzip")], compressed).into_response()
    } else {
        decompressed(compressed).into_response()
    };
    set(response.headers_mut(), header::ETAG, &tag);
    for (name, value) in [
        (header::CONTENT_TYPE, media),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::VARY, "accept-encoding"),
    ] {
        set(response.headers_mut(), name, value);
    }
    response
}

/// The names and values here are plain ASCII, so this cannot fail.
fn set(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

/// The media type of a bundled file, by its extension; `None` for files that are not served.
fn media(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "js" => Some("text/javascript; charset=utf-8"),
        "css" => Some("text/css; charset=utf-8"),
        "ttf" => Some("font/ttf"),
        _ => None,
    }
}

/// Whether the client already has this content.
fn is_kept(headers: &HeaderMap, tag: &str) -> bool {
    let kept = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    kept.flat_map(|value| value.split(',')).map(str::trim).any(|kept| kept == tag || kept == "*")
}

/// Whether the client accepts gzip. Every browser does; for other clients, the file is decompressed.
fn takes_gzip(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    accepted.flat_map(|value| value.split(',')).any(|coding| {
        let (name, parameter) = coding.split_once(';').unwrap_or((coding, ""));
        name.trim().eq_ignore_ascii_case("gzip") && graphql::quality(parameter) > 0
    })
}

fn decompressed(compressed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    // What the bundler compressed can be decompressed. If it could not, an empty file would at least say nothing wrong.
    let _ = GzDecoder::new(compressed).read_to_end(&mut bytes);
    bytes
}

/// The page of a program that was built without GraphiQL.
fn not_bundled() -> Response {
    let content = html! {
        h1 { "GraphiQL" }
        p class="problem" { "此程序构建时未包含 GraphiQL。接口不受影响：/graphql。" }
        p lang="en" { "This program was built without GraphiQL. The API answers all the same, at /graphql." }
        p { "包含的方法 " span lang="en" { "To include it" } ": " code { "make graphiql" } ", " code { "cargo build" } " (Node 20, npm)" }
    };
    Page { status: StatusCode::NOT_FOUND, title: ("GraphiQL", "not built"), content }.into_response()
}
