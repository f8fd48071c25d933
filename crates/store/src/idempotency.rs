//! Idempotency: the answer to a request is stored under its key, in the change's own transaction.
//!
//! The content of the request is stored as a digest of its canonical form (`src/graphql/content.rs`), with the
//! version of that form. A row keeps the version that it was written with.
//!
//! A release that changes the form raises the version. It keeps the previous version's code for as long as keys live,
//! and compares a row by the form that its version names. Otherwise an honest retry across an upgrade would be a
//! conflict.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, QueryFilter, QueryTrait, Statement,
};
use sha2::{Digest, Sha256};

use super::{Database, Txn};
use crate::{
    entity::idempotency,
    error::{Error, Result},
};
use types::Timestamp;

/// The key under which a request's answer is stored.
#[derive(Debug, Clone)]
pub struct RequestKey {
    /// The account that sent it, or the buyer's telephone number.
    pub scope: String,
    /// The mutation's name.
    pub mutation: String,
    /// The key as sent by the client.
    pub key: String,
}

/// The version of the canonical form.
const VERSION: &str = "1";

/// The digest of a request's canonical form: its version, a colon, and a SHA-256.
pub fn digest(canonical: &str) -> String {
    format!("{VERSION}:{}", hex::encode(Sha256::digest(format!("lihua request-{VERSION}\n{canonical}"))))
}

/// What was answered before under a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answered {
    /// The same request, with the record that it created or changed.
    Same(String),
    /// A request with other content.
    Other,
}

/// What was answered before under this key, if anything. Of two concurrent requests with one key, the second waits
/// here until the first has ended.
pub async fn find(txn: &Txn, request: &RequestKey, digest: &str) -> Result<Option<Answered>> {
    if txn.get_database_backend() == DbBackend::Postgres {
        let name = format!("{}\n{}\n{}", request.scope, request.mutation, request.key);
        let lock = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";
        let lock = Statement::from_sql_and_values(DbBackend::Postgres, lock, [name.into()]);
        txn.connection().await?.execute_raw(lock).await?;
    }
    let key = (request.scope.clone(), request.mutation.clone(), request.key.clone());
    let Some(row) = idempotency::Entity::find_by_id(key).one(txn.reader()).await? else { return Ok(None) };
    let version = row.digest.split_once(':').map_or("", |(version, _)| version);
    if version != VERSION {
        // This program cannot tell whether the request is the same. A server that knows the version can.
        let cause = format!("an idempotency key has a digest of version {version:?}, this program knows {VERSION:?}");
        return Err(Error::internal(DbErr::Custom(cause)));
    }
    Ok(Some(if row.digest == digest { Answered::Same(row.record_id) } else { Answered::Other }))
}

/// The keys among these under which the sender's requests created records, with the ids of the records. Unused keys
/// are missing.
pub async fn made_under(txn: &Txn, scope: &str, mutation: &str, keys: Vec<String>) -> Result<Vec<(String, String)>> {
    use idempotency::Column;
    let rows = idempotency::Entity::find()
        .filter(Column::Scope.eq(scope))
        .filter(Column::Mutation.eq(mutation))
        .filter(Column::Key.is_in(keys))
        .all(txn.reader())
        .await?;
    Ok(rows.into_iter().map(|row| (row.key, row.record_id)).collect())
}

/// The refusal of a request whose key was used before with other content.
pub fn other_content() -> Error {
    Error::conflict(
        "此 idempotencyKey 已用于内容不同的请求，请换用新的 key",
        "this idempotencyKey was sent before with other content; use a new key",
    )
}

/// Stores which record a request created or changed.
pub async fn remember(txn: &Txn, request: RequestKey, digest: String, record_id: String) -> Result<()> {
    let row = idempotency::ActiveModel {
        scope: Set(request.scope),
        mutation: Set(request.mutation),
        key: Set(request.key),
        digest: Set(digest),
        record_id: Set(record_id),
        created_at: Set(txn.recorded_at()),
    };
    Ok(txn.defer(idempotency::Entity::insert(row).into_query(), 1).await?)
}

/// Deletes keys older than an instant. Returns how many.
pub async fn forget_before(database: &Database, oldest: Timestamp) -> Result<u64> {
    database
        .write(async move |txn| {
            let forgotten = idempotency::Entity::delete_many()
                .filter(idempotency::Column::CreatedAt.lt(oldest))
                .exec(txn.connection().await?)
                .await?;
            Ok(forgotten.rows_affected)
        })
        .await
}
