//! Loads the records that objects refer to, many in one statement. There is one loader per request, and it caches
//! nothing: a record that changes during a request is seen as it is.
//!
//! Only reference data comes from memory, and only for queries: all of a query sees it as of one version. What a
//! mutation answers comes from the tables, so that it sees its own changes.

use std::{hash::Hash, sync::Arc};

use async_graphql::Context;
use sea_orm::{EntityTrait, sea_query::ValueType};
use tokio::sync::OnceCell;

use super::{
    gather::{Gatherer, LoadMany},
    guard::Caller,
};
use store::{
    Database, Reader,
    error::{Error, Result},
    load::{self, Key},
    reference::{Reference, is_reference},
};
use types::{Actor, Day, Scope};

/// Loads records for one caller.
#[derive(Debug)]
pub(super) struct Loaders {
    database: Database,
    caller: Option<Actor>,
    scope: Scope,
    /// The reference data that this request sees, once it is asked for.
    reference: OnceCell<Arc<Reference>>,
    reference_version: ReferenceVersion,
}

/// Which reference data a request sees.
#[derive(Debug, Clone, Copy)]
enum ReferenceVersion {
    /// What the tables have.
    Tables,
    /// What is in memory, of this version or a later one. The present version if there is none yet.
    Memory(Option<i64>),
}

/// The loader of a request, which may be one that only reads.
pub(super) fn loader(database: Database, caller: &Caller, only_reads: bool) -> Gatherer<Loaders> {
    let reference_version =
        if only_reads { ReferenceVersion::Memory(caller.reference_version()) } else { ReferenceVersion::Tables };
    let (caller, scope) = (caller.actor().cloned(), caller.scope());
    Gatherer::new(Loaders { database, caller, scope, reference: OnceCell::new(), reference_version })
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

    /// The row of reference data with this key, if it is in memory.
    async fn in_memory<E>(&self, key: &Key<E>) -> Result<Option<E::Model>>
    where
        E: EntityTrait,
        E::Model: Clone,
        Key<E>: Eq + Hash + 'static,
    {
        let ReferenceVersion::Memory(version) = self.reference_version else { return Ok(None) };
        if !is_reference::<E>() {
            return Ok(None);
        }
        let reference = self.reference.get_or_try_init(|| self.database.reference(version)).await?;
        Ok(reference.find::<E>(key).cloned())
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
    let gatherer = ctx.data_unchecked::<Gatherer<Loaders>>();
    match gatherer.loaders().in_memory::<E>(&key).await? {
        Some(row) => Ok(Some(row)),
        // A row that was recorded after this version, or one that is not kept in memory.
        None => gatherer.load(key, load::by_key::<E>).await,
    }
}
