//! What one pre-order got in a shortfall.

use sea_orm::entity::prelude::*;

use types::{Kilograms, Money};

/// A row of `shortfall_share`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shortfall_share")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The settling.
    pub run_id: Uuid,
    /// Its place by confirmation time, then id, from 1 on.
    pub position: i32,
    /// The pre-order.
    pub preorder_id: Uuid,
    /// What was ordered.
    pub ordered_g: Kilograms,
    /// What it still was promised.
    pub promised_g: Kilograms,
    /// What it got.
    pub fulfillable_g: Kilograms,
    /// What was due back to its buyer behind it.
    pub refund_due_fen: Money,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
