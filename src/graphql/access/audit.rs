//! The audit log.

use async_graphql::{Context, InputObject, Object};

use crate::graphql::{
    connection::{Connection, request},
    guard::{self, database},
    input,
    objects::audit::AuditEntry,
    scalar::DateTime,
};
use domain::access::audit;
use store::error::Result;

/// Filters entries. An absent field does not restrict the list. Both instants are inclusive.
#[derive(Default, InputObject)]
struct AuditFilter {
    /// Only entries of the account with this user name.
    username: Option<String>,
    /// Only entries of this mutation, 1 to 100 characters.
    action: Option<String>,
    /// Only entries about this record, written as in `record` or as its ID alone, 1 to 100 characters.
    record: Option<String>,
    /// Only entries of this instant or later.
    from: Option<DateTime>,
    /// Only entries of this instant or earlier.
    to: Option<DateTime>,
}

/// Queries about the audit log.
#[derive(Debug, Default)]
pub(crate) struct AuditQuery;

#[Object]
impl AuditQuery {
    /// The audit log, newest first. ADMIN sees all entries. OFFICIAL sees the entries of its region and below.
    async fn audit_log(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Filters the entries.")] filter: Option<AuditFilter>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<AuditEntry>>> {
        guard::answer(ctx, guard::AUDITORS, |actor| async move {
            let AuditFilter { username, action, record, from, to } = filter.unwrap_or_default();
            let filter = audit::Filter {
                username,
                action: action.map(|action| input::search("filter.action", action)).transpose()?,
                record: record.map(|record| input::search("filter.record", record)).transpose()?,
                from: input::read("filter.from", from)?,
                to: input::read("filter.to", to)?,
            };
            Ok(audit::list(database(ctx).reader(), &actor.scope(), filter, &request(ctx, first, after)).await?.into())
        })
        .await
    }
}
