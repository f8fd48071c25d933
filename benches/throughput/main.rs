//! `make bench`: how many requests per second the server answers over loopback, next to the limits set by the database,
//! measured in the same run.
//!
//! It loads towns with the numbers of sales given as arguments, starts the program on each, and sends each request of a
//! table over 1, 16 and 64 connections. It prints Markdown: medians of several short runs, and how much more the
//! largest town costs than the smallest. The cost of durability is measured on the demonstration town. SQLite is always
//! measured, and PostgreSQL if `TEST_DATABASE_URL` names a cluster. All files are in a temporary folder, and each town
//! is deleted before the next one is loaded.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a measurement that cannot go on says so by a panic"
)]
#![allow(clippy::disallowed_methods, reason = "a benchmark measures beside the program")]

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use sea_orm::ConnectionTrait;

use self::{
    direct::Direct,
    load::Measured,
    server::Program,
    works::{PAGE, REPORT, Town, works},
};

mod direct;
mod in_process;
mod load;
mod paired;
mod profile;
mod server;
#[allow(unreachable_pub, reason = "it belongs to the tests")]
#[path = "../../tests/it/service/round_trips/wire.rs"]
mod wire;
mod works;

/// The program's own, so that the statements sent directly have it as well.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How many connections send at once.
const CONNECTIONS: [usize; 3] = [1, 16, 64];
/// How many runs are measured; the median counts.
const RUNS: usize = 3;
/// The same for a comparison of two servers, which differ by less than the runs of one.
const DURABILITY_RUNS: usize = 9;
/// How long a run takes.
const RUN: Duration = Duration::from_secs(1);
/// How long caches are filled beforehand.
const WARM_UP: Duration = Duration::from_millis(300);

/// What a town costs.
struct Costs {
    sales: u64,
    /// How many sales were loaded per second.
    loaded: u128,
    /// Microseconds from the start of the process to its first answer.
    start_up: u128,
    /// Kibibytes in memory after all requests.
    memory: u128,
    /// The median latencies of the report and of the page over one connection, in microseconds.
    report: u128,
    page: u128,
}

#[tokio::main]
async fn main() {
    // Runs as a task, as the server's handlers do: how it groups statements depends on that.
    tokio::spawn(run()).await.expect("figures");
}

async fn run() {
    // Cargo adds an option of its own, which is skipped.
    let sizes: Vec<u64> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let option = |name: &str| std::env::args().skip_while(|argument| argument != name).nth(1);
    let other = option("--against");
    if let Some(other) = other {
        paired::measure(&Program(other.into()), &sizes).await;
        return;
    }
    if let Some(work) = option("--profile") {
        profile::measure(&work, &sizes).await;
        return;
    }
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    println!(
        "Medians of {RUNS} or {DURABILITY_RUNS} runs of {} s each; server, load and database share {cores} cores.\n",
        RUN.as_secs()
    );
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    measure_durability(folder.path());
    let mut costs = Vec::new();
    for sales in &sizes {
        let folder = tempfile::tempdir_in(folder.path()).expect("a folder");
        let url = format!("sqlite://{}", folder.path().join("lihua.db").display());
        costs.push(measure("SQLite", folder.path(), &url, *sales).await);
    }
    print_growth("SQLite", &costs);
    if let Ok(cluster) = std::env::var("TEST_DATABASE_URL") {
        let admin = sea_orm::Database::connect(&cluster).await.expect("the cluster");
        let (base, _) = cluster.rsplit_once('/').expect("a URL with a name");
        let mut costs = Vec::new();
        for sales in &sizes {
            let name = format!("town_{sales}");
            admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a database");
            costs.push(measure("PostgreSQL", folder.path(), &format!("{base}/{name}"), *sales).await);
            admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.expect("no database");
        }
        print_growth("PostgreSQL", &costs);
    }
}

/// Loads a town and measures every request on it, next to the request's statements sent straight to the database.
async fn measure(database: &str, folder: &Path, url: &str, sales: u64) -> Costs {
    let started = Instant::now();
    Program::this().load_demo(folder, url, Some(sales));
    let loaded = u128::from(sales) * 1_000 / started.elapsed().as_millis().max(1);
    direct::tidy(url).await;
    let start_up = median((0..RUNS).map(|_| Program::this().serve(folder, url, &[]).start_up).collect());
    println!("### {database}, {sales} sales\n");
    println!(
        "| request | connections | a second | p50 ms | p99 ms | statements | round trips | direct a second | share |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    let server = Program::this().serve(folder, url, &[]);
    let town = Town::new(server.address);
    let constant = load::graphql(None, "{ __typename }");
    for (name, request, statements) in
        [("a constant: `__typename`, as a visitor", constant, 0), ("`GET /health`", load::get("/health"), 1)]
    {
        for connections in CONNECTIONS {
            let served = median((0..RUNS).map(|_| load::run(server.address, &request, connections, RUN)).collect());
            print_row(name, connections, served, statements, None, None);
        }
    }
    let (mut report, mut page) = (0, 0);
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
            let served = median(served);
            match work.name {
                REPORT if connections == CONNECTIONS[0] => report = served.p50,
                PAGE if connections == CONNECTIONS[0] => page = served.p50,
                _ => {}
            }
            let (statements, round_trips) = (direct.statements(), direct.round_trips());
            print_row(work.name, connections, served, statements, round_trips, Some(median(limits)));
        }
    }
    println!();
    Costs { sales, loaded, start_up: start_up.as_micros(), memory: server.memory(), report, page }
}

/// Prints what each town costs, and how much more the largest town costs than the smallest.
fn print_growth(database: &str, costs: &[Costs]) {
    println!("### {database}: growth\n");
    println!("| sales | loaded a second | start-up ms | memory MiB | report p50 ms | page p50 ms |");
    println!("| ---: | ---: | ---: | ---: | ---: | ---: |");
    for Costs { sales, loaded, start_up, memory, report, page } in costs {
        let [start_up, report, page] = [start_up, report, page].map(|time| milliseconds(*time));
        println!("| {sales} | {loaded} | {start_up} | {} | {report} | {page} |", memory / 1024);
    }
    if let [first, .., last] = costs {
        let times = |of: fn(&Costs) -> u128| {
            let hundredths = (of(last) * 100).checked_div(of(first)).unwrap_or_default();
            format!("{}.{:02}", hundredths / 100, hundredths % 100)
        };
        let [loaded, start_up, memory] =
            [times(|costs| costs.loaded), times(|costs| costs.start_up), times(|costs| costs.memory)];
        let [report, page] = [times(|costs| costs.report), times(|costs| costs.page)];
        println!("| last over first | {loaded} | {start_up} | {memory} | {report} | {page} |");
    }
    println!();
}

fn print_row(
    name: &str,
    connections: usize,
    served: Measured,
    statements: usize,
    round_trips: Option<usize>,
    limit: Option<Measured>,
) {
    let round_trips = round_trips.map(|number| number.to_string()).unwrap_or_default();
    let Measured { per_second, p50, p99 } = served;
    let (limit, share) = limit
        .map_or_else(Default::default, |limit| (limit.per_second.to_string(), share(per_second, limit.per_second)));
    println!(
        "| {name} | {connections} | {per_second} | {} | {} | {statements} | {round_trips} | {limit} | {share} |",
        milliseconds(p50),
        milliseconds(p99)
    );
}

/// Compares recording on a server whose commits wait for the disk with one whose commits do not. The runs alternate, on
/// copies of the demonstration town.
fn measure_durability(folder: &Path) {
    let file = folder.join("lihua.db");
    Program::this().load_demo(folder, &format!("sqlite://{}", file.display()), None);
    let servers = ["full", "off"].map(|synchronous| {
        let copy = folder.join(format!("{synchronous}.db"));
        fs::copy(&file, &copy).expect("a copy");
        let settings = [("DATABASE_SYNCHRONOUS", synchronous)];
        Program::this().serve(folder, &format!("sqlite://{}", copy.display()), &settings)
    });
    println!("### What durability costs on SQLite\n");
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

fn median<T: Ord + Copy>(mut runs: Vec<T>) -> T {
    runs.sort_unstable();
    runs[runs.len() / 2]
}

fn milliseconds(microseconds: u128) -> String {
    format!("{}.{:02}", microseconds / 1000, microseconds % 1000 / 10)
}

fn share(part: u128, whole: u128) -> String {
    format!("{} %", (part * 100).checked_div(whole).unwrap_or_default())
}
