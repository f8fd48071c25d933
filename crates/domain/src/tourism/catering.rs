//! Catering: establishments, and the baseline year for measuring the increase of their takings.

use std::collections::BTreeMap;

use chrono::{Datelike, Duration};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{ExprTrait, LockType},
};

use crate::{
    MOST_LISTED, check_year, code_taken, not_in_the_future, registers::regions, unknown, unless_taken,
    voiding::MOST_NAMED,
};
use store::{
    Reader, Txn,
    entity::{
        in_subtree,
        registers::region,
        tourism::{catering_baseline, catering_days, catering_establishment, catering_takings},
    },
    error::{Error, Result},
};
use types::{Actor, Day, Name, RegionCode, Scope, Timestamp, last_day_of_month, new_id};

/// The establishments in a region and below it, ordered by code, at most 1,000.
pub async fn list(
    connection: &Reader,
    scope: &Scope,
    region_code: &RegionCode,
) -> Result<Vec<catering_establishment::Model>> {
    regions::get_within(connection, scope, region_code, "regionCode").await?;
    let query = catering_establishment::Entity::find()
        .filter(in_subtree(catering_establishment::Column::RegionCode, region_code));
    Ok(query.order_by_asc(catering_establishment::Column::Code).limit(MOST_LISTED).all(connection).await?)
}

pub(super) async fn find(connection: &Reader, code: &str) -> Result<Option<catering_establishment::Model>> {
    match types::identifier(code) {
        Ok(code) => Ok(catering_establishment::Entity::find_by_id(code).one(connection).await?),
        Err(_) => Ok(None),
    }
}

/// The establishment with this code. INVALID_INPUT on the field that names it if it does not exist.
pub async fn get(connection: &Reader, code: &str, field: &str) -> Result<catering_establishment::Model> {
    find(connection, code).await?.ok_or_else(|| unknown(field, "餐饮经营户", "establishment"))
}

/// The region of a new establishment, which must be one of the actor's.
pub async fn to_add(txn: &Txn, actor: &Actor, region_code: RegionCode) -> Result<region::Model> {
    regions::get_within(txn, &actor.scope(), &region_code, "regionCode").await
}

/// Adds an establishment in a region.
pub async fn add(
    txn: &Txn,
    _: &Actor,
    region: region::Model,
    (code, name): (String, Name),
) -> Result<catering_establishment::Model> {
    let row = catering_establishment::ActiveModel {
        code: Set(code.clone()),
        name: Set(name.0),
        region_code: Set(region.code),
        closed_on: Set(None),
    };
    let establishment = unless_taken(txn.insert(row).await, || code_taken(&code))?;
    add_days(txn, &establishment).await?;
    Ok(establishment)
}

/// The name of an establishment, and its closing.
#[derive(Debug, Clone)]
pub struct EstablishmentFields {
    /// Name.
    pub name: Name,
    /// The first day on which it does no business any more. Unchanged if absent; `Some(None)` reopens it.
    pub closed_on: Option<Option<Day>>,
}

/// The establishment to change. Its region must be one of the actor's.
pub async fn to_update(txn: &Txn, actor: &Actor, code: String) -> Result<catering_establishment::Model> {
    let establishment = get(txn, &code, "code").await?;
    regions::require(&actor.scope(), &establishment.region_code)?;
    Ok(lock(txn, &establishment.code).await?.unwrap_or(establishment))
}

/// Renames an establishment, closes it from a day on, or reopens it. CONFLICT if takings of a month after the closing
/// are recorded.
pub async fn update(
    txn: &Txn,
    _: &Actor,
    establishment: catering_establishment::Model,
    EstablishmentFields { name, closed_on }: EstablishmentFields,
) -> Result<catering_establishment::Model> {
    let closed_on = closed_on.unwrap_or(establishment.closed_on);
    if let Some(day) = closed_on.filter(|_| closed_on != establishment.closed_on) {
        not_in_the_future(day, txn.today(), "closedOn")?;
        check_no_later_takings(txn, &establishment.code, day).await?;
    }
    let has_changed = closed_on != establishment.closed_on;
    let mut row = establishment.clone().into_active_model();
    row.name = Set(name.0);
    row.closed_on = Set(closed_on);
    let establishment = txn.update(establishment, row).await?;
    if has_changed {
        add_days(txn, &establishment).await?;
    }
    Ok(establishment)
}

/// Loads an establishment and locks it, so that what is recorded of it is recorded one after the other.
pub(super) async fn lock(txn: &Txn, code: &str) -> Result<Option<catering_establishment::Model>> {
    let establishment = catering_establishment::Entity::find().filter(catering_establishment::Column::Code.eq(code));
    Ok(establishment.lock(LockType::NoKeyUpdate).one(txn.reader()).await?)
}

/// The first month in which an establishment does no business at all, by its first day.
pub(crate) fn first_month_without(closed_on: Day) -> Day {
    if closed_on.day() == 1 { closed_on } else { last_day_of_month(closed_on) + Duration::days(1) }
}

async fn check_no_later_takings(txn: &Txn, code: &str, closed_on: Day) -> Result<()> {
    use catering_takings::Column;
    let first = first_month_without(closed_on);
    let in_its_year = Column::Year.eq(first.year()).and(Column::Month.gte(first.month()));
    let later = catering_takings::Entity::find()
        .filter(Column::EstablishmentCode.eq(code))
        .filter(Column::ReplacedAt.is_null())
        .filter(Column::Year.gt(first.year()).or(in_its_year))
        .order_by_asc(Column::Year)
        .order_by_asc(Column::Month)
        .limit(MOST_NAMED)
        .all(txn.reader())
        .await?;
    if later.is_empty() {
        return Ok(());
    }
    let months: Vec<String> = later.iter().map(|takings| format!("{}-{:02}", takings.year, takings.month)).collect();
    let months = months.join(", ");
    Err(Error::conflict(
        format!("停业之后的月份已有营业额，请先作废：{months}"),
        format!("takings of months after the closing are recorded; void them first: {months}"),
    ))
}

/// Records from which day an establishment does business no more, as known from now on.
async fn add_days(txn: &Txn, establishment: &catering_establishment::Model) -> Result<()> {
    use catering_days::Column;
    let newest = catering_days::Entity::find()
        .filter(Column::RegionCode.eq(establishment.region_code.clone()))
        .filter(Column::EstablishmentCode.eq(establishment.code.as_str()))
        .order_by_desc(Column::RecordedAt)
        .one(txn.reader())
        .await?;
    if let Some(newest) = newest {
        txn.stamp_after(newest.recorded_at);
    }
    let row = catering_days::ActiveModel {
        id: Set(new_id()),
        establishment_code: Set(establishment.code.clone()),
        region_code: Set(establishment.region_code.clone()),
        closed_on: Set(establishment.closed_on),
        recorded_at: Set(txn.recorded_at()),
    };
    txn.insert(row).await?;
    Ok(())
}

/// The establishments that were known at an instant, by code.
#[derive(Debug)]
pub struct Known(BTreeMap<String, Business>);

/// What is known of an establishment.
#[derive(Debug, Clone)]
pub struct Business {
    /// Its region.
    pub region_code: RegionCode,
    /// The first day on which it does no business any more.
    pub closed_on: Option<Day>,
}

impl Known {
    /// Loads the establishments in a region and below it.
    pub async fn load(connection: &Reader, region: &RegionCode, as_of: Timestamp) -> Result<Self> {
        use catering_days::Column;
        let rows = catering_days::Entity::find()
            .filter(in_subtree(Column::RegionCode, region))
            .filter(Column::RecordedAt.lte(as_of))
            .order_by_asc(Column::RecordedAt)
            .order_by_asc(Column::Id)
            .all(connection)
            .await?;
        let known = |row: catering_days::Model| {
            (row.establishment_code, Business { region_code: row.region_code, closed_on: row.closed_on })
        };
        Ok(Self(rows.into_iter().map(known).collect()))
    }

    /// All of them, by code.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Business)> {
        self.0.iter()
    }
}

/// The region of a baseline year, which must be one of the actor's.
pub async fn to_set_baseline(txn: &Txn, actor: &Actor, region_code: RegionCode) -> Result<region::Model> {
    regions::get_within(txn, &actor.scope(), &region_code, "regionCode").await
}

/// Sets or removes the baseline year of a region. It applies to every region below that has none of its own.
pub async fn set_baseline(
    txn: &Txn,
    actor: &Actor,
    region: region::Model,
    year: Option<i32>,
) -> Result<catering_baseline::Model> {
    if let Some(year) = year {
        check_year(year, txn.today(), "baselineYear")?;
    }
    // The region is locked, so that decisions about it are recorded in the order in which they are made.
    region::Entity::find_by_id(region.code.clone()).lock(LockType::NoKeyUpdate).one(txn.reader()).await?;
    let newest = catering_baseline::Entity::find()
        .filter(catering_baseline::Column::RegionCode.eq(region.code.clone()))
        .order_by_desc(catering_baseline::Column::RecordedAt)
        .one(txn.reader())
        .await?;
    if let Some(newest) = newest {
        txn.stamp_after(newest.recorded_at);
    }
    let row = catering_baseline::ActiveModel {
        id: Set(new_id()),
        region_code: Set(region.code),
        baseline_year: Set(year),
        recorded_at: Set(txn.recorded_at()),
        recorded_by: Set(actor.account_id),
    };
    Ok(txn.insert(row).await?)
}

/// The baseline years at an instant, by the region that they are set on: a region, its ancestors and all regions
/// below it.
#[derive(Debug)]
pub struct Baselines(BTreeMap<RegionCode, i32>);

impl Baselines {
    /// Loads the baseline years that can apply to establishments in a region.
    pub async fn load(connection: &Reader, region: &RegionCode, as_of: Timestamp) -> Result<Self> {
        use catering_baseline::Column;
        let above = Column::RegionCode.is_in(region.with_ancestors());
        let rows = catering_baseline::Entity::find()
            .filter(sea_orm::Condition::any().add(above).add(in_subtree(Column::RegionCode, region)))
            .filter(Column::RecordedAt.lte(as_of))
            .order_by_asc(Column::RecordedAt)
            .order_by_asc(Column::Id)
            .all(connection)
            .await?;
        let mut years = BTreeMap::new();
        for row in rows {
            match row.baseline_year {
                Some(year) => years.insert(row.region_code, year),
                None => years.remove(&row.region_code),
            };
        }
        Ok(Self(years))
    }

    /// The year that applies to an establishment: the one set on the nearest region at or above it.
    pub fn of(&self, region: &RegionCode) -> Option<i32> {
        region.with_ancestors().find_map(|code| self.0.get(&code).copied())
    }

    /// Every year that is set on any of the regions.
    pub fn years(&self) -> impl Iterator<Item = i32> + '_ {
        self.0.values().copied()
    }

    /// Whether no year is set.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
