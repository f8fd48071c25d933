//! Requests that are answered in this process, by the same code as the server's.

use std::net::SocketAddr;

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{Request, header},
};
use http_body_util::BodyExt;
use lihua::config::Config;
use store::{Database, clock::Clock};
use tower::ServiceExt;

use crate::{load, server::SETTINGS};

/// The database at a URL, and the settings of a measured server with these besides.
pub(crate) async fn connect(url: &str, besides: &[(&str, &str)]) -> (Database, Config) {
    let variables: Vec<_> = SETTINGS.iter().chain(besides).copied().chain([("DATABASE_URL", url)]).collect();
    let set =
        |variable: &str| variables.iter().find(|(name, _)| *name == variable).map(|(_, value)| (*value).to_owned());
    let config = Config::from(set).expect("settings");
    let database = Database::connect(&config.database, Clock::System).await.expect("the database");
    (database, config)
}

/// Answers a request, which must not be refused.
pub(crate) async fn answer(router: &Router, token: Option<&str>, query: &str) {
    let peer = ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 50_000)));
    let mut request = Request::post("/graphql").extension(peer).header(header::CONTENT_TYPE, "application/json");
    if let Some(token) = token {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    let body = load::body(query, &load::phone()).to_string();
    let answer = router.clone().oneshot(request.body(Body::from(body)).expect("a request")).await.expect("an answer");
    let answer = answer.into_body().collect().await.expect("a body").to_bytes();
    assert!(answer.starts_with(b"{\"data\":{"), "{}", String::from_utf8_lossy(&answer));
}
