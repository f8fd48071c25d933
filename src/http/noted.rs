//! What the log line of a request contains besides its route: notes that handlers attach to the response. Also the log
//! line of an operation on a socket, which has no HTTP response.

use std::{collections::BTreeSet, net::IpAddr, time::Instant};

use axum::response::Response;
use uuid::Uuid;

use super::sender::Origin;
use crate::graphql::Caller;

/// The names of the operations that were executed.
#[derive(Clone)]
pub(crate) struct Operations(pub String);

/// The codes of the errors in the response, each once.
#[derive(Clone)]
pub(crate) struct Codes(pub String);

/// The account whose token the request carried.
#[derive(Clone)]
pub(crate) struct AccountId(pub Uuid);

/// Notes who sent a request, if it was an account.
pub(crate) fn sender(response: &mut Response, caller: &Caller) {
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

/// Notes the codes of the errors in a response, if there are any.
pub(crate) fn codes<'a>(response: &mut Response, codes: impl Iterator<Item = &'a str>) {
    let mut each: Vec<&str> = codes.collect();
    each.sort_unstable();
    each.dedup();
    if !each.is_empty() {
        response.extensions_mut().insert(Codes(each.join(",")));
    }
}

/// The log line of an operation on a socket. It is written when the operation ends, whatever the reason; a subscription
/// has another line when it begins. It contains no more than the line of a request, and never the id that the client
/// gave the operation, which may be any text.
#[derive(Debug)]
pub(crate) struct OperationLine {
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
    /// Starts the line of an operation that a client has requested.
    pub(crate) fn begin(origin: &Origin, caller: &Caller) -> Self {
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

    /// Sets the operation's name in its document, and whether it is a subscription.
    pub(crate) fn is_of(&mut self, operation: Option<String>, watches: bool) {
        (self.operation, self.watches) = (operation, watches);
    }

    /// The operation was admitted. Writes the first line if it is a subscription.
    pub(crate) fn is_admitted(&self) {
        if self.watches {
            self.write("subscription begins");
        }
    }

    /// Counts an answer, and notes the codes of its errors.
    pub(crate) fn has_answer(&mut self, codes: &[String]) {
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
