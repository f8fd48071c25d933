//! Delivery, with or without lots, and compensation afterwards.

use std::collections::{BTreeMap, HashMap};

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{Locked, NewEvent, change, step, to_change};
use crate::{
    harvest::{harvest_lots, holdings},
    not_in_the_future,
    registers::varieties,
};
use store::{
    Reader, Txn,
    entity::{
        harvest::harvest_lot,
        presales::{preorder, preorder_lot},
    },
    error::{Error, Result},
    ledger::Amounts,
};
use types::{
    Actor, Day, Kilograms, Money, PreorderAction, PreorderEventKind, Problem, Reason, Reference, Scope, new_id, season,
};

/// The most lots that one delivery draws on.
const MOST_LOTS: usize = 100;

/// The fields of a delivery.
#[derive(Debug, Clone)]
pub struct Delivery {
    /// The quantity drawn from each of the named lots.
    pub quantities: Vec<Kilograms>,
    /// The day of delivery.
    pub delivered_on: Day,
    /// Tracking number of the parcel.
    pub tracking_number: Option<Reference>,
}

/// Compensation for a delivery.
#[derive(Debug, Clone)]
pub struct Compensation {
    /// The reduction of the amount.
    pub amount: Money,
    /// The reason.
    pub reason: Reason,
}

/// A pre-order to deliver, with the lots that it is to draw on.
pub struct ToDeliver {
    locked: Locked,
    /// The first lots, at most as many as a delivery may draw on.
    lots: Vec<harvest_lot::Model>,
    has_too_many: bool,
}

/// The pre-order to deliver, which must lie in the clerk's region, and the named lots. NOT_FOUND on a lot that the
/// clerk may not see.
pub async fn to_deliver(txn: &Txn, actor: &Actor, (id, lots): (Uuid, Vec<Uuid>)) -> Result<ToDeliver> {
    let locked = to_change(txn, actor, id).await?;
    let mut found = Vec::new();
    for (position, lot) in lots.iter().take(MOST_LOTS).enumerate() {
        found.push(harvest_lots::get(txn, &actor.scope(), *lot, &format!("lots.{position}.lotId")).await?);
    }
    Ok(ToDeliver { locked, lots: found, has_too_many: lots.len() > MOST_LOTS })
}

/// Delivers a confirmed pre-order that is fully paid. CONFLICT if an amount is still open. Named lots must be of the
/// offer's variety and season, and their quantities must add up to what is to be delivered. QUOTA_EXCEEDED if a lot
/// has less left.
pub async fn deliver(txn: &Txn, actor: &Actor, target: ToDeliver, fields: Delivery) -> Result<preorder::Model> {
    let ToDeliver { locked, lots, has_too_many } = target;
    let Delivery { quantities, delivered_on, tracking_number } = fields;
    not_in_the_future(delivered_on, txn.today(), "deliveredOn")?;
    let placed_on = locked.current.placed_at.day();
    if delivered_on < placed_on {
        let problem = Problem::new(
            format!("不得早于下单日 {placed_on}"),
            format!("must not lie before the day of placing, {placed_on}"),
        );
        return Err(Error::invalid("deliveredOn", problem));
    }
    if has_too_many {
        return Err(Error::invalid(
            "lots",
            Problem::new(format!("最多 {MOST_LOTS} 个批次"), format!("at most {MOST_LOTS} lots")),
        ));
    }
    let drawn: Vec<_> = lots.iter().zip(quantities).collect();
    check_lots(txn, &locked, &drawn, delivered_on).await?;
    let status = step(&locked.current, PreorderAction::Deliver)?;
    let open = locked.current.balance().open();
    if open > Money::ZERO {
        return Err(Error::conflict(
            format!("尚欠 {open} 元，付清后方可交付"),
            format!("{open} yuan is still to be paid before delivery"),
        ));
    }
    draw(txn, locked.current.id, &drawn).await?;
    let (quantity, reference) = (Some(locked.current.fulfillable_g), tracking_number.map(|number| number.0));
    let delivered = NewEvent {
        quantity,
        reference: reference.clone(),
        day: Some(delivered_on),
        ..NewEvent::new(PreorderEventKind::Delivered, Some(actor.account_id))
    };
    let after = preorder::Model {
        status,
        delivered_on: Some(delivered_on),
        tracking_number: reference,
        ..locked.current.clone()
    };
    change(txn, locked, after, vec![delivered]).await
}

#[expect(clippy::indexing_slicing, reason = "each index lies within the slice by construction")]
async fn check_lots(
    txn: &Txn,
    locked: &Locked,
    drawn: &[(&harvest_lot::Model, Kilograms)],
    delivered_on: Day,
) -> Result<()> {
    if drawn.is_empty() {
        return Ok(());
    }
    let variety = varieties::get(txn, &locked.offer.variety_code, "lots").await?;
    for (position, (lot, _)) in drawn.iter().enumerate() {
        let field = format!("lots.{position}.lotId");
        let of = season(lot.harvested_on, variety.harvest_start_month);
        let problem = if lot.variety_code != variety.code || of != locked.offer.season {
            let (code, of_offer) = (&locked.offer.variety_code, locked.offer.season);
            Problem::new(
                format!("该批次为 {of} 产季的 {}，活动为 {of_offer} 产季的 {code}", lot.variety_code),
                format!("the lot is {} of season {of}, the offer {code} of season {of_offer}", lot.variety_code),
            )
        } else if lot.harvested_on > delivered_on {
            let picked = lot.harvested_on;
            Problem::new(
                format!("该批次采收于 {picked}，晚于交付日"),
                format!("the lot was picked on {picked}, after the delivery"),
            )
        } else if drawn[..position].iter().any(|(other, _)| other.id == lot.id) {
            Problem::new("同一批次只列一次", "list a lot once")
        } else {
            continue;
        };
        return Err(Error::invalid(field, problem));
    }
    let (sum, due) = (drawn.iter().map(|(_, quantity)| *quantity).sum::<Kilograms>(), locked.current.fulfillable_g);
    if sum != due && due > Kilograms::ZERO {
        let problem = Problem::new(
            format!("合计 {sum} 千克，应交付 {due} 千克"),
            format!("the lots add up to {sum} kg, but {due} kg are due"),
        );
        return Err(Error::invalid("lots", problem));
    }
    Ok(())
}

/// Draws on the lots in the order of their ids, so that concurrent deliveries do not deadlock.
async fn draw(txn: &Txn, id: Uuid, drawn: &[(&harvest_lot::Model, Kilograms)]) -> Result<()> {
    let in_order: BTreeMap<Uuid, _> = drawn.iter().map(|(lot, quantity)| (lot.id, (*lot, *quantity))).collect();
    for (lot_id, (lot, quantity)) in in_order {
        holdings::draw::<harvest_lot::Entity>(txn, lot.id, quantity).await?;
        let row = preorder_lot::ActiveModel {
            id: Set(new_id()),
            preorder_id: Set(id),
            lot_id: Set(lot_id),
            quantity_g: Set(quantity),
        };
        txn.insert(row).await?;
    }
    Ok(())
}

/// The lots in a scope from which these pre-orders were delivered, in the order of their ids, in two statements.
pub async fn lots_of(
    connection: &Reader,
    scope: &Scope,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<harvest_lot::Model>>> {
    let drawn = preorder_lot::Entity::find()
        .filter(preorder_lot::Column::PreorderId.is_in(ids.iter().copied()))
        .order_by_asc(preorder_lot::Column::LotId)
        .all(connection)
        .await?;
    let known = harvest_lot::Entity::visible_to(scope)
        .filter(harvest_lot::Column::Id.is_in(drawn.iter().map(|drawn| drawn.lot_id)));
    let known: HashMap<Uuid, harvest_lot::Model> =
        known.all(connection).await?.into_iter().map(|lot| (lot.id, lot)).collect();
    let mut lots: HashMap<Uuid, Vec<harvest_lot::Model>> = HashMap::new();
    for drawn in drawn {
        if let Some(lot) = known.get(&drawn.lot_id) {
            lots.entry(drawn.preorder_id).or_default().push(lot.clone());
        }
    }
    Ok(lots)
}

/// Compensates for damaged fruit after delivery. The amount falls on this day, and any overpayment becomes due for
/// refund.
pub async fn compensate(txn: &Txn, actor: &Actor, locked: Locked, fields: Compensation) -> Result<preorder::Model> {
    let Compensation { amount, reason } = fields;
    let status = step(&locked.current, PreorderAction::Compensate)?;
    let most = locked.current.amount_fen;
    if amount > most {
        let problem = Problem::new(
            format!("不得超过订单金额 {most} 元"),
            format!("must not be more than the amount, {most} yuan"),
        );
        return Err(Error::invalid("amountYuan", problem));
    }
    let compensated = NewEvent {
        amount: Some(amount),
        reason: Some(reason.0),
        presale: Amounts { amount: Money::ZERO - amount, records: 1, ..Amounts::default() },
        ..NewEvent::new(PreorderEventKind::Compensated, Some(actor.account_id))
    };
    let after = preorder::Model {
        status,
        amount_fen: most - amount,
        compensated_fen: locked.current.compensated_fen + amount,
        ..locked.current.clone()
    };
    change(txn, locked, after, vec![compensated]).await
}
