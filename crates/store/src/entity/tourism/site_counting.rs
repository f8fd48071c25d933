//! Whether a site counts towards the total from a given day. Rows are only added.

use sea_orm::entity::prelude::*;

use types::{Day, Timestamp};

/// A row of `site_counting`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "site_counting")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The site.
    pub site_code: String,
    /// The first day to which this applies.
    pub starts_on: Day,
    /// Whether it counts.
    pub counts_towards_total: bool,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub recorded_by: Uuid,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
