//! Published reports: a region's figures for a period, signed by an office. An edition never changes. If the records
//! later give other figures, they are shown next to it.

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
pub use publish::{draft, publish, to_withdraw, withdraw};
pub(crate) use restated::differences;
pub use restated::{Restatement, restated_fields, restatements};
pub(crate) use seal::hash_of;
pub use seal::sealed_text;
pub use sellers::Sellers;
pub use small_cells::Hidden;
pub use stored::{
    completeness as completeness_in, definitions as definitions_in, figures as report_of, names as names_in,
    sellers as sellers_in,
};

use super::reports::{Subject, TownReport};
use crate::{figures::definitions, registers::regions};
use store::{
    Reader,
    entity::figures::published_report,
    error::Result,
    page::{Page, PageRequest, filter_some, page},
};
use types::{Actor, RegionCode, ReportPeriod};

/// The settings about published reports.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// The number of sellers that a row must have for everybody to read its amounts.
    pub least_sellers: i64,
}

impl Rules {
    /// Whether everybody may read everything.
    pub fn hides_nothing(self) -> bool {
        self.least_sellers <= 1
    }
}

/// Versions of definitions, by the key of the figure.
pub type Definitions = BTreeMap<String, i32>;

/// The subject of a published report.
pub fn subject(row: &published_report::Model) -> Subject {
    Subject { region_code: row.region_code.clone(), year: row.year, period: row.period }
}

/// The current versions of the definitions of a report's figures.
pub fn present_definitions() -> Definitions {
    definitions::of_reports().map(|figure| (figure.key.to_owned(), figure.version)).collect()
}

/// Whether a reader may see every figure of a region, because the reader may read its reports.
pub fn may_read_whole(actor: Option<&Actor>, region: &RegionCode) -> bool {
    actor.is_some_and(|actor| actor.scope().covers(region))
}

/// The rows of a published report whose amounts a reader may not see, because they have too few sellers.
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

/// Filter for a list of published reports.
#[derive(Debug, Clone)]
pub struct Filter {
    /// Only reports of this region, without the regions below it.
    pub region_code: RegionCode,
    /// Only reports for this year.
    pub year: Option<i32>,
    /// Only reports for this period of a year.
    pub period: Option<ReportPeriod>,
    /// Only reports that were withdrawn, or only the others.
    pub withdrawn: Option<bool>,
}

/// A page of a region's published reports, newest first. INVALID_INPUT on `regionCode` if the region does not exist.
pub async fn list(connection: &Reader, filter: Filter, request: &PageRequest) -> Result<Page<published_report::Model>> {
    use published_report::Column;
    let Filter { region_code, year, period, withdrawn } = filter;
    let region = regions::get(connection, &region_code, "regionCode").await?;
    let query = published_report::Entity::find().filter(Column::RegionCode.eq(region.code));
    let query = filter_some(query, year, |year| Column::Year.eq(year));
    let query = filter_some(query, period, |period| Column::Period.eq(period));
    let query = filter_some(query, withdrawn, |withdrawn| {
        if withdrawn { Column::WithdrawnAt.is_not_null() } else { Column::WithdrawnAt.is_null() }
    });
    page(connection, query, &[Column::PublishedAt, Column::Id], Order::Desc, request).await
}

/// The newest published reports of all regions.
pub async fn newest(connection: &Reader, most: u64) -> Result<Vec<published_report::Model>> {
    use published_report::Column;
    let newest = published_report::Entity::find().order_by_desc(Column::PublishedAt).order_by_desc(Column::Id);
    Ok(newest.limit(most).all(connection).await?)
}
