//! Rows: one file per table, and finders that require a scope. A row never becomes an object of the API by itself.

pub mod access;
pub mod certificates;
pub mod figures;
pub mod harvest;
pub mod idempotency;
pub mod installation;
pub mod plants;
pub mod presales;
pub mod reference_version;
pub mod registers;
pub mod sales;
pub mod stock_adjustments;
pub mod tourism;

use sea_orm::{
    ColumnTrait, Condition,
    sea_query::{Expr, ExprTrait, Func, SimpleExpr},
};
use uuid::Uuid;

use types::{Actor, Day, RegionCode, RegionLevel, Role, Scope};

/// The condition that a column's region is this one or lies below it: a range of codes, which an index answers.
pub fn in_subtree(column: impl ColumnTrait, region: &RegionCode) -> Condition {
    let code = || Expr::col(column.as_column_ref());
    Condition::all().add(code().gte(region.clone())).add_option(region.subtree_end().map(|end| code().lt(end)))
}

/// The condition that something is in use on a day, by the column of the first day on which it no longer is.
pub fn in_use_on(ends_on: impl ColumnTrait, day: Day) -> Condition {
    Condition::any().add(ends_on.is_null()).add(ends_on.gt(day))
}

/// The same condition as `in_subtree`, for long lists that have an order. With a range of codes, the rows would be sorted for every
/// page. A prefix of the code is a single value, so an index over the prefix and the order yields the page directly
/// (`sale_township`, `sale_county` and the like). A community is searched within its township. A province, of which
/// there are few, is searched by scanning everything.
pub fn in_subtree_in_order(column: impl ColumnTrait, region: &RegionCode) -> Condition {
    let code = || Expr::col(column.as_column_ref());
    // Constants, not parameters: an index over an expression is used only for exactly the same expression.
    let begins = |part: RegionCode| {
        Expr::from(Func::cust("substr").args([code(), Expr::cust("1"), Expr::cust(part.0.len().to_string())])).eq(part)
    };
    // If the column itself were compared with the code, SQLite would substitute the constant in the township's
    // condition, and use no index.
    let community = (region.level() == Some(RegionLevel::Village)).then(|| begins(region.clone()));
    Condition::all().add(begins(region.township())).add_option(community)
}

/// The condition that a record of a long list lies in a scope and, if given, in a region, for a page in its order.
/// Only the smaller of the two regions is searched, so that no index is used for the larger one.
fn in_scope_in_order(
    region: impl ColumnTrait,
    grower: impl ColumnTrait,
    scope: &Scope,
    wanted: Option<&RegionCode>,
) -> Condition {
    match (scope, wanted) {
        (Scope::Grower(own), wanted) => {
            Condition::all().add(of_growers(grower, own)).add_option(wanted.map(|wanted| in_subtree(region, wanted)))
        }
        (scope, Some(wanted)) => in_region_in_order(region, &scope.within(wanted)),
        (scope, None) => in_region_in_order(region, scope),
    }
}

fn in_region_in_order(region: impl ColumnTrait, scope: &Scope) -> Condition {
    match scope {
        Scope::Subtree(root) => in_subtree_in_order(region, root),
        Scope::Everything | Scope::Grower(_) | Scope::Nothing => in_region(region, scope),
    }
}

/// The condition that a record lies in a scope, by the columns of its region and its grower.
fn in_scope(region: impl ColumnTrait, grower: impl ColumnTrait, scope: &Scope) -> Condition {
    match scope {
        Scope::Grower(own) => Condition::all().add(of_growers(grower, own)),
        Scope::Everything | Scope::Subtree(_) | Scope::Nothing => in_region(region, scope),
    }
}

/// The condition that a record is of one of these growers. Mostly it is one.
pub fn of_growers(column: impl ColumnTrait, growers: &[Uuid]) -> SimpleExpr {
    match growers {
        [one] => column.eq(*one),
        several => column.is_in(several.iter().copied()),
    }
}

/// The condition that a record lies in a scope, by the column of its region. It excludes every grower's scope.
fn in_region(region: impl ColumnTrait, scope: &Scope) -> Condition {
    match scope {
        Scope::Everything => Condition::all(),
        Scope::Subtree(root) => in_subtree(region, root),
        Scope::Grower(_) | Scope::Nothing => Condition::all().add(Expr::value(1).eq(0)),
    }
}

/// The condition that an actor may see a record of a plant and that it lies in the region, if given, for a page of a
/// long list in its order.
fn of_plant_in_order(
    plant: impl ColumnTrait,
    region: impl ColumnTrait,
    actor: &Actor,
    wanted: Option<&RegionCode>,
) -> Condition {
    match (&actor.plant_code, wanted, actor.scope()) {
        (Some(_), wanted, _) => {
            of_plant(plant, region, actor).add_option(wanted.map(|wanted| in_subtree(region, wanted)))
        }
        (None, Some(wanted), scope) => in_region_in_order(region, &scope.within(wanted)),
        (None, None, scope) => in_region_in_order(region, &scope),
    }
}

/// The condition that an actor may see a record of a plant: an operator those of its own plant, others those in their
/// scope.
fn of_plant(plant: impl ColumnTrait, region: impl ColumnTrait, actor: &Actor) -> Condition {
    match (actor.role, &actor.plant_code) {
        (Role::PlantOperator, Some(own)) => Condition::all().add(plant.eq(own.as_str())),
        _ => in_region(region, &actor.scope()),
    }
}
