//! Pre-orders: from placing to delivery or refund.
//!
//! A change to a pre-order locks its offer first, and then the pre-order. Every step follows the one transition table
//! of `types::PreorderStatus`. `change` writes the result: the row, the kilograms that the offer has promised, the
//! history, and the ledger entries.

mod cancel;
mod changes;
mod closing;
mod compensate;
mod confirmation;
mod deliver;
mod deliveries;
mod goods;
mod history;
mod list;
mod pay;
mod place;
mod receipt;
mod records;
mod refunds;
mod returns;
mod transfers;
mod verify;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, IntoActiveModel, Iterable, ModelTrait, QueryFilter,
    QuerySelect,
    sea_query::{Expr, LockType},
};
use uuid::Uuid;

pub use cancel::{Cancelling, Named, cancel, ended, kept, kept_of_deposit, mark_uncollected, to_cancel};
pub use changes::{PreorderPatch, change_preorder, to_change_with};
pub use closing::{Takings, by_day};
pub use compensate::{Compensation, compensate, reverse_compensation};
pub use confirmation::take_back_confirmation;
pub use deliver::{Delivery, ToDeliver, deliver, to_deliver};
pub use deliveries::{
    change_delivery, deliveries_of, delivery_to_change, lots_of, lots_of_deliveries, reverse_delivery,
};
pub(crate) use goods::drawn_from_lots;
pub use history::{NewEvent, confirmed_on, counted_by_day, difference, entry, of_preorders as histories, with_expiry};
pub(crate) use history::{record as record_history, record_all as record_histories};
pub use list::{Filter, list, refunds_due};
pub use pay::{NewPayment, counted, pay, payments_of, reverse, to_reverse};
pub use place::{NewPreorder, ToPlace, place, to_place};
pub use receipt::{MOST_MOVEMENTS, Movement, Receipt, ReceiptReader, payment_receipt, receipt};
pub use refunds::{NewRefund, refund, refund_to_reverse, refunds_of, reverse_refund};
pub use returns::{NewReturn, return_goods, return_to_reverse, returns_of, reverse_return};
pub use transfers::counted_within;
pub(crate) use verify::differences;

use super::offers;
use crate::registers::regions;
use store::{
    Reader, Txn,
    entity::presales::{preorder, presale_offer},
    error::{Error, Result},
    ledger,
};
use types::{
    Actor, CodeKind, Kilograms, Money, Phone, PreorderAction, PreorderStatus, PrintedCode, RegionCode, Role, Timestamp,
    price,
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

impl Locked {
    /// The amount of the pre-order with another quantity or compensation. It never falls below 0.
    pub fn amount_of(&self, row: &preorder::Model) -> Money {
        (amount_of(&self.offer, row.fulfillable_g) - row.compensated_fen).max(Money::ZERO)
    }
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
    let taken = after.held() - stored.held();
    take(txn, &offer, taken, now).await?;
    let row = rewrite(txn, stored, after, now).await?;
    let entries = record_history(txn, &offer, row.id, events).await?;
    ledger::record(txn, entries).await?;
    Ok(row)
}

/// What is free of the quota of a locked offer, after its overdue pre-orders are released.
async fn free(txn: &Txn, locked: &mut Locked) -> Result<Kilograms> {
    use presale_offer::Column;
    let offer = &mut locked.offer;
    let released = offers::release_overdue(txn, offer.id, locked.now).await?;
    if released > Kilograms::ZERO {
        offer.taken_g = offer.taken_g - released;
        txn.keep::<presale_offer::Entity>(Expr::value(offer.taken_g), Condition::all().add(Column::Id.eq(offer.id)))
            .await?;
    }
    Ok(offer.quota_g - offer.taken_g)
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

/// The new version of a pre-order's row, with the time since when a refund is due. Each version has an instant of its
/// own, so that a change can name the one that it was made on.
pub(crate) fn rewritten(
    txn: &Txn,
    stored: &preorder::Model,
    after: preorder::Model,
    now: Timestamp,
) -> preorder::Model {
    let changed_at = txn.recorded_at().max(stored.changed_at.plus(1));
    preorder::Model { changed_at, refund_due_since: due_since(stored, &after, now), ..after }
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
