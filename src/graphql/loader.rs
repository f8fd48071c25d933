//! Loads the records that objects refer to, many in one statement. There is one loader per request, and it caches
//! nothing: a record that changes during a request is seen as it is.

use std::hash::Hash;

use async_graphql::Context;
use sea_orm::{EntityTrait, sea_query::ValueType};

use super::{
    gather::{Gatherer, LoadMany},
    guard::Caller,
};
use store::{
    Database, Reader,
    error::{Error, Result},
    load::{self, Key},
};
use types::{Actor, Day, Scope};

/// Loads records for one caller.
#[derive(Debug)]
pub(super) struct Loaders {
    database: Database,
    caller: Option<Actor>,
    scope: Scope,
}

/// The loader of a request.
pub(super) fn loader(database: Database, caller: &Caller) -> Gatherer<Loaders> {
    Gatherer::new(Loaders { database, caller: caller.actor().cloned(), scope: caller.scope() })
}

impl Loaders {
    /// The database in which reports are computed.
    pub(super) fn database(&self) -> &Database {
        &self.database
    }

    /// The caller. None for a visitor.
    pub(super) fn caller(&self) -> Option<&Actor> {
        self.caller.as_ref()
    }

    /// Today.
    pub(super) fn today(&self) -> Day {
        self.database.clock().today()
    }

    /// The records that the caller may see.
    pub(super) fn scope(&self) -> &Scope {
        &self.scope
    }

    /// The reader that rows are loaded from.
    pub(super) fn reader(&self) -> &Reader {
        self.database.reader()
    }
}

impl AsRef<Reader> for Loaders {
    fn as_ref(&self) -> &Reader {
        self.reader()
    }
}

impl AsRef<Self> for Loaders {
    fn as_ref(&self) -> &Self {
        self
    }
}

/// The value of a key. All keys that an answer needs of a function are loaded at once. The function takes a `Reader`,
/// or these `Loaders` if the value depends on the caller or the day.
pub(super) async fn load<S, K, V>(
    ctx: &Context<'_>,
    key: K,
    many: impl for<'a> LoadMany<'a, S, K, V>,
) -> Result<Option<V>>
where
    S: 'static,
    K: Clone + Eq + Hash + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
    Loaders: AsRef<S>,
{
    ctx.data_unchecked::<Gatherer<Loaders>>().load(key, many).await
}

/// The same for a list, a sum or the like, which is empty without a value.
pub(super) async fn load_or_default<S, K, V>(
    ctx: &Context<'_>,
    key: K,
    many: impl for<'a> LoadMany<'a, S, K, V>,
) -> Result<V>
where
    S: 'static,
    K: Clone + Eq + Hash + Send + Sync + 'static,
    V: Clone + Default + Send + Sync + 'static,
    Loaders: AsRef<S>,
{
    Ok(load(ctx, key, many).await?.unwrap_or_default())
}

/// The row that another row refers to. The foreign keys guarantee that it exists.
pub(super) async fn row<E>(ctx: &Context<'_>, key: Key<E>) -> Result<E::Model>
where
    E: EntityTrait,
    E::Model: Clone + Send + Sync + 'static,
    Key<E>: Clone + Eq + Hash + Into<sea_orm::Value> + ValueType + Send + Sync + 'static,
{
    found::<E>(ctx, key)
        .await?
        .ok_or_else(|| Error::from(sea_orm::DbErr::RecordNotFound(E::default().table_name().to_owned())))
}

/// The row that another row may refer to.
pub(super) async fn optional<E>(ctx: &Context<'_>, key: Option<Key<E>>) -> Result<Option<E::Model>>
where
    E: EntityTrait,
    E::Model: Clone + Send + Sync + 'static,
    Key<E>: Clone + Eq + Hash + Into<sea_orm::Value> + ValueType + Send + Sync + 'static,
{
    match key {
        Some(key) => Ok(Some(row::<E>(ctx, key).await?)),
        None => Ok(None),
    }
}

/// The row with this key, if there is one.
pub(super) async fn found<E>(ctx: &Context<'_>, key: Key<E>) -> Result<Option<E::Model>>
where
    E: EntityTrait,
    E::Model: Clone + Send + Sync + 'static,
    Key<E>: Clone + Eq + Hash + Into<sea_orm::Value> + ValueType + Send + Sync + 'static,
{
    load(ctx, key, load::by_key::<E>).await
}
