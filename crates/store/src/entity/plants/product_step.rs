//! A step required to make a product, with its minimum duration.

use sea_orm::entity::prelude::*;

/// A row of `product_step`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product_step")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The product.
    pub product_code: String,
    /// The number of the step, from 1.
    pub position: i32,
    /// What is done.
    pub name: String,
    /// The minimum number of days.
    pub days: i32,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
