//! Growers that were registered twice and are merged.

use sea_orm_migration::prelude::*;

const GROWERS: &str = include_str!("sql/growers.sql");

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0013_growers"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(GROWERS).await?;
        Ok(())
    }
}
