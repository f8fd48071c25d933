//! Accounts.

use std::sync::Arc;

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

use crate::graphql::{
    connection::{Connection, request},
    content::{Content, word},
    exchange::{Exchange, SessionChange},
    guard::{self, Caller, READERS, act, actor, allow, database, nullable, signed_in},
    input, loader,
    mutation::idempotent_write,
    plants::processing_plants::ProcessingPlant,
    registers::{growers::Grower, regions::Region},
    scalar::DateTime,
};
use crate::rate::SignInLimit;
use domain::access::{
    accounts::{self, NewAccount, NewPassword},
    passwords::Passwords,
};
use store::{
    entity::{
        access::account,
        plants::processing_plant,
        registers::{grower, region},
    },
    error::Result,
};
use types::{Actor, RegionCode, Role};

/// Somebody who may sign in.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct Account {
    /// Id.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// Unique name to sign in with.
    username: String,
    /// What it may do.
    role: Role,
    /// Since when it may no longer sign in; null while it may.
    disabled_at: Option<DateTime>,
    #[graphql(skip)]
    region_code: Option<RegionCode>,
    #[graphql(skip)]
    plant_code: Option<String>,
    #[graphql(skip)]
    grower_id: Option<Uuid>,
}

#[ComplexObject]
impl Account {
    /// The region it belongs to, with all below it; a plant operator's is the plant's, a grower's its own. Null where
    /// it belongs to none.
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
        let account::Model {
            id,
            username,
            password_hash: _,
            role,
            region_code,
            plant_code,
            grower_id,
            created_at: _,
            disabled_at,
            password_set_at: _,
            refusal_noted_at: _,
        } = row;
        Self {
            id: id.into(),
            username,
            role,
            disabled_at: disabled_at.map(DateTime::from),
            region_code,
            plant_code,
            grower_id,
        }
    }
}

/// The account behind a record, for those who may know: ADMIN, OFFICIAL and CLERK; null for every other reader.
pub async fn who(ctx: &Context<'_>, account_id: Uuid) -> Result<Option<Account>> {
    if !actor(ctx).is_some_and(|actor| READERS.contains(&actor.role)) {
        return Ok(None);
    }
    Ok(Some(loader::row::<account::Entity>(ctx, account_id).await?.into()))
}

/// The same for those alone whose own region has that account.
pub async fn who_within(ctx: &Context<'_>, account_id: Uuid) -> Result<Option<Account>> {
    let scope = guard::scope(ctx);
    let account = who(ctx, account_id).await?;
    Ok(account.filter(|account| account.region_code.as_ref().is_some_and(|region| scope.covers(region))))
}

/// Which accounts to list; what is absent does not restrict.
#[derive(Default, InputObject)]
struct AccountFilter {
    /// Those with this role.
    role: Option<Role>,
    /// Those whose user name holds this text, 1–100 characters.
    username_contains: Option<String>,
    /// Those that are (true) or are not (false) disabled.
    disabled: Option<bool>,
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
            Caller::Account { .. } | Caller::Refused(_) => {
                Some(signed_in(ctx).map(|(account, _)| account.clone().into()))
            }
        }
    }

    /// All accounts, in the order of their creation. For ADMIN.
    async fn accounts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which accounts.")] filter: Option<AccountFilter>,
        #[graphql(desc = "How many, 1 to 100; 20 unless said.")] first: Option<i32>,
        #[graphql(desc = "Those behind this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<Account>>> {
        nullable(async {
            allow(ctx, &[Role::Admin])?;
            let AccountFilter { role, username_contains, disabled } = filter.unwrap_or_default();
            let username_contains =
                username_contains.map(|text| input::search("filter.usernameContains", &text)).transpose()?;
            let filter = accounts::Filter { role, username_contains, disabled };
            Ok(accounts::list(database(ctx).reader(), filter, &request(ctx, first, after)).await?.into())
        })
        .await
    }
}

/// An account that is new.
#[derive(InputObject)]
struct CreateAccountInput {
    /// Unique name to sign in with: 1–100 letters of any script, digits, points, hyphens, underscores, at signs.
    username: String,
    /// Password: 10–128 characters, none of the common ones, and not the user name repeated.
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

/// An account that is to sign in no more.
#[derive(InputObject)]
struct DisableAccountInput {
    /// The account.
    account_id: ID,
    /// Sent again under the same key, the request answers the same and records nothing; 1–100 printable characters.
    idempotency_key: Option<String>,
}

/// An account that may sign in again.
#[derive(InputObject)]
struct EnableAccountInput {
    /// The account.
    account_id: ID,
    /// Sent again under the same key, the request answers the same and records nothing; 1–100 printable characters.
    idempotency_key: Option<String>,
}

/// Another password of an account whose own was forgotten.
#[derive(InputObject)]
struct ResetPasswordInput {
    /// The account.
    account_id: ID,
    /// The password that it has from now on: 10–128 characters, none of the common ones, and not the user name
    /// repeated.
    #[graphql(secret)]
    new_password: String,
    /// Sent again under the same key, the request answers the same and records nothing; 1–100 printable characters.
    idempotency_key: Option<String>,
}

/// Another password of the own account.
#[derive(InputObject)]
struct ChangePasswordInput {
    /// The password that it has now.
    #[graphql(secret)]
    current_password: String,
    /// The password that it has from now on: 10–128 characters, none of the common ones, and not the user name
    /// repeated.
    #[graphql(secret)]
    new_password: String,
}

/// An account that was created.
#[derive(SimpleObject)]
struct CreateAccountPayload {
    /// The account.
    account: Account,
}

/// An account that was disabled.
#[derive(SimpleObject)]
struct DisableAccountPayload {
    /// The account as it is now.
    account: Account,
}

/// An account that may sign in again.
#[derive(SimpleObject)]
struct EnableAccountPayload {
    /// The account as it is now.
    account: Account,
}

/// An account that was given another password.
#[derive(SimpleObject)]
struct ResetPasswordPayload {
    /// The account.
    account: Account,
}

/// The own account, whose password was changed.
#[derive(SimpleObject)]
struct ChangePasswordPayload {
    /// The account, which no session is open for any more.
    account: Account,
}

/// A password that may be given to an account: its hash, and, where the request may be sent again, what it is
/// recognised by then.
async fn new_password(ctx: &Context<'_>, actor: &Actor, key: Option<&String>, password: String) -> Result<NewPassword> {
    let passwords = ctx.data_unchecked::<Passwords>();
    let fingerprint = match key {
        Some(key) => Some(passwords.fingerprint(password.clone(), format!("{} {key}", actor.account_id)).await?),
        None => None,
    };
    Ok(NewPassword { hash: passwords.hash(password).await?, fingerprint })
}

/// Passwords are compared by their fingerprints: hashes have salts of their own.
fn content_of_new(grower_id: &Option<Uuid>, fields: &NewAccount) -> Content {
    let NewAccount { username, role, region_code, plant_code, password_hash: _, password_fingerprint } = fields;
    Content::new()
        .with("username", username)
        .maybe("password", password_fingerprint)
        .with("role", word(*role))
        .maybe("regionCode", region_code)
        .maybe("plantCode", plant_code)
        .maybe("growerId", grower_id)
}

/// Which account is disabled or enabled.
fn content_of(id: &Uuid, (): &()) -> Content {
    Content::new().with("accountId", id)
}

/// Mutations of accounts.
#[derive(Debug, Default)]
pub struct AccountMutation;

#[Object]
impl AccountMutation {
    /// Creates an account. What it belongs to follows from its role. For ADMIN.
    async fn create_account(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The account.")] input: CreateAccountInput,
    ) -> Option<Result<CreateAccountPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Admin])?;
            let CreateAccountInput { username, password, role, region_code, plant_code, grower_id, idempotency_key } =
                input;
            let fields = async {
                let username = input::username("username", &username)?;
                Passwords::check(&password, &username, "password")?;
                let password = new_password(ctx, actor, idempotency_key.as_ref(), password).await?;
                Ok(NewAccount {
                    username,
                    role,
                    region_code: region_code.map(|code| RegionCode(code.0)),
                    plant_code: plant_code.map(|code| code.0),
                    password_hash: password.hash,
                    password_fingerprint: password.fingerprint,
                })
            };
            let fields = fields.await;
            let grower_id = grower_id.map(|id| input::record_id(&id));
            let account = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                grower_id,
                fields,
                content_of_new,
                |txn, _, grower_id, fields| async move { accounts::create(&txn, grower_id, fields).await },
            )
            .await?;
            Ok(CreateAccountPayload { account: account.into() })
        })
        .await
    }

    /// Ends an account's sign-ins and lets nobody sign in to it any more; what it recorded stays under its name.
    /// CONFLICT where it is disabled already, and for the last ADMIN that is not. For ADMIN.
    async fn disable_account(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The account.")] input: DisableAccountInput,
    ) -> Option<Result<DisableAccountPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Admin])?;
            let DisableAccountInput { account_id, idempotency_key } = input;
            let account = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                input::record_id(&account_id),
                Ok(()),
                content_of,
                |txn, _, id, fields| async move {
                    fields?;
                    accounts::disable(&txn, id).await
                },
            )
            .await?;
            Ok(DisableAccountPayload { account: account.into() })
        })
        .await
    }

    /// Lets an account sign in again that was disabled, with the password that it had. CONFLICT where it is not
    /// disabled. For ADMIN.
    async fn enable_account(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The account.")] input: EnableAccountInput,
    ) -> Option<Result<EnableAccountPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Admin])?;
            let EnableAccountInput { account_id, idempotency_key } = input;
            let account = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                input::record_id(&account_id),
                Ok(()),
                content_of,
                |txn, _, id, fields| async move {
                    fields?;
                    accounts::enable(&txn, id).await
                },
            )
            .await?;
            Ok(EnableAccountPayload { account: account.into() })
        })
        .await
    }

    /// Gives an account another password and ends all its sign-ins. For ADMIN.
    async fn reset_password(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The account and its password.")] input: ResetPasswordInput,
    ) -> Option<Result<ResetPasswordPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Admin])?;
            let ResetPasswordInput { account_id, new_password: password, idempotency_key } = input;
            let id = input::record_id(&account_id);
            // Without such an account, that is what is said.
            let username = accounts::username(database(ctx).reader(), id).await?.unwrap_or_default();
            let password = async {
                Passwords::check(&password, &username, "newPassword")?;
                new_password(ctx, actor, idempotency_key.as_ref(), password).await
            };
            let password = password.await;
            let content = |id: &Uuid, NewPassword { hash: _, fingerprint }: &NewPassword| {
                Content::new().with("accountId", id).maybe("newPassword", fingerprint)
            };
            let account = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                id,
                password,
                content,
                |txn, _, id, password| async move { accounts::reset_password(&txn, id, password).await },
            )
            .await?;
            Ok(ResetPasswordPayload { account: account.into() })
        })
        .await
    }

    /// Gives the own account another password and ends all its sign-ins, the one that asks too: whoever has a token
    /// that was copied is out, and the owner signs in again. INVALID_INPUT on `input.currentPassword` where that is
    /// wrong, RATE_LIMITED while too many passwords wait to be checked. For every account.
    async fn change_password(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The password that it has and the one that it shall have.")] input: ChangePasswordInput,
    ) -> Option<Result<ChangePasswordPayload>> {
        nullable(async {
            let (account, _) = signed_in(ctx)?;
            let ChangePasswordInput { current_password, new_password } = input;
            let (passwords, exchange) = (ctx.data_unchecked::<Passwords>(), ctx.data_unchecked::<Arc<Exchange>>());
            // Whoever holds a token that was copied must not find out the password by trying.
            ctx.data_unchecked::<SignInLimit>().check(&account.username, exchange.address)?;
            let changed =
                accounts::change_password(database(ctx), passwords, act(ctx), account, current_password, new_password)
                    .await;
            let changed = changed.map_err(|error| error.within("input"))?;
            exchange.note(SessionChange::SignedOut);
            Ok(ChangePasswordPayload { account: changed.into() })
        })
        .await
    }
}
