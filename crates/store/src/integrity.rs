//! Damage below the level of records: what the database itself finds wrong with its file, and rows that cannot be
//! read.

use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, EntityTrait, FromQueryResult, IdenStatic, Iterable, ModelTrait, Order,
    PrimaryKeyToColumn, QueryFilter, QueryOrder, QueryResult, QuerySelect, QueryTrait, RuntimeErr, Select, SqlxError,
    Value,
};
use uuid::Uuid;

use super::{page::is_after, raw};
use crate::Reader;

/// How many rows are read together.
const ROWS_AT_ONCE: u64 = 1000;

/// A row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Its table.
    pub table: String,
    /// Its primary key.
    pub key: String,
    /// What is wrong with it.
    pub problem: String,
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} {}: it cannot be read: {}", self.table, self.key, self.problem)
    }
}

/// The rows of a query, and those that cannot be read.
#[derive(Debug)]
pub struct Rows<M> {
    /// The readable rows.
    pub read: Vec<M>,
    /// The unreadable rows.
    pub unreadable: Vec<Unreadable>,
}

/// Reads the rows of a query one by one, so that a damaged one does not hide the others.
pub async fn rows<E: EntityTrait>(connection: &Reader, query: Select<E>) -> Result<Rows<E::Model>, DbErr> {
    let found = connection.query_all(&query.into_query()).await?;
    let mut rows = Rows { read: Vec::with_capacity(found.len()), unreadable: Vec::new() };
    for row in found {
        match E::Model::from_query_result(&row, "") {
            Ok(model) => rows.read.push(model),
            Err(error) => {
                let table = E::default().table_name().to_owned();
                rows.unreadable.push(Unreadable { table, key: key_of::<E>(&row), problem: error.to_string() });
            }
        }
    }
    Ok(rows)
}

/// Reads a whole table in the order of its keys and reports the rows that cannot be read. Calls `looked_at` after
/// each portion, with the number of readable rows and the unreadable ones.
pub async fn unreadable<E: EntityTrait>(
    connection: &Reader,
    mut looked_at: impl FnMut(u64, Vec<Unreadable>),
) -> Result<(), DbErr>
where
    E::Model: Send + Sync,
{
    let keys: Vec<E::Column> = E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column).collect();
    let mut after: Option<Vec<Value>> = None;
    loop {
        let mut query = E::find().limit(ROWS_AT_ONCE);
        for key in &keys {
            query = query.order_by(*key, Order::Asc);
        }
        if let Some(after) = after.take() {
            query = query.filter(is_after(&keys, after, &Order::Asc));
        }
        let Rows { read, mut unreadable } = rows(connection, query).await?;
        let is_end = ((read.len() + unreadable.len()) as u64) < ROWS_AT_ONCE;
        let last = read.last().filter(|_| !is_end);
        if !is_end && last.is_none() {
            // If none of a thousand rows can be read, there is no key to continue from.
            let table = E::default().table_name().to_owned();
            unreadable.push(Unreadable {
                table,
                key: "rows after them".to_owned(),
                problem: "not examined".to_owned(),
            });
        }
        looked_at(read.len() as u64, unreadable);
        let Some(last) = last else { return Ok(()) };
        after = Some(keys.iter().map(|key| last.get(*key)).collect());
    }
}

/// The primary key of a row as text, as far as it can still be read.
fn key_of<E: EntityTrait>(row: &QueryResult) -> String {
    let text = |column: &str| {
        let id = row.try_get::<Uuid>("", column).map(|id| id.to_string());
        let name = id.or_else(|_| row.try_get::<String>("", column));
        let number = name.or_else(|_| row.try_get::<i64>("", column).map(|number| number.to_string()));
        number.or_else(|_| row.try_get::<Vec<u8>>("", column).map(hex::encode)).unwrap_or_else(|_| "?".to_owned())
    };
    let columns = E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column);
    columns.map(|column: E::Column| text(column.as_str())).collect::<Vec<_>>().join("/")
}

/// Whether an error is about the data that was read, so that the connection can still read other data. PostgreSQL
/// aborts a transaction at each of its own errors.
pub fn is_of_the_data(backend: DbBackend, error: &DbErr) -> bool {
    match error {
        DbErr::Conn(_) | DbErr::ConnectionAcquire(_) => false,
        DbErr::Query(RuntimeErr::SqlxError(cause)) | DbErr::Exec(RuntimeErr::SqlxError(cause)) => match **cause {
            SqlxError::Database(_) => backend == DbBackend::Sqlite,
            SqlxError::ColumnDecode { .. } | SqlxError::Decode(_) | SqlxError::ColumnNotFound(_) => true,
            _ => false,
        },
        _ => true,
    }
}

/// What the database finds wrong with itself, at most `most` problems of each kind.
///
/// SQLite checks its whole file: pages, indexes, and every constraint of every row. PostgreSQL has nothing like that
/// without an extension, so there only the references are checked. docs/OPERATIONS.md says what its administrator can
/// do in addition.
pub async fn problems(connection: &Reader, most: u64) -> Result<Vec<String>, DbErr> {
    match connection.get_database_backend() {
        DbBackend::Sqlite => sqlite_problems(connection, most).await,
        _ => lost_references(connection, most).await,
    }
}

async fn sqlite_problems(connection: &Reader, most: u64) -> Result<Vec<String>, DbErr> {
    let mut problems = Vec::new();
    // By itself it stops at a hundred problems.
    let whole = format!("SELECT integrity_check FROM pragma_integrity_check LIMIT {most}");
    for row in connection.query_all_raw(raw(DbBackend::Sqlite, &whole)).await? {
        let problem: String = row.try_get_by_index(0)?;
        if problem != "ok" {
            problems.push(format!("the database file: {problem}"));
        }
    }
    let lost = format!("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT {most}");
    for row in connection.query_all_raw(raw(DbBackend::Sqlite, &lost)).await? {
        let (table, row, parent): (String, Option<i64>, String) =
            (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        let row = row.map_or_else(String::new, |row| format!(", row {row}"));
        problems.push(format!("{table}{row}: the row that it refers to in {parent} is missing"));
    }
    Ok(problems)
}

/// Every foreign key, as the parts of a query for rows whose referenced row is missing.
const FOREIGN_KEYS: &str = "
    SELECT key.conrelid::regclass::text, key.confrelid::regclass::text,
        string_agg(format('parent.%I = child.%I', theirs.attname, own.attname), ' AND ' ORDER BY pair.place),
        string_agg(format('child.%I IS NOT NULL', own.attname), ' AND ' ORDER BY pair.place),
        (SELECT string_agg(format('child.%I::text', part.attname), ' || ''/'' || ')
            FROM pg_index, pg_attribute part
            WHERE indrelid = key.conrelid AND indisprimary AND part.attrelid = indrelid AND part.attnum = ANY (indkey))
    FROM pg_constraint key
        CROSS JOIN LATERAL unnest(key.conkey, key.confkey) WITH ORDINALITY AS pair (own, theirs, place)
        JOIN pg_attribute own ON own.attrelid = key.conrelid AND own.attnum = pair.own
        JOIN pg_attribute theirs ON theirs.attrelid = key.confrelid AND theirs.attnum = pair.theirs
    WHERE key.contype = 'f' AND key.connamespace = current_schema()::regnamespace
    GROUP BY key.oid, key.conrelid, key.confrelid, key.conname
    ORDER BY key.conname";

async fn lost_references(connection: &Reader, most: u64) -> Result<Vec<String>, DbErr> {
    let mut problems = Vec::new();
    for key in connection.query_all_raw(raw(DbBackend::Postgres, FOREIGN_KEYS)).await? {
        let part = |index: usize| key.try_get_by_index::<String>(index);
        let (child, parent, same, given, id) = (part(0)?, part(1)?, part(2)?, part(3)?, part(4)?);
        let lost = format!(
            "SELECT {id} FROM {child} AS child WHERE {given} AND NOT EXISTS (SELECT 1 FROM {parent} AS parent WHERE {same}) LIMIT {most}"
        );
        for row in connection.query_all_raw(raw(DbBackend::Postgres, &lost)).await? {
            let id: String = row.try_get_by_index(0)?;
            problems.push(format!("{child} {id}: the row that it refers to in {parent} is missing"));
        }
    }
    Ok(problems)
}
