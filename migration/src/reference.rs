//! A version of the reference data, which every change of it raises: whoever makes it, and in the same transaction. A
//! server that keeps reference data in memory knows by it whether it is still true.
//!
//! Triggers raise it, because an older program that works on the same tables knows nothing of it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

/// The tables of reference data.
const TABLES: [&str; 6] = ["region", "variety", "site", "processing_plant", "product", "catering_establishment"];

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0004_reference_version"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let database = manager.get_connection();
        let table = "CREATE TABLE reference_version (
            id INTEGER PRIMARY KEY CONSTRAINT reference_version_one_row CHECK (id = 1),
            version BIGINT NOT NULL
        );
        INSERT INTO reference_version (id, version) VALUES (1, 1);";
        database.execute_unprepared(table).await?;
        let triggers: Vec<String> = match database.get_database_backend() {
            DbBackend::Postgres => {
                let raise = "CREATE FUNCTION raise_reference_version() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN UPDATE reference_version SET version = version + 1; RETURN NULL; END $$";
                database.execute_unprepared(raise).await?;
                let trigger = |table| {
                    format!(
                        "CREATE TRIGGER {table}_raises_reference_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE
                        ON {table} FOR EACH STATEMENT EXECUTE FUNCTION raise_reference_version()"
                    )
                };
                TABLES.into_iter().map(trigger).collect()
            }
            _ => {
                let trigger = |(table, change): (&str, &str)| {
                    format!(
                        "CREATE TRIGGER {table}_{change}_raises_reference_version AFTER {change} ON {table}
                        BEGIN UPDATE reference_version SET version = version + 1; END"
                    )
                };
                let changes = |table| ["insert", "update", "delete"].map(|change| (table, change));
                TABLES.into_iter().flat_map(changes).map(trigger).collect()
            }
        };
        for trigger in triggers {
            database.execute_unprepared(&trigger).await?;
        }
        Ok(())
    }
}
