//! `make bench`: how much memory a request allocates.
//!
//! The requests of the other benchmark are answered in this process, whose allocator counts. The program's own
//! allocator is faster, and is asked as often. The counts include sending the request and collecting its answer.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a measurement that cannot go on says so by a panic"
)]
#![allow(clippy::disallowed_methods, reason = "a benchmark measures beside the program")]

use std::alloc::System;

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

use self::{
    server::Program,
    works::{Town, works},
};

#[path = "../throughput/in_process.rs"]
mod in_process;
#[allow(dead_code, reason = "only the other benchmark measures time")]
#[path = "../throughput/load.rs"]
mod load;
#[allow(dead_code, reason = "only the other benchmark measures processes")]
#[path = "../throughput/server.rs"]
mod server;
#[allow(dead_code, reason = "only the other benchmark measures growth")]
#[path = "../throughput/works.rs"]
mod works;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// How many answers fill caches, and how many are counted.
const WARM_UP: usize = 16;
const COUNTED: usize = 64;

#[tokio::main]
async fn main() {
    // Runs as a task, as the server's handlers do: how it groups statements depends on that.
    tokio::spawn(run()).await.expect("figures");
}

async fn run() {
    // Cargo adds an option of its own, which is skipped.
    let sizes: Vec<u64> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    for sales in sizes {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
        let url = format!("sqlite://{}", folder.path().join("lihua.db").display());
        Program::this().load_demo(folder.path(), &url, Some(sales));
        let server = Program::this().serve(folder.path(), &url, &[]);
        let town = Town::new(server.address);
        let (database, config) = in_process::connect(&url, &[]).await;
        let router = lihua::http::router(database, &config).expect("a router");
        println!("### Memory, {sales} sales on SQLite: means of {COUNTED} requests\n");
        println!("| request | allocations | KiB |");
        println!("| --- | ---: | ---: |");
        let constant = works::Work {
            name: "a constant: `__typename`, as a visitor",
            token: None,
            query: "{ __typename }".to_owned(),
            writes: false,
        };
        for work in [constant].into_iter().chain(works(&town)) {
            for _ in 0..WARM_UP {
                in_process::answer(&router, work.token.as_deref(), &work.query).await;
            }
            let counted = Region::new(ALLOCATOR);
            for _ in 0..COUNTED {
                in_process::answer(&router, work.token.as_deref(), &work.query).await;
            }
            let change = counted.change();
            let allocations = (change.allocations + change.reallocations) / COUNTED;
            println!("| {} | {allocations} | {} |", work.name, change.bytes_allocated / COUNTED / 1024);
        }
        println!();
    }
}
