//! Visitors: person-times by site and day.

use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::{sites, visitor_counts};
use crate::{not_in_the_future, registers::regions, unknown};
use store::{
    Txn,
    entity::tourism::{site, visitor_count},
    error::{Error, Result},
    ledger,
};
use types::{Actor, Day, Problem};

/// The largest count for one site and day.
const MOST_VISITORS: i32 = 1_000_000;

/// The count of one day.
#[derive(Debug, Clone)]
pub struct Count {
    /// The day.
    pub day: Day,
    /// Person-times.
    pub visitors: i32,
}

/// The site of a count, if it exists. Its region must be one of the clerk's.
pub async fn to_record(txn: &Txn, actor: &Actor, site_code: String) -> Result<Option<site::Model>> {
    let site = sites::find(txn, &site_code).await?;
    if let Some(site) = &site {
        regions::require(&actor.scope(), &site.region_code)?;
    }
    Ok(site)
}

/// Records the person-times of a site and day. A second record for the same site and day replaces the first, which
/// stays on record. INVALID_INPUT on `siteCode` if the site does not exist.
pub async fn record(
    txn: &Txn,
    actor: &Actor,
    site: Option<site::Model>,
    Count { day, visitors }: Count,
) -> Result<visitor_count::Model> {
    let site = site.ok_or_else(|| unknown("siteCode", "景点", "site"))?;
    not_in_the_future(day, txn.today(), "date")?;
    if !(0..=MOST_VISITORS).contains(&visitors) {
        let problem = Problem::new(format!("应为 0 至 {MOST_VISITORS}"), format!("expected 0 to {MOST_VISITORS}"));
        return Err(Error::invalid("visitors", problem));
    }
    let site = sites::lock(txn, &site.code, "siteCode").await?;
    let counts = sites::counts_on(txn, &site, day).await?;
    let before = visitor_count::Entity::find()
        .filter(visitor_count::Column::SiteCode.eq(site.code.as_str()))
        .filter(visitor_count::Column::Day.eq(day))
        .filter(visitor_count::Column::ReplacedAt.is_null())
        .one(txn.reader())
        .await?;
    let mut entries = Vec::new();
    if let Some(before) = before {
        entries = visitor_counts::take_place_of(txn, before).await?;
    }
    let count = txn.insert(visitor_counts::count(txn, actor, &site, day, visitors, counts).into_active_model()).await?;
    entries.push(visitor_counts::entry(&count));
    ledger::record(txn, entries).await?;
    Ok(count)
}
