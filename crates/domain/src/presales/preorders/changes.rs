//! Changes of a pre-order by a clerk: more or fewer kilograms, another buyer's name, number, address or way of delivery.

use uuid::Uuid;

use super::{
    Locked, NewEvent, Rules, change,
    confirmation::confirming,
    history::difference,
    place::{check_fulfilment, price_of, require_few_unpaid},
    step, to_change,
};
use store::{
    Txn,
    entity::presales::preorder,
    error::{Error, Result},
};
use types::{
    Actor, Address, Fulfilment, Kilograms, Money, Name, Phone, PreorderAction, PreorderEventKind, PreorderStatus,
    Problem, Reason, Timestamp,
};

/// A change of a pre-order. An absent field stays unchanged.
#[derive(Debug, Clone)]
pub struct PreorderPatch {
    /// The quantity ordered in all.
    pub quantity: Option<Kilograms>,
    /// The buyer's name.
    pub buyer_name: Option<Name>,
    /// The buyer's telephone number.
    pub buyer_phone: Option<Phone>,
    /// The way of delivery.
    pub fulfilment: Option<Fulfilment>,
    /// The delivery address.
    pub delivery_address: Option<Address>,
    /// The version that the change was made on: when the pre-order had last changed.
    pub if_unchanged_since: Option<Timestamp>,
    /// The reason.
    pub reason: Reason,
}

/// The pre-order to change, which must lie in the clerk's region, with the settings.
pub async fn to_change_with(txn: &Txn, actor: &Actor, (id, rules): (Uuid, Rules)) -> Result<(Locked, Rules)> {
    Ok((to_change(txn, actor, id).await?, rules))
}

/// Changes a pre-order. What a change of kilograms does to the amount of a confirmed one counts on this day. More takes
/// from the quota: QUOTA_EXCEEDED if it has less. Nothing is kept for fewer, and the deposit stays what it was. One that
/// all was delivered of by then is complete.
pub async fn change_preorder(
    txn: &Txn,
    actor: &Actor,
    (locked, rules): (Locked, Rules),
    fields: PreorderPatch,
) -> Result<preorder::Model> {
    let PreorderPatch { quantity, buyer_name, buyer_phone, fulfilment, delivery_address, if_unchanged_since, reason } =
        fields;
    let current = &locked.current;
    let is_of_goods = quantity.is_some() || fulfilment.is_some() || delivery_address.is_some();
    if !is_of_goods && buyer_name.is_none() && buyer_phone.is_none() {
        let problem = Problem::new(
            "请至少填写一项变更：quantityKg、buyerName、buyerPhone、fulfilment 或 deliveryAddress",
            "name at least one change: quantityKg, buyerName, buyerPhone, fulfilment or deliveryAddress",
        );
        return Err(Error::invalid("quantityKg", problem));
    }
    let mut after = current.clone();
    if let Some(name) = buyer_name {
        after.buyer_name_folded = name.folded();
        after.buyer_name = name.0;
    }
    after.buyer_phone = buyer_phone.map_or(after.buyer_phone, |phone| phone.0);
    deliver_otherwise(&locked, &mut after, fulfilment, delivery_address)?;
    if let Some(quantity) = quantity {
        reorder(&locked, &mut after, quantity)?;
    }
    step(current, if is_of_goods { PreorderAction::Change } else { PreorderAction::Describe })?;
    if current.delivered_g > Kilograms::ZERO && after.fulfilment != current.fulfilment {
        return Err(Error::conflict(
            "订单已部分交付，不能更改提货方式",
            "a part was delivered already; the way of delivery cannot change any more",
        ));
    }
    if if_unchanged_since.is_some_and(|since| since != locked.stored.changed_at) {
        let at = locked.stored.changed_at.in_town();
        return Err(Error::conflict(
            format!("订单已于 {at} 由他人变更，请查看后再改"),
            format!("the pre-order was changed at {at}; look at it again, and send the change on that version"),
        ));
    }
    if after == *current {
        txn.is_unchanged();
        return Ok(locked.stored);
    }
    if after.status == PreorderStatus::Placed && after.buyer_phone != current.buyer_phone {
        require_few_unpaid(txn, &after, rules).await?;
    }
    let events = events(txn, actor, &locked, &mut after, reason)?;
    change(txn, locked, after, events).await
}

/// Sets the way of delivery and the address. The freight is that of the offer now.
fn deliver_otherwise(
    locked: &Locked,
    after: &mut preorder::Model,
    fulfilment: Option<Fulfilment>,
    address: Option<Address>,
) -> Result<()> {
    let before = after.fulfilment;
    after.fulfilment = fulfilment.unwrap_or(before);
    let kept = after.delivery_address.take().filter(|_| after.fulfilment == Fulfilment::Ship);
    let address = address.map(|address| address.0).or(kept);
    let ships = locked.offer.ships || before == Fulfilment::Ship;
    check_fulfilment(ships, after.fulfilment, address.is_some())?;
    after.delivery_address = address;
    if after.fulfilment != before {
        let is_shipped = after.fulfilment == Fulfilment::Ship;
        after.freight_fen = if is_shipped { locked.offer.freight_fen } else { Money::ZERO };
    }
    Ok(())
}

/// Sets the quantity ordered, which is at least what was delivered.
fn reorder(locked: &Locked, after: &mut preorder::Model, quantity: Kilograms) -> Result<()> {
    price_of(&locked.offer, quantity)?;
    let delivered = after.delivered_g;
    if quantity < delivered {
        let problem = Problem::new(
            format!("不得少于已交付的 {delivered} 千克"),
            format!("must not be less than the {delivered} kg that were delivered"),
        );
        return Err(Error::invalid("quantityKg", problem));
    }
    after.quantity_g = quantity;
    after.fulfillable_g = quantity - after.returned_g;
    after.amount_fen = locked.amount_of(after);
    Ok(())
}

/// The events of a change, after which the pre-order may be confirmed by what was paid, or complete by what was
/// delivered.
fn events(
    txn: &Txn,
    actor: &Actor,
    locked: &Locked,
    after: &mut preorder::Model,
    reason: Reason,
) -> Result<Vec<NewEvent>> {
    let current = &locked.current;
    let is_reordered = (after.quantity_g, after.fulfillable_g) != (current.quantity_g, current.fulfillable_g);
    let mut changed = NewEvent {
        amount: Some(after.amount_fen).filter(|_| is_reordered),
        quantity: Some(after.fulfillable_g).filter(|_| is_reordered),
        reason: Some(reason.0),
        ..NewEvent::new(PreorderEventKind::Changed, Some(actor.account_id))
    };
    let paid = current.balance().for_goods();
    match current.status {
        PreorderStatus::Confirmed => {
            let (amount, quantity) =
                (after.amount_fen - current.amount_fen, after.fulfillable_g - current.fulfillable_g);
            changed.presale = difference(amount, quantity);
            if after.outstanding() == Kilograms::ZERO {
                after.status = step(current, PreorderAction::Deliver)?;
            }
            Ok(vec![changed])
        }
        PreorderStatus::Placed if is_reordered && paid >= confirming(&locked.offer, after) => {
            after.status = step(current, PreorderAction::Confirm)?;
            after.confirmed_at = Some(txn.recorded_at());
            Ok(vec![changed, NewEvent::confirmation(after, Some(actor.account_id), txn.today())])
        }
        PreorderStatus::Placed | PreorderStatus::Delivered | PreorderStatus::Cancelled | PreorderStatus::Expired => {
            Ok(vec![changed])
        }
    }
}
