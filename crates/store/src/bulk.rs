//! Writes very many rows into tables that nobody reads yet.
//!
//! Indexes are dropped first and built at the end: one sort is faster than an insertion for every row. PostgreSQL's
//! foreign keys are treated the same way, and are checked with one join each. All of it is part of the transaction.
//! From outside, the tables look either as before, or full and complete with all indexes and constraints.

use std::{collections::HashMap, sync::Arc};

use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DbBackend, DbErr, EntityName, EntityTrait, IdenStatic, Iterable, QueryResult,
    Statement, sea_query::Value,
};

use super::{Database, Filling, Options, Txn, Unusable, pool::Purpose, raw};
use crate::{clock::Clock, error::Result};

/// Rows of one statement, a power of two. The remainder is written in smaller powers of two, so that few statements
/// are prepared.
const ROWS_PER_STATEMENT: usize = 128;

/// PostgreSQL's memory for sorting an index's rows.
const SORTING_MEMORY: &str = "256MB";

/// Connects to fill a database that nobody else uses, with rows that are known to be right. On SQLite that is over one
/// connection that checks no foreign keys, with a rollback journal: it holds only what was there before, and a
/// write-ahead log would hold everything that is written.
pub async fn connect(options: &Options, clock: Clock) -> std::result::Result<Database, Unusable> {
    Database::connect_for(Purpose::Filling, options, clock).await
}

/// Rows to be written into a table, as values in the order of the columns.
#[derive(Debug)]
pub struct Rows {
    table: &'static str,
    columns: Vec<&'static str>,
    values: Vec<Value>,
}

impl Rows {
    /// Rows from records. Unset columns become NULL.
    pub fn of<A: ActiveModelTrait>(records: impl IntoIterator<Item = A>) -> Self {
        let columns: Vec<_> = <A::Entity as EntityTrait>::Column::iter().collect();
        let mut values = Vec::new();
        for mut record in records {
            values.extend(columns.iter().map(|column| record.take(*column).into_value().unwrap_or(Value::Bool(None))));
        }
        Self::new(A::Entity::default().table_name(), columns.iter().map(IdenStatic::as_str).collect(), values)
    }

    pub(super) fn new(table: &'static str, columns: Vec<&'static str>, values: Vec<Value>) -> Self {
        Self { table, columns, values }
    }
}

/// Tables that are being filled within a transaction.
#[derive(Debug)]
pub struct Bulk {
    txn: Arc<Txn<Filling>>,
    /// The statements to execute at the end.
    last: Vec<String>,
    /// The prepared INSERT statements, by table and number of rows.
    statements: HashMap<(&'static str, usize), String>,
}

impl Bulk {
    /// Drops the indexes and constraints that slow down filling these tables.
    pub async fn begin(txn: Arc<Txn<Filling>>, tables: &[&str]) -> Result<Self> {
        let mut bulk = Self { txn, last: Vec::new(), statements: HashMap::new() };
        let names: Vec<String> = tables.iter().map(|table| format!("'{table}'")).collect();
        if bulk.txn.get_database_backend() == DbBackend::Postgres {
            bulk.last.push(format!("SET LOCAL maintenance_work_mem = '{SORTING_MEMORY}'"));
            bulk.set_aside_on_postgres(&names.join(", ")).await?;
            // Until autovacuum analyses the tables, the planner would take them for empty.
            bulk.last.push(format!("ANALYZE {}", tables.join(", ")));
        } else {
            bulk.set_aside_on_sqlite(&names.join(", ")).await?;
        }
        Ok(bulk)
    }

    /// The number of statements left for the end.
    pub fn last(&self) -> usize {
        self.last.len()
    }

    async fn set_aside_on_sqlite(&mut self, tables: &str) -> Result<(), DbErr> {
        // The index of a constraint has no SQL text of its own.
        let indexes = format!(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({tables}) ORDER BY rowid"
        );
        for row in self.catalogue(&indexes).await? {
            let name: String = row.try_get("", "name")?;
            self.set_aside(&format!("DROP INDEX \"{name}\""), row.try_get("", "sql")?).await?;
        }
        Ok(())
    }

    async fn set_aside_on_postgres(&mut self, tables: &str) -> Result<(), DbErr> {
        let foreign_keys = format!(
            "SELECT conrelid::regclass::text AS of_table, conname AS name, pg_get_constraintdef(oid) AS sql FROM pg_constraint \
             WHERE contype = 'f' AND conrelid::regclass::text IN ({tables}) ORDER BY oid"
        );
        let foreign_keys = self.catalogue(&foreign_keys).await?;
        let indexes = format!(
            "SELECT indexname AS name, indexdef AS sql FROM pg_indexes WHERE schemaname = current_schema() AND tablename IN ({tables}) \
             AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = format('%I', indexname)::regclass) ORDER BY indexname"
        );
        for row in self.catalogue(&indexes).await? {
            let name: String = row.try_get("", "name")?;
            self.set_aside(&format!("DROP INDEX \"{name}\""), row.try_get("", "sql")?).await?;
        }
        for row in foreign_keys {
            let (table, name): (String, String) = (row.try_get("", "of_table")?, row.try_get("", "name")?);
            let definition: String = row.try_get("", "sql")?;
            let add = format!("ALTER TABLE {table} ADD CONSTRAINT \"{name}\" {definition}");
            self.set_aside(&format!("ALTER TABLE {table} DROP CONSTRAINT \"{name}\""), add).await?;
        }
        Ok(())
    }

    async fn catalogue(&self, sql: &str) -> Result<Vec<QueryResult>, DbErr> {
        self.txn.connection().await?.query_all_raw(raw(self.txn.get_database_backend(), sql)).await
    }

    async fn set_aside(&mut self, drop: &str, again: String) -> Result<(), DbErr> {
        self.txn.connection().await?.execute_unprepared(drop).await?;
        self.last.push(again);
        Ok(())
    }

    /// Writes rows, many per statement.
    pub async fn insert(&mut self, rows: Rows) -> Result<()> {
        let backend = self.txn.get_database_backend();
        let Rows { table, columns, values } = rows;
        let mut left = values.len() / columns.len();
        let mut values = values.into_iter();
        while left > 0 {
            let number = 1 << left.min(ROWS_PER_STATEMENT).ilog2();
            let sql =
                self.statements.entry((table, number)).or_insert_with(|| insertion(backend, table, &columns, number));
            let values = values.by_ref().take(number * columns.len());
            self.txn
                .connection()
                .await?
                .execute_raw(Statement::from_sql_and_values(backend, sql.as_str(), values))
                .await?;
            left -= number;
        }
        Ok(())
    }

    /// Recreates everything that was dropped. Calls `progress` after each statement.
    pub async fn finish(self, mut progress: impl FnMut()) -> Result<()> {
        for sql in &self.last {
            self.txn.connection().await?.execute_unprepared(sql).await?;
            progress();
        }
        Ok(())
    }
}

/// The INSERT statement for this number of rows.
fn insertion(backend: DbBackend, table: &str, columns: &[&str], rows: usize) -> String {
    let mut number = 0;
    let mut row = || {
        let places: Vec<String> = columns
            .iter()
            .map(|_| {
                number += 1;
                if backend == DbBackend::Postgres { format!("${number}") } else { "?".to_owned() }
            })
            .collect();
        format!("({})", places.join(", "))
    };
    let rows: Vec<String> = (0..rows).map(|_| row()).collect();
    format!("INSERT INTO {table} ({}) VALUES {}", columns.join(", "), rows.join(", "))
}
