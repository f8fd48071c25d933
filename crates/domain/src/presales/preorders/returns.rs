//! Goods that came back after delivery, and returns that were entered by mistake.

use std::collections::{BTreeMap, HashMap};

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{Locked, NewEvent, change, deliveries, history::difference, records::lock_record, step};
use crate::{harvest::holdings, not_in_the_future, records_of, voiding};
use store::{
    Reader, Txn,
    entity::{
        harvest::harvest_lot,
        presales::{preorder, preorder_delivery, preorder_delivery_lot, preorder_return, preorder_return_lot},
    },
    error::{Error, Result},
};
use types::{Actor, Day, Kilograms, PreorderAction, PreorderEventKind, Problem, Reason, new_id};

/// The fields of a new return.
#[derive(Debug, Clone)]
pub struct NewReturn {
    /// The quantity that came back.
    pub quantity: Kilograms,
    /// The day on which it came back.
    pub returned_on: Day,
    /// Whether it goes back to its lots. Otherwise it is written off.
    pub back_to_stock: bool,
    /// The reason.
    pub reason: Reason,
}

/// Records goods that came back. The amount falls by their price on the day of the return, and what was paid for them
/// is due back. They go back to the lots that they came from, those delivered last first, or are written off.
pub async fn return_goods(txn: &Txn, actor: &Actor, locked: Locked, fields: NewReturn) -> Result<preorder::Model> {
    let NewReturn { quantity, returned_on, back_to_stock, reason } = fields;
    let current = &locked.current;
    not_in_the_future(returned_on, txn.today(), "returnedOn")?;
    let status = step(current, PreorderAction::Return)?;
    let deliveries = deliveries::valid(txn, current.id).await?;
    let first = deliveries.iter().map(|delivery| delivery.delivered_on).min().ok_or_else(nothing_delivered)?;
    check(current, quantity, returned_on, first)?;
    let lots = lots_of(txn, current.id, quantity).await?;
    if back_to_stock {
        check_lots(&lots, quantity)?;
    }
    let mut after = preorder::Model {
        status,
        returned_g: current.returned_g + quantity,
        fulfillable_g: current.fulfillable_g - quantity,
        over_quota_g: (current.over_quota_g - quantity).max(Kilograms::ZERO),
        ..current.clone()
    };
    after.amount_fen = locked.amount_of(&after);
    let changed = after.amount_fen - current.amount_fen;
    let row = txn
        .insert(preorder_return::ActiveModel {
            id: Set(new_id()),
            preorder_id: Set(current.id),
            region_code: Set(current.region_code.clone()),
            returned_on: Set(returned_on),
            quantity_g: Set(quantity),
            changed_fen: Set(changed),
            over_quota_g: Set(current.over_quota_g - after.over_quota_g),
            is_back_in_stock: Set(back_to_stock),
            reason: Set(reason.0.clone()),
            recorded_at: Set(txn.recorded_at()),
            recorded_by: Set(actor.account_id),
            reversed_at: Set(None),
            reversal_reason: Set(None),
            reversed_by: Set(None),
        })
        .await?;
    for (lot_id, quantity) in lots {
        if back_to_stock {
            holdings::give_back::<harvest_lot::Entity>(txn, lot_id, quantity).await?;
        }
        let part = preorder_return_lot::ActiveModel {
            id: Set(new_id()),
            return_id: Set(row.id),
            lot_id: Set(lot_id),
            quantity_g: Set(quantity),
        };
        txn.insert(part).await?;
    }
    let returned = NewEvent {
        amount: Some(after.amount_fen),
        quantity: Some(quantity),
        reason: Some(reason.0),
        day: Some(returned_on),
        presale: difference(changed, after.fulfillable_g - current.fulfillable_g),
        ..NewEvent::new(PreorderEventKind::Returned, Some(actor.account_id))
    };
    change(txn, locked, after, vec![returned]).await
}

fn nothing_delivered() -> Error {
    Error::conflict("该订单尚未交付，没有可退的货", "nothing of the pre-order was delivered that could come back")
}

fn check(current: &preorder::Model, quantity: Kilograms, returned_on: Day, first: Day) -> Result<()> {
    if returned_on < first {
        let problem = Problem::new(
            format!("不得早于首次交付日 {first}"),
            format!("must not lie before the first delivery, {first}"),
        );
        return Err(Error::invalid("returnedOn", problem));
    }
    let most = current.delivered_g - current.returned_g;
    if quantity <= most {
        return Ok(());
    }
    let problem = Problem::new(
        format!("超过已交付且未退的 {most} 千克"),
        format!("more than the {most} kg that were delivered and have not come back"),
    );
    Err(Error::invalid("quantityKg", problem))
}

fn check_lots(lots: &BTreeMap<Uuid, Kilograms>, quantity: Kilograms) -> Result<()> {
    let known: Kilograms = lots.values().copied().sum();
    if known == quantity {
        return Ok(());
    }
    let problem = Problem::new(
        format!("交付时登记了批次且未退的只有 {known} 千克，其余无法退回库存；请填 false"),
        format!(
            "only {known} kg were delivered from lots that are on record and have not come back; the rest has no stock to go to: say false"
        ),
    );
    Err(Error::invalid("backToStock", problem))
}

/// From which lots some goods of a pre-order came that have not come back before: those delivered last first. Less than
/// the quantity if the lots of some deliveries are not on record.
async fn lots_of(txn: &Txn, preorder_id: Uuid, quantity: Kilograms) -> Result<BTreeMap<Uuid, Kilograms>> {
    let mut back: HashMap<Uuid, Kilograms> = HashMap::new();
    for row in returned_lots(txn, preorder_id).await? {
        let sum = back.entry(row.lot_id).or_default();
        *sum = *sum + row.quantity_g;
    }
    let (mut lots, mut left) = (BTreeMap::new(), quantity);
    for row in delivered_lots(txn, preorder_id).await? {
        let before = back.entry(row.lot_id).or_default();
        let gone = row.quantity_g.min(*before);
        *before = *before - gone;
        let part = (row.quantity_g - gone).min(left);
        if part > Kilograms::ZERO {
            let sum: &mut Kilograms = lots.entry(row.lot_id).or_default();
            *sum = *sum + part;
            left = left - part;
        }
    }
    Ok(lots)
}

async fn delivered_lots(txn: &Txn, preorder_id: Uuid) -> Result<Vec<preorder_delivery_lot::Model>> {
    use preorder_delivery_lot::{Column, Entity};
    let of_delivery =
        Entity::belongs_to(preorder_delivery::Entity).from(Column::DeliveryId).to(preorder_delivery::Column::Id);
    Ok(Entity::find()
        .join(JoinType::InnerJoin, of_delivery.into())
        .filter(preorder_delivery::Column::PreorderId.eq(preorder_id))
        .filter(preorder_delivery::Column::ReversedAt.is_null())
        .order_by_desc(Column::DeliveryId)
        .order_by_asc(Column::LotId)
        .all(txn.reader())
        .await?)
}

async fn returned_lots(txn: &Txn, preorder_id: Uuid) -> Result<Vec<preorder_return_lot::Model>> {
    use preorder_return_lot::{Column, Entity};
    let of_return = Entity::belongs_to(preorder_return::Entity).from(Column::ReturnId).to(preorder_return::Column::Id);
    Ok(Entity::find()
        .join(JoinType::InnerJoin, of_return.into())
        .filter(preorder_return::Column::PreorderId.eq(preorder_id))
        .filter(preorder_return::Column::ReversedAt.is_null())
        .all(txn.reader())
        .await?)
}

/// The return to reverse, with its pre-order, which must lie in the clerk's region.
pub async fn return_to_reverse(txn: &Txn, actor: &Actor, id: Uuid) -> Result<(Locked, preorder_return::Model)> {
    let not_found = Error::not_found("returnId", "退货记录", "return");
    lock_record::<preorder_return::Entity>(txn, actor, id, |row| row.preorder_id, not_found).await
}

/// Reverses a return that was entered by mistake: the buyer has the goods again, and the amount rises again on the day
/// of the return. CONFLICT if it was reversed before. QUOTA_EXCEEDED if the goods were sold or promised again since.
pub async fn reverse_return(
    txn: &Txn,
    actor: &Actor,
    (locked, returned): (Locked, preorder_return::Model),
    reason: Reason,
) -> Result<preorder::Model> {
    voiding::check_not_voided(&returned)?;
    let current = &locked.current;
    let mut after = preorder::Model {
        status: step(current, PreorderAction::Return)?,
        returned_g: current.returned_g - returned.quantity_g,
        fulfillable_g: current.fulfillable_g + returned.quantity_g,
        over_quota_g: current.over_quota_g + returned.over_quota_g,
        ..current.clone()
    };
    after.amount_fen = locked.amount_of(&after);
    if returned.is_back_in_stock {
        use preorder_return_lot::Column;
        let lots = preorder_return_lot::Entity::find().filter(Column::ReturnId.eq(returned.id));
        for part in lots.order_by_asc(Column::LotId).all(txn.reader()).await? {
            holdings::draw::<harvest_lot::Entity>(txn, part.lot_id, part.quantity_g).await?;
        }
    }
    let reversed = NewEvent {
        amount: Some(after.amount_fen),
        quantity: Some(returned.quantity_g),
        reason: Some(reason.0.clone()),
        day: Some(returned.returned_on),
        presale: -difference(current.amount_fen - after.amount_fen, Kilograms::ZERO - returned.quantity_g),
        ..NewEvent::new(PreorderEventKind::ReturnReversed, Some(actor.account_id))
    };
    voiding::void(txn, actor, returned, reason).await?;
    change(txn, locked, after, vec![reversed]).await
}

/// The returns of these pre-orders in order of entry, at most a hundred of each, in one statement.
pub async fn returns_of(connection: &Reader, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<preorder_return::Model>>> {
    use preorder_return::{Column, Entity};
    records_of::<Entity>(connection, Column::PreorderId, Column::Id, ids).await
}
