//! HTTP: the router, and who a request comes from.

use std::{net::SocketAddr, time::Duration};

use async_graphql::{Response as GraphqlResponse, Variables, parser::types::Selection};
use async_graphql_axum::GraphQLResponse;
use axum::{
    Extension, Json, Router,
    body::Bytes,
    extract::{ConnectInfo, DefaultBodyLimit, State, rejection::BytesRejection},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::{
    api::{self, Caller, Language, LihuaSchema, Limits, Origin, refused},
    config::Config,
    db::{Database, idempotency},
    domain::{passwords::Passwords, sessions::Sessions},
    error::Error,
    types::Problem,
};

/// What answers requests.
#[derive(Clone)]
struct Service {
    schema: LihuaSchema,
    database: Database,
    sessions: Sessions,
}

/// The routes: `POST /graphql`, `GET /schema.graphql`, `GET /health`.
pub fn router(database: Database, config: &Config) -> Router {
    let limits = Limits { depth: config.query_depth, complexity: config.query_complexity };
    let sessions = Sessions::new(config.session_hours, config.session_idle_hours, config.sessions_per_account);
    let schema = api::schema(database.clone(), Passwords::new(config.password_queue), sessions.clone(), limits);
    Router::new()
        .route("/graphql", post(graphql))
        .route("/schema.graphql", get(description))
        .route("/health", get(health))
        .layer(DefaultBodyLimit::max(config.body_limit_kib * 1024))
        .with_state(Service { schema, database, sessions })
}

/// Forgets answered requests that are older than the setting says, once a day, until the program ends.
pub async fn forget_answered_requests(database: Database, days: u32) {
    let mut daily = tokio::time::interval(Duration::from_secs(86_400));
    loop {
        daily.tick().await;
        let oldest = database.clock().now().plus(-i64::from(days) * 86_400_000_000);
        match idempotency::forget_before(&database, oldest).await {
            Ok(0) => {}
            Ok(forgotten) => tracing::info!(forgotten, "forgot answered requests"),
            Err(error) => tracing::error!(%error, cause = ?error.cause, "answered requests could not be forgotten"),
        }
    }
}

async fn graphql(
    State(service): State<Service>,
    peer: Option<Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let request_id = Uuid::now_v7().to_string();
    let origin = Origin { address: peer.map(|Extension(ConnectInfo(peer))| peer.ip()), request_id: request_id.clone() };
    let language = Language::preferred(headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()));
    let (status, mut answer) = match body.map(|body| serde_json::from_slice(&body)) {
        Ok(Ok(request)) => (StatusCode::OK, execute(&service, &headers, origin, request).await),
        Err(rejection) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            (rejection.status(), refused(Error::too_complex("请求体过大", "the request body is too large")))
        }
        Ok(Err(_)) | Err(_) => (StatusCode::BAD_REQUEST, refused(Error::malformed_request())),
    };
    api::render(&mut answer, language, &request_id);
    let mut response = (status, GraphQLResponse::from(answer)).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if let Ok(value) = HeaderValue::from_str(&request_id) {
        response.headers_mut().insert("x-request-id", value);
    }
    response
}

async fn execute(service: &Service, headers: &HeaderMap, origin: Origin, mut request: async_graphql::Request) -> GraphqlResponse {
    if let Some((variable, path)) = number_beyond_int(&request.variables) {
        let path = format!("{}{path}", argument_of(&mut request, &variable).unwrap_or(variable));
        let problem = Problem::new("应为 32 位以内的整数", "expected a whole number within 32 bits");
        return refused(Error::invalid(path, problem));
    }
    let caller = caller(service, headers).await;
    api::execute(&service.schema, &service.database, request, caller, origin).await
}

/// The variable, and the path within it, of the first number that no input takes: the API has no number but GraphQL's 32-bit Int. The
/// library refuses it too, but without saying where it stands.
fn number_beyond_int(variables: &Variables) -> Option<(String, String)> {
    fn find(path: String, value: &async_graphql::Value) -> Option<String> {
        use async_graphql::Value;
        match value {
            Value::Number(number) => number.as_i64().and_then(|number| i32::try_from(number).ok()).is_none().then_some(path),
            Value::List(items) => items.iter().enumerate().find_map(|(index, item)| find(format!("{path}.{index}"), item)),
            Value::Object(fields) => fields.iter().find_map(|(name, item)| find(format!("{path}.{name}"), item)),
            _ => None,
        }
    }
    variables.iter().find_map(|(name, value)| Some((name.to_string(), find(String::new(), value)?)))
}

/// The argument of a root field that a variable is given to.
fn argument_of(request: &mut async_graphql::Request, variable: &str) -> Option<String> {
    let document = request.parsed_query().ok()?;
    let mut roots = document.operations.iter().flat_map(|(_, operation)| &operation.node.selection_set.node.items);
    roots.find_map(|selection| {
        let Selection::Field(field) = &selection.node else { return None };
        let mut arguments = field.node.arguments.iter();
        arguments.find_map(|(name, value)| {
            matches!(&value.node, async_graphql_value::Value::Variable(used) if used == variable).then(|| name.node.to_string())
        })
    })
}

/// Who sent the request, by its `Authorization: Bearer …`.
async fn caller(service: &Service, headers: &HeaderMap) -> Caller {
    let Some(authorization) = headers.get(header::AUTHORIZATION) else { return Caller::Visitor };
    let bearer =
        authorization.to_str().ok().and_then(|value| value.split_once(' ')).filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    let Some((_, token)) = bearer else { return Caller::Refused(Error::unauthenticated()) };
    Caller::bearing(&service.database, &service.sessions, token.trim()).await
}

async fn description() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], api::description())
}

/// Whether the service can answer: it can where its database does.
async fn health(State(service): State<Service>) -> impl IntoResponse {
    match service.database.reader().execute_unprepared("SELECT 1").await {
        Ok(_) => (StatusCode::OK, Json(serde_json::json!({ "status": "ok" }))),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, Json(serde_json::json!({ "status": "database unavailable" })))
        }
    }
}
