//! Fields are in the order of the selection, and selections with the same key are merged into one field.

use std::fmt::Write;

use async_graphql::{Value as Ordered, indexmap::IndexMap};
use serde_json::json;

use super::Wires;
use crate::app::{TestApp, VILLAGE};

async fn clerk() -> Wires {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    Wires::of(app, clerk).await
}

#[tokio::test]
async fn fields_stand_in_the_order_of_the_selection() {
    let wires = clerk().await;
    let query = r#"{
        z: region(code: "500235136") { ...second parent { name } name code ...first }
        me { __typename }
        a: region(code: "50") { name c: code b: code }
        ... on Query { z: region(code: "500235136") { level: __typename } __typename }
    }
    fragment first on Region { a: code parent { code a: name } }
    fragment second on Region { ... { parent { z: code } } n: name }"#;
    let data = concat!(
        r#"{"z":{"parent":{"z":"500235","name":"云阳县","code":"500235","a":"云阳县"},"n":"云安镇","name":"云安镇","code":"500235136","#,
        r#""a":"500235136","level":"Region"},"me":{"__typename":"Account"},"a":{"name":"重庆市","c":"50","b":"50"},"__typename":"Query"}"#
    );
    for _ in 0..3 {
        wires.answers(query, json!({}), data).await;
    }
}

#[tokio::test]
async fn a_field_that_is_selected_twice_is_executed_once() {
    let wires = clerk().await;
    let sale = json!({
        "soldOn": "2026-11-01", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear",
        "quantityKg": "10", "amountYuan": "50.00"
    });
    let query = "mutation($i: RecordSaleInput!) { recordSale(input: $i) { sale { quantityKg } } ...again ...again }
        fragment again on Mutation { recordSale(input: $i) { sale { amountYuan } } }";
    wires
        .answers(query, json!({"i": sale}), r#"{"recordSale":{"sale":{"quantityKg":"10.000","amountYuan":"50.00"}}}"#)
        .await;
    // For each of the media types of JSON and GraphQL: once by POST, once in an array, and twice by hash, where the
    // document is sent first. And once over the socket.
    assert_eq!(wires.client.ask("{ sales { totalCount } }").await["sales"]["totalCount"], 2 * (1 + 1 + 2) + 1);
}

/// A part of a selection of a region.
enum Part {
    Leaf(&'static str),
    Parent(&'static str, Vec<Part>),
    Inline(Vec<Part>),
    Spread(usize),
}

/// Pseudo-random numbers, the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % limit).expect("a small number")
    }

    fn parts(&mut self, depth: usize, spreads: std::ops::Range<usize>) -> Vec<Part> {
        let mut parts = vec![Part::Leaf(["code", "name"][self.below(2)])];
        for _ in 0..self.below(4) {
            let part = match self.below(if depth == 0 { 2 } else { 6 }) {
                0 => Part::Leaf(["c: code", "n: name", "a: code"][self.below(3)]),
                1 => Part::Leaf(["name", "code", "t: __typename"][self.below(3)]),
                2 if !spreads.is_empty() => Part::Spread(spreads.start + self.below(spreads.len() as u64)),
                2 | 3 => Part::Inline(self.parts(depth - 1, spreads.clone())),
                _ => Part::Parent(["parent", "p: parent"][self.below(2)], self.parts(depth - 1, spreads.clone())),
            };
            let at = self.below(parts.len() as u64 + 1);
            parts.insert(at, part);
        }
        parts
    }
}

fn written(parts: &[Part]) -> String {
    let mut text = "{ ".to_owned();
    for part in parts {
        match part {
            Part::Leaf(field) => write!(text, "{field} "),
            Part::Parent(field, within) => write!(text, "{field} {} ", written(within)),
            Part::Inline(within) => write!(text, "... on Region {} ", written(within)),
            Part::Spread(number) => write!(text, "...f{number} "),
        }
        .expect("written");
    }
    text + "}"
}

/// The keys of some parts in their order, with the selections below each.
fn keys<'a>(sets: &[&'a [Part]], fragments: &'a [Vec<Part>]) -> IndexMap<&'a str, Vec<&'a [Part]>> {
    let mut found: IndexMap<&str, Vec<&[Part]>> = IndexMap::new();
    let mut open: Vec<&Part> = sets.iter().rev().flat_map(|set| set.iter().rev()).collect();
    while let Some(part) = open.pop() {
        let key = |field: &'a str| field.split(':').next().expect("a key");
        match part {
            Part::Leaf(field) => {
                found.entry(key(field)).or_default();
            }
            Part::Parent(field, within) => found.entry(key(field)).or_default().push(within),
            Part::Inline(within) => open.extend(within.iter().rev()),
            Part::Spread(number) => open.extend(fragments[*number].iter().rev()),
        }
    }
    found
}

fn same_order(answer: &Ordered, sets: &[&[Part]], fragments: &[Vec<Part>], query: &str) {
    let Ordered::Object(fields) = answer else {
        assert_eq!(*answer, Ordered::Null, "{query}");
        return;
    };
    let expected = keys(sets, fragments);
    assert_eq!(
        fields.keys().map(|key| key.as_str()).collect::<Vec<_>>(),
        expected.keys().copied().collect::<Vec<_>>(),
        "{query}"
    );
    for (value, (_, within)) in fields.values().zip(&expected) {
        if !within.is_empty() {
            same_order(value, within, fragments, query);
        }
    }
}

#[tokio::test]
async fn any_nest_of_merged_fragments_is_answered_in_its_order() {
    let wires = clerk().await;
    for seed in 0..40 {
        let mut numbers = Numbers(seed);
        // A fragment spreads only later ones, so that there is no cycle.
        let fragments: Vec<Vec<Part>> = (0..4).map(|number| numbers.parts(2, number + 1..4)).collect();
        let mut root = numbers.parts(3, 0..4);
        root.extend((0..4).map(Part::Spread));
        let definitions: String = fragments
            .iter()
            .enumerate()
            .map(|(number, parts)| format!(" fragment f{number} on Region {}", written(parts)))
            .collect();
        let query = format!("{{ region(code: \"{VILLAGE}\") {} }}{definitions}", written(&root));
        let reply = wires.over(super::Transport::Post(super::JSON), &query, &json!({})).await;
        assert_eq!(reply.errors, Vec::<serde_json::Value>::new(), "{query}");
        let data: Ordered = serde_json::from_str(&reply.data.expect("data")).expect("JSON");
        let Ordered::Object(data) = data else { panic!("an object") };
        same_order(&data["region"], &[&root], &fragments, &query);
    }
}
