//! Sales.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    connection::{Connection, request},
    guard::{self, database},
    input::{self, Form},
    mutation::idempotent_write,
    objects::sales::Sale,
    scalar::{Date, DateTime, Decimal},
};
use domain::sales::{self, Named, NewSale};
use store::error::Result;
use types::{Role, SaleChannel};

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

/// A sale to record. Give a variety for fruit, or a product for goods of a plant.
#[derive(InputObject)]
struct RecordSaleInput {
    /// The business day, not in the future.
    sold_on: Date,
    /// The sales channel.
    channel: SaleChannel,
    /// The region it is booked to, within the clerk's region.
    region_code: ID,
    /// The variety of fruit.
    variety_code: Option<ID>,
    /// The product, of a plant in the clerk's township.
    product_code: Option<ID>,
    /// The grower of the fruit, from the clerk's township. Default: the grower of the lot.
    grower_id: Option<ID>,
    /// The lot it is drawn from. It must be of the same variety and grower, picked on or before the business day.
    lot_id: Option<ID>,
    /// The batch it is drawn from. It must be of the same product, finished on or before the business day. Default: the
    /// oldest batches with stock.
    batch_id: Option<ID>,
    /// Quantity in kilograms, three decimal places. Greater than 0, at most 100,000,000.000.
    quantity_kg: Decimal,
    /// The total amount in yuan, two decimal places. Greater than 0, at most 1,000,000,000.00.
    amount_yuan: Decimal,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// A sale to void because it was entered by mistake.
#[derive(InputObject)]
struct VoidSaleInput {
    /// The sale.
    sale_id: ID,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of recording a sale.
#[derive(SimpleObject)]
struct RecordSalePayload {
    /// The sale in its current state.
    sale: Sale,
}

/// The result of voiding a sale.
#[derive(SimpleObject)]
struct VoidSalePayload {
    /// The sale in its current state.
    sale: Sale,
}

/// Mutations of sales.
#[derive(Debug, Default)]
pub(super) struct SaleMutation;

#[Object]
impl SaleMutation {
    /// Records a sale. It draws on the lot, if one is given. Goods of a plant draw on its batches, from the day the
    /// plant began to keep stock. QUOTA_EXCEEDED, with `availableKg`, if they have less left. CONFLICT if a given lot
    /// or batch is voided. For CLERK, in its region.
    async fn record_sale(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The sale to record.")] input: RecordSaleInput,
    ) -> Option<Result<RecordSalePayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let RecordSaleInput {
                sold_on,
                channel,
                region_code,
                variety_code,
                product_code,
                grower_id,
                lot_id,
                batch_id,
                quantity_kg,
                amount_yuan,
                idempotency_key,
            } = input;
            let mut form = Form::new();
            let named = Named {
                region_code: form.id("regionCode", region_code),
                grower_id: form.id("growerId", grower_id),
                lot_id: form.id("lotId", lot_id),
                batch_id: form.id("batchId", batch_id),
            };
            let change = form.change(idempotency_key, named, |form| {
                Ok(NewSale {
                    sold_on: form.read("soldOn", sold_on)?,
                    channel: form.take("channel", channel),
                    variety_code: form.id("varietyCode", variety_code),
                    product_code: form.id("productCode", product_code),
                    quantity: form.read("quantityKg", quantity_kg)?,
                    amount: form.read("amountYuan", amount_yuan)?,
                })
            });
            let sale = idempotent_write(ctx, actor, change, sales::to_record, sales::record).await?;
            Ok(RecordSalePayload { sale: sale.into() })
        })
        .await
    }

    /// Voids a sale that was entered by mistake. It leaves the figures of its day, and its quantity goes back to its
    /// lot or batches. The record stays, marked as voided. CONFLICT if it is already voided. For CLERK, in its region.
    async fn void_sale(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The sale and the reason.")] input: VoidSaleInput,
    ) -> Option<Result<VoidSalePayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let VoidSaleInput { sale_id, reason, idempotency_key } = input;
            let mut form = Form::new();
            let sale = form.id("saleId", sale_id);
            let change = form.change(idempotency_key, sale, |form| form.read("reason", reason));
            let sale = idempotent_write(ctx, actor, change, sales::to_void, sales::void).await?;
            Ok(VoidSalePayload { sale: sale.into() })
        })
        .await
    }
}
