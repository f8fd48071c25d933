//! Settings, in groups.
//!
//! A group is read by the function `read` of its file. Each setting is stated there and nowhere else: its variable, its
//! default, the values that it accepts, and what it means. Messages, the check of `.env` and `.env.example` follow from
//! that. What is passed on whole to another part of the program is read as that part's own struct.

use std::env::{self, VarError};

use domain::presales::preorders::Rules;
use store::Options;

mod certificates;
mod connections;
mod database;
mod example;
mod exports;
mod log;
mod preorders;
mod query;
mod rates;
mod read;
mod reports;
mod requests;
mod server;
mod sessions;
mod sockets;
#[cfg(test)]
mod tests;
mod trusted;
mod unknown;
mod values;

pub use certificates::Certificates;
pub use connections::Connections;
pub use example::example;
pub use exports::Exports;
pub use log::Log;
pub use query::{Query, VariableBounds};
pub use rates::Rates;
pub use read::Malformed;
pub use reports::Reports;
pub use requests::Requests;
pub use server::Server;
pub use sessions::Sessions;
pub use sockets::Sockets;
pub use trusted::Trusted;
pub use unknown::{Unknown, unknown};
pub use values::{Network, Origin, PublicUrl};

use read::{Environment, Note, list, number, per_minute, seconds, setting, switch, value};

/// All settings.
#[derive(Debug, Clone)]
pub struct Config {
    /// How the database is reached.
    pub database: Options,
    /// Where the server listens.
    pub server: Server,
    /// Sign-ins and passwords.
    pub sessions: Sessions,
    /// One request.
    pub requests: Requests,
    /// Connections.
    pub connections: Connections,
    /// WebSockets.
    pub sockets: Sockets,
    /// Rates per minute.
    pub rates: Rates,
    /// The rules about pre-orders.
    pub preorders: Rules,
    /// Pledge certificates.
    pub certificates: Certificates,
    /// Reports.
    pub reports: Reports,
    /// Exports.
    pub exports: Exports,
    /// Proxies and web sites.
    pub trusted: Trusted,
    /// What a query may ask.
    pub query: Query,
    /// The log.
    pub log: Log,
}

impl Config {
    /// Reads the settings from the environment.
    pub fn from_env() -> Result<Self, Malformed> {
        Self::from(|variable| match env::var(variable) {
            Ok(value) => Some(value),
            Err(VarError::NotPresent) => None,
            // A value that is not UTF-8 is valid for no setting, and is reported as malformed.
            Err(VarError::NotUnicode(value)) => Some(value.to_string_lossy().into_owned()),
        })
    }

    /// Reads the settings through a function that looks up variables.
    pub fn from(look_up: impl Fn(&'static str) -> Option<String>) -> Result<Self, Malformed> {
        Self::read(&Environment::new(&look_up))
    }

    /// Reads the groups in the order of `.env.example`.
    fn read(env: &Environment<'_>) -> Result<Self, Malformed> {
        Ok(Self {
            database: database::read(env)?,
            server: server::read(env)?,
            sessions: sessions::read(env)?,
            requests: requests::read(env)?,
            connections: connections::read(env)?,
            sockets: sockets::read(env)?,
            rates: rates::read(env)?,
            preorders: preorders::read(env)?,
            certificates: certificates::read(env)?,
            reports: reports::read(env)?,
            exports: exports::read(env)?,
            trusted: trusted::read(env)?,
            query: query::read(env)?,
            log: log::read(env)?,
        })
    }

    /// What is stated about each setting: what is noted when all are read.
    fn notes() -> Vec<Note> {
        let env = Environment::new(&|_| None);
        let _ = Self::read(&env);
        env.into_notes()
    }
}
