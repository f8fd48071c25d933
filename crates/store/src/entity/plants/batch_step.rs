//! A step of a batch, as its product required it when the batch was recorded.

use sea_orm::entity::prelude::*;

/// A row of `batch_step`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "batch_step")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The batch.
    pub batch_id: Uuid,
    /// The number of the step, from 1.
    pub position: i32,
    /// What was done.
    pub name: String,
    /// The minimum number of days.
    pub days: i32,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
