//! Sales.

mod mutations;
mod returns;

pub(super) use mutations::SaleMutation;
pub(super) use returns::SaleReturnMutation;

use async_graphql::{Context, ID, InputObject, Object};

use crate::graphql::{
    connection::{Connection, request},
    guard::{self, database},
    input,
    objects::sales::Sale,
    scalar::{Date, DateTime},
};
use domain::sales;
use store::error::Result;
use types::SaleChannel;

/// Filters sales. An absent field does not restrict the list. Both days are inclusive.
#[derive(Default, InputObject)]
struct SaleFilter {
    /// Only those booked to this region or below it.
    region_code: Option<ID>,
    /// Only those of this variety.
    variety_code: Option<ID>,
    /// Only those of this product of a plant.
    product_code: Option<ID>,
    /// Only sales of this grower's fruit.
    grower_id: Option<ID>,
    /// Only those through this channel.
    channel: Option<SaleChannel>,
    /// Only sales of this day or later.
    sold_from: Option<Date>,
    /// Only sales of this day or earlier.
    sold_to: Option<Date>,
    /// Only voided sales (true) or only sales that are not voided (false).
    voided: Option<bool>,
    /// Only sales recorded at this instant or later, whenever they were made. Within one township.
    recorded_from: Option<DateTime>,
    /// Only sales recorded before this instant. Within one township.
    recorded_to: Option<DateTime>,
    /// Only sales that the caller recorded, or with false only those of others. Within one township.
    recorded_by_me: Option<bool>,
}

impl SaleFilter {
    fn read(self) -> Result<sales::Filter> {
        Ok(sales::Filter {
            region_code: input::id(self.region_code),
            variety_code: input::id(self.variety_code),
            product_code: input::id(self.product_code),
            grower_id: input::id(self.grower_id),
            channel: self.channel,
            sold_from: input::read("filter.soldFrom", self.sold_from)?,
            sold_to: input::read("filter.soldTo", self.sold_to)?,
            voided: self.voided,
            recorded_from: input::read("filter.recordedFrom", self.recorded_from)?,
            recorded_to: input::read("filter.recordedTo", self.recorded_to)?,
            recorded_by_me: self.recorded_by_me,
        })
    }
}

/// Queries about sales.
#[derive(Debug, Default)]
pub(super) struct SaleQuery;

#[Object]
impl SaleQuery {
    /// The sale with this ID. For ADMIN, OFFICIAL and CLERK of its region, and for its grower. Otherwise null with
    /// NOT_FOUND.
    async fn sale(&self, ctx: &Context<'_>, #[graphql(desc = "ID.")] id: ID) -> Option<Result<Sale>> {
        guard::answer(ctx, guard::RECORD_READERS, |actor| async move {
            Ok(sales::get(database(ctx).reader(), &actor.scope(), input::id(id)).await?.into())
        })
        .await
    }

    /// The sales that the caller may see, by the day of sale, then ID, newest first. Voided sales are included. For
    /// ADMIN, OFFICIAL and CLERK. A GROWER sees its own.
    async fn sales(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Filters the sales.")] filter: Option<SaleFilter>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<Sale>>> {
        guard::answer(ctx, guard::RECORD_READERS, |actor| async move {
            let filter = filter.unwrap_or_default().read()?;
            let (database, request) = (database(ctx), request(ctx, first, after));
            Ok(sales::list(database.reader(), actor, filter, &request, database.clock().today()).await?.into())
        })
        .await
    }
}
