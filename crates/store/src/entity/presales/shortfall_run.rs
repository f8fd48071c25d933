//! A settled shortfall, with its inputs, rule and result.

use sea_orm::entity::prelude::*;

use types::{Kilograms, Money, RegionCode, ShortfallPolicy, Timestamp};

/// A row of `shortfall_run`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shortfall_run")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The offer.
    pub offer_id: Uuid,
    /// The offer's region.
    pub region_code: RegionCode,
    /// The rule for sharing.
    pub policy: ShortfallPolicy,
    /// The quantity available.
    pub available_g: Kilograms,
    /// The quantity promised.
    pub promised_g: Kilograms,
    /// The offer's quota before. Afterwards the quota is what is then promised.
    pub quota_before_g: Kilograms,
    /// What was due back to the affected buyers afterwards.
    pub refund_due_fen: Money,
    /// How many pre-orders were reduced.
    pub preorders_reduced: i32,
    /// When it was settled.
    pub recorded_at: Timestamp,
    /// Who settled it.
    pub recorded_by: Uuid,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
