//! Who is calling, and whether the role may.

use std::sync::Arc;

use async_graphql::Context;
use uuid::Uuid;

use super::exchange::Exchange;
use domain::access::{accounts, sessions::Sessions};
use store::{
    Database,
    entity::access::{account, session},
    error::{Error, Result},
};
use types::{Act, Actor, RegionCode, Role, Scope, Timestamp};

/// Who sent the request: nobody, an account, or somebody whose token is wrong.
#[derive(Debug, Clone)]
pub enum Caller {
    /// A visitor without an account.
    Visitor,
    /// A signed-in account, with the token it came with.
    Account {
        /// The account.
        account: Box<account::Model>,
        /// The same as somebody who acts.
        actor: Actor,
        /// The session that the request's token stands for.
        session_id: Uuid,
        /// When it ends at the latest.
        expires_at: Timestamp,
    },
    /// The request carried a token that stands for no sign-in, or the token could not be looked up.
    Refused(Error),
}

impl Caller {
    /// What the caller does, for the audit log.
    pub fn act(&self, exchange: &Exchange, action: &str) -> Act {
        let account_id = self.actor().map(|actor| actor.account_id);
        Act {
            account_id,
            address: Some(exchange.address),
            request_id: Some(exchange.request_id.clone()),
            action: action.to_owned(),
        }
    }

    /// The caller as somebody who acts, for what needs no role; none for a visitor.
    pub fn actor(&self) -> Option<&Actor> {
        match self {
            Self::Account { actor, .. } => Some(actor),
            Self::Visitor | Self::Refused(_) => None,
        }
    }

    /// The records that the caller may see.
    pub fn scope(&self) -> Scope {
        self.actor().map_or(Scope::Nothing, Actor::scope)
    }

    /// Whoever a token stands for.
    pub async fn bearing(database: &Database, sessions: &Sessions, token: &str) -> Self {
        sessions.authenticate(database, token).await.map_or_else(Self::Refused, Self::of)
    }

    /// Whoever signed in with a session, as long as it counts; for connections that outlast their request.
    pub async fn continuing(database: &Database, sessions: &Sessions, session_id: Uuid) -> Self {
        sessions.resume(database, session_id).await.map_or_else(Self::Refused, Self::of)
    }

    /// The caller as somebody who acts; UNAUTHENTICATED for a visitor and for a wrong token, FORBIDDEN for a role that
    /// is not among these.
    pub fn allow(&self, roles: &[Role]) -> Result<&Actor> {
        match self {
            Self::Account { actor, .. } if roles.contains(&actor.role) => Ok(actor),
            Self::Account { .. } => Err(Error::forbidden("您的角色无权进行此操作", "your role does not allow this")),
            Self::Visitor => Err(Error::unauthenticated()),
            Self::Refused(error) => Err(error.clone()),
        }
    }

    fn of((session, account): (session::Model, account::Model)) -> Self {
        Self::Account {
            actor: accounts::actor(&account),
            account: Box::new(account),
            session_id: session.id,
            expires_at: session.expires_at,
        }
    }
}

/// The caller's account; UNAUTHENTICATED for a visitor and for a wrong token.
pub fn signed_in<'a>(ctx: &Context<'a>) -> Result<(&'a account::Model, &'a Actor)> {
    match ctx.data_unchecked::<Caller>() {
        Caller::Account { account, actor, .. } => Ok((account, actor)),
        Caller::Visitor => Err(Error::unauthenticated()),
        Caller::Refused(error) => Err(error.clone()),
    }
}

/// The session that the request came with; UNAUTHENTICATED for a visitor and for a wrong token.
pub fn session_id(ctx: &Context<'_>) -> Result<Uuid> {
    match ctx.data_unchecked::<Caller>() {
        Caller::Account { session_id, .. } => Ok(*session_id),
        Caller::Visitor => Err(Error::unauthenticated()),
        Caller::Refused(error) => Err(error.clone()),
    }
}

/// The caller as somebody who acts, for what needs no role; none for a visitor.
pub fn actor<'a>(ctx: &Context<'a>) -> Option<&'a Actor> {
    ctx.data_unchecked::<Caller>().actor()
}

/// The records that the caller may see.
pub fn scope(ctx: &Context<'_>) -> Scope {
    ctx.data_unchecked::<Caller>().scope()
}

/// Whether the caller may be shown a record that it may name: a lot of its township, for those who buy there.
pub fn may_name(ctx: &Context<'_>, region: &RegionCode, grower_id: Uuid) -> bool {
    actor(ctx).is_some_and(|actor| actor.township_scope().includes(region, grower_id))
}

/// The caller as somebody who acts; UNAUTHENTICATED for a visitor, FORBIDDEN for a role that is not among these.
pub fn allow<'a>(ctx: &Context<'a>, roles: &[Role]) -> Result<&'a Actor> {
    ctx.data_unchecked::<Caller>().allow(roles)
}

/// The caller as somebody who acts, for what visitors and these roles may do; none for a visitor. A wrong token is
/// refused, so that nobody acts as a visitor unawares.
pub fn allow_visitors_and<'a>(ctx: &Context<'a>, roles: &[Role]) -> Result<Option<&'a Actor>> {
    match ctx.data_unchecked::<Caller>() {
        Caller::Visitor => Ok(None),
        Caller::Account { .. } | Caller::Refused(_) => allow(ctx, roles).map(Some),
    }
}

/// Reads what is open to everybody; a wrong token is refused all the same, so that nobody takes a visitor's answer for
/// their own.
pub fn open(ctx: &Context<'_>) -> Result<()> {
    match ctx.data_unchecked::<Caller>() {
        Caller::Refused(error) => Err(error.clone()),
        Caller::Visitor | Caller::Account { .. } => Ok(()),
    }
}

/// What the root field does, on whose behalf and from where, for the audit log.
pub fn act(ctx: &Context<'_>) -> Act {
    ctx.data_unchecked::<Caller>().act(ctx.data_unchecked::<Arc<Exchange>>(), ctx.field().name())
}

/// The roles that read records and figures of their region.
pub const READERS: &[Role] = &[Role::Admin, Role::Official, Role::Clerk];
/// The roles that read the audit log.
pub const AUDITORS: &[Role] = &[Role::Admin, Role::Official];
/// The roles that read records: of their region, or their own.
pub const RECORD_READERS: &[Role] = &[Role::Admin, Role::Official, Role::Clerk, Role::Grower];
/// The roles that find lots by their codes: records' readers, and plants that take produce in.
pub const LOT_READERS: &[Role] = &[Role::Admin, Role::Official, Role::Clerk, Role::Grower, Role::PlantOperator];
/// The roles that read certificates: records' readers, and plants that take produce in.
pub const CERTIFICATE_READERS: &[Role] = &[Role::Admin, Role::Official, Role::Clerk, Role::Grower, Role::PlantOperator];
/// The roles that issue and withdraw certificates.
pub const CERTIFIERS: &[Role] = &[Role::Clerk, Role::Grower, Role::PlantOperator];

/// The roles that read the records of plants: of their region, or of their own plant.
pub const PLANT_READERS: &[Role] = &[Role::Admin, Role::Official, Role::Clerk, Role::PlantOperator];

/// The roles that may order, beside visitors: all but those that record nothing.
pub const BUYERS: &[Role] = &[Role::Buyer, Role::Grower, Role::PlantOperator, Role::Clerk];
/// Every role, for what belongs to an account itself.
pub const ACCOUNTS: &[Role] =
    &[Role::Admin, Role::Official, Role::Clerk, Role::PlantOperator, Role::Grower, Role::Buyer];

/// The database.
pub fn database<'a>(ctx: &Context<'a>) -> &'a Database {
    ctx.data_unchecked::<Database>()
}

/// The answer of a field that may be refused: it alone is null then, and the other fields of the request are answered.
pub async fn nullable<T>(answer: impl Future<Output = Result<T>>) -> Option<Result<T>> {
    Some(answer.await)
}
