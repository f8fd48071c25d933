//! The tables that the migrations make: each constraint has a name of ours, by which a later step can change it.

use std::collections::BTreeSet;

use lihua::{clock::Clock, db::Database};
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::app::{TestApp, on_postgres, options};

/// Constraints and indexes, each as its table and its name. A primary key is known by its table.
async fn names(database: &Database) -> BTreeSet<(String, String)> {
    if database.backend() == DbBackend::Postgres {
        let constraints = "SELECT conrelid::regclass::text AS of_table, conname AS name FROM pg_constraint \
             WHERE connamespace = current_schema()::regnamespace AND contype IN ('c', 'f', 'u')";
        let indexes = "SELECT tablename AS of_table, indexname AS name FROM pg_indexes WHERE schemaname = current_schema() \
             AND NOT EXISTS (SELECT FROM pg_constraint WHERE contype = 'p' AND conindid = format('%I', indexname)::regclass)";
        return ask(database, &format!("{constraints} UNION {indexes}")).await;
    }
    let indexes = ask(database, "SELECT tbl_name AS of_table, name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").await;
    let tables = ask(database, "SELECT sql AS of_table, name FROM sqlite_master WHERE type = 'table' AND name <> 'seaql_migrations'").await;
    let constraints = tables.iter().flat_map(|(sql, table)| constraints(sql).into_iter().map(|name| (table.clone(), name)));
    constraints.chain(indexes).collect()
}

async fn ask(database: &Database, sql: &str) -> BTreeSet<(String, String)> {
    let rows = database.reader().query_all_raw(Statement::from_string(database.backend(), sql)).await.expect("the catalogue");
    rows.iter().map(|row| (row.try_get("", "of_table").expect("a table"), row.try_get("", "name").expect("a name"))).collect()
}

/// The names of the constraints in a table's text. One without a name fails.
fn constraints(sql: &str) -> Vec<String> {
    let without_comments: Vec<_> = sql.lines().map(|line| line.split("--").next().unwrap_or_default()).collect();
    let spaced = without_comments.join(" ").replace('(', " ( ").replace(')', " ) ").replace(',', " , ");
    let words: Vec<_> = spaced.split_whitespace().collect();
    let begins = |(place, word): (usize, &&str)| ["CHECK", "UNIQUE", "REFERENCES", "FOREIGN"].contains(word).then_some(place);
    let name = |place: usize| match place.checked_sub(2).map(|before| &words[before..place]) {
        Some(["CONSTRAINT", name]) => (*name).to_owned(),
        _ => panic!("a constraint without a name: {}", words[place.saturating_sub(6)..(place + 6).min(words.len())].join(" ")),
    };
    words.iter().enumerate().filter_map(begins).map(name).collect()
}

#[tokio::test]
async fn every_constraint_and_index_is_named_by_its_table_and_what_it_holds() {
    let app = TestApp::new().await;
    let names = names(&app.database).await;
    assert!(names.len() > 400, "{} constraints and indexes", names.len());
    for (table, name) in &names {
        assert!(name.starts_with(&format!("{table}_")), "{name} of {table}");
        // So PostgreSQL ends the names that it makes up.
        let bare = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
        assert!(!["_check", "_key", "_fkey", "_idx"].iter().any(|end| bare.ends_with(end)), "{name} was not named by us");
    }
    let distinct: BTreeSet<_> = names.iter().map(|(_, name)| name).collect();
    assert_eq!(distinct.len(), names.len(), "a name stands for one thing");
}

#[tokio::test]
async fn both_databases_have_the_same_constraints_and_indexes() {
    if !on_postgres() {
        println!("skipped: it compares PostgreSQL with SQLite, and these tests run on SQLite alone");
        return;
    }
    let app = TestApp::new().await;
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite://{}", folder.path().join("lihua.db").display());
    let embedded = Database::connect(&options(&url), Clock::System).await.expect("the database");
    embedded.migrate().await.expect("migrations");
    assert_eq!(names(&app.database).await, names(&embedded).await);
}

#[test]
#[should_panic(expected = "a constraint without a name")]
fn a_constraint_without_a_name_would_be_noticed() {
    constraints("CREATE TABLE pear (id UUID PRIMARY KEY, weight_g BIGINT NOT NULL CHECK (weight_g > 0))");
}
