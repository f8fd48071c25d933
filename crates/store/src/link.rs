//! An open connection, over which statements are sent one after another without a pool between them.

use std::time::Instant;

use sea_orm::{
    ConnAcquireErr, DatabaseConnection, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, Statement, Values,
    sqlx::{
        self, AssertSqlSafe, Postgres, SqlSafeStr, Sqlite, pool::PoolConnection, postgres::PgTransactionManager,
        sqlite::SqliteTransactionManager,
    },
};
use sea_query_sqlx::SqlxValues;
use sqlx_core::transaction::TransactionManager;

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

    /// The kind of database.
    pub(super) fn backend(&self) -> DbBackend {
        match self.connection {
            Connection::Sqlite(_) => DbBackend::Sqlite,
            Connection::Postgres(_) => DbBackend::Postgres,
        }
    }

    /// Begins a transaction with this statement, which may be several.
    pub(super) async fn begin(&mut self, statement: String) -> Result<(), DbErr> {
        let statement = Some(AssertSqlSafe(statement).into_sql_str());
        let begun = match &mut self.connection {
            Connection::Sqlite(connection) => SqliteTransactionManager::begin(connection, statement).await,
            Connection::Postgres(connection) => PgTransactionManager::begin(connection, statement).await,
        };
        begun.map_err(of_query)
    }

    /// Commits the transaction.
    pub(super) async fn commit(&mut self) -> Result<(), DbErr> {
        let committed = match &mut self.connection {
            Connection::Sqlite(connection) => SqliteTransactionManager::commit(connection).await,
            Connection::Postgres(connection) => PgTransactionManager::commit(connection).await,
        };
        self.used = Instant::now();
        committed.map_err(of_query)
    }

    /// Rolls the transaction back.
    pub(super) async fn rollback(&mut self) -> Result<(), DbErr> {
        let ended = match &mut self.connection {
            Connection::Sqlite(connection) => SqliteTransactionManager::rollback(connection).await,
            Connection::Postgres(connection) => PgTransactionManager::rollback(connection).await,
        };
        self.used = Instant::now();
        ended.map_err(of_query)
    }

    /// Drops it in the middle of a transaction, which is rolled back. What was sent to PostgreSQL may not be answered
    /// yet, not even that the transaction begins. So that connection is closed.
    pub(super) fn abandon(self) {
        match self.connection {
            Connection::Sqlite(mut connection) => SqliteTransactionManager::start_rollback(&mut connection),
            Connection::Postgres(connection) => drop(connection.detach()),
        }
    }

    /// Runs one statement for its effect.
    pub(super) async fn execute(&mut self, statement: &Statement) -> Result<ExecResult, DbErr> {
        let values = values(statement);
        let query = AssertSqlSafe(statement.sql.as_str());
        let done = match &mut self.connection {
            Connection::Sqlite(connection) => {
                sqlx::query_with(query, values).execute(&mut **connection).await.map(ExecResult::from)
            }
            Connection::Postgres(connection) => {
                sqlx::query_with(query, values).execute(&mut **connection).await.map(ExecResult::from)
            }
        };
        self.used = Instant::now();
        done.map_err(of_execution)
    }

    /// Runs statements without parameters for their effect.
    pub(super) async fn execute_unprepared(&mut self, sql: &str) -> Result<ExecResult, DbErr> {
        let query = sqlx::raw_sql(AssertSqlSafe(sql));
        let done = match &mut self.connection {
            Connection::Sqlite(connection) => query.execute(&mut **connection).await.map(ExecResult::from),
            Connection::Postgres(connection) => query.execute(&mut **connection).await.map(ExecResult::from),
        };
        self.used = Instant::now();
        done.map_err(of_execution)
    }

    /// Runs one statement for its rows.
    pub(super) async fn rows(&mut self, statement: &Statement) -> Result<Vec<QueryResult>, DbErr> {
        let values = values(statement);
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
        rows.map_err(of_query)
    }
}

fn values(statement: &Statement) -> SqlxValues {
    SqlxValues(statement.values.clone().unwrap_or(Values(Vec::new())))
}

fn of_query(error: sqlx::Error) -> DbErr {
    DbErr::Query(RuntimeErr::SqlxError(error.into()))
}

fn of_execution(error: sqlx::Error) -> DbErr {
    DbErr::Exec(RuntimeErr::SqlxError(error.into()))
}
