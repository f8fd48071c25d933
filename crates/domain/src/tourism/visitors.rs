//! Visitors: person-times by site and day, recorded, taken back and read back.

use sea_orm::{ColumnTrait, Condition, EntityTrait, IntoActiveModel, Order, QueryFilter, QueryOrder};

use super::{sites, visitor_counts};
use crate::{check_in_use, not_in_the_future, registers::regions, unknown, voiding};
use store::{
    Reader, Txn,
    entity::{
        in_subtree, in_subtree_in_order,
        tourism::{site, visitor_count},
    },
    error::{Error, Result},
    ledger,
    page::{Page, PageRequest, filter_some, page},
};
use types::{Actor, Day, Problem, Reason, RegionCode};

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
    check_in_use(&site.name, site.retired_on, day, "siteCode")?;
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

/// A count that was entered by mistake.
#[derive(Debug, Clone)]
pub struct Void {
    /// The day of the count.
    pub day: Day,
    /// The reason.
    pub reason: Reason,
}

/// Voids the count of a site and day: the day has none again. The record stays and says so. NOT_FOUND on `date` if none
/// was recorded. CONFLICT if it is voided already.
pub async fn void(
    txn: &Txn,
    actor: &Actor,
    site: Option<site::Model>,
    Void { day, reason }: Void,
) -> Result<visitor_count::Model> {
    use visitor_count::Column;
    let site = site.ok_or_else(|| unknown("siteCode", "景点", "site"))?;
    let site = sites::lock(txn, &site.code, "siteCode").await?;
    let newest = visitor_count::Entity::find()
        .filter(Column::SiteCode.eq(site.code.as_str()))
        .filter(Column::Day.eq(day))
        .order_by_desc(Column::RecordedAt)
        .order_by_desc(Column::Id)
        .one(txn.reader())
        .await?
        .ok_or_else(|| Error::not_found("date", "客流记录", "visitor count"))?;
    // What a later count replaced is not the newest.
    voiding::check_not_voided(&newest)?;
    let entries = ledger::reversal(txn, newest.id).await?;
    let count = voiding::void(txn, actor, newest, reason).await?;
    ledger::record(txn, entries).await?;
    Ok(count)
}

/// Filter for a list of counts.
#[derive(Debug, Clone)]
pub struct Filter {
    /// Only counts of this region and below it.
    pub region_code: RegionCode,
    /// Only counts of this site.
    pub site_code: Option<String>,
    /// Only counts of this day or later.
    pub from: Option<Day>,
    /// Only counts of this day or earlier.
    pub to: Option<Day>,
    /// Only counts that are neither replaced nor voided, or only the others.
    pub in_force: Option<bool>,
}

/// A page of what was recorded at the sites of a region, latest day first, also what was replaced or voided, and also of
/// sites outside the total. TOO_COMPLEX above a township, unless a site is named.
pub async fn list(
    connection: &Reader,
    actor: &Actor,
    filter: Filter,
    request: &PageRequest,
) -> Result<Page<visitor_count::Model>> {
    use visitor_count::Column;
    let Filter { region_code, site_code, from, to, in_force } = filter;
    let region = regions::get_within(connection, &actor.scope(), &region_code, "filter.regionCode").await?;
    let place = match site_code {
        Some(code) => {
            let site = sites::get(connection, &code, "filter.siteCode").await?;
            Condition::all().add(Column::SiteCode.eq(site.code)).add(in_subtree(Column::RegionCode, &region.code))
        }
        None => {
            regions::require_township(&region, "filter.siteCode")?;
            in_subtree_in_order(Column::RegionCode, &region.code)
        }
    };
    let query = visitor_count::Entity::find().filter(place);
    let query = filter_some(query, from, |from| Column::Day.gte(from));
    let query = filter_some(query, to, |to| Column::Day.lte(to));
    let query = filter_some(query, in_force, |in_force| {
        if in_force { Column::ReplacedAt.is_null() } else { Column::ReplacedAt.is_not_null() }
    });
    page(connection, query, &[Column::Day, Column::Id], Order::Desc, request).await
}
