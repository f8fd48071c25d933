//! What the log's line of a request has besides its route: noted on the answer by whoever knows it.

use axum::response::Response;
use uuid::Uuid;

use crate::api::Caller;

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
    if let Caller::Account { actor, .. } = caller {
        response.extensions_mut().insert(AccountId(actor.account_id));
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
