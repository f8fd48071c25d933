//! What happened to a pre-order: what, when, by whom, and what it adds to the pre-sale revenue. Only added to.

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
    /// Who did it; none for a visitor, and for what time did.
    pub account_id: Option<Uuid>,
    /// The money it is about.
    pub amount_fen: Option<Money>,
    /// The weight it is about.
    pub quantity_g: Option<Kilograms>,
    /// How money came or went.
    pub method: Option<PaymentMethod>,
    /// Its proof.
    pub reference: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// The business day on which it counts.
    pub day: Day,
    /// What it adds to the revenue of that day.
    pub presale_fen: Money,
    /// What it adds to the weight pre-sold.
    pub presale_g: Kilograms,
    /// What it adds to the number of pre-orders.
    pub presale_items: i64,
    /// 1 for what happened, less where it takes a mistake back.
    pub presale_records: i64,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
