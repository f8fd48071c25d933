//! By-products of a batch.

use sea_orm::entity::prelude::*;

use types::Kilograms;

/// A row of `batch_by_product`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "batch_by_product")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The batch.
    pub batch_id: Uuid,
    /// Its position in the list, from 1.
    pub position: i32,
    /// What it is.
    pub name: String,
    /// The quantity.
    pub quantity_g: Kilograms,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
