//! Each limit of a request: a request exactly at the limit is answered, and one above it is refused with the limit.

use axum::body::Body;
use serde_json::{Value, json};
use tokio::sync::oneshot;

use crate::{
    app::{TestApp, VILLAGE, eventually},
    service::wire::{connect, exchange, from, post, read_to_end, refusal, send},
};

/// Asserts that a router with these settings answers the first query and refuses the second one, naming the limit.
async fn at_and_above(settings: &[(&str, &str)], at: &str, above: &str, limit: &str) {
    let app = TestApp::new().await.configured(settings);
    let answered = app.post(&[], at).await;
    assert_eq!(answered.code(), None, "{at}: {}", answered.json());
    let refused = app.post(&[], above).await;
    assert_eq!(refused.code().as_deref(), Some("TOO_COMPLEX"), "{above}: {}", refused.json());
    assert!(refused.message().contains(&format!("at most {limit}")), "{}", refused.message());
    assert_eq!(
        app.post(&[("accept", "application/graphql-response+json")], above).await.brief(),
        refusal(400, "TOO_COMPLEX")
    );
}

#[tokio::test]
async fn depth() {
    let at = r#"{ region(code: "500235136001") { ...town } } fragment town on Region { parent { parent { code } } }"#;
    let above = r#"{ region(code: "500235136001") { ...town } } fragment town on Region { parent { parent { parent { code } } } }"#;
    at_and_above(&[("QUERY_DEPTH", "4")], at, above, "4 levels").await;
}

#[tokio::test]
async fn complexity_is_the_product_of_nested_lists() {
    // 1 for the page, and for each of ten regions: nodes, code, children, and the name of each of fifty children.
    let at = "{ regions(first: 10) { nodes { code children { name } } } }";
    at_and_above(
        &[("QUERY_COMPLEXITY", "531")],
        at,
        "{ regions(first: 11) { nodes { code children { name } } } }",
        "531 fields",
    )
    .await;
    let with_variable = json!({"query": "query($n: Int) { regions(first: $n) { nodes { code children { name } } } }", "variables": {"n": 11}});
    let app = TestApp::new().await.configured(&[("QUERY_COMPLEXITY", "531")]);
    assert_eq!(app.post_body(&[], with_variable.to_string()).await.code().as_deref(), Some("TOO_COMPLEX"));
}

#[tokio::test]
async fn the_deepest_nest_of_largest_pages_is_refused_and_not_overflown() {
    let mut query = "id".to_owned();
    for _ in 0..11 {
        query = format!("plots(first: 100) {{ nodes {{ grower {{ {query} }} }} }}");
    }
    let query = format!("{{ growers(first: 100) {{ nodes {{ {query} }} }} }}");
    let app = TestApp::new().await.configured(&[("QUERY_DEPTH", "50"), ("QUERY_COMPLEXITY", "100000000")]);
    assert_eq!(app.post(&[], &query).await.code().as_deref(), Some("TOO_COMPLEX"), "{query}");
}

#[tokio::test]
async fn ordinary_pages_are_within_the_defaults() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王大山", VILLAGE).await;
    clerk.register_plot(&grower, VILLAGE, "3.5", 2015).await;
    let growers = "{ growers(first: 100) { totalCount pageInfo { hasNextPage endCursor } nodes {
        id name kind region { name } plots(first: 20) { nodes { id areaMu region { name } variety { name } } } } } }";
    assert_eq!(clerk.ask(growers).await["growers"]["nodes"][0]["plots"]["nodes"][0]["areaMu"], "3.50");
    let sales = "{ sales(first: 100) { totalCount pageInfo { hasNextPage } nodes {
        id soldOn channel quantityKg amountYuan voidedAt grower { displayName } variety { name } region { name } recordedBy { username } } } }";
    clerk.ask(sales).await;
}

#[tokio::test]
async fn aliases() {
    let settings = [("QUERY_ALIASES", "2")];
    at_and_above(&settings, "{ a: __typename b: __typename }", "{ a: __typename b: __typename c: __typename }", "2 ")
        .await;
    at_and_above(
        &settings,
        "{ ...f } fragment f on Query { a: __typename b: __typename }",
        r#"{ ...f region(code: "50") { c: code } } fragment f on Query { a: __typename b: __typename }"#,
        "2 ",
    )
    .await;
}

#[tokio::test]
async fn root_fields() {
    let at = "{ __typename serviceInfo { version } }";
    at_and_above(&[("QUERY_ROOT_FIELDS", "2")], at, "{ __typename serviceInfo { version } me { id } }", "2 ").await;
}

#[tokio::test]
async fn directives() {
    let at = "{ __typename @include(if: true) me @skip(if: true) { id } }";
    let above = "{ __typename @include(if: true) me @skip(if: true) { id @include(if: true) } }";
    at_and_above(&[("QUERY_DIRECTIVES", "2")], at, above, "2 ").await;
}

#[tokio::test]
async fn tokens() {
    at_and_above(&[("QUERY_TOKENS", "6")], "{ me { id } }", "{ me { id username } }", "6 tokens").await;
}

#[tokio::test]
async fn page_size() {
    let app = TestApp::new().await;
    let size = async |app: &TestApp, query: &str| {
        app.post(&[], query).await.json()["data"]["regions"]["nodes"].as_array().map(Vec::len)
    };
    assert_eq!(size(&app, "{ regions(first: 100) { nodes { code } } }").await, Some(100));
    assert_eq!(size(&app, "{ regions(first: 101) { nodes { code } } }").await, Some(100));
    assert_eq!(size(&app, "{ regions { nodes { code } } }").await, Some(20));
    let small = app.configured(&[("PAGE_SIZE", "7")]);
    assert_eq!(size(&small, "{ regions(first: 8) { nodes { code } } }").await, Some(7));
    assert_eq!(size(&small, "{ regions { nodes { code } } }").await, Some(7));
}

#[tokio::test]
async fn body_size() {
    let app = TestApp::new().await.configured(&[("BODY_LIMIT_KIB", "1")]);
    let padded = |length: usize| format!("{}{}", r#"{"query":"{ __typename }"}"#, " ".repeat(length - 26));
    assert_eq!(app.post_body(&[], padded(1024)).await.brief(), (200, None));
    let refused = app.post_body(&[], padded(1025)).await;
    assert_eq!(refused.brief(), refusal(413, "TOO_COMPLEX"));
    assert!(refused.message().contains("at most 1 KiB"), "{}", refused.message());
}

#[tokio::test]
async fn body_size_where_its_length_is_not_given() {
    let app = TestApp::new().await;
    let address = app.listen(&[("BODY_LIMIT_KIB", "1")]).await;
    for (length, status) in [(1024, "200 OK"), (1025, "413 Payload Too Large")] {
        let body = format!("{}{}", r#"{"query":"{ __typename }"}"#, " ".repeat(length - 26));
        let (first, second) = body.split_at(600);
        let request = format!(
            "POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\nconnection: close\r\n\
             transfer-encoding: chunked\r\n\r\n{:x}\r\n{first}\r\n{:x}\r\n{second}\r\n0\r\n\r\n",
            first.len(),
            second.len()
        );
        let answer = read_to_end(connect(address, request.as_bytes()).await).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{length}: {answer}");
    }
}

#[tokio::test]
async fn variables() {
    let app = TestApp::new().await.configured(&[("VARIABLES", "3"), ("VARIABLES_DEPTH", "2"), ("VARIABLES_KIB", "1")]);
    let ask = async |variables: Value| {
        app.post_body(&[], json!({"query": "{ __typename }", "variables": variables}).to_string()).await
    };
    for (at, above, limit) in [
        (json!({"a": 1, "b": [1]}), json!({"a": 1, "b": [1, 2]}), "at most 3 values"),
        (json!({"a": {"b": [1]}}), json!({"a": {"b": [[]]}}), "at most 2 lists and objects"),
        (json!({"a": "x".repeat(1023)}), json!({"a": "x".repeat(1024)}), "at most 1 KiB"),
    ] {
        assert_eq!(ask(at.clone()).await.brief(), (200, None), "{at}");
        let refused = ask(above.clone()).await;
        assert_eq!(refused.brief(), refusal(400, "TOO_COMPLEX"), "{above}");
        assert!(refused.message().contains(limit), "{}", refused.message());
    }
}

#[tokio::test]
async fn batch_length() {
    let app = TestApp::new().await.configured(&[("BATCH_LENGTH", "2")]);
    let batch = |length: usize| json!(vec![json!({"query": "{ __typename }"}); length]).to_string();
    let answered = app.post_body(&[], batch(2)).await;
    assert_eq!(answered.json(), json!([{"data": {"__typename": "Query"}}, {"data": {"__typename": "Query"}}]));
    assert_eq!(app.post_body(&[], batch(1)).await.json(), json!([{"data": {"__typename": "Query"}}]));
    for length in [0, 3] {
        let refused = app.post_body(&[], batch(length)).await;
        let answers = refused.json();
        let [answer] = answers.as_array().expect("an array").as_slice() else {
            panic!("one answer for all: {answers}")
        };
        assert_eq!((refused.status.as_u16(), &answer["errors"][0]["extensions"]["code"]), (400, &json!("TOO_COMPLEX")));
        assert!(answer["errors"][0]["message"].as_str().is_some_and(|message| message.contains("1 to 2")), "{answer}");
        assert!(answer.get("data").is_none());
    }
    let mixed = json!([{"query": "{ __typename }"}, {"query": "{ nothing }"}]).to_string();
    let mixed = app.post_body(&[], mixed).await.json();
    assert_eq!(
        (&mixed[0]["data"]["__typename"], &mixed[1]["errors"][0]["extensions"]["code"]),
        (&json!("Query"), &json!("INVALID_INPUT"))
    );
    for wrong in [json!(7), json!({}), json!({"query": 7})] {
        let answers = app.post_body(&[], json!([wrong, {"query": "{ __typename }"}]).to_string()).await.json();
        assert_eq!(answers[0]["errors"][0]["extensions"]["code"], "INVALID_INPUT", "{wrong}");
        assert_eq!(
            answers[1],
            json!({"data": {"__typename": "Query"}}),
            "what is wrong with {wrong} is answered in its place"
        );
    }
}

#[tokio::test]
async fn request_time() {
    let app = TestApp::new().await;
    let hasty = app.configured(&[("REQUEST_SECONDS", "1")]);
    let admin = app.admin().await;
    let (holding, held) = oneshot::channel();
    let (release, released) = oneshot::channel::<()>();
    let database = app.database.clone();
    // On SQLite there is only one writer at a time. On PostgreSQL the row of the account's session is locked, which
    // sign-out has to delete.
    let holder = tokio::spawn(async move {
        database
            .write(async move |txn| {
                txn.ruin("UPDATE session SET expires_at = expires_at").await?;
                let _ = holding.send(());
                let _ = released.await;
                Ok(())
            })
            .await
    });
    held.await.expect("the lock is held");
    let refused = hasty.post(&[("authorization", &admin.bearer())], "mutation { signOut { signedOut } }").await;
    assert_eq!(refused.brief(), refusal(503, "TOO_COMPLEX"));
    assert!(refused.message().contains("at most 1 s"), "{}", refused.message());
    release.send(()).expect("released");
    holder.await.expect("the holder").expect("committed");
    assert_eq!(hasty.post(&[], "{ __typename }").await.brief(), (200, None));
}

#[tokio::test]
async fn requests_a_minute() {
    let app = TestApp::new().await;
    let [clerk, admin] = [app.clerk().await.bearer(), app.admin().await.bearer()];
    let limited = app.configured(&[("RATE_LIMIT_PER_MINUTE", "2"), ("TRUSTED_PROXIES", "10.0.0.0/8")]);
    let ask = async |peer: &str, headers: &[(&str, &str)]| {
        let request = from(peer, post(headers)).body(Body::from(r#"{"query":"{ me { id } }"}"#)).expect("a request");
        send(limited.router(), request).await
    };
    for _ in 0..2 {
        assert_eq!(ask("192.0.2.1", &[]).await.brief(), (200, None));
    }
    let refused = ask("192.0.2.1", &[]).await;
    assert_eq!(refused.brief(), refusal(429, "RATE_LIMITED"));
    assert!(refused.message().contains("at most 2 a minute"), "{}", refused.message());
    let seconds: u64 = refused.header("retry-after").expect("a wait").parse().expect("seconds");
    assert!((1..=30).contains(&seconds), "{seconds}");
    assert_eq!(refused.json()["errors"][0]["extensions"]["retryAfterSeconds"], seconds);

    assert_eq!(
        ask("192.0.2.1", &[("x-forwarded-for", "192.0.2.77")]).await.status,
        429,
        "anybody can claim an address"
    );
    assert_eq!(ask("192.0.2.2", &[]).await.brief(), (200, None), "another address");
    assert_eq!(
        ask("10.0.0.1", &[("x-forwarded-for", "192.0.2.3")]).await.brief(),
        (200, None),
        "another address behind a proxy"
    );
    assert_eq!(ask("10.0.0.1", &[("x-forwarded-for", "192.0.2.1")]).await.status, 429, "the first one behind a proxy");
    // An account is limited by its own requests only, neither by others from its address nor by the address that it
    // uses.
    assert_eq!(ask("192.0.2.1", &[("authorization", &clerk)]).await.brief(), (200, None));
    assert_eq!(ask("192.0.2.9", &[("authorization", &clerk)]).await.brief(), (200, None));
    assert_eq!(ask("192.0.2.8", &[("authorization", &clerk)]).await.status, 429);
    assert_eq!(ask("192.0.2.8", &[("authorization", &admin)]).await.brief(), (200, None));
    // A wrong token is counted as no account.
    assert_eq!(ask("192.0.2.1", &[("authorization", "Bearer wrong")]).await.status, 429);
}

#[tokio::test]
async fn every_route_counts_towards_requests_a_minute() {
    let app = TestApp::new().await.configured(&[("RATE_LIMIT_PER_MINUTE", "3")]);
    for path in ["/health", "/schema.graphql", "/nowhere"] {
        assert_ne!(app.get(&[], path).await.status, 429, "{path}");
    }
    assert_eq!(app.get(&[], "/health").await.brief(), refusal(429, "RATE_LIMITED"));
}

#[tokio::test]
async fn each_request_of_a_batch_counts() {
    let app = TestApp::new().await.configured(&[("RATE_LIMIT_PER_MINUTE", "3")]);
    let batch = json!(vec![json!({"query": "{ __typename }"}); 2]).to_string();
    assert_eq!(app.post_body(&[], batch.clone()).await.status, 200);
    let answered = app.post_body(&[], batch.clone()).await;
    let answers = answered.json();
    assert_eq!(
        answers[0],
        json!({"data": {"__typename": "Query"}}),
        "the third within the limit, whose answer is not lost"
    );
    assert_eq!(answers[1]["errors"][0]["extensions"]["code"], "RATE_LIMITED");
    assert!(answers.as_array().is_some_and(|answers| answers.len() == 2) && answered.header("retry-after").is_some());
    assert_eq!(app.post_body(&[], batch).await.brief(), refusal(429, "RATE_LIMITED"));
}

#[tokio::test]
async fn tries_to_sign_in() {
    let app = TestApp::new().await.configured(&[("SIGN_IN_LIMIT_PER_MINUTE", "1")]);
    let input = json!({"username": "li", "password": "pear-blossom-2026", "role": "CLERK", "regionCode": VILLAGE});
    app.admin().await.change("createAccount", input, "account { id }").await;
    let sign_in = async |peer: &str, name: &str, password: &str| {
        let query =
            format!(r#"mutation {{ signIn(input: {{username: "{name}", password: "{password}"}}) {{ token }} }}"#);
        let request = from(peer, post(&[])).body(Body::from(json!({"query": query}).to_string())).expect("a request");
        send(app.router(), request).await
    };
    assert_eq!(sign_in("192.0.2.1", "li", "wrong-password").await.code().as_deref(), Some("UNAUTHENTICATED"));
    let refused = sign_in("192.0.2.1", "li", "pear-blossom-2026").await;
    assert_eq!(refused.code().as_deref(), Some("RATE_LIMITED"), "also with the right password");
    assert!(refused.message().contains("at most 1 a minute"), "{}", refused.message());
    assert!(refused.header("retry-after").is_some());
    assert_eq!(sign_in("192.0.2.2", "li", "pear-blossom-2026").await.code(), None, "its owner is not locked out");
    // The limit per address is looser: with one attempt used and one refused, eight more names may be tried.
    for name in 0..8 {
        assert_eq!(
            sign_in("192.0.2.1", &format!("x{name}"), "wrong-password").await.code().as_deref(),
            Some("UNAUTHENTICATED"),
            "{name}"
        );
    }
    assert_eq!(sign_in("192.0.2.1", "one-more", "wrong-password").await.code().as_deref(), Some("RATE_LIMITED"));
}

#[tokio::test]
async fn aliases_are_no_way_around_tries_to_sign_in() {
    let app = TestApp::new().await.configured(&[("SIGN_IN_LIMIT_PER_MINUTE", "1")]);
    let attempt = r#"signIn(input: {username: "li", password: "wrong-password"}) { token }"#;
    let answer = app.post(&[], &format!("mutation {{ a: {attempt} b: {attempt} c: {attempt} }}")).await.json();
    let codes: Vec<&Value> =
        answer["errors"].as_array().expect("errors").iter().map(|error| &error["extensions"]["code"]).collect();
    assert_eq!(codes, ["UNAUTHENTICATED", "RATE_LIMITED", "RATE_LIMITED"]);
}

#[tokio::test]
async fn connections_in_all() {
    let app = TestApp::new().await;
    let address = app.listen(&[("CONNECTIONS", "2")]).await;
    let typename = r#"{"query":"{ __typename }"}"#;
    let idle = connect(address, b"").await;
    assert!(exchange(address, &[], typename).await.starts_with("HTTP/1.1 200 OK"), "the second connection");
    let second = connect(address, b"").await;
    let refused = exchange(address, &[], typename).await;
    assert!(refused.starts_with("HTTP/1.1 429 Too Many Requests"), "{refused}");
    assert!(refused.contains("Retry-After: 1") && refused.contains(r#""code":"RATE_LIMITED""#), "{refused}");
    assert!(refused.contains("at most 2"), "{refused}");
    drop((idle, second));
    // The server notices the closed connections when it reads from them, which soon happens.
    let mut answer = String::new();
    eventually("a free place", async || {
        answer = exchange(address, &[], typename).await;
        !answer.starts_with("HTTP/1.1 429")
    })
    .await;
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
}
