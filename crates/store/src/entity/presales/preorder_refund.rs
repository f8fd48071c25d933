//! Money paid back to a buyer.

use sea_orm::{JoinType, QuerySelect, Select, entity::prelude::*};

use super::preorder;
use types::{Actor, Day, Money, PaymentMethod, RegionCode, Timestamp};

/// A row of `preorder_refund`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "preorder_refund")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The pre-order.
    pub preorder_id: Uuid,
    /// The offer's region.
    pub region_code: RegionCode,
    /// The amount.
    pub amount_fen: Money,
    /// The payment method.
    pub method: PaymentMethod,
    /// The payment reference, or the receipt number.
    pub reference: String,
    /// Where the reference counts: region and year of a cash receipt. Empty for other methods, whose references are
    /// unique everywhere.
    pub counted_within: String,
    /// The business day on which it was entered.
    pub day: Day,
    /// When it was entered.
    pub recorded_at: Timestamp,
    /// Who entered it.
    pub recorded_by: Uuid,
    /// When it was reversed as a mistaken entry.
    pub reversed_at: Option<Timestamp>,
    /// Why it was reversed.
    pub reversal_reason: Option<String>,
    /// Who reversed it.
    pub reversed_by: Option<Uuid>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The refunds of the pre-orders that an actor may see.
    pub fn visible_to(actor: &Actor) -> Select<Self> {
        let of_preorder = Self::belongs_to(preorder::Entity).from(Column::PreorderId).to(preorder::Column::Id);
        Self::find().join(JoinType::InnerJoin, of_preorder.into()).filter(preorder::is_visible_to(actor))
    }
}
