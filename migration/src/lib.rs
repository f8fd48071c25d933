//! The steps that create the database's tables, in order, for SQLite and PostgreSQL alike.
//!
//! They are handwritten SQL that both databases accept. A schema derived from the entities would lose the
//! constraints, which hold whatever the code does. Each constraint has a name, so that a later step can change it.
//!
//! A step that has landed is never edited; the next one gets a module of its own. No step is ever reverted: an older
//! program keeps working on tables that were only expanded.

pub use sea_orm_migration::{MigrationName, MigrationTrait, MigratorTrait, SchemaManager};
use sea_orm_migration::{
    prelude::*,
    sea_orm::{EntityTrait, QueryOrder},
    seaql_migrations,
};

mod baseline;
mod check;
mod figures;
mod growers;
mod indexes;
mod lot_seasons;
mod plots;
mod preorder_life;
mod reference;
mod regions;
mod retirement;
mod sale_returns;
mod stock;
mod text;
mod voids;
mod withdrawals;

pub use check::change_checks;

/// The steps of a program, and which programs may work on the resulting tables.
pub trait Steps: MigratorTrait {
    /// How many of the steps a program must know, at least, to work on the tables. A step that only expands them
    /// leaves the number as it is. A step that contracts them, by removing or renaming what an older program uses,
    /// raises it to the step that made that unnecessary.
    const NEEDED: usize;

    /// SQL that a new database gets when the steps have been taken, if any.
    const ONCE_MADE: &'static str = "";
}

/// All steps, oldest first.
#[derive(Debug)]
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(baseline::Migration),
            Box::new(regions::Migration),
            Box::new(indexes::Migration),
            Box::new(reference::Migration),
            Box::new(preorder_life::Migration),
            Box::new(voids::Migration),
            Box::new(retirement::Migration),
            Box::new(stock::Migration),
            Box::new(plots::Migration),
            Box::new(lot_seasons::Migration),
            Box::new(figures::Migration),
            Box::new(text::Migration),
            Box::new(growers::Migration),
            Box::new(withdrawals::Migration),
            Box::new(sale_returns::Migration),
        ]
    }
}

impl Steps for Migrator {
    const NEEDED: usize = 10;

    /// The step `0002_regions` fills every database with the register of one county and the varieties of one town. It
    /// has landed, so it stays as it is. A new database begins without them; one that had them keeps them.
    const ONCE_MADE: &'static str = "DELETE FROM variety; DELETE FROM region";
}

/// The names of the steps that were applied, oldest first. Empty if there are no tables yet.
pub async fn applied(manager: &SchemaManager<'_>) -> Result<Vec<String>, DbErr> {
    if !manager.has_table("seaql_migrations").await? {
        return Ok(Vec::new());
    }
    let rows = seaql_migrations::Entity::find()
        .order_by_asc(seaql_migrations::Column::Version)
        .all(manager.get_connection())
        .await?;
    Ok(rows.into_iter().map(|row| row.version).collect())
}
