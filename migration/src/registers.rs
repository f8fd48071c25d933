//! What the town is made of: regions, varieties, growers, plots, plants, sites, festivals, establishments, honours.

use sea_orm_migration::prelude::*;

use crate::drop_tables;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0001_registers"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(include_str!("sql/registers.sql")).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &[
                "region",
                "variety",
                "grower",
                "plot",
                "processing_plant",
                "processing_project",
                "product",
                "site",
                "festival",
                "catering_establishment",
                "honour",
            ],
        )
        .await
    }

    /// A crash half-way leaves nothing behind on either database.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
