//! Growers: the people and businesses that work plots.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::LockType,
};
use uuid::Uuid;

use super::{regions, varieties};
use store::{
    Reader, Txn, audit,
    entity::{
        figures::ledger_entry,
        in_subtree, in_subtree_in_order,
        registers::{grower, plot, region},
    },
    error::{Error, Result},
    page::{Page, PageRequest, filter_some, page},
};
use types::{Actor, Day, EntryKind, Folded, GrowerKind, Name, Phone, RegionCode, RegionLevel, Scope, new_id};

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
    let Filter { region_code, kind, name_contains, variety_code, phone } = filter;
    let mut query = grower::Entity::in_order(scope, today);
    if let Some(code) = &region_code {
        regions::get(connection, code, "filter.regionCode").await?;
        // A plot that the reader may not see does not place its grower in the region.
        let there = grower::Entity::in_order(&scope.within(code), today);
        query = match scope {
            Scope::Grower(own) => there.filter(grower::Column::Id.eq(*own)),
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
    let unindexed = [
        ("filter.kind", kind.is_some()),
        ("filter.nameContains", name_contains.is_some()),
        ("filter.varietyCode", variety_code.is_some()),
        ("filter.phone", phone.is_some()),
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
/// its name.
pub async fn working_in(connection: &Reader, growers: &[Uuid], region: &RegionCode, today: Day) -> Result<Vec<Uuid>> {
    let query = plot::Entity::in_use_on(today)
        .select_only()
        .column(plot::Column::GrowerId)
        .distinct()
        .filter(plot::Column::GrowerId.is_in(growers.iter().copied()))
        .filter(in_subtree(plot::Column::RegionCode, region));
    Ok(query.into_tuple().all(connection).await?)
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
        audit_salt: Set(audit::salt()),
    };
    Ok(txn.insert(row).await?)
}
