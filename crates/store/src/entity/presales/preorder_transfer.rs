//! All money that came under one reference. Payments use it, and never use more.

use sea_orm::entity::prelude::*;

use types::{Money, PaymentMethod};

/// A row of `preorder_transfer`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "preorder_transfer")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The payment method.
    pub method: PaymentMethod,
    /// The payer's reference, or the receipt number.
    pub reference: String,
    /// Where the reference counts: region and year of a cash receipt. Empty for other methods, whose references are unique everywhere.
    pub counted_within: String,
    /// How much came.
    pub amount_fen: Money,
    /// How much of it payments use that are not reversed.
    pub used_fen: Money,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
