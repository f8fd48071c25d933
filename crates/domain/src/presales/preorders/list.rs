//! Lists of pre-orders, found by offer, code, telephone, name, day, state or what is owed.

use sea_orm::{ColumnTrait, Condition, Order, QueryFilter};
use uuid::Uuid;

use crate::{presales::offers, registers::regions};
use store::{
    Reader,
    entity::{in_subtree, presales::preorder},
    error::{Error, Result},
    page::{Page, PageRequest, filter_some, page, page_of_either},
};
use types::{
    Actor, CodeKind, Day, Folded, Phone, PreorderStatus, PrintedCode, Problem, RegionCode, RegionLevel, Timestamp,
};

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
    /// Only pre-orders of this telephone number.
    pub buyer_phone: Option<Phone>,
    /// Only pre-orders whose buyer's name contains this text.
    pub buyer_name_contains: Option<Folded>,
    /// Only pre-orders placed on this day or later.
    pub placed_from: Option<Day>,
    /// Only pre-orders placed on this day or earlier.
    pub placed_to: Option<Day>,
    /// Only pre-orders recorded at this instant or later.
    pub recorded_from: Option<Timestamp>,
    /// Only pre-orders recorded before this instant.
    pub recorded_to: Option<Timestamp>,
    /// Only pre-orders that the actor recorded, or only those of others.
    pub recorded_by_me: Option<bool>,
    /// Only pre-orders that were delivered, at least in part, and are not paid in full, or only the others.
    pub owing: Option<bool>,
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
    if let Some(id) = filter.offer_id {
        offers::get(connection, id, "filter.offerId").await?;
    }
    if let Some(code) = &filter.region_code {
        regions::get(connection, code, "filter.regionCode").await?;
    }
    check_days(&filter)?;
    let region_code = filter.region_code.clone();
    let parts = if filter.offer_id.is_some() || filter.code.is_some() || filter.buyer_phone.is_some() {
        let anywhere = preorder::Entity::visible_to(actor);
        vec![filter_some(anywhere, region_code, |code| in_subtree(Column::RegionCode, &code))]
    } else {
        let unindexed = [
            ("filter.status", filter.status.is_some()),
            ("filter.buyerNameContains", filter.buyer_name_contains.is_some()),
            ("filter.recordedFrom", filter.recorded_from.is_some()),
            ("filter.recordedTo", filter.recorded_to.is_some()),
            ("filter.recordedByMe", filter.recorded_by_me.is_some()),
            ("filter.owing", filter.owing.is_some()),
        ];
        regions::require_reach(&actor.scope(), region_code.as_ref(), RegionLevel::Township, &unindexed)?;
        preorder::Entity::in_order(actor, region_code.as_ref())
    };
    let wanted = wanted(actor, filter, now);
    let parts = parts.into_iter().map(|part| part.filter(wanted.clone())).collect();
    page_of_either(connection, parts, &[Column::PlacedAt, Column::Id], Order::Desc, request).await
}

fn check_days(filter: &Filter) -> Result<()> {
    if filter.placed_from.zip(filter.placed_to).is_none_or(|(from, to)| from <= to) {
        return Ok(());
    }
    let problem = Problem::new("不得早于 placedFrom", "must not come before placedFrom");
    Err(Error::invalid("filter.placedTo", problem))
}

/// The condition that a pre-order meets a filter, except for its region.
fn wanted(actor: &Actor, filter: Filter, now: Timestamp) -> Condition {
    use preorder::Column;
    let Filter {
        offer_id,
        status,
        code,
        region_code: _,
        buyer_phone,
        buyer_name_contains,
        placed_from,
        placed_to,
        recorded_from,
        recorded_to,
        recorded_by_me,
        owing,
    } = filter;
    // A text that is not a code matches no pre-order.
    let code = code.map(|code| PrintedCode::parse(CodeKind::Preorder, &code).map_or(String::new(), |code| code.0));
    let of_actor = |is_mine: bool| {
        let mine = Condition::all().add(Column::RecordedBy.eq(actor.account_id));
        if is_mine { mine } else { Condition::any().add(mine.not()).add(Column::RecordedBy.is_null()) }
    };
    let after = placed_to.and_then(|day| day.succ_opt()).map(Timestamp::beginning_of);
    Condition::all()
        .add_option(offer_id.map(|id| Column::OfferId.eq(id)))
        .add_option(code.map(|code| Column::Code.eq(code)))
        .add_option(status.map(|status| has_status(status, now)))
        .add_option(buyer_phone.map(|phone| Column::BuyerPhone.eq(phone.0)))
        .add_option(buyer_name_contains.map(|text| regions::contains(Column::BuyerNameFolded, &text)))
        .add_option(placed_from.map(|day| Column::PlacedAt.gte(Timestamp::beginning_of(day))))
        .add_option(after.map(|instant| Column::PlacedAt.lt(instant)))
        .add_option(recorded_from.map(|instant| Column::RecordedAt.gte(instant)))
        .add_option(recorded_to.map(|instant| Column::RecordedAt.lt(instant)))
        .add_option(recorded_by_me.map(of_actor))
        .add_option(owing.map(|is_owing| if is_owing { preorder::owing() } else { preorder::owing().not() }))
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
