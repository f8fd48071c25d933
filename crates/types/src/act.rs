//! What somebody does: who, from where, and what, as the audit log has it.

use std::net::IpAddr;

use uuid::Uuid;

/// Something that is done on somebody's behalf. Every change that is somebody's runs under one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The account that does it; none for the command line.
    pub account_id: Option<Uuid>,
    /// The address that the request came from, where it is known.
    pub address: Option<IpAddr>,
    /// The request, as the log of the program names it.
    pub request_id: Option<String>,
    /// What is done: the mutation's name.
    pub action: String,
}

impl Act {
    /// What somebody at the command line does.
    pub fn on_the_command_line(action: &str) -> Self {
        Self { account_id: None, address: None, request_id: None, action: action.to_owned() }
    }

    /// The same by an account that is known only now.
    #[must_use]
    pub fn by(self, account_id: Uuid) -> Self {
        Self { account_id: Some(account_id), ..self }
    }
}
