//! Plots: land under one variety, and the terms in which its state changes from a day on.
//!
//! A plot's row says what is now; its terms say what was when, and are only added. Every term writes the area that goes out of use and
//! the area that comes into use, so that planted area is a sum.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::Datelike;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel, Order, QueryFilter, QueryOrder,
    QuerySelect, sea_query::LockType,
};
use uuid::Uuid;

use super::{growers, not_in_the_future, regions, varieties};
use crate::{
    db::{
        Txn,
        ledger::{self, Amounts, Entry, Facets, Source},
        page::{Page, PageRequest, page, pages_of, when},
    },
    entity::{grower, harvest_lot, in_subtree, ledger_entry, plot, plot_term},
    error::{Error, Result},
    types::{Actor, Day, EntryKind, FIRST_YEAR, Mu, Problem, RegionCode, Scope, SourceKind},
};

/// The largest number of trees on one plot.
const MOST_TREES: i32 = 10_000_000;

/// What a clerk writes down of a plot that is new.
#[derive(Debug, Clone, serde::Serialize)]
pub struct NewPlot {
    /// What grows on it.
    pub variety_code: String,
    /// Its area.
    pub area: Mu,
    /// It counts from 1 January of this year.
    pub planted_year: i32,
    /// Number of trees, where it was counted.
    pub tree_count: Option<i32>,
}

/// What has changed on a plot; what is absent stays.
#[derive(Debug, Clone, serde::Serialize)]
pub struct PlotChange {
    /// The first day of the new state.
    pub from: Day,
    /// Regrafted to another variety.
    pub variety_code: Option<String>,
    /// Surveyed again.
    pub area: Option<Mu>,
    /// Trees counted again.
    pub tree_count: Option<i32>,
}

/// Which plots are wanted.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Those in a region and below.
    pub region_code: Option<RegionCode>,
    /// Those of a variety.
    pub variety_code: Option<String>,
    /// Those of a grower.
    pub grower_id: Option<Uuid>,
    /// Those in use on a day.
    pub in_use_on: Option<Day>,
}

fn not_found() -> Error {
    Error::not_found("地块", "plot")
}

/// The plot with this id, NOT_FOUND outside the scope.
pub async fn find(connection: &impl ConnectionTrait, scope: &Scope, id: Uuid) -> Result<plot::Model> {
    let found = plot::Entity::visible_to(scope).filter(plot::Column::Id.eq(id)).one(connection).await?;
    found.ok_or_else(not_found)
}

/// A page of plots in the order of their registration.
pub async fn list(
    connection: &impl ConnectionTrait,
    actor: &Actor,
    filter: Filter,
    request: &PageRequest,
    today: Day,
) -> Result<Page<plot::Model>> {
    let Filter { region_code, variety_code, grower_id, in_use_on } = filter;
    let mut query = plot::Entity::visible_to(&actor.scope());
    if let Some(id) = grower_id {
        growers::find(connection, &actor.township_scope(), id, today).await?;
    }
    if let Some(code) = region_code {
        let region = regions::known(connection, &code, "filter.regionCode").await?;
        query = query.filter(in_subtree(plot::Column::RegionCode, &region.code));
    }
    if let Some(code) = &variety_code {
        varieties::known(connection, code, "filter.varietyCode").await?;
    }
    if let Some(day) = in_use_on {
        query = query.filter(plot::use_on(day));
    }
    let query = when(query, variety_code, |code| plot::Column::VarietyCode.eq(code));
    let query = when(query, grower_id, |id| plot::Column::GrowerId.eq(id));
    page(connection, query, &[plot::Column::Id], Order::Asc, request).await
}

/// The same page of several growers' plots at once.
pub async fn pages_of_growers(
    connection: &impl ConnectionTrait,
    scope: &Scope,
    growers: &[Uuid],
    request: &PageRequest,
) -> Result<HashMap<Uuid, Page<plot::Model>>> {
    let query = plot::Entity::visible_to(scope).filter(plot::Column::GrowerId.is_in(growers.iter().copied()));
    pages_of(connection, query, plot::Column::GrowerId, plot::Column::Id, request).await
}

/// The area that growers have in use on a day, as far as a scope sees it.
pub async fn areas_in_use(connection: &impl ConnectionTrait, scope: &Scope, growers: &[Uuid], day: Day) -> Result<BTreeMap<Uuid, Mu>> {
    let rows: Vec<(Uuid, i64)> = plot::Entity::visible_to(scope)
        .select_only()
        .column(plot::Column::GrowerId)
        .column_as(sea_orm::sea_query::ExprTrait::cast_as(plot::Column::AreaMuHundredths.sum(), "BIGINT"), "area")
        .filter(plot::Column::GrowerId.is_in(growers.iter().copied()))
        .filter(plot::use_on(day))
        .group_by(plot::Column::GrowerId)
        .into_tuple()
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|(grower_id, area)| (grower_id, Mu(area))).collect())
}

/// Registers a plot of a grower of the clerk's township, in a region of the clerk's.
pub async fn register(txn: &Txn, actor: &Actor, grower_id: Uuid, region_code: RegionCode, fields: Result<NewPlot>) -> Result<plot::Model> {
    let region = regions::find(txn, &region_code).await?;
    if let Some(region) = &region {
        regions::require(&actor.scope(), &region.code)?;
    }
    let grower = growers::hold(txn, &actor.township_scope(), grower_id).await?;
    let NewPlot { variety_code, area, planted_year, tree_count } = fields?;
    let region = regions::known(txn, &region_code, "regionCode").await?;
    let variety = varieties::known(txn, &variety_code, "varietyCode").await?;
    check_trees(tree_count)?;
    let running_year = txn.today().year();
    let starts_on = Day::from_ymd_opt(planted_year, 1, 1).filter(|_| (FIRST_YEAR..=running_year).contains(&planted_year));
    let starts_on = starts_on.ok_or_else(|| {
        let problem = Problem::new(format!("应为 {FIRST_YEAR} 至 {running_year}"), format!("expected {FIRST_YEAR} to {running_year}"));
        Error::invalid("plantedYear", problem)
    })?;
    let row = plot::ActiveModel {
        id: Set(Uuid::now_v7()),
        grower_id: Set(grower.id),
        region_code: Set(region.code),
        variety_code: Set(variety.code),
        area_mu_hundredths: Set(area),
        planted_year: Set(planted_year),
        tree_count: Set(tree_count),
        out_of_use_from: Set(None),
        registered_at: Set(txn.recorded_at()),
    };
    let plot = txn.insert(row).await?;
    add_terms(txn, vec![(None, term(txn, actor, &plot, &grower, 1, starts_on))]).await?;
    Ok(plot)
}

/// Changes a plot from a day on: surveyed again, regrafted, or worked by another grower of the clerk's township.
///
/// CONFLICT once the plot is out of use, or where a lot was picked on or after the day under the old variety or grower. The day may not
/// lie before the plot's last change, so that no later state is overwritten; a change on the very day of the last one corrects it.
pub async fn change(txn: &Txn, actor: &Actor, plot_id: Uuid, grower_id: Option<Uuid>, fields: Result<PlotChange>) -> Result<plot::Model> {
    let plot = hold(txn, &actor.scope(), plot_id, LockType::NoKeyUpdate).await?;
    if let Some(id) = grower_id {
        growers::find(txn, &actor.township_scope(), id, txn.today()).await?;
    }
    let (before, after) = (plot.grower_id, grower_id.unwrap_or(plot.grower_id));
    for id in BTreeSet::from([before, after]) {
        growers::hold(txn, &Scope::Everything, id).await?;
    }
    let grower = growers::find(txn, &Scope::Everything, after, txn.today()).await?;

    let PlotChange { from, variety_code, area, tree_count } = fields?;
    check_trees(tree_count)?;
    if let Some(code) = &variety_code {
        varieties::known(txn, code, "varietyCode").await?;
    }
    not_in_the_future(from, txn.today(), "from")?;
    if grower_id.is_none() && variety_code.is_none() && area.is_none() && tree_count.is_none() {
        let problem = Problem::new(
            "至少填写 varietyCode、areaMu、treeCount、growerId 之一",
            "give at least one of varietyCode, areaMu, treeCount and growerId",
        );
        return Err(Error::invalid("areaMu", problem));
    }
    let last = last_term(txn, plot.id).await?;
    check_follows(&last, from)?;
    let changes_lots = after != before || variety_code.as_ref().is_some_and(|code| *code != plot.variety_code);
    if changes_lots {
        check_no_lot_since(txn, plot.id, from).await?;
    }
    let mut row = plot.clone().into_active_model();
    row.grower_id = Set(after);
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
    let next = term(txn, actor, &plot, &grower, last.position + 1, from);
    add_terms(txn, vec![(Some(last), next)]).await?;
    Ok(plot)
}

/// Takes a plot out of use from a day on; that day no longer counts. CONFLICT where it is out of use already, or a lot was picked on
/// or after the day.
pub async fn take_out_of_use(txn: &Txn, actor: &Actor, plot_id: Uuid, from: Result<Day>) -> Result<plot::Model> {
    let plot = hold(txn, &actor.scope(), plot_id, LockType::NoKeyUpdate).await?;
    let grower = growers::hold(txn, &Scope::Everything, plot.grower_id).await?;
    let from = from?;
    not_in_the_future(from, txn.today(), "from")?;
    let last = last_term(txn, plot.id).await?;
    check_follows(&last, from)?;
    check_no_lot_since(txn, plot.id, from).await?;
    let mut row = plot.clone().into_active_model();
    row.out_of_use_from = Set(Some(from));
    let plot = txn.update(plot, row).await?;
    let next = plot_term::Model { is_in_use: false, ..term(txn, actor, &plot, &grower, last.position + 1, from) };
    add_terms(txn, vec![(Some(last), next)]).await?;
    Ok(plot)
}

/// Moves the area of a grower's plots in use to its new kind, from today on.
pub(super) async fn grower_kind_changed(txn: &Txn, actor: &Actor, grower: &grower::Model) -> Result<()> {
    let plots = plot::Entity::in_use_on(txn.today()).filter(plot::Column::GrowerId.eq(grower.id)).all(txn).await?;
    let mut terms = Vec::new();
    for plot in plots {
        let last = last_term(txn, plot.id).await?;
        let next = term(txn, actor, &plot, grower, last.position + 1, txn.today());
        terms.push((Some(last), next));
    }
    add_terms(txn, terms).await
}

/// What grew on a plot on a day and who worked it; none where the plot did not count on that day.
pub async fn state_on(connection: &impl ConnectionTrait, plot_id: Uuid, day: Day) -> Result<Option<plot_term::Model>> {
    let term = plot_term::Entity::find()
        .filter(plot_term::Column::PlotId.eq(plot_id))
        .filter(plot_term::Column::StartsOn.lte(day))
        .order_by_desc(plot_term::Column::Position)
        .one(connection)
        .await?;
    Ok(term.filter(|term| term.is_in_use))
}

/// The plot, held until the transaction ends. FORBIDDEN cannot arise: what is visible to a clerk lies in the clerk's region.
pub(super) async fn hold(txn: &Txn, scope: &Scope, plot_id: Uuid, lock: LockType) -> Result<plot::Model> {
    let query = plot::Entity::visible_to(scope).filter(plot::Column::Id.eq(plot_id));
    query.lock(lock).one(txn).await?.ok_or_else(not_found)
}

fn check_trees(tree_count: Option<i32>) -> Result<()> {
    if tree_count.is_some_and(|trees| !(1..=MOST_TREES).contains(&trees)) {
        return Err(Error::invalid("treeCount", Problem::new(format!("应为 1 至 {MOST_TREES}"), format!("expected 1 to {MOST_TREES}"))));
    }
    Ok(())
}

fn check_follows(last: &plot_term::Model, from: Day) -> Result<()> {
    if !last.is_in_use {
        return Err(Error::conflict(
            format!("该地块自 {} 起已停用", last.starts_on),
            format!("the plot is out of use from {} on", last.starts_on),
        ));
    }
    if from < last.starts_on {
        let problem = Problem::new(
            format!("不得早于该地块最近一次变更的日期 {}", last.starts_on),
            format!("must not lie before the plot's last change, {}", last.starts_on),
        );
        return Err(Error::invalid("from", problem));
    }
    Ok(())
}

async fn check_no_lot_since(txn: &Txn, plot_id: Uuid, from: Day) -> Result<()> {
    let lot = harvest_lot::Entity::find()
        .filter(harvest_lot::Column::PlotId.eq(plot_id))
        .filter(harvest_lot::Column::HarvestedOn.gte(from))
        .filter(harvest_lot::Column::VoidedAt.is_null())
        .one(txn)
        .await?;
    match lot {
        None => Ok(()),
        Some(lot) => Err(Error::conflict(
            format!("该日或其后已有采收批次 {}（{}）", lot.code.0, lot.harvested_on),
            format!("lot {} was picked on {}, on or after that day", lot.code.0, lot.harvested_on),
        )),
    }
}

async fn last_term(txn: &Txn, plot_id: Uuid) -> Result<plot_term::Model> {
    let terms = plot_term::Entity::find().filter(plot_term::Column::PlotId.eq(plot_id));
    terms.order_by_desc(plot_term::Column::Position).one(txn).await?.ok_or_else(not_found)
}

/// The plot's present state as a term from a day on.
fn term(txn: &Txn, actor: &Actor, plot: &plot::Model, grower: &grower::Model, position: i32, starts_on: Day) -> plot_term::Model {
    plot_term::Model {
        id: Uuid::now_v7(),
        plot_id: plot.id,
        position,
        starts_on,
        is_in_use: true,
        grower_id: grower.id,
        grower_kind: grower.kind,
        region_code: plot.region_code.clone(),
        variety_code: plot.variety_code.clone(),
        area_mu_hundredths: plot.area_mu_hundredths,
        recorded_at: txn.recorded_at(),
        recorded_by: actor.account_id,
    }
}

/// Adds terms behind the ones before them, with their entries of area and of growers. The growers concerned must be held.
async fn add_terms(txn: &Txn, terms: Vec<(Option<plot_term::Model>, plot_term::Model)>) -> Result<()> {
    let mut entries = Vec::new();
    for (previous, term) in terms {
        entries.extend(area_entries(previous.as_ref(), &term));
        txn.insert(term.into_active_model()).await?;
    }
    let mut of_growers = Vec::new();
    for ((grower_id, variety_code), added) in by_use(&entries) {
        let recorded = recorded_steps(txn, grower_id, &variety_code).await?;
        of_growers.extend(use_entries(grower_id, &variety_code, &recorded, &added));
    }
    entries.extend(of_growers);
    ledger::record(txn, entries).await
}

/// Entries of area by the grower and the variety of which they change the use.
pub fn by_use(entries: &[Entry]) -> BTreeMap<(Uuid, String), Vec<&Entry>> {
    let mut by_use: BTreeMap<(Uuid, String), Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        if let (Some(grower), Some(variety)) = (entry.facets.grower_id, entry.facets.variety_code.clone()) {
            by_use.entry((grower, variety)).or_default().push(entry);
        }
    }
    by_use
}

/// What entries of area that are added to a grower's recorded steps change in its use of a variety.
pub fn use_entries(grower_id: Uuid, variety_code: &str, recorded: &[Step], added: &[&Entry]) -> Vec<Entry> {
    let Some(first) = added.first() else { return Vec::new() };
    let after = uses(recorded.iter().cloned().chain(added.iter().map(|entry| Step::of(entry))));
    grower_entries(grower_id, variety_code, first.source, &uses(recorded.iter().cloned()), &after)
}

/// The entries of a term: on its first day the previous state goes out of use and the new one comes into it.
pub fn area_entries(previous: Option<&plot_term::Model>, term: &plot_term::Model) -> Vec<Entry> {
    let source = Source { kind: SourceKind::PlotTerm, id: term.id };
    let state = |state: &plot_term::Model| Entry {
        facets: Facets {
            variety_code: Some(state.variety_code.clone()),
            grower_id: Some(state.grower_id),
            grower_kind: Some(state.grower_kind),
            ..Facets::new(EntryKind::Area, term.starts_on, state.region_code.clone())
        },
        amounts: Amounts { area: state.area_mu_hundredths, items: 1, records: 1, ..Amounts::default() },
        source,
    };
    let out = previous.map(state).map(|entry| Entry { amounts: -entry.amounts, ..entry });
    out.into_iter().chain(term.is_in_use.then(|| state(term))).collect()
}

/// On a day, so many plots come into use (or, negative, go out of it) in a region.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Step {
    region_code: RegionCode,
    day: Day,
    plots: i64,
}

impl Step {
    /// What an entry of area does to the number of plots.
    pub fn of(entry: &Entry) -> Self {
        Self { region_code: entry.facets.region_code.clone(), day: entry.facets.day, plots: entry.amounts.items }
    }
}

async fn recorded_steps(txn: &Txn, grower_id: Uuid, variety_code: &str) -> Result<Vec<Step>> {
    use sea_orm::sea_query::ExprTrait;
    let steps = ledger_entry::Entity::find()
        .select_only()
        .column(ledger_entry::Column::RegionCode)
        .column(ledger_entry::Column::Day)
        .column_as(ledger_entry::Column::ItemCount.sum().cast_as("BIGINT"), "plots")
        .filter(ledger_entry::Column::GrowerId.eq(grower_id))
        .filter(ledger_entry::Column::VarietyCode.eq(variety_code))
        .filter(ledger_entry::Column::Kind.eq(EntryKind::Area))
        .group_by(ledger_entry::Column::RegionCode)
        .group_by(ledger_entry::Column::Day);
    Ok(steps.into_model().all(txn).await?)
}

/// When a grower begins (+1) and ends (−1) to have any plot in use, for each region at and above its plots. Whoever has three plots in
/// two villages is one grower in each of the two, and one in the town.
pub fn uses(steps: impl IntoIterator<Item = Step>) -> BTreeMap<(RegionCode, Day), i64> {
    let mut by_region: BTreeMap<RegionCode, BTreeMap<Day, i64>> = BTreeMap::new();
    for step in steps {
        for region in step.region_code.with_ancestors() {
            *by_region.entry(region).or_default().entry(step.day).or_default() += step.plots;
        }
    }
    let mut uses = BTreeMap::new();
    for (region, days) in by_region {
        let mut plots = 0;
        for (day, change) in days {
            let change_of_use = i64::from(plots + change > 0) - i64::from(plots > 0);
            plots += change;
            if change_of_use != 0 {
                uses.insert((region.clone(), day), change_of_use);
            }
        }
    }
    uses
}

/// The entries that lead from one state of a grower's use of a variety to another.
fn grower_entries(
    grower_id: Uuid,
    variety_code: &str,
    source: Source,
    before: &BTreeMap<(RegionCode, Day), i64>,
    after: &BTreeMap<(RegionCode, Day), i64>,
) -> Vec<Entry> {
    let entry = |((region, day), items): (&(RegionCode, Day), i64)| Entry {
        facets: Facets {
            variety_code: Some(variety_code.to_owned()),
            grower_id: Some(grower_id),
            ..Facets::new(EntryKind::Growers, *day, region.clone())
        },
        amounts: Amounts { items, ..Amounts::default() },
        source,
    };
    let gone = before.iter().map(|(key, change)| entry((key, -change)));
    ledger::net(gone.chain(after.iter().map(|(key, change)| entry((key, *change)))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(region: &str, day: &str, plots: i64) -> Step {
        Step { region_code: RegionCode::from(region), day: day.parse().expect("a day"), plots }
    }

    #[test]
    fn a_grower_counts_once_in_every_region() {
        let uses = uses([
            step("500235136001", "2020-01-01", 1),
            step("500235136001", "2022-01-01", 1),
            step("500235136002", "2021-01-01", 1),
            step("500235136001", "2023-05-01", -2),
        ]);
        let town: Vec<_> =
            uses.iter().filter(|((region, _), _)| region.0 == "500235136").map(|((_, day), change)| (day.to_string(), *change)).collect();
        assert_eq!(town, [("2020-01-01".to_owned(), 1)]);
        let village: Vec<_> = uses
            .iter()
            .filter(|((region, _), _)| region.0 == "500235136001")
            .map(|((_, day), change)| (day.to_string(), *change))
            .collect();
        assert_eq!(village, [("2020-01-01".to_owned(), 1), ("2023-05-01".to_owned(), -1)]);
    }
}
