//! Refunds, and reversals of refunds entered by mistake.

use std::collections::HashMap;

use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use super::{
    Locked, NewEvent, change, lock_record,
    transfers::{counted_within, proof},
};
use crate::unless_taken;
use store::{
    Reader, Txn,
    entity::presales::{preorder, preorder_refund},
    error::{Error, Result},
    page::{PageRequest, pages_of},
};
use types::{Actor, Money, PaymentMethod, PreorderEventKind, Problem, Reason, Reference, new_id};

/// The most refunds shown of a pre-order.
const MOST_SHOWN: i32 = 100;

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

fn taken(reference: &str) -> Error {
    Error::conflict(
        format!("凭证号 {reference} 已以同一方式登记过"),
        format!("the reference {reference} was recorded before with the same method"),
    )
}

/// Records a refund. It must not exceed what is due: INVALID_INPUT otherwise, with the amount due.
pub async fn refund(txn: &Txn, actor: &Actor, locked: Locked, fields: NewRefund) -> Result<preorder::Model> {
    let NewRefund { amount, method, reference } = fields;
    let reference = proof(method, reference)?;
    let within = counted_within(method, &locked.current.region_code, txn.today());
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
        counted_within: Set(within),
        day: Set(txn.today()),
        recorded_at: Set(txn.recorded_at()),
        recorded_by: Set(actor.account_id),
        reversed_at: Set(None),
        reversal_reason: Set(None),
        reversed_by: Set(None),
    };
    unless_taken(txn.insert(row).await, || taken(&reference))?;
    let after = preorder::Model { refunded_fen: locked.current.refunded_fen + amount, ..locked.current.clone() };
    let (amount, method, reference) = (Some(amount), Some(method), Some(reference));
    let refunded =
        NewEvent { amount, method, reference, ..NewEvent::new(PreorderEventKind::Refunded, Some(actor.account_id)) };
    change(txn, locked, after, vec![refunded]).await
}

/// The refund to reverse, with its pre-order, which must lie in the clerk's region.
pub async fn refund_to_reverse(txn: &Txn, actor: &Actor, id: Uuid) -> Result<(Locked, preorder_refund::Model)> {
    let not_found = Error::not_found("refundId", "退款记录", "refund");
    lock_record::<preorder_refund::Entity>(txn, actor, id, |refund| refund.preorder_id, not_found).await
}

/// Reverses a refund that was entered by mistake. The money is due back again. CONFLICT if it was reversed before.
pub async fn reverse_refund(
    txn: &Txn,
    actor: &Actor,
    (locked, refund): (Locked, preorder_refund::Model),
    reason: Reason,
) -> Result<preorder::Model> {
    if refund.reversed_at.is_some() {
        return Err(Error::conflict("该退款记录已冲正", "the refund was reversed already"));
    }
    let after =
        preorder::Model { refunded_fen: locked.current.refunded_fen - refund.amount_fen, ..locked.current.clone() };
    let reversed = NewEvent {
        amount: Some(refund.amount_fen),
        method: Some(refund.method),
        reference: Some(refund.reference.clone()),
        reason: Some(reason.0.clone()),
        ..NewEvent::new(PreorderEventKind::RefundReversed, Some(actor.account_id))
    };
    let mut row = refund.clone().into_active_model();
    row.reversed_at = Set(Some(txn.recorded_at()));
    row.reversal_reason = Set(Some(reason.0));
    row.reversed_by = Set(Some(actor.account_id));
    txn.update(refund, row).await?;
    change(txn, locked, after, vec![reversed]).await
}

/// The refunds of these pre-orders in order of entry, at most a hundred of each, in one statement.
pub async fn refunds_of(connection: &Reader, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<preorder_refund::Model>>> {
    use preorder_refund::Column;
    let request = PageRequest { first: Some(MOST_SHOWN), ..PageRequest::default() };
    let pages =
        pages_of(connection, &preorder_refund::Entity::find(), Column::PreorderId, ids, Column::Id, &request).await?;
    Ok(pages.into_iter().map(|(id, page)| (id, page.rows.into_iter().map(|(_, refund)| refund).collect())).collect())
}
