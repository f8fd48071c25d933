//! Goods handed over and charged at once.

use sea_orm::entity::prelude::*;

use crate::entity::{in_scope, in_scope_in_order};
use types::{Day, GrowerKind, Kilograms, Money, RegionCode, SaleChannel, Scope, Timestamp};

/// A row of `sale`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sale")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Business day.
    pub sold_on: Day,
    /// The channel of the sale.
    pub channel: SaleChannel,
    /// The region it is booked on.
    pub region_code: RegionCode,
    /// The variety of fruit. `None` for a plant's goods.
    pub variety_code: Option<String>,
    /// The season of the crop, for fruit: that of its lot. Sales of before lots had a season may differ from it.
    pub season: Option<i32>,
    /// The product of a plant. `None` for fruit.
    pub product_code: Option<String>,
    /// The plant that made the goods.
    pub plant_code: Option<String>,
    /// The grower of the fruit, if known.
    pub grower_id: Option<Uuid>,
    /// That grower's kind at the time.
    pub grower_kind: Option<GrowerKind>,
    /// The lot that the fruit was taken from, if one was named.
    pub lot_id: Option<Uuid>,
    /// The voided sale that it replaces, if any.
    pub replaces_id: Option<Uuid>,
    /// The quantity.
    pub quantity_g: Kilograms,
    /// The total amount.
    pub amount_fen: Money,
    /// The quantity that came back.
    pub returned_g: Kilograms,
    /// The money that was paid back for it.
    pub returned_fen: Money,
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
    /// The rows in a scope.
    pub fn visible_to(scope: &Scope) -> Select<Self> {
        Self::find().filter(in_scope(Column::RegionCode, Column::GrowerId, scope))
    }

    /// Like `visible_to`, for a page in list order, within a region if given.
    pub fn in_order(scope: &Scope, region: Option<&RegionCode>) -> Select<Self> {
        Self::find().filter(in_scope_in_order(Column::RegionCode, Column::GrowerId, scope, region))
    }
}
