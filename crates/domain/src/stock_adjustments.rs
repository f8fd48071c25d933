//! Adjustments of stock: what became more or less of a lot, an intake or a batch without being sold or used.

use std::collections::HashMap;

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, Order, QueryFilter, QuerySelect, sea_query::LockType};
use uuid::Uuid;

use crate::{
    harvest::{
        harvest_lots,
        holdings::{self, adjusted, draw},
        pledges,
    },
    not_in_the_future,
    plants::{intakes, processing_plants, production_batches},
    registers::regions,
    voiding,
};
use store::{
    Reader, Txn,
    entity::{
        certificates::certificate,
        harvest::harvest_lot,
        in_subtree,
        plants::{intake, production_batch},
        stock_adjustments::stock_adjustment::{self, Column},
    },
    error::{Error, ErrorCode, Result},
    page::{Page, PageRequest, filter_some, page},
};
use types::{Actor, Day, Kilograms, Problem, Reason, RegionCode, Role, StockAdjustmentReason, new_id};

/// What an adjustment names: exactly one of the three.
#[derive(Debug, Clone)]
pub struct Named {
    /// The lot.
    pub lot_id: Option<Uuid>,
    /// The intake.
    pub intake_id: Option<Uuid>,
    /// The batch.
    pub batch_id: Option<Uuid>,
}

/// The fields of a new adjustment.
#[derive(Debug, Clone)]
pub struct NewAdjustment {
    /// What it became more, below zero for less.
    pub change: Kilograms,
    /// The day.
    pub on: Day,
    /// Why.
    pub reason: StockAdjustmentReason,
    /// What else is to be said.
    pub note: Option<Reason>,
}

/// Filter for a list of adjustments. Both days are inclusive.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only adjustments of lots and plants in this region or below it.
    pub region_code: Option<RegionCode>,
    /// Only adjustments of this plant's intakes and batches.
    pub plant_code: Option<String>,
    /// Only adjustments of this day or later.
    pub from: Option<Day>,
    /// Only adjustments of this day or earlier.
    pub to: Option<Day>,
}

/// What is adjusted.
#[derive(Debug, Clone, Copy)]
enum Stock {
    Lot(Uuid),
    Intake(Uuid),
    Batch(Uuid),
}

/// What a new adjustment names, as it was found.
#[derive(Debug)]
pub struct ToRecord {
    stock: Stock,
    since: Day,
    region_code: RegionCode,
    plant_code: Option<String>,
}

/// A page of adjustments by day, newest first. Voided ones are included.
pub async fn list(
    connection: &Reader,
    actor: &Actor,
    filter: Filter,
    request: &PageRequest,
) -> Result<Page<stock_adjustment::Model>> {
    let Filter { region_code, plant_code, from, to } = filter;
    if let Some(code) = &region_code {
        regions::get(connection, code, "filter.regionCode").await?;
    }
    if let Some(code) = &plant_code {
        processing_plants::get(connection, code, "filter.plantCode").await?;
    }
    let query = match plant_code {
        Some(code) => {
            let of_plant = stock_adjustment::Entity::visible_to(actor).filter(Column::PlantCode.eq(code));
            filter_some(of_plant, region_code, |region| in_subtree(Column::RegionCode, &region))
        }
        None => stock_adjustment::Entity::in_order(actor, region_code.as_ref()),
    };
    let query = filter_some(query, from, |day| Column::AdjustedOn.gte(day));
    let query = filter_some(query, to, |day| Column::AdjustedOn.lte(day));
    page(connection, query, &[Column::AdjustedOn, Column::Id], Order::Desc, request).await
}

/// What adjustments changed of each of these lots.
pub async fn of_lots(connection: &Reader, lots: &[Uuid]) -> Result<HashMap<Uuid, Kilograms>> {
    adjusted(connection, Column::LotId, lots).await
}

/// What adjustments changed of each of these intakes.
pub async fn of_intakes(connection: &Reader, intakes: &[Uuid]) -> Result<HashMap<Uuid, Kilograms>> {
    adjusted(connection, Column::IntakeId, intakes).await
}

/// What adjustments changed of each of these batches.
pub async fn of_batches(connection: &Reader, batches: &[Uuid]) -> Result<HashMap<Uuid, Kilograms>> {
    adjusted(connection, Column::BatchId, batches).await
}

/// FORBIDDEN unless the actor's role records goods of this kind: a clerk or the grower lots, a plant operator intakes
/// and batches.
fn require_role(actor: &Actor, is_of_plant: bool) -> Result<()> {
    if is_of_plant == (actor.role == Role::PlantOperator) {
        return Ok(());
    }
    Err(Error::forbidden(
        "采收批次的库存由种植户或网格员调整，入库原料与生产批次的由加工厂调整",
        "the stock of a lot is adjusted by its grower or a clerk, that of intakes and batches by their plant",
    ))
}

/// The lot, intake or batch to adjust, exactly one of the three, which the actor may record.
pub async fn to_record(txn: &Txn, actor: &Actor, named: Named) -> Result<ToRecord> {
    match named {
        Named { lot_id: Some(id), intake_id: None, batch_id: None } => {
            require_role(actor, false)?;
            let lot = harvest_lots::get(txn, &actor.scope(), id, "lotId").await?;
            let (since, region_code) = (lot.harvested_on, lot.region_code);
            Ok(ToRecord { stock: Stock::Lot(id), since, region_code, plant_code: None })
        }
        Named { lot_id: None, intake_id: Some(id), batch_id: None } => {
            require_role(actor, true)?;
            let intake = intakes::get(txn, actor, id).await?;
            let (since, region_code) = (intake.received_on, intake.region_code);
            Ok(ToRecord { stock: Stock::Intake(id), since, region_code, plant_code: Some(intake.plant_code) })
        }
        Named { lot_id: None, intake_id: None, batch_id: Some(id) } => {
            require_role(actor, true)?;
            let batch = production_batches::get(txn, actor, id, "batchId").await?;
            let (since, region_code) = (batch.produced_on, batch.region_code);
            Ok(ToRecord { stock: Stock::Batch(id), since, region_code, plant_code: Some(batch.plant_code) })
        }
        Named { lot_id, batch_id, .. } => {
            let field = match (lot_id, batch_id) {
                (None, _) => "lotId",
                (Some(_), None) => "intakeId",
                (Some(_), Some(_)) => "batchId",
            };
            let problem = Problem::new(
                "采收批次 lotId、入库 intakeId 与生产批次 batchId 须填且只填一项",
                "give one of lotId, intakeId and batchId",
            );
            Err(Error::invalid(field, problem))
        }
    }
}

/// Records an adjustment and changes the stock. It is in no revenue.
///
/// QUOTA_EXCEEDED with what is left, if it becomes less by more than that. CONFLICT if the lot, intake or batch is
/// voided.
pub async fn record(
    txn: &Txn,
    actor: &Actor,
    target: ToRecord,
    fields: NewAdjustment,
) -> Result<stock_adjustment::Model> {
    let ToRecord { stock, since, region_code, plant_code } = target;
    let NewAdjustment { change, on, reason, note } = fields;
    if change > Kilograms::ZERO && reason != StockAdjustmentReason::Counted {
        let problem = Problem::new(
            "只有盘点 COUNTED 可以增加；损耗、丢失、赠送和自用填负数",
            "only COUNTED may add; what is spoiled, lost, given away or used is below zero",
        );
        return Err(Error::invalid("changeKg", problem));
    }
    not_in_the_future(on, txn.today(), "on")?;
    if on < since {
        let problem = Problem::new(
            format!("不得早于该批次的日期 {since}"),
            format!("must not lie before the day of the goods, {since}"),
        );
        return Err(Error::invalid("on", problem));
    }
    stock.take(txn, Kilograms::ZERO - change).await.map_err(|error| match error.code {
        ErrorCode::QuotaExceeded => error.about("changeKg"),
        _ => error,
    })?;
    let (lot_id, intake_id, batch_id) = match stock {
        Stock::Lot(id) => (Some(id), None, None),
        Stock::Intake(id) => (None, Some(id), None),
        Stock::Batch(id) => (None, None, Some(id)),
    };
    let row = stock_adjustment::ActiveModel {
        id: Set(new_id()),
        lot_id: Set(lot_id),
        intake_id: Set(intake_id),
        batch_id: Set(batch_id),
        plant_code: Set(plant_code),
        region_code: Set(region_code),
        change_g: Set(change),
        adjusted_on: Set(on),
        reason: Set(reason),
        note: Set(note.map(|note| note.0)),
        recorded_at: Set(txn.recorded_at()),
        recorded_by: Set(actor.account_id),
        voided_at: Set(None),
        void_reason: Set(None),
        voided_by: Set(None),
    };
    Ok(txn.insert(row).await?)
}

/// The adjustment to void, by whoever may record it.
pub async fn to_void(txn: &Txn, actor: &Actor, id: Uuid) -> Result<stock_adjustment::Model> {
    let query = stock_adjustment::Entity::visible_to(actor).filter(Column::Id.eq(id));
    let found = query.lock(LockType::NoKeyUpdate).one(txn.reader()).await?;
    let found = found.ok_or_else(|| Error::not_found("adjustmentId", "库存调整记录", "adjustment"))?;
    require_role(actor, found.plant_code.is_some())?;
    Ok(found)
}

/// Voids an adjustment that was entered by mistake: the stock is as if it had not been recorded. The record stays and
/// is marked. CONFLICT if it is voided already, or, naming them, if something drew on what counting had found or if
/// certificates pledge for it.
pub async fn void(
    txn: &Txn,
    actor: &Actor,
    adjustment: stock_adjustment::Model,
    reason: Reason,
) -> Result<stock_adjustment::Model> {
    voiding::check_not_voided(&adjustment)?;
    let change = adjustment.change_g;
    if let Some(stock) = Stock::of(&adjustment) {
        let taken = stock.take(txn, change).await;
        if taken.as_ref().is_err_and(|error| error.code == ErrorCode::QuotaExceeded) {
            stock.check_undrawn(txn).await?;
        }
        taken?;
        if change > Kilograms::ZERO {
            stock.check_covered(txn, change).await?;
        }
    }
    txn.stamp_after(adjustment.recorded_at);
    voiding::void(txn, actor, adjustment, reason).await
}

impl Stock {
    /// What an adjustment is of. A CHECK guarantees that it is of something.
    fn of(adjustment: &stock_adjustment::Model) -> Option<Self> {
        let of_plant = adjustment.intake_id.map(Self::Intake).or(adjustment.batch_id.map(Self::Batch));
        adjustment.lot_id.map(Self::Lot).or(of_plant)
    }

    /// Takes kilograms from the stock; below zero, adds them.
    async fn take(self, txn: &Txn, quantity: Kilograms) -> Result<()> {
        match self {
            Self::Lot(id) => draw::<harvest_lot::Entity>(txn, id, quantity).await,
            Self::Intake(id) => draw::<intake::Entity>(txn, id, quantity).await,
            Self::Batch(id) => draw::<production_batch::Entity>(txn, id, quantity).await,
        }
    }

    /// CONFLICT, naming what drew on it, if anything did.
    async fn check_undrawn(self, txn: &Txn) -> Result<()> {
        match self {
            Self::Lot(id) => {
                harvest_lots::check_undrawn(txn, id).await?;
                holdings::check_unadjusted(txn, Column::LotId, id).await
            }
            Self::Intake(id) => {
                intakes::check_undrawn(txn, id).await?;
                holdings::check_unadjusted(txn, Column::IntakeId, id).await
            }
            Self::Batch(id) => {
                production_batches::check_undrawn(txn, id).await?;
                holdings::check_unadjusted(txn, Column::BatchId, id).await
            }
        }
    }

    /// CONFLICT, naming them, if valid certificates pledge for more than there was without what counting found.
    async fn check_covered(self, txn: &Txn, found: Kilograms) -> Result<()> {
        let (id, certified, column, whole) = match self {
            Self::Lot(id) => {
                (id, certificate::Column::LotId, Column::LotId, harvest_lots::lock(txn, id).await?.quantity_g)
            }
            Self::Intake(_) => return Ok(()),
            Self::Batch(id) => {
                let batch = production_batch::Entity::find_by_id(id).one(txn.reader()).await?;
                let made = batch.map(|batch| batch.output_g).unwrap_or_default();
                (id, certificate::Column::BatchId, Column::BatchId, made)
            }
        };
        let counted = holdings::counted_beyond(txn, column, &[id]).await?.remove(&id).unwrap_or_default();
        if pledges::pledged(txn, certified, id, &[]).await? > whole + counted - found {
            return pledges::check_unpledged(txn, certified, id).await;
        }
        Ok(())
    }
}
