//! Who works plots.

use sea_orm::{
    Condition, QuerySelect, QueryTrait,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait},
};

use super::{in_scope_in_order, in_subtree, in_subtree_in_order, plot};
use crate::types::{Day, GrowerKind, RegionCode, RegionLevel, Scope, Timestamp};

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
    /// The growers that a scope takes in: those registered there, and those that have a plot in use there on a day. Those of a township
    /// are found by its plots; beyond, where nearly everybody is, each is looked at in turn.
    pub fn visible_to(scope: &Scope, today: Day) -> Select<Self> {
        let registered = in_scope_in_order(Column::RegionCode, Column::Id, scope, None);
        let Scope::Subtree(region) = scope else { return Self::find().filter(registered) };
        let plots = plot::Entity::in_use_on(today).select_only().column(plot::Column::GrowerId);
        let is_working = if scope.is_wider_than(RegionLevel::Township) {
            let own = Expr::col((plot::Entity, plot::Column::GrowerId)).equals((Self, Column::Id));
            Expr::exists(plots.filter(own).filter(in_subtree(plot::Column::RegionCode, region)).into_query())
        } else {
            Column::Id.in_subquery(plots.filter(in_subtree_in_order(plot::Column::RegionCode, region)).into_query())
        };
        Self::find().filter(Condition::any().add(registered).add(is_working))
    }
}
