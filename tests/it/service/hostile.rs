//! Malicious requests: each is refused, and the next request is answered.

use std::net::SocketAddr;

use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

use crate::{
    app::TestApp,
    service::wire::{HANGING, Program, connect, exchange, read_to_end, refusal},
};

const TYPENAME: &str = r#"{"query":"{ __typename }"}"#;

/// Asserts that the next request is answered.
async fn goes_on(address: SocketAddr) {
    let answer = exchange(address, &[], TYPENAME).await;
    assert!(
        answer.starts_with("HTTP/1.1 200 OK") && answer.ends_with(r#"{"data":{"__typename":"Query"}}"#),
        "{answer}"
    );
}

/// Asserts that a query is refused with a code over either media type, and that the next one is answered.
async fn is_refused(app: &TestApp, query: &str, code: &str) {
    let beginning: String = query.chars().take(80).collect();
    let refused = app.post(&[("accept", "application/graphql-response+json")], query).await;
    assert_eq!(refused.brief(), refusal(400, code), "{beginning}");
    assert!(refused.body.len() < 10_000, "{beginning}: {} bytes", refused.body.len());
    assert_eq!(app.post(&[], "{ __typename }").await.brief(), (200, None), "after {beginning}");
}

#[tokio::test]
async fn nesting_without_end() {
    let app = TestApp::new().await;
    for (open, leaf, close) in [
        ("{ region ", "{ code }", " }"),
        ("{ ... ", "{ code }", " }"),
        ("{ ...", "", ""),
        ("{", "", ""),
        ("{ a(b: [", "", ""),
        ("query($a: [", "", ""),
    ] {
        is_refused(&app, &format!("{}{leaf}{}", open.repeat(10_000), close.repeat(10_000)), "TOO_COMPLEX").await;
    }
    for bracket in ["[", "{a: "] {
        let nested = bracket.repeat(10_000);
        is_refused(&app, &format!("{{ regions(filter: {nested}"), "TOO_COMPLEX").await;
        is_refused(&app, &format!("query($f: RegionFilter = {nested}"), "TOO_COMPLEX").await;
        is_refused(&app, &format!("{{ me @include(if: {nested}"), "TOO_COMPLEX").await;
    }
}

#[tokio::test]
async fn nesting_without_end_in_json() {
    let app = TestApp::new().await;
    for body in [
        "[".repeat(10_000),
        r#"{"variables":"#.repeat(10_000),
        format!(r#"{{"query":"{{ a }}","variables":{}"#, r#"{"a":"#.repeat(10_000)),
    ] {
        assert_eq!(app.post_body(&[], body).await.brief(), refusal(400, "INVALID_INPUT"));
    }
    let nested = format!("{}{}", "[".repeat(100), "]".repeat(100));
    let body = format!(r#"{{"query":"{{ __typename }}","variables":{{"a":{nested}}}}}"#);
    assert_eq!(app.post_body(&[], body).await.brief(), refusal(400, "TOO_COMPLEX"));
}

#[tokio::test]
async fn a_string_that_hides_brackets() {
    let app = TestApp::new().await;
    for query in [
        format!("{{ region(code: \"\"\"{}", "[".repeat(10_000)),
        format!("{{ region(code: [\"\"\"[\" {}", "[".repeat(10_000)),
        format!("{{ region(code: \"{}", "{".repeat(10_000)),
    ] {
        is_refused(&app, &query, "INVALID_INPUT").await;
    }
}

#[tokio::test]
async fn ten_thousand_aliases() {
    let app = TestApp::new().await;
    let aliases: String = (0..10_000).map(|number| format!("a{number}: __typename ")).collect();
    is_refused(&app, &format!("{{ {aliases} }}"), "TOO_COMPLEX").await;
    let patient = app.configured(&[("QUERY_TOKENS", "100000")]);
    is_refused(&patient, &format!("{{ {aliases} }}"), "TOO_COMPLEX").await;
}

#[tokio::test]
async fn bombs_of_fragments() {
    let app = TestApp::new().await;
    let mut bomb = "{ ...f0 }".to_owned();
    for number in 0..31 {
        bomb.push_str(&format!(" fragment f{number} on Query {{ ...f{0} ...f{0} }}", number + 1));
    }
    bomb.push_str(" fragment f31 on Query { __typename }");
    is_refused(&app, &bomb, "TOO_COMPLEX").await;
    // The same with fields between the fragments, and with fragments that no operation uses.
    let through_fields = bomb.replace("on Query", "on Region").replace("...f0", r#"region(code: "50") { ...f0 }"#);
    is_refused(&app, &through_fields, "TOO_COMPLEX").await;
    let mut chain = "{ ...f0 }".to_owned();
    for number in 0..400 {
        chain.push_str(&format!(" fragment f{number} on Query {{ ...f{} }}", number + 1));
    }
    is_refused(&app, &chain, "TOO_COMPLEX").await;
}

#[tokio::test]
async fn circles_of_fragments() {
    let app = TestApp::new().await;
    for circle in [
        "{ ...a } fragment a on Query { ...a ...a }",
        "{ ...a } fragment a on Query { ...b ...b } fragment b on Query { ...a ...a }",
        "{ __typename } fragment a on Query { ...b ...b } fragment b on Query { ...a ...a }",
        r#"{ region(code: "50") { ...a } } fragment a on Region { parent { ...a ...a } }"#,
    ] {
        is_refused(&app, circle, "INVALID_INPUT").await;
    }
}

#[tokio::test]
async fn introspection_round_and_round() {
    let app = TestApp::new().await;
    let mut types = "name".to_owned();
    for _ in 0..4 {
        types = format!("fields {{ type {{ {types} }} }}");
    }
    is_refused(&app, &format!("{{ __schema {{ types {{ {types} }} }} }}"), "TOO_COMPLEX").await;
    let schemas: String = (0..20).map(|number| format!("a{number}: __schema {{ types {{ name }} }} ")).collect();
    is_refused(&app, &format!("{{ {schemas} }}"), "TOO_COMPLEX").await;
}

#[tokio::test]
async fn thousands_of_mistakes_get_a_short_answer() {
    let app = TestApp::new().await;
    let fields: String = (0..1500).map(|number| format!("nothing{number} ")).collect();
    let settings = [("QUERY_ROOT_FIELDS", "10000")];
    is_refused(&app.configured(&settings), &format!("{{ {fields} }}"), "INVALID_INPUT").await;
    let definitions: String = (0..900).map(|number| format!("$v{number}: Nothing ")).collect();
    is_refused(&app, &format!("query({definitions}) {{ __typename }}"), "INVALID_INPUT").await;
}

#[tokio::test]
async fn characters_that_are_none() {
    let app = TestApp::new().await;
    let status = async |body: &[u8]| app.post_body(&[], body.to_vec()).await.brief();
    assert_eq!(status(b"{\"query\":\"{ __typename } # \xff\"}").await, refusal(400, "INVALID_INPUT"));
    assert_eq!(status(br#"{"query":"{ __typename } # \ud800"}"#).await, refusal(400, "INVALID_INPUT"));
    assert_eq!(
        status(br#"{"query":"{ __typename }","variables":{"a":"\udc00\ud800"}}"#).await,
        refusal(400, "INVALID_INPUT")
    );
    assert_eq!(status(b"\xef\xbb\xbf{}").await, refusal(400, "INVALID_INPUT"));
    for query in ["{ region(code: \"5\0\") { name } }", r#"{ region(code: "\ud800") { name } }"#] {
        is_refused(&app, query, "INVALID_INPUT").await;
    }
    assert_eq!(
        app.visitor().refused(r#"{ region(code: "5\u0000") { name } }"#).await.brief(),
        ("INVALID_INPUT", Some("code"))
    );
    let query = "query($code: ID!, $filter: RegionFilter) { region(code: $code) { name } regions(filter: $filter) { totalCount } }";
    for (variables, field) in [
        (json!({"code": "5\0"}), "code"),
        (json!({"code": "50", "filter": {"nameContains": "\0"}}), "filter.nameContains"),
    ] {
        let refused = app.post_body(&[], json!({"query": query, "variables": variables}).to_string()).await;
        assert_eq!(refused.code().as_deref(), Some("INVALID_INPUT"), "{variables}");
        assert_eq!(refused.json()["errors"][0]["extensions"]["field"], field);
    }
}

#[tokio::test]
async fn numbers_beyond_measure() {
    let app = TestApp::new().await;
    for number in ["99999999999999999999999999", "-2147483649", "1.5", "1e300", "2147483648"] {
        let body = format!(
            r#"{{"query":"query($n: Int) {{ regions(first: $n) {{ totalCount }} }}","variables":{{"n":{number}}}}}"#
        );
        let refused = app.post_body(&[], body).await;
        assert_eq!(refused.code().as_deref(), Some("INVALID_INPUT"), "{number}");
        assert_eq!(refused.json()["errors"][0]["extensions"]["field"], "first", "{number}");
        is_refused(&app, &format!("{{ regions(first: {number}) {{ totalCount }} }}"), "INVALID_INPUT").await;
    }
    for number in ["1e999", &"9".repeat(100_000)] {
        let body = format!(
            r#"{{"query":"query($n: Int) {{ regions(first: $n) {{ totalCount }} }}","variables":{{"n":{number}}}}}"#
        );
        assert_eq!(app.post_body(&[], body).await.code().as_deref(), Some("INVALID_INPUT"));
        is_refused(&app, &format!("{{ regions(first: {number}) {{ totalCount }} }}"), "INVALID_INPUT").await;
    }
}

#[tokio::test]
async fn compressed_bodies() {
    let app = TestApp::new().await;
    for encoding in ["gzip", "deflate", "br", "zstd", "gzip, identity"] {
        let refused = app.post_body(&[("content-encoding", encoding)], vec![0x1f, 0x8b, 8, 0]).await;
        assert_eq!(refused.brief(), refusal(415, "INVALID_INPUT"), "{encoding}");
    }
    assert_eq!(app.post(&[("content-encoding", "identity")], "{ __typename }").await.status, 200);
}

/// Sends the head of a request and up to a hundred mebibytes, as much as the server accepts. Returns how much that was,
/// and the answer.
async fn send_too_much(address: SocketAddr, head: &str) -> (usize, String) {
    let request = format!("POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n{head}");
    let (mut reading, mut writing) = connect(address, request.as_bytes()).await.into_split();
    let write = async {
        let piece = vec![b' '; 64 * 1024];
        let mut written = 0;
        // A client that expects `100 Continue` does not write before it.
        while !head.contains("expect") && written < 100 * 1024 * 1024 && writing.write_all(&piece).await.is_ok() {
            written += piece.len();
        }
        written
    };
    let mut answer = Vec::new();
    let (written, _) =
        timeout(HANGING, async { tokio::join!(write, reading.read_to_end(&mut answer)) }).await.expect("in time");
    (written, String::from_utf8_lossy(&answer).into_owned())
}

#[tokio::test]
async fn a_body_of_a_hundred_mebibytes_is_not_waited_for() {
    let app = TestApp::new().await;
    let address = app.listen(&[]).await;
    for head in [
        "content-length: 104857600\r\n\r\n",
        "content-length: 104857600\r\nexpect: 100-continue\r\n\r\n",
        "transfer-encoding: chunked\r\n\r\n6400000\r\n",
    ] {
        let (written, answer) = send_too_much(address, head).await;
        assert!(answer.starts_with("HTTP/1.1 413 Payload Too Large"), "{head}: {answer}");
        assert!(written < 50 * 1024 * 1024, "{head}: {written} bytes were taken");
        goes_on(address).await;
    }
}

#[tokio::test]
async fn memory_stays_flat() {
    let app = TestApp::new().await;
    let program = Program::start(&app.url, &[("LOG", "warn"), ("RATE_LIMIT_PER_MINUTE", "1000000")]).await;
    let address = program.address;
    goes_on(address).await;
    let before = program.most_memory_mib();
    for round in 0..3 {
        for number in 0..300 {
            // Each document has the maximum length and differs from all others, so all of them would stay in memory if
            // the cache were unbounded.
            let fields = "name ".repeat(1300);
            let document =
                json!({"query": format!("{{ __typename }} fragment f{round}x{number} on Region {{ {fields} }}")})
                    .to_string();
            assert!(exchange(address, &[], &document).await.starts_with("HTTP/1.1 200 OK"));
        }
        for _ in 0..3 {
            send_too_much(address, "transfer-encoding: chunked\r\n\r\n6400000\r\n").await;
            exchange(
                address,
                &[],
                &json!({"query": "{ __typename }", "variables": {"a": vec![0; 100_000]}}).to_string(),
            )
            .await;
            exchange(address, &[], &format!("{{{}", "[".repeat(200_000))).await;
        }
    }
    goes_on(address).await;
    // Only Linux reports this. On other systems nothing is compared.
    if let (Some(before), Some(after)) = (before, program.most_memory_mib()) {
        assert!(after < before + 128, "from {before} MiB to {after} MiB");
    }
}

#[tokio::test]
async fn slow_headers() {
    let app = TestApp::new().await;
    let address = app.listen(&[("HEADER_SECONDS", "1")]).await;
    let silent = connect(address, b"").await;
    let stuck = connect(address, b"POST /graphql HTTP/1.1\r\nhost: localhost\r\n").await;
    let mut dripping = connect(address, b"GET /health HTTP/1.1\r\n").await;
    let drip = async {
        let mut pause = tokio::time::interval(std::time::Duration::from_millis(100));
        loop {
            pause.tick().await;
            if dripping.write_all(b"x: y\r\n").await.is_err() {
                break;
            }
        }
    };
    goes_on(address).await;
    timeout(HANGING, drip).await.expect("the connection is closed however much comes");
    for stream in [silent, stuck] {
        read_to_end(stream).await;
    }
    goes_on(address).await;
}

#[tokio::test]
async fn idle_connections() {
    let app = TestApp::new().await;
    let address = app.listen(&[("HEADER_SECONDS", "1")]).await;
    let head = "POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n";
    let kept = connect(address, format!("{head}content-length: {}\r\n\r\n{TYPENAME}", TYPENAME.len()).as_bytes()).await;
    assert!(read_to_end(kept).await.starts_with("HTTP/1.1 200 OK"), "answered, and closed after a while");
}

#[tokio::test]
async fn answers_that_nobody_takes() {
    let app = TestApp::new().await;
    let address = app.listen(&[("HEADER_SECONDS", "1"), ("CONNECTIONS", "1")]).await;
    let (mut reading, mut writing) = connect(address, b"").await.into_split();
    let asking = tokio::spawn(async move {
        // More answers than the buffers of both ends can hold.
        let request = b"GET /schema.graphql HTTP/1.1\r\nhost: localhost\r\n\r\n".repeat(100);
        while writing.write_all(&request).await.is_ok() {}
    });
    timeout(HANGING, asking).await.expect("the connection is closed in time").expect("asked");
    let mut answers = Vec::new();
    let _ = timeout(HANGING, reading.read_to_end(&mut answers)).await.expect("what was written before");
    assert!(answers.starts_with(b"HTTP/1.1 200 OK"));
    goes_on(address).await;
}

#[tokio::test]
async fn slow_bodies() {
    let app = TestApp::new().await;
    let address = app.listen(&[("REQUEST_SECONDS", "1")]).await;
    let head = "POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\naccept-language: en\r\n";
    for begun in ["content-length: 100\r\n\r\n{", "transfer-encoding: chunked\r\n\r\n1\r\n{\r\n"] {
        let answer = read_to_end(connect(address, format!("{head}{begun}").as_bytes()).await).await;
        assert!(answer.starts_with("HTTP/1.1 408 Request Timeout"), "{answer}");
        assert!(answer.contains("at most 1 s"), "{answer}");
        goes_on(address).await;
    }
}

#[tokio::test]
async fn what_is_no_http() {
    let app = TestApp::new().await;
    let address = app.listen(&[("HEADER_SECONDS", "1")]).await;
    let long_header = format!("GET /health HTTP/1.1\r\nx: {}\r\n\r\n", "y".repeat(1024 * 1024));
    let many_headers = format!("GET /health HTTP/1.1\r\n{}\r\n", "x: y\r\n".repeat(10_000));
    let long_address = format!("GET /graphql?query={} HTTP/1.1\r\n\r\n", "a".repeat(1024 * 1024));
    let odd = ["\u{16}\u{3}\u{1}", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\0\0\0\0"];
    for bytes in odd.into_iter().chain([long_header.as_str(), &many_headers, &long_address]) {
        let mut stream = TcpStream::connect(address).await.expect("a connection");
        // The server may have closed the connection before everything was written.
        let _ = stream.write_all(bytes.as_bytes()).await;
        let answer = read_to_end(stream).await;
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{answer}");
        goes_on(address).await;
    }
}

#[tokio::test]
async fn errors_show_nothing_of_the_inside() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    for (query, variables) in [
        ("query($id: ID!) { grower(id: $id) { name } }", json!({"id": "' OR 1=1; --"})),
        ("query($id: ID!) { sale(id: $id) { id } }", json!({"id": "x".repeat(10_000)})),
        ("query($after: String) { sales(after: $after) { totalCount } }", json!({"after": "////"})),
        ("query($f: RegionFilter) { regions(filter: $f) { totalCount } }", json!({"f": {"nameContains": "%_'\"\\"}})),
        ("query($f: RegionFilter) { regions(filter: $f) { totalCount } }", json!({"f": {"level": "GALAXY"}})),
        ("query($y: Int!) { townReport(regionCode: \"500235136\", year: $y) { visitors } }", json!({"y": -1})),
    ] {
        let answer = clerk.send(query, variables).await;
        let text = answer.to_string();
        for word in ["SELECT", "sqlx", "sea_orm", "lihua::", "async_graphql", "src/", ".rs", "panicked"] {
            assert!(!text.contains(word), "{word}: {text}");
        }
        let codes = answer["errors"].as_array().into_iter().flatten().map(|error| &error["extensions"]["code"]);
        assert!(codes.into_iter().all(|code| code != &Value::from("INTERNAL")), "{text}");
    }
}
