//! Reference data in memory: regions, varieties, sites, plants, products and catering establishments. Many records refer
//! to them, and they seldom change.
//!
//! What is in memory is never older than the request that reads it. A version is raised in the transaction of each
//! change (`reference_version`). The statement that finds a request's session reads it, too, and what is in memory is
//! used only if it has that version or a later one. So a change by another server shows in the very next request.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    fmt,
    hash::Hash,
    sync::{Arc, PoisonError, RwLock},
};

use sea_orm::{
    EntityTrait, ModelTrait, QuerySelect, QueryTrait,
    sea_query::{SimpleExpr, SubQueryStatement, ValueType},
};
use tokio::sync::Mutex;

use crate::{
    Database, Reader,
    entity::{
        plants::{processing_plant, product},
        reference_version,
        registers::{region, variety},
        tourism::{catering_establishment, site},
    },
    error::Result,
    load::{Key, key_column},
};

/// Whether rows of this table are reference data.
pub fn is_reference<E: EntityTrait>() -> bool {
    [
        TypeId::of::<region::Entity>(),
        TypeId::of::<variety::Entity>(),
        TypeId::of::<site::Entity>(),
        TypeId::of::<processing_plant::Entity>(),
        TypeId::of::<product::Entity>(),
        TypeId::of::<catering_establishment::Entity>(),
    ]
    .contains(&TypeId::of::<E>())
}

/// The present version as an expression, for a statement that finds something else.
pub fn version() -> SimpleExpr {
    SimpleExpr::SubQuery(None, Box::new(SubQueryStatement::SelectStatement(select_version().into_query())))
}

fn select_version() -> sea_orm::Select<reference_version::Entity> {
    reference_version::Entity::find().select_only().column(reference_version::Column::Version)
}

/// All reference data as of one version.
pub struct Reference {
    version: i64,
    /// The rows of each table by key. Empty if there are more rows than are kept in memory.
    tables: HashMap<TypeId, Box<dyn Any + Send + Sync>>,
}

impl Reference {
    /// The row with this key. None if there was none, if the table is no reference data, or if there are more rows than
    /// are kept in memory: then only the table knows.
    pub fn find<E>(&self, key: &Key<E>) -> Option<&E::Model>
    where
        E: EntityTrait,
        Key<E>: Eq + Hash + 'static,
    {
        self.tables.get(&TypeId::of::<E>())?.downcast_ref::<HashMap<Key<E>, E::Model>>()?.get(key)
    }

    async fn load(reader: &Reader, most: u64) -> Result<Self> {
        let version = select_version().into_tuple().one(reader).await?.unwrap_or_default();
        let mut tables = Tables { rows: HashMap::new(), left: most };
        let are_kept = tables.load::<region::Entity>(reader).await?
            && tables.load::<variety::Entity>(reader).await?
            && tables.load::<site::Entity>(reader).await?
            && tables.load::<processing_plant::Entity>(reader).await?
            && tables.load::<product::Entity>(reader).await?
            && tables.load::<catering_establishment::Entity>(reader).await?;
        Ok(Self { version, tables: if are_kept { tables.rows } else { HashMap::new() } })
    }
}

impl fmt::Debug for Reference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Reference").field("version", &self.version).finish_non_exhaustive()
    }
}

struct Tables {
    rows: HashMap<TypeId, Box<dyn Any + Send + Sync>>,
    /// How many more rows are kept.
    left: u64,
}

impl Tables {
    /// Loads a table. Returns false if it has too many rows.
    async fn load<E>(&mut self, reader: &Reader) -> Result<bool>
    where
        E: EntityTrait,
        E::Model: Send + Sync + 'static,
        Key<E>: Eq + Hash + ValueType + Send + Sync + 'static,
    {
        let Some(column) = key_column::<E>() else { return Ok(false) };
        let rows = E::find().limit(self.left + 1).all(reader).await?;
        let Some(left) = self.left.checked_sub(rows.len() as u64) else { return Ok(false) };
        self.left = left;
        let by_key: HashMap<Key<E>, E::Model> = rows.into_iter().map(|row| (row.get(column).unwrap(), row)).collect();
        self.rows.insert(TypeId::of::<E>(), Box::new(by_key));
        Ok(true)
    }
}

/// The newest reference data that a server has loaded.
#[derive(Debug, Default)]
pub(super) struct Newest {
    loaded: RwLock<Option<Arc<Reference>>>,
    /// Held while it is loaded, so that it is loaded once for all who wait.
    loading: Mutex<()>,
}

impl Newest {
    fn since(&self, version: i64) -> Option<Arc<Reference>> {
        let loaded = self.loaded.read().unwrap_or_else(PoisonError::into_inner);
        loaded.clone().filter(|loaded| loaded.version >= version)
    }
}

impl Database {
    /// The reference data of this version or a later one. Without a version, of the present one.
    pub async fn reference(&self, version: Option<i64>) -> Result<Arc<Reference>> {
        let version = match version {
            Some(version) => version,
            None => select_version().into_tuple().one(self.reader()).await?.unwrap_or_default(),
        };
        if let Some(loaded) = self.newest_reference.since(version) {
            return Ok(loaded);
        }
        let _loading = self.newest_reference.loading.lock().await;
        if let Some(loaded) = self.newest_reference.since(version) {
            return Ok(loaded);
        }
        let most = self.options.reference_rows;
        let loaded = self.read(async move |snapshot| Reference::load(&snapshot, most).await.map(Arc::new)).await?;
        *self.newest_reference.loaded.write().unwrap_or_else(PoisonError::into_inner) = Some(loaded.clone());
        Ok(loaded)
    }
}
