//! Records of which there will be millions are found by the index intended for them. SQLite's query plan shows that.
//! PostgreSQL plans by the number of records, and would scan the few records of a test.

use std::sync::{Arc, Mutex};

use sea_orm::{ConnectionTrait, Statement};

use crate::{
    app::{Client, TOWN, TestApp, on_postgres},
    presales::preorders::{claim, town},
};

/// The steps of SQLite's plan for a statement. Rows are inserted without a plan, several statements at once, of which
/// EXPLAIN would execute all but the first.
pub async fn plan(app: &TestApp, statement: Statement) -> Vec<String> {
    let Statement { sql, values, db_backend } = statement;
    if sql.starts_with("INSERT") {
        return Vec::new();
    }
    let explained = Statement { sql: format!("EXPLAIN QUERY PLAN {sql}"), values, db_backend };
    let rows = app.database.unguarded().query_all_raw(explained).await.expect("a plan");
    rows.iter().map(|row| row.try_get("", "detail").expect("a step")).collect()
}

/// The steps of SQLite's plan on a table for what a client does.
async fn steps(app: &TestApp, client: &Client, table: &str, something: impl AsyncFnOnce(&Client)) -> Vec<String> {
    let statements = Arc::new(Mutex::new(Vec::new()));
    let seen = statements.clone();
    let observed = app.observed(move |statement| seen.lock().expect("a lock").push(statement.clone()));
    something(&observed.again(client)).await;
    let statements = std::mem::take(&mut *statements.lock().expect("a lock"));
    let mut steps = Vec::new();
    for statement in statements {
        let of_table = |step: &String| step.split_whitespace().any(|word| word == table);
        steps.extend(plan(app, statement).await.into_iter().filter(of_table));
    }
    steps
}

#[tokio::test]
async fn a_report_finds_what_was_recorded_since_by_its_instant() {
    if on_postgres() {
        skip!("SQLite's query plan shows it");
    }
    let app = TestApp::new().await;
    let official = app.official_of(TOWN).await;
    let steps = steps(&app, &official, "ledger_entry", async |official| {
        official.ask(&format!("{{ townReport(regionCode: \"{TOWN}\", year: 2026) {{ visitors }} }}")).await;
    })
    .await;
    assert!(steps.len() >= 5, "{steps:?}");
    assert!(steps.iter().all(|step| step.contains("INDEX ledger_entry_recorded")), "{steps:?}");
}

#[tokio::test]
async fn placing_never_counts_through_all_who_wait() {
    if on_postgres() {
        skip!("SQLite's query plan shows it");
    }
    let (app, _, offer) = town(serde_json::json!({})).await;
    let visitor = app.visitor();
    let mut steps = steps(&app, &visitor, "preorder", async |visitor| {
        visitor.change("placePreorder", claim(&offer, "1"), "preorder { code }").await;
    })
    .await;
    steps.sort();
    assert_eq!(
        steps,
        [
            "SEARCH preorder USING COVERING INDEX preorder_unpaid (offer_id=? AND buyer_phone=?)",
            "SEARCH preorder USING COVERING INDEX sqlite_autoindex_preorder_2 (code=?)",
            "SEARCH preorder USING INDEX preorder_hold (offer_id=? AND status=? AND hold_until<?)",
        ]
    );
}

/// Whatever the number of records, the kind of an id is found by a primary key search in each table.
#[tokio::test]
async fn what_an_id_is_of_is_found_by_primary_keys() {
    if on_postgres() {
        skip!("SQLite's query plan shows it");
    }
    let app = TestApp::new().await;
    let official = app.official_of(TOWN).await;
    for table in [
        "audit_entry",
        "harvest_lot",
        "intake",
        "ledger_entry",
        "preorder",
        "preorder_payment",
        "production_batch",
        "sale",
    ] {
        let steps = steps(&app, &official, table, async |official| {
            official.send("{ node(id: \"0190f3c4-8f3a-7c55-9d0e-0123456789ab\") { id } }", serde_json::json!({})).await;
        })
        .await;
        assert!(
            !steps.is_empty() && steps.iter().all(|step| step.starts_with("SEARCH") && step.contains("(id=?)")),
            "{table}: {steps:?}"
        );
    }
}
