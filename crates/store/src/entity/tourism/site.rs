//! Places on the route where visitors are counted.

use sea_orm::entity::prelude::*;

use types::{Day, RegionCode};

/// A row of `site`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "site")]
pub struct Model {
    /// Readable code.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    /// Name.
    pub name: String,
    /// Its region.
    pub region_code: RegionCode,
    /// Whether today's counts are included in the town's figure. The history is in `site_counting`.
    pub counts_towards_total: bool,
    /// The first day on which it is no longer in use, as known today. The history is in `site_retirement`.
    pub retired_on: Option<Day>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
