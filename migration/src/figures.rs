//! Establishments that close, and festivals that are taken back.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

use crate::check::drop_unique;

const FIGURES: &str = include_str!("sql/figures.sql");

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0011_figures"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let database = manager.get_connection();
        drop_unique(manager, "festival", "festival_region_edition_unique").await?;
        database.execute_unprepared(FIGURES).await?;
        // Nothing says when the establishments of before were added. They count as known from the beginning.
        let id = match database.get_database_backend() {
            DbBackend::Postgres => "gen_random_uuid()",
            _ => "randomblob(16)",
        };
        let known = format!(
            "INSERT INTO catering_days (id, establishment_code, region_code, closed_on, recorded_at) \
             SELECT {id}, code, region_code, NULL, 0 FROM catering_establishment"
        );
        database.execute_unprepared(&known).await?;
        Ok(())
    }
}
