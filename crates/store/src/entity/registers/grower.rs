//! Growers: those who work plots.

use sea_orm::{
    Condition, QuerySelect, QueryTrait,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, Func, SimpleExpr},
};

use super::plot;
use crate::entity::{in_scope, in_subtree, in_subtree_in_order};
use types::{Day, Folded, GrowerKind, RegionCode, RegionLevel, Scope, Timestamp};

/// A row of `grower`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "grower")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Full name.
    pub name: String,
    /// The full name as it is searched.
    pub name_folded: Folded,
    /// The name shown to the public, if the grower chose one.
    pub display_name: Option<String>,
    /// Kind of holding.
    pub kind: GrowerKind,
    /// Where it is registered.
    pub region_code: RegionCode,
    /// Telephone number as digits.
    pub phone: Option<String>,
    /// When it was registered.
    pub registered_at: Timestamp,
    /// The grower that stands for it since they were merged. That one is not merged into another.
    pub merged_into: Option<Uuid>,
    /// When it was merged.
    pub merged_at: Option<Timestamp>,
    /// Why it was merged.
    pub merge_reason: Option<String>,
    /// Who merged it.
    pub merged_by: Option<Uuid>,
    /// The salt of the hashes of its personal values in the audit log. It is deleted with the grower.
    pub audit_salt: String,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The grower that stands for this one: another if it was merged into that, else itself.
    pub fn standing(&self) -> Uuid {
        self.merged_into.unwrap_or(self.id)
    }
}

/// The id of the grower that stands for a grower, and works its plots.
pub fn standing() -> SimpleExpr {
    let column = |column: Column| Expr::col((Entity, column));
    Func::coalesce([column(Column::MergedInto), column(Column::Id)]).into()
}

impl Entity {
    /// The growers in a scope: those registered there, and those with a plot in use there on the day.
    pub fn visible_to(scope: &Scope, today: Day) -> Select<Self> {
        let registered = in_scope(Column::RegionCode, Column::Id, scope);
        let Scope::Subtree(region) = scope else { return Self::find().filter(registered) };
        let own = Expr::col((plot::Entity, plot::Column::GrowerId)).eq(standing());
        let plots = plot::Entity::in_use_on(today).select_only().column(plot::Column::GrowerId);
        let plots = plots.filter(own).filter(in_subtree(plot::Column::RegionCode, region));
        Self::find().filter(Condition::any().add(registered).add(Expr::exists(plots.into_query())))
    }

    /// Like `visible_to`, for a page in list order. Growers of a township or smaller are found through its plots. In
    /// larger regions nearly every grower matches, so each is checked in turn.
    pub fn in_order(scope: &Scope, today: Day) -> Select<Self> {
        match scope {
            Scope::Subtree(region) if !scope.is_wider_than(RegionLevel::Township) => {
                let plots = plot::Entity::in_use_on(today).select_only().column(plot::Column::GrowerId);
                let plots = plots.filter(in_subtree_in_order(plot::Column::RegionCode, region));
                let registered = in_subtree_in_order(Column::RegionCode, region);
                Self::find().filter(Condition::any().add(registered).add(Column::Id.in_subquery(plots.into_query())))
            }
            _ => Self::visible_to(scope, today),
        }
    }
}
