//! Sessions.

use async_graphql::{Context, ID, SimpleObject};
use uuid::Uuid;

use crate::graphql::{
    guard::{database, session_id},
    scalar::DateTime,
};
use domain::access::sessions::Sessions;
use store::{entity::access::session, error::Result};

/// A session that is still valid. It ends at `expiresAt`. It ends earlier if it is not used for some time (one week,
/// unless the server is configured otherwise), if it is revoked or signed out, if the account's password changes, or if
/// the account is disabled.
#[derive(SimpleObject)]
pub(crate) struct Session {
    /// The ID.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// When it was created by signing in.
    created_at: DateTime,
    /// When it was last used, to the minute.
    last_used_at: DateTime,
    /// When it expires, however often it is used.
    expires_at: DateTime,
    /// Whether this request uses it.
    current: bool,
}

impl Session {
    pub(crate) fn new(row: session::Model, current: Uuid) -> Self {
        let session::Model { id, token_hash: _, account_id: _, created_at, expires_at, last_used_at } = row;
        Self {
            id: id.into(),
            created_at: created_at.into(),
            last_used_at: last_used_at.into(),
            expires_at: expires_at.into(),
            current: id == current,
        }
    }
}

/// A session of the caller's own account. None if it is no longer valid.
pub(crate) fn own(ctx: &Context<'_>, row: session::Model) -> Result<Option<Session>> {
    let current = session_id(ctx)?;
    let counts = ctx.data_unchecked::<Sessions>().counts(&row, database(ctx).clock().now());
    Ok(counts.then(|| Session::new(row, current)))
}
