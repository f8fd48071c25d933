//! Sites: places on the route where visitors are counted, and whether their counts are part of the town's figure.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::LockType,
};

use super::visitor_counts;
use crate::{MOST_LISTED, code_taken, not_in_the_future, registers::regions, unknown, unless_taken};
use store::{
    Reader, Txn,
    entity::{
        in_subtree, in_use_on,
        registers::region,
        tourism::{site, site_counting, site_retirement},
    },
    error::{Error, Result},
    page::filter_some,
};
use types::{Actor, Day, DaySpan, Name, Problem, RegionCode, Timestamp, new_id};

/// The fields of a new site.
#[derive(Debug, Clone)]
pub struct NewSite {
    /// Readable code.
    pub code: String,
    /// Name.
    pub name: Name,
    /// Whether its counts are part of the town's figure, from the first day on.
    pub counts_towards_total: bool,
}

/// A change to a site. An absent field stays unchanged.
#[derive(Debug, Clone)]
pub struct SitePatch {
    /// Name.
    pub name: Option<Name>,
    /// Whether its counts are part of the town's figure.
    pub counts_towards_total: Option<bool>,
    /// The first day to which `counts_towards_total` applies. Today if absent.
    pub counts_from: Option<Day>,
    /// The first day on which it is no longer in use. `Some(None)` puts it back in use.
    pub retired_on: Option<Option<Day>>,
}

/// All sites, or those in a region and below it, or those in use on a day, ordered by code, at most 1,000.
pub async fn list(connection: &Reader, region_code: Option<RegionCode>, day: Option<Day>) -> Result<Vec<site::Model>> {
    let mut query = filter_some(site::Entity::find(), day, |day| in_use_on(site::Column::RetiredOn, day));
    if let Some(code) = region_code {
        let region = regions::get(connection, &code, "regionCode").await?;
        query = query.filter(in_subtree(site::Column::RegionCode, &region.code));
    }
    Ok(query.order_by_asc(site::Column::Code).limit(MOST_LISTED).all(connection).await?)
}

/// The site with this code, if it exists.
pub async fn find(connection: &Reader, code: &str) -> Result<Option<site::Model>> {
    match types::identifier(code) {
        Ok(code) => Ok(site::Entity::find_by_id(code).one(connection).await?),
        Err(_) => Ok(None),
    }
}

/// The site with this code. INVALID_INPUT on the field that names it if it does not exist.
pub async fn get(connection: &Reader, code: &str, field: &str) -> Result<site::Model> {
    find(connection, code).await?.ok_or_else(|| unknown(field, "景点", "site"))
}

/// Loads a site and locks it until the transaction ends, so that changes to its counts happen one after another.
pub(crate) async fn lock(txn: &Txn, code: &str, field: &str) -> Result<site::Model> {
    let query = site::Entity::find().filter(site::Column::Code.eq(code)).lock(LockType::NoKeyUpdate);
    query.one(txn.reader()).await?.ok_or_else(|| unknown(field, "景点", "site"))
}

/// The region of a new site, which must be one of the actor's.
pub async fn to_add(txn: &Txn, actor: &Actor, region_code: RegionCode) -> Result<region::Model> {
    regions::get_within(txn, &actor.scope(), &region_code, "regionCode").await
}

/// Adds a site in a region.
pub async fn add(txn: &Txn, actor: &Actor, region: region::Model, fields: NewSite) -> Result<site::Model> {
    let NewSite { code, name, counts_towards_total } = fields;
    let row = site::ActiveModel {
        code: Set(code.clone()),
        name: Set(name.0),
        region_code: Set(region.code),
        counts_towards_total: Set(counts_towards_total),
        retired_on: Set(None),
    };
    let site = unless_taken(txn.insert(row).await, || code_taken(&code))?;
    add_counting(txn, actor, &site, first_day(), counts_towards_total).await?;
    Ok(site)
}

/// The site to change. Its region must be one of the actor's.
pub async fn to_update(txn: &Txn, actor: &Actor, code: String) -> Result<site::Model> {
    let found = get(txn, &code, "code").await?;
    regions::require(&actor.scope(), &found.region_code)?;
    lock(txn, &code, "code").await
}

/// Renames a site, decides from which day on its counts are part of the town's figure, or retires it from a day on.
/// Counts already recorded move with the decision about the figure, and stay as they are when the site is retired.
pub async fn update(txn: &Txn, actor: &Actor, site: site::Model, fields: SitePatch) -> Result<site::Model> {
    let SitePatch { name, counts_towards_total, counts_from, retired_on } = fields;
    if counts_from.is_some() && counts_towards_total.is_none() {
        let problem = Problem::new("须与 countsTowardsTotal 一起填写", "countsFrom needs countsTowardsTotal");
        return Err(Error::invalid("countsFrom", problem));
    }
    let counts_from = counts_from.unwrap_or_else(|| txn.today());
    not_in_the_future(counts_from, txn.today(), "countsFrom")?;
    if let Some(Some(day)) = retired_on {
        not_in_the_future(day, txn.today(), "retiredOn")?;
    }
    let mut row = site.clone().into_active_model();
    if let Some(name) = name {
        row.name = Set(name.0);
    }
    if let Some(counts) = counts_towards_total {
        row.counts_towards_total = Set(counts);
        add_counting(txn, actor, &site, counts_from, counts).await?;
        visitor_counts::recount_from(txn, actor, &site, counts_from, counts).await?;
    }
    if let Some(retired_on) = retired_on.filter(|day| *day != site.retired_on) {
        row.retired_on = Set(retired_on);
        add_retirement(txn, actor, &site, retired_on).await?;
    }
    Ok(txn.update(site, row).await?)
}

/// Whether counts of a day at a site are part of the town's figure. Of the decisions that apply to the day, the last
/// one recorded wins.
pub async fn counts_on(txn: &Txn, site: &site::Model, day: Day) -> Result<bool> {
    let decision = site_counting::Entity::find()
        .filter(site_counting::Column::SiteCode.eq(site.code.as_str()))
        .filter(site_counting::Column::StartsOn.lte(day))
        .order_by_desc(site_counting::Column::RecordedAt)
        .order_by_desc(site_counting::Column::Id)
        .one(txn.reader())
        .await?;
    Ok(decision.map_or(site.counts_towards_total, |decision| decision.counts_towards_total))
}

/// Adds a decision about a site. The site must be locked.
async fn add_counting(txn: &Txn, actor: &Actor, site: &site::Model, starts_on: Day, counts: bool) -> Result<()> {
    let newest = site_counting::Entity::find()
        .filter(site_counting::Column::SiteCode.eq(site.code.as_str()))
        .order_by_desc(site_counting::Column::RecordedAt)
        .one(txn.reader())
        .await?;
    if let Some(newest) = newest {
        txn.stamp_after(newest.recorded_at);
    }
    let row = site_counting::ActiveModel {
        id: Set(new_id()),
        site_code: Set(site.code.clone()),
        starts_on: Set(starts_on),
        counts_towards_total: Set(counts),
        recorded_at: Set(txn.recorded_at()),
        recorded_by: Set(actor.account_id),
    };
    txn.insert(row).await?;
    Ok(())
}

/// Adds when a site was said to be retired. The site must be locked.
async fn add_retirement(txn: &Txn, actor: &Actor, site: &site::Model, retired_on: Option<Day>) -> Result<()> {
    let newest = site_retirement::Entity::find()
        .filter(site_retirement::Column::SiteCode.eq(site.code.as_str()))
        .order_by_desc(site_retirement::Column::RecordedAt)
        .one(txn.reader())
        .await?;
    if let Some(newest) = newest {
        txn.stamp_after(newest.recorded_at);
    }
    let row = site_retirement::ActiveModel {
        id: Set(new_id()),
        site_code: Set(site.code.clone()),
        retired_on: Set(retired_on),
        recorded_at: Set(txn.recorded_at()),
        recorded_by: Set(actor.account_id),
    };
    txn.insert(row).await?;
    Ok(())
}

/// The sites whose counts are part of the figures, as known at an instant.
#[derive(Debug, Default)]
pub(crate) struct Counted(BTreeMap<String, Decisions>);

/// What was decided about a site.
#[derive(Debug, Default)]
struct Decisions {
    /// From which day on it counts or counts no more, in the order in which that was recorded.
    counting: Vec<(Day, bool)>,
    /// The first day on which it is no longer in use.
    retired_on: Option<Day>,
}

impl Counted {
    /// Loads the decisions about the sites in a region and below it.
    pub(crate) async fn load(connection: &Reader, region: &RegionCode, as_of: Timestamp) -> Result<Self> {
        let sites = || {
            let sites = site::Entity::find().filter(in_subtree(site::Column::RegionCode, region));
            sites.select_only().column(site::Column::Code).into_query()
        };
        let mut counted = Self::default();
        let countings = site_counting::Entity::find()
            .filter(site_counting::Column::SiteCode.in_subquery(sites()))
            .filter(site_counting::Column::RecordedAt.lte(as_of))
            .order_by_asc(site_counting::Column::RecordedAt)
            .order_by_asc(site_counting::Column::Id);
        for row in countings.all(connection).await? {
            let counting = (row.starts_on, row.counts_towards_total);
            counted.0.entry(row.site_code).or_default().counting.push(counting);
        }
        let retirements = site_retirement::Entity::find()
            .filter(site_retirement::Column::SiteCode.in_subquery(sites()))
            .filter(site_retirement::Column::RecordedAt.lte(as_of))
            .order_by_asc(site_retirement::Column::RecordedAt)
            .order_by_asc(site_retirement::Column::Id);
        for row in retirements.all(connection).await? {
            counted.0.entry(row.site_code).or_default().retired_on = row.retired_on;
        }
        Ok(counted)
    }

    /// On how many days of a span each site counts, added up.
    pub(crate) fn days_in(&self, span: DaySpan) -> i64 {
        self.0.values().map(|decisions| decisions.days_in(span)).sum()
    }
}

impl Decisions {
    fn counts_on(&self, day: Day) -> bool {
        let last = self.counting.iter().rfind(|(starts_on, _)| *starts_on <= day);
        last.is_some_and(|(_, counts)| *counts) && self.retired_on.is_none_or(|retired_on| day < retired_on)
    }

    /// The days of a span on which the site counts. Between two days that a decision names, nothing changes.
    fn days_in(&self, span: DaySpan) -> i64 {
        let named = self.counting.iter().map(|(starts_on, _)| *starts_on).chain(self.retired_on);
        let end = span.to + Duration::days(1);
        let bounds: BTreeSet<Day> =
            named.filter(|day| span.from < *day && *day < end).chain([span.from, end]).collect();
        let stretches = bounds.iter().zip(bounds.iter().skip(1));
        stretches
            .filter(|(from, _)| span.from <= span.to && self.counts_on(**from))
            .map(|(from, to)| (*to - *from).num_days())
            .sum()
    }
}

/// The earliest day of any record.
pub fn first_day() -> Day {
    Day::from_ymd_opt(types::FIRST_YEAR, 1, 1).unwrap_or_default()
}
