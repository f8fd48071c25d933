//! Reports.

use async_graphql::{Context, ID, Object, Subscription};
use futures_util::{Stream, StreamExt};

use crate::graphql::{
    document::cost::list_size,
    feed,
    guard::{self, allow, database},
    input,
    objects::reports::{AnnualAverages, TownReport},
    scalar::DateTime,
};
use domain::figures::reports::{self, ReportFeeds};
use store::error::Result;
use types::ReportPeriod;

/// Queries about figures.
#[derive(Debug, Default)]
pub(crate) struct ReportQuery;

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
        guard::answer(ctx, guard::READERS, |actor| async move {
            let (database, region, period) = (database(ctx), input::id(region_code), period.unwrap_or_default());
            let subject = reports::readable(database, &actor.scope(), &region, year, period).await?;
            let as_of = input::read("asOf", as_of)?;
            reports::town_report(ctx.data_unchecked(), database, &subject, as_of).await?.try_into()
        })
        .await
    }

    /// Averages over the years that are over and have records, both ends of the range inclusive. For ADMIN, and for
    /// OFFICIAL and CLERK of the region.
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
        guard::answer(ctx, guard::READERS, |actor| async move {
            let (database, region) = (database(ctx), input::id(region_code));
            let years = reports::years_of(database, &actor.scope(), &region, from_year, to_year).await?;
            reports::annual_averages(database, years, input::read("asOf", as_of)?).await?.try_into()
        })
        .await
    }
}

/// Subscriptions to figures.
#[derive(Debug, Default)]
pub(crate) struct ReportSubscription;

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
        let receiver = reports::watch(feeds, database(ctx), &actor.scope(), &input::id(region_code), year).await?;
        Ok(feed::of(receiver).map(TownReport::try_from))
    }
}
