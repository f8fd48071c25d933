//! Where a database is: its name for people, and whether it exists and answers before it is used.

use std::{
    fs::{DirBuilder, OpenOptions},
    io,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
    str::FromStr,
    time::Duration,
};

use sea_orm::{
    DbErr, RuntimeErr,
    sqlx::{
        self, ConnectOptions, Connection,
        postgres::PgConnectOptions,
        sqlite::{SqliteConnectOptions, SqliteSynchronous},
    },
};

use super::{failure::Failure, group::Limits};

/// How to reach the database and how long to wait for it.
#[derive(Debug, Clone)]
pub struct Options {
    /// `sqlite:` or `postgres:` URL.
    pub url: String,
    /// The longest wait for a connection or a lock. After it, a request fails instead of hanging.
    pub wait: Duration,
    /// How many connections only read. PostgreSQL has as many again for writing, SQLite one.
    pub connections: u32,
    /// How long one write may run before it is rolled back.
    pub write_time: Duration,
    /// How long one statement, or all statements of one snapshot, may keep a connection. After that the database
    /// stops working on it.
    pub read_time: Duration,
    /// The limits of a group of writes that share one commit (SQLite).
    pub group: Limits,
    /// How many kibibytes of a SQLite file each connection keeps in memory.
    pub cache_kib: u32,
    /// Whether a commit waits for the disk (SQLite).
    pub synchronous: SqliteSynchronous,
    /// The most rows of reference data that are kept in memory. If there are more, none are.
    pub reference_rows: u64,
    /// Whether a missing file is created (SQLite). If not, connecting fails.
    pub makes_file: bool,
}

/// A database that cannot be used, and why, for the person at the terminal.
#[derive(Debug, thiserror::Error)]
#[error("the database {database}: {problem}")]
pub struct Unusable {
    database: String,
    problem: String,
    #[source]
    cause: Option<DbErr>,
}

impl Unusable {
    pub(super) fn new(options: &Options, problem: impl Into<String>) -> Self {
        Self { database: options.name(), problem: problem.into(), cause: None }
    }

    /// If SQLite reports that it cannot read the file, that is the problem, whatever was being done.
    pub(super) fn because(options: &Options, problem: &str, cause: DbErr) -> Self {
        let problem = if Failure::of(&cause) == Failure::Damaged {
            "the file is no SQLite database, or it is damaged"
        } else {
            problem
        };
        Self { cause: Some(cause), ..Self::new(options, problem) }
    }
}

impl Options {
    /// The name of the database for people: the path of its file, or user, server and name, without the password.
    pub fn name(&self) -> String {
        if self.is_in_memory() {
            return "in memory".to_owned();
        }
        if let Some(file) = self.file() {
            return std::path::absolute(&file).unwrap_or(file).display().to_string();
        }
        let Ok(server) = PgConnectOptions::from_str(&self.url) else { return "PostgreSQL".to_owned() };
        let host = server
            .get_socket()
            .map_or_else(|| format!("{}:{}", server.get_host(), server.get_port()), |path| path.display().to_string());
        let user = server.get_username();
        format!("postgres://{user}@{host}/{}", server.get_database().unwrap_or(user))
    }

    /// Whether the database lives only as long as its connection (SQLite).
    pub(super) fn is_in_memory(&self) -> bool {
        self.url.contains(":memory:") || self.url.contains("mode=memory")
    }

    /// The file of the database. `None` on PostgreSQL and in memory.
    pub(super) fn file(&self) -> Option<PathBuf> {
        if self.is_in_memory() || !self.url.starts_with("sqlite:") {
            return None;
        }
        SqliteConnectOptions::from_str(&self.url).ok().map(|file| file.get_filename().to_owned())
    }

    /// Makes sure that there is a database: an existing file, a file created now if the options allow it, or a server
    /// that answers. A pool would keep trying for as long as it may wait, and then report only that it waited.
    pub(super) async fn find(&self) -> Result<(), Unusable> {
        match self.file() {
            Some(file) if self.makes_file => {
                make(&file).map_err(|error| Unusable::new(self, format!("the file cannot be created: {error}")))
            }
            Some(file) if !file.exists() => {
                Err(Unusable::new(self, "there is no such file; `lihua serve` and `lihua migrate` create a database"))
            }
            Some(_) => Ok(()),
            None if self.is_in_memory() => Ok(()),
            None => self.reach().await,
        }
    }

    async fn reach(&self) -> Result<(), Unusable> {
        let because = |problem, error| {
            Unusable::because(self, problem, DbErr::Conn(RuntimeErr::SqlxError(std::sync::Arc::new(error))))
        };
        let server = PgConnectOptions::from_str(&self.url).map_err(|error| because("its URL cannot be read", error))?;
        match tokio::time::timeout(self.wait, server.connect()).await {
            Ok(Ok(connection)) => {
                connection.close().await.map_err(|error| because("PostgreSQL closed the connection", error))
            }
            Ok(Err(error @ sqlx::Error::Io(_))) => {
                Err(because("PostgreSQL cannot be reached: is it running there?", error))
            }
            Ok(Err(error)) => Err(because("PostgreSQL answers, but refuses the connection", error)),
            Err(_) => Err(Unusable::new(self, format!("PostgreSQL does not answer within {} s", self.wait.as_secs()))),
        }
    }
}

/// Creates a file and its missing folders, accessible only to the program's own user, because it will hold names and
/// telephone numbers. SQLite gives the files beside it the same permissions.
fn make(file: &Path) -> io::Result<()> {
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(file) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use sea_orm::sqlx::sqlite::SqliteSynchronous;

    use crate::{Limits, Options};

    fn name(url: &str) -> String {
        let options = Options {
            url: url.to_owned(),
            wait: Duration::ZERO,
            connections: 1,
            write_time: Duration::ZERO,
            read_time: Duration::ZERO,
            group: Limits { writes: 1, time: Duration::ZERO },
            synchronous: SqliteSynchronous::Full,
            cache_kib: 64,
            reference_rows: 0,
            makes_file: false,
        };
        options.name()
    }

    #[test]
    fn a_name_says_where_and_hides_the_password() {
        assert_eq!(name("postgres://lihua:secret@db.example.org/town"), "postgres://lihua@db.example.org:5432/town");
        assert_eq!(
            name("postgres://lihua@db.example.org:5433/town?password=secret"),
            "postgres://lihua@db.example.org:5433/town"
        );
        assert_eq!(name("sqlite:///srv/lihua/town.db?mode=ro"), "/srv/lihua/town.db");
        assert_eq!(name("sqlite::memory:"), "in memory");
        assert!(name("sqlite://data/lihua.db").ends_with("/data/lihua.db"));
    }
}
