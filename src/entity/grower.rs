//! Who works plots.

use sea_orm::{Condition, QuerySelect, QueryTrait, entity::prelude::*};

use super::{in_scope, in_subtree, plot};
use crate::types::{Day, GrowerKind, RegionCode, Scope, Timestamp};

/// A row of `grower`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "grower")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Full name.
    pub name: String,
    /// What the public sees of it, where it chose one.
    pub display_name: Option<String>,
    /// Kind of holding.
    pub kind: GrowerKind,
    /// Where it is registered.
    pub region_code: RegionCode,
    /// Telephone number as digits.
    pub phone: Option<String>,
    /// When it was registered.
    pub registered_at: Timestamp,
    /// What its personal values in the audit log are hashed with; it goes with the grower.
    pub audit_salt: String,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The growers that a scope takes in: those registered there, and those that have a plot in use there on a day.
    pub fn visible_to(scope: &Scope, today: Day) -> Select<Self> {
        let registered = in_scope(Column::RegionCode, Column::Id, scope);
        let Scope::Subtree(region) = scope else { return Self::find().filter(registered) };
        let working = plot::Entity::in_use_on(today)
            .select_only()
            .column(plot::Column::GrowerId)
            .filter(in_subtree(plot::Column::RegionCode, region))
            .into_query();
        Self::find().filter(Condition::any().add(registered).add(Column::Id.in_subquery(working)))
    }
}
