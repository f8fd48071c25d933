//! Projects for processing produce.

use sea_orm::entity::prelude::*;

use types::{Day, RegionCode};

/// A row of `processing_project`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "processing_project")]
pub struct Model {
    /// Readable code.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    /// The id that ledger entries use.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// The region it is booked on.
    pub region_code: RegionCode,
    /// The plant it belongs to, if any.
    pub plant_code: Option<String>,
    /// First day.
    pub began_on: Day,
    /// The first day on which it no longer counts.
    pub ended_on: Option<Day>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
