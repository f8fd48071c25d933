//! The audit log, and what a request leaves in it by reading.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, PoisonError},
};

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};
use serde_json::Value as Json;
use uuid::Uuid;

use super::accounts::{self, Account};
use crate::graphql::{
    connection::{Connection, request},
    document::Executed,
    error,
    exchange::Exchange,
    guard::{self, Caller, allow, database, nullable},
    input, loader,
    registers::regions::{self, Region},
    scalar::DateTime,
};
use domain::access::audit;
use store::{
    Database,
    audit::Changes,
    entity::access::{audit_entry, audit_seal},
    error::Result,
};
use types::RegionCode;

/// Whose whole telephone numbers a request has read so far.
#[derive(Debug, Clone, Default)]
pub struct PhonesRead(Arc<Mutex<BTreeMap<&'static str, BTreeSet<Uuid>>>>);

impl PhonesRead {
    /// Writes down what was read before the answer goes out; where that fails, the answer does not.
    pub async fn answer(
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

/// Remembers that the request reads somebody's whole telephone number: the kind and id of the record that has it. Gives
/// whether it will be written down: what is not, may not be read.
pub fn reads_phone(ctx: &Context<'_>, kind: &'static str, id: Uuid) -> bool {
    let Some(PhonesRead(read)) = ctx.data_opt() else { return false };
    read.lock().unwrap_or_else(PoisonError::into_inner).entry(kind).or_default().insert(id);
    true
}

/// Something that was done: every change, every sign-in, and every reading of whole telephone numbers. Nothing is ever
/// taken out.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct AuditEntry {
    /// Id.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// When it was done.
    at: DateTime,
    /// What was done: the mutation's name; `readPhones` where whole telephone numbers were read, and `signInRefused`
    /// where somebody gave the account a wrong password, which is written down once a minute at most.
    action: String,
    /// The kind and id of the record it was about, such as `grower:0190…`; of several that were read, the ids with
    /// commas between them.
    record: Option<String>,
    /// The address that the request came from; null where it is not known, as for the command line.
    address: Option<String>,
    #[graphql(skip)]
    changes: String,
    #[graphql(skip)]
    entry_id: Uuid,
    #[graphql(skip)]
    account_id: Option<Uuid>,
    #[graphql(skip)]
    region_code: Option<RegionCode>,
}

/// One field that a change wrote.
#[derive(SimpleObject)]
struct AuditChange {
    /// The kind and id of the record.
    record: String,
    /// The field, as the database calls it: days and codes as texts, money in fen, weight in grams, area in hundredths
    /// of a mu, instants in microseconds since 1970.
    field: String,
    /// What it was; null where it was empty, and for a record that is new.
    before: Option<String>,
    /// What it became; null where it was emptied, and for a record that is gone.
    after: Option<String>,
}

#[ComplexObject]
impl AuditEntry {
    /// The account that did it; null for the command line, and for a sign-in that was refused.
    async fn account(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
        match self.account_id {
            Some(id) => accounts::who(ctx, id).await,
            None => Ok(None),
        }
    }

    /// The region that the record lies in; null where it lies in none.
    async fn region(&self, ctx: &Context<'_>) -> Result<Option<Region>> {
        match &self.region_code {
            Some(code) => Ok(Some(regions::of(ctx, code).await?)),
            None => Ok(None),
        }
    }

    /// The fields that changed, of at most 100 records of one change. Secrets are shown as `***`. Names, telephone
    /// numbers and addresses of growers and buyers are shown as hashes with a salt that only the server has: that they
    /// changed can be proven, what they were cannot be read.
    async fn changes(&self) -> Result<Vec<AuditChange>> {
        let changes = Changes::parse(&self.changes)?.records.into_iter().flat_map(|change| {
            let record = format!("{}:{}", change.kind, change.id);
            change.fields.into_iter().map(move |(field, (before, after))| AuditChange {
                record: record.clone(),
                field,
                before: shown(before),
                after: shown(after),
            })
        });
        Ok(changes.collect())
    }

    /// Whether it is chained to all entries before it, so that nobody can change it unnoticed; it is within a few
    /// seconds.
    async fn sealed(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(loader::found::<audit_seal::Entity>(ctx, self.entry_id).await?.is_some())
    }
}

fn shown(value: Json) -> Option<String> {
    match value {
        Json::Null => None,
        Json::String(text) => Some(text),
        other => Some(other.to_string()),
    }
}

impl From<audit_entry::Model> for AuditEntry {
    fn from(row: audit_entry::Model) -> Self {
        let audit_entry::Model {
            id,
            at,
            account_id,
            address,
            request_id: _,
            action,
            record_kind,
            record_id,
            region_code,
            changes,
        } = row;
        Self {
            id: id.into(),
            at: at.into(),
            action,
            record: record_kind.zip(record_id).map(|(kind, id)| format!("{kind}:{id}")),
            address,
            changes,
            entry_id: id,
            account_id,
            region_code,
        }
    }
}

/// Which entries to list; what is absent does not restrict. Both instants are included.
#[derive(Default, InputObject)]
struct AuditFilter {
    /// Those of the account with this user name.
    username: Option<String>,
    /// Those of this mutation, 1–100 characters.
    action: Option<String>,
    /// Those about this record, as `record` gives it, or by its id alone, 1–100 characters.
    record: Option<String>,
    /// Those of this instant or later.
    from: Option<DateTime>,
    /// Those of this instant or earlier.
    to: Option<DateTime>,
}

/// Queries about the audit log.
#[derive(Debug, Default)]
pub struct AuditQuery;

#[Object]
impl AuditQuery {
    /// What was done, newest first. ADMIN sees all, OFFICIAL what concerns its region and below.
    async fn audit_log(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which entries.")] filter: Option<AuditFilter>,
        #[graphql(desc = "How many, 1 to 100; 20 unless said.")] first: Option<i32>,
        #[graphql(desc = "Those behind this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<AuditEntry>>> {
        nullable(async {
            let actor = allow(ctx, guard::AUDITORS)?;
            let AuditFilter { username, action, record, from, to } = filter.unwrap_or_default();
            let filter = audit::Filter {
                username,
                action: action.map(|action| input::search("filter.action", &action)).transpose()?,
                record: record.map(|record| input::search("filter.record", &record)).transpose()?,
                from: from.map(|instant| input::instant("filter.from", &instant)).transpose()?,
                to: to.map(|instant| input::instant("filter.to", &instant)).transpose()?,
            };
            Ok(audit::list(database(ctx).reader(), &actor.scope(), filter, &request(ctx, first, after)).await?.into())
        })
        .await
    }
}
