//! Connections: limited in number, and closed if they are idle for longer than the setting allows.
//!
//! Only HTTP/1.1 is spoken. Browsers speak HTTP/2 only over TLS, and TLS ends at a proxy in front, which speaks
//! HTTP/1.1 to this server.

use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
    pin::Pin,
    sync::Arc,
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request},
    http::{HeaderValue, StatusCode, header},
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore, watch},
};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

use super::{
    answer::ResponseFormat,
    shares::{Share, Shares},
};
use crate::config::{Config, Network};
use store::error::Error;

/// How many connections over the limit are sent a refusal at once. Further ones are closed without an answer.
const REFUSED_AT_ONCE: usize = 64;
/// The memory for the headers of a request, which also bounds its URL.
const HEADER_BYTES: usize = 64 * 1024;
/// How long to pause accepting after the system had no resources for a connection.
const BREATHER: Duration = Duration::from_millis(200);

/// Answers connections until asked to stop. Then finishes the requests in progress, for no longer than one request may
/// take.
pub async fn serve(listener: TcpListener, router: Router, config: &Config, stop: impl Future<Output = ()>) {
    let room = Room::new(config);
    let mut connections = http1::Builder::new();
    connections.timer(TokioTimer::new()).header_read_timeout(config.connections.header_time).max_buf_size(HEADER_BYTES);
    // Some clients look for header names in their usual spelling: Python's gql 4 does for Sec-WebSocket-Protocol.
    connections.title_case_headers(true).preserve_header_case(true);
    let (stopping, stopped) = watch::channel(false);
    let stopped = Stopped(stopped);
    let mut stop = std::pin::pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(BREATHER).await;
                    continue;
                }
            },
        };
        if let Some((router, place)) = room.place(peer.ip(), &router) {
            connect(&connections, stopped.clone(), patient(stream, config), peer, router, place);
        }
    }
    drop((listener, stopped));
    stopping.send_replace(true);
    // Each connection and each socket holds a receiver until it has ended.
    if tokio::time::timeout(config.requests.time, stopping.closed()).await.is_err() {
        tracing::warn!("some requests were not finished in time");
    }
}

/// Tells long-running work that the server is stopping. The server waits until all clones of this are dropped.
#[derive(Debug, Clone)]
pub(super) struct Stopped(watch::Receiver<bool>);

impl Stopped {
    /// Completes when the server is asked to stop.
    pub(super) async fn asked(&mut self) {
        // An error means that the sender is gone, and with it the server.
        let _ = self.0.wait_for(|is_stopping| *is_stopping).await;
    }
}

/// The places for connections, limited in total and for each address.
struct Room {
    all: Arc<Semaphore>,
    shares: Shares,
    proxies: Vec<Network>,
    refusals: Arc<Semaphore>,
    /// The router that answers when all places are taken.
    full: Router,
    /// The router that answers when an address has taken its share.
    used_up: Router,
}

/// A connection's place. It is freed when this is dropped.
struct Place {
    _permit: OwnedSemaphorePermit,
    _share: Option<Share>,
}

impl Room {
    fn new(config: &Config) -> Self {
        Self {
            all: Arc::new(Semaphore::new(config.connections.total)),
            shares: Shares::new("connections", config.connections.per_address),
            proxies: config.trusted.proxies.clone(),
            refusals: Arc::new(Semaphore::new(REFUSED_AT_ONCE)),
            full: refusing(Error::too_many_connections(config.connections.total)),
            used_up: refusing(Error::too_many_from_an_address(config.connections.per_address)),
        }
    }

    /// Returns the router that answers a connection from an address, and the connection's place. `None` if there is not
    /// even room for a refusal.
    fn place(&self, address: IpAddr, router: &Router) -> Option<(Router, Place)> {
        let address = address.to_canonical();
        // A proxy's connections belong to all of its clients.
        let is_proxy = self.proxies.iter().any(|proxy| proxy.contains(address));
        let share = if is_proxy { Some(None) } else { self.shares.take(address).map(Some) };
        let refusing = match (share, self.all.clone().try_acquire_owned()) {
            (Some(share), Ok(permit)) => return Some((router.clone(), Place { _permit: permit, _share: share })),
            (None, _) => &self.used_up,
            (Some(_), Err(_)) => &self.full,
        };
        let permit = self.refusals.clone().try_acquire_owned().ok()?;
        Some((refusing.clone(), Place { _permit: permit, _share: None }))
    }
}

/// A connection that times out if the peer does not read what is written to it.
type Stream = Pin<Box<TimeoutStream<TcpStream>>>;

fn patient(stream: TcpStream, config: &Config) -> Stream {
    // Responses are written whole, so waiting to fill a packet gains nothing. If this option cannot be set, they are
    // only slower.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    // A client that sends requests but does not read the responses would otherwise keep its place for ever.
    stream.set_write_timeout(Some(config.connections.header_time));
    Box::pin(stream)
}

/// Serves one connection in a task of its own. Its place is freed when it ends.
fn connect(
    connections: &http1::Builder,
    mut stopped: Stopped,
    stream: Stream,
    peer: SocketAddr,
    router: Router,
    place: Place,
) {
    let signal = stopped.clone();
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let mut request: Request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        request.extensions_mut().insert(signal.clone());
        router.clone().oneshot(request)
    });
    let connection = connections.serve_connection(TokioIo::new(stream), service).with_upgrades();
    tokio::spawn(async move {
        let mut connection = std::pin::pin!(connection);
        let ended = tokio::select! {
            ended = connection.as_mut() => ended,
            () = stopped.asked() => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        // How a connection ends is up to the client: it hangs up, is too slow, or speaks another protocol.
        if let Err(error) = ended {
            tracing::debug!(%error, "a connection ended");
        }
        drop(place);
    });
}

/// The router that answers connections for which there is no place.
fn refusing(error: Error) -> Router {
    Router::new().fallback(async move |request: Request| {
        let format = ResponseFormat::of(request.headers(), "");
        let mut response = format.refuse(StatusCode::TOO_MANY_REQUESTS, error.clone());
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
        Ok::<_, Infallible>(response)
    })
}
