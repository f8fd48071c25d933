//! Plots that are divided and joined from a day on. The plots before go out of use on that day, and those that are made
//! of them count from then. So no day before it changes, and nothing that was published about one.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait, LockType},
};
use uuid::Uuid;

use super::{
    growers,
    plot_terms::{self, Appended, not_found},
    plots, varieties,
};
use crate::{not_in_the_future, voiding};
use store::{
    Reader, Txn,
    entity::registers::{grower, plot, plot_origin},
    error::{Error, Result},
    load,
};
use types::{Actor, Day, Mu, Problem, Scope, new_id};

/// The most plots that a plot is divided into, or that are joined.
pub const MOST_PLOTS: usize = 20;

/// One of the plots that a plot is divided into. An absent field is as it was.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its area.
    pub area: Mu,
    /// Its variety, if another.
    pub variety_code: Option<String>,
    /// Number of trees, if they were counted. The trees of the whole are not divided among its parts.
    pub tree_count: Option<i32>,
}

/// A division of a plot.
#[derive(Debug, Clone)]
pub struct Division {
    /// The first day of the parts.
    pub from: Day,
    /// The parts.
    pub parts: Vec<Part>,
}

/// A plot to divide.
#[derive(Debug)]
pub struct ToDivide {
    plot: plot::Model,
    grower: grower::Model,
    /// The grower of each part.
    growers: Vec<grower::Model>,
}

/// The plot to divide, and the growers of its parts where they name another one. All are of the clerk's township.
pub async fn to_divide(txn: &Txn, actor: &Actor, (plot_id, named): (Uuid, Vec<Option<Uuid>>)) -> Result<ToDivide> {
    let plot = plots::lock(txn, &actor.scope(), plot_id, LockType::NoKeyUpdate, "plotId").await?;
    for (position, id) in named.iter().enumerate() {
        if let Some(id) = id {
            let field = format!("parts.{position}.growerId");
            growers::get(txn, &actor.township_scope(), *id, txn.today(), &field).await?;
        }
    }
    let named: Vec<Uuid> = named.into_iter().map(|id| id.unwrap_or(plot.grower_id)).collect();
    let locked = lock_growers(txn, named.iter().copied().chain([plot.grower_id]).collect()).await?;
    let find = |id: &Uuid| locked.get(id).cloned().ok_or_else(|| not_found("plotId"));
    Ok(ToDivide { grower: find(&plot.grower_id)?, growers: named.iter().map(find).collect::<Result<_>>()?, plot })
}

/// Divides a plot from a day on: it goes out of use, and its parts count from then, with its planted year. Returns the
/// first part.
///
/// INVALID_INPUT on `parts` unless their areas add up to the plot's. CONFLICT if it is out of use, or if a lot was
/// picked on or after the day.
pub async fn divide(txn: &Txn, actor: &Actor, target: ToDivide, fields: Division) -> Result<plot::Model> {
    let ToDivide { plot, grower, growers } = target;
    let Division { from, parts } = fields;
    check_number(parts.len(), "parts")?;
    for (position, part) in parts.iter().enumerate() {
        if let Some(code) = &part.variety_code {
            varieties::get_to_grow(txn, code, &format!("parts.{position}.varietyCode")).await?;
        }
        plots::check_trees(part.tree_count, &format!("parts.{position}.treeCount"))?;
    }
    not_in_the_future(from, txn.today(), "from")?;
    let (sum, whole) = (parts.iter().map(|part| part.area).sum::<Mu>(), plot.area_mu_hundredths);
    if sum != whole {
        let problem = Problem::new(
            format!("各部分面积合计 {sum} 亩，须等于地块面积 {whole} 亩"),
            format!("the parts have {sum} mu together, the plot has {whole} mu"),
        );
        return Err(Error::invalid("parts", problem));
    }
    growers.iter().try_for_each(growers::check_not_merged)?;
    let terms = plots::check_may_end(txn, plot.id, from).await?;
    let (plot, last) = plots::end(txn, actor, (plot, &grower), (terms, from)).await?;
    let made = parts.into_iter().zip(&growers).map(|(part, grower)| {
        let Part { area, variety_code, tree_count } = part;
        let variety_code = variety_code.unwrap_or_else(|| plot.variety_code.clone());
        let of = Made { from, area, variety_code, tree_count, planted_year: plot.planted_year };
        (row(txn, &plot, grower, of), grower)
    });
    let made: Vec<_> = made.collect();
    let first = made.first().map(|(first, _)| first.clone()).ok_or_else(|| not_found("plotId"))?;
    let origins = made.iter().map(|(part, _)| origin(txn, part, &plot)).collect();
    make(txn, actor, made, (vec![last], origins)).await?;
    Ok(first)
}

/// All parts of the division that made this one, in the order in which they were named.
pub async fn parts_with(connection: &Reader, part: &plot::Model) -> Result<Vec<plot::Model>> {
    use plot_origin::Column;
    let of_part = plot_origin::Entity::find().filter(Column::PlotId.eq(part.id)).one(connection).await?;
    let of_part = of_part.ok_or_else(|| not_found("plotId"))?;
    let parts = plot_origin::Entity::find().select_only().column(Column::PlotId);
    let parts = parts.filter(Column::OriginId.eq(of_part.origin_id)).filter(Column::RecordedAt.eq(of_part.recorded_at));
    let parts = plot::Entity::find().filter(plot::Column::Id.in_subquery(parts.into_query()));
    Ok(parts.order_by_asc(plot::Column::Id).all(connection).await?)
}

/// The plots to join.
#[derive(Debug)]
pub struct ToJoin {
    /// Each once, in the order of their ids.
    plots: Vec<plot::Model>,
    growers: HashMap<Uuid, grower::Model>,
    /// How many were named.
    named: usize,
}

/// The plots to join. They are locked in the order of their ids, so that two joins cannot wait for each other.
pub async fn to_join(txn: &Txn, actor: &Actor, plot_ids: Vec<Uuid>) -> Result<ToJoin> {
    let named = plot_ids.len();
    let positions: BTreeMap<Uuid, usize> = plot_ids.into_iter().zip(0..).collect();
    let mut found = Vec::new();
    for (id, position) in positions {
        let field = format!("plotIds.{position}");
        found.push(plots::lock(txn, &actor.scope(), id, LockType::NoKeyUpdate, &field).await?);
    }
    let growers = lock_growers(txn, found.iter().map(|plot| plot.grower_id).collect()).await?;
    Ok(ToJoin { plots: found, growers, named })
}

/// Joins plots from a day on: they go out of use, and a new plot counts from then, with their area, and the oldest of
/// their planted years. It has the number of trees if all of them had one.
///
/// INVALID_INPUT on `plotIds` unless they have one grower, region and variety. CONFLICT if one is out of use, or if a
/// lot was picked on one of them on or after the day.
pub async fn join(txn: &Txn, actor: &Actor, target: ToJoin, from: Day) -> Result<plot::Model> {
    let ToJoin { plots, growers, named } = target;
    check_number(named, "plotIds")?;
    if plots.len() < named {
        return Err(Error::invalid("plotIds", Problem::new("每个地块只能列一次", "name each plot once")));
    }
    let first = plots.first().ok_or_else(|| not_found("plotIds"))?;
    check_alike(first, &plots)?;
    not_in_the_future(from, txn.today(), "from")?;
    let area: Mu = plots.iter().map(|plot| plot.area_mu_hundredths).sum();
    if area > Mu::MAXIMUM {
        let most = Mu::MAXIMUM;
        let problem =
            Problem::new(format!("面积合计 {area} 亩，最多 {most} 亩"), format!("{area} mu together, at most {most}"));
        return Err(Error::invalid("plotIds", problem));
    }
    let tree_count = plots.iter().map(|plot| plot.tree_count).sum();
    plots::check_trees(tree_count, "plotIds")?;
    let grower = growers.get(&first.grower_id).ok_or_else(|| not_found("plotIds"))?;
    let planted_year = plots.iter().map(|plot| plot.planted_year).min().unwrap_or(first.planted_year);
    let of = Made { from, area, variety_code: first.variety_code.clone(), tree_count, planted_year };
    let joined = row(txn, first, grower, of);
    let (mut ended, mut origins) = (Vec::new(), Vec::new());
    for plot in &plots {
        let terms = plots::check_may_end(txn, plot.id, from).await?;
        ended.push(plots::end(txn, actor, (plot.clone(), grower), (terms, from)).await?.1);
        origins.push(origin(txn, &joined, plot));
    }
    make(txn, actor, vec![(joined.clone(), grower)], (ended, origins)).await?;
    Ok(joined)
}

/// INVALID_INPUT on `plotIds` unless plots have one grower, region and variety.
fn check_alike(first: &plot::Model, plots: &[plot::Model]) -> Result<()> {
    let differ = |of: fn(&plot::Model) -> &str| plots.iter().any(|plot| of(plot) != of(first));
    let differences = [
        (plots.iter().any(|plot| plot.grower_id != first.grower_id), "种植户", "grower"),
        (differ(|plot| &plot.region_code.0), "区划", "region"),
        (differ(|plot| &plot.variety_code), "品种", "variety"),
    ];
    let named: Vec<_> = differences.iter().filter(|(differs, ..)| *differs).collect();
    if named.is_empty() {
        return Ok(());
    }
    let zh = named.iter().map(|(_, zh, _)| *zh).collect::<Vec<_>>().join("、");
    let en = named.iter().map(|(.., en)| *en).collect::<Vec<_>>().join(" and ");
    let problem = Problem::new(format!("所列地块的{zh}不同，不能合并"), format!("the plots differ in {en}"));
    Err(Error::invalid("plotIds", problem))
}

fn check_number(plots: usize, field: &str) -> Result<()> {
    if (2..=MOST_PLOTS).contains(&plots) {
        return Ok(());
    }
    let problem = Problem::new(format!("应为 2 至 {MOST_PLOTS} 个"), format!("expected 2 to {MOST_PLOTS}"));
    Err(Error::invalid(field, problem))
}

/// Locks growers in the order of their ids.
async fn lock_growers(txn: &Txn, ids: BTreeSet<Uuid>) -> Result<HashMap<Uuid, grower::Model>> {
    let mut locked = HashMap::new();
    for id in ids {
        locked.insert(id, growers::lock(txn, &Scope::Everything, id, "growerId").await?);
    }
    Ok(locked)
}

/// What a new plot does not take over from the one that it is made of.
struct Made {
    from: Day,
    area: Mu,
    variety_code: String,
    tree_count: Option<i32>,
    planted_year: i32,
}

/// The row of a plot that is made of another one.
fn row(txn: &Txn, of: &plot::Model, grower: &grower::Model, made: Made) -> plot::Model {
    let Made { from, area, variety_code, tree_count, planted_year } = made;
    plot::Model {
        id: new_id(),
        grower_id: grower.id,
        region_code: of.region_code.clone(),
        variety_code,
        area_mu_hundredths: area,
        planted_year,
        tree_count,
        out_of_use_from: None,
        registered_at: txn.recorded_at(),
        counts_from: Some(from),
    }
}

fn origin(txn: &Txn, made: &plot::Model, of: &plot::Model) -> plot_origin::ActiveModel {
    let recorded_at = txn.recorded_at();
    plot_origin::Model { id: new_id(), plot_id: made.id, origin_id: of.id, recorded_at, undone_at: None }
        .into_active_model()
}

/// Writes the plots that were made, each with its grower, together with the last terms of those that they were made of.
async fn make(
    txn: &Txn,
    actor: &Actor,
    made: Vec<(plot::Model, &grower::Model)>,
    (mut terms, origins): (Vec<Appended>, Vec<plot_origin::ActiveModel>),
) -> Result<()> {
    let first = |(plot, grower): &(plot::Model, &grower::Model)| {
        (None, plot_terms::term(txn, actor, plot, grower, 1, plot.first_day()))
    };
    terms.extend(made.iter().map(first));
    txn.insert_all::<plot::Entity>(made.into_iter().map(|(plot, _)| plot).collect()).await?;
    txn.add::<plot_origin::Entity>(origins).await?;
    plot_terms::add(txn, terms).await
}

/// The plots that each of these was made of and that the scope may see.
pub async fn origins_of(connection: &Reader, scope: &Scope, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<plot::Model>>> {
    let links = plot_origin::Entity::find().filter(plot_origin::Column::PlotId.is_in(load::filled(ids)));
    let links = links.order_by_asc(plot_origin::Column::OriginId).all(connection).await?;
    if links.is_empty() {
        return Ok(HashMap::new());
    }
    let origins: BTreeSet<Uuid> = links.iter().map(|link| link.origin_id).collect();
    let origins = plot::Entity::visible_to(scope).filter(plot::Column::Id.is_in(origins));
    let origins: HashMap<Uuid, plot::Model> =
        origins.all(connection).await?.into_iter().map(|plot| (plot.id, plot)).collect();
    let mut of_plots: HashMap<Uuid, Vec<plot::Model>> = HashMap::new();
    for link in links {
        of_plots.entry(link.plot_id).or_default().extend(origins.get(&link.origin_id).cloned());
    }
    Ok(of_plots)
}

/// Locks the plots that were made of one, so that none of them comes back in use while that one does.
pub(crate) async fn lock_made_of(txn: &Txn, plot_id: Uuid) -> Result<()> {
    let made = plot::Entity::find().filter(plot::Column::Id.in_subquery(made_of(plot_id).into_query()));
    made.order_by_asc(plot::Column::Id).lock(LockType::NoKeyUpdate).all(txn.reader()).await?;
    Ok(())
}

/// The ids of the plots that were made of one, unless it is back in use.
fn made_of(plot_id: Uuid) -> Select<plot_origin::Entity> {
    use plot_origin::Column;
    let made = plot_origin::Entity::find().select_only().column(Column::PlotId);
    made.filter(Column::OriginId.eq(plot_id)).filter(Column::UndoneAt.is_null())
}

/// Undoes the division or joining in which a plot went out of use, if it did in one. CONFLICT if what was made of it
/// counted on some day, or was itself divided or joined; or if what it was made of is in use again. In both cases an
/// area would count twice.
pub(crate) async fn undo(txn: &Txn, plot: &plot::Model) -> Result<()> {
    use plot_origin::Column;
    let made = made_of(plot.id).into_query();
    let divided = plot_origin::Entity::find().select_only().column(Column::OriginId);
    let divided = divided.filter(Column::UndoneAt.is_null()).filter(Column::OriginId.in_subquery(made.clone()));
    let counted = Condition::any()
        .add(plot::Column::OutOfUseFrom.is_null())
        .add(Expr::col(plot::Column::OutOfUseFrom).gt(Expr::col(plot::Column::CountsFrom)))
        .add(plot::Column::Id.in_subquery(divided.into_query()));
    let in_the_way = plot::Entity::find().filter(plot::Column::Id.in_subquery(made)).filter(counted);
    let problem = (
        "该地块分出或合并成的地块仍在用，请先自其起算之日起停用",
        "plots that were made of it count; first take them out of use from the day on which they began",
    );
    voiding::check_unused::<Uuid, _>(txn, in_the_way, plot::Column::Id, problem).await?;
    let back = plot_origin::Entity::find().select_only().column(Column::OriginId);
    let back = back.filter(Column::PlotId.eq(plot.id)).filter(Column::UndoneAt.is_not_null());
    let in_the_way = plot::Entity::find().filter(plot::Column::Id.in_subquery(back.into_query()));
    let problem = ("分出或合并成该地块的原地块已恢复使用", "the plots that it was made of are in use again");
    voiding::check_unused::<Uuid, _>(txn, in_the_way, plot::Column::Id, problem).await?;
    let undone = plot_origin::Entity::update_many()
        .col_expr(Column::UndoneAt, Expr::value(txn.recorded_at()))
        .filter(Column::OriginId.eq(plot.id))
        .filter(Column::UndoneAt.is_null());
    txn.change(undone).await?;
    Ok(())
}
