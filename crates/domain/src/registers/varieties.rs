//! Varieties: the cultivars that the town reports on.

use chrono::Datelike;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::LockType,
};
use uuid::Uuid;

use crate::{MOST_LISTED, check_in_use, code_taken, not_in_the_future, unknown, unless_taken, voiding};
use store::{
    Reader, Txn,
    entity::{
        in_use_on,
        presales::presale_offer,
        registers::{plot, variety},
    },
    error::{Error, Result},
    page::filter_some,
};
use types::{Actor, Day, Name, Problem};

/// The name, the harvest season and the end of a variety.
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
    /// The first day on which it is no longer in use. Absent: unchanged. `Some(None)` puts it back in use.
    pub retired_on: Option<Option<Day>>,
}

/// All varieties, or those in use on a day, ordered by code, at most 1,000.
pub async fn list(connection: &Reader, day: Option<Day>) -> Result<Vec<variety::Model>> {
    let query = filter_some(variety::Entity::find(), day, |day| in_use_on(variety::Column::RetiredOn, day));
    Ok(query.order_by_asc(variety::Column::Code).limit(MOST_LISTED).all(connection).await?)
}

/// The variety with this code. INVALID_INPUT on the field that names it if it does not exist.
pub async fn get(connection: &Reader, code: &str, field: &str) -> Result<variety::Model> {
    let variety = match types::identifier(code) {
        Ok(code) => variety::Entity::find_by_id(code).one(connection).await?,
        Err(_) => None,
    };
    variety.ok_or_else(|| unknown(field, "品种", "variety"))
}

/// The variety that is to grow on a plot, which lasts: it must be in use today. It is held as it is until the
/// transaction ends, so that nobody retires it meanwhile.
pub(crate) async fn get_to_grow(txn: &Txn, code: &str, field: &str) -> Result<variety::Model> {
    let variety = hold(txn, code, field).await?;
    check_in_use(&variety.name, variety.retired_on, txn.today(), field)?;
    Ok(variety)
}

/// The variety of a crop that is estimated or offered: the harvest of its season must begin while it is in use. It is
/// held as it is until the transaction ends.
pub(crate) async fn get_of_season(txn: &Txn, code: &str, season: i32) -> Result<variety::Model> {
    let variety = hold(txn, code, "varietyCode").await?;
    check_in_use(&variety.name, variety.retired_on, harvest_begins(&variety, season), "varietyCode")?;
    Ok(variety)
}

async fn hold(txn: &Txn, code: &str, field: &str) -> Result<variety::Model> {
    get(txn, code, field).await?;
    let held = variety::Entity::find_by_id(code).lock(LockType::Share).one(txn.reader()).await?;
    held.ok_or_else(|| unknown(field, "品种", "variety"))
}

/// The first day of the first month in which a season's crop is picked.
fn harvest_begins(variety: &variety::Model, season: i32) -> Day {
    u32::try_from(variety.harvest_start_month)
        .ok()
        .and_then(|month| Day::from_ymd_opt(season, month, 1))
        .unwrap_or_default()
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
    get(txn, &code, "code").await?;
    let locked = variety::Entity::find_by_id(code).lock(LockType::NoKeyUpdate).one(txn.reader()).await?;
    locked.ok_or_else(|| unknown("code", "品种", "variety"))
}

/// Changes a variety's name and harvest season, or retires it from a day on. The season of sales already recorded stays
/// unchanged, and so does everything else that was recorded. CONFLICT if a plot still grows it on that day, or an offer
/// of a later season is still open.
pub async fn update(txn: &Txn, _: &Actor, variety: variety::Model, fields: VarietyFields) -> Result<variety::Model> {
    let retired_on = fields.retired_on.flatten();
    let mut row = variety.clone().into_active_model();
    fill(txn, &mut row, fields).await?;
    let variety = unless_taken(txn.update(variety, row).await, name_taken)?;
    if let Some(day) = retired_on {
        check_given_up(txn, &variety, day).await?;
    }
    Ok(variety)
}

/// Checks that nothing that lasts has the variety from a day on. A plot that still grew it would count in figures while
/// nobody could record its harvest.
async fn check_given_up(txn: &Txn, variety: &variety::Model, day: Day) -> Result<()> {
    let plots = plot::Entity::find()
        .filter(plot::Column::VarietyCode.eq(variety.code.as_str()))
        .filter(in_use_on(plot::Column::OutOfUseFrom, day));
    let problem =
        ("仍有地块种植该品种，请先停用或变更", "plots still grow it; take them out of use or change them first");
    voiding::check_unused::<Uuid, _>(txn, plots, plot::Column::Id, problem).await?;
    let later = if harvest_begins(variety, day.year()) < day { day.year() + 1 } else { day.year() };
    let offers = presale_offer::Entity::find()
        .filter(presale_offer::Column::VarietyCode.eq(variety.code.as_str()))
        .filter(presale_offer::Column::Season.gte(later))
        .filter(presale_offer::Column::ClosesAt.gt(txn.recorded_at()));
    let problem =
        ("该品种以后产季的预售活动尚未结束，请先结束", "offers of its later seasons are still open; close them first");
    voiding::check_unused::<Uuid, _>(txn, offers, presale_offer::Column::Id, problem).await
}

fn name_taken() -> Error {
    Error::invalid("name", Problem::new("已有同名品种", "another variety has this name"))
}

async fn fill(txn: &Txn, row: &mut variety::ActiveModel, fields: VarietyFields) -> Result<()> {
    let VarietyFields { name, name_en, harvest_start_month, harvest_end_month, retired_on } = fields;
    for (month, field) in [(harvest_start_month, "harvestStartMonth"), (harvest_end_month, "harvestEndMonth")] {
        if !(1..=12).contains(&month) {
            return Err(Error::invalid(field, Problem::new("应为 1 至 12", "expected 1 to 12")));
        }
    }
    if let Some(retired_on) = retired_on {
        retired_on.map_or(Ok(()), |day| not_in_the_future(day, txn.today(), "retiredOn"))?;
        row.retired_on = Set(retired_on);
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
