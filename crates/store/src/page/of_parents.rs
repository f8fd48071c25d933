//! The same page of several lists at once.

use std::{collections::HashMap, hash::Hash};

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IdenStatic, ModelTrait, Order, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select, TryGetable, Value,
    sea_query::{Expr, Func, Query, ValueType},
};

use super::{LARGEST_COUNT, Page, PageRequest, all_of, encode, is_after};
use crate::{Reader, error::Result};

/// The same page of the lists of several parents, in the order of ids. One statement for all, and one more if totals
/// are requested. Parents without rows are left out. Each list is read only as far as its page, and counted up to the
/// largest count.
pub async fn pages_of<E, K>(
    connection: &Reader,
    query: &Select<E>,
    parent: E::Column,
    parents: &[K],
    id: E::Column,
    request: &PageRequest,
) -> Result<HashMap<K, Page<E::Model>>>
where
    E: EntityTrait,
    E::Model: Send + Sync,
    K: Eq + Hash + Clone + Into<Value> + ValueType + TryGetable + Send,
{
    let size = request.size()?;
    let start = request.start(&[id])?;
    let has_previous = start.is_some();
    let Some(last) = parents.last() else { return Ok(HashMap::new()) };
    // Padded to a power of two with the last key, so that few statements of different lengths are prepared.
    let filled: Vec<&K> =
        parents.iter().chain(std::iter::repeat(last)).take(parents.len().next_power_of_two()).collect();
    let list_of = |key: &K| query.clone().filter(parent.eq(key.clone())).select_only();
    let mut totals = HashMap::new();
    if request.count {
        let counted = filled.iter().map(|key| {
            let some = list_of(key).column(parent).limit(LARGEST_COUNT + 1).into_query();
            let count = Func::count(Expr::col(parent.as_str()));
            Query::select()
                .column(parent.as_str())
                .expr_as(count, "total")
                .from_subquery(some, "some")
                .group_by_col(parent.as_str())
                .take()
        });
        for row in connection.query_all(&all_of(counted)).await? {
            let total: i64 = row.try_get("", "total")?;
            totals.insert(
                row.try_get::<K>("", parent.as_str())?,
                <u64 as TryFrom<i64>>::try_from(total).unwrap_or_default(),
            );
        }
    }
    let slices = filled.iter().map(|key| {
        let mut slice = list_of(key).column(id);
        if let Some(values) = start.clone() {
            slice = slice.filter(is_after(&[id], values, &Order::Asc));
        }
        let slice = slice.order_by(id, Order::Asc).limit(size + 1).into_query();
        Query::select().column(id.as_str()).from_subquery(slice, "slice").take()
    });
    let rows = E::find().filter(id.in_subquery(all_of(slices))).order_by(id, Order::Asc).all(connection).await?;

    let mut pages: HashMap<K, Page<E::Model>> = HashMap::new();
    for (key, total) in totals {
        let page = pages.entry(key).or_insert_with(|| Page { has_previous, ..Page::empty() });
        page.total = (total <= LARGEST_COUNT).then_some(total);
    }
    for row in rows {
        let page = pages.entry(row.get(parent).unwrap()).or_insert_with(|| Page { has_previous, ..Page::empty() });
        page.has_next = page.rows.len() as u64 == size;
        if !page.has_next {
            page.rows.push((encode(&row, &[id]), row));
        }
    }
    Ok(pages)
}
