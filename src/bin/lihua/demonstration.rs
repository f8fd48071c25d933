//! Demonstration records on the command line. A program that is built without the feature `demo` has none of this.

use domain::access::passwords::Passwords;
use lihua::config::Config;
use store::{Database, bulk, clock::Clock};

use super::{Failure, existing, on, on_database, progress};

/// Loads the demonstration records while nobody else uses the database: a large town over a connection that is made for
/// filling it.
pub(super) async fn load_alone(config: &Config, sales: Option<u64>) -> Result<bool, Failure> {
    let options = config.database.clone();
    if sales.is_none() {
        return on_database(options, async |database| load(database, None).await).await;
    }
    let options = existing(options);
    on(bulk::connect(&options, Clock::System).await?, async |database| load(database, sales).await).await
}

/// Loads the demonstration records, or a large town, and shows how far it is.
pub(super) async fn load(database: &Database, sales: Option<u64>) -> Result<bool, Failure> {
    let progress = progress("演示数据 demonstration records");
    let loaded = match sales {
        None => demo::load(database, &Passwords::default(), progress).await?,
        Some(sales) => demo::load_large(database, &Passwords::default(), sales, progress).await?,
    };
    Ok(loaded)
}

/// The lines that tell how to sign in to the demonstration.
pub(super) fn sign_ins() -> Vec<String> {
    let password = format!("演示数据 Demonstration records. 登录 Sign in with password {}:", demo::PASSWORD);
    let accounts = demo::SIGN_INS.iter().map(|(username, role)| format!("  {username:<9} {role:?}"));
    std::iter::once(password).chain(accounts).collect()
}
