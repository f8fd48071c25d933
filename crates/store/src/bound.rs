//! Closed bounds: the instants for which a figure has been given, at or before which nothing is recorded any more.
//!
//! A figure as of an instant must be the same for ever, so no record may appear later with an earlier stamp. Every
//! write transaction holds a lock that all writers share while it runs, and is stamped later than the bound. Closing a
//! bound takes that lock alone for a moment: whoever wrote before has committed, whoever writes after is stamped later,
//! whatever the servers' clocks say. On SQLite the one write lock does the same.

use crate::Reader;
use std::time::Duration;

use migration::Migrator;
use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, EntityTrait,
    sea_query::{Expr, Func, Query, UnionType},
};

use super::{Database, failure::Failure, health::Access, migrate::is_known, raw};
use crate::{
    clock::Clock,
    entity::figures::ledger_bound,
    error::{Error, ErrorCode, Result},
};
use types::{Problem, Timestamp};

const LEDGER_LOCK: i64 = 0x6c69_6875_6131;

/// Takes the lock that writers share, until the transaction ends, of which no statement may take longer than this.
pub(super) async fn share(transaction: &impl ConnectionTrait, time: Duration) -> Result<(), DbErr> {
    if transaction.get_database_backend() == DbBackend::Postgres {
        let limit = format!("SET LOCAL statement_timeout = {}", time.as_millis());
        transaction.execute_unprepared(&format!("{limit}; SELECT pg_advisory_xact_lock_shared({LEDGER_LOCK})")).await?;
    }
    Ok(())
}

/// Takes the lock alone, until the transaction ends, however long that takes; nobody else writes for as long.
pub(super) async fn exclude(transaction: &impl ConnectionTrait) -> Result<(), DbErr> {
    if transaction.get_database_backend() == DbBackend::Postgres {
        let lock = format!("SET LOCAL statement_timeout = 0; SELECT pg_advisory_xact_lock({LEDGER_LOCK})");
        transaction.execute_unprepared(&lock).await?;
    }
    Ok(())
}

/// The instant for a transaction's records: the database's time, but later than the closed bound.
pub(super) async fn stamp(transaction: &impl ConnectionTrait, clock: &Clock) -> Result<Timestamp> {
    let now = database_time(transaction, clock).await?;
    Ok(now.max(closed_to_write(transaction).await?.plus(1)))
}

/// The database's time. An embedded database has the process's clock; of several servers none knows better than the
/// database.
async fn database_time(connection: &impl ConnectionTrait, clock: &Clock) -> Result<Timestamp, DbErr> {
    let backend = connection.get_database_backend();
    if backend == DbBackend::Sqlite || matches!(clock, Clock::Fixed(_)) {
        return Ok(clock.now());
    }
    let row = connection
        .query_one_raw(raw(backend, "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS now"))
        .await?;
    Ok(Timestamp(row.map(|row| row.try_get("", "now")).transpose()?.unwrap_or_default()))
}

/// The newest closed bound: nothing is recorded at or before it any more.
pub async fn closed(connection: &Reader) -> Result<Timestamp, DbErr> {
    let row = ledger_bound::Entity::find_by_id(1).one(connection).await?;
    Ok(row.map_or(Timestamp(0), |row| row.closed_at))
}

/// The same for a transaction that is about to write; an error where the tables were migrated to what this program does
/// not know. One statement tells both, so that looking costs nothing.
pub(super) async fn closed_to_write(transaction: &impl ConnectionTrait) -> Result<Timestamp, DbErr> {
    let both = raw(transaction.get_database_backend(), "SELECT closed_at, needs_step FROM ledger_bound, installation");
    let Some(row) = transaction.query_one_raw(both).await? else { return Ok(Timestamp(0)) };
    let needed: i32 = row.try_get("", "needs_step")?;
    if !is_known::<Migrator>(needed) {
        return Err(DbErr::Migration(format!("the tables need a program that knows step {needed}")));
    }
    row.try_get("", "closed_at")
}

/// The instant that a figure is to be given for, closed so that the answer stays the same: the one asked for, or the
/// present. INVALID_INPUT on `asOf` where it lies in the future. Where the database takes no writes, so that nothing
/// can be closed, the present is that of the newest closed bound.
pub async fn close(database: &Database, requested: Option<Timestamp>) -> Result<Timestamp> {
    let newest = closed(database.reader()).await?;
    match requested {
        Some(instant) if instant <= newest => Ok(instant),
        Some(instant) => {
            let now = database_time(database.reader(), database.clock()).await?;
            if instant > now {
                let problem = Problem::new(
                    format!("时间不能在未来，现在是 {now}"),
                    format!("must not lie in the future; it is {now} now"),
                );
                return Err(Error::invalid("asOf", problem));
            }
            move_bound(database, Some(instant)).await
        }
        None => {
            let age = database_time(database.reader(), database.clock()).await?.0 - newest.0;
            // Nothing recorded since a bound of less than a second ago: it still stands for the present, and many
            // readers share it.
            if (0..1_000_000).contains(&age) && latest_recorded(database.reader()).await? <= newest {
                return Ok(newest);
            }
            match move_bound(database, None).await {
                Err(error) if error.code == ErrorCode::Unavailable && newest.0 > 0 => Ok(newest),
                closed => closed,
            }
        }
    }
}

/// The newest instant at which anything that a figure uses was recorded.
pub async fn latest_recorded(connection: &impl ConnectionTrait) -> Result<Timestamp, DbErr> {
    let newest = || Func::max(Expr::col("recorded_at"));
    let newest_of = |table: &'static str| Query::select().expr_as(newest(), "recorded_at").from(table).take();
    let mut of_each = newest_of("ledger_entry");
    for table in ["catering_baseline", "festival_days"] {
        of_each.union(UnionType::All, newest_of(table));
    }
    let mut statement = Query::select();
    statement.expr_as(newest(), "newest").from_subquery(of_each, "of_each");
    let row = connection.query_one(&statement).await?;
    Ok(row.map(|row| row.try_get::<Option<Timestamp>>("", "newest")).transpose()?.flatten().unwrap_or_default())
}

/// Closes a bound at an instant up to which rows were written, so that none comes before them any more. Gives whether
/// it is closed: where it is not to insist, it gives way to those who write, and nobody waits behind it.
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
/// It waits for open writers a little at a time: PostgreSQL lets no new writer past whoever waits for the lock alone,
/// so that one slow writer would stop all others for as long as a report waits for it. Nothing but such a wait is tried
/// again.
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

/// How long one try waits for the writers.
const TRY_MILLISECONDS: u32 = 200;
/// How long writers have between two tries.
const PAUSE: Duration = Duration::from_millis(100);

async fn try_to_move(database: &Database, requested: Option<Timestamp>, milliseconds: u32) -> Result<Timestamp, DbErr> {
    let transaction = database.begin_immediate().await?;
    if database.backend() == DbBackend::Postgres {
        let lock = format!("SET LOCAL lock_timeout = {milliseconds}; SELECT pg_advisory_xact_lock({LEDGER_LOCK})");
        transaction.execute_unprepared(&lock).await?;
    }
    let newest = closed_to_write(&transaction).await?;
    let instant = match requested {
        Some(instant) => instant,
        // A clock that was set back must not hide what was recorded before.
        None => {
            database_time(&transaction, database.clock()).await?.max(latest_recorded(&transaction).await?).max(newest)
        }
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
