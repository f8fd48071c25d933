//! Reading ends at its deadline, in the database too, and leaves the connections to others.

use std::{future::pending, sync::Arc, time::Duration};

use lihua::{
    db::{Database, Snapshot, Txn},
    error::{Error, ErrorCode, Result},
};
use sea_orm::{ConnectionTrait, Statement};
use tokio::task::JoinSet;

use crate::{
    app::{TestApp, on_postgres, options},
    sockets::Socket,
};

/// How many connections read.
const CONNECTIONS: u32 = 3;

/// A question that counts so far.
fn counting(database: &Database, to: u64) -> Statement {
    let sql = format!(
        "WITH RECURSIVE n(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < {to}) SELECT COUNT(*) AS many FROM n"
    );
    Statement::from_string(database.backend(), sql)
}

/// One that nobody sees the end of.
fn endless(database: &Database) -> Statement {
    counting(database, 1_000_000_000_000)
}

async fn with_deadline(app: &TestApp, read_time: Duration) -> Database {
    let mut options = options(&app.url);
    (options.read_time, options.connections) = (read_time, CONNECTIONS);
    Database::connect(&options, app.clock.clone()).await.expect("the database")
}

/// All connections answer, at one time, and none of them works on anything else.
async fn are_free(database: &Database) {
    let mut snapshots = JoinSet::new();
    let all = Arc::new(tokio::sync::Barrier::new(CONNECTIONS as usize));
    for _ in 0..CONNECTIONS {
        let (database, all) = (database.clone(), all.clone());
        snapshots.spawn(async move {
            database
                .read_at_leisure(async move |snapshot: Arc<Snapshot>| {
                    let one = Statement::from_string(snapshot.get_database_backend(), "SELECT 1 AS one");
                    assert!(snapshot.query_one_raw(one).await?.is_some());
                    all.wait().await;
                    Ok(())
                })
                .await
        });
    }
    for answered in snapshots.join_all().await {
        answered.expect("an answer");
    }
    if on_postgres() {
        let sql = "SELECT COUNT(*) AS many FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' \
                   AND query LIKE 'WITH RECURSIVE%'";
        let working = Statement::from_string(database.backend(), sql);
        let asked = database.read_at_leisure(async move |snapshot: Arc<Snapshot>| Ok(snapshot.query_one_raw(working).await?));
        let row = asked.await.expect("an answer").expect("a row");
        assert_eq!(row.try_get::<i64>("", "many").expect("a number"), 0);
    }
}

#[tokio::test]
async fn a_question_ends_at_its_deadline_and_leaves_all_connections_free() {
    let app = TestApp::new().await;
    let database = with_deadline(&app, Duration::from_millis(300)).await;
    let mut asking = JoinSet::new();
    for _ in 0..2 * CONNECTIONS {
        let database = database.clone();
        asking.spawn(async move { database.reader().query_one_raw(endless(&database)).await.map(drop).map_err(Error::from) });
    }
    for asked in asking.join_all().await {
        assert_eq!(asked.expect_err("no answer").code, ErrorCode::TooComplex);
    }
    are_free(&database).await;
}

#[tokio::test]
async fn so_does_all_that_is_asked_of_one_state() {
    let app = TestApp::new().await;
    let database = with_deadline(&app, Duration::from_millis(300)).await;
    let code = |done: Result<()>| done.expect_err("no answer").code;
    let backend = database.backend();
    let one_question = endless(&database);
    let asked = database.read(async move |snapshot: Arc<Snapshot>| Ok(snapshot.query_one_raw(one_question).await.map(drop)?));
    assert_eq!(code(asked.await), ErrorCode::TooComplex);
    let many_questions = database.read(async move |snapshot: Arc<Snapshot>| {
        loop {
            snapshot.query_one_raw(Statement::from_string(backend, "SELECT 1 AS one")).await?;
        }
    });
    assert_eq!(code(many_questions.await), ErrorCode::TooComplex);
    let none = database.read(async move |_: Arc<Snapshot>| pending().await);
    assert_eq!(code(none.await), ErrorCode::TooComplex);
    // The second question begins in the second half of the time.
    let late_question = endless(&database);
    let late = database.read(async move |snapshot: Arc<Snapshot>| {
        tokio::time::sleep(Duration::from_millis(200)).await;
        Ok(snapshot.query_one_raw(late_question).await.map(drop)?)
    });
    assert_eq!(code(late.await), ErrorCode::TooComplex);
    are_free(&database).await;
}

/// On PostgreSQL, what nobody waits for any more ends at its deadline.
#[tokio::test]
async fn whoever_goes_away_leaves_the_connection_at_once() {
    if on_postgres() {
        return;
    }
    let app = TestApp::new().await;
    let database = with_deadline(&app, Duration::from_secs(3600)).await;
    for _ in 0..CONNECTIONS {
        let asked = database.reader().query_one_raw(endless(&database));
        tokio::time::timeout(Duration::from_millis(50), asked).await.expect_err("no answer");
    }
    are_free(&database).await;
}

#[tokio::test]
async fn a_write_and_a_verification_take_longer_than_a_question_may() {
    let app = TestApp::new().await;
    let database = with_deadline(&app, Duration::from_millis(50)).await;
    let long = counting(&database, 500_000);
    let asked = database.reader().query_one_raw(long.clone()).await.map(drop).map_err(Error::from);
    assert_eq!(asked.expect_err("no answer").code, ErrorCode::TooComplex);
    let within_a_write = long.clone();
    database.write(async move |txn: Arc<Txn>| Ok(txn.query_one_raw(within_a_write).await.map(drop)?)).await.expect("an answer");
    let at_leisure = database.read_at_leisure(async move |snapshot: Arc<Snapshot>| Ok(snapshot.query_one_raw(long).await.map(drop)?));
    at_leisure.await.expect("an answer");
}

/// The list of sites takes for ever.
pub async fn slow(app: &TestApp) {
    let sites = "ALTER TABLE site RENAME TO quick_site; \
                 CREATE VIEW site AS SELECT quick_site.* FROM quick_site WHERE 0 > (WITH RECURSIVE n(i) AS \
                 (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000000) SELECT COUNT(*) FROM n)";
    app.reference_data().await;
    for sql in sites.split(';') {
        app.database.reader().execute_unprepared(sql).await.expect("a slow list");
    }
}

#[tokio::test]
async fn what_takes_too_long_is_too_complex_over_every_transport() {
    let app = TestApp::new().await;
    slow(&app).await;
    let database = with_deadline(&app, Duration::from_millis(300)).await;
    let app = app.over(database);
    let answer = app.post(&[], "{ region(code: \"500235136\") { name } sites { code } }").await;
    assert_eq!(answer.code().as_deref(), Some("TOO_COMPLEX"), "{}", answer.json());
    assert!(answer.message().contains("ask for less"), "{}", answer.message());
    let mut socket = Socket::introduced(app.listen(&[]).await, None).await;
    socket.subscribe("1", "{ sites { code } }").await;
    let next = socket.hear().await;
    assert_eq!(next["payload"]["errors"][0]["extensions"]["code"], "TOO_COMPLEX", "{next}");
    are_free(&app.database).await;
}
