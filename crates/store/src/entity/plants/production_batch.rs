//! Goods of one product that a plant made in one run.

use sea_orm::{
    Condition,
    entity::prelude::*,
    sea_query::{CommonTableExpression, ExprTrait, Query, UnionType, WithClause},
};

use crate::entity::{of_plant, of_plant_in_order};
use types::{Actor, Day, Kilograms, PrintedCode, RegionCode, Timestamp};

/// A row of `production_batch`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "production_batch")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Printed on the packages.
    pub code: PrintedCode,
    /// The plant.
    pub plant_code: String,
    /// The region of the plant.
    pub region_code: RegionCode,
    /// The product made.
    pub product_code: String,
    /// The day it was finished.
    pub produced_on: Day,
    /// The day it was begun.
    pub began_on: Day,
    /// The output.
    pub output_g: Kilograms,
    /// The input.
    pub input_g: Kilograms,
    /// The loss.
    pub loss_g: Kilograms,
    /// The quantity left; 0 once the batch is voided.
    pub available_g: Kilograms,
    /// The voided batch that this one replaces.
    pub replaces_id: Option<Uuid>,
    /// When it was entered, by the client's clock.
    pub client_recorded_at: Option<Timestamp>,
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
    /// The rows that an actor may see: those of its own plant, or of the regions that it may read.
    pub fn visible_to(actor: &Actor) -> Select<Self> {
        Self::find().filter(of_plant(Column::PlantCode, Column::RegionCode, actor))
    }

    /// Like `visible_to`, for a page in list order.
    pub fn in_order(actor: &Actor) -> Select<Self> {
        Self::find().filter(of_plant_in_order(Column::PlantCode, Column::RegionCode, actor, None))
    }

    /// The batch that a condition selects. If it is voided, the batch that finally replaced it, following the chain
    /// of replacements.
    pub fn latest(named: Condition) -> Select<Self> {
        const CHAIN: &str = "chain";
        let first = Query::select().columns([Column::Id, Column::VoidedAt]).from(Self).cond_where(named).to_owned();
        let instead = Query::select()
            .columns([(Self, Column::Id), (Self, Column::VoidedAt)])
            .from(Self)
            .inner_join(CHAIN, Expr::col((CHAIN, Column::Id)).equals((Self, Column::ReplacesId)))
            .and_where(Expr::col((CHAIN, Column::VoidedAt)).is_not_null())
            .to_owned();
        let all = first.to_owned().union(UnionType::Distinct, instead).to_owned();
        let table = CommonTableExpression::new()
            .table_name(CHAIN)
            .columns([Column::Id, Column::VoidedAt])
            .query(all)
            .to_owned();
        let chain = WithClause::new().recursive(true).cte(table).to_owned();
        let holding = Query::select()
            .column(Column::Id)
            .from(CHAIN)
            .and_where(Expr::col(Column::VoidedAt).is_null())
            .with_cte(chain)
            .to_owned();
        Self::find().filter(Column::Id.in_subquery(holding))
    }
}
