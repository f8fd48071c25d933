//! Visitors: person-times by site and day.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    content::Content,
    guard, input,
    mutation::old_write,
    objects::sites::{self, Site},
    scalar::Date,
};
use domain::tourism::visitors::{self, Count};
use store::{entity::tourism::visitor_count, error::Result};
use types::Role;

/// The visitors of a site on a day. A second record for the same site and day replaces the first.
#[derive(InputObject)]
struct RecordVisitorsInput {
    /// The site.
    site_code: ID,
    /// The day, not in the future.
    date: Date,
    /// Person-times (人次), 0 to 1,000,000.
    visitors: i32,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of recording visitors.
#[derive(SimpleObject)]
#[graphql(complex)]
struct RecordVisitorsPayload {
    /// The day.
    date: Date,
    /// Person-times (人次).
    visitors: i32,
    #[graphql(skip)]
    site_code: String,
}

#[ComplexObject]
impl RecordVisitorsPayload {
    /// The site.
    async fn site(&self, ctx: &Context<'_>) -> Result<Site> {
        sites::of(ctx, &self.site_code).await
    }
}

/// Mutations of visitors.
#[derive(Debug, Default)]
pub(crate) struct VisitorMutation;

#[Object]
impl VisitorMutation {
    /// Records the person-times of a site on a day. For CLERK, at the sites of its region.
    async fn record_visitors(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The visitors to record.")] input: RecordVisitorsInput,
    ) -> Option<Result<RecordVisitorsPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let RecordVisitorsInput { site_code, date, visitors, idempotency_key } = input;
            let fields = input::day("date", &date).map(|day| Count { day, visitors });
            let content = |site: &String, Count { day, visitors }: &Count| {
                Content::new().with("siteCode", site).with("date", day).with("visitors", visitors)
            };
            let count: visitor_count::Model = old_write(
                ctx,
                actor,
                idempotency_key,
                site_code.0,
                fields,
                content,
                |txn, actor, site, fields| async move { visitors::record(&txn, &actor, site, fields).await },
            )
            .await?;
            Ok(RecordVisitorsPayload { date: count.day.into(), visitors: count.visitors, site_code: count.site_code })
        })
        .await
    }
}
