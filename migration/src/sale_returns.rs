//! Goods of a sale that came back later.
//!
//! A program that does not know this step goes on. Where something came back of a sale, a CHECK keeps it from voiding
//! that sale and giving its goods back a second time.

use sea_orm_migration::prelude::*;

const SALE_RETURNS: &str = include_str!("sql/sale_returns.sql");

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0015_sale_returns"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(SALE_RETURNS).await?;
        Ok(())
    }
}
