//! What the log's line of a request has besides its route: noted on the answer by whoever knows it; and the line of an
//! operation on a socket, which has no answer of HTTP.

use std::{collections::BTreeSet, net::IpAddr, time::Instant};

use axum::response::Response;
use uuid::Uuid;

use super::sender::Origin;
use crate::graphql::Caller;

/// The names of the operations that were executed.
#[derive(Clone)]
pub struct Operations(pub String);

/// The codes of the errors in the answer, each once.
#[derive(Clone)]
pub struct Codes(pub String);

/// Whose token the request came with.
#[derive(Clone)]
pub struct AccountId(pub Uuid);

/// Notes who sent a request, where that is an account.
pub fn sender(response: &mut Response, caller: &Caller) {
    if let Some(id) = account_of(caller) {
        response.extensions_mut().insert(AccountId(id));
    }
}

fn account_of(caller: &Caller) -> Option<Uuid> {
    match caller {
        Caller::Account { actor, .. } => Some(actor.account_id),
        Caller::Visitor | Caller::Refused(_) => None,
    }
}

/// Notes the codes of the errors in an answer, where there are any.
pub fn codes<'a>(response: &mut Response, codes: impl Iterator<Item = &'a str>) {
    let mut each: Vec<&str> = codes.collect();
    each.sort_unstable();
    each.dedup();
    if !each.is_empty() {
        response.extensions_mut().insert(Codes(each.join(",")));
    }
}

/// The log's line of an operation on a socket. It is written when the operation ends, however it does; one that watches
/// something has another when it begins. It holds no more than that of a request, and never what the client calls the
/// operation, which may be anything.
#[derive(Debug)]
pub struct OperationLine {
    request_id: String,
    address: IpAddr,
    account: Option<Uuid>,
    operation: Option<String>,
    watches: bool,
    began: Instant,
    answers: u64,
    codes: BTreeSet<String>,
}

impl OperationLine {
    /// Of an operation that somebody has asked for.
    pub fn begin(origin: &Origin, caller: &Caller) -> Self {
        Self {
            request_id: origin.request_id.clone(),
            address: origin.address,
            account: account_of(caller),
            operation: None,
            watches: false,
            began: Instant::now(),
            answers: 0,
            codes: BTreeSet::new(),
        }
    }

    /// Says what it is called in its document, and whether it watches something.
    pub fn is_of(&mut self, operation: Option<String>, watches: bool) {
        (self.operation, self.watches) = (operation, watches);
    }

    /// Nothing speaks against it: what watches something begins.
    pub fn is_admitted(&self) {
        if self.watches {
            self.write("subscription begins");
        }
    }

    /// Says that there is an answer, and with which errors.
    pub fn has_answer(&mut self, codes: &[String]) {
        self.answers += 1;
        self.codes.extend(codes.iter().cloned());
    }

    fn write(&self, what: &'static str) {
        let Self { request_id, address, operation, answers, .. } = self;
        let account = self.account.map(tracing::field::display);
        let errors =
            (!self.codes.is_empty()).then(|| self.codes.iter().map(String::as_str).collect::<Vec<_>>().join(","));
        let milliseconds = u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX);
        tracing::info!(request_id, %address, account, route = "/graphql", operation, answers, errors, milliseconds, "{what}");
    }
}

impl Drop for OperationLine {
    fn drop(&mut self) {
        self.write(if self.watches { "subscription ends" } else { "operation" });
    }
}
