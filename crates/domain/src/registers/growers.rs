//! Growers: who works plots.

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
        registers::{grower, plot},
    },
    error::{Error, Result},
    page::{Page, PageRequest, filter_some, page},
};
use types::{Actor, Day, EntryKind, GrowerKind, Name, Phone, RegionCode, RegionLevel, Scope};

/// What a clerk writes down of a grower that is new.
#[derive(Debug, Clone)]
pub struct NewGrower {
    /// Full name.
    pub name: Name,
    /// What the public sees of it, where it chose one.
    pub display_name: Option<Name>,
    /// Kind of holding.
    pub kind: GrowerKind,
    /// Telephone number.
    pub phone: Option<Phone>,
}

/// Which growers are wanted.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Those visible in a region and below.
    pub region_code: Option<RegionCode>,
    /// Those of a kind.
    pub kind: Option<GrowerKind>,
    /// Those whose name holds this text.
    pub name_contains: Option<String>,
    /// Those with a plot of a variety in use.
    pub variety_code: Option<String>,
}

fn not_found(field: &str) -> Error {
    Error::not_found(field, "种植户", "grower")
}

/// The grower that a field names by its id, NOT_FOUND outside the scope.
pub async fn get(connection: &Reader, scope: &Scope, id: Uuid, today: Day, field: &str) -> Result<grower::Model> {
    let found = grower::Entity::visible_to(scope, today).filter(grower::Column::Id.eq(id)).one(connection).await?;
    found.ok_or_else(|| not_found(field))
}

/// The grower that a field names by its id, held until the transaction ends: its plots and what is counted of them
/// change one after another.
pub async fn hold(txn: &Txn, scope: &Scope, id: Uuid, field: &str) -> Result<grower::Model> {
    let found = grower::Entity::visible_to(scope, txn.today())
        .filter(grower::Column::Id.eq(id))
        .lock(LockType::NoKeyUpdate)
        .one(txn.reader())
        .await?;
    let grower = found.ok_or_else(|| not_found(field))?;
    // What is recorded of it next follows from what its plots have in the ledger.
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

/// A page of growers in the order of their registration.
pub async fn list(
    connection: &Reader,
    scope: &Scope,
    filter: Filter,
    request: &PageRequest,
    today: Day,
) -> Result<Page<grower::Model>> {
    let Filter { region_code, kind, name_contains, variety_code } = filter;
    let mut query = grower::Entity::in_order(scope, today);
    if let Some(code) = &region_code {
        regions::get(connection, code, "filter.regionCode").await?;
        // A plot that the reader does not see places nobody.
        let there = grower::Entity::in_order(&scope.within(code), today);
        query = match scope {
            Scope::Grower(own) => there.filter(grower::Column::Id.eq(*own)),
            Scope::Everything | Scope::Subtree(_) | Scope::Nothing => there,
        };
    }
    let has_variety = variety_code.is_some();
    if let Some(code) = variety_code {
        varieties::get(connection, &code, "filter.varietyCode").await?;
        let mut growing = plot::Entity::in_use_on(today).filter(plot::Column::VarietyCode.eq(code));
        if let Scope::Subtree(region) = scope {
            growing = growing.filter(in_subtree_in_order(plot::Column::RegionCode, region));
        }
        query = query
            .filter(grower::Column::Id.in_subquery(growing.select_only().column(plot::Column::GrowerId).into_query()));
    }
    let unindexed = [
        ("filter.kind", kind.is_some()),
        ("filter.nameContains", name_contains.is_some()),
        ("filter.varietyCode", has_variety),
    ];
    regions::require_reach(scope, region_code.as_ref(), RegionLevel::Township, &unindexed)?;
    let query = filter_some(query, kind, |kind| grower::Column::Kind.eq(kind));
    let query = filter_some(query, name_contains, |text| regions::contains(grower::Column::Name, &text));
    page(connection, query, &[grower::Column::Id], Order::Asc, request).await
}

/// Of these growers, those that have a plot in use in a region. It decides who, outside a grower's own region, may read
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

/// What the public sees of a grower's name: the one it chose, or the whole name of a company or cooperative. None for a
/// person who chose none: they go by their community.
pub fn public_name(grower: &grower::Model) -> Option<&str> {
    let chosen = grower.display_name.as_deref();
    chosen.or_else(|| (!grower.kind.is_person()).then_some(grower.name.as_str()))
}

/// Registers a grower in a region.
pub async fn register(
    txn: &Txn,
    actor: &Actor,
    region_code: RegionCode,
    fields: Result<NewGrower>,
) -> Result<grower::Model> {
    let region = regions::get_within(txn, &actor.scope(), &region_code, "regionCode").await?;
    let NewGrower { name, display_name, kind, phone } = fields?;
    let row = grower::ActiveModel {
        id: Set(Uuid::now_v7()),
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
