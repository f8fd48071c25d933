//! Plots that were registered wrongly, or taken out of use by mistake. Both change the figures of the days that they
//! correct. What changed on a day is recorded by `plots::change`.

use std::collections::BTreeSet;

use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, IntoActiveModel, sea_query::LockType};
use uuid::Uuid;

use super::{
    growers, plot_divisions,
    plot_terms::{self, Appended, Terms},
    plots, regions,
};
use crate::check_year;
use store::{
    Txn,
    entity::{
        harvest::harvest_lot,
        registers::{grower, plot, plot_term},
    },
    error::{Error, Result},
};
use types::{Actor, Day, Problem, Reason, RegionCode, Scope, new_id};

/// What was wrong from the beginning. The region is among what the correction names.
#[derive(Debug, Clone)]
pub struct Correction {
    /// The year of planting.
    pub planted_year: Option<i32>,
    /// Why it is corrected.
    pub reason: Reason,
}

/// The plot to correct, and its region if the correction names one. Both must be in the clerk's region.
pub async fn to_correct(
    txn: &Txn,
    actor: &Actor,
    (plot_id, region_code): (Uuid, Option<RegionCode>),
) -> Result<(plot::Model, Option<regions::Named>)> {
    let plot = plots::lock(txn, &actor.scope(), plot_id, LockType::NoKeyUpdate, "plotId").await?;
    let region = match region_code {
        Some(code) => Some(regions::Named::find(txn, actor, &code).await?),
        None => None,
    };
    let growers: BTreeSet<Uuid> = plot_terms::of(txn, plot.id).await?.all().map(|term| term.grower_id).collect();
    for id in growers {
        growers::lock(txn, &Scope::Everything, id, "plotId").await?;
    }
    Ok((plot, region))
}

/// Corrects the planted year or the region of a plot from its first day on. All its terms are voided and written anew.
/// Its lots lie in the new region, too. What was sold or pledged of them stays as it was recorded.
///
/// INVALID_INPUT if nothing differs, or if the plot would begin after a later change of it. CONFLICT if a lot was
/// picked before the plot would begin.
pub async fn correct(
    txn: &Txn,
    actor: &Actor,
    (plot, region): (plot::Model, Option<regions::Named>),
    fields: Correction,
) -> Result<plot::Model> {
    let Correction { planted_year, reason } = fields;
    let region_code = region.map(regions::Named::get).transpose()?.map(|region| region.code);
    if let Some(year) = planted_year {
        check_year(year, txn.today(), "plantedYear")?;
        if let Some(day) = plot.counts_from {
            plots::check_planted_by(year, day, "plantedYear")?;
        }
    }
    let mut corrected = plot.clone();
    corrected.planted_year = planted_year.unwrap_or(plot.planted_year);
    corrected.region_code = region_code.clone().unwrap_or_else(|| plot.region_code.clone());
    if corrected == plot {
        let field = if planted_year.is_none() && region_code.is_some() { "regionCode" } else { "plantedYear" };
        let problem = Problem::new(
            "plantedYear 或 regionCode 须与登记的不同",
            "give a plantedYear or regionCode other than what is recorded",
        );
        return Err(Error::invalid(field, problem));
    }
    let terms = plot_terms::of(txn, plot.id).await?;
    let first_day = corrected.first_day();
    check_begins_before(&terms, first_day)?;
    let before = harvest_lot::Column::HarvestedOn.lt(first_day);
    if let Some(lot) = plots::first_lot(txn, plot.id, before).await? {
        return Err(Error::conflict(
            format!("采收批次 {} 采收于 {}，早于地块的起算日 {first_day}", lot.code.0, lot.harvested_on),
            format!(
                "lot {} was picked on {}, before the plot would count from {first_day}",
                lot.code.0, lot.harvested_on
            ),
        ));
    }
    plot_terms::stamp_after(txn, &terms);
    let mut row = plot.clone().into_active_model();
    row.planted_year = Set(corrected.planted_year);
    row.region_code = Set(corrected.region_code);
    let plot = txn.update(plot, row).await?;
    let lots = Condition::all().add(harvest_lot::Column::PlotId.eq(plot.id));
    let region = (harvest_lot::Column::RegionCode, plot.region_code.clone().into());
    txn.update_where::<harvest_lot::Entity>(lots, &[region]).await?;
    let anew = anew(txn, actor, &plot, &terms);
    plot_terms::exchange(txn, actor, (terms.all().cloned().collect(), reason), anew).await?;
    Ok(plot)
}

/// INVALID_INPUT on `plantedYear` if a plot would begin after its first change.
fn check_begins_before(terms: &Terms, first_day: Day) -> Result<()> {
    match terms.all().nth(1) {
        Some(change) if change.starts_on < first_day => {
            let day = change.starts_on;
            let problem = Problem::new(
                format!("地块将自 {first_day} 起算，晚于其首次变更的日期 {day}"),
                format!("the plot would count from {first_day}, after its first change, {day}"),
            );
            Err(Error::invalid("plantedYear", problem))
        }
        _ => Ok(()),
    }
}

/// The terms of a plot anew: the first one from its first day on, and all of them in its region.
fn anew(txn: &Txn, actor: &Actor, plot: &plot::Model, terms: &Terms) -> Vec<Appended> {
    let mut previous: Option<plot_term::Model> = None;
    let mut anew = Vec::new();
    for (term, position) in terms.all().zip(terms.next_position..) {
        let term = plot_term::Model {
            id: new_id(),
            position,
            starts_on: if previous.is_none() { plot.first_day() } else { term.starts_on },
            region_code: plot.region_code.clone(),
            recorded_at: txn.recorded_at(),
            recorded_by: actor.account_id,
            ..term.clone()
        };
        anew.push((previous.replace(term.clone()), term));
    }
    anew
}

/// The plot to put back in use, with its grower. What was made of it is locked, too.
pub async fn to_put_back(txn: &Txn, actor: &Actor, plot_id: Uuid) -> Result<(plot::Model, grower::Model)> {
    let plot = plots::lock(txn, &actor.scope(), plot_id, LockType::NoKeyUpdate, "plotId").await?;
    plot_divisions::lock_made_of(txn, plot.id).await?;
    let grower = growers::lock(txn, &Scope::Everything, plot.grower_id, "plotId").await?;
    Ok((plot, grower))
}

/// Puts a plot back in use, as if it had not been taken out. A kind of its grower that changed meanwhile holds from
/// today on.
///
/// CONFLICT if it is in use, if it was divided or joined and what was made of it counts, or if its grower was merged with
/// another one since.
pub async fn put_back(
    txn: &Txn,
    actor: &Actor,
    (plot, grower): (plot::Model, grower::Model),
    reason: Reason,
) -> Result<plot::Model> {
    let terms = plot_terms::of(txn, plot.id).await?;
    if terms.last.is_in_use {
        return Err(Error::conflict("该地块在用", "the plot is in use"));
    }
    growers::check_not_merged(&grower)?;
    plot_terms::stamp_after(txn, &terms);
    plot_divisions::undo(txn, &plot).await?;
    let mut row = plot.clone().into_active_model();
    row.out_of_use_from = Set(None);
    let plot = txn.update(plot, row).await?;
    let Terms { mut earlier, last, next_position } = terms;
    let changed = earlier.pop().filter(|before| before.grower_kind != grower.kind);
    let today = |before| (Some(before), plot_terms::term(txn, actor, &plot, &grower, next_position, txn.today()));
    plot_terms::exchange(txn, actor, (vec![last], reason), changed.map(today).into_iter().collect()).await?;
    Ok(plot)
}
