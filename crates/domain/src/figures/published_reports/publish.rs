//! Publishing. The figures are computed as of a closed bound, outside of any write transaction. The newest edition is
//! then looked up and the next one added in one transaction.

use sea_orm::{
    ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Select, sea_query::LockType,
};
use uuid::Uuid;

use super::{
    Definitions,
    names::{Names, names_of},
    present_definitions,
    seal::hash_of,
    sellers::{Sellers, sellers_of},
    stored,
};
use crate::{
    figures::{
        completeness::{self, Completeness},
        reports::{Subject, TownReport, check_begun, compute},
    },
    registers::regions,
    unless_taken, voiding,
};
use store::{
    Database, Txn, audit, bound,
    entity::{figures::published_report, registers::region},
    error::{Error, Result},
};
use types::{Actor, Reason, RegionCode, ReportPeriod, Timestamp, new_id};

/// The content of an edition, computed and not yet published.
#[derive(Debug, Clone)]
pub struct Draft {
    report: TownReport,
    completeness: Vec<Completeness>,
    names: Names,
    sellers: Sellers,
    definitions: Definitions,
    office: String,
}

/// Computes a region's current report for a period, as of a bound that is closed for it. INVALID_INPUT on
/// `regionCode` if the region does not exist, on `year` before 1949 or after the current year, and on `period` if it
/// has not begun. FORBIDDEN outside the actor's region.
pub async fn draft(
    database: &Database,
    actor: &Actor,
    region_code: &RegionCode,
    year: i32,
    period: ReportPeriod,
) -> Result<Draft> {
    let region = regions::get_within(database.reader(), &actor.scope(), region_code, "regionCode").await?;
    let subject = Subject { region_code: region.code, year, period };
    check_begun(&subject, database.clock().today())?;
    let own_region = actor.region.clone().unwrap_or_else(|| subject.region_code.clone());
    let bound = bound::close(database, None).await?;
    database
        .read(async move |snapshot| {
            let report = compute(&snapshot, subject.clone(), bound).await?;
            Ok(Draft {
                completeness: completeness::of(&snapshot, &subject, bound).await?,
                names: names_of(&snapshot, &report).await?,
                sellers: sellers_of(&snapshot, &subject, bound).await?,
                definitions: present_definitions(),
                office: regions::name_in_province(&snapshot, &own_region).await?,
                report,
            })
        })
        .await
}

/// Publishes a draft as the next edition. If the newest edition has the same content, or is newer than the draft,
/// returns it and records nothing. An edition that was withdrawn is not compared, and keeps its number.
pub async fn publish(txn: &Txn, actor: &Actor, (): (), draft: Draft) -> Result<published_report::Model> {
    // The region is locked, so that the second of two concurrent requests sees the edition of the first.
    let locked = region::Entity::find_by_id(draft.report.region_code.clone()).lock(LockType::NoKeyUpdate);
    locked.one(txn.reader()).await?;
    let last = editions(&draft.report).one(txn.reader()).await?;
    let newest =
        editions(&draft.report).filter(published_report::Column::WithdrawnAt.is_null()).one(txn.reader()).await?;
    if let Some(newest) = &newest
        && (newest.bound >= draft.report.as_of || draft.says_what(newest)?)
    {
        txn.is_unchanged();
        return Ok(newest.clone());
    }
    if let Some(last) = &last {
        txn.stamp_after(last.withdrawn_at.unwrap_or(last.published_at));
    }
    let edition = last.map_or(1, |last| last.edition + 1);
    let row = draft.edition(edition, actor.account_id, txn.recorded_at())?;
    unless_taken(txn.insert(row.into_active_model()).await, || {
        Error::conflict(
            "该报告刚刚由他人发布，请重新查看",
            "somebody else has just published the report; load it again",
        )
    })
}

/// The editions of a report, newest first.
fn editions(report: &TownReport) -> Select<published_report::Entity> {
    use published_report::Column;
    let editions = published_report::Entity::find()
        .filter(Column::RegionCode.eq(report.region_code.clone()))
        .filter(Column::Year.eq(report.year))
        .filter(Column::Period.eq(report.period));
    editions.order_by_desc(Column::Edition)
}

/// The edition to withdraw. Its region must be one of the actor's. NOT_FOUND on `reportId` if there is none.
pub async fn to_withdraw(txn: &Txn, actor: &Actor, id: Uuid) -> Result<published_report::Model> {
    let found = published_report::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(txn.reader()).await?;
    let found = found.ok_or_else(|| Error::not_found("reportId", "该报告", "published report"))?;
    regions::require(&actor.scope(), &found.region_code)?;
    Ok(found)
}

/// Withdraws an edition that was published by mistake. It stays on record, and says so. CONFLICT if it is withdrawn
/// already.
pub async fn withdraw(
    txn: &Txn,
    actor: &Actor,
    found: published_report::Model,
    reason: Reason,
) -> Result<published_report::Model> {
    voiding::check_not_voided(&found)?;
    txn.stamp_after(found.published_at);
    voiding::void(txn, actor, found, reason).await
}

impl Draft {
    /// Whether an edition has the same figures by the same definitions, and lacks as much. Names and sellers are not
    /// compared.
    fn says_what(&self, edition: &published_report::Model) -> Result<bool> {
        let lacked = completeness::missing(&super::completeness_in(edition)?);
        Ok(edition.is_provisional == self.report.is_provisional()
            && lacked == completeness::missing(&self.completeness)
            && super::definitions_in(edition)? == self.definitions
            && super::report_of(edition)?.has_figures_of(&self.report))
    }

    fn edition(self, edition: i32, published_by: Uuid, published_at: Timestamp) -> Result<published_report::Model> {
        let is_provisional = self.report.is_provisional();
        let Self { report, completeness, names, sellers, definitions, office } = self;
        let mut row = published_report::Model {
            id: new_id(),
            figures: stored::of_figures(&report, &completeness)?,
            names: stored::of_names(&names)?,
            sellers: stored::of_sellers(&sellers)?,
            definitions: stored::of_definitions(&definitions)?,
            bound: report.as_of,
            region_code: report.region_code,
            year: report.year,
            period: report.period,
            edition,
            is_provisional,
            salt: audit::salt(),
            hash: String::new(),
            published_at,
            published_by,
            office,
            withdrawn_at: None,
            withdrawal_reason: None,
            withdrawn_by: None,
        };
        row.hash = hash_of(&row);
        Ok(row)
    }
}
