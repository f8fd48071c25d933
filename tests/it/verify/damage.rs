//! A database that is damaged below the level of records: dangling references on both databases, and on SQLite bytes of
//! the file.

use std::path::Path;

use domain::verify;
use sea_orm::{ConnectionTrait, EntityTrait, Statement};
use store::{
    Database,
    clock::Clock,
    entity::registers::{grower, plot_term},
    seal,
};

use super::{named, unchecked};
use crate::{
    app::{on_postgres, options},
    service::sending_twice::town::Town,
};

#[tokio::test]
async fn a_reference_to_nothing_is_named() {
    let app = Town::filled().await.app;
    let term = plot_term::Entity::find().one(app.database.reader()).await.expect("terms").expect("a term");
    let nobody = if on_postgres() { "gen_random_uuid()" } else { "randomblob(16)" };
    unchecked(&app.url)
        .await
        .execute_unprepared(&format!("UPDATE plot_term SET recorded_by = {nobody}"))
        .await
        .expect("damage");
    let named = named(&app.database).await;
    let begins = if on_postgres() {
        format!("plot_term {}: the row that it refers to in account", term.id)
    } else {
        "plot_term, row ".to_owned()
    };
    assert!(named.iter().any(|line| line.starts_with(&begins) && line.ends_with("is missing")), "{named:?}");
}

/// The positions of a byte within each occurrence of a text in a file, the last one first. Some may be unused, because
/// a page that was split keeps what it moved.
fn places_of(file: &[u8], what: &[u8], byte: usize) -> Vec<usize> {
    let windows = file.windows(what.len()).enumerate().filter(|(_, window)| *window == what);
    let mut places: Vec<usize> = windows.map(|(place, _)| place + byte).collect();
    places.reverse();
    assert!(!places.is_empty(), "it stands in the file");
    places
}

/// How many positions are tried until damage is found.
const MOST_PLACES: usize = 60;

/// The position of an unused byte in a page that its cells do not fill.
fn unused(file: &[u8], page_size: usize) -> usize {
    let number = |at: usize| usize::from(u16::from_be_bytes([file[at], file[at + 1]]));
    let of_page = |page: usize| {
        let start = page * page_size;
        let first = start + 8 + 2 * number(start + 3);
        (file[start] == 0x0d && start + number(start + 5) > first + 16).then_some(first + 8)
    };
    (1..file.len() / page_size).find_map(of_page).expect("a page with room")
}

/// The full contents of a database, table by table.
async fn contents(database: &Database) -> Vec<String> {
    let backend = database.backend();
    let ask =
        async |sql: String| database.reader().query_all_raw(Statement::from_string(backend, sql)).await.expect("rows");
    let mut contents = Vec::new();
    for table in ask("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name".to_owned()).await {
        let table: String = table.try_get_by_index(0).expect("a name");
        let columns =
            ask(format!("SELECT group_concat('quote(\"' || name || '\")', ' || ') FROM pragma_table_info('{table}')"))
                .await;
        let columns: String = columns[0].try_get_by_index(0).expect("columns");
        for row in ask(format!("SELECT {columns} FROM \"{table}\" ORDER BY 1")).await {
            contents.push(row.try_get_by_index(0).expect("a row"));
        }
    }
    contents
}

/// The result for a file with one changed byte.
enum Outcome {
    Found(String),
    Harmless,
    Missed,
}

async fn outcome(file: &Path, whole: &[String]) -> Outcome {
    let url = format!("sqlite://{}", file.display());
    let database = match Database::connect(&options(&url), Clock::System).await {
        Ok(database) => database,
        Err(error) => return Outcome::Found(error.to_string()),
    };
    match verify::verify(&database, |_, _| {}).await {
        Err(error) => Outcome::Found(format!("{error}: {:?}", error.cause)),
        Ok(findings) if findings.differences > 0 => Outcome::Found(findings.named.join("\n")),
        Ok(_) if contents(&database).await == whole => Outcome::Harmless,
        Ok(_) => Outcome::Missed,
    }
}

/// The file of a filled town whose log is sealed, with no other files beside it.
async fn file(folder: &Path) -> (Vec<u8>, Vec<String>, grower::Model) {
    let app = Town::filled().await.app;
    while seal::seal(&app.database).await.expect("seals") > 0 {}
    let copy = folder.join("copy.db");
    app.database.unguarded().execute_unprepared(&format!("VACUUM INTO '{}'", copy.display())).await.expect("a copy");
    let grower = grower::Entity::find().one(app.database.reader()).await.expect("growers").expect("a grower");
    let bytes = std::fs::read(copy).expect("a file");
    (bytes, contents(&app.database).await, grower)
}

#[tokio::test]
async fn a_byte_that_is_another_is_found_or_harmless() {
    if on_postgres() {
        skip!("it damages a SQLite file");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let (bytes, whole, grower) = file(folder.path()).await;
    let page_size = usize::from(u16::from_be_bytes([bytes[16], bytes[17]]));
    let leaf = (1..bytes.len() / page_size).find(|page| bytes[page * page_size] == 0x0d).expect("a leaf") * page_size;
    for (what, places, is_harmless) in [
        ("the file's name of itself", vec![0], false),
        ("the size of its pages", vec![16], false),
        ("a statement that made a table", places_of(&bytes, b"CREATE TABLE sale", 0), false),
        ("the kind of a page", vec![leaf], false),
        ("how many rows a page has", vec![leaf + 4], false),
        ("where a row stands", vec![leaf + 9], false),
        ("the id of a grower", places_of(&bytes, grower.id.as_bytes(), 15), false),
        ("a letter of a name", places_of(&bytes, grower.name.as_bytes(), 1), false),
        ("a day", places_of(&bytes, b"2026-06-11", 9), false),
        ("a figure of a published report", places_of(&bytes, b"\"salesRevenueFen\":", 18), false),
        ("a row of the audit log", places_of(&bytes, b"{\"records\":[{\"kind\"", 14), false),
        ("nothing", vec![unused(&bytes, page_size)], true),
        ("how often the file was changed", vec![27], true),
    ] {
        let mut found = Vec::new();
        for place in places.into_iter().take(MOST_PLACES) {
            let mut damaged = bytes.clone();
            // The first bit, so that a text becomes invalid. For digits the last bit, so that they become other digits.
            damaged[place] ^= if damaged[place].is_ascii_digit() { 0x01 } else { 0x80 };
            let path = folder.path().join(format!("{place}.db"));
            std::fs::write(&path, damaged).expect("a file");
            match outcome(&path, &whole).await {
                Outcome::Found(named) => {
                    found.push(named);
                    break;
                }
                Outcome::Harmless => {}
                Outcome::Missed => panic!("{what}, at {place}: something is other than it was, and nobody noticed"),
            }
        }
        assert_eq!(found.is_empty(), is_harmless, "{what}: {found:?}");
    }
}
