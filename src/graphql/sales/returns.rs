//! Goods of a sale that came back later.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    guard,
    input::Form,
    loader,
    mutation::idempotent_write,
    objects::sales::{Sale, SaleReturn},
    scalar::{Date, Decimal},
};
use domain::sales::{self, NewReturn};
use store::{entity::sales::sale, error::Result};
use types::Role;

/// Part of a sale that came back.
#[derive(InputObject)]
struct RecordSaleReturnInput {
    /// The sale.
    sale_id: ID,
    /// How much came back, in kilograms, three decimal places. Greater than 0, at most what was sold and has not come
    /// back.
    quantity_kg: Decimal,
    /// The money that was paid back, in yuan, two decimal places. Greater than 0, at most what was charged and was not
    /// paid back.
    amount_yuan: Decimal,
    /// The day it came back, on which it counts. Not in the future, and not before the sale.
    returned_on: Date,
    /// Whether it goes back to the lot of the sale, or to the batches that it came from, the newest first. Otherwise it
    /// is written off.
    back_to_stock: bool,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// A return to void because it was entered by mistake.
#[derive(InputObject)]
struct VoidSaleReturnInput {
    /// The return.
    return_id: ID,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of recording a return.
#[derive(SimpleObject)]
struct RecordSaleReturnPayload {
    /// The sale in its current state.
    sale: Sale,
    /// The return in its current state.
    #[graphql(name = "return")]
    returned: SaleReturn,
}

/// The result of voiding a return.
#[derive(SimpleObject)]
struct VoidSaleReturnPayload {
    /// The sale in its current state.
    sale: Sale,
}

/// Mutations of what came back of sales.
#[derive(Debug, Default)]
pub(crate) struct SaleReturnMutation;

#[Object]
impl SaleReturnMutation {
    /// Records part of a sale that came back. It is taken out of the figures of the day it came back; the day of the sale
    /// stays what it was. INVALID_INPUT if more came back than was sold. CONFLICT if the sale is voided, or has 20
    /// returns. For CLERK, in its region.
    async fn record_sale_return(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The return to record.")] input: RecordSaleReturnInput,
    ) -> Option<Result<RecordSaleReturnPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let RecordSaleReturnInput {
                sale_id,
                quantity_kg,
                amount_yuan,
                returned_on,
                back_to_stock,
                reason,
                idempotency_key,
            } = input;
            let mut form = Form::new();
            let sale = form.id("saleId", sale_id);
            let change = form.change(idempotency_key, sale, |form| {
                Ok(NewReturn {
                    quantity: form.read("quantityKg", quantity_kg)?,
                    amount: form.read("amountYuan", amount_yuan)?,
                    returned_on: form.read("returnedOn", returned_on)?,
                    back_to_stock: form.take("backToStock", back_to_stock),
                    reason: form.read("reason", reason)?,
                })
            });
            let row = idempotent_write(ctx, actor, change, sales::to_return, sales::return_goods).await?;
            let sale = loader::row::<sale::Entity>(ctx, row.sale_id).await?.into();
            Ok(RecordSaleReturnPayload { sale, returned: row.into() })
        })
        .await
    }

    /// Voids a return that was entered by mistake: the goods are sold again, and what went back to the stock leaves it.
    /// The record stays, marked as voided. CONFLICT if it is already voided. QUOTA_EXCEEDED, with `availableKg`, if the
    /// goods were drawn from the stock since. For CLERK, in its region.
    async fn void_sale_return(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The return and the reason.")] input: VoidSaleReturnInput,
    ) -> Option<Result<VoidSaleReturnPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let VoidSaleReturnInput { return_id, reason, idempotency_key } = input;
            let mut form = Form::new();
            let returned = form.id("returnId", return_id);
            let change = form.change(idempotency_key, returned, |form| form.read("reason", reason));
            let row = idempotent_write(ctx, actor, change, sales::return_to_void, sales::void_return).await?;
            Ok(VoidSaleReturnPayload { sale: loader::row::<sale::Entity>(ctx, row.sale_id).await?.into() })
        })
        .await
    }
}
