//! A database that is full, read-only or unreachable. Clients are told at once which it is, what can still be answered
//! is answered, and the log reports it once.

mod log;

use std::{net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};

use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use store::{
    self, Database, Txn,
    error::{ErrorCode, Result},
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{Barrier, oneshot},
    task::{JoinHandle, JoinSet},
    time::timeout,
};

use crate::{
    app::{Client, TOWN, TestApp, VILLAGE, eventually, on_postgres, options},
    service::wire::{Program, exchange},
};

/// Ten times as long as a refusal may take, and shorter than any wait for a lock here.
const AT_ONCE: Duration = Duration::from_secs(30);

const LATER: &str = "2026-11-24T05:00:00Z";

fn sale() -> Value {
    json!({
        "soldOn": "2026-11-24", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear", "quantityKg": "1", "amountYuan": "1"
    })
}

/// The refusal of a sale, if it is refused: its code and its message.
async fn refusal_of_a_sale(clerk: &Client) -> Option<(String, String)> {
    let answer = timeout(AT_ONCE, clerk.mutate("recordSale", sale(), "sale { id }")).await.expect("an answer at once");
    let error = answer["errors"].get(0)?;
    Some((error["extensions"]["code"].as_str()?.to_owned(), error["message"].as_str()?.to_owned()))
}

async fn assert_unavailable(clerk: &Client, why: &str) {
    let (code, message) = refusal_of_a_sale(clerk).await.expect("a refusal");
    assert_eq!(code, "UNAVAILABLE", "{message}");
    assert!(message.contains(why), "{message}");
}

/// Executes a pragma on the one writing connection of SQLite.
async fn say_to_the_writer(app: &TestApp, pragma: &'static str) {
    let said = app.database.write(async move |txn: Arc<Txn<store::Program>>| Ok(txn.ruin(pragma).await?));
    said.await.expect("heard");
}

/// Asserts that reports, while no bound can be closed, are given as of the newest closed bound and say so.
async fn assert_reports_go_on(clerk: &Client, before: &Value) {
    let report = timeout(AT_ONCE, clerk.report(2026, "asOf salesRevenueYuan")).await.expect("an answer at once");
    assert_eq!(report, *before);
    let query = format!("{{ townReport(regionCode: \"{TOWN}\", year: 2026, asOf: \"{LATER}\") {{ asOf }} }}");
    assert_eq!(clerk.refused(&query).await.code, "UNAVAILABLE", "a bound that cannot be closed is not promised");
}

#[tokio::test]
async fn a_full_disk_is_reported() {
    if on_postgres() {
        skip!("it limits the pages of a SQLite file");
    }
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    say_to_the_writer(&app, "PRAGMA max_page_count = 1").await;
    let mut refused = None;
    // The existing pages have some free space.
    for _ in 0..1000 {
        refused = refusal_of_a_sale(&clerk).await;
        if refused.is_some() {
            break;
        }
    }
    let (code, message) = refused.expect("a full disk");
    assert_eq!(code, "UNAVAILABLE", "{message}");
    assert!(message.contains("full"), "{message}");
    clerk.report(2026, "salesRevenueYuan").await;
    say_to_the_writer(&app, "PRAGMA max_page_count = 1000000").await;
    assert_eq!(refusal_of_a_sale(&clerk).await, None);
    app.verified().await;
}

#[tokio::test]
async fn a_database_that_is_read_only_answers_as_of_the_newest_bound() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    clerk.record_sale("2026-11-24", "1", "1").await;
    let before = clerk.report(2026, "asOf salesRevenueYuan").await;
    app.set_time(LATER);
    make_read_only(&app, &clerk, true).await;
    assert_unavailable(&clerk, "read-only").await;
    assert_reports_go_on(&clerk, &before).await;
    make_read_only(&app, &clerk, false).await;
    // The pragma on SQLite's connection cannot be reset, because that would have to be a write.
    let mended = app.over(Database::connect(&options(&app.url), app.clock.clone()).await.expect("the database"));
    let clerk = mended.again(&clerk);
    assert_eq!(refusal_of_a_sale(&clerk).await, None);
    assert_ne!(clerk.report(2026, "asOf salesRevenueYuan").await["asOf"], before["asOf"]);
}

/// Makes the database read-only, or PostgreSQL writable again.
async fn make_read_only(app: &TestApp, clerk: &Client, is_read_only: bool) {
    if !on_postgres() {
        if is_read_only {
            say_to_the_writer(app, "PRAGMA query_only = ON").await;
        }
        return;
    }
    let (cluster, name) = app.url.rsplit_once('/').expect("a database's name");
    let cluster = sea_orm::Database::connect(format!("{cluster}/postgres")).await.expect("the cluster");
    let setting =
        if is_read_only { "SET default_transaction_read_only = on" } else { "RESET default_transaction_read_only" };
    cluster.execute_unprepared(&format!("ALTER DATABASE {name} {setting}")).await.expect("set");
    let all = format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    cluster.execute_unprepared(&all).await.expect("all connections ended");
    // A request that meets a terminated connection is told that nothing was recorded. The connections are used in turn.
    let mut met_in_a_row = 0;
    eventually("all connections anew", async || {
        let answer = clerk.send("{ me { username } }", json!({})).await;
        let code = &answer["errors"][0]["extensions"]["code"];
        assert!(code.is_null() || code == "UNAVAILABLE", "{answer}");
        met_in_a_row = if code.is_null() { met_in_a_row + 1 } else { 0 };
        met_in_a_row == 20
    })
    .await;
}

fn file_of(url: &str) -> PathBuf {
    url.strip_prefix("sqlite://").expect("a file").into()
}

#[tokio::test]
async fn nothing_is_written_into_a_file_that_is_gone() {
    if on_postgres() {
        skip!("a PostgreSQL server keeps its own files");
    }
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    clerk.record_sale("2026-11-24", "1", "1").await;
    let before = clerk.report(2026, "asOf salesRevenueYuan").await;
    app.set_time(LATER);
    let file = file_of(&app.url);
    let elsewhere = file.with_extension("elsewhere");
    std::fs::rename(&file, &elsewhere).expect("moved");
    assert_unavailable(&clerk, "file").await;
    assert_reports_go_on(&clerk, &before).await;
    assert!(!file.exists(), "nobody makes an empty one in its place");
    std::fs::write(&file, "another file").expect("written");
    assert_unavailable(&clerk, "file").await;
    std::fs::rename(&elsewhere, &file).expect("moved back");
    assert_eq!(refusal_of_a_sale(&clerk).await, None);
}

/// A relay between a server and PostgreSQL that can be cut.
struct Relay {
    to: SocketAddr,
    port: u16,
    running: Option<JoinHandle<()>>,
}

impl Relay {
    /// Starts a relay to the database of a URL, and returns it with a URL that leads through it.
    async fn to(url: &str) -> (Self, String) {
        let (before, rest) = url.split_once('@').expect("a user");
        let (address, name) = rest.split_once('/').expect("a name");
        let mut relay = Self { to: address.parse().expect("an address"), port: 0, running: None };
        relay.join().await;
        let through = format!("{before}@127.0.0.1:{}/{name}", relay.port);
        (relay, through)
    }

    async fn join(&mut self) {
        let listener = TcpListener::bind(("127.0.0.1", self.port)).await.expect("a port");
        self.port = listener.local_addr().expect("an address").port();
        let to = self.to;
        self.running = Some(tokio::spawn(async move {
            let mut connections = JoinSet::new();
            loop {
                let (mut from, _) = listener.accept().await.expect("a connection");
                connections.spawn(async move {
                    let mut there = TcpStream::connect(to).await.expect("PostgreSQL");
                    // How a connection ends is up to its ends.
                    drop(tokio::io::copy_bidirectional(&mut from, &mut there).await);
                });
            }
        }));
    }

    async fn cut(&mut self) {
        if let Some(running) = self.running.take() {
            running.abort();
            drop(running.await);
        }
    }
}

#[tokio::test]
async fn a_server_that_is_away_is_reported_at_once() {
    if !on_postgres() {
        skip!("SQLite has no server that could be away");
    }
    let app = TestApp::new().await;
    let (mut relay, url) = Relay::to(&app.url).await;
    let patient = store::Options { wait: Duration::from_secs(3600), ..options(&url) };
    let through = app.over(Database::connect(&patient, app.clock.clone()).await.expect("the database"));
    let clerk = through.again(&app.clerk().await);
    assert_eq!(refusal_of_a_sale(&clerk).await, None);
    relay.cut().await;
    for _ in 0..3 {
        assert_unavailable(&clerk, "PostgreSQL").await;
        let (visitor, query) = (through.visitor(), format!("{{ region(code: \"{TOWN}\") {{ name }} }}"));
        let answer = timeout(AT_ONCE, visitor.send(&query, json!({}))).await.expect("an answer at once");
        assert_eq!(answer["errors"][0]["extensions"]["code"], "UNAVAILABLE", "{answer}");
    }
    assert_eq!(through.get(&[], "/health").await.status, 503);
    relay.join().await;
    eventually("a sale", async || refusal_of_a_sale(&clerk).await.is_none()).await;
    assert_eq!(through.get(&[], "/health").await.status, 200);
}

#[tokio::test]
async fn the_log_says_once_that_the_database_is_away_and_once_that_it_is_back() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (mut relay, url) = if on_postgres() {
        let (relay, url) = Relay::to(&app.url).await;
        (Some(relay), url)
    } else {
        (None, app.url.clone())
    };
    let program = Program::start(&url, &[]).await;
    let bearer = format!("authorization: {}", clerk.bearer());
    let body = json!({
        "query": "mutation($input: RecordSaleInput!) { recordSale(input: $input) { sale { id } } }", "variables": {"input": sale()}
    });
    let record = async || exchange(program.address, &[&bearer], &body.to_string()).await;
    assert!(record().await.contains(r#"{"data":{"recordSale":{"sale""#));
    let elsewhere = (!on_postgres()).then(|| file_of(&app.url).with_extension("elsewhere"));
    match (&mut relay, &elsewhere) {
        (Some(relay), _) => relay.cut().await,
        (None, Some(elsewhere)) => std::fs::rename(file_of(&app.url), elsewhere).expect("moved"),
        (None, None) => unreachable!("one database or the other"),
    }
    for _ in 0..5 {
        let answer = record().await;
        assert!(answer.contains(r#""code":"UNAVAILABLE""#), "{answer}");
    }
    match (&mut relay, &elsewhere) {
        (Some(relay), _) => relay.join().await,
        (None, Some(elsewhere)) => std::fs::rename(elsewhere, file_of(&app.url)).expect("moved back"),
        (None, None) => unreachable!("one database or the other"),
    }
    eventually("a sale", async || record().await.contains(r#"{"data":{"recordSale":{"sale""#)).await;
    let log = program.stopped().await;
    let times = |words: &str| log.lines().filter(|line| line.contains(words)).count();
    let is_away = [times("the database does not answer"), times("the database takes no writes")];
    let is_back = [times("the database answers again"), times("the database takes writes again")];
    assert!(is_away.iter().sum::<usize>() >= 1 && is_away.iter().all(|times| *times <= 1), "{is_away:?}: {log}");
    assert_eq!(is_away, is_back, "{log}");
}

#[tokio::test]
async fn who_finds_the_database_busy_is_told_to_come_again_and_the_log_why() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let program = Program::start(&app.url, &[("DATABASE_WAIT_SECONDS", "1")]).await;
    let (release, released) = oneshot::channel::<()>();
    let (tell, held) = oneshot::channel();
    let database = app.database.clone();
    let holder = tokio::spawn(async move {
        let alone = database.write_alone(async move |_| {
            tell.send(()).expect("heard");
            released.await.expect("released");
            Ok(())
        });
        alone.await
    });
    held.await.expect("the lock is held");
    let mutation = r#"{"query": "mutation { signOut { signedOut } }"}"#;
    let answer = exchange(program.address, &[&format!("authorization: {}", clerk.bearer())], mutation).await;
    assert!(answer.contains(r#""code":"RATE_LIMITED""#) && answer.contains("retryAfterSeconds"), "{answer}");
    release.send(()).expect("released");
    holder.await.expect("a holder").expect("done");
    let log = program.stopped().await;
    let line = log
        .lines()
        .find(|line| line.contains("too busy for a request"))
        .unwrap_or_else(|| panic!("a warning in {log}"));
    assert!(line.contains("WARN") && line.contains("request_id") && line.contains("lock"), "{line}");
}

#[tokio::test]
async fn of_two_that_wait_for_one_another_one_is_told_to_come_again() {
    if !on_postgres() {
        skip!("on SQLite one writes at a time");
    }
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (one, other) = (clerk.register_grower("王桂英", VILLAGE).await, clerk.register_grower("李大山", VILLAGE).await);
    let both_hold = Arc::new(Barrier::new(2));
    let writes = [[one.clone(), other.clone()], [other, one]].map(|growers| {
        let (database, both_hold) = (app.database.clone(), both_hold.clone());
        tokio::spawn(async move {
            let touch = |grower: &str| format!("UPDATE grower SET name = name WHERE id = '{grower}'");
            database
                .write(async move |txn: Arc<Txn<store::Program>>| {
                    txn.ruin(&touch(&growers[0])).await?;
                    both_hold.wait().await;
                    txn.ruin(&touch(&growers[1])).await?;
                    Ok(())
                })
                .await
        })
    });
    let mut done: Vec<Result<()>> = Vec::new();
    for write in writes {
        done.push(write.await.expect("a task"));
    }
    let refused: Vec<ErrorCode> = done.into_iter().filter_map(|done| done.err().map(|error| error.code)).collect();
    assert_eq!(refused, [ErrorCode::RateLimited]);
}
