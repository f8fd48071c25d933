//! The layer rule of docs/ARCHITECTURE.md, checked on the text of the tree: who may call whom is stated as what is absent.

use std::{
    fs,
    path::{Path, PathBuf},
};

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a source file");
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has no source");
    found
}

/// The files of a layer that hold one of these texts outside comments.
fn offenders(folder: &str, absent: &[&str]) -> Vec<String> {
    let mut offenders = Vec::new();
    for (path, text) in sources(folder) {
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for word in absent.iter().filter(|word| code.contains(**word)) {
                offenders.push(format!("{}:{}: {word}", path.display(), number + 1));
            }
        }
    }
    offenders
}

fn absent(folder: &str, words: &[&str]) {
    assert_eq!(offenders(folder, words), Vec::<String>::new(), "src/{folder} names what it must not");
}

#[test]
fn types_know_no_other_layer() {
    absent(
        "types",
        &["crate::entity", "crate::db", "crate::domain", "crate::api", "crate::http", "crate::error", "axum", "SimpleObject", "#[Object"],
    );
}

#[test]
fn entities_know_only_types() {
    absent("entity", &["crate::db", "crate::domain", "crate::api", "crate::http", "crate::error", "async_graphql", "axum"]);
}

#[test]
fn the_database_layer_knows_neither_rules_nor_transport() {
    absent("db", &["crate::domain", "crate::api", "crate::http", "async_graphql", "axum"]);
}

#[test]
fn the_domain_knows_neither_graphql_nor_http() {
    absent("domain", &["crate::api", "crate::http", "async_graphql", "axum"]);
}

#[test]
fn the_api_names_no_query_and_no_active_model() {
    absent(
        "api",
        &[
            "crate::http",
            "axum",
            "ActiveModel",
            "Entity::find",
            "ColumnTrait",
            "QueryFilter",
            "QuerySelect",
            "ConnectionTrait",
            "Statement",
        ],
    );
}

#[test]
fn http_names_no_entity() {
    absent("http", &["crate::entity", "ActiveModel", "Entity::"]);
}

/// So that nobody's name becomes a script: only the pages write HTML, and what they do not escape is their own.
#[test]
fn pages_escape_what_people_wrote() {
    for folder in ["types", "entity", "db", "domain", "api"] {
        absent(folder, &["maud"]);
    }
    let unescaped = offenders("http", &["PreEscaped("]);
    let own = ["PreEscaped(sheet.style)", "PreEscaped(svg)"];
    for (path, text) in sources("http") {
        let written = own.iter().map(|own| text.matches(own).count()).sum::<usize>();
        assert_eq!(text.matches("PreEscaped(").count(), written, "{}: {unescaped:?}", path.display());
    }
}

#[test]
fn only_the_database_layer_speaks_a_dialect() {
    for folder in ["types", "entity", "domain", "api", "http"] {
        absent(folder, &["DbBackend", "execute_raw", "query_all_raw", "query_one_raw", "Statement::from"]);
    }
}

/// Whether something is taken already is decided by its constraint; what is wrong with the database itself is told apart in one file.
#[test]
fn no_error_is_recognised_by_a_database_code() {
    let codes = ["SqlxError(sqlx::Error::Database", ".code()", "23505", "2067"];
    for folder in ["domain", "api", "http"] {
        absent(folder, &codes);
    }
    let elsewhere: Vec<String> = offenders("db", &codes).into_iter().filter(|place| !place.contains("failure.rs")).collect();
    assert_eq!(elsewhere, Vec::<String>::new());
}

#[test]
fn files_stay_readable() {
    let long: Vec<String> = sources("")
        .into_iter()
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > 520)
        .map(|(path, lines)| format!("{} has {lines} lines", path.display()))
        .collect();
    assert_eq!(long, Vec::<String>::new());
}
