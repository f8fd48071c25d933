//! Offers: a quota of one variety of one season, open for pre-orders between two instants.

mod changes;
mod supply;

pub use changes::{change, said_at, terms_of, versions_of};
pub use supply::{Availability, Supply, at_risk, explain, supplies};

use std::time::Duration;

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, Order, QueryFilter, QuerySelect,
    sea_query::{ExprTrait, LockType},
};
use tokio::sync::broadcast;
use uuid::Uuid;

use crate::{
    check_season,
    registers::{regions, varieties},
};
use store::{
    Database, Reader, Txn, as_bigint,
    entity::{
        in_subtree,
        presales::{preorder, presale_offer},
    },
    error::{Error, Result},
    feeds::{Feeds, Refresh},
    page::{Page, PageRequest, filter_some, page},
};
use types::{Actor, Address, Day, Kilograms, Money, Problem, Rate, RegionCode, Terms, Timestamp, new_id};

/// The fields of a new offer.
#[derive(Debug, Clone)]
pub struct NewOffer {
    /// The variety.
    pub variety_code: String,
    /// The crop's season.
    pub season: i32,
    /// The most that may be promised in total.
    pub quota: Kilograms,
    /// Price per kilogram.
    pub unit_price: Money,
    /// Weight of a pack. Orders are whole packs, if it is set.
    pub pack: Option<Kilograms>,
    /// The share of the amount that is due as deposit.
    pub deposit_rate: Rate,
    /// The instant from which it is open for orders.
    pub opens_at: Timestamp,
    /// The instant from which it is closed.
    pub closes_at: Timestamp,
    /// Hold time of a pre-order without its deposit, in minutes. The configured time if absent.
    pub hold_minutes: Option<i32>,
    /// The terms for buyers.
    pub terms: Option<Terms>,
    /// The pick-up place.
    pub pick_up_place: Option<Address>,
    /// The first pick-up day.
    pub pick_up_from: Option<Day>,
    /// The last pick-up day.
    pub pick_up_to: Option<Day>,
    /// Whether the fruit can be shipped to the buyer.
    pub ships: bool,
    /// The freight that a buyer pays per shipped pre-order.
    pub freight: Money,
    /// The instant until which buyers may cancel confirmed pre-orders.
    pub cancel_until: Option<Timestamp>,
    /// The share of the deposit that is kept when they cancel.
    pub kept_rate: Rate,
    /// Whether the amount follows the weight delivered.
    pub charged_by_weight: bool,
    /// By what share the weight delivered may then differ from the weight ordered.
    pub weight_tolerance: Rate,
}

/// A change to an offer. An absent field stays unchanged.
#[derive(Debug, Clone)]
pub struct OfferPatch {
    /// The most that may be promised in total.
    pub quota: Option<Kilograms>,
    /// The instant from which it is closed.
    pub closes_at: Option<Timestamp>,
    /// The pick-up place.
    pub pick_up_place: Option<Address>,
    /// The first pick-up day.
    pub pick_up_from: Option<Day>,
    /// The last pick-up day.
    pub pick_up_to: Option<Day>,
    /// Whether the fruit can be shipped to the buyer.
    pub ships: Option<bool>,
    /// The freight of pre-orders from now on.
    pub freight: Option<Money>,
    /// The terms for buyers.
    pub terms: Option<Terms>,
}

/// Filter for a list of offers.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only offers of this variety.
    pub variety_code: Option<String>,
    /// Only offers of this season.
    pub season: Option<i32>,
    /// Only offers booked on this region or below it.
    pub region_code: Option<RegionCode>,
    /// Only offers that are open for orders now, or only those that are not.
    pub open_now: Option<bool>,
}

/// The longest hold time, in minutes: thirty days.
const MOST_HOLD_MINUTES: i32 = 43_200;
const MICROSECONDS_A_MINUTE: i64 = 60_000_000;

/// The refusal of an offer that does not exist, on the field that names it.
pub(super) fn not_found(field: &str) -> Error {
    Error::not_found(field, "预售活动", "offer")
}

/// The offer with this id. Everybody may see offers.
pub async fn get(connection: &Reader, id: Uuid, field: &str) -> Result<presale_offer::Model> {
    presale_offer::Entity::find_by_id(id).one(connection).await?.ok_or_else(|| not_found(field))
}

/// Loads the offer with this id and locks it until the transaction ends. CONFLICT while a shortfall of the offer is
/// being settled. Every change to the pre-orders of an offer locks the offer first, to prevent deadlocks.
pub(crate) async fn lock(txn: &Txn, id: Uuid) -> Result<presale_offer::Model> {
    let offer = lock_while_settling(txn, id).await?;
    require_settled(&offer)?;
    Ok(offer)
}

/// Like `lock`, for the settlement of the offer's shortfall itself.
pub(crate) async fn lock_while_settling(txn: &Txn, id: Uuid) -> Result<presale_offer::Model> {
    presale_offer::Entity::find_by_id(id)
        .lock(LockType::NoKeyUpdate)
        .one(txn.reader())
        .await?
        .ok_or_else(|| not_found("offerId"))
}

/// CONFLICT while a shortfall of the offer is being settled. Nothing else may change its pre-orders until each has
/// its share.
pub(crate) fn require_settled(offer: &presale_offer::Model) -> Result<()> {
    if offer.settling_run_id.is_none() {
        return Ok(());
    }
    Err(Error::conflict(
        "该活动的歉收正在结算，请稍后再试",
        "a shortfall of the offer is being settled; try again shortly",
    ))
}

/// The feeds of the watched offers. Each holds the offer and the quantity that was available when it was last
/// published.
pub type OfferFeeds = Feeds<Uuid, (presale_offer::Model, Kilograms)>;

/// A change of an offer reaches subscribers within a second. That includes a hold that expires without any write.
pub const FEED_REFRESH: Refresh = Refresh { period: Duration::from_millis(500), changes_by_itself: true };

/// Subscribes to an offer: it is published after each change of the quantity available.
pub async fn watch(
    feeds: &OfferFeeds,
    database: &Database,
    id: Uuid,
) -> Result<broadcast::Receiver<(presale_offer::Model, Kilograms)>> {
    let shown = present(database, id).await?;
    feeds.watch(database, id, shown, async |database, id, (_, available)| {
        let present = present(&database, id).await?;
        Ok((present.1 != available).then_some(present))
    })
}

/// The offer, and the quantity available now.
async fn present(database: &Database, id: Uuid) -> Result<(presale_offer::Model, Kilograms)> {
    let now = database.clock().now();
    let read = database.read(async move |snapshot| {
        let offer = get(&snapshot, id, "offerId").await?;
        let supply = supplies(&snapshot, &[id], now).await?.remove(&id).unwrap_or_default();
        let available = offer.quota_g - offer.taken_g + supply.overdue;
        Ok((offer, available))
    });
    read.await
}

/// A page of offers by opening time, newest first.
pub async fn list(
    connection: &Reader,
    filter: Filter,
    request: &PageRequest,
    now: Timestamp,
) -> Result<Page<presale_offer::Model>> {
    use presale_offer::Column;
    let Filter { variety_code, season, region_code, open_now } = filter;
    let mut query = presale_offer::Entity::find();
    if let Some(code) = region_code {
        let region = regions::get(connection, &code, "filter.regionCode").await?;
        query = query.filter(in_subtree(Column::RegionCode, &region.code));
    }
    if let Some(code) = &variety_code {
        varieties::get(connection, code, "filter.varietyCode").await?;
    }
    let query = filter_some(query, variety_code, |code| Column::VarietyCode.eq(code));
    let query = filter_some(query, season, |season| Column::Season.eq(season));
    let open = Column::OpensAt.lte(now).and(Column::ClosesAt.gt(now));
    let query = filter_some(query, open_now, |is_open| if is_open { open } else { open.not() });
    page(connection, query, &[Column::OpensAt, Column::Id], Order::Desc, request).await
}

/// The region of a new offer, which must be one of the clerk's, with the usual hold time in microseconds.
pub async fn to_open(
    txn: &Txn,
    actor: &Actor,
    (region_code, usual_hold): (RegionCode, i64),
) -> Result<(regions::Named, i64)> {
    Ok((regions::Named::find(txn, actor, &region_code).await?, usual_hold))
}

/// Opens an offer. Its pre-orders hold their kilograms for the usual time, unless the offer sets another.
pub async fn open(
    txn: &Txn,
    actor: &Actor,
    (region, usual_hold): (regions::Named, i64),
    new: NewOffer,
) -> Result<presale_offer::Model> {
    check_season(new.season, txn.today())?;
    let hold = hold_of(&new, usual_hold)?;
    agree(&new)?;
    let variety = varieties::get_of_season(txn, &new.variety_code, new.season).await?;
    let region = region.get()?;
    let row = presale_offer::ActiveModel {
        id: Set(new_id()),
        region_code: Set(region.code),
        variety_code: Set(variety.code),
        season: Set(new.season),
        quota_g: Set(new.quota),
        taken_g: Set(Kilograms::ZERO),
        unit_price_fen: Set(new.unit_price),
        pack_g: Set(new.pack),
        deposit_rate: Set(new.deposit_rate),
        opens_at: Set(new.opens_at),
        closes_at: Set(new.closes_at),
        hold_microseconds: Set(hold),
        terms: Set(new.terms.map(|terms| terms.0)),
        pick_up_place: Set(new.pick_up_place.map(|place| place.0)),
        pick_up_from: Set(new.pick_up_from),
        pick_up_to: Set(new.pick_up_to),
        ships: Set(new.ships),
        freight_fen: Set(new.freight),
        cancel_until: Set(new.cancel_until),
        kept_rate: Set(new.kept_rate),
        charged_by_weight: Set(new.charged_by_weight),
        weight_tolerance: Set(new.weight_tolerance),
        recorded_at: Set(txn.recorded_at()),
        recorded_by: Set(actor.account_id),
        settling_run_id: Set(None),
    };
    Ok(txn.insert(row).await?)
}

fn hold_of(new: &NewOffer, usual: i64) -> Result<i64> {
    let Some(minutes) = new.hold_minutes else { return Ok(usual) };
    if (1..=MOST_HOLD_MINUTES).contains(&minutes) {
        return Ok(i64::from(minutes) * MICROSECONDS_A_MINUTE);
    }
    let problem = Problem::new(
        format!("应为 1 至 {MOST_HOLD_MINUTES} 分钟"),
        format!("expected 1 to {MOST_HOLD_MINUTES} minutes"),
    );
    Err(Error::invalid("holdMinutes", problem))
}

/// Checks that the fields of an offer are consistent.
fn agree(new: &NewOffer) -> Result<()> {
    if new.closes_at <= new.opens_at {
        return Err(Error::invalid("closesAt", Problem::new("应晚于开始时间 opensAt", "must come after opensAt")));
    }
    if new.pack.is_some_and(|pack| pack > new.quota) {
        return Err(Error::invalid("packKg", Problem::new("不得超过总量 quotaKg", "must not be more than quotaKg")));
    }
    if !new.charged_by_weight && new.weight_tolerance > Rate(0) {
        let problem = Problem::new("只用于按重量计价的活动 chargedByWeight", "only where chargedByWeight is true");
        return Err(Error::invalid("weightTolerance", problem));
    }
    agree_on_delivery((new.pick_up_from, new.pick_up_to), "pickUpTo", new.ships, new.freight)
}

/// Checks that the pick-up days are in order, and that only what is shipped has freight. `moved` is the field of the day
/// that was given.
fn agree_on_delivery(days: (Option<Day>, Option<Day>), moved: &str, ships: bool, freight: Money) -> Result<()> {
    if let (Some(from), Some(to)) = days
        && to < from
    {
        let problem = Problem::new(
            format!("提货首日 {from} 不得晚于末日 {to}"),
            format!("the first pick-up day, {from}, must not come after the last, {to}"),
        );
        return Err(Error::invalid(moved, problem));
    }
    if !ships && freight > Money::ZERO {
        return Err(Error::invalid(
            "freightYuan",
            Problem::new("不邮寄的活动没有运费", "an offer that does not ship has no freight"),
        ));
    }
    Ok(())
}

/// The offer to change, which must lie in the clerk's region.
pub async fn to_change(txn: &Txn, actor: &Actor, id: Uuid) -> Result<presale_offer::Model> {
    let offer = lock(txn, id).await?;
    regions::require(&actor.scope(), &offer.region_code)?;
    Ok(offer)
}

/// Expires the overdue pre-orders of an offer, in two statements however many there are, and returns the quantity
/// that they held. The offer must be locked. The caller subtracts the quantity from `taken_g`, because it has more to
/// change in that row.
pub(crate) async fn release_overdue(txn: &Txn, offer_id: Uuid, now: Timestamp) -> Result<Kilograms> {
    use preorder::Column;
    let overdue = preorder::overdue(now).add(Column::OfferId.eq(offer_id));
    let held: Option<Option<i64>> = preorder::Entity::find()
        .select_only()
        .column_as(as_bigint(Column::FulfillableG.sum()), "held")
        .filter(overdue.clone())
        .into_tuple()
        .one(txn.reader())
        .await?;
    let Some(held) = held.flatten() else { return Ok(Kilograms::ZERO) };
    txn.expire(overdue).await?;
    Ok(Kilograms(held))
}
