//! A refusal for cost says what the request would cost.

use serde_json::json;

use super::Wires;
use crate::{app::TestApp, service::wire::refusal};

async fn refused(app: &TestApp, query: &str, variables: serde_json::Value) -> String {
    let answer = app.post_body(&[], json!({"query": query, "variables": variables}).to_string()).await;
    assert_eq!(answer.brief(), refusal(200, "TOO_COMPLEX"), "{query}");
    answer.message()
}

#[tokio::test]
async fn the_refusal_names_cost_limit_and_dearest_field() {
    let app = TestApp::new().await;
    let query = "{ me { id } r: regions(first: 100) { nodes { name c: children { name children { name } } } } }";
    // For each of a hundred regions: the region, its name, and its children. Each of the fifty children has a name and
    // fifty children with their names.
    let said = refused(&app, query, json!({})).await;
    assert!(said.contains(&format!("it costs {}", 2 + 1 + 100 * (1 + 1 + 1 + 50 * (1 + 1 + 50)))), "{said}");
    assert!(said.contains("at most 20000 fields"), "{said}");
    assert!(said.contains(&format!("\"r.nodes.c.children\", which costs {}", 100 * 50 * (1 + 50))), "{said}");
    let admin = app.admin().await;
    let chinese = Wires { language: "zh", ..Wires::of(app, admin).await }.message(query).await;
    assert!(chinese.contains("最多 20000") && chinese.contains("r.nodes.c.children"), "{chinese}");
}

#[tokio::test]
async fn an_absent_variable_costs_what_its_field_takes_without_it() {
    let app = TestApp::new().await.configured(&[("QUERY_COMPLEXITY", "61")]);
    let query = "query($n: Int) { regions(first: $n) { nodes { code name } } }";
    let answer =
        |variables: serde_json::Value| app.post_body(&[], json!({"query": query, "variables": variables}).to_string());
    assert_eq!(answer(json!({})).await.code(), None);
    assert_eq!(answer(json!({"n": null})).await.code(), None);
    assert_eq!(answer(json!({"n": 20})).await.code(), None);
    assert!(refused(&app, query, json!({"n": 21})).await.contains("it costs 64"));
}

#[tokio::test]
async fn text_that_is_copied_each_time_costs_each_time() {
    let app = TestApp::new().await;
    let query = "query($t: String) { regions(first: 100) { nodes { children { plots: parent { code } } } } a: regions(filter: {nameContains: $t}) { totalCount } }";
    let answer = app.post_body(&[], json!({"query": query, "variables": {"t": "山"}}).to_string()).await;
    assert_eq!(answer.code(), None, "{}", answer.json());
    let clerk = app.clerk().await;
    let query = "query($t: String) { growers(first: 100) { nodes { plots(first: 100, after: $t) { totalCount } } } }";
    let answer = clerk.send(query, json!({"t": "x".repeat(100 * 1024)})).await;
    assert!(answer["errors"][0]["message"].as_str().expect("a message").contains("it costs 20"), "{answer}");
    assert_eq!(answer["errors"][0]["extensions"]["code"], "TOO_COMPLEX");
}
