//! What a region's crop of a variety is expected to be. A replaced estimate stays on record.

use sea_orm::entity::prelude::*;

use crate::entity::in_region;
use types::{Kilograms, RegionCode, Scope, Timestamp};

/// A row of `harvest_estimate`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "harvest_estimate")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Where.
    pub region_code: RegionCode,
    /// What fruit.
    pub variety_code: String,
    /// The crop's season.
    pub season: i32,
    /// How much.
    pub quantity_g: Kilograms,
    /// What it rests on.
    pub note: Option<String>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub recorded_by: Uuid,
    /// When another took its place; none for the latest.
    pub replaced_at: Option<Timestamp>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The rows that a scope takes in.
    pub fn visible_to(scope: &Scope) -> Select<Self> {
        Self::find().filter(in_region(Column::RegionCode, scope))
    }
}
