//! Transfers: all money that came under one reference. Several payments may use one, and never use more than came.

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, LockType},
};
use uuid::Uuid;

use chrono::Datelike;
use store::{
    Txn,
    entity::presales::{preorder, preorder_payment, preorder_transfer},
    error::{Error, Result},
};
use types::{
    Actor, CodeKind, Day, Money, PaymentMethod, PrintedCode, Problem, Reference, RegionCode, new_id, randomness,
};

/// The most pre-orders that a refusal names.
const MOST_NAMED: u64 = 5;

/// A transfer as an entry names it.
#[derive(Debug)]
pub(super) struct Transfer {
    /// The payment method.
    pub method: PaymentMethod,
    /// The reference.
    pub reference: String,
    /// Where the reference counts.
    pub within: String,
    /// How much came in all.
    pub total: Money,
}

/// The reference of a payment or refund. Cash without a reference gets a receipt number.
pub(super) fn proof(method: PaymentMethod, reference: Option<Reference>) -> Result<String> {
    match (method, reference) {
        (_, Some(reference)) => Ok(reference.0),
        (PaymentMethod::Cash, None) => Ok(PrintedCode::generate(CodeKind::Receipt, &mut randomness()).0),
        (PaymentMethod::Wechat | PaymentMethod::Alipay | PaymentMethod::Bank, None) => {
            let problem = Problem::new("除现金外须填付款凭证号", "every payment except cash needs its reference");
            Err(Error::invalid("reference", problem))
        }
    }
}

/// Where a reference counts: the receipt number of cash within its region and year, any other reference everywhere.
pub fn counted_within(method: PaymentMethod, region_code: &RegionCode, day: Day) -> String {
    match method {
        PaymentMethod::Cash => format!("{region_code}/{}", day.year()),
        PaymentMethod::Wechat | PaymentMethod::Alipay | PaymentMethod::Bank => String::new(),
    }
}

/// Uses some of a transfer for a payment, and returns the transfer's id. CONFLICT, naming the pre-orders that hold the
/// reference and what is left of it, if an earlier entry named another total, or if less is left.
///
/// Of two clerks who enter the same reference at once, the second waits for the first at the transfer's row.
pub(super) async fn claim(txn: &Txn, actor: &Actor, named: Transfer, amount: Money) -> Result<Uuid> {
    use preorder_transfer::{ActiveModel, Column, Entity};
    let Transfer { method, reference, within, total } = named;
    let new = ActiveModel {
        id: Set(new_id()),
        method: Set(method),
        reference: Set(reference.clone()),
        counted_within: Set(within.clone()),
        amount_fen: Set(total),
        used_fen: Set(Money::ZERO),
    };
    let key = [Column::Method, Column::Reference, Column::CountedWithin];
    txn.add_unless_there::<Entity>(new, key).await?;
    let transfer = Entity::find()
        .filter(Column::Method.eq(method))
        .filter(Column::Reference.eq(reference))
        .filter(Column::CountedWithin.eq(within))
        .lock(LockType::NoKeyUpdate)
        .one(txn.reader())
        .await?
        .ok_or_else(|| Error::not_found("reference", "款项", "transfer"))?;
    let is_free = transfer.used_fen == Money::ZERO;
    if !is_free && (transfer.amount_fen != total || transfer.used_fen + amount > total) {
        return Err(held(txn, actor, &transfer).await?);
    }
    let used = Entity::update_many()
        .col_expr(Column::AmountFen, Expr::value(total))
        .col_expr(Column::UsedFen, Expr::col(Column::UsedFen).add(amount))
        .filter(Column::Id.eq(transfer.id));
    txn.change(used).await?;
    Ok(transfer.id)
}

/// Gives back what a payment used of a transfer.
pub(super) async fn release(txn: &Txn, id: Uuid, amount: Money) -> Result<()> {
    use preorder_transfer::{Column, Entity};
    let freed = Entity::update_many()
        .col_expr(Column::UsedFen, Expr::col(Column::UsedFen).sub(amount))
        .filter(Column::Id.eq(id));
    txn.change(freed).await?;
    Ok(())
}

/// The refusal of an entry whose reference is held by others. It names those that the clerk may see.
async fn held(txn: &Txn, actor: &Actor, transfer: &preorder_transfer::Model) -> Result<Error> {
    use preorder_payment::Column;
    let of_preorder =
        preorder_payment::Entity::belongs_to(preorder::Entity).from(Column::PreorderId).to(preorder::Column::Id);
    let entries: Vec<(String, Money, RegionCode)> = preorder_payment::Entity::find()
        .select_only()
        .column(preorder::Column::Code)
        .column(Column::AmountFen)
        .column(Column::RegionCode)
        .join(JoinType::InnerJoin, of_preorder.into())
        .filter(Column::TransferId.eq(transfer.id))
        .filter(Column::ReversedAt.is_null())
        .order_by_asc(Column::Id)
        .limit(MOST_NAMED + 1)
        .into_tuple()
        .all(txn.reader())
        .await?;
    let scope = actor.scope();
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    for (position, (code, amount, region_code)) in (1..).zip(entries) {
        if position > MOST_NAMED {
            zh.push("等".to_owned());
            en.push("and others".to_owned());
        } else if scope.covers(&region_code) {
            zh.push(format!("订单 {code}（{amount} 元）"));
            en.push(format!("pre-order {code} ({amount} yuan)"));
        } else {
            zh.push(format!("其他地区的订单（{amount} 元）"));
            en.push(format!("a pre-order of another region ({amount} yuan)"));
        }
    }
    let (reference, total) = (&transfer.reference, transfer.amount_fen);
    let left = total - transfer.used_fen;
    Ok(Error::conflict(
        format!(
            "凭证号 {reference} 共 {total} 元，已登记于{}，尚余 {left} 元；一笔款分几次登记时，每次以 transferYuan 填同一总额",
            zh.join("、")
        ),
        format!(
            "the reference {reference} is of {total} yuan and is held by {}; {left} yuan of it is left. Entries of one transfer all name its total as transferYuan",
            en.join(", ")
        ),
    ))
}
