//! What a request and its answer carry besides the document and the data.

use std::{
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

use super::error::Language;

/// What happened to the sign-in of whoever sent a request, for a browser that keeps its token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionChange {
    /// It is signed in now.
    SignedIn {
        /// The token.
        token: String,
    },
    /// It is signed in no more.
    SignedOut,
}

/// One request's side facts: where it came from, and what becomes of the sign-in it came with.
#[derive(Debug)]
pub struct Exchange {
    /// The address it came from.
    pub address: IpAddr,
    /// The name that the answer and the log know it by.
    pub request_id: String,
    /// The language that messages are wanted in.
    pub language: Language,
    change: Mutex<Option<SessionChange>>,
    operations: Mutex<Vec<String>>,
}

/// How many names of a request's operations the log has at most, and how long each is.
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

    /// Notes what happened to the sign-in; of several changes in one request the last one counts.
    pub fn note(&self, change: SessionChange) {
        *self.change.lock().unwrap_or_else(PoisonError::into_inner) = Some(change);
    }

    /// Notes the name of an operation that is executed. Names are letters, digits and underscores.
    pub fn executes(&self, operation: &str) {
        let mut operations = self.operations.lock().unwrap_or_else(PoisonError::into_inner);
        if operations.len() < MOST_NAMES {
            operations.push(operation.chars().take(LONGEST_NAME).collect());
        }
    }

    /// The names of the operations that were executed, with commas between them; none where they have none.
    pub fn operations(&self) -> Option<String> {
        let operations = self.operations.lock().unwrap_or_else(PoisonError::into_inner);
        (!operations.is_empty()).then(|| operations.join(","))
    }

    /// What happened to the sign-in; none where nothing did.
    pub fn change(&self) -> Option<SessionChange> {
        self.change.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
