//! Reading ends at its deadline, within the database too, and frees the connections for others.

use std::{future::pending, sync::Arc, time::Duration};

use futures_util::future::join_all;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;
use store::{
    Database, Options, Program, Snapshot, Txn,
    error::{Error, ErrorCode, Result},
};
use tokio::{task::JoinSet, time::timeout};

use crate::{
    app::{TestApp, on_postgres, options, until_heard},
    presales::preorders::claim,
    service::sockets::Socket,
};

/// Ten times as long as anything here may take.
const HANG: Duration = Duration::from_secs(30);

/// How many connections read.
const CONNECTIONS: u32 = 3;

/// A query that counts to a number.
fn counting(database: &Database, to: u64) -> Statement {
    let sql = format!(
        "WITH RECURSIVE n(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < {to}) SELECT COUNT(*) AS many FROM n"
    );
    Statement::from_string(database.backend(), sql)
}

/// A query that never ends.
fn endless(database: &Database) -> Statement {
    counting(database, 1_000_000_000_000)
}

async fn with_deadline(app: &TestApp, read_time: Duration) -> Database {
    let mut options = options(&app.url);
    (options.read_time, options.connections) = (read_time, CONNECTIONS);
    Database::connect(&options, app.clock.clone()).await.expect("the database")
}

/// Asserts that all connections answer at the same time, and that none of them is still busy.
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
        let asked =
            database.read_at_leisure(async move |snapshot: Arc<Snapshot>| Ok(snapshot.query_one_raw(working).await?));
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
        asking.spawn(async move {
            database.reader().query_one_raw(endless(&database)).await.map(drop).map_err(Error::from)
        });
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
    let asked =
        database.read(async move |snapshot: Arc<Snapshot>| Ok(snapshot.query_one_raw(one_question).await.map(drop)?));
    assert_eq!(code(asked.await), ErrorCode::TooComplex);
    let many_questions = database.read(async move |snapshot: Arc<Snapshot>| {
        loop {
            snapshot.query_one_raw(Statement::from_string(backend, "SELECT 1 AS one")).await?;
        }
    });
    assert_eq!(code(many_questions.await), ErrorCode::TooComplex);
    let none = database.read(async move |_: Arc<Snapshot>| pending().await);
    assert_eq!(code(none.await), ErrorCode::TooComplex);
    // The query begins in the second half of the time.
    let late_question = endless(&database);
    let late = database.read(async move |snapshot: Arc<Snapshot>| {
        tokio::time::sleep(Duration::from_millis(200)).await;
        Ok(snapshot.query_one_raw(late_question).await.map(drop)?)
    });
    assert_eq!(code(late.await), ErrorCode::TooComplex);
    are_free(&database).await;
}

/// On PostgreSQL, a query for which nobody waits any more ends at its deadline instead.
#[tokio::test]
async fn whoever_goes_away_leaves_the_connection_at_once() {
    if on_postgres() {
        skip!("on PostgreSQL such a query ends at its deadline");
    }
    let app = TestApp::new().await;
    let database = with_deadline(&app, Duration::from_secs(3600)).await;
    for _ in 0..CONNECTIONS {
        let asked = database.reader().query_one_raw(endless(&database));
        timeout(Duration::from_millis(50), asked).await.expect_err("no answer");
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
    database
        .write(async move |txn: Arc<Txn<Program>>| Ok(txn.query_one_raw(within_a_write).await.map(drop)?))
        .await
        .expect("an answer");
    let at_leisure = database
        .read_at_leisure(async move |snapshot: Arc<Snapshot>| Ok(snapshot.query_one_raw(long).await.map(drop)?));
    at_leisure.await.expect("an answer");
}

/// Statements that would change something and return rows like a query.
fn changes(database: &Database) -> Vec<Statement> {
    let plum = "INSERT INTO variety VALUES ('plum', '李子', 'plum', 6, 7)";
    let mut changes = vec![
        format!("{plum} RETURNING code"),
        "UPDATE variety SET name = 'x' RETURNING code".to_owned(),
        "(UPDATE variety SET name = 'x' RETURNING code)".to_owned(),
        "DELETE FROM variety RETURNING code".to_owned(),
        format!("WITH one AS (SELECT 1 AS one) {plum} RETURNING code"),
        "with one as (select 1 as one) delete from variety returning code".to_owned(),
        "CREATE TABLE plum (code TEXT)".to_owned(),
        "DROP TABLE variety".to_owned(),
        "PRAGMA user_version = 7".to_owned(),
    ];
    if on_postgres() {
        changes.push(format!("WITH made AS ({plum} RETURNING code) SELECT code FROM made"));
    }
    changes.into_iter().map(|sql| Statement::from_string(database.backend(), sql)).collect()
}

/// That reading connections cannot execute changes at compile time is shown in crates/store/src/only_reads.rs and
/// crates/store/src/txn.rs.
#[tokio::test]
async fn what_only_reads_refuses_a_change_that_gives_rows_back() {
    let app = TestApp::new().await;
    let before = app.visitor().ask("{ varieties { code name } }").await;
    for change in changes(&app.database) {
        let sql = change.sql.clone();
        let (of_snapshot, of_write) = (change.clone(), change.clone());
        let asked = [
            app.database.reader().query_one_raw(change.clone()).await.map(drop).map_err(Error::from),
            app.database.reader().query_all_raw(change).await.map(drop).map_err(Error::from),
            app.database
                .read(async move |snapshot: Arc<Snapshot>| Ok(snapshot.query_all_raw(of_snapshot).await.map(drop)?))
                .await,
            app.database
                .write(async move |txn: Arc<Txn<Program>>| Ok(txn.query_all_raw(of_write).await.map(drop)?))
                .await,
        ];
        for refused in asked {
            let error = refused.expect_err(&sql);
            assert!(format!("{:?}", error.cause).contains("only reads"), "{sql}: {error:?}");
        }
    }
    assert_eq!(app.visitor().ask("{ varieties { code name } }").await, before);
    let locked = "WITH one AS (SELECT code FROM variety) SELECT code FROM one";
    let rows = app
        .database
        .reader()
        .query_all_raw(Statement::from_string(app.database.backend(), locked))
        .await
        .expect("rows");
    assert!(!rows.is_empty());
}

/// The database itself refuses changes: SQLite on each reading connection, PostgreSQL in each reading transaction.
#[tokio::test]
async fn the_database_refuses_a_change_by_what_reads() {
    let app = TestApp::new().await;
    let (sql, on) = match on_postgres() {
        true => {
            ("SELECT CAST(current_setting('transaction_read_only') = 'on' AS INTEGER) AS it", "transaction_read_only")
        }
        false => ("SELECT query_only AS it FROM pragma_query_only", "query_only"),
    };
    let asking = Statement::from_string(app.database.backend(), sql);
    let question = asking.clone();
    let is_on = app.database.read(async move |snapshot: Arc<Snapshot>| {
        let row = snapshot.query_one_raw(question).await?;
        Ok(row.expect("a row").try_get_by_index::<i32>(0)?)
    });
    assert_eq!(is_on.await.expect("an answer"), 1, "{on}");
    if !on_postgres() {
        assert_eq!(
            of_each_connection(&app.database, asking).await,
            vec![1; options(&app.url).connections as usize],
            "{on}"
        );
    } else {
        leave_out!("on PostgreSQL a transaction is read-only, and its connection is not");
    }
}

/// The answers of all connections that read. Asked at once, each answers once.
async fn of_each_connection(database: &Database, question: Statement) -> Vec<i32> {
    let connections = 0..options("sqlite:").connections;
    let asked = connections.map(|_| database.reader().query_one_raw(question.clone()));
    let rows = join_all(asked).await.into_iter();
    rows.map(|row| row.expect("an answer").expect("a row").try_get_by_index(0).expect("a number")).collect()
}

#[tokio::test]
async fn each_connection_keeps_as_much_of_the_file_as_the_setting_says() {
    if on_postgres() {
        skip!("PostgreSQL keeps its own cache");
    }
    let app = TestApp::new().await;
    let small = Options { cache_kib: 100, ..options(&app.url) };
    let database = Database::connect(&small, app.clock.clone()).await.expect("the database");
    let question = Statement::from_string(database.backend(), "SELECT cache_size FROM pragma_cache_size");
    assert_eq!(of_each_connection(&database, question.clone()).await, vec![-100; small.connections as usize]);
    let row = database.unguarded().query_one_raw(question).await.expect("an answer").expect("a row");
    assert_eq!(row.try_get_by_index::<i32>(0).expect("a number"), -100);
}

#[test]
fn a_database_may_outlive_its_runtime() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let app = runtime.block_on(async {
        let app = TestApp::new().await;
        app.clerk().await.ask("{ varieties { name } }").await;
        app
    });
    drop(app);
    drop(runtime);
}

/// Makes every read of a table take for ever.
pub async fn slow(app: &TestApp, table: &str) {
    app.reference_data().await;
    let view = format!(
        "CREATE VIEW {table} AS SELECT quick.* FROM quick_{table} quick WHERE 0 > (WITH RECURSIVE n(i) AS \
         (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000000) SELECT COUNT(*) FROM n)"
    );
    for sql in [format!("ALTER TABLE {table} RENAME TO quick_{table}"), view] {
        app.database.unguarded().execute_unprepared(&sql).await.expect("a slow table");
    }
}

#[tokio::test]
async fn what_takes_too_long_is_too_complex_over_every_transport() {
    let app = TestApp::new().await;
    slow(&app, "site").await;
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

/// Each answer of a subscription is a query like any other.
#[tokio::test]
async fn what_takes_too_long_is_too_complex_each_time_that_it_is_given_out() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let offer = clerk.open_offer(json!({})).await;
    slow(&app, "variety").await;
    let app = app.over(with_deadline(&app, Duration::from_millis(300)).await);
    let mut socket = Socket::introduced(app.listen(&[]).await, None).await;
    socket
        .subscribe(
            "1",
            &format!("subscription {{ presaleOfferChanged(offerId: \"{offer}\") {{ variety {{ name }} }} }}"),
        )
        .await;
    let buyer = app.again(&clerk);
    let take = async || drop(buyer.change("placePreorder", claim(&offer, "1"), "preorder { id }").await);
    let next = until_heard("a pre-order", take, async || socket.hear().await).await;
    assert_eq!(next["payload"]["errors"][0]["extensions"]["code"], "TOO_COMPLEX", "{next}");
    are_free(&app.database).await;
}

/// A statement of a write ends at the write's deadline, and those that wait get the connection.
#[tokio::test]
async fn a_write_ends_at_its_deadline_within_a_statement_too() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let mut options = options(&app.url);
    options.write_time = Duration::from_millis(300);
    let database = Database::connect(&options, app.clock.clone()).await.expect("the database");
    let long = endless(&database);
    let asked = database.write(async move |txn: Arc<Txn<Program>>| Ok(txn.query_one_raw(long).await.map(drop)?));
    let error = timeout(HANG, asked).await.expect("no hang").expect_err("no answer");
    // PostgreSQL itself cancels the statement at the same time. Whichever is first decides the code.
    assert!([ErrorCode::RateLimited, ErrorCode::TooComplex].contains(&error.code), "{error:?}");
    let another = app.over(database).again(&clerk);
    timeout(HANG, another.record_sale("2026-11-24", "1", "1")).await.expect("no hang");
}
