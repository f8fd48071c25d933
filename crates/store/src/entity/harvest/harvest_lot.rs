//! Fruit picked from one plot on one day.

use sea_orm::entity::prelude::*;

use crate::entity::{in_scope, in_scope_in_order};
use types::{Day, Kilograms, PrintedCode, RegionCode, Scope, Timestamp};

/// A row of `harvest_lot`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "harvest_lot")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Printed on the crates.
    pub code: PrintedCode,
    /// The plot it was picked from.
    pub plot_id: Uuid,
    /// The grower who worked the plot on that day.
    pub grower_id: Uuid,
    /// The region of the plot.
    pub region_code: RegionCode,
    /// The variety that grew on the plot on that day.
    pub variety_code: String,
    /// The day of picking.
    pub harvested_on: Day,
    /// The season of the crop.
    pub season: i32,
    /// The quantity picked.
    pub quantity_g: Kilograms,
    /// The quantity left; 0 once the lot is voided.
    pub available_g: Kilograms,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub recorded_by: Uuid,
    /// When it was voided.
    pub voided_at: Option<Timestamp>,
    /// Why it was voided.
    pub void_reason: Option<String>,
    /// Who voided it.
    pub voided_by: Option<Uuid>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The rows in a scope.
    pub fn visible_to(scope: &Scope) -> Select<Self> {
        Self::find().filter(in_scope(Column::RegionCode, Column::GrowerId, scope))
    }

    /// Like `visible_to`, for a page in list order, within a region if given.
    pub fn in_order(scope: &Scope, region: Option<&RegionCode>) -> Select<Self> {
        Self::find().filter(in_scope_in_order(Column::RegionCode, Column::GrowerId, scope, region))
    }
}
