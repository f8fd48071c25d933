//! An act for the audit log: who does it, from where, and what.

use std::net::IpAddr;

use uuid::Uuid;

/// Something done on somebody's behalf. Every change by an account or the command line runs under one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The account that does it. `None` for the command line.
    pub account_id: Option<Uuid>,
    /// The address that the request came from, if known.
    pub address: Option<IpAddr>,
    /// The request's id, as in the program's log.
    pub request_id: Option<String>,
    /// What is done: the mutation's name.
    pub action: String,
}

impl Act {
    /// An act at the command line.
    pub fn on_the_command_line(action: &str) -> Self {
        Self { account_id: None, address: None, request_id: None, action: action.to_owned() }
    }

    /// The same act by an account that became known only later.
    #[must_use]
    pub fn by(self, account_id: Uuid) -> Self {
        Self { account_id: Some(account_id), ..self }
    }
}
