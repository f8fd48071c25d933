//! Cultivars that the town reports on.

use sea_orm::entity::prelude::*;

use types::Day;

/// A row of `variety`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "variety")]
pub struct Model {
    /// Readable code.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    /// Chinese name.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// First month of the harvest, 1–12.
    pub harvest_start_month: i32,
    /// Last month of the harvest, 1–12. Smaller than the first month if the harvest runs past the end of the year.
    pub harvest_end_month: i32,
    /// The first day on which it is no longer in use.
    pub retired_on: Option<Day>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
