//! GraphQL over HTTP: status, media type, headers, cookie, persisted documents.

mod cookies;
mod documents;

use std::{path::Path, process::Command};

use axum::{body::Body, http::Request};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    time::timeout,
};

use crate::{
    app::{TestApp, VILLAGE},
    service::wire::{HANGING, Program, connect, exchange, from, post, read_to_end, refusal, send},
};

const PASSWORD: &str = "pear-blossom-2026";

/// Creates an account with a password, a clerk of the village.
async fn with_clerk(app: &TestApp) {
    let input = json!({"username": "li", "password": PASSWORD, "role": "CLERK", "regionCode": VILLAGE});
    app.admin().await.change("createAccount", input, "account { id }").await;
}

const SIGN_IN: &str = r#"mutation { signIn(input: {username: "li", password: "pear-blossom-2026"}) { token } }"#;
const ME: &str = "{ me { username } }";

fn hash(text: &str) -> String {
    hex::encode(Sha256::digest(text))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_reference_audits_pass() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/js");
    assert!(
        folder.join("node_modules/graphql-http").is_dir(),
        "the audits are not installed: run `npm ci` in tests/js, or `make test`"
    );
    let address = TestApp::new().await.listen(&[]).await;
    let audit = tokio::task::spawn_blocking(move || {
        Command::new("node").arg("audit.mjs").arg(format!("http://{address}/graphql")).current_dir(folder).output()
    });
    let output = audit.await.expect("the audits").expect("node is installed");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("61 of 61 audits passed"), "{said}");
}

#[tokio::test]
async fn statuses_are_those_of_the_specification() {
    let app = TestApp::new().await;
    let graphql = ("accept", "application/graphql-response+json");
    let json_type = ("content-type", "application/json");
    let typename = r#"{"query":"{ __typename }"}"#;
    for (method, headers, body, expected) in [
        ("POST", &[json_type, graphql][..], typename, (200, None)),
        ("POST", &[json_type, ("accept", "text/html")], typename, refusal(406, "INVALID_INPUT")),
        ("POST", &[("content-type", "text/plain")], typename, refusal(415, "INVALID_INPUT")),
        (
            "POST",
            &[("content-type", "application/x-www-form-urlencoded")],
            "query=%7B__typename%7D",
            refusal(415, "INVALID_INPUT"),
        ),
        ("POST", &[("content-type", "application/json; charset=utf-16")], typename, refusal(415, "INVALID_INPUT")),
        ("POST", &[], typename, refusal(415, "INVALID_INPUT")),
        ("PUT", &[json_type], typename, refusal(405, "INVALID_INPUT")),
        ("DELETE", &[json_type], typename, refusal(405, "INVALID_INPUT")),
        ("OPTIONS", &[json_type], typename, refusal(405, "INVALID_INPUT")),
        ("POST", &[json_type], "", refusal(400, "INVALID_INPUT")),
        ("POST", &[json_type], "1", refusal(400, "INVALID_INPUT")),
        ("POST", &[json_type], r#"{"query":"{ __typename }","variables":[]}"#, refusal(400, "INVALID_INPUT")),
        ("POST", &[json_type], r#"{"query":"{ __typename }","extensions":1}"#, refusal(400, "INVALID_INPUT")),
        ("POST", &[json_type], r#"{"query":"{ nothing }"}"#, refusal(200, "INVALID_INPUT")),
        ("POST", &[json_type, graphql], r#"{"query":"{ nothing }"}"#, refusal(400, "INVALID_INPUT")),
        ("POST", &[json_type, graphql], r#"{"query":"{"}"#, refusal(400, "INVALID_INPUT")),
        (
            "POST",
            &[json_type, graphql],
            r#"{"query":"query A { me { id } }","operationName":"B"}"#,
            refusal(400, "INVALID_INPUT"),
        ),
        ("POST", &[json_type, graphql], r#"{"query":"{ growers { totalCount } }"}"#, refusal(200, "UNAUTHENTICATED")),
    ] {
        let mut request = Request::builder().method(method).uri("/graphql");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = send(app.router(), request.body(Body::from(body)).expect("a request")).await;
        assert_eq!(answer.brief(), expected, "{method} {headers:?} {body}");
    }
}

#[tokio::test]
async fn refusals_say_what_would_be_accepted() {
    let app = TestApp::new().await;
    let put = send(app.router(), Request::put("/graphql").body(Body::empty()).expect("a request")).await;
    assert_eq!(put.header("allow"), Some("GET, HEAD, POST"));
    assert_eq!(app.post(&[("content-encoding", "gzip")], ME).await.header("accept-encoding"), Some("identity"));
    let typeless = send(app.router(), Request::post("/graphql").body(Body::from("{}")).expect("a request")).await;
    assert_eq!(typeless.header("accept-post"), Some("application/json"));
}

#[tokio::test]
async fn a_request_that_was_not_executed_has_no_data() {
    let app = TestApp::new().await;
    assert!(app.post(&[], "{ nothing }").await.json().get("data").is_none());
    let executed = app.post(&[], "{ growers { totalCount } }").await.json();
    assert_eq!(executed["data"], json!({"growers": null}));
}

#[tokio::test]
async fn a_get_reads_and_never_writes() {
    let app = TestApp::new().await;
    let read = app
        .get(
            &[],
            "/graphql?query=query%20A(%24c:ID!)%7Bregion(code:%24c)%7Bname%7D%7D&variables=%7B%22c%22:%2250%22%7D",
        )
        .await;
    assert_eq!(read.json()["data"]["region"]["name"], "重庆市");
    for query in [
        "mutation%7BsignOut%7BsignedOut%7D%7D",
        "query%20A%7Bme%7Bid%7D%7Dmutation%20B%7BsignOut%7BsignedOut%7D%7D&operationName=B",
    ] {
        let refused = app.get(&[], &format!("/graphql?query={query}")).await;
        assert_eq!(refused.brief(), refusal(405, "INVALID_INPUT"));
        assert_eq!(refused.header("allow"), Some("POST"));
    }
    assert_eq!(app.get(&[], "/graphql").await.brief(), refusal(400, "INVALID_INPUT"));
}

#[tokio::test]
async fn every_answer_has_its_headers() {
    let app = TestApp::new().await;
    for path in [
        "/graphql?query=%7B__typename%7D",
        "/graphql",
        "/health",
        "/schema.graphql",
        "/",
        "/graphiql/assets/none",
        "/nowhere",
    ] {
        let answer = app.get(&[], path).await;
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(
            answer.header("content-security-policy"),
            Some("default-src 'none'; frame-ancestors 'none'"),
            "{path}"
        );
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"), "{path}");
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
        assert!(answer.header("x-request-id").is_some(), "{path}");
        assert_eq!(answer.header("strict-transport-security"), None, "{path}");
    }
}

#[tokio::test]
async fn a_wrong_address_or_method_is_refused_as_graphql_refuses() {
    let app = TestApp::new().await;
    assert_eq!(app.get(&[], "/nowhere").await.brief(), refusal(404, "NOT_FOUND"));
    let posted = send(app.router(), Request::post("/health").body(Body::empty()).expect("a request")).await;
    assert_eq!(posted.brief(), refusal(405, "INVALID_INPUT"));
}

#[tokio::test]
async fn a_trusted_proxy_says_whether_it_was_https_and_which_request_it_is() {
    let app = TestApp::new().await.configured(&[("TRUSTED_PROXIES", "192.0.2.0/24")]);
    let claims = [("x-forwarded-proto", "https"), ("x-request-id", "edge-17"), ("x-forwarded-for", "198.51.100.7")];
    let ask = async |peer: &str| {
        let request = from(peer, post(&claims)).body(Body::from(r#"{"query":"{ __typename }"}"#)).expect("a request");
        send(app.router(), request).await
    };
    let behind_proxy = ask("192.0.2.9").await;
    assert_eq!(behind_proxy.header("strict-transport-security"), Some("max-age=31536000"));
    assert_eq!(behind_proxy.header("x-request-id"), Some("edge-17"));
    let stranger = ask("198.51.100.1").await;
    assert_eq!(stranger.header("strict-transport-security"), None);
    assert_ne!(stranger.header("x-request-id"), Some("edge-17"));
}

#[tokio::test]
async fn a_token_in_the_url_never_counts() {
    let app = TestApp::new().await;
    let token = app.admin().await.bearer().replace("Bearer ", "");
    for parameter in ["token", "access_token", "authorization", "lihua_session"] {
        let answer =
            app.get(&[("x-lihua-console", "1")], &format!("/graphql?query=%7Bme%7Bid%7D%7D&{parameter}={token}")).await;
        assert_eq!(answer.json()["data"]["me"], Value::Null, "{parameter}");
    }
}

#[tokio::test]
async fn an_empty_operation_name_is_none() {
    let app = TestApp::new().await;
    let body = json!({"query": "query A { __typename }", "operationName": ""}).to_string();
    assert_eq!(app.post_body(&[], body).await.json(), json!({"data": {"__typename": "Query"}}));
    let url = "/graphql?query=query%20A%20%7B__typename%7D&operationName=";
    assert_eq!(app.get(&[], url).await.json(), json!({"data": {"__typename": "Query"}}));
    let several = json!({"query": "query A { __typename } query B { __typename }", "operationName": ""}).to_string();
    assert_eq!(
        app.post_body(&[], several).await.code().as_deref(),
        Some("INVALID_INPUT"),
        "of several, one must be named"
    );
}

#[tokio::test]
async fn only_listed_sites_read_answers() {
    let app = TestApp::new().await;
    let preflight = async |app: &TestApp, origin: &str, asked: &str| {
        let request = Request::options("/graphql")
            .header("origin", origin)
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", asked);
        send(app.router(), request.body(Body::empty()).expect("a request")).await
    };
    assert_eq!(
        preflight(&app, "https://shop.example", "content-type").await.header("access-control-allow-origin"),
        None
    );
    let listing = app.configured(&[("CORS_ORIGINS", "https://shop.example")]);
    let allowed = preflight(&listing, "https://shop.example", "authorization,content-type").await;
    assert_eq!(allowed.header("access-control-allow-origin"), Some("https://shop.example"));
    let headers = allowed.header("access-control-allow-headers").expect("headers");
    assert!(headers.contains("authorization") && !headers.contains("x-lihua-console"), "{headers}");
    let tracing = ["traceparent", "tracestate", "baggage", "sentry-trace"];
    let apollo = ["apollographql-client-name", "apollographql-client-version", "apollo-require-preflight"];
    for name in tracing.iter().chain(&apollo) {
        assert!(headers.split(',').any(|allowed| allowed.trim() == *name), "{name}: {headers}");
    }
    assert_eq!(allowed.header("access-control-allow-credentials"), None);
    assert_eq!(
        preflight(&listing, "https://evil.example", "content-type").await.header("access-control-allow-origin"),
        None
    );
    let answer = listing.post(&[("origin", "https://shop.example")], ME).await;
    assert_eq!(answer.header("access-control-allow-origin"), Some("https://shop.example"));
}

#[tokio::test]
async fn introspection_can_be_switched_off() {
    let app = TestApp::new().await;
    assert_eq!(app.get(&[], "/schema.graphql").await.status, 200);
    let closed = app.configured(&[("INTROSPECTION", "false")]);
    for query in ["{ __schema { types { name } } }", r#"{ __type(name: "Query") { name } }"#] {
        assert_eq!(app.post(&[], query).await.code(), None);
        assert_eq!(closed.post(&[], query).await.code().as_deref(), Some("FORBIDDEN"));
    }
    assert_eq!(closed.get(&[], "/schema.graphql").await.status, 404);
    assert_eq!(closed.post(&[], "{ __typename serviceInfo { version } }").await.code(), None);
    let mistake = closed.post(&[], "{ serviceInf { version } }").await.message();
    assert!(!mistake.contains("serviceInfo"), "{mistake}");
}

#[tokio::test]
async fn no_secret_gets_into_the_log() {
    let app = TestApp::new().await;
    with_clerk(&app).await;
    for format in ["text", "json"] {
        let program = Program::start(&app.url, &[("LOG", "trace"), ("LOG_FORMAT", format)]).await;
        let address = program.address;
        let signed_in = exchange(address, &[], &json!({"query": SIGN_IN}).to_string()).await;
        let token =
            signed_in.split(r#""token":""#).nth(1).and_then(|rest| rest.split('"').next()).expect("a token").to_owned();
        let bearer = format!("authorization: Bearer {token}");
        let cookie = format!("cookie: lihua_session={token}");
        let input = json!({"name": "王秘密", "kind": "HOUSEHOLD", "regionCode": VILLAGE, "phone": "13912345678"});
        let query = "mutation($input: RegisterGrowerInput!) { registerGrower(input: $input) { grower { id } } }";
        let body = json!({"query": query, "variables": {"input": input}}).to_string();
        assert!(exchange(address, &[&bearer], &body).await.contains(r#"{"data":{"registerGrower"#));
        let wrong = r#"mutation { signIn(input: {username: "li", password: "wrong-13912345678"}) { token } }"#;
        assert!(
            exchange(address, &["x-lihua-console: 1", &cookie], &json!({"query": wrong}).to_string())
                .await
                .contains("UNAUTHENTICATED")
        );
        exchange(address, &[], r#"{"query": "{ region(code: \"13912345678\") { name } }", "variables": "13912345678""#)
            .await;
        for path in [
            format!("/graphql?query=%7B__typename%7D&token={token}&phone=13912345678"),
            format!("/13912345678/{token}"),
        ] {
            let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
            read_to_end(connect(address, request.as_bytes()).await).await;
        }
        let log = program.stopped().await;
        let lines: Vec<&str> = log.lines().filter(|line| line.contains("request_id")).collect();
        assert_eq!(lines.len(), 6, "{log}");
        for secret in [PASSWORD, &token, "13912345678", "王秘密", "wrong-"] {
            assert!(!log.contains(secret), "{secret} is in the log:\n{log}");
        }
        if format == "json" {
            let line: Value = serde_json::from_str(lines[5]).expect("JSON");
            assert_eq!(
                (&line["route"], &line["status"], &line["method"]),
                (&json!("none"), &json!(404), &json!("GET"))
            );
        }
    }
}

#[tokio::test]
async fn what_is_being_answered_is_finished_before_the_server_stops() {
    let app = TestApp::new().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let (stop, stopped) = oneshot::channel::<()>();
    let (router, config) = (app.router(), crate::app::config(&[]));
    let serving = tokio::spawn(async move {
        lihua::http::serve(listener, router, &config, async { stopped.await.expect("asked") }).await
    });
    let idle = connect(address, b"").await;
    let body = br#"{"query":"{ __typename }"}"#;
    let head =
        "POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\nexpect: 100-continue\r\n";
    let mut busy = connect(address, format!("{head}content-length: {}\r\n\r\n", body.len()).as_bytes()).await;
    let mut interim = [0; 25];
    busy.read_exact(&mut interim).await.expect("the server waits for the body");
    assert_eq!(&interim, b"HTTP/1.1 100 Continue\r\n\r\n");
    stop.send(()).expect("asked to stop");
    read_to_end(idle).await;
    busy.write_all(body).await.expect("written");
    assert!(read_to_end(busy).await.starts_with("HTTP/1.1 200 OK"));
    timeout(HANGING, serving).await.expect("stopped in time").expect("stopped");
    assert!(TcpStream::connect(address).await.is_err(), "nothing is accepted any more");
}
