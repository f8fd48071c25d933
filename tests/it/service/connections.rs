//! Connections to the database.

use futures_util::future::join_all;
use sea_orm::ConnectionTrait;

use crate::app::{TestApp, on_postgres, options};

/// As after a restart of the database server.
#[tokio::test]
async fn connections_that_the_database_has_closed_are_replaced() {
    if !on_postgres() {
        skip!("an embedded database closes no connection");
    }
    let app = TestApp::new().await;
    let ask = || async { app.get(&[], "/health").await.status.as_u16() };
    let opened = join_all((0..20).map(|_| ask())).await;
    assert_eq!(opened, [200; 20]);
    let others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    app.database.unguarded().execute_unprepared(others).await.expect("closed");
    // Connections that were used recently are not tested before use, so each of the pool's connections may fail once.
    let mut failed = 0;
    for _ in 0..20 {
        failed += u32::from(ask().await != 200);
    }
    let connections = options(&app.url).connections;
    assert!(failed <= connections, "{failed} failed on {connections} connections");
}
