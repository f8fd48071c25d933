//! Harvest lots: the fruit of one plot, picked on one day.

use chrono::Datelike;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, Order, QueryFilter, QuerySelect, sea_query::LockType};
use uuid::Uuid;

use super::{holdings, pledges};
use crate::{
    check_in_use, check_year_within, not_in_the_future,
    registers::{growers, plot_terms, plots, regions, varieties},
    voiding,
};
use store::{
    Reader, Txn,
    entity::{
        certificates::certificate, harvest::harvest_lot, in_subtree, of_growers, plants::intake, presales::preorder,
        registers::plot, sales::sale, stock_adjustments::stock_adjustment,
    },
    error::{Error, Result},
    page::{Page, PageRequest, filter_some, page},
};
use types::{
    Actor, CodeKind, Day, FIRST_YEAR, Kilograms, PrintedCode, Reason, RegionCode, RegionLevel, Role, Scope, new_id,
    randomness, season_of_picking,
};

/// The fields of a new lot.
#[derive(Debug, Clone)]
pub struct Harvest {
    /// The day of picking.
    pub harvested_on: Day,
    /// The quantity picked.
    pub quantity: Kilograms,
    /// The season of the crop. If absent, the one whose harvest months are nearest to the day of picking.
    pub season: Option<i32>,
}

/// Filter for a list of lots. Both days are inclusive.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only lots picked in this region or below it.
    pub region_code: Option<RegionCode>,
    /// Only lots of this variety.
    pub variety_code: Option<String>,
    /// Only lots of this grower.
    pub grower_id: Option<Uuid>,
    /// Only lots picked on this day or later.
    pub harvested_from: Option<Day>,
    /// Only lots picked on this day or earlier.
    pub harvested_to: Option<Day>,
    /// Only lots with stock left, or only lots without.
    pub has_stock: Option<bool>,
}

fn not_found(field: &str) -> Error {
    Error::not_found(field, "采收批次", "harvest lot")
}

/// The scope in which an actor may find lots by code. A plant operator finds those of its township.
pub fn found_by(actor: &Actor) -> Scope {
    if actor.role == Role::PlantOperator { actor.township_scope() } else { actor.scope() }
}

/// The lot with this printed code or id. NOT_FOUND outside the scope.
pub async fn get_by_code(connection: &Reader, scope: &Scope, code: &str) -> Result<harvest_lot::Model> {
    if let Ok(id) = Uuid::parse_str(code) {
        return get(connection, scope, id, "code").await;
    }
    let code = PrintedCode::parse(CodeKind::HarvestLot, code).ok_or_else(|| not_found("code"))?;
    let found =
        harvest_lot::Entity::visible_to(scope).filter(harvest_lot::Column::Code.eq(code)).one(connection).await?;
    found.ok_or_else(|| not_found("code"))
}

/// The lot with this id. NOT_FOUND outside the scope, on the field that names it.
pub async fn get(connection: &Reader, scope: &Scope, id: Uuid, field: &str) -> Result<harvest_lot::Model> {
    let found = harvest_lot::Entity::visible_to(scope).filter(harvest_lot::Column::Id.eq(id)).one(connection).await?;
    found.ok_or_else(|| not_found(field))
}

/// A page of lots by day of picking, newest first. Voided lots are included.
pub async fn list(
    connection: &Reader,
    actor: &Actor,
    filter: Filter,
    request: &PageRequest,
    today: Day,
) -> Result<Page<harvest_lot::Model>> {
    use harvest_lot::Column;
    let Filter { region_code, variety_code, grower_id, harvested_from, harvested_to, has_stock } = filter;
    let scope = actor.scope();
    let of = match grower_id {
        Some(id) => Some(growers::ids_of(connection, &actor.township_scope(), id, today, "filter.growerId").await?),
        None => None,
    };
    if let Some(code) = &region_code {
        regions::get(connection, code, "filter.regionCode").await?;
    }
    let query = if of.is_some() {
        filter_some(harvest_lot::Entity::visible_to(&scope), region_code, |code| in_subtree(Column::RegionCode, &code))
    } else {
        let unindexed = [("filter.varietyCode", variety_code.is_some()), ("filter.hasStock", has_stock.is_some())];
        regions::require_reach(&scope, region_code.as_ref(), RegionLevel::Township, &unindexed)?;
        harvest_lot::Entity::in_order(&scope, region_code.as_ref())
    };
    let query = filter_some(query, variety_code.as_deref(), |code| Column::VarietyCode.eq(code));
    let query = filter_some(query, of, |ids| of_growers(Column::GrowerId, &ids));
    let query = filter_some(query, harvested_from, |day| Column::HarvestedOn.gte(day));
    let query = filter_some(query, harvested_to, |day| Column::HarvestedOn.lte(day));
    let query =
        filter_some(query, has_stock, |some| if some { Column::AvailableG.gt(0) } else { Column::AvailableG.eq(0) });
    let found = page(connection, query, &[Column::HarvestedOn, Column::Id], Order::Desc, request).await?;
    // What records name exists. So only a variety without any may be unknown.
    if let (true, Some(code)) = (found.rows.is_empty(), &variety_code) {
        varieties::get(connection, code, "filter.varietyCode").await?;
    }
    Ok(found)
}

/// The plot of a new lot. A clerk may name one of the clerk's region, a grower one of its own. It is locked, so that it
/// does not change its grower or variety while the lot is recorded.
pub async fn to_record(txn: &Txn, actor: &Actor, plot_id: Uuid) -> Result<plot::Model> {
    plots::lock(txn, &actor.scope(), plot_id, LockType::Share, "plotId").await
}

/// Records a lot of a plot. Variety and grower are those of the plot on the day of picking. INVALID_INPUT on `season`
/// if it is not the year of picking or one next to it. CONFLICT if the plot was not in use on that day, or was another
/// grower's.
pub async fn record(txn: &Txn, actor: &Actor, plot: plot::Model, fields: Harvest) -> Result<harvest_lot::Model> {
    let Harvest { harvested_on, quantity, season } = fields;
    not_in_the_future(harvested_on, txn.today(), "harvestedOn")?;
    if let Some(season) = season {
        let year = harvested_on.year();
        check_year_within((year - 1).max(FIRST_YEAR)..=year + 1, season, "season")?;
    }
    let state = plot_terms::state_on(txn, plot.id, harvested_on).await?.ok_or_else(|| {
        Error::conflict(format!("该地块在 {harvested_on} 不在用"), format!("the plot was not in use on {harvested_on}"))
    })?;
    if actor.role == Role::Grower && !actor.growers.contains(&state.grower_id) {
        return Err(Error::conflict(
            format!("该地块在 {harvested_on} 由其他种植户经营"),
            format!("the plot was another grower's on {harvested_on}"),
        ));
    }
    let variety = varieties::get(txn, &state.variety_code, "plotId").await?;
    check_in_use(&variety.name, variety.retired_on, harvested_on, "plotId")?;
    let season = season
        .unwrap_or_else(|| season_of_picking(harvested_on, variety.harvest_start_month, variety.harvest_end_month));
    let row = harvest_lot::ActiveModel {
        id: Set(new_id()),
        code: Set(PrintedCode::generate(CodeKind::HarvestLot, &mut randomness())),
        plot_id: Set(plot.id),
        grower_id: Set(state.grower_id),
        region_code: Set(state.region_code),
        variety_code: Set(state.variety_code),
        harvested_on: Set(harvested_on),
        season: Set(season),
        quantity_g: Set(quantity),
        available_g: Set(quantity),
        recorded_at: Set(txn.recorded_at()),
        recorded_by: Set(actor.account_id),
        voided_at: Set(None),
        void_reason: Set(None),
        voided_by: Set(None),
    };
    Ok(txn.insert(row).await?)
}

/// The lot to void.
pub async fn to_void(txn: &Txn, actor: &Actor, lot_id: Uuid) -> Result<harvest_lot::Model> {
    let query = harvest_lot::Entity::visible_to(&actor.scope()).filter(harvest_lot::Column::Id.eq(lot_id));
    query.lock(LockType::NoKeyUpdate).one(txn.reader()).await?.ok_or_else(|| not_found("lotId"))
}

/// Voids a lot that was entered by mistake and takes it out of the stock. The record stays and is marked. CONFLICT,
/// naming what drew on it or adjusted it, unless the whole lot is still in stock.
pub async fn void(txn: &Txn, actor: &Actor, lot: harvest_lot::Model, reason: Reason) -> Result<harvest_lot::Model> {
    voiding::check_not_voided(&lot)?;
    check_undrawn(txn, lot.id).await?;
    holdings::check_unadjusted(txn, stock_adjustment::Column::LotId, lot.id).await?;
    pledges::check_unpledged(txn, certificate::Column::LotId, lot.id).await?;
    txn.stamp_after(lot.recorded_at);
    voiding::void(txn, actor, lot, reason).await
}

/// CONFLICT, naming what drew on a lot, if anything did.
pub(crate) async fn check_undrawn(txn: &Txn, id: Uuid) -> Result<()> {
    let sold = sale::Entity::find().filter(sale::Column::LotId.eq(id)).filter(sale::Column::VoidedAt.is_null());
    let problem = ("该采收批次已被销售记录使用，请先作废", "sales drew on the lot; void them first");
    voiding::check_unused::<Uuid, _>(txn, sold, sale::Column::Id, problem).await?;
    let delivered = preorder::Entity::delivered_from(id);
    let problem = ("该采收批次已用于交付预售订单", "pre-orders were delivered from the lot");
    voiding::check_unused::<String, _>(txn, delivered, preorder::Column::Code, problem).await?;
    let taken_in =
        intake::Entity::find().filter(intake::Column::LotId.eq(id)).filter(intake::Column::VoidedAt.is_null());
    let problem = ("该采收批次已被加工厂入库，请先作废", "plants took in some of the lot; void those intakes first");
    voiding::check_unused::<Uuid, _>(txn, taken_in, intake::Column::Id, problem).await
}

/// Loads a lot and locks it until the transaction ends.
pub(crate) async fn lock(txn: &Txn, id: Uuid) -> Result<harvest_lot::Model> {
    harvest_lot::Entity::find_by_id(id)
        .lock(LockType::NoKeyUpdate)
        .one(txn.reader())
        .await?
        .ok_or_else(|| not_found("lotId"))
}
