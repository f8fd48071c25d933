//! The recorded deliveries of pre-orders: reversed if entered by mistake, with their lots and tracking numbers.

use std::collections::HashMap;

use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult, IntoActiveModel, JoinType, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::{Locked, NewEvent, change, history::difference, records::lock_record, step};
use crate::{harvest::holdings, records_of, voiding};
use store::{
    Reader, Txn,
    entity::{
        harvest::harvest_lot,
        presales::{preorder, preorder_delivery, preorder_delivery_lot},
    },
    error::{Error, Result},
};
use types::{Actor, Kilograms, Money, PreorderAction, PreorderEventKind, Reason, Reference, Scope};

/// The delivery to reverse or to change, with its pre-order, which must lie in the clerk's region.
pub async fn delivery_to_change(txn: &Txn, actor: &Actor, id: Uuid) -> Result<(Locked, preorder_delivery::Model)> {
    let not_found = Error::not_found("deliveryId", "交付记录", "delivery");
    lock_record::<preorder_delivery::Entity>(txn, actor, id, |delivery| delivery.preorder_id, not_found).await
}

/// Reverses a delivery that was entered by mistake: its kilograms go back to their lots, and the pre-order is what it
/// was before. What the delivery changed of the amount is taken back on the day of the delivery. CONFLICT, naming it,
/// if something else must be reversed first. QUOTA_EXCEEDED if the kilograms that it had left out were promised to
/// somebody else since.
pub async fn reverse_delivery(
    txn: &Txn,
    actor: &Actor,
    (locked, delivery): (Locked, preorder_delivery::Model),
    reason: Reason,
) -> Result<preorder::Model> {
    voiding::check_not_voided(&delivery)?;
    let current = &locked.current;
    let others: Vec<preorder_delivery::Model> =
        valid(txn, current.id).await?.into_iter().filter(|other| other.id != delivery.id).collect();
    require_last(current, &delivery, &others)?;
    let status = step(current, PreorderAction::TakeBackDelivery)?;
    let mut after = preorder::Model {
        status,
        delivered_g: current.delivered_g - delivery.quantity_g,
        delivered_on: others.iter().map(|other| other.delivered_on).max(),
        tracking_number: others.iter().rev().find_map(|other| other.tracking_number.clone()),
        fulfillable_g: current.fulfillable_g - delivery.changed_g,
        over_quota_g: Kilograms::ZERO,
        ..current.clone()
    };
    if delivery.changed_g != Kilograms::ZERO {
        after.amount_fen = locked.amount_of(&after);
    }
    for drawn in lots_drawn(txn, delivery.id).await? {
        holdings::give_back::<harvest_lot::Entity>(txn, drawn.lot_id, drawn.quantity_g).await?;
    }
    let reversed = NewEvent {
        quantity: Some(delivery.quantity_g),
        reference: delivery.tracking_number.clone(),
        reason: Some(reason.0.clone()),
        day: Some(delivery.delivered_on),
        presale: -difference(current.amount_fen - after.amount_fen, delivery.changed_g),
        ..NewEvent::new(PreorderEventKind::DeliveryReversed, Some(actor.account_id))
    };
    voiding::void(txn, actor, delivery, reason).await?;
    change(txn, locked, after, vec![reversed]).await
}

/// CONFLICT if something that builds on a delivery must be reversed before it: a compensation, a return, or the
/// delivery with which the pre-order was completed at another quantity.
fn require_last(
    current: &preorder::Model,
    delivery: &preorder_delivery::Model,
    others: &[preorder_delivery::Model],
) -> Result<()> {
    if current.compensated_fen > Money::ZERO {
        let amount = current.compensated_fen;
        return Err(Error::conflict(
            format!("订单已补偿 {amount} 元，请先冲正补偿"),
            format!("{amount} yuan were compensated; reverse that first"),
        ));
    }
    if current.returned_g > Kilograms::ZERO {
        let returned = current.returned_g;
        return Err(Error::conflict(
            format!("订单已退货 {returned} 千克，请先冲正退货"),
            format!("{returned} kg came back; reverse the return first"),
        ));
    }
    let completing = others.iter().find(|other| other.changed_g != Kilograms::ZERO && other.id != delivery.id);
    completing.map_or(Ok(()), |other| {
        let (day, quantity) = (other.delivered_on, other.quantity_g);
        Err(Error::conflict(
            format!("{day} 交付 {quantity} 千克时订单数量已调整，请先冲正该次交付"),
            format!("the delivery of {quantity} kg on {day} completed it at another quantity; reverse that one first"),
        ))
    })
}

/// Adds or corrects the tracking number of a delivery. CONFLICT if the delivery was reversed.
pub async fn change_delivery(
    txn: &Txn,
    _: &Actor,
    (locked, delivery): (Locked, preorder_delivery::Model),
    tracking_number: Reference,
) -> Result<preorder::Model> {
    voiding::check_not_voided(&delivery)?;
    let number = Some(tracking_number.0);
    let mut row = delivery.clone().into_active_model();
    row.tracking_number = Set(number.clone());
    let delivery = txn.update(delivery, row).await?;
    let last = valid(txn, locked.current.id).await?.into_iter().rev().find(|other| other.tracking_number.is_some());
    let mut after = locked.current.clone();
    if last.is_some_and(|last| last.id == delivery.id) {
        after.tracking_number = number;
    }
    change(txn, locked, after, Vec::new()).await
}

/// The deliveries of a pre-order that are not reversed, oldest first.
pub(super) async fn valid(txn: &Txn, preorder_id: Uuid) -> Result<Vec<preorder_delivery::Model>> {
    use preorder_delivery::Column;
    Ok(preorder_delivery::Entity::find()
        .filter(Column::PreorderId.eq(preorder_id))
        .filter(Column::ReversedAt.is_null())
        .order_by_asc(Column::Id)
        .all(txn.reader())
        .await?)
}

async fn lots_drawn(txn: &Txn, delivery_id: Uuid) -> Result<Vec<preorder_delivery_lot::Model>> {
    use preorder_delivery_lot::Column;
    Ok(preorder_delivery_lot::Entity::find()
        .filter(Column::DeliveryId.eq(delivery_id))
        .order_by_asc(Column::LotId)
        .all(txn.reader())
        .await?)
}

/// The deliveries of these pre-orders in order of entry, at most a hundred of each, in one statement.
pub async fn deliveries_of(connection: &Reader, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<preorder_delivery::Model>>> {
    use preorder_delivery::{Column, Entity};
    records_of::<Entity>(connection, Column::PreorderId, Column::Id, ids).await
}

#[derive(Debug, FromQueryResult)]
struct Drawn {
    id: Uuid,
    lot_id: Uuid,
}

/// The lots in a scope from which these pre-orders were delivered, in the order of their ids, in two statements.
/// Reversed deliveries do not count.
pub async fn lots_of(
    connection: &Reader,
    scope: &Scope,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<harvest_lot::Model>>> {
    let of_delivery = preorder_delivery_lot::Entity::belongs_to(preorder_delivery::Entity)
        .from(preorder_delivery_lot::Column::DeliveryId)
        .to(preorder_delivery::Column::Id);
    let drawn = preorder_delivery_lot::Entity::find()
        .select_only()
        .column_as(preorder_delivery::Column::PreorderId, "id")
        .column(preorder_delivery_lot::Column::LotId)
        .join(JoinType::InnerJoin, of_delivery.into())
        .filter(preorder_delivery::Column::PreorderId.is_in(ids.iter().copied()))
        .filter(preorder_delivery::Column::ReversedAt.is_null())
        .distinct()
        .order_by_asc(preorder_delivery_lot::Column::LotId)
        .into_model()
        .all(connection)
        .await?;
    visible_lots(connection, scope, drawn).await
}

/// The lots in a scope from which these deliveries were made, in the order of their ids, in two statements.
pub async fn lots_of_deliveries(
    connection: &Reader,
    scope: &Scope,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<harvest_lot::Model>>> {
    let drawn = preorder_delivery_lot::Entity::find()
        .select_only()
        .column_as(preorder_delivery_lot::Column::DeliveryId, "id")
        .column(preorder_delivery_lot::Column::LotId)
        .filter(preorder_delivery_lot::Column::DeliveryId.is_in(ids.iter().copied()))
        .order_by_asc(preorder_delivery_lot::Column::LotId)
        .into_model()
        .all(connection)
        .await?;
    visible_lots(connection, scope, drawn).await
}

async fn visible_lots(
    connection: &Reader,
    scope: &Scope,
    drawn: Vec<Drawn>,
) -> Result<HashMap<Uuid, Vec<harvest_lot::Model>>> {
    let known = harvest_lot::Entity::visible_to(scope)
        .filter(harvest_lot::Column::Id.is_in(drawn.iter().map(|drawn| drawn.lot_id)));
    let known: HashMap<Uuid, harvest_lot::Model> =
        known.all(connection).await?.into_iter().map(|lot| (lot.id, lot)).collect();
    let mut lots: HashMap<Uuid, Vec<harvest_lot::Model>> = HashMap::new();
    for drawn in drawn {
        if let Some(lot) = known.get(&drawn.lot_id) {
            lots.entry(drawn.id).or_default().push(lot.clone());
        }
    }
    Ok(lots)
}
