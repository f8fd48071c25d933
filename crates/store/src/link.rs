//! An open connection, over which statements are sent one after another without a pool between them.

use std::time::Instant;

use sea_orm::{
    ConnAcquireErr, DatabaseConnection, DbBackend, DbErr, QueryResult, RuntimeErr, Statement, Values,
    sqlx::{self, AssertSqlSafe, Postgres, Sqlite, pool::PoolConnection},
};
use sea_query_sqlx::SqlxValues;

use super::{
    health::Health,
    pool::{LIFETIME, TRUSTED_WHEN_IDLE},
};

/// A connection taken from a pool. Dropping it returns it there, where it is tested and closed if it is broken.
pub(super) struct Link {
    connection: Connection,
    taken: Instant,
    used: Instant,
}

enum Connection {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
}

impl Link {
    /// Takes a connection from a pool.
    pub(super) async fn open(pool: &DatabaseConnection) -> Result<Self, DbErr> {
        let connection = match pool.get_database_backend() {
            DbBackend::Postgres => pool.get_postgres_connection_pool().acquire().await.map(Connection::Postgres),
            _ => pool.get_sqlite_connection_pool().acquire().await.map(Connection::Sqlite),
        };
        let connection = connection.map_err(|error| match error {
            sqlx::Error::PoolTimedOut => DbErr::ConnectionAcquire(ConnAcquireErr::Timeout),
            sqlx::Error::PoolClosed => DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed),
            error => DbErr::Conn(RuntimeErr::SqlxError(error.into())),
        })?;
        let now = Instant::now();
        Ok(Self { connection, taken: now, used: now })
    }

    /// Closes it without its pool, which returns connections only within a runtime.
    pub(super) fn close_at_once(self) {
        match self.connection {
            Connection::Sqlite(connection) => drop(connection.detach()),
            Connection::Postgres(connection) => drop(connection.detach()),
        }
    }

    /// Whether it may be used without a test. No longer, if it was taken from its pool long ago, was idle, or was open
    /// when the database failed.
    pub(super) fn is_trusted(&self, health: &Health) -> bool {
        let idle = self.used.elapsed();
        idle < TRUSTED_WHEN_IDLE && self.taken.elapsed() < LIFETIME && !health.failed_within(idle)
    }

    /// Runs one statement.
    pub(super) async fn rows(&mut self, statement: &Statement) -> Result<Vec<QueryResult>, DbErr> {
        let values = SqlxValues(statement.values.clone().unwrap_or(Values(Vec::new())));
        let query = AssertSqlSafe(statement.sql.as_str());
        let rows = match &mut self.connection {
            Connection::Sqlite(connection) => {
                let rows = sqlx::query_with(query, values).fetch_all(&mut **connection).await;
                rows.map(|rows| rows.into_iter().map(QueryResult::from).collect())
            }
            Connection::Postgres(connection) => {
                let rows = sqlx::query_with(query, values).fetch_all(&mut **connection).await;
                rows.map(|rows| rows.into_iter().map(QueryResult::from).collect())
            }
        };
        self.used = Instant::now();
        rows.map_err(|error| DbErr::Query(RuntimeErr::SqlxError(error.into())))
    }
}
