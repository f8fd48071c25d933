//! The days of an edition of a festival, as known since a given instant. Rows are only added; the latest applies.

use sea_orm::entity::prelude::*;

use types::{Day, Timestamp};

/// A row of `festival_days`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "festival_days")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The edition.
    pub festival_id: Uuid,
    /// First day.
    pub starts_on: Day,
    /// Last day.
    pub ends_on: Day,
    /// When it was recorded.
    pub recorded_at: Timestamp,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
