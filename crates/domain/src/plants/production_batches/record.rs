//! Recording a batch: its ingredients, its duration, and its output.

use std::collections::HashMap;

use chrono::Duration;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, sea_query::LockType,
};
use uuid::Uuid;

use super::{
    MOST_BY_PRODUCTS, MOST_INGREDIENTS, entry, not_found,
    rows::{insert_by_products, insert_ingredients, insert_steps},
};
use crate::{
    check_in_use,
    harvest::holdings::draw,
    not_in_the_future,
    plants::{intakes, processing_plants, products},
    unless_taken,
};
use store::{
    Txn,
    entity::plants::{intake, processing_plant, product, product_step, production_batch},
    error::{Error, Result},
    idempotency, ledger,
};
use types::{Actor, CodeKind, Day, Kilograms, Name, PrintedCode, Problem, Timestamp, new_id, randomness};

/// The source of an ingredient, by its id or by the idempotency key under which the account sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// An intake.
    Intake(Uuid),
    /// The intake sent under this key.
    IntakeKey(String),
    /// Another batch.
    Batch(Uuid),
    /// The batch sent under this key.
    BatchKey(String),
}

/// The records that a batch names.
#[derive(Debug, Clone)]
pub struct Named {
    /// The plant.
    pub plant_code: String,
    /// The sources of its ingredients, each with its position among the ingredients.
    pub sources: Vec<(usize, Source)>,
    /// The voided batch that it replaces.
    pub replaces_id: Option<Uuid>,
}

/// A by-product of a batch.
#[derive(Debug, Clone)]
pub struct ByProduct {
    /// Name.
    pub name: Name,
    /// The quantity.
    pub quantity: Kilograms,
}

/// The fields of a new batch.
#[derive(Debug, Clone)]
pub struct NewBatch {
    /// Code of the product.
    pub product_code: String,
    /// The day on which it was finished.
    pub produced_on: Day,
    /// The day on which it was begun. If absent, the day of its newest ingredient.
    pub began_on: Option<Day>,
    /// The quantity made.
    pub output: Kilograms,
    /// The quantity used of each source.
    pub quantities: Vec<Kilograms>,
    /// Its by-products.
    pub by_products: Vec<ByProduct>,
    /// The quantity lost.
    pub loss: Kilograms,
    /// The time of entry by the sender's clock.
    pub client_recorded_at: Option<Timestamp>,
}

/// A source that was found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Found {
    Intake { id: Uuid, day: Day, bought_batch_id: Option<Uuid> },
    Batch { day: Day, id: Uuid },
}

impl Found {
    pub(super) fn day(&self) -> Day {
        match self {
            Self::Intake { day, .. } | Self::Batch { day, .. } => *day,
        }
    }

    /// The batch that the source comes from, if any: the batch itself, or the batch that the intake bought.
    pub(super) fn source_batch(&self) -> Option<Uuid> {
        match self {
            Self::Intake { bought_batch_id, .. } => *bought_batch_id,
            Self::Batch { id, .. } => Some(*id),
        }
    }

    pub(super) fn id(&self) -> Uuid {
        match self {
            Self::Intake { id, .. } | Self::Batch { id, .. } => *id,
        }
    }
}

/// The records that a new batch names, as they were found.
#[derive(Debug)]
pub struct ToRecord {
    plant: processing_plant::Model,
    found: Vec<Found>,
    replaced: Option<production_batch::Model>,
}

/// The records that a new batch names: the operator's own plant, and batches and intakes that the operator may see.
pub async fn to_record(txn: &Txn, actor: &Actor, named: Named) -> Result<ToRecord> {
    let Named { plant_code, sources, replaces_id } = named;
    let plant = processing_plants::own(txn, actor, &plant_code).await?;
    let found = resolve(txn, actor, &sources).await?;
    let replaced = match replaces_id {
        Some(id) => Some(super::get(txn, actor, id, "replacesBatchId").await?),
        None => None,
    };
    Ok(ToRecord { plant, found, replaced })
}

/// Records a batch of a plant. It draws on its ingredients, and adds to the plant's stock and to the
/// output of its day.
///
/// QUOTA_EXCEEDED if an ingredient has less left than is used. CONFLICT if an ingredient is voided, or if the batch
/// to be replaced is not voided or was already replaced.
pub async fn record(txn: &Txn, actor: &Actor, target: ToRecord, batch: NewBatch) -> Result<production_batch::Model> {
    let ToRecord { plant, found, replaced } = target;
    let product = product_of(txn, &plant, &batch.product_code).await?;
    let steps =
        products::steps_of(txn, std::slice::from_ref(&product.code)).await?.remove(&product.code).unwrap_or_default();
    let began_on = check(txn, &plant, &product, &steps, &batch, &found)?;
    if let Some(replaced) = &replaced {
        let Some(voided_at) = replaced.voided_at else {
            return Err(Error::conflict(
                "被替代的生产批次须先作废",
                "void the batch before recording another instead of it",
            ));
        };
        // Otherwise both batches would count at an instant in between.
        txn.stamp_after(voided_at);
    }
    draw_ingredients(txn, &found, &batch.quantities).await?;
    let row = production_batch::ActiveModel {
        id: Set(new_id()),
        code: Set(PrintedCode::generate(CodeKind::ProductionBatch, &mut randomness())),
        plant_code: Set(plant.code.clone()),
        region_code: Set(plant.region_code.clone()),
        product_code: Set(product.code),
        produced_on: Set(batch.produced_on),
        began_on: Set(began_on),
        output_g: Set(batch.output),
        input_g: Set(batch.quantities.iter().copied().sum()),
        loss_g: Set(batch.loss),
        available_g: Set(batch.output),
        replaces_id: Set(replaced.as_ref().map(|replaced| replaced.id)),
        client_recorded_at: Set(batch.client_recorded_at),
        recorded_at: Set(txn.recorded_at()),
        recorded_by: Set(actor.account_id),
        voided_at: Set(None),
        void_reason: Set(None),
        voided_by: Set(None),
    };
    let made = match replaced {
        Some(_) => unless_taken(txn.insert(row).await, || {
            Error::conflict("该生产批次已由另一批次替代", "another batch was recorded instead of it already")
        })?,
        None => txn.insert(row).await?,
    };
    insert_ingredients(txn, made.id, &found, &batch.quantities).await?;
    insert_by_products(txn, made.id, batch.by_products).await?;
    insert_steps(txn, made.id, steps).await?;
    keep_stock(txn, plant).await?;
    ledger::record(txn, vec![entry(&made)]).await?;
    Ok(made)
}

/// The sources as the actor may see them. NOT_FOUND if one does not exist. However many there are, it takes two
/// statements for the keys and two for the records.
async fn resolve(txn: &Txn, actor: &Actor, sources: &[(usize, Source)]) -> Result<Vec<Found>> {
    let key_of = |source: &Source| match source {
        Source::IntakeKey(key) | Source::BatchKey(key) => Some(key.clone()),
        Source::Intake(_) | Source::Batch(_) => None,
    };
    let (of_intakes, of_batches): (Vec<&Source>, Vec<&Source>) = sources
        .iter()
        .map(|(_, source)| source)
        .partition(|source| matches!(source, Source::Intake(_) | Source::IntakeKey(_)));
    let sent_intakes =
        sent(txn, actor, "recordIntake", of_intakes.iter().filter_map(|source| key_of(source)).collect()).await?;
    let sent_batches =
        sent(txn, actor, "recordProductionBatch", of_batches.iter().filter_map(|source| key_of(source)).collect())
            .await?;
    let id_of = |source: &Source| match source {
        Source::Intake(id) | Source::Batch(id) => Some(*id),
        Source::IntakeKey(key) => sent_intakes.get(key).copied(),
        Source::BatchKey(key) => sent_batches.get(key).copied(),
    };
    let intake_ids = of_intakes.iter().filter_map(|source| id_of(source));
    let batch_ids = of_batches.iter().filter_map(|source| id_of(source));
    let intakes =
        intake::Entity::visible_to(actor).filter(intake::Column::Id.is_in(intake_ids)).all(txn.reader()).await?;
    let batches = production_batch::Entity::visible_to(actor)
        .filter(production_batch::Column::Id.is_in(batch_ids))
        .all(txn.reader())
        .await?;
    let intakes: HashMap<Uuid, Found> = intakes
        .into_iter()
        .map(|row| (row.id, Found::Intake { id: row.id, day: row.received_on, bought_batch_id: row.bought_batch_id }))
        .collect();
    let batches: HashMap<Uuid, Day> = batches.into_iter().map(|row| (row.id, row.produced_on)).collect();
    let found = sources.iter().map(|(position, source)| {
        let found = id_of(source).and_then(|id| match source {
            Source::Intake(_) | Source::IntakeKey(_) => intakes.get(&id).cloned(),
            Source::Batch(_) | Source::BatchKey(_) => batches.get(&id).map(|day| Found::Batch { day: *day, id }),
        });
        found.ok_or_else(|| no_source(*position, source))
    });
    found.collect()
}

/// The error for a source that does not exist, on the field of the ingredient that names it.
fn no_source(position: usize, source: &Source) -> Error {
    let field = |name: &str| format!("ingredients.{position}.{name}");
    match source {
        Source::Intake(_) => intakes::not_found(&field("intakeId")),
        Source::Batch(_) => not_found(&field("batchId")),
        Source::IntakeKey(key) => not_sent(field("intakeKey"), "入库记录", "intake", key),
        Source::BatchKey(key) => not_sent(field("batchKey"), "生产批次", "batch", key),
    }
}

/// The records that the account created under these keys.
async fn sent(txn: &Txn, actor: &Actor, mutation: &str, keys: Vec<String>) -> Result<HashMap<String, Uuid>> {
    if keys.is_empty() {
        return Ok(HashMap::new());
    }
    let made = idempotency::made_under(txn, &actor.account_id.to_string(), mutation, keys).await?;
    Ok(made.into_iter().filter_map(|(key, id)| Some((key, id.parse().ok()?))).collect())
}

fn not_sent(field: String, zh: &str, en: &str, key: &str) -> Error {
    Error::not_found(
        field,
        &format!("以 {key} 为 key 登记的{zh}，请先登记"),
        &format!("{en} recorded under the key {key}; record it first"),
    )
}

/// The product, which must be one of this plant.
async fn product_of(txn: &Txn, plant: &processing_plant::Model, code: &str) -> Result<product::Model> {
    let product = processing_plants::get_product(txn, code, "productCode").await?;
    if product.plant_code == plant.code {
        return Ok(product);
    }
    Err(Error::invalid("productCode", Problem::new("不是该加工厂的产品", "the plant does not make this product")))
}

/// Checks the fields and returns the day on which the batch was begun.
#[expect(clippy::indexing_slicing, reason = "each index lies within the slice by construction")]
fn check(
    txn: &Txn,
    plant: &processing_plant::Model,
    product: &product::Model,
    steps: &[product_step::Model],
    batch: &NewBatch,
    found: &[Found],
) -> Result<Day> {
    not_in_the_future(batch.produced_on, txn.today(), "producedOn")?;
    processing_plants::check_at_work(plant, batch.produced_on, "producedOn")?;
    check_in_use(&product.name, product.retired_on, batch.produced_on, "productCode")?;
    if found.is_empty() && product.needs_ingredients {
        let problem = Problem::new("该产品须填原料", "the product needs ingredients; give at least one");
        return Err(Error::invalid("ingredients", problem));
    }
    if found.len() > MOST_INGREDIENTS {
        let problem =
            Problem::new(format!("最多 {MOST_INGREDIENTS} 项原料"), format!("at most {MOST_INGREDIENTS} ingredients"));
        return Err(Error::invalid("ingredients", problem));
    }
    if batch.by_products.len() > MOST_BY_PRODUCTS {
        let problem = Problem::new(
            format!("最多 {MOST_BY_PRODUCTS} 项副产品"),
            format!("at most {MOST_BY_PRODUCTS} by-products"),
        );
        return Err(Error::invalid("byProducts", problem));
    }
    for (position, one) in found.iter().enumerate() {
        let problem = if found[..position].iter().any(|other| other.id() == one.id()) {
            Problem::new("同一原料只列一次", "list an ingredient once")
        } else if one.day() > batch.produced_on {
            let (day, produced) = (one.day(), batch.produced_on);
            Problem::new(
                format!("原料日期为 {day}，晚于生产日期 {produced}"),
                format!("the ingredient is dated {day}, after the batch was finished on {produced}"),
            )
        } else {
            continue;
        };
        return Err(Error::invalid(format!("ingredients.{position}"), problem));
    }
    let began_on = check_duration(steps, batch, found)?;
    processing_plants::check_at_work(plant, began_on, "beganOn")?;
    Ok(began_on)
}

/// Checks the duration of a batch. It is begun no earlier than the arrival of its main ingredient, and takes at least
/// as long as the steps of its product. If no first day is given, it was begun when its newest ingredient arrived.
fn check_duration(steps: &[product_step::Model], batch: &NewBatch, found: &[Found]) -> Result<Day> {
    let newest = found.iter().map(Found::day).max();
    let days: i64 = steps.iter().map(|step| i64::from(step.days)).sum();
    let began_on = batch.began_on.or(newest).unwrap_or(batch.produced_on - Duration::days(days));
    if began_on > batch.produced_on {
        let produced = batch.produced_on;
        let problem = Problem::new(
            format!("不得晚于完工日期 {produced}"),
            format!("must not lie after the day of finishing, {produced}"),
        );
        return Err(Error::invalid("beganOn", problem));
    }
    let main = found.iter().zip(&batch.quantities).max_by_key(|(one, quantity)| (**quantity, one.day()));
    if let Some(came) = main.map(|(one, _)| one.day()).filter(|came| began_on < *came) {
        let problem = Problem::new(
            format!("不得早于主要原料到厂日 {came}"),
            format!("must not lie before the day its main ingredient arrived, {came}"),
        );
        return Err(Error::invalid("beganOn", problem));
    }
    let earliest = products::earliest_finish(began_on, steps.iter().map(|step| step.days));
    if batch.produced_on < earliest {
        let names = steps.iter().map(|step| format!("{} {}", step.name, step.days)).collect::<Vec<_>>().join(", ");
        let problem = Problem::new(
            format!("{began_on} 开始，工序（{names} 天）最早 {earliest} 完工"),
            format!("a batch begun on {began_on} cannot be finished before {earliest}: its steps take {names} days"),
        );
        return Err(Error::invalid("producedOn", problem));
    }
    Ok(began_on)
}

/// Draws on intakes first, by id, and then on batches, older ones first. Locks are taken in this order everywhere, to
/// prevent deadlocks.
async fn draw_ingredients(txn: &Txn, found: &[Found], quantities: &[Kilograms]) -> Result<()> {
    let mut draws: Vec<_> = found.iter().zip(quantities).enumerate().collect();
    draws.sort_by_key(|(_, (one, _))| *one);
    for (position, (one, quantity)) in draws {
        let drawn = match one {
            Found::Intake { id, .. } => draw::<intake::Entity>(txn, *id, *quantity).await,
            Found::Batch { id, .. } => draw::<production_batch::Entity>(txn, *id, *quantity).await,
        };
        drawn.map_err(|error| error.about(&format!("ingredients.{position}.quantityKg")))?;
    }
    Ok(())
}

/// A plant keeps stock from the day on which its first batch is recorded, unless another day was set. The day of the
/// batch itself is not used, because a typing error in it would affect sales that are entered late.
async fn keep_stock(txn: &Txn, plant: processing_plant::Model) -> Result<()> {
    if plant.stock_from.is_some() {
        return Ok(());
    }
    let locked = processing_plant::Entity::find_by_id(plant.code).lock(LockType::NoKeyUpdate).one(txn.reader()).await?;
    let Some(locked) = locked.filter(|plant| plant.stock_from.is_none()) else { return Ok(()) };
    let mut row = locked.clone().into_active_model();
    row.stock_from = Set(Some(txn.today()));
    txn.update(locked, row).await?;
    Ok(())
}
