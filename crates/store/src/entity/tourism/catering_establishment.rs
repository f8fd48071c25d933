//! Restaurants and farm kitchens whose takings are recorded.

use sea_orm::entity::prelude::*;

use types::{Day, RegionCode};

/// A row of `catering_establishment`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "catering_establishment")]
pub struct Model {
    /// Readable code.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    /// Name.
    pub name: String,
    /// Its region.
    pub region_code: RegionCode,
    /// The first day on which it does no business any more.
    pub closed_on: Option<Day>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
