//! Whether the database works. The log says once that it does not, and once that it works again. Nobody waits for a
//! PostgreSQL server that is known to be away.

use std::{
    error::Error as _,
    path::PathBuf,
    pin::pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use sea_orm::{
    DbErr,
    sqlx::{self, Connection, PgConnection, postgres::PgConnectOptions},
};
use tokio::{
    sync::watch,
    time::{sleep, timeout},
};

use super::failure::{Failure, FileGone};
use crate::error::{Error, ErrorCode};

/// How long the server may take for a request before it is checked whether it can be reached at all.
const PATIENCE: Duration = Duration::from_millis(250);
/// How often it is checked while it is away.
const PERIOD: Duration = Duration::from_millis(500);
/// How long it may take to accept a connection.
const KNOCKING: Duration = Duration::from_secs(5);

/// What is requested of the database.
#[derive(Debug, Clone, Copy)]
pub(super) enum Access {
    Read,
    Write,
}

/// What is known about the database. All clones share it.
#[derive(Debug, Clone)]
pub(super) struct Health(Arc<Known>);

#[derive(Debug)]
struct Known {
    /// Whether the log has already said that the database does not answer (reads) or takes no writes.
    is_logged: [AtomicBool; 2],
    /// When it last failed.
    failed_at: Mutex<Option<Instant>>,
    /// The path and identity of the file, on SQLite.
    file: Option<(PathBuf, FileId)>,
    /// How to reach the server, on PostgreSQL.
    server: Option<PgConnectOptions>,
    /// Why the server is away, while it is.
    away: watch::Sender<Option<Arc<sqlx::Error>>>,
    is_asked: AtomicBool,
}

/// Distinguishes a file from another one at the same path.
type FileId = (u64, u64);

#[cfg(unix)]
fn file_id(path: &std::path::Path) -> std::io::Result<FileId> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).map(|file| (file.dev(), file.ino()))
}

#[cfg(not(unix))]
fn file_id(path: &std::path::Path) -> std::io::Result<FileId> {
    std::fs::metadata(path).map(|_| (0, 0))
}

impl Health {
    /// For an existing SQLite file. A database in memory has no path.
    pub(super) fn of_file(path: Option<PathBuf>) -> Self {
        Self::new(path.and_then(|path| file_id(&path).ok().map(|id| (path, id))), None)
    }

    /// For a PostgreSQL server.
    pub(super) fn of_server(server: PgConnectOptions) -> Self {
        Self::new(None, Some(server))
    }

    fn new(file: Option<(PathBuf, FileId)>, server: Option<PgConnectOptions>) -> Self {
        let (is_logged, is_asked) = (Default::default(), AtomicBool::new(false));
        Self(Arc::new(Known {
            is_logged,
            failed_at: Mutex::new(None),
            file,
            server,
            away: watch::Sender::new(None),
            is_asked,
        }))
    }

    /// An error if the file is gone or replaced by another one: what is written into the open one would be lost.
    pub(super) fn check_file(&self) -> Result<(), DbErr> {
        match &self.0.file {
            Some((path, id)) if file_id(path).ok().as_ref() != Some(id) => Err(FileGone::error()),
            _ => Ok(()),
        }
    }

    /// Logs a change from working to failing or back, once each.
    #[expect(clippy::indexing_slicing, reason = "each index lies within the slice by construction")]
    pub(super) fn heed<T>(&self, asked: Access, done: &Result<T, Error>) {
        let is_logged = &self.0.is_logged[asked as usize];
        match done {
            Ok(_) => {
                if is_logged.load(Ordering::Relaxed) && is_logged.swap(false, Ordering::Relaxed) {
                    match asked {
                        Access::Read => tracing::info!("the database answers again"),
                        Access::Write => tracing::info!("the database takes writes again"),
                    }
                }
            }
            Err(error) if error.code == ErrorCode::Unavailable => {
                *self.0.failed_at.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
                self.ask();
                if is_logged.swap(true, Ordering::Relaxed) {
                    return;
                }
                let cause = error.source().map(ToString::to_string);
                match asked {
                    Access::Read => tracing::error!(%error, cause, "the database does not answer"),
                    Access::Write => tracing::error!(%error, cause, "the database takes no writes"),
                }
            }
            Err(_) => {}
        }
    }

    /// Whether it failed within this time before now. A connection that has been idle since then may be dead.
    pub(super) fn failed_within(&self, time: Duration) -> bool {
        self.0.failed_at.lock().unwrap_or_else(PoisonError::into_inner).is_some_and(|at| at.elapsed() <= time)
    }

    /// Runs a request to the server. Fails at once if the server is known to be away, and as soon as it turns out to
    /// be. A connection pool alone would keep trying for as long as it may wait, because it takes a server that
    /// refuses connections for one that is starting up.
    pub(super) async fn unless_away<T>(&self, asking: impl Future<Output = Result<T, DbErr>>) -> Result<T, DbErr> {
        if self.0.server.is_none() {
            return asking.await;
        }
        let mut away = self.0.away.subscribe();
        if let Some(error) = away.borrow().as_ref() {
            return Err(is_away(error));
        }
        let mut asking = pin!(asking);
        loop {
            tokio::select! {
                done = &mut asking => return done,
                Ok(error) = away.wait_for(Option::is_some) => {
                    if let Some(error) = error.as_ref() {
                        return Err(is_away(error));
                    }
                }
                () = sleep(PATIENCE) => self.ask(),
            }
        }
    }

    /// Checks in a task of its own whether the server can be reached, until it can. Only one such task runs at a
    /// time, and after success it pauses for a while.
    fn ask(&self) {
        if self.0.server.is_none() || self.0.is_asked.swap(true, Ordering::AcqRel) {
            return;
        }
        let known = self.0.clone();
        tokio::spawn(async move {
            while let Err(error) = known.knock().await {
                if Failure::of_sqlx(&error) != Failure::ServerAway {
                    break;
                }
                known.away.send_replace(Some(Arc::new(error)));
                sleep(PERIOD).await;
            }
            known.away.send_replace(None);
            sleep(PATIENCE).await;
            known.is_asked.store(false, Ordering::Release);
        });
    }
}

impl Known {
    async fn knock(&self) -> Result<(), sqlx::Error> {
        let Some(server) = &self.server else { return Ok(()) };
        let too_long = |_| sqlx::Error::Io(std::io::ErrorKind::TimedOut.into());
        let connection = timeout(KNOCKING, PgConnection::connect_with(server)).await.map_err(too_long)??;
        connection.close().await
    }
}

fn is_away(error: &Arc<sqlx::Error>) -> DbErr {
    DbErr::Conn(sea_orm::RuntimeErr::SqlxError(error.clone()))
}
