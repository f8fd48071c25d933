//! Connections to the database.

use std::time::Duration;

use futures_util::future::join_all;
use sea_orm::{ConnectionTrait, DbBackend, Statement, TransactionTrait};
use serde_json::json;
use store::bound;

use crate::app::{TestApp, on_postgres, options};

/// Closes all connections but that of the question, as a restart of the database server does.
const CLOSE_OTHERS: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

/// The key of the lock that writers share: "lihua1" in bytes. Servers of all versions have to agree on it.
const WRITERS_LOCK: i64 = 0x6c69_6875_6131;

#[tokio::test]
async fn connections_that_the_database_has_closed_are_replaced() {
    if !on_postgres() {
        skip!("an embedded database closes no connection");
    }
    let app = TestApp::new().await;
    let ask = || async { app.get(&[], "/health").await.status.as_u16() };
    let opened = join_all((0..20).map(|_| ask())).await;
    assert_eq!(opened, [200; 20]);
    app.database.unguarded().execute_unprepared(CLOSE_OTHERS).await.expect("closed");
    // Connections that were used recently are not tested before use, so each of the pool's connections may fail once.
    let mut failed = 0;
    for _ in 0..20 {
        failed += u32::from(ask().await != 200);
    }
    let connections = options(&app.url).connections;
    assert!(failed <= connections, "{failed} failed on {connections} connections");
}

#[tokio::test]
async fn connections_that_write_and_were_closed_are_replaced() {
    if !on_postgres() {
        skip!("an embedded database closes no connection");
    }
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let record = || clerk.record_sale("2026-08-01", "1", "5");
    join_all((0..20).map(|_| record())).await;
    app.database.unguarded().execute_unprepared(CLOSE_OTHERS).await.expect("closed");
    let record = "mutation { recordSale(input: {soldOn: \"2026-08-01\", channel: MARKET, regionCode: \"500235136\", \
                  varietyCode: \"fengshui-pear\", quantityKg: \"1\", amountYuan: \"5\"}) { sale { id } } }";
    let mut failed = 0;
    for _ in 0..40 {
        failed += u32::from(clerk.send(record, json!({})).await["data"].is_null());
    }
    // The session of each request is found over a connection that reads.
    let connections = 2 * options(&app.url).connections;
    assert!(failed <= connections, "{failed} failed on {connections} connections");
}

/// How many connections wait for a lock, and how many are left within a transaction.
async fn waiting_and_left(asking: &impl ConnectionTrait) -> (i64, i64) {
    let sql = "SELECT count(*) FILTER (WHERE wait_event_type = 'Lock') AS waiting, \
               count(*) FILTER (WHERE state LIKE 'idle in transaction%') AS left_open \
               FROM pg_stat_activity WHERE datname = current_database()";
    let row = asking.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await;
    let row = row.expect("an answer").expect("a row");
    (row.try_get("", "waiting").expect("a number"), row.try_get("", "left_open").expect("a number"))
}

/// Closing a bound takes the lock of the writers as its transaction begins, and tries again if it must wait too long.
#[tokio::test]
async fn a_transaction_that_could_not_begin_leaves_none_open() {
    if !on_postgres() {
        skip!("on SQLite a transaction begins with one statement");
    }
    let app = TestApp::new().await;
    let apart = sea_orm::Database::connect(&app.url).await.expect("a connection");
    let holder = apart.begin().await.expect("a transaction");
    let lock = format!("SELECT pg_advisory_xact_lock_shared({WRITERS_LOCK})");
    holder.execute_unprepared(&lock).await.expect("the lock of a writer");
    let database = app.database.clone();
    let closing = tokio::spawn(async move { bound::close(&database, None).await });
    let (mut has_waited, mut has_given_way) = (false, false);
    tokio::time::timeout(Duration::from_secs(10), async {
        while !has_given_way {
            let now = waiting_and_left(&apart).await;
            has_waited |= now.0 > 0;
            // Only the holder's own transaction is open.
            has_given_way = has_waited && now == (0, 1);
        }
    })
    .await
    .expect("an attempt that ends");
    holder.rollback().await.expect("the end");
    closing.await.expect("no panic").expect("a bound");
    assert_eq!(waiting_and_left(&apart).await, (0, 0));
}
