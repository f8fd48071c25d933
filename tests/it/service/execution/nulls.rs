//! A field that fails is null. If it is non-null, the null propagates to the nearest nullable parent.

use serde_json::json;

use super::Wires;
use crate::app::{TestApp, VILLAGE};

async fn two_growers() -> (Wires, String) {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let first = clerk.register_grower("王大山", VILLAGE).await;
    clerk.register_grower("李小河", VILLAGE).await;
    (Wires::of(app, clerk).await, first)
}

#[tokio::test]
async fn null_goes_up_to_the_nearest_field_that_may_be_null() {
    let (wires, id) = two_growers().await;
    let query = format!(r#"{{ grower(id: "{id}") {{ id plots(after: "bad") {{ nodes {{ id }} }} }} }}"#);
    wires.fails(&query, r#"{"grower":null}"#, &[json!(["grower", "plots"])]).await;
    // The fields beside it are answered.
    let query = format!(
        r#"{{ r: region(code: "50") {{ code }} g: grower(id: "{id}") {{ p: plots(after: "bad") {{ nodes {{ id }} }} }} }}"#
    );
    wires.fails(&query, r#"{"r":{"code":"50"},"g":null}"#, &[json!(["g", "p"])]).await;
    let query = r#"{ sales(after: "bad") { nodes { id } } region(code: "50") { code } }"#;
    wires.fails(query, r#"{"sales":null,"region":{"code":"50"}}"#, &[json!(["sales"])]).await;
}

#[tokio::test]
async fn null_goes_up_to_data() {
    let (wires, _) = two_growers().await;
    let query = r#"{ me { username } regions(after: "bad") { nodes { code } } }"#;
    wires.fails(query, "null", &[json!(["regions"])]).await;
    wires.fails(r#"{ regions(after: "bad") { totalCount } }"#, "null", &[json!(["regions"])]).await;
}

#[tokio::test]
async fn null_goes_up_through_lists() {
    let (wires, _) = two_growers().await;
    let query = r#"{ growers(first: 2) { nodes { id plots(after: "bad") { nodes { id } } } } }"#;
    let paths = [json!(["growers", "nodes", 0, "plots"]), json!(["growers", "nodes", 1, "plots"])];
    wires.fails(query, r#"{"growers":null}"#, &paths).await;
}

#[tokio::test]
async fn all_failed_fields_report_in_the_order_of_the_selection() {
    let (wires, _) = two_growers().await;
    let query = r#"{
        b: regions(after: "bad") { nodes { code } }
        a: regions(after: "worse") { nodes { code } }
        sales(after: "bad") { nodes { id } }
        region(code: "500235136") { code }
        ...more
    } fragment more on Query { plots(after: "bad") { totalCount } regions(after: "worst") { totalCount } }"#;
    let paths = [json!(["b"]), json!(["a"]), json!(["sales"]), json!(["plots"]), json!(["regions"])];
    for _ in 0..3 {
        wires.fails(query, "null", &paths).await;
    }
}
