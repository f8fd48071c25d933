//! The history of a pre-order: what happened, when, by whom, and what it adds to the pre-sale revenue. Rows are only
//! added.

use sea_orm::entity::prelude::*;

use types::{Day, Kilograms, Money, PaymentMethod, PreorderEventKind, Timestamp};

/// A row of `preorder_event`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "preorder_event")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The pre-order.
    pub preorder_id: Uuid,
    /// When it happened.
    pub at: Timestamp,
    /// What happened.
    pub kind: PreorderEventKind,
    /// Who did it. `None` for a visitor, and for what passing time did.
    pub account_id: Option<Uuid>,
    /// The amount of money concerned.
    pub amount_fen: Option<Money>,
    /// The weight concerned.
    pub quantity_g: Option<Kilograms>,
    /// The payment method.
    pub method: Option<PaymentMethod>,
    /// The payment reference.
    pub reference: Option<String>,
    /// The reason.
    pub reason: Option<String>,
    /// The business day on which it counts.
    pub day: Day,
    /// What it adds to the revenue of that day.
    pub presale_fen: Money,
    /// What it adds to the pre-sold weight.
    pub presale_g: Kilograms,
    /// What it adds to the number of pre-orders.
    pub presale_items: i64,
    /// 1 for an event that counts towards the revenue, negative if it reverses a mistake, otherwise 0.
    pub presale_records: i64,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
