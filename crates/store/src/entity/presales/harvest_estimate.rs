//! The expected crop of a variety in a region. A replaced estimate is kept.

use sea_orm::entity::prelude::*;

use crate::entity::in_region;
use types::{Kilograms, RegionCode, Scope, Timestamp};

/// A row of `harvest_estimate`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "harvest_estimate")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The region.
    pub region_code: RegionCode,
    /// The variety.
    pub variety_code: String,
    /// The season of the crop.
    pub season: i32,
    /// The quantity.
    pub quantity_g: Kilograms,
    /// What the estimate is based on.
    pub note: Option<String>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub recorded_by: Uuid,
    /// When another estimate replaced it. `None` for the latest.
    pub replaced_at: Option<Timestamp>,
    /// Why it was voided, if it was voided and not replaced.
    pub void_reason: Option<String>,
    /// Who voided it.
    pub voided_by: Option<Uuid>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// When another one replaced it. `None` while it is current, and if it was voided.
    pub fn superseded_at(&self) -> Option<Timestamp> {
        self.replaced_at.filter(|_| self.void_reason.is_none())
    }

    /// When it was voided.
    pub fn voided_at(&self) -> Option<Timestamp> {
        self.replaced_at.filter(|_| self.void_reason.is_some())
    }
}

impl Entity {
    /// The rows in a scope.
    pub fn visible_to(scope: &Scope) -> Select<Self> {
        Self::find().filter(in_region(Column::RegionCode, scope))
    }
}
