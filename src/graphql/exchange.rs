//! What a request and its answer carry besides the document and the data.

use std::{
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

use super::error::Language;

/// A change of the sender's session, for a browser that keeps the token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionChange {
    /// The sender has signed in.
    SignedIn {
        /// The token.
        token: String,
    },
    /// The sender has signed out.
    SignedOut,
}

/// The side data of one request: where it came from, and what happens to its session.
#[derive(Debug)]
pub struct Exchange {
    /// The network address it came from.
    pub address: IpAddr,
    /// The ID of the request in the answer and the log.
    pub request_id: String,
    /// The language for messages.
    pub language: Language,
    change: Mutex<Option<SessionChange>>,
    operations: Mutex<Vec<String>>,
}

/// The maximum number of operation names logged for a request, and the maximum length of each.
const MOST_NAMES: usize = 10;
const LONGEST_NAME: usize = 64;

impl Exchange {
    /// A request from an address.
    pub fn new(address: IpAddr, request_id: &str, language: Language) -> Self {
        Self {
            address,
            request_id: request_id.to_owned(),
            language,
            change: Mutex::default(),
            operations: Mutex::default(),
        }
    }

    /// Notes a change of the session. Of several changes in one request, the last one counts.
    pub fn note(&self, change: SessionChange) {
        *self.change.lock().unwrap_or_else(PoisonError::into_inner) = Some(change);
    }

    /// Notes the name of an executed operation. Names consist of letters, digits and underscores.
    pub fn executes(&self, operation: &str) {
        let mut operations = self.operations.lock().unwrap_or_else(PoisonError::into_inner);
        if operations.len() < MOST_NAMES {
            operations.push(operation.chars().take(LONGEST_NAME).collect());
        }
    }

    /// The names of the executed operations, separated by commas. None if they have no names.
    pub fn operations(&self) -> Option<String> {
        let operations = self.operations.lock().unwrap_or_else(PoisonError::into_inner);
        (!operations.is_empty()).then(|| operations.join(","))
    }

    /// The change of the session. None if there was none.
    pub fn change(&self) -> Option<SessionChange> {
        self.change.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
