//! Plot terms: the states of a plot, each valid from a day on. Terms also write ledger entries: the area that leaves
//! or enters use, and when a grower starts or stops having any plot of a variety in use. A correction voids terms and
//! reverses their entries of area.

use std::collections::{BTreeMap, HashMap};

use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;

use crate::voiding;
use store::{
    Reader, Txn, as_bigint,
    entity::{
        figures::ledger_entry,
        registers::{grower, plot, plot_term},
    },
    error::{Error, Result},
    ledger::{self, Amounts, Entry, Facets, Source},
};
use types::{Actor, Day, EntryKind, Problem, Reason, RegionCode, SourceKind, new_id};

pub(crate) fn not_found(field: &str) -> Error {
    Error::not_found(field, "地块", "plot")
}

/// The plot's term on a day: its variety and grower. None if the plot was not in use on that day.
pub async fn state_on(connection: &Reader, plot_id: Uuid, day: Day) -> Result<Option<plot_term::Model>> {
    let term = plot_term::Entity::find()
        .filter(plot_term::Column::PlotId.eq(plot_id))
        .filter(plot_term::Column::StartsOn.lte(day))
        .filter(plot_term::Column::VoidedAt.is_null())
        .order_by_desc(plot_term::Column::Position)
        .one(connection)
        .await?;
    Ok(term.filter(|term| term.is_in_use))
}

/// The terms of a plot that are in force.
#[derive(Debug, Clone)]
pub(crate) struct Terms {
    /// Those before the last one, oldest first.
    pub(crate) earlier: Vec<plot_term::Model>,
    /// The newest one.
    pub(crate) last: plot_term::Model,
    /// The position of the next one. Voided terms keep theirs.
    pub(crate) next_position: i32,
}

impl Terms {
    /// The terms of a plot, of all its rows in order. None without one in force.
    fn of(rows: Vec<plot_term::Model>) -> Option<Self> {
        let next_position = rows.last()?.position + 1;
        let mut earlier: Vec<_> = rows.into_iter().filter(|term| term.voided_at.is_none()).collect();
        let last = earlier.pop()?;
        Some(Self { earlier, last, next_position })
    }

    /// All of them, oldest first.
    pub(crate) fn all(&self) -> impl Iterator<Item = &plot_term::Model> {
        self.earlier.iter().chain([&self.last])
    }

    /// CONFLICT if the plot is out of use. INVALID_INPUT on `from` for a day before its last change, so that no later
    /// state is overwritten.
    pub(crate) fn check_follow(&self, from: Day) -> Result<()> {
        let plot_term::Model { plot_id, starts_on, is_in_use, .. } = &self.last;
        if !is_in_use {
            return Err(Error::conflict(
                format!("地块 {plot_id} 自 {starts_on} 起已停用"),
                format!("plot {plot_id} is out of use from {starts_on}"),
            ));
        }
        if from < *starts_on {
            let problem = Problem::new(
                format!("不得早于地块 {plot_id} 最近一次变更的日期 {starts_on}"),
                format!("must not lie before the last change of plot {plot_id}, {starts_on}"),
            );
            return Err(Error::invalid("from", problem));
        }
        Ok(())
    }
}

/// The terms of a plot.
pub(crate) async fn of(txn: &Txn, plot_id: Uuid) -> Result<Terms> {
    let terms = plot_term::Entity::find().filter(plot_term::Column::PlotId.eq(plot_id));
    let rows = terms.order_by_asc(plot_term::Column::Position).all(txn.reader()).await?;
    Terms::of(rows).ok_or_else(|| not_found("plotId"))
}

/// The terms of each plot in use that a grower works.
pub(crate) async fn of_grower(txn: &Txn, grower_id: Uuid) -> Result<HashMap<Uuid, Terms>> {
    use plot_term::Column;
    let plots = plot::Entity::in_use_on(txn.today())
        .select_only()
        .column(plot::Column::Id)
        .filter(plot::Column::GrowerId.eq(grower_id));
    let terms =
        plot_term::Entity::find().filter(Column::PlotId.in_subquery(plots.into_query())).order_by_asc(Column::Position);
    let mut of_plots: HashMap<Uuid, Vec<plot_term::Model>> = HashMap::new();
    for term in terms.all(txn.reader()).await? {
        of_plots.entry(term.plot_id).or_default().push(term);
    }
    Ok(of_plots.into_iter().filter_map(|(plot_id, rows)| Some((plot_id, Terms::of(rows)?))).collect())
}

/// The plot's current state as a term that starts on a day.
pub(crate) fn term(
    txn: &Txn,
    actor: &Actor,
    plot: &plot::Model,
    grower: &grower::Model,
    position: i32,
    starts_on: Day,
) -> plot_term::Model {
    plot_term::Model {
        id: new_id(),
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
        voided_at: None,
        void_reason: None,
        voided_by: None,
    }
}

/// A term to append, with the one that it follows.
pub(crate) type Appended = (Option<plot_term::Model>, plot_term::Model);

/// Appends terms to plots, with their ledger entries of area and of growers. The growers concerned must be locked.
pub(crate) async fn add(txn: &Txn, terms: Vec<Appended>) -> Result<()> {
    append(txn, Vec::new(), terms).await
}

/// Stamps the transaction later than everything recorded of a plot, not only as late. So it is plain of each instant
/// which terms were in force: one that is voided as another is recorded is not what the other follows.
pub(crate) fn stamp_after(txn: &Txn, terms: &Terms) {
    for term in terms.all() {
        txn.stamp_after(term.recorded_at.plus(1));
    }
}

/// Voids terms of a plot, reverses their entries of area, and appends others instead. The growers concerned must be
/// locked, and the transaction stamped after the terms.
pub(crate) async fn exchange(
    txn: &Txn,
    actor: &Actor,
    (voided, reason): (Vec<plot_term::Model>, Reason),
    terms: Vec<Appended>,
) -> Result<()> {
    let ids: Vec<Uuid> = voided.iter().map(|term| term.id).collect();
    let mut reversed = ledger::reversals(txn, &ids).await?;
    // The entries of growers follow from all that is left of the entries of area.
    reversed.retain(|entry| entry.facets.kind == EntryKind::Area);
    for term in voided {
        voiding::void(txn, actor, term, reason.clone()).await?;
    }
    append(txn, reversed, terms).await
}

async fn append(txn: &Txn, mut entries: Vec<Entry>, terms: Vec<Appended>) -> Result<()> {
    entries.extend(terms.iter().flat_map(|(previous, term)| area_entries(previous.as_ref(), term)));
    txn.insert_all::<plot_term::Entity>(terms.into_iter().map(|(_, term)| term).collect()).await?;
    let mut of_growers = Vec::new();
    for ((grower_id, variety_code), added) in by_use(&entries) {
        let recorded = recorded_steps(txn, grower_id, &variety_code).await?;
        of_growers.extend(use_entries(grower_id, &variety_code, &recorded, &added));
    }
    entries.extend(of_growers);
    ledger::record(txn, entries).await
}

/// Groups entries of area by the grower and the variety whose use they change.
pub fn by_use(entries: &[Entry]) -> BTreeMap<(Uuid, String), Vec<&Entry>> {
    let mut by_use: BTreeMap<(Uuid, String), Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        if let (Some(grower), Some(variety)) = (entry.facets.grower_id, entry.facets.variety_code.clone()) {
            by_use.entry((grower, variety)).or_default().push(entry);
        }
    }
    by_use
}

/// The grower entries that follow from adding entries of area to a grower's recorded steps for a variety.
pub fn use_entries(grower_id: Uuid, variety_code: &str, recorded: &[Step], added: &[&Entry]) -> Vec<Entry> {
    let Some(first) = added.first() else { return Vec::new() };
    let after = uses(recorded.iter().cloned().chain(added.iter().map(|entry| Step::of(entry))));
    grower_entries(grower_id, variety_code, first.source, &uses(recorded.iter().cloned()), &after)
}

/// The entries of a term. On its first day the previous state goes out of use and the new state comes into use.
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

/// A change in the number of plots in use in a region, on a day. Negative where plots go out of use.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Step {
    region_code: RegionCode,
    day: Day,
    plots: i64,
}

impl Step {
    /// A change by `plots` plots in a region, on a day.
    pub fn new(region_code: RegionCode, day: Day, plots: i64) -> Self {
        Self { region_code, day, plots }
    }

    /// The change in the number of plots that an entry of area makes.
    pub fn of(entry: &Entry) -> Self {
        Self { region_code: entry.facets.region_code.clone(), day: entry.facets.day, plots: entry.amounts.items }
    }
}

async fn recorded_steps(txn: &Txn, grower_id: Uuid, variety_code: &str) -> Result<Vec<Step>> {
    let steps = ledger_entry::Entity::find()
        .select_only()
        .column(ledger_entry::Column::RegionCode)
        .column(ledger_entry::Column::Day)
        .column_as(as_bigint(ledger_entry::Column::ItemCount.sum()), "plots")
        .filter(ledger_entry::Column::GrowerId.eq(grower_id))
        .filter(ledger_entry::Column::VarietyCode.eq(variety_code))
        .filter(ledger_entry::Column::Kind.eq(EntryKind::Area))
        .group_by(ledger_entry::Column::RegionCode)
        .group_by(ledger_entry::Column::Day);
    Ok(steps.into_model().all(txn.reader()).await?)
}

/// The days when a grower starts (+1) and stops (−1) having any plot in use, for each region at and above its plots.
/// A grower with three plots in two villages counts as one grower in each of the two, and as one in the town.
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

/// The entries that turn one state of a grower's use of a variety into another.
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
        let town: Vec<_> = uses
            .iter()
            .filter(|((region, _), _)| region.0 == "500235136")
            .map(|((_, day), change)| (day.to_string(), *change))
            .collect();
        assert_eq!(town, [("2020-01-01".to_owned(), 1)]);
        let village: Vec<_> = uses
            .iter()
            .filter(|((region, _), _)| region.0 == "500235136001")
            .map(|((_, day), change)| (day.to_string(), *change))
            .collect();
        assert_eq!(village, [("2020-01-01".to_owned(), 1), ("2023-05-01".to_owned(), -1)]);
    }
}
