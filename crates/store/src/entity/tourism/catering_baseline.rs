//! The baseline year of catering takings for a region and below. Rows are only added; the latest applies.

use sea_orm::entity::prelude::*;

use types::{RegionCode, Timestamp};

/// A row of `catering_baseline`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "catering_baseline")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The region it is set on.
    pub region_code: RegionCode,
    /// The year. `None` if the baseline was removed.
    pub baseline_year: Option<i32>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub recorded_by: Uuid,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
