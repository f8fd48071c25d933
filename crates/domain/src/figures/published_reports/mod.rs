//! Published reports: a region's figures for a period as an office has put its name to them. An edition never changes;
//! what the records give instead later is shown beside it.

mod display;
mod names;
mod publish;
mod restated;
mod seal;
mod sellers;
mod small_cells;
mod stored;

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect};

pub use display::{Display, Entry, display};
pub use names::{Names, VarietyNames};
pub use publish::{draft, publish};
pub(crate) use restated::differences;
pub use restated::{Restatement, restated_fields, restatements};
pub(crate) use seal::hash_of;
pub use seal::sealed_text;
pub use sellers::Sellers;
pub use small_cells::Hidden;
pub use stored::{definitions as definitions_in, figures as report_of, names as names_in, sellers as sellers_in};

use super::reports::{Subject, TownReport};
use crate::{figures::definitions, registers::regions};
use store::{
    Reader,
    entity::figures::published_report,
    error::Result,
    page::{Page, PageRequest, filter_some, page},
};
use types::{Actor, RegionCode, ReportPeriod};

/// What the settings say of published reports.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// How many sellers must stand behind the amounts of a row, so that everybody may read them.
    pub least_sellers: i64,
}

impl Rules {
    /// Whether everybody may read everything.
    pub fn hides_nothing(self) -> bool {
        self.least_sellers <= 1
    }
}

/// Versions of definitions by the keys of figures.
pub type Definitions = BTreeMap<String, i32>;

/// What a published report is about.
pub fn subject(row: &published_report::Model) -> Subject {
    Subject { region_code: row.region_code.clone(), year: row.year, period: row.period }
}

/// The versions that the definitions of a report's figures have now.
pub fn present_definitions() -> Definitions {
    definitions::of_reports().map(|figure| (figure.key.to_owned(), figure.version)).collect()
}

/// Whether somebody may read every figure of a region: whoever reads its reports.
pub fn may_read_whole(actor: Option<&Actor>, region: &RegionCode) -> bool {
    actor.is_some_and(|actor| actor.scope().covers(region))
}

/// The rows of a published report that somebody may not read the amounts of, as too few sellers stand behind them.
pub fn hidden_from(
    actor: Option<&Actor>,
    row: &published_report::Model,
    report: &TownReport,
    rules: Rules,
) -> Result<Hidden> {
    if may_read_whole(actor, &row.region_code) {
        return Ok(Hidden::nothing());
    }
    Ok(Hidden::of(report, &sellers_in(row)?, rules.least_sellers))
}

/// Which published reports are wanted.
#[derive(Debug, Clone)]
pub struct Filter {
    /// Those of this region, without those of regions below it.
    pub region_code: RegionCode,
    /// Those of a year.
    pub year: Option<i32>,
    /// Those of this period of a year.
    pub period: Option<ReportPeriod>,
}

/// A page of a region's published reports, newest first; INVALID_INPUT on `regionCode` where there is no such region.
pub async fn list(connection: &Reader, filter: Filter, request: &PageRequest) -> Result<Page<published_report::Model>> {
    use published_report::Column;
    let Filter { region_code, year, period } = filter;
    let region = regions::get(connection, &region_code, "regionCode").await?;
    let query = published_report::Entity::find().filter(Column::RegionCode.eq(region.code));
    let query = filter_some(query, year, |year| Column::Year.eq(year));
    let query = filter_some(query, period, |period| Column::Period.eq(period));
    page(connection, query, &[Column::PublishedAt, Column::Id], Order::Desc, request).await
}

/// The newest published reports of all regions.
pub async fn newest(connection: &Reader, most: u64) -> Result<Vec<published_report::Model>> {
    use published_report::Column;
    let newest = published_report::Entity::find().order_by_desc(Column::PublishedAt).order_by_desc(Column::Id);
    Ok(newest.limit(most).all(connection).await?)
}
