//! The readings of telephone numbers in a request, for the audit log.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, PoisonError},
};

use async_graphql::Context;
use uuid::Uuid;

use crate::graphql::{document::Executed, error, exchange::Exchange, guard::Caller};
use domain::access::audit;
use store::Database;

/// The records whose full telephone numbers the request has read so far.
#[derive(Debug, Clone, Default)]
pub(super) struct PhonesRead(Arc<Mutex<BTreeMap<&'static str, BTreeSet<Uuid>>>>);

impl PhonesRead {
    /// Logs what was read, before the answer is sent. If logging fails, no answer is sent.
    pub(super) async fn answer(
        self,
        database: &Database,
        caller: &Caller,
        exchange: &Exchange,
        executed: Executed,
    ) -> Executed {
        let read = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        let Caller::Account { actor, .. } = caller else { return executed };
        for (kind, ids) in read {
            let act = caller.act(exchange, audit::READ_PHONES);
            if let Err(error) = audit::note_phones_read(database, act, actor.region.clone(), kind, ids).await {
                return error::refused(error);
            }
        }
        executed
    }
}

/// Notes that the request reads a full telephone number, by the kind and ID of the record that has it. Returns whether
/// it will be logged: what is not logged must not be read.
pub(super) fn reads_phone(ctx: &Context<'_>, kind: &'static str, id: Uuid) -> bool {
    let Some(PhonesRead(read)) = ctx.data_opt() else { return false };
    read.lock().unwrap_or_else(PoisonError::into_inner).entry(kind).or_default().insert(id);
    true
}
