//! Each index is named with the question that needs it. Every write pays for every index of its table, so an index
//! that no question needs is dropped.
//!
//! SQLite's query plan shows that the question uses it. PostgreSQL plans by the number of records, and would scan the
//! few records of a test.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
};

use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;

use crate::{
    access::root_fields::world::World,
    app::{TestApp, on_postgres},
    service::query_plans::plan,
};

/// An index with what needs it.
struct Need {
    index: String,
    why: String,
    /// Who asks for what, if a request uses the index.
    asked: Option<(String, String)>,
}

/// What `indexes.txt` says. A line that is indented continues the one before.
fn needs() -> Vec<Need> {
    let mut needs: Vec<Need> = Vec::new();
    for line in include_str!("indexes.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let text = line.trim_start();
        let halves = || text.split_once(": ").map(|(first, second)| (first.to_owned(), second.to_owned()));
        if text == line {
            let (index, why) = halves().expect("an index and why");
            needs.push(Need { index, why, asked: None });
            continue;
        }
        let need = needs.last_mut().expect("an index before its question");
        match &mut need.asked {
            Some((_, request)) => *request = format!("{request} {text}"),
            none => *none = Some(halves().expect("an actor and a request")),
        }
    }
    needs
}

/// The indexes of the migrated database. Those of primary keys and UNIQUE constraints belong to their constraints.
async fn indexes(app: &TestApp) -> BTreeSet<String> {
    let sql = if on_postgres() {
        "SELECT indexname AS name FROM pg_indexes WHERE schemaname = current_schema() \
         AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = format('%I', indexname)::regclass)"
    } else {
        "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    };
    let reader = app.database.reader();
    let rows = reader.query_all_raw(Statement::from_string(app.database.backend(), sql)).await.expect("indexes");
    rows.iter().map(|row| row.try_get("", "name").expect("a name")).collect()
}

#[tokio::test]
async fn each_index_is_named_with_the_question_that_needs_it() {
    let app = TestApp::new().await;
    let named: BTreeSet<String> = needs().into_iter().map(|need| need.index).collect();
    assert_eq!(named.len(), needs().len(), "an index is named once");
    let indexes = indexes(&app).await;
    let differences: Vec<_> = indexes.symmetric_difference(&named).collect();
    assert!(differences.is_empty(), "not in indexes.txt, or not in the database: {differences:?}");
}

#[tokio::test]
async fn the_question_of_an_index_uses_it() {
    if on_postgres() {
        skip!("SQLite's query plan shows it");
    }
    let world = World::new().await;
    let statements: Arc<Mutex<Vec<Statement>>> = Arc::default();
    let seen = statements.clone();
    let observed = world.app.observed(move |statement| seen.lock().expect("a lock").push(statement.clone()));
    let mut faults = Vec::new();
    for Need { index, why, asked } in needs() {
        let Some((actor, request)) = asked else { continue };
        statements.lock().expect("a lock").clear();
        observed.again(world.actor(&actor)).send(&world.named(&request), json!({})).await;
        let sent = std::mem::take(&mut *statements.lock().expect("a lock"));
        let mut steps: Vec<String> = Vec::new();
        for statement in sent {
            steps.extend(plan(&world.app, statement).await);
        }
        if !steps.iter().any(|step| step.split_whitespace().any(|word| word == index)) {
            faults.push(format!("{index}: {why}, for {actor}: {request}\n{steps:#?}"));
        }
    }
    assert!(faults.is_empty(), "{} indexes are not used by their questions:\n{}", faults.len(), faults.join("\n"));
}
