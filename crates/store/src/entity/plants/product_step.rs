//! A step that the making of a product requires, with how long it takes at least.

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
    /// Which step it is, from 1 on.
    pub position: i32,
    /// What is done.
    pub name: String,
    /// How many days it takes at least.
    pub days: i32,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
