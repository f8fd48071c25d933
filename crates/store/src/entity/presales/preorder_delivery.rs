//! A delivery of a pre-order, which may be one of several.

use sea_orm::{JoinType, QuerySelect, Select, entity::prelude::*};

use super::preorder;
use types::{Actor, Day, Kilograms, Money, RegionCode, Timestamp};

/// A row of `preorder_delivery`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "preorder_delivery")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The pre-order.
    pub preorder_id: Uuid,
    /// The offer's region.
    pub region_code: RegionCode,
    /// The day it was handed over or shipped.
    pub delivered_on: Day,
    /// The quantity.
    pub quantity_g: Kilograms,
    /// The parcel's tracking number.
    pub tracking_number: Option<String>,
    /// By how much it changed the quantity of the pre-order: if it completed it with less or, by weight, with more.
    pub changed_g: Kilograms,
    /// By how much it changed the amount.
    pub changed_fen: Money,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
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
    /// The deliveries of the pre-orders that an actor may see.
    pub fn visible_to(actor: &Actor) -> Select<Self> {
        let of_preorder = Self::belongs_to(preorder::Entity).from(Column::PreorderId).to(preorder::Column::Id);
        Self::find().join(JoinType::InnerJoin, of_preorder.into()).filter(preorder::is_visible_to(actor))
    }
}
