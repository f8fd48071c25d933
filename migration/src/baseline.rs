//! All tables of the first release, one file per subject.

use sea_orm_migration::prelude::*;

/// In the order in which tables refer to each other.
const SUBJECTS: [&str; 11] = [
    include_str!("sql/registers.sql"),
    include_str!("sql/access.sql"),
    include_str!("sql/audit.sql"),
    include_str!("sql/harvest.sql"),
    include_str!("sql/tourism.sql"),
    include_str!("sql/ledger.sql"),
    include_str!("sql/plants.sql"),
    include_str!("sql/sales.sql"),
    include_str!("sql/presales.sql"),
    include_str!("sql/certificates.sql"),
    include_str!("sql/reports.sql"),
];

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0001_baseline"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for subject in SUBJECTS {
            manager.get_connection().execute_unprepared(subject).await?;
        }
        Ok(())
    }
}
