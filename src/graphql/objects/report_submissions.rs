//! Report submissions of communities.

use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};

use super::{
    accounts::{self, Account},
    published_reports::RECOMPUTED,
    regions::{self, Region},
    reports::TownReport,
};
use crate::graphql::{
    document::cost::{extra_cost, list_size},
    guard::database,
    list::One,
    scalar::{DateTime, int},
};
use domain::figures::report_submissions::{self, Warning};
use store::{
    entity::figures::report_submission,
    error::{Error, Result},
};
use types::{RegionCode, ReportPeriod, SubmissionStatus, Unapproved};

/// A report of a community for a period, as submitted to the town, with the town's decision.
pub(crate) struct ReportSubmission(report_submission::Model);

impl From<report_submission::Model> for ReportSubmission {
    fn from(row: report_submission::Model) -> Self {
        Self(row)
    }
}

/// A report of a community for a period, as submitted to the town, with the town's decision.
#[Object]
impl ReportSubmission {
    /// The ID.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// The community, or the region of the report that lacks records.
    async fn region(&self, ctx: &Context<'_>) -> Result<One<Region>> {
        regions::of(ctx, &self.0.region_code).await
    }

    /// The year, in Asia/Shanghai.
    async fn year(&self) -> i32 {
        self.0.year
    }

    /// The part of the year, or the whole year.
    async fn period(&self) -> ReportPeriod {
        self.0.period
    }

    /// Its status.
    async fn status(&self) -> SubmissionStatus {
        self.0.status
    }

    /// Whether the period had not ended when it was submitted.
    async fn provisional(&self) -> bool {
        report_submissions::is_provisional(&self.0)
    }

    /// The submitted report, from the records of that time. It never changes.
    #[graphql(directive = list_size::apply(Some(12), None))]
    async fn report(&self, ctx: &Context<'_>) -> Result<One<TownReport>> {
        report_submissions::report_of(database(ctx), &self.0).await?.try_into().map(One)
    }

    /// Whether today's records give other figures than those submitted.
    #[graphql(directive = extra_cost::apply(RECOMPUTED))]
    async fn is_restated(&self, ctx: &Context<'_>) -> Result<bool> {
        report_submissions::is_restated(database(ctx), &self.0).await
    }

    /// When it was submitted.
    async fn submitted_at(&self) -> DateTime {
        self.0.submitted_at.into()
    }

    /// The account that submitted it.
    async fn submitted_by(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
        accounts::who(ctx, self.0.submitted_by).await
    }

    /// When it was approved or sent back. Null while it is pending.
    async fn decided_at(&self) -> Option<DateTime> {
        self.0.decided_at.map(DateTime::from)
    }

    /// The account that approved it or sent it back. Null while it is pending.
    async fn decided_by(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
        match self.0.decided_by {
            Some(account_id) => accounts::who(ctx, account_id).await,
            None => Ok(None),
        }
    }

    /// The reason for sending it back. Null if it was not sent back.
    async fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }
}

/// A community whose figures in its town's report are not approved, or records that a report lacks.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct PublishingWarning {
    /// Why they are not approved, or which records are missing.
    reason: Unapproved,
    /// The community's last submission for the period. Null if it submitted nothing, and where records are missing.
    submission: Option<One<ReportSubmission>>,
    /// How many records are missing, as in the report's `completeness`. Null if the reason is another.
    missing: Option<i32>,
    #[graphql(skip)]
    region_code: RegionCode,
}

#[ComplexObject]
impl PublishingWarning {
    /// The community, or the region of the report that lacks records.
    async fn region(&self, ctx: &Context<'_>) -> Result<One<Region>> {
        regions::of(ctx, &self.region_code).await
    }
}

impl TryFrom<Warning> for PublishingWarning {
    type Error = Error;

    fn try_from(warning: Warning) -> Result<Self> {
        let Warning { region_code, reason, submission, missing } = warning;
        Ok(Self { reason, submission: submission.map(One::of), missing: missing.map(int).transpose()?, region_code })
    }
}
