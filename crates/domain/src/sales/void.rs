//! Voiding a sale that was entered by mistake, and recording the right one in its place.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::LockType};
use uuid::Uuid;

use super::{
    Named, NewSale, entry, not_found,
    record::{ToRecord, check, make, to_record},
};
use crate::{harvest::holdings, plants::production_batches::give_back_of_sale, voiding};
use store::{
    Txn,
    entity::{
        harvest::harvest_lot,
        sales::{sale, sale_return},
    },
    error::Result,
    ledger,
};
use types::{Actor, Reason};

/// The field of the input that has the sale to record instead.
const FIELD: &str = "replacedBy";

/// The sale to void, and what the one that replaces it names.
#[derive(Debug)]
pub struct ToVoid {
    sale: sale::Model,
    replacement: Option<ToRecord>,
}

/// Why a sale is voided, and the sale to record instead.
#[derive(Debug, Clone)]
pub struct Void {
    /// The reason.
    pub reason: Reason,
    /// The right sale, if there was one.
    pub replacement: Option<NewSale>,
}

/// The sale to void, and the records that the one to replace it names. NOT_FOUND outside the actor's region.
pub async fn to_void(txn: &Txn, actor: &Actor, (sale_id, named): (Uuid, Option<Named>)) -> Result<ToVoid> {
    let query = sale::Entity::visible_to(&actor.scope()).filter(sale::Column::Id.eq(sale_id));
    let sale = query.lock(LockType::NoKeyUpdate).one(txn.reader()).await?.ok_or_else(|| not_found("saleId"))?;
    let replacement = match named {
        Some(named) => Some(to_record(txn, actor, named).await.map_err(|error| error.within(FIELD))?),
        None => None,
    };
    Ok(ToVoid { sale, replacement })
}

/// Voids a sale that was entered by mistake. It is taken out of the figures of its day, and its kilograms are
/// returned to its lot or batches. The record stays and is marked. CONFLICT if it is already voided, or, naming the
/// returns, if something came back of it.
///
/// The sale that replaces it is recorded with it, and may draw on what it gives back. Of the two, one counts at any
/// instant.
pub async fn void(txn: &Txn, actor: &Actor, target: ToVoid, fields: Void) -> Result<sale::Model> {
    let ToVoid { sale, replacement: named } = target;
    let Void { reason, replacement } = fields;
    let checked = match named.zip(replacement) {
        Some((named, replacement)) => {
            Some(check(txn, actor, named, replacement).await.map_err(|error| error.within(FIELD))?)
        }
        None => None,
    };
    voiding::check_not_voided(&sale)?;
    let returned = sale_return::Entity::find().filter(sale_return::Column::SaleId.eq(sale.id));
    let returned = returned.filter(sale_return::Column::VoidedAt.is_null());
    let problem = ("该销售已有退货，请先作废退货记录", "part of the sale came back; void its returns first");
    voiding::check_unused::<Uuid, _>(txn, returned, sale_return::Column::Id, problem).await?;
    let mut entries = ledger::reversal(txn, sale.id).await?;
    if let Some(checked) = &checked {
        checked.lock(txn, &sale).await?;
    }
    if let Some(lot_id) = sale.lot_id {
        holdings::give_back::<harvest_lot::Entity>(txn, lot_id, sale.quantity_g).await?;
    }
    if sale.product_code.is_some() {
        give_back_of_sale(txn, &sale).await?;
    }
    let sale = voiding::void(txn, actor, sale, reason).await?;
    if let Some(checked) = checked {
        let made = make(txn, actor, checked, Some(sale.id)).await.map_err(|error| error.within(FIELD))?;
        entries.push(entry(&made));
    }
    ledger::record(txn, entries).await?;
    Ok(sale)
}
