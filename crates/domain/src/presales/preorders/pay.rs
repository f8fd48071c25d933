//! Payments, reversals of payments entered by mistake, and refunds.

use std::collections::HashMap;

use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::LockType,
};
use uuid::Uuid;

use super::{
    Locked, NewEvent, amount_of, change,
    history::{self, counted_by_day},
    lock_as_clerk, step,
};
use crate::unless_taken;
use store::{
    Reader, Txn,
    entity::presales::{preorder, preorder_event, preorder_payment, preorder_refund},
    error::{Error, Result},
    ledger::Amounts,
    page::{PageRequest, pages_of},
};
use types::{
    Actor, CodeKind, Day, Kilograms, Money, PaymentMethod, PreorderAction, PreorderEventKind, PreorderStatus,
    PrintedCode, Problem, Reason, Reference, Timestamp, new_id, randomness,
};

/// The most payments shown of a pre-order.
const MOST_SHOWN: i32 = 100;

/// The fields of a new payment.
#[derive(Debug, Clone)]
pub struct NewPayment {
    /// The amount.
    pub amount: Money,
    /// The method.
    pub method: PaymentMethod,
    /// Payment reference. Optional for cash.
    pub reference: Option<Reference>,
    /// The instant of payment, if it is entered later.
    pub paid_at: Option<Timestamp>,
    /// Whether the payment does not count and is due for refund.
    pub keep_for_refund: bool,
}

/// The fields of a new refund.
#[derive(Debug, Clone)]
pub struct NewRefund {
    /// The amount.
    pub amount: Money,
    /// The method.
    pub method: PaymentMethod,
    /// Payment reference. Optional for cash.
    pub reference: Option<Reference>,
}

/// The reference of a payment or refund. Cash without a reference gets a receipt number.
fn proof(method: PaymentMethod, reference: Option<Reference>) -> Result<String> {
    match (method, reference) {
        (_, Some(reference)) => Ok(reference.0),
        (PaymentMethod::Cash, None) => Ok(PrintedCode::generate(CodeKind::Receipt, &mut randomness()).0),
        (PaymentMethod::Wechat | PaymentMethod::Alipay | PaymentMethod::Bank, None) => {
            let problem = Problem::new("除现金外须填付款凭证号", "every payment except cash needs its reference");
            Err(Error::invalid("reference", problem))
        }
    }
}

fn taken(reference: &str) -> Error {
    Error::conflict(
        format!("凭证号 {reference} 已以同一方式登记过"),
        format!("the reference {reference} was recorded before with the same method"),
    )
}

/// Records a payment. Once the counted payments reach the deposit, the pre-order is confirmed.
///
/// The instant of payment decides whether the hold was kept. A payment made in time and entered later confirms an
/// expired pre-order, if its kilograms are still available. A payment that cannot count is refused with CONFLICT, or
/// with INVALID_INPUT if it is too high, unless it is booked for refund.
pub async fn pay(txn: &Txn, actor: &Actor, locked: Locked, fields: NewPayment) -> Result<preorder::Model> {
    let NewPayment { amount, method, reference, paid_at, keep_for_refund } = fields;
    let reference = proof(method, reference)?;
    let paid_at = paid_at.unwrap_or(locked.now);
    check_instant(&locked, paid_at)?;
    let kind = if keep_for_refund { PreorderEventKind::PaidForRefund } else { PreorderEventKind::Paid };
    let paid = NewEvent {
        amount: Some(amount),
        method: Some(method),
        reference: Some(reference.clone()),
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
        events.extend(moved_confirmation(txn, actor.account_id, &locked.current, before, now).await?);
        (after, events)
    };
    let row = preorder_payment::ActiveModel {
        id: Set(new_id()),
        preorder_id: Set(after.id),
        region_code: Set(after.region_code.clone()),
        amount_fen: Set(amount),
        method: Set(method),
        reference: Set(reference.clone()),
        is_for_refund: Set(keep_for_refund),
        paid_at: Set(paid_at),
        day: Set(txn.today()),
        recorded_at: Set(txn.recorded_at()),
        recorded_by: Set(actor.account_id),
        reversed_at: Set(None),
        reversal_reason: Set(None),
        reversed_by: Set(None),
    };
    unless_taken(txn.insert(row).await, || taken(&reference))?;
    change(txn, locked, after, events).await
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

/// What was paid so far and counts for the goods, with the instant of each payment.
async fn counted_payments(txn: &Txn, row: &preorder::Model) -> Result<Vec<(Money, Timestamp)>> {
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
fn reached_on(deposit: Money, mut payments: Vec<(Money, Timestamp)>) -> Option<Day> {
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
async fn moved_confirmation(
    txn: &Txn,
    by: Uuid,
    current: &preorder::Model,
    before: Vec<(Money, Timestamp)>,
    now: Vec<(Money, Timestamp)>,
) -> Result<Vec<NewEvent>> {
    let deposit = current.deposit_fen;
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
            format!("超过应付：尚欠 {open} 元；多付的款项请以 keepForRefund 另行登记"),
            format!("more than the open amount, {open} yuan; book the excess separately, with keepForRefund"),
        );
        return Err(Error::invalid("amountYuan", problem));
    }
    kept.paid_fen = kept.paid_fen + amount;
    let is_waiting = matches!(current.status, PreorderStatus::Placed | PreorderStatus::Expired);
    if !is_waiting || kept.balance().for_goods() < kept.deposit_fen {
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
    let day = reached_on(after.deposit_fen, payments).unwrap_or_else(|| paid_at.day());
    events.extend([paid, NewEvent::confirmation(&after, by, day)]);
    Ok((after, events))
}

/// The payment to reverse, with its pre-order, which must lie in the clerk's region.
pub async fn to_reverse(txn: &Txn, actor: &Actor, payment_id: Uuid) -> Result<(Locked, preorder_payment::Model)> {
    let not_found = || Error::not_found("paymentId", "收款记录", "payment");
    let found = preorder_payment::Entity::find_by_id(payment_id).one(txn.reader()).await?.ok_or_else(not_found)?;
    let locked = lock_as_clerk(txn, actor, found.preorder_id, "paymentId").await?;
    let query = preorder_payment::Entity::find_by_id(payment_id).lock(LockType::NoKeyUpdate);
    let payment = query.one(txn.reader()).await?.ok_or_else(not_found)?;
    Ok((locked, payment))
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
    if payment.reversed_at.is_some() {
        return Err(Error::conflict("该收款记录已冲正", "the payment was reversed already"));
    }
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
    if !payment.is_for_refund && after.paid_fen - after.for_refund_fen < after.deposit_fen {
        let counted = counted_by_day(&events_by_day(txn, after.id).await?);
        events.extend(take_back_confirmation(actor.account_id, &locked, &mut after, counted)?);
    } else if !payment.is_for_refund {
        let before = counted_payments(txn, &locked.current).await?;
        let mut now = before.clone();
        if let Some(reversed) = now.iter().position(|counted| *counted == (payment.amount_fen, payment.paid_at)) {
            now.remove(reversed);
        }
        events.extend(moved_confirmation(txn, actor.account_id, &locked.current, before, now).await?);
    }
    let mut row = payment.clone().into_active_model();
    row.reversed_at = Set(Some(txn.recorded_at()));
    row.reversal_reason = Set(Some(reason.0));
    row.reversed_by = Set(Some(actor.account_id));
    txn.update(payment, row).await?;
    change(txn, locked, after, events).await
}

/// Reverses a confirmation. Without the payment the pre-order would never have been confirmed, so its figures are
/// subtracted, each on its day.
pub fn take_back_confirmation(
    by: Uuid,
    locked: &Locked,
    after: &mut preorder::Model,
    counted: Vec<(Day, Amounts)>,
) -> Result<Vec<NewEvent>> {
    let mut events = Vec::new();
    match after.status {
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

async fn events_by_day(txn: &Txn, id: Uuid) -> Result<Vec<preorder_event::Model>> {
    use preorder_event::Column;
    Ok(preorder_event::Entity::find()
        .filter(Column::PreorderId.eq(id))
        .order_by_asc(Column::Day)
        .all(txn.reader())
        .await?)
}

/// Records a refund. It must not exceed what is due: INVALID_INPUT otherwise, with the amount due.
pub async fn refund(txn: &Txn, actor: &Actor, locked: Locked, fields: NewRefund) -> Result<preorder::Model> {
    let NewRefund { amount, method, reference } = fields;
    let reference = proof(method, reference)?;
    let due = locked.current.balance().due();
    if amount > due {
        let problem =
            Problem::new(format!("超过应退：应退 {due} 元"), format!("more than the amount due back, {due} yuan"));
        return Err(Error::invalid("amountYuan", problem));
    }
    let row = preorder_refund::ActiveModel {
        id: Set(new_id()),
        preorder_id: Set(locked.current.id),
        region_code: Set(locked.current.region_code.clone()),
        amount_fen: Set(amount),
        method: Set(method),
        reference: Set(reference.clone()),
        day: Set(txn.today()),
        recorded_at: Set(txn.recorded_at()),
        recorded_by: Set(actor.account_id),
    };
    unless_taken(txn.insert(row).await, || taken(&reference))?;
    let after = preorder::Model { refunded_fen: locked.current.refunded_fen + amount, ..locked.current.clone() };
    let (amount, method, reference) = (Some(amount), Some(method), Some(reference));
    let refunded =
        NewEvent { amount, method, reference, ..NewEvent::new(PreorderEventKind::Refunded, Some(actor.account_id)) };
    change(txn, locked, after, vec![refunded]).await
}

/// The payments of these pre-orders in order of entry, at most a hundred of each, in one statement.
pub async fn payments_of(connection: &Reader, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<preorder_payment::Model>>> {
    use preorder_payment::Column;
    let request = PageRequest { first: Some(MOST_SHOWN), ..PageRequest::default() };
    let pages =
        pages_of(connection, &preorder_payment::Entity::find(), Column::PreorderId, ids, Column::Id, &request).await?;
    Ok(pages.into_iter().map(|(id, page)| (id, page.rows.into_iter().map(|(_, payment)| payment).collect())).collect())
}
