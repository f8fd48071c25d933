//! Shortfalls: fewer kilograms than were promised came off the trees.

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
    Timestamp, price, shares,
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
pub struct Reduced {
    /// Before.
    pub before: preorder::Model,
    /// With its share.
    pub after: preorder::Model,
}

/// What settling would do. It records nothing, and gives the same as `settle` would at this instant.
pub async fn preview(
    connection: &Reader,
    actor: &Actor,
    rules: Rules,
    offer_id: Uuid,
    fields: Result<Settlement>,
    now: Timestamp,
) -> Result<Plan> {
    let offer = offers::get(connection, offer_id, "offerId").await?;
    regions::require(&actor.scope(), &offer.region_code)?;
    let settlement = fields?;
    offers::require_settled(&offer)?;
    number(connection, &offer, PreorderStatus::Confirmed, rules).await?;
    let confirmed = confirmed(&offer).all(connection).await?;
    Ok(plan(actor.account_id, &offer, &settlement, confirmed, now)?.0)
}

fn confirmed(offer: &presale_offer::Model) -> Select<preorder::Entity> {
    of_offer(offer, PreorderStatus::Confirmed)
        .order_by_asc(preorder::Column::ConfirmedAt)
        .order_by_asc(preorder::Column::Id)
}

fn of_offer(offer: &presale_offer::Model, status: PreorderStatus) -> Select<preorder::Entity> {
    preorder::Entity::find().filter(preorder::Column::OfferId.eq(offer.id)).filter(preorder::Column::Status.eq(status))
}

/// How many pre-orders of an offer stand so; TOO_COMPLEX where they are more than a shortfall settles.
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

/// Shares what there is among confirmed pre-orders, which come by confirmation time, then id. CONFLICT where that is
/// more than is promised.
pub fn plan(
    by: Uuid,
    offer: &presale_offer::Model,
    settlement: &Settlement,
    confirmed: Vec<preorder::Model>,
    now: Timestamp,
) -> Result<(Plan, Vec<Reduced>)> {
    let promises: Vec<Kilograms> = confirmed.iter().map(|row| row.fulfillable_g).collect();
    let promised: Kilograms = promises.iter().copied().sum();
    let run = run(by, offer, settlement, promised, now)?;
    let Settlement { available, policy } = *settlement;
    let shared = confirmed.into_iter().zip(shares(policy, available, offer.pack_g, &promises));
    let (shares, reduced) = part(offer, run.id, 0, shared, now)?;
    Ok((Plan { run: with_part(run, &shares, reduced.len()), shares }, reduced))
}

/// A run in which nobody has a share yet. CONFLICT where there is more than is promised.
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
                "{available} kg is more than is promised and not yet delivered, {promised} kg: nothing falls short"
            ),
        ));
    }
    Ok(shortfall_run::Model {
        id: Uuid::now_v7(),
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

/// The run with some more shares, of which so many are less than was promised.
fn with_part(run: shortfall_run::Model, shares: &[shortfall_share::Model], reduced: usize) -> shortfall_run::Model {
    shortfall_run::Model {
        refund_due_fen: run.refund_due_fen + shares.iter().map(|share| share.refund_due_fen).sum(),
        preorders_reduced: run.preorders_reduced.saturating_add(i32::try_from(reduced).unwrap_or(i32::MAX)),
        ..run
    }
}

/// What confirmed pre-orders get, in the order of a run in which so many come before them, and those of them that get
/// less.
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
            reduced.push(Reduced { before, after });
        }
    }
    Ok((shares, reduced))
}

/// A confirmed pre-order with its share; who gets nothing is cancelled.
pub fn with_share(
    offer: &presale_offer::Model,
    row: &preorder::Model,
    share: Kilograms,
    now: Timestamp,
) -> Result<preorder::Model> {
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

/// Shares what there is among the confirmed pre-orders, closes the offer, cancels what waits for its deposit, and
/// records the run. What is promised then is all that the offer has: its quota falls to that.
///
/// All of it is one transaction, of a few statements for a thousand pre-orders, where the offer has no more of them
/// than others may wait for. Otherwise this only closes the offer and records the run, and `finish` settles its
/// pre-orders.
pub async fn settle(
    txn: &Txn,
    actor: &Actor,
    rules: Rules,
    offer_id: Uuid,
    fields: Result<Settlement>,
) -> Result<shortfall_run::Model> {
    let now = txn.recorded_at();
    let offer = offers::hold(txn, offer_id).await?;
    regions::require(&actor.scope(), &offer.region_code)?;
    let settlement = fields?;
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

/// Writes what becomes of pre-orders that get less and of those that wait, with their histories. Gives how much less
/// the offer promises, and the entries that the ledger gets last.
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

/// What a shortfall takes of a confirmed pre-order, which counts on the day of the shortfall, once.
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

/// A pre-order whose deposit had not come is cancelled.
fn giving_up(by: Uuid, before: &preorder::Model) -> NewEvent {
    NewEvent { quantity: Some(before.fulfillable_g), ..NewEvent::new(PreorderEventKind::Cancelled, Some(by)) }
}

/// Ends the offer: nothing more can be ordered, and nothing more is there than is promised. `settling` is the run,
/// while some of its pre-orders have no share yet.
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

/// A page of what a recorded run gave each.
pub async fn shares_of(
    connection: &Reader,
    run_id: Uuid,
    request: &PageRequest,
) -> Result<Page<shortfall_share::Model>> {
    let query = shortfall_share::Entity::find().filter(shortfall_share::Column::RunId.eq(run_id));
    page(connection, query, &[shortfall_share::Column::Position], Order::Asc, request).await
}

/// The same page of a run that is only thought of.
pub fn shares_planned(
    shares: Vec<shortfall_share::Model>,
    request: &PageRequest,
) -> Result<Page<shortfall_share::Model>> {
    slice(shares, &[shortfall_share::Column::Position], request)
}

/// A page of the recorded runs of an offer of the reader's region, in the order in which they were settled. One of
/// which some pre-orders have no share yet is not among them.
pub async fn runs_of(
    connection: &Reader,
    actor: &Actor,
    offer_id: Uuid,
    request: &PageRequest,
) -> Result<Page<shortfall_run::Model>> {
    let offer = offers::get(connection, offer_id, "offerId").await?;
    regions::require(&actor.scope(), &offer.region_code)?;
    let query = shortfall_run::Entity::find()
        .filter(shortfall_run::Column::OfferId.eq(offer.id))
        .filter(shortfall_run::Column::Id.not_in_subquery(batches::unfinished().into_query()));
    page(connection, query, &[shortfall_run::Column::Id], Order::Asc, request).await
}
