//! Visitors: person-times by site and day.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    connection::{Connection, request},
    guard::{self, database},
    input::{self, Form},
    list::One,
    mutation::idempotent_write,
    objects::{
        sites::{self, Site},
        visitor_counts::VisitorCount,
    },
    scalar::Date,
};
use domain::tourism::visitors::{self, Count, Void};
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

/// The visitors of a site on a day to void because they were entered by mistake.
#[derive(InputObject)]
struct VoidVisitorsInput {
    /// The site.
    site_code: ID,
    /// The day.
    date: Date,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of voiding visitors.
#[derive(SimpleObject)]
struct VoidVisitorsPayload {
    /// The day, which has no count any more.
    date: Date,
    /// The voided count.
    count: VisitorCount,
}

/// Filters visitor counts. An absent field does not restrict the list.
#[derive(InputObject)]
struct VisitorCountFilter {
    /// Only counts at sites of this region or below it. Above a township, `siteCode` is required.
    region_code: ID,
    /// Only counts of this site.
    site_code: Option<ID>,
    /// Only counts of this day or later.
    from: Option<Date>,
    /// Only counts of this day or earlier.
    to: Option<Date>,
    /// Only counts that are neither replaced nor voided, or with false only the others.
    in_force: Option<bool>,
}

/// Queries about visitor counts.
#[derive(Debug, Default)]
pub(crate) struct VisitorQuery;

#[Object]
impl VisitorQuery {
    /// What was recorded at the sites of a region, latest day first, so that it can be proof-read. Replaced and voided
    /// counts are included, and those of sites outside the total. For ADMIN, and for OFFICIAL and CLERK of the region.
    async fn visitor_counts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Filters the counts.")] filter: VisitorCountFilter,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<VisitorCount>>> {
        guard::answer(ctx, guard::READERS, |actor| async move {
            let VisitorCountFilter { region_code, site_code, from, to, in_force } = filter;
            let filter = visitors::Filter {
                region_code: input::id(region_code),
                site_code: input::id(site_code),
                from: input::read("filter.from", from)?,
                to: input::read("filter.to", to)?,
                in_force,
            };
            Ok(visitors::list(database(ctx).reader(), actor, filter, &request(ctx, first, after)).await?.into())
        })
        .await
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

    /// Voids the count of a site and day that was entered by mistake: the day has none again, and the count stays on
    /// record. NOT_FOUND if none was recorded, CONFLICT if it is already voided. For CLERK, at the sites of its region.
    async fn void_visitors(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The site, the day and the reason.")] input: VoidVisitorsInput,
    ) -> Option<Result<VoidVisitorsPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let VoidVisitorsInput { site_code, date, reason, idempotency_key } = input;
            let mut form = Form::new();
            let site = form.id("siteCode", site_code);
            let change = form.change(idempotency_key, site, |form| {
                Ok(Void { day: form.read("date", date)?, reason: form.read("reason", reason)? })
            });
            let count = idempotent_write(ctx, actor, change, visitors::to_record, visitors::void).await?;
            Ok(VoidVisitorsPayload { date: count.day.into(), count: count.into() })
        })
        .await
    }
}
