//! What the log says of statements, requests and operations.

use serde_json::{Value, json};

use crate::{
    app::{TOWN, TestApp, eventually},
    service::sockets::Socket,
    service::wire::{Program, exchange},
};

#[tokio::test]
async fn a_statement_that_takes_more_than_a_second_is_logged_without_its_values() {
    let app = TestApp::new().await;
    crate::service::reader::slow(&app, "site").await;
    let program = Program::start(&app.url, &[("DATABASE_READ_SECONDS", "2")]).await;
    let answer = exchange(
        program.address,
        &[],
        &json!({"query": format!("{{ sites(regionCode: \"{TOWN}\") {{ code }} }}")}).to_string(),
    )
    .await;
    assert!(answer.contains(r#""code":"TOO_COMPLEX""#), "{answer}");
    // The statement ends, and is logged as slow, a moment after the client was told.
    eventually("a warning", async || program.log().contains("slow statement")).await;
    let log = program.stopped().await;
    let line = log.lines().find(|line| line.contains("slow statement")).expect("a warning");
    assert!(line.contains("WARN") && line.contains("site") && !line.contains(TOWN), "{line}");
}

#[tokio::test]
async fn the_line_of_a_request_says_who_asked_what_and_what_went_wrong() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let program = Program::start(&app.url, &[("LOG_FORMAT", "json")]).await;
    let bearer = format!("authorization: {}", clerk.bearer());
    let ask = async |lines: &[&str], body: Value| exchange(program.address, lines, &body.to_string()).await;
    ask(&[&bearer], json!({"query": "query Towns { region(code: \"50\") { name } } query Me { me { username } }", "operationName": "Me"}))
        .await;
    let two = "query Both { a: grower(id: \"13912345678\") { id } b: auditLog { nodes { id } } c: accounts { nodes { id } } }";
    ask(&[&bearer], json!({"query": two})).await;
    ask(&[], json!([{"query": "query First { __typename }"}, {"query": "query Second { nothing }"}, {"query": "{ __typename }"}])).await;
    ask(&[], json!({"query": "{ __typename }", "operationName": "13912345678"})).await;
    let log = program.stopped().await;
    assert!(!log.contains("13912345678"), "{log}");
    let lines: Vec<Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .filter(|line: &Value| line["message"] == "request")
        .collect();
    let noted: Vec<_> = lines
        .iter()
        .map(|line| (line["operation"].as_str(), line["errors"].as_str(), line["account"].is_string()))
        .collect();
    assert_eq!(
        noted,
        [
            (Some("Me"), None, true),
            (Some("Both"), Some("FORBIDDEN,NOT_FOUND"), true),
            // An operation that is not executed has no name in the log, whatever name the client sent.
            (Some("First"), Some("INVALID_INPUT"), false),
            (None, Some("INVALID_INPUT"), false),
        ],
        "{log}"
    );
}

/// An operation on a socket has a log line like a request. A subscription also has one when it begins.
#[tokio::test]
async fn the_line_of_an_operation_on_a_socket_says_as_much() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let offer = clerk.open_offer(json!({})).await;
    let program = Program::start(&app.url, &[("LOG_FORMAT", "json")]).await;
    let mut socket = Socket::introduced(program.address, Some(&clerk)).await;
    socket
        .subscribe(
            "1",
            "query Both { a: grower(id: \"13912345678\") { id } b: accounts { nodes { id } } me { username } }",
        )
        .await;
    socket.hear().await;
    socket.hear().await;
    socket.subscribe("13912345678", "query Unknown { nothing }").await;
    socket.hear().await;
    socket
        .subscribe("3", &format!("subscription Watch {{ presaleOfferChanged(offerId: \"{offer}\") {{ id }} }}"))
        .await;
    eventually("a line", async || program.log().contains("subscription begins")).await;
    drop(socket);
    eventually("a line", async || program.log().contains("subscription ends")).await;
    let log = program.stopped().await;
    assert!(!log.contains("13912345678"), "{log}");
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let noted: Vec<_> = lines
        .iter()
        .filter(|line| line["answers"].is_number())
        .map(|line| {
            (line["message"].as_str(), line["operation"].as_str(), line["errors"].as_str(), line["account"].is_string())
        })
        .collect();
    assert_eq!(
        noted,
        [
            (Some("operation"), Some("Both"), Some("FORBIDDEN,NOT_FOUND"), true),
            (Some("operation"), None, Some("INVALID_INPUT"), true),
            (Some("subscription begins"), Some("Watch"), None, true),
            (Some("subscription ends"), Some("Watch"), None, true),
        ],
        "{log}"
    );
}
