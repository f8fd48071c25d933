//! Production batches: goods of one product that a plant makes in one run. A batch is never edited. It is voided and
//! recorded again.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, EntityTrait, JoinType, Order, QueryFilter, QueryOrder, QuerySelect, Select, sea_query::LockType,
};
use uuid::Uuid;

mod record;
mod returned;
mod rows;
mod stock;
mod watch;

pub use record::{ByProduct, Named, NewBatch, Source, record, to_record};
pub(crate) use returned::{give_back_of_return, insert_parts_of_return, parts_of_return, take_again_of_return};
pub use stock::{Stock, stock_of};
pub(crate) use stock::{draw_for_sale, give_back_of_sale, insert_draws, keeps_stock, lock_for_exchange};
pub use watch::{BatchFeed, FEED_REFRESH, Follower, watch};

use super::intakes;
use crate::{
    harvest::{
        holdings::{self, give_back},
        pledges,
    },
    plants::processing_plants,
    voiding,
};
use store::{
    Reader, Txn,
    entity::{
        certificates::certificate,
        plants::{batch_by_product, batch_ingredient, batch_step, intake, production_batch},
        sales::{sale, sale_batch},
        stock_adjustments::stock_adjustment,
    },
    error::{Error, Result},
    ledger::{self, Amounts, Entry, Facets},
    page::{Page, PageRequest, filter_some, page},
};
use types::{Actor, CodeKind, Day, EntryKind, PrintedCode, Reason, SourceKind};

/// The most ingredients of one batch.
pub const MOST_INGREDIENTS: usize = 100;
/// The most by-products of one batch.
pub const MOST_BY_PRODUCTS: usize = 20;

/// Filter for a list of batches. Both days are inclusive.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only batches of this plant.
    pub plant_code: Option<String>,
    /// Only batches of this product.
    pub product_code: Option<String>,
    /// Only batches finished on this day or later.
    pub produced_from: Option<Day>,
    /// Only batches finished on this day or earlier.
    pub produced_to: Option<Day>,
}

fn not_found(field: &str) -> Error {
    Error::not_found(field, "生产批次", "production batch")
}

/// The batch with this id. NOT_FOUND if the actor may not see it, on the field that names it.
pub async fn get(connection: &Reader, actor: &Actor, id: Uuid, field: &str) -> Result<production_batch::Model> {
    let found =
        production_batch::Entity::visible_to(actor).filter(production_batch::Column::Id.eq(id)).one(connection).await?;
    found.ok_or_else(|| not_found(field))
}

/// Loads the batch with this id and locks it until the transaction ends. NOT_FOUND if the actor may not see it.
pub(crate) async fn hold_own(txn: &Txn, actor: &Actor, id: Uuid) -> Result<production_batch::Model> {
    let query = production_batch::Entity::visible_to(actor).filter(production_batch::Column::Id.eq(id));
    query.lock(LockType::NoKeyUpdate).one(txn.reader()).await?.ok_or_else(|| not_found("batchId"))
}

/// The batch with this printed code or id. NOT_FOUND if the actor may not see it.
pub async fn get_by_code(connection: &Reader, actor: &Actor, code: &str) -> Result<production_batch::Model> {
    if let Ok(id) = Uuid::parse_str(code) {
        return get(connection, actor, id, "code").await;
    }
    let code = PrintedCode::parse(CodeKind::ProductionBatch, code).ok_or_else(|| not_found("code"))?;
    let found = production_batch::Entity::visible_to(actor)
        .filter(production_batch::Column::Code.eq(code))
        .one(connection)
        .await?;
    found.ok_or_else(|| not_found("code"))
}

/// The batch with this id, of a plant of the clerk's township, whose goods the clerk may sell. NOT_FOUND otherwise,
/// on the field that names it.
pub(crate) async fn get_of_township(
    connection: &Reader,
    actor: &Actor,
    id: Uuid,
    field: &str,
) -> Result<production_batch::Model> {
    let found = production_batch::Entity::find_by_id(id).one(connection).await?.ok_or_else(|| not_found(field))?;
    if actor.township_scope().covers(&found.region_code) { Ok(found) } else { Err(not_found(field)) }
}

/// A page of batches by day of finishing, newest first. Voided batches are included.
pub async fn list(
    connection: &Reader,
    actor: &Actor,
    filter: Filter,
    request: &PageRequest,
) -> Result<Page<production_batch::Model>> {
    let Filter { plant_code, product_code, produced_from, produced_to } = filter;
    if let Some(code) = &plant_code {
        processing_plants::get(connection, code, "filter.plantCode").await?;
    }
    if let Some(code) = &product_code {
        processing_plants::get_product(connection, code, "filter.productCode").await?;
    }
    use production_batch::Column;
    let is_of_one = plant_code.is_some() || product_code.is_some();
    let query =
        if is_of_one { production_batch::Entity::visible_to(actor) } else { production_batch::Entity::in_order(actor) };
    let query = filter_some(query, plant_code, |code| Column::PlantCode.eq(code));
    let query = filter_some(query, product_code, |code| Column::ProductCode.eq(code));
    let query = filter_some(query, produced_from, |day| Column::ProducedOn.gte(day));
    let query = filter_some(query, produced_to, |day| Column::ProducedOn.lte(day));
    page(connection, query, &[Column::ProducedOn, Column::Id], Order::Desc, request).await
}

/// A page of a plant's batches by day of finishing, newest first. The caller has checked that the reader may see the
/// plant's records.
pub async fn of_plant(
    connection: &Reader,
    plant_code: &str,
    request: &PageRequest,
) -> Result<Page<production_batch::Model>> {
    use production_batch::Column;
    let query = production_batch::Entity::find().filter(Column::PlantCode.eq(plant_code));
    page(connection, query, &[Column::ProducedOn, Column::Id], Order::Desc, request).await
}

/// The ingredients of these batches, in their order, at most a hundred each.
pub async fn ingredients_of(
    connection: &Reader,
    batches: &[Uuid],
) -> Result<HashMap<Uuid, Vec<batch_ingredient::Model>>> {
    use batch_ingredient::Column;
    let query = batch_ingredient::Entity::find().filter(Column::BatchId.is_in(batches.iter().copied()));
    Ok(grouped(query.order_by_asc(Column::BatchId).order_by_asc(Column::Position).all(connection).await?, |row| {
        row.batch_id
    }))
}

/// The by-products of these batches, in their order, at most twenty each.
pub async fn by_products_of(
    connection: &Reader,
    batches: &[Uuid],
) -> Result<HashMap<Uuid, Vec<batch_by_product::Model>>> {
    use batch_by_product::Column;
    let query = batch_by_product::Entity::find().filter(Column::BatchId.is_in(batches.iter().copied()));
    Ok(grouped(query.order_by_asc(Column::BatchId).order_by_asc(Column::Position).all(connection).await?, |row| {
        row.batch_id
    }))
}

/// The steps of these batches, in order, at most twenty each.
pub async fn steps_of(connection: &Reader, batches: &[Uuid]) -> Result<HashMap<Uuid, Vec<batch_step::Model>>> {
    use batch_step::Column;
    let query = batch_step::Entity::find().filter(Column::BatchId.is_in(batches.iter().copied()));
    Ok(grouped(query.order_by_asc(Column::BatchId).order_by_asc(Column::Position).all(connection).await?, |row| {
        row.batch_id
    }))
}

/// The batches that replace these batches.
pub async fn replacements_of(connection: &Reader, batches: &[Uuid]) -> Result<HashMap<Uuid, production_batch::Model>> {
    let query =
        production_batch::Entity::find().filter(production_batch::Column::ReplacesId.is_in(batches.iter().copied()));
    Ok(query.all(connection).await?.into_iter().filter_map(|row| row.replaces_id.map(|id| (id, row))).collect())
}

fn grouped<M>(rows: Vec<M>, batch: impl Fn(&M) -> Uuid) -> HashMap<Uuid, Vec<M>> {
    let mut groups: HashMap<Uuid, Vec<M>> = HashMap::new();
    for row in rows {
        groups.entry(batch(&row)).or_default().push(row);
    }
    groups
}

/// The unvoided sales that drew on a batch.
fn sales_of(batch_id: Uuid) -> Select<sale::Entity> {
    let draws = sale::Entity::belongs_to(sale_batch::Entity).from(sale::Column::Id).to(sale_batch::Column::SaleId);
    sale::Entity::find()
        .join(JoinType::InnerJoin, draws.into())
        .filter(sale_batch::Column::BatchId.eq(batch_id))
        .filter(sale::Column::VoidedAt.is_null())
}

/// The ledger entry of a batch, which adds to the output of its day.
pub fn entry(batch: &production_batch::Model) -> Entry {
    Entry {
        facets: Facets {
            product_code: Some(batch.product_code.clone()),
            plant_code: Some(batch.plant_code.clone()),
            ..Facets::new(EntryKind::Output, batch.produced_on, batch.region_code.clone())
        },
        amounts: Amounts { quantity: batch.output_g, items: 1, records: 1, ..Amounts::default() },
        source: ledger::Source { kind: SourceKind::ProductionBatch, id: batch.id },
    }
}

/// The batch to void.
pub async fn to_void(txn: &Txn, actor: &Actor, id: Uuid) -> Result<production_batch::Model> {
    get(txn, actor, id, "batchId").await
}

/// Voids a batch that was entered by mistake. It is taken out of the stock and out of the figures of its day, and its
/// ingredients are returned. The record stays and is marked. CONFLICT, naming what drew on it, unless the whole batch
/// is still in stock.
pub async fn void(
    txn: &Txn,
    actor: &Actor,
    production_batch::Model { id, .. }: production_batch::Model,
    reason: Reason,
) -> Result<production_batch::Model> {
    let ingredients = ingredients_of(txn, &[id]).await?.remove(&id).unwrap_or_default();
    // Locks are taken in one order everywhere: intakes by id, then batches, older ones first.
    intakes::lock(txn, ingredients.iter().filter_map(|one| one.intake_id)).await?;
    let sources = ingredients.iter().filter_map(|one| one.source_batch_id);
    let locked = lock(production_batch::Entity::find().filter(production_batch::Column::Id.is_in(sources.chain([id]))))
        .all(txn.reader())
        .await?;
    let batch = locked.into_iter().find(|batch| batch.id == id).ok_or_else(|| not_found("batchId"))?;
    check_untouched(txn, &batch).await?;
    let taken_back = ledger::reversal(txn, batch.id).await?;
    txn.stamp_after(batch.recorded_at);
    for one in &ingredients {
        if let Some(intake) = one.intake_id {
            give_back::<intake::Entity>(txn, intake, one.quantity_g).await?;
        }
        if let Some(source) = one.source_batch_id {
            give_back::<production_batch::Entity>(txn, source, one.quantity_g).await?;
        }
    }
    let batch = voiding::void(txn, actor, batch, reason).await?;
    ledger::record(txn, taken_back).await?;
    Ok(batch)
}

/// CONFLICT, naming what drew on a batch, if anything did.
pub(crate) async fn check_undrawn(txn: &Txn, id: Uuid) -> Result<()> {
    let problem = ("该生产批次已被销售记录使用，请先作废", "sales drew on the batch; void them first");
    voiding::check_unused::<Uuid, _>(txn, sales_of(id), sale::Column::Id, problem).await?;
    let made_of_it = holdings::batches_made_with(batch_ingredient::Column::SourceBatchId.eq(id));
    let problem = ("该生产批次已被其他批次使用，请先作废", "other batches drew on the batch; void them first");
    voiding::check_unused::<String, _>(txn, made_of_it, production_batch::Column::Code, problem).await
}

/// CONFLICT if a batch is voided, if anything was drawn from it or adjusted, or if a certificate pledges for it.
async fn check_untouched(txn: &Txn, batch: &production_batch::Model) -> Result<()> {
    voiding::check_not_voided(batch)?;
    check_undrawn(txn, batch.id).await?;
    holdings::check_unadjusted(txn, stock_adjustment::Column::BatchId, batch.id).await?;
    pledges::check_unpledged(txn, certificate::Column::BatchId, batch.id).await
}

/// Selects batches oldest first and locks them until the transaction ends. Batches are locked in this order
/// everywhere.
fn lock(query: Select<production_batch::Entity>) -> Select<production_batch::Entity> {
    use production_batch::Column;
    query.order_by_asc(Column::ProducedOn).order_by_asc(Column::Id).lock(LockType::NoKeyUpdate)
}
