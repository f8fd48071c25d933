//! Checks published reports: the content must match its hash, and the figures must be those of the records at the
//! bound.

use sea_orm::{ActiveEnum, EntityTrait};

use super::Verification;
use crate::figures::{
    published_reports::{
        definitions_in, differences, hash_of, names_in, present_definitions, report_of, sellers_in, subject,
    },
    reports::compute,
};
use store::{entity::figures::published_report, error::Result};

impl<P: Fn(u64, u64)> Verification<'_, P> {
    /// Checks published reports. Each hash must follow from its row. If the definitions are still the current ones,
    /// the entries up to the bound must give the same figures.
    pub(super) async fn published_reports(&mut self) -> Result<()> {
        let mut after = None;
        loop {
            let rows =
                self.next_chunk(published_report::Column::Id, &mut after, published_report::Entity::find()).await?;
            if rows.is_empty() {
                return Ok(());
            }
            for row in rows {
                self.published_report(&row).await?;
            }
        }
    }

    async fn published_report(&mut self, row: &published_report::Model) -> Result<()> {
        let name = format!(
            "published report {} {} {}, edition {}",
            row.region_code,
            row.year,
            row.period.to_value(),
            row.edition
        );
        if hash_of(row) != row.hash {
            self.findings.add(format!("{name}: its hash does not match its content"));
        }
        let read = (report_of(row), definitions_in(row), names_in(row), sellers_in(row));
        let (published, definitions) = match read {
            (Ok(published), Ok(definitions), Ok(_), Ok(_)) => (published, definitions),
            (Err(error), ..) | (_, Err(error), ..) | (_, _, Err(error), _) | (.., Err(error)) => {
                self.findings.add(super::why(&error));
                return Ok(());
            }
        };
        if definitions != present_definitions() {
            return Ok(());
        }
        let computed = compute(self.snapshot, subject(row), row.bound).await?;
        for difference in differences(&published, &computed) {
            self.findings.add(format!("{name}: {difference}"));
        }
        Ok(())
    }
}
