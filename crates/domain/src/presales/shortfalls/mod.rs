//! Shortfalls: the harvest is smaller than what was promised.

mod batches;
mod verify;

use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, Order, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select, sea_query::LockType,
};
use uuid::Uuid;

pub use batches::{finish, finish_all};
pub(crate) use verify::differences;

use super::{
    offers,
    preorders::{NewEvent, Rules, record_histories, rewritten},
};
use crate::registers::regions;
use store::{
    Reader, Txn,
    entity::presales::{preorder, presale_offer, shortfall_run, shortfall_share},
    error::{Error, Result},
    ledger::{self, Amounts, Entry},
    page::{Page, PageRequest, page, slice},
};
use types::{
    Actor, CancellationCause, Kilograms, Money, PreorderAction, PreorderEventKind, PreorderStatus, ShortfallPolicy,
    Timestamp, new_id, price, shares,
};

/// The columns of a pre-order that a settlement changes.
const CHANGED: [preorder::Column; 7] = [
    preorder::Column::Status,
    preorder::Column::FulfillableG,
    preorder::Column::AmountFen,
    preorder::Column::RefundDueSince,
    preorder::Column::CancelledAt,
    preorder::Column::CancellationCause,
    preorder::Column::ChangedAt,
];

/// The quantity available, and how it is shared.
#[derive(Debug, Clone)]
pub struct Settlement {
    /// The quantity available for the confirmed pre-orders that are not yet delivered.
    pub available: Kilograms,
    /// The sharing rule.
    pub policy: ShortfallPolicy,
}

/// The result of a settlement, real or planned.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The run.
    pub run: shortfall_run::Model,
    /// The share of each pre-order, by confirmation time, then id.
    pub shares: Vec<shortfall_share::Model>,
}

/// A confirmed pre-order before and after its share is applied.
pub struct Reduced {
    /// Before the settlement.
    pub before: preorder::Model,
    /// After the settlement.
    pub after: preorder::Model,
}

/// The offer whose settlement is previewed, or whose settlements are listed. It must lie in the actor's region.
pub async fn offer_of(connection: &Reader, actor: &Actor, id: Uuid) -> Result<presale_offer::Model> {
    let offer = offers::get(connection, id, "offerId").await?;
    regions::require(&actor.scope(), &offer.region_code)?;
    Ok(offer)
}

/// Computes what `settle` would do at this instant. It records nothing.
pub async fn preview(
    connection: &Reader,
    actor: &Actor,
    rules: Rules,
    offer: &presale_offer::Model,
    settlement: &Settlement,
    now: Timestamp,
) -> Result<Plan> {
    offers::require_settled(offer)?;
    number(connection, offer, PreorderStatus::Confirmed, rules).await?;
    let confirmed = confirmed(offer).all(connection).await?;
    Ok(plan(actor.account_id, offer, settlement, confirmed, now)?.0)
}

fn confirmed(offer: &presale_offer::Model) -> Select<preorder::Entity> {
    of_offer(offer, PreorderStatus::Confirmed)
        .order_by_asc(preorder::Column::ConfirmedAt)
        .order_by_asc(preorder::Column::Id)
}

fn of_offer(offer: &presale_offer::Model, status: PreorderStatus) -> Select<preorder::Entity> {
    preorder::Entity::find().filter(preorder::Column::OfferId.eq(offer.id)).filter(preorder::Column::Status.eq(status))
}

/// The number of pre-orders of an offer with a status. TOO_COMPLEX if there are more than one shortfall settles.
async fn number(
    connection: &Reader,
    offer: &presale_offer::Model,
    status: PreorderStatus,
    rules: Rules,
) -> Result<u64> {
    let most = rules.most_settled;
    let number = of_offer(offer, status).limit(most + 1).count(connection).await?;
    if number <= most {
        return Ok(number);
    }
    Err(Error::too_complex(
        format!("一次最多结算 {most} 笔预售订单"),
        format!("at most {most} pre-orders are settled at once"),
    ))
}

/// Shares the available quantity among confirmed pre-orders, which must be sorted by confirmation time, then id.
/// CONFLICT if more is available than is promised.
pub fn plan(
    by: Uuid,
    offer: &presale_offer::Model,
    settlement: &Settlement,
    confirmed: Vec<preorder::Model>,
    now: Timestamp,
) -> Result<(Plan, Vec<Reduced>)> {
    let promises: Vec<Kilograms> = confirmed.iter().map(preorder::Model::outstanding).collect();
    let promised: Kilograms = promises.iter().copied().sum();
    let run = run(by, offer, settlement, promised, now)?;
    let Settlement { available, policy } = *settlement;
    let shared = confirmed.into_iter().zip(shares(policy, available, offer.pack_g, &promises));
    let (shares, reduced) = part(offer, run.id, 0, shared, now)?;
    Ok((Plan { run: with_part(run, &shares, reduced.len()), shares }, reduced))
}

/// A new run without any shares. CONFLICT if more is available than is promised.
fn run(
    by: Uuid,
    offer: &presale_offer::Model,
    settlement: &Settlement,
    promised: Kilograms,
    now: Timestamp,
) -> Result<shortfall_run::Model> {
    let Settlement { available, policy } = *settlement;
    if available > promised {
        return Err(Error::conflict(
            format!("可供 {available} 千克，多于尚待交付的 {promised} 千克，没有缺口"),
            format!(
                "{available} kg is more than the {promised} kg promised and not yet delivered: there is no shortfall"
            ),
        ));
    }
    Ok(shortfall_run::Model {
        id: new_id(),
        offer_id: offer.id,
        region_code: offer.region_code.clone(),
        policy,
        available_g: available,
        promised_g: promised,
        quota_before_g: offer.quota_g,
        refund_due_fen: Money::ZERO,
        preorders_reduced: 0,
        recorded_at: now,
        recorded_by: by,
    })
}

/// The run after adding some shares, of which `reduced` are less than was promised.
fn with_part(run: shortfall_run::Model, shares: &[shortfall_share::Model], reduced: usize) -> shortfall_run::Model {
    shortfall_run::Model {
        refund_due_fen: run.refund_due_fen + shares.iter().map(|share| share.refund_due_fen).sum(),
        preorders_reduced: run.preorders_reduced.saturating_add(i32::try_from(reduced).unwrap_or(i32::MAX)),
        ..run
    }
}

/// The shares of some confirmed pre-orders in the order of a run, after `earlier` others, and those of the pre-orders
/// that get less.
fn part(
    offer: &presale_offer::Model,
    run_id: Uuid,
    earlier: i32,
    shared: impl IntoIterator<Item = (preorder::Model, Kilograms)>,
    now: Timestamp,
) -> Result<(Vec<shortfall_share::Model>, Vec<Reduced>)> {
    let (mut shares, mut reduced) = (Vec::new(), Vec::new());
    for (position, (before, share)) in (earlier + 1..).zip(shared) {
        let after = with_share(offer, &before, share, now)?;
        shares.push(shortfall_share::Model {
            id: new_id(),
            run_id,
            position,
            preorder_id: before.id,
            ordered_g: before.quantity_g,
            promised_g: before.outstanding(),
            fulfillable_g: share,
            refund_due_fen: after.balance().due(),
        });
        if share < before.outstanding() {
            reduced.push(Reduced { before, after });
        }
    }
    Ok((shares, reduced))
}

/// A confirmed pre-order with its share of what it was still promised. Without any, it is cancelled, or complete if a
/// part of it was delivered.
pub fn with_share(
    offer: &presale_offer::Model,
    row: &preorder::Model,
    share: Kilograms,
    now: Timestamp,
) -> Result<preorder::Model> {
    let action = match (share, row.delivered_g) {
        (Kilograms::ZERO, Kilograms::ZERO) => PreorderAction::GoWithout,
        (Kilograms::ZERO, _) => PreorderAction::Deliver,
        _ => PreorderAction::FallShort,
    };
    let status = row.status.after(action).map_err(|problem| Error::conflict(problem.zh, problem.en))?;
    let fulfillable_g = row.fulfillable_g - row.outstanding() + share;
    let amount_fen = price(fulfillable_g, offer.unit_price_fen).unwrap_or(row.amount_fen).min(row.amount_fen);
    let is_cancelled = status == PreorderStatus::Cancelled;
    Ok(preorder::Model {
        status,
        fulfillable_g,
        amount_fen,
        cancelled_at: is_cancelled.then_some(now),
        cancellation_cause: is_cancelled.then_some(CancellationCause::Shortfall),
        ..row.clone()
    })
}

/// The offer to settle, which must lie in the clerk's region, with the settings.
pub async fn to_settle(
    txn: &Txn,
    actor: &Actor,
    (offer_id, rules): (Uuid, Rules),
) -> Result<(presale_offer::Model, Rules)> {
    Ok((offers::to_change(txn, actor, offer_id).await?, rules))
}

/// Shares the available quantity among the confirmed pre-orders, closes the offer, cancels the pre-orders that await
/// their deposit, and records the run. The quota of the offer falls to what is then promised.
///
/// If the offer has no more than `settled_at_once` of these pre-orders, all of it is one transaction, of a few
/// statements for a thousand pre-orders. With more, other requests would wait too long. Then this only closes the
/// offer and records the run, and `finish` settles its pre-orders.
pub async fn settle(
    txn: &Txn,
    actor: &Actor,
    (offer, rules): (presale_offer::Model, Rules),
    settlement: Settlement,
) -> Result<shortfall_run::Model> {
    let now = txn.recorded_at();
    let released = offers::release_overdue(txn, offer.id, now).await?;
    let mut concerned = 0;
    for status in [PreorderStatus::Placed, PreorderStatus::Confirmed] {
        concerned += number(txn, &offer, status, rules).await?;
    }
    if concerned > rules.settled_at_once {
        return batches::begin(txn, actor.account_id, &offer, &settlement, released).await;
    }
    let waiting = of_offer(&offer, PreorderStatus::Placed).lock(LockType::NoKeyUpdate).all(txn.reader()).await?;
    let confirmed = confirmed(&offer).lock(LockType::NoKeyUpdate).all(txn.reader()).await?;
    for row in waiting.iter().chain(&confirmed) {
        txn.stamp_after(row.changed_at);
    }
    let (plan, reduced) = plan(actor.account_id, &offer, &settlement, confirmed, txn.recorded_at())?;
    let (freed, entries) = write(txn, &offer, actor.account_id, reduced, waiting, now).await?;
    close(txn, &offer, offer.taken_g - released - freed, None, now).await?;
    let run = txn.insert(plan.run.into_active_model()).await?;
    add_shares(txn, plan.shares).await?;
    ledger::record(txn, entries).await?;
    Ok(run)
}

/// Writes the pre-orders that get less and those that awaited their deposit, with their histories. Returns the
/// quantity that the offer no longer promises, and the ledger entries, which the caller records last.
async fn write(
    txn: &Txn,
    offer: &presale_offer::Model,
    by: Uuid,
    reduced: Vec<Reduced>,
    waiting: Vec<preorder::Model>,
    now: Timestamp,
) -> Result<(Kilograms, Vec<Entry>)> {
    let lost: Kilograms = reduced.iter().map(|one| one.before.fulfillable_g - one.after.fulfillable_g).sum();
    let given_up: Kilograms = waiting.iter().map(|row| row.fulfillable_g).sum();
    let (mut changes, mut events) = (Vec::new(), Vec::new());
    for Reduced { before, after } in reduced {
        events.push((before.id, falling_short(by, &before, &after)));
        let after = rewritten(txn, &before, after, now);
        changes.push((before, after));
    }
    for before in waiting {
        events.push((before.id, giving_up(by, &before)));
        let after = rewritten(txn, &before, with_share(offer, &before, Kilograms::ZERO, txn.recorded_at())?, now);
        changes.push((before, after));
    }
    txn.update_all::<preorder::Entity>(&CHANGED, &changes).await?;
    Ok((lost + given_up, record_histories(txn, offer, events).await?))
}

/// The event of a confirmed pre-order in a shortfall. It subtracts what is lost, once, on the day of the shortfall.
pub fn falling_short(by: Uuid, before: &preorder::Model, after: &preorder::Model) -> NewEvent {
    let presale = Amounts {
        amount: after.amount_fen - before.amount_fen,
        quantity: after.fulfillable_g - before.fulfillable_g,
        items: if after.status == PreorderStatus::Cancelled { -1 } else { 0 },
        records: 1,
        ..Amounts::default()
    };
    let (amount, quantity) = (Some(after.amount_fen), Some(after.fulfillable_g));
    NewEvent { amount, quantity, presale, ..NewEvent::new(PreorderEventKind::FellShort, Some(by)) }
}

/// The cancellation of a pre-order whose deposit was not paid.
fn giving_up(by: Uuid, before: &preorder::Model) -> NewEvent {
    NewEvent { quantity: Some(before.fulfillable_g), ..NewEvent::new(PreorderEventKind::Cancelled, Some(by)) }
}

/// Closes the offer to further orders and lowers its quota to what is promised. `settling` is the run, while some of
/// its pre-orders have no share yet.
async fn close(
    txn: &Txn,
    offer: &presale_offer::Model,
    taken: Kilograms,
    settling: Option<Uuid>,
    now: Timestamp,
) -> Result<()> {
    let mut row = offer.clone().into_active_model();
    row.taken_g = Set(taken);
    row.quota_g = Set(taken);
    row.closes_at = Set(offer.closes_at.min(now).max(offer.opens_at));
    row.settling_run_id = Set(settling);
    txn.update(offer.clone(), row).await?;
    Ok(())
}

async fn add_shares(txn: &Txn, shares: Vec<shortfall_share::Model>) -> Result<()> {
    Ok(txn.add::<shortfall_share::Entity>(shares.into_iter().map(IntoActiveModel::into_active_model)).await?)
}

/// A page of the shares of a recorded run.
pub async fn shares_of(
    connection: &Reader,
    run_id: Uuid,
    request: &PageRequest,
) -> Result<Page<shortfall_share::Model>> {
    let query = shortfall_share::Entity::find().filter(shortfall_share::Column::RunId.eq(run_id));
    page(connection, query, &[shortfall_share::Column::Position], Order::Asc, request).await
}

/// The same page for a run that is only planned.
pub fn shares_planned(
    shares: Vec<shortfall_share::Model>,
    request: &PageRequest,
) -> Result<Page<shortfall_share::Model>> {
    slice(shares, &[shortfall_share::Column::Position], request)
}

/// A page of the recorded runs of an offer of the reader's region, in order of settlement. Runs in which some
/// pre-orders have no share yet are left out.
pub async fn runs_of(
    connection: &Reader,
    actor: &Actor,
    offer_id: Uuid,
    request: &PageRequest,
) -> Result<Page<shortfall_run::Model>> {
    let offer = offer_of(connection, actor, offer_id).await?;
    let query = shortfall_run::Entity::find()
        .filter(shortfall_run::Column::OfferId.eq(offer.id))
        .filter(shortfall_run::Column::Id.not_in_subquery(batches::unfinished().into_query()));
    page(connection, query, &[shortfall_run::Column::Id], Order::Asc, request).await
}
