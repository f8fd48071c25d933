//! Placing pre-orders. Together they never exceed the quota of their offer.

use sea_orm::{
    ActiveEnum,
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::{NewEvent, Rules, record_history};
use crate::presales::offers;
use store::{
    Txn, audit,
    entity::presales::{preorder, presale_offer},
    error::{Error, Result},
    ledger,
};
use types::{
    Actor, Address, CodeKind, Fulfilment, Kilograms, Money, Name, Phone, PreorderAction, PreorderEventKind,
    PreorderStatus, PrintedCode, Problem, Role, Timestamp, new_id, price, randomness,
};

/// The fields of a new pre-order.
#[derive(Debug, Clone)]
pub struct NewPreorder {
    /// The quantity.
    pub quantity: Kilograms,
    /// The buyer's name.
    pub buyer_name: Name,
    /// The buyer's telephone number.
    pub buyer_phone: Phone,
    /// The way of fulfilment. Pick-up if absent.
    pub fulfilment: Option<Fulfilment>,
    /// The delivery address, for a shipped pre-order.
    pub delivery_address: Option<Address>,
}

/// The number of codes drawn at once, so that one query finds a free one.
const CODES_DRAWN: usize = 4;

/// The offer of a new pre-order, with the settings. Everybody may see offers.
pub async fn to_place(
    txn: &Txn,
    _: &Option<Actor>,
    (offer_id, rules): (Uuid, Rules),
) -> Result<(presale_offer::Model, Rules)> {
    Ok((offers::get(txn, offer_id, "offerId").await?, rules))
}

/// Places a pre-order. Anybody may do so. Its deposit confirms it. With a deposit of zero it is confirmed at once.
///
/// The number of statements does not depend on the number of pre-orders. The row is inserted first. The offer's row
/// is updated after it, in one conditional statement, because concurrent requests wait for each other at that row.
pub async fn place(
    txn: &Txn,
    actor: &Option<Actor>,
    (offer, rules): (presale_offer::Model, Rules),
    new: NewPreorder,
) -> Result<preorder::Model> {
    let (actor, now) = (actor.as_ref(), txn.recorded_at());
    let amount = check(&offer, &new)?;
    require_open(&offer, now)?;
    let released = release_overdue(txn, offer.id, now).await?;
    let row = row(txn, actor, &offer, new, amount).await?;
    let row = txn.insert(row).await?;
    let by = actor.map(|actor| actor.account_id);
    let (agreed, quantity) = (Some(row.amount_fen), Some(row.quantity_g));
    let mut events = vec![NewEvent { amount: agreed, quantity, ..NewEvent::new(PreorderEventKind::Placed, by) }];
    if row.status == PreorderStatus::Confirmed {
        events.push(NewEvent::confirmation(&row, None));
    }
    let entries = record_history(txn, &offer, row.id, events).await?;
    take(txn, &row, released, now).await?;
    if row.status == PreorderStatus::Placed {
        require_few_unpaid(txn, &row, rules).await?;
    }
    ledger::record(txn, entries).await?;
    Ok(row)
}

/// Checks the fields against the offer and returns the price.
fn check(offer: &presale_offer::Model, new: &NewPreorder) -> Result<Money> {
    if let Some(pack) = offer.pack_g.filter(|pack| new.quantity.0 % pack.0 != 0) {
        let problem =
            Problem::new(format!("应为每件 {pack} 千克的整倍数"), format!("must be whole packs of {pack} kg"));
        return Err(Error::invalid("quantityKg", problem));
    }
    let amount = price(new.quantity, offer.unit_price_fen).filter(|amount| *amount > Money::ZERO).ok_or_else(|| {
        let unit_price = offer.unit_price_fen;
        let problem = Problem::new(
            format!("按每千克 {unit_price} 元计，金额应大于 0 且不超过 {} 元", Money::MAXIMUM),
            format!(
                "at {unit_price} yuan a kilogram the amount must be greater than 0 and at most {} yuan",
                Money::MAXIMUM
            ),
        );
        Error::invalid("quantityKg", problem)
    })?;
    match (new.fulfilment.unwrap_or(Fulfilment::PickUp), &new.delivery_address) {
        (Fulfilment::Ship, _) if !offer.ships => Err(Error::invalid(
            "fulfilment",
            Problem::new("该活动不邮寄，请选择自提 PICK_UP", "the offer does not ship; choose PICK_UP"),
        )),
        (Fulfilment::Ship, None) => {
            Err(Error::invalid("deliveryAddress", Problem::new("邮寄须填收货地址", "shipping needs an address")))
        }
        (Fulfilment::PickUp, Some(_)) => {
            let problem = Problem::new(
                "自提不填收货地址；邮寄请选 fulfilment: SHIP",
                "picking up takes no address; choose fulfilment: SHIP",
            );
            Err(Error::invalid("deliveryAddress", problem))
        }
        _ => Ok(amount),
    }
}

fn require_open(offer: &presale_offer::Model, now: Timestamp) -> Result<()> {
    if now < offer.opens_at {
        let opens_at = offer.opens_at;
        return Err(Error::conflict(
            format!("预售尚未开始，{opens_at} 开始"),
            format!("the offer is not open yet; it opens at {opens_at}"),
        ));
    }
    if !offer.is_open_at(now) {
        let closes_at = offer.closes_at;
        return Err(Error::conflict(format!("预售已于 {closes_at} 截止"), format!("the offer closed at {closes_at}")));
    }
    Ok(())
}

/// Expires the overdue pre-orders of the offer. The offer is locked from here on only if there are any.
async fn release_overdue(txn: &Txn, offer_id: Uuid, now: Timestamp) -> Result<Kilograms> {
    let overdue = preorder::Entity::find()
        .select_only()
        .column(preorder::Column::Id)
        .filter(preorder::overdue(now).add(preorder::Column::OfferId.eq(offer_id)))
        .limit(1)
        .into_tuple::<Uuid>()
        .one(txn.reader())
        .await?;
    if overdue.is_none() {
        return Ok(Kilograms::ZERO);
    }
    offers::lock(txn, offer_id).await?;
    offers::release_overdue(txn, offer_id, now).await
}

async fn row(
    txn: &Txn,
    actor: Option<&Actor>,
    offer: &presale_offer::Model,
    new: NewPreorder,
    amount: Money,
) -> Result<preorder::ActiveModel> {
    let NewPreorder { quantity, buyer_name, buyer_phone, fulfilment, delivery_address } = new;
    let fulfilment = fulfilment.unwrap_or(Fulfilment::PickUp);
    let deposit = offer.deposit_rate.of_money(amount);
    let placed_at = txn.recorded_at();
    // A clerk of the region who enters an order is not its buyer.
    let buyer = actor.filter(|actor| actor.role != Role::Clerk || !actor.scope().covers(&offer.region_code));
    let mut status = PreorderStatus::Placed;
    if deposit == Money::ZERO {
        status = status.after(PreorderAction::Confirm).map_err(|problem| Error::conflict(problem.zh, problem.en))?;
    }
    Ok(preorder::ActiveModel {
        id: Set(new_id()),
        code: Set(free_code(txn).await?),
        offer_id: Set(offer.id),
        region_code: Set(offer.region_code.clone()),
        status: Set(status),
        buyer_account_id: Set(buyer.map(|actor| actor.account_id)),
        buyer_name: Set(buyer_name.0),
        buyer_phone: Set(buyer_phone.0),
        audit_salt: Set(audit::salt()),
        fulfilment: Set(fulfilment),
        delivery_address: Set(delivery_address.map(|address| address.0)),
        quantity_g: Set(quantity),
        fulfillable_g: Set(quantity),
        amount_fen: Set(amount),
        deposit_fen: Set(deposit),
        freight_fen: Set(if fulfilment == Fulfilment::Ship { offer.freight_fen } else { Money::ZERO }),
        compensated_fen: Set(Money::ZERO),
        paid_fen: Set(Money::ZERO),
        for_refund_fen: Set(Money::ZERO),
        refunded_fen: Set(Money::ZERO),
        kept_fen: Set(Money::ZERO),
        refund_due_since: Set(None),
        placed_at: Set(placed_at),
        hold_until: Set(placed_at.plus(offer.hold_microseconds)),
        confirmed_at: Set((status == PreorderStatus::Confirmed).then_some(placed_at)),
        delivered_on: Set(None),
        tracking_number: Set(None),
        cancelled_at: Set(None),
        cancellation_cause: Set(None),
        changed_at: Set(placed_at),
    })
}

/// A code that no pre-order has. There are a thousand million codes. If another request draws the same code at the
/// same moment, the unique constraint refuses it.
async fn free_code(txn: &Txn) -> Result<PrintedCode> {
    let drawn: Vec<_> =
        (0..CODES_DRAWN).map(|_| PrintedCode::generate(CodeKind::Preorder, &mut randomness())).collect();
    let used: Vec<PrintedCode> = preorder::Entity::find()
        .select_only()
        .column(preorder::Column::Code)
        .filter(preorder::Column::Code.is_in(drawn.iter().map(|code| code.0.as_str())))
        .into_tuple()
        .all(txn.reader())
        .await?;
    drawn.into_iter().find(|code| !used.contains(code)).ok_or_else(|| Error::busy(NoFreeCode))
}

#[derive(Debug, thiserror::Error)]
#[error("every code that was drawn is in use")]
struct NoFreeCode;

/// Takes the kilograms of the pre-order from the offer in one conditional statement. QUOTA_EXCEEDED with what is
/// available.
async fn take(txn: &Txn, row: &preorder::Model, released: Kilograms, now: Timestamp) -> Result<()> {
    use presale_offer::Column;
    let more = row.quantity_g - released;
    let has_room = Condition::all()
        .add(Column::Id.eq(row.offer_id))
        .add(Expr::col(Column::TakenG).add(more).lte(Expr::col(Column::QuotaG)))
        .add(Column::OpensAt.lte(now))
        .add(Column::ClosesAt.gt(now));
    if txn.keep::<presale_offer::Entity>(Expr::col(Column::TakenG).add(more), has_room).await? == 1 {
        return Ok(());
    }
    let offer = offers::get(txn, row.offer_id, "offerId").await?;
    require_open(&offer, now)?;
    Err(Error::quota_exceeded(offer.quota_g - offer.taken_g + released))
}

/// CONFLICT if too many pre-orders of one telephone number await their deposit. Overdue ones have already been
/// expired. They are counted after the offer's row is locked, so that the second of two concurrent requests sees the
/// first. The status is a literal in the statement. Only then does the database use the index of waiting pre-orders,
/// and not one that would count through all that wait for this offer.
async fn require_few_unpaid(txn: &Txn, row: &preorder::Model, rules: Rules) -> Result<()> {
    use preorder::Column;
    let unpaid = preorder::Entity::find()
        .filter(Column::OfferId.eq(row.offer_id))
        .filter(Column::BuyerPhone.eq(row.buyer_phone.as_str()))
        .filter(Expr::col(Column::Status).eq(Expr::Constant(PreorderStatus::Placed.to_value().into())))
        .count(txn.reader())
        .await?;
    let most = rules.most_unpaid;
    if unpaid <= most {
        return Ok(());
    }
    Err(Error::conflict(
        format!("该手机号在此活动中已有 {most} 笔未付定金的订单，请先付款或取消"),
        format!(
            "{most} pre-orders of this telephone number await their deposit in this offer; pay or cancel one first"
        ),
    ))
}
