//! Cancelling pre-orders: by the buyer under the offer's terms, by the town with a full refund, or because nobody
//! collected them.

use uuid::Uuid;

use super::{Locked, NewEvent, change, get, get_by_code, is_clerk_of, lock, not_found, step};
use store::{
    Txn,
    entity::presales::preorder,
    error::{Error, Result},
};
use types::{
    Actor, CancellationCause, CancellationParty, Fulfilment, Kilograms, Money, PreorderAction, PreorderEventKind,
    PreorderStatus, Problem, Reason, Timestamp,
};

/// The pre-order to be cancelled, by its id, or by its code together with the buyer's telephone number.
#[derive(Debug, Clone)]
pub struct Named {
    /// Its id.
    pub id: Option<Uuid>,
    /// Its code and the buyer's telephone number.
    pub code_and_phone: Option<(String, String)>,
}

/// The account that cancels. None for a visitor, who must know the code.
pub(super) type Canceller = Option<Actor>;

/// The party and the reason of a cancellation.
#[derive(Debug, Clone)]
pub struct Cancelling {
    /// The party on whose behalf it is cancelled. A clerk must name it. A buyer always cancels as the buyer.
    pub party: Option<CancellationParty>,
    /// The reason.
    pub reason: Reason,
}

/// The pre-order to be cancelled. NOT_FOUND if the canceller may not see it and does not know its code, or if the id
/// and the code are not of the same one.
pub async fn to_cancel(txn: &Txn, canceller: &Canceller, named: Named) -> Result<preorder::Model> {
    let Named { id, code_and_phone } = named;
    let found = match (code_and_phone, id, canceller) {
        (Some((code, phone)), ..) => get_by_code(txn, &code, &phone).await?,
        (None, Some(id), Some(actor)) => get(txn, actor, id, "preorderId").await?,
        _ => return Err(not_found("preorderId")),
    };
    if id.is_some_and(|id| id != found.id) { Err(not_found("preorderId")) } else { Ok(found) }
}

/// Cancels a placed or confirmed pre-order and releases its kilograms. When the town cancels, everything is refunded.
/// A buyer may cancel a confirmed pre-order until the offer's deadline, and a share of the deposit may be kept.
pub async fn cancel(
    txn: &Txn,
    canceller: &Canceller,
    found: preorder::Model,
    fields: Cancelling,
) -> Result<preorder::Model> {
    let actor = canceller.as_ref();
    let Cancelling { party, reason } = fields;
    let party = party_of(actor, &found, party)?;
    let locked = lock(txn, &found).await?;
    let by = actor.map(|actor| actor.account_id);
    let (cause, kept) = match party {
        CancellationParty::Town => (CancellationCause::Town, Money::ZERO),
        CancellationParty::Buyer => (CancellationCause::Buyer, kept(&locked)?),
    };
    let event = NewEvent { reason: Some(reason.0), ..NewEvent::new(PreorderEventKind::Cancelled, by) };
    end(txn, locked, cause, kept, event).await
}

fn party_of(
    actor: Option<&Actor>,
    row: &preorder::Model,
    said: Option<CancellationParty>,
) -> Result<CancellationParty> {
    if actor.is_some_and(|actor| is_clerk_of(actor, &row.region_code)) {
        return said.ok_or_else(|| {
            let problem = Problem::new("请说明代表买家 BUYER 还是镇里 TOWN 取消", "say on whose behalf: BUYER or TOWN");
            Error::invalid("onBehalfOf", problem)
        });
    }
    match said {
        Some(CancellationParty::Town) => {
            Err(Error::forbidden("您不能代表镇里取消订单", "you cannot cancel on the town's behalf"))
        }
        Some(CancellationParty::Buyer) | None => Ok(CancellationParty::Buyer),
    }
}

/// The part of the deposit that is kept when the buyer cancels. A pre-order that is only placed binds nobody.
pub fn kept(locked: &Locked) -> Result<Money> {
    if locked.current.status != PreorderStatus::Confirmed {
        return Ok(Money::ZERO);
    }
    if let Some(until) = locked.offer.cancel_until.filter(|until| locked.now >= *until) {
        let until = until.in_town();
        return Err(Error::conflict(
            format!("买家取消的期限 {until} 已过"),
            format!("the buyer could cancel until {until}; only the town can now"),
        ));
    }
    Ok(kept_of_deposit(locked))
}

/// The part of the deposit that the offer's terms keep, as far as it was paid.
pub fn kept_of_deposit(locked: &Locked) -> Money {
    locked.offer.kept_rate.of_money(locked.current.deposit_fen).min(locked.current.balance().for_goods())
}

/// Records that nobody collected a pre-order by the last pick-up day, if the offer has one. It ends as if the buyer had cancelled, and the
/// same share of the deposit is kept.
pub async fn mark_uncollected(txn: &Txn, actor: &Actor, locked: Locked, reason: Reason) -> Result<preorder::Model> {
    step(&locked.current, PreorderAction::LeaveUncollected)?;
    if locked.current.fulfilment != Fulfilment::PickUp {
        return Err(Error::conflict("该订单为邮寄，不需提货", "the pre-order is shipped, not picked up"));
    }
    if let Some(last) = locked.offer.pick_up_to.filter(|last| txn.today() <= *last) {
        return Err(Error::conflict(
            format!("最后提货日 {last} 尚未过去"),
            format!("the last pick-up day, {last}, has not gone by"),
        ));
    }
    let kept = kept_of_deposit(&locked);
    let event =
        NewEvent { reason: Some(reason.0), ..NewEvent::new(PreorderEventKind::Uncollected, Some(actor.account_id)) };
    end(txn, locked, CancellationCause::Uncollected, kept, event).await
}

async fn end(
    txn: &Txn,
    locked: Locked,
    cause: CancellationCause,
    kept: Money,
    event: NewEvent,
) -> Result<preorder::Model> {
    let (after, event) = ended(&locked, cause, kept, event, txn.recorded_at())?;
    change(txn, locked, after, vec![event]).await
}

/// The pre-order after a cancellation for a cause at an instant, with the event for its history.
pub fn ended(
    locked: &Locked,
    cause: CancellationCause,
    kept: Money,
    event: NewEvent,
    at: Timestamp,
) -> Result<(preorder::Model, NewEvent)> {
    let action =
        if cause == CancellationCause::Uncollected { PreorderAction::LeaveUncollected } else { PreorderAction::Cancel };
    let status = step(&locked.current, action)?;
    let delivered = locked.current.delivered_g;
    if delivered > Kilograms::ZERO {
        return Err(Error::conflict(
            format!("已交付 {delivered} 千克，不能取消；请先冲正交付，或将数量改为已交付的数量"),
            format!(
                "{delivered} kg were delivered, so it cannot be cancelled; reverse the delivery, or change the quantity to what was delivered"
            ),
        ));
    }
    let (amount, quantity) = (Some(kept).filter(|kept| *kept > Money::ZERO), Some(locked.current.fulfillable_g));
    let event = NewEvent { amount, quantity, ..event }.taking_off(&locked.current);
    let after = preorder::Model {
        status,
        fulfillable_g: Kilograms::ZERO,
        amount_fen: Money::ZERO,
        kept_fen: kept,
        cancelled_at: Some(at),
        cancellation_cause: Some(cause),
        ..locked.current.clone()
    };
    Ok((after, event))
}
