//! Payments, and reversals of payments entered by mistake.

use std::collections::HashMap;

use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{
    Locked, NewEvent, amount_of, change,
    confirmation::{
        confirming, counted_payments, events_by_day, moved_confirmation, reached_on, take_back_confirmation,
    },
    history::counted_by_day,
    records::lock_record,
    step,
    transfers::{self, Transfer, counted_within, proof},
};
use crate::{records_of, voiding};
use store::{
    Reader, Txn,
    entity::presales::{preorder, preorder_payment},
    error::{Error, Result},
};
use types::{
    Actor, Money, PaymentMethod, PreorderAction, PreorderEventKind, PreorderStatus, Problem, Reason, Reference,
    Timestamp, new_id,
};

/// The fields of a new payment.
#[derive(Debug, Clone)]
pub struct NewPayment {
    /// The amount.
    pub amount: Money,
    /// All that came under the reference, if it is more.
    pub transfer: Option<Money>,
    /// The method.
    pub method: PaymentMethod,
    /// Payment reference. Optional for cash.
    pub reference: Option<Reference>,
    /// The instant of payment, if it is entered later.
    pub paid_at: Option<Timestamp>,
    /// Whether the payment does not count and is due for refund.
    pub keep_for_refund: bool,
}

/// Records a payment. Once the counted payments reach the deposit, the pre-order is confirmed.
///
/// The instant of payment decides whether the hold was kept. A payment made in time and entered later confirms an
/// expired pre-order, if its kilograms are still available. A payment that cannot count is refused with CONFLICT, or
/// with INVALID_INPUT if it is too high, unless it is booked for refund.
pub async fn pay(txn: &Txn, actor: &Actor, locked: Locked, fields: NewPayment) -> Result<preorder::Model> {
    let NewPayment { amount, transfer, method, reference, paid_at, keep_for_refund } = fields;
    let transfer = transfer.unwrap_or(amount);
    check_transfer(transfer, amount)?;
    let reference = proof(method, reference)?;
    let paid_at = paid_at.unwrap_or(locked.now);
    check_instant(&locked, paid_at)?;
    let kind = if keep_for_refund { PreorderEventKind::PaidForRefund } else { PreorderEventKind::Paid };
    let paid = NewEvent {
        amount: Some(amount),
        method: Some(method),
        reference: Some(reference.clone()),
        day: Some(paid_at.day()),
        ..NewEvent::new(kind, Some(actor.account_id))
    };
    let (after, events) = if keep_for_refund {
        let current = locked.current.clone();
        let (paid_fen, for_refund_fen) = (current.paid_fen + amount, current.for_refund_fen + amount);
        (preorder::Model { paid_fen, for_refund_fen, ..current }, vec![paid])
    } else {
        let before = counted_payments(txn, &locked.current).await?;
        let (after, mut events) = counted(&locked, &before, (amount, paid_at), paid, txn.recorded_at())?;
        let now = before.iter().copied().chain([(amount, paid_at)]).collect();
        events.extend(moved_confirmation(txn, actor.account_id, &locked, before, now).await?);
        (after, events)
    };
    let within = counted_within(method, &after.region_code, paid_at.day());
    let named = Transfer { method, reference: reference.clone(), within, total: transfer };
    let transfer_id = transfers::claim(txn, actor, named, amount).await?;
    let row = preorder_payment::ActiveModel {
        id: Set(new_id()),
        preorder_id: Set(after.id),
        region_code: Set(after.region_code.clone()),
        amount_fen: Set(amount),
        method: Set(method),
        reference: Set(reference),
        transfer_fen: Set(transfer),
        transfer_id: Set(Some(transfer_id)),
        is_for_refund: Set(keep_for_refund),
        paid_at: Set(paid_at),
        day: Set(txn.today()),
        recorded_at: Set(txn.recorded_at()),
        recorded_by: Set(actor.account_id),
        reversed_at: Set(None),
        reversal_reason: Set(None),
        reversed_by: Set(None),
    };
    txn.insert(row).await?;
    change(txn, locked, after, events).await
}

fn check_transfer(transfer: Money, amount: Money) -> Result<()> {
    if transfer >= amount {
        return Ok(());
    }
    let problem = Problem::new(
        format!("不得少于本笔金额 {amount} 元"),
        format!("must not be less than this entry, {amount} yuan"),
    );
    Err(Error::invalid("transferYuan", problem))
}

fn check_instant(locked: &Locked, paid_at: Timestamp) -> Result<()> {
    let placed_on = locked.current.placed_at.day();
    let problem = if paid_at > locked.now {
        let now = locked.now.in_town();
        Problem::new(format!("不能在未来，现在是 {now}"), format!("must not lie in the future; it is {now} now"))
    } else if paid_at.day() < placed_on {
        Problem::new(
            format!("不得早于下单日 {placed_on}"),
            format!("must not lie before the day of placing, {placed_on}"),
        )
    } else {
        return Ok(());
    };
    Err(Error::invalid("paidAt", problem))
}

/// The pre-order after a payment that counts for the goods and is recorded at an instant. `before` are the payments
/// that count already.
pub fn counted(
    locked: &Locked,
    before: &[(Money, Timestamp)],
    (amount, paid_at): (Money, Timestamp),
    paid: NewEvent,
    recorded_at: Timestamp,
) -> Result<(preorder::Model, Vec<NewEvent>)> {
    let current = locked.current.clone();
    let status = step(&current, PreorderAction::Pay)?;
    if current.status == PreorderStatus::Expired && paid_at >= current.hold_until {
        let hold_until = current.hold_until.in_town();
        return Err(Error::conflict(
            format!("订单已于 {hold_until} 过期；如款项已到，请以 keepForRefund 登记待退"),
            format!("the pre-order expired at {hold_until}; book the money with keepForRefund"),
        ));
    }
    // The pre-order as if its hold had been kept.
    let mut kept = current.clone();
    if current.status == PreorderStatus::Expired {
        let amount_fen = amount_of(&locked.offer, current.quantity_g);
        kept =
            preorder::Model { status: PreorderStatus::Placed, fulfillable_g: current.quantity_g, amount_fen, ..kept };
    }
    let open = kept.balance().open();
    if amount > open {
        let problem = Problem::new(
            format!("超过应付：尚欠 {open} 元；多付的款项请以 keepForRefund 另行登记，两笔均以 transferYuan 填总额"),
            format!(
                "more than the open amount, {open} yuan; book the excess separately, with keepForRefund, and name all that came as transferYuan in both entries"
            ),
        );
        return Err(Error::invalid("amountYuan", problem));
    }
    kept.paid_fen = kept.paid_fen + amount;
    let is_waiting = matches!(current.status, PreorderStatus::Placed | PreorderStatus::Expired);
    if !is_waiting || kept.balance().for_goods() < confirming(&locked.offer, &kept) {
        return Ok((preorder::Model { status, paid_fen: kept.paid_fen, ..current }, vec![paid]));
    }
    let mut events = Vec::new();
    if current.status == PreorderStatus::Expired {
        events.push(NewEvent::expiry(&current));
    }
    let status = step(&current, PreorderAction::Confirm)?;
    let after = preorder::Model { status, confirmed_at: Some(recorded_at), ..kept };
    let by = paid.by;
    let payments = before.iter().copied().chain([(amount, paid_at)]).collect();
    let day = reached_on(confirming(&locked.offer, &after), payments).unwrap_or_else(|| paid_at.day());
    events.extend([paid, NewEvent::confirmation(&after, by, day)]);
    Ok((after, events))
}

/// The payment to reverse, with its pre-order, which must lie in the clerk's region.
pub async fn to_reverse(txn: &Txn, actor: &Actor, id: Uuid) -> Result<(Locked, preorder_payment::Model)> {
    let not_found = Error::not_found("paymentId", "收款记录", "payment");
    lock_record::<preorder_payment::Entity>(txn, actor, id, |payment| payment.preorder_id, not_found).await
}

/// Reverses a payment that was entered by mistake. A pre-order that it had confirmed awaits its deposit again, or has
/// expired. What the confirmation added to the figures is subtracted on the days on which it was added. CONFLICT if
/// the money was already refunded.
pub async fn reverse(
    txn: &Txn,
    actor: &Actor,
    (locked, payment): (Locked, preorder_payment::Model),
    reason: Reason,
) -> Result<preorder::Model> {
    voiding::check_not_voided(&payment)?;
    let mut after = locked.current.clone();
    after.paid_fen = after.paid_fen - payment.amount_fen;
    if payment.is_for_refund {
        after.for_refund_fen = after.for_refund_fen - payment.amount_fen;
    }
    after.kept_fen = after.kept_fen.min((after.paid_fen - after.for_refund_fen).max(Money::ZERO));
    if after.balance().for_goods() < after.kept_fen || after.refunded_fen + after.kept_fen > after.paid_fen {
        return Err(Error::conflict(
            "该款项已（部分）退还，不能冲正",
            "some or all of the money was refunded; the payment cannot be reversed",
        ));
    }
    let mut events = vec![NewEvent {
        amount: Some(payment.amount_fen),
        method: Some(payment.method),
        reference: Some(payment.reference.clone()),
        reason: Some(reason.0.clone()),
        ..NewEvent::new(PreorderEventKind::PaymentReversed, Some(actor.account_id))
    }];
    let left = after.paid_fen - after.for_refund_fen;
    if !payment.is_for_refund && left < confirming(&locked.offer, &after) {
        let counted = counted_by_day(&events_by_day(txn, after.id).await?);
        events.extend(take_back_confirmation(actor.account_id, &locked, &mut after, counted)?);
    } else if !payment.is_for_refund {
        let before = counted_payments(txn, &locked.current).await?;
        let mut now = before.clone();
        if let Some(reversed) = now.iter().position(|counted| *counted == (payment.amount_fen, payment.paid_at)) {
            now.remove(reversed);
        }
        events.extend(moved_confirmation(txn, actor.account_id, &locked, before, now).await?);
    }
    if let Some(transfer_id) = payment.transfer_id {
        transfers::release(txn, transfer_id, payment.amount_fen).await?;
    }
    voiding::void(txn, actor, payment, reason).await?;
    change(txn, locked, after, events).await
}

/// The payments of these pre-orders in order of entry, at most a hundred of each, in one statement.
pub async fn payments_of(connection: &Reader, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<preorder_payment::Model>>> {
    use preorder_payment::{Column, Entity};
    records_of::<Entity>(connection, Column::PreorderId, Column::Id, ids).await
}
