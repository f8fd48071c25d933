//! The confirmation of a pre-order: by which payment, on which day, and what becomes of it when payments turn out to be
//! others.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{Locked, NewEvent, amount_of, history, step};
use store::{
    Txn,
    entity::presales::{preorder, preorder_event, preorder_payment, presale_offer},
    error::Result,
    ledger::Amounts,
};
use types::{Day, Kilograms, Money, PreorderAction, PreorderEventKind, PreorderStatus, Timestamp};

/// What must have been paid for a pre-order to be confirmed: its deposit. If the order was made smaller since, so that
/// all of it costs less than the deposit, its price.
pub(super) fn confirming(offer: &presale_offer::Model, row: &preorder::Model) -> Money {
    row.deposit_fen.min(amount_of(offer, row.quantity_g))
}

/// What was paid so far and counts for the goods, with the instant of each payment.
pub(super) async fn counted_payments(txn: &Txn, row: &preorder::Model) -> Result<Vec<(Money, Timestamp)>> {
    use preorder_payment::Column;
    if row.paid_fen == row.for_refund_fen {
        return Ok(Vec::new());
    }
    let payments = preorder_payment::Entity::find()
        .filter(Column::PreorderId.eq(row.id))
        .filter(Column::ReversedAt.is_null())
        .filter(Column::IsForRefund.eq(false))
        .all(txn.reader())
        .await?;
    Ok(payments.into_iter().map(|payment| (payment.amount_fen, payment.paid_at)).collect())
}

/// The business day of the payment that reached the deposit, in whatever order the payments were entered. The day of
/// the last one, if some of the money was paid back since.
pub(super) fn reached_on(deposit: Money, mut payments: Vec<(Money, Timestamp)>) -> Option<Day> {
    payments.sort_by_key(|(_, paid_at)| *paid_at);
    let last = payments.last().map(|(_, paid_at)| *paid_at);
    let mut sum = Money::ZERO;
    let reaching = payments.into_iter().find(|(amount, _)| {
        sum = sum + *amount;
        sum >= deposit
    });
    reaching.map(|(_, paid_at)| paid_at).or(last).map(Timestamp::day)
}

/// Moves what a confirmation added to the figures, if the deposit turns out to have been reached on another day.
pub(super) async fn moved_confirmation(
    txn: &Txn,
    by: Uuid,
    locked: &Locked,
    before: Vec<(Money, Timestamp)>,
    now: Vec<(Money, Timestamp)>,
) -> Result<Vec<NewEvent>> {
    let current = &locked.current;
    let deposit = confirming(&locked.offer, current);
    let day = reached_on(deposit, now);
    if current.confirmed_at.is_none() || deposit == Money::ZERO || day == reached_on(deposit, before) {
        return Ok(Vec::new());
    }
    let confirmed = history::confirmations(txn.reader(), &[current.id]).await?.remove(&current.id);
    Ok(confirmed.zip(day).map_or_else(Vec::new, |(confirmed, day)| {
        let presale = history::amounts(&confirmed);
        let (amount, quantity) = (confirmed.amount_fen, confirmed.quantity_g);
        let event = |kind, day, presale| NewEvent { day: Some(day), presale, ..NewEvent::new(kind, Some(by)) };
        let taken_off = event(PreorderEventKind::ConfirmationReversed, confirmed.day, -presale);
        let confirmed = event(PreorderEventKind::Confirmed, day, presale);
        vec![taken_off, NewEvent { amount, quantity, ..confirmed }]
    }))
}

/// Reverses a confirmation. Without the payment the pre-order would never have been confirmed, so its figures are
/// subtracted, each on its day. What was delivered, even in part, stays confirmed and is owed for.
pub fn take_back_confirmation(
    by: Uuid,
    locked: &Locked,
    after: &mut preorder::Model,
    counted: Vec<(Day, Amounts)>,
) -> Result<Vec<NewEvent>> {
    let mut events = Vec::new();
    match after.status {
        PreorderStatus::Confirmed if after.delivered_g > Kilograms::ZERO => return Ok(events),
        PreorderStatus::Confirmed => after.status = step(after, PreorderAction::TakeBackDeposit)?,
        PreorderStatus::Cancelled if after.confirmed_at.is_some() => {}
        PreorderStatus::Placed | PreorderStatus::Delivered | PreorderStatus::Cancelled | PreorderStatus::Expired => {
            return Ok(events);
        }
    }
    after.confirmed_at = None;
    for (day, presale) in counted {
        let presale = -presale;
        let kind = PreorderEventKind::ConfirmationReversed;
        events.push(NewEvent { day: Some(day), presale, ..NewEvent::new(kind, Some(by)) });
    }
    if after.status == PreorderStatus::Placed && locked.now >= after.hold_until {
        after.status = step(after, PreorderAction::Expire)?;
        (after.fulfillable_g, after.amount_fen) = (Kilograms::ZERO, Money::ZERO);
        // It expires now, by the reversal, and not at the end of its hold.
        events.push(NewEvent::new(PreorderEventKind::Expired, None));
    }
    Ok(events)
}

pub(super) async fn events_by_day(txn: &Txn, id: Uuid) -> Result<Vec<preorder_event::Model>> {
    use preorder_event::Column;
    Ok(preorder_event::Entity::find()
        .filter(Column::PreorderId.eq(id))
        .order_by_asc(Column::Day)
        .all(txn.reader())
        .await?)
}
