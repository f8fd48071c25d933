//! Festivals: the editions of a region's festival.

use chrono::Duration;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, sea_query::LockType,
};
use uuid::Uuid;

use super::{MOST_LISTED, regions, unknown, unless_taken};
use crate::{
    db::{
        Txn,
        ledger::{self, Amounts, Entry, Facets, Source},
    },
    entity::{festival, in_subtree},
    error::{Error, Result},
    types::{Actor, Day, EntryKind, Name, Problem, RegionCode, SourceKind},
};

/// The longest festival.
const MOST_DAYS: i64 = 366;
/// How far ahead a festival may be announced.
const MOST_DAYS_AHEAD: i64 = 731;

/// What an edition is called and when it is.
#[derive(Debug, Clone, serde::Serialize)]
pub struct FestivalFields {
    /// Name.
    pub name: Name,
    /// First day.
    pub starts_on: Day,
    /// Last day.
    pub ends_on: Day,
}

/// All editions, or those of a region and below, newest first, at most 1,000.
pub async fn list(connection: &impl ConnectionTrait, region_code: Option<RegionCode>) -> Result<Vec<festival::Model>> {
    let mut query = festival::Entity::find();
    if let Some(code) = region_code {
        let region = regions::known(connection, &code, "regionCode").await?;
        query = query.filter(in_subtree(festival::Column::RegionCode, &region.code));
    }
    Ok(query.order_by_desc(festival::Column::StartsOn).order_by_asc(festival::Column::Id).limit(MOST_LISTED).all(connection).await?)
}

/// Adds an edition. It may be announced before it takes place; it counts from its first day on.
pub async fn add(txn: &Txn, actor: &Actor, region_code: RegionCode, fields: Result<(i32, FestivalFields)>) -> Result<festival::Model> {
    let region = regions::known_within(txn, &actor.scope(), &region_code, "regionCode").await?;
    let (edition, fields) = fields?;
    check(&fields, txn.today())?;
    if !(1..=1000).contains(&edition) {
        return Err(Error::invalid("edition", Problem::new("应为 1 至 1000", "expected 1 to 1000")));
    }
    let FestivalFields { name, starts_on, ends_on } = fields;
    let row = festival::ActiveModel {
        id: Set(Uuid::now_v7()),
        region_code: Set(region.code),
        edition: Set(edition),
        name: Set(name.0),
        starts_on: Set(starts_on),
        ends_on: Set(ends_on),
    };
    let taken = || {
        let problem = Problem::new(format!("已有第 {edition} 届"), format!("edition {edition} exists already"));
        Error::invalid("edition", problem)
    };
    let festival = unless_taken(txn.insert(row).await, taken)?;
    ledger::record(txn, vec![entry(&festival)]).await?;
    Ok(festival)
}

/// Corrects an edition's name or days.
pub async fn update(
    txn: &Txn,
    actor: &Actor,
    region_code: RegionCode,
    edition: i32,
    fields: Result<FestivalFields>,
) -> Result<festival::Model> {
    let region = regions::known_within(txn, &actor.scope(), &region_code, "regionCode").await?;
    let found = edition_of(txn, &region.code, edition).await?.ok_or_else(|| unknown("edition", "届次", "edition"))?;
    let fields = fields?;
    check(&fields, txn.today())?;
    let FestivalFields { name, starts_on, ends_on } = fields;
    let mut row = found.clone().into_active_model();
    row.name = Set(name.0);
    row.starts_on = Set(starts_on);
    row.ends_on = Set(ends_on);
    let festival = txn.update(found, row).await?;
    let mut entries = ledger::reversal(txn, festival.id).await?;
    entries.push(entry(&festival));
    ledger::record(txn, entries).await?;
    Ok(festival)
}

async fn edition_of(txn: &Txn, region: &RegionCode, edition: i32) -> Result<Option<festival::Model>> {
    let query = festival::Entity::find().filter(festival::Column::RegionCode.eq(region.clone()));
    // Held, because the entries of an edition are taken back and made anew.
    Ok(query.filter(festival::Column::Edition.eq(edition)).lock(LockType::NoKeyUpdate).one(txn).await?)
}

fn check(fields: &FestivalFields, today: Day) -> Result<()> {
    let latest = today + Duration::days(MOST_DAYS_AHEAD);
    if fields.starts_on > latest {
        let problem = Problem::new(format!("不得晚于 {latest}"), format!("must not lie after {latest}"));
        return Err(Error::invalid("startsOn", problem));
    }
    if fields.ends_on < fields.starts_on || (fields.ends_on - fields.starts_on).num_days() >= MOST_DAYS {
        let problem = Problem::new(
            format!("不得早于首日，且不超过 {MOST_DAYS} 天"),
            format!("must not lie before the first day, and at most {MOST_DAYS} days are allowed"),
        );
        return Err(Error::invalid("endsOn", problem));
    }
    Ok(())
}

/// An edition counts from its first day on.
pub fn entry(festival: &festival::Model) -> Entry {
    Entry {
        facets: Facets::new(EntryKind::Festival, festival.starts_on, festival.region_code.clone()),
        amounts: Amounts { items: 1, records: 1, ..Amounts::default() },
        source: Source { kind: SourceKind::Festival, id: festival.id },
    }
}
