//! The ingredients of a batch, from intakes or other batches, and what follows from them, no matter how often goods
//! were mixed.

use sea_orm::{
    entity::prelude::*,
    sea_query::{CommonTableExpression, ExprTrait, Query, SelectStatement, UnionType, WithClause},
};

use super::{intake, production_batch};
use types::Kilograms;

/// A row of `batch_ingredient`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "batch_ingredient")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The batch that it went into.
    pub batch_id: Uuid,
    /// Its position in the list, from 1.
    pub position: i32,
    /// The intake it was taken from.
    pub intake_id: Option<Uuid>,
    /// The batch it was taken from.
    pub source_batch_id: Option<Uuid>,
    /// The batch that it originates from: the source batch, or another plant's batch that the intake was bought from.
    pub from_batch_id: Option<Uuid>,
    /// The quantity.
    pub quantity_g: Kilograms,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The table of batches that a traversal has reached, with one column, `batch_id`, in a statement that has one of the
/// clauses below.
pub const REACHED: &str = "reached";

/// A batch and the batches that went into it, at any depth. Voided ones are excluded.
pub fn made_of(batch_id: Uuid) -> WithClause {
    let further = Query::select()
        .column((Entity, Column::FromBatchId))
        .from(Entity)
        .inner_join(REACHED, reached().equals((Entity, Column::BatchId)))
        .inner_join(production_batch::Entity, batch().equals((Entity, Column::FromBatchId)))
        .and_where(production_batch::Column::VoidedAt.is_null())
        .to_owned();
    reaching(itself(batch_id), further)
}

/// A batch and the batches that it went into, at any depth. Voided ones are excluded.
pub fn made_with(batch_id: Uuid) -> WithClause {
    reaching(itself(batch_id), onward())
}

/// The batches that fruit of a lot went into, at any depth. Voided batches and voided intakes are excluded.
pub fn made_from_lot(lot_id: Uuid) -> WithClause {
    let first = Query::select()
        .column((Entity, Column::BatchId))
        .from(Entity)
        .inner_join(production_batch::Entity, batch().equals((Entity, Column::BatchId)))
        .and_where(production_batch::Column::VoidedAt.is_null())
        .and_where(Column::IntakeId.in_subquery(intake::of_lot(lot_id)))
        .to_owned();
    reaching(first, onward())
}

/// Continues from the first batches until nothing new is reached. `UNION` adds no batch twice: goods mixed many times
/// count once, and the recursion ends even if the tables contained a cycle.
fn reaching(first: SelectStatement, further: SelectStatement) -> WithClause {
    let all = first.to_owned().union(UnionType::Distinct, further).to_owned();
    let table = CommonTableExpression::new().table_name(REACHED).column(Column::BatchId).query(all).to_owned();
    WithClause::new().recursive(true).cte(table).to_owned()
}

fn itself(batch_id: Uuid) -> SelectStatement {
    Query::select()
        .column((production_batch::Entity, production_batch::Column::Id))
        .from(production_batch::Entity)
        .and_where(production_batch::Column::Id.eq(batch_id))
        .and_where(production_batch::Column::VoidedAt.is_null())
        .to_owned()
}

/// One step from the reached batches to those that they went into.
fn onward() -> SelectStatement {
    Query::select()
        .column((Entity, Column::BatchId))
        .from(Entity)
        .inner_join(REACHED, reached().equals((Entity, Column::FromBatchId)))
        .inner_join(production_batch::Entity, batch().equals((Entity, Column::BatchId)))
        .and_where(production_batch::Column::VoidedAt.is_null())
        .to_owned()
}

fn reached() -> Expr {
    Expr::col((REACHED, Column::BatchId))
}

fn batch() -> Expr {
    Expr::col((production_batch::Entity, production_batch::Column::Id))
}
