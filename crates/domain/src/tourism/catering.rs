//! Catering: establishments, their monthly takings, and the baseline year for measuring the increase.

use std::collections::BTreeMap;

use chrono::Datelike;
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
        tourism::{catering_baseline, catering_establishment, catering_takings},
    },
    error::{Error, Result},
    ledger::{self, Amounts, Entry, Facets, Source},
};
use types::{Actor, Day, EntryKind, Money, Name, Problem, RegionCode, Scope, SourceKind, Timestamp, new_id};

/// The takings of an establishment in one month.
#[derive(Debug, Clone)]
pub struct Takings {
    /// Year.
    pub year: i32,
    /// Month, 1–12.
    pub month: i32,
    /// The amount.
    pub amount: Money,
}

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

async fn find(connection: &Reader, code: &str) -> Result<Option<catering_establishment::Model>> {
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

/// The establishment of takings, if it exists. Its region must be one of the clerk's.
pub async fn to_record_takings(
    txn: &Txn,
    actor: &Actor,
    code: String,
) -> Result<Option<catering_establishment::Model>> {
    let establishment = find(txn, &code).await?;
    if let Some(establishment) = &establishment {
        regions::require(&actor.scope(), &establishment.region_code)?;
    }
    Ok(establishment)
}

/// Records the takings of an establishment in a month. A second record for the same month replaces the first, which
/// stays on record. INVALID_INPUT on `establishmentCode` if the establishment does not exist.
pub async fn record_takings(
    txn: &Txn,
    actor: &Actor,
    establishment: Option<catering_establishment::Model>,
    Takings { year, month, amount }: Takings,
) -> Result<catering_takings::Model> {
    use catering_takings::Column;
    let found = establishment.ok_or_else(|| unknown("establishmentCode", "餐饮经营户", "establishment"))?;
    check_month(year, month, txn.today())?;
    let establishment =
        catering_establishment::Entity::find().filter(catering_establishment::Column::Code.eq(found.code.as_str()));
    establishment.lock(LockType::NoKeyUpdate).one(txn.reader()).await?;
    let before = catering_takings::Entity::find()
        .filter(Column::EstablishmentCode.eq(found.code.as_str()))
        .filter(Column::Year.eq(year))
        .filter(Column::Month.eq(month))
        .filter(Column::ReplacedAt.is_null())
        .one(txn.reader())
        .await?;
    let mut entries = Vec::new();
    if let Some(before) = before {
        entries = ledger::reversal(txn, before.id).await?;
        let mut row = before.clone().into_active_model();
        row.replaced_at = Set(Some(txn.recorded_at()));
        txn.update(before, row).await?;
    }
    let row = catering_takings::ActiveModel {
        id: Set(new_id()),
        establishment_code: Set(found.code),
        region_code: Set(found.region_code),
        year: Set(year),
        month: Set(month),
        amount_fen: Set(amount),
        recorded_at: Set(txn.recorded_at()),
        recorded_by: Set(actor.account_id),
        replaced_at: Set(None),
    };
    let takings = txn.insert(row).await?;
    entries.extend(entry(&takings));
    ledger::record(txn, entries).await?;
    Ok(takings)
}

fn check_month(year: i32, month: i32, today: Day) -> Result<()> {
    check_year(year, today, "year")?;
    let latest = if year == today.year() { today.month() } else { 12 };
    if u32::try_from(month).is_ok_and(|month| (1..=latest).contains(&month)) {
        return Ok(());
    }
    let mut problem = Problem::new("应为 1 至 12", "expected 1 to 12");
    if latest < 12 {
        problem.zh.push_str(&format!("，{year} 年目前为 1 至 {latest}"));
        problem.en.push_str(&format!("; for {year}, 1 to {latest} so far"));
    }
    Err(Error::invalid("month", problem))
}

/// The ledger entry of takings. They are booked on the first day of their month.
pub fn entry(takings: &catering_takings::Model) -> Option<Entry> {
    let day = Day::from_ymd_opt(takings.year, u32::try_from(takings.month).ok()?, 1)?;
    Some(Entry {
        facets: Facets {
            establishment_code: Some(takings.establishment_code.clone()),
            ..Facets::new(EntryKind::Catering, day, takings.region_code.clone())
        },
        amounts: Amounts { amount: takings.amount_fen, items: 1, records: 1, ..Amounts::default() },
        source: Source { kind: SourceKind::CateringTakings, id: takings.id },
    })
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
