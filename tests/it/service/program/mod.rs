//! The program itself: its commands, its settings, and what remains when it is killed.

mod killed;
mod new_town;

use std::{
    io::{BufRead, BufReader, Write},
    process::{Child, Command, Output, Stdio},
};

use serde_json::{Value, json};

use crate::app::{TestApp, VILLAGE, empty_postgres, empty_town, fresh_database, on_postgres, options, text};

/// The program with only the settings given here, in a folder of its own, so that no `.env` is found.
pub fn program(folder: &std::path::Path, database_url: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lihua"));
    command
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("DATABASE_URL", database_url)
        .env("LISTEN", "127.0.0.1:0");
    command
}

pub fn run(mut command: Command, input: &str) -> Output {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program");
    child.stdin.take().expect("standard input").write_all(input.as_bytes()).expect("written");
    child.wait_with_output().expect("its output")
}

pub fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Creates the tables, as only `serve` and `migrate` do.
pub fn migrate(folder: &std::path::Path, database_url: &str) {
    let output = run(program(folder, database_url, &["migrate"]), "");
    assert!(output.status.success(), "{}", said(&output));
}

/// A server that is killed when it is dropped.
pub struct Server {
    child: Child,
    url: String,
}

impl Server {
    fn start(folder: &std::path::Path, database_url: &str) -> Self {
        Self::start_with(folder, database_url, &[])
    }

    pub fn start_with(folder: &std::path::Path, database_url: &str, settings: &[(&str, &str)]) -> Self {
        let mut command = program(folder, database_url, &["serve"]);
        let mut child = command.envs(settings.iter().copied()).stdout(Stdio::piped()).spawn().expect("the server");
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().expect("standard output")).read_line(&mut line).expect("its first line");
        let start = line.find("http://").unwrap_or_else(|| panic!("an address, not {line:?}"));
        let url = line[start..].split_whitespace().next().expect("an address").to_owned();
        Self { child, url }
    }

    fn send(&self, token: Option<&str>, query: &str, variables: Value) -> Result<Value, ureq::Error> {
        let mut request = ureq::post(&self.url);
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        request.send_json(json!({"query": query, "variables": variables}))?.body_mut().read_json()
    }

    fn sign_in(&self, username: &str, password: &str) -> String {
        let query = "mutation($input: SignInInput!) { signIn(input: $input) { token } }";
        let answer =
            self.send(None, query, json!({"input": {"username": username, "password": password}})).expect("an answer");
        text(&answer["data"]["signIn"]["token"])
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("gone");
    }
}

/// Creates a clerk's account in an empty town.
fn create_clerk(folder: &std::path::Path, url: &str) {
    let arguments = ["account", "create", "--username", "wang", "--role", "clerk", "--region", VILLAGE];
    let output = run(program(folder, url, &arguments), "correct horse\n");
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn a_mistyped_path_is_no_database_that_agrees() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = run(program(folder.path(), "sqlite://backup/lihua.db", &["verify"]), "");
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0, "nothing is made");
}

#[tokio::test]
async fn verify_fails_where_something_disagrees() {
    let folder = tempfile::tempdir().expect("a folder");
    let (url, _keep) = empty_town().await;
    create_clerk(folder.path(), &url);
    assert!(run(program(folder.path(), &url, &["verify"]), "").status.success());
    let database = store::Database::connect(&options(&url), store::clock::Clock::System).await.expect("the database");
    let sql =
        "INSERT INTO daily_total VALUES ('SALE', '2024-08-01', '50', '', '', 0, '', '', '', '', '', 0, 1, 1, 1, 0, 1)";
    sea_orm::ConnectionTrait::execute_unprepared(database.unguarded(), sql).await.expect("tampered");
    let output = run(program(folder.path(), &url, &["verify"]), "");
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("daily_total"), "{}", said(&output));
}

#[tokio::test]
async fn accounts_are_created_with_what_their_role_needs() {
    let folder = tempfile::tempdir().expect("a folder");
    let (url, _keep) = empty_town().await;
    for (arguments, password, expected) in [
        (vec!["--username", "Wang Ming", "--role", "admin"], "correct horse", "--username"),
        (vec!["--username", "wang", "--role", "king"], "correct horse", "--role"),
        (vec!["--username", "wang", "--role", "admin"], "short", "10 to 128"),
        (vec!["--username", "wang", "--role", "admin"], "", "10 to 128"),
        (vec!["--username", "wang", "--role", "admin"], "basketball", "the password is too easy to guess"),
        (vec!["--username", "wang-ming", "--role", "admin"], "wang-mingwang-ming", "the password is the user name"),
        (vec!["--username", "wang", "--role", "clerk"], "correct horse", "--region"),
        (vec!["--username", "wang", "--role", "clerk", "--region", "999"], "correct horse", "--region"),
        (vec!["--username", "wang", "--role", "plant-operator"], "correct horse", "--plant"),
        (vec!["--username", "wang", "--role", "grower"], "correct horse", "--grower"),
        (vec!["--username", "wang", "--role", "buyer", "--plant", "x"], "correct horse", "--plant"),
    ] {
        let arguments: Vec<_> = ["account", "create"].into_iter().chain(arguments).collect();
        let output = run(program(folder.path(), &url, &arguments), password);
        assert!(!output.status.success(), "{arguments:?}");
        assert!(said(&output).contains(expected), "{arguments:?}: {}", said(&output));
    }
    let create = ["account", "create", "--username", "root", "--role", "ADMIN"];
    assert!(run(program(folder.path(), &url, &create), "correct horse").status.success());
    let twice = run(program(folder.path(), &url, &create), "correct horse");
    assert!(!twice.status.success() && said(&twice).contains("--username"), "{}", said(&twice));
    let server = Server::start(folder.path(), &url);
    let token = server.sign_in("root", "correct horse");
    let me = server.send(Some(&token), "{ me { username role } }", json!({})).expect("an answer");
    assert_eq!(me["data"]["me"], json!({"username": "root", "role": "ADMIN"}));
}

#[test]
fn a_malformed_setting_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    for (variable, value) in
        [("DATABASE_URL", "mysql://host/db"), ("LISTEN", "everywhere"), ("SESSION_HOURS", "0"), ("LOG", "===")]
    {
        let output = run(
            {
                let mut command = program(folder.path(), "sqlite::memory:", &["migrate"]);
                command.env(variable, value);
                command
            },
            "",
        );
        assert!(!output.status.success(), "{variable}={value}");
        assert!(said(&output).contains(variable), "{variable}={value}: {}", said(&output));
    }
    std::fs::write(folder.path().join(".env"), "SESSION_HOURS=never\n").expect("a file");
    let output = run(program(folder.path(), "sqlite::memory:", &["migrate"]), "");
    assert!(said(&output).contains("SESSION_HOURS"), "the file .env is read: {}", said(&output));
}

#[test]
fn an_unknown_name_in_the_file_of_settings_is_reported() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join(".env"), "SESION_HOURS=5\nTZ=Asia/Shanghai\nSOCKETS=10\n# FEDS=1\n")
        .expect("a file");
    let mut command = program(folder.path(), "sqlite::memory:", &["migrate"]);
    let output = run(
        {
            command.env("LISTN", "127.0.0.1:1");
            command
        },
        "",
    );
    assert!(output.status.success(), "{}", said(&output));
    let warnings: Vec<_> = said(&output).lines().filter(|line| line.contains("in .env")).map(str::to_owned).collect();
    assert_eq!(warnings.len(), 2, "{warnings:?}");
    assert!(
        warnings[0].contains("WARN")
            && warnings[0].contains("SESION_HOURS in .env is not a setting; SESSION_HOURS is one"),
        "{warnings:?}"
    );
    assert!(warnings[1].contains("TZ in .env is not a setting"), "{warnings:?}");
    assert!(!said(&output).contains("LISTN"), "the environment is full of other programs' names: {}", said(&output));
}

#[tokio::test]
async fn certificates_are_removed_when_somebody_asks_for_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = TestApp::new().await;
    app.set_time("2024-01-10T04:00:00Z");
    let clerk = app.clerk().await;
    let plot = clerk.register_plot(&clerk.register_grower("王桂英", VILLAGE).await, VILLAGE, "10", 2020).await;
    let lot = clerk.record_harvest(&plot, "2023-08-01", "500").await;
    clerk.certify(json!({"lotId": lot, "basis": "SELF_PLEDGE"})).await;
    let mut hasty = program(folder.path(), &app.url, &["certificates", "remove"]);
    hasty.env("CERTIFICATE_MONTHS", "5");
    let output = run(hasty, "");
    assert!(!output.status.success() && said(&output).contains("CERTIFICATE_MONTHS"), "{}", said(&output));
    let mut patient = program(folder.path(), &app.url, &["certificates", "remove"]);
    patient.env("CERTIFICATE_MONTHS", "1200");
    assert!(said(&run(patient, "")).contains("certificates removed: 0"));
    for (arguments, message, left) in [
        (&["certificates", "remove", "--dry-run"][..], "certificates to remove: 1; none were removed", 1),
        (&["certificates", "remove"], "certificates removed: 1", 0),
        (&["certificates", "remove"], "certificates removed: 0", 0),
    ] {
        let output = run(program(folder.path(), &app.url, arguments), "");
        assert!(output.status.success() && said(&output).contains(message), "{}", said(&output));
        assert_eq!(clerk.certificates().await, left);
    }
}

#[test]
fn a_sqlite_file_that_does_not_exist_is_created_whatever_the_urls_options() {
    if on_postgres() {
        skip!("it is about SQLite files, and these tests run on PostgreSQL");
    }
    let folder = tempfile::tempdir().expect("a folder");
    for (url, file) in [
        ("sqlite://a.db", "a.db"),
        ("sqlite:b.db?mode=rw", "b.db"),
        ("sqlite://new/folders/c.db?mode=ro&immutable=true", "new/folders/c.db"),
        ("sqlite://d.db?cache=shared", "d.db"),
    ] {
        let output = run(program(folder.path(), url, &["migrate"]), "");
        assert!(output.status.success(), "{url}: {}", said(&output));
        assert!(folder.path().join(file).metadata().expect("the file").len() > 0, "{url}");
    }
    let absent = run(
        {
            let mut command = program(folder.path(), "", &["migrate"]);
            command.env_remove("DATABASE_URL");
            command
        },
        "",
    );
    assert!(absent.status.success() && folder.path().join("data/lihua.db").exists(), "{}", said(&absent));
}

#[tokio::test]
async fn servers_that_start_together_on_an_empty_database_migrate_it_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let (url, _keep) = match std::env::var("TEST_DATABASE_URL") {
        Ok(cluster) => (empty_postgres(&cluster).await, None),
        Err(_) => fresh_database().await,
    };
    let starts: Vec<_> = (0..3)
        .map(|_| {
            let mut command = program(folder.path(), &url, &["migrate"]);
            // One connection must suffice.
            command
                .env("DATABASE_CONNECTIONS", "1")
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("the program")
        })
        .collect();
    for start in starts {
        let output = start.wait_with_output().expect("its output");
        assert!(output.status.success(), "{}", said(&output));
    }
    assert!(run(program(folder.path(), &url, &["verify"]), "").status.success());
}

#[test]
fn the_schema_is_printed_without_a_database() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = run(program(folder.path(), "postgres://nowhere.invalid/x", &["schema"]), "");
    assert_eq!(String::from_utf8_lossy(&output.stdout), lihua::graphql::description());
}
