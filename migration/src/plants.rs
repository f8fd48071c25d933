//! Intakes, batches and stock of plants, and pledge certificates.

use sea_orm_migration::prelude::*;

use crate::drop_tables;

pub(crate) struct Migration;

/// What the tables that were there before have gained.
const COLUMNS: [(&str, &str); 5] = [
    ("processing_plant", "stock_from"),
    ("processing_plant", "phone"),
    ("product", "needs_ingredients"),
    ("product", "usual_yield_from"),
    ("product", "usual_yield_to"),
];

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0009_plants"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(include_str!("sql/plants.sql")).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &[
                "product_step",
                "intake",
                "production_batch",
                "batch_ingredient",
                "batch_by_product",
                "batch_step",
                "sale_batch",
                "certificate",
                "certificate_origin",
                "certificate_replacement",
            ],
        )
        .await?;
        manager.get_connection().execute_unprepared("DROP INDEX preorder_delivery").await?;
        for (table, column) in COLUMNS {
            manager.get_connection().execute_unprepared(&format!("ALTER TABLE {table} DROP COLUMN {column}")).await?;
        }
        Ok(())
    }

    /// A crash half-way leaves nothing behind on either database.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
