//! Published reports that are withdrawn.

use sea_orm_migration::prelude::*;

const WITHDRAWALS: &str = include_str!("sql/withdrawals.sql");

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0014_withdrawals"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(WITHDRAWALS).await?;
        Ok(())
    }
}
