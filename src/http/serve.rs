//! Connections: as many as the setting allows, none of them for longer without a request than the setting allows.
//!
//! Browsers speak HTTP/2 only over TLS, and TLS ends at a proxy in front, which speaks HTTP/1.1 to what is behind it; so nothing else is
//! spoken here.

use std::{convert::Infallible, net::SocketAddr, pin::Pin, sync::Arc, time::Duration};

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

use super::answer::Manner;
use crate::{config::Config, error::Error};

/// How many connections beyond the limit are told so at once; further ones are closed without a word.
const REFUSED_AT_ONCE: usize = 64;
/// The memory for the headers of a request, and so the longest URL.
const HEADER_BYTES: usize = 64 * 1024;
/// How long nothing is accepted after the system had no room for a connection.
const BREATHER: Duration = Duration::from_millis(200);

/// Answers connections until asked to stop, then finishes what is being answered, for no longer than a request may take.
pub async fn serve(listener: TcpListener, router: Router, config: &Config, stop: impl Future<Output = ()>) {
    let room = Arc::new(Semaphore::new(config.connections));
    let refusals = Arc::new(Semaphore::new(REFUSED_AT_ONCE));
    let full = full(config);
    let mut connections = http1::Builder::new();
    connections.timer(TokioTimer::new()).header_read_timeout(config.header_time).max_buf_size(HEADER_BYTES);
    let (stopping, stopped) = watch::channel(());
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
        let (router, permit) = match (room.clone().try_acquire_owned(), refusals.clone().try_acquire_owned()) {
            (Ok(permit), _) => (router.clone(), permit),
            (Err(_), Ok(permit)) => (full.clone(), permit),
            (Err(_), Err(_)) => continue,
        };
        connect(&connections, stopped.clone(), patient(stream, config), peer, router, permit);
    }
    drop(listener);
    drop(stopping);
    // All places are free again when the last connection has ended.
    let all = u32::try_from(config.connections).unwrap_or(u32::MAX);
    if tokio::time::timeout(config.request_time, room.acquire_many(all)).await.is_err() {
        tracing::warn!("some requests were not finished in time");
    }
}

/// A connection whose other end must take what is written to it.
type Stream = Pin<Box<TimeoutStream<TcpStream>>>;

fn patient(stream: TcpStream, config: &Config) -> Stream {
    // Answers are written whole, so that waiting to fill a packet gains nothing. Where this cannot be set, they only take longer.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    // Whoever asks and does not read the answers would keep the place for ever.
    stream.set_write_timeout(Some(config.header_time));
    Box::pin(stream)
}

/// Answers one connection in a task of its own. Its place is free again when it ends.
fn connect(
    connections: &http1::Builder,
    mut stopped: watch::Receiver<()>,
    stream: Stream,
    peer: SocketAddr,
    router: Router,
    permit: OwnedSemaphorePermit,
) {
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let mut request: Request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        router.clone().oneshot(request)
    });
    let connection = connections.serve_connection(TokioIo::new(stream), service).with_upgrades();
    tokio::spawn(async move {
        let mut connection = std::pin::pin!(connection);
        let ended = tokio::select! {
            ended = connection.as_mut() => ended,
            // Nothing is ever sent: the other end is dropped when the server stops.
            _ = stopped.changed() => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        // How a connection ends is the other end's affair: it hangs up, is too slow, or speaks something else.
        if let Err(error) = ended {
            tracing::debug!(%error, "a connection ended");
        }
        drop(permit);
    });
}

/// What answers connections beyond the limit.
fn full(config: &Config) -> Router {
    let limit = config.connections;
    Router::new().fallback(async move |request: Request| {
        let manner = Manner::of(request.headers(), "");
        let mut response = manner.refuse(StatusCode::TOO_MANY_REQUESTS, Error::too_many_connections(limit));
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
        Ok::<_, Infallible>(response)
    })
}
