//! Offers, pre-orders with their money and history, shortfalls, and estimates of the harvest.

use sea_orm_migration::prelude::*;

use crate::drop_tables;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0008_preorders"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(include_str!("sql/preorders.sql")).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &[
                "presale_offer",
                "preorder",
                "preorder_event",
                "preorder_payment",
                "preorder_refund",
                "preorder_lot",
                "shortfall_run",
                "shortfall_share",
                "harvest_estimate",
            ],
        )
        .await
    }

    /// A crash half-way leaves nothing behind on either database.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
