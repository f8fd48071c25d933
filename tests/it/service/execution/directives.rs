//! What `@skip` and `@include` leave out, with defaults of variables, and what remains.

use serde_json::{Value, json};

use super::Wires;
use crate::app::{TestApp, VILLAGE};

async fn clerk() -> Wires {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    Wires::of(app, clerk).await
}

fn sale() -> Value {
    json!({
        "soldOn": "2026-11-01", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear",
        "quantityKg": "10", "amountYuan": "50.00"
    })
}

#[tokio::test]
async fn a_skipped_mutation_records_nothing() {
    let wires = clerk().await;
    let all = [
        "mutation($i: RecordSaleInput!, $preview: Boolean = true) { recordSale(input: $i) @skip(if: $preview) { sale { id } } }",
        "mutation($i: RecordSaleInput!, $preview: Boolean = true) { ... @skip(if: $preview) { recordSale(input: $i) { sale { id } } } }",
        "mutation($i: RecordSaleInput!, $really: Boolean! = false) { ...sell @include(if: $really) }
         fragment sell on Mutation { recordSale(input: $i) { sale { id } } }",
        "mutation($i: RecordSaleInput!) { recordSale(input: $i) @skip(if: true) { sale { id } } }",
        "mutation($i: RecordSaleInput!) { recordSale(input: $i) @include(if: true) @skip(if: true) { sale { id } } }",
    ];
    for query in all {
        wires.answers(query, json!({"i": sale()}), "{}").await;
    }
    // Null is not a condition. The request is refused, because it must be taken neither for true nor for false.
    wires.refuses(all[0], json!({"i": sale(), "preview": null}), Some("preview"), &["\"$preview\"", "null"]).await;
    assert_eq!(wires.client.ask("{ sales { totalCount } }").await["sales"]["totalCount"], 0);
    // It was the default that skipped the mutation.
    let recorded = wires.send(all[0], json!({"i": sale(), "preview": false})).await;
    assert!(recorded.iter().all(|reply| reply.errors.is_empty()), "{recorded:?}");
    assert_ne!(wires.client.ask("{ sales { totalCount } }").await["sales"]["totalCount"], 0);
    wires.app.verified().await;
}

#[tokio::test]
async fn conditions_see_defaults() {
    let wires = clerk().await;
    let (both, one) = (r#"{"region":{"code":"500235136","name":"云安镇"}}"#, r#"{"region":{"code":"500235136"}}"#);
    for selection in ["name @include(if: $more)", "... @include(if: $more) { name }", "...named @include(if: $more)"] {
        let fragment = if selection.starts_with("...named") { "fragment named on Region { name }" } else { "" };
        let query =
            format!("query($more: Boolean = true) {{ region(code: \"500235136\") {{ code {selection} }} }} {fragment}");
        wires.answers(&query, json!({}), both).await;
        wires.answers(&query, json!({"more": true}), both).await;
        wires.answers(&query, json!({"more": false}), one).await;
        let skipping = query.replace("@include", "@skip");
        wires.answers(&skipping, json!({}), one).await;
        wires.answers(&skipping, json!({"more": false}), both).await;
    }
}

#[tokio::test]
async fn what_is_skipped_whole_is_an_empty_object() {
    let wires = clerk().await;
    for (query, data) in [
        (r#"{ region(code: "500235136") @skip(if: true) { code } }"#, "{}"),
        (r#"{ ... @skip(if: true) { region(code: "500235136") { code } } }"#, "{}"),
        (r#"{ region(code: "500235136") { name @skip(if: true) } }"#, r#"{"region":{}}"#),
        (r#"{ regions(first: 2) { nodes { name @skip(if: true) } } }"#, r#"{"regions":{"nodes":[{},{}]}}"#),
        (r#"{ region(code: "50") { parent { name @skip(if: true) } } }"#, r#"{"region":{"parent":null}}"#),
        (
            r#"{ region(code: "500235") { parent { parent { name @skip(if: true) } name @skip(if: true) } } }"#,
            r#"{"region":{"parent":{"parent":null}}}"#,
        ),
    ] {
        wires.answers(query, json!({}), data).await;
    }
}

#[tokio::test]
async fn a_field_counts_once_whether_or_not_another_is_skipped() {
    let wires = clerk().await;
    let query = r#"{ region(code: "50") { name @skip(if: true) code name } region(code: "50") @skip(if: true) { parent { code } } }"#;
    wires.answers(query, json!({}), r#"{"region":{"code":"50","name":"重庆市"}}"#).await;
    // Skipped fields cost nothing and need no rights.
    let query = "query($all: Boolean = false) { __typename accounts @include(if: $all) { nodes { username } } }";
    wires.answers(query, json!({}), r#"{"__typename":"Query"}"#).await;
}

#[tokio::test]
async fn a_condition_that_is_none_is_refused() {
    let wires = clerk().await;
    for (query, field, says) in [
        ("{ __typename @skip }", Some("if"), "\"if\" of type \"Boolean!\" is required"),
        ("{ __typename @skip(if: 1) }", Some("if"), "expected true or false"),
        ("{ __typename @skip(if: null) }", Some("if"), "must not be null"),
        ("{ __typename @skip(unless: true, if: true) }", None, "Unknown argument \"unless\""),
        ("{ __typename @skip(if: true) @skip(if: false) }", None, "only once"),
        ("{ __typename @defer }", None, "Unknown directive \"@defer\""),
        ("query @skip(if: true) { __typename }", None, "may not be used here"),
        ("query($b: Boolean) { __typename @skip(if: $b) }", None, "\"$b\" of type \"Boolean\" cannot be used"),
        ("query($b: String!) { __typename @skip(if: $b) }", None, "\"$b\" of type \"String!\" cannot be used"),
        ("{ __typename @skip(if: $b) }", None, "\"$b\" is not defined"),
    ] {
        wires.refuses(query, json!({"b": true}), field, &[says]).await;
    }
}
