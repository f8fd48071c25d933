//! Signing in and out, and the sessions that a sign-in leaves behind.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

use super::accounts::Account;
use crate::graphql::{
    exchange::{Exchange, SessionChange},
    guard::{act, database, nullable, session_id, signed_in},
    input,
    scalar::DateTime,
};
use crate::rate::SignInLimit;
use domain::access::{
    accounts,
    passwords::Passwords,
    sessions::{self, Sessions},
};
use store::{entity::access::session, error::Result};

/// A sign-in that still counts. It ends at `expiresAt`, or sooner when it is not used for a time (a week, unless the
/// server is set otherwise), when it is revoked or signed out, when the account's password changes, and when the
/// account is disabled.
#[derive(SimpleObject)]
pub(crate) struct Session {
    /// Id.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// When it was signed in.
    created_at: DateTime,
    /// When it was last used, to the minute.
    last_used_at: DateTime,
    /// The instant from which it no longer counts, however much it is used.
    expires_at: DateTime,
    /// Whether this request came with it.
    current: bool,
}

impl Session {
    fn new(row: session::Model, current: Uuid) -> Self {
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

/// A session of the caller's own account; none where it no longer counts.
pub(crate) fn own(ctx: &Context<'_>, row: session::Model) -> Result<Option<Session>> {
    let current = session_id(ctx)?;
    let counts = ctx.data_unchecked::<Sessions>().counts(&row, database(ctx).clock().now());
    Ok(counts.then(|| Session::new(row, current)))
}

/// Queries about sessions.
#[derive(Debug, Default)]
pub struct SessionQuery;

#[Object]
impl SessionQuery {
    /// The account's own sessions that still count, newest first; at most twenty, unless the server is set otherwise:
    /// another sign-in ends the oldest. For every account.
    async fn my_sessions(&self, ctx: &Context<'_>) -> Option<Result<Vec<Session>>> {
        nullable(async {
            let (account, current) = (signed_in(ctx)?.0, session_id(ctx)?);
            let listed = ctx.data_unchecked::<Sessions>().list(database(ctx), account.id).await?;
            Ok(listed.into_iter().map(|row| Session::new(row, current)).collect())
        })
        .await
    }
}

/// User name and password.
#[derive(InputObject)]
struct SignInInput {
    /// User name.
    username: String,
    /// Password.
    #[graphql(secret)]
    password: String,
}

/// A session to end.
#[derive(InputObject)]
struct RevokeSessionInput {
    /// One of the account's own.
    session_id: ID,
}

/// A sign-in.
#[derive(SimpleObject)]
struct SignInPayload {
    /// Send it as `Authorization: Bearer …`. It is shown this once.
    token: String,
    /// The instant from which the token no longer counts, however much it is used; unused for a time, it ends sooner.
    expires_at: DateTime,
    /// Whose it is.
    account: Account,
}

/// A sign-in that has ended.
#[derive(SimpleObject)]
struct SignOutPayload {
    /// Whether the token stood for a sign-in until now.
    signed_out: bool,
}

/// A session that has ended.
#[derive(SimpleObject)]
struct RevokeSessionPayload {
    /// Always true: a session that is not there is NOT_FOUND.
    revoked: bool,
}

/// Mutations of sessions.
#[derive(Debug, Default)]
pub struct SessionMutation;

#[Object]
impl SessionMutation {
    /// Signs in. UNAUTHENTICATED where user name and password do not belong together, and for a disabled account; which
    /// of these it is is not said. RATE_LIMITED where it is tried too often, and while too many passwords wait to be
    /// checked. Open to everybody.
    async fn sign_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "User name and password.")] input: SignInInput,
    ) -> Option<Result<SignInPayload>> {
        nullable(async {
            let SignInInput { username, password } = input;
            let exchange = ctx.data_unchecked::<Arc<Exchange>>();
            ctx.data_unchecked::<SignInLimit>().check(&username, exchange.address)?;
            let (passwords, sessions) = (ctx.data_unchecked::<Passwords>(), ctx.data_unchecked::<Sessions>());
            let signed_in =
                accounts::sign_in(database(ctx), passwords, sessions, act(ctx), &username, password).await?;
            exchange.note(SessionChange::SignedIn { token: signed_in.token.clone() });
            Ok(SignInPayload {
                token: signed_in.token,
                expires_at: signed_in.session.expires_at.into(),
                account: signed_in.account.into(),
            })
        })
        .await
    }

    /// Ends the sign-in that the request came with. For every account.
    async fn sign_out(&self, ctx: &Context<'_>) -> Option<Result<SignOutPayload>> {
        nullable(async {
            let (id, region) = (session_id(ctx)?, signed_in(ctx)?.0.region_code.clone());
            let signed_out =
                database(ctx).write_as(act(ctx), async move |txn| sessions::end(&txn, id, region).await).await?;
            ctx.data_unchecked::<Arc<Exchange>>().note(SessionChange::SignedOut);
            Ok(SignOutPayload { signed_out })
        })
        .await
    }

    /// Ends one of the account's own sessions, as of a telephone that was lost; NOT_FOUND where the account has none
    /// with this id. For every account.
    async fn revoke_session(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The session.")] input: RevokeSessionInput,
    ) -> Option<Result<RevokeSessionPayload>> {
        nullable(async {
            let (account, id) = (signed_in(ctx)?.0.clone(), input::record_id(&input.session_id));
            database(ctx).write_as(act(ctx), async move |txn| sessions::revoke(&txn, &account, id).await).await?;
            Ok(RevokeSessionPayload { revoked: true })
        })
        .await
    }
}
