//! Sends a file in pieces. The producer waits for the client, so that pieces do not accumulate.
//!
//! A file is complete when its producer says so. If the producer does not, because the file was too long, took too long
//! or could not be made, the connection is aborted, so that an incomplete file does not look complete.

use axum::body::Body;
use futures_util::stream;
use tokio::sync::mpsc;

/// How many pieces may wait to be read.
const WAITING: usize = 2;

/// What the producer sends.
enum Handed {
    Piece(Vec<u8>),
    End,
}

/// The client that was downloading the file has gone.
#[derive(Debug, thiserror::Error)]
#[error("the client no longer reads the file")]
pub(super) struct Gone;

/// Why a connection is aborted. The log contains more.
#[derive(Debug, thiserror::Error)]
#[error("the file was not finished")]
struct BrokenOff;

/// The producer's end of the channel.
pub(super) struct Sending(mpsc::Sender<Handed>);

impl Sending {
    /// Sends a piece, once there is room for it.
    pub(super) async fn piece(&self, bytes: Vec<u8>) -> Result<(), Gone> {
        self.0.send(Handed::Piece(bytes)).await.map_err(|_| Gone)
    }

    /// Says that the file is complete.
    pub(super) async fn end(self) {
        // If the client has gone, nobody needs to be told.
        let _ = self.0.send(Handed::End).await;
    }
}

/// The body of a response, and the end of the channel through which its pieces are sent.
pub(super) fn sending() -> (Sending, Body) {
    let (sender, receiver) = mpsc::channel(WAITING);
    let pieces = stream::unfold(Some(receiver), async |receiver: Option<mpsc::Receiver<Handed>>| {
        let mut receiver = receiver?;
        match receiver.recv().await {
            Some(Handed::Piece(bytes)) => Some((Ok(bytes), Some(receiver))),
            Some(Handed::End) => None,
            None => Some((Err(BrokenOff), None)),
        }
    });
    (Sending(sender), Body::from_stream(pieces))
}
