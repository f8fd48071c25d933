//! Products: their name and until when they are in use, and how they are made: whether one needs ingredients, its usual
//! yield, and the duration of its steps.

use std::collections::HashMap;

use chrono::Duration;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::LockType,
};

use crate::{not_in_the_future, plants::processing_plants, registers::regions, unknown};
use store::{
    Reader, Txn,
    entity::plants::{processing_plant, product, product_step},
    error::{Error, Result},
};
use types::{Actor, Day, Name, Problem, Ratio, new_id};

/// The most steps of one product.
const MOST_STEPS: usize = 20;
/// The longest duration of a step, in days: ten years.
const MOST_DAYS: i32 = 3650;

/// A step of production.
#[derive(Debug, Clone)]
pub struct Step {
    /// Name of the step.
    pub name: Name,
    /// Its minimum duration in days.
    pub days: i32,
}

/// How a product is made.
#[derive(Debug, Clone)]
pub struct Making {
    /// Whether a batch without ingredients is refused.
    pub needs_ingredients: bool,
    /// The least output that the ingredients usually yield.
    pub usual_yield_from: Option<Ratio>,
    /// The greatest output that the ingredients usually yield.
    pub usual_yield_to: Option<Ratio>,
    /// Its steps, in order.
    pub steps: Vec<Step>,
}

/// A change to a product. An absent field stays unchanged.
#[derive(Debug, Clone)]
pub struct ProductPatch {
    /// Name.
    pub name: Option<Name>,
    /// The first day on which it is no longer in use. `Some(None)` puts it back in use.
    pub retired_on: Option<Option<Day>>,
}

/// The steps of these products, in order, at most twenty each.
pub async fn steps_of(connection: &Reader, products: &[String]) -> Result<HashMap<String, Vec<product_step::Model>>> {
    use product_step::Column;
    let query = product_step::Entity::find().filter(Column::ProductCode.is_in(products.iter().map(String::as_str)));
    let mut steps: HashMap<String, Vec<product_step::Model>> = HashMap::new();
    for step in query.order_by_asc(Column::ProductCode).order_by_asc(Column::Position).all(connection).await? {
        steps.entry(step.product_code.clone()).or_default().push(step);
    }
    Ok(steps)
}

/// The earliest day on which work begun on a day can be finished. `days` are the durations of the steps.
pub fn earliest_finish(began_on: Day, days: impl IntoIterator<Item = i32>) -> Day {
    began_on + Duration::days(days.into_iter().map(i64::from).sum())
}

/// The product to change, with its plant. The region of the plant must be one of the actor's.
pub async fn to_change(txn: &Txn, actor: &Actor, code: String) -> Result<(product::Model, processing_plant::Model)> {
    processing_plants::get_product(txn, &code, "code").await?;
    // Locked, so that the second of two concurrent changes sees the steps of the first.
    let locked = product::Entity::find_by_id(code).lock(LockType::NoKeyUpdate).one(txn.reader()).await?;
    let product = locked.ok_or_else(|| unknown("code", "产品", "product"))?;
    let plant = processing_plants::get(txn, &product.plant_code, "code").await?;
    regions::require(&actor.scope(), &plant.region_code)?;
    Ok((product, plant))
}

/// Renames a product, or retires it from a day on. What was recorded of it stays.
pub async fn update(
    txn: &Txn,
    _: &Actor,
    (product, plant): (product::Model, processing_plant::Model),
    fields: ProductPatch,
) -> Result<product::Model> {
    let ProductPatch { name, retired_on } = fields;
    let mut row = product.clone().into_active_model();
    if let Some(name) = name {
        row.name = Set(name.0);
    }
    if let Some(retired_on) = retired_on {
        retired_on.map_or(Ok(()), |day| not_in_the_future(day, txn.today(), "retiredOn"))?;
        row.retired_on = Set(retired_on);
    }
    let product = txn.update(product, row).await?;
    txn.lies_in(Some(plant.region_code));
    Ok(product)
}

/// Sets how a product is made from now on. Batches already recorded keep the steps that they were recorded with.
pub async fn set_making(
    txn: &Txn,
    _: &Actor,
    (product, plant): (product::Model, processing_plant::Model),
    fields: Making,
) -> Result<product::Model> {
    let Making { needs_ingredients, usual_yield_from, usual_yield_to, steps } = fields;
    check_steps(&steps)?;
    if usual_yield_from.zip(usual_yield_to).is_some_and(|(from, to)| to < from) {
        let problem = Problem::new("不得小于 usualYieldFrom", "must not be less than usualYieldFrom");
        return Err(Error::invalid("usualYieldTo", problem));
    }
    for step in steps_of(txn, std::slice::from_ref(&product.code)).await?.remove(&product.code).unwrap_or_default() {
        txn.delete(step).await?;
    }
    for (position, Step { name, days }) in (1..).zip(steps) {
        let row = product_step::ActiveModel {
            id: Set(new_id()),
            product_code: Set(product.code.clone()),
            position: Set(position),
            name: Set(name.0),
            days: Set(days),
        };
        txn.insert(row).await?;
    }
    let mut row = product.clone().into_active_model();
    row.needs_ingredients = Set(needs_ingredients);
    row.usual_yield_from = Set(usual_yield_from);
    row.usual_yield_to = Set(usual_yield_to);
    let product = txn.update(product, row).await?;
    txn.lies_in(Some(plant.region_code));
    Ok(product)
}

fn check_steps(steps: &[Step]) -> Result<()> {
    if steps.len() > MOST_STEPS {
        return Err(Error::invalid(
            "steps",
            Problem::new(format!("最多 {MOST_STEPS} 道工序"), format!("at most {MOST_STEPS} steps")),
        ));
    }
    for (position, step) in steps.iter().enumerate() {
        if !(1..=MOST_DAYS).contains(&step.days) {
            let problem = Problem::new(format!("应为 1 至 {MOST_DAYS} 天"), format!("expected 1 to {MOST_DAYS} days"));
            return Err(Error::invalid(format!("steps.{position}.days"), problem));
        }
    }
    Ok(())
}
