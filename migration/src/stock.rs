//! Adjustments of stock: rot, loss, gifts, own use, and differences found when counting.
//!
//! Counting may find more than was recorded. So what is left of a lot, an intake or a batch is no longer bounded by its
//! quantity, only by zero; `lihua verify` adds up the rest.

use sea_orm_migration::prelude::*;

use crate::change_checks;

const STOCK: &str = include_str!("sql/stock.sql");

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0008_stock"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, check) in [
            ("harvest_lot", "harvest_lot_available_within_quantity"),
            ("intake", "intake_available_within_quantity"),
            ("production_batch", "production_batch_available_within_output"),
        ] {
            change_checks(manager, table, &[(check, "available_g >= 0")]).await?;
        }
        manager.get_connection().execute_unprepared(STOCK).await?;
        Ok(())
    }
}
