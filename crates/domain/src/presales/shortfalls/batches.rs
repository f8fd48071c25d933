//! The settlement of a shortfall with more pre-orders than one transaction settles. It runs in batches, and other
//! requests can write between them.
//!
//! The first transaction records the run, closes the offer and marks it with `settling_run_id`. While the offer is
//! marked, nothing else changes its pre-orders (`offers::lock`). The share of each pre-order therefore follows from
//! what is recorded, at any time and for any server: the promises in the shares, and the promises to those that have
//! no share yet. Each batch locks the offer and continues after the last share. An interrupted run can therefore be
//! resumed by any server, and two at once do not conflict.

use std::{collections::HashSet, sync::Arc};

use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select, sea_query::LockType,
};
use uuid::Uuid;

use super::{Settlement, add_shares, close, confirmed, of_offer, part, run, verify::promised, with_part, write};
use crate::presales::{offers, preorders::Rules};
use store::{
    Database, Reader, Txn,
    entity::presales::{preorder, presale_offer, shortfall_run, shortfall_share},
    error::{Error, Result},
    ledger, load,
};
use types::{Act, Kilograms, PreorderStatus, shares};

/// The action of each batch in the audit log: the mutation that it belongs to.
const ACTION: &str = "settleHarvestShortfall";

/// A pre-order and its share.
type Planned = (Uuid, Kilograms);

/// Records the run of a locked offer and closes the offer. Nobody has a share yet.
pub(super) async fn begin(
    txn: &Txn,
    by: Uuid,
    offer: &presale_offer::Model,
    settlement: &Settlement,
    released: Kilograms,
) -> Result<shortfall_run::Model> {
    let promised = promised(txn, of_offer(offer, PreorderStatus::Confirmed)).await?;
    let now = txn.recorded_at();
    let run = txn.insert(run(by, offer, settlement, promised, now)?.into_active_model()).await?;
    close(txn, offer, offer.taken_g - released, Some(run.id), now).await?;
    Ok(run)
}

/// The runs in which some pre-orders have no share yet.
pub(super) fn unfinished() -> Select<presale_offer::Entity> {
    use presale_offer::Column;
    presale_offer::Entity::find()
        .select_only()
        .column(Column::SettlingRunId)
        .filter(Column::SettlingRunId.is_not_null())
}

/// Settles the rest of a run and returns the run as it is then. It runs to the end in a task of its own, even if the
/// caller disconnects.
pub async fn finish(database: &Database, rules: Rules, run: shortfall_run::Model) -> Result<shortfall_run::Model> {
    let database = database.clone();
    let finishing = tokio::spawn(async move {
        if let Some(planned) = plan(&database, &run).await? {
            while settle_batch(&database, rules, &run, planned.clone()).await? {}
        }
        find(database.reader(), run.id).await
    });
    finishing.await.map_err(Error::internal).flatten()
}

/// Finishes every interrupted run. A run that cannot be finished does not stop the others. Its error is returned at
/// the end.
pub async fn finish_all(database: &Database, rules: Rules) -> Result<()> {
    let query = shortfall_run::Entity::find().filter(shortfall_run::Column::Id.in_subquery(unfinished().into_query()));
    let mut finished = Ok(());
    for run in query.all(database.reader()).await? {
        finished = finished.and(finish(database, rules, run).await.map(|_| ()));
    }
    finished
}

async fn find(connection: &Reader, id: Uuid) -> Result<shortfall_run::Model> {
    let run = shortfall_run::Entity::find_by_id(id).one(connection).await?;
    run.ok_or_else(|| Error::not_found("offerId", "歉收结算", "shortfall"))
}

/// The share of each pre-order of a run, in the order of the run. None if the run is finished.
async fn plan(database: &Database, run: &shortfall_run::Model) -> Result<Option<Arc<Vec<Planned>>>> {
    let run = run.clone();
    let read = database.read(async move |snapshot| {
        let offer = offers::get(&snapshot, run.offer_id, "offerId").await?;
        if offer.settling_run_id != Some(run.id) {
            return Ok(None);
        }
        let mut promises = {
            use shortfall_share::Column;
            let settled =
                shortfall_share::Entity::find().select_only().columns([Column::PreorderId, Column::PromisedG]);
            let settled = settled.filter(Column::RunId.eq(run.id)).order_by_asc(Column::Position);
            settled.into_tuple::<Planned>().all(&*snapshot).await?
        };
        let settled: HashSet<Uuid> = promises.iter().map(|(id, _)| *id).collect();
        let promised = confirmed(&offer).select_only().column(preorder::Column::Id);
        let promised = promised.column_as(preorder::outstanding(), "promised");
        let promised: Vec<Planned> = promised.into_tuple().all(&*snapshot).await?;
        promises.extend(promised.into_iter().filter(|(id, _)| !settled.contains(id)));
        let (ids, promises): (Vec<Uuid>, Vec<Kilograms>) = promises.into_iter().unzip();
        let shares = shares(run.policy, run.available_g, offer.pack_g, &promises);
        Ok(Some(Arc::new(ids.into_iter().zip(shares).collect())))
    });
    read.await
}

/// Settles the next batch of a run. Returns whether there are more.
///
/// It acts for the account that settled the shortfall, even where the run is resumed without any request of that
/// account.
async fn settle_batch(
    database: &Database,
    rules: Rules,
    run: &shortfall_run::Model,
    planned: Arc<Vec<Planned>>,
) -> Result<bool> {
    let act = Act { account_id: Some(run.recorded_by), address: None, request_id: None, action: ACTION.to_owned() };
    let (offer_id, run_id) = (run.offer_id, run.id);
    let written = database.write_as(act, async move |txn: Arc<Txn>| {
        let offer = offers::lock_while_settling(&txn, offer_id).await?;
        if offer.settling_run_id == Some(run_id) {
            return settle_next(&txn, rules, &offer, find(&txn, run_id).await?, &planned).await;
        }
        txn.is_unchanged();
        Ok(false)
    });
    written.await
}

/// Pre-orders that await their deposit come first, because their holds expire. The confirmed ones follow in the order
/// of the run. The lock on the offer protects all of them from other transactions.
#[expect(clippy::indexing_slicing, reason = "each index lies within the slice by construction")]
async fn settle_next(
    txn: &Txn,
    rules: Rules,
    offer: &presale_offer::Model,
    run: shortfall_run::Model,
    planned: &[Planned],
) -> Result<bool> {
    let now = txn.recorded_at();
    let most = usize::try_from(rules.settled_at_once).unwrap_or(usize::MAX);
    let released = offers::release_overdue(txn, offer.id, now).await?;
    let waiting =
        of_offer(offer, PreorderStatus::Placed).order_by_asc(preorder::Column::Id).limit(rules.settled_at_once);
    let waiting = waiting.lock(LockType::NoKeyUpdate).all(txn.reader()).await?;
    let last = shortfall_share::Entity::find().filter(shortfall_share::Column::RunId.eq(run.id));
    let last = last.order_by_desc(shortfall_share::Column::Position).one(txn.reader()).await?;
    let earlier = last.map_or(0, |share| share.position);
    let left = planned.get(usize::try_from(earlier).unwrap_or_default()..).unwrap_or_default();
    let next = &left[..left.len().min(most - waiting.len())];
    let ids: Vec<Uuid> = next.iter().map(|(id, _)| *id).collect();
    let mut rows = load::by_key::<preorder::Entity>(txn, &ids).await?;
    let shared: Option<Vec<_>> = next.iter().map(|(id, share)| Some((rows.remove(id)?, *share))).collect();
    let shared = shared.ok_or_else(|| Error::not_found("offerId", "预售订单", "pre-order"))?;
    for row in waiting.iter().chain(shared.iter().map(|(row, _)| row)) {
        txn.stamp_after(row.changed_at);
    }
    let is_last = waiting.len() < most && next.len() == left.len();
    let (shares, reduced) = part(offer, run.id, earlier, shared, txn.recorded_at())?;
    let after = with_part(run.clone(), &shares, reduced.len());
    let (freed, entries) = write(txn, offer, run.recorded_by, reduced, waiting, now).await?;
    close(txn, offer, offer.taken_g - released - freed, (!is_last).then_some(run.id), now).await?;
    let mut row = run.clone().into_active_model();
    (row.refund_due_fen, row.preorders_reduced) = (Set(after.refund_due_fen), Set(after.preorders_reduced));
    let run = txn.update(run, row).await?;
    txn.is_about(&run);
    add_shares(txn, shares).await?;
    ledger::record(txn, entries).await?;
    Ok(!is_last)
}
