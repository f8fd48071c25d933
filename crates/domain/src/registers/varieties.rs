//! Varieties: the cultivars that the town reports on.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

use crate::{MOST_LISTED, code_taken, unknown, unless_taken};
use store::{
    Reader, Txn,
    entity::registers::variety,
    error::{Error, Result},
};
use types::{Actor, Name, Problem};

/// The name and the harvest season of a variety.
#[derive(Debug, Clone)]
pub struct VarietyFields {
    /// Chinese name.
    pub name: Name,
    /// English name.
    pub name_en: Name,
    /// First month of the harvest.
    pub harvest_start_month: i32,
    /// Last month of the harvest. It is before the first month if the harvest runs past the end of the year.
    pub harvest_end_month: i32,
}

/// All varieties, ordered by code, at most 1,000.
pub async fn list(connection: &Reader) -> Result<Vec<variety::Model>> {
    Ok(variety::Entity::find().order_by_asc(variety::Column::Code).limit(MOST_LISTED).all(connection).await?)
}

/// The variety with this code. INVALID_INPUT on the field that names it if it does not exist.
pub async fn get(connection: &Reader, code: &str, field: &str) -> Result<variety::Model> {
    let variety = match types::identifier(code) {
        Ok(code) => variety::Entity::find_by_id(code).one(connection).await?,
        Err(_) => None,
    };
    variety.ok_or_else(|| unknown(field, "品种", "variety"))
}

/// The code of a new variety. INVALID_INPUT on `code` if it is not a readable code.
pub async fn to_add(_: &Txn, _: &Actor, code: String) -> Result<String> {
    types::identifier(&code).map_err(|problem| Error::invalid("code", problem))
}

/// Adds a variety under a new code. INVALID_INPUT on `code` if it is taken.
pub async fn add(txn: &Txn, _: &Actor, code: String, fields: VarietyFields) -> Result<variety::Model> {
    let mut row = variety::ActiveModel { code: Set(code.clone()), ..Default::default() };
    fill(txn, &mut row, fields).await?;
    unless_taken(txn.insert(row).await, || code_taken(&code))
}

/// The variety to update.
pub async fn to_update(txn: &Txn, _: &Actor, code: String) -> Result<variety::Model> {
    get(txn, &code, "code").await
}

/// Changes a variety's name and harvest season. The season of sales already recorded stays unchanged.
pub async fn update(txn: &Txn, _: &Actor, variety: variety::Model, fields: VarietyFields) -> Result<variety::Model> {
    let mut row = variety.clone().into_active_model();
    fill(txn, &mut row, fields).await?;
    unless_taken(txn.update(variety, row).await, name_taken)
}

fn name_taken() -> Error {
    Error::invalid("name", Problem::new("已有同名品种", "another variety has this name"))
}

async fn fill(txn: &Txn, row: &mut variety::ActiveModel, fields: VarietyFields) -> Result<()> {
    let VarietyFields { name, name_en, harvest_start_month, harvest_end_month } = fields;
    for (month, field) in [(harvest_start_month, "harvestStartMonth"), (harvest_end_month, "harvestEndMonth")] {
        if !(1..=12).contains(&month) {
            return Err(Error::invalid(field, Problem::new("应为 1 至 12", "expected 1 to 12")));
        }
    }
    let same_name = variety::Entity::find().filter(variety::Column::Name.eq(name.0.as_str())).one(txn.reader()).await?;
    if same_name.is_some_and(|other| row.code.try_as_ref() != Some(&other.code)) {
        return Err(name_taken());
    }
    row.name = Set(name.0);
    row.name_en = Set(name_en.0);
    row.harvest_start_month = Set(harvest_start_month);
    row.harvest_end_month = Set(harvest_end_month);
    Ok(())
}
