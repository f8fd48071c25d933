//! Corrections of growers, and their merging. A correction also changes what other records hold of the grower: the area
//! of its plots, and what its certificates show. A merge gives the plots of one to the other. What was recorded stays
//! under the id that it was recorded with, and shows under both.

use std::collections::BTreeSet;

use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, IntoActiveModel};
use uuid::Uuid;

use crate::{
    certificates,
    registers::{growers, plot_handovers, regions},
};
use store::{
    Txn,
    entity::registers::{grower, region},
    error::{Error, Result},
};
use types::{Actor, GrowerKind, Name, Phone, Problem, Reason, RegionCode, Scope};

/// The fields that a clerk corrects. An absent field stays unchanged.
#[derive(Debug, Clone)]
pub struct GrowerPatch {
    /// Full name.
    pub name: Option<Name>,
    /// Public name. `Some(None)` removes it.
    pub display_name: Option<Option<Name>>,
    /// Kind of holding, from today on.
    pub kind: Option<GrowerKind>,
    /// Telephone number. `Some(None)` removes it.
    pub phone: Option<Option<Phone>>,
}

/// The grower to correct, and its new region if the correction names one. Only clerks of the region where it is
/// registered may correct it, and a new region must also be one of theirs.
pub async fn to_correct(
    txn: &Txn,
    actor: &Actor,
    (id, region_code): (Uuid, Option<RegionCode>),
) -> Result<(grower::Model, Option<region::Model>)> {
    let grower = growers::lock(txn, &actor.scope(), id, "growerId").await?;
    regions::require(&actor.scope(), &grower.region_code)?;
    let region = match region_code {
        Some(code) => Some(regions::get_within(txn, &actor.scope(), &code, "regionCode").await?),
        None => None,
    };
    Ok((grower, region))
}

/// Corrects a grower. A new kind applies from today on: the area of the grower's plots moves to that kind in the ledger.
/// Sales already recorded keep the kind of their time.
pub async fn correct(
    txn: &Txn,
    actor: &Actor,
    (found, region): (grower::Model, Option<region::Model>),
    fields: GrowerPatch,
) -> Result<grower::Model> {
    let GrowerPatch { name, display_name, kind, phone } = fields;
    let kind_before = found.kind;
    let mut row = found.clone().into_active_model();
    if let Some(name) = name {
        row.name_folded = Set(name.folded());
        row.name = Set(name.0);
    }
    if let Some(display_name) = display_name {
        row.display_name = Set(display_name.map(|name| name.0));
    }
    if let Some(phone) = phone {
        row.phone = Set(phone.map(|phone| phone.0));
    }
    if let Some(region) = region {
        row.region_code = Set(region.code);
    }
    if let Some(kind) = kind {
        row.kind = Set(kind);
    }
    let grower = txn.update(found, row).await?;
    certificates::show_as_now(txn, &grower).await?;
    if grower.kind != kind_before {
        plot_handovers::grower_kind_changed(txn, actor, &grower).await?;
    }
    Ok(grower)
}

/// The two growers to merge: the one that was registered a second time, and the one that stands for both from now on.
/// Both must be registered in the clerk's region.
pub async fn to_merge(
    txn: &Txn,
    actor: &Actor,
    (from_id, into_id): (Uuid, Uuid),
) -> Result<(grower::Model, grower::Model)> {
    for (id, field) in [(from_id, "fromId"), (into_id, "intoId")] {
        let grower = growers::get(txn, &actor.scope(), id, txn.today(), field).await?;
        regions::require(&actor.scope(), &grower.region_code)?;
    }
    // Plots first, then growers in the order of their ids, as every change of a plot does.
    plot_handovers::lock_in_use(txn, from_id).await?;
    for id in BTreeSet::from([from_id, into_id]) {
        growers::lock(txn, &Scope::Everything, id, "fromId").await?;
    }
    let found = async |id, field| growers::get(txn, &Scope::Everything, id, txn.today(), field).await;
    Ok((found(from_id, "fromId").await?, found(into_id, "intoId").await?))
}

/// Merges a grower into another one, which gets its plots in use from today on. No day before changes. CONFLICT, naming
/// the other, if one of the two was merged already. Returns the one that was merged.
pub async fn merge(
    txn: &Txn,
    actor: &Actor,
    (from, into): (grower::Model, grower::Model),
    reason: Reason,
) -> Result<grower::Model> {
    if from.id == into.id {
        let problem = Problem::new("不得与 fromId 相同", "must be another grower than fromId");
        return Err(Error::invalid("intoId", problem));
    }
    growers::check_not_merged(&from)?;
    growers::check_not_merged(&into)?;
    plot_handovers::hand_over(txn, actor, from.id, &into).await?;
    // Those that were merged into it before are now the other's, so that each names the one that stands for it.
    let before = Condition::all().add(grower::Column::MergedInto.eq(from.id));
    txn.update_where::<grower::Entity>(before, &[(grower::Column::MergedInto, into.id.into())]).await?;
    let mut row = from.clone().into_active_model();
    row.merged_into = Set(Some(into.id));
    row.merged_at = Set(Some(txn.recorded_at()));
    row.merge_reason = Set(Some(reason.0));
    row.merged_by = Set(Some(actor.account_id));
    Ok(txn.update(from, row).await?)
}
