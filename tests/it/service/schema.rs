//! schema.graphql equals the server's schema, and every item in it has a description.

use serde_json::json;

use crate::app::TestApp;

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
        let mut require = |path: String, item: &serde_json::Value| {
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
