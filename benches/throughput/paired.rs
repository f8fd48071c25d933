//! `make bench-against`: two programs in turns, so that what the machine does meanwhile happens to both.
//!
//! Each has a town of its own, which it loaded itself. A round measures this version, the other one twice, and this
//! version again, so that a machine that gets slower or faster favours neither.

use std::path::Path;

use sea_orm::ConnectionTrait;

use crate::{
    RUN, WARM_UP, direct,
    load::{self, Request},
    median,
    server::{Program, Server},
    share,
    works::{Town, works},
};

/// How many connections send at once.
const CONNECTIONS: usize = 16;
/// How many rounds are measured; the median counts.
const ROUNDS: usize = 5;
/// Who is measured in a round: this version is 0, the other one is 1.
const TURNS: [usize; 4] = [0, 1, 1, 0];

/// What one program did in a round.
#[derive(Debug, Clone, Copy, Default)]
struct Work {
    answers: u128,
    /// Microseconds of processor time, of the server alone.
    processor: u128,
}

/// Measures each request on both programs, with towns of these sizes.
pub(crate) async fn measure(other: &Program, sizes: &[u64]) {
    let programs = [Program::this(), other.clone()];
    println!("Medians of {ROUNDS} rounds in turns, over {CONNECTIONS} connections; processor time is the server's.\n");
    for sales in sizes {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
        let urls =
            ["this", "other"].map(|name| format!("sqlite://{}", folder.path().join(format!("{name}.db")).display()));
        compare("SQLite", folder.path(), &programs, &urls, *sales).await;
        let Ok(cluster) = std::env::var("TEST_DATABASE_URL") else { continue };
        let admin = sea_orm::Database::connect(&cluster).await.expect("the cluster");
        let (base, _) = cluster.rsplit_once('/').expect("a URL with a name");
        for name in ["this", "other"] {
            admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a database");
        }
        let urls = ["this", "other"].map(|name| format!("{base}/{name}"));
        compare("PostgreSQL", folder.path(), &programs, &urls, *sales).await;
        for name in ["this", "other"] {
            admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.expect("no database");
        }
    }
}

async fn compare(database: &str, folder: &Path, programs: &[Program; 2], urls: &[String; 2], sales: u64) {
    let mut servers = Vec::new();
    for (program, url) in programs.iter().zip(urls) {
        program.load_demo(folder, url, Some(sales));
        direct::tidy(url).await;
        servers.push(program.serve(folder, url, &[]));
    }
    let requests: Vec<Vec<(&str, Request)>> = servers
        .iter()
        .map(|server| {
            let works = works(&Town::new(server.address)).into_iter();
            works.map(|work| (work.name, load::graphql(work.token.as_deref(), &work.query))).collect()
        })
        .collect();
    println!("### {database}, {sales} sales: this version over the other\n");
    println!("| request | a second | other | ratio | µs of processor a request | other | ratio |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (this, other) in requests[0].iter().zip(&requests[1]) {
        let sides = [(&servers[0], &this.1), (&servers[1], &other.1)];
        for (server, request) in sides {
            load::run(server.address, request, CONNECTIONS, WARM_UP);
        }
        print_row(this.0, &(0..ROUNDS).map(|_| round(sides)).collect::<Vec<_>>());
    }
    println!();
}

/// One round of turns.
fn round(sides: [(&Server, &Request); 2]) -> [Work; 2] {
    let mut done = [Work::default(); 2];
    for side in TURNS {
        let (server, request) = sides[side];
        let before = server.processor_time();
        done[side].answers += load::run(server.address, request, CONNECTIONS, RUN).per_second;
        done[side].processor += server.processor_time() - before;
    }
    done
}

/// Ratios are the medians of the rounds' ratios, in percent.
fn print_row(name: &str, rounds: &[[Work; 2]]) {
    let each = |side: usize, of: fn(&Work) -> u128| median(rounds.iter().map(|round| of(&round[side])).collect());
    let ratio = |of: fn(&Work) -> u128| {
        let percent = rounds.iter().map(|[this, other]| of(this) * 10_000 / of(other).max(1)).collect();
        share(median(percent), 10_000)
    };
    let a_second: fn(&Work) -> u128 = |work| work.answers / 2;
    let a_request: fn(&Work) -> u128 = |work| work.processor / work.answers.max(1);
    println!(
        "| {name} | {} | {} | {} | {} | {} | {} |",
        each(0, a_second),
        each(1, a_second),
        ratio(a_second),
        each(0, a_request),
        each(1, a_request),
        ratio(a_request)
    );
}
