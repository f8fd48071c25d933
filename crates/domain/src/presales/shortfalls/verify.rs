//! What `lihua verify` recomputes of shortfalls: a run from its shares, and from the promises to pre-orders that have
//! no share yet.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::of_offer;
use store::{
    Reader, as_bigint,
    entity::presales::{preorder, presale_offer, shortfall_run, shortfall_share},
    error::Result,
    integrity,
};
use types::{Kilograms, Money, PreorderStatus};

#[derive(Debug, Clone, Copy, Default, FromQueryResult)]
struct Shared {
    run_id: Uuid,
    promised: Kilograms,
    fulfillable: Kilograms,
    refund_due: Money,
    reduced: i64,
}

/// The differences between these runs and their shares.
pub(crate) async fn differences(connection: &Reader, runs: &[shortfall_run::Model]) -> Result<Vec<String>> {
    let offers =
        presale_offer::Entity::find().filter(presale_offer::Column::Id.is_in(runs.iter().map(|run| run.offer_id)));
    let offers: HashMap<Uuid, presale_offer::Model> =
        integrity::rows(connection, offers).await?.read.into_iter().map(|offer| (offer.id, offer)).collect();
    let all_shared = shared(connection, runs).await?;
    let mut differences = Vec::new();
    for run in runs {
        let Some(offer) = offers.get(&run.offer_id) else { continue };
        let shared = all_shared.get(&run.id).copied().unwrap_or_default();
        let is_finished = offer.settling_run_id != Some(run.id);
        let left = if is_finished { Kilograms::ZERO } else { without_share(connection, offer, run).await? };
        if shared.promised + left != run.promised_g {
            let promised = shared.promised + left;
            differences
                .push(format!("shortfall {}: {promised} kg were promised, its row says {}", run.id, run.promised_g));
        }
        // If orders are whole packs, so are shares.
        let whole = offer.pack_g.map_or(run.available_g, |pack| Kilograms(run.available_g.0 / pack.0 * pack.0));
        if is_finished && shared.fulfillable != whole {
            differences.push(format!("shortfall {}: {} kg were shared of {whole}", run.id, shared.fulfillable));
        }
        if (shared.refund_due, shared.reduced) != (run.refund_due_fen, i64::from(run.preorders_reduced)) {
            differences.push(format!(
                "shortfall {}: {} is due back after it, and {} get less; its row says {} and {}",
                run.id, shared.refund_due, shared.reduced, run.refund_due_fen, run.preorders_reduced
            ));
        }
    }
    Ok(differences)
}

async fn shared(connection: &Reader, runs: &[shortfall_run::Model]) -> Result<HashMap<Uuid, Shared>> {
    use shortfall_share::Column;
    let is_reduced = Expr::col(Column::FulfillableG).lt(Expr::col(Column::PromisedG));
    let reduced = Expr::expr(Expr::case(is_reduced, 1_i64).finally(0_i64)).sum();
    let sums: Vec<Shared> = shortfall_share::Entity::find()
        .select_only()
        .column(Column::RunId)
        .column_as(as_bigint(Column::PromisedG.sum()), "promised")
        .column_as(as_bigint(Column::FulfillableG.sum()), "fulfillable")
        .column_as(as_bigint(Column::RefundDueFen.sum()), "refund_due")
        .column_as(as_bigint(reduced), "reduced")
        .filter(Column::RunId.is_in(runs.iter().map(|run| run.id)))
        .group_by(Column::RunId)
        .into_model()
        .all(connection)
        .await?;
    Ok(sums.into_iter().map(|sum| (sum.run_id, sum)).collect())
}

/// The quantity promised to the confirmed pre-orders that have no share in a run yet.
async fn without_share(
    connection: &Reader,
    offer: &presale_offer::Model,
    run: &shortfall_run::Model,
) -> Result<Kilograms> {
    let settled = shortfall_share::Entity::find().select_only().column(shortfall_share::Column::PreorderId);
    let settled = settled.filter(shortfall_share::Column::RunId.eq(run.id));
    let left =
        of_offer(offer, PreorderStatus::Confirmed).filter(preorder::Column::Id.not_in_subquery(settled.into_query()));
    promised(connection, left).await
}

/// The total quantity that pre-orders are still promised.
pub(super) async fn promised(connection: &Reader, preorders: Select<preorder::Entity>) -> Result<Kilograms> {
    let sum = preorders.select_only().column_as(as_bigint(preorder::outstanding().sum()), "promised");
    Ok(Kilograms(sum.into_tuple::<Option<i64>>().one(connection).await?.flatten().unwrap_or_default()))
}
