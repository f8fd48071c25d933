//! Closed bounds: the instants for which a figure has been given. Nothing is recorded at or before them any more.
//!
//! A figure as of an instant must stay the same for ever, so no record may appear later with an earlier stamp. Every
//! write transaction holds a shared lock while it runs, and is stamped later than the bound. Closing a bound takes
//! that lock exclusively for a moment. All earlier writers have then committed, and all later writers are stamped
//! after the bound, no matter what the servers' clocks say. On SQLite the single write lock has the same effect.

use std::time::Duration;

use migration::Migrator;
use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, EntityTrait,
    sea_query::{Expr, Func, Query, UnionType},
};

use super::{Database, failure::Failure, health::Access, migrate::is_known, raw};
use crate::{
    Reader,
    clock::Clock,
    entity::figures::ledger_bound,
    error::{Error, ErrorCode, Result},
};
use types::{Problem, Timestamp};

const LEDGER_LOCK: i64 = 0x6c69_6875_6131;

/// PostgreSQL's statements that take the writers' shared lock until the transaction ends, and limit each of its
/// statements to this time.
pub(super) fn share(time: Duration) -> String {
    format!("SET LOCAL statement_timeout = {}; SELECT pg_advisory_xact_lock_shared({LEDGER_LOCK})", time.as_millis())
}

/// PostgreSQL's statements that take the lock exclusively until the transaction ends, with no limit on the wait. Nobody
/// else writes meanwhile.
pub(super) fn exclude() -> String {
    format!("SET LOCAL statement_timeout = 0; SELECT pg_advisory_xact_lock({LEDGER_LOCK})")
}

/// The instant for a transaction's records: the database's time, but later than the closed bound.
pub(super) async fn stamp(transaction: &impl ConnectionTrait, clock: &Clock) -> Result<Timestamp> {
    let (closed, now) = to_write(transaction, clock).await?;
    Ok(now.max(closed.plus(1)))
}

/// The database's time in microseconds, on PostgreSQL.
const NOW: &str = "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS now";

/// The database's time. Of several servers on one PostgreSQL none has the authoritative clock, so the database's is
/// used.
async fn database_time(connection: &impl ConnectionTrait, clock: &Clock) -> Result<Timestamp, DbErr> {
    let backend = connection.get_database_backend();
    if let Some(now) = time_of_process(backend, clock) {
        return Ok(now);
    }
    let row = connection.query_one_raw(raw(backend, &format!("SELECT {NOW}"))).await?;
    Ok(Timestamp(row.map(|row| row.try_get("", "now")).transpose()?.unwrap_or_default()))
}

/// The time of this process, where it is the database's: an embedded database has no other clock.
fn time_of_process(backend: DbBackend, clock: &Clock) -> Option<Timestamp> {
    (backend == DbBackend::Sqlite || matches!(clock, Clock::Fixed(_))).then(|| clock.now())
}

/// The newest closed bound. Nothing is recorded at or before it any more.
pub async fn closed(connection: &Reader) -> Result<Timestamp, DbErr> {
    let row = ledger_bound::Entity::find_by_id(1).one(connection).await?;
    Ok(row.map_or(Timestamp(0), |row| row.closed_at))
}

/// The newest closed bound and the database's time, for a transaction that is about to write. An error if the tables
/// were migrated to a version that this program does not know.
///
/// One statement reads all of it. It is sent after the lock was taken, so it sees the newest bound, and no bound is
/// closed at its time or later before the transaction ends.
pub(super) async fn to_write(
    transaction: &impl ConnectionTrait,
    clock: &Clock,
) -> Result<(Timestamp, Timestamp), DbErr> {
    let backend = transaction.get_database_backend();
    let of_process = time_of_process(backend, clock);
    let columns = if of_process.is_some() { "closed_at, needs_step" } else { &format!("closed_at, needs_step, {NOW}") };
    let asked = raw(backend, &format!("SELECT {columns} FROM ledger_bound, installation"));
    let Some(row) = transaction.query_one_raw(asked).await? else {
        return Ok((Timestamp(0), database_time(transaction, clock).await?));
    };
    let needed: i32 = row.try_get("", "needs_step")?;
    if !is_known::<Migrator>(needed) {
        return Err(DbErr::Migration(format!("the tables need a program that knows step {needed}")));
    }
    let now = match of_process {
        Some(now) => now,
        None => Timestamp(row.try_get("", "now")?),
    };
    Ok((row.try_get("", "closed_at")?, now))
}

/// The instant that a figure is to be given for, closed so that the answer stays the same: the requested one, or the
/// present. INVALID_INPUT on `asOf` if it lies in the future. If the database takes no writes, nothing can be closed,
/// and the newest closed bound serves as the present.
pub async fn close(database: &Database, requested: Option<Timestamp>) -> Result<Timestamp> {
    let newest = closed(database.reader()).await?;
    match requested {
        Some(instant) if instant <= newest => Ok(instant),
        Some(instant) => {
            let now = database_time(database.reader(), database.clock()).await?;
            if instant > now {
                let now = now.in_town();
                let problem = Problem::new(
                    format!("时间不能在未来，现在是 {now}"),
                    format!("must not lie in the future; it is {now} now"),
                );
                return Err(Error::invalid("asOf", problem));
            }
            move_bound(database, Some(instant)).await
        }
        None => {
            let now = database_time(database.reader(), database.clock()).await?;
            // Nothing was recorded since a bound of today less than a second old. It still counts as the present, and
            // many readers share it.
            let is_present = (0..1_000_000).contains(&(now.0 - newest.0)) && newest.day() == now.day();
            if is_present && latest_recorded(database.reader()).await? <= newest {
                return Ok(newest);
            }
            match move_bound(database, None).await {
                Err(error) if error.code == ErrorCode::Unavailable && newest.0 > 0 => Ok(newest),
                closed => closed,
            }
        }
    }
}

/// The newest instant at which anything that figures use was recorded.
pub async fn latest_recorded(connection: &impl ConnectionTrait) -> Result<Timestamp, DbErr> {
    let newest = || Func::max(Expr::col("recorded_at"));
    let newest_of = |table: &'static str| Query::select().expr_as(newest(), "recorded_at").from(table).take();
    let mut of_each = newest_of("ledger_entry");
    for table in ["catering_baseline", "catering_days", "festival_days", "site_counting", "site_retirement"] {
        of_each.union(UnionType::All, newest_of(table));
    }
    // Completeness counts submissions, as they were decided.
    for instant in ["submitted_at", "decided_at"] {
        let newest = Func::max(Expr::col(instant));
        of_each.union(UnionType::All, Query::select().expr_as(newest, "recorded_at").from("report_submission").take());
    }
    let mut statement = Query::select();
    statement.expr_as(newest(), "newest").from_subquery(of_each, "of_each");
    let row = connection.query_one(&statement).await?;
    Ok(row.map(|row| row.try_get::<Option<Timestamp>>("", "newest")).transpose()?.flatten().unwrap_or_default())
}

/// Closes a bound at an instant up to which rows were written, so that no earlier row can appear. Returns whether it
/// is closed. If it does not insist, it gives way to writers, and nobody has to wait for it.
pub(super) async fn close_up_to(database: &Database, instant: Timestamp, insists: bool) -> Result<bool> {
    if closed(database.reader()).await? >= instant {
        return Ok(true);
    }
    if insists {
        move_bound(database, Some(instant)).await?;
        return Ok(true);
    }
    let moving = database.clone();
    let task = tokio::spawn(async move { try_to_move(&moving, Some(instant), 1).await });
    match task.await.map_err(Error::internal)? {
        Err(error) if !matches!(Failure::of(&error), Failure::Locked | Failure::Busy) => {
            let failed = Err(error.into());
            database.health.heed(Access::Write, &failed);
            failed
        }
        closed => Ok(closed.is_ok()),
    }
}

/// Closes a bound at an instant, or at the present, while nobody writes.
///
/// It waits for open writers only briefly at a time. PostgreSQL lets no new writer pass a waiting exclusive lock, so
/// otherwise one slow writer would stop all others for as long as a report waits. Only a lock timeout is retried.
async fn move_bound(database: &Database, requested: Option<Timestamp>) -> Result<Timestamp> {
    let moving = database.clone();
    let task = tokio::spawn(async move {
        let deadline = tokio::time::Instant::now() + moving.options.wait;
        loop {
            match try_to_move(&moving, requested, TRY_MILLISECONDS).await {
                Err(error) if Failure::of(&error) == Failure::Locked && tokio::time::Instant::now() < deadline => {
                    tokio::time::sleep(PAUSE).await;
                }
                moved => return moved.map_err(Error::from),
            }
        }
    });
    let moved = task.await.map_err(Error::internal).flatten();
    database.health.heed(Access::Write, &moved);
    moved
}

/// How long one attempt waits for writers, in milliseconds.
const TRY_MILLISECONDS: u32 = 200;
/// The pause for writers between two attempts.
const PAUSE: Duration = Duration::from_millis(100);

async fn try_to_move(database: &Database, requested: Option<Timestamp>, milliseconds: u32) -> Result<Timestamp, DbErr> {
    let lock = format!("SET LOCAL lock_timeout = {milliseconds}; SELECT pg_advisory_xact_lock({LEDGER_LOCK})");
    let transaction = database.begin(lock).await?;
    let (newest, now) = to_write(&transaction, database.clock()).await?;
    let instant = match requested {
        Some(instant) => instant,
        // A clock that was set back must not hide what was recorded before.
        None => now.max(latest_recorded(&transaction).await?).max(newest),
    };
    if instant > newest {
        ledger_bound::Entity::update_many()
            .col_expr(ledger_bound::Column::ClosedAt, Expr::value(instant))
            .exec(&transaction)
            .await?;
    }
    transaction.commit().await?;
    Ok(instant)
}
