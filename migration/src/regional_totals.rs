//! Totals of whole regions.

use sea_orm_migration::prelude::*;

use crate::drop_tables;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0015_regional_totals"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(include_str!("sql/regional_totals.sql")).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["regional_total"]).await
    }

    /// A crash half-way leaves nothing behind on either database.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
