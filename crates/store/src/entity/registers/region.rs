//! Regions of the official division tree.

use sea_orm::entity::prelude::*;

use types::{Folded, RegionCode, RegionLevel};

/// A row of `region`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "region")]
pub struct Model {
    /// Official code.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: RegionCode,
    /// Official name.
    pub name: String,
    /// The name as it is searched.
    pub name_folded: Folded,
    /// Level in the tree.
    pub level: RegionLevel,
    /// The region above. `None` for the province.
    pub parent_code: Option<RegionCode>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
