//! The stream of a subscription: the values of a feed, as they arrive.

use futures_util::{Stream, stream};
use tokio::sync::broadcast::{Receiver, error::RecvError};

/// The values that a feed sends from now on. If the reader is too slow, it skips values and gets the newest.
pub(super) fn of<T: Clone + Send + 'static>(receiver: Receiver<T>) -> impl Stream<Item = T> + Send + use<T> {
    stream::unfold(receiver, async |mut receiver| {
        loop {
            match receiver.recv().await {
                Ok(value) => return Some((value, receiver)),
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return None,
            }
        }
    })
}
