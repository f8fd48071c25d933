//! Land under one variety, in its present state. Its history is in `plot_term`.

use chrono::Datelike;
use sea_orm::{Condition, entity::prelude::*};

use crate::entity::{in_scope, in_scope_in_order};
use types::{Day, Mu, RegionCode, Scope, Timestamp, first_day_of_year};

/// A row of `plot`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plot")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The grower who works it now.
    pub grower_id: Uuid,
    /// The region it lies in.
    pub region_code: RegionCode,
    /// The variety that grows on it now.
    pub variety_code: String,
    /// Its area now.
    pub area_mu_hundredths: Mu,
    /// Year of planting. The plot counts from its first day, unless `counts_from` says otherwise.
    pub planted_year: i32,
    /// Number of trees, if counted.
    pub tree_count: Option<i32>,
    /// The first day on which it no longer counts.
    pub out_of_use_from: Option<Day>,
    /// When it was registered.
    pub registered_at: Timestamp,
    /// The day from which it counts. None for 1 January of the planted year.
    pub counts_from: Option<Day>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The day from which it counts.
    pub fn first_day(&self) -> Day {
        self.counts_from.unwrap_or_else(|| first_day_of_year(self.planted_year))
    }

    /// Whether it counts on any day. One that is taken out of use from its first day on counts on none.
    pub fn counts_some_day(&self) -> bool {
        self.out_of_use_from.is_none_or(|day| day > self.first_day())
    }
}

impl Entity {
    /// The plots in a scope.
    pub fn visible_to(scope: &Scope) -> Select<Self> {
        Self::find().filter(in_scope(Column::RegionCode, Column::GrowerId, scope))
    }

    /// Like `visible_to`, for a page in list order, within a region if given.
    pub fn in_order(scope: &Scope, region: Option<&RegionCode>) -> Select<Self> {
        Self::find().filter(in_scope_in_order(Column::RegionCode, Column::GrowerId, scope, region))
    }

    /// The plots that count on a day: planted in its year or earlier, begun, and not yet out of use.
    pub fn in_use_on(day: Day) -> Select<Self> {
        Self::find().filter(use_on(day))
    }
}

/// The condition that a plot counts on a day.
pub fn use_on(day: Day) -> Condition {
    Condition::all()
        .add(Column::PlantedYear.lte(day.year()))
        .add(Condition::any().add(Column::CountsFrom.is_null()).add(Column::CountsFrom.lte(day)))
        .add(Condition::any().add(Column::OutOfUseFrom.is_null()).add(Column::OutOfUseFrom.gt(day)))
}
