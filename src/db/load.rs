//! Loading rows by key, written once for all entities.

use std::{collections::HashMap, hash::Hash};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, Iterable, ModelTrait, PrimaryKeyToColumn, PrimaryKeyTrait, QueryFilter, Value};

use crate::error::Result;

/// The type of an entity's single key.
pub type Key<E> = <<E as EntityTrait>::PrimaryKey as PrimaryKeyTrait>::ValueType;

/// The rows with these keys, in one statement.
///
/// The list of keys is filled up to a power of two with copies of the last, so that few statements of different length are prepared.
pub async fn by_key<E>(connection: &impl ConnectionTrait, keys: &[Key<E>]) -> Result<HashMap<Key<E>, E::Model>>
where
    E: EntityTrait,
    E::Model: Send + Sync,
    Key<E>: Clone + Eq + Hash + Into<Value> + sea_orm::sea_query::ValueType,
{
    let (Some(last), Some(column)) = (keys.last(), E::PrimaryKey::iter().next().map(PrimaryKeyToColumn::into_column)) else {
        return Ok(HashMap::new());
    };
    let filled = keys.iter().chain(std::iter::repeat(last)).take(keys.len().next_power_of_two()).cloned();
    let models = E::find().filter(column.is_in(filled)).all(connection).await?;
    Ok(models.into_iter().map(|model| (model.get(column).unwrap(), model)).collect())
}
