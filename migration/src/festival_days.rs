//! When editions of festivals are, as that was known.

use sea_orm_migration::prelude::*;

use crate::drop_tables;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0014_festival_days"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(include_str!("sql/festival_days.sql")).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["festival_days", "undertaking_days"]).await
    }

    /// A crash half-way leaves nothing behind on either database.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
