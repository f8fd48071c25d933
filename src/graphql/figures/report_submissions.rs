//! Report submissions of communities.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    connection::{Connection, request},
    document::cost::{extra_cost, list_size},
    guard::{self, database},
    input::{self, Form},
    list::List,
    mutation::{idempotent_write, nothing},
    objects::{
        published_reports::RECOMPUTED,
        report_submissions::{PublishingWarning, ReportSubmission},
    },
};
use domain::figures::report_submissions::{self, Filter};
use store::error::Result;
use types::{ReportPeriod, Role, SubmissionStatus};

/// Filters submissions. An absent field does not restrict the list.
#[derive(Default, InputObject)]
struct ReportSubmissionFilter {
    /// Only submissions of this region or below it.
    region_code: Option<ID>,
    /// Only submissions for this year.
    year: Option<i32>,
    /// Only submissions for this period of the year.
    period: Option<ReportPeriod>,
    /// Only those with this status.
    status: Option<SubmissionStatus>,
}

/// Queries about report submissions.
#[derive(Debug, Default)]
pub(crate) struct ReportSubmissionQuery;

#[Object]
impl ReportSubmissionQuery {
    /// The report submissions of communities, newest first. For ADMIN, and for OFFICIAL and CLERK in their region.
    async fn report_submissions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Filters the submissions.")] filter: Option<ReportSubmissionFilter>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<ReportSubmission>>> {
        guard::answer(ctx, guard::READERS, |actor| async move {
            let ReportSubmissionFilter { region_code, year, period, status } = filter.unwrap_or_default();
            let filter = Filter { region_code: input::id(region_code), year, period, status };
            Ok(report_submissions::list(database(ctx).reader(), actor, filter, &request(ctx, first, after))
                .await?
                .into())
        })
        .await
    }

    /// The communities whose figures in a town's report for a period are not approved, by code, at most one warning per
    /// community, and then the counts of visitors and the takings that are missing, at most one warning each. Publishing
    /// the report warns of them. Communities are listed only for a town, because they submit only to towns. For ADMIN,
    /// and for OFFICIAL and CLERK of the region.
    #[graphql(directive = extra_cost::apply(RECOMPUTED), directive = list_size::apply(Some(50), None))]
    async fn publishing_warnings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region.")] region_code: ID,
        #[graphql(desc = "The year, from 1949 to the current year.")] year: i32,
        #[graphql(desc = "The part of the year, which must have begun. Default: the whole year.")] period: Option<
            ReportPeriod,
        >,
    ) -> Option<Result<List<PublishingWarning>>> {
        guard::answer(ctx, guard::READERS, |actor| async move {
            let (region, period) = (input::id(region_code), period.unwrap_or_default());
            let warnings = report_submissions::warnings(database(ctx), &actor.scope(), &region, year, period).await?;
            warnings.into_iter().map(PublishingWarning::try_from).collect()
        })
        .await
    }
}

/// A report to submit.
#[derive(InputObject)]
struct SubmitReportInput {
    /// Official code of the community, 12 digits.
    region_code: ID,
    /// The year, from 1949 to the current year.
    year: i32,
    /// The part of the year, which must have begun. Default: the whole year.
    period: Option<ReportPeriod>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of submitting a report.
#[derive(SimpleObject)]
struct SubmitReportPayload {
    /// The submission in its current state: a new one, or the last one if it has the same figures and was not sent
    /// back.
    submission: ReportSubmission,
}

/// A submission to approve.
#[derive(InputObject)]
struct ApproveReportInput {
    /// The submission.
    submission_id: ID,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of approving a submission.
#[derive(SimpleObject)]
struct ApproveReportPayload {
    /// The submission in its current state.
    submission: ReportSubmission,
}

/// A submission to send back.
#[derive(InputObject)]
struct SendReportBackInput {
    /// The submission.
    submission_id: ID,
    /// What to check again, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of sending a submission back.
#[derive(SimpleObject)]
struct SendReportBackPayload {
    /// The submission in its current state.
    submission: ReportSubmission,
}

/// Mutations of report submissions.
#[derive(Debug, Default)]
pub(crate) struct ReportSubmissionMutation;

#[Object]
impl ReportSubmissionMutation {
    /// Submits the current report of a community for a period to its town. Submitting locks nothing: later records are
    /// accepted and appear as a restatement. CONFLICT if an earlier submission is pending and has other figures. For
    /// CLERK, for the communities of its region.
    async fn submit_report(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The report to submit.")] input: SubmitReportInput,
    ) -> Option<Result<SubmitReportPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let SubmitReportInput { region_code, year, period, idempotency_key } = input;
            let mut form = Form::new();
            let region = form.id("regionCode", region_code);
            let (year, period) = (form.take("year", year), form.take("period", period.unwrap_or_default()));
            // This takes a while, so it runs before the write lock is taken.
            let draft = report_submissions::draft(database(ctx), actor, &region, year, period)
                .await
                .map_err(|error| error.within("input"))?;
            let change = form.change(idempotency_key, (), |_| Ok(draft));
            let submission = idempotent_write(ctx, actor, change, nothing, report_submissions::submit).await?;
            Ok(SubmitReportPayload { submission: submission.into() })
        })
        .await
    }

    /// Approves a submission. CONFLICT if it is already decided. For OFFICIAL of a region above the community.
    async fn approve_report(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The submission to approve.")] input: ApproveReportInput,
    ) -> Option<Result<ApproveReportPayload>> {
        guard::answer(ctx, &[Role::Official], |actor| async move {
            let ApproveReportInput { submission_id, idempotency_key } = input;
            let change = Form::new().change(idempotency_key, (), |form| Ok(form.id("submissionId", submission_id)));
            let submission = idempotent_write(ctx, actor, change, nothing, report_submissions::approve).await?;
            Ok(ApproveReportPayload { submission: submission.into() })
        })
        .await
    }

    /// Sends a submission back to the community for another check. CONFLICT if it is already decided. For OFFICIAL of a
    /// region above the community.
    async fn send_report_back(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The submission and the reason.")] input: SendReportBackInput,
    ) -> Option<Result<SendReportBackPayload>> {
        guard::answer(ctx, &[Role::Official], |actor| async move {
            let SendReportBackInput { submission_id, reason, idempotency_key } = input;
            let mut form = Form::new();
            let submission = form.id("submissionId", submission_id);
            let change = form.change(idempotency_key, submission, |form| form.read("reason", reason));
            let (find, rule) = (report_submissions::to_send_back, report_submissions::send_back);
            let submission = idempotent_write(ctx, actor, change, find, rule).await?;
            Ok(SendReportBackPayload { submission: submission.into() })
        })
        .await
    }
}
