//! The audit log: its readers, and entries about requests that change nothing.

use std::collections::BTreeSet;

use sea_orm::{
    ColumnTrait, Order, QueryFilter,
    sea_query::{Expr, ExprTrait, Func},
};
use uuid::Uuid;

use super::accounts;
use crate::registers::regions;
use store::{
    Database, Reader,
    entity::access::audit_entry,
    error::{Error, Result},
    page::{Page, PageRequest, filter_some, page_of_either},
};
use types::{Act, RegionCode, RegionLevel, Scope, Timestamp};

/// The action name for reading full telephone numbers.
pub const READ_PHONES: &str = "readPhones";

/// Filter for a list of audit entries. Both instants are inclusive.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only entries of the account with this user name.
    pub username: Option<String>,
    /// Only entries of this mutation.
    pub action: Option<String>,
    /// Only entries about this record: its kind and id separated by a colon, or its id alone.
    pub record: Option<String>,
    /// Only entries at this instant or later.
    pub from: Option<Timestamp>,
    /// Only entries at this instant or earlier.
    pub to: Option<Timestamp>,
}

/// A page of the entries in a scope, newest first.
pub async fn list(
    connection: &Reader,
    scope: &Scope,
    filter: Filter,
    request: &PageRequest,
) -> Result<Page<audit_entry::Model>> {
    use audit_entry::Column;
    let Filter { username, action, record, from, to } = filter;
    let is_of_one = username.is_some() || record.is_some();
    if action.is_some()
        && !is_of_one
        && matches!(scope, Scope::Subtree(_))
        && scope.is_wider_than(RegionLevel::Township)
    {
        return Err(Error::too_complex(
            "按 filter.action 筛选时须同时指定 filter.username 或 filter.record",
            "filter.action needs one account or one record: give filter.username or filter.record",
        ));
    }
    let mut query =
        if is_of_one { audit_entry::Entity::visible_to(scope) } else { audit_entry::Entity::in_order(scope) };
    let mut by_account = None;
    if let Some(username) = username {
        let account = accounts::find_by_username(connection, &username).await?;
        by_account = Some(Column::AccountId.eq(account.map_or(Uuid::nil(), |account| account.id)));
    }
    query = filter_some(query, by_account, |by_account| by_account);
    // If an index already narrows the search to one account, record or township, the database must not use the index
    // on the action. COALESCE prevents that.
    let did = |action: String| match is_of_one || *scope != Scope::Everything {
        true => Expr::expr(Func::coalesce([Expr::col(Column::Action), Expr::value("")])).eq(action),
        false => Column::Action.eq(action),
    };
    let query = filter_some(query, action, did);
    let query = filter_some(query, from, |instant| Column::At.gte(instant));
    let query = filter_some(query, to, |instant| Column::At.lte(instant));
    let parts = match record {
        None => vec![query],
        Some(record) => {
            let (kind, id) = record.split_once(':').map_or((None, record.as_str()), |(kind, id)| (Some(kind), id));
            let query = filter_some(query, kind, |kind| Column::RecordKind.eq(kind));
            // Only an entry about read telephone numbers refers to several records. It lists their ids side by side.
            let among_others =
                Column::Action.eq(READ_PHONES).and(regions::contains_regardless_of_case(Column::RecordId, id));
            vec![query.clone().filter(Column::RecordId.eq(id)), query.filter(among_others)]
        }
    };
    page_of_either(connection, parts, &[Column::At, Column::Id], Order::Desc, request).await
}

/// Records that an account has read the full telephone numbers of these records of one kind.
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
