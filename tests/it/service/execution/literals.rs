//! Which literals a document may contain.

use serde_json::json;

use super::Wires;
use crate::app::{TestApp, VILLAGE};

async fn clerk() -> Wires {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    Wires::of(app, clerk).await
}

#[tokio::test]
async fn an_id_is_a_text_or_a_whole_number_of_any_size() {
    let wires = clerk().await;
    let data = r#"{"region":{"code":"500235136005"}}"#;
    wires.answers("{ region(code: 500235136005) { code } }", json!({}), data).await;
    wires.answers("{ region(code: \"500235136005\") { code } }", json!({}), data).await;
    let query = "query($c: ID!) { region(code: $c) { code } }";
    wires.answers(query, json!({"c": 500_235_136_005_u64}), data).await;
    wires.answers(query, json!({"c": "500235136005"}), data).await;
    wires.answers("query($c: ID = 500235136005) { region(code: $c) { code } }", json!({}), data).await;
    wires
        .answers(
            "{ regions(filter: {parentCode: 500235136}, first: 1) { nodes { code } } }",
            json!({}),
            r#"{"regions":{"nodes":[{"code":"500235136001"}]}}"#,
        )
        .await;
    // A number too large for any integer is still an id, although of no record.
    for number in ["123456789012345678901234567890", "-9223372036854775809", "18446744073709551616"] {
        wires
            .fails(&format!("{{ region(code: {number}) {{ code }} }}"), r#"{"region":null}"#, &[json!(["region"])])
            .await;
    }
    for number in ["#123456789012345678901234567890#", "#-9223372036854775809#", "#18446744073709551616#"] {
        for reply in wires.send(query, json!({"c": number})).await {
            assert_eq!((reply.status, reply.data.as_deref()), (200, Some(r#"{"region":null}"#)), "{reply:?}");
            assert_eq!(reply.errors[0]["extensions"]["code"], "NOT_FOUND", "{reply:?}");
        }
    }
    for literal in ["1.5", "1e3", "true", "A", "{}"] {
        wires
            .refuses(&format!("{{ region(code: {literal}) {{ code }} }}"), json!({}), Some("code"), &["\"ID!\""])
            .await;
    }
    let text = "{ regions(filter: {nameContains: 123456789012345678901234567890}) { totalCount } }";
    wires.refuses(text, json!({}), Some("filter.nameContains"), &["expected a string"]).await;
    let int = "{ regions(first: 123456789012345678901234567890) { totalCount } }";
    wires.refuses(int, json!({}), Some("first"), &["within 32 bits"]).await;
    // As a variable, it is neither.
    let number = "#123456789012345678901234567890#";
    for (query, field) in [
        ("query($first: Int) { regions(first: $first) { totalCount } }", "first"),
        ("query($name: String) { regions(filter: {nameContains: $name}) { totalCount } }", "filter.nameContains"),
    ] {
        wires.refuses(query, json!({"first": number, "name": number}), Some(field), &["expected a"]).await;
    }
}

#[tokio::test]
async fn characters_beyond_the_basic_plane_are_escaped_in_both_ways() {
    let wires = clerk().await;
    for escaped in [r"\uD842\uDFB7", r"\ud842\udfb7", r"\u{20BB7}", r"\u{020bb7}", "𠮷"] {
        let query = format!(
            r#"mutation {{ registerGrower(input: {{name: "{escaped}田", kind: HOUSEHOLD, regionCode: {VILLAGE}}}) {{ grower {{ name }} }} }}"#
        );
        wires.answers(&query, json!({}), r#"{"registerGrower":{"grower":{"name":"𠮷田"}}}"#).await;
    }
    for escaped in [r"\uD842", r"\uDFB7", r"\uDFB7\uD842", r"\uD842\u0041", r"\u{D842}", r"\u{110000}", r"\u{}"] {
        wires
            .refuses(&format!("{{ region(code: \"{escaped}\") {{ code }} }}"), json!({}), None, &["syntax error"])
            .await;
    }
    // Columns after an escape are counted correctly.
    let reply = &wires.send(r#"{ region(code: "\uD842\uDFB7") { nothing } }"#, json!({})).await[0];
    assert_eq!(reply.errors[0]["locations"], json!([{"line": 1, "column": 34}]));
}

#[tokio::test]
async fn a_variable_goes_only_where_its_type_is_taken() {
    let wires = clerk().await;
    for (query, says) in [
        (
            "query($c: String!) { region(code: $c) { code } }",
            "\"$c\" of type \"String!\" cannot be used for \"code\", which expects \"ID!\"",
        ),
        ("query($c: ID) { region(code: $c) { code } }", "\"$c\" of type \"ID\" cannot be used for \"code\""),
        ("query($c: ID = null) { region(code: $c) { code } }", "\"$c\" of type \"ID\" cannot be used for \"code\""),
        ("query($c: [ID!]) { region(code: $c) { code } }", "\"$c\" of type \"[ID!]\" cannot be used for \"code\""),
        (
            "query($c: Int) { regions(filter: {parentCode: $c}) { totalCount } }",
            "cannot be used for \"filter.parentCode\"",
        ),
        (
            "query($c: Boolean) { ...f } fragment f on Query { regions(first: $c) { totalCount } }",
            "\"$c\" of type \"Boolean\" cannot be used for \"first\"",
        ),
    ] {
        wires.refuses(query, json!({"c": "50"}), None, &[says]).await;
    }
    // A variable with a default may be used where null is not allowed, even if its own type is nullable.
    let query = "query($c: ID = \"50\") { region(code: $c) { code } }";
    wires.answers(query, json!({}), r#"{"region":{"code":"50"}}"#).await;
    for reply in wires.send(query, json!({"c": null})).await {
        assert_eq!((reply.status, reply.data.as_deref()), (200, Some(r#"{"region":null}"#)), "{reply:?}");
        let [error] = reply.errors.as_slice() else { panic!("one error: {reply:?}") };
        assert_eq!(
            (&error["path"], error["extensions"]["field"].as_str()),
            (&json!(["region"]), Some("c")),
            "{reply:?}"
        );
    }
}
