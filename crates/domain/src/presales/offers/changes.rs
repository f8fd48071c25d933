//! Changes of offers, and what they said before.

use std::collections::HashMap;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, Iterable, ModelTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::{OfferPatch, agree_on_delivery, release_overdue};
use crate::records_of;
use store::{
    Reader, Txn,
    entity::presales::{preorder, presale_offer, presale_offer_version, shortfall_run},
    error::{Error, Result},
    load::{self, filled},
};
use types::{Actor, Kilograms, Money, Problem, Timestamp, new_id};

/// Changes an offer, and keeps what it said before. The quota must not fall below what is taken. An instant in the past
/// closes it at once, a later one opens it for longer, unless a shortfall of it was settled. Pick-up and shipping are
/// those of every pre-order that is not delivered yet, the freight of those from now on.
pub async fn change(
    txn: &Txn,
    actor: &Actor,
    offer: presale_offer::Model,
    fields: OfferPatch,
) -> Result<presale_offer::Model> {
    let now = txn.recorded_at();
    let OfferPatch { quota, closes_at, pick_up_place, pick_up_from, pick_up_to, ships, freight, terms } = fields;
    let ships = ships.unwrap_or(offer.ships);
    let freight = freight.unwrap_or(if ships { offer.freight_fen } else { Money::ZERO });
    let (from, to) = (pick_up_from.or(offer.pick_up_from), pick_up_to.or(offer.pick_up_to));
    let moved = if pick_up_to.is_some() { "pickUpTo" } else { "pickUpFrom" };
    agree_on_delivery((from, to), moved, ships, freight)?;
    let taken = offer.taken_g - release_overdue(txn, offer.id, now).await?;
    let after = presale_offer::Model {
        taken_g: taken,
        quota_g: quota_above(quota.unwrap_or(offer.quota_g), taken)?,
        closes_at: closing(txn, &offer, closes_at).await?,
        pick_up_place: pick_up_place.map(|place| place.0).or_else(|| offer.pick_up_place.clone()),
        pick_up_from: from,
        pick_up_to: to,
        ships,
        freight_fen: freight,
        terms: terms.map(|terms| terms.0).or_else(|| offer.terms.clone()),
        ..offer.clone()
    };
    let is_changed = offer != presale_offer::Model { taken_g: offer.taken_g, ..after.clone() };
    if is_changed {
        txn.add::<presale_offer_version::Entity>([version(&offer, actor.account_id, now)]).await?;
    }
    let mut row = offer.clone().into_active_model();
    for column in presale_offer::Column::iter() {
        let value = after.get(column);
        if value != offer.get(column) {
            row.set(column, value);
        }
    }
    Ok(txn.update(offer, row).await?)
}

fn version(offer: &presale_offer::Model, by: Uuid, now: Timestamp) -> presale_offer_version::ActiveModel {
    presale_offer_version::ActiveModel {
        id: Set(new_id()),
        offer_id: Set(offer.id),
        quota_g: Set(offer.quota_g),
        closes_at: Set(offer.closes_at),
        terms: Set(offer.terms.clone()),
        pick_up_place: Set(offer.pick_up_place.clone()),
        pick_up_from: Set(offer.pick_up_from),
        pick_up_to: Set(offer.pick_up_to),
        ships: Set(offer.ships),
        freight_fen: Set(offer.freight_fen),
        replaced_at: Set(now),
        replaced_by: Set(by),
    }
}

fn quota_above(quota: Kilograms, taken: Kilograms) -> Result<Kilograms> {
    if quota >= taken {
        return Ok(quota);
    }
    Err(Error::conflict(
        format!("总量不能低于已预订的 {taken} 千克"),
        format!("the quota cannot be less than what is taken, {taken} kg"),
    ))
}

/// When the offer closes after a change. CONFLICT if it would close later although a shortfall of it was settled, by
/// which what is left of the crop was shared.
async fn closing(txn: &Txn, offer: &presale_offer::Model, closes_at: Option<Timestamp>) -> Result<Timestamp> {
    let Some(closes_at) = closes_at else { return Ok(offer.closes_at) };
    if closes_at > offer.closes_at {
        let runs = shortfall_run::Entity::find().filter(shortfall_run::Column::OfferId.eq(offer.id));
        if runs.limit(1).count(txn.reader()).await? > 0 {
            return Err(Error::conflict(
                "该活动的歉收已结算，不能延后截止",
                "a shortfall of the offer was settled; it cannot close later",
            ));
        }
        return Ok(closes_at);
    }
    if closes_at < offer.opens_at && offer.opens_at > txn.recorded_at() {
        let problem = Problem::new("应不早于开始时间 opensAt", "must not come before opensAt");
        return Err(Error::invalid("closesAt", problem));
    }
    let earliest = txn.recorded_at().min(offer.closes_at).max(offer.opens_at);
    Ok(closes_at.max(earliest))
}

/// What an offer said at an instant.
pub async fn said_at(connection: &Reader, offer: &presale_offer::Model, at: Timestamp) -> Result<presale_offer::Model> {
    use presale_offer_version::Column;
    let version = presale_offer_version::Entity::find()
        .filter(Column::OfferId.eq(offer.id))
        .filter(Column::ReplacedAt.gt(at))
        .order_by_asc(Column::Id)
        .one(connection)
        .await?;
    let Some(version) = version else { return Ok(offer.clone()) };
    let presale_offer_version::Model {
        id: _,
        offer_id: _,
        quota_g,
        closes_at,
        terms,
        pick_up_place,
        pick_up_from,
        pick_up_to,
        ships,
        freight_fen,
        replaced_at: _,
        replaced_by: _,
    } = version;
    Ok(presale_offer::Model {
        quota_g,
        closes_at,
        terms,
        pick_up_place,
        pick_up_from,
        pick_up_to,
        ships,
        freight_fen,
        ..offer.clone()
    })
}

/// The terms that the buyers of these pre-orders read on placing, in three statements.
pub async fn terms_of(connection: &Reader, preorders: &[Uuid]) -> Result<HashMap<Uuid, Option<String>>> {
    use presale_offer_version::Column;
    let preorders = load::by_key::<preorder::Entity>(connection, preorders).await?;
    let ids: Vec<Uuid> = preorders.values().map(|row| row.offer_id).collect();
    let offers = load::by_key::<presale_offer::Entity>(connection, &ids).await?;
    let versions = presale_offer_version::Entity::find()
        .filter(Column::OfferId.is_in(filled(&ids)))
        .order_by_asc(Column::Id)
        .all(connection)
        .await?;
    let terms = |row: &preorder::Model| {
        let version =
            versions.iter().find(|version| version.offer_id == row.offer_id && version.replaced_at > row.placed_at);
        version.map_or_else(|| offers.get(&row.offer_id)?.terms.clone(), |version| version.terms.clone())
    };
    Ok(preorders.iter().map(|(id, row)| (*id, terms(row))).collect())
}

/// What these offers said before their changes, oldest first, at most a hundred of each, in one statement.
pub async fn versions_of(
    connection: &Reader,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<presale_offer_version::Model>>> {
    use presale_offer_version::{Column, Entity};
    records_of::<Entity>(connection, Column::OfferId, Column::Id, ids).await
}
