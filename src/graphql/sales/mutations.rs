//! Recording and voiding sales.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    document::cost::list_size,
    guard::{self, database},
    input::{Change, Form},
    list::List,
    mutation::idempotent_write,
    objects::{
        sales::Sale,
        warnings::{self, RecordingWarning},
    },
    scalar::{Date, Decimal},
};
use domain::sales::{self, Named, NewSale, Void};
use store::{
    entity::sales::sale,
    error::{Error, Result},
};
use types::{Role, SaleChannel};

/// A sale. Give a variety for fruit, or a product for goods of a plant.
#[derive(InputObject)]
struct SaleInput {
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
}

/// A sale to record. Give a variety for fruit, or a product for goods of a plant.
#[derive(InputObject)]
struct RecordSaleInput {
    #[graphql(flatten)]
    sale: SaleInput,
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
    /// The right sale, to be recorded in its place at the same time. It may draw on what the voided one gives back.
    replaced_by: Option<SaleInput>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of recording a sale.
#[derive(SimpleObject)]
#[graphql(complex)]
struct RecordSalePayload {
    /// The sale in its current state.
    sale: Sale,
    #[graphql(skip)]
    row: sale::Model,
    #[graphql(skip)]
    has_key: bool,
}

#[ComplexObject]
impl RecordSalePayload {
    /// What looks like a mistake, at most three: the price, the weight, and a sale alike within the ten minutes before
    /// if the request had no idempotency key. Compared with the sales of the variety (in the township) or product
    /// during the two years up to the business day. None if there are fewer than 20. Empty if the sale is voided.
    #[graphql(directive = list_size::apply(Some(1), None))]
    async fn warnings(&self, ctx: &Context<'_>) -> Result<Option<List<RecordingWarning>>> {
        let found = domain::warnings::of_sale(database(ctx).reader(), &self.row, self.has_key).await?;
        Ok(Some(warnings::all(found)))
    }
}

/// The result of voiding a sale.
#[derive(SimpleObject)]
struct VoidSalePayload {
    /// The sale in its current state.
    sale: Sale,
}

/// Reads a sale to record.
fn read(sale: SaleInput, key: Option<String>) -> Change<Named, NewSale> {
    let SaleInput {
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
    } = sale;
    let mut form = Form::new();
    let named = Named {
        region_code: form.id("regionCode", region_code),
        grower_id: form.id("growerId", grower_id),
        lot_id: form.id("lotId", lot_id),
        batch_id: form.id("batchId", batch_id),
    };
    form.change(key, named, |form| {
        Ok(NewSale {
            sold_on: form.read("soldOn", sold_on)?,
            channel: form.take("channel", channel),
            variety_code: form.id("varietyCode", variety_code),
            product_code: form.id("productCode", product_code),
            quantity: form.read("quantityKg", quantity_kg)?,
            amount: form.read("amountYuan", amount_yuan)?,
        })
    })
}

/// Mutations of sales.
#[derive(Debug, Default)]
pub(crate) struct SaleMutation;

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
            let RecordSaleInput { sale, idempotency_key } = input;
            let has_key = idempotency_key.is_some();
            let change = read(sale, idempotency_key);
            let sale = idempotent_write(ctx, actor, change, sales::to_record, sales::record).await?;
            Ok(RecordSalePayload { sale: sale.clone().into(), row: sale, has_key })
        })
        .await
    }

    /// Voids a sale that was entered by mistake. It leaves the figures of its day, and its quantity goes back to its
    /// lot or batches. The record stays, marked as voided. With `replacedBy` the right sale is recorded in its place: both
    /// or neither. CONFLICT if it is already voided, or, naming the returns, if something came back of it. QUOTA_EXCEEDED, with `availableKg`, if the right one would draw on
    /// more than there is. For CLERK, in its region.
    async fn void_sale(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The sale and the reason.")] input: VoidSaleInput,
    ) -> Option<Result<VoidSalePayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let VoidSaleInput { sale_id, reason, replaced_by, idempotency_key } = input;
            let mut form = Form::new();
            let sale = form.id("saleId", sale_id);
            let (named, fields) = match replaced_by.map(|sale| read(sale, None)) {
                Some(Change { target, fields, content, .. }) => {
                    form.take("replacedBy", content);
                    (Some(target), Some(fields))
                }
                None => (None, None),
            };
            let change = form.change(idempotency_key, (sale, named), |form| {
                Ok(Void {
                    reason: form.read("reason", reason)?,
                    replacement: fields.transpose().map_err(|error: Error| error.within("replacedBy"))?,
                })
            });
            let sale = idempotent_write(ctx, actor, change, sales::to_void, sales::void).await?;
            Ok(VoidSalePayload { sale: sale.into() })
        })
        .await
    }
}
