//! The records of pre-orders (payments, refunds, deliveries, returns): locked for a change.

use sea_orm::{EntityTrait, PrimaryKeyTrait, QuerySelect, sea_query::LockType};
use uuid::Uuid;

use super::{Locked, lock_as_clerk};
use store::{
    Txn,
    error::{Error, ErrorCode, Result},
};
use types::Actor;

/// Locks a record that is to be changed, with its pre-order, which must lie in the clerk's region.
pub(super) async fn lock_record<E: EntityTrait>(
    txn: &Txn,
    actor: &Actor,
    id: Uuid,
    preorder_of: impl FnOnce(&E::Model) -> Uuid,
    not_found: Error,
) -> Result<(Locked, E::Model)>
where
    <E::PrimaryKey as PrimaryKeyTrait>::ValueType: From<Uuid>,
{
    let found = E::find_by_id(id).one(txn.reader()).await?.ok_or_else(|| not_found.clone())?;
    // An invisible pre-order is not found under the record's name: its own would say that there is one.
    let locked = lock_as_clerk(txn, actor, preorder_of(&found), "id").await.map_err(|error| match error.code {
        ErrorCode::NotFound => not_found.clone(),
        _ => error,
    })?;
    let row = E::find_by_id(id).lock(LockType::NoKeyUpdate).one(txn.reader()).await?.ok_or(not_found)?;
    Ok((locked, row))
}
