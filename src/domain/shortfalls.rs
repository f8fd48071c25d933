//! Shortfalls: fewer kilograms than were promised came off the trees.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, Order, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select, sea_query::LockType,
};
use uuid::Uuid;

use super::{
    offers,
    preorders::{Happening, Rules, record_histories, rewritten},
    regions,
};
use crate::{
    db::{
        Txn,
        ledger::{self, Amounts},
        page::{Page, PageRequest, page, slice},
    },
    entity::{preorder, presale_offer, shortfall_run, shortfall_share},
    error::{Error, Result},
    types::{
        Actor, CancellationCause, Kilograms, PreorderAction, PreorderEventKind, PreorderStatus, ShortfallPolicy, Timestamp, price, shares,
    },
};

/// What settling changes of a pre-order.
const CHANGED: [preorder::Column; 7] = [
    preorder::Column::Status,
    preorder::Column::FulfillableG,
    preorder::Column::AmountFen,
    preorder::Column::RefundDueSince,
    preorder::Column::CancelledAt,
    preorder::Column::CancellationCause,
    preorder::Column::ChangedAt,
];

/// What there is, and how it is shared.
#[derive(Debug, Clone)]
pub struct Settlement {
    /// What there is for the confirmed pre-orders that are not yet delivered.
    pub available: Kilograms,
    /// The rule.
    pub policy: ShortfallPolicy,
}

/// What settling does, or would do.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The run as it is recorded.
    pub run: shortfall_run::Model,
    /// What each gets, by confirmation time, then id.
    pub shares: Vec<shortfall_share::Model>,
}

/// A confirmed pre-order before, and as it is with its share.
pub(super) struct Reduced {
    pub before: preorder::Model,
    pub after: preorder::Model,
}

/// What settling would do. It records nothing, and gives the same as `settle` would at this instant.
pub async fn preview(
    connection: &impl ConnectionTrait,
    actor: &Actor,
    rules: Rules,
    offer_id: Uuid,
    fields: Result<Settlement>,
    now: Timestamp,
) -> Result<Plan> {
    let offer = offers::find(connection, offer_id, "offerId").await?;
    regions::require(&actor.scope(), &offer.region_code)?;
    let settlement = fields?;
    require_few(connection, &offer, PreorderStatus::Confirmed, rules).await?;
    let confirmed = confirmed(&offer).all(connection).await?;
    Ok(plan(actor.account_id, &offer, &settlement, confirmed, now)?.0)
}

fn confirmed(offer: &presale_offer::Model) -> Select<preorder::Entity> {
    of_offer(offer, PreorderStatus::Confirmed).order_by_asc(preorder::Column::ConfirmedAt).order_by_asc(preorder::Column::Id)
}

fn of_offer(offer: &presale_offer::Model, status: PreorderStatus) -> Select<preorder::Entity> {
    preorder::Entity::find().filter(preorder::Column::OfferId.eq(offer.id)).filter(preorder::Column::Status.eq(status))
}

/// TOO_COMPLEX where an offer has more pre-orders than are settled at once.
async fn require_few(connection: &impl ConnectionTrait, offer: &presale_offer::Model, status: PreorderStatus, rules: Rules) -> Result<()> {
    let most = rules.most_settled;
    if of_offer(offer, status).limit(most + 1).count(connection).await? <= most {
        return Ok(());
    }
    Err(Error::too_complex(format!("一次最多结算 {most} 笔预售订单"), format!("at most {most} pre-orders are settled at once")))
}

/// Shares what there is among confirmed pre-orders, which come by confirmation time, then id. CONFLICT where that is more than is promised.
pub(super) fn plan(
    by: Uuid,
    offer: &presale_offer::Model,
    settlement: &Settlement,
    confirmed: Vec<preorder::Model>,
    now: Timestamp,
) -> Result<(Plan, Vec<Reduced>)> {
    let promises: Vec<Kilograms> = confirmed.iter().map(|row| row.fulfillable_g).collect();
    let promised: Kilograms = promises.iter().copied().sum();
    let Settlement { available, policy } = *settlement;
    if available > promised {
        return Err(Error::conflict(
            format!("可供 {available} 千克，多于尚待交付的 {promised} 千克，没有缺口"),
            format!("{available} kg is more than is promised and not yet delivered, {promised} kg: nothing falls short"),
        ));
    }
    let run_id = Uuid::now_v7();
    let (mut rows, mut concerned) = (Vec::new(), Vec::new());
    for (position, (before, share)) in (1..).zip(confirmed.into_iter().zip(shares(policy, available, offer.pack_g, &promises))) {
        let after = with_share(offer, &before, share, now)?;
        rows.push(shortfall_share::Model {
            id: Uuid::now_v7(),
            run_id,
            position,
            preorder_id: before.id,
            ordered_g: before.quantity_g,
            promised_g: before.fulfillable_g,
            fulfillable_g: share,
            refund_due_fen: after.balance().due(),
        });
        if share < before.fulfillable_g {
            concerned.push(Reduced { before, after });
        }
    }
    let run = shortfall_run::Model {
        id: run_id,
        offer_id: offer.id,
        region_code: offer.region_code.clone(),
        policy,
        available_g: available,
        promised_g: promised,
        quota_before_g: offer.quota_g,
        refund_due_fen: rows.iter().map(|row| row.refund_due_fen).sum(),
        preorders_reduced: i32::try_from(concerned.len()).unwrap_or(i32::MAX),
        recorded_at: now,
        recorded_by: by,
    };
    Ok((Plan { run, shares: rows }, concerned))
}

/// A confirmed pre-order with its share; who gets nothing is cancelled.
pub(super) fn with_share(offer: &presale_offer::Model, row: &preorder::Model, share: Kilograms, now: Timestamp) -> Result<preorder::Model> {
    let action = if share == Kilograms::ZERO { PreorderAction::GoWithout } else { PreorderAction::FallShort };
    let status = row.status.after(action).map_err(|problem| Error::conflict(problem.zh, problem.en))?;
    let amount_fen = price(share, offer.unit_price_fen).unwrap_or(row.amount_fen).min(row.amount_fen);
    let is_cancelled = status == PreorderStatus::Cancelled;
    Ok(preorder::Model {
        status,
        fulfillable_g: share,
        amount_fen,
        cancelled_at: is_cancelled.then_some(now),
        cancellation_cause: is_cancelled.then_some(CancellationCause::Shortfall),
        ..row.clone()
    })
}

/// Shares what there is among the confirmed pre-orders, closes the offer, cancels what waits for its deposit, and records the run. What is
/// promised then is all that the offer has: its quota falls to that.
///
/// All of it is one transaction, since nobody may see half of it, and a few statements for a thousand pre-orders, since other writers wait
/// for one another behind it.
pub async fn settle(txn: &Txn, actor: &Actor, rules: Rules, offer_id: Uuid, fields: Result<Settlement>) -> Result<shortfall_run::Model> {
    let now = txn.recorded_at();
    let offer = offers::hold(txn, offer_id).await?;
    regions::require(&actor.scope(), &offer.region_code)?;
    let settlement = fields?;
    let released = offers::release_overdue(txn, offer.id, now).await?;
    for status in [PreorderStatus::Placed, PreorderStatus::Confirmed] {
        require_few(txn, &offer, status, rules).await?;
    }
    let waiting = of_offer(&offer, PreorderStatus::Placed).lock(LockType::NoKeyUpdate).all(txn).await?;
    let confirmed = confirmed(&offer).lock(LockType::NoKeyUpdate).all(txn).await?;
    for row in waiting.iter().chain(&confirmed) {
        txn.stamp_after(row.changed_at);
    }
    let (mut plan, reduced) = plan(actor.account_id, &offer, &settlement, confirmed, txn.recorded_at())?;
    let lost: Kilograms = reduced.iter().map(|one| one.before.fulfillable_g - one.after.fulfillable_g).sum();
    let given_up: Kilograms = waiting.iter().map(|row| row.fulfillable_g).sum();
    let (mut changes, mut happenings) = (Vec::new(), Vec::new());
    for Reduced { before, after } in reduced {
        happenings.push((before.id, falling_short(actor.account_id, &before, &after)));
        let after = rewritten(txn, &before, after, now);
        changes.push((before, after));
    }
    for before in waiting {
        happenings.push((before.id, giving_up(actor.account_id, &before)));
        let after = rewritten(txn, &before, with_share(&offer, &before, Kilograms::ZERO, txn.recorded_at())?, now);
        changes.push((before, after));
    }
    txn.update_all::<preorder::Entity>(&CHANGED, &changes).await?;
    let entries = record_histories(txn, &offer, happenings).await?;
    close(txn, &offer, offer.taken_g - released - given_up - lost, now).await?;
    plan.run = insert(txn, plan.run, plan.shares).await?;
    ledger::record(txn, entries).await?;
    Ok(plan.run)
}

/// What a shortfall takes of a confirmed pre-order, which counts on the day of the shortfall, once.
pub(super) fn falling_short(by: Uuid, before: &preorder::Model, after: &preorder::Model) -> Happening {
    let presale = Amounts {
        amount: after.amount_fen - before.amount_fen,
        quantity: after.fulfillable_g - before.fulfillable_g,
        items: if after.status == PreorderStatus::Cancelled { -1 } else { 0 },
        records: 1,
        ..Amounts::default()
    };
    let (amount, quantity) = (Some(after.amount_fen), Some(after.fulfillable_g));
    Happening { amount, quantity, presale, ..Happening::new(PreorderEventKind::FellShort, Some(by)) }
}

/// A pre-order whose deposit had not come is cancelled.
fn giving_up(by: Uuid, before: &preorder::Model) -> Happening {
    Happening { quantity: Some(before.fulfillable_g), ..Happening::new(PreorderEventKind::Cancelled, Some(by)) }
}

/// Ends the offer: nothing more can be ordered, and nothing more is there than is promised.
async fn close(txn: &Txn, offer: &presale_offer::Model, taken: Kilograms, now: Timestamp) -> Result<()> {
    let mut row = offer.clone().into_active_model();
    row.taken_g = Set(taken);
    row.quota_g = Set(taken);
    row.closes_at = Set(offer.closes_at.min(now).max(offer.opens_at));
    txn.update(offer.clone(), row).await?;
    Ok(())
}

async fn insert(txn: &Txn, run: shortfall_run::Model, shares: Vec<shortfall_share::Model>) -> Result<shortfall_run::Model> {
    let row = shortfall_run::ActiveModel {
        id: Set(run.id),
        offer_id: Set(run.offer_id),
        region_code: Set(run.region_code),
        policy: Set(run.policy),
        available_g: Set(run.available_g),
        promised_g: Set(run.promised_g),
        quota_before_g: Set(run.quota_before_g),
        refund_due_fen: Set(run.refund_due_fen),
        preorders_reduced: Set(run.preorders_reduced),
        recorded_at: Set(txn.recorded_at()),
        recorded_by: Set(run.recorded_by),
    };
    let run = txn.insert(row).await?;
    let rows = shares.into_iter().map(|share| shortfall_share::ActiveModel {
        id: Set(share.id),
        run_id: Set(share.run_id),
        position: Set(share.position),
        preorder_id: Set(share.preorder_id),
        ordered_g: Set(share.ordered_g),
        promised_g: Set(share.promised_g),
        fulfillable_g: Set(share.fulfillable_g),
        refund_due_fen: Set(share.refund_due_fen),
    });
    txn.add::<shortfall_share::Entity>(rows).await?;
    Ok(run)
}

/// A page of what a recorded run gave each.
pub async fn shares_of(connection: &impl ConnectionTrait, run_id: Uuid, request: &PageRequest) -> Result<Page<shortfall_share::Model>> {
    let query = shortfall_share::Entity::find().filter(shortfall_share::Column::RunId.eq(run_id));
    page(connection, query, &[shortfall_share::Column::Position], Order::Asc, request).await
}

/// The same page of a run that is only thought of.
pub fn shares_planned(shares: Vec<shortfall_share::Model>, request: &PageRequest) -> Result<Page<shortfall_share::Model>> {
    slice(shares, &[shortfall_share::Column::Position], request)
}

/// A page of the recorded runs of an offer of the reader's region, in the order in which they were settled.
pub async fn runs_of(
    connection: &impl ConnectionTrait,
    actor: &Actor,
    offer_id: Uuid,
    request: &PageRequest,
) -> Result<Page<shortfall_run::Model>> {
    let offer = offers::find(connection, offer_id, "offerId").await?;
    regions::require(&actor.scope(), &offer.region_code)?;
    let query = shortfall_run::Entity::find().filter(shortfall_run::Column::OfferId.eq(offer.id));
    page(connection, query, &[shortfall_run::Column::Id], Order::Asc, request).await
}
