//! `make profile`: where a server spends its processor time under one of the requests.

use std::{path::Path, process::Command, time::Duration};

use sea_orm::ConnectionTrait;

use crate::{
    WARM_UP, load,
    server::Program,
    works::{Town, works},
};

/// How many connections send at once.
const CONNECTIONS: usize = 16;
/// How long the server is recorded.
const RECORDED: Duration = Duration::from_secs(10);
/// Functions below this share of the samples are not listed.
const LEAST_PERCENT: &str = "0.5";

/// Profiles the request of this name, on a town of each of these sizes: on PostgreSQL if `TEST_DATABASE_URL` names a
/// cluster, otherwise on SQLite.
pub(crate) async fn measure(name: &str, sizes: &[u64]) {
    for sales in sizes {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
        let Ok(cluster) = std::env::var("TEST_DATABASE_URL") else {
            record(folder.path(), &format!("sqlite://{}", folder.path().join("lihua.db").display()), *sales, name);
            continue;
        };
        let admin = sea_orm::Database::connect(&cluster).await.expect("the cluster");
        let (base, _) = cluster.rsplit_once('/').expect("a URL with a name");
        admin.execute_unprepared("CREATE DATABASE profiled").await.expect("a database");
        record(folder.path(), &format!("{base}/profiled"), *sales, name);
        admin.execute_unprepared("DROP DATABASE profiled WITH (FORCE)").await.expect("no database");
    }
}

/// Loads a town, records a server on it, and lists its functions.
fn record(folder: &Path, url: &str, sales: u64, name: &str) {
    Program::this().load_demo(folder, url, Some(sales));
    let server = Program::this().serve(folder, url, &[]);
    let mut works = works(&Town::new(server.address));
    let names: Vec<&str> = works.iter().map(|work| work.name).collect();
    let chosen = names.iter().position(|known| *known == name);
    let work = works.swap_remove(chosen.unwrap_or_else(|| panic!("WORK is one of {names:#?}")));
    let request = load::graphql(work.token.as_deref(), &work.query);
    load::run(server.address, &request, CONNECTIONS, WARM_UP);
    let samples = concat!(env!("CARGO_TARGET_TMPDIR"), "/perf.data");
    // Without frame pointers, the callers are found from the line tables.
    let mut recording = Command::new("perf")
        .args(["record", "--quiet", "--call-graph", "dwarf", "--freq", "199", "--output", samples])
        .args(["--pid", &server.id().to_string(), "--", "sleep", &RECORDED.as_secs().to_string()])
        .spawn()
        .expect("perf");
    load::run(server.address, &request, CONNECTIONS, RECORDED);
    assert!(recording.wait().expect("perf").success(), "perf record");
    let listed = Command::new("perf")
        .args(["report", "--stdio", "--no-inline", "--no-children", "--call-graph", "none"])
        .args(["--percent-limit", LEAST_PERCENT, "--input", samples])
        .status();
    assert!(listed.expect("perf").success(), "perf report");
    println!("\nwith callers: perf report --no-inline --input {samples}");
}
