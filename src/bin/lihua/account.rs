//! `lihua account`: manages accounts from the command line.

use std::{
    io::{BufRead, IsTerminal},
    sync::Arc,
};

use clap::{Args, Subcommand, ValueEnum};
use domain::access::{
    accounts::{self, NewAccount},
    passwords::Passwords,
};
use store::{
    Database, Txn,
    entity::access::account,
    page::{LARGEST_SIZE, PageRequest},
};
use types::{Act, RegionCode, Role, username as username_of};
use uuid::Uuid;

use super::Failure;

/// The commands on accounts.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Create an account. Its password is asked for, or read from standard input.
    Create(NewArguments),
    /// Disable an account: end its sign-ins and allow no new ones.
    Disable(Arguments),
    /// Enable an account that was disabled.
    Enable(Arguments),
    /// Change an account's password and end its sign-ins. The password is asked for, or read from standard input.
    ResetPassword(Arguments),
    /// List the accounts: user name, role, region, and whether they are disabled.
    List,
}

/// The account that a command is about.
#[derive(Args)]
pub(crate) struct Arguments {
    /// User name of the account.
    #[arg(long)]
    username: String,
}

/// The properties of a new account.
#[derive(Args)]
pub(crate) struct NewArguments {
    /// Unique name to sign in with.
    #[arg(long)]
    username: String,
    /// Role, which decides what the account may do.
    #[arg(long, value_enum, ignore_case = true)]
    role: RoleArgument,
    /// Official code of the region that the account belongs to.
    #[arg(long)]
    region: Option<String>,
    /// Code of the plant, for a plant operator.
    #[arg(long)]
    plant: Option<String>,
    /// Id of the grower, for a grower's account.
    #[arg(long)]
    grower: Option<Uuid>,
}

/// A role as it is written on the command line.
#[derive(Clone, Copy, ValueEnum)]
pub enum RoleArgument {
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

/// Runs a command.
pub(crate) async fn run(database: &Database, command: Command) -> Result<(), Failure> {
    match command {
        Command::Create(arguments) => create(database, arguments).await,
        Command::List => list(database).await,
        Command::Disable(arguments) => {
            let disable = async |txn: Arc<Txn>, id| accounts::disable(&txn, &(), (), id).await;
            change(database, arguments, "disableAccount", disable).await
        }
        Command::Enable(arguments) => {
            let enable = async |txn: Arc<Txn>, id| accounts::enable(&txn, &(), (), id).await;
            change(database, arguments, "enableAccount", enable).await
        }
        Command::ResetPassword(arguments) => reset_password(database, arguments).await,
    }
}

async fn create(database: &Database, arguments: NewArguments) -> Result<(), Failure> {
    let NewArguments { username, role, region, plant, grower } = arguments;
    let username = username_of(&username).map_err(|problem| format!("--username: {}", problem.en))?;
    let password_hash = hash_of_new_password(&username).await?;
    let fields = NewAccount {
        username: username.clone(),
        role: role.into(),
        region_code: region.map(RegionCode),
        plant_code: plant,
        password_hash,
    };
    let act = Act::on_the_command_line("createAccount");
    let created = database.write_as(act, async move |txn| {
        let grower = accounts::to_create(&txn, &(), grower).await?;
        accounts::create(&txn, &(), grower, fields).await
    });
    let created = created.await;
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

async fn reset_password(database: &Database, arguments: Arguments) -> Result<(), Failure> {
    let hash = hash_of_new_password(&arguments.username).await?;
    let reset = async move |txn: Arc<Txn>, id| {
        let account = accounts::to_reset_password(&txn, &(), id).await?;
        accounts::reset_password(&txn, &(), account, hash).await
    };
    change(database, arguments, "resetPassword", reset).await
}

async fn change<F, Fut>(database: &Database, arguments: Arguments, action: &str, how: F) -> Result<(), Failure>
where
    F: FnOnce(Arc<Txn>, Uuid) -> Fut + Send + 'static,
    Fut: Future<Output = store::error::Result<account::Model>> + Send + 'static,
{
    let account = accounts::get_by_username(database.reader(), &arguments.username).await?;
    let account = database.write_as(Act::on_the_command_line(action), move |txn| how(txn, account.id)).await?;
    println!("{action}: {}", account.username);
    Ok(())
}

async fn list(database: &Database) -> Result<(), Failure> {
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

async fn hash_of_new_password(username: &str) -> Result<String, Failure> {
    let password = read_password()?;
    Passwords::check(&password, username, "password").map_err(|error| error.message.en)?;
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
