//! Work in a transaction, with its types erased.

use std::{any::Any, pin::Pin, sync::Arc};

use sea_orm::DbErr;

use crate::error::{Error, Result};

/// The result of a piece of work, whatever its type.
pub(super) type Done = Box<dyn Any + Send>;

/// A piece of work in a transaction. Its types are erased, so that what surrounds it is compiled once, and not for each
/// caller.
pub(super) type Work<On> = Box<dyn FnOnce(Arc<On>) -> Pin<Box<dyn Future<Output = Result<Done>> + Send>> + Send>;

/// The same work with its result in a box.
pub(super) fn erased<On, T, Fut>(work: impl FnOnce(Arc<On>) -> Fut + Send + 'static) -> Work<On>
where
    On: 'static,
    T: Send + 'static,
    Fut: Future<Output = Result<T>> + Send + 'static,
{
    Box::new(move |on| {
        let working = work(on);
        Box::pin(async move { working.await.map(|done| Box::new(done) as Done) })
    })
}

/// The result of erased work with its own type again.
pub(super) fn restored<T: 'static>(done: Done) -> Result<T> {
    match done.downcast::<T>() {
        Ok(done) => Ok(*done),
        Err(_) => Err(Error::internal(DbErr::Type("a piece of work returned another type than its own".to_owned()))),
    }
}
