//! What became more or less of a lot, an intake or a batch without being sold or used.

use sea_orm::{Condition, QuerySelect, QueryTrait, entity::prelude::*};

use crate::entity::{harvest::harvest_lot, in_subtree, of_plant, of_plant_in_order};
use types::{Actor, Day, Kilograms, RegionCode, Scope, StockAdjustmentReason, Timestamp};

/// A row of `stock_adjustment`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "stock_adjustment")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The lot, if it is one.
    pub lot_id: Option<Uuid>,
    /// The intake, if it is one.
    pub intake_id: Option<Uuid>,
    /// The batch, if it is one.
    pub batch_id: Option<Uuid>,
    /// The plant of the intake or batch.
    pub plant_code: Option<String>,
    /// The region of the lot or of the plant.
    pub region_code: RegionCode,
    /// What it became more, below zero for less.
    pub change_g: Kilograms,
    /// The day.
    pub adjusted_on: Day,
    /// Why.
    pub reason: StockAdjustmentReason,
    /// What else is to be said.
    pub note: Option<String>,
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
    /// The rows that an actor may see: of the lots that it may see, of its own plant, or of the regions that it may
    /// read.
    pub fn visible_to(actor: &Actor) -> Select<Self> {
        let place = of_own_lots(actor).unwrap_or_else(|| of_plant(Column::PlantCode, Column::RegionCode, actor));
        Self::find().filter(place)
    }

    /// Like `visible_to`, for a page in list order, within a region if given.
    pub fn in_order(actor: &Actor, region: Option<&RegionCode>) -> Select<Self> {
        let place = match of_own_lots(actor) {
            Some(own) => own.add_option(region.map(|region| in_subtree(Column::RegionCode, region))),
            None => of_plant_in_order(Column::PlantCode, Column::RegionCode, actor, region),
        };
        Self::find().filter(place)
    }
}

/// For a grower, the condition that it is of a lot of its own.
fn of_own_lots(actor: &Actor) -> Option<Condition> {
    let scope = actor.scope();
    let lots = harvest_lot::Entity::visible_to(&scope).select_only().column(harvest_lot::Column::Id).into_query();
    matches!(scope, Scope::Grower(_)).then(|| Condition::all().add(Column::LotId.in_subquery(lots)))
}
