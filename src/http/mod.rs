//! HTTP: the router, and what applies to every request and response.

use std::{sync::Arc, time::Duration};

use axum::{
    Extension, Json, Router,
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::{any, get},
};
use tokio::{sync::Semaphore, time::Instant};
use tower_http::cors::CorsLayer;

use crate::{
    config::Config,
    exports,
    graphql::{self, Documents, LihuaSchema},
    pages,
    rate::{Limiter, PreorderLimit, SignInLimit},
};
use domain::{
    access::{passwords::Passwords, sessions::Sessions, watched_sessions::WatchedSessions},
    figures::reports::RecentReports,
};
use store::{
    Database,
    error::{Error, Result},
};

pub(crate) mod answer;
pub(crate) mod body;
mod endpoint;
mod frames;
mod graphiql;
pub(crate) mod json;
pub(crate) mod noted;
mod parameters;
mod registered;
pub(crate) mod sender;
mod serve;
mod shares;
mod sockets;

use answer::ResponseFormat;
use noted::{AccountId, Codes, Operations};
use registered::Registered;
pub use registered::Unusable;
use sender::{Key, Origin, REQUEST_ID, Sender};
pub use serve::serve;
use shares::Shares;

/// The state that all request handlers share.
pub(crate) struct Service {
    pub(crate) config: Config,
    schema: LihuaSchema,
    pub(crate) database: Database,
    sessions: Sessions,
    documents: Documents,
    registered: Option<Registered>,
    limiter: Limiter<Key>,
    /// The same limit that the API uses, so that pages and API count together.
    pub(crate) preorder_limit: PreorderLimit,
    /// Permits for sockets.
    sockets: Arc<Semaphore>,
    /// How many of them each address holds.
    socket_shares: Shares,
    /// The sessions that open sockets depend on.
    watched_sessions: WatchedSessions,
    /// Permits for exports.
    pub(crate) exports: Arc<Semaphore>,
}

/// The routes: `/graphql`, `GET /schema.graphql`, `GET /health`, GraphiQL, the exports, and the pages. Fails if
/// registered documents cannot be used.
pub fn router(database: Database, config: &Config) -> Result<Router, Unusable> {
    let query = &config.query;
    let sessions = Sessions::new(config.sessions.hours, config.sessions.idle_hours, config.sessions.per_account);
    let passwords = Passwords::new(config.sessions.password_queue);
    let preorder_limit = PreorderLimit::new(database.clock(), config.rates.preorders, config.rates.keys);
    let limiter = Limiter::new(database.clock(), config.rates.requests, config.rates.keys);
    let service = Arc::new(Service {
        schema: schema(&database, passwords, &sessions, preorder_limit.clone(), config),
        database,
        sessions,
        documents: Documents::new(query.bounds, query.cache_kib),
        registered: query.registered.as_deref().map(|path| registered::read(path, &query.bounds)).transpose()?,
        limiter,
        preorder_limit,
        sockets: Arc::new(Semaphore::new(config.sockets.total)),
        socket_shares: Shares::new("sockets", config.sockets.per_address),
        watched_sessions: WatchedSessions::default(),
        exports: Arc::new(Semaphore::new(config.exports.at_once)),
        config: config.clone(),
    });
    let mut router = Router::new()
        .route("/", get(pages::front_page))
        .route("/graphql", any(endpoint::graphql))
        .route("/health", get(health))
        .merge(exports::routes())
        .merge(graphiql::routes());
    if query.bounds.introspection {
        router = router.route("/schema.graphql", get(description));
    }
    router = router
        .fallback(not_found)
        .method_not_allowed_fallback(method_not_allowed)
        .layer(from_fn_with_state(service.clone(), admit));
    router = router.merge(pages::routes().layer(from_fn_with_state(service.clone(), pages::admit)));
    if !config.trusted.origins.is_empty() {
        router = router.layer(cors(config));
    }
    Ok(router.layer(from_fn_with_state(service.clone(), surround)).with_state(service))
}

/// The GraphQL schema on a database, configured by the settings.
fn schema(
    database: &Database,
    passwords: Passwords,
    sessions: &Sessions,
    preorder: PreorderLimit,
    config: &Config,
) -> LihuaSchema {
    let sign_in = SignInLimit::new(database.clock(), config.rates.sign_ins, config.rates.keys);
    let limits = graphql::Limits { sign_in, preorder, feeds: config.sockets.feeds };
    let rules = graphql::Rules {
        preorders: config.preorders,
        certificates: config.certificates.rules,
        publishing: config.reports.publishing,
        reports: RecentReports::new(config.reports.kept),
    };
    let (bounds, public_url) = (config.query.bounds, config.server.public_url.clone());
    graphql::schema(database.clone(), passwords, sessions.clone(), bounds, limits, rules, public_url)
}

/// The headers that pages of the allowed sites may send: those that requests need, and those that tracers and Apollo's
/// clients add by themselves.
const CORS_HEADERS: [HeaderName; 11] = [
    header::ACCEPT,
    header::ACCEPT_LANGUAGE,
    header::AUTHORIZATION,
    header::CONTENT_TYPE,
    HeaderName::from_static("traceparent"),
    HeaderName::from_static("tracestate"),
    HeaderName::from_static("baggage"),
    HeaderName::from_static("sentry-trace"),
    HeaderName::from_static("apollographql-client-name"),
    HeaderName::from_static("apollographql-client-version"),
    HeaderName::from_static("apollo-require-preflight"),
];

/// Lets pages of the allowed sites read responses. They must send a bearer token: they can send neither the session
/// cookie nor the header without which the cookie is ignored.
fn cors(config: &Config) -> CorsLayer {
    let origins = config.trusted.origins.iter().filter_map(|origin| HeaderValue::from_str(&origin.0).ok());
    CorsLayer::new()
        .allow_origin(origins.collect::<Vec<_>>())
        .allow_methods([Method::GET, Method::POST])
        .allow_headers(CORS_HEADERS)
        .expose_headers([REQUEST_ID, exports::AS_OF, header::CONTENT_DISPOSITION, header::RETRY_AFTER])
        .max_age(Duration::from_secs(3600))
}

/// Gives every request an id and a line in the log, and every response its headers. The log line contains no page
/// address, no header, and no text of the request except the names of its operations. Anything else could be
/// confidential.
async fn surround(State(service): State<Arc<Service>>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let origin = Origin::of(request.extensions(), request.headers(), &service.config.trusted.proxies);
    let method = if is_standard(request.method()) { request.method().clone() } else { Method::default() };
    let route =
        request.extensions().get::<MatchedPath>().map_or_else(|| "none".to_owned(), |path| path.as_str().to_owned());
    request.extensions_mut().insert(origin.clone());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if origin.is_https {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    if let Ok(id) = HeaderValue::from_str(&origin.request_id) {
        headers.insert(REQUEST_ID, id);
    }
    let milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let status = response.status().as_u16();
    let noted = response.extensions();
    let operation = noted.get::<Operations>().map(|names| names.0.as_str());
    let errors = noted.get::<Codes>().map(|codes| codes.0.as_str());
    let account = noted.get::<AccountId>().map(|id| tracing::field::display(id.0));
    let Origin { request_id, address, .. } = origin;
    tracing::info!(request_id, %address, account, %method, route, operation, status, errors, milliseconds, "request");
    response
}

fn is_standard(method: &Method) -> bool {
    [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::PATCH, Method::DELETE, Method::OPTIONS]
        .contains(method)
}

/// Identifies the sender of a request, and admits the request unless the sender has sent too many.
async fn admit(
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
        Err(error) => {
            ResponseFormat::of(request.headers(), &origin.request_id).refuse(StatusCode::TOO_MANY_REQUESTS, error)
        }
    }
}

impl Service {
    /// Who sent a request. Returns RATE_LIMITED if they send too many.
    pub(crate) async fn admit(&self, headers: &HeaderMap, origin: &Origin) -> Result<Sender> {
        let sender = Sender::of(&self.database, &self.sessions, headers, origin).await;
        self.limiter.check(sender.key(origin.address))?;
        Ok(sender)
    }
}

async fn not_found(Extension(origin): Extension<Origin>, request: Request) -> Response {
    let format = ResponseFormat::of(request.headers(), &origin.request_id);
    format.refuse(StatusCode::NOT_FOUND, Error::nothing_here("此地址", "address"))
}

async fn method_not_allowed(Extension(origin): Extension<Origin>, request: Request) -> Response {
    let format = ResponseFormat::of(request.headers(), &origin.request_id);
    format.refuse(StatusCode::METHOD_NOT_ALLOWED, Error::malformed_request("应使用 GET", "expected GET"))
}

async fn description() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], graphql::description())
}

/// Whether the service can answer requests, which depends on its database.
async fn health(State(service): State<Arc<Service>>) -> impl IntoResponse {
    if service.database.answers().await {
        return (StatusCode::OK, Json(serde_json::json!({ "status": "ok" })));
    }
    // The store logs this once.
    (StatusCode::SERVICE_UNAVAILABLE, Json(serde_json::json!({ "status": "database unavailable" })))
}
