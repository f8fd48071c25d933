//! Handing over plots: what changes for all plots in use of a grower at once, when its kind changes or when it is merged
//! with another.

use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect, Select, sea_query::LockType};
use uuid::Uuid;

use super::plot_terms::{self, not_found};
use store::{
    Txn,
    entity::registers::{grower, plot},
    error::{Error, Result},
};
use types::Actor;

/// The most plots in use that one change of their grower may move.
const MOST_MOVED: usize = 10_000;

/// The plots in use of a grower, locked in the order of their ids, before their grower is. TOO_COMPLEX if they are more
/// than one change may move.
pub(crate) async fn lock_in_use(txn: &Txn, grower_id: Uuid) -> Result<Vec<plot::Model>> {
    let plots = in_use(txn, grower_id).order_by_asc(plot::Column::Id).lock(LockType::NoKeyUpdate);
    not_too_many(plots.all(txn.reader()).await?)
}

/// Moves the area of a grower's plots in use to the grower's new kind, from today on.
pub(crate) async fn grower_kind_changed(txn: &Txn, actor: &Actor, grower: &grower::Model) -> Result<()> {
    hand_over(txn, actor, grower.id, grower).await
}

/// Gives a grower's plots in use to a grower, from today on. No day before changes.
pub(crate) async fn hand_over(txn: &Txn, actor: &Actor, from: Uuid, to: &grower::Model) -> Result<()> {
    let plots = not_too_many(in_use(txn, from).all(txn.reader()).await?)?;
    let mut of_plots = plot_terms::of_grower(txn, from).await?;
    let (mut changes, mut added) = (Vec::new(), Vec::new());
    for plot in plots {
        let last = of_plots.remove(&plot.id).ok_or_else(|| not_found("growerId"))?;
        let after = plot::Model { grower_id: to.id, ..plot.clone() };
        let next = plot_terms::term(txn, actor, &after, to, last.next_position, txn.today());
        added.push((Some(last.last), next));
        changes.push((plot, after));
    }
    if from != to.id {
        txn.update_all::<plot::Entity>(&[plot::Column::GrowerId], &changes).await?;
    }
    plot_terms::add(txn, added).await
}

fn in_use(txn: &Txn, grower_id: Uuid) -> Select<plot::Entity> {
    plot::Entity::in_use_on(txn.today()).filter(plot::Column::GrowerId.eq(grower_id)).limit(MOST_MOVED as u64 + 1)
}

fn not_too_many(plots: Vec<plot::Model>) -> Result<Vec<plot::Model>> {
    if plots.len() > MOST_MOVED {
        return Err(Error::too_complex(
            format!("种植户的变更一次最多涉及 {MOST_MOVED} 个地块"),
            format!("a change of a grower affects at most {MOST_MOVED} plots"),
        ));
    }
    Ok(plots)
}
