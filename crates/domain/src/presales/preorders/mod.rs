//! Pre-orders: from placing to the crate, or to the money back.
//!
//! Whoever changes a pre-order holds its offer first, and then the pre-order. Each step goes through the one table of
//! `types::PreorderStatus`, and `change` writes what came of it: the row, the kilograms that the offer has promised,
//! the history, and the entries of the ledger.

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

pub use cancel::{CancelTarget, Cancelling, cancel, ended, kept, kept_of_deposit, mark_uncollected};
pub use closing::{Takings, by_day};
pub use deliver::{Compensation, Delivery, compensate, deliver, lots_of};
pub use history::{NewEvent, counted_by_day, entry, of_preorders as histories, with_expiry};
pub(crate) use history::{record as record_history, record_all as record_histories};
pub use pay::{NewPayment, NewRefund, counted, pay, payments_of, refund, reverse, take_back_confirmation};
pub use place::{NewPreorder, place};
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

/// What the settings say of pre-orders.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// How long a pre-order holds its kilograms without the deposit, where its offer does not say.
    pub hold_microseconds: i64,
    /// How many pre-orders of one telephone number and offer may wait for their deposit at once.
    pub most_unpaid: u64,
    /// How many confirmed pre-orders of an offer, and how many that wait for their deposit, one shortfall settles at
    /// most.
    pub most_settled: u64,
    /// How many pre-orders one transaction of a shortfall settles.
    pub settled_at_once: u64,
}

/// Which pre-orders are wanted.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Those of an offer.
    pub offer_id: Option<Uuid>,
    /// Those that stand so.
    pub status: Option<PreorderStatus>,
    /// The one with a code.
    pub code: Option<String>,
    /// Those booked on a region and below.
    pub region_code: Option<RegionCode>,
}

fn not_found(field: &str) -> Error {
    Error::not_found(field, "预售订单", "pre-order")
}

/// The pre-order that a field names by its id, NOT_FOUND for whoever may not see it.
pub async fn get(connection: &Reader, actor: &Actor, id: Uuid, field: &str) -> Result<preorder::Model> {
    preorder::Entity::visible_to(actor)
        .filter(preorder::Column::Id.eq(id))
        .one(connection)
        .await?
        .ok_or_else(|| not_found(field))
}

/// The pre-order with this code and telephone number; NOT_FOUND unless both are right.
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

/// A page of the pre-orders that somebody may see, newest first, as they stand at an instant.
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
    // What is no code is the code of no pre-order.
    let code = code.map(|code| PrintedCode::parse(CodeKind::Preorder, &code).map_or(String::new(), |code| code.0));
    let wanted = Condition::all()
        .add_option(offer_id.map(|id| Column::OfferId.eq(id)))
        .add_option(code.map(|code| Column::Code.eq(code)))
        .add_option(status.map(|status| standing(status, now)));
    let parts = parts.into_iter().map(|part| part.filter(wanted.clone())).collect();
    page_of_either(connection, parts, &[Column::PlacedAt, Column::Id], Order::Desc, request).await
}

/// The condition that a pre-order stands so at an instant, whether or not an expiry is written down.
fn standing(status: PreorderStatus, now: Timestamp) -> Condition {
    let written = Condition::all().add(preorder::Column::Status.eq(status));
    match status {
        PreorderStatus::Placed => written.add(preorder::Column::HoldUntil.gt(now)),
        PreorderStatus::Expired => Condition::any().add(written).add(preorder::overdue(now)),
        PreorderStatus::Confirmed | PreorderStatus::Delivered | PreorderStatus::Cancelled => written,
    }
}

/// A page of the pre-orders of a region and below whose buyers have money to get back, those that wait longest first.
pub async fn refunds_due(
    connection: &Reader,
    actor: &Actor,
    region_code: &RegionCode,
    request: &PageRequest,
    now: Timestamp,
) -> Result<Page<preorder::Model>> {
    use preorder::Column;
    let region = regions::get_within(connection, &actor.scope(), region_code, "regionCode").await?;
    // Only of one that waits for its deposit does it lie ahead.
    let is_due = Condition::any().add(Column::Status.ne(PreorderStatus::Placed)).add(Column::RefundDueSince.lte(now));
    let query = preorder::Entity::visible_to(actor)
        .filter(in_subtree(Column::RegionCode, &region.code))
        .filter(Column::RefundDueSince.is_not_null())
        .filter(is_due);
    page(connection, query, &[Column::RefundDueSince, Column::Id], Order::Asc, request).await
}

/// A pre-order that is held for a change, with its offer.
pub struct Locked {
    /// The offer.
    pub offer: presale_offer::Model,
    /// The row as it is written.
    pub stored: preorder::Model,
    /// The same as it stands now: an overdue one has expired.
    pub current: preorder::Model,
    /// The instant that decides what is overdue: when the change began, however long it waited.
    pub now: Timestamp,
}

/// Holds a pre-order of an offer until the transaction ends.
async fn hold(txn: &Txn, found: &preorder::Model) -> Result<Locked> {
    let now = txn.recorded_at();
    let offer = offers::hold(txn, found.offer_id).await?;
    let row = preorder::Entity::find_by_id(found.id).lock(LockType::NoKeyUpdate).one(txn.reader()).await?;
    let stored = row.ok_or_else(|| not_found("preorderId"))?;
    txn.stamp_after(stored.changed_at);
    Ok(Locked { offer, current: stored.clone().at(now), stored, now })
}

/// The same for a clerk, who changes pre-orders of its region alone.
async fn hold_as_clerk(txn: &Txn, actor: &Actor, id: Uuid, field: &str) -> Result<Locked> {
    let found = get(txn, actor, id, field).await?;
    regions::require(&actor.scope(), &found.region_code)?;
    hold(txn, &found).await
}

/// Whether somebody acts for the town that a pre-order belongs to.
fn clerks_for(actor: &Actor, row: &preorder::Model) -> bool {
    actor.role == Role::Clerk && actor.scope().covers(&row.region_code)
}

/// The state after an action; CONFLICT where there is no such step.
fn step(row: &preorder::Model, action: PreorderAction) -> Result<PreorderStatus> {
    row.status.after(action).map_err(|problem| Error::conflict(problem.zh, problem.en))
}

/// What some kilograms of an offer cost. They were within the largest amount when they were ordered.
fn amount_of(offer: &presale_offer::Model, quantity: Kilograms) -> Money {
    price(quantity, offer.unit_price_fen).unwrap_or(Money::MAXIMUM)
}

/// Writes what became of a pre-order, in one go with everything that follows from it. QUOTA_EXCEEDED where it takes
/// kilograms again that are no longer free.
async fn change(txn: &Txn, locked: Locked, after: preorder::Model, events: Vec<NewEvent>) -> Result<preorder::Model> {
    let Locked { offer, stored, current: _, now } = locked;
    let taken = after.fulfillable_g - stored.fulfillable_g;
    take(txn, &offer, taken, now).await?;
    let row = rewrite(txn, stored, after, now).await?;
    let entries = record_history(txn, &offer, row.id, events).await?;
    ledger::record(txn, entries).await?;
    Ok(row)
}

/// Takes kilograms of an offer that is held, or gives them back where there are less than none.
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

/// A pre-order's row as it is written anew, with since when money is due back.
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

/// From when on money is due back. Of one that waits for its deposit that is known ahead: what was paid is due once the
/// hold runs out.
pub fn due_since(stored: &preorder::Model, after: &preorder::Model, now: Timestamp) -> Option<Timestamp> {
    let was_due = stored.clone().at(now).balance().due() > Money::ZERO;
    if after.balance().due() > Money::ZERO {
        return stored.refund_due_since.filter(|_| was_due).or(Some(now));
    }
    let waits = after.status == PreorderStatus::Placed && after.balance().for_goods() > Money::ZERO;
    waits.then_some(after.hold_until)
}
