//! Honours: landmark dish, famous snack, county-level heritage projects.

use sea_orm::{
    ActiveValue::Set, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, sea_query::LockType,
};

use crate::{
    MOST_LISTED, code_taken, not_in_the_future,
    registers::regions,
    registers::undertakings::{NewUndertaking, UndertakingPatch, check_last_day, lasting, record_days},
    unknown, unless_taken,
};
use store::{
    Reader, Txn,
    entity::{in_subtree, registers::region, tourism::honour},
    error::Result,
    ledger::{self, Entry, Source},
};
use types::{Actor, HonourKind, RegionCode, SourceKind, new_id};

/// All honours, or those of a region and below it, ordered by code, at most 1,000.
pub async fn list(connection: &Reader, region_code: Option<RegionCode>) -> Result<Vec<honour::Model>> {
    let mut query = honour::Entity::find();
    if let Some(code) = region_code {
        let region = regions::get(connection, &code, "regionCode").await?;
        query = query.filter(in_subtree(honour::Column::RegionCode, &region.code));
    }
    Ok(query.order_by_asc(honour::Column::Code).limit(MOST_LISTED).all(connection).await?)
}

/// The region of a new honour, which must be one of the actor's.
pub async fn to_add(txn: &Txn, actor: &Actor, region_code: RegionCode) -> Result<region::Model> {
    regions::get_within(txn, &actor.scope(), &region_code, "regionCode").await
}

/// Adds an honour. It counts from the day of its award.
pub async fn add(
    txn: &Txn,
    _: &Actor,
    region: region::Model,
    (kind, fields): (HonourKind, NewUndertaking),
) -> Result<honour::Model> {
    let NewUndertaking { code, name, from } = fields;
    not_in_the_future(from, txn.today(), "awardedOn")?;
    let row = honour::ActiveModel {
        code: Set(code.clone()),
        id: Set(new_id()),
        kind: Set(kind),
        name: Set(name.0),
        region_code: Set(region.code),
        awarded_on: Set(from),
        ended_on: Set(None),
    };
    let honour = unless_taken(txn.insert(row).await, || code_taken(&code))?;
    record_days(txn, source_of(&honour), honour.awarded_on, honour.ended_on).await?;
    ledger::record(txn, entries(&honour)).await?;
    Ok(honour)
}

/// The honour to change. Its region must be one of the actor's.
pub async fn to_update(txn: &Txn, actor: &Actor, code: String) -> Result<honour::Model> {
    let found = match types::identifier(&code) {
        Ok(code) => honour::Entity::find_by_id(code).lock(LockType::NoKeyUpdate).one(txn.reader()).await?,
        Err(_) => None,
    };
    let honour = found.ok_or_else(|| unknown("code", "荣誉", "honour"))?;
    regions::require(&actor.scope(), &honour.region_code)?;
    Ok(honour)
}

/// Renames an honour, ends it from a day on, or revokes its end.
pub async fn update(txn: &Txn, _: &Actor, honour: honour::Model, fields: UndertakingPatch) -> Result<honour::Model> {
    let UndertakingPatch { name, until } = fields;
    let awarded_on = honour.awarded_on;
    let mut row = honour.clone().into_active_model();
    if let Some(name) = name {
        row.name = Set(name.0);
    }
    if let Some(until) = until {
        check_last_day(awarded_on, until, txn.today(), "endedOn")?;
        row.ended_on = Set(until);
    }
    let ended_before = honour.ended_on;
    let honour = txn.update(honour, row).await?;
    let mut changes = ledger::reversal(txn, honour.id).await?;
    if honour.ended_on != ended_before {
        record_days(txn, source_of(&honour), honour.awarded_on, honour.ended_on).await?;
    }
    changes.extend(entries(&honour));
    ledger::record(txn, changes).await?;
    Ok(honour)
}

fn source_of(honour: &honour::Model) -> Source {
    Source { kind: SourceKind::Honour, id: honour.id }
}

/// The ledger entries of an honour, which counts from its award until it ends.
pub fn entries(honour: &honour::Model) -> Vec<Entry> {
    lasting(honour.kind.into(), source_of(honour), &honour.region_code, honour.awarded_on, honour.ended_on)
}
