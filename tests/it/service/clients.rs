//! Popular client libraries, run against a server; docs/CLIENTS.md describes them. Their caches report objects without
//! an identity, and different objects with the same one.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::json;

use crate::app::{TOWN, TestApp, VILLAGE, on_postgres};

/// A town with three growers, one of them with three plots, three sales, and a report that was published before the
/// town was renamed. Returns the token of its clerk, too.
async fn town() -> (TestApp, String) {
    let app = TestApp::new().await;
    let (admin, clerk, official) = (app.admin().await, app.clerk().await, app.official_of(TOWN).await);
    let growers = [clerk.register_grower("王桂英", VILLAGE).await, clerk.register_grower("李四", VILLAGE).await];
    clerk.register_grower("张三", VILLAGE).await;
    for grower in [&growers[0], &growers[0], &growers[0], &growers[1]] {
        clerk.register_plot(grower, VILLAGE, "2", 2020).await;
    }
    for day in ["2026-08-01", "2026-08-02", "2026-08-03"] {
        clerk.record_sale(day, "1", "5").await;
    }
    official.change("publishReport", json!({"regionCode": TOWN, "year": 2026}), "__typename").await;
    admin.change("renameRegion", json!({"code": TOWN, "name": "新镇"}), "__typename").await;
    let token = clerk.token().to_owned();
    (app, token)
}

/// Runs a program in a folder. It must succeed and print that all checks hold.
async fn passes(folder: &str, program: PathBuf, arguments: Vec<String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder);
    let output =
        tokio::task::spawn_blocking(move || command.output()).await.expect("a run").expect("the program is installed");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains(" holds"), "{said}{}", String::from_utf8_lossy(&output.stderr));
}

async fn script_passes(name: &str, arguments: Vec<String>) {
    let modules = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/js/node_modules/relay-compiler");
    assert!(modules.is_dir(), "the clients are not installed: run `npm ci` in tests/js, or `make test`");
    passes("tests/js", "node".into(), [vec![format!("clients/{name}.mjs")], arguments].concat()).await;
}

async fn client_passes(name: &str) {
    let (app, token) = town().await;
    let address = app.listen(&[]).await;
    script_passes(name, vec![format!("http://{address}/graphql"), token]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn apollo_client_keeps_every_object_by_its_id() {
    client_passes("apollo").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn graphcache_knows_the_schema_and_keeps_every_object_by_its_id() {
    client_passes("graphcache").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn relay_compiles_documents_goes_through_pages_and_asks_again_by_id() {
    client_passes("relay").await;
}

/// It reads only schema.graphql, which is the same for every database.
#[tokio::test]
async fn graphql_codegen_makes_types_that_hold() {
    if on_postgres() {
        skip!("it reads schema.graphql alone, which it does once, on SQLite");
    }
    script_passes("codegen", Vec::new()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Python's gql, which `make clients` installs"]
async fn gql_of_python_asks_over_http_and_over_a_socket() {
    let python = std::env::var("LIHUA_PYTHON").expect("LIHUA_PYTHON, which `make clients` sets");
    let (app, token) = town().await;
    let address = app.listen(&[]).await;
    let arguments = vec!["clients.py".to_owned(), format!("http://{address}/graphql"), token];
    passes("tests/python", python.into(), arguments).await;
}
