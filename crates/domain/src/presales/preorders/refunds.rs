//! Refunds, and reversals of refunds entered by mistake.

use std::collections::HashMap;

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{
    Locked, NewEvent, change,
    records::lock_record,
    transfers::{counted_within, proof},
};
use crate::{records_of, unless_taken, voiding};
use store::{
    Reader, Txn,
    entity::presales::{preorder, preorder_refund},
    error::{Error, Result},
};
use types::{Actor, Money, PaymentMethod, PreorderEventKind, Problem, Reason, Reference, new_id};

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

/// CONFLICT if a refund has the same reference, naming its pre-order if the clerk may see that.
async fn require_unused(
    txn: &Txn,
    actor: &Actor,
    (method, reference, within): (PaymentMethod, &str, &str),
) -> Result<()> {
    use preorder_refund::Column;
    let used = preorder_refund::Entity::find()
        .filter(Column::Method.eq(method))
        .filter(Column::Reference.eq(reference))
        .filter(Column::CountedWithin.eq(within))
        .filter(Column::ReversedAt.is_null())
        .one(txn.reader())
        .await?;
    let Some(used) = used else { return Ok(()) };
    let row = preorder::Entity::visible_to(actor).filter(preorder::Column::Id.eq(used.preorder_id));
    let code = row.one(txn.reader()).await?.map(|row| row.code.0);
    Err(taken(reference, code.as_deref()))
}

fn taken(reference: &str, code: Option<&str>) -> Error {
    let (zh, en) =
        code.map_or_else(Default::default, |code| (format!("订单 {code} "), format!(" for pre-order {code}")));
    Error::conflict(
        format!("凭证号 {reference} 已以同一方式登记为{zh}的退款"),
        format!("the reference {reference} was recorded before with the same method{en}"),
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
    require_unused(txn, actor, (method, &reference, &within)).await?;
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
    // Another one at the same moment may have it.
    unless_taken(txn.insert(row).await, || taken(&reference, None))?;
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
    voiding::check_not_voided(&refund)?;
    let after =
        preorder::Model { refunded_fen: locked.current.refunded_fen - refund.amount_fen, ..locked.current.clone() };
    let reversed = NewEvent {
        amount: Some(refund.amount_fen),
        method: Some(refund.method),
        reference: Some(refund.reference.clone()),
        reason: Some(reason.0.clone()),
        ..NewEvent::new(PreorderEventKind::RefundReversed, Some(actor.account_id))
    };
    voiding::void(txn, actor, refund, reason).await?;
    change(txn, locked, after, vec![reversed]).await
}

/// The refunds of these pre-orders in order of entry, at most a hundred of each, in one statement.
pub async fn refunds_of(connection: &Reader, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<preorder_refund::Model>>> {
    use preorder_refund::{Column, Entity};
    records_of::<Entity>(connection, Column::PreorderId, Column::Id, ids).await
}
