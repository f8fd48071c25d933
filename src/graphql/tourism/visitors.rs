//! Visitors: person-times by site and day.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    guard,
    input::Form,
    list::One,
    mutation::idempotent_write,
    objects::sites::{self, Site},
    scalar::Date,
};
use domain::tourism::visitors::{self, Count};
use store::error::Result;
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
    async fn site(&self, ctx: &Context<'_>) -> Result<One<Site>> {
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
            let mut form = Form::new();
            let site = form.id("siteCode", site_code);
            let change = form.change(idempotency_key, site, |form| {
                Ok(Count { day: form.read("date", date)?, visitors: form.take("visitors", visitors) })
            });
            let count = idempotent_write(ctx, actor, change, visitors::to_record, visitors::record).await?;
            Ok(RecordVisitorsPayload { date: count.day.into(), visitors: count.visitors, site_code: count.site_code })
        })
        .await
    }
}
