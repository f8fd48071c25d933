//! Reports.

use async_graphql::{Context, ID, Object, SimpleObject, Subscription};
use futures_util::{Stream, StreamExt};

use crate::graphql::document::cost::list_size;
use crate::graphql::{
    feed,
    guard::{self, allow, database, nullable},
    input,
    scalar::{DateTime, Decimal},
};
use domain::figures::reports::{self, ReportFeeds};
use store::error::{Error, Result};
use types::{RegionCode, ReportPeriod};

mod town;

pub use town::TownReport;

/// A count as a GraphQL Int. CONFLICT if it is more than 2,147,483,647.
pub fn int(count: i64) -> Result<i32> {
    i32::try_from(count).map_err(|_| {
        Error::conflict(
            format!("计数 {count} 超出接口整数的上限 2147483647"),
            format!("the count {count} is beyond GraphQL's Int, 2147483647"),
        )
    })
}

/// Annual averages.
#[derive(SimpleObject)]
struct AnnualAverages {
    /// The years of the range that have any sale, pre-sale, visitor or catering record. Only these count: every average
    /// divides by their number. One entry per year.
    years: Vec<i32>,
    /// Average person-times per year, rounded half up. Null if no year counts.
    visitors: Option<i32>,
    /// Average produce revenue in yuan, rounded half up to the fen. Null if no year counts.
    produce_revenue_yuan: Option<Decimal>,
    /// Average catering increase in yuan, rounded half up to the fen. Null if no year counts, or without a baseline.
    catering_increase_yuan: Option<Decimal>,
}

impl TryFrom<reports::AnnualAverages> for AnnualAverages {
    type Error = Error;

    fn try_from(averages: reports::AnnualAverages) -> Result<Self> {
        let reports::AnnualAverages { years, visitors, produce_revenue, catering_increase } = averages;
        Ok(Self {
            years,
            visitors: visitors.map(int).transpose()?,
            produce_revenue_yuan: produce_revenue.map(Decimal::from),
            catering_increase_yuan: catering_increase.map(Decimal::from),
        })
    }
}

/// Queries about figures.
#[derive(Debug, Default)]
pub struct ReportQuery;

#[Object]
impl ReportQuery {
    /// All figures of a region for a year, from 1949 to the current year, or for a part of a year that has begun. For
    /// ADMIN, and for OFFICIAL and CLERK of the region.
    #[graphql(directive = list_size::apply(Some(12), None))]
    async fn town_report(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region. Includes everything below it.")] region_code: ID,
        #[graphql(desc = "The year, from 1949 to the current year.")] year: i32,
        #[graphql(desc = "The part of the year, which must have begun. Default: the whole year.")] period: Option<
            ReportPeriod,
        >,
        #[graphql(desc = "The records as of this instant, which must not be in the future. Default: now.")]
        as_of: Option<DateTime>,
    ) -> Option<Result<TownReport>> {
        nullable(async {
            let actor = allow(ctx, guard::READERS)?;
            let as_of = as_of.map(|instant| input::instant("asOf", &instant)).transpose();
            let report = reports::town_report(
                ctx.data_unchecked(),
                database(ctx),
                &actor.scope(),
                &RegionCode(region_code.0),
                year,
                period.unwrap_or_default(),
                as_of,
            )
            .await?;
            report.try_into()
        })
        .await
    }

    /// Averages over the years that have records, both ends of the range inclusive. For ADMIN, and for OFFICIAL and
    /// CLERK of the region.
    #[graphql(directive = list_size::apply(Some(12), None))]
    async fn annual_averages(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region. Includes everything below it.")] region_code: ID,
        #[graphql(desc = "The first year, inclusive. 1949 or later.")] from_year: i32,
        #[graphql(desc = "The last year, inclusive. At most the current year.")] to_year: i32,
        #[graphql(desc = "The records as of this instant, which must not be in the future. Default: now.")]
        as_of: Option<DateTime>,
    ) -> Option<Result<AnnualAverages>> {
        nullable(async {
            let actor = allow(ctx, guard::READERS)?;
            let as_of = as_of.map(|instant| input::instant("asOf", &instant)).transpose();
            let region = RegionCode(region_code.0);
            let averages =
                reports::annual_averages(database(ctx), &actor.scope(), &region, from_year, to_year, as_of).await?;
            averages.try_into()
        })
        .await
    }
}

/// Subscriptions to figures.
#[derive(Debug, Default)]
pub struct ReportSubscription;

#[Subscription]
impl ReportSubscription {
    /// Sends the report each time its figures change, at most once a second. Nothing is sent before the first change.
    /// For ADMIN, and for OFFICIAL and CLERK of the region.
    async fn report_changed(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region. Includes everything below it.")] region_code: ID,
        #[graphql(desc = "The year, from 1949 to the current year.")] year: i32,
    ) -> Result<impl Stream<Item = Result<TownReport>> + use<>> {
        let actor = allow(ctx, guard::READERS)?;
        let feeds = ctx.data_unchecked::<ReportFeeds>();
        let receiver = reports::watch(feeds, database(ctx), &actor.scope(), &RegionCode(region_code.0), year).await?;
        Ok(feed::of(receiver).map(TownReport::try_from))
    }
}
