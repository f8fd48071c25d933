//! The audit log: who may read it, and what is written into it although nothing changes.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, ConnectionTrait, Order, QueryFilter, sea_query::ExprTrait};
use uuid::Uuid;

use super::{accounts, regions};
use crate::{
    db::{
        Database,
        page::{Page, PageRequest, page, when},
    },
    entity::audit_entry,
    error::Result,
    types::{Act, RegionCode, Scope, Timestamp},
};

/// The action under which it is written down that whole telephone numbers were read.
pub const READ_PHONES: &str = "readPhones";

/// Which entries are wanted; both instants are included.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Those of the account with this user name.
    pub username: Option<String>,
    /// Those of this mutation.
    pub action: Option<String>,
    /// Those about this record: its kind and id with a colon between them, or its id alone.
    pub record: Option<String>,
    /// Those of this instant or later.
    pub from: Option<Timestamp>,
    /// Those of this instant or earlier.
    pub to: Option<Timestamp>,
}

/// A page of the entries that a scope takes in, newest first.
pub async fn list(
    connection: &impl ConnectionTrait,
    scope: &Scope,
    filter: Filter,
    request: &PageRequest,
) -> Result<Page<audit_entry::Model>> {
    use audit_entry::Column;
    let Filter { username, action, record, from, to } = filter;
    let mut query = audit_entry::Entity::visible_to(scope);
    if let Some(username) = username {
        let account = accounts::find_by_username(connection, &username).await?;
        query = query.filter(Column::AccountId.eq(account.map_or(Uuid::nil(), |account| account.id)));
    }
    if let Some(record) = record {
        let (kind, id) = record.split_once(':').map_or((None, record.as_str()), |(kind, id)| (Some(kind), id));
        // Only a reading of telephone numbers is about several records, whose ids stand side by side.
        let among_others = Column::Action.eq(READ_PHONES).and(regions::contains(Column::RecordId, id));
        query = when(query.filter(Column::RecordId.eq(id).or(among_others)), kind, |kind| Column::RecordKind.eq(kind));
    }
    let query = when(query, action, |action| Column::Action.eq(action));
    let query = when(query, from, |instant| Column::At.gte(instant));
    let query = when(query, to, |instant| Column::At.lte(instant));
    page(connection, query, &[Column::At, Column::Id], Order::Desc, request).await
}

/// Writes down that somebody has read the whole telephone numbers of these records of a kind.
pub async fn note_phones_read(
    database: &Database,
    act: Act,
    region: Option<RegionCode>,
    kind: &'static str,
    ids: BTreeSet<Uuid>,
) -> Result<()> {
    let noted = database.write_as(act, async move |txn| {
        txn.has_read(kind, ids);
        txn.lies_in(region);
        Ok(())
    });
    noted.await
}
