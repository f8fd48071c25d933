//! What is left of a plant's goods, and what sales draw from it.

use std::collections::HashMap;

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::{draw, give_back, hold};
use crate::{
    db::{
        Txn,
        page::{behind, when},
    },
    entity::{processing_plant, production_batch, sale, sale_batch},
    error::{Error, Result},
    types::{Day, Kilograms, Problem},
};

/// How many batches are looked at together.
const BATCHES_AT_ONCE: u64 = 200;

/// What is left of a product.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Stock {
    /// The plant.
    pub plant_code: String,
    /// The product.
    pub product_code: String,
    /// How much.
    pub available_g: Kilograms,
}

/// What is left of each product of these plants, by product; a row for each of which something is left.
pub async fn stock_of(connection: &impl ConnectionTrait, plants: &[String]) -> Result<HashMap<String, Vec<Stock>>> {
    use production_batch::Column;
    let rows: Vec<Stock> = production_batch::Entity::find()
        .select_only()
        .columns([Column::PlantCode, Column::ProductCode])
        .column_as(Column::AvailableG.sum().cast_as("BIGINT"), "available_g")
        .filter(Column::PlantCode.is_in(plants.iter().map(String::as_str)))
        .filter(Column::AvailableG.gt(0))
        .group_by(Column::PlantCode)
        .group_by(Column::ProductCode)
        .order_by_asc(Column::ProductCode)
        .into_model()
        .all(connection)
        .await?;
    let mut stock: HashMap<String, Vec<Stock>> = HashMap::new();
    for row in rows {
        stock.entry(row.plant_code.clone()).or_default().push(row);
    }
    Ok(stock)
}

/// Draws what a sale of a plant's goods sells: from the batch that it names, or else from the oldest ones, none finished after the sale's
/// day. A sale of a day from before the plant keeps stock draws on no batch unless it names one. QUOTA_EXCEEDED with what there is.
pub async fn draw_for_sale(
    txn: &Txn,
    plant: &processing_plant::Model,
    product_code: &str,
    sold_on: Day,
    quantity: Kilograms,
    named: Option<&production_batch::Model>,
) -> Result<Vec<(Uuid, Kilograms)>> {
    if let Some(batch) = named {
        if batch.product_code != product_code {
            let problem =
                Problem::new(format!("该批次的产品为 {}", batch.product_code), format!("the batch is of product {}", batch.product_code));
            return Err(Error::invalid("batchId", problem));
        }
        if batch.produced_on > sold_on {
            let produced = batch.produced_on;
            let problem = Problem::new(
                format!("不得早于该批次的生产日期 {produced}"),
                format!("must not lie before the batch was finished, {produced}"),
            );
            return Err(Error::invalid("soldOn", problem));
        }
        draw(txn, batch.id, quantity).await?;
        return Ok(vec![(batch.id, quantity)]);
    }
    let keeps_stock = plant.stock_from.is_some_and(|from| sold_on >= from);
    if keeps_stock { draw_oldest(txn, plant, product_code, sold_on, quantity).await } else { Ok(Vec::new()) }
}

async fn draw_oldest(
    txn: &Txn,
    plant: &processing_plant::Model,
    product_code: &str,
    sold_on: Day,
    quantity: Kilograms,
) -> Result<Vec<(Uuid, Kilograms)>> {
    use production_batch::Column;
    let mut draws: Vec<(Uuid, Kilograms)> = Vec::new();
    let mut last: Option<(Day, Uuid)> = None;
    let mut open = quantity;
    while open > Kilograms::ZERO {
        let query = production_batch::Entity::find()
            .filter(Column::PlantCode.eq(plant.code.as_str()))
            .filter(Column::ProductCode.eq(product_code))
            .filter(Column::ProducedOn.lte(sold_on))
            .filter(Column::AvailableG.gt(0));
        let query =
            when(query, last, |(day, id)| behind(&[Column::ProducedOn, Column::Id], vec![day.into(), id.into()], &sea_orm::Order::Asc));
        let batches = hold(query).limit(BATCHES_AT_ONCE).all(txn).await?;
        let Some(newest) = batches.last() else { return Err(Error::quota_exceeded(quantity - open)) };
        last = Some((newest.produced_on, newest.id));
        let mut emptied = Vec::new();
        for batch in batches {
            let drawn = std::cmp::min(batch.available_g, open);
            open = open - drawn;
            draws.push((batch.id, drawn));
            if drawn < batch.available_g {
                draw(txn, batch.id, drawn).await?;
            } else {
                emptied.push(batch.id);
            }
            if open == Kilograms::ZERO {
                break;
            }
        }
        let empty = production_batch::Entity::update_many().col_expr(Column::AvailableG, Expr::value(Kilograms::ZERO));
        empty.filter(Column::Id.is_in(emptied)).exec(txn).await?;
    }
    Ok(draws)
}

/// Writes down what a sale drew.
pub async fn insert_draws(txn: &Txn, sale_id: Uuid, draws: Vec<(Uuid, Kilograms)>) -> Result<()> {
    let rows = draws.into_iter().map(|(batch_id, quantity)| sale_batch::ActiveModel {
        id: Set(Uuid::now_v7()),
        sale_id: Set(sale_id),
        batch_id: Set(batch_id),
        quantity_g: Set(quantity),
    });
    let mut rows = rows.peekable();
    while rows.peek().is_some() {
        sale_batch::Entity::insert_many(rows.by_ref().take(BATCHES_AT_ONCE as usize)).exec_without_returning(txn).await?;
    }
    Ok(())
}

/// Gives what a sale drew back to its batches, older ones first.
pub async fn give_back_of_sale(txn: &Txn, sale: &sale::Model) -> Result<()> {
    let drawn = sale_batch::Entity::find().filter(sale_batch::Column::SaleId.eq(sale.id)).all(txn).await?;
    let mut drawn: HashMap<Uuid, Kilograms> = drawn.into_iter().map(|row| (row.batch_id, row.quantity_g)).collect();
    let batches = production_batch::Entity::find().filter(production_batch::Column::Id.is_in(drawn.keys().copied()));
    for batch in hold(batches).all(txn).await? {
        give_back(txn, batch.id, drawn.remove(&batch.id).unwrap_or_default()).await?;
    }
    Ok(())
}
