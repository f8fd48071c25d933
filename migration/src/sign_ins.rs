//! Accounts that are disabled, when passwords were set, and when sessions were last used.

use sea_orm_migration::prelude::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0006_sign_ins"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(include_str!("sql/sign_ins.sql")).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in
            [("session", "last_used_at"), ("account", "refusal_noted_at"), ("account", "password_set_at"), ("account", "disabled_at")]
        {
            manager.get_connection().execute_unprepared(&format!("ALTER TABLE {table} DROP COLUMN {column}")).await?;
        }
        Ok(())
    }

    /// A crash half-way leaves nothing behind on either database.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
