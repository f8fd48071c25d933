//! Voiding: a record that was entered by mistake stays, and is marked with the time, the reason and the account. What is
//! reversed (a payment, a delivery) is marked alike.

use sea_orm::{
    ActiveModelTrait, EntityTrait, IntoActiveModel, ModelTrait, QueryOrder, QuerySelect, Select, TryGetableMany, Value,
};

use store::{
    Txn,
    entity::{
        figures::published_report,
        harvest::harvest_lot,
        plants::{intake, production_batch},
        presales::{harvest_estimate, preorder_delivery, preorder_payment, preorder_refund, preorder_return},
        registers::plot_term,
        sales::{sale, sale_return},
        stock_adjustments::stock_adjustment,
        tourism::{catering_takings, festival, visitor_count},
    },
    error::{Error, Result},
};
use types::{Actor, Kilograms, Reason, Timestamp};

/// The most records that a refusal names.
pub(crate) const MOST_NAMED: u64 = 5;

/// A table whose rows can be voided.
pub(crate) trait Voidable: EntityTrait {
    /// The column of the time of voiding. Where a later record may replace an earlier one, that of its end.
    const VOIDED_AT: Self::Column;
    /// The column of the reason.
    const VOID_REASON: Self::Column;
    /// The column of the account that voided the row.
    const VOIDED_BY: Self::Column;
    /// The column of the kilograms in stock, if there is one. A voided row has none in stock.
    const STOCK: Option<Self::Column>;
    /// The name of such a row, in Chinese and in English.
    const NAME: (&'static str, &'static str);
    /// What was done to a row that was voided, in Chinese and in English.
    const TERM: (&'static str, &'static str);
}

macro_rules! voidable {
    ($($table:ident, $stock:expr, $name:expr;)+) => {
        $(impl Voidable for $table::Entity {
            const VOIDED_AT: Self::Column = $table::Column::VoidedAt;
            const VOID_REASON: Self::Column = $table::Column::VoidReason;
            const VOIDED_BY: Self::Column = $table::Column::VoidedBy;
            const STOCK: Option<Self::Column> = $stock;
            const NAME: (&'static str, &'static str) = $name;
            const TERM: (&'static str, &'static str) = ("作废", "voided");
        })+
    };
}

/// Records of which one is in force. A void ends it like a later record does.
macro_rules! replaceable {
    ($($table:ident, $name:expr;)+) => {
        $(impl Voidable for $table::Entity {
            const VOIDED_AT: Self::Column = $table::Column::ReplacedAt;
            const VOID_REASON: Self::Column = $table::Column::VoidReason;
            const VOIDED_BY: Self::Column = $table::Column::VoidedBy;
            const STOCK: Option<Self::Column> = None;
            const NAME: (&'static str, &'static str) = $name;
            const TERM: (&'static str, &'static str) = ("作废", "voided");
        })+
    };
}

/// Records of a pre-order, which are reversed.
macro_rules! reversible {
    ($($table:ident, $name:expr;)+) => {
        $(impl Voidable for $table::Entity {
            const VOIDED_AT: Self::Column = $table::Column::ReversedAt;
            const VOID_REASON: Self::Column = $table::Column::ReversalReason;
            const VOIDED_BY: Self::Column = $table::Column::ReversedBy;
            const STOCK: Option<Self::Column> = None;
            const NAME: (&'static str, &'static str) = $name;
            const TERM: (&'static str, &'static str) = ("冲正", "reversed");
        })+
    };
}

voidable!(
    festival, None, ("届次", "edition");
    harvest_lot, Some(harvest_lot::Column::AvailableG), ("采收批次", "lot");
    intake, Some(intake::Column::AvailableG), ("入库记录", "intake");
    plot_term, None, ("地块状态", "state of the plot");
    production_batch, Some(production_batch::Column::AvailableG), ("生产批次", "batch");
    sale, None, ("销售记录", "sale");
    sale_return, None, ("销售退货记录", "return of the sale");
    stock_adjustment, None, ("库存调整记录", "adjustment");
);

replaceable!(
    catering_takings, ("营业额记录", "record of takings");
    harvest_estimate, ("估产记录", "estimate");
    visitor_count, ("客流记录", "visitor count");
);

reversible!(
    preorder_delivery, ("交付记录", "delivery");
    preorder_payment, ("收款记录", "payment");
    preorder_refund, ("退款记录", "refund");
    preorder_return, ("退货记录", "return");
);

impl Voidable for published_report::Entity {
    const VOIDED_AT: Self::Column = published_report::Column::WithdrawnAt;
    const VOID_REASON: Self::Column = published_report::Column::WithdrawalReason;
    const VOIDED_BY: Self::Column = published_report::Column::WithdrawnBy;
    const STOCK: Option<Self::Column> = None;
    const NAME: (&'static str, &'static str) = ("报告", "report");
    const TERM: (&'static str, &'static str) = ("撤回", "withdrawn");
}

/// CONFLICT if a record is voided already.
pub(crate) fn check_not_voided<M>(record: &M) -> Result<()>
where
    M: ModelTrait,
    M::Entity: Voidable,
{
    if record.get(M::Entity::VOIDED_AT) == Value::from(None::<Timestamp>) {
        return Ok(());
    }
    let (zh, en) = M::Entity::NAME;
    let (done_zh, done_en) = M::Entity::TERM;
    Err(Error::conflict(format!("该{zh}已{done_zh}"), format!("the {en} is {done_en} already")))
}

/// CONFLICT if these rows, which rely on the record to be voided, exist. After the problem, in Chinese and in English,
/// the first few of them are named by the column.
pub(crate) async fn check_unused<N, E>(
    txn: &Txn,
    rows: Select<E>,
    column: E::Column,
    (zh, en): (&str, &str),
) -> Result<()>
where
    N: TryGetableMany + ToString,
    E: EntityTrait,
{
    let first = rows.select_only().column(column).order_by_asc(column).limit(MOST_NAMED);
    let names: Vec<N> = first.into_tuple().all(txn.reader()).await?;
    if names.is_empty() {
        return Ok(());
    }
    let names = names.iter().map(N::to_string).collect::<Vec<_>>().join(", ");
    Err(Error::conflict(format!("{zh}：{names}"), format!("{en}: {names}")))
}

/// Marks a record as voided, and takes it out of the stock.
pub(crate) async fn void<M>(txn: &Txn, actor: &Actor, record: M, reason: Reason) -> Result<M>
where
    M: ModelTrait + IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel> + Clone,
    M::Entity: Voidable + EntityTrait<Model = M>,
    <M::Entity as EntityTrait>::ActiveModel: Send,
{
    let mut row = record.clone().into_active_model();
    if let Some(stock) = M::Entity::STOCK {
        row.set(stock, Kilograms::ZERO.into());
    }
    row.set(M::Entity::VOIDED_AT, txn.recorded_at().into());
    row.set(M::Entity::VOID_REASON, reason.0.into());
    row.set(M::Entity::VOIDED_BY, actor.account_id.into());
    Ok(txn.update(record, row).await?)
}
