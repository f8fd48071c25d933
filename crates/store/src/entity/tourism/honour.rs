//! Distinctions of the town.

use sea_orm::entity::prelude::*;

use types::{Day, HonourKind, RegionCode};

/// A row of `honour`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "honour")]
pub struct Model {
    /// Readable code.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    /// The id that ledger entries use.
    pub id: Uuid,
    /// Kind.
    pub kind: HonourKind,
    /// What was honoured.
    pub name: String,
    /// The region it is booked on.
    pub region_code: RegionCode,
    /// First day.
    pub awarded_on: Day,
    /// The first day on which it is no longer held.
    pub ended_on: Option<Day>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
