//! What Relay requires of a schema: object identification and cursor connections, as its specifications define them.

use serde_json::Value;

use crate::app::{TestApp, text};

/// A type as the schema language writes it, such as `Sale!` or `[SaleEdge!]!`.
fn written(kind: &Value) -> String {
    match kind["kind"].as_str() {
        Some("NON_NULL") => format!("{}!", written(&kind["ofType"])),
        Some("LIST") => format!("[{}]", written(&kind["ofType"])),
        _ => text(&kind["name"]),
    }
}

fn field<'a>(kind: &'a Value, name: &str) -> Option<&'a Value> {
    kind["fields"].as_array()?.iter().find(|field| field["name"] == name)
}

fn type_of(kind: &Value, name: &str) -> Option<String> {
    field(kind, name).map(|field| written(&field["type"]))
}

async fn schema() -> Vec<Value> {
    const OF: &str = "kind name ofType { kind name ofType { kind name ofType { kind name } } }";
    let query = format!(
        "{{ __schema {{ types {{ kind name interfaces {{ name }} fields {{ name type {{ {OF} }} args {{ name type {{ {OF} }} }} }} }} }} }}"
    );
    TestApp::new().await.visitor().ask(&query).await["__schema"]["types"].as_array().expect("types").clone()
}

#[tokio::test]
async fn every_object_with_an_id_is_a_node() {
    let types = schema().await;
    let named = |name: &str| types.iter().find(|kind| kind["name"] == name).expect("a type");
    let node = named("Node");
    assert_eq!((node["kind"].as_str(), node["fields"].as_array().map(Vec::len)), (Some("INTERFACE"), Some(1)));
    assert_eq!(type_of(node, "id").as_deref(), Some("ID!"));
    let query = field(named("Query"), "node").expect("node");
    assert_eq!(written(&query["type"]), "Node");
    let arguments: Vec<(String, String)> = query["args"]
        .as_array()
        .expect("arguments")
        .iter()
        .map(|argument| (text(&argument["name"]), written(&argument["type"])))
        .collect();
    assert_eq!(arguments, [("id".to_owned(), "ID!".to_owned())]);
    let mut nodes = 0;
    for kind in types.iter().filter(|kind| kind["kind"] == "OBJECT") {
        let implements = kind["interfaces"]
            .as_array()
            .is_some_and(|interfaces| interfaces.iter().any(|known| known["name"] == "Node"));
        let id = type_of(kind, "id");
        assert_eq!(implements, id.is_some(), "{} has an id and is no node, or the other way round", kind["name"]);
        assert!(id.is_none_or(|id| id == "ID!"), "{}", kind["name"]);
        nodes += u32::from(implements);
    }
    assert_eq!(nodes, 31);
}

#[tokio::test]
async fn every_list_in_pages_is_a_connection() {
    let types = schema().await;
    let named =
        |name: &str| types.iter().find(|kind| kind["name"] == name).unwrap_or_else(|| panic!("{name} is no type"));
    let page = named("PageInfo");
    for (name, kind) in [
        ("hasNextPage", "Boolean!"),
        ("hasPreviousPage", "Boolean!"),
        ("startCursor", "String"),
        ("endCursor", "String"),
    ] {
        assert_eq!(type_of(page, name).as_deref(), Some(kind), "PageInfo.{name}");
    }
    let mut connections = 0;
    for kind in types.iter().filter(|kind| kind["name"].as_str().is_some_and(|name| name.ends_with("Connection"))) {
        let name = text(&kind["name"]);
        let edge = name.replace("Connection", "Edge");
        assert_eq!(type_of(kind, "edges"), Some(format!("[{edge}!]!")), "{name}");
        assert_eq!(type_of(kind, "pageInfo").as_deref(), Some("PageInfo!"), "{name}");
        assert_eq!(type_of(named(&edge), "cursor").as_deref(), Some("String!"), "{edge}");
        let node = type_of(named(&edge), "node").expect("a node");
        assert_eq!(type_of(kind, "nodes"), Some(format!("[{node}]!")), "{name}");
        connections += 1;
    }
    assert!(connections >= 20, "{connections}");
    let mut paged = 0;
    for (kind, field) in
        types.iter().flat_map(|kind| kind["fields"].as_array().into_iter().flatten().map(move |field| (kind, field)))
    {
        if !written(&field["type"]).trim_end_matches('!').ends_with("Connection") {
            continue;
        }
        let argument =
            |name: &str| field["args"].as_array().and_then(|all| all.iter().find(|argument| argument["name"] == name));
        for (name, expected) in [("first", "Int"), ("after", "String")] {
            let found = argument(name).map(|argument| written(&argument["type"]));
            assert_eq!(found.as_deref(), Some(expected), "{}.{} ({name})", kind["name"], field["name"]);
        }
        paged += 1;
    }
    assert!(paged >= connections, "{paged}");
}
