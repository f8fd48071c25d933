//! Indexes that fit the questions: one that was missing, and those that held more rows than anybody asks for.

use sea_orm_migration::prelude::*;

const INDEXES: &str = include_str!("sql/indexes.sql");

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0003_indexes"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(INDEXES).await?;
        Ok(())
    }
}
