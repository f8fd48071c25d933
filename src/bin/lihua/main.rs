//! The command line: serve, migrate, init, regions, demo, account, certificates, verify, schema.

use std::{
    io::{IsTerminal, Write},
    net::SocketAddr,
    process::ExitCode,
};

use clap::{Parser, Subcommand};
use domain::{access::accounts, certificates, installation, verify};
use indicatif::{ProgressBar, ProgressStyle};
use lihua::{
    config::{Config, Unknown, unknown},
    graphql, http,
    jobs::Jobs,
    log,
};
use store::{Database, Options, clock::Clock};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};

mod account;
#[cfg(feature = "demo")]
mod demonstration;
mod regions;

/// Answers are built of many small pieces, which this allocator hands out faster than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The books of an orchard town: what it grows, processes, sells and pre-sells, and the figures it reports.
#[derive(Parser)]
#[command(name = "lihua", version)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Bring the database up to date and serve the GraphQL API.
    Serve {
        /// Load the demonstration records first, if the database is empty.
        #[cfg(feature = "demo")]
        #[arg(long)]
        demo: bool,
    },
    /// Bring the database's tables up to date.
    Migrate,
    /// Begin a town of the built-in register, that of Yunyang County in Chongqing: load the register, and for Yun'an its
    /// varieties. What is there already stays as it is.
    Init {
        /// Official code of the town, such as 500235136.
        #[arg(long)]
        town: String,
    },
    /// Manage the official register of regions.
    #[command(subcommand)]
    Regions(regions::Command),
    /// Load the demonstration records into an empty database.
    #[cfg(feature = "demo")]
    Demo {
        /// Load a town with about this many sales instead, with growers, plots and pre-orders in proportion. Nobody
        /// else may be using a SQLite database meanwhile.
        #[arg(long, value_parser = clap::value_parser!(u64).range(demo::SALES))]
        sales: Option<u64>,
    },
    /// Manage accounts.
    #[command(subcommand)]
    Account(account::Command),
    /// Manage pledge certificates.
    #[command(subcommand)]
    Certificates(CertificatesCommand),
    /// Prove that records, ledger entries and totals agree. The exit code is 1 if they do not.
    Verify,
    /// Print the GraphQL schema.
    Schema,
}

#[derive(Subcommand)]
enum CertificatesCommand {
    /// Remove certificates that were last issued, replaced, withdrawn or collected more than CERTIFICATE_MONTHS
    /// calendar months ago.
    Remove {
        /// Only print how many would be removed.
        #[arg(long)]
        dry_run: bool,
    },
}

/// An error that ends the program early. Its text is for the person at the terminal.
type Failure = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main]
async fn main() -> ExitCode {
    match run(CommandLine::parse().command).await {
        Ok(code) => code,
        Err(failure) => {
            report(failure.as_ref());
            ExitCode::FAILURE
        }
    }
}

fn report(failure: &(dyn std::error::Error + Send + Sync)) {
    eprintln!("lihua: {failure}");
    let mut cause = failure.source();
    while let Some(error) = cause {
        eprintln!("  because: {error}");
        cause = error.source();
    }
}

async fn run(command: Command) -> Result<ExitCode, Failure> {
    if let Command::Schema = command {
        print!("{}", graphql::description());
        return Ok(ExitCode::SUCCESS);
    }
    match dotenvy::dotenv() {
        Err(error) if !error.not_found() => return Err(format!("the file .env cannot be read: {error}").into()),
        _ => {}
    }
    let config = Config::from_env()?;
    let lines = log::subscriber(&config.log.filter, config.log.format, std::io::stderr)
        .map_err(|error| format!("LOG: {error}"))?;
    tracing::subscriber::set_global_default(lines)?;
    warn_of_unknown_settings();
    match command {
        #[cfg(feature = "demo")]
        Command::Serve { demo } => serve(&config, demo).await?,
        #[cfg(not(feature = "demo"))]
        Command::Serve {} => serve(&config, false).await?,
        Command::Migrate => migrate(&config).await?,
        #[cfg(feature = "demo")]
        Command::Demo { sales } => {
            let loaded = demonstration::load_alone(&config, sales).await?;
            if !loaded {
                return Err("the database is not empty: demonstration records go into an empty one only".into());
            }
        }
        Command::Init { town } => {
            on_database(config.database, async |database| regions::init(database, town).await).await?;
        }
        Command::Regions(command) => {
            on_database(config.database, async |database| regions::run(database, command).await).await?;
        }
        Command::Account(command) => {
            on_database(config.database, async |database| account::run(database, command).await).await?;
        }
        Command::Certificates(CertificatesCommand::Remove { dry_run }) => {
            let remove =
                async |database: &Database| remove_certificates(database, config.certificates.months, dry_run).await;
            on_database(config.database, remove).await?;
        }
        Command::Verify => {
            return Ok(on_database(config.database, verify).await.unwrap_or_else(|failure| {
                report(failure.as_ref());
                ExitCode::from(NOT_VERIFIED)
            }));
        }
        Command::Schema => {}
    }
    Ok(ExitCode::SUCCESS)
}

/// Warns of names in `.env` that are no settings. The environment itself is not checked, because it is full of other
/// programs' variables.
fn warn_of_unknown_settings() {
    let names = dotenvy::dotenv_iter().into_iter().flatten().flatten().map(|(name, _)| name);
    for Unknown { name, meant } in unknown(names) {
        match meant {
            Some(meant) => tracing::warn!("{name} in .env is not a setting; {meant} is one"),
            None => tracing::warn!("{name} in .env is not a setting; .env.example lists them all"),
        }
    }
}

/// Opens the database, creates it if there is none, and brings it up to date. Only `serve` and `migrate` do that.
async fn up_to_date(config: &Config) -> Result<Database, Failure> {
    let database = Database::connect(&config.database, Clock::System).await?;
    database.migrate().await?;
    Ok(database)
}

async fn migrate(config: &Config) -> Result<(), Failure> {
    up_to_date(config).await?.close().await?;
    println!("数据库 Database: {}", config.database.name());
    Ok(())
}

/// Runs work on an existing database whose tables match this program, and first says which database that is. A mistyped
/// path must not look like an empty town, and a program that works beside a running server must know its tables.
async fn on_database<T>(
    options: Options,
    work: impl AsyncFnOnce(&Database) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let options = existing(options);
    on(Database::connect(&options, Clock::System).await?, work).await
}

/// How to connect to a database that must exist. Says which one it is.
fn existing(options: Options) -> Options {
    eprintln!("数据库 Database: {}", options.name());
    Options { makes_file: false, ..options }
}

/// Runs work on a database whose tables match this program, and closes it.
async fn on<T>(database: Database, work: impl AsyncFnOnce(&Database) -> Result<T, Failure>) -> Result<T, Failure> {
    let done = match database.check_tables().await {
        Ok(_) => work(&database).await,
        Err(error) => Err(error.into()),
    };
    closed(database, done).await
}

/// Closes the database after work on it, whether or not that succeeded.
async fn closed<T>(database: Database, done: Result<T, Failure>) -> Result<T, Failure> {
    let closed = database.close().await;
    let done = done?;
    closed?;
    Ok(done)
}

async fn serve(config: &Config, with_demo: bool) -> Result<(), Failure> {
    let listen = config.server.listen;
    let listener = TcpListener::bind(listen).await.map_err(|error| format!("LISTEN: {listen}: {error}"))?;
    let database = up_to_date(config).await?;
    let served = serve_on(&database, listener, config, with_demo).await;
    closed(database, served).await
}

async fn serve_on(database: &Database, listener: TcpListener, config: &Config, with_demo: bool) -> Result<(), Failure> {
    if with_demo && installation::is_empty(database.reader()).await? {
        refuse_demo_on_network(config)?;
        #[cfg(feature = "demo")]
        demonstration::load(database, None).await?;
    }
    let is_demo = installation::is_demo(database.reader()).await?;
    if is_demo {
        refuse_demo_on_network(config)?;
    }
    let router = http::router(database.clone(), config)?;
    let jobs = Jobs::start(database, config).await?;
    // Listen for signals before announcing the server, because whoever reads the announcement may stop it at once.
    let stopping = asked_to_stop()?;
    let address = listener.local_addr()?;
    let mut missing = Vec::new();
    if !installation::has_regions(database.reader()).await? {
        missing.push(NO_REGIONS);
    }
    if !accounts::is_any(database.reader()).await? {
        missing.push(NO_ACCOUNT);
    }
    std::io::stdout().write_all(announcement(address, &config.database.name(), &missing, is_demo).as_bytes())?;
    http::serve(listener, router, config, stopping).await;
    jobs.stop(database).await?;
    Ok(())
}

/// What a town without regions is told.
const NO_REGIONS: &str =
    "还没有区划 No regions yet. 导入 Load them: lihua regions import FILE, or lihua init --town CODE";
/// What a town without accounts is told.
const NO_ACCOUNT: &str =
    "还没有账号 No account yet. 建立第一个 Create the first: lihua account create --username … --role admin";

/// What a server prints when it has started. It is written at once, because whoever reads the first line may have gone
/// before the next.
fn announcement(address: SocketAddr, database: &str, missing: &[&str], is_demo: bool) -> String {
    let mut lines = vec![
        format!(
            "梨花 Lihua: http://{address}/graphql  (GraphiQL: http://{address}/graphiql, 首页 front page: http://{address}/)"
        ),
        format!("数据库 Database: {database}"),
    ];
    lines.extend(missing.iter().map(|line| (*line).to_owned()));
    if is_demo {
        #[cfg(feature = "demo")]
        lines.extend(demonstration::sign_ins());
        #[cfg(not(feature = "demo"))]
        lines.push("演示数据 Demonstration records".to_owned());
    }
    lines.join("\n") + "\n"
}

fn refuse_demo_on_network(config: &Config) -> Result<(), Failure> {
    if config.server.listen.ip().is_loopback() || config.server.demo_on_network {
        return Ok(());
    }
    Err(format!(
        "the database contains demonstration accounts, whose password is public, and LISTEN={} is not a loopback address; \
         set DEMO_ON_NETWORK=true to serve them anyway",
        config.server.listen
    )
    .into())
}

/// Completes when the terminal or the system asks the program to stop. It listens from the time of the call.
fn asked_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    let (mut interrupted, mut terminated) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
        }
    })
}

async fn remove_certificates(database: &Database, months: u32, is_rehearsal: bool) -> Result<(), Failure> {
    if is_rehearsal {
        let number = certificates::removable(database, months).await?;
        println!("certificates to remove: {number}; none were removed");
        return Ok(());
    }
    println!("certificates removed: {}", certificates::remove(database, months).await?);
    Ok(())
}

/// The exit code if verification could not be completed; a difference is 1.
const NOT_VERIFIED: u8 = 2;

async fn verify(database: &Database) -> Result<ExitCode, Failure> {
    let findings = verify::verify(database, progress("核对 verifying")).await?;
    for difference in &findings.named {
        println!("{difference}");
    }
    println!("audit log: {}", findings.audit);
    if findings.differences == 0 {
        println!("{} records, their ledger entries and the totals agree", findings.records);
        return Ok(ExitCode::SUCCESS);
    }
    println!("{} records, {} differences", findings.records, findings.differences);
    Ok(ExitCode::FAILURE)
}

/// Shows the progress of long work: as a bar on a terminal, otherwise as a line for each tenth.
fn progress(what: &'static str) -> impl Fn(u64, u64) + Send + Sync + 'static {
    let bar = std::io::stderr().is_terminal().then(|| {
        let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {elapsed}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        ProgressBar::new(0).with_style(style).with_message(what)
    });
    let printed = std::sync::atomic::AtomicU64::new(0);
    move |done, of| match &bar {
        Some(bar) => {
            bar.set_length(of);
            bar.set_position(done);
            if done >= of {
                bar.finish();
            }
        }
        None => {
            let tenth = (done * 10).checked_div(of).unwrap_or(10);
            if printed.fetch_max(tenth, std::sync::atomic::Ordering::Relaxed) < tenth {
                eprintln!("{what}: {done}/{of}");
            }
        }
    }
}
