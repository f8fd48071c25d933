//! Signing in and out, and sessions.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::{
    graphql::{
        exchange::{Exchange, SessionChange},
        guard::{self, act, database},
        input,
        list::List,
        objects::{accounts::Account, sessions::Session},
        scalar::DateTime,
    },
    rate::SignInLimit,
};
use domain::access::{
    accounts,
    passwords::Passwords,
    sessions::{self, Sessions},
};
use store::error::Result;

/// Queries about sessions.
#[derive(Debug, Default)]
pub(crate) struct SessionQuery;

#[Object]
impl SessionQuery {
    /// The caller's own valid sessions, newest first. At most 20, unless the server is configured otherwise: one more
    /// sign-in ends the oldest. For every account.
    async fn my_sessions(&self, ctx: &Context<'_>) -> Option<Result<List<Session>>> {
        guard::answer_signed_in(ctx, |account, current| async move {
            let listed = ctx.data_unchecked::<Sessions>().list(database(ctx), account.id).await?;
            Ok(listed.into_iter().map(|row| Session::new(row, current)).collect())
        })
        .await
    }
}

/// The credentials to sign in with.
#[derive(InputObject)]
struct SignInInput {
    /// User name.
    username: String,
    /// Password.
    #[graphql(secret)]
    password: String,
}

/// The session to end.
#[derive(InputObject)]
struct RevokeSessionInput {
    /// One of the caller's own sessions.
    session_id: ID,
}

/// The result of signing in.
#[derive(SimpleObject)]
struct SignInPayload {
    /// The session token. Send it as `Authorization: Bearer <token>`. It is shown only once.
    token: String,
    /// When the token expires, however often it is used. It expires earlier if it is not used for some time.
    expires_at: DateTime,
    /// The account that signed in.
    account: Account,
}

/// The result of signing out.
#[derive(SimpleObject)]
struct SignOutPayload {
    /// Whether the token belonged to a valid session until now.
    signed_out: bool,
}

/// The result of revoking a session.
#[derive(SimpleObject)]
struct RevokeSessionPayload {
    /// Always true. A session that does not exist is NOT_FOUND.
    revoked: bool,
}

/// A new session of the account with this user name and password.
async fn signed_in(ctx: &Context<'_>, input: SignInInput) -> Result<SignInPayload> {
    let SignInInput { username, password } = input;
    let exchange = ctx.data_unchecked::<Arc<Exchange>>();
    ctx.data_unchecked::<SignInLimit>().check(&username, exchange.address)?;
    let (passwords, sessions) = (ctx.data_unchecked::<Passwords>(), ctx.data_unchecked::<Sessions>());
    let begun = accounts::sign_in(database(ctx), passwords, sessions, act(ctx), &username, password).await?;
    exchange.note(SessionChange::SignedIn { token: begun.token.clone() });
    Ok(SignInPayload { token: begun.token, expires_at: begun.session.expires_at.into(), account: begun.account.into() })
}

/// Mutations of sessions.
#[derive(Debug, Default)]
pub(crate) struct SessionMutation;

#[Object]
impl SessionMutation {
    /// Signs in. UNAUTHENTICATED if the user name and password do not match, or if the account is disabled; the error
    /// does not say which. RATE_LIMITED after too many attempts, and while too many passwords are waiting to be
    /// checked. Open to everyone.
    async fn sign_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The user name and password.")] input: SignInInput,
    ) -> Option<Result<SignInPayload>> {
        Some(signed_in(ctx, input).await)
    }

    /// Ends the session that the request uses. For every account.
    async fn sign_out(&self, ctx: &Context<'_>) -> Option<Result<SignOutPayload>> {
        guard::answer_signed_in(ctx, |account, id| async move {
            let region = account.region_code.clone();
            let signed_out =
                database(ctx).write_as(act(ctx), async move |txn| sessions::end(&txn, id, region).await).await?;
            ctx.data_unchecked::<Arc<Exchange>>().note(SessionChange::SignedOut);
            Ok(SignOutPayload { signed_out })
        })
        .await
    }

    /// Ends one of the caller's own sessions, for example on a lost phone. NOT_FOUND if the account has no session with
    /// this ID. For every account.
    async fn revoke_session(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The session to end.")] input: RevokeSessionInput,
    ) -> Option<Result<RevokeSessionPayload>> {
        guard::answer_signed_in(ctx, |account, _| async move {
            let (account, id) = (account.clone(), input::id(input.session_id));
            database(ctx).write_as(act(ctx), async move |txn| sessions::revoke(&txn, &account, id).await).await?;
            Ok(RevokeSessionPayload { revoked: true })
        })
        .await
    }
}
