//! Submissions: a community submits the report of a period as it is at that time, and the town approves it or sends
//! it back. Neither closes the period. Later records appear as a restatement.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, Order, QueryFilter, QueryOrder, QuerySelect,
    sea_query::LockType,
};
use uuid::Uuid;

use super::{
    completeness,
    reports::{Subject, TownReport, check_begun, compute, present},
};
use crate::{registers::regions, unless_taken};
use store::{
    Database, Reader, Txn, bound,
    entity::{figures::report_submission, in_subtree, registers::region},
    error::{Error, Result},
    ledger::{By, Place, Question, sums},
    page::{Page, PageRequest, filter_some, page},
};
use types::{
    Actor, CompletenessKind, EntryKind, Problem, Reason, RegionCode, RegionLevel, ReportPeriod, Scope,
    SubmissionStatus, Timestamp, Unapproved, new_id,
};

/// Filter for a list of submissions.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only submissions of this region or below it.
    pub region_code: Option<RegionCode>,
    /// Only submissions for this year.
    pub year: Option<i32>,
    /// Only submissions for this period of a year.
    pub period: Option<ReportPeriod>,
    /// Only submissions with this status.
    pub status: Option<SubmissionStatus>,
}

/// A community's report, computed and not yet submitted.
#[derive(Debug, Clone)]
pub struct Draft(TownReport);

/// The subject of a submission.
pub fn subject(row: &report_submission::Model) -> Subject {
    Subject { region_code: row.region_code.clone(), year: row.year, period: row.period }
}

/// Whether the period had not ended at the time of submission.
pub fn is_provisional(row: &report_submission::Model) -> bool {
    row.bound.day() <= subject(row).days().to
}

/// The report that was submitted: as of the submission's bound.
pub async fn report_of(database: &Database, row: &report_submission::Model) -> Result<TownReport> {
    let (subject, bound) = (subject(row), row.bound);
    database.read(async move |snapshot| compute(&snapshot, subject, bound).await).await
}

/// Whether the records now give other figures than those submitted.
pub async fn is_restated(database: &Database, row: &report_submission::Model) -> Result<bool> {
    let present = present(database, &subject(row)).await?;
    Ok(!present.has_figures_of(&report_of(database, row).await?))
}

/// Computes a community's current report for a period, as of a bound that is closed for it. FORBIDDEN outside the
/// actor's region. INVALID_INPUT on `regionCode` if the region does not exist or is not a community, on `year` before
/// 1949 or after the current year, and on `period` if it has not begun.
pub async fn draft(
    database: &Database,
    actor: &Actor,
    region_code: &RegionCode,
    year: i32,
    period: ReportPeriod,
) -> Result<Draft> {
    let region = regions::get_within(database.reader(), &actor.scope(), region_code, "regionCode").await?;
    if region.level != RegionLevel::Village {
        let problem = Problem::new(
            "应为村（社区）的 12 位编码：只有村和社区上报",
            "expected a community's code of 12 digits: only communities submit",
        );
        return Err(Error::invalid("regionCode", problem));
    }
    let subject = Subject { region_code: region.code, year, period };
    check_begun(&subject, database.clock().today())?;
    let bound = bound::close(database, None).await?;
    database.read(async move |snapshot| Ok(Draft(compute(&snapshot, subject, bound).await?))).await
}

/// Submits a draft to the town. If the last submission has the same figures and was not sent back, returns it and
/// records nothing. CONFLICT if the last submission awaits a decision and differs.
pub async fn submit(txn: &Txn, actor: &Actor, (): (), Draft(report): Draft) -> Result<report_submission::Model> {
    use report_submission::Column;
    // The region is locked, so that the second of two concurrent requests sees the submission of the first.
    region::Entity::find_by_id(report.region_code.clone()).lock(LockType::NoKeyUpdate).one(txn.reader()).await?;
    let of_period = report_submission::Entity::find()
        .filter(Column::RegionCode.eq(report.region_code.clone()))
        .filter(Column::Year.eq(report.year))
        .filter(Column::Period.eq(report.period));
    let newest = of_period.order_by_desc(Column::SubmittedAt).order_by_desc(Column::Id).one(txn.reader()).await?;
    if let Some(newest) = newest {
        if newest.status != SubmissionStatus::SentBack && says_the_same(txn, &newest, &report).await? {
            txn.is_unchanged();
            return Ok(newest);
        }
        if newest.status == SubmissionStatus::Submitted {
            return Err(waits(&newest));
        }
        // The stamp makes it the newest submission, whatever the servers' clocks say.
        txn.stamp_after(newest.decided_at.unwrap_or(newest.submitted_at).plus(1));
    }
    let row = report_submission::ActiveModel {
        id: Set(new_id()),
        region_code: Set(report.region_code),
        year: Set(report.year),
        period: Set(report.period),
        status: Set(SubmissionStatus::Submitted),
        bound: Set(report.as_of),
        submitted_at: Set(txn.recorded_at()),
        submitted_by: Set(actor.account_id),
        decided_at: Set(None),
        decided_by: Set(None),
        reason: Set(None),
    };
    unless_taken(txn.insert(row).await, || {
        Error::conflict(
            "该期间刚刚由他人上报，请重新查看",
            "somebody else has just submitted the period; load it again",
        )
    })
}

/// Whether a submission has the same figures as a report. Both are as of closed bounds, so later commits do not
/// change them.
async fn says_the_same(txn: &Txn, submission: &report_submission::Model, report: &TownReport) -> Result<bool> {
    let was_over = report.as_of.day() > subject(submission).days().to;
    Ok(is_provisional(submission) != was_over
        && compute(txn, subject(submission), submission.bound).await?.has_figures_of(report))
}

fn waits(submission: &report_submission::Model) -> Error {
    let report_submission::Model { id, submitted_at, .. } = submission;
    let when = submitted_at.in_town();
    Error::conflict(
        format!("{when} 上报的数据（{id}）尚待审核，之后的变动须待其通过或退回后再报"),
        format!("the submission of {when} ({id}) awaits a decision; later changes can be submitted after it"),
    )
}

/// Approves a submission. NOT_FOUND if the actor may not see it, FORBIDDEN for the community itself, CONFLICT if it
/// was already decided.
pub async fn approve(txn: &Txn, actor: &Actor, (): (), id: Uuid) -> Result<report_submission::Model> {
    let found = lock(txn, actor, id).await?;
    decide(txn, actor, found, SubmissionStatus::Approved, None).await
}

/// The submission to send back. NOT_FOUND if the actor may not see it, FORBIDDEN for the community itself.
pub async fn to_send_back(txn: &Txn, actor: &Actor, id: Uuid) -> Result<report_submission::Model> {
    lock(txn, actor, id).await
}

/// Sends a submission back. CONFLICT if it was already decided.
pub async fn send_back(
    txn: &Txn,
    actor: &Actor,
    found: report_submission::Model,
    reason: Reason,
) -> Result<report_submission::Model> {
    decide(txn, actor, found, SubmissionStatus::SentBack, Some(reason)).await
}

/// Loads a submission for the actor's decision and locks it until the transaction ends.
async fn lock(txn: &Txn, actor: &Actor, id: Uuid) -> Result<report_submission::Model> {
    let query = report_submission::Entity::visible_to(&actor.scope()).filter(report_submission::Column::Id.eq(id));
    let found = query
        .lock(LockType::NoKeyUpdate)
        .one(txn.reader())
        .await?
        .ok_or_else(|| Error::not_found("submissionId", "上报", "submission"))?;
    if actor.region.as_ref() == Some(&found.region_code) {
        return Err(Error::forbidden("上报由上级区划审核", "a region above the community decides"));
    }
    Ok(found)
}

async fn decide(
    txn: &Txn,
    actor: &Actor,
    found: report_submission::Model,
    status: SubmissionStatus,
    reason: Option<Reason>,
) -> Result<report_submission::Model> {
    if let Some(decided_at) = found.decided_at {
        let when = decided_at.in_town();
        let (zh, en) =
            if found.status == SubmissionStatus::Approved { ("通过", "approved") } else { ("退回", "sent back") };
        return Err(Error::conflict(format!("该上报已于 {when} {zh}"), format!("it was {en} at {when}")));
    }
    txn.stamp_after(found.submitted_at);
    let mut row = found.clone().into_active_model();
    row.status = Set(status);
    row.decided_at = Set(Some(txn.recorded_at()));
    row.decided_by = Set(Some(actor.account_id));
    row.reason = Set(reason.map(|reason| reason.0));
    Ok(txn.update(found, row).await?)
}

/// A page of the submissions that an actor may see, newest first.
pub async fn list(
    connection: &Reader,
    actor: &Actor,
    filter: Filter,
    request: &PageRequest,
) -> Result<Page<report_submission::Model>> {
    use report_submission::Column;
    let Filter { region_code, year, period, status } = filter;
    let mut query = report_submission::Entity::visible_to(&actor.scope());
    if let Some(code) = region_code {
        let region = regions::get(connection, &code, "filter.regionCode").await?;
        query = query.filter(in_subtree(Column::RegionCode, &region.code));
    }
    let query = filter_some(query, year, |year| Column::Year.eq(year));
    let query = filter_some(query, period, |period| Column::Period.eq(period));
    let query = filter_some(query, status, |status| Column::Status.eq(status));
    page(connection, query, &[Column::SubmittedAt, Column::Id], Order::Desc, request).await
}

/// A community without approved figures in its town's report, or records that the report lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The community, or the region of the report that lacks records.
    pub region_code: RegionCode,
    /// The reason.
    pub reason: Unapproved,
    /// Its last submission, if there is one.
    pub submission: Option<report_submission::Model>,
    /// How many records are missing, if that is the reason.
    pub missing: Option<i64>,
}

/// The kinds of entries that count as a community's records.
const RECORDS: &[EntryKind] = &[
    EntryKind::Area,
    EntryKind::Sale,
    EntryKind::Presale,
    EntryKind::Catering,
    EntryKind::Visitors,
    EntryKind::PassingVisitors,
    EntryKind::Output,
];

/// The warnings about publishing a region's report for a period, with the same errors as the report itself.
pub async fn warnings(
    database: &Database,
    scope: &Scope,
    region_code: &RegionCode,
    year: i32,
    period: ReportPeriod,
) -> Result<Vec<Warning>> {
    let region = regions::get_within(database.reader(), scope, region_code, "regionCode").await?;
    let subject = Subject { region_code: region.code, year, period };
    check_begun(&subject, database.clock().today())?;
    warnings_about(database, subject).await
}

/// The communities whose figures for a period are not approved, and then the records that it lacks.
pub async fn warnings_about(database: &Database, subject: Subject) -> Result<Vec<Warning>> {
    let now = database.clock().now();
    database
        .read(async move |snapshot| {
            let as_of = now.max(bound::latest_recorded(&*snapshot).await?);
            let mut warnings = not_approved(&snapshot, &subject, as_of).await?;
            warnings.extend(lacking(&snapshot, &subject, as_of).await?);
            Ok(warnings)
        })
        .await
}

/// The communities of a town, ordered by code, whose figures for a period are not approved. A community is considered
/// if it has records of the period or submitted it. It is listed if its last submission is missing, is not approved,
/// or no longer agrees with the records. Only reports of towns have such warnings, because communities submit to
/// their town.
async fn not_approved(snapshot: &Reader, subject: &Subject, as_of: Timestamp) -> Result<Vec<Warning>> {
    if subject.region_code.level() != Some(RegionLevel::Township) {
        return Ok(Vec::new());
    }
    let mut newest = newest_of(snapshot, subject).await?;
    let mut communities = with_records(snapshot, subject, as_of).await?;
    communities.extend(newest.keys().cloned());
    let mut warnings = Vec::new();
    for region_code in communities {
        let submission = newest.remove(&region_code);
        if let Some(reason) = unapproved(snapshot, submission.as_ref(), as_of).await? {
            warnings.push(Warning { region_code, reason, submission, missing: None });
        }
    }
    Ok(warnings)
}

/// The kinds of records that a period lacks. Submissions are not among them: communities are named one by one.
async fn lacking(snapshot: &Reader, subject: &Subject, as_of: Timestamp) -> Result<Vec<Warning>> {
    let completeness = completeness::of(snapshot, subject, as_of).await?;
    let warning = |(kind, missing)| {
        let reason = match kind {
            CompletenessKind::VisitorDays => Unapproved::VisitorDaysMissing,
            CompletenessKind::CateringMonths => Unapproved::CateringMonthsMissing,
            CompletenessKind::Submissions => return None,
        };
        let region_code = subject.region_code.clone();
        Some(Warning { region_code, reason, submission: None, missing: Some(missing) })
    };
    Ok(completeness::missing(&completeness).into_iter().filter_map(warning).collect())
}

async fn unapproved(
    snapshot: &Reader,
    submission: Option<&report_submission::Model>,
    as_of: Timestamp,
) -> Result<Option<Unapproved>> {
    let Some(submission) = submission else { return Ok(Some(Unapproved::NotSubmitted)) };
    Ok(match submission.status {
        SubmissionStatus::Submitted => Some(Unapproved::NotDecided),
        SubmissionStatus::SentBack => Some(Unapproved::SentBack),
        SubmissionStatus::Approved => {
            let approved = compute(snapshot, subject(submission), submission.bound).await?;
            let present = compute(snapshot, subject(submission), as_of).await?;
            (!present.has_figures_of(&approved)).then_some(Unapproved::Restated)
        }
    })
}

/// The last submission of each community of a town for a period.
async fn newest_of(snapshot: &Reader, subject: &Subject) -> Result<BTreeMap<RegionCode, report_submission::Model>> {
    use report_submission::Column;
    let of_period = report_submission::Entity::find()
        .filter(in_subtree(Column::RegionCode, &subject.region_code))
        .filter(Column::Year.eq(subject.year))
        .filter(Column::Period.eq(subject.period));
    let rows = of_period.order_by_asc(Column::SubmittedAt).order_by_asc(Column::Id).all(snapshot).await?;
    Ok(rows.into_iter().map(|row| (row.region_code.clone(), row)).collect())
}

/// The communities of a town with records of a period.
async fn with_records(snapshot: &Reader, subject: &Subject, as_of: Timestamp) -> Result<BTreeSet<RegionCode>> {
    let days = subject.days();
    let question = Question {
        kinds: RECORDS,
        place: Place::Subtree(subject.region_code.clone()),
        from: days.from,
        to: days.to,
        only: &[],
        by: &[By::Region],
        as_of,
        most: None,
    };
    let booked = sums(snapshot, &question).await?.into_iter().filter(|sum| sum.amounts.records > 0);
    let regions = booked.map(|sum| RegionCode(sum.facets.concat()));
    Ok(regions.filter(|region| region.level() == Some(RegionLevel::Village)).collect())
}
