//! Rows: one file a table, and finders that need a scope. A row never becomes an object of the API by itself.

pub mod access;
pub mod certificates;
pub mod figures;
pub mod harvest;
pub mod idempotency;
pub mod installation;
pub mod plants;
pub mod presales;
pub mod registers;
pub mod sales;
pub mod tourism;

use sea_orm::{
    ColumnTrait, Condition,
    sea_query::{Expr, ExprTrait, Func},
};

use types::{Actor, RegionCode, RegionLevel, Role, Scope};

/// The condition that a column's region is this one or lies below it: a range of codes, which an index answers.
pub fn in_subtree(column: impl ColumnTrait, region: &RegionCode) -> Condition {
    let code = || Expr::col(column.as_column_ref());
    Condition::all().add(code().gte(region.clone())).add_option(region.subtree_end().map(|end| code().lt(end)))
}

/// The same condition for long lists that have an order. A range of codes would have its rows sorted for every page;
/// what a code begins with is one value, so that an index over it and the order gives the page as it is
/// (`sale_township`, `sale_county` and the like). Communities are looked for in their township, and provinces, of which
/// there is one, in everything.
pub fn in_subtree_in_order(column: impl ColumnTrait, region: &RegionCode) -> Condition {
    let code = || Expr::col(column.as_column_ref());
    // Constants, not parameters: an index over an expression is used only for the very same expression.
    let begins = |part: RegionCode| {
        Expr::from(Func::cust("substr").args([code(), Expr::cust("1"), Expr::cust(part.0.len().to_string())])).eq(part)
    };
    // Were the column itself to equal the code, SQLite would put that in for it in the township's condition, and use no
    // index.
    let community = (region.level() == Some(RegionLevel::Village)).then(|| begins(region.clone()));
    Condition::all().add(begins(region.township())).add_option(community)
}

/// The condition that a record of a long list lies in a scope and, where one is named, in a region, for a page in its
/// order: of two regions the smaller alone is looked for, so that no index is taken for the larger.
fn in_scope_in_order(
    region: impl ColumnTrait,
    grower: impl ColumnTrait,
    scope: &Scope,
    wanted: Option<&RegionCode>,
) -> Condition {
    match (scope, wanted) {
        (Scope::Grower(own), wanted) => {
            Condition::all().add(grower.eq(*own)).add_option(wanted.map(|wanted| in_subtree(region, wanted)))
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

/// The condition that a record lies in a scope, by the column of its region and that of its grower.
fn in_scope(region: impl ColumnTrait, grower: impl ColumnTrait, scope: &Scope) -> Condition {
    match scope {
        Scope::Grower(grower_id) => Condition::all().add(grower.eq(*grower_id)),
        Scope::Everything | Scope::Subtree(_) | Scope::Nothing => in_region(region, scope),
    }
}

/// The condition that a record lies in a scope, by the column of its region; no grower's scope takes it in.
fn in_region(region: impl ColumnTrait, scope: &Scope) -> Condition {
    match scope {
        Scope::Everything => Condition::all(),
        Scope::Subtree(root) => in_subtree(region, root),
        Scope::Grower(_) | Scope::Nothing => Condition::all().add(Expr::value(1).eq(0)),
    }
}

/// The condition that a record of a long list of plants' records is one that an actor may see, and lies in a region
/// where one is named.
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

/// The condition that a record of a plant is one that an actor may see: an operator those of its own plant, others
/// those in their scope.
fn of_plant(plant: impl ColumnTrait, region: impl ColumnTrait, actor: &Actor) -> Condition {
    match (actor.role, &actor.plant_code) {
        (Role::PlantOperator, Some(own)) => Condition::all().add(plant.eq(own.as_str())),
        _ => in_region(region, &actor.scope()),
    }
}
