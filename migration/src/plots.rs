//! Plots that are divided and joined from a day on, corrected from the beginning, and put back in use.

use sea_orm_migration::prelude::*;

const PLOTS: &str = include_str!("sql/plots.sql");

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0009_plots"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(PLOTS).await?;
        Ok(())
    }
}
