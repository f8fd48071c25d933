//! The stock of lots, intakes and batches. Concurrent draws never take more than there is.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, Select,
    sea_query::{Expr, ExprTrait, SimpleExpr},
};
use uuid::Uuid;

use crate::voiding::{self, Voidable};
use store::{
    Keeping, Reader, Txn, as_bigint,
    entity::{
        harvest::harvest_lot,
        plants::{batch_ingredient, intake, production_batch},
        stock_adjustments::stock_adjustment,
    },
    error::{Error, Result},
};
use types::{Kilograms, Timestamp};

/// A table whose rows hold kilograms until they are drawn. A voided row holds none.
pub(crate) trait Holding: Keeping + Voidable {
    /// The id column.
    const ID: Self::Column;
    /// The input field that names a row of this table.
    const FIELD: &'static str;
}

impl Holding for harvest_lot::Entity {
    const ID: Self::Column = harvest_lot::Column::Id;
    const FIELD: &'static str = "lotId";
}

impl Holding for intake::Entity {
    const ID: Self::Column = intake::Column::Id;
    const FIELD: &'static str = "intakeId";
}

impl Holding for production_batch::Entity {
    const ID: Self::Column = production_batch::Column::Id;
    const FIELD: &'static str = "batchId";
}

/// Draws kilograms in one conditional statement, so that concurrent draws never take more than there is. Kilograms
/// below zero are added. QUOTA_EXCEEDED with what is left. CONFLICT if the row is voided.
pub(crate) async fn draw<H: Holding>(txn: &Txn, id: Uuid, quantity: Kilograms) -> Result<()> {
    let has_enough = Condition::all().add(H::ID.eq(id)).add(H::VOIDED_AT.is_null()).add(H::KEPT.gte(quantity));
    if txn.keep::<H>(Expr::col(H::KEPT).sub(quantity), has_enough).await? == 1 {
        return Ok(());
    }
    let (zh, en) = H::NAME;
    let query = H::find().select_only().column(H::KEPT).column(H::VOIDED_AT).filter(H::ID.eq(id));
    match query.into_tuple::<(Kilograms, Option<Timestamp>)>().one(txn.reader()).await? {
        None => Err(Error::not_found(H::FIELD, zh, en)),
        Some((_, Some(_))) => Err(Error::conflict(format!("该{zh}已作废"), format!("the {en} is voided"))),
        Some((left, None)) => Err(Error::quota_exceeded(left)),
    }
}

/// Returns kilograms to the stock.
pub(crate) async fn give_back<H: Holding>(txn: &Txn, id: Uuid, quantity: Kilograms) -> Result<()> {
    txn.keep::<H>(Expr::col(H::KEPT).add(quantity), Condition::all().add(H::ID.eq(id))).await?;
    Ok(())
}

/// The unvoided batches with an ingredient that meets a condition.
pub(crate) fn batches_made_with(ingredient: SimpleExpr) -> Select<production_batch::Entity> {
    let of_batch = production_batch::Entity::belongs_to(batch_ingredient::Entity)
        .from(production_batch::Column::Id)
        .to(batch_ingredient::Column::BatchId)
        .into();
    production_batch::Entity::find()
        .join(JoinType::InnerJoin, of_batch)
        .filter(ingredient)
        .filter(production_batch::Column::VoidedAt.is_null())
}

/// The adjustments that hold.
pub(crate) fn adjustments() -> Select<stock_adjustment::Entity> {
    stock_adjustment::Entity::find().filter(stock_adjustment::Column::VoidedAt.is_null())
}

/// What adjustments changed of each of these lots, intakes or batches, to which the column refers.
pub(crate) async fn adjusted(
    connection: &Reader,
    column: stock_adjustment::Column,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Kilograms>> {
    drawn(connection, adjustments(), column, stock_adjustment::Column::ChangeG, ids).await
}

/// What counting found of each of these lots, intakes or batches beyond what was recorded.
pub(crate) async fn counted_beyond(
    connection: &Reader,
    column: stock_adjustment::Column,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Kilograms>> {
    let more = adjustments().filter(stock_adjustment::Column::ChangeG.gt(0));
    drawn(connection, more, column, stock_adjustment::Column::ChangeG, ids).await
}

/// CONFLICT, naming them, if adjustments of a lot, intake or batch hold, to which the column refers.
pub(crate) async fn check_unadjusted(txn: &Txn, column: stock_adjustment::Column, id: Uuid) -> Result<()> {
    let problem = ("该记录已有库存调整，请先作废", "adjustments of its stock were recorded; void them first");
    voiding::check_unused::<Uuid, _>(txn, adjustments().filter(column.eq(id)), stock_adjustment::Column::Id, problem)
        .await
}

#[derive(Debug, FromQueryResult)]
struct Drawn {
    source_id: Uuid,
    quantity_g: Kilograms,
}

/// The total quantity that rows draw from each of these sources.
pub(crate) async fn drawn<E: EntityTrait>(
    connection: &Reader,
    query: Select<E>,
    source: impl ColumnTrait,
    quantity: impl ColumnTrait,
    sources: &[Uuid],
) -> Result<HashMap<Uuid, Kilograms>> {
    let drawn: Vec<Drawn> = query
        .select_only()
        .column_as(source, "source_id")
        .column_as(as_bigint(quantity.sum()), "quantity_g")
        .filter(source.is_in(sources.iter().copied()))
        .group_by(source)
        .into_model()
        .all(connection)
        .await?;
    Ok(drawn.into_iter().map(|drawn| (drawn.source_id, drawn.quantity_g)).collect())
}
