//! Festivals: the editions of a region's festival.

use chrono::Duration;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{ExprTrait, LockType},
};
use uuid::Uuid;

use crate::{MOST_LISTED, registers::regions, unknown, unless_taken, voiding};
use store::{
    Reader, Txn,
    entity::{
        in_subtree,
        registers::region,
        tourism::{festival, festival_days},
    },
    error::{Error, Result},
    ledger::{self, Amounts, Entry, Facets, Source},
    page::filter_some,
};
use types::{
    Actor, Day, DaySpan, EntryKind, Name, Problem, Reason, RegionCode, RegionLevel, SourceKind, Timestamp, new_id,
};

/// The greatest length of a festival, in days.
const MOST_DAYS: i64 = 366;
/// How far ahead a festival may be announced, in days.
const MOST_DAYS_AHEAD: i64 = 731;

/// The name and the days of an edition.
#[derive(Debug, Clone)]
pub struct FestivalFields {
    /// Name.
    pub name: Name,
    /// First day.
    pub starts_on: Day,
    /// Last day.
    pub ends_on: Day,
}

/// All editions, or those of a region and below it, newest first, at most 1,000. Voided ones on request alone.
pub async fn list(
    connection: &Reader,
    region_code: Option<RegionCode>,
    with_voided: bool,
) -> Result<Vec<festival::Model>> {
    let mut query = festival::Entity::find();
    if !with_voided {
        query = query.filter(festival::Column::VoidedAt.is_null());
    }
    if let Some(code) = region_code {
        let region = regions::get(connection, &code, "regionCode").await?;
        query = query.filter(in_subtree(festival::Column::RegionCode, &region.code));
    }
    Ok(query
        .order_by_desc(festival::Column::StartsOn)
        .order_by_asc(festival::Column::Id)
        .limit(MOST_LISTED)
        .all(connection)
        .await?)
}

/// The region of a new edition, which must be one of the actor's, and the number of the edition.
pub async fn to_add(
    txn: &Txn,
    actor: &Actor,
    (region_code, edition): (RegionCode, i32),
) -> Result<(region::Model, i32)> {
    Ok((regions::get_within(txn, &actor.scope(), &region_code, "regionCode").await?, edition))
}

/// Adds an edition. It may be announced in advance. It counts from its first day on. INVALID_INPUT on the days that it
/// shares with another edition of the region.
pub async fn add(
    txn: &Txn,
    _: &Actor,
    (region, edition): (region::Model, i32),
    fields: FestivalFields,
) -> Result<festival::Model> {
    check(&fields, txn.today())?;
    if !(1..=1000).contains(&edition) {
        return Err(Error::invalid("edition", Problem::new("应为 1 至 1000", "expected 1 to 1000")));
    }
    lock_region(txn, &region.code).await?;
    if edition_of(&region.code, edition).one(txn.reader()).await?.is_none() {
        check_free(txn, &region.code, edition, &fields).await?;
    }
    let FestivalFields { name, starts_on, ends_on } = fields;
    let row = festival::ActiveModel {
        id: Set(new_id()),
        region_code: Set(region.code),
        edition: Set(edition),
        name: Set(name.0),
        starts_on: Set(starts_on),
        ends_on: Set(ends_on),
        voided_at: Set(None),
        void_reason: Set(None),
        voided_by: Set(None),
    };
    let taken = || {
        let problem = Problem::new(format!("已有第 {edition} 届"), format!("edition {edition} exists already"));
        Error::invalid("edition", problem)
    };
    let festival = unless_taken(txn.insert(row).await, taken)?;
    add_days(txn, &festival).await?;
    ledger::record(txn, vec![entry(&festival)]).await?;
    Ok(festival)
}

/// The edition to correct. Its region must be one of the actor's.
pub async fn to_update(txn: &Txn, actor: &Actor, (region_code, edition): (RegionCode, i32)) -> Result<festival::Model> {
    let region = regions::get_within(txn, &actor.scope(), &region_code, "regionCode").await?;
    lock_region(txn, &region.code).await?;
    // Locked, because the entries of the edition are reversed and recorded again.
    let edition = edition_of(&region.code, edition).lock(LockType::NoKeyUpdate).one(txn.reader()).await?;
    edition.ok_or_else(no_such_edition)
}

/// Corrects the name or the days of an edition. INVALID_INPUT on the days that it would share with another edition of
/// the region.
pub async fn update(txn: &Txn, _: &Actor, found: festival::Model, fields: FestivalFields) -> Result<festival::Model> {
    check(&fields, txn.today())?;
    if (found.starts_on, found.ends_on) != (fields.starts_on, fields.ends_on) {
        check_free(txn, &found.region_code, found.edition, &fields).await?;
    }
    let FestivalFields { name, starts_on, ends_on } = fields;
    let mut entries = ledger::reversal(txn, found.id).await?;
    if let Some(newest) = days(txn, found.id, None).await? {
        txn.stamp_after(newest.recorded_at);
    }
    let has_moved = (found.starts_on, found.ends_on) != (starts_on, ends_on);
    let mut row = found.clone().into_active_model();
    row.name = Set(name.0);
    row.starts_on = Set(starts_on);
    row.ends_on = Set(ends_on);
    let festival = txn.update(found, row).await?;
    if has_moved {
        add_days(txn, &festival).await?;
    }
    entries.push(entry(&festival));
    ledger::record(txn, entries).await?;
    Ok(festival)
}

/// The edition to void, or the last one of its number that was voided. Its region must be one of the actor's.
pub async fn to_void(txn: &Txn, actor: &Actor, (region_code, edition): (RegionCode, i32)) -> Result<festival::Model> {
    let region = regions::get_within(txn, &actor.scope(), &region_code, "regionCode").await?;
    lock_region(txn, &region.code).await?;
    if let Some(in_force) = edition_of(&region.code, edition).lock(LockType::NoKeyUpdate).one(txn.reader()).await? {
        return Ok(in_force);
    }
    let voided = editions_of(&region.code, edition).order_by_desc(festival::Column::VoidedAt);
    voided.one(txn.reader()).await?.ok_or_else(no_such_edition)
}

/// Voids an edition that was entered by mistake. It counts no more, and its number and its days are free again.
/// CONFLICT if it is voided already.
pub async fn void(txn: &Txn, actor: &Actor, found: festival::Model, reason: Reason) -> Result<festival::Model> {
    voiding::check_not_voided(&found)?;
    let entries = ledger::reversal(txn, found.id).await?;
    let festival = voiding::void(txn, actor, found, reason).await?;
    ledger::record(txn, entries).await?;
    Ok(festival)
}

/// Every edition with this number, also voided ones.
fn editions_of(region: &RegionCode, edition: i32) -> Select<festival::Entity> {
    let of_region = festival::Entity::find().filter(festival::Column::RegionCode.eq(region.clone()));
    of_region.filter(festival::Column::Edition.eq(edition))
}

fn edition_of(region: &RegionCode, edition: i32) -> Select<festival::Entity> {
    editions_of(region, edition).filter(festival::Column::VoidedAt.is_null())
}

/// Locks a region, so that of two editions at once the second sees the days of the first.
async fn lock_region(txn: &Txn, region: &RegionCode) -> Result<()> {
    region::Entity::find_by_id(region.clone()).lock(LockType::NoKeyUpdate).one(txn.reader()).await?;
    Ok(())
}

/// INVALID_INPUT on `startsOn`, or on `endsOn` if the edition begins before the other one, if it shares days with
/// another edition of the region.
async fn check_free(txn: &Txn, region: &RegionCode, edition: i32, fields: &FestivalFields) -> Result<()> {
    use festival::Column;
    let other = festival::Entity::find()
        .filter(Column::RegionCode.eq(region.clone()))
        .filter(Column::Edition.ne(edition))
        .filter(Column::VoidedAt.is_null())
        .filter(Column::StartsOn.lte(fields.ends_on))
        .filter(Column::EndsOn.gte(fields.starts_on))
        .order_by_asc(Column::StartsOn);
    let Some(festival::Model { edition, starts_on, ends_on, .. }) = other.one(txn.reader()).await? else {
        return Ok(());
    };
    let field = if fields.starts_on < starts_on { "endsOn" } else { "startsOn" };
    let problem = Problem::new(
        format!("与第 {edition} 届（{starts_on} 至 {ends_on}）重叠"),
        format!("overlaps with edition {edition}, from {starts_on} to {ends_on}"),
    );
    Err(Error::invalid(field, problem))
}

fn no_such_edition() -> Error {
    unknown("edition", "届次", "edition")
}

/// Whether an edition that a region holds is one of those that another region counts: its own and, from a county on,
/// those of the towns in it.
pub(crate) fn is_counted_in(held_by: &RegionCode, region: &RegionCode) -> bool {
    match region.level() {
        Some(RegionLevel::Village | RegionLevel::Township) => held_by == region,
        _ => held_by.level() == Some(RegionLevel::Township),
    }
}

/// An edition of a region's festival, with its days as known at an instant. INVALID_INPUT on `edition` if there was
/// none.
pub(crate) async fn get_at(
    connection: &Reader,
    region: &RegionCode,
    edition: i32,
    as_of: Timestamp,
) -> Result<(festival::Model, DaySpan)> {
    use festival::Column;
    let held = Column::VoidedAt.is_null().or(Column::VoidedAt.gt(as_of));
    let held = editions_of(region, edition).filter(held).order_by_asc(Column::VoidedAt).order_by_asc(Column::Id);
    for festival in held.all(connection).await? {
        if let Some(days) = days(connection, festival.id, Some(as_of)).await? {
            return Ok((festival, DaySpan { from: days.starts_on, to: days.ends_on }));
        }
    }
    Err(no_such_edition())
}

/// The days of an edition as known now, or at an instant.
async fn days(connection: &Reader, festival: Uuid, as_of: Option<Timestamp>) -> Result<Option<festival_days::Model>> {
    use festival_days::Column;
    let of_edition = festival_days::Entity::find().filter(Column::FestivalId.eq(festival));
    let known = filter_some(of_edition, as_of, |instant| Column::RecordedAt.lte(instant));
    Ok(known.order_by_desc(Column::RecordedAt).order_by_desc(Column::Id).one(connection).await?)
}

/// Records the days of an edition, as known from now on.
async fn add_days(txn: &Txn, festival: &festival::Model) -> Result<()> {
    let row = festival_days::ActiveModel {
        id: Set(new_id()),
        festival_id: Set(festival.id),
        starts_on: Set(festival.starts_on),
        ends_on: Set(festival.ends_on),
        recorded_at: Set(txn.recorded_at()),
    };
    txn.insert(row).await?;
    Ok(())
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

/// The ledger entry of an edition, which counts from its first day on.
pub fn entry(festival: &festival::Model) -> Entry {
    Entry {
        facets: Facets::new(EntryKind::Festival, festival.starts_on, festival.region_code.clone()),
        amounts: Amounts { items: 1, records: 1, ..Amounts::default() },
        source: Source { kind: SourceKind::Festival, id: festival.id },
    }
}
