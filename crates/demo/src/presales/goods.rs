//! The goods of pre-orders: changed orders, deliveries at once, in parts and by weight, returns, and what of it was a
//! mistake.

use uuid::Uuid;

use super::{
    acts::Portion,
    life::{Drawn, Life, numbers},
};
use domain::presales::preorders::{self, NewEvent};
use store::entity::presales::{
    preorder, preorder_delivery, preorder_delivery_lot, preorder_return, preorder_return_lot,
};
use types::{Fulfilment, Kilograms, Money, PreorderAction, PreorderEventKind, PreorderStatus, Timestamp};

/// By how much a buyer changes an order that has no packs.
const CHANGE: Kilograms = Kilograms(5_000);

/// Each does nothing if the pre-order's state does not allow it.
impl Life<'_> {
    pub(super) fn change_quantity(&mut self, number: usize, more: bool, now: Timestamp) -> Option<()> {
        let locked = self.locked(number, now)?;
        let current = &locked.current;
        let step = self.offer.pack_g.unwrap_or(CHANGE);
        let quantity = if more { current.quantity_g + step } else { current.quantity_g - step };
        let is_as_ordered = current.fulfillable_g == current.quantity_g && current.delivered_g == Kilograms::ZERO;
        if current.status != PreorderStatus::Confirmed || !is_as_ordered || quantity <= Kilograms::ZERO {
            return None;
        }
        let mut after = preorder::Model { quantity_g: quantity, fulfillable_g: quantity, ..current.clone() };
        after.amount_fen = locked.amount_of(&after);
        let changed = NewEvent {
            amount: Some(after.amount_fen),
            quantity: Some(quantity),
            reason: Some("买家来电改数量".to_owned()),
            presale: preorders::difference(after.amount_fen - current.amount_fen, quantity - current.quantity_g),
            ..NewEvent::new(PreorderEventKind::Changed, Some(self.plan.clerk))
        };
        self.change(number, after, vec![changed], now)
    }

    pub(super) fn deliver(&mut self, number: usize, portion: Portion, from_lots: bool, now: Timestamp) -> Option<()> {
        let locked = self.locked(number, now)?;
        let current = &locked.current;
        let left = current.outstanding();
        let (quantity, action, reason) = match portion {
            Portion::Part(permille) => (whole(left, permille), PreorderAction::DeliverPart, None),
            Portion::AllBut(permille) => (left - whole(left, permille), PreorderAction::Deliver, Some("挑出部分坏果")),
            Portion::Weighing(permille) if self.offer.charged_by_weight => {
                (left + Kilograms(left.0 * permille / 1000), PreorderAction::Deliver, None)
            }
            Portion::All | Portion::Weighing(_) => (left, PreorderAction::Deliver, None),
        };
        let status = current.status.after(action).ok()?;
        let is_part = action == PreorderAction::DeliverPart;
        if current.balance().open() > Money::ZERO || quantity <= Kilograms::ZERO || (is_part && quantity >= left) {
            return None;
        }
        let more = if is_part { Kilograms::ZERO } else { quantity - left };
        let over = if more > Kilograms::ZERO { more - self.free(now)? } else { Kilograms::ZERO };
        let mut after = preorder::Model {
            status,
            fulfillable_g: current.fulfillable_g + more,
            over_quota_g: over.max(Kilograms::ZERO),
            delivered_g: current.delivered_g + quantity,
            delivered_on: Some(now.day()),
            ..current.clone()
        };
        after.amount_fen = locked.amount_of(&after);
        let (changed_g, changed_fen) = (more, after.amount_fen - current.amount_fen);
        let stream = &mut numbers(current.id, now, Drawn::Delivery);
        let id = stream.id(now);
        // Of no real carrier.
        let tracking_number =
            (current.fulfilment == Fulfilment::Ship).then(|| format!("YAZ{:010}", stream.between(0, 9_999_999_999)));
        after.tracking_number = tracking_number.clone();
        let kind = if is_part { PreorderEventKind::PartDelivered } else { PreorderEventKind::Delivered };
        let reason = reason.filter(|_| more < Kilograms::ZERO).map(str::to_owned);
        let delivered = NewEvent {
            amount: Some(after.amount_fen).filter(|_| more != Kilograms::ZERO),
            quantity: Some(quantity),
            reference: tracking_number.clone(),
            reason,
            presale: preorders::difference(changed_fen, changed_g),
            ..NewEvent::new(kind, Some(self.plan.clerk))
        };
        self.change(number, after, vec![delivered], now)?;
        if from_lots {
            for (lot, quantity_g) in self.lots.draw(&self.offer, now.day(), quantity) {
                let (row, lot_id) = (stream.id(now), lot.id);
                self.draws.push(preorder_delivery_lot::Model { id: row, delivery_id: id, lot_id, quantity_g });
            }
        }
        self.deliveries.push(preorder_delivery::Model {
            id,
            preorder_id: locked.current.id,
            region_code: locked.current.region_code.clone(),
            delivered_on: now.day(),
            quantity_g: quantity,
            tracking_number,
            changed_g,
            changed_fen,
            recorded_at: self.plan.stamp(now),
            recorded_by: self.plan.clerk,
            reversed_at: None,
            reversal_reason: None,
            reversed_by: None,
        });
        Some(())
    }

    pub(super) fn take_back_delivery(&mut self, number: usize, now: Timestamp) -> Option<()> {
        let locked = self.locked(number, now)?;
        let current = &locked.current;
        let place = self.deliveries.iter().rposition(|delivery| delivery.preorder_id == current.id)?;
        let delivery = self.deliveries[place].clone();
        let is_only = current.delivered_g == delivery.quantity_g && current.returned_g == Kilograms::ZERO;
        if delivery.reversed_at.is_some() || !is_only || current.compensated_fen > Money::ZERO {
            return None;
        }
        let mut after = preorder::Model {
            status: current.status.after(PreorderAction::TakeBackDelivery).ok()?,
            fulfillable_g: current.fulfillable_g - delivery.changed_g,
            over_quota_g: Kilograms::ZERO,
            delivered_g: Kilograms::ZERO,
            delivered_on: None,
            tracking_number: None,
            ..current.clone()
        };
        after.amount_fen = locked.amount_of(&after);
        let reason = "交付登记到了别的订单";
        let reversed = NewEvent {
            quantity: Some(delivery.quantity_g),
            reference: delivery.tracking_number.clone(),
            reason: Some(reason.to_owned()),
            day: Some(delivery.delivered_on),
            presale: -preorders::difference(current.amount_fen - after.amount_fen, delivery.changed_g),
            ..NewEvent::new(PreorderEventKind::DeliveryReversed, Some(self.plan.clerk))
        };
        self.change(number, after, vec![reversed], now)?;
        for draw in self.draws.iter().filter(|draw| draw.delivery_id == delivery.id) {
            self.lots.give_back(draw.lot_id, draw.quantity_g);
        }
        let row = &mut self.deliveries[place];
        row.reversed_at = Some(self.plan.stamp(now));
        row.reversal_reason = Some(reason.to_owned());
        row.reversed_by = Some(self.plan.clerk);
        Some(())
    }

    pub(super) fn return_goods(&mut self, number: usize, permille: i64, to_stock: bool, now: Timestamp) -> Option<()> {
        let locked = self.locked(number, now)?;
        let current = &locked.current;
        let quantity = whole(current.delivered_g - current.returned_g, permille);
        let status = current.status.after(PreorderAction::Return).ok()?;
        if status != PreorderStatus::Delivered || quantity <= Kilograms::ZERO {
            return None;
        }
        let lots = self.lots_of(current.id, quantity);
        let to_stock = to_stock && lots.iter().map(|(_, part)| *part).sum::<Kilograms>() == quantity;
        let mut after = preorder::Model {
            returned_g: current.returned_g + quantity,
            fulfillable_g: current.fulfillable_g - quantity,
            over_quota_g: (current.over_quota_g - quantity).max(Kilograms::ZERO),
            ..current.clone()
        };
        after.amount_fen = locked.amount_of(&after);
        let changed_fen = after.amount_fen - current.amount_fen;
        let stream = &mut numbers(current.id, now, Drawn::Return);
        let reason = if to_stock { "多发，退回" } else { "运输压坏，退回报损" };
        let row = preorder_return::Model {
            id: stream.id(now),
            preorder_id: current.id,
            region_code: current.region_code.clone(),
            returned_on: now.day(),
            quantity_g: quantity,
            changed_fen,
            over_quota_g: current.over_quota_g - after.over_quota_g,
            is_back_in_stock: to_stock,
            reason: reason.to_owned(),
            recorded_at: self.plan.stamp(now),
            recorded_by: self.plan.clerk,
            reversed_at: None,
            reversal_reason: None,
            reversed_by: None,
        };
        let returned = NewEvent {
            amount: Some(after.amount_fen),
            quantity: Some(quantity),
            reason: Some(reason.to_owned()),
            presale: preorders::difference(changed_fen, Kilograms::ZERO - quantity),
            ..NewEvent::new(PreorderEventKind::Returned, Some(self.plan.clerk))
        };
        self.change(number, after, vec![returned], now)?;
        for (lot_id, quantity_g) in lots {
            if to_stock {
                self.lots.give_back(lot_id, quantity_g);
            }
            let part = preorder_return_lot::Model { id: stream.id(now), return_id: row.id, lot_id, quantity_g };
            self.parts.push(part);
        }
        self.returns.push(row);
        Some(())
    }

    /// From which lots some goods of a pre-order came of which nothing came back before.
    fn lots_of(&self, preorder_id: Uuid, quantity: Kilograms) -> Vec<(Uuid, Kilograms)> {
        let (mut lots, mut left) = (Vec::new(), quantity);
        let holds = |row: &&preorder_delivery::Model| row.preorder_id == preorder_id && row.reversed_at.is_none();
        for delivery in self.deliveries.iter().rev().filter(holds) {
            for draw in self.draws.iter().filter(|draw| draw.delivery_id == delivery.id) {
                let part = draw.quantity_g.min(left);
                if part > Kilograms::ZERO && lots.iter().all(|(lot_id, _)| *lot_id != draw.lot_id) {
                    lots.push((draw.lot_id, part));
                    left = left - part;
                }
            }
        }
        lots
    }

    pub(super) fn reverse_return(&mut self, number: usize, now: Timestamp) -> Option<()> {
        let locked = self.locked(number, now)?;
        let current = &locked.current;
        let place = self.returns.iter().rposition(|row| row.preorder_id == current.id)?;
        let returned = self.returns[place].clone();
        let mut after = preorder::Model {
            returned_g: current.returned_g - returned.quantity_g,
            fulfillable_g: current.fulfillable_g + returned.quantity_g,
            over_quota_g: current.over_quota_g + returned.over_quota_g,
            ..current.clone()
        };
        after.amount_fen = locked.amount_of(&after);
        let reason = "货品并未退回";
        let reversed = NewEvent {
            amount: Some(after.amount_fen),
            quantity: Some(returned.quantity_g),
            reason: Some(reason.to_owned()),
            day: Some(returned.returned_on),
            presale: -preorders::difference(
                current.amount_fen - after.amount_fen,
                Kilograms::ZERO - returned.quantity_g,
            ),
            ..NewEvent::new(PreorderEventKind::ReturnReversed, Some(self.plan.clerk))
        };
        self.change(number, after, vec![reversed], now)?;
        if returned.is_back_in_stock {
            for part in self.parts.iter().filter(|part| part.return_id == returned.id) {
                self.lots.draw_again(part.lot_id, part.quantity_g);
            }
        }
        let row = &mut self.returns[place];
        row.reversed_at = Some(self.plan.stamp(now));
        row.reversal_reason = Some(reason.to_owned());
        row.reversed_by = Some(self.plan.clerk);
        Some(())
    }
}

/// So many thousandths of a weight, in whole kilograms.
fn whole(quantity: Kilograms, permille: i64) -> Kilograms {
    Kilograms(quantity.0 * permille / 1_000_000 * 1_000)
}
