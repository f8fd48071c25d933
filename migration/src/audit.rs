//! The audit log, its chain, and the salts that its hashes of personal values are made with.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

use crate::drop_tables;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0007_audit"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        connection.execute_unprepared(include_str!("sql/audit.sql")).await?;
        let salt = match manager.get_database_backend() {
            DbBackend::Postgres => "replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')",
            _ => "lower(hex(randomblob(32)))",
        };
        connection.execute_unprepared(&format!("UPDATE grower SET audit_salt = {salt}")).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared("ALTER TABLE grower DROP COLUMN audit_salt").await?;
        drop_tables(manager, &["audit_entry", "audit_seal"]).await
    }

    /// A crash half-way leaves nothing behind on either database.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
