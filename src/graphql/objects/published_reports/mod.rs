//! Published reports.

mod names;
mod restatements;

pub(crate) use names::PublishedNames;
use restatements::Restatement;

use async_graphql::{Context, ID, Object, SimpleObject};

use super::{
    accounts::{Account, who_within},
    regions::{self, Region},
    reports::TownReport,
};
use crate::graphql::{
    document::cost::{extra_cost, list_size},
    guard,
    list::{List, One},
    scalar::DateTime,
};
use domain::figures::published_reports::{self, Hidden, Rules};
use store::{entity::figures::published_report, error::Result};
use types::ReportPeriod;

/// The extra cost of a field that computes a report again for comparison: as much as this number of fields.
pub(crate) const RECOMPUTED: i32 = 200;

/// A report of a region for a period, as published by an office. Its figures never change; it may be withdrawn. Another
/// report of the same period is another edition.
pub(crate) struct PublishedReport(pub(crate) published_report::Model);

impl From<published_report::Model> for PublishedReport {
    fn from(row: published_report::Model) -> Self {
        Self(row)
    }
}

/// A report of a region for a period, as published by an office. Its figures never change; it may be withdrawn. Another
/// report of the same period is another edition.
#[Object]
impl PublishedReport {
    /// The ID.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// The region, with everything below it, under the name it had then.
    async fn region(&self, ctx: &Context<'_>) -> Result<One<Region>> {
        let One(region) = regions::of(ctx, &self.0.region_code).await?;
        Ok(One(PublishedNames::of(&self.0)?.region(region)))
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

    /// When it was withdrawn (撤回), because it was published by mistake. Null if it was not.
    async fn withdrawn_at(&self) -> Option<DateTime> {
        self.0.withdrawn_at.map(DateTime::from)
    }

    /// Why it was withdrawn. Null if it was not.
    async fn withdraw_reason(&self) -> Option<&str> {
        self.0.withdrawal_reason.as_deref()
    }

    /// The account that withdrew it. For ADMIN, and for OFFICIAL and CLERK whose region has that account. Null for
    /// others, and if it was not withdrawn.
    async fn withdrawn_by(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
        match self.0.withdrawn_by {
            Some(account_id) => who_within(ctx, account_id).await,
            None => Ok(None),
        }
    }

    /// The figures as published, with the names of that time. Amounts of varieties, products and channels with too few
    /// sellers are null, except for ADMIN, and for OFFICIAL and CLERK of the region.
    #[graphql(directive = list_size::apply(Some(12), None))]
    async fn report(&self, ctx: &Context<'_>) -> Result<One<TownReport>> {
        let report = published_reports::report_of(&self.0)?;
        let hidden =
            published_reports::hidden_from(guard::actor(ctx), &self.0, &report, *ctx.data_unchecked::<Rules>())?;
        let completeness = published_reports::completeness_in(&self.0)?;
        TownReport::published(report, completeness, PublishedNames::of(&self.0)?, hidden).map(One)
    }

    /// The versions of the definitions used for the figures, one per figure: some dozens.
    #[graphql(directive = list_size::apply(Some(20), None))]
    async fn definitions(&self) -> Result<List<PublishedDefinition>> {
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
    async fn published_by(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
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
    async fn restatements(&self, ctx: &Context<'_>) -> Result<Option<List<Restatement>>> {
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
