//! Entries of the audit log.

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use serde_json::Value as Json;
use uuid::Uuid;

use super::{
    accounts::{self, Account},
    regions::{self, Region},
};
use crate::graphql::{
    list::{List, One},
    loader,
    scalar::DateTime,
};
use store::{
    audit::Changes,
    entity::access::{audit_entry, audit_seal},
    error::Result,
};
use types::RegionCode;

/// An audit log entry. Every change, every sign-in and every reading of full telephone numbers has one. Entries are
/// never removed.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct AuditEntry {
    /// The ID.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// When it happened.
    at: DateTime,
    /// What was done: the name of the mutation. `readPhones` means that full telephone numbers were read.
    /// `signInRefused` means that a wrong password was given for the account; it is logged at most once a minute.
    action: String,
    /// The kind and ID of the record it is about, such as `grower:0190...`. If several records were read, their IDs are
    /// separated by commas.
    record: Option<String>,
    /// The network address the request came from. Null where it is not known, as for the command line.
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

/// One field written by a change.
#[derive(SimpleObject)]
struct AuditChange {
    /// The kind and ID of the record.
    record: String,
    /// The name of the field in the database. Its values are texts for days and codes, fen for money, grams for weight,
    /// hundredths of a mu for area, and microseconds since 1970 for instants.
    field: String,
    /// The value before the change. Null where it was empty, and for a new record.
    before: Option<String>,
    /// The value after the change. Null where it was emptied, and for a removed record.
    after: Option<String>,
}

#[ComplexObject]
impl AuditEntry {
    /// The account that did it. Null for the command line, and for a refused sign-in.
    async fn account(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
        match self.account_id {
            Some(id) => accounts::who(ctx, id).await,
            None => Ok(None),
        }
    }

    /// The region of the record. Null where it has none.
    async fn region(&self, ctx: &Context<'_>) -> Result<Option<One<Region>>> {
        match &self.region_code {
            Some(code) => Ok(Some(regions::of(ctx, code).await?)),
            None => Ok(None),
        }
    }

    /// The changed fields, of at most 100 records per change. Secrets are shown as `***`. Names, telephone numbers and
    /// addresses of growers and buyers are shown as hashes, with a salt that only the server has. The hashes prove that
    /// a value changed but do not reveal it.
    async fn changes(&self) -> Result<List<AuditChange>> {
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

    /// Whether the entry is sealed: chained to all entries before it, so that any change to it can be detected. An
    /// entry is sealed within a few seconds.
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
