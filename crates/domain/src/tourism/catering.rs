//! Catering: establishments, and the baseline year for measuring the increase of their takings.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::LockType,
};

use crate::{MOST_LISTED, check_year, code_taken, registers::regions, unknown, unless_taken};
use store::{
    Reader, Txn,
    entity::{
        in_subtree,
        registers::region,
        tourism::{catering_baseline, catering_establishment},
    },
    error::Result,
};
use types::{Actor, Name, RegionCode, Scope, Timestamp, new_id};

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
    };
    unless_taken(txn.insert(row).await, || code_taken(&code))
}

/// The establishment to rename. Its region must be one of the actor's.
pub async fn to_rename(txn: &Txn, actor: &Actor, code: String) -> Result<catering_establishment::Model> {
    let establishment = get(txn, &code, "code").await?;
    regions::require(&actor.scope(), &establishment.region_code)?;
    Ok(establishment)
}

/// Renames an establishment.
pub async fn rename(
    txn: &Txn,
    _: &Actor,
    establishment: catering_establishment::Model,
    name: Name,
) -> Result<catering_establishment::Model> {
    let mut row = establishment.clone().into_active_model();
    row.name = Set(name.0);
    Ok(txn.update(establishment, row).await?)
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
