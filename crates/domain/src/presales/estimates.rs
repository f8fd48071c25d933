//! Harvest estimates: the expected crop of a variety in a region, which is estimated repeatedly.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, Order, QueryFilter, QuerySelect, sea_query::LockType,
};

use uuid::Uuid;

use crate::{
    check_season,
    registers::{regions, varieties},
    unless_taken, voiding,
};
use store::{
    Reader, Txn,
    entity::{in_subtree, presales::harvest_estimate},
    error::{Error, Result},
    page::{Page, PageRequest, filter_some, page},
};
use types::{Actor, Kilograms, Reason, RegionCode, new_id};

/// The fields of a new estimate.
#[derive(Debug, Clone)]
pub struct NewEstimate {
    /// The variety.
    pub variety_code: String,
    /// The crop's season.
    pub season: i32,
    /// The expected quantity.
    pub quantity: Kilograms,
    /// The basis of the estimate.
    pub note: Option<Reason>,
}

/// Filter for a list of estimates.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only estimates for this region or below it.
    pub region_code: Option<RegionCode>,
    /// Only estimates of this variety.
    pub variety_code: Option<String>,
    /// Only estimates of this season.
    pub season: Option<i32>,
}

/// The region of an estimate, which must be one of the clerk's.
pub async fn to_record(txn: &Txn, actor: &Actor, region_code: RegionCode) -> Result<regions::Named> {
    regions::Named::find(txn, actor, &region_code).await
}

/// Records an estimate. It replaces the previous one, which stays on record.
pub async fn record(
    txn: &Txn,
    actor: &Actor,
    region: regions::Named,
    fields: NewEstimate,
) -> Result<harvest_estimate::Model> {
    use harvest_estimate::Column;
    let NewEstimate { variety_code, season, quantity, note } = fields;
    check_season(season, txn.today())?;
    let variety = varieties::get_of_season(txn, &variety_code, season).await?;
    let region = region.get()?;
    let before = harvest_estimate::Entity::find()
        .filter(Column::VarietyCode.eq(variety.code.as_str()))
        .filter(Column::Season.eq(season))
        .filter(Column::RegionCode.eq(region.code.clone()))
        .filter(Column::ReplacedAt.is_null())
        .lock(LockType::NoKeyUpdate)
        .one(txn.reader())
        .await?;
    if let Some(before) = before {
        txn.stamp_after(before.recorded_at);
        let mut row = before.clone().into_active_model();
        row.replaced_at = Set(Some(txn.recorded_at()));
        txn.update(before, row).await?;
    }
    let row = harvest_estimate::ActiveModel {
        id: Set(new_id()),
        region_code: Set(region.code),
        variety_code: Set(variety.code),
        season: Set(season),
        quantity_g: Set(quantity),
        note: Set(note.map(|note| note.0)),
        recorded_at: Set(txn.recorded_at()),
        recorded_by: Set(actor.account_id),
        replaced_at: Set(None),
        void_reason: Set(None),
        voided_by: Set(None),
    };
    unless_taken(txn.insert(row).await, || {
        Error::conflict(
            "此时另有一次估产正在登记，请重试",
            "another estimate was recorded at the same moment; send it again",
        )
    })
}

/// The estimate to void, which must lie in the clerk's region.
pub async fn to_void(txn: &Txn, actor: &Actor, id: Uuid) -> Result<harvest_estimate::Model> {
    use harvest_estimate::Column;
    let query = harvest_estimate::Entity::visible_to(&actor.scope()).filter(Column::Id.eq(id));
    let found = query.lock(LockType::NoKeyUpdate).one(txn.reader()).await?;
    let found = found.ok_or_else(|| Error::not_found("estimateId", "估产记录", "estimate"))?;
    regions::require(&actor.scope(), &found.region_code)?;
    Ok(found)
}

/// Voids an estimate that was entered by mistake: the crop has none again. The record stays and says so. CONFLICT if it
/// is voided already, or if a later estimate replaced it.
pub async fn void(
    txn: &Txn,
    actor: &Actor,
    estimate: harvest_estimate::Model,
    reason: Reason,
) -> Result<harvest_estimate::Model> {
    if let Some(at) = estimate.superseded_at() {
        let at = at.in_town();
        return Err(Error::conflict(
            format!("该估产记录已于 {at} 由新的估产代替；请作废现行的记录"),
            format!("a later estimate replaced it at {at}; void the one in force"),
        ));
    }
    voiding::check_not_voided(&estimate)?;
    txn.stamp_after(estimate.recorded_at);
    voiding::void(txn, actor, estimate, reason).await
}

/// A page of estimates, newest first. Replaced and voided estimates are included.
pub async fn list(
    connection: &Reader,
    actor: &Actor,
    filter: Filter,
    request: &PageRequest,
) -> Result<Page<harvest_estimate::Model>> {
    use harvest_estimate::Column;
    let Filter { region_code, variety_code, season } = filter;
    let mut query = harvest_estimate::Entity::visible_to(&actor.scope());
    if let Some(code) = region_code {
        let region = regions::get(connection, &code, "filter.regionCode").await?;
        query = query.filter(in_subtree(Column::RegionCode, &region.code));
    }
    if let Some(code) = &variety_code {
        varieties::get(connection, code, "filter.varietyCode").await?;
    }
    let query = filter_some(query, variety_code, |code| Column::VarietyCode.eq(code));
    let query = filter_some(query, season, |season| Column::Season.eq(season));
    page(connection, query, &[Column::RecordedAt, Column::Id], Order::Desc, request).await
}
