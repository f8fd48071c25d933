//! The command line: serve, migrate, demo, account, certificates, verify.

use std::{
    io::{BufRead, IsTerminal, Write},
    process::ExitCode,
    sync::Arc,
};

use clap::{Args, Parser, Subcommand, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use lihua::{
    api,
    clock::Clock,
    config::Config,
    db::{
        Database, Options, Txn,
        page::{LARGEST_SIZE, PageRequest},
        seal,
    },
    domain::{
        accounts::{self, NewAccount, NewPassword},
        certificates, demo,
        passwords::Passwords,
        verify,
    },
    entity::account,
    http, log,
    types::{Act, RegionCode, Role, username as username_of},
};
use tokio::net::TcpListener;
use uuid::Uuid;

/// The books of an orchard town: what it grows, processes, sells and pre-sells, and the figures it reports.
#[derive(Parser)]
#[command(name = "lihua", version)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Bring the database up to date and serve GraphQL.
    Serve {
        /// Load the demonstration records first if the database is empty.
        #[arg(long)]
        demo: bool,
    },
    /// Bring the database's tables up to date.
    Migrate,
    /// Load the demonstration records into an empty database.
    Demo {
        /// Load a town of about so many sales instead, with growers, plots and pre-orders in proportion. A SQLite database must be in nobody
        /// else's use.
        #[arg(long, value_parser = clap::value_parser!(u64).range(demo::SALES))]
        sales: Option<u64>,
    },
    /// Manage accounts.
    #[command(subcommand)]
    Account(AccountCommand),
    /// Manage pledge certificates.
    #[command(subcommand)]
    Certificates(CertificatesCommand),
    /// Prove that records, ledger entries and totals agree; exit code 1 where they do not.
    Verify,
    /// Print the GraphQL schema.
    Schema,
}

#[derive(Subcommand)]
enum AccountCommand {
    /// Create an account. Its password is asked for, or read from standard input.
    Create(NewAccountArguments),
    /// End an account's sign-ins and let nobody sign in to it any more.
    Disable(AccountArguments),
    /// Let an account sign in again that was disabled.
    Enable(AccountArguments),
    /// Give an account another password and end its sign-ins. The password is asked for, or read from standard input.
    ResetPassword(AccountArguments),
    /// List the accounts: user name, role, region, and whether they are disabled.
    List,
}

#[derive(Subcommand)]
enum CertificatesCommand {
    /// Remove the certificates that were issued, replaced, withdrawn and last collected more than CERTIFICATE_MONTHS ago.
    Remove {
        /// Only say how many that would be.
        #[arg(long)]
        dry_run: bool,
    },
}

#[derive(Args)]
struct AccountArguments {
    /// The account's user name.
    #[arg(long)]
    username: String,
}

#[derive(Args)]
struct NewAccountArguments {
    /// Unique name to sign in with.
    #[arg(long)]
    username: String,
    /// What it may do.
    #[arg(long, value_enum, ignore_case = true)]
    role: RoleArgument,
    /// Official code of the region it belongs to.
    #[arg(long)]
    region: Option<String>,
    /// Code of the plant of a plant operator.
    #[arg(long)]
    plant: Option<String>,
    /// Id of the grower of a grower's account.
    #[arg(long)]
    grower: Option<Uuid>,
}

#[derive(Clone, Copy, ValueEnum)]
enum RoleArgument {
    Admin,
    Official,
    Clerk,
    #[value(alias = "PLANT_OPERATOR", alias = "plant_operator")]
    PlantOperator,
    Grower,
    Buyer,
}

impl From<RoleArgument> for Role {
    fn from(role: RoleArgument) -> Self {
        match role {
            RoleArgument::Admin => Self::Admin,
            RoleArgument::Official => Self::Official,
            RoleArgument::Clerk => Self::Clerk,
            RoleArgument::PlantOperator => Self::PlantOperator,
            RoleArgument::Grower => Self::Grower,
            RoleArgument::Buyer => Self::Buyer,
        }
    }
}

/// Whatever ends the program early; its text is for the person at the terminal.
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
        print!("{}", api::description());
        return Ok(ExitCode::SUCCESS);
    }
    match dotenvy::dotenv() {
        Err(error) if !error.not_found() => return Err(format!("the file .env cannot be read: {error}").into()),
        _ => {}
    }
    let config = Config::from_env()?;
    let lines = log::subscriber(&config.log, config.log_format, std::io::stderr).map_err(|error| format!("LOG: {error}"))?;
    tracing::subscriber::set_global_default(lines)?;
    match command {
        Command::Serve { demo } => serve(&config, demo).await?,
        Command::Migrate => connect(&config).await?.migrate().await?,
        Command::Demo { sales } => {
            let options = Options { fills_file: sales.is_some(), ..config.database_options() };
            let database = Database::connect(&options, Clock::System).await?;
            database.migrate().await?;
            if !load_demo(&database, sales).await? {
                return Err("the database is not empty: demonstration records go into an empty one only".into());
            }
        }
        Command::Account(AccountCommand::Create(arguments)) => create_account(&config, arguments).await?,
        Command::Account(AccountCommand::List) => list_accounts(&config).await?,
        Command::Account(AccountCommand::Disable(arguments)) => {
            change_account(&config, arguments, "disableAccount", async |txn: Arc<Txn>, id| accounts::disable(&txn, id).await).await?;
        }
        Command::Account(AccountCommand::Enable(arguments)) => {
            change_account(&config, arguments, "enableAccount", async |txn: Arc<Txn>, id| accounts::enable(&txn, id).await).await?;
        }
        Command::Account(AccountCommand::ResetPassword(arguments)) => reset_password(&config, arguments).await?,
        Command::Certificates(CertificatesCommand::Remove { dry_run }) => remove_certificates(&config, dry_run).await?,
        Command::Verify => {
            return Ok(verify(&config).await.unwrap_or_else(|failure| {
                report(failure.as_ref());
                ExitCode::from(NOT_VERIFIED)
            }));
        }
        Command::Schema => {}
    }
    Ok(ExitCode::SUCCESS)
}

async fn connect(config: &Config) -> Result<Database, Failure> {
    Ok(Database::connect(&config.database_options(), Clock::System).await?)
}

async fn migrated(config: &Config) -> Result<Database, Failure> {
    let database = connect(config).await?;
    database.migrate().await?;
    Ok(database)
}

async fn serve(config: &Config, with_demo: bool) -> Result<(), Failure> {
    let listener = TcpListener::bind(config.listen).await.map_err(|error| format!("LISTEN: {}: {error}", config.listen))?;
    let database = migrated(config).await?;
    if with_demo && demo::is_empty(database.reader()).await? {
        refuse_demo_on_network(config)?;
        load_demo(&database, None).await?;
    }
    let is_demo = demo::is_demo(database.reader()).await?;
    if is_demo {
        refuse_demo_on_network(config)?;
    }
    let router = http::router(database.clone(), config)?;
    let forgetting = tokio::spawn(http::forget_answered_requests(database.clone(), config.idempotency_days));
    let sealing = tokio::spawn(seal::every_second(database.clone()));
    let looking = Database::look_for_others(&config.database_options(), database.changes().clone()).await?;
    let address = listener.local_addr()?;
    println!("梨花 Lihua: http://{address}/graphql  (POST; schema: http://{address}/schema.graphql)");
    if is_demo {
        println!("演示数据 Demonstration records. 登录 Sign in with password {}:", demo::PASSWORD);
        for (username, role) in demo::SIGN_INS {
            println!("  {username:<9} {role:?}");
        }
    }
    std::io::stdout().flush()?;
    http::serve(listener, router, config, asked_to_stop()).await;
    forgetting.abort();
    sealing.abort();
    looking.abort();
    seal::seal(&database).await?;
    Ok(())
}

fn refuse_demo_on_network(config: &Config) -> Result<(), Failure> {
    if config.listen.ip().is_loopback() || config.demo_on_network {
        return Ok(());
    }
    Err(format!(
        "the database holds demonstration accounts, whose password everybody knows, and LISTEN={} is no loopback address; \
         set DEMO_ON_NETWORK=true to serve them all the same",
        config.listen
    )
    .into())
}

/// Ends when the terminal or the system asks the program to stop.
async fn asked_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminated) => {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
        }
        // Without the other signal, the terminal's still stops the program.
        Err(_) => drop(interrupted.await),
    }
}

async fn load_demo(database: &Database, sales: Option<u64>) -> Result<bool, Failure> {
    let progress = progress("演示数据 demonstration records");
    let loaded = match sales {
        None => demo::load(database, &Passwords::default(), progress).await?,
        Some(sales) => demo::load_large(database, &Passwords::default(), sales, progress).await?,
    };
    Ok(loaded)
}

async fn create_account(config: &Config, arguments: NewAccountArguments) -> Result<(), Failure> {
    let NewAccountArguments { username, role, region, plant, grower } = arguments;
    let username = username_of(&username).map_err(|problem| format!("--username: {}", problem.en))?;
    let password_hash = hash_of_new_password().await?;
    let fields = NewAccount {
        username: username.clone(),
        role: role.into(),
        region_code: region.map(RegionCode),
        plant_code: plant,
        password_hash,
        password_fingerprint: None,
    };
    let database = migrated(config).await?;
    let act = Act::on_the_command_line("createAccount");
    let created = database.write_as(act, async move |txn| accounts::create(&txn, grower, Ok(fields)).await).await;
    created.map_err(|error| {
        let option = match error.field.as_deref() {
            Some("regionCode") => "--region",
            Some("plantCode") => "--plant",
            Some("growerId") => "--grower",
            Some(_) => "--username",
            None => return Failure::from(error),
        };
        format!("{option}: {}", error.message.en).into()
    })?;
    println!("account {username} created");
    Ok(())
}

async fn reset_password(config: &Config, arguments: AccountArguments) -> Result<(), Failure> {
    let password = NewPassword { hash: hash_of_new_password().await?, fingerprint: None };
    let reset = async move |txn: Arc<Txn>, id| accounts::reset_password(&txn, id, Ok(password)).await;
    change_account(config, arguments, "resetPassword", reset).await
}

async fn change_account<F, Fut>(config: &Config, arguments: AccountArguments, action: &str, change: F) -> Result<(), Failure>
where
    F: FnOnce(Arc<Txn>, Uuid) -> Fut + Send + 'static,
    Fut: Future<Output = lihua::error::Result<account::Model>> + Send + 'static,
{
    let database = migrated(config).await?;
    let account = accounts::named(database.reader(), &arguments.username).await?;
    let account = database.write_as(Act::on_the_command_line(action), move |txn| change(txn, account.id)).await?;
    println!("{action}: {}", account.username);
    Ok(())
}

async fn list_accounts(config: &Config) -> Result<(), Failure> {
    let database = migrated(config).await?;
    let mut request = PageRequest { first: Some(LARGEST_SIZE), ..PageRequest::default() };
    loop {
        let page = accounts::list(database.reader(), accounts::Filter::default(), &request).await?;
        for (cursor, account) in page.rows {
            let region = account.region_code.map_or_else(|| "-".to_owned(), |code| code.to_string());
            let state = if account.disabled_at.is_some() { "disabled" } else { "" };
            println!("{:<40} {:<14} {region:<12} {state}", account.username, format!("{:?}", account.role));
            request.after = Some(cursor);
        }
        if !page.has_next {
            return Ok(());
        }
    }
}

async fn remove_certificates(config: &Config, is_rehearsal: bool) -> Result<(), Failure> {
    let database = migrated(config).await?;
    if is_rehearsal {
        let number = certificates::removable(&database, config.certificate_months).await?;
        println!("certificates to remove: {number}; none were removed");
        return Ok(());
    }
    println!("certificates removed: {}", certificates::remove(&database, config.certificate_months).await?);
    Ok(())
}

async fn hash_of_new_password() -> Result<String, Failure> {
    let password = read_password()?;
    Passwords::check(&password, "password")?;
    Ok(Passwords::default().hash(password).await?)
}

fn read_password() -> Result<String, Failure> {
    if std::io::stdin().is_terminal() {
        return Ok(rpassword::prompt_password("Password: ")?);
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\n', '\r']).to_owned())
}

/// The exit code where it could not be found out whether everything agrees; a difference is 1.
const NOT_VERIFIED: u8 = 2;

async fn verify(config: &Config) -> Result<ExitCode, Failure> {
    // A path that was mistyped is no empty town.
    let options = Options { makes_file: false, ..config.database_options() };
    let database = Database::connect(&options, Clock::System).await?;
    let findings = verify::verify(&database, progress("核对 verifying")).await?;
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

/// Shows how far long work has come: a bar on a terminal, elsewhere a line for each tenth.
fn progress(what: &'static str) -> impl Fn(u64, u64) + Send + Sync + 'static {
    let bar = std::io::stderr().is_terminal().then(|| {
        let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {elapsed}").unwrap_or_else(|_| ProgressStyle::default_bar());
        ProgressBar::new(0).with_style(style).with_message(what)
    });
    let told = std::sync::atomic::AtomicU64::new(0);
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
            if told.fetch_max(tenth, std::sync::atomic::Ordering::Relaxed) < tenth {
                eprintln!("{what}: {done}/{of}");
            }
        }
    }
}
