//! Recalls: from a lot or batch forward to everything that its goods went into.
//!
//! A recall must reach everything, wherever the goods went. It therefore also lists records outside the reader's
//! region, with their kind, region, day, plant and kilograms, which is enough to know whom to ask. Only readers who
//! may see a record anyway get the record itself and its owner. An account of a region above both sees everything.

use sea_orm::{
    ActiveEnum, ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter,
    QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, Func, Order, Query, SelectStatement, UnionType, WithClause},
};
use uuid::Uuid;

use crate::{
    harvest::holdings,
    trace::{Goods, goods},
};
use store::{
    Reader, as_bigint,
    entity::{
        plants::{
            batch_ingredient::{self, REACHED, made_from_lot, made_with},
            intake, production_batch,
        },
        presales::{preorder, preorder_delivery, preorder_delivery_lot, preorder_return, preorder_return_lot},
        sales::{sale, sale_batch, sale_return, sale_return_batch},
        stock_adjustments::stock_adjustment,
    },
    error::{Error, Result},
    load,
    page::{LARGEST_COUNT, Page, PageRequest, position},
};
use types::{Actor, Day, Kilograms, PrintedCode, RecallKind, RegionCode, Scope, StockAdjustmentReason};

/// The mark of recall cursors.
const LIST: &str = "recall";

/// A record that recalled goods went into, as far as the reader may see it.
#[derive(Debug, Clone)]
pub struct Item {
    /// The kind of record.
    pub kind: RecallKind,
    /// The quantity of the recalled goods that went into it.
    pub quantity: Kilograms,
    /// The printed code of a batch, which everybody may trace. None for other kinds.
    pub batch_code: Option<PrintedCode>,
    /// The region it is booked on.
    pub region_code: RegionCode,
    /// The day of finishing, sale, delivery or loss. None if it is not known.
    pub day: Option<Day>,
    /// The plant that made the goods, or has them. None for fruit.
    pub plant_code: Option<String>,
    /// What became of what was not sold or used.
    pub reason: Option<StockAdjustmentReason>,
    /// The record. None outside the reader's scope.
    pub record: Option<Record>,
}

/// A record that recalled goods went into.
#[derive(Debug, Clone)]
pub enum Record {
    /// A batch.
    Batch(production_batch::Model),
    /// A sale.
    Sale(sale::Model),
    /// A pre-order.
    Preorder(preorder::Model),
    /// An adjustment of stock.
    Adjustment(stock_adjustment::Model),
}

impl Item {
    fn of(record: Record, quantity: Kilograms, scope: &Scope) -> Self {
        let (kind, region_code, day, plant_code) = match &record {
            Record::Batch(row) => {
                (RecallKind::Batch, &row.region_code, Some(row.produced_on), Some(row.plant_code.clone()))
            }
            Record::Sale(row) => (RecallKind::Sale, &row.region_code, Some(row.sold_on), row.plant_code.clone()),
            Record::Preorder(row) => (RecallKind::Preorder, &row.region_code, row.delivered_on, None),
            Record::Adjustment(row) => {
                (RecallKind::Adjustment, &row.region_code, Some(row.adjusted_on), row.plant_code.clone())
            }
        };
        let mut item = Self {
            kind,
            quantity,
            batch_code: if let Record::Batch(row) = &record { Some(row.code.clone()) } else { None },
            region_code: region_code.clone(),
            day,
            plant_code,
            reason: if let Record::Adjustment(row) = &record { Some(row.reason) } else { None },
            record: None,
        };
        if scope.covers(&item.region_code) {
            item.record = Some(record);
        }
        item
    }
}

#[derive(Debug, FromQueryResult)]
struct Found {
    kind: RecallKind,
    id: Uuid,
    quantity: Kilograms,
}

/// A page of everything that the goods with this code went into: batches, then sales, then pre-orders, then what was
/// lost or given away, each by id, without voided ones. The code of a voided batch leads to the batch that replaces it.
/// NOT_FOUND if the reader's scope has no such goods. The number of statements does not depend on how often goods were
/// mixed, or on how many records they went into.
pub async fn list(connection: &Reader, actor: &Actor, code: &str, request: &PageRequest) -> Result<Page<Item>> {
    let goods = goods(connection, code).await?.filter(|goods| is_visible(goods, actor));
    let goods = goods.ok_or_else(|| Error::not_found("code", "采收批次或生产批次", "lot or batch"))?;
    let size = request.size()?;
    let start = request.position(LIST)?;
    let (with, went_into) = went_into(&goods);
    let total = if request.count { total(connection, &with, &went_into).await? } else { None };
    let has_previous = start.is_some();

    let mut slice = Query::select();
    slice.columns(["kind", "id", "quantity"]).from_subquery(went_into, "items").with_cte(with);
    if let Some((kind, id)) = start {
        slice.and_where(
            Expr::tuple([Expr::col("kind"), Expr::col("id")]).gt(Expr::tuple([Expr::value(kind), Expr::value(id)])),
        );
    }
    slice.order_by("kind", Order::Asc).order_by("id", Order::Asc).limit(size + 1);
    let rows = connection.query_all(&slice).await?;
    let mut found = rows.iter().map(|row| Found::from_query_result(row, "")).collect::<Result<Vec<_>, _>>()?;
    let has_next = found.len() as u64 > size;
    found.truncate(usize::try_from(size).unwrap_or(usize::MAX));
    Ok(Page { rows: records(connection, actor, found).await?, has_next, has_previous, total })
}

fn is_visible(goods: &Goods, actor: &Actor) -> bool {
    match goods {
        Goods::Lot(lot) => actor.scope().includes(&lot.region_code, lot.grower_id),
        Goods::Batch(batch) => actor.scope().covers(&batch.region_code),
    }
}

async fn total(connection: &Reader, with: &WithClause, went_into: &SelectStatement) -> Result<Option<u64>> {
    let limited = went_into.clone().limit(LARGEST_COUNT + 1).to_owned();
    let mut counting = Query::select();
    counting.expr_as(Expr::cust("COUNT(*)"), "total").from_subquery(limited, "items").with_cte(with.clone());
    let row = connection.query_one(&counting).await?;
    let count = row.map(|row| row.try_get::<i64>("", "total")).transpose()?.unwrap_or_default();
    Ok(u64::try_from(count).ok().filter(|count| *count <= LARGEST_COUNT))
}

/// The table expression of the batches that contain the goods, and a query that uses it: kind, id and kilograms of
/// each record that the goods went into.
fn went_into(goods: &Goods) -> (WithClause, SelectStatement) {
    let (with, mut all) = match goods {
        Goods::Lot(lot) => {
            use stock_adjustment::Column;
            let mut all = batches(Some(intake::of_lot(lot.id)), None);
            all.union(UnionType::All, sales_of_lot(lot.id));
            all.union(UnionType::All, preorders_of_lot(lot.id));
            all.union(UnionType::All, losses(Column::LotId.eq(lot.id)));
            all.union(UnionType::All, losses(Column::IntakeId.in_subquery(intake::of_lot(lot.id))));
            (made_from_lot(lot.id), all)
        }
        Goods::Batch(batch) => (made_with(batch.id), batches(None, Some(batch.id))),
    };
    all.union(UnionType::All, sales_of_batches());
    for of_batches in losses_of_batches() {
        all.union(UnionType::All, of_batches);
    }
    (with, all)
}

fn kind(kind: RecallKind) -> Expr {
    Expr::Constant(kind.to_value().into())
}

fn reached() -> SelectStatement {
    Query::select().column("batch_id").from(REACHED).to_owned()
}

/// The batches that contain the goods, except the recalled batch itself, with the quantity of recalled intakes and
/// batches that went into each.
fn batches(intakes: Option<SelectStatement>, itself: Option<Uuid>) -> SelectStatement {
    use batch_ingredient::Column;
    let taken_in = intakes.map(|intakes| Column::IntakeId.in_subquery(intakes));
    let recalled = Condition::any().add(Column::FromBatchId.in_subquery(reached())).add_option(taken_in);
    batch_ingredient::Entity::find()
        .select_only()
        .expr_as(kind(RecallKind::Batch), "kind")
        .column_as(Column::BatchId, "id")
        .expr_as(sum(Column::QuantityG), "quantity")
        .filter(Column::BatchId.in_subquery(reached()))
        .filter(recalled)
        .apply_if(itself, |query, id| query.filter(Column::BatchId.ne(id)))
        .group_by(Column::BatchId)
        .into_query()
}

/// The sales of goods from the reached batches, with what their buyers still have. They are joined, not compared with
/// those that hold: SQLite would list all sales first.
fn sales_of_batches() -> SelectStatement {
    use sale_batch::Column;
    let of_sale = sale_batch::Entity::belongs_to(sale::Entity).from(Column::SaleId).to(sale::Column::Id);
    let left = sum(Column::QuantityG).sub(Func::coalesce([came_back_of_batches(), Expr::value(0_i64)]));
    sale_batch::Entity::find()
        .select_only()
        .expr_as(kind(RecallKind::Sale), "kind")
        .column_as(Column::SaleId, "id")
        .expr_as(left.clone(), "quantity")
        .join(JoinType::InnerJoin, of_sale.into())
        .filter(Column::BatchId.in_subquery(reached()))
        .filter(sale::Column::VoidedAt.is_null())
        .group_by(Column::SaleId)
        .having(left.gt(0))
        .into_query()
}

/// What came back of the reached batches from a sale.
fn came_back_of_batches() -> Expr {
    use sale_return_batch::Column;
    let sale = (sale_batch::Entity, sale_batch::Column::SaleId);
    let returned = sale_return_batch::Entity::in_force()
        .select_only()
        .expr(sum(Column::QuantityG))
        .filter(Column::BatchId.in_subquery(reached()))
        .filter(Expr::col((sale_return::Entity, sale_return::Column::SaleId)).equals(sale));
    Expr::SubQuery(None, Box::new(returned.into_query().into()))
}

/// The sales of fruit from a lot, with what their buyers still have.
fn sales_of_lot(lot_id: Uuid) -> SelectStatement {
    use sale::{Column, Entity};
    let left = Expr::col((Entity, Column::QuantityG)).sub(Expr::col((Entity, Column::ReturnedG)));
    Entity::find()
        .select_only()
        .expr_as(kind(RecallKind::Sale), "kind")
        .column_as(Column::Id, "id")
        .expr_as(left.clone(), "quantity")
        .filter(Column::LotId.eq(lot_id))
        .filter(Column::VoidedAt.is_null())
        .filter(left.gt(0))
        .into_query()
}

/// The pre-orders delivered from a lot, with what their buyers still have: without reversed deliveries, and without what
/// came back.
fn preorders_of_lot(lot_id: Uuid) -> SelectStatement {
    use preorder_delivery_lot::{Column, Entity};
    let of_delivery =
        Entity::belongs_to(preorder_delivery::Entity).from(Column::DeliveryId).to(preorder_delivery::Column::Id);
    let preorder = Expr::col((preorder_delivery::Entity, preorder_delivery::Column::PreorderId));
    let left = as_bigint(Column::QuantityG.sum()).sub(Func::coalesce([came_back(lot_id), Expr::value(0_i64)]));
    Entity::find()
        .select_only()
        .expr_as(kind(RecallKind::Preorder), "kind")
        .expr_as(preorder.clone(), "id")
        .expr_as(left.clone(), "quantity")
        .join(JoinType::InnerJoin, of_delivery.into())
        .filter(Column::LotId.eq(lot_id))
        .filter(preorder_delivery::Column::ReversedAt.is_null())
        .group_by(preorder)
        .having(left.gt(0))
        .into_query()
}

/// What came back of a lot from a pre-order.
fn came_back(lot_id: Uuid) -> Expr {
    use preorder_return_lot::{Column, Entity};
    let of_return = Entity::belongs_to(preorder_return::Entity).from(Column::ReturnId).to(preorder_return::Column::Id);
    let preorder = (preorder_delivery::Entity, preorder_delivery::Column::PreorderId);
    let returned = Entity::find()
        .select_only()
        .expr(as_bigint(Column::QuantityG.sum()))
        .join(JoinType::InnerJoin, of_return.into())
        .filter(Column::LotId.eq(lot_id))
        .filter(preorder_return::Column::ReversedAt.is_null())
        .filter(Expr::col((preorder_return::Entity, preorder_return::Column::PreorderId)).equals(preorder));
    Expr::SubQuery(None, Box::new(returned.into_query().into()))
}

/// What was lost, given away, used otherwise or missing when counted, of the lots, intakes or batches that a condition
/// names.
fn losses(of: Expr) -> SelectStatement {
    use stock_adjustment::Column;
    holdings::adjustments()
        .select_only()
        .expr_as(kind(RecallKind::Adjustment), "kind")
        .column_as(Column::Id, "id")
        .expr_as(Expr::value(Kilograms::ZERO).sub(Expr::col(Column::ChangeG)), "quantity")
        .filter(of)
        .filter(Column::ChangeG.lt(0))
        .into_query()
}

/// The same of the reached batches, in their own plant and in others that bought of them.
fn losses_of_batches() -> [SelectStatement; 2] {
    use stock_adjustment::Column;
    let bought = intake::Entity::find()
        .select_only()
        .column(intake::Column::Id)
        .filter(intake::Column::BoughtBatchId.in_subquery(reached()))
        .filter(intake::Column::VoidedAt.is_null())
        .into_query();
    [losses(Column::BatchId.in_subquery(reached())), losses(Column::IntakeId.in_subquery(bought))]
}

fn sum(column: impl ColumnTrait) -> Expr {
    as_bigint(column.sum())
}

/// The records that were found, with their cursors, as far as the reader may see them.
async fn records(connection: &Reader, actor: &Actor, found: Vec<Found>) -> Result<Vec<(String, Item)>> {
    let ids = |kind| found.iter().filter(|found| found.kind == kind).map(|found| found.id).collect::<Vec<_>>();
    let mut batches = load::by_key::<production_batch::Entity>(connection, &ids(RecallKind::Batch)).await?;
    let mut sales = load::by_key::<sale::Entity>(connection, &ids(RecallKind::Sale)).await?;
    let mut preorders = load::by_key::<preorder::Entity>(connection, &ids(RecallKind::Preorder)).await?;
    let mut losses = load::by_key::<stock_adjustment::Entity>(connection, &ids(RecallKind::Adjustment)).await?;
    let scope = actor.scope();
    let items = found.iter().filter_map(|Found { kind, id, quantity }| {
        let record = match kind {
            RecallKind::Batch => batches.remove(id).map(Record::Batch),
            RecallKind::Sale => sales.remove(id).map(Record::Sale),
            RecallKind::Preorder => preorders.remove(id).map(Record::Preorder),
            RecallKind::Adjustment => losses.remove(id).map(Record::Adjustment),
        }?;
        Some((position(LIST, kind.to_value(), *id), Item::of(record, *quantity, &scope)))
    });
    Ok(items.collect())
}
