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
    /// The settlement run.
    pub run_id: Uuid,
    /// Its position by confirmation time, then id, from 1.
    pub position: i32,
    /// The pre-order.
    pub preorder_id: Uuid,
    /// The quantity ordered.
    pub ordered_g: Kilograms,
    /// The quantity still promised before.
    pub promised_g: Kilograms,
    /// The quantity it got.
    pub fulfillable_g: Kilograms,
    /// What was due back to the buyer afterwards.
    pub refund_due_fen: Money,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
