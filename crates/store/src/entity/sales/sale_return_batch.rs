//! From which batch goods are that came back from a sale.

use sea_orm::{JoinType, QuerySelect, entity::prelude::*};

use super::sale_return;
use types::Kilograms;

/// A row of `sale_return_batch`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sale_return_batch")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The return.
    pub return_id: Uuid,
    /// The batch.
    pub batch_id: Uuid,
    /// The quantity.
    pub quantity_g: Kilograms,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The parts of returns that hold.
    pub fn in_force() -> Select<Self> {
        let of_return = Self::belongs_to(sale_return::Entity).from(Column::ReturnId).to(sale_return::Column::Id);
        Self::find().join(JoinType::InnerJoin, of_return.into()).filter(sale_return::Column::VoidedAt.is_null())
    }
}
