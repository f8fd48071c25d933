//! Who the caller is, and whether the caller's role allows an action.

use std::sync::Arc;

use async_graphql::Context;
use uuid::Uuid;

use super::exchange::Exchange;
use domain::access::{
    accounts,
    sessions::{Authenticated, Sessions},
};
use store::{
    Database,
    entity::access::account,
    error::{Error, Result},
};
use types::{Act, Actor, RegionCode, Role, Scope, Timestamp};

/// The sender of the request: a visitor, an account, or a sender with an invalid token.
#[derive(Debug, Clone)]
pub enum Caller {
    /// A visitor without an account.
    Visitor,
    /// A signed-in account, with its session.
    Account {
        /// The account.
        account: Box<account::Model>,
        /// The account as an actor.
        actor: Actor,
        /// The session of the request's token.
        session_id: Uuid,
        /// When the session expires.
        expires_at: Timestamp,
        /// The version of the reference data when the session was found.
        reference_version: i64,
    },
    /// The token of the request belongs to no valid session, or could not be looked up.
    Refused(Error),
}

impl Caller {
    /// An act of the caller, for the audit log.
    pub fn act(&self, exchange: &Exchange, action: &str) -> Act {
        let account_id = self.actor().map(|actor| actor.account_id);
        Act {
            account_id,
            address: Some(exchange.address),
            request_id: Some(exchange.request_id.clone()),
            action: action.to_owned(),
        }
    }

    /// The caller as an actor, for actions that require no role. None for a visitor.
    pub fn actor(&self) -> Option<&Actor> {
        match self {
            Self::Account { actor, .. } => Some(actor),
            Self::Visitor | Self::Refused(_) => None,
        }
    }

    /// The version of the reference data when the caller's session was found. None for a visitor.
    pub(super) fn reference_version(&self) -> Option<i64> {
        match self {
            Self::Account { reference_version, .. } => Some(*reference_version),
            Self::Visitor | Self::Refused(_) => None,
        }
    }

    /// The records that the caller may see.
    pub fn scope(&self) -> Scope {
        self.actor().map_or(Scope::Nothing, Actor::scope)
    }

    /// The caller that a token belongs to.
    pub async fn bearing(database: &Database, sessions: &Sessions, token: &str) -> Self {
        sessions.authenticate(database, token).await.map_or_else(Self::Refused, Self::of)
    }

    /// The caller that a session belongs to, as long as the session is valid. For connections that outlive their
    /// request.
    pub async fn continuing(database: &Database, sessions: &Sessions, session_id: Uuid) -> Self {
        sessions.resume(database, session_id).await.map_or_else(Self::Refused, Self::of)
    }

    /// The caller as an actor. UNAUTHENTICATED for a visitor or an invalid token, FORBIDDEN for a role that is not in
    /// the list.
    pub fn allow(&self, roles: &[Role]) -> Result<&Actor> {
        match self {
            Self::Account { actor, .. } if roles.contains(&actor.role) => Ok(actor),
            Self::Account { .. } => Err(Error::forbidden("您的角色无权进行此操作", "your role does not allow this")),
            Self::Visitor => Err(Error::unauthenticated()),
            Self::Refused(error) => Err(error.clone()),
        }
    }

    fn of(Authenticated { session, account, growers, reference_version }: Authenticated) -> Self {
        Self::Account {
            actor: Actor { growers, ..accounts::actor(&account) },
            account: Box::new(account),
            session_id: session.id,
            expires_at: session.expires_at,
            reference_version,
        }
    }
}

/// The caller's account. UNAUTHENTICATED for a visitor or an invalid token.
pub(super) fn signed_in<'a>(ctx: &Context<'a>) -> Result<(&'a account::Model, &'a Actor)> {
    match ctx.data_unchecked::<Caller>() {
        Caller::Account { account, actor, .. } => Ok((account, actor)),
        Caller::Visitor => Err(Error::unauthenticated()),
        Caller::Refused(error) => Err(error.clone()),
    }
}

/// The session of the request. UNAUTHENTICATED for a visitor or an invalid token.
pub(super) fn session_id(ctx: &Context<'_>) -> Result<Uuid> {
    match ctx.data_unchecked::<Caller>() {
        Caller::Account { session_id, .. } => Ok(*session_id),
        Caller::Visitor => Err(Error::unauthenticated()),
        Caller::Refused(error) => Err(error.clone()),
    }
}

/// The caller as an actor, for actions that require no role. None for a visitor.
pub(super) fn actor<'a>(ctx: &Context<'a>) -> Option<&'a Actor> {
    ctx.data_unchecked::<Caller>().actor()
}

/// The records that the caller may see.
pub(super) fn scope(ctx: &Context<'_>) -> Scope {
    ctx.data_unchecked::<Caller>().scope()
}

/// Whether the caller may see a record that it may name: a lot of its township, for roles that buy there.
pub(super) fn may_name(ctx: &Context<'_>, region: &RegionCode, grower_id: Uuid) -> bool {
    actor(ctx).is_some_and(|actor| actor.township_scope().includes(region, grower_id))
}

/// The caller as an actor. UNAUTHENTICATED for a visitor, FORBIDDEN for a role that is not in the list.
pub(super) fn allow<'a>(ctx: &Context<'a>, roles: &[Role]) -> Result<&'a Actor> {
    ctx.data_unchecked::<Caller>().allow(roles)
}

/// The caller as an actor, for actions open to visitors and these roles. None for a visitor. An invalid token is
/// refused, so that nobody acts as a visitor by mistake.
pub(super) fn allow_visitors_and<'a>(ctx: &Context<'a>, roles: &[Role]) -> Result<Option<&'a Actor>> {
    match ctx.data_unchecked::<Caller>() {
        Caller::Visitor => Ok(None),
        Caller::Account { .. } | Caller::Refused(_) => allow(ctx, roles).map(Some),
    }
}

/// Allows a read that is open to everyone. An invalid token is still refused, so that nobody mistakes a visitor's
/// answer for their own.
pub(super) fn open(ctx: &Context<'_>) -> Result<()> {
    match ctx.data_unchecked::<Caller>() {
        Caller::Refused(error) => Err(error.clone()),
        Caller::Visitor | Caller::Account { .. } => Ok(()),
    }
}

/// The act of the root field, with its actor and address, for the audit log.
pub(super) fn act(ctx: &Context<'_>) -> Act {
    ctx.data_unchecked::<Caller>().act(ctx.data_unchecked::<Arc<Exchange>>(), ctx.field().name())
}

/// The roles that read records and figures of their region.
pub const READERS: &[Role] = &[Role::Admin, Role::Official, Role::Clerk];
/// The roles that read the audit log.
pub(super) const AUDITORS: &[Role] = &[Role::Admin, Role::Official];
/// The roles that read records: those of their region, or their own.
pub(super) const RECORD_READERS: &[Role] = &[Role::Admin, Role::Official, Role::Clerk, Role::Grower];
/// The roles that find lots by code: readers of records, and plants that receive produce.
pub(super) const LOT_READERS: &[Role] = &[Role::Admin, Role::Official, Role::Clerk, Role::Grower, Role::PlantOperator];
/// The roles that read certificates: readers of records, and plants that receive produce.
pub(super) const CERTIFICATE_READERS: &[Role] =
    &[Role::Admin, Role::Official, Role::Clerk, Role::Grower, Role::PlantOperator];
/// The roles that read adjustments of stock: readers of records, and plants.
pub(super) const STOCK_READERS: &[Role] =
    &[Role::Admin, Role::Official, Role::Clerk, Role::Grower, Role::PlantOperator];
/// The roles that issue and withdraw certificates.
pub(super) const CERTIFIERS: &[Role] = &[Role::Clerk, Role::Grower, Role::PlantOperator];

/// The roles that read the records of plants: those of their region, or of their own plant.
pub(super) const PLANT_READERS: &[Role] = &[Role::Admin, Role::Official, Role::Clerk, Role::PlantOperator];

/// The roles that may place pre-orders, besides visitors: all except those that record nothing.
pub(super) const BUYERS: &[Role] = &[Role::Buyer, Role::Grower, Role::PlantOperator, Role::Clerk];
/// All roles, for actions on the caller's own account.
pub(super) const ACCOUNTS: &[Role] =
    &[Role::Admin, Role::Official, Role::Clerk, Role::PlantOperator, Role::Grower, Role::Buyer];

/// The database.
pub(super) fn database<'a>(ctx: &Context<'a>) -> &'a Database {
    ctx.data_unchecked::<Database>()
}

/// The answer of a field that these roles may ask for. Where the caller is refused, or the work fails, only this field
/// is null; the other fields of the request are answered.
pub(super) async fn answer<'a, T, Fut>(
    ctx: &Context<'a>,
    roles: &[Role],
    work: impl FnOnce(&'a Actor) -> Fut,
) -> Option<Result<T>>
where
    Fut: Future<Output = Result<T>>,
{
    match allow(ctx, roles) {
        Ok(actor) => Some(work(actor).await),
        Err(error) => Some(Err(error)),
    }
}

/// The same for a field that visitors and these roles may ask for. The actor is None for a visitor.
pub(super) async fn answer_visitors_and<'a, T, Fut>(
    ctx: &Context<'a>,
    roles: &[Role],
    work: impl FnOnce(Option<&'a Actor>) -> Fut,
) -> Option<Result<T>>
where
    Fut: Future<Output = Result<T>>,
{
    match allow_visitors_and(ctx, roles) {
        Ok(actor) => Some(work(actor).await),
        Err(error) => Some(Err(error)),
    }
}

/// The same for a field that everyone may ask for. Only an invalid token is refused.
pub(super) async fn answer_anyone<T>(ctx: &Context<'_>, work: impl Future<Output = Result<T>>) -> Option<Result<T>> {
    match open(ctx) {
        Ok(()) => Some(work.await),
        Err(error) => Some(Err(error)),
    }
}

/// The same for a field about the caller's own account. The work gets the account and its session.
pub(super) async fn answer_signed_in<'a, T, Fut>(
    ctx: &Context<'a>,
    work: impl FnOnce(&'a account::Model, Uuid) -> Fut,
) -> Option<Result<T>>
where
    Fut: Future<Output = Result<T>>,
{
    match signed_in(ctx).and_then(|(account, _)| Ok((account, session_id(ctx)?))) {
        Ok((account, session)) => Some(work(account, session).await),
        Err(error) => Some(Err(error)),
    }
}
