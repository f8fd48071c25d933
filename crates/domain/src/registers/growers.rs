//! Growers: the people and businesses that work plots.

use std::collections::{BTreeSet, HashMap};

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, LockType},
};
use uuid::Uuid;

use super::{regions, varieties};
use store::{
    Reader, Txn, audit,
    entity::{
        figures::ledger_entry,
        in_subtree, in_subtree_in_order, of_growers,
        registers::{grower, plot, region},
    },
    error::{Error, Result},
    page::{Page, PageRequest, filter_some, page},
};
use types::{Actor, Day, EntryKind, Folded, GrowerKind, Name, Phone, Problem, RegionCode, RegionLevel, Scope, new_id};

/// The fields of a new grower.
#[derive(Debug, Clone)]
pub struct NewGrower {
    /// Full name.
    pub name: Name,
    /// Public name, if it chose one.
    pub display_name: Option<Name>,
    /// Kind of holding.
    pub kind: GrowerKind,
    /// Telephone number.
    pub phone: Option<Phone>,
}

/// Filter for a list of growers.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only growers visible in this region or below it.
    pub region_code: Option<RegionCode>,
    /// Only growers of this kind.
    pub kind: Option<GrowerKind>,
    /// Only growers whose name contains this text.
    pub name_contains: Option<Folded>,
    /// Only growers with a plot of this variety in use.
    pub variety_code: Option<String>,
    /// Only growers with this telephone number.
    pub phone: Option<Phone>,
    /// Only growers that were merged into another one. Otherwise only the others.
    pub merged: bool,
}

fn not_found(field: &str) -> Error {
    Error::not_found(field, "种植户", "grower")
}

/// The grower with this id. NOT_FOUND outside the scope, on the field that names it.
pub async fn get(connection: &Reader, scope: &Scope, id: Uuid, today: Day, field: &str) -> Result<grower::Model> {
    let found = grower::Entity::visible_to(scope, today).filter(grower::Column::Id.eq(id)).one(connection).await?;
    found.ok_or_else(|| not_found(field))
}

/// Loads the grower with this id and locks it until the transaction ends, so that changes to its plots, and to the
/// figures derived from them, happen one after another.
pub async fn lock(txn: &Txn, scope: &Scope, id: Uuid, field: &str) -> Result<grower::Model> {
    let found = grower::Entity::visible_to(scope, txn.today())
        .filter(grower::Column::Id.eq(id))
        .lock(LockType::NoKeyUpdate)
        .one(txn.reader())
        .await?;
    let grower = found.ok_or_else(|| not_found(field))?;
    // What is recorded of this grower next depends on the ledger entries of its plots.
    let newest = ledger_entry::Entity::find()
        .filter(ledger_entry::Column::GrowerId.eq(grower.id))
        .filter(ledger_entry::Column::Kind.is_in([EntryKind::Area, EntryKind::Growers]))
        .order_by_desc(ledger_entry::Column::RecordedAt)
        .one(txn.reader())
        .await?;
    if let Some(newest) = newest {
        txn.stamp_after(newest.recorded_at);
    }
    Ok(grower)
}

/// A page of growers in order of registration.
pub async fn list(
    connection: &Reader,
    scope: &Scope,
    filter: Filter,
    request: &PageRequest,
    today: Day,
) -> Result<Page<grower::Model>> {
    let Filter { region_code, kind, name_contains, variety_code, phone, merged } = filter;
    let mut query = grower::Entity::in_order(scope, today);
    if let Some(code) = &region_code {
        regions::get(connection, code, "filter.regionCode").await?;
        // A plot that the reader may not see does not place its grower in the region.
        let there = grower::Entity::in_order(&scope.within(code), today);
        query = match scope {
            Scope::Grower(own) => there.filter(of_growers(grower::Column::Id, own)),
            Scope::Everything | Scope::Subtree(_) | Scope::Nothing => there,
        };
    }
    if let Some(code) = &variety_code {
        let mut growing = plot::Entity::in_use_on(today).filter(plot::Column::VarietyCode.eq(code.as_str()));
        if let Scope::Subtree(region) = scope {
            growing = growing.filter(in_subtree_in_order(plot::Column::RegionCode, region));
        }
        query = query
            .filter(grower::Column::Id.in_subquery(growing.select_only().column(plot::Column::GrowerId).into_query()));
    }
    query = query.filter(if merged {
        grower::Column::MergedInto.is_not_null()
    } else {
        grower::Column::MergedInto.is_null()
    });
    let unindexed = [
        ("filter.kind", kind.is_some()),
        ("filter.nameContains", name_contains.is_some()),
        ("filter.varietyCode", variety_code.is_some()),
        ("filter.phone", phone.is_some()),
        ("filter.merged", merged),
    ];
    regions::require_reach(scope, region_code.as_ref(), RegionLevel::Township, &unindexed)?;
    let query = filter_some(query, kind, |kind| grower::Column::Kind.eq(kind));
    let query = filter_some(query, phone, |phone| grower::Column::Phone.eq(phone.0));
    let query = filter_some(query, name_contains, |text| regions::contains(grower::Column::NameFolded, &text));
    let found = page(connection, query, &[grower::Column::Id], Order::Asc, request).await?;
    // What plots name exists. So only a variety without any may be unknown.
    if let (true, Some(code)) = (found.rows.is_empty(), &variety_code) {
        varieties::get(connection, code, "filter.varietyCode").await?;
    }
    Ok(found)
}

/// Those of these growers that have a plot in use in a region. It decides who outside a grower's own region may read
/// its name. Of a grower that was merged, it is the plots of the one that stands for it.
pub async fn working_in(connection: &Reader, growers: &[Uuid], region: &RegionCode, today: Day) -> Result<Vec<Uuid>> {
    let working = plot::Entity::in_use_on(today)
        .select_only()
        .column(plot::Column::GrowerId)
        .filter(in_subtree(plot::Column::RegionCode, region))
        .filter(Expr::col((plot::Entity, plot::Column::GrowerId)).eq(grower::standing()));
    let query = grower::Entity::find()
        .select_only()
        .column(grower::Column::Id)
        .filter(grower::Column::Id.is_in(growers.iter().copied()))
        .filter(Expr::exists(working.into_query()));
    Ok(query.into_tuple().all(connection).await?)
}

/// All ids under which each of these growers is recorded: several where growers were merged.
pub async fn ids(connection: &Reader, growers: &[Uuid]) -> Result<HashMap<Uuid, Vec<Uuid>>> {
    use grower::Column;
    let mut ids: HashMap<Uuid, Vec<Uuid>> = growers.iter().map(|id| (*id, vec![*id])).collect();
    let merged = |which: Condition| {
        let merged = grower::Entity::find().filter(Column::MergedInto.is_not_null()).filter(which);
        merged
            .select_only()
            .columns([Column::Id, Column::MergedInto])
            .order_by_asc(Column::Id)
            .into_tuple::<(Uuid, Uuid)>()
    };
    let (named, named_too) =
        (Column::Id.is_in(growers.iter().copied()), Column::MergedInto.is_in(growers.iter().copied()));
    let concerned = merged(Condition::any().add(named).add(named_too)).all(connection).await?;
    if concerned.is_empty() {
        return Ok(ids);
    }
    let standing: BTreeSet<Uuid> = concerned.iter().map(|(_, into)| *into).collect();
    let mut same: HashMap<Uuid, Vec<Uuid>> = standing.iter().map(|id| (*id, vec![*id])).collect();
    for (id, into) in merged(Condition::all().add(Column::MergedInto.is_in(standing))).all(connection).await? {
        same.entry(into).or_default().push(id);
    }
    for same in same.values() {
        for id in same {
            if let Some(ids) = ids.get_mut(id) {
                ids.clone_from(same);
            }
        }
    }
    Ok(ids)
}

/// All ids under which the grower with this id is recorded. NOT_FOUND outside the scope, on the field that names it.
pub async fn ids_of(connection: &Reader, scope: &Scope, id: Uuid, today: Day, field: &str) -> Result<Vec<Uuid>> {
    let grower = get(connection, scope, id, today, field).await?;
    Ok(ids(connection, &[grower.id]).await?.remove(&grower.id).unwrap_or_default())
}

/// INVALID_INPUT on the field `growerId` unless a lot of the grower with this id is this one's.
pub(crate) async fn check_of(connection: &Reader, grower: Option<&grower::Model>, id: Uuid) -> Result<()> {
    match grower {
        Some(grower) if !is_of(connection, grower, id).await? => {
            Err(Error::invalid("growerId", Problem::new("与采收批次的种植户不符", "the lot is another grower's")))
        }
        _ => Ok(()),
    }
}

/// Whether a record of the grower with this id is one of this grower: they are the same one, or were merged.
pub(crate) async fn is_of(connection: &Reader, grower: &grower::Model, id: Uuid) -> Result<bool> {
    if grower.id == id {
        return Ok(true);
    }
    let other = grower::Entity::find_by_id(id).one(connection).await?;
    Ok(other.is_some_and(|other| other.standing() == grower.standing()))
}

/// The grower that stands for a grower: another if it was merged into that, else itself.
pub async fn standing(connection: &Reader, grower: grower::Model) -> Result<grower::Model> {
    match grower.merged_into {
        None => Ok(grower),
        Some(id) => grower::Entity::find_by_id(id).one(connection).await?.ok_or_else(|| not_found("intoId")),
    }
}

/// CONFLICT, naming the other, if a grower was merged into another one. Nothing is recorded of it any more.
pub(crate) fn check_not_merged(grower: &grower::Model) -> Result<()> {
    match grower.merged_into {
        None => Ok(()),
        Some(into) => Err(Error::conflict(
            format!("该种植户已并入种植户 {into}，请改用后者"),
            format!("the grower was merged into grower {into}; name that one"),
        )),
    }
}

/// The most growers that are named as possibly the same.
const MOST_DUPLICATES: u64 = 5;

/// Growers that may be the same as this one: of the same name, with its telephone number or of its region. Only those
/// that the actor may name.
pub async fn possible_duplicates(
    connection: &Reader,
    actor: &Actor,
    grower: &grower::Model,
    today: Day,
) -> Result<Vec<grower::Model>> {
    use grower::Column;
    let phone = grower.phone.as_deref().map(|phone| Column::Phone.eq(phone));
    let alike = Condition::any().add(Column::RegionCode.eq(grower.region_code.clone())).add_option(phone);
    let query = grower::Entity::visible_to(&actor.township_scope(), today)
        .filter(Column::NameFolded.eq(grower.name_folded.clone()))
        .filter(Column::Id.ne(grower.id))
        .filter(Column::MergedInto.is_null())
        .filter(alike);
    Ok(query.order_by_asc(Column::Id).limit(MOST_DUPLICATES).all(connection).await?)
}

/// The public name of a grower: the one it chose, or the full name of a company or cooperative. None for a person who
/// chose no name. Such a person is shown by community only.
pub fn public_name(grower: &grower::Model) -> Option<&str> {
    let chosen = grower.display_name.as_deref();
    chosen.or_else(|| (!grower.kind.is_person()).then_some(grower.name.as_str()))
}

/// The region of a new grower, which must be one of the clerk's.
pub async fn to_register(txn: &Txn, actor: &Actor, region_code: RegionCode) -> Result<region::Model> {
    regions::get_within(txn, &actor.scope(), &region_code, "regionCode").await
}

/// Registers a grower in a region.
pub async fn register(txn: &Txn, _: &Actor, region: region::Model, fields: NewGrower) -> Result<grower::Model> {
    let NewGrower { name, display_name, kind, phone } = fields;
    let row = grower::ActiveModel {
        id: Set(new_id()),
        name_folded: Set(name.folded()),
        name: Set(name.0),
        display_name: Set(display_name.map(|name| name.0)),
        kind: Set(kind),
        region_code: Set(region.code),
        phone: Set(phone.map(|phone| phone.0)),
        registered_at: Set(txn.recorded_at()),
        merged_into: Set(None),
        merged_at: Set(None),
        merge_reason: Set(None),
        merged_by: Set(None),
        audit_salt: Set(audit::salt()),
    };
    Ok(txn.insert(row).await?)
}
