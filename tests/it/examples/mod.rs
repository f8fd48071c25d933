//! The examples of README.md and docs/API.md: the demonstration town answers them as it is printed there, on whatever
//! day it was loaded.
//!
//! A page is read from top to bottom, as by somebody who tries it. Each fence names its language:
//!
//! - `graphql` is an operation, and the fence of `json` below it is its whole answer. A comment `# as clerk` says which
//!   account of the demonstration asks; without one, a visitor asks.
//! - `sh` with `curl` in it is given to a shell as it stands, and the fence of `json` or `text` below it is what the
//!   shell prints. `console` is the same with a prompt `$` before each command and what it prints below it. What one
//!   command sets (`OFFICIAL=…`, a file, a cookie) the next ones have. curl finds the address that is written on the
//!   page; only its connections go to the server of the test.
//! - A word `NAME=value` after the language is a setting of the server that this example is about.
//! - Not run: `sh` without `curl`, which builds and starts the program; `js`, because what it shows is tested in
//!   `service::sockets` and by the clients in tests/js; `http`, which lists addresses; and `text` that answers nothing.
//!
//! A line `…` stands for any number of lines. An id, a printed code, a token, a hash and an instant may be another one
//! of the same form, as they are in each town. The page may use such a value further down: the one that was printed
//! then stands for the one that was answered.

mod fences;
mod printed;
mod shell;

use std::{
    io::{BufRead, BufReader},
    net::SocketAddr,
    process::Stdio,
};

use serde_json::json;

use crate::{
    app::{Client, Form, TestApp, options, words},
    demo::loaded_at,
    service::program::program,
};
use fences::{Asked, Example};
use printed::Printed;
use shell::Shell;

/// Noon of a day in the blossom season of a later year, when other offers are open and other records exist.
const ANOTHER_DAY: &str = "2028-03-20T04:00:00Z";

/// What a server limits unless it is set otherwise, as the pages say. The tests' own settings limit less.
const LIMITS: [(&str, &str); 3] =
    [("RATE_LIMIT_PER_MINUTE", "600"), ("SIGN_IN_LIMIT_PER_MINUTE", "10"), ("PREORDER_LIMIT_PER_MINUTE", "30")];

/// Every document, with the schema.
const PAGES: [&str; 11] = [
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/API.md",
    "docs/ARCHITECTURE.md",
    "docs/CERTIFICATES.md",
    "docs/CLIENTS.md",
    "docs/FIGURES.md",
    "docs/OPERATIONS.md",
    "docs/PERFORMANCE.md",
    "schema.graphql",
];

fn read(page: &str) -> String {
    std::fs::read_to_string(format!("{}/{page}", env!("CARGO_MANIFEST_DIR"))).expect(page)
}

/// Somebody who tries the examples of a page.
struct Reader {
    app: TestApp,
    shell: Shell,
    printed: Printed,
    /// Where the server with the usual settings listens.
    usual: SocketAddr,
}

impl Reader {
    async fn at(app: TestApp) -> Self {
        let usual = app.listen(&LIMITS).await;
        Self { app, shell: Shell::new(), printed: Printed::default(), usual }
    }

    async fn client(&self, account: Option<&str>) -> Client {
        match account {
            Some(username) => self.app.sign_in_to_demo(username).await,
            None => self.app.visitor(),
        }
    }

    /// What is wrong with an example.
    async fn tries(&mut self, example: &Example) -> Result<(), String> {
        match &example.asked {
            Asked::Operation { account, text } => {
                let asked = self.printed.with_actual_values(text);
                let answer = self.client(account.as_deref()).await.send(&asked, json!({})).await;
                self.printed.compare(&example.printed, &answer.to_string(), true)
            }
            Asked::Commands { text, settings } => {
                let address = if settings.is_empty() {
                    self.usual
                } else {
                    let settings: Vec<_> = settings.iter().map(|(name, value)| (&**name, &**value)).collect();
                    self.app.listen(&settings).await
                };
                let asked = self.printed.with_actual_values(text);
                let said = tokio::task::block_in_place(|| self.shell.run(&asked, address));
                self.printed.compare(&example.printed, &said, example.is_json)
            }
        }
    }
}

/// Asserts that every example of a page is answered as printed, and that there are as many as this at least.
async fn hold(page: &str, least: usize, app: TestApp) {
    let examples = fences::examples(&read(page)).unwrap_or_else(|wrong| panic!("{page}:{wrong}"));
    assert!(examples.len() >= least, "{page} has {} examples", examples.len());
    let mut reader = Reader::at(app).await;
    let mut wrong = Vec::new();
    for example in &examples {
        if let Err(why) = reader.tries(example).await {
            wrong.push(format!("{page}:{}: {why}", example.line));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_readme_holds() {
    hold("README.md", 4, TestApp::demo().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_page_about_the_api_holds() {
    hold("docs/API.md", 30, TestApp::demo().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_readme_holds_on_another_day() {
    hold("README.md", 4, loaded_at(ANOTHER_DAY).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_page_about_the_api_holds_on_another_day() {
    hold("docs/API.md", 30, loaded_at(ANOTHER_DAY).await).await;
}

#[tokio::test]
async fn the_program_begins_as_the_readme_prints() {
    let page = read("README.md");
    let (_, rest) = page.split_once("```text\n").expect("what the program prints");
    let (printed, _) = rest.split_once("```").expect("the end of it");
    let app = TestApp::demo().await;
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = program(folder.path(), &app.url, &["serve", "--demo"]);
    let mut server = command.stdout(Stdio::piped()).spawn().expect("the program");
    let output = BufReader::new(server.stdout.take().expect("its output"));
    let lines: Vec<_> = output.lines().take(printed.lines().count()).map(|line| line.expect("a line")).collect();
    server.kill().expect("a program that runs");
    server.wait().expect("its end");
    let said = lines.join("\n") + "\n";
    let (_, after) = said.split_once("http://").expect("an address");
    let (address, _) = after.split_once('/').expect("a path");
    let said =
        said.replace(address, "127.0.0.1:8000").replace(&options(&app.url).name(), "/home/you/lihua/data/lihua.db");
    assert_eq!(said, printed);
}

/// A printed code ends with a check character, in an example, too.
#[test]
fn every_code_in_the_documents_could_have_been_printed() {
    let mut codes = 0;
    for page in PAGES {
        let text = read(page);
        for word in words(&text) {
            let groups: Vec<_> = word.split('-').collect();
            let is_code = matches!(groups.len(), 2 | 3)
                && word.starts_with(['H', 'B', 'C', 'P', 'R'])
                && groups.iter().all(|group| {
                    group.len() == 4
                        && group.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
                        && group.bytes().any(|byte| byte.is_ascii_digit())
                });
            if is_code {
                assert!(matches!(Form::of(word), Some(Form::Code(_))), "{page}: {word}");
                codes += 1;
            }
        }
    }
    assert!(codes >= 5, "{codes} codes");
}

#[test]
fn an_example_without_an_answer_and_a_fence_without_a_language_are_noticed() {
    for (page, line) in [
        ("```graphql\n{ me { id } }\n```\n", 1),
        ("text\n```graphql\n{ me { id } }\n```\nwords\n```json\n{}\n```\n", 2),
        ("```sh\ncurl x\n```\n", 1),
        ("```console\n$ curl x\n```\n", 1),
        ("```console\n$ curl x\nx\n$ curl y\n```\n", 1),
        ("```json\n{}\n```\n", 1),
        ("```\n{ me { id } }\n```\n", 1),
        ("```python\n```\n", 1),
    ] {
        let wrong = fences::examples(page).err().unwrap_or_else(|| panic!("nothing is wrong with {page}"));
        assert!(wrong.starts_with(&format!("{line}: ")), "{wrong}");
    }
    let page = "```sh\nmake run\n```\n```console A=1\n$ curl \\\n    x\na\n$ y\nb\n```\n";
    let examples = fences::examples(page).expect("examples");
    let lines: Vec<_> = examples.iter().map(|example| (example.line, example.printed.as_str())).collect();
    assert_eq!(lines, [(5, "a\n"), (8, "b\n")]);
}

#[test]
fn another_answer_is_noticed() {
    let id = ["0197a000-0000-7000-8000-000000000000", "0198b000-0000-7000-8000-000000000000"];
    for (printed, actual, is_json, is_same) in [
        (r#"{"a": 1}"#, r#"{"a":1}"#, true, true),
        (r#"{"a": 1}"#, r#"{"a":2}"#, true, false),
        (r#"{"a": 1}"#, r#"{"a":1,"b":2}"#, true, false),
        (r#"{"a": 1}"#, r#"{"a":1}{"a":1}"#, true, false),
        (r#"{"a":1}"#, r#"{"a": 1}"#, false, false),
        ("HTTP/1.1 200 OK\n…\nb: 1\n", "HTTP/1.1 200 OK\r\na: 1\r\nb: 1\r\n", false, true),
        ("HTTP/1.1 200 OK\n…\nb: 1\n", "HTTP/1.1 200 OK\r\na: 1\r\nb: 2\r\n", false, false),
        ("HTTP/1.1 200 OK\nb: 1\n", "HTTP/1.1 200 OK\r\na: 1\r\nb: 1\r\n", false, false),
        (id[0], id[1], false, true),
        (id[0], "P7K3-QZ92", false, false),
        ("P7K3-QZ92", "P7K3-QZ9M", false, false),
        ("2026-08-01", "2026-08-02", false, false),
        ("2026-08-01T01:02:03Z", "2026-08-02T00:00:00.5Z", false, true),
    ] {
        let compared = Printed::default().compare(printed, actual, is_json);
        assert_eq!(compared.is_ok(), is_same, "{printed} and {actual}");
    }
    let mut seen = Printed::default();
    seen.compare(id[0], id[1], false).expect("an id");
    assert_eq!(seen.with_actual_values(&format!("x {} y", id[0])), format!("x {} y", id[1]));
    assert!(seen.compare(id[0], id[0], false).is_err(), "it stood for another one");
    seen.compare("P7K3-QZ92", "PD12-8RV6", false).expect_err("a code with another check character");
}
