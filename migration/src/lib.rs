//! The steps that make the database's tables, in order, for SQLite and PostgreSQL alike.
//!
//! They are written by hand as SQL that both databases read: a schema derived from the entities would lose the
//! constraints that hold whatever the code does. Each constraint has a name, by which a later step changes it. A step
//! that has landed is never edited; the next one gets a module of its own. No step is taken back: a program of before
//! goes on working on tables that were only expanded.

pub use sea_orm_migration::{MigrationName, MigrationTrait, MigratorTrait, SchemaManager};
use sea_orm_migration::{
    prelude::*,
    sea_orm::{EntityTrait, QueryOrder},
    seaql_migrations,
};

mod baseline;
mod check;
mod regions;

pub use check::change_check;

/// The steps of a program, and which programs may work on the tables that they make.
pub trait Steps: MigratorTrait {
    /// How many of the steps a program must know, at least, to work on the tables. A step that only expands them leaves
    /// it as it is. One that contracts them, by taking away or renaming what an older program uses, raises it to the
    /// step that made it unnecessary.
    const NEEDED: usize;
}

/// All steps, oldest first.
#[derive(Debug)]
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(baseline::Migration), Box::new(regions::Migration)]
    }
}

impl Steps for Migrator {
    const NEEDED: usize = 2;
}

/// The names of the steps that were taken, oldest first; none where there are no tables yet.
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
