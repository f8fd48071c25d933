//! What `lihua verify` finds in a town to which every mutation was sent: a changed instant, an unreadable value, a
//! damaged file.

mod damage;
mod instants;
mod unreadable;

use domain::verify;
use sea_orm::{ConnectionTrait, DatabaseConnection, EntityTrait, QueryOrder};
use store::{Database, entity::figures::ledger_entry};

use crate::app::on_postgres;

/// The differences that verification names.
async fn named(database: &Database) -> Vec<String> {
    verify::verify(database, |_, _| {}).await.expect("a verification").named
}

/// Every entry of the ledger, ordered by id.
async fn entries(database: &Database) -> Vec<ledger_entry::Model> {
    let entries = ledger_entry::Entity::find().order_by_asc(ledger_entry::Column::Id);
    entries.all(database.reader()).await.expect("entries")
}

/// A connection that checks no constraints, as damage to a disk does not either.
async fn unchecked(url: &str) -> DatabaseConnection {
    let mut options = sea_orm::ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    let connection = sea_orm::Database::connect(options).await.expect("the database");
    let unchecked = if on_postgres() {
        // Neither references nor checks are enforced, because a damaged disk respects none.
        "SET session_replication_role = replica;
         DO $$ DECLARE it record; BEGIN
            FOR it IN SELECT conrelid::regclass AS of, conname FROM pg_constraint
                WHERE contype = 'c' AND connamespace = current_schema()::regnamespace
            LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', it.of, it.conname); END LOOP;
         END $$"
    } else {
        "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON"
    };
    connection.execute_unprepared(unchecked).await.expect("nothing checked");
    connection
}
