//! The uplift of a festival.

use async_graphql::{Context, ID, Object};

use crate::graphql::{
    document::cost::list_size,
    guard::{self, database},
    input,
    objects::uplift::FestivalUplift,
    scalar::DateTime,
};
use domain::{figures::uplift, registers::regions};
use store::error::Result;
use types::UpliftBaseline;

/// Queries about the uplift of festivals.
#[derive(Debug, Default)]
pub(crate) struct UpliftQuery;

#[Object]
impl UpliftQuery {
    /// The uplift of an edition of a region's festival over its baseline: visitors, sales, pre-sales and catering
    /// takings. Null before the first day of the edition is over. For ADMIN, and for OFFICIAL and CLERK of the region.
    #[graphql(directive = list_size::apply(Some(3), None))]
    async fn festival_uplift(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region whose festival it is. Includes everything below it.")]
        region_code: ID,
        #[graphql(desc = "Number of the edition.")] edition: i32,
        #[graphql(default, desc = "The baseline that the edition's days are compared with.")] baseline: UpliftBaseline,
        #[graphql(desc = "The records as of this instant, which must not be in the future. Default: now.")]
        as_of: Option<DateTime>,
    ) -> Option<Result<Option<FestivalUplift>>> {
        guard::answer(ctx, guard::READERS, |actor| async move {
            let (database, code) = (database(ctx), input::id(region_code));
            let region = regions::get_within(database.reader(), &actor.scope(), &code, "regionCode").await?;
            let as_of = input::read("asOf", as_of)?;
            let uplift = uplift::festival_uplift(database, region, edition, baseline, as_of).await?;
            uplift.map(FestivalUplift::try_from).transpose()
        })
        .await
    }
}
