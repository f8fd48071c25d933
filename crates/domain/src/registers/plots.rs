//! Plots: land under one variety. A plot's row is its current state. Its history is in its terms.

use std::collections::{BTreeSet, HashMap};

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, IntoActiveModel, Order, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{LockType, SimpleExpr},
};
use uuid::Uuid;

use super::{
    growers,
    plot_terms::{self, Appended, Terms, not_found},
    regions, varieties,
};
use crate::{check_year, not_in_the_future};
use store::{
    Reader, Txn, as_bigint,
    entity::{
        harvest::harvest_lot,
        in_subtree, of_growers,
        registers::{grower, plot, plot_term},
    },
    error::{Error, Result},
    page::{Page, PageRequest, filter_some, page, pages_of},
};
use types::{Actor, Day, Mu, Problem, RegionCode, RegionLevel, Scope, first_day_of_year, new_id};

/// The largest number of trees on one plot.
const MOST_TREES: i32 = 10_000_000;

/// The fields of a new plot.
#[derive(Debug, Clone)]
pub struct NewPlot {
    /// The variety that grows on it.
    pub variety_code: String,
    /// Its area.
    pub area: Mu,
    /// Year of planting. The plot counts from 1 January of this year, unless another day is given.
    pub planted_year: i32,
    /// Number of trees, if they were counted.
    pub tree_count: Option<i32>,
    /// The day from which it counts, if it is given.
    pub counts_from: Option<Day>,
}

/// A change to a plot. An absent field stays unchanged.
#[derive(Debug, Clone)]
pub struct PlotChange {
    /// The first day of the new state.
    pub from: Day,
    /// New variety after regrafting.
    pub variety_code: Option<String>,
    /// New area after a survey.
    pub area: Option<Mu>,
    /// New number of trees.
    pub tree_count: Option<i32>,
}

/// Filter for a list of plots.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only plots in this region or below it.
    pub region_code: Option<RegionCode>,
    /// Only plots of this variety.
    pub variety_code: Option<String>,
    /// Only plots of this grower.
    pub grower_id: Option<Uuid>,
    /// Only plots in use on this day.
    pub in_use_on: Option<Day>,
}

/// The plot with this id. NOT_FOUND outside the scope, on the field that names it.
pub async fn get(connection: &Reader, scope: &Scope, id: Uuid, field: &str) -> Result<plot::Model> {
    let found = plot::Entity::visible_to(scope).filter(plot::Column::Id.eq(id)).one(connection).await?;
    found.ok_or_else(|| not_found(field))
}

/// A page of plots in order of registration.
pub async fn list(
    connection: &Reader,
    actor: &Actor,
    filter: Filter,
    request: &PageRequest,
    today: Day,
) -> Result<Page<plot::Model>> {
    let Filter { region_code, variety_code, grower_id, in_use_on } = filter;
    let scope = actor.scope();
    let of = match grower_id {
        Some(id) => Some(growers::ids_of(connection, &actor.township_scope(), id, today, "filter.growerId").await?),
        None => None,
    };
    if let Some(code) = &region_code {
        regions::get(connection, code, "filter.regionCode").await?;
    }
    let mut query = if of.is_some() {
        filter_some(plot::Entity::visible_to(&scope), region_code, |code| in_subtree(plot::Column::RegionCode, &code))
    } else {
        let unindexed = [("filter.varietyCode", variety_code.is_some()), ("filter.inUseOn", in_use_on.is_some())];
        regions::require_reach(&scope, region_code.as_ref(), RegionLevel::Township, &unindexed)?;
        plot::Entity::in_order(&scope, region_code.as_ref())
    };
    if let Some(day) = in_use_on {
        query = query.filter(plot::use_on(day));
    }
    let query = filter_some(query, variety_code.as_deref(), |code| plot::Column::VarietyCode.eq(code));
    let query = filter_some(query, of, |ids| of_growers(plot::Column::GrowerId, &ids));
    let found = page(connection, query, &[plot::Column::Id], Order::Asc, request).await?;
    // What records name exists. So only a variety without any may be unknown.
    if let (true, Some(code)) = (found.rows.is_empty(), &variety_code) {
        varieties::get(connection, code, "filter.varietyCode").await?;
    }
    Ok(found)
}

/// The same page of plots for several growers at once. Plots of growers that were merged show under each of them.
pub async fn pages_of_growers(
    connection: &Reader,
    scope: &Scope,
    growers: &[Uuid],
    request: &PageRequest,
) -> Result<HashMap<Uuid, Page<plot::Model>>> {
    let ids = growers::ids(connection, growers).await?;
    let (merged, alone): (Vec<Uuid>, Vec<Uuid>) =
        growers.iter().partition(|id| ids.get(id).is_some_and(|ids| ids.len() > 1));
    let plots = plot::Entity::visible_to(scope);
    let mut pages = pages_of(connection, &plots, plot::Column::GrowerId, &alone, plot::Column::Id, request).await?;
    for id in merged {
        let Some(ids) = ids.get(&id) else { continue };
        let of_all = plots.clone().filter(of_growers(plot::Column::GrowerId, ids));
        pages.insert(id, page(connection, of_all, &[plot::Column::Id], Order::Asc, request).await?);
    }
    Ok(pages)
}

/// The area that each grower has in use on a day, within what the scope may see. Growers that were merged have it
/// together.
pub async fn areas_in_use(connection: &Reader, scope: &Scope, growers: &[Uuid], day: Day) -> Result<HashMap<Uuid, Mu>> {
    let ids = growers::ids(connection, growers).await?;
    let all: BTreeSet<Uuid> = ids.values().flatten().copied().collect();
    let rows: Vec<(Uuid, i64)> = plot::Entity::visible_to(scope)
        .select_only()
        .column(plot::Column::GrowerId)
        .column_as(as_bigint(plot::Column::AreaMuHundredths.sum()), "area")
        .filter(plot::Column::GrowerId.is_in(all))
        .filter(plot::use_on(day))
        .group_by(plot::Column::GrowerId)
        .into_tuple()
        .all(connection)
        .await?;
    let areas: HashMap<Uuid, i64> = rows.into_iter().collect();
    let together = |ids: Vec<Uuid>| Mu(ids.iter().filter_map(|id| areas.get(id)).sum());
    Ok(ids.into_iter().map(|(grower_id, ids)| (grower_id, together(ids))).collect())
}

/// The grower and the region of a new plot. The grower must be of the clerk's township, and the region one of the
/// clerk's.
pub async fn to_register(
    txn: &Txn,
    actor: &Actor,
    (grower_id, region_code): (Uuid, RegionCode),
) -> Result<(grower::Model, regions::Named)> {
    let region = regions::Named::find(txn, actor, &region_code).await?;
    let grower = growers::lock(txn, &actor.township_scope(), grower_id, "growerId").await?;
    Ok((grower, region))
}

/// Registers a plot.
pub async fn register(
    txn: &Txn,
    actor: &Actor,
    (grower, region): (grower::Model, regions::Named),
    fields: NewPlot,
) -> Result<plot::Model> {
    let NewPlot { variety_code, area, planted_year, tree_count, counts_from } = fields;
    let region = region.get()?;
    let variety = varieties::get_to_grow(txn, &variety_code, "varietyCode").await?;
    check_trees(tree_count, "treeCount")?;
    check_year(planted_year, txn.today(), "plantedYear")?;
    if let Some(day) = counts_from {
        not_in_the_future(day, txn.today(), "countsFrom")?;
        check_planted_by(planted_year, day, "countsFrom")?;
    }
    growers::check_not_merged(&grower)?;
    let row = plot::ActiveModel {
        id: Set(new_id()),
        grower_id: Set(grower.id),
        region_code: Set(region.code),
        variety_code: Set(variety.code),
        area_mu_hundredths: Set(area),
        planted_year: Set(planted_year),
        tree_count: Set(tree_count),
        out_of_use_from: Set(None),
        registered_at: Set(txn.recorded_at()),
        counts_from: Set(counts_from),
    };
    let plot = txn.insert(row).await?;
    let first = plot_terms::term(txn, actor, &plot, &grower, 1, plot.first_day());
    plot_terms::add(txn, vec![(None, first)]).await?;
    Ok(plot)
}

/// The state of a plot that is to change.
#[derive(Debug)]
pub struct ToChange {
    plot: plot::Model,
    /// The grower from the day of the change on.
    grower: grower::Model,
    names_grower: bool,
}

/// The plot to change, and its new grower if the change names one. Both are of the clerk's township.
pub async fn to_change(txn: &Txn, actor: &Actor, (plot_id, grower_id): (Uuid, Option<Uuid>)) -> Result<ToChange> {
    let plot = lock(txn, &actor.scope(), plot_id, LockType::NoKeyUpdate, "plotId").await?;
    if let Some(id) = grower_id {
        growers::get(txn, &actor.township_scope(), id, txn.today(), "growerId").await?;
    }
    let (before, after) = (plot.grower_id, grower_id.unwrap_or(plot.grower_id));
    for id in BTreeSet::from([before, after]) {
        growers::lock(txn, &Scope::Everything, id, "growerId").await?;
    }
    let grower = growers::get(txn, &Scope::Everything, after, txn.today(), "growerId").await?;
    Ok(ToChange { plot, grower, names_grower: grower_id.is_some() })
}

/// Changes a plot from a day on: a new survey, a regraft, or another grower of the clerk's township.
///
/// CONFLICT if the plot is already out of use, or if a lot was picked on or after the day under the old variety or
/// grower. The day must not precede the plot's last change, so that no later state is overwritten. A change on the
/// day of the last change corrects it.
pub async fn change(txn: &Txn, actor: &Actor, target: ToChange, fields: PlotChange) -> Result<plot::Model> {
    let ToChange { plot, grower, names_grower } = target;
    let PlotChange { from, variety_code, area, tree_count } = fields;
    check_trees(tree_count, "treeCount")?;
    if let Some(code) = &variety_code {
        varieties::get_to_grow(txn, code, "varietyCode").await?;
    }
    not_in_the_future(from, txn.today(), "from")?;
    if !names_grower && variety_code.is_none() && area.is_none() && tree_count.is_none() {
        let problem = Problem::new(
            "至少填写 varietyCode、areaMu、treeCount、growerId 之一",
            "give at least one of varietyCode, areaMu, treeCount and growerId",
        );
        return Err(Error::invalid("areaMu", problem));
    }
    let terms = plot_terms::of(txn, plot.id).await?;
    terms.check_follow(from)?;
    growers::check_not_merged(&grower)?;
    let changes_lots =
        grower.id != plot.grower_id || variety_code.as_ref().is_some_and(|code| *code != plot.variety_code);
    if changes_lots {
        check_no_lot_since(txn, plot.id, from).await?;
    }
    let mut row = plot.clone().into_active_model();
    row.grower_id = Set(grower.id);
    if let Some(code) = variety_code {
        row.variety_code = Set(code);
    }
    if let Some(area) = area {
        row.area_mu_hundredths = Set(area);
    }
    if let Some(trees) = tree_count {
        row.tree_count = Set(Some(trees));
    }
    let plot = txn.update(plot, row).await?;
    let next = plot_terms::term(txn, actor, &plot, &grower, terms.next_position, from);
    plot_terms::add(txn, vec![(Some(terms.last), next)]).await?;
    Ok(plot)
}

/// The plot to take out of use or to put back in use, with its grower.
pub async fn with_grower(txn: &Txn, actor: &Actor, plot_id: Uuid) -> Result<(plot::Model, grower::Model)> {
    let plot = lock(txn, &actor.scope(), plot_id, LockType::NoKeyUpdate, "plotId").await?;
    let grower = growers::lock(txn, &Scope::Everything, plot.grower_id, "plotId").await?;
    Ok((plot, grower))
}

/// Takes a plot out of use from a day on. That day no longer counts. CONFLICT if the plot is already out of use, or
/// if a lot was picked on or after the day.
pub async fn take_out_of_use(
    txn: &Txn,
    actor: &Actor,
    (plot, grower): (plot::Model, grower::Model),
    from: Day,
) -> Result<plot::Model> {
    not_in_the_future(from, txn.today(), "from")?;
    let terms = check_may_end(txn, plot.id, from).await?;
    let (plot, last) = end(txn, actor, (plot, &grower), (terms, from)).await?;
    plot_terms::add(txn, vec![last]).await?;
    Ok(plot)
}

/// The terms of a plot that is to go out of use on a day. CONFLICT if it is out of use already, or if a lot was picked
/// on or after the day. INVALID_INPUT on `from` for a day before its last change.
pub(crate) async fn check_may_end(txn: &Txn, plot_id: Uuid, from: Day) -> Result<Terms> {
    let terms = plot_terms::of(txn, plot_id).await?;
    terms.check_follow(from)?;
    check_no_lot_since(txn, plot_id, from).await?;
    Ok(terms)
}

/// Writes that a plot is out of use from a day on. Returns it with its last term, which is yet to be added.
pub(crate) async fn end(
    txn: &Txn,
    actor: &Actor,
    (plot, grower): (plot::Model, &grower::Model),
    (terms, from): (Terms, Day),
) -> Result<(plot::Model, Appended)> {
    let mut row = plot.clone().into_active_model();
    row.out_of_use_from = Set(Some(from));
    let plot = txn.update(plot, row).await?;
    let term = plot_terms::term(txn, actor, &plot, grower, terms.next_position, from);
    let last = plot_term::Model { is_in_use: false, ..term };
    Ok((plot, (Some(terms.last), last)))
}

/// Loads a plot and locks it until the transaction ends. FORBIDDEN cannot arise, because every plot visible to a
/// clerk is in the clerk's region.
pub(crate) async fn lock(txn: &Txn, scope: &Scope, plot_id: Uuid, lock: LockType, field: &str) -> Result<plot::Model> {
    let query = plot::Entity::visible_to(scope).filter(plot::Column::Id.eq(plot_id));
    query.lock(lock).one(txn.reader()).await?.ok_or_else(|| not_found(field))
}

/// INVALID_INPUT on the field for a number of trees that is too small or too large.
pub(crate) fn check_trees(tree_count: Option<i32>, field: &str) -> Result<()> {
    if tree_count.is_some_and(|trees| !(1..=MOST_TREES).contains(&trees)) {
        let problem = Problem::new(format!("应为 1 至 {MOST_TREES}"), format!("expected 1 to {MOST_TREES}"));
        return Err(Error::invalid(field, problem));
    }
    Ok(())
}

/// INVALID_INPUT on the field if a plot would count before it was planted.
pub(crate) fn check_planted_by(planted_year: i32, day: Day, field: &str) -> Result<()> {
    if day < first_day_of_year(planted_year) {
        let problem = Problem::new(
            format!("地块不能在种植年份 {planted_year} 之前起算（起算日 {day}）"),
            format!("a plot that counts from {day} cannot have been planted as late as {planted_year}"),
        );
        return Err(Error::invalid(field, problem));
    }
    Ok(())
}

async fn check_no_lot_since(txn: &Txn, plot_id: Uuid, from: Day) -> Result<()> {
    let since = harvest_lot::Column::HarvestedOn.gte(from);
    match first_lot(txn, plot_id, since).await? {
        None => Ok(()),
        Some(lot) => Err(Error::conflict(
            format!("该日或其后已有采收批次 {}（{}）", lot.code.0, lot.harvested_on),
            format!("lot {} was picked on {}, on or after that day", lot.code.0, lot.harvested_on),
        )),
    }
}

/// The first lot of a plot under a condition. Voided ones do not count.
pub(crate) async fn first_lot(txn: &Txn, plot_id: Uuid, of: SimpleExpr) -> Result<Option<harvest_lot::Model>> {
    let lots = harvest_lot::Entity::find()
        .filter(harvest_lot::Column::PlotId.eq(plot_id))
        .filter(harvest_lot::Column::VoidedAt.is_null())
        .filter(of)
        .order_by_asc(harvest_lot::Column::HarvestedOn);
    Ok(lots.one(txn.reader()).await?)
}
