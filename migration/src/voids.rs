//! Visitor counts, takings and estimates that can be taken back and read back. Takings of 0.00 are a record, too.

use sea_orm_migration::prelude::*;

use crate::change_checks;

const VOIDS: &str = include_str!("sql/voids.sql");

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0006_voids"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(VOIDS).await?;
        let range = ("catering_takings_amount_fen_range", "amount_fen BETWEEN 0 AND 100000000000");
        change_checks(manager, "catering_takings", &[range]).await
    }
}
