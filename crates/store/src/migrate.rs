//! Migrates the tables, and checks whether they are those that this program works on.

use migration::{Migrator, SchemaManager, Steps, applied};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};

use super::{Database, Options, bound, place::Unusable, pool, raw};

/// The key of the migrations' advisory lock on PostgreSQL. Two servers that start together migrate one after the
/// other.
const MIGRATION_LOCK: i64 = 0x6c69_6875_6130;

/// How the tables compare with the steps that a program knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tables {
    /// There are none yet.
    None,
    /// Steps are missing.
    Older,
    /// They are those of this program.
    Same,
    /// A newer program has only expanded them. This one can still work on them.
    Expanded,
    /// A newer program has changed them in a way that this one does not know.
    Newer,
    /// Another program made them, or a release from which no migration exists.
    Foreign,
}

impl Database {
    /// Migrates the tables to the current version, in one transaction. Of two servers that start together, the second
    /// waits for the first, however long that takes, and finds nothing left to do. Tables that a newer program has
    /// only expanded stay as they are.
    pub async fn migrate(&self) -> Result<(), Unusable> {
        self.migrate_to::<Migrator>().await
    }

    /// Like `migrate`, with the steps of another version of the program.
    pub async fn migrate_to<S: Steps>(&self) -> Result<(), Unusable> {
        let options = &self.options;
        let found = self.take_missing_steps::<S>().await;
        match found.map_err(|error| {
            Unusable::because(options, "its tables cannot be brought up to date, and stay as they were", error)
        })? {
            found @ (Tables::Newer | Tables::Foreign) => Err(unfit(options, found)),
            Tables::Expanded => {
                tracing::warn!(
                    "the tables are of a newer version, which has only expanded them: this program works on them, too"
                );
                Ok(())
            }
            Tables::None | Tables::Older | Tables::Same => Ok(()),
        }
    }

    /// Makes sure that the tables are exactly those of this program. A program that works on a database besides its
    /// servers must not know less about it than they do.
    pub async fn check_tables(&self) -> Result<(), Unusable> {
        match Tables::of::<Migrator>(&SchemaManager::new(&self.writer)).await {
            Ok(Tables::Same) => Ok(()),
            Ok(found) => Err(unfit(&self.options, found)),
            Err(error) => Err(Unusable::because(&self.options, "its tables cannot be read", error)),
        }
    }

    /// Takes the missing steps over a connection of its own.
    ///
    /// SQLite does not check foreign keys meanwhile, because a table that is rebuilt is missing for a moment while
    /// others refer to it. That setting has an effect only outside of a transaction. A database in memory has a
    /// single connection, which gets its setting back.
    async fn take_missing_steps<S: Steps>(&self) -> Result<Tables, DbErr> {
        let is_shared = self.options.is_in_memory();
        let connection = if is_shared {
            self.writer.clone()
        } else {
            pool::open(self.purpose, &self.options, &self.health, 1, None).await?
        };
        let is_sqlite = self.backend() == DbBackend::Sqlite;
        if is_sqlite {
            connection.execute_unprepared("PRAGMA foreign_keys = OFF").await?;
        }
        let found = take_steps::<S>(&connection).await;
        if is_sqlite {
            connection.execute_unprepared("PRAGMA foreign_keys = ON").await?;
        }
        if !is_shared {
            connection.close().await?;
        }
        found
    }
}

async fn take_steps<S: Steps>(connection: &DatabaseConnection) -> Result<Tables, DbErr> {
    let sqlite_transaction_mode = Some(SqliteTransactionMode::Immediate);
    let options = TransactionOptions { sqlite_transaction_mode, ..Default::default() };
    let transaction = connection.begin_with_options(options).await?;
    if transaction.get_database_backend() == DbBackend::Postgres {
        let lock = format!(
            "SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0; SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"
        );
        transaction.execute_unprepared(&lock).await?;
    }
    let found = Tables::of::<S>(&SchemaManager::new(&transaction)).await?;
    if !matches!(found, Tables::None | Tables::Older) {
        transaction.rollback().await?;
        return Ok(found);
    }
    // All earlier writers have committed by then. Later ones find out whether they may still write.
    if transaction.get_database_backend() == DbBackend::Postgres {
        transaction.execute_unprepared(&bound::exclude()).await?;
    }
    S::up(&transaction, None).await?;
    if found == Tables::None && !S::ONCE_MADE.is_empty() {
        transaction.execute_unprepared(S::ONCE_MADE).await?;
    }
    transaction.execute_unprepared(&format!("UPDATE installation SET needs_step = {}", S::NEEDED)).await?;
    check_foreign_keys(&transaction).await?;
    transaction.commit().await?;
    Ok(found)
}

/// Checks the foreign keys that were not checked while the steps ran (SQLite).
async fn check_foreign_keys(transaction: &DatabaseTransaction) -> Result<(), DbErr> {
    if transaction.get_database_backend() != DbBackend::Sqlite {
        return Ok(());
    }
    let broken = "SELECT \"table\" || ' refers to a row of ' || parent || ' that is not there' AS text FROM pragma_foreign_key_check LIMIT 1";
    match transaction.query_one_raw(raw(DbBackend::Sqlite, broken)).await? {
        Some(row) => Err(DbErr::Migration(row.try_get("", "text")?)),
        None => Ok(()),
    }
}

impl Tables {
    async fn of<S: Steps>(manager: &SchemaManager<'_>) -> Result<Self, DbErr> {
        let connection = manager.get_connection();
        let known: Vec<_> = S::migrations().iter().map(|step| step.name().to_owned()).collect();
        let applied = applied(manager).await?;
        if applied.is_empty() {
            return Ok(if is_foreign(connection).await? { Self::Foreign } else { Self::None });
        }
        if known.starts_with(&applied) {
            return Ok(if applied.len() < known.len() { Self::Older } else { Self::Same });
        }
        if !applied.starts_with(&known) {
            return Ok(Self::Foreign);
        }
        let backend = connection.get_database_backend();
        let row = connection.query_one_raw(raw(backend, "SELECT needs_step FROM installation")).await?;
        let needed: Option<i32> = row.map(|row| row.try_get("", "needs_step")).transpose()?;
        Ok(if needed.is_some_and(|needed| is_known::<S>(needed)) { Self::Expanded } else { Self::Newer })
    }
}

/// Whether a program with these steps may work on tables that need this many of them.
pub(super) fn is_known<S: Steps>(needed: i32) -> bool {
    usize::try_from(needed).is_ok_and(|needed| needed <= S::migrations().len())
}

/// Whether a SQLite file holds something else. A schema of PostgreSQL may well have other tables besides ours.
async fn is_foreign(connection: &impl ConnectionTrait) -> Result<bool, DbErr> {
    if connection.get_database_backend() != DbBackend::Sqlite {
        return Ok(false);
    }
    Ok(connection.query_one_raw(raw(DbBackend::Sqlite, "SELECT name FROM sqlite_master LIMIT 1")).await?.is_some())
}

fn unfit(options: &Options, tables: Tables) -> Unusable {
    let version = env!("CARGO_PKG_VERSION");
    let problem = match tables {
        Tables::None => "it has no tables yet; `lihua serve` and `lihua migrate` create them".to_owned(),
        Tables::Older => format!(
            "its tables are older than this program, {version}; bring them up to date with `lihua migrate` first"
        ),
        Tables::Expanded | Tables::Newer => {
            format!("its tables are newer than this program, {version}; use the program that brought them up to date")
        }
        Tables::Foreign => {
            "its tables belong to another program, or to a release before 0.2.0, which cannot be migrated".to_owned()
        }
        Tables::Same => "its tables are those of this program".to_owned(),
    };
    Unusable::new(options, problem)
}
