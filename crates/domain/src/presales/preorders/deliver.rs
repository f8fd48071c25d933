//! Delivery, at once or in parts, with or without lots.

use std::collections::BTreeMap;

use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{Locked, NewEvent, amount_of, change, free, history::difference, step, to_change};
use crate::{
    harvest::{harvest_lots, holdings},
    not_in_the_future,
};
use store::{
    Txn,
    entity::{
        harvest::harvest_lot,
        presales::{preorder, preorder_delivery, preorder_delivery_lot},
    },
    error::{Error, Result},
};
use types::{Actor, Day, Kilograms, Money, PreorderAction, PreorderEventKind, Problem, Reason, Reference, new_id};

/// The most lots that one delivery draws on.
const MOST_LOTS: usize = 100;

/// The fields of a delivery.
#[derive(Debug, Clone)]
pub struct Delivery {
    /// The quantity handed over. All that is left, if absent.
    pub quantity: Option<Kilograms>,
    /// Whether nothing more follows. Nothing does, if absent.
    pub completes: Option<bool>,
    /// The reason why less was handed over than ordered.
    pub reason: Option<Reason>,
    /// The quantity drawn from each of the named lots.
    pub quantities: Vec<Kilograms>,
    /// The day of delivery.
    pub delivered_on: Day,
    /// Tracking number of the parcel.
    pub tracking_number: Option<Reference>,
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

/// Delivers a confirmed pre-order, or a part of it. CONFLICT if less was paid for than is handed over. With the last
/// part the pre-order is complete: with less than was ordered if there is a reason, and by weight, where the offer
/// charges by weight, within its tolerance. What that changes counts on the day of delivery.
///
/// Named lots must be of the offer's variety and season, and their quantities must add up to what is handed over.
/// QUOTA_EXCEEDED if a lot has less left.
pub async fn deliver(txn: &Txn, actor: &Actor, target: ToDeliver, fields: Delivery) -> Result<preorder::Model> {
    let ToDeliver { mut locked, lots, has_too_many } = target;
    let Delivery { quantity, completes, reason, quantities, delivered_on, tracking_number } = fields;
    check_day(txn, &locked, delivered_on)?;
    if has_too_many {
        return Err(Error::invalid(
            "lots",
            Problem::new(format!("最多 {MOST_LOTS} 个批次"), format!("at most {MOST_LOTS} lots")),
        ));
    }
    let quantity = quantity.unwrap_or_else(|| locked.current.outstanding());
    let drawn: Vec<_> = lots.iter().zip(quantities).collect();
    check_lots(&locked, &drawn, quantity, delivered_on)?;
    let is_last = completes.unwrap_or(true) || quantity >= locked.current.outstanding();
    let after =
        if is_last { completed(txn, &mut locked, quantity, reason.as_ref()).await? } else { part(&locked, quantity)? };
    let current = &locked.current;
    let after = preorder::Model {
        delivered_g: current.delivered_g + quantity,
        delivered_on: current.delivered_on.max(Some(delivered_on)),
        tracking_number: tracking_number.clone().map(|number| number.0).or_else(|| current.tracking_number.clone()),
        ..after
    };
    let (changed_g, changed_fen) = (after.fulfillable_g - current.fulfillable_g, after.amount_fen - current.amount_fen);
    let delivery = txn
        .insert(preorder_delivery::ActiveModel {
            id: Set(new_id()),
            preorder_id: Set(current.id),
            region_code: Set(current.region_code.clone()),
            delivered_on: Set(delivered_on),
            quantity_g: Set(quantity),
            tracking_number: Set(tracking_number.map(|number| number.0)),
            changed_g: Set(changed_g),
            changed_fen: Set(changed_fen),
            recorded_at: Set(txn.recorded_at()),
            recorded_by: Set(actor.account_id),
            reversed_at: Set(None),
            reversal_reason: Set(None),
            reversed_by: Set(None),
        })
        .await?;
    draw(txn, delivery.id, &drawn).await?;
    let kind = if is_last { PreorderEventKind::Delivered } else { PreorderEventKind::PartDelivered };
    let is_changed = changed_g != Kilograms::ZERO;
    let delivered = NewEvent {
        amount: Some(after.amount_fen).filter(|_| is_changed),
        quantity: Some(quantity),
        reference: delivery.tracking_number,
        reason: reason.map(|reason| reason.0),
        day: Some(delivered_on),
        presale: difference(changed_fen, changed_g),
        ..NewEvent::new(kind, Some(actor.account_id))
    };
    change(txn, locked, after, vec![delivered]).await
}

fn check_day(txn: &Txn, locked: &Locked, delivered_on: Day) -> Result<()> {
    not_in_the_future(delivered_on, txn.today(), "deliveredOn")?;
    let placed_on = locked.current.placed_at.day();
    if delivered_on >= placed_on {
        return Ok(());
    }
    let problem = Problem::new(
        format!("不得早于下单日 {placed_on}"),
        format!("must not lie before the day of placing, {placed_on}"),
    );
    Err(Error::invalid("deliveredOn", problem))
}

/// The pre-order after a part of it is handed over, of which the money paid must cover the price.
fn part(locked: &Locked, quantity: Kilograms) -> Result<preorder::Model> {
    let current = &locked.current;
    let status = step(current, PreorderAction::DeliverPart)?;
    let price = amount_of(&locked.offer, current.delivered_g - current.returned_g + quantity);
    let open = price - current.balance().for_goods();
    if open > Money::ZERO {
        return Err(Error::conflict(
            format!("本次交付前尚须付 {open} 元：交付的部分应先付清"),
            format!("{open} yuan is still to be paid before delivery: what is handed over by then must be paid"),
        ));
    }
    Ok(preorder::Model { status, ..current.clone() })
}

/// The pre-order after the last of it is handed over. All of what was ordered, or of what was handed over if that is
/// less, must be paid.
async fn completed(
    txn: &Txn,
    locked: &mut Locked,
    quantity: Kilograms,
    reason: Option<&Reason>,
) -> Result<preorder::Model> {
    let status = step(&locked.current, PreorderAction::Deliver)?;
    check_quantity(locked, quantity, reason)?;
    let mut after = locked.current.clone();
    after.status = status;
    let more = quantity - after.outstanding();
    if more > Kilograms::ZERO {
        after.over_quota_g = (more - free(txn, locked).await?).max(Kilograms::ZERO);
    }
    if more != Kilograms::ZERO {
        after.fulfillable_g = after.fulfillable_g + more;
        after.amount_fen = locked.amount_of(&after);
    }
    let open = locked.current.balance().open().min(after.balance().open());
    if open > Money::ZERO {
        return Err(Error::conflict(
            format!("尚欠 {open} 元，付清后方可交付"),
            format!("{open} yuan is still to be paid before delivery"),
        ));
    }
    Ok(after)
}

/// Checks the quantity of the last part. It may differ from what is left by the tolerance of an offer that charges by
/// weight. Less takes a reason.
fn check_quantity(locked: &Locked, quantity: Kilograms, reason: Option<&Reason>) -> Result<()> {
    let (offer, left) = (&locked.offer, locked.current.outstanding());
    let tolerance = if offer.charged_by_weight {
        offer.weight_tolerance.of_weight(locked.current.fulfillable_g)
    } else {
        Kilograms::ZERO
    };
    let (least, most) = ((left - tolerance).max(Kilograms(1)), left + tolerance);
    if quantity > most {
        let problem = Problem::new(
            format!("超过可交付的 {most} 千克（尚待交付 {left} 千克，按重量允许多 {tolerance} 千克）"),
            format!("more than {most} kg: {left} kg are left, and by weight {tolerance} kg more are accepted"),
        );
        return Err(Error::invalid("quantityKg", problem));
    }
    if quantity >= least || reason.is_some() {
        return Ok(());
    }
    let problem = Problem::new(
        format!(
            "尚待交付 {left} 千克，本次 {quantity} 千克，少于 {least} 千克：请填写原因 reason，或以 completes: false 说明其余后交"
        ),
        format!(
            "{left} kg are left and {quantity} kg is less than {least} kg: give a reason, or say with completes: false that more follows"
        ),
    );
    Err(Error::invalid(if offer.charged_by_weight { "quantityKg" } else { "reason" }, problem))
}

#[expect(clippy::indexing_slicing, reason = "each index lies within the slice by construction")]
fn check_lots(
    locked: &Locked,
    drawn: &[(&harvest_lot::Model, Kilograms)],
    quantity: Kilograms,
    delivered_on: Day,
) -> Result<()> {
    if drawn.is_empty() {
        return Ok(());
    }
    for (position, (lot, _)) in drawn.iter().enumerate() {
        let field = format!("lots.{position}.lotId");
        let (code, of_offer) = (&locked.offer.variety_code, locked.offer.season);
        let of = lot.season;
        let problem = if lot.variety_code != *code || of != of_offer {
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
    let sum = drawn.iter().map(|(_, quantity)| *quantity).sum::<Kilograms>();
    if sum != quantity && quantity > Kilograms::ZERO {
        let problem = Problem::new(
            format!("合计 {sum} 千克，应交付 {quantity} 千克"),
            format!("the lots add up to {sum} kg, but {quantity} kg are due"),
        );
        return Err(Error::invalid("lots", problem));
    }
    Ok(())
}

/// Draws on the lots in the order of their ids, so that concurrent deliveries do not deadlock.
async fn draw(txn: &Txn, id: Uuid, drawn: &[(&harvest_lot::Model, Kilograms)]) -> Result<()> {
    let in_order: BTreeMap<Uuid, _> =
        drawn.iter().enumerate().map(|(position, (lot, quantity))| (lot.id, (position, *quantity))).collect();
    for (lot_id, (position, quantity)) in in_order {
        let drawing = holdings::draw::<harvest_lot::Entity>(txn, lot_id, quantity).await;
        drawing.map_err(|error| error.about(&format!("lots.{position}.quantityKg")))?;
        let row = preorder_delivery_lot::ActiveModel {
            id: Set(new_id()),
            delivery_id: Set(id),
            lot_id: Set(lot_id),
            quantity_g: Set(quantity),
        };
        txn.insert(row).await?;
    }
    Ok(())
}
