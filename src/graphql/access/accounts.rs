//! Accounts.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::{
    graphql::{
        connection::{Connection, request},
        exchange::{Exchange, SessionChange},
        guard::{self, Caller, act, database, signed_in},
        input::{self, Form},
        mutation::{idempotent_write, nothing},
        objects::accounts::Account,
    },
    rate::SignInLimit,
};
use domain::access::{
    accounts::{self, NewAccount},
    passwords::Passwords,
};
use store::error::Result;
use types::{Actor, Role};

/// Filters accounts. An absent field does not restrict the list.
#[derive(Default, InputObject)]
struct AccountFilter {
    /// Only accounts with this role.
    role: Option<Role>,
    /// Only accounts whose user name contains this text, 1 to 100 characters.
    username_contains: Option<String>,
    /// Only disabled accounts (true) or only enabled accounts (false).
    disabled: Option<bool>,
}

/// Queries about accounts.
#[derive(Debug, Default)]
pub(crate) struct AccountQuery;

#[Object]
impl AccountQuery {
    /// The signed-in account. Null for a visitor.
    async fn me(&self, ctx: &Context<'_>) -> Option<Result<Account>> {
        match ctx.data_unchecked::<Caller>() {
            Caller::Visitor => None,
            Caller::Account { .. } | Caller::Refused(_) => {
                Some(signed_in(ctx).map(|(account, _)| account.clone().into()))
            }
        }
    }

    /// All accounts, oldest first. For ADMIN.
    async fn accounts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Filters the accounts.")] filter: Option<AccountFilter>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<Account>>> {
        guard::answer(ctx, &[Role::Admin], |_| async move {
            let AccountFilter { role, username_contains, disabled } = filter.unwrap_or_default();
            let username_contains =
                username_contains.map(|text| input::search("filter.usernameContains", text)).transpose()?;
            let filter = accounts::Filter { role, username_contains, disabled };
            Ok(accounts::list(database(ctx).reader(), filter, &request(ctx, first, after)).await?.into())
        })
        .await
    }
}

/// A new account.
#[derive(InputObject)]
struct CreateAccountInput {
    /// Unique name to sign in with: 1 to 100 letters of any script, digits, periods, hyphens, underscores or at signs.
    username: String,
    /// Password, 10 to 128 characters. A common password is refused, and so is the user name repeated.
    #[graphql(secret)]
    password: String,
    /// Its role, which decides what it may do.
    role: Role,
    /// The region it belongs to. Required for OFFICIAL and CLERK. Optional for ADMIN and BUYER, whose access it does
    /// not limit.
    region_code: Option<ID>,
    /// The processing plant. Required for PLANT_OPERATOR, not allowed for other roles.
    plant_code: Option<ID>,
    /// The grower. Required for GROWER, not allowed for other roles.
    grower_id: Option<ID>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The account to disable.
#[derive(InputObject)]
struct DisableAccountInput {
    /// The account.
    account_id: ID,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The account to enable again.
#[derive(InputObject)]
struct EnableAccountInput {
    /// The account.
    account_id: ID,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// A new password for an account whose password was forgotten.
#[derive(InputObject)]
struct ResetPasswordInput {
    /// The account.
    account_id: ID,
    /// The new password, 10 to 128 characters. A common password is refused, and so is the user name repeated.
    #[graphql(secret)]
    new_password: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// A new password for the caller's own account.
#[derive(InputObject)]
struct ChangePasswordInput {
    /// The current password.
    #[graphql(secret)]
    current_password: String,
    /// The new password, 10 to 128 characters. A common password is refused, and so is the user name repeated.
    #[graphql(secret)]
    new_password: String,
}

/// The result of creating an account.
#[derive(SimpleObject)]
struct CreateAccountPayload {
    /// The new account.
    account: Account,
}

/// The result of disabling an account.
#[derive(SimpleObject)]
struct DisableAccountPayload {
    /// The account in its current state.
    account: Account,
}

/// The result of enabling an account.
#[derive(SimpleObject)]
struct EnableAccountPayload {
    /// The account in its current state.
    account: Account,
}

/// The result of resetting a password.
#[derive(SimpleObject)]
struct ResetPasswordPayload {
    /// The account.
    account: Account,
}

/// The result of changing the caller's own password.
#[derive(SimpleObject)]
struct ChangePasswordPayload {
    /// The account. All its sessions have ended.
    account: Account,
}

/// A password that may be given to an account.
struct NewPassword {
    hash: String,
    /// What recognises a repeat, if the request has an idempotency key. Each hash has its own salt, so that hashes
    /// cannot be compared.
    fingerprint: Option<String>,
}

async fn new_password(ctx: &Context<'_>, actor: &Actor, key: Option<&String>, password: String) -> Result<NewPassword> {
    let passwords = ctx.data_unchecked::<Passwords>();
    let fingerprint = match key {
        Some(key) => Some(passwords.fingerprint(password.clone(), format!("{} {key}", actor.account_id)).await?),
        None => None,
    };
    Ok(NewPassword { hash: passwords.hash(password).await?, fingerprint })
}

/// Mutations of accounts.
#[derive(Debug, Default)]
pub(crate) struct AccountMutation;

#[Object]
impl AccountMutation {
    /// Creates an account. Its role decides which of region, plant and grower it belongs to. For ADMIN.
    async fn create_account(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The account to create.")] input: CreateAccountInput,
    ) -> Option<Result<CreateAccountPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let CreateAccountInput { username, password, role, region_code, plant_code, grower_id, idempotency_key } =
                input;
            let credentials = async {
                let username = input::username("username", &username)?;
                Passwords::check(&password, &username, "password")?;
                Ok((username, new_password(ctx, actor, idempotency_key.as_ref(), password).await?))
            };
            let credentials: Result<_> = credentials.await;
            let mut form = Form::new();
            let grower = form.id("growerId", grower_id);
            let change = form.change(idempotency_key, grower, |form| {
                let (username, NewPassword { hash, fingerprint }) = credentials?;
                form.take("password", fingerprint);
                Ok(NewAccount {
                    username: form.take("username", username),
                    role: form.take("role", role),
                    region_code: form.id("regionCode", region_code),
                    plant_code: form.id("plantCode", plant_code),
                    password_hash: hash,
                })
            });
            let account = idempotent_write(ctx, actor, change, accounts::to_create, accounts::create).await?;
            Ok(CreateAccountPayload { account: account.into() })
        })
        .await
    }

    /// Disables an account: ends all its sessions and refuses new sign-ins. Its records keep its name. CONFLICT if it
    /// is already disabled, or if it is the last enabled ADMIN. For ADMIN.
    async fn disable_account(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The account to disable.")] input: DisableAccountInput,
    ) -> Option<Result<DisableAccountPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let DisableAccountInput { account_id, idempotency_key } = input;
            let change = Form::new().change(idempotency_key, (), |form| Ok(form.id("accountId", account_id)));
            let account = idempotent_write(ctx, actor, change, nothing, accounts::disable).await?;
            Ok(DisableAccountPayload { account: account.into() })
        })
        .await
    }

    /// Enables a disabled account, with the password that it had. CONFLICT if it is not disabled. For ADMIN.
    async fn enable_account(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The account to enable.")] input: EnableAccountInput,
    ) -> Option<Result<EnableAccountPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let EnableAccountInput { account_id, idempotency_key } = input;
            let change = Form::new().change(idempotency_key, (), |form| Ok(form.id("accountId", account_id)));
            let account = idempotent_write(ctx, actor, change, nothing, accounts::enable).await?;
            Ok(EnableAccountPayload { account: account.into() })
        })
        .await
    }

    /// Sets a new password for an account and ends all its sessions. For ADMIN.
    async fn reset_password(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The account and its new password.")] input: ResetPasswordInput,
    ) -> Option<Result<ResetPasswordPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let ResetPasswordInput { account_id, new_password: password, idempotency_key } = input;
            let mut form = Form::new();
            let id = form.id("accountId", account_id);
            // If there is no such account, the domain says so below.
            let username = accounts::username(database(ctx).reader(), id).await?.unwrap_or_default();
            let password = async {
                Passwords::check(&password, &username, "newPassword")?;
                new_password(ctx, actor, idempotency_key.as_ref(), password).await
            };
            let password: Result<_> = password.await;
            let change = form.change(idempotency_key, id, |form| {
                let NewPassword { hash, fingerprint } = password?;
                form.take("newPassword", fingerprint);
                Ok(hash)
            });
            let account =
                idempotent_write(ctx, actor, change, accounts::to_reset_password, accounts::reset_password).await?;
            Ok(ResetPasswordPayload { account: account.into() })
        })
        .await
    }

    /// Changes the password of the caller's own account and ends all its sessions, including the current one. A copied
    /// token stops working, and the owner signs in again. INVALID_INPUT on `input.currentPassword` if that is wrong.
    /// RATE_LIMITED while too many passwords are waiting to be checked. For every account.
    async fn change_password(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The current password and the new one.")] input: ChangePasswordInput,
    ) -> Option<Result<ChangePasswordPayload>> {
        guard::answer_signed_in(ctx, |account, _| async move {
            let ChangePasswordInput { current_password, new_password } = input;
            let (passwords, exchange) = (ctx.data_unchecked::<Passwords>(), ctx.data_unchecked::<Arc<Exchange>>());
            // The holder of a copied token must not find out the password by trying.
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
