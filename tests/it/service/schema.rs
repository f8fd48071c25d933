//! schema.graphql equals the server's schema. Every item in it has a description, and every kind of object a snapshot.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

use crate::app::{TestApp, text};

#[test]
fn the_file_is_the_running_schema() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema.graphql");
    let running = lihua::graphql::description();
    if std::env::var("UPDATE_SCHEMA").is_ok() {
        std::fs::write(path, &running).expect("the file is written");
    }
    let written = std::fs::read_to_string(path).expect("schema.graphql");
    assert!(written == running, "schema.graphql is not the running schema; write it anew with `make schema`");
}

#[tokio::test]
async fn every_item_has_a_description() {
    let query = "{ __schema { types {
        name kind description
        fields(includeDeprecated: true) { name description args(includeDeprecated: true) { name description } }
        inputFields(includeDeprecated: true) { name description }
        enumValues(includeDeprecated: true) { name description }
    } } }";
    let answer = TestApp::new().await.visitor().ask(query).await;
    let mut missing = Vec::new();
    for kind in answer["__schema"]["types"].as_array().expect("types") {
        let name = kind["name"].as_str().expect("a name");
        // The root types are described by their fields. Names with double underscores and the five scalars belong to
        // GraphQL.
        if name.starts_with("__") || ["Int", "Float", "String", "Boolean", "ID"].contains(&name) {
            continue;
        }
        let mut require = |path: String, item: &Value| {
            if item["description"].as_str().unwrap_or_default().is_empty() {
                missing.push(path);
            }
        };
        require(name.to_owned(), kind);
        for group in ["fields", "inputFields", "enumValues"] {
            for item in kind[group].as_array().into_iter().flatten() {
                let path = format!("{name}.{}", item["name"].as_str().expect("a name"));
                require(path.clone(), item);
                for argument in item["args"].as_array().into_iter().flatten() {
                    require(format!("{path}({})", argument["name"].as_str().expect("a name")), argument);
                }
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[tokio::test]
async fn the_schema_says_what_it_is() {
    let visitor = TestApp::new().await.visitor();
    let answer = visitor.ask("{ __schema { description } }").await;
    let description = answer["__schema"]["description"].as_str().expect("a description");
    assert!(description.starts_with("The books of an orchard town"), "{description}");
    let query =
        "{ ...schema } fragment schema on Query { again: __schema { queryType { name } ... { text: description } } }";
    assert_eq!(visitor.ask(query).await, json!({"again": {"queryType": {"name": "Query"}, "text": description}}));
    let written = lihua::graphql::description();
    assert!(written.contains(&format!("\"\"\"\n{description}\n\"\"\"\nschema {{\n")), "as in schema.graphql");
}

#[tokio::test]
async fn scalars_say_where_they_are_specified() {
    let answer = TestApp::new().await.visitor().ask("{ __schema { types { kind name specifiedByURL } } }").await;
    let types = answer["__schema"]["types"].as_array().expect("types");
    let own = types.iter().filter(|kind| {
        kind["kind"] == "SCALAR"
            && !["Boolean", "Float", "ID", "Int", "String"].iter().any(|name| kind["name"] == *name)
    });
    let mut names = Vec::new();
    for scalar in own {
        let (name, url) =
            (scalar["name"].as_str().expect("a name"), scalar["specifiedByURL"].as_str().expect("an address"));
        assert!(
            url.starts_with("https://")
                && lihua::graphql::description().contains(&format!("scalar {name} @specifiedBy(url: \"{url}\")"))
        );
        names.push(name);
    }
    assert_eq!(names, ["Date", "DateTime", "Decimal"]);
}

/// The snapshots of whole answers have every field of every kind of object that a query returns or `node` finds. A
/// kind that is new needs a line in `whole.rs` of its room.
#[tokio::test]
async fn every_kind_of_object_has_a_snapshot_of_a_whole_answer() {
    let query =
        "{ __schema { queryType { fields { type { ...named } } } types { name fields { name type { ...named } } }
        } __type(name: \"Node\") { possibleTypes { name } } }
        fragment named on __Type { name ofType { name ofType { name ofType { name } } } }";
    let answer = TestApp::new().await.visitor().ask(query).await;
    let array = |value: &Value| value.as_array().expect("a list").clone();
    let types = array(&answer["__schema"]["types"]);
    let fields = |name: &str| types.iter().find(|kind| kind["name"] == name).map(|kind| array(&kind["fields"]));
    let kind = |field: &Value| {
        let kind = unwrapped(&field["type"]);
        let nodes = fields(&kind).into_iter().flatten().find(|field| field["name"] == "nodes");
        nodes.map_or(kind, |nodes| unwrapped(&nodes["type"]))
    };
    let mut kinds: BTreeSet<String> = array(&answer["__schema"]["queryType"]["fields"]).iter().map(kind).collect();
    kinds.extend(array(&answer["__type"]["possibleTypes"]).iter().map(|kind| text(&kind["name"])));
    // Any object, and the program itself.
    assert!(kinds.remove("Node") && kinds.remove("ServiceInfo"));
    let snapshots = snapshots(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it").as_ref());
    kinds.retain(|kind| !snapshots.contains(&format!("\"__typename\": \"{kind}\"")));
    assert_eq!(kinds, BTreeSet::new());
}

/// The type without lists and nulls.
fn unwrapped(kind: &Value) -> String {
    if kind["ofType"].is_null() { text(&kind["name"]) } else { unwrapped(&kind["ofType"]) }
}

/// The snapshots below a folder.
fn snapshots(folder: &Path) -> String {
    let read = |path: PathBuf| {
        if path.is_dir() {
            snapshots(&path)
        } else if path.extension().is_some_and(|extension| extension == "snap") {
            std::fs::read_to_string(path).expect("a snapshot")
        } else {
            String::new()
        }
    };
    std::fs::read_dir(folder).expect("a folder").map(|entry| read(entry.expect("an entry").path())).collect()
}
