//! Pre-orders: from placing to delivery or refund.
//!
//! A change to a pre-order locks its offer first, and then the pre-order. Every step follows the one transition table
//! of `types::PreorderStatus`. `change` writes the result: the row, the kilograms that the offer has promised, the
//! history, and the ledger entries.

mod cancel;
mod closing;
mod deliver;
mod history;
mod pay;
mod place;
mod receipt;
mod verify;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, IntoActiveModel, Iterable, ModelTrait, Order, QueryFilter,
    QuerySelect,
    sea_query::{Expr, LockType},
};
use uuid::Uuid;

pub use cancel::{Cancelling, Named, cancel, ended, kept, kept_of_deposit, mark_uncollected, to_cancel};
pub use closing::{Takings, by_day};
pub use deliver::{Compensation, Delivery, ToDeliver, compensate, deliver, lots_of, to_deliver};
pub use history::{NewEvent, confirmed_on, counted_by_day, entry, of_preorders as histories, with_expiry};
pub(crate) use history::{record as record_history, record_all as record_histories};
pub use pay::{NewPayment, NewRefund, counted, pay, payments_of, refund, reverse, take_back_confirmation, to_reverse};
pub use place::{NewPreorder, ToPlace, place, to_place};
pub use receipt::{MOST_MOVEMENTS, Movement, Receipt, ReceiptReader, payment_receipt, receipt};
pub(crate) use verify::{differences, drawn_from_lots};

use super::offers;
use crate::registers::regions;
use store::{
    Reader, Txn,
    entity::{
        in_subtree,
        presales::{preorder, presale_offer},
    },
    error::{Error, Result},
    ledger,
    page::{Page, PageRequest, filter_some, page, page_of_either},
};
use types::{
    Actor, CodeKind, Kilograms, Money, Phone, PreorderAction, PreorderStatus, PrintedCode, RegionCode, RegionLevel,
    Role, Timestamp, price,
};

/// The settings about pre-orders.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Hold time of a pre-order without its deposit, unless its offer sets another.
    pub hold_microseconds: i64,
    /// The most pre-orders of one telephone number and offer that may await their deposit at once.
    pub most_unpaid: u64,
    /// The most confirmed pre-orders of an offer, and the most that await their deposit, that one shortfall settles.
    pub most_settled: u64,
    /// The most pre-orders that one transaction of a shortfall settles.
    pub settled_at_once: u64,
}

/// Filter for a list of pre-orders.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only pre-orders of this offer.
    pub offer_id: Option<Uuid>,
    /// Only pre-orders with this status.
    pub status: Option<PreorderStatus>,
    /// Only the pre-order with this code.
    pub code: Option<String>,
    /// Only pre-orders booked on this region or below it.
    pub region_code: Option<RegionCode>,
}

fn not_found(field: &str) -> Error {
    Error::not_found(field, "预售订单", "pre-order")
}

/// The pre-order with this id. NOT_FOUND if the actor may not see it, on the field that names it.
pub async fn get(connection: &Reader, actor: &Actor, id: Uuid, field: &str) -> Result<preorder::Model> {
    preorder::Entity::visible_to(actor)
        .filter(preorder::Column::Id.eq(id))
        .one(connection)
        .await?
        .ok_or_else(|| not_found(field))
}

/// The pre-order with this code and telephone number. NOT_FOUND unless both match.
pub async fn get_by_code(connection: &Reader, code: &str, phone: &str) -> Result<preorder::Model> {
    let code = PrintedCode::parse(CodeKind::Preorder, code).ok_or_else(|| not_found("code"))?;
    let phone = Phone::parse(phone).map_err(|_| not_found("code"))?;
    let found = preorder::Entity::find()
        .filter(preorder::Column::Code.eq(code))
        .filter(preorder::Column::BuyerPhone.eq(phone.0))
        .one(connection)
        .await?;
    found.ok_or_else(|| not_found("code"))
}

/// A page of the pre-orders that an actor may see, newest first, with their status at an instant.
pub async fn list(
    connection: &Reader,
    actor: &Actor,
    filter: Filter,
    request: &PageRequest,
    now: Timestamp,
) -> Result<Page<preorder::Model>> {
    use preorder::Column;
    let Filter { offer_id, status, code, region_code } = filter;
    if let Some(id) = offer_id {
        offers::get(connection, id, "filter.offerId").await?;
    }
    if let Some(code) = &region_code {
        regions::get(connection, code, "filter.regionCode").await?;
    }
    let parts = if offer_id.is_some() || code.is_some() {
        let anywhere = preorder::Entity::visible_to(actor);
        vec![filter_some(anywhere, region_code, |code| in_subtree(Column::RegionCode, &code))]
    } else {
        let unindexed = [("filter.status", status.is_some())];
        regions::require_reach(&actor.scope(), region_code.as_ref(), RegionLevel::Township, &unindexed)?;
        preorder::Entity::in_order(actor, region_code.as_ref())
    };
    // A text that is not a code matches no pre-order.
    let code = code.map(|code| PrintedCode::parse(CodeKind::Preorder, &code).map_or(String::new(), |code| code.0));
    let wanted = Condition::all()
        .add_option(offer_id.map(|id| Column::OfferId.eq(id)))
        .add_option(code.map(|code| Column::Code.eq(code)))
        .add_option(status.map(|status| has_status(status, now)));
    let parts = parts.into_iter().map(|part| part.filter(wanted.clone())).collect();
    page_of_either(connection, parts, &[Column::PlacedAt, Column::Id], Order::Desc, request).await
}

/// The condition that a pre-order has a status at an instant, whether or not its expiry has been written.
fn has_status(status: PreorderStatus, now: Timestamp) -> Condition {
    let written = Condition::all().add(preorder::Column::Status.eq(status));
    match status {
        PreorderStatus::Placed => written.add(preorder::Column::HoldUntil.gt(now)),
        PreorderStatus::Expired => Condition::any().add(written).add(preorder::overdue(now)),
        PreorderStatus::Confirmed | PreorderStatus::Delivered | PreorderStatus::Cancelled => written,
    }
}

/// A page of the pre-orders in a region and below it whose buyers are owed a refund, longest waiting first.
pub async fn refunds_due(
    connection: &Reader,
    actor: &Actor,
    region_code: &RegionCode,
    request: &PageRequest,
    now: Timestamp,
) -> Result<Page<preorder::Model>> {
    use preorder::Column;
    let region = regions::get_within(connection, &actor.scope(), region_code, "regionCode").await?;
    // Only for a pre-order that awaits its deposit can the time lie in the future.
    let is_due = Condition::any().add(Column::Status.ne(PreorderStatus::Placed)).add(Column::RefundDueSince.lte(now));
    let query = preorder::Entity::visible_to(actor)
        .filter(in_subtree(Column::RegionCode, &region.code))
        .filter(Column::RefundDueSince.is_not_null())
        .filter(is_due);
    page(connection, query, &[Column::RefundDueSince, Column::Id], Order::Asc, request).await
}

/// A pre-order locked for a change, with its offer.
pub struct Locked {
    /// The offer.
    pub offer: presale_offer::Model,
    /// The row as stored.
    pub stored: preorder::Model,
    /// The row as of `now`: an overdue pre-order has expired.
    pub current: preorder::Model,
    /// The instant that decides what is overdue: the start of the change, even if it waited for locks.
    pub now: Timestamp,
}

/// Locks a pre-order and its offer until the transaction ends.
async fn lock(txn: &Txn, found: &preorder::Model) -> Result<Locked> {
    let now = txn.recorded_at();
    let offer = offers::lock(txn, found.offer_id).await?;
    let row = preorder::Entity::find_by_id(found.id).lock(LockType::NoKeyUpdate).one(txn.reader()).await?;
    let stored = row.ok_or_else(|| not_found("preorderId"))?;
    txn.stamp_after(stored.changed_at);
    Ok(Locked { offer, current: stored.clone().at(now), stored, now })
}

/// The pre-order of a payment, refund or compensation, or the one that nobody collected. It must lie in the clerk's
/// region.
pub async fn to_change(txn: &Txn, actor: &Actor, id: Uuid) -> Result<Locked> {
    lock_as_clerk(txn, actor, id, "preorderId").await
}

/// Like `lock`, for a clerk, who may only change pre-orders of the clerk's region.
async fn lock_as_clerk(txn: &Txn, actor: &Actor, id: Uuid, field: &str) -> Result<Locked> {
    let found = get(txn, actor, id, field).await?;
    regions::require(&actor.scope(), &found.region_code)?;
    lock(txn, &found).await
}

/// Whether an actor is a clerk of the region of an offer and its pre-orders.
fn is_clerk_of(actor: &Actor, region_code: &RegionCode) -> bool {
    actor.role == Role::Clerk && actor.scope().covers(region_code)
}

/// The status after an action. CONFLICT if the action is not possible.
fn step(row: &preorder::Model, action: PreorderAction) -> Result<PreorderStatus> {
    row.status.after(action).map_err(|problem| Error::conflict(problem.zh, problem.en))
}

/// The price of some kilograms of an offer. The price was within the maximum amount when they were ordered.
fn amount_of(offer: &presale_offer::Model, quantity: Kilograms) -> Money {
    price(quantity, offer.unit_price_fen).unwrap_or(Money::MAXIMUM)
}

/// Writes a changed pre-order together with everything that follows from the change. QUOTA_EXCEEDED if it takes
/// kilograms again that are no longer available.
async fn change(txn: &Txn, locked: Locked, after: preorder::Model, events: Vec<NewEvent>) -> Result<preorder::Model> {
    let Locked { offer, stored, current: _, now } = locked;
    let taken = after.fulfillable_g - stored.fulfillable_g;
    take(txn, &offer, taken, now).await?;
    let row = rewrite(txn, stored, after, now).await?;
    let entries = record_history(txn, &offer, row.id, events).await?;
    ledger::record(txn, entries).await?;
    Ok(row)
}

/// Takes kilograms of a locked offer, or releases them if the quantity is negative.
async fn take(txn: &Txn, offer: &presale_offer::Model, quantity: Kilograms, now: Timestamp) -> Result<()> {
    use presale_offer::Column;
    if quantity == Kilograms::ZERO {
        return Ok(());
    }
    let released =
        if quantity > Kilograms::ZERO { offers::release_overdue(txn, offer.id, now).await? } else { Kilograms::ZERO };
    let taken = offer.taken_g - released + quantity;
    if taken > offer.quota_g {
        return Err(Error::quota_exceeded(offer.quota_g - offer.taken_g + released));
    }
    txn.keep::<presale_offer::Entity>(Expr::value(taken), Condition::all().add(Column::Id.eq(offer.id))).await?;
    Ok(())
}

/// The new version of a pre-order's row, with the time since when a refund is due.
pub(crate) fn rewritten(
    txn: &Txn,
    stored: &preorder::Model,
    after: preorder::Model,
    now: Timestamp,
) -> preorder::Model {
    preorder::Model { changed_at: txn.recorded_at(), refund_due_since: due_since(stored, &after, now), ..after }
}

async fn rewrite(
    txn: &Txn,
    stored: preorder::Model,
    after: preorder::Model,
    now: Timestamp,
) -> Result<preorder::Model> {
    let after = rewritten(txn, &stored, after, now);
    let mut row = stored.clone().into_active_model();
    for column in preorder::Column::iter() {
        let value = after.get(column);
        if value != stored.get(column) {
            row.set(column, value);
        }
    }
    Ok(txn.update(stored, row).await?)
}

/// The instant from which a refund is due. For a pre-order that awaits its deposit it is known in advance: what was
/// paid becomes due when the hold ends.
pub fn due_since(stored: &preorder::Model, after: &preorder::Model, now: Timestamp) -> Option<Timestamp> {
    let was_due = stored.clone().at(now).balance().due() > Money::ZERO;
    if after.balance().due() > Money::ZERO {
        return stored.refund_due_since.filter(|_| was_due).or(Some(now));
    }
    let waits = after.status == PreorderStatus::Placed && after.balance().for_goods() > Money::ZERO;
    waits.then_some(after.hold_until)
}
