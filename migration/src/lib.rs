//! The changes of the database's tables, in order, for SQLite and PostgreSQL alike.
//!
//! They are written by hand as SQL that both databases read: a schema derived from the entities would lose the constraints that
//! hold whatever the code does. A change that has landed is never edited; the next one gets a module of its own.

pub use sea_orm_migration::prelude::MigratorTrait;
use sea_orm_migration::prelude::*;

mod accounts;
mod audit;
mod figures;
mod ledger;
mod pages;
mod plants;
mod preorders;
mod published_reports;
mod records;
mod regional_totals;
mod regions;
mod registers;
mod removed_certificates;
mod sign_ins;

/// All changes, oldest first.
#[derive(Debug)]
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(registers::Migration),
            Box::new(accounts::Migration),
            Box::new(records::Migration),
            Box::new(ledger::Migration),
            Box::new(regions::Migration),
            Box::new(sign_ins::Migration),
            Box::new(audit::Migration),
            Box::new(preorders::Migration),
            Box::new(plants::Migration),
            Box::new(pages::Migration),
            Box::new(figures::Migration),
            Box::new(removed_certificates::Migration),
            Box::new(published_reports::Migration),
            Box::new(regional_totals::Migration),
        ]
    }
}

/// Drops tables, the last one first, so that no foreign key points at what is gone.
async fn drop_tables(manager: &SchemaManager<'_>, tables: &[&str]) -> Result<(), DbErr> {
    for table in tables.iter().rev() {
        manager.get_connection().execute_unprepared(&format!("DROP TABLE {table}")).await?;
    }
    Ok(())
}
