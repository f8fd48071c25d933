//! Execution exactly as the specification requires: what is checked before anything runs, what is skipped, where nulls
//! propagate, and in which order fields are answered. Each case is sent over every transport.

mod cost;
mod directives;
mod literals;
mod nulls;
mod order;
mod validation;
mod variables;

use std::{net::SocketAddr, time::Duration};

use async_graphql::Value as Ordered;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{Message, client::IntoClientRequest, http::HeaderValue},
};

use crate::{
    app::{Client, TestApp},
    service::wire::Answer,
};

/// Ten times as long as anything here may take.
const HANG: Duration = Duration::from_secs(60);

const GRAPHQL: &str = "application/graphql-response+json";
const JSON: &str = "application/json";

/// How a request is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Transport {
    Post(&'static str),
    Get(&'static str),
    Batch(&'static str),
    Persisted(&'static str),
    Socket,
}

/// What came back.
#[derive(Debug)]
struct Reply {
    over: Transport,
    /// The HTTP status. For a socket: 200 for a `next` message, 400 for an `error` message.
    status: u16,
    errors: Vec<Value>,
    /// The data as it was written, in its order; `None` if there is no `data`.
    data: Option<String>,
}

/// A town to which the same person sends requests over every transport.
struct Wires {
    app: TestApp,
    address: SocketAddr,
    client: Client,
    language: &'static str,
}

impl Wires {
    async fn of(app: TestApp, client: Client) -> Self {
        let address = app.listen(&[]).await;
        Self { app, address, client, language: "en" }
    }

    /// Sends a request over every transport, except that mutations are not sent by GET.
    async fn send(&self, query: &str, variables: Value) -> Vec<Reply> {
        let mut replies = Vec::new();
        for media in [JSON, GRAPHQL] {
            for over in
                [Transport::Post(media), Transport::Get(media), Transport::Batch(media), Transport::Persisted(media)]
            {
                if !(query.trim_start().starts_with("mutation") && over == Transport::Get(media)) {
                    replies.push(self.over(over, query, &variables).await);
                }
            }
        }
        replies.push(self.over(Transport::Socket, query, &variables).await);
        replies
    }

    /// Asserts that every transport answers with this data and without errors.
    async fn answers(&self, query: &str, variables: Value, data: &str) {
        for reply in self.send(query, variables).await {
            assert_eq!(
                (reply.status, &reply.errors, reply.data.as_deref()),
                (200, &Vec::new(), Some(data)),
                "{query}: {reply:?}"
            );
        }
    }

    /// Asserts what every transport answers if fields fail: the data, and the paths of the errors.
    async fn fails(&self, query: &str, data: &str, paths: &[Value]) {
        for reply in self.send(query, json!({})).await {
            let failed: Vec<&Value> = reply.errors.iter().map(|error| &error["path"]).collect();
            assert_eq!((reply.status, reply.data.as_deref()), (200, Some(data)), "{query}: {reply:?}");
            assert_eq!(failed, paths.iter().collect::<Vec<_>>(), "{query}: {reply:?}");
        }
    }

    /// Asserts a request error on every transport: nothing was executed, and the first error has this field and these
    /// texts.
    async fn refuses(&self, query: &str, variables: Value, field: Option<&str>, says: &[&str]) {
        for reply in self.send(query, variables.clone()).await {
            let expected = match reply.over {
                Transport::Post(JSON) | Transport::Get(JSON) | Transport::Persisted(JSON) | Transport::Batch(_) => 200,
                _ => 400,
            };
            assert_eq!((reply.status, reply.data.as_deref()), (expected, None), "{query}: {reply:?}");
            let error = reply.errors.first().unwrap_or_else(|| panic!("{query}: {reply:?}"));
            assert_eq!(error["extensions"]["code"], "INVALID_INPUT", "{query}: {reply:?}");
            assert_eq!(error["extensions"]["field"].as_str(), field, "{query} {variables}: {reply:?}");
            let message = error["message"].as_str().expect("a message");
            for text in says {
                assert!(message.contains(text), "{query}: {message:?} does not say {text:?}");
            }
        }
    }

    async fn over(&self, over: Transport, query: &str, variables: &Value) -> Reply {
        let body = json!({"query": query, "variables": variables});
        match over {
            Transport::Post(media) => read(over, &self.post(media, &body).await),
            Transport::Get(media) => {
                let mut url = form_urlencoded::Serializer::new("/graphql?".to_owned());
                url.append_pair("query", query).append_pair("variables", &written(variables));
                let mut request = axum::http::Request::get(url.finish());
                for (name, value) in self.headers(media) {
                    request = request.header(name, value);
                }
                read(
                    over,
                    &crate::service::wire::send(
                        self.app.router(),
                        request.body(axum::body::Body::empty()).expect("a request"),
                    )
                    .await,
                )
            }
            Transport::Batch(media) => {
                let answer = self.post(media, &json!([{"query": "{ __typename }"}, body])).await;
                let text = String::from_utf8(answer.body.clone()).expect("UTF-8");
                let Ok(Ordered::List(mut all)) = serde_json::from_str(&text) else { panic!("an array: {text}") };
                assert_eq!(all.len(), 2, "{text}");
                Reply { status: answer.status.as_u16(), ..of_ordered(over, all.pop().expect("the second")) }
            }
            Transport::Persisted(media) => {
                let hash = hex::encode(Sha256::digest(query.as_bytes()));
                let extensions = json!({"persistedQuery": {"version": 1, "sha256Hash": hash}});
                let first =
                    self.post(media, &json!({"query": query, "variables": variables, "extensions": extensions})).await;
                let second = self.post(media, &json!({"variables": variables, "extensions": extensions})).await;
                // A document that does not match the schema is not stored.
                let is_known = second.code().as_deref() != Some("PERSISTED_QUERY_NOT_FOUND");
                read(over, if is_known { &second } else { &first })
            }
            Transport::Socket => self.over_socket(&body).await,
        }
    }

    fn headers(&self, media: &'static str) -> Vec<(&'static str, &'static str)> {
        // A header's name and value must live as long as the test.
        let bearer: &'static str = Box::leak(self.client.bearer().into_boxed_str());
        vec![("authorization", bearer), ("accept", media), ("accept-language", self.language)]
    }

    /// The first message of a refusal, in the language of these clients.
    async fn message(&self, query: &str) -> String {
        self.post(JSON, &json!({"query": query})).await.message()
    }

    async fn post(&self, media: &'static str, body: &Value) -> Answer {
        let mut request = axum::http::Request::post("/graphql").header("content-type", "application/json");
        for (name, value) in self.headers(media) {
            request = request.header(name, value);
        }
        crate::service::wire::send(self.app.router(), request.body(written(body).into()).expect("a request")).await
    }

    async fn over_socket(&self, body: &Value) -> Reply {
        let mut request = format!("ws://{}/graphql", self.address).into_client_request().expect("a request");
        request.headers_mut().insert("sec-websocket-protocol", HeaderValue::from_static("graphql-transport-ws"));
        request.headers_mut().insert("accept-language", HeaderValue::from_static(self.language));
        let (mut socket, _) = connect_async(request).await.expect("a socket");
        say(&mut socket, json!({"type": "connection_init", "payload": {"Authorization": self.client.bearer()}})).await;
        assert!(hear(&mut socket).await.contains("connection_ack"));
        say(&mut socket, json!({"id": "1", "type": "subscribe", "payload": body})).await;
        let text = hear(&mut socket).await;
        let Ok(Ordered::Object(mut message)) = serde_json::from_str(&text) else { panic!("an object: {text}") };
        let payload = message.swap_remove("payload").expect("a payload");
        let reply = match message.get("type") {
            Some(Ordered::String(kind)) if kind == "next" => of_ordered(Transport::Socket, payload),
            Some(Ordered::String(kind)) if kind == "error" => {
                let errors = serde_json::to_value(payload).expect("JSON").as_array().cloned().expect("errors");
                return Reply { over: Transport::Socket, status: 400, errors, data: None };
            }
            _ => panic!("{text}"),
        };
        assert_eq!(hear(&mut socket).await, r#"{"id":"1","type":"complete"}"#);
        reply
    }
}

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// JSON in which a text between two `#` is written as a number with all of its digits. No value of the library can hold
/// such a number.
fn written(value: &Value) -> String {
    value.to_string().replace("\"#", "").replace("#\"", "")
}

async fn say(socket: &mut Socket, message: Value) {
    socket.send(Message::text(written(&message))).await.expect("sent");
}

async fn hear(socket: &mut Socket) -> String {
    loop {
        match timeout(HANG, socket.next()).await.expect("no hang").expect("a message").expect("a message") {
            Message::Text(text) => return text.to_string(),
            Message::Ping(_) | Message::Pong(_) => {}
            other => panic!("a message, not {other:?}"),
        }
    }
}

fn read(over: Transport, answer: &Answer) -> Reply {
    let ordered =
        serde_json::from_slice(&answer.body).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&answer.body)));
    Reply { status: answer.status.as_u16(), ..of_ordered(over, ordered) }
}

fn of_ordered(over: Transport, answer: Ordered) -> Reply {
    let Ordered::Object(mut fields) = answer else { panic!("an answer: {answer}") };
    let errors = fields.swap_remove("errors").map(|errors| serde_json::to_value(errors).expect("JSON"));
    let errors = errors.and_then(|errors| errors.as_array().cloned()).unwrap_or_default();
    let data = fields.swap_remove("data").map(|data| serde_json::to_string(&data).expect("JSON"));
    Reply { over, status: 200, errors, data }
}
