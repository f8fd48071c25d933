//! The tables that the migrations create, and how those of one version become those of the next.

mod dump;
mod steps;
pub mod town;

use std::collections::BTreeSet;

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use store::{Database, clock::Clock};

use crate::app::{TestApp, on_postgres, options};

/// The texts that a query of the catalogue returns in its column `name`.
async fn texts(database: &Database, sql: &str) -> Vec<String> {
    let rows = database.reader().query_all_raw(Statement::from_string(database.backend(), sql)).await.expect("rows");
    rows.iter().map(|row| row.try_get("", "name").expect("a text")).collect()
}

/// Constraints and indexes, each as its table and its name. A primary key is identified by its table.
async fn names(database: &Database) -> BTreeSet<(String, String)> {
    let with_table = if database.backend() == DbBackend::Postgres {
        "SELECT conrelid::regclass::text || ' ' || conname AS name FROM pg_constraint \
             WHERE connamespace = current_schema()::regnamespace AND contype IN ('c', 'f', 'u') \
         UNION SELECT tablename || ' ' || indexname FROM pg_indexes WHERE schemaname = current_schema() \
             AND NOT EXISTS (SELECT FROM pg_constraint WHERE contype = 'p' AND conindid = format('%I', indexname)::regclass)"
    } else {
        "SELECT tbl_name || ' ' || name AS name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    };
    let found = texts(database, with_table).await;
    let found = found.iter().map(|name| name.split_once(' ').expect("a table and a name"));
    let found = found.map(|(table, name)| (table.to_owned(), name.to_owned()));
    let embedded = embedded_constraints(database).await;
    found.chain(embedded.into_iter().map(|(table, constraint)| (table, constraint.name))).collect()
}

/// Everything in the catalogue: columns, constraints and indexes with their definitions, whatever the order of the
/// columns.
async fn catalogue(database: &Database) -> BTreeSet<String> {
    let all = if database.backend() == DbBackend::Postgres {
        "SELECT table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || COALESCE(column_default, '') AS name \
             FROM information_schema.columns WHERE table_schema = current_schema() \
         UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint \
             WHERE connamespace = current_schema()::regnamespace \
         UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema()"
    } else {
        "SELECT made.name || ' ' || columns.name || ' ' || type || ' ' || \"notnull\" || ' ' || COALESCE(dflt_value, '') || ' ' || pk AS name \
             FROM (SELECT name FROM sqlite_master WHERE type = 'table') AS made, pragma_table_info(made.name) AS columns \
         UNION ALL SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    };
    let embedded = embedded_constraints(database).await;
    let constraints =
        embedded.into_iter().map(|(table, constraint)| format!("{table} {} {}", constraint.name, constraint.text));
    texts(database, all).await.into_iter().chain(constraints).collect()
}

/// A constraint in the text of a table.
struct Constraint {
    name: String,
    text: String,
}

/// The constraints that SQLite stores only as text, with their tables. Those of the migration library's own table are
/// skipped.
async fn embedded_constraints(database: &Database) -> Vec<(String, Constraint)> {
    if database.backend() == DbBackend::Postgres {
        return Vec::new();
    }
    let mut found = Vec::new();
    for table in
        texts(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'seaql_migrations'").await
    {
        let made = texts(
            database,
            &format!("SELECT sql AS name FROM sqlite_master WHERE type = 'table' AND name = '{table}'"),
        )
        .await;
        found.extend(constraints(&made[0]).into_iter().map(|constraint| (table.clone(), constraint)));
    }
    found
}

/// The constraints in the text of a table. Panics if one has no name.
fn constraints(sql: &str) -> Vec<Constraint> {
    let without_comments: Vec<_> = sql.lines().map(|line| line.split("--").next().unwrap_or_default()).collect();
    let spaced = without_comments.join(" ").replace('(', " ( ").replace(')', " ) ").replace(',', " , ");
    let words: Vec<_> = spaced.split_whitespace().collect();
    let begins =
        |(place, word): (usize, &&str)| ["CHECK", "UNIQUE", "REFERENCES", "FOREIGN"].contains(word).then_some(place);
    let constraint = |place: usize| match place.checked_sub(2).map(|before| &words[before..place]) {
        Some(["CONSTRAINT", name]) => Constraint { name: (*name).to_owned(), text: condition(&words[place..]) },
        _ => panic!(
            "a constraint without a name: {}",
            words[place.saturating_sub(6)..(place + 6).min(words.len())].join(" ")
        ),
    };
    words.iter().enumerate().filter_map(begins).map(constraint).collect()
}

/// The definition of a constraint: its first word, the table that it refers to, and the text in brackets.
fn condition(words: &[&str]) -> String {
    let head = if words[0] == "REFERENCES" { 2 } else { 1 };
    let mut depth = 0;
    let ends = |word: &&str| {
        depth += i32::from(**word == *"(") - i32::from(**word == *")");
        depth == 0
    };
    let in_brackets = words[head..].iter().position(ends).unwrap_or_default();
    let end = if words.get(head) == Some(&"(") { head + in_brackets + 1 } else { head };
    words[..end].join(" ")
}

#[tokio::test]
async fn every_constraint_and_index_is_named_by_its_table_and_what_it_holds() {
    let app = TestApp::new().await;
    let names = names(&app.database).await;
    assert!(names.len() > 400, "{} constraints and indexes", names.len());
    for (table, name) in &names {
        assert!(name.starts_with(&format!("{table}_")), "{name} of {table}");
        // PostgreSQL ends the names that it generates like this.
        let bare = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
        assert!(
            !["_check", "_key", "_fkey", "_idx"].iter().any(|end| bare.ends_with(end)),
            "{name} was not named by us"
        );
    }
    let distinct: BTreeSet<_> = names.iter().map(|(_, name)| name).collect();
    assert_eq!(distinct.len(), names.len(), "a name stands for one thing");
}

#[tokio::test]
async fn both_databases_have_the_same_constraints_and_indexes() {
    if !on_postgres() {
        skip!("it compares PostgreSQL with SQLite, and these tests run on SQLite alone");
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
