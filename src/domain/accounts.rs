//! Accounts, signing in and out, and the tokens that stand for a sign-in.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{growers, passwords::Passwords, plants, regions, unless_taken};
use crate::{
    db::{Database, Txn},
    entity::{account, session},
    error::{Error, Result},
    types::{Actor, Problem, RegionCode, Role, Scope, Timestamp},
};

/// An account that is new.
#[derive(Debug, Clone, serde::Serialize)]
pub struct NewAccount {
    /// Unique name to sign in with.
    pub username: String,
    /// What it may do.
    pub role: Role,
    /// The region it belongs to: required for OFFICIAL and CLERK, allowed for ADMIN and BUYER.
    pub region_code: Option<RegionCode>,
    /// The plant of a PLANT_OPERATOR.
    pub plant_code: Option<String>,
    /// Hash of its password.
    #[serde(skip)]
    pub password_hash: String,
    /// What the password is recognised by when the request is sent again.
    pub password_fingerprint: Option<String>,
}

/// A sign-in: its token, which is shown this once, and until when it counts.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// The token.
    pub token: String,
    /// The instant from which it no longer counts.
    pub expires_at: Timestamp,
    /// Whose it is.
    pub account: account::Model,
}

/// Creates an account. What it belongs to follows from its role: region for OFFICIAL and CLERK, plant for PLANT_OPERATOR, grower for
/// GROWER; INVALID_INPUT where one is missing or out of place.
pub async fn create(txn: &Txn, grower_id: Option<Uuid>, fields: Result<NewAccount>) -> Result<account::Model> {
    let grower = match grower_id {
        Some(id) => Some(growers::find(txn, &Scope::Everything, id, txn.today()).await?),
        None => None,
    };
    let NewAccount { username, role, region_code, plant_code, password_hash, .. } = fields?;
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
        Some(code) => Some(regions::known(txn, &code, "regionCode").await?.code),
        None => grower.as_ref().map(|grower| grower.region_code.clone()),
    };
    let plant = match plant_code {
        Some(code) => Some(plants::known(txn, &code, "plantCode").await?),
        None => None,
    };
    let row = account::ActiveModel {
        id: Set(Uuid::now_v7()),
        username: Set(username),
        password_hash: Set(password_hash),
        role: Set(role),
        region_code: Set(region.or_else(|| plant.as_ref().map(|plant| plant.region_code.clone()))),
        plant_code: Set(plant.map(|plant| plant.code)),
        grower_id: Set(grower.map(|grower| grower.id)),
        created_at: Set(txn.recorded_at()),
    };
    let taken = || Error::invalid("username", Problem::new("用户名已被使用", "the user name is in use"));
    unless_taken(row.insert(txn).await, taken)
}

/// Signs in for a time: UNAUTHENTICATED where user name and password do not belong together.
pub async fn sign_in(
    database: &Database,
    passwords: &Passwords,
    username: &str,
    password: String,
    lifetime_microseconds: i64,
) -> Result<SignIn> {
    let found = match crate::types::identifier(username) {
        Ok(username) => account::Entity::find().filter(account::Column::Username.eq(username)).one(database.reader()).await?,
        Err(_) => None,
    };
    let hash = found.as_ref().map(|account| account.password_hash.clone());
    let is_right = passwords.verify(password, hash).await?;
    let account = found.filter(|_| is_right).ok_or_else(Error::wrong_credentials)?;
    let token = BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>());
    let token_hash = hash_of(&token);
    database
        .write(async move |txn| {
            let now = txn.recorded_at();
            session::Entity::delete_many()
                .filter(session::Column::AccountId.eq(account.id))
                .filter(session::Column::ExpiresAt.lte(now))
                .exec(&*txn)
                .await?;
            let expires_at = now.plus(lifetime_microseconds);
            let row = session::ActiveModel {
                id: Set(Uuid::now_v7()),
                token_hash: Set(token_hash),
                account_id: Set(account.id),
                created_at: Set(now),
                expires_at: Set(expires_at),
            };
            row.insert(&*txn).await?;
            Ok(SignIn { token, expires_at, account })
        })
        .await
}

/// Ends the sign-in that a token stands for. Gives whether there was one.
pub async fn sign_out(txn: &Txn, token: &str) -> Result<bool> {
    let ended = session::Entity::delete_many().filter(session::Column::TokenHash.eq(hash_of(token))).exec(txn).await?;
    Ok(ended.rows_affected > 0)
}

/// The account that a token stands for: UNAUTHENTICATED where it is unknown or has expired.
pub async fn authenticate(connection: &impl ConnectionTrait, token: &str, now: Timestamp) -> Result<account::Model> {
    let session = session::Entity::find()
        .filter(session::Column::TokenHash.eq(hash_of(token)))
        .filter(session::Column::ExpiresAt.gt(now))
        .one(connection)
        .await?
        .ok_or_else(Error::unauthenticated)?;
    account::Entity::find_by_id(session.account_id).one(connection).await?.ok_or_else(Error::unauthenticated)
}

/// The account as somebody who acts.
pub fn actor(account: &account::Model) -> Actor {
    Actor {
        account_id: account.id,
        role: account.role,
        region: account.region_code.clone(),
        plant_code: account.plant_code.clone(),
        grower_id: account.grower_id,
    }
}

fn hash_of(token: &str) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}
