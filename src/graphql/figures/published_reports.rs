//! Published reports.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    connection::{Connection, request},
    document::cost::{extra_cost, list_size},
    guard::{self, database},
    input::{self, Form},
    list::List,
    mutation::{idempotent_write, nothing},
    objects::{
        published_reports::{PublishedReport, RECOMPUTED},
        report_submissions::PublishingWarning,
    },
};
use domain::figures::{
    published_reports::{self, Filter},
    report_submissions,
};
use store::error::Result;
use types::{ReportPeriod, Role};

/// Queries about published reports.
#[derive(Debug, Default)]
pub(crate) struct PublishedReportQuery;

#[Object]
impl PublishedReportQuery {
    /// The published reports of a region, newest first, also those that were withdrawn, which say so. Open to everyone.
    async fn published_reports(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region. Reports of regions below it are not listed.")] region_code: ID,
        #[graphql(desc = "Only reports of this year.")] year: Option<i32>,
        #[graphql(desc = "Only reports of this period of the year.")] period: Option<ReportPeriod>,
        #[graphql(desc = "Only reports that were withdrawn, or only the others.")] withdrawn: Option<bool>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Result<Connection<PublishedReport>> {
        guard::open(ctx)?;
        let filter = Filter { region_code: input::id(region_code), year, period, withdrawn };
        let reports = published_reports::list(database(ctx).reader(), filter, &request(ctx, first, after)).await?;
        Ok(reports.into())
    }
}

/// A report to publish.
#[derive(InputObject)]
struct PublishReportInput {
    /// Official code of the region. Includes everything below it.
    region_code: ID,
    /// The year, from 1949 to the current year.
    year: i32,
    /// The part of the year, which must have begun. Default: the whole year. A period that has not ended is published
    /// as provisional.
    period: Option<ReportPeriod>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of publishing a report.
#[derive(SimpleObject)]
#[graphql(complex)]
struct PublishReportPayload {
    /// The edition with the current figures: a new one, or the newest if it already has the same figures.
    published_report: PublishedReport,
}

#[ComplexObject]
impl PublishReportPayload {
    /// The communities whose figures in the town's report are not approved now, by code, and the records that it lacks
    /// now, as in `publishingWarnings`. They do not prevent publishing.
    #[graphql(directive = extra_cost::apply(RECOMPUTED), directive = list_size::apply(Some(50), None))]
    async fn warnings(&self, ctx: &Context<'_>) -> Result<List<PublishingWarning>> {
        let subject = published_reports::subject(&self.published_report.0);
        let warnings = report_submissions::warnings_about(database(ctx), subject).await?;
        warnings.into_iter().map(PublishingWarning::try_from).collect()
    }
}

/// A report to withdraw.
#[derive(InputObject)]
struct WithdrawReportInput {
    /// The published report.
    report_id: ID,
    /// Why, 1 to 500 characters. Everybody can read it.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of withdrawing a report.
#[derive(SimpleObject)]
struct WithdrawReportPayload {
    /// The edition in its current state.
    published_report: PublishedReport,
}

/// Mutations of published reports.
#[derive(Debug, Default)]
pub(crate) struct PublishedReportMutation;

#[Object]
impl PublishedReportMutation {
    /// Publishes the figures of a region for a period as the next edition. If the newest edition has the same figures,
    /// that one is returned. Publishing locks nothing: later records are accepted and appear as restatements. For
    /// OFFICIAL of the region.
    async fn publish_report(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The report to publish.")] input: PublishReportInput,
    ) -> Option<Result<PublishReportPayload>> {
        guard::answer(ctx, &[Role::Official], |actor| async move {
            let PublishReportInput { region_code, year, period, idempotency_key } = input;
            let mut form = Form::new();
            let region = form.id("regionCode", region_code);
            let (year, period) = (form.take("year", year), form.take("period", period.unwrap_or_default()));
            // This takes a while, so it runs before the write lock is taken.
            let draft = published_reports::draft(database(ctx), actor, &region, year, period)
                .await
                .map_err(|error| error.within("input"))?;
            let change = form.change(idempotency_key, (), |_| Ok(draft));
            let published = idempotent_write(ctx, actor, change, nothing, published_reports::publish).await?;
            Ok(PublishReportPayload { published_report: published.into() })
        })
        .await
    }

    /// Withdraws an edition that was published by mistake. It stays on record with its figures and its hash, and says that
    /// it was withdrawn, when and why. The next publication is the next edition. CONFLICT if it is withdrawn already. For
    /// OFFICIAL of the region.
    async fn withdraw_report(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The report and the reason.")] input: WithdrawReportInput,
    ) -> Option<Result<WithdrawReportPayload>> {
        guard::answer(ctx, &[Role::Official], |actor| async move {
            let WithdrawReportInput { report_id, reason, idempotency_key } = input;
            let mut form = Form::new();
            let report = form.id("reportId", report_id);
            let change = form.change(idempotency_key, report, |form| form.read("reason", reason));
            let (find, rule) = (published_reports::to_withdraw, published_reports::withdraw);
            let withdrawn = idempotent_write(ctx, actor, change, find, rule).await?;
            Ok(WithdrawReportPayload { published_report: withdrawn.into() })
        })
        .await
    }
}
