//! Accounts: who may sign in, with which role and password.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, Order, QueryFilter, QueryOrder, QuerySelect,
    sea_query::LockType,
};
use uuid::Uuid;

use super::{
    passwords::Passwords,
    sessions::{self, Sessions},
};
use crate::{
    plants::processing_plants,
    registers::{growers, regions},
    unless_taken,
};
use store::{
    Database, Reader, Txn,
    entity::{
        access::{account, session},
        registers::grower,
    },
    error::{Error, Result},
    page::{Page, PageRequest, filter_some, page},
};
use types::{Act, Actor, Problem, RegionCode, Role, Scope, Timestamp, new_id};

/// The shortest interval between audit entries for refused sign-ins of one account, in microseconds.
const MINUTE: i64 = 60_000_000;

/// The fields of a new account.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// Unique user name.
    pub username: String,
    /// Its role.
    pub role: Role,
    /// The region it belongs to: required for OFFICIAL and CLERK, allowed for ADMIN and BUYER.
    pub region_code: Option<RegionCode>,
    /// The plant of a PLANT_OPERATOR.
    pub plant_code: Option<String>,
    /// Hash of its password.
    pub password_hash: String,
}

/// A sign-in: its token, which is shown only once, its session and its account.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// The token.
    pub token: String,
    /// The session opened by the sign-in.
    pub session: session::Model,
    /// The account of the session.
    pub account: account::Model,
}

/// Filter for a list of accounts.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only accounts with this role.
    pub role: Option<Role>,
    /// Only accounts whose user name contains this text.
    pub username_contains: Option<String>,
    /// Only disabled accounts, or only enabled ones.
    pub disabled: Option<bool>,
}

fn not_found(field: &str) -> Error {
    Error::not_found(field, "账号", "account")
}

/// The account with this user name, if it exists.
pub async fn find_by_username(connection: &Reader, username: &str) -> Result<Option<account::Model>> {
    match types::username(username) {
        Ok(username) => {
            Ok(account::Entity::find().filter(account::Column::Username.eq(username)).one(connection).await?)
        }
        Err(_) => Ok(None),
    }
}

/// Whether there is any account.
pub async fn is_any(connection: &Reader) -> Result<bool> {
    Ok(account::Entity::find().one(connection).await?.is_some())
}

/// The account with this user name. NOT_FOUND if it does not exist.
pub async fn get_by_username(connection: &Reader, username: &str) -> Result<account::Model> {
    find_by_username(connection, username).await?.ok_or_else(|| not_found("username"))
}

/// The user name of an account. None if the account does not exist.
pub async fn username(connection: &Reader, id: Uuid) -> Result<Option<String>> {
    Ok(account::Entity::find_by_id(id).one(connection).await?.map(|account| account.username))
}

/// A page of accounts in order of creation.
pub async fn list(connection: &Reader, filter: Filter, request: &PageRequest) -> Result<Page<account::Model>> {
    let Filter { role, username_contains, disabled } = filter;
    let query = filter_some(account::Entity::find(), role, |role| account::Column::Role.eq(role));
    let query = filter_some(query, username_contains, |text| {
        regions::contains_regardless_of_case(account::Column::Username, &text)
    });
    let query = filter_some(query, disabled, |disabled| {
        if disabled { account::Column::DisabledAt.is_not_null() } else { account::Column::DisabledAt.is_null() }
    });
    page(connection, query, &[account::Column::Id], Order::Asc, request).await
}

/// Loads an account and locks it until the transaction ends, so that its sign-ins and the changes of its password and
/// its disabled state happen one after another.
async fn lock(txn: &Txn, id: Uuid) -> Result<account::Model> {
    account::Entity::find_by_id(id)
        .lock(LockType::NoKeyUpdate)
        .one(txn.reader())
        .await?
        .ok_or_else(|| not_found("accountId"))
}

/// The grower of a new account, if it names one. Accounts are also managed on the command line, where there is
/// no actor.
pub async fn to_create<By>(txn: &Txn, _: &By, grower_id: Option<Uuid>) -> Result<Option<grower::Model>> {
    match grower_id {
        Some(id) => Ok(Some(growers::get(txn, &Scope::Everything, id, txn.today(), "growerId").await?)),
        None => Ok(None),
    }
}

/// Creates an account. Its role decides what it belongs to: a region for OFFICIAL and CLERK, a plant for
/// PLANT_OPERATOR, a grower for GROWER. INVALID_INPUT if one of them is missing or does not fit the role.
pub async fn create<By>(
    txn: &Txn,
    _: &By,
    grower: Option<grower::Model>,
    fields: NewAccount,
) -> Result<account::Model> {
    let NewAccount { username, role, region_code, plant_code, password_hash } = fields;
    let belongs = |field: &str, required: bool, allowed: bool, given: bool| {
        if required && !given {
            return Err(Error::invalid(field, Problem::new("此角色必须填写", "this role requires it")));
        }
        if given && !allowed {
            return Err(Error::invalid(field, Problem::new("此角色不应填写", "this role does not take it")));
        }
        Ok(())
    };
    let by_region = matches!(role, Role::Official | Role::Clerk);
    belongs("regionCode", by_region, by_region || matches!(role, Role::Admin | Role::Buyer), region_code.is_some())?;
    belongs("plantCode", role == Role::PlantOperator, role == Role::PlantOperator, plant_code.is_some())?;
    belongs("growerId", role == Role::Grower, role == Role::Grower, grower.is_some())?;
    let region = match region_code {
        Some(code) => Some(regions::get(txn, &code, "regionCode").await?.code),
        None => grower.as_ref().map(|grower| grower.region_code.clone()),
    };
    let plant = match plant_code {
        Some(code) => Some(processing_plants::get(txn, &code, "plantCode").await?),
        None => None,
    };
    if let Some(grower) = &grower {
        growers::check_not_merged(grower)?;
    }
    let row = account::ActiveModel {
        id: Set(new_id()),
        username: Set(username),
        password_hash: Set(password_hash),
        role: Set(role),
        region_code: Set(region.or_else(|| plant.as_ref().map(|plant| plant.region_code.clone()))),
        plant_code: Set(plant.map(|plant| plant.code)),
        grower_id: Set(grower.map(|grower| grower.id)),
        created_at: Set(txn.recorded_at()),
        disabled_at: Set(None),
        password_set_at: Set(txn.recorded_at()),
        refusal_noted_at: Set(None),
    };
    let taken = || Error::invalid("username", Problem::new("用户名已被使用", "the user name is in use"));
    unless_taken(txn.insert(row).await, taken)
}

/// Ends an account's sessions and refuses further sign-ins to it. What it recorded stays under its name. CONFLICT if
/// it is already disabled, and for the last ADMIN, because nobody could undo that.
pub async fn disable<By>(txn: &Txn, _: &By, (): (), id: Uuid) -> Result<account::Model> {
    let role = account::Entity::find_by_id(id).one(txn.reader()).await?.ok_or_else(|| not_found("accountId"))?.role;
    let is_last_admin = role == Role::Admin && hold_admins(txn).await?.iter().all(|admin| admin.id == id);
    let account = lock(txn, id).await?;
    if account.disabled_at.is_some() {
        return Err(Error::conflict("该账号已停用", "the account is disabled already"));
    }
    if is_last_admin {
        return Err(Error::conflict("不能停用最后一个管理员账号", "the last ADMIN cannot be disabled"));
    }
    let mut row = account.clone().into_active_model();
    row.disabled_at = Set(Some(txn.recorded_at()));
    let account = txn.update(account, row).await?;
    sessions::end_all(txn, id).await?;
    Ok(account)
}

/// Loads the enabled administrators and locks them in one order, so that if the last two disable each other at once,
/// one stays.
async fn hold_admins(txn: &Txn) -> Result<Vec<account::Model>> {
    let admins = account::Entity::find()
        .filter(account::Column::Role.eq(Role::Admin))
        .filter(account::Column::DisabledAt.is_null());
    Ok(admins.order_by_asc(account::Column::Id).lock(LockType::NoKeyUpdate).all(txn.reader()).await?)
}

/// Allows sign-ins to a disabled account again. CONFLICT if it is not disabled.
pub async fn enable<By>(txn: &Txn, _: &By, (): (), id: Uuid) -> Result<account::Model> {
    let account = lock(txn, id).await?;
    if account.disabled_at.is_none() {
        return Err(Error::conflict("该账号未停用", "the account is not disabled"));
    }
    let mut row = account.clone().into_active_model();
    row.disabled_at = Set(None);
    Ok(txn.update(account, row).await?)
}

/// The account whose password is reset.
pub async fn to_reset_password<By>(txn: &Txn, _: &By, id: Uuid) -> Result<account::Model> {
    lock(txn, id).await
}

/// Sets a new password, given as its hash, for an account and ends all its sessions.
pub async fn reset_password<By>(
    txn: &Txn,
    _: &By,
    account: account::Model,
    password_hash: String,
) -> Result<account::Model> {
    set_password(txn, account, password_hash).await
}

/// Sets a new password for the caller's own account and ends all its sessions, including the one that made the
/// request. A copied token thus becomes useless. INVALID_INPUT on `currentPassword` if it is wrong.
pub async fn change_password(
    database: &Database,
    passwords: &Passwords,
    act: Act,
    account: &account::Model,
    current: String,
    new: String,
) -> Result<account::Model> {
    Passwords::check(&new, &account.username, "newPassword")?;
    let wrong = || Error::invalid("currentPassword", Problem::new("当前密码错误", "not the current password"));
    if !passwords.verify(current, Some(account.password_hash.clone())).await? {
        return Err(wrong());
    }
    let (id, set_at, hash) = (account.id, account.password_set_at, passwords.hash(new).await?);
    database
        .write_as(act, async move |txn| {
            let account = lock(&txn, id).await?;
            // Of two concurrent changes from the same password, the second now has a wrong current password.
            if account.password_set_at != set_at {
                return Err(wrong());
            }
            set_password(&txn, account, hash).await
        })
        .await
}

async fn set_password(txn: &Txn, account: account::Model, hash: String) -> Result<account::Model> {
    let id = account.id;
    let mut row = account.clone().into_active_model();
    row.password_hash = Set(hash);
    row.password_set_at = Set(txn.recorded_at());
    let account = txn.update(account, row).await?;
    sessions::end_all(txn, id).await?;
    Ok(account)
}

/// Signs in. The session is limited in time. UNAUTHENTICATED if user name and password do not match, and for a
/// disabled account. A password stored with outdated hash parameters is hashed again with the current ones.
pub async fn sign_in(
    database: &Database,
    passwords: &Passwords,
    sessions: &Sessions,
    act: Act,
    username: &str,
    password: String,
) -> Result<SignIn> {
    let found = find_by_username(database.reader(), username).await?;
    let hash =
        found.as_ref().filter(|account| account.disabled_at.is_none()).map(|account| account.password_hash.clone());
    let is_right = passwords.verify(password.clone(), hash).await?;
    let Some(checked) = found else { return Err(Error::wrong_credentials()) };
    if !is_right {
        note_refusal(database, act, checked);
        return Err(Error::wrong_credentials());
    }
    let better_hash = match Passwords::is_outdated(&checked.password_hash) {
        true => Some(passwords.hash(password).await?),
        false => None,
    };
    let sessions = sessions.clone();
    database
        .write_as(act.by(checked.id), async move |txn| {
            let mut account = lock(&txn, checked.id).await?;
            // The password may have been changed, or the account disabled, while the password was being verified.
            if account.password_set_at != checked.password_set_at || account.disabled_at.is_some() {
                return Err(Error::wrong_credentials());
            }
            if let Some(hash) = better_hash {
                let mut row = account.clone().into_active_model();
                row.password_hash = Set(hash);
                account = txn.update(account, row).await?;
            }
            let (token, session) = sessions.open(&txn, account.id).await?;
            txn.is_about(&session);
            txn.lies_in(account.region_code.clone());
            Ok(SignIn { token, session, account })
        })
        .await
}

/// Writes a refused sign-in of an account into the audit log, at most one a minute. It runs in a task of its own, so
/// that the response does not wait for it. The response time would otherwise reveal that the account exists.
fn note_refusal(database: &Database, act: Act, account: account::Model) {
    let is_due = |account: &account::Model, now: Timestamp| {
        account.refusal_noted_at.is_none_or(|noted| noted.plus(MINUTE) <= now)
    };
    if !is_due(&account, database.clock().now()) {
        return;
    }
    let database = database.clone();
    tokio::spawn(async move {
        let act = Act { action: "signInRefused".to_owned(), ..act };
        let noted = database.write_as(act, async move |txn| {
            let account = lock(&txn, account.id).await?;
            if !is_due(&account, txn.recorded_at()) {
                txn.is_unchanged();
                return Ok(());
            }
            let mut row = account.clone().into_active_model();
            row.refusal_noted_at = Set(Some(txn.recorded_at()));
            txn.update(account, row).await?;
            Ok(())
        });
        if let Err(error) = noted.await {
            tracing::error!(%error, cause = ?error.cause, "a refused sign-in could not be recorded in the audit log");
        }
    });
}

/// The actor that an account acts as. The session adds the growers that were merged with its own.
pub fn actor(account: &account::Model) -> Actor {
    Actor {
        account_id: account.id,
        role: account.role,
        region: account.region_code.clone(),
        plant_code: account.plant_code.clone(),
        growers: account.grower_id.into_iter().collect(),
    }
}
