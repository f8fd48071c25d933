//! The remaining stock of a plant's goods, and what sales draw from it.

use std::collections::{BTreeMap, HashMap};

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, LockBehavior, LockType, SelectStatement},
};
use uuid::Uuid;

use super::lock;
use crate::harvest::holdings::{draw, give_back};
use store::{
    Reader, Txn, as_bigint,
    entity::{
        plants::{processing_plant, production_batch},
        sales::{sale, sale_batch},
    },
    error::{Error, Result},
    page::{filter_some, is_after},
};
use types::{Day, Kilograms, Problem, new_id};

/// The number of batches that a sale reads first, and the most that it reads together later. It locks the batches
/// that it reads, and it seldom needs more than one.
const FEW_BATCHES: u64 = 4;
const MOST_BATCHES: u64 = 256;

/// The remaining stock of a product.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Stock {
    /// The plant.
    pub plant_code: String,
    /// The product.
    pub product_code: String,
    /// The remaining quantity.
    pub available_g: Kilograms,
}

/// The remaining stock of these plants, by plant. Each plant has a row for each product with any stock left, ordered
/// by product.
pub async fn stock_of(connection: &Reader, plants: &[String]) -> Result<HashMap<String, Vec<Stock>>> {
    use production_batch::Column;
    let rows: Vec<Stock> = production_batch::Entity::find()
        .select_only()
        .columns([Column::PlantCode, Column::ProductCode])
        .column_as(as_bigint(Column::AvailableG.sum()), "available_g")
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

/// Draws the goods of a sale from the batch that it names, or else from the oldest batches. No batch finished after
/// the day of the sale is used. A sale for a day before the plant keeps stock draws on a batch only if it names one.
/// QUOTA_EXCEEDED with what is available.
pub(crate) async fn draw_for_sale(
    txn: &Txn,
    plant: &processing_plant::Model,
    product_code: &str,
    sold_on: Day,
    quantity: Kilograms,
    target: Option<&production_batch::Model>,
) -> Result<Vec<(Uuid, Kilograms)>> {
    if let Some(batch) = target {
        if batch.product_code != product_code {
            let problem = Problem::new(
                format!("该批次的产品为 {}", batch.product_code),
                format!("the batch is of product {}", batch.product_code),
            );
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
        draw::<production_batch::Entity>(txn, batch.id, quantity).await?;
        return Ok(vec![(batch.id, quantity)]);
    }
    if keeps_stock(plant, sold_on) {
        draw_oldest(txn, plant, product_code, sold_on, quantity).await
    } else {
        Ok(Vec::new())
    }
}

/// Whether a plant keeps stock on a day, so that what it sells is drawn from its batches.
pub(crate) fn keeps_stock(plant: &processing_plant::Model, day: Day) -> bool {
    plant.stock_from.is_some_and(|from| day >= from)
}

fn in_turn(query: Select<production_batch::Entity>, is_second_walk: bool) -> Select<production_batch::Entity> {
    let locked = lock(query);
    if is_second_walk { locked.lock_with_behavior(LockType::NoKeyUpdate, LockBehavior::SkipLocked) } else { locked }
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
    let mut at_once = FEW_BATCHES;
    let mut is_second_walk = false;
    while open > Kilograms::ZERO {
        let query = production_batch::Entity::find()
            .filter(Column::PlantCode.eq(plant.code.as_str()))
            .filter(Column::ProductCode.eq(product_code))
            .filter(Column::ProducedOn.lte(sold_on))
            .filter(Column::AvailableG.gt(0));
        let query = filter_some(query, last, |(day, id)| {
            is_after(&[Column::ProducedOn, Column::Id], vec![day.into(), id.into()], &sea_orm::Order::Asc)
        });
        let batches = in_turn(query, is_second_walk).limit(at_once).all(txn.reader()).await?;
        at_once = std::cmp::min(at_once * 2, MOST_BATCHES);
        let Some(newest) = batches.last() else {
            // Stock may have been returned to older batches while this transaction waited for newer ones. A second
            // walk sees it. The second walk skips locked rows and waits for nobody, because it goes back to batches
            // that others lock first.
            if is_second_walk {
                return Err(Error::quota_exceeded(quantity - open));
            }
            (last, is_second_walk) = (None, true);
            continue;
        };
        last = Some((newest.produced_on, newest.id));
        let mut emptied = Vec::new();
        for batch in batches {
            let drawn = std::cmp::min(batch.available_g, open);
            open = open - drawn;
            draws.push((batch.id, drawn));
            if drawn < batch.available_g {
                draw::<production_batch::Entity>(txn, batch.id, drawn).await?;
            } else {
                emptied.push(batch.id);
            }
            if open == Kilograms::ZERO {
                break;
            }
        }
        let empty = Condition::all().add(Column::Id.is_in(emptied));
        txn.keep::<production_batch::Entity>(Expr::value(Kilograms::ZERO), empty).await?;
    }
    Ok(draws)
}

/// Records what a sale drew.
pub(crate) async fn insert_draws(txn: &Txn, sale_id: Uuid, draws: Vec<(Uuid, Kilograms)>) -> Result<()> {
    // A batch may have been drawn on twice, if stock was returned to it in between.
    let mut drawn: BTreeMap<Uuid, Kilograms> = BTreeMap::new();
    for (batch_id, quantity) in draws {
        let sum = drawn.entry(batch_id).or_default();
        *sum = *sum + quantity;
    }
    let row = |(batch_id, quantity_g)| sale_batch::Model { id: new_id(), sale_id, batch_id, quantity_g };
    Ok(txn.insert_all::<sale_batch::Entity>(drawn.into_iter().map(row).collect()).await?)
}

/// The ids of the batches that a sale drew on.
pub(super) fn batches_of(sale_id: Uuid) -> SelectStatement {
    let of_sale = sale_batch::Entity::find().select_only().column(sale_batch::Column::BatchId);
    of_sale.filter(sale_batch::Column::SaleId.eq(sale_id)).into_query()
}

/// Locks the batches that a sale drew on together with those that a sale of a product may draw on in its place, older
/// ones first.
pub(crate) async fn lock_for_exchange(txn: &Txn, sale_id: Uuid, product_code: &str, sold_on: Day) -> Result<()> {
    use production_batch::Column;
    let of_product = Condition::all()
        .add(Column::ProductCode.eq(product_code))
        .add(Column::ProducedOn.lte(sold_on))
        .add(Column::AvailableG.gt(0));
    let either = Condition::any().add(Column::Id.in_subquery(batches_of(sale_id))).add(of_product);
    lock(production_batch::Entity::find().filter(either)).all(txn.reader()).await?;
    Ok(())
}

/// Returns what a sale drew to its batches, older ones first.
pub(crate) async fn give_back_of_sale(txn: &Txn, sale: &sale::Model) -> Result<()> {
    let drawn = sale_batch::Entity::find().filter(sale_batch::Column::SaleId.eq(sale.id)).all(txn.reader()).await?;
    let mut drawn: HashMap<Uuid, Kilograms> = drawn.into_iter().map(|row| (row.batch_id, row.quantity_g)).collect();
    let batches =
        production_batch::Entity::find().filter(production_batch::Column::Id.in_subquery(batches_of(sale.id)));
    for batch in lock(batches).all(txn.reader()).await? {
        give_back::<production_batch::Entity>(txn, batch.id, drawn.remove(&batch.id).unwrap_or_default()).await?;
    }
    Ok(())
}
