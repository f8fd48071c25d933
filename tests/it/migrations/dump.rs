//! The dump of each release: every later version loads it, migrates it, verifies it and reports from it.
//!
//! The dump of a release is made with `make dump`, and made again until the release is out. After that it never
//! changes.

use std::{collections::BTreeSet, path::PathBuf, process::Command};

use sea_orm::ConnectionTrait;
use serde_json::json;
use store::{Database, clock::Clock};

use super::{catalogue, texts, town};
use crate::{
    app::{NOW, TOWN, TestApp, VILLAGE, empty_postgres, fresh_database, instant, on_postgres},
    figures::published_reports::published,
};

/// Every release whose tables a town may still have.
const RELEASES: [&str; 1] = ["0.2.0"];

/// Tables of what no release could record yet.
const LATER: [&str; 8] = [
    "plot_origin",
    "preorder_return",
    "preorder_return_lot",
    "presale_offer_version",
    "sale_return",
    "sale_return_batch",
    "site_retirement",
    "stock_adjustment",
];

fn file(release: &str) -> PathBuf {
    let database = if on_postgres() { "postgres" } else { "sqlite" };
    // Tests run in the folder of the project.
    PathBuf::from(format!("tests/it/migrations/dumps/{release}.{database}.sql"))
}

/// A town as a release left it, in a database of its own.
async fn left_by(release: &str) -> (String, Option<std::sync::Arc<tempfile::TempDir>>) {
    let (url, folder) = match std::env::var("TEST_DATABASE_URL") {
        Ok(cluster) => (empty_postgres(&cluster).await, None),
        Err(_) => fresh_database().await,
    };
    let made = if on_postgres() { url.clone() } else { format!("{url}?mode=rwc") };
    let connection = sea_orm::Database::connect(
        sea_orm::ConnectOptions::new(made).max_connections(1).sqlx_logging(false).to_owned(),
    )
    .await
    .expect("an empty database");
    let dump = std::fs::read_to_string(file(release)).unwrap_or_else(|error| panic!("the dump of {release}: {error}"));
    connection.execute_unprepared(&dump).await.expect("loaded");
    connection.close().await.expect("closed");
    (url, folder)
}

#[tokio::test]
async fn every_release_is_loaded_brought_up_to_date_verified_and_reported_from() {
    for release in RELEASES {
        let (url, folder) = left_by(release).await;
        let app = TestApp::on(url, Clock::fixed(instant(NOW)), folder, &[]).await;
        let rows = rows(&app.database).await;
        let empty: Vec<_> = rows.iter().filter(|(_, number)| *number == 0).map(|(table, _)| table.as_str()).collect();
        assert_eq!(empty, LATER, "the dump of {release} has a row of each of its tables");
        app.verified().await;
        reports(&app).await;
        // Work continues where it ended.
        app.sign_in("town-clerk").await.record_sale("2026-11-24", "10", "50").await;
        app.verified().await;
    }
}

/// Asserts the reports of the town, whatever the version.
async fn reports(app: &TestApp) {
    let official = app.sign_in("town-official").await;
    let selection = "plantedAreaMu visitors salesRevenueYuan presaleRevenueYuan produceRevenueYuan cateringIncreaseYuan festivalEditions \
        processingPlants processingProjects honours { kind count }";
    let mut last = official.report(2025, selection).await;
    let honours = last["honours"].take();
    let of_2025 = json!({
        "plantedAreaMu": "12.50", "visitors": 320, "salesRevenueYuan": "603.00", "presaleRevenueYuan": "0.00", "produceRevenueYuan": "603.00",
        "cateringIncreaseYuan": "500.50", "festivalEditions": 1, "processingPlants": 1, "processingProjects": 1, "honours": null
    });
    assert_eq!(last, of_2025);
    assert!(honours.as_array().expect("honours").contains(&json!({"kind": "LANDMARK_DISH", "count": 1})), "{honours}");
    let running = official.report(2026, "salesRevenueYuan presaleRevenueYuan produceRevenueYuan").await;
    let of_2026 = json!({"salesRevenueYuan": "250.00", "presaleRevenueYuan": "280.00", "produceRevenueYuan": "530.00"});
    assert_eq!(running, of_2026);
    let editions = published(&official, TOWN, "edition restatedFields report { salesRevenueYuan visitors }").await;
    let edition =
        json!({"edition": 1, "restatedFields": null, "report": {"salesRevenueYuan": "603.00", "visitors": 320}});
    assert_eq!(editions, [edition]);
    let submitted = official
        .ask(&format!(
            "{{ reportSubmissions(filter: {{regionCode: \"{VILLAGE}\"}}) {{ nodes {{ status isRestated }} }} }}"
        ))
        .await;
    assert_eq!(submitted["reportSubmissions"]["nodes"], json!([{"status": "APPROVED", "isRestated": false}]));
}

#[tokio::test]
async fn a_fresh_database_equals_one_that_was_brought_up_to_date() {
    let fresh = TestApp::new().await;
    for release in RELEASES {
        let (url, folder) = left_by(release).await;
        let app = TestApp::on(url, Clock::fixed(instant(NOW)), folder, &[]).await;
        let (old, new) = (catalogue(&app.database).await, catalogue(&fresh.database).await);
        let differences: BTreeSet<_> = old.symmetric_difference(&new).collect();
        assert_eq!(differences, BTreeSet::new(), "{release}");
    }
}

#[tokio::test]
async fn names_of_before_are_found_however_they_are_typed() {
    for release in RELEASES {
        let (url, folder) = left_by(release).await;
        let before = sea_orm::Database::connect(url.as_str()).await.expect("a database");
        for (table, column) in [("grower", "name"), ("preorder", "buyer_name"), ("region", "name")] {
            let typed = format!("UPDATE {table} SET {column} = {column} || '・Ａb%'");
            before.execute_unprepared(&typed).await.expect("names of before");
        }
        before.close().await.expect("closed");
        let app = TestApp::on(url, Clock::fixed(instant(NOW)), folder, &[]).await;
        app.verified().await;
        let clerk = app.sign_in("town-clerk").await;
        let found = "{ growers(filter: {nameContains: \"云安果业ａB％\"}) { totalCount } preorders(filter: {buyerNameContains: \"·aB%\"}) { totalCount } \
            regions(filter: {nameContains: \"云安镇•AB\"}) { totalCount } }";
        let found = clerk.ask(found).await;
        assert_eq!(
            (&found["growers"]["totalCount"], &found["regions"]["totalCount"]),
            (&json!(1), &json!(1)),
            "{release}"
        );
        assert!(found["preorders"]["totalCount"].as_u64() > Some(0), "{release}: {found}");
    }
}

/// How many rows each table has.
async fn rows(database: &Database) -> Vec<(String, i64)> {
    let tables = match on_postgres() {
        true => "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1",
        false => "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1",
    };
    let mut rows = Vec::new();
    for table in texts(database, tables).await {
        let count = format!("SELECT CAST(COUNT(*) AS TEXT) AS name FROM {table}");
        let number = texts(database, &count).await.first().and_then(|number| number.parse().ok()).expect("a number");
        rows.push((table, number));
    }
    rows
}

/// Makes this version's dump if `UPDATE_DUMP` is set. In any case it asserts that every table of the small town has a
/// row.
#[tokio::test]
async fn a_small_town_has_a_row_of_each_table() {
    let app = TestApp::new().await;
    town::settle(&app).await;
    app.verified().await;
    let empty: Vec<_> = rows(&app.database).await.into_iter().filter(|(_, number)| *number == 0).collect();
    assert_eq!(empty, []);
    reports(&app).await;
    if std::env::var_os("UPDATE_DUMP").is_none() {
        return;
    }
    let dump = if on_postgres() { dump_of_postgres(&app.url) } else { dump_of_sqlite(&app.database).await };
    let path = file(env!("CARGO_PKG_VERSION"));
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(path, dump).expect("written");
}

async fn dump_of_sqlite(database: &Database) -> String {
    let mut lines = texts(database, "SELECT sql AS name FROM sqlite_master WHERE type = 'table' ORDER BY rowid").await;
    for table in texts(database, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid").await {
        let columns = texts(database, &format!("SELECT name FROM pragma_table_info('{table}') ORDER BY cid")).await;
        let values: Vec<_> = columns.iter().map(|column| format!("quote({column})")).collect();
        let rows = format!(
            "SELECT 'INSERT INTO {table} VALUES (' || {} || ')' AS name FROM {table} ORDER BY rowid",
            values.join(" || ', ' || ")
        );
        lines.extend(texts(database, &rows).await);
    }
    lines.extend(
        texts(
            database,
            "SELECT sql AS name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY rowid",
        )
        .await,
    );
    format!("PRAGMA foreign_keys = OFF;\nBEGIN;\n{};\nCOMMIT;\n", lines.join(";\n"))
}

fn dump_of_postgres(url: &str) -> String {
    let dump = Command::new("pg_dump")
        .args(["--inserts", "--no-owner", "--no-privileges", "--schema=public", url])
        .output()
        .expect("pg_dump");
    assert!(dump.status.success(), "{}", String::from_utf8_lossy(&dump.stderr));
    let text = String::from_utf8(dump.stdout).expect("text");
    // Skips lines for psql alone, comments of the dump, and the schema, which every database has.
    let is_meant = |line: &&str| {
        !line.is_empty()
            && !["\\", "--", "CREATE SCHEMA", "COMMENT ON SCHEMA"].iter().any(|start| line.starts_with(start))
    };
    text.lines().filter(is_meant).map(|line| format!("{line}\n")).collect()
}
