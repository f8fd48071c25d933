//! Mistakes in a document are reported in the caller's language only, with their locations.

use serde_json::json;

use super::Wires;
use crate::app::TestApp;

/// Documents that do not match the schema, and the message for each.
const MISTAKES: [(&str, &str); 32] = [
    ("{ regoin }", "Unknown field \"regoin\" on type \"Query\". Did you mean \"region\"?"),
    ("{ region(code: 1) { nothingLikeThis } }", "Unknown field \"nothingLikeThis\" on type \"Region\"."),
    ("{ region(code: 1) }", "Field \"region\" of type \"Region\" must have a selection"),
    ("{ me { username { first } } }", "Field \"username\" must not have a selection"),
    ("{ region { code } }", "Argument \"code\" of type \"ID!\" is required on field \"Query.region\""),
    (
        "{ region(code: 1, cod: 2) { code } }",
        "Unknown argument \"cod\" on field \"Query.region\". Did you mean \"code\"?",
    ),
    ("{ region(code: 1, code: 2) { code } }", "only one argument named \"code\""),
    ("{ region(code: null) { code } }", "\"code\" must be of type \"ID!\": it must not be null"),
    ("{ regions(first: \"2\") { totalCount } }", "\"first\" must be of type \"Int\""),
    ("{ regions(filter: 2) { totalCount } }", "\"filter\" must be of type \"RegionFilter\": expected an object"),
    ("{ regions(filter: {colour: 2}) { totalCount } }", "unknown field \"colour\" of type \"RegionFilter\""),
    (
        "mutation { signIn(input: {username: \"li\"}) { token } }",
        "\"input\" lacks its field \"password\" of type \"String!\"",
    ),
    (
        "mutation { registerGrower(input: {name: \"a\", kind: HOUSEHOLDS, regionCode: 1}) { __typename } }",
        "Did you mean \"HOUSEHOLD\"?",
    ),
    (
        "mutation { registerGrower(input: {name: \"a\", kind: \"HOUSEHOLD\", regionCode: 1}) { __typename } }",
        "there is no such value",
    ),
    ("{ ...nothing }", "Unknown fragment \"nothing\""),
    ("{ __typename } fragment f on Query { __typename }", "Fragment \"f\" is never used"),
    ("{ ...f } fragment f on Nothing { __typename }", "Unknown type \"Nothing\""),
    ("{ ...f } fragment f on Decimal { __typename }", "Fragment \"f\" cannot be on type \"Decimal\""),
    ("{ ... on Region { code } }", "can never be of type \"Region\""),
    ("{ ...f } fragment f on Region { code }", "Fragment \"f\" cannot be spread here"),
    ("query($a: Nothing) { regions(first: $a) { totalCount } }", "Unknown type \"Nothing\""),
    ("query($a: Region) { regions(first: $a) { totalCount } }", "which is not an input type"),
    ("query($a: Int, $a: Int) { regions(first: $a) { totalCount } }", "only one variable named \"$a\""),
    ("query($a: Int = \"x\") { regions(first: $a) { totalCount } }", "\"a\" must be of type \"Int\""),
    ("{ region(code: 1) { code code: name } }", "Fields \"code\" conflict"),
    (
        "{ region(code: 1) { code } ...f } fragment f on Query { region(code: 2) { code } }",
        "Fields \"region\" conflict",
    ),
    ("{ a: region(code: 1) { x: code } a: region(code: 1) { ... { x: name } } }", "Fields \"x\" conflict"),
    ("subscription { __typename }", "A subscription must select exactly one field"),
    ("query A { __typename } { __typename }", "an operation without a name must be the only one"),
    ("query A { __typename } query A { __typename }", "only one operation named \"A\""),
    ("{ ...f } fragment f on Query { __typename } fragment f on Query { __typename }", "only one fragment named \"f\""),
    ("{ region(code: ) }", "syntax error in line 1, column 16"),
];

#[tokio::test]
async fn each_mistake_is_named_with_its_place() {
    let app = TestApp::new().await;
    for (query, says) in MISTAKES {
        let answer = app.post(&[], query).await;
        let error = &answer.json()["errors"][0];
        assert!(error["message"].as_str().expect("a message").contains(says), "{query}: {error}");
        assert_eq!(error["extensions"]["code"], "INVALID_INPUT", "{query}");
        assert!(error["locations"][0]["line"].as_u64().is_some_and(|line| line == 1), "{query}: {error}");
    }
}

#[tokio::test]
async fn a_message_is_in_one_language() {
    let app = TestApp::new().await;
    let admin = app.admin().await;
    let mut wires = Wires::of(app, admin).await;
    for (query, _) in MISTAKES {
        wires.language = "zh";
        let chinese = wires.message(query).await;
        // Names of the schema and the document are in quotation marks.
        let mut outside = String::new();
        let mut is_quoted = false;
        for character in chinese.chars() {
            match character {
                '“' => is_quoted = true,
                '”' => is_quoted = false,
                character if !is_quoted => outside.push(character),
                _ => {}
            }
        }
        let words: Vec<&str> = outside
            .split(|character: char| !character.is_ascii_alphabetic())
            .filter(|word| !["", "null", "skip", "include"].contains(word))
            .collect();
        assert_eq!(words, Vec::<&str>::new(), "{query}: {chinese}");
        wires.language = "en";
        let english = wires.message(query).await;
        assert!(english.is_ascii(), "{query}: {english}");
    }
}

#[tokio::test]
async fn a_wrong_document_is_refused_on_every_wire() {
    let app = TestApp::new().await;
    let admin = app.admin().await;
    let wires = Wires::of(app, admin).await;
    wires.refuses("{ regoin }", json!({}), None, &["Unknown field \"regoin\""]).await;
    wires.refuses("mutation { signOut { nothing } }", json!({}), None, &["Unknown field \"nothing\""]).await;
}

#[tokio::test]
async fn names_that_look_alike_are_not_told_without_introspection() {
    let app = TestApp::new().await.configured(&[("INTROSPECTION", "false")]);
    assert!(!app.post(&[], "{ regoin }").await.message().contains("region\""));
}

#[tokio::test]
async fn a_name_as_long_as_the_document_is_not_repeated() {
    let app = TestApp::new().await;
    let answer = app.post(&[], &format!("{{ {} }}", "a".repeat(200 * 1024))).await;
    assert_eq!(answer.code().as_deref(), Some("INVALID_INPUT"));
    assert!(answer.body.len() < 2000, "{}", answer.body.len());
}

/// The introspection query of clients, with all fields that version 7.2 of the library answers.
const INTROSPECTION: &str = "query IntrospectionQuery { __schema { description queryType { name kind } mutationType { name kind }
    subscriptionType { name kind } types { ...FullType } directives { name description isRepeatable locations
    args(includeDeprecated: true) { ...InputValue } } } }
    fragment FullType on __Type { kind name description specifiedByURL isOneOf
      fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
      inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef }
      enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
    fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
    fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }";

#[tokio::test]
async fn the_types_of_introspection_are_those_that_are_answered() {
    let app = TestApp::new().await;
    let answer = app.visitor().ask(INTROSPECTION).await;
    let types = answer["__schema"]["types"].as_array().expect("types");
    let written = include_str!("../../../../src/graphql/document/introspection.graphql");
    for described in types.iter().filter(|kind| kind["name"].as_str().is_some_and(|name| name.starts_with("__"))) {
        let name = described["name"].as_str().expect("a name");
        let (_, rest) = written.split_once(&format!(" {name} {{")).unwrap_or_else(|| panic!("{name}"));
        let body = rest.split('}').next().expect("a body");
        for (group, mark) in [("fields", ":"), ("enumValues", "")] {
            for item in described[group].as_array().into_iter().flatten() {
                let item = item["name"].as_str().expect("a name");
                let is_written = body.lines().any(|line| {
                    let line = line.trim();
                    if mark.is_empty() {
                        line == item
                    } else {
                        line.starts_with(&format!("{item}:")) || line.starts_with(&format!("{item}("))
                    }
                });
                assert!(is_written, "{name}.{item}");
            }
        }
    }
}
