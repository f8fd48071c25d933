//! Read-only connections. A write over one does not compile, nor does a write that bypasses the methods of a write
//! transaction (see `txn`):
//!
//! ```
//! use std::pin::Pin;
//!
//! use store::{Reader, entity::registers::variety};
//! use sea_orm::{DbErr, EntityTrait};
//!
//! type Found<'a> = Pin<Box<dyn Future<Output = Result<Option<variety::Model>, DbErr>> + 'a>>;
//!
//! fn read(reader: &Reader) -> Found<'_> {
//!     Box::pin(variety::Entity::find().one(reader))
//! }
//! # let _: fn(&'static Reader) -> Found<'static> = read;
//! ```
//!
//! ```compile_fail,E0080
//! use std::pin::Pin;
//!
//! use store::{Reader, entity::registers::variety};
//! use sea_orm::{ActiveModelTrait, DbErr};
//!
//! type Written<'a> = Pin<Box<dyn Future<Output = Result<variety::Model, DbErr>> + 'a>>;
//!
//! fn outside_a_transaction(reader: &Reader, row: variety::ActiveModel) -> Written<'_> {
//!     Box::pin(row.insert(reader))
//! }
//! # let _: fn(&'static Reader, variety::ActiveModel) -> Written<'static> = outside_a_transaction;
//! ```

use async_trait::async_trait;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, Statement};

/// A read-only connection.
#[derive(Debug)]
pub struct OnlyReads<C>(pub(super) C);

/// A changing statement was sent over a read-only connection.
#[derive(Debug, thiserror::Error)]
#[error("this connection only reads; records are written by the methods of a write transaction: {0}")]
struct Writes(String);

/// The keywords that change rows within a statement that begins like a read.
const CHANGES: [&str; 4] = ["INSERT", "UPDATE", "DELETE", "MERGE"];

/// Rejects a statement that would change something and return rows.
pub(super) fn check(statement: &Statement) -> Result<(), DbErr> {
    let sql = &statement.sql;
    // Quoted names keep their quotation marks, so they never equal a keyword.
    let mut words =
        sql.split(|letter: char| !letter.is_alphanumeric() && !"_\"".contains(letter)).filter(|word| !word.is_empty());
    let reads = match words.next() {
        Some("SELECT") => true,
        Some("WITH") => {
            let mut before = "WITH";
            words.all(|word| {
                // FOR UPDATE and FOR NO KEY UPDATE lock rows without changing them.
                let locks = word == "UPDATE" && ["FOR", "KEY"].contains(&before);
                before = word;
                locks || !CHANGES.iter().any(|change| word.eq_ignore_ascii_case(change))
            })
        }
        _ => false,
    };
    if reads { Ok(()) } else { Err(refusal(sql)) }
}

/// The error for a statement that would change something.
pub(super) fn refusal(sql: &str) -> DbErr {
    DbErr::Custom(Writes(sql.to_owned()).to_string())
}

#[async_trait]
impl<C: ConnectionTrait + Send> ConnectionTrait for OnlyReads<C> {
    fn get_database_backend(&self) -> DbBackend {
        self.0.get_database_backend()
    }

    async fn execute_raw(&self, _: Statement) -> Result<ExecResult, DbErr> {
        const { panic!("this connection only reads; records are written by the methods of a write transaction") }
    }

    async fn execute_unprepared(&self, _: &str) -> Result<ExecResult, DbErr> {
        const { panic!("this connection only reads; records are written by the methods of a write transaction") }
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        check(&statement)?;
        self.0.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        check(&statement)?;
        self.0.query_all_raw(statement).await
    }
}
