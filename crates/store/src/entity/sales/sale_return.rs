//! Part of a sale that came back later.

use sea_orm::{JoinType, QuerySelect, entity::prelude::*};

use super::sale;
use crate::entity::in_scope;
use types::{Day, Kilograms, Money, RegionCode, Scope, Timestamp};

/// A row of `sale_return`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sale_return")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The sale.
    pub sale_id: Uuid,
    /// The region that the sale is booked on.
    pub region_code: RegionCode,
    /// The day on which it came back.
    pub returned_on: Day,
    /// The quantity that came back.
    pub quantity_g: Kilograms,
    /// The money that was paid back.
    pub amount_fen: Money,
    /// Whether it went back to the lot or the batches of the sale. Otherwise it was written off.
    pub is_back_in_stock: bool,
    /// Why it came back.
    pub reason: String,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub recorded_by: Uuid,
    /// When it was voided.
    pub voided_at: Option<Timestamp>,
    /// Why it was voided.
    pub void_reason: Option<String>,
    /// Who voided it.
    pub voided_by: Option<Uuid>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The returns with their sales.
    pub fn with_sales() -> Select<Self> {
        let of_sale = Self::belongs_to(sale::Entity).from(Column::SaleId).to(sale::Column::Id);
        Self::find().join(JoinType::InnerJoin, of_sale.into())
    }

    /// The returns of the sales in a scope.
    pub fn visible_to(scope: &Scope) -> Select<Self> {
        Self::with_sales().filter(in_scope(sale::Column::RegionCode, sale::Column::GrowerId, scope))
    }
}
