//! Loading rows by key: one implementation for all entities.

use std::{collections::HashMap, hash::Hash};

use sea_orm::{
    ColumnTrait, EntityTrait, Iterable, ModelTrait, PrimaryKeyToColumn, PrimaryKeyTrait, QueryFilter, Value,
};

use crate::{Reader, error::Result};

/// The type of an entity's single-column key.
pub type Key<E> = <<E as EntityTrait>::PrimaryKey as PrimaryKeyTrait>::ValueType;

/// The column of an entity's single-column key.
pub fn key_column<E: EntityTrait>() -> Option<E::Column> {
    E::PrimaryKey::iter().next().map(PrimaryKeyToColumn::into_column)
}

/// The keys, padded to a power of two with copies of the last one, so that few statements of different lengths are
/// prepared.
pub fn filled<K: Clone>(keys: &[K]) -> impl Iterator<Item = K> {
    keys.iter().chain(std::iter::repeat(keys.last()).flatten()).take(keys.len().next_power_of_two()).cloned()
}

/// The rows with these keys, in one statement.
pub async fn by_key<E>(connection: &Reader, keys: &[Key<E>]) -> Result<HashMap<Key<E>, E::Model>>
where
    E: EntityTrait,
    E::Model: Send + Sync,
    Key<E>: Clone + Eq + Hash + Into<Value> + sea_orm::sea_query::ValueType,
{
    let Some(column) = key_column::<E>().filter(|_| !keys.is_empty()) else { return Ok(HashMap::new()) };
    let models = E::find().filter(column.is_in(filled(keys))).all(connection).await?;
    Ok(models.into_iter().map(|model| (model.get(column).unwrap(), model)).collect())
}
