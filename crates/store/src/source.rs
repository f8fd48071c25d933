//! The source of a reader.

use std::sync::Arc;

use async_trait::async_trait;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, Statement};

use super::{
    only_reads,
    reader::{Connections, Held},
    txn::Writing,
};

/// Where a reader reads.
#[derive(Debug)]
pub enum Source {
    /// Any free connection, for each statement anew.
    Connections(Connections),
    /// A transaction in which all statements see the same state.
    Snapshot(Box<Held>),
    /// A write transaction.
    Writing(Arc<Writing>),
}

#[async_trait]
impl ConnectionTrait for Source {
    fn get_database_backend(&self) -> DbBackend {
        match self {
            Self::Connections(connections) => connections.backend(),
            Self::Snapshot(transaction) => transaction.backend(),
            Self::Writing(writing) => writing.backend(),
        }
    }

    async fn execute_raw(&self, _: Statement) -> Result<ExecResult, DbErr> {
        Err(only_reads::refusal("execute_raw"))
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        Err(only_reads::refusal(sql))
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        match self {
            Self::Connections(connections) => Ok(connections.rows(statement).await?.into_iter().next()),
            Self::Snapshot(transaction) => Ok(transaction.rows(statement).await?.into_iter().next()),
            Self::Writing(writing) => writing.connection().await?.query_one_raw(statement).await,
        }
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        match self {
            Self::Connections(connections) => connections.rows(statement).await,
            Self::Snapshot(transaction) => transaction.rows(statement).await,
            Self::Writing(writing) => writing.connection().await?.query_all_raw(statement).await,
        }
    }
}
