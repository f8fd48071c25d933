//! How a file goes out: in pieces that whoever makes it hands over, no faster than they are taken.
//!
//! The file has been sent when its maker says so. Where that word does not come, because the file was too long, took
//! too long or could not be made, the connection is broken off, so that nothing looks whole that is not.

use axum::body::Body;
use futures_util::stream;
use tokio::sync::mpsc;

/// How many pieces wait to be taken at most.
const WAITING: usize = 2;

/// What its maker hands over.
enum Handed {
    Piece(Vec<u8>),
    End,
}

/// Whoever takes the file has gone.
#[derive(Debug, thiserror::Error)]
#[error("nobody takes the file any more")]
pub struct Gone;

/// Why a connection is broken off; the log has said more.
#[derive(Debug, thiserror::Error)]
#[error("the file was not finished")]
struct BrokenOff;

/// Where a file's maker hands over its pieces.
pub struct Sending(mpsc::Sender<Handed>);

impl Sending {
    /// Hands over a piece, once there is room for it.
    pub async fn piece(&self, bytes: Vec<u8>) -> Result<(), Gone> {
        self.0.send(Handed::Piece(bytes)).await.map_err(|_| Gone)
    }

    /// Says that the file is whole.
    pub async fn end(self) {
        // Where nobody takes it any more, nobody is told.
        let _ = self.0.send(Handed::End).await;
    }
}

/// The body of an answer, and where its pieces are handed over.
pub fn sending() -> (Sending, Body) {
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
