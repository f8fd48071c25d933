//! Persisted documents: by their hash, registered, and which of them are refused at the start.

use serde_json::{Value, json};

use super::{ME, hash};
use crate::{app::TestApp, service::wire::refusal};

fn persisted(text: &str) -> Value {
    json!({"persistedQuery": {"version": 1, "sha256Hash": hash(text)}})
}

#[tokio::test]
async fn a_document_is_answered_by_its_hash_once_it_was_sent() {
    let app = TestApp::new().await;
    let text = "query Region($code: ID!) { region(code: $code) { name } }";
    let by_hash = json!({"extensions": persisted(text), "variables": {"code": "50"}}).to_string();
    let unknown = app.post_body(&[], by_hash.clone()).await;
    assert_eq!(unknown.message(), "PersistedQueryNotFound");
    assert_eq!(unknown.brief(), refusal(200, "PERSISTED_QUERY_NOT_FOUND"));
    let wrong = json!({"query": "{ me { id } }", "extensions": persisted(text)}).to_string();
    assert_eq!(app.post_body(&[], wrong).await.brief(), refusal(400, "INVALID_INPUT"));
    let full = json!({"query": text, "extensions": persisted(text), "variables": {"code": "50"}}).to_string();
    assert_eq!(app.post_body(&[], full).await.json()["data"]["region"]["name"], "重庆市");
    assert_eq!(app.post_body(&[], by_hash).await.json()["data"]["region"]["name"], "重庆市");
    let url = format!(
        "/graphql?variables=%7B%22code%22:%2250%22%7D&extensions=%7B%22persistedQuery%22:%7B%22version%22:1,%22sha256Hash%22:%22{}%22%7D%7D",
        hash(text)
    );
    assert_eq!(app.get(&[], &url).await.json()["data"]["region"]["name"], "重庆市");
    let mutation = r#"mutation { signOut { signedOut } }"#;
    app.post_body(&[], json!({"query": mutation, "extensions": persisted(mutation)}).to_string()).await;
    assert_eq!(app.get(&[], &url.replace(&hash(text), &hash(mutation))).await.status, 405);
}

#[tokio::test]
async fn only_registered_documents_are_answered_where_there_are_any() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "query Regions { regions { totalCount } }";
    std::fs::write(folder.path().join("regions.graphql"), format!("{text}\n")).expect("written");
    std::fs::write(folder.path().join("notes.txt"), "no document").expect("written");
    let path = folder.path().to_str().expect("a path");
    let app = TestApp::new().await.configured(&[("REGISTERED_DOCUMENTS", path)]);
    for parameters in
        [json!({"query": text}), json!({"query": format!("{text}\n")}), json!({"extensions": persisted(text)})]
    {
        assert!(app.post_body(&[], parameters.to_string()).await.json()["data"]["regions"]["totalCount"].is_number());
    }
    for parameters in
        [json!({"query": ME}), json!({"extensions": persisted(ME)}), json!({"query": ME, "extensions": persisted(ME)})]
    {
        assert_eq!(
            app.post_body(&[], parameters.to_string()).await.code().as_deref(),
            Some("FORBIDDEN"),
            "{parameters}"
        );
    }
}

#[tokio::test]
async fn documents_that_cannot_be_registered_are_named_at_the_start() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("broken.graphql"), "query {").expect("written");
    let app = TestApp::new().await;
    for (path, named) in
        [(folder.path().to_owned(), "broken.graphql"), (folder.path().join("missing.graphql"), "missing.graphql")]
    {
        let config = crate::app::config(&[("REGISTERED_DOCUMENTS", path.to_str().expect("a path"))]);
        let refused = lihua::http::router(app.database.clone(), &config).expect_err(named).to_string();
        assert!(refused.starts_with("REGISTERED_DOCUMENTS: ") && refused.contains(named), "{refused}");
    }
}
