//! Varieties, sites and products that are no longer in use from a day on.

use sea_orm_migration::prelude::*;

const RETIREMENT: &str = include_str!("sql/retirement.sql");

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0007_retirement"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(RETIREMENT).await?;
        Ok(())
    }
}
