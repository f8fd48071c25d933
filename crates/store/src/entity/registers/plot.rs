//! Land under one variety, as it is now; its history is in `plot_term`.

use chrono::Datelike;
use sea_orm::{Condition, entity::prelude::*};

use crate::entity::{in_scope, in_scope_in_order};
use types::{Day, Mu, RegionCode, Scope, Timestamp};

/// A row of `plot`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plot")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Who works it now.
    pub grower_id: Uuid,
    /// Where it lies.
    pub region_code: RegionCode,
    /// What grows on it now.
    pub variety_code: String,
    /// Its area now.
    pub area_mu_hundredths: Mu,
    /// It counts from 1 January of this year.
    pub planted_year: i32,
    /// Number of trees, where it was counted.
    pub tree_count: Option<i32>,
    /// The first day on which it no longer counts.
    pub out_of_use_from: Option<Day>,
    /// When it was registered.
    pub registered_at: Timestamp,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The plots that a scope takes in.
    pub fn visible_to(scope: &Scope) -> Select<Self> {
        Self::find().filter(in_scope(Column::RegionCode, Column::GrowerId, scope))
    }

    /// The same for a page in their order, in a region where one is named.
    pub fn in_order(scope: &Scope, region: Option<&RegionCode>) -> Select<Self> {
        Self::find().filter(in_scope_in_order(Column::RegionCode, Column::GrowerId, scope, region))
    }

    /// The plots that count on a day: planted in its year or before and not yet out of use.
    pub fn in_use_on(day: Day) -> Select<Self> {
        Self::find().filter(use_on(day))
    }
}

/// The condition that a plot counts on a day.
pub fn use_on(day: Day) -> Condition {
    Condition::all()
        .add(Column::PlantedYear.lte(day.year()))
        .add(Condition::any().add(Column::OutOfUseFrom.is_null()).add(Column::OutOfUseFrom.gt(day)))
}
