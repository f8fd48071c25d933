//! Part of a sale that came back later, and returns that were entered by mistake.

use std::collections::HashMap;

use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QuerySelect,
    sea_query::LockType,
};
use uuid::Uuid;

use super::{entry, not_found};
use crate::{
    harvest::holdings,
    not_in_the_future,
    plants::production_batches::{self, give_back_of_return, insert_parts_of_return, take_again_of_return},
    records_of, voiding,
};
use store::{
    Reader, Txn,
    entity::{
        harvest::harvest_lot,
        sales::{sale, sale_return},
    },
    error::{Error, Result},
    ledger::{self, Amounts, Entry, Facets, Source},
};
use types::{Actor, Day, Kilograms, Money, Problem, Reason, SourceKind, new_id};

/// The most returns of one sale. All are listed with it.
const MOST_RETURNS: u64 = 20;

/// The fields of a new return.
#[derive(Debug, Clone)]
pub struct NewReturn {
    /// The quantity that came back.
    pub quantity: Kilograms,
    /// The money that was paid back.
    pub amount: Money,
    /// The day on which it came back.
    pub returned_on: Day,
    /// Whether it goes back to the lot or the batches of the sale. Otherwise it is written off.
    pub back_to_stock: bool,
    /// The reason.
    pub reason: Reason,
}

/// The sale of which something came back. NOT_FOUND outside the actor's region.
pub async fn to_return(txn: &Txn, actor: &Actor, sale_id: Uuid) -> Result<sale::Model> {
    lock(txn, actor, sale_id).await?.ok_or_else(|| not_found("saleId"))
}

async fn lock(txn: &Txn, actor: &Actor, sale_id: Uuid) -> Result<Option<sale::Model>> {
    let query = sale::Entity::visible_to(&actor.scope()).filter(sale::Column::Id.eq(sale_id));
    Ok(query.lock(LockType::NoKeyUpdate).one(txn.reader()).await?)
}

/// Records goods of a sale that came back. They are taken out of the figures of the day on which they came back, and
/// go back to their lot or batches, or are written off.
///
/// INVALID_INPUT if more came back than was sold. CONFLICT if the sale is voided, or has as many returns as are listed.
pub async fn return_goods(
    txn: &Txn,
    actor: &Actor,
    sale: sale::Model,
    fields: NewReturn,
) -> Result<sale_return::Model> {
    let NewReturn { quantity, amount, returned_on, back_to_stock, reason } = fields;
    not_in_the_future(returned_on, txn.today(), "returnedOn")?;
    if returned_on < sale.sold_on {
        let day = sale.sold_on;
        let problem =
            Problem::new(format!("不得早于销售日期 {day}"), format!("must not lie before the day of the sale, {day}"));
        return Err(Error::invalid("returnedOn", problem));
    }
    let parts = production_batches::parts_of_return(txn, &sale, quantity).await?;
    if back_to_stock && sale.lot_id.is_none() && parts.is_empty() {
        let problem = Problem::new(
            "该销售未登记采收批次或生产批次，没有可退回的库存；请填 false",
            "the sale names no lot and drew on no batch; there is no stock to go back to: say false",
        );
        return Err(Error::invalid("backToStock", problem));
    }
    voiding::check_not_voided(&sale)?;
    check_left(&sale, quantity, amount)?;
    let made = sale_return::Entity::find().filter(sale_return::Column::SaleId.eq(sale.id)).count(txn.reader()).await?;
    if made >= MOST_RETURNS {
        return Err(Error::conflict(
            format!("一笔销售最多登记 {MOST_RETURNS} 次退货"),
            format!("a sale has at most {MOST_RETURNS} returns"),
        ));
    }
    // A clock that was set back must not let goods come back before they were sold.
    txn.stamp_after(sale.recorded_at);
    let row = sale_return::ActiveModel {
        id: Set(new_id()),
        sale_id: Set(sale.id),
        region_code: Set(sale.region_code.clone()),
        returned_on: Set(returned_on),
        quantity_g: Set(quantity),
        amount_fen: Set(amount),
        is_back_in_stock: Set(back_to_stock),
        reason: Set(reason.0),
        recorded_at: Set(txn.recorded_at()),
        recorded_by: Set(actor.account_id),
        voided_at: Set(None),
        void_reason: Set(None),
        voided_by: Set(None),
    };
    let returned = txn.insert(row).await?;
    insert_parts_of_return(txn, returned.id, &parts).await?;
    if back_to_stock {
        match sale.lot_id {
            Some(lot_id) => holdings::give_back::<harvest_lot::Entity>(txn, lot_id, quantity).await?,
            None => give_back_of_return(txn, &parts).await?,
        }
    }
    let of_sale = return_entry(&sale, &returned);
    change(txn, sale, quantity, amount).await?;
    ledger::record(txn, vec![of_sale]).await?;
    Ok(returned)
}

fn check_left(sale: &sale::Model, quantity: Kilograms, amount: Money) -> Result<()> {
    let (left, open) = (sale.quantity_g - sale.returned_g, sale.amount_fen - sale.returned_fen);
    if quantity > left {
        let problem = Problem::new(
            format!("超过已售且未退的 {left} 千克"),
            format!("more than the {left} kg that were sold and have not come back"),
        );
        return Err(Error::invalid("quantityKg", problem));
    }
    if amount > open {
        let problem = Problem::new(
            format!("超过已收且未退的 {open} 元"),
            format!("more than the {open} yuan that were charged and not paid back"),
        );
        return Err(Error::invalid("amountYuan", problem));
    }
    Ok(())
}

/// Adds to what came back of a sale, or takes off from it what is negative.
async fn change(txn: &Txn, sale: sale::Model, quantity: Kilograms, amount: Money) -> Result<()> {
    let mut row = sale.clone().into_active_model();
    row.returned_g = Set(sale.returned_g + quantity);
    row.returned_fen = Set(sale.returned_fen + amount);
    txn.update(sale, row).await?;
    Ok(())
}

/// The return to void, with its sale. NOT_FOUND outside the actor's region.
pub async fn return_to_void(txn: &Txn, actor: &Actor, id: Uuid) -> Result<(sale::Model, sale_return::Model)> {
    let not_found = || Error::not_found("returnId", "销售退货记录", "return of a sale");
    let found = sale_return::Entity::find_by_id(id).one(txn.reader()).await?.ok_or_else(not_found)?;
    let sale = lock(txn, actor, found.sale_id).await?.ok_or_else(not_found)?;
    // Only who holds its sale changes a return. It may have been changed while the sale was waited for.
    let returned = sale_return::Entity::find_by_id(id).one(txn.reader()).await?.ok_or_else(not_found)?;
    Ok((sale, returned))
}

/// Voids a return that was entered by mistake: the goods are sold again. CONFLICT if it is already voided.
/// QUOTA_EXCEEDED if what went back to the stock has been drawn since.
pub async fn void_return(
    txn: &Txn,
    actor: &Actor,
    (sale, returned): (sale::Model, sale_return::Model),
    reason: Reason,
) -> Result<sale_return::Model> {
    voiding::check_not_voided(&returned)?;
    let taken_back = ledger::reversal(txn, returned.id).await?;
    if returned.is_back_in_stock {
        match sale.lot_id {
            Some(lot_id) => holdings::draw::<harvest_lot::Entity>(txn, lot_id, returned.quantity_g).await?,
            None => take_again_of_return(txn, returned.id).await?,
        }
    }
    change(txn, sale, Kilograms::ZERO - returned.quantity_g, Money::ZERO - returned.amount_fen).await?;
    let returned = voiding::void(txn, actor, returned, reason).await?;
    ledger::record(txn, taken_back).await?;
    Ok(returned)
}

/// The returns of these sales in order of entry, in one statement.
pub async fn returns_of(connection: &Reader, sales: &[Uuid]) -> Result<HashMap<Uuid, Vec<sale_return::Model>>> {
    use sale_return::{Column, Entity};
    records_of::<Entity>(connection, Column::SaleId, Column::Id, sales).await
}

/// The ledger entry of a return, which takes off from the figures of its day. A return is no sale.
pub fn return_entry(sale: &sale::Model, returned: &sale_return::Model) -> Entry {
    let taken_off = Amounts { amount: returned.amount_fen, quantity: returned.quantity_g, ..Amounts::default() };
    Entry {
        facets: Facets { day: returned.returned_on, ..entry(sale).facets },
        amounts: -taken_off,
        source: Source { kind: SourceKind::SaleReturn, id: returned.id },
    }
}
