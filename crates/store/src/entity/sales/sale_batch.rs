//! What a sale took from a batch.

use sea_orm::entity::prelude::*;

use types::Kilograms;

/// A row of `sale_batch`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sale_batch")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The sale.
    pub sale_id: Uuid,
    /// The batch.
    pub batch_id: Uuid,
    /// The quantity.
    pub quantity_g: Kilograms,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
