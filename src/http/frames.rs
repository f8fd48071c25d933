//! What is sent over a socket: the messages of graphql-transport-ws and its close codes.

use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, WebSocket};
use serde::Deserialize;
use serde_json::{Map, Value as Json};
use tokio::time::timeout;

/// How long sending a message may take, because the client may not be reading.
const SENDING: Duration = Duration::from_secs(10);
/// How long to wait for the client's answer to a close frame. If the connection were dropped while the client is still
/// writing, the close frame could be lost.
const PARTING: Duration = Duration::from_secs(1);

/// What clients send.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(super) enum FromClient {
    /// Initialises the connection and says who the client is.
    ConnectionInit {
        /// The client's `Authorization`, among other fields.
        payload: Option<Map<String, Json>>,
    },
    /// Asks whether the server is alive.
    Ping,
    /// Answers such a question.
    Pong,
    /// Starts an operation.
    Subscribe {
        /// The id that the client gave the operation.
        id: String,
        /// The parameters, as in the body of an HTTP request.
        payload: Map<String, Json>,
    },
    /// Ends an operation.
    Complete {
        /// The id that the client gave the operation.
        id: String,
    },
}

/// Why a socket is closed: one of the protocol's codes, with a reason.
pub(super) struct Closing(u16, &'static str);

/// The message is not one of the protocol.
pub(super) const MALFORMED: Closing = Closing(4400, "Invalid message received");
/// The client started an operation before it initialised the connection.
pub(super) const UNAUTHORIZED: Closing = Closing(4401, "Unauthorized");
/// The token is wrong, or its session has ended.
pub(super) const FORBIDDEN: Closing = Closing(4403, "Forbidden");
/// The client speaks another protocol.
pub(super) const WRONG_PROTOCOL: Closing = Closing(4406, "Subprotocol not acceptable");
/// The client did not initialise the connection in time.
pub(super) const INIT_TIMEOUT: Closing = Closing(4408, "Connection initialisation timeout");
/// An operation has the id of one that is still running.
pub(super) const DUPLICATE: Closing = Closing(4409, "Subscriber already exists");
/// The client initialised the connection twice.
pub(super) const TWO_INITS: Closing = Closing(4429, "Too many initialisation requests");
/// A message exceeds the size limit.
pub(super) const TOO_LARGE: Closing = Closing(1009, "Message too big");
/// The server is stopping.
pub(super) const GOING_AWAY: Closing = Closing(1001, "The server stops");

/// Whether a payload is valid for an operation under the protocol. The query must be a text, but may be missing if its
/// hash is given instead.
pub(super) fn is_a_request(payload: &Map<String, Json>) -> bool {
    let given = |name: &str| payload.get(name).filter(|value| !value.is_null());
    let is_persisted = given("extensions").is_some_and(|extensions| !extensions["persistedQuery"].is_null());
    given("query").map_or(is_persisted, Json::is_string)
        && given("operationName").is_none_or(Json::is_string)
        && ["variables", "extensions"].iter().all(|name| given(name).is_none_or(Json::is_object))
}

/// A message about an operation. Its payload is already JSON, in the order of the selection, and is inserted unchanged.
pub(super) fn message_of(id: &str, kind: &str, payload: &str) -> String {
    format!(r#"{{"id":{},"type":"{kind}","payload":{payload}}}"#, Json::from(id))
}

/// A message as it is sent over the socket.
pub(super) fn text_of(message: &Json) -> Message {
    Message::Text(message.to_string().into())
}

/// Writes a message. It gives up after a while, so that a client that does not read cannot block the socket for ever.
pub(super) async fn write(socket: &mut WebSocket, message: Message) -> Result<(), Option<Closing>> {
    match timeout(SENDING, socket.send(message)).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) | Err(_) => Err(None),
    }
}

/// Closes the socket and says why.
pub(super) async fn close(socket: &mut WebSocket, Closing(code, reason): Closing) {
    let frame = CloseFrame { code, reason: reason.into() };
    // It does not matter whether the client still receives this.
    drop(write(socket, Message::Close(Some(frame))).await);
    let answered = async { while let Some(Ok(_)) = socket.recv().await {} };
    drop(timeout(PARTING, answered).await);
}
