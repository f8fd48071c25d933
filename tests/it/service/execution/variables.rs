//! Variables are coerced before anything is executed.

use serde_json::{Value, json};

use super::Wires;
use crate::app::{TestApp, VILLAGE};

/// A town with a clerk, and a mutation that precedes the one with the wrong variable.
async fn town() -> Wires {
    let app = TestApp::new().await;
    app.reference_data().await;
    let clerk = app.clerk().await;
    Wires::of(app, clerk).await
}

const TWO: &str = r#"($i: RecordSaleInput!) {
    a: recordVisitors(input: {siteCode: "gate", date: "2026-11-01", visitors: 7}) { __typename }
    b: recordSale(input: $i) { sale { id } } }"#;

async fn nothing_is_recorded(wires: &Wires) {
    let report = wires.client.report(2026, "visitors salesRevenueYuan").await;
    assert_eq!(report, json!({"visitors": 0, "salesRevenueYuan": "0.00"}));
    assert_eq!(wires.client.ask("{ sales { totalCount } }").await["sales"]["totalCount"], 0);
    wires.app.verified().await;
}

fn sale() -> Value {
    json!({
        "soldOn": "2026-11-01", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear",
        "quantityKg": "10", "amountYuan": "50.00"
    })
}

fn sale_with(field: &str, value: Value) -> Value {
    let mut input = sale();
    input[field] = value;
    json!({"i": input})
}

#[tokio::test]
async fn a_wrong_variable_executes_nothing() {
    let wires = town().await;
    let query = format!("mutation{TWO}");
    let mut without = sale();
    without.as_object_mut().expect("an object").remove("soldOn");
    for (variables, field, says) in [
        (json!({}), "input", "it was not provided"),
        (json!({"i": null}), "input", "it must not be null"),
        (json!({"i": "sale"}), "input", "expected an object"),
        (json!({"i": without}), "input.soldOn", "a value of type \"Date!\" is required"),
        (sale_with("soldOn", Value::Null), "input.soldOn", "it must not be null"),
        (sale_with("channel", json!("BAZAAR")), "input.channel", "there is no such value"),
        (sale_with("quantityKg", json!(10)), "input.quantityKg", "expected a string"),
        (sale_with("regionCode", json!(1.5)), "input.regionCode", "expected a string or a whole number"),
        (sale_with("regionCode", json!(true)), "input.regionCode", "expected a string or a whole number"),
        (sale_with("colour", json!("red")), "input.colour", "type \"RecordSaleInput\" has no such field"),
    ] {
        wires.refuses(&query, variables, Some(field), &["\"$i\"", "\"RecordSaleInput!\"", says]).await;
    }
    nothing_is_recorded(&wires).await;
}

#[tokio::test]
async fn a_wrong_variable_is_reported_in_either_language() {
    let mut wires = town().await;
    wires.language = "zh";
    wires
        .refuses(&format!("mutation{TWO}"), json!({}), Some("input"), &["变量“$i”（类型“RecordSaleInput!”）：须提供"])
        .await;
    wires
        .refuses(
            "query($n: Int) { regions(first: $n) { totalCount } }",
            json!({"n": "2"}),
            Some("first"),
            &["应为 32 位以内的整数"],
        )
        .await;
}

#[tokio::test]
async fn every_wrong_variable_is_named() {
    let wires = town().await;
    let query = "query($a: ID!, $b: Int!, $c: Boolean = true) { region(code: $a) @include(if: $c) { code } regions(first: $b) { totalCount } }";
    for reply in wires.send(query, json!({"b": "2", "c": 1})).await {
        let said: Vec<&str> = reply.errors.iter().filter_map(|error| error["message"].as_str()).collect();
        assert_eq!(said.len(), 3, "{said:?}");
        for (said, variable) in said.iter().zip(["$a", "$b", "$c"]) {
            assert!(said.starts_with(&format!("Variable \"{variable}\"")), "{said}");
        }
        assert!(reply.errors.iter().all(|error| error["locations"][0]["line"] == 1), "{reply:?}");
    }
}

#[tokio::test]
async fn absent_null_and_value_are_three_things() {
    let wires = town().await;
    let all = "query($p: ID, $n: Int = 2) { regions(filter: {parentCode: $p}, first: $n) { nodes { code } } }";
    let none = r#"{"regions":{"nodes":[{"code":"50"},{"code":"500235"}]}}"#;
    wires.answers(all, json!({}), none).await;
    let one = r#"{"regions":{"nodes":[{"code":"500235136"}]}}"#;
    wires
        .answers(
            "query($c: ID = \"500235136001\") { region(code: $c) { parent { code } } }",
            json!({}),
            r#"{"region":{"parent":{"code":"500235136"}}}"#,
        )
        .await;
    wires
        .answers(
            "query($f: RegionFilter = {nameContains: \"云安\"}) { regions(filter: $f, first: 1) { nodes { code } } }",
            json!({}),
            one,
        )
        .await;
    // An explicit null overrides the default. An absent variable does not.
    for (variables, length) in [(json!({}), 2), (json!({"n": 1}), 1), (json!({"n": null}), 20)] {
        for reply in wires.send("query($n: Int = 2) { regions(first: $n) { nodes { code } } }", variables).await {
            let data: Value = serde_json::from_str(&reply.data.expect("data")).expect("JSON");
            assert_eq!(data["regions"]["nodes"].as_array().map(Vec::len), Some(length));
        }
    }
}

#[tokio::test]
async fn a_patch_tells_an_absent_variable_from_null() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let id = clerk.register_grower("王大山", VILLAGE).await;
    let wires = Wires::of(app, clerk).await;
    let query = "mutation($id: ID!, $name: String, $phone: String) {
        updateGrower(input: {growerId: $id, name: $name, phone: $phone}) { grower { name phone } } }";
    let kept = r#"{"updateGrower":{"grower":{"name":"王二","phone":"13800001234"}}}"#;
    wires.answers(query, json!({"id": id, "name": "王二"}), kept).await;
    let emptied = r#"{"updateGrower":{"grower":{"name":"王二","phone":null}}}"#;
    wires.answers(query, json!({"id": id, "phone": null}), emptied).await;
}

#[tokio::test]
async fn a_single_value_is_a_list_of_one() {
    let app = TestApp::demo().await;
    let official = app.sign_in_to_demo("official").await;
    let wires = Wires::of(app, official).await;
    let query = "query($by: [StatisticsDimension!]!) { salesStatistics(filter: {regionCode: \"500235136\", from: \"2024-01-01\", to: \"2024-12-31\"},
        groupBy: $by) { __typename } }";
    for variables in [json!({"by": ["CHANNEL"]}), json!({"by": "CHANNEL"})] {
        for reply in wires.send(query, variables).await {
            assert_eq!((reply.status, &reply.errors), (200, &Vec::new()));
        }
    }
    wires.refuses(query, json!({"by": ["CHANNEL", "COLOUR"]}), Some("groupBy.1"), &["there is no such value"]).await;
}

#[tokio::test]
async fn a_variable_that_is_not_defined_or_not_used_is_a_mistake() {
    let wires = town().await;
    wires.refuses("query { region(code: $c) { code } }", json!({"c": "50"}), None, &["\"$c\" is not defined"]).await;
    wires.refuses("query($c: ID) { __typename }", json!({"c": "50"}), None, &["\"$c\" is never used"]).await;
    // Values for undeclared variables are ignored.
    wires
        .answers(
            "query($c: ID!) { region(code: $c) { code } }",
            json!({"c": "50", "d": 1e9}),
            r#"{"region":{"code":"50"}}"#,
        )
        .await;
}
