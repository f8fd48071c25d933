//! Accounts, signing in and out.

use std::sync::Arc;

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

use super::{
    exchange::{Exchange, SessionChange},
    growers::Grower,
    guard::{Caller, Limits, allow, database, nullable, signed_in},
    input, loader,
    mutation::once,
    plants::ProcessingPlant,
    regions::Region,
    scalar::DateTime,
};
use crate::{
    domain::{
        accounts::{self, NewAccount},
        passwords::Passwords,
    },
    entity::{account, grower, processing_plant, region},
    error::{Error, Result},
    rate::SignInLimit,
    types::{RegionCode, Role},
};

/// Somebody who may sign in.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct Account {
    /// Id.
    id: ID,
    /// Unique name to sign in with.
    username: String,
    /// What it may do.
    role: Role,
    #[graphql(skip)]
    region_code: Option<RegionCode>,
    #[graphql(skip)]
    plant_code: Option<String>,
    #[graphql(skip)]
    grower_id: Option<Uuid>,
}

#[ComplexObject]
impl Account {
    /// The region it belongs to, with all below it; a plant operator's is the plant's, a grower's its own. Null where it belongs to none.
    async fn region(&self, ctx: &Context<'_>) -> Result<Option<Region>> {
        Ok(loader::optional::<region::Entity>(ctx, self.region_code.clone()).await?.map(Region::from))
    }

    /// The plant of a PLANT_OPERATOR; null for other roles.
    async fn processing_plant(&self, ctx: &Context<'_>) -> Result<Option<ProcessingPlant>> {
        let plant = loader::optional::<processing_plant::Entity>(ctx, self.plant_code.clone()).await?;
        Ok(plant.map(ProcessingPlant::from))
    }

    /// The grower of a GROWER; null for other roles.
    async fn grower(&self, ctx: &Context<'_>) -> Result<Option<Grower>> {
        Ok(loader::optional::<grower::Entity>(ctx, self.grower_id).await?.map(Grower::from))
    }
}

impl From<account::Model> for Account {
    fn from(row: account::Model) -> Self {
        let account::Model { id, username, password_hash: _, role, region_code, plant_code, grower_id, created_at: _ } = row;
        Self { id: id.into(), username, role, region_code, plant_code, grower_id }
    }
}

/// Queries about accounts.
#[derive(Debug, Default)]
pub struct AccountQuery;

#[Object]
impl AccountQuery {
    /// The signed-in account; null for a visitor.
    async fn me(&self, ctx: &Context<'_>) -> Option<Result<Account>> {
        match ctx.data_unchecked::<Caller>() {
            Caller::Visitor => None,
            Caller::Account { .. } | Caller::Refused(_) => Some(signed_in(ctx).map(|(account, _)| account.clone().into())),
        }
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

/// A sign-in.
#[derive(SimpleObject)]
struct SignInPayload {
    /// Send it as `Authorization: Bearer …`. It is shown this once.
    token: String,
    /// The instant from which the token no longer counts.
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

/// An account that is new.
#[derive(InputObject)]
struct CreateAccountInput {
    /// Unique name to sign in with: 1–40 small Latin letters, digits, points, hyphens, underscores.
    username: String,
    /// Password, 8–128 characters.
    #[graphql(secret)]
    password: String,
    /// What it may do.
    role: Role,
    /// The region it belongs to: required for OFFICIAL and CLERK, allowed for ADMIN and BUYER, whom it does not limit.
    region_code: Option<ID>,
    /// The plant: required for PLANT_OPERATOR, for no other role.
    plant_code: Option<ID>,
    /// The grower: required for GROWER, for no other role.
    grower_id: Option<ID>,
    /// Sent again under the same key, the request answers the same and records nothing; 1–100 printable characters.
    idempotency_key: Option<String>,
}

/// An account that was created.
#[derive(SimpleObject)]
struct CreateAccountPayload {
    /// The account.
    account: Account,
}

/// Mutations of accounts.
#[derive(Debug, Default)]
pub struct AccountMutation;

#[Object]
impl AccountMutation {
    /// Signs in. UNAUTHENTICATED where user name and password do not belong together; which of the two is wrong is not said. RATE_LIMITED
    /// where it is tried too often.
    async fn sign_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "User name and password.")] input: SignInInput,
    ) -> Option<Result<SignInPayload>> {
        nullable(async {
            let SignInInput { username, password } = input;
            let exchange = ctx.data_unchecked::<Arc<Exchange>>();
            ctx.data_unchecked::<SignInLimit>().check(&username, exchange.address)?;
            let lifetime = ctx.data_unchecked::<Limits>().session_lifetime_microseconds;
            let signed_in = accounts::sign_in(database(ctx), ctx.data_unchecked::<Passwords>(), &username, password, lifetime).await?;
            exchange.note(SessionChange::SignedIn { token: signed_in.token.clone() });
            Ok(SignInPayload { token: signed_in.token, expires_at: signed_in.expires_at.into(), account: signed_in.account.into() })
        })
        .await
    }

    /// Ends the sign-in that the request came with. For every account.
    async fn sign_out(&self, ctx: &Context<'_>) -> Option<Result<SignOutPayload>> {
        nullable(async {
            signed_in(ctx)?;
            let Caller::Account { token, .. } = ctx.data_unchecked::<Caller>().clone() else { return Err(Error::unauthenticated()) };
            let signed_out = database(ctx).write(async move |txn| accounts::sign_out(&txn, &token).await).await?;
            ctx.data_unchecked::<Arc<Exchange>>().note(SessionChange::SignedOut);
            Ok(SignOutPayload { signed_out })
        })
        .await
    }

    /// Creates an account. What it belongs to follows from its role. For ADMIN.
    async fn create_account(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The account.")] input: CreateAccountInput,
    ) -> Option<Result<CreateAccountPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Admin])?;
            let CreateAccountInput { username, password, role, region_code, plant_code, grower_id, idempotency_key } = input;
            let passwords = ctx.data_unchecked::<Passwords>();
            let fields = async || {
                let username = input::code("username", &username)?;
                Passwords::check(&password)?;
                let password_fingerprint = match &idempotency_key {
                    Some(key) => Some(passwords.fingerprint(password.clone(), format!("{} {key}", actor.account_id)).await?),
                    None => None,
                };
                Ok(NewAccount {
                    username,
                    role,
                    region_code: region_code.map(|code| RegionCode(code.0)),
                    plant_code: plant_code.map(|code| code.0),
                    password_hash: passwords.hash(password.clone()).await?,
                    password_fingerprint,
                })
            };
            let fields = fields().await;
            let grower_id = grower_id.map(|id| input::record_id(&id));
            let account = once(ctx, actor, idempotency_key, grower_id, fields, |txn, _, grower_id, fields| async move {
                accounts::create(&txn, grower_id, fields).await
            })
            .await?;
            Ok(CreateAccountPayload { account: account.into() })
        })
        .await
    }
}
