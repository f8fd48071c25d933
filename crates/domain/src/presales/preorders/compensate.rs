//! Compensation for damaged fruit after delivery, and its reversal.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Locked, NewEvent, change, history::difference, step};
use store::{
    Txn,
    entity::presales::{preorder, preorder_event},
    error::{Error, Result},
};
use types::{Actor, Kilograms, Money, PreorderAction, PreorderEventKind, Problem, Reason};

/// Compensation for a delivery.
#[derive(Debug, Clone)]
pub struct Compensation {
    /// The reduction of the amount.
    pub amount: Money,
    /// The reason.
    pub reason: Reason,
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
        presale: difference(Money::ZERO - amount, Kilograms::ZERO),
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

/// Reverses the last compensation that is not reversed yet. The amount rises again, on the day of the compensation.
/// CONFLICT if there is none.
pub async fn reverse_compensation(txn: &Txn, actor: &Actor, locked: Locked, reason: Reason) -> Result<preorder::Model> {
    let none = || Error::conflict("该订单没有可冲正的补偿", "the pre-order has no compensation to reverse");
    let last = last_compensation(txn, &locked.current).await?.ok_or_else(none)?;
    let amount = last.amount_fen.unwrap_or_default();
    let mut after = preorder::Model {
        status: step(&locked.current, PreorderAction::Compensate)?,
        compensated_fen: locked.current.compensated_fen - amount,
        ..locked.current.clone()
    };
    after.amount_fen = locked.amount_of(&after);
    let reversed = NewEvent {
        amount: Some(amount),
        reason: Some(reason.0),
        day: Some(last.day),
        presale: -difference(locked.current.amount_fen - after.amount_fen, Kilograms::ZERO),
        ..NewEvent::new(PreorderEventKind::CompensationReversed, Some(actor.account_id))
    };
    change(txn, locked, after, vec![reversed]).await
}

/// The last compensation that is not reversed. Each reversal is of the last one before it.
async fn last_compensation(txn: &Txn, current: &preorder::Model) -> Result<Option<preorder_event::Model>> {
    use preorder_event::Column;
    let events = preorder_event::Entity::find()
        .filter(Column::PreorderId.eq(current.id))
        .filter(Column::Kind.is_in([PreorderEventKind::Compensated, PreorderEventKind::CompensationReversed]))
        .order_by_asc(Column::At)
        .order_by_asc(Column::Id)
        .all(txn.reader())
        .await?;
    let mut compensations = Vec::new();
    for event in events {
        if event.kind == PreorderEventKind::Compensated {
            compensations.push(event);
        } else {
            compensations.pop();
        }
    }
    Ok(compensations.pop())
}
