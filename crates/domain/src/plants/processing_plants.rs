//! Processing plants, with their products and projects.

use std::collections::HashMap;

use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::LockType,
};

use crate::{
    MOST_LISTED, check_in_use, code_taken, not_in_the_future,
    registers::{
        regions,
        undertakings::{NewUndertaking, UndertakingPatch, check_last_day, lasting, record_days},
    },
    unknown, unless_taken,
};
use store::{
    Reader, Txn,
    entity::{
        in_use_on,
        plants::{processing_plant, processing_project, product},
        registers::region,
    },
    error::{Error, Result},
    ledger::{self, Entry, Source},
    page::filter_some,
};
use types::{Actor, Day, EntryKind, Name, Phone, Problem, RegionCode, Scope, SourceKind, new_id};

/// A change to a plant. An absent field stays unchanged.
#[derive(Debug, Clone)]
pub struct PlantPatch {
    /// Name and closing day.
    pub undertaking: UndertakingPatch,
    /// The first day on which it keeps stock.
    pub stock_from: Option<Day>,
    /// Telephone number. `Some(None)` removes it.
    pub phone: Option<Option<Phone>>,
}

/// All plants, or those that are open on a day, ordered by code, at most 1,000.
pub async fn list(connection: &Reader, day: Option<Day>) -> Result<Vec<processing_plant::Model>> {
    use processing_plant::Column;
    let open = |day| Condition::all().add(Column::OpenedOn.lte(day)).add(in_use_on(Column::ClosedOn, day));
    let query = filter_some(processing_plant::Entity::find(), day, open);
    Ok(query.order_by_asc(Column::Code).limit(MOST_LISTED).all(connection).await?)
}

/// All projects, or those that run on a day, ordered by code, at most 1,000.
pub async fn list_projects(connection: &Reader, day: Option<Day>) -> Result<Vec<processing_project::Model>> {
    use processing_project::Column;
    let running = |day| Condition::all().add(Column::BeganOn.lte(day)).add(in_use_on(Column::EndedOn, day));
    let query = filter_some(processing_project::Entity::find(), day, running);
    Ok(query.order_by_asc(Column::Code).limit(MOST_LISTED).all(connection).await?)
}

/// The products of these plants, ordered by code.
pub async fn products_of(connection: &Reader, plants: &[String]) -> Result<HashMap<String, Vec<product::Model>>> {
    let query = product::Entity::find().filter(product::Column::PlantCode.is_in(plants.iter().map(String::as_str)));
    let mut products: HashMap<String, Vec<product::Model>> = HashMap::new();
    for product in query.order_by_asc(product::Column::Code).all(connection).await? {
        products.entry(product.plant_code.clone()).or_default().push(product);
    }
    Ok(products)
}

/// The error for a plant that does not exist.
pub fn not_found(field: &str) -> Error {
    Error::not_found(field, "加工厂", "processing plant")
}

/// The plant with this code, if it exists.
pub async fn find(connection: &Reader, code: &str) -> Result<Option<processing_plant::Model>> {
    match types::identifier(code) {
        Ok(code) => Ok(processing_plant::Entity::find_by_id(code).one(connection).await?),
        Err(_) => Ok(None),
    }
}

/// The plant with this code. INVALID_INPUT on the field that names it if it does not exist.
pub async fn get(connection: &Reader, code: &str, field: &str) -> Result<processing_plant::Model> {
    find(connection, code).await?.ok_or_else(|| unknown(field, "加工厂", "processing plant"))
}

/// The operator's own plant. INVALID_INPUT on `plantCode` if the plant does not exist. FORBIDDEN if it is another
/// plant.
pub(crate) async fn own(connection: &Reader, actor: &Actor, code: &str) -> Result<processing_plant::Model> {
    let plant = get(connection, code, "plantCode").await?;
    if actor.plant_code.as_deref() == Some(plant.code.as_str()) {
        return Ok(plant);
    }
    Err(Error::forbidden(
        format!("您的账号不属于加工厂 {code}"),
        format!("your account does not belong to the plant {code}"),
    ))
}

/// FORBIDDEN unless the actor may see the stock of a plant: its operator, readers of the records of its region, and
/// clerks of its township, who sell its goods.
pub fn require_stock(actor: &Actor, code: &str, region: &RegionCode) -> Result<()> {
    require_within(actor, &actor.township_scope(), code, region)
}

/// FORBIDDEN unless the actor may see the records of a plant: its operator, and readers of the records of its region.
pub fn require_records(actor: &Actor, code: &str, region: &RegionCode) -> Result<()> {
    require_within(actor, &actor.scope(), code, region)
}

fn require_within(actor: &Actor, scope: &Scope, code: &str, region: &RegionCode) -> Result<()> {
    match &actor.plant_code {
        Some(own) if own == code => Ok(()),
        Some(_) => Err(Error::forbidden("您的账号不属于该加工厂", "your account does not belong to this plant")),
        None => regions::require(scope, region),
    }
}

/// The code of a plant whose batches the actor may watch. INVALID_INPUT on `plantCode` if the plant does not exist.
/// FORBIDDEN if the actor may not see its records.
pub async fn watchable(connection: &Reader, actor: &Actor, code: &str) -> Result<String> {
    let plant = get(connection, code, "plantCode").await?;
    require_records(actor, &plant.code, &plant.region_code)?;
    Ok(plant.code)
}

/// Checks that a plant is open on a day: not before its opening, and before the first day on which it is closed.
pub(crate) fn check_at_work(plant: &processing_plant::Model, day: Day, field: &str) -> Result<()> {
    let problem = match plant.closed_on {
        _ if day < plant.opened_on => {
            let opened = plant.opened_on;
            Problem::new(format!("加工厂 {opened} 才开业"), format!("the plant opened on {opened}"))
        }
        Some(closed) if day >= closed => {
            Problem::new(format!("加工厂自 {closed} 起已关闭"), format!("the plant is closed since {closed}"))
        }
        _ => return Ok(()),
    };
    Err(Error::invalid(field, problem))
}

async fn find_product(connection: &Reader, code: &str) -> Result<Option<product::Model>> {
    match types::identifier(code) {
        Ok(code) => Ok(product::Entity::find_by_id(code).one(connection).await?),
        Err(_) => Ok(None),
    }
}

/// The product with this code. INVALID_INPUT on the field that names it if it does not exist.
pub async fn get_product(connection: &Reader, code: &str, field: &str) -> Result<product::Model> {
    find_product(connection, code).await?.ok_or_else(|| unknown(field, "产品", "product"))
}

/// The region of a new plant, which must be one of the actor's.
pub async fn to_add(txn: &Txn, actor: &Actor, region_code: RegionCode) -> Result<region::Model> {
    regions::get_within(txn, &actor.scope(), &region_code, "regionCode").await
}

/// Adds a plant in a region. It counts from its first day on.
pub async fn add(
    txn: &Txn,
    _: &Actor,
    region: region::Model,
    fields: NewUndertaking,
) -> Result<processing_plant::Model> {
    let NewUndertaking { code, name, from } = fields;
    not_in_the_future(from, txn.today(), "openedOn")?;
    let row = processing_plant::ActiveModel {
        code: Set(code.clone()),
        id: Set(new_id()),
        name: Set(name.0),
        region_code: Set(region.code),
        opened_on: Set(from),
        closed_on: Set(None),
        stock_from: Set(None),
        phone: Set(None),
    };
    let plant = unless_taken(txn.insert(row).await, || code_taken(&code))?;
    record_days(txn, source_of_plant(&plant), plant.opened_on, plant.closed_on).await?;
    ledger::record(txn, plant_entries(&plant)).await?;
    Ok(plant)
}

/// The plant to change. Its region must be one of the actor's.
pub async fn to_update(txn: &Txn, actor: &Actor, code: String) -> Result<processing_plant::Model> {
    get(txn, &code, "code").await?;
    let locked = processing_plant::Entity::find_by_id(code).lock(LockType::NoKeyUpdate).one(txn.reader()).await?;
    let plant = locked.ok_or_else(|| unknown("code", "加工厂", "processing plant"))?;
    regions::require(&actor.scope(), &plant.region_code)?;
    Ok(plant)
}

/// Changes a plant: renames it, closes it from a day on or reopens it, sets its telephone number, or sets the first
/// day on which it keeps stock. Sales recorded from now on, for that day or later, draw on its batches.
pub async fn update(
    txn: &Txn,
    _: &Actor,
    plant: processing_plant::Model,
    fields: PlantPatch,
) -> Result<processing_plant::Model> {
    let PlantPatch { undertaking: UndertakingPatch { name, until }, stock_from, phone } = fields;
    let opened_on = plant.opened_on;
    let mut row = plant.clone().into_active_model();
    if let Some(name) = name {
        row.name = Set(name.0);
    }
    if let Some(until) = until {
        check_last_day(opened_on, until, txn.today(), "closedOn")?;
        row.closed_on = Set(until);
    }
    if let Some(from) = stock_from {
        not_in_the_future(from, txn.today(), "stockFrom")?;
        row.stock_from = Set(Some(from));
    }
    if let Some(phone) = phone {
        row.phone = Set(phone.map(|phone| phone.0));
    }
    let closed_before = plant.closed_on;
    let plant = txn.update(plant, row).await?;
    let mut entries = ledger::reversal(txn, plant.id).await?;
    if plant.closed_on != closed_before {
        record_days(txn, source_of_plant(&plant), plant.opened_on, plant.closed_on).await?;
    }
    entries.extend(plant_entries(&plant));
    ledger::record(txn, entries).await?;
    Ok(plant)
}

/// The plant of a new product. Its region must be one of the actor's.
pub async fn to_add_product(txn: &Txn, actor: &Actor, plant_code: String) -> Result<processing_plant::Model> {
    let plant = get(txn, &plant_code, "plantCode").await?;
    regions::require(&actor.scope(), &plant.region_code)?;
    Ok(plant)
}

/// Adds a product of a plant. INVALID_INPUT on `plantCode` if the plant is closed.
pub async fn add_product(
    txn: &Txn,
    _: &Actor,
    plant: processing_plant::Model,
    (code, name, is_fresh_produce): (String, Name, bool),
) -> Result<product::Model> {
    check_in_use(&plant.name, plant.closed_on, txn.today(), "plantCode")?;
    let row = product::ActiveModel {
        code: Set(code.clone()),
        plant_code: Set(plant.code),
        name: Set(name.0),
        is_fresh_produce: Set(is_fresh_produce),
        needs_ingredients: Set(true),
        usual_yield_from: Set(None),
        usual_yield_to: Set(None),
        retired_on: Set(None),
    };
    let product = unless_taken(txn.insert(row).await, || code_taken(&code))?;
    txn.lies_in(Some(plant.region_code));
    Ok(product)
}

/// The region of a new project, which must be one of the actor's, and its plant if it has one.
pub async fn to_add_project(
    txn: &Txn,
    actor: &Actor,
    (region_code, plant_code): (RegionCode, Option<String>),
) -> Result<(region::Model, Option<processing_plant::Model>)> {
    let region = regions::get_within(txn, &actor.scope(), &region_code, "regionCode").await?;
    let plant = match plant_code {
        Some(code) => Some(get(txn, &code, "plantCode").await?),
        None => None,
    };
    Ok((region, plant))
}

/// Adds a processing project in a region, with or without a plant. It counts from its first day on.
pub async fn add_project(
    txn: &Txn,
    _: &Actor,
    (region, plant): (region::Model, Option<processing_plant::Model>),
    fields: NewUndertaking,
) -> Result<processing_project::Model> {
    let NewUndertaking { code, name, from } = fields;
    not_in_the_future(from, txn.today(), "beganOn")?;
    if let Some(plant) = &plant {
        check_in_use(&plant.name, plant.closed_on, from, "plantCode")?;
    }
    let row = processing_project::ActiveModel {
        code: Set(code.clone()),
        id: Set(new_id()),
        name: Set(name.0),
        region_code: Set(region.code),
        plant_code: Set(plant.map(|plant| plant.code)),
        began_on: Set(from),
        ended_on: Set(None),
    };
    let project = unless_taken(txn.insert(row).await, || code_taken(&code))?;
    record_days(txn, source_of_project(&project), project.began_on, project.ended_on).await?;
    ledger::record(txn, project_entries(&project)).await?;
    Ok(project)
}

/// The project to change. Its region must be one of the actor's.
pub async fn to_update_project(txn: &Txn, actor: &Actor, code: String) -> Result<processing_project::Model> {
    let found = match types::identifier(&code) {
        Ok(code) => processing_project::Entity::find_by_id(code).lock(LockType::NoKeyUpdate).one(txn.reader()).await?,
        Err(_) => None,
    };
    let project = found.ok_or_else(|| unknown("code", "加工项目", "processing project"))?;
    regions::require(&actor.scope(), &project.region_code)?;
    Ok(project)
}

/// Renames a project, ends it from a day on, or revokes its end.
pub async fn update_project(
    txn: &Txn,
    _: &Actor,
    project: processing_project::Model,
    fields: UndertakingPatch,
) -> Result<processing_project::Model> {
    let UndertakingPatch { name, until } = fields;
    let began_on = project.began_on;
    let mut row = project.clone().into_active_model();
    if let Some(name) = name {
        row.name = Set(name.0);
    }
    if let Some(until) = until {
        check_last_day(began_on, until, txn.today(), "endedOn")?;
        row.ended_on = Set(until);
    }
    let ended_before = project.ended_on;
    let project = txn.update(project, row).await?;
    let mut entries = ledger::reversal(txn, project.id).await?;
    if project.ended_on != ended_before {
        record_days(txn, source_of_project(&project), project.began_on, project.ended_on).await?;
    }
    entries.extend(project_entries(&project));
    ledger::record(txn, entries).await?;
    Ok(project)
}

fn source_of_plant(plant: &processing_plant::Model) -> Source {
    Source { kind: SourceKind::ProcessingPlant, id: plant.id }
}

fn source_of_project(project: &processing_project::Model) -> Source {
    Source { kind: SourceKind::ProcessingProject, id: project.id }
}

/// The ledger entries of a plant, which counts from its opening until its closing.
pub fn plant_entries(plant: &processing_plant::Model) -> Vec<Entry> {
    lasting(EntryKind::Plant, source_of_plant(plant), &plant.region_code, plant.opened_on, plant.closed_on)
}

/// The ledger entries of a project, which counts from its beginning until its end.
pub fn project_entries(project: &processing_project::Model) -> Vec<Entry> {
    lasting(EntryKind::Project, source_of_project(project), &project.region_code, project.began_on, project.ended_on)
}
