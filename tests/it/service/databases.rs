//! The program and its database: who creates it, what is left of it on the disk, and how an unusable one is reported.

use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader, Read},
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Child, Command, Stdio},
};

use sea_orm::{ConnectionTrait, TransactionTrait};
use store::{bulk, clock::Clock};

use crate::{
    app::{TestApp, empty_postgres, on_postgres, options},
    service::program::{migrate, program, run, said},
};

/// Commands that work on a database while servers run on it.
const BESIDE: [&[&str]; 4] = [&["verify"], &["account", "list"], &["certificates", "remove", "--dry-run"], &["demo"]];
/// The same while nobody else uses the database. It would follow `demo` in vain.
const ALONE: &[&str] = &["demo", "--sales", "1000"];

/// Starts a server, and returns it with its first lines of output, without the addresses.
fn serve(folder: &Path, url: &str, lines: usize) -> (Child, Vec<String>) {
    let mut server = program(folder, url, &["serve"]).stdout(Stdio::piped()).spawn().expect("the server");
    let output = BufReader::new(server.stdout.as_mut().expect("its output"));
    let said = output.lines().take(lines).map(|line| line.expect("a line")).collect();
    (server, said)
}

fn stop(mut server: Child) {
    assert!(Command::new("kill").arg(server.id().to_string()).status().expect("a signal").success());
    assert!(server.wait().expect("an end").success());
}

fn files(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name")).collect()
}

fn mode(path: &Path) -> u32 {
    path.metadata().expect("a file").permissions().mode() & 0o777
}

#[tokio::test]
async fn only_serve_and_migrate_make_a_database() {
    let folder = tempfile::tempdir().expect("a folder");
    let (url, message) = match std::env::var("TEST_DATABASE_URL") {
        Ok(cluster) => (empty_postgres(&cluster).await, "it has no tables yet"),
        Err(_) => ("sqlite://town/lihua.db".to_owned(), "there is no such file"),
    };
    for command in BESIDE.into_iter().chain([ALONE]) {
        let output = run(program(folder.path(), &url, command), "");
        assert!(!output.status.success() && said(&output).contains(message), "{command:?}: {}", said(&output));
        assert!(said(&output).contains("`lihua migrate`"), "what to do: {}", said(&output));
        assert_eq!(files(folder.path()), BTreeSet::new(), "nothing is made");
    }
    migrate(folder.path(), &url);
    for command in BESIDE {
        let output = run(program(folder.path(), &url, command), "");
        assert!(output.status.success(), "{command:?}: {}", said(&output));
    }
}

#[tokio::test]
async fn every_command_names_its_database_and_hides_the_password() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = TestApp::new().await;
    let name = options(&app.url).name();
    assert!(!on_postgres() || name.starts_with("postgres://"), "{name}");
    for command in BESIDE.into_iter().chain([ALONE, &["migrate"][..]]) {
        let output = run(program(folder.path(), &app.url, command), "");
        assert!(said(&output).contains(&name), "{command:?}: {}", said(&output));
    }
    let nowhere = "postgres://lihua:secret@127.0.0.1:1/town";
    for command in BESIDE.into_iter().chain([ALONE, &["migrate"][..], &["serve"]]) {
        let output = run(program(folder.path(), nowhere, command), "");
        let said = said(&output);
        assert!(!output.status.success() && said.contains("postgres://lihua@127.0.0.1:1/town"), "{command:?}: {said}");
        assert!(said.contains("PostgreSQL cannot be reached") && !said.contains("secret"), "{command:?}: {said}");
    }
}

#[tokio::test]
async fn an_empty_town_says_how_the_first_account_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = TestApp::new().await;
    let (server, said) = serve(folder.path(), &app.url, 3);
    assert!(said[1].contains(&options(&app.url).name()), "{said:?}");
    assert!(said[2].contains("lihua account create") && said[2].contains("--role admin"), "{said:?}");
    stop(server);
    app.admin().await;
    let (mut server, said) = serve(folder.path(), &app.url, 2);
    assert!(said[1].contains(&options(&app.url).name()), "{said:?}");
    let mut output = server.stdout.take().expect("its output");
    stop(server);
    let mut rest = String::new();
    output.read_to_string(&mut rest).expect("text");
    assert_eq!(rest, "", "a town with an account is told nothing");
}

#[tokio::test]
async fn tables_of_another_version_are_refused_with_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    for (change, message) in [
        ("DELETE FROM seaql_migrations WHERE version = '0015_sale_returns'", "with `lihua migrate` first"),
        ("INSERT INTO seaql_migrations VALUES ('9999_next', 0)", "use the program that brought them up to date"),
        (
            "UPDATE seaql_migrations SET version = '0001_registers' WHERE version = '0001_baseline'",
            "a release before 0.2.0, which cannot be migrated",
        ),
    ] {
        let app = TestApp::new().await;
        app.database.unguarded().execute_unprepared(change).await.expect("another version");
        for command in BESIDE {
            let output = run(program(folder.path(), &app.url, command), "");
            assert!(!output.status.success() && said(&output).contains(message), "{command:?}: {}", said(&output));
            assert!(said(&output).contains(&options(&app.url).name()), "{command:?}: {}", said(&output));
        }
    }
}

#[test]
fn files_are_their_users_alone_and_a_stopped_town_is_one() {
    if on_postgres() {
        skip!("it is about SQLite's files, and these tests run on PostgreSQL");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let town = folder.path().join("new/town");
    let (server, _) = serve(folder.path(), "sqlite://new/town/lihua.db", 1);
    let (file, log, shared) = ("lihua.db".to_owned(), "lihua.db-wal".to_owned(), "lihua.db-shm".to_owned());
    assert_eq!(files(&town), BTreeSet::from([file.clone(), log.clone(), shared.clone()]));
    for name in [&file, &log, &shared] {
        assert_eq!(mode(&town.join(name)), 0o600, "{name}");
    }
    assert_eq!((mode(&folder.path().join("new")), mode(&town)), (0o700, 0o700));
    let create = ["account", "create", "--username", "root", "--role", "admin"];
    assert!(
        run(program(folder.path(), "sqlite://new/town/lihua.db", &create), "a long password of pears").status.success()
    );
    stop(server);
    assert_eq!(files(&town), BTreeSet::from([file.clone()]), "the log is folded in");
    let output = run(program(folder.path(), "sqlite://new/town/lihua.db", &["account", "list"]), "");
    assert!(said(&output).contains("root"), "{}", said(&output));
    assert_eq!(files(&town), BTreeSet::from([file]), "a command leaves one file, too");
}

#[tokio::test]
async fn the_log_shrinks_when_an_old_snapshot_has_ended() {
    const LIMIT: u64 = 16 * 1024 * 1024;
    if on_postgres() {
        skip!("it is about SQLite's files, and these tests run on PostgreSQL");
    }
    let app = TestApp::new().await;
    let log = format!("{}-wal", options(&app.url).name());
    let length = || std::fs::metadata(&log).expect("the log").len();
    let foreign = sea_orm::Database::connect(&app.url).await.expect("a connection");
    let snapshot = foreign.begin().await.expect("a snapshot");
    snapshot
        .query_one_raw(sea_orm::Statement::from_string(app.database.backend(), "SELECT 1 FROM region"))
        .await
        .expect("a row");
    let write = async |sql: &'static str| {
        let written = app.database.write(async move |txn| Ok(txn.ruin(sql).await?)).await;
        written.expect("written");
    };
    write("CREATE TABLE large (content BLOB)").await;
    write("INSERT INTO large VALUES (randomblob(24000000))").await;
    assert!(length() > LIMIT, "the snapshot keeps the log from being folded in");
    snapshot.rollback().await.expect("ended");
    foreign.close().await.expect("closed");
    // The first write checkpoints the log, the second restarts it. Each must change a row, because an unchanged row
    // would not be written.
    write("UPDATE installation SET is_demo = TRUE").await;
    write("UPDATE installation SET is_demo = FALSE").await;
    assert!(length() <= LIMIT, "{} bytes", length());
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_by_name() {
    if on_postgres() {
        skip!("it is about SQLite's files, and these tests run on PostgreSQL");
    }
    let folder = tempfile::tempdir().expect("a folder");
    migrate(folder.path(), "sqlite://whole.db");
    let whole = std::fs::read(folder.path().join("whole.db")).expect("a database");
    let other = of_another_program(folder.path()).await;
    for (name, content, message) in [
        ("letter.db", b"Dear pears,\n".repeat(1000), "no SQLite database, or it is damaged"),
        ("note.db", b"pears".to_vec(), "no SQLite database, or it is damaged"),
        ("half.db", whole[..whole.len() / 2].to_vec(), "no SQLite database, or it is damaged"),
        ("header.db", whole[..100].to_vec(), "no SQLite database, or it is damaged"),
        ("zeroed.db", [&whole[..100], &vec![0; whole.len() - 100]].concat(), "no SQLite database, or it is damaged"),
        ("other.db", other, "belong to another program"),
    ] {
        std::fs::write(folder.path().join(name), &content).expect("a file");
        for command in [&["serve"][..], &["migrate"], &["verify"], &["account", "list"]] {
            let output = run(program(folder.path(), &format!("sqlite://{name}"), command), "");
            let said = said(&output);
            assert!(!output.status.success(), "{name} {command:?}: {said}");
            assert!(
                said.contains(name) && said.contains(message) && !said.contains("panicked"),
                "{name} {command:?}: {said}"
            );
        }
    }
}

/// A database file of another program.
async fn of_another_program(folder: &Path) -> Vec<u8> {
    let path = folder.join("made.db");
    let url = format!("sqlite://{}", path.display());
    let database = bulk::connect(&options(&url), Clock::System).await.expect("a database");
    database.unguarded().execute_unprepared("CREATE TABLE contacts (name TEXT)").await.expect("a table");
    database.close().await.expect("closed");
    std::fs::read(path).expect("a file")
}
