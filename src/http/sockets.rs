//! GraphQL over WebSocket: the protocol graphql-transport-ws, with all its close codes. It accepts operations of every
//! kind, but its purpose is subscriptions.

use std::{collections::HashMap, sync::Arc, time::Duration};

use axum::{
    body::Bytes,
    extract::{
        FromRequestParts, Request,
        ws::{Message, WebSocket, WebSocketUpgrade},
    },
    http::{HeaderMap, StatusCode, header},
    response::Response,
};
use futures_util::StreamExt;
use serde_json::{Map, Value as Json, json};
use tokio::{
    sync::{OwnedSemaphorePermit, mpsc},
    task::{AbortHandle, Id, JoinSet},
    time::{Instant, MissedTickBehavior, interval_at, sleep_until},
};

use super::{
    Service,
    answer::ResponseFormat,
    frames::{
        Closing, DUPLICATE, FORBIDDEN, FromClient, GOING_AWAY, INIT_TIMEOUT, MALFORMED, TOO_LARGE, TWO_INITS,
        UNAUTHORIZED, WRONG_PROTOCOL, close, is_a_request, message_of, text_of, write,
    },
    json,
    noted::OperationLine,
    parameters::Parameters,
    sender::{Key, Origin, Sender, token_of},
    serve::Stopped,
    shares::Share,
};
use crate::graphql::{self, Caller, Exchange, Operation, Refusal};
use domain::access::watched_sessions::WatchedSession;
use store::error::{Error, ErrorCode};

/// The subprotocol that clients must offer.
pub(super) const PROTOCOL: &str = "graphql-transport-ws";
/// How often clients are pinged.
const PING: Duration = Duration::from_secs(30);
/// A client that has not been heard from for this long is gone.
const SILENCE: Duration = Duration::from_secs(75);
/// The shortest wait until a socket's session is checked for expiry.
const SOON: Duration = Duration::from_secs(1);
/// How many answers of a socket's operations may wait to be sent. Operations wait while the queue is full.
const QUEUE: usize = 16;
/// The longest id that a client may give an operation.
const LONGEST_ID: usize = 100;

/// Whether a request asks for a WebSocket.
pub(super) fn is_asked_for(headers: &HeaderMap) -> bool {
    headers.get(header::UPGRADE).is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"websocket"))
}

/// Answers a request for a socket. The socket holds its place until it ends.
pub(super) async fn upgrade(
    service: Arc<Service>,
    origin: Origin,
    sender: Sender,
    format: ResponseFormat,
    request: Request,
) -> Response {
    let place = match place(&service, &origin) {
        Ok(place) => place,
        Err(error) => return format.refuse(StatusCode::TOO_MANY_REQUESTS, error),
    };
    let (mut parts, _) = request.into_parts();
    let upgrade = WebSocketUpgrade::from_request_parts(&mut parts, &()).await;
    let (Ok(upgrade), Some(stopped)) = (upgrade, parts.extensions.get::<Stopped>().cloned()) else {
        let (zh, en) = ("不是有效的 WebSocket 握手", "expected a WebSocket handshake");
        return format.refuse(StatusCode::BAD_REQUEST, Error::malformed_request(zh, en));
    };
    let limit = service.config.requests.body_limit_kib * 1024;
    let upgrade = upgrade.protocols([PROTOCOL]).max_message_size(limit).max_frame_size(limit);
    let mut response = upgrade.on_upgrade(async move |mut socket| {
        let _place = place;
        if socket.protocol().is_none() {
            close(&mut socket, WRONG_PROTOCOL).await;
            return;
        }
        let (outgoing, queue) = mpsc::channel(QUEUE);
        let session = Session {
            caller: sender.caller,
            is_open: false,
            watched: None,
            look_at: Instant::now(),
            check_at: Instant::now() + service.config.sockets.check,
            heard: Instant::now(),
            running: HashMap::new(),
            tasks: JoinSet::new(),
            service,
            origin,
            format,
            outgoing,
        };
        session.run(socket, queue, stopped).await;
    });
    // The client's spelling of its header names is among the extensions of its request. Copying it makes
    // Sec-WebSocket-Protocol come back as the client spelt it.
    response.extensions_mut().extend(parts.extensions);
    response
}

/// Takes a place for a socket. Returns RATE_LIMITED if all are taken, or if the address has its full share.
fn place(service: &Service, origin: &Origin) -> Result<(OwnedSemaphorePermit, Share), Error> {
    let most = service.config.sockets.per_address;
    let share = service.socket_shares.take(origin.address).ok_or_else(|| Error::too_many_from_an_address(most))?;
    let permit = service.sockets.clone().try_acquire_owned();
    Ok((permit.map_err(|_| Error::too_many_connections(service.config.sockets.total))?, share))
}

/// A message of an operation.
struct Outgoing {
    id: String,
    /// The task that sent it. An operation that the client ended may have left messages in the queue, and a later one
    /// may have the same id.
    task: Id,
    message: String,
    is_last: bool,
}

/// One socket's client. Its operations end with it, because the set of their tasks is dropped with it.
struct Session {
    service: Arc<Service>,
    origin: Origin,
    format: ResponseFormat,
    caller: Caller,
    is_open: bool,
    /// The caller's session, once the client has initialised the connection.
    watched: Option<WatchedSession>,
    /// When it may next be checked after a commit.
    look_at: Instant,
    /// When it is checked even if nothing was committed.
    check_at: Instant,
    /// When the client was last heard from.
    heard: Instant,
    running: HashMap<String, AbortHandle>,
    tasks: JoinSet<()>,
    outgoing: mpsc::Sender<Outgoing>,
}

impl Session {
    async fn run(mut self, mut socket: WebSocket, mut queue: mpsc::Receiver<Outgoing>, mut stopped: Stopped) {
        let init_deadline = Instant::now() + self.service.config.connections.header_time;
        let mut ping = interval_at(Instant::now() + PING, PING);
        ping.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let closing = loop {
            let step = tokio::select! {
                message = socket.recv() => match message {
                    Some(Ok(message)) => self.receive(&mut socket, message).await,
                    Some(Err(error)) => {
                        let is_too_large = error.to_string().contains("too long");
                        if is_too_large { Err(Some(TOO_LARGE)) } else { Err(None) }
                    }
                    None => Err(None),
                },
                Some(outgoing) = queue.recv() => self.send(&mut socket, outgoing).await,
                () = sleep_until(init_deadline), if !self.is_open => Err(Some(INIT_TIMEOUT)),
                () = changed(self.watched.as_mut(), self.look_at) => self.look().await,
                () = sleep_until(self.check_at), if self.watched.is_some() => self.check().await,
                () = stopped.asked() => Err(Some(GOING_AWAY)),
                _ = ping.tick() => {
                    if self.heard.elapsed() > SILENCE { Err(None) } else { write(&mut socket, Message::Ping(Bytes::new())).await }
                }
                // Tasks that have ended are removed, so that the set contains only running operations.
                Some(_) = self.tasks.join_next() => Ok(()),
            };
            if let Err(closing) = step {
                break closing;
            }
        };
        self.tasks.shutdown().await;
        if let Some(closing) = closing {
            close(&mut socket, closing).await;
        }
    }

    /// Handles a message from the client. An error ends the socket.
    async fn receive(&mut self, socket: &mut WebSocket, message: Message) -> Result<(), Option<Closing>> {
        self.heard = Instant::now();
        let text = match message {
            Message::Text(text) => text,
            Message::Ping(_) | Message::Pong(_) => return Ok(()),
            Message::Binary(_) => return Err(Some(MALFORMED)),
            Message::Close(_) => return Err(None),
        };
        match json::read(text.as_bytes()).map_err(|_| Some(MALFORMED))? {
            FromClient::Ping => write(socket, text_of(&json!({"type": "pong"}))).await,
            FromClient::Pong => Ok(()),
            FromClient::ConnectionInit { .. } if self.is_open => Err(Some(TWO_INITS)),
            FromClient::ConnectionInit { payload } => {
                self.authorise(payload.as_ref()).await?;
                self.is_open = true;
                write(socket, text_of(&json!({"type": "connection_ack"}))).await
            }
            FromClient::Subscribe { .. } if !self.is_open => Err(Some(UNAUTHORIZED)),
            FromClient::Subscribe { id, payload } => self.subscribe(socket, id, payload).await,
            FromClient::Complete { id } => {
                if let Some(task) = self.running.remove(&id) {
                    task.abort();
                }
                Ok(())
            }
        }
    }

    /// Identifies the client by the `Authorization` of its payload or, without one, by the request that opened the
    /// socket. A wrong token is refused.
    async fn authorise(&mut self, payload: Option<&Map<String, Json>>) -> Result<(), Option<Closing>> {
        let given =
            payload.and_then(|payload| payload.iter().find(|(name, _)| name.eq_ignore_ascii_case("authorization")));
        if let Some((_, value)) = given {
            let token = value.as_str().and_then(token_of).ok_or(Some(FORBIDDEN))?;
            self.caller = Caller::bearing(&self.service.database, &self.service.sessions, token).await;
        }
        match &self.caller {
            Caller::Refused(_) => return Err(Some(FORBIDDEN)),
            Caller::Visitor => {}
            Caller::Account { session_id, .. } => {
                let watched = self.service.watched_sessions.watch(&self.service.database, *session_id);
                self.look_at = watched.next_look();
                self.watched = Some(watched);
                self.wait_to_check();
            }
        }
        Ok(())
    }

    /// Schedules the next check of the session: when it expires, but at least as often as the setting says.
    fn wait_to_check(&mut self) {
        let Caller::Account { expires_at, .. } = &self.caller else { return };
        let left = expires_at.0.saturating_sub(self.service.database.clock().now().0);
        let left = Duration::from_micros(u64::try_from(left).unwrap_or(0));
        self.check_at = Instant::now() + left.clamp(SOON, self.service.config.sockets.check);
    }

    /// Ends the socket if a commit has ended its session.
    async fn look(&mut self) -> Result<(), Option<Closing>> {
        let Some(session) = &mut self.watched else { return Ok(()) };
        self.look_at = session.next_look();
        match session.counts(&self.service.database, &self.service.sessions).await {
            Ok(false) => Err(Some(FORBIDDEN)),
            // If the database does not answer, nothing is delivered either.
            Ok(true) | Err(_) => Ok(()),
        }
    }

    /// Ends the socket if its session is no longer valid. A valid session is marked as in use.
    async fn check(&mut self) -> Result<(), Option<Closing>> {
        self.wait_to_check();
        let Caller::Account { session_id, .. } = &self.caller else { return Ok(()) };
        match Caller::continuing(&self.service.database, &self.service.sessions, *session_id).await {
            Caller::Refused(error) if error.code == ErrorCode::Unauthenticated => Err(Some(FORBIDDEN)),
            // If the database does not answer, nothing is delivered either.
            Caller::Refused(_) | Caller::Visitor => Ok(()),
            account @ Caller::Account { .. } => {
                self.caller = account;
                Ok(())
            }
        }
    }

    /// Starts an operation in a task of its own.
    async fn subscribe(
        &mut self,
        socket: &mut WebSocket,
        id: String,
        payload: Map<String, Json>,
    ) -> Result<(), Option<Closing>> {
        if id.is_empty() || id.len() > LONGEST_ID || !is_a_request(&payload) {
            return Err(Some(MALFORMED));
        }
        if self.running.contains_key(&id) {
            return Err(Some(DUPLICATE));
        }
        self.check().await?;
        let most = self.service.config.sockets.subscriptions;
        let admitted = if self.running.len() >= most {
            Err(Error::too_complex(
                format!("每个连接最多 {most} 个操作"),
                format!("at most {most} operations on a connection"),
            ))
        } else {
            self.service.limiter.check(Key::of(&self.caller, self.origin.address))
        };
        let parameters = admitted.and_then(|()| Parameters::read(payload, &self.service.config.query.variables));
        let exchange = Arc::new(Exchange::new(self.origin.address, &self.origin.request_id, self.format.language()));
        let mut line = OperationLine::begin(&self.origin, &self.caller);
        let operation = match parameters
            .map_err(Refusal::from)
            .and_then(|parameters| self.operation(parameters, &exchange, &mut line))
        {
            Ok(Some(operation)) => operation,
            refused => {
                let answer = refused.map_or_else(graphql::refused, |_| ResponseFormat::not_persisted());
                let (Ok(errors) | Err(errors)) = self.format.message(answer, &mut line);
                drop(line);
                return write(socket, Message::Text(message_of(&id, "error", &errors).into())).await;
            }
        };
        line.is_admitted();
        let answers = graphql::watch(
            &self.service.schema,
            self.service.database.clone(),
            operation,
            self.caller.clone(),
            exchange,
        );
        let (format, outgoing) = (self.format.clone(), self.outgoing.clone());
        let task = self.tasks.spawn({
            let id = id.clone();
            async move {
                let (mut answers, task) = (std::pin::pin!(answers), tokio::task::id());
                let mut last = json!({"id": id, "type": "complete"}).to_string();
                while let Some(response) = answers.next().await {
                    match format.message(response, &mut line) {
                        Ok(answer) => {
                            let message = message_of(&id, "next", &answer);
                            if outgoing.send(Outgoing { id: id.clone(), task, message, is_last: false }).await.is_err()
                            {
                                return;
                            }
                        }
                        Err(errors) => {
                            last = message_of(&id, "error", &errors);
                            break;
                        }
                    }
                }
                drop(line);
                // Nobody receives it if the socket has ended.
                drop(outgoing.send(Outgoing { id, task, message: last, is_last: true }).await);
            }
        });
        self.running.insert(id, task);
        Ok(())
    }

    /// The operation to execute. `None` if the document is named only by a hash that is not known.
    fn operation(
        &self,
        parameters: Parameters,
        exchange: &Exchange,
        line: &mut OperationLine,
    ) -> Result<Option<Operation>, Refusal> {
        let Some(document) = self.service.document(&parameters)? else { return Ok(None) };
        let given = parameters.operation_name.as_deref();
        if let Some(name) = document.operation_name(given) {
            exchange.executes(name);
        }
        line.is_of(exchange.operations(), document.watches(given));
        parameters.of(&document).map(Some)
    }

    /// Sends an answer of an operation, unless the client has ended the operation in the meantime.
    async fn send(&mut self, socket: &mut WebSocket, outgoing: Outgoing) -> Result<(), Option<Closing>> {
        let Outgoing { id, task, message, is_last } = outgoing;
        if self.running.get(&id).is_none_or(|running| running.id() != task) {
            return Ok(());
        }
        if is_last {
            self.running.remove(&id);
        }
        // A client that has just been signed out must not be shown anything.
        self.look().await?;
        write(socket, Message::Text(message.into())).await
    }
}

/// Waits for a commit that may have ended the session, but at least until `not_before`. Waits for ever if there is no
/// session.
async fn changed(session: Option<&mut WatchedSession>, not_before: Instant) {
    match session {
        Some(session) => {
            sleep_until(not_before).await;
            session.changed().await;
        }
        None => std::future::pending().await,
    }
}
