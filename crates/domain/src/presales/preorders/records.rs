//! The records of pre-orders (payments, refunds, deliveries, returns): locked for a change, and listed.

use std::collections::HashMap;

use sea_orm::{EntityTrait, PrimaryKeyTrait, QuerySelect, sea_query::LockType};
use uuid::Uuid;

use super::{Locked, lock_as_clerk};
use store::{
    Reader, Txn,
    error::{Error, ErrorCode, Result},
    page::{PageRequest, pages_of},
};
use types::Actor;

/// The most records of one kind shown of a pre-order, or of an offer.
const MOST_SHOWN: i32 = 100;

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

/// The records of these pre-orders (or offers) in order of entry, at most a hundred of each, in one statement.
pub(in crate::presales) async fn records_of<E>(
    connection: &Reader,
    parent: E::Column,
    id: E::Column,
    parents: &[Uuid],
) -> Result<HashMap<Uuid, Vec<E::Model>>>
where
    E: EntityTrait,
    E::Model: Send + Sync,
{
    let request = PageRequest { first: Some(MOST_SHOWN), ..PageRequest::default() };
    let pages = pages_of(connection, &E::find(), parent, parents, id, &request).await?;
    Ok(pages.into_iter().map(|(id, page)| (id, page.rows.into_iter().map(|(_, row)| row).collect())).collect())
}
