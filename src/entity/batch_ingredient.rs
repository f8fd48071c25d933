//! What went into a batch, from an intake or from another batch.

use sea_orm::entity::prelude::*;

use crate::types::Kilograms;

/// A row of `batch_ingredient`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "batch_ingredient")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The batch that it went into.
    pub batch_id: Uuid,
    /// Its place in the list, from 1 on.
    pub position: i32,
    /// The intake that it was drawn from.
    pub intake_id: Option<Uuid>,
    /// The batch that it was drawn from.
    pub source_batch_id: Option<Uuid>,
    /// How much.
    pub quantity_g: Kilograms,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
