//! GraphQL over HTTP: reads requests and writes responses as the GraphQL over HTTP specification requires.

use std::sync::Arc;

use axum::{
    Extension,
    extract::{Request, State},
    http::{Method, StatusCode, header},
    response::Response,
};
use serde_json::Value as Json;
use tokio::time::{Instant, timeout_at};

use super::{
    Service,
    answer::{Media, ResponseFormat},
    body::{Refusal, check_type},
    json,
    noted::Operations,
    parameters::Parameters,
    sender::{Origin, Sender},
    sockets,
};
use crate::graphql::{self, Document, Exchange, Executed, SessionChange, refused};
use store::error::{Error, Result};

/// What the body or URL of a request contains.
enum RequestBody {
    One(Parameters),
    /// Each one is parsed by itself, so that an error in one is answered in its place.
    Several(Vec<Result<Parameters>>),
}

/// Answers `/graphql`.
pub(super) async fn graphql(
    State(service): State<Arc<Service>>,
    Extension(origin): Extension<Origin>,
    Extension(sender): Extension<Sender>,
    request: Request,
) -> Response {
    let format = ResponseFormat::of(request.headers(), &origin.request_id);
    if sockets::is_asked_for(request.headers()) {
        return sockets::upgrade(service, origin, sender, format, request).await;
    }
    let exchange = Arc::new(Exchange::new(origin.address, &origin.request_id, format.language()));
    let deadline = Instant::now() + service.config.requests.time;
    let answered = service.answer(request, &sender, &exchange, &format, deadline).await;
    let mut response = answered.unwrap_or_else(|refusal| refusal.answer(&format));
    let cookie = match exchange.change() {
        Some(SessionChange::SignedIn { token }) => sender.keep(&token, i64::from(service.config.sessions.hours) * 3600),
        Some(SessionChange::SignedOut) => sender.forget(),
        None if sender.has_stale_cookie() => sender.forget(),
        None => None,
    };
    if let Some(names) = exchange.operations() {
        response.extensions_mut().insert(Operations(names));
    }
    if let Some(cookie) = cookie {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

impl Service {
    async fn answer(
        &self,
        request: Request,
        sender: &Sender,
        exchange: &Arc<Exchange>,
        format: &ResponseFormat,
        deadline: Instant,
    ) -> Result<Response, Refusal> {
        if Media::preferred(request.headers()).is_none() {
            let (zh, en) = ("只提供 JSON", "answers are application/graphql-response+json or application/json");
            return Err(Refusal::new(StatusCode::NOT_ACCEPTABLE, Error::malformed_request(zh, en)));
        }
        let may_write = request.method() == Method::POST;
        let asked = self.asked(request, deadline).await?;
        let is_of_array = matches!(asked, RequestBody::Several(_));
        let answering = async {
            match asked {
                RequestBody::One(parameters) => {
                    Ok(format.answer(self.execute(parameters, sender, exchange, may_write).await?))
                }
                RequestBody::Several(all) => {
                    let mut responses = Vec::with_capacity(all.len());
                    for (position, parameters) in all.into_iter().enumerate() {
                        // The array as a whole has already been counted as one request.
                        let admitted =
                            if position > 0 { self.limiter.check(sender.key(exchange.address)) } else { Ok(()) };
                        responses.push(match admitted.and(parameters) {
                            Ok(parameters) => self.execute(parameters, sender, exchange, may_write).await?,
                            Err(error) => refused(error),
                        });
                    }
                    Ok(format.answer_all(responses))
                }
            }
        };
        timeout_at(deadline, answering).await.unwrap_or_else(|_| {
            let seconds = self.config.requests.time.as_secs();
            let error = Error::too_complex(
                format!("请求处理超时：最长 {seconds} 秒。若为变更请求，请用同一 idempotencyKey 重试"),
                format!("the request took too long: at most {seconds} s; repeat a mutation under its idempotencyKey"),
            );
            Err(Refusal { is_of_array, ..Refusal::new(StatusCode::SERVICE_UNAVAILABLE, error) })
        })
    }

    /// Reads what is requested: from the URL of a GET, from the body of a POST.
    async fn asked(&self, request: Request, deadline: Instant) -> Result<RequestBody, Refusal> {
        let malformed = |error| Refusal::new(StatusCode::BAD_REQUEST, error);
        let bounds = &self.config.query.variables;
        if matches!(*request.method(), Method::GET | Method::HEAD) {
            let parameters = Parameters::from_url(request.uri().query().unwrap_or_default(), bounds);
            return parameters.map(RequestBody::One).map_err(malformed);
        }
        if request.method() != Method::POST {
            let (zh, en) = ("应使用 GET 或 POST", "expected GET or POST");
            return Err(Refusal::accepting(StatusCode::METHOD_NOT_ALLOWED, header::ALLOW, "GET, HEAD, POST", zh, en));
        }
        check_type(request.headers(), "application/json")?;
        let body = self.body(request, deadline).await?.ok_or_else(|| malformed(not_a_request()))?;
        match json::read(&body) {
            Ok(Json::Object(given)) => Parameters::read(given, bounds).map(RequestBody::One).map_err(malformed),
            Ok(Json::Array(items)) if (1..=self.config.query.batch_length).contains(&items.len()) => {
                let each = items.into_iter().map(|item| match item {
                    Json::Object(given) => Parameters::read(given, bounds),
                    _ => Err(not_a_request()),
                });
                Ok(RequestBody::Several(each.collect()))
            }
            Ok(Json::Array(_)) => {
                let most = self.config.query.batch_length;
                let error = Error::too_complex(
                    format!("一次可发送的请求数为 1 至 {most} 个"),
                    format!("an array may contain 1 to {most} requests"),
                );
                Err(Refusal { is_of_array: true, ..malformed(error) })
            }
            Ok(_) | Err(_) => Err(malformed(not_a_request())),
        }
    }

    async fn execute(
        &self,
        parameters: Parameters,
        sender: &Sender,
        exchange: &Arc<Exchange>,
        may_write: bool,
    ) -> Result<Executed, Refusal> {
        let document = match self.document(&parameters) {
            Ok(Some(document)) => document,
            Ok(None) => return Ok(ResponseFormat::not_persisted()),
            Err(refusal) => return Ok(refused(refusal)),
        };
        if !may_write && !document.only_reads(parameters.operation_name.as_deref()) {
            let (zh, en) = ("变更请求应使用 POST", "expected POST: a GET only reads");
            return Err(Refusal::accepting(StatusCode::METHOD_NOT_ALLOWED, header::ALLOW, "POST", zh, en));
        }
        if let Some(name) = document.operation_name(parameters.operation_name.as_deref()) {
            exchange.executes(name);
        }
        match parameters.of(&document) {
            Ok(operation) => {
                Ok(graphql::execute(&self.schema, &self.database, operation, &sender.caller, exchange.clone()).await)
            }
            Err(refusal) => Ok(refused(refusal)),
        }
    }

    /// The document that a request refers to. `None` if it is named only by a hash that is not known.
    pub(crate) fn document(&self, parameters: &Parameters) -> Result<Option<Arc<Document>>, graphql::Refusal> {
        match (&self.registered, &parameters.query) {
            (Some(registered), _) => {
                let unregistered =
                    || Error::forbidden("本服务只接受已登记的文档", "only registered documents are answered here");
                registered.get(&parameters.hash).cloned().map(Some).ok_or_else(|| unregistered().into())
            }
            (None, Some(text)) => self.documents.read(text, parameters.hash).map(Some),
            (None, None) => Ok(self.documents.remembered(&parameters.hash)),
        }
    }
}

fn not_a_request() -> Error {
    Error::malformed_request(
        "应为 JSON 格式的 GraphQL 请求：{\"query\": …}",
        "expected a GraphQL request as JSON: {\"query\": …}",
    )
}
