//! The supply of an offer: what is available of it, and what may be missing.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, Order, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, Func},
};
use uuid::Uuid;

use super::get;
use crate::{MOST_LISTED, registers::regions};
use store::{
    Reader, as_bigint,
    entity::{
        in_subtree,
        presales::{harvest_estimate, preorder, presale_offer},
    },
    error::Result,
    page::{Page, PageRequest, slice},
};
use types::{Actor, Kilograms, PreorderStatus, RegionCode, Scope, Timestamp};

/// What is known of an offer in addition to its row.
#[derive(Debug, Clone, Copy, Default)]
pub struct Supply {
    /// The quantity that overdue pre-orders still hold in the offer's row. It is available.
    pub overdue: Kilograms,
    /// The latest estimate of the crop.
    pub estimate: Option<Kilograms>,
}

/// The supplies of several offers at an instant, in two statements.
pub async fn supplies(connection: &Reader, offers: &[Uuid], now: Timestamp) -> Result<HashMap<Uuid, Supply>> {
    let overdue: Vec<Held> = preorder::Entity::find()
        .select_only()
        .column(preorder::Column::OfferId)
        .column_as(as_bigint(preorder::Column::FulfillableG.sum()), "held_g")
        .filter(preorder::overdue(now))
        .filter(preorder::Column::OfferId.is_in(offers.iter().copied()))
        .group_by(preorder::Column::OfferId)
        .into_model()
        .all(connection)
        .await?;
    let mut supplies: HashMap<Uuid, Supply> = offers.iter().map(|id| (*id, Supply::default())).collect();
    for held in overdue {
        supplies.entry(held.offer_id).or_default().overdue = held.held_g;
    }
    let estimates: Vec<(Uuid, i64)> = presale_offer::Entity::find()
        .select_only()
        .column(presale_offer::Column::Id)
        .column_as(harvest_estimate::Column::QuantityG, "quantity_g")
        .join(sea_orm::JoinType::InnerJoin, presale_offer::estimate())
        .filter(presale_offer::Column::Id.is_in(offers.iter().copied()))
        .into_tuple()
        .all(connection)
        .await?;
    for (id, grams) in estimates {
        supplies.entry(id).or_default().estimate = Some(Kilograms(grams));
    }
    Ok(supplies)
}

#[derive(Debug, FromQueryResult)]
struct Held {
    offer_id: Uuid,
    held_g: Kilograms,
}

/// The resolution of the share by which offers are sorted.
const PARTS: i64 = 1_000_000;

/// A page of the offers in a region and below it that have promised more than the latest estimate of their crop,
/// those that have promised the largest share of it first.
pub async fn at_risk(
    connection: &Reader,
    actor: &Actor,
    region_code: &RegionCode,
    request: &PageRequest,
    now: Timestamp,
) -> Result<Page<presale_offer::Model>> {
    use presale_offer::Column;
    let region = regions::get_within(connection, &actor.scope(), region_code, "regionCode").await?;
    let overdue = preorder::Entity::find()
        .select_only()
        .column_as(preorder::Column::FulfillableG.sum(), "held")
        .filter(preorder::overdue(now))
        .filter(Expr::col((preorder::Entity, preorder::Column::OfferId)).equals((presale_offer::Entity, Column::Id)))
        .into_query();
    let held = Func::coalesce([Expr::SubQuery(None, Box::new(overdue.into())), Expr::value(0_i64)]);
    let estimate = || Expr::col((harvest_estimate::Entity, harvest_estimate::Column::QuantityG));
    let promised = Expr::col((presale_offer::Entity, Column::TakenG)).sub(held);
    let share = promised.clone().mul(PARTS).div(estimate()).cast_as("BIGINT");
    // The list is short, because it has only offers whose promises exceed an estimate. It is therefore sorted as a
    // whole, up to a limit.
    let rows = presale_offer::Entity::find()
        .join(sea_orm::JoinType::InnerJoin, presale_offer::estimate())
        .filter(in_subtree(Column::RegionCode, &region.code))
        .filter(promised.gt(estimate()))
        .order_by(share, Order::Desc)
        .order_by(Column::Id, Order::Asc)
        .limit(MOST_LISTED)
        .all(connection)
        .await?;
    slice(rows, &[Column::Id], request)
}

/// What holds kilograms of an offer.
#[derive(Debug, Clone)]
pub struct Availability {
    /// The offer.
    pub offer: presale_offer::Model,
    /// The number of pre-orders and the quantity that they hold, by status. Cancelled and expired pre-orders hold
    /// nothing.
    pub held: Vec<(PreorderStatus, i64, Kilograms)>,
    /// The quantity available.
    pub available: Kilograms,
    /// The pre-orders whose hold expires next unless their deposit is paid, soonest first, at most a hundred.
    pub freed_next: Vec<preorder::Model>,
}

#[derive(Debug, FromQueryResult)]
struct HeldBy {
    status: PreorderStatus,
    number: i64,
    total: Kilograms,
}

/// The most pre-orders listed as expiring next.
const MOST_FREED_NEXT: u64 = 100;

/// What holds kilograms of an offer of the reader's region. Call it within one snapshot.
pub async fn explain(snapshot: &Reader, scope: &Scope, id: Uuid, now: Timestamp) -> Result<Availability> {
    use preorder::Column;
    let offer = get(snapshot, id, "offerId").await?;
    regions::require(scope, &offer.region_code)?;
    let live = || {
        preorder::Entity::find()
            .filter(Column::OfferId.eq(id))
            .filter(Column::FulfillableG.gt(0))
            .filter(preorder::overdue(now).not())
    };
    let held: Vec<HeldBy> = live()
        .select_only()
        .column(Column::Status)
        .column_as(Column::Id.count(), "number")
        .column_as(as_bigint(preorder::held().sum()), "total")
        .group_by(Column::Status)
        .order_by(Column::Status, Order::Asc)
        .into_model()
        .all(snapshot)
        .await?;
    let freed_next = live()
        .filter(Column::Status.eq(PreorderStatus::Placed))
        .order_by(Column::HoldUntil, Order::Asc)
        .order_by(Column::Id, Order::Asc)
        .limit(MOST_FREED_NEXT)
        .all(snapshot)
        .await?;
    let taken: Kilograms = held.iter().map(|row| row.total).sum();
    let held = held.into_iter().map(|row| (row.status, row.number, row.total)).collect();
    Ok(Availability { available: offer.quota_g - taken, offer, held, freed_next })
}
