//! `make bench`: what the server answers a second over loopback, beside the limits that it runs into, measured in the same run.
//!
//! It loads the demonstration town, starts the program on it, sends each request of a table over 1, 16 and 64 connections, and prints
//! Markdown: medians of several short runs. The embedded database is measured always, PostgreSQL where `TEST_DATABASE_URL` names a
//! cluster. Everything happens in a folder and on a cluster that are thrown away, and ends by itself within a few minutes.

use std::{fs, net::SocketAddr, path::Path, time::Duration};

use serde_json::Value;

use self::{
    direct::Direct,
    load::{Measured, PHONE},
    server::Server,
};

mod direct;
mod load;
mod server;

/// How many connections send at once.
const CONNECTIONS: [usize; 3] = [1, 16, 64];
/// How often each is measured; the median counts.
const RUNS: usize = 3;
/// The same where two servers are compared, which differ by less than runs of one do.
const DURABILITY_RUNS: usize = 9;
/// How long a run takes.
const RUN: Duration = Duration::from_secs(1);
/// How long caches are filled before.
const WARM_UP: Duration = Duration::from_millis(300);

/// A request that is measured.
struct Work {
    name: &'static str,
    /// Who asks; none for a visitor.
    token: Option<String>,
    query: String,
    /// Whether it records something.
    writes: bool,
}

/// What is asked of the demonstration town.
fn works(town: &Town) -> Vec<Work> {
    let Town { token, grower, region, offer } = town;
    let read = |name, query| Work { name, token: Some(token.clone()), query, writes: false };
    let write = |name, query| Work { name, token: Some(token.clone()), query, writes: true };
    vec![
        read("nothing but the token: `__typename`", "{ __typename }".to_owned()),
        read(
            "one grower with its plots",
            format!("{{ grower(id: \"{grower}\") {{ id name kind areaMu plots(first: 20) {{ nodes {{ id areaMu plantedYear variety {{ name }} }} }} }} }}"),
        ),
        read(
            "page of 50 sales with grower, region and variety",
            "{ sales(first: 50) { nodes { id soldOn quantityKg amountYuan channel grower { id name } region { code name } variety { name } } \
             pageInfo { hasNextPage endCursor } } }"
                .to_owned(),
        ),
        read(
            "report of a year",
            format!(
                "{{ townReport(regionCode: \"{TOWN}\", year: 2025) {{ asOf visitors plantedAreaMu salesRevenueYuan presaleRevenueYuan \
                 produceRevenueYuan cateringTakingsYuan cateringIncreaseYuan processingPlants processingProjects festivalEditions \
                 plantedAreaByVariety {{ growers }} revenueByMonth {{ month }} revenueByChannel {{ channel }} honours {{ count }} }} }}"
            ),
        ),
        write(
            "recording a sale",
            format!(
                "mutation {{ recordSale(input: {{soldOn: \"2026-08-01\", channel: MARKET, regionCode: \"{region}\", \
                 varietyCode: \"fengshui-pear\", quantityKg: \"1\", amountYuan: \"5\"}}) {{ sale {{ id recordedAt }} }} }}"
            ),
        ),
        Work {
            name: "placing a pre-order, as a visitor",
            token: None,
            query: format!(
                "mutation {{ placePreorder(input: {{offerId: \"{offer}\", quantityKg: \"1\", buyerName: \"陈晓\", \
                 buyerPhone: \"{PHONE}\"}}) {{ preorder {{ id code holdUntil }} }} }}"
            ),
            writes: true,
        },
    ]
}

/// The demonstration town's official code.
const TOWN: &str = "500235136";

/// What requests about the demonstration town name.
struct Town {
    token: String,
    grower: String,
    region: String,
    /// An offer that is open and never runs out.
    offer: String,
}

impl Town {
    fn new(address: SocketAddr) -> Self {
        let text = |value: &Value| value.as_str().unwrap_or_else(|| panic!("a text, not {value}")).to_owned();
        let password = lihua::domain::demo::PASSWORD;
        let sign_in = format!("mutation {{ signIn(input: {{username: \"clerk\", password: \"{password}\"}}) {{ token }} }}");
        let token = text(&load::ask(address, None, &sign_in)["signIn"]["token"]);
        let growers = load::ask(address, Some(&token), "{ growers(first: 1) { nodes { id region { code } } } }");
        let grower = &growers["growers"]["nodes"][0];
        let open = format!(
            "mutation {{ openPresaleOffer(input: {{varietyCode: \"fengshui-pear\", regionCode: \"{TOWN}\", season: 2026, \
             quotaKg: \"100000000\", unitPriceYuan: \"8\", depositRate: \"0.30\", opensAt: \"2026-01-01T00:00:00Z\", \
             closesAt: \"2100-01-01T00:00:00Z\"}}) {{ offer {{ id }} }} }}"
        );
        let offer = text(&load::ask(address, Some(&token), &open)["openPresaleOffer"]["offer"]["id"]);
        Self { token, grower: text(&grower["id"]), region: text(&grower["region"]["code"]), offer }
    }
}

#[tokio::main]
async fn main() {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    println!("Medians of {RUNS} or {DURABILITY_RUNS} runs of {} s each; server, load and database share {cores} cores.\n", RUN.as_secs());
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let file = folder.path().join("lihua.db");
    let url = format!("sqlite://{}", file.display());
    server::load_demo(folder.path(), &url);
    let copies = ["full", "off"].map(|synchronous| {
        let copy = folder.path().join(format!("{synchronous}.db"));
        fs::copy(&file, &copy).expect("a copy");
        let settings = [("DATABASE_SYNCHRONOUS", synchronous)];
        Server::start(folder.path(), &format!("sqlite://{}", copy.display()), &settings)
    });
    println!("## What durability costs on SQLite\n");
    measure_durability(&copies);
    drop(copies);
    println!("## SQLite\n");
    measure(folder.path(), &url).await;
    if let Ok(url) = std::env::var("TEST_DATABASE_URL") {
        println!("## PostgreSQL\n");
        server::load_demo(folder.path(), &url);
        measure(folder.path(), &url).await;
    }
}

/// Every work on one database, beside its own statements sent straight to it.
async fn measure(folder: &Path, url: &str) {
    println!("| request | connections | a second | p50 ms | p99 ms | statements | direct a second | share |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    let server = Server::start(folder, url, &[]);
    let town = Town::new(server.address);
    let health = load::get("/health");
    for connections in CONNECTIONS {
        let served = median((0..RUNS).map(|_| load::run(server.address, &health, connections, RUN)).collect());
        print_row("`GET /health`", connections, served, 1, None);
    }
    for work in works(&town) {
        let request = load::graphql(work.token.as_deref(), &work.query);
        let direct = Direct::record(url, work.token.as_deref(), &work.query, work.writes).await;
        load::run(server.address, &request, CONNECTIONS[1], WARM_UP);
        for connections in CONNECTIONS {
            let (mut served, mut limits) = (Vec::new(), Vec::new());
            for _ in 0..RUNS {
                served.push(load::run(server.address, &request, connections, RUN));
                limits.push(direct.run(url, connections, RUN).await);
            }
            print_row(work.name, connections, median(served), direct.statements(), Some(median(limits)));
        }
    }
    println!();
}

fn print_row(name: &str, connections: usize, served: Measured, statements: usize, limit: Option<Measured>) {
    let Measured { per_second, p50, p99 } = served;
    let (limit, share) = limit.map_or_else(Default::default, |limit| (limit.per_second.to_string(), share(per_second, limit.per_second)));
    println!(
        "| {name} | {connections} | {per_second} | {} | {} | {statements} | {limit} | {share} |",
        milliseconds(p50),
        milliseconds(p99)
    );
}

/// Recording on a server whose commits wait for the disk, and on one whose commits do not, in turns on copies of one town.
fn measure_durability(servers: &[Server; 2]) {
    println!("| request | connections | a second | p50 ms | p99 ms | with `DATABASE_SYNCHRONOUS=off` | share |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    let towns = servers.each_ref().map(|server| Town::new(server.address));
    for (work, other) in works(&towns[0]).into_iter().zip(works(&towns[1])).filter(|(work, _)| work.writes) {
        let requests = [&work, &other].map(|work| load::graphql(work.token.as_deref(), &work.query));
        for connections in CONNECTIONS {
            let mut measured = [Vec::new(), Vec::new()];
            for _ in 0..DURABILITY_RUNS {
                for side in 0..2 {
                    measured[side].push(load::run(servers[side].address, &requests[side], connections, RUN));
                }
            }
            let [full, off] = measured.map(median);
            println!(
                "| {} | {connections} | {} | {} | {} | {} | {} |",
                work.name,
                full.per_second,
                milliseconds(full.p50),
                milliseconds(full.p99),
                off.per_second,
                share(full.per_second, off.per_second)
            );
        }
    }
    println!();
}

fn median(mut runs: Vec<Measured>) -> Measured {
    runs.sort_unstable();
    runs[runs.len() / 2]
}

fn milliseconds(microseconds: u128) -> String {
    format!("{}.{:02}", microseconds / 1000, microseconds % 1000 / 10)
}

fn share(part: u128, whole: u128) -> String {
    format!("{} %", (part * 100).checked_div(whole).unwrap_or_default())
}
