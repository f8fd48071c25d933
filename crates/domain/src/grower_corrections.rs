//! Corrections of growers. A correction also changes what other records hold of the grower: the area of its plots,
//! and what its certificates show.

use sea_orm::{ActiveValue::Set, IntoActiveModel};
use uuid::Uuid;

use crate::{
    certificates,
    registers::{growers, plots, regions},
};
use store::{
    Txn,
    entity::registers::{grower, region},
    error::Result,
};
use types::{Actor, GrowerKind, Name, Phone, RegionCode};

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
        plots::grower_kind_changed(txn, actor, &grower).await?;
    }
    Ok(grower)
}
