//! Published reports.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};

mod names;
mod restatements;

pub use names::PublishedNames;
use restatements::Restatement;

use super::{report_submissions::PublishingWarning, reports::TownReport};
use crate::graphql::document::cost::{extra_cost, list_size};
use crate::graphql::{
    access::accounts::{Account, who_within},
    connection::{Connection, request},
    content::{Content, word},
    guard::{self, allow, database, nullable},
    mutation::idempotent_write,
    registers::regions::{self, Region},
    scalar::DateTime,
};
use domain::figures::{
    published_reports::{self, Filter, Hidden, Rules},
    report_submissions,
};
use store::{entity::figures::published_report, error::Result};
use types::{RegionCode, ReportPeriod, Role};

/// The extra cost of a field that computes a report again for comparison: as much as this number of fields.
pub(crate) const RECOMPUTED: i32 = 200;

/// A report of a region for a period, as published by an office. It never changes. Another report of the same period is
/// another edition.
pub struct PublishedReport(published_report::Model);

impl From<published_report::Model> for PublishedReport {
    fn from(row: published_report::Model) -> Self {
        Self(row)
    }
}

/// A report of a region for a period, as published by an office. It never changes. Another report of the same period is
/// another edition.
#[Object]
impl PublishedReport {
    /// The ID.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// The region, with everything below it, under the name it had then.
    async fn region(&self, ctx: &Context<'_>) -> Result<Region> {
        Ok(PublishedNames::of(&self.0)?.region(regions::of(ctx, &self.0.region_code).await?))
    }

    /// The year, in Asia/Shanghai.
    async fn year(&self) -> i32 {
        self.0.year
    }

    /// The part of the year, or the whole year.
    async fn period(&self) -> ReportPeriod {
        self.0.period
    }

    /// The edition of this report for its region and period, from 1.
    async fn edition(&self) -> i32 {
        self.0.edition
    }

    /// Whether the period had not ended when it was published.
    async fn provisional(&self) -> bool {
        self.0.is_provisional
    }

    /// The figures as published, with the names of that time. Amounts of varieties, products and channels with too few
    /// sellers are null, except for ADMIN, and for OFFICIAL and CLERK of the region.
    #[graphql(directive = list_size::apply(Some(12), None))]
    async fn report(&self, ctx: &Context<'_>) -> Result<TownReport> {
        let report = published_reports::report_of(&self.0)?;
        let hidden =
            published_reports::hidden_from(guard::actor(ctx), &self.0, &report, *ctx.data_unchecked::<Rules>())?;
        TownReport::published(report, PublishedNames::of(&self.0)?, hidden)
    }

    /// The versions of the definitions used for the figures, one per figure: some dozens.
    #[graphql(directive = list_size::apply(Some(20), None))]
    async fn definitions(&self) -> Result<Vec<PublishedDefinition>> {
        let definitions = published_reports::definitions_in(&self.0)?;
        Ok(definitions.into_iter().map(|(key, version)| PublishedDefinition { key, version }).collect())
    }

    /// The SHA-256 hash, in hexadecimal, of the figures, names, definitions and the instant up to which records count.
    /// docs/FIGURES.md explains how to verify it.
    async fn hash(&self) -> &str {
        &self.0.hash
    }

    /// The text that was hashed. For ADMIN, and for OFFICIAL and CLERK of the region. Null for others, because it
    /// contains amounts that are hidden from them.
    async fn sealed_text(&self, ctx: &Context<'_>) -> Option<String> {
        self.is_read_whole(ctx).then(|| published_reports::sealed_text(&self.0))
    }

    /// When it was published. It counts the records that existed at `report.asOf`.
    async fn published_at(&self) -> DateTime {
        self.0.published_at.into()
    }

    /// The region of the account that published it, such as 云阳县云安镇, under its name at that time.
    async fn published_by_office(&self) -> &str {
        &self.0.office
    }

    /// The account that published it. For ADMIN, and for OFFICIAL and CLERK whose region has that account. Null for
    /// others.
    async fn published_by(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
        who_within(ctx, self.0.published_by).await
    }

    /// The names of the fields of `report` that differ now, at most one per field of `report`; `asOf` is never listed.
    /// Null if today's records still give what was published.
    #[graphql(directive = extra_cost::apply(RECOMPUTED))]
    async fn restated_fields(&self, ctx: &Context<'_>) -> Result<Option<Vec<String>>> {
        let present = restatements::present(ctx, published_reports::subject(&self.0)).await?;
        let fields = published_reports::restated_fields(&self.0, &present)?;
        Ok((!fields.is_empty()).then(|| fields.into_iter().map(str::to_owned).collect()))
    }

    /// The figures that differ now, at most one per figure of the report. Null if today's records still give what was
    /// published. A reader who may not see all figures of the region gets no restatement of an amount that is hidden in
    /// the report, and no present amount of a variety, product or channel.
    #[graphql(directive = extra_cost::apply(RECOMPUTED), directive = list_size::apply(Some(20), None))]
    async fn restatements(&self, ctx: &Context<'_>) -> Result<Option<Vec<Restatement>>> {
        let present = restatements::present(ctx, published_reports::subject(&self.0)).await?;
        let hidden = self.hidden(ctx)?;
        let restatements = published_reports::restatements(&self.0, &present, hidden.as_ref())?;
        if restatements.is_empty() && published_reports::restated_fields(&self.0, &present)?.is_empty() {
            return Ok(None);
        }
        Ok(Some(restatements.into_iter().map(Restatement::from).collect()))
    }
}

impl PublishedReport {
    fn is_read_whole(&self, ctx: &Context<'_>) -> bool {
        published_reports::may_read_whole(guard::actor(ctx), &self.0.region_code)
    }

    /// What is hidden from the reader. None if the reader may see everything.
    fn hidden(&self, ctx: &Context<'_>) -> Result<Option<Hidden>> {
        let rules = *ctx.data_unchecked::<Rules>();
        if self.is_read_whole(ctx) || rules.hides_nothing() {
            return Ok(None);
        }
        let report = published_reports::report_of(&self.0)?;
        published_reports::hidden_from(guard::actor(ctx), &self.0, &report, rules).map(Some)
    }
}

/// The version of a figure's definition used in a published report.
#[derive(SimpleObject)]
struct PublishedDefinition {
    /// The key of the figure, as in `figureDefinitions`.
    key: String,
    /// The version of the definition, from 1.
    version: i32,
}

/// Queries about published reports.
#[derive(Debug, Default)]
pub struct PublishedReportQuery;

#[Object]
impl PublishedReportQuery {
    /// The published reports of a region, newest first. Open to everyone.
    async fn published_reports(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region. Reports of regions below it are not listed.")] region_code: ID,
        #[graphql(desc = "Only reports of this year.")] year: Option<i32>,
        #[graphql(desc = "Only reports of this period of the year.")] period: Option<ReportPeriod>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Result<Connection<PublishedReport>> {
        guard::open(ctx)?;
        let filter = Filter { region_code: RegionCode(region_code.0), year, period };
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
    /// The communities whose figures in the town's report are not approved now, by code, as in `publishingWarnings`. At
    /// most one per community; empty for a region that is not a town. They do not prevent publishing.
    #[graphql(directive = extra_cost::apply(RECOMPUTED), directive = list_size::apply(Some(50), None))]
    async fn warnings(&self, ctx: &Context<'_>) -> Result<Vec<PublishingWarning>> {
        let subject = published_reports::subject(&self.published_report.0);
        let warnings = report_submissions::warnings_about(database(ctx), subject).await?;
        Ok(warnings.into_iter().map(PublishingWarning::from).collect())
    }
}

/// The content of a request for a region's report of a period.
pub fn content(region: &RegionCode, (year, period): &(i32, ReportPeriod)) -> Content {
    Content::new().with("regionCode", region).with("year", year).with("period", word(*period))
}

/// Mutations of published reports.
#[derive(Debug, Default)]
pub struct PublishedReportMutation;

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
        nullable(async {
            let actor = allow(ctx, &[Role::Official])?;
            let PublishReportInput { region_code, year, period, idempotency_key } = input;
            let (region, period) = (RegionCode(region_code.0), period.unwrap_or_default());
            // This takes a while, so it runs before the write lock is taken.
            let draft = published_reports::draft(database(ctx), actor, &region, year, period)
                .await
                .map_err(|error| error.within("input"))?;
            let published = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                region,
                Ok((year, period)),
                content,
                |txn, actor, _, fields| async move {
                    fields?;
                    published_reports::publish(&txn, &actor, draft).await
                },
            )
            .await?;
            Ok(PublishReportPayload { published_report: published.into() })
        })
        .await
    }
}
