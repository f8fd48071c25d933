//! Placing pre-orders. Together they never exceed the quota of their offer.

use sea_orm::{
    ActiveEnum, ColumnTrait, Condition, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QuerySelect,
    QueryTrait,
    sea_query::{Expr, ExprTrait, Query, SimpleExpr},
};
use uuid::Uuid;

use super::{NewEvent, Rules, is_clerk_of, record_history};
use crate::presales::offers;
use store::{
    Txn, audit,
    entity::presales::{preorder, presale_offer},
    error::{Error, Result},
    ledger,
};
use types::{
    Actor, Address, CodeKind, Fulfilment, Kilograms, Money, Name, Phone, PreorderAction, PreorderEventKind,
    PreorderStatus, PrintedCode, Problem, Timestamp, new_id, price, randomness,
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
    /// When it was placed, if a clerk enters it later.
    pub placed_at: Option<Timestamp>,
}

/// The number of codes drawn at once, so that one query finds a free one.
const CODES_DRAWN: usize = 4;

/// What a new pre-order needs to know of its offer, found by one statement.
#[derive(Debug, FromQueryResult)]
struct Found {
    #[sea_orm(nested)]
    offer: presale_offer::Model,
    /// Whether the offer has overdue pre-orders that are not marked as expired yet.
    has_overdue: bool,
    /// A code that no pre-order has.
    free_code: Option<PrintedCode>,
}

/// The offer of a new pre-order, with the settings and with what else its row needs.
#[derive(Debug)]
pub struct ToPlace {
    found: Found,
    rules: Rules,
}

/// The offer of a new pre-order. Everybody may see offers.
pub async fn to_place(txn: &Txn, _: &Option<Actor>, (offer_id, rules): (Uuid, Rules)) -> Result<ToPlace> {
    let overdue = preorder::Entity::find()
        .select_only()
        .column(preorder::Column::Id)
        .filter(preorder::overdue(txn.recorded_at()).add(preorder::Column::OfferId.eq(offer_id)));
    let found = presale_offer::Entity::find_by_id(offer_id)
        .column_as(Expr::exists(overdue.into_query()), "has_overdue")
        .column_as(free_code(), "free_code")
        .into_model::<Found>()
        .one(txn.reader())
        .await?;
    Ok(ToPlace { found: found.ok_or_else(|| offers::not_found("offerId"))?, rules })
}

/// Draws codes, and gives the expression for one that no pre-order has. There are a thousand million codes. If another
/// request draws the same code at the same moment, the unique constraint refuses it.
fn free_code() -> SimpleExpr {
    let drawn = (0..CODES_DRAWN).map(|_| PrintedCode::generate(CodeKind::Preorder, &mut randomness()).0);
    // Both databases name the columns of a VALUES list this way.
    let code = ("drawn", "column1");
    let used = preorder::Entity::find()
        .select_only()
        .column(preorder::Column::Code)
        .filter(Expr::col((preorder::Entity, preorder::Column::Code)).equals(code));
    let mut free = Query::select();
    free.column(code).from_values(drawn, "drawn").and_where(Expr::not_exists(used.into_query())).limit(1);
    Expr::SubQuery(None, Box::new(free.into()))
}

/// Places a pre-order. Anybody may do so. Its deposit confirms it. With a deposit of zero it is confirmed at once.
///
/// The number of statements does not depend on the number of pre-orders. The kilograms are taken first, in one
/// conditional statement on the offer's row. There concurrent requests wait for each other, and what is read after it
/// includes what the earlier ones wrote.
pub async fn place(txn: &Txn, actor: &Option<Actor>, target: ToPlace, new: NewPreorder) -> Result<preorder::Model> {
    let ToPlace { found: Found { offer, has_overdue, free_code }, rules } = target;
    let (actor, now) = (actor.as_ref(), txn.recorded_at());
    let amount = price_of(&offer, new.quantity)?;
    let placed_at = placed_at(actor, &offer, new.placed_at, now)?;
    // What is entered later is shipped as the offer said when it was placed.
    let said = if placed_at < now { offers::said_at(txn, &offer, placed_at).await? } else { offer.clone() };
    let fulfilment = new.fulfilment.unwrap_or(Fulfilment::PickUp);
    check_fulfilment(said.ships, fulfilment, new.delivery_address.is_some())?;
    let released = if has_overdue { release_overdue(txn, offer.id, now).await? } else { Kilograms::ZERO };
    let code = free_code.ok_or_else(|| Error::busy(NoFreeCode))?;
    let row = row(txn, actor, &said, new, code, amount, placed_at)?;
    if !take(txn, &row, released).await? {
        // Holds may have run out since, as that of an order entered late at the same moment.
        let released = released + release_overdue(txn, offer.id, now).await?;
        if !take(txn, &row, released).await? {
            return Err(no_room(txn, &row, released).await?);
        }
    }
    if row.status == PreorderStatus::Placed {
        require_few_unpaid(txn, &row, rules).await?;
    }
    txn.insert_all::<preorder::Entity>(vec![row.clone()]).await?;
    let by = actor.map(|actor| actor.account_id);
    let (agreed, quantity) = (Some(row.amount_fen), Some(row.quantity_g));
    let day = placed_at.day();
    let placing = NewEvent { at: Some(placed_at), day: Some(day), ..NewEvent::new(PreorderEventKind::Placed, by) };
    let mut events = vec![NewEvent { amount: agreed, quantity, ..placing }];
    if row.status == PreorderStatus::Confirmed {
        events.push(NewEvent::confirmation(&row, None, day));
    }
    let entries = record_history(txn, &offer, row.id, events).await?;
    ledger::record(txn, entries).await?;
    Ok(row)
}

/// The price of a quantity of an offer, in whole packs if it has packs. INVALID_INPUT on the quantity otherwise.
pub(super) fn price_of(offer: &presale_offer::Model, quantity: Kilograms) -> Result<Money> {
    if let Some(pack) = offer.pack_g.filter(|pack| quantity.0 % pack.0 != 0) {
        let problem =
            Problem::new(format!("应为每件 {pack} 千克的整倍数"), format!("must be whole packs of {pack} kg"));
        return Err(Error::invalid("quantityKg", problem));
    }
    price(quantity, offer.unit_price_fen).filter(|amount| *amount > Money::ZERO).ok_or_else(|| {
        let unit_price = offer.unit_price_fen;
        let problem = Problem::new(
            format!("按每千克 {unit_price} 元计，金额应大于 0 且不超过 {} 元", Money::MAXIMUM),
            format!(
                "at {unit_price} yuan a kilogram the amount must be greater than 0 and at most {} yuan",
                Money::MAXIMUM
            ),
        );
        Error::invalid("quantityKg", problem)
    })
}

/// Checks the way of delivery against the offer. `ships` says whether it ships this pre-order.
pub(super) fn check_fulfilment(ships: bool, fulfilment: Fulfilment, has_address: bool) -> Result<()> {
    match (fulfilment, has_address) {
        (Fulfilment::Ship, _) if !ships => Err(Error::invalid(
            "fulfilment",
            Problem::new("该活动不邮寄，请选择自提 PICK_UP", "the offer does not ship; choose PICK_UP"),
        )),
        (Fulfilment::Ship, false) => {
            Err(Error::invalid("deliveryAddress", Problem::new("邮寄须填收货地址", "shipping needs an address")))
        }
        (Fulfilment::PickUp, true) => {
            let problem = Problem::new(
                "自提不填收货地址；邮寄请选 fulfilment: SHIP",
                "picking up takes no address; choose fulfilment: SHIP",
            );
            Err(Error::invalid("deliveryAddress", problem))
        }
        _ => Ok(()),
    }
}

fn require_open(offer: &presale_offer::Model, now: Timestamp) -> Result<()> {
    if now < offer.opens_at {
        let opens_at = offer.opens_at.in_town();
        return Err(Error::conflict(
            format!("预售尚未开始，{opens_at} 开始"),
            format!("the offer is not open yet; it opens at {opens_at}"),
        ));
    }
    if !offer.is_open_at(now) {
        let closes_at = offer.closes_at.in_town();
        return Err(Error::conflict(format!("预售已于 {closes_at} 截止"), format!("the offer closed at {closes_at}")));
    }
    Ok(())
}

/// When a new pre-order counts as placed: now, or when the clerk who enters it later says. Either way the offer was
/// open then. FORBIDDEN to anybody but a clerk of the offer's region.
fn placed_at(
    actor: Option<&Actor>,
    offer: &presale_offer::Model,
    given: Option<Timestamp>,
    now: Timestamp,
) -> Result<Timestamp> {
    let Some(placed_at) = given else {
        require_open(offer, now)?;
        return Ok(now);
    };
    if !actor.is_some_and(|actor| is_clerk_of(actor, &offer.region_code)) {
        return Err(Error::forbidden(
            "只有活动所在地区的登记员可以补录下单时间",
            "only a clerk of the offer's region enters when a pre-order was placed",
        ));
    }
    let problem = if placed_at > now {
        let now = now.in_town();
        Problem::new(format!("不能在未来，现在是 {now}"), format!("must not lie in the future; it is {now} now"))
    } else if !offer.is_open_at(placed_at) {
        let (from, to) = (offer.opens_at.in_town(), offer.closes_at.in_town());
        Problem::new(
            format!("应在预售开放期间：{from} 起，{to} 前"),
            format!("must lie within the offer's time: from {from}, before {to}"),
        )
    } else {
        return Ok(placed_at);
    };
    Err(Error::invalid("placedAt", problem))
}

/// Locks the offer, and expires its overdue pre-orders. Returns the quantity that they held.
async fn release_overdue(txn: &Txn, offer_id: Uuid, now: Timestamp) -> Result<Kilograms> {
    offers::lock(txn, offer_id).await?;
    offers::release_overdue(txn, offer_id, now).await
}

/// The row of a new pre-order.
fn row(
    txn: &Txn,
    actor: Option<&Actor>,
    offer: &presale_offer::Model,
    new: NewPreorder,
    code: PrintedCode,
    amount: Money,
    placed_at: Timestamp,
) -> Result<preorder::Model> {
    let NewPreorder { quantity, buyer_name, buyer_phone, fulfilment, delivery_address, placed_at: _ } = new;
    let fulfilment = fulfilment.unwrap_or(Fulfilment::PickUp);
    let deposit = offer.deposit_rate.deposit_of(amount);
    let now = txn.recorded_at();
    // A clerk of the region who enters an order is not its buyer.
    let buyer = actor.filter(|actor| !is_clerk_of(actor, &offer.region_code));
    let mut status = PreorderStatus::Placed;
    if deposit == Money::ZERO {
        status = status.after(PreorderAction::Confirm).map_err(|problem| Error::conflict(problem.zh, problem.en))?;
    }
    Ok(preorder::Model {
        id: new_id(),
        code,
        offer_id: offer.id,
        region_code: offer.region_code.clone(),
        status,
        buyer_account_id: buyer.map(|actor| actor.account_id),
        buyer_name_folded: buyer_name.folded(),
        buyer_name: buyer_name.0,
        buyer_phone: buyer_phone.0,
        audit_salt: audit::salt(),
        fulfilment,
        delivery_address: delivery_address.map(|address| address.0),
        quantity_g: quantity,
        fulfillable_g: quantity,
        delivered_g: Kilograms::ZERO,
        returned_g: Kilograms::ZERO,
        over_quota_g: Kilograms::ZERO,
        amount_fen: amount,
        deposit_fen: deposit,
        freight_fen: if fulfilment == Fulfilment::Ship { offer.freight_fen } else { Money::ZERO },
        compensated_fen: Money::ZERO,
        paid_fen: Money::ZERO,
        for_refund_fen: Money::ZERO,
        refunded_fen: Money::ZERO,
        kept_fen: Money::ZERO,
        refund_due_since: None,
        placed_at,
        hold_until: placed_at.plus(offer.hold_microseconds),
        confirmed_at: (status == PreorderStatus::Confirmed).then_some(now),
        delivered_on: None,
        tracking_number: None,
        cancelled_at: None,
        cancellation_cause: None,
        recorded_at: now,
        recorded_by: actor.map(|actor| actor.account_id),
        changed_at: now,
    })
}

#[derive(Debug, thiserror::Error)]
#[error("every code that was drawn is in use")]
struct NoFreeCode;

/// Takes the kilograms of the pre-order from the offer in one conditional statement. Returns whether it had them and was
/// open.
async fn take(txn: &Txn, row: &preorder::Model, released: Kilograms) -> Result<bool> {
    use presale_offer::Column;
    let more = row.quantity_g - released;
    let has_room = Condition::all()
        .add(Column::Id.eq(row.offer_id))
        .add(Expr::col(Column::TakenG).add(more).lte(Expr::col(Column::QuotaG)))
        .add(Column::OpensAt.lte(row.placed_at))
        .add(Column::ClosesAt.gt(row.placed_at));
    Ok(txn.keep::<presale_offer::Entity>(Expr::col(Column::TakenG).add(more), has_room).await? == 1)
}

/// Why nothing was taken: the offer is not open any more, or QUOTA_EXCEEDED with what is available.
async fn no_room(txn: &Txn, row: &preorder::Model, released: Kilograms) -> Result<Error> {
    let offer = offers::get(txn, row.offer_id, "offerId").await?;
    require_open(&offer, row.placed_at)?;
    Ok(Error::quota_exceeded(offer.quota_g - offer.taken_g + released))
}

/// CONFLICT if as many pre-orders of one telephone number await their deposit as may. Overdue ones have already been
/// expired. They are counted after the offer's row is locked, so that the second of two concurrent requests sees the
/// first, and before the new one is inserted. The status is a literal in the statement. Only then does the database use
/// the index of waiting pre-orders, and not one that would count through all that wait for this offer.
pub(super) async fn require_few_unpaid(txn: &Txn, row: &preorder::Model, rules: Rules) -> Result<()> {
    use preorder::Column;
    let unpaid = preorder::Entity::find()
        .filter(Column::OfferId.eq(row.offer_id))
        .filter(Column::BuyerPhone.eq(row.buyer_phone.as_str()))
        .filter(Expr::col(Column::Status).eq(Expr::Constant(PreorderStatus::Placed.to_value().into())))
        .count(txn.reader())
        .await?;
    let most = rules.most_unpaid;
    if unpaid < most {
        return Ok(());
    }
    Err(Error::conflict(
        format!("该手机号在此活动中已有 {most} 笔未付定金的订单，请先付款或取消"),
        format!(
            "{most} pre-orders of this telephone number await their deposit in this offer; pay or cancel one first"
        ),
    ))
}
