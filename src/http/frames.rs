//! What goes over a socket: the messages of graphql-transport-ws, and its closings.

use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, WebSocket};
use serde::Deserialize;
use serde_json::{Map, Value as Json};
use tokio::time::timeout;

/// How long a message to a client that does not read may take.
const SENDING: Duration = Duration::from_secs(10);
/// How long the answer to a closing is waited for. A connection that is dropped on a client that still writes may take
/// the closing with it.
const PARTING: Duration = Duration::from_secs(1);

/// What clients send.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FromClient {
    /// Introduces itself, with who it is.
    ConnectionInit {
        /// Its `Authorization`, among whatever else.
        payload: Option<Map<String, Json>>,
    },
    /// Asks for a sign of life.
    Ping,
    /// Gives one.
    Pong,
    /// Asks for an operation.
    Subscribe {
        /// What the client calls it.
        id: String,
        /// What a body of HTTP would say.
        payload: Map<String, Json>,
    },
    /// Ends one.
    Complete {
        /// What the client calls it.
        id: String,
    },
}

/// Why a socket is closed, in the protocol's codes.
pub struct Closing(u16, &'static str);

/// What came is no message of the protocol.
pub const MALFORMED: Closing = Closing(4400, "Invalid message received");
/// An operation came before the client had introduced itself.
pub const UNAUTHORIZED: Closing = Closing(4401, "Unauthorized");
/// The token is wrong, or its session is over.
pub const FORBIDDEN: Closing = Closing(4403, "Forbidden");
/// The client speaks another protocol.
pub const WRONG_PROTOCOL: Closing = Closing(4406, "Subprotocol not acceptable");
/// The client has not introduced itself in time.
pub const INIT_TIMEOUT: Closing = Closing(4408, "Connection initialisation timeout");
/// An operation has the id of one that runs.
pub const DUPLICATE: Closing = Closing(4409, "Subscriber already exists");
/// The client has introduced itself twice.
pub const TWO_INITS: Closing = Closing(4429, "Too many initialisation requests");
/// A message is larger than it may be.
pub const TOO_LARGE: Closing = Closing(1009, "Message too big");
/// The server stops.
pub const GOING_AWAY: Closing = Closing(1001, "The server stops");

/// Whether a payload is that of an operation, as the protocol has it: a text as query, which may be missing where its
/// hash stands for it.
pub fn is_a_request(payload: &Map<String, Json>) -> bool {
    let given = |name: &str| payload.get(name).filter(|value| !value.is_null());
    let is_persisted = given("extensions").is_some_and(|extensions| !extensions["persistedQuery"].is_null());
    given("query").map_or(is_persisted, Json::is_string)
        && given("operationName").is_none_or(Json::is_string)
        && ["variables", "extensions"].iter().all(|name| given(name).is_none_or(Json::is_object))
}

/// A message of an operation. Its payload is JSON already, whose order is that of the selection.
pub fn message_of(id: &str, kind: &str, payload: &str) -> String {
    format!(r#"{{"id":{},"type":"{kind}","payload":{payload}}}"#, Json::from(id))
}

/// A message as it goes over the socket.
pub fn text_of(message: &Json) -> Message {
    Message::Text(message.to_string().into())
}

/// Writes a message, which a client that does not read may not keep for ever.
pub async fn write(socket: &mut WebSocket, message: Message) -> Result<(), Option<Closing>> {
    match timeout(SENDING, socket.send(message)).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) | Err(_) => Err(None),
    }
}

/// Closes the socket, saying why.
pub async fn close(socket: &mut WebSocket, Closing(code, reason): Closing) {
    let frame = CloseFrame { code, reason: reason.into() };
    // Whether the client still hears it is its own affair.
    drop(write(socket, Message::Close(Some(frame))).await);
    let answered = async { while let Some(Ok(_)) = socket.recv().await {} };
    drop(timeout(PARTING, answered).await);
}
