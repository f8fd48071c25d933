//! Goods of a plant that came back from a sale: from which batches they are, and what goes back to those.

use std::collections::{BTreeMap, HashMap};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait, sea_query::SelectStatement};
use uuid::Uuid;

use super::{lock, stock::batches_of};
use crate::harvest::holdings::{draw, give_back};
use store::{
    Txn,
    entity::{
        plants::production_batch,
        sales::{sale, sale_batch, sale_return, sale_return_batch},
    },
    error::Result,
};
use types::{Kilograms, new_id};

/// From which batches some goods of a sale are that have not come back before: those of the newest batches first. None
/// if the sale drew on no batch. The batches are locked, and listed in the order in which they are locked.
pub(crate) async fn parts_of_return(
    txn: &Txn,
    sale: &sale::Model,
    quantity: Kilograms,
) -> Result<Vec<(Uuid, Kilograms)>> {
    if sale.product_code.is_none() {
        return Ok(Vec::new());
    }
    let drawn = sale_batch::Entity::find().filter(sale_batch::Column::SaleId.eq(sale.id)).all(txn.reader()).await?;
    let mut kept: HashMap<Uuid, Kilograms> = drawn.into_iter().map(|row| (row.batch_id, row.quantity_g)).collect();
    let returned = sale_return_batch::Entity::in_force().filter(sale_return::Column::SaleId.eq(sale.id));
    for row in returned.all(txn.reader()).await? {
        let left = kept.entry(row.batch_id).or_default();
        *left = *left - row.quantity_g;
    }
    let mut open = quantity;
    let mut parts = Vec::new();
    for batch in locked(txn, batches_of(sale.id)).await?.into_iter().rev() {
        let part = kept.remove(&batch.id).unwrap_or_default().min(open);
        if part > Kilograms::ZERO {
            open = open - part;
            parts.push((batch.id, part));
        }
    }
    parts.reverse();
    Ok(parts)
}

/// Locks batches, older ones first.
async fn locked(txn: &Txn, ids: SelectStatement) -> Result<Vec<production_batch::Model>> {
    let batches = production_batch::Entity::find().filter(production_batch::Column::Id.in_subquery(ids));
    Ok(lock(batches).all(txn.reader()).await?)
}

/// Records from which batches goods are that came back.
pub(crate) async fn insert_parts_of_return(txn: &Txn, return_id: Uuid, parts: &[(Uuid, Kilograms)]) -> Result<()> {
    let row = |(batch_id, quantity_g): &(Uuid, Kilograms)| sale_return_batch::Model {
        id: new_id(),
        return_id,
        batch_id: *batch_id,
        quantity_g: *quantity_g,
    };
    Ok(txn.insert_all::<sale_return_batch::Entity>(parts.iter().map(row).collect()).await?)
}

/// Returns goods that came back to their batches, which are locked.
pub(crate) async fn give_back_of_return(txn: &Txn, parts: &[(Uuid, Kilograms)]) -> Result<()> {
    for (batch_id, quantity) in parts {
        give_back::<production_batch::Entity>(txn, *batch_id, *quantity).await?;
    }
    Ok(())
}

/// Draws again what had come back to its batches. QUOTA_EXCEEDED if it has been drawn since.
pub(crate) async fn take_again_of_return(txn: &Txn, return_id: Uuid) -> Result<()> {
    use sale_return_batch::Column;
    let of_return = sale_return_batch::Entity::find().filter(Column::ReturnId.eq(return_id));
    let rows = of_return.clone().all(txn.reader()).await?;
    let mut parts: BTreeMap<Uuid, Kilograms> = rows.into_iter().map(|row| (row.batch_id, row.quantity_g)).collect();
    for batch in locked(txn, of_return.select_only().column(Column::BatchId).into_query()).await? {
        draw::<production_batch::Entity>(txn, batch.id, parts.remove(&batch.id).unwrap_or_default()).await?;
    }
    Ok(())
}
