//! The inserts that a write transaction defers, to send them in one statement.
//!
//! A statement costs a round trip on PostgreSQL, and two changes of threads on SQLite. Most rows that a transaction
//! inserts are not read again within it: the record, its history, its ledger entries, the totals, the audit log. They
//! are sent before the transaction reads or changes anything else, or when it ends.
//!
//! So a violated constraint is not reported where the row was added. A row whose refusal means something, such as a code
//! that is taken, is inserted at once (`Txn::insert`).

use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, Statement,
    sea_query::{CommonTableExpression, InsertStatement, SqliteQueryBuilder, Value, WithClause},
};

use super::transaction::Transaction;

/// The largest number of rows of one statement. With the columns that tables have, it stays below PostgreSQL's 65,535
/// parameters.
const MOST_ROWS: usize = 1000;

/// Inserts that have not been sent yet, in the order in which they take effect.
#[derive(Debug, Default)]
pub(super) struct Deferred {
    inserts: Vec<InsertStatement>,
    rows: usize,
    /// The tables to whose rows some of the inserts add.
    added_to: Vec<&'static str>,
    /// Why inserts failed. Nothing may be read or written any more, even if the error was overlooked.
    failed: Option<DbErr>,
}

impl Deferred {
    /// Adds an insert of this many rows.
    pub(super) async fn insert(
        &mut self,
        insert: InsertStatement,
        rows: usize,
        transaction: &Transaction,
    ) -> Result<(), DbErr> {
        if self.rows + rows > MOST_ROWS {
            self.send(transaction).await?;
        }
        self.inserts.push(insert);
        self.rows += rows;
        Ok(())
    }

    /// Adds an insert that adds to the rows of this table which exist already. PostgreSQL lets a statement change a row
    /// only once.
    pub(super) async fn upsert(
        &mut self,
        table: &'static str,
        upsert: InsertStatement,
        rows: usize,
        transaction: &Transaction,
    ) -> Result<(), DbErr> {
        if self.added_to.contains(&table) {
            self.send(transaction).await?;
        }
        self.insert(upsert, rows, transaction).await?;
        self.added_to.push(table);
        Ok(())
    }

    /// Sends what was added.
    pub(super) async fn send(&mut self, transaction: &Transaction) -> Result<(), DbErr> {
        if let Some(failed) = &self.failed {
            return Err(failed.clone());
        }
        let Self { inserts, .. } = std::mem::take(self);
        let Some(statement) = together(transaction.get_database_backend(), inserts) else { return Ok(()) };
        // If nobody waits for the end, it is unknown what was inserted.
        self.failed = Some(DbErr::Custom("deferred inserts were abandoned".to_owned()));
        self.failed = transaction.execute_raw(statement).await.err().map(of_other_rows);
        self.failed.clone().map_or(Ok(()), Err)
    }
}

/// The error for whoever sends the next statement. It must not take a violated constraint for one of its own rows.
fn of_other_rows(error: DbErr) -> DbErr {
    match error.sql_err() {
        Some(_) => DbErr::Custom(format!("a deferred insert failed: {error}")),
        None => error,
    }
}

/// One statement for all inserts. None if there are none.
fn together(backend: DbBackend, inserts: Vec<InsertStatement>) -> Option<Statement> {
    match backend {
        DbBackend::Postgres => in_one_with(inserts),
        _ => one_after_another(inserts),
    }
}

/// PostgreSQL executes the statement after a WITH first, and those within it from the last to the first. So the order
/// is that of the list. Only the order of locks depends on it. Foreign keys are checked after all inserts.
fn in_one_with(inserts: Vec<InsertStatement>) -> Option<Statement> {
    let mut inserts = inserts.into_iter();
    let first = inserts.next()?;
    let mut others: Vec<_> = inserts.enumerate().collect();
    if others.is_empty() {
        return Some(DbBackend::Postgres.build(&first));
    }
    others.reverse();
    let mut with = WithClause::new();
    for (number, insert) in others {
        with.cte(CommonTableExpression::new().table_name(format!("insert_{number}")).query(insert).to_owned());
    }
    Some(DbBackend::Postgres.build(&first.with(with)))
}

/// SQLx sends SQLite several statements at once. The parameters are in the order of the statements.
fn one_after_another(inserts: Vec<InsertStatement>) -> Option<Statement> {
    let (mut sql, mut parameters) = (Vec::new(), Vec::<Value>::new());
    for insert in &inserts {
        let (text, values) = insert.build(SqliteQueryBuilder);
        sql.push(text);
        parameters.extend(values.0);
    }
    (!sql.is_empty()).then(|| Statement::from_sql_and_values(DbBackend::Sqlite, sql.join("; "), parameters))
}
