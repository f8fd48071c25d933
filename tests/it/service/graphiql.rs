//! GraphiQL, served from the binary. A build without the bundle serves a page that says so. `make test` bundles it
//! first.

use std::{path::Path, process::Command};

use axum::http::StatusCode;

use crate::{
    app::{PASSWORD, TestApp, on_postgres},
    service::wire::{Answer, refusal},
};

fn text(answer: &Answer) -> &str {
    std::str::from_utf8(&answer.body).expect("text")
}

/// Why tests of the page are skipped.
const NOT_BUNDLED: &str = "GraphiQL was not bundled; run `make graphiql` and build again";

/// The page; `None` if the program was built without it.
async fn page(app: &TestApp) -> Option<Answer> {
    let page = app.get(&[("accept", "text/html")], "/graphiql").await;
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    if page.status == StatusCode::NOT_FOUND {
        assert!(text(&page).contains("make graphiql"), "a build without it says how to get it");
        return None;
    }
    assert_eq!(page.status, StatusCode::OK);
    Some(page)
}

/// The paths of the files that the page loads.
fn loaded(page: &Answer) -> Vec<String> {
    let parts = text(page).split('"').filter(|part| part.starts_with("graphiql/assets/"));
    parts.map(|part| format!("/{part}")).collect()
}

#[tokio::test]
async fn the_page_loads_nothing_but_its_own_files() {
    let app = TestApp::new().await;
    let Some(page) = page(&app).await else { skip!("{NOT_BUNDLED}") };
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(policy.starts_with("default-src 'none'; script-src 'self'; "), "{policy}");
    for absent in ["unsafe-eval", "blob:", "http", "*", "script-src 'self' '"] {
        assert!(!policy.contains(absent), "{absent} in {policy}");
    }
    assert_eq!((page.header("x-frame-options"), page.header("cache-control")), (Some("DENY"), Some("no-cache")));
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    let html = text(&page);
    assert!(!html.contains("//") && !html.contains(" style=") && !html.contains("<style"), "{html}");
    assert!(
        html.matches("<script").count() == 1 && html.contains("></script>"),
        "no script stands in the page: {html}"
    );
    let hidden = app.configured(&[("INTROSPECTION", "false")]);
    assert_eq!(hidden.get(&[], "/graphiql").await.body, page.body, "the page needs no schema");
}

#[tokio::test]
async fn what_a_browser_has_is_not_sent_again() {
    let app = TestApp::new().await;
    let Some(page) = page(&app).await else { skip!("{NOT_BUNDLED}") };
    let mut addresses = loaded(&page);
    assert_eq!(addresses.len(), 2, "a script and a sheet");
    addresses.push("/graphiql".to_owned());
    for address in addresses {
        let first = app.get(&[("accept-encoding", "gzip, br")], &address).await;
        let tag = first.header("etag").expect("a tag").to_owned();
        for kept in [tag.clone(), format!("\"other\", {tag}"), "*".to_owned()] {
            let again = app.get(&[("accept-encoding", "gzip, br"), ("if-none-match", &kept)], &address).await;
            assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0), "{address} {kept}");
            for header in ["etag", "cache-control", "content-security-policy", "vary"] {
                assert_eq!(again.header(header), first.header(header), "{address} {header}");
            }
        }
        let changed = app.get(&[("if-none-match", "\"other\"")], &address).await;
        assert_eq!(changed.status, StatusCode::OK, "{address}");
    }
}

#[tokio::test]
async fn files_are_kept_for_ever_and_sent_compressed_to_whoever_takes_that() {
    let app = TestApp::new().await;
    let Some(page) = page(&app).await else { skip!("{NOT_BUNDLED}") };
    for address in loaded(&page) {
        let compressed = app.get(&[("accept-encoding", "br;q=1, gzip;q=0.5")], &address).await;
        assert_eq!(
            (compressed.status, compressed.header("content-encoding")),
            (StatusCode::OK, Some("gzip")),
            "{address}"
        );
        assert_eq!(compressed.header("cache-control"), Some("public, max-age=31536000, immutable"));
        assert_eq!(compressed.header("vary"), Some("accept-encoding"));
        assert_eq!(compressed.header("x-content-type-options"), Some("nosniff"));
        let media = if address.ends_with(".js") { "text/javascript; charset=utf-8" } else { "text/css; charset=utf-8" };
        assert_eq!(compressed.header("content-type"), Some(media));
        for headers in [&[][..], &[("accept-encoding", "gzip;q=0, identity")], &[("accept-encoding", "br")]] {
            let plain = app.get(headers, &address).await;
            assert_eq!((plain.status, plain.header("content-encoding")), (StatusCode::OK, None), "{address}");
            assert!(plain.body.len() > compressed.body.len() && std::str::from_utf8(&plain.body).is_ok(), "{address}");
        }
    }
}

#[tokio::test]
async fn an_unknown_file_is_refused() {
    let app = TestApp::new().await;
    for name in ["main.js", "index.html", "main-00000000.js", "..%2Findex.html", "%FF", ".gitignore"] {
        let answer = app.get(&[], &format!("/graphiql/assets/{name}")).await;
        assert_eq!(answer.brief(), refusal(404, "NOT_FOUND"), "{name}");
    }
}

/// In a real browser, the policy blocks nothing, and signing in and subscribing work.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_works_in_chromium() {
    if on_postgres() {
        skip!("it is driven once, on SQLite");
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("web/graphiql");
    let browser = std::env::var("CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
    if !folder.join("node_modules/playwright-core").is_dir() || !Path::new(&browser).exists() {
        skip!("{browser} or playwright-core is not installed; run `make browser graphiql`");
    }
    let app = TestApp::new().await;
    if page(&app).await.is_none() {
        skip!("{NOT_BUNDLED}");
    }
    app.account_with_password("li").await;
    let address = app.listen(&[]).await;
    let driven = tokio::task::spawn_blocking(move || {
        Command::new("node")
            .arg("test/page.mjs")
            .arg(format!("http://{address}"))
            .args(["li", PASSWORD])
            .current_dir(folder)
            .output()
    });
    let output = driven.await.expect("driven").expect("node is installed");
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}");
}
