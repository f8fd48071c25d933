//! Checks that names are searched as they are written: the folded column of each follows from the name.

use std::fmt::Display;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{CHUNK, Findings, Verification};
use store::{entity::registers::region, error::Result, integrity};
use types::{Folded, RegionCode};

impl Findings {
    /// Checks one name.
    pub(super) fn check_folded(&mut self, record: impl Display, name: &str, folded: &Folded) {
        if Folded::of(name) != *folded {
            self.add(format!("{record}: the name that is searched differs from what its name gives"));
        }
    }
}

impl<P: Fn(u64, u64)> Verification<'_, P> {
    /// Checks the names of regions. Those of growers and of buyers are checked with their records.
    pub(super) async fn regions(&mut self) -> Result<()> {
        let mut after = RegionCode(String::new());
        loop {
            let next = region::Entity::find()
                .filter(region::Column::Code.gt(after))
                .order_by_asc(region::Column::Code)
                .limit(CHUNK as u64);
            let rows = integrity::rows(self.snapshot, next).await?.read;
            let Some(last) = rows.last() else { return Ok(()) };
            after = last.code.clone();
            for region in &rows {
                self.findings.check_folded(format_args!("region {}", region.code), &region.name, &region.name_folded);
            }
        }
    }
}
