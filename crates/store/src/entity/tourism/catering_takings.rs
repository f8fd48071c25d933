//! Takings of an establishment in a month. A replaced record is kept.

use sea_orm::entity::prelude::*;

use types::{Money, RegionCode, Timestamp};

/// A row of `catering_takings`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "catering_takings")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The establishment.
    pub establishment_code: String,
    /// The region of the establishment.
    pub region_code: RegionCode,
    /// Year.
    pub year: i32,
    /// Month, 1–12.
    pub month: i32,
    /// Takings.
    pub amount_fen: Money,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub recorded_by: Uuid,
    /// When another record replaced it, or when it was voided. `None` while it is current.
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
