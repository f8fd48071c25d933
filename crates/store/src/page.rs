//! Pages: one implementation for every list that may grow.

use chrono::Datelike;
use sea_orm::{
    ColumnTrait, ColumnType, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, IdenStatic, ModelTrait, Order,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select, Value,
    sea_query::{Asterisk, Expr, Func, IntoCondition, Query, SelectStatement, SimpleExpr, UnionType},
};
use uuid::Uuid;

use crate::{
    Reader,
    error::{Error, Result},
};
use types::{Day, FIRST_YEAR, Problem};

mod cursor;
mod of_parents;

pub use of_parents::pages_of;

/// The number of rows of a page if the request does not say.
pub const DEFAULT_SIZE: i32 = 20;
/// The largest number of rows of a page.
pub const LARGEST_SIZE: i32 = 100;
/// Counting stops here. The total of a longer list is not given.
pub const LARGEST_COUNT: u64 = 100_000;

/// The requested page of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct PageRequest {
    /// The number of rows. Missing means the default size; more than the largest size is reduced to it.
    pub first: Option<i32>,
    /// Rows after this cursor.
    pub after: Option<String>,
    /// Whether to count the whole list.
    pub count: bool,
}

/// One page of rows with their cursors.
#[derive(Debug, Clone)]
pub struct Page<M> {
    /// The rows, each with its cursor. The cursor leads to the rows after it.
    pub rows: Vec<(String, M)>,
    /// Whether rows follow.
    pub has_next: bool,
    /// Whether rows precede.
    pub has_previous: bool,
    /// The number of rows of the whole list. `None` if it was not requested or exceeds the largest count.
    pub total: Option<u64>,
}

impl<M> Page<M> {
    /// A page without rows.
    pub fn empty() -> Self {
        Self { rows: Vec::new(), has_next: false, has_previous: false, total: Some(0) }
    }
}

impl PageRequest {
    /// The largest number of rows of the page. INVALID_INPUT on `first` if it is below 1.
    pub fn size(&self) -> Result<u64> {
        let first = self.first.unwrap_or(DEFAULT_SIZE);
        <u64 as TryFrom<i32>>::try_from(Ord::min(first, LARGEST_SIZE)).ok().filter(|size| *size > 0).ok_or_else(|| {
            Error::invalid(
                "first",
                Problem::new(format!("应为 1 至 {LARGEST_SIZE}"), format!("expected 1 to {LARGEST_SIZE}")),
            )
        })
    }

    /// The values after which the page begins, one for each column. INVALID_INPUT on `after` if it is not a cursor of
    /// this list.
    pub fn start<C: ColumnTrait>(&self, columns: &[C]) -> Result<Option<Vec<Value>>> {
        self.after.as_deref().map(|cursor| decode(cursor, columns).ok_or_else(not_a_cursor)).transpose()
    }

    /// The kind and id after which the page begins, in a list assembled from several tables. INVALID_INPUT on `after`
    /// if it is not a cursor of this list.
    pub fn position(&self, list: &str) -> Result<Option<(i32, Uuid)>> {
        self.after.as_deref().map(|cursor| decode_position(cursor, list).ok_or_else(not_a_cursor)).transpose()
    }
}

/// The rows of a query after a cursor, ordered by columns that together are unique. One statement, and one more if a
/// total is requested.
pub async fn page<E>(
    connection: &Reader,
    query: Select<E>,
    columns: &[E::Column],
    order: Order,
    request: &PageRequest,
) -> Result<Page<E::Model>>
where
    E: EntityTrait,
    E::Model: Send + Sync,
{
    let size = request.size()?;
    let start = request.start(columns)?;
    let total = if request.count { total(connection, query.clone()).await? } else { None };
    let has_previous = start.is_some();
    let mut slice = query;
    if let Some(values) = start {
        slice = slice.filter(is_after(columns, values, &order));
    }
    for column in columns {
        slice = slice.order_by(*column, order.clone());
    }
    let mut models = slice.limit(size + 1).all(connection).await?;
    let has_next = models.len() as u64 > size;
    models.truncate(usize::try_from(size).unwrap_or(usize::MAX));
    let rows = models.into_iter().map(|model| (encode(&model, columns), model)).collect();
    Ok(Page { rows, has_next, has_previous, total })
}

/// Like `page`, for a list that is the union of several queries, each of which uses an index of its own. A row may be
/// in more than one of them.
pub async fn page_of_either<E>(
    connection: &Reader,
    mut queries: Vec<Select<E>>,
    columns: &[E::Column],
    order: Order,
    request: &PageRequest,
) -> Result<Page<E::Model>>
where
    E: EntityTrait,
    E::Model: Send + Sync,
{
    let (Some(id), Some(query)) = (columns.last().copied(), queries.pop()) else { return Ok(Page::empty()) };
    if queries.is_empty() {
        return page(connection, query, columns, order, request).await;
    }
    queries.push(query);
    let size = request.size()?;
    let start = request.start(columns)?;
    let ids = |limit: u64, after_start: bool| {
        let slices = queries.iter().map(|query| {
            let mut slice = query.clone().select_only().column(id);
            if after_start && let Some(values) = start.clone() {
                slice = slice.filter(is_after(columns, values, &order));
            }
            for column in columns.iter().filter(|_| after_start) {
                slice = slice.order_by(*column, order.clone());
            }
            Query::select().column(id.as_str()).from_subquery(slice.limit(limit).into_query(), "slice").take()
        });
        any_of(slices)
    };
    let of_ids = |ids: SelectStatement| E::find().filter(id.in_subquery(ids));
    let total = if request.count { total(connection, of_ids(ids(LARGEST_COUNT + 1, false))).await? } else { None };
    let slice = of_ids(ids(size + 1, true));
    // The slices begin after the cursor. Only their rows are sorted here.
    let at_start = PageRequest { first: request.first, after: None, count: false };
    let page = page(connection, slice, columns, order.clone(), &at_start).await?;
    Ok(Page { has_previous: start.is_some(), total, ..page })
}

/// A page of a list that is wholly in memory, in its order. Cursors are made of columns that together are unique.
/// INVALID_INPUT on `after` if the cursor's row is not in the list.
pub fn slice<M: ModelTrait>(
    rows: Vec<M>,
    columns: &[<M::Entity as EntityTrait>::Column],
    request: &PageRequest,
) -> Result<Page<M>> {
    let size = usize::try_from(request.size()?).unwrap_or(usize::MAX);
    let total = request.count.then_some(rows.len() as u64);
    let mut rows: Vec<_> = rows.into_iter().map(|row| (encode(&row, columns), row)).collect();
    if let Some(after) = &request.after {
        let position = rows.iter().position(|(cursor, _)| cursor == after).ok_or_else(not_a_cursor)?;
        rows.drain(..=position);
    }
    let has_next = rows.len() > size;
    rows.truncate(size);
    Ok(Page { rows, has_next, has_previous: request.after.is_some(), total })
}

fn not_a_cursor() -> Error {
    Error::invalid("after", Problem::new("游标无效", "not a cursor of this list"))
}

/// The condition for rows after some values in an order, as a comparison of tuples. An index over the columns answers
/// it.
pub fn is_after<C: ColumnTrait>(columns: &[C], values: Vec<Value>, order: &Order) -> SimpleExpr {
    let left = Expr::tuple(columns.iter().map(|column| Expr::col(column.as_column_ref())));
    let right = Expr::tuple(values.into_iter().map(Expr::value));
    if matches!(order, Order::Desc) { left.lt(right) } else { left.gt(right) }
}

/// One of the queries that make up a list, with what its rows are ordered by: a day, and an id that no row of another
/// part has.
#[derive(Debug, Clone)]
pub struct Part {
    /// The query. Its columns have the same names in every part.
    pub query: SelectStatement,
    /// The day, which the page selects as `day`.
    pub day: Expr,
    /// The id.
    pub id: Expr,
}

/// The rows of several queries as one list, newest first. Each part reads no more rows than the page needs. One
/// statement, and one more if a total is requested.
pub async fn page_of_parts<R: FromQueryResult>(
    connection: &Reader,
    name: &str,
    parts: &[Part],
    request: &PageRequest,
) -> Result<Page<R>> {
    let size = request.size()?;
    let start =
        request.after.as_deref().map(|cursor| decode_part(cursor, name).ok_or_else(not_a_cursor)).transpose()?;
    let slices = parts.iter().map(|Part { query, day, id }| {
        let mut slice = query.clone();
        slice.expr_as(day.clone(), "day").expr_as(id.clone(), "id");
        if let Some((last_day, last_id)) = start {
            slice.and_where(
                Expr::tuple([day.clone(), id.clone()]).lt(Expr::tuple([Expr::value(last_day), Expr::value(last_id)])),
            );
        }
        slice.order_by_expr(day.clone(), Order::Desc).order_by_expr(id.clone(), Order::Desc).limit(size + 1);
        Query::select().column(Asterisk).from_subquery(slice, "slice").take()
    });
    let mut list = Query::select();
    list.column(Asterisk)
        .from_subquery(all_of(slices), "list")
        .order_by("day", Order::Desc)
        .order_by("id", Order::Desc)
        .limit(size + 1);
    let mut rows = Vec::new();
    for row in connection.query_all(&list).await? {
        let (day, id): (Day, Uuid) = (row.try_get("", "day")?, row.try_get("", "id")?);
        rows.push((cursor::write(name, [day.to_string(), id.to_string()]), R::from_query_result(&row, "")?));
    }
    let has_next = rows.len() as u64 > size;
    rows.truncate(usize::try_from(size).unwrap_or(usize::MAX));
    let total = if request.count { total_of_parts(connection, parts).await? } else { None };
    Ok(Page { rows, has_next, has_previous: start.is_some(), total })
}

async fn total_of_parts(connection: &Reader, parts: &[Part]) -> Result<Option<u64>> {
    let counted =
        parts.iter().map(|Part { query, id, .. }| query.clone().clear_selects().expr_as(id.clone(), "id").take());
    let mut some = Query::select();
    some.column("id").from_subquery(all_of(counted), "list").limit(LARGEST_COUNT + 1);
    let mut count = Query::select();
    count.expr_as(Func::count(Expr::col("id")), "total").from_subquery(some, "some");
    let row = connection.query_one(&count).await?;
    let count: Option<i64> = row.map(|row| row.try_get("", "total")).transpose()?;
    let count = count.and_then(|count| <u64 as TryFrom<i64>>::try_from(count).ok()).unwrap_or_default();
    Ok((count <= LARGEST_COUNT).then_some(count))
}

/// The rows of several queries, each once.
fn any_of(queries: impl Iterator<Item = SelectStatement>) -> SelectStatement {
    queries
        .reduce(|mut first, next| {
            first.union(UnionType::Distinct, next);
            first
        })
        .unwrap_or_default()
}

/// All rows of several queries.
fn all_of(queries: impl Iterator<Item = SelectStatement>) -> SelectStatement {
    queries
        .reduce(|mut first, next| {
            first.union(UnionType::All, next);
            first
        })
        .unwrap_or_default()
}

fn decode_part(cursor: &str, name: &str) -> Option<(Day, Uuid)> {
    let [day, id] = cursor::read(cursor, name)?;
    let day = day.parse::<Day>().ok().filter(|day| (FIRST_YEAR..=9999).contains(&day.year()))?;
    Some((day, Uuid::parse_str(&id).ok()?))
}

async fn total<E>(connection: &Reader, query: Select<E>) -> Result<Option<u64>>
where
    E: EntityTrait,
    E::Model: Send + Sync,
{
    // The limit within the counted query stops the counting, so that no list costs more than this.
    let count = query.limit(LARGEST_COUNT + 1).count(connection).await?;
    Ok((count <= LARGEST_COUNT).then_some(count))
}

/// The cursor of a row: the name of its table, so that no other list accepts it, and the row's values of the ordering
/// columns.
pub fn encode<M: ModelTrait>(model: &M, columns: &[<M::Entity as EntityTrait>::Column]) -> String {
    let table = columns.first().map(|column| column.entity_name().to_string()).unwrap_or_default();
    cursor::write(&table, columns.iter().map(|column| text(model.get(*column))))
}

fn text(value: Value) -> String {
    match value {
        Value::Uuid(Some(id)) => id.to_string(),
        Value::ChronoDate(Some(day)) => day.to_string(),
        Value::String(Some(text)) => text,
        Value::Int(Some(number)) => number.to_string(),
        Value::BigInt(Some(number)) => number.to_string(),
        other => unreachable!("no list is ordered by {other:?}"),
    }
}

fn decode<C: ColumnTrait>(cursor: &str, columns: &[C]) -> Option<Vec<Value>> {
    let parts = cursor::read_all(cursor, &columns.first()?.entity_name().to_string())?;
    if parts.len() != columns.len() {
        return None;
    }
    columns
        .iter()
        .zip(parts)
        .map(|(column, part)| match column.def().get_column_type() {
            ColumnType::Uuid => Uuid::parse_str(&part).ok().map(Value::from),
            ColumnType::Date => part.parse::<Day>().ok().map(Value::from),
            ColumnType::Integer => part.parse::<i32>().ok().map(Value::from),
            ColumnType::BigInteger => part.parse::<i64>().ok().map(Value::from),
            _ => Some(Value::from(part)),
        })
        .collect()
}

/// The cursor of a record in a list assembled from several tables: the list's name, and the record's kind and id.
pub fn position(list: &str, kind: i32, id: Uuid) -> String {
    cursor::write(list, [kind.to_string(), id.to_string()])
}

fn decode_position(cursor: &str, list: &str) -> Option<(i32, Uuid)> {
    let [kind, id] = cursor::read(cursor, list)?;
    Some((kind.parse().ok()?, Uuid::parse_str(&id).ok()?))
}

/// Adds a condition to a query if there is a value for it.
pub fn filter_some<E: EntityTrait, T, C: IntoCondition>(
    query: Select<E>,
    value: Option<T>,
    condition: impl FnOnce(T) -> C,
) -> Select<E> {
    query.apply_if(value, |query, value| query.filter(condition(value)))
}

#[cfg(test)]
mod tests;
