//! Pre-orders.

mod goods;
mod money;
mod mutations;

pub(crate) use goods::GoodsMutation;
pub(crate) use money::MoneyMutation;
pub(crate) use mutations::PreorderMutation;

use async_graphql::{Context, ID, InputObject, Object};

use crate::{
    graphql::{
        connection::{Connection, request},
        document::cost::list_size,
        exchange::Exchange,
        guard::{self, database},
        input,
        list::List,
        objects::preorders::{DayPayments, Preorder},
        scalar::{Date, DateTime},
    },
    rate::PreorderLimit,
};
use domain::{presales::preorders, registers::regions};
use store::error::Result;
use types::PreorderStatus;

/// Filters pre-orders. An absent field does not restrict the list.
#[derive(Default, InputObject)]
struct PreorderFilter {
    /// Only pre-orders on this offer.
    offer_id: Option<ID>,
    /// Only pre-orders with this status at this moment.
    status: Option<PreorderStatus>,
    /// Only the pre-order with this code, in upper or lower case, with or without hyphens.
    code: Option<String>,
    /// Only those booked to this region or below it.
    region_code: Option<ID>,
    /// Only those of this whole telephone number, in any form that is accepted.
    buyer_phone: Option<String>,
    /// Only those whose buyer's name contains this text, 1 to 100 characters, without regard to width, case, middle dots
    /// and blanks. Within one township.
    buyer_name_contains: Option<String>,
    /// Only those placed on this day or later.
    placed_from: Option<Date>,
    /// Only those placed on this day or earlier.
    placed_to: Option<Date>,
    /// Only those recorded at this instant or later, whenever they were placed. Within one township.
    recorded_from: Option<DateTime>,
    /// Only those recorded before this instant. Within one township.
    recorded_to: Option<DateTime>,
    /// Only those that the caller recorded, or with false only those of others. Within one township.
    recorded_by_me: Option<bool>,
    /// Only those that were delivered, at least in part, and are not paid in full, or with false only the others.
    /// Within one township.
    owing: Option<bool>,
}

impl PreorderFilter {
    fn read(self) -> Result<preorders::Filter> {
        let Self { offer_id, status, code, region_code, buyer_phone, buyer_name_contains, .. } = self;
        Ok(preorders::Filter {
            offer_id: input::id(offer_id),
            status,
            code,
            region_code: input::id(region_code),
            buyer_phone: input::read("filter.buyerPhone", buyer_phone)?,
            buyer_name_contains: input::read("filter.buyerNameContains", buyer_name_contains)?,
            placed_from: input::read("filter.placedFrom", self.placed_from)?,
            placed_to: input::read("filter.placedTo", self.placed_to)?,
            recorded_from: input::read("filter.recordedFrom", self.recorded_from)?,
            recorded_to: input::read("filter.recordedTo", self.recorded_to)?,
            recorded_by_me: self.recorded_by_me,
            owing: self.owing,
        })
    }
}

/// Counts the placing of a pre-order, or the trying of a code, for the caller's address.
pub(crate) fn count_try(ctx: &Context<'_>) -> Result<()> {
    ctx.data_unchecked::<PreorderLimit>().check(ctx.data_unchecked::<std::sync::Arc<Exchange>>().address)
}

/// Queries about pre-orders.
#[derive(Debug, Default)]
pub(crate) struct PreorderQuery;

#[Object]
impl PreorderQuery {
    /// The pre-order with this ID. For the account that placed it, and for ADMIN, OFFICIAL and CLERK of the offer's
    /// region. Otherwise null with NOT_FOUND.
    async fn preorder(&self, ctx: &Context<'_>, #[graphql(desc = "ID.")] id: ID) -> Option<Result<Preorder>> {
        guard::answer(ctx, guard::ACCOUNTS, |actor| async move {
            Ok(Preorder::current(ctx, preorders::get(database(ctx).reader(), actor, input::id(id), "id").await?))
        })
        .await
    }

    /// The pre-order with this code and telephone number, for a buyer without an account. Null with NOT_FOUND unless
    /// both match. RATE_LIMITED after too many attempts from one address. Open to everyone.
    async fn preorder_by_code(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The code, in upper or lower case, with or without hyphens.")] code: String,
        #[graphql(desc = "The telephone number given when it was placed.")] buyer_phone: String,
    ) -> Option<Result<Preorder>> {
        guard::answer_anyone(ctx, async {
            count_try(ctx)?;
            let found = preorders::get_by_code(database(ctx).reader(), &code, &buyer_phone).await?;
            Ok(Preorder::of_its_buyer(ctx, found))
        })
        .await
    }

    /// The pre-orders that the caller may see, newest first: the caller's own, and for ADMIN, OFFICIAL and CLERK those
    /// of its region and below.
    async fn preorders(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Filters the pre-orders.")] filter: Option<PreorderFilter>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<Preorder>>> {
        guard::answer(ctx, guard::ACCOUNTS, |actor| async move {
            let filter = filter.unwrap_or_default().read()?;
            let (database, request) = (database(ctx), request(ctx, first, after));
            let page = preorders::list(database.reader(), actor, filter, &request, database.clock().now()).await?;
            Ok(Preorder::page(ctx, page))
        })
        .await
    }

    /// The pre-orders of a region and below it with a refund due, longest waiting first. For ADMIN, and for OFFICIAL
    /// and CLERK of the region.
    async fn refunds_due(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region.")] region_code: ID,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<Preorder>>> {
        guard::answer(ctx, guard::READERS, |actor| async move {
            let (database, request) = (database(ctx), request(ctx, first, after));
            let (region, now) = (input::id(region_code), database.clock().now());
            let page = preorders::refunds_due(database.reader(), actor, &region, &request, now).await?;
            Ok(Preorder::page(ctx, page))
        })
        .await
    }

    /// Payments and refunds of pre-orders entered from one day to another, both inclusive, by day, method and clerk, to
    /// close the day's accounts. At most 31 days and 1,000 rows. For ADMIN, and for OFFICIAL and CLERK of the region.
    #[graphql(directive = list_size::apply(Some(50), None))]
    async fn payments_by_day(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region. Includes everything below it.")] region_code: ID,
        #[graphql(desc = "The first day, inclusive.")] from: Date,
        #[graphql(desc = "The last day, inclusive, at most 30 days after the first.")] to: Date,
    ) -> Option<Result<List<DayPayments>>> {
        guard::answer(ctx, guard::READERS, |actor| async move {
            let (reader, code) = (database(ctx).reader(), input::id(region_code));
            let region = regions::get_within(reader, &actor.scope(), &code, "regionCode").await?;
            let days = (input::read("from", from)?, input::read("to", to)?);
            let rows = preorders::by_day(reader, &region, days).await?;
            Ok(rows.into_iter().map(DayPayments::from).collect())
        })
        .await
    }
}
