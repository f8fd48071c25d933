//! Why a database failed. Its own error codes are looked at here and nowhere else.

use std::{fmt, sync::Arc};

use sea_orm::{
    ConnAcquireErr, DbErr, RuntimeErr,
    sqlx::{self, error::DatabaseError, postgres::PgDatabaseError, sqlite::SqliteError},
};

use crate::error::Error;

/// Why a database did not do what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failure {
    /// Others use all its connections, or transactions got in each other's way. A retry may succeed.
    Busy,
    /// Others hold a lock.
    Locked,
    /// The query took longer than its time limit.
    TookTooLong,
    /// It takes no writes.
    ReadOnly,
    /// Its disk is full.
    Full,
    /// The PostgreSQL server does not answer, or accepts no connections.
    ServerAway,
    /// The SQLite file is gone, or cannot be read or written.
    FileAway,
    /// The SQLite file is damaged, or not a database.
    Damaged,
    /// Its tables were migrated to a version that this program does not know. The program still reads what it can,
    /// but its writes would be wrong.
    Outdated,
    /// A statement that the database does not understand or that its constraints forbid: a bug of the program.
    Other,
}

/// The SQLite file is not where it was, or is another one.
#[derive(Debug)]
pub(super) struct FileGone;

impl fmt::Display for FileGone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the file of the database was moved, removed or replaced while the server runs")
    }
}

impl std::error::Error for FileGone {}

impl FileGone {
    /// `FileGone` as a database error.
    pub(super) fn error() -> DbErr {
        DbErr::Conn(RuntimeErr::SqlxError(Arc::new(sqlx::Error::Io(std::io::Error::other(Self)))))
    }
}

impl Failure {
    /// Classifies an error.
    pub(super) fn of(error: &DbErr) -> Self {
        match error {
            DbErr::ConnectionAcquire(ConnAcquireErr::Timeout) => Self::Busy,
            DbErr::Conn(RuntimeErr::SqlxError(error))
            | DbErr::Exec(RuntimeErr::SqlxError(error))
            | DbErr::Query(RuntimeErr::SqlxError(error)) => Self::of_sqlx(error),
            DbErr::Migration(_) => Self::Outdated,
            _ => Self::Other,
        }
    }

    pub(super) fn of_sqlx(error: &sqlx::Error) -> Self {
        match error {
            sqlx::Error::Database(error) => Self::of_code(&**error),
            sqlx::Error::Io(error)
                if error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<FileGone>) =>
            {
                Self::FileAway
            }
            sqlx::Error::Io(_) | sqlx::Error::Tls(_) => Self::ServerAway,
            sqlx::Error::PoolTimedOut => Self::Busy,
            _ => Self::Other,
        }
    }

    fn of_code(error: &dyn DatabaseError) -> Self {
        let code = error.code().unwrap_or_default();
        if error.try_downcast_ref::<SqliteError>().is_some() {
            return Self::of_sqlite(&code);
        }
        if error.try_downcast_ref::<PgDatabaseError>().is_some() { Self::of_postgres(&code) } else { Self::Other }
    }

    /// SQLite's result codes. The lowest byte says what kind of error it is: <https://www.sqlite.org/rescode.html>.
    fn of_sqlite(code: &str) -> Self {
        match code.parse::<i32>().unwrap_or_default() & 0xff {
            5 | 6 => Self::Locked,
            8 => Self::ReadOnly,
            9 => Self::TookTooLong,
            11 | 26 => Self::Damaged,
            13 => Self::Full,
            // SQLITE_PERM, SQLITE_IOERR and SQLITE_CANTOPEN: no permission, disk error, cannot open.
            3 | 10 | 14 => Self::FileAway,
            _ => Self::Other,
        }
    }

    /// PostgreSQL's error codes: <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
    fn of_postgres(code: &str) -> Self {
        match code {
            "55P03" => Self::Locked,
            // Serialisation failure, deadlock, and insufficient memory or connections.
            "40001" | "40P01" | "53000" | "53200" | "53300" | "53400" => Self::Busy,
            "57014" => Self::TookTooLong,
            "25006" => Self::ReadOnly,
            "53100" => Self::Full,
            // It shuts down, starts up or has lost the database; its disk fails; it accepts no connections.
            "57P01" | "57P02" | "57P03" | "57P04" | "57P05" | "58000" | "58030" | "3D000" => Self::ServerAway,
            code if code.starts_with("08") || code.starts_with("28") => Self::ServerAway,
            _ => Self::Other,
        }
    }

    /// Whether the database cannot be reached or written until somebody repairs it.
    pub(super) fn is_unavailable(self) -> bool {
        matches!(self, Self::ReadOnly | Self::Full | Self::ServerAway | Self::FileAway | Self::Outdated)
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        let (zh, en) = match Failure::of(&error) {
            Failure::Busy | Failure::Locked => return Self::busy(error),
            Failure::TookTooLong => return Self::took_too_long(error),
            Failure::Damaged | Failure::Other => return Self::internal(error),
            Failure::ReadOnly => {
                ("数据库目前只读，无法登记", "the database is read-only at present and takes no writes")
            }
            Failure::Full => ("数据库所在磁盘已满，无法登记", "the disk of the database is full; it takes no writes"),
            Failure::ServerAway => ("无法连接 PostgreSQL 数据库服务器", "the PostgreSQL server cannot be reached"),
            Failure::FileAway => ("数据库文件无法读写", "the file of the database cannot be read or written"),
            Failure::Outdated => (
                "数据库已升级到更新的版本，此服务器不再写入，请改用新版本的服务器",
                "the database was migrated to a newer version, and this server no longer writes to it; use a server of the newer version",
            ),
        };
        Self::unavailable(zh, en, error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_distinguished() {
        for (code, failure) in [
            ("5", Failure::Locked),
            ("517", Failure::Locked),
            ("8", Failure::ReadOnly),
            ("1032", Failure::ReadOnly),
            ("9", Failure::TookTooLong),
            ("13", Failure::Full),
            ("14", Failure::FileAway),
            ("778", Failure::FileAway),
            ("11", Failure::Damaged),
            ("267", Failure::Damaged),
            ("26", Failure::Damaged),
            ("2067", Failure::Other),
        ] {
            assert_eq!(Failure::of_sqlite(code), failure, "{code}");
        }
        for (code, failure) in [
            ("55P03", Failure::Locked),
            ("40001", Failure::Busy),
            ("40P01", Failure::Busy),
            ("53300", Failure::Busy),
            ("53100", Failure::Full),
            ("25006", Failure::ReadOnly),
            ("57014", Failure::TookTooLong),
            ("57P01", Failure::ServerAway),
            ("08006", Failure::ServerAway),
            ("23505", Failure::Other),
        ] {
            assert_eq!(Failure::of_postgres(code), failure, "{code}");
        }
    }
}
