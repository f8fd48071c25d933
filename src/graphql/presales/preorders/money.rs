//! Payments and refunds of pre-orders.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    guard,
    input::Form,
    mutation::idempotent_write,
    objects::preorders::Preorder,
    scalar::{DateTime, Decimal},
};
use domain::presales::preorders::{self, NewPayment, NewRefund};
use store::error::Result;
use types::{PaymentMethod, Role};

/// A payment for a pre-order.
#[derive(InputObject)]
struct RecordPreorderPaymentInput {
    /// The pre-order that it pays for.
    preorder_id: ID,
    /// The amount in yuan, two decimal places. Greater than 0, at most the open amount.
    amount_yuan: Decimal,
    /// All that came under this reference, in yuan, two decimal places, where it is more than this entry. Entries under
    /// one method and reference all name the same, and never add up to more. Default: `amountYuan`.
    transfer_yuan: Option<Decimal>,
    /// How it was paid.
    method: PaymentMethod,
    /// The payment's reference, 1 to 100 characters. Optional for CASH, which then gets a receipt number. The receipt
    /// number of CASH counts within the offer's region and the year.
    reference: Option<String>,
    /// When it was paid, if it is entered later. Not in the future, and not before the day the pre-order was placed.
    paid_at: Option<DateTime>,
    /// Books money that cannot count (too much, too late, or for a cancelled pre-order) as a refund due at once.
    keep_for_refund: Option<bool>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// A payment to reverse because it was entered by mistake.
#[derive(InputObject)]
struct ReversePreorderPaymentInput {
    /// The payment.
    payment_id: ID,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// A refund of a pre-order.
#[derive(InputObject)]
struct RecordRefundInput {
    /// The pre-order.
    preorder_id: ID,
    /// The amount in yuan, two decimal places. Greater than 0, at most the refund due.
    amount_yuan: Decimal,
    /// How it was refunded.
    method: PaymentMethod,
    /// The refund's reference, 1 to 100 characters. Optional for CASH, which then gets a receipt number.
    reference: Option<String>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// A refund to reverse because it was entered by mistake.
#[derive(InputObject)]
struct ReverseRefundInput {
    /// The refund.
    refund_id: ID,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of recording a payment.
#[derive(SimpleObject)]
struct RecordPreorderPaymentPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// The result of reversing a payment.
#[derive(SimpleObject)]
struct ReversePreorderPaymentPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// The result of recording a refund.
#[derive(SimpleObject)]
struct RecordRefundPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// The result of reversing a refund.
#[derive(SimpleObject)]
struct ReverseRefundPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// Mutations of payments and refunds.
#[derive(Debug, Default)]
pub(crate) struct MoneyMutation;

#[Object]
impl MoneyMutation {
    /// Records a payment. When the counted payments reach `depositYuan`, a placed pre-order is confirmed. An expired
    /// one is confirmed too, if the money was paid in time and its quantity is still free; otherwise QUOTA_EXCEEDED.
    /// INVALID_INPUT if it is more than the open amount. CONFLICT if it is too late, or for a cancelled pre-order. Book
    /// such money with `keepForRefund`. CONFLICT if the reference is of another total, or if less of it is left; the
    /// message names the pre-orders that hold it. For CLERK, in its region.
    async fn record_preorder_payment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The payment to record.")] input: RecordPreorderPaymentInput,
    ) -> Option<Result<RecordPreorderPaymentPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let RecordPreorderPaymentInput {
                preorder_id,
                amount_yuan,
                transfer_yuan,
                method,
                reference,
                paid_at,
                keep_for_refund,
                idempotency_key,
            } = input;
            let mut form = Form::new();
            let preorder = form.id("preorderId", preorder_id);
            let change = form.change(idempotency_key, preorder, |form| {
                Ok(NewPayment {
                    amount: form.read("amountYuan", amount_yuan)?,
                    transfer: form.read("transferYuan", transfer_yuan)?,
                    method: form.take("method", method),
                    reference: form.read("reference", reference)?,
                    paid_at: form.read("paidAt", paid_at)?,
                    keep_for_refund: form.take("keepForRefund", keep_for_refund.unwrap_or(false)),
                })
            });
            let row = idempotent_write(ctx, actor, change, preorders::to_change, preorders::pay).await?;
            Ok(RecordPreorderPaymentPayload { preorder: Preorder::current(ctx, row) })
        })
        .await
    }

    /// Reverses a payment that was entered by mistake. A pre-order that it had confirmed waits for its deposit again,
    /// or has expired. The figures change on the days on which it counted. CONFLICT if the money was refunded, or if
    /// the payment is already reversed. For CLERK, in its region.
    async fn reverse_preorder_payment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The payment and the reason.")] input: ReversePreorderPaymentInput,
    ) -> Option<Result<ReversePreorderPaymentPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let ReversePreorderPaymentInput { payment_id, reason, idempotency_key } = input;
            let mut form = Form::new();
            let payment = form.id("paymentId", payment_id);
            let change = form.change(idempotency_key, payment, |form| form.read("reason", reason));
            let row = idempotent_write(ctx, actor, change, preorders::to_reverse, preorders::reverse).await?;
            Ok(ReversePreorderPaymentPayload { preorder: Preorder::current(ctx, row) })
        })
        .await
    }

    /// Records a refund, at most the refund due. INVALID_INPUT, with the refund due, if it is more. CONFLICT if the
    /// method and reference were already used. For CLERK, in its region.
    async fn record_refund(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The refund to record.")] input: RecordRefundInput,
    ) -> Option<Result<RecordRefundPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let RecordRefundInput { preorder_id, amount_yuan, method, reference, idempotency_key } = input;
            let mut form = Form::new();
            let preorder = form.id("preorderId", preorder_id);
            let change = form.change(idempotency_key, preorder, |form| {
                Ok(NewRefund {
                    reference: form.read("reference", reference)?,
                    amount: form.read("amountYuan", amount_yuan)?,
                    method: form.take("method", method),
                })
            });
            let row = idempotent_write(ctx, actor, change, preorders::to_change, preorders::refund).await?;
            Ok(RecordRefundPayload { preorder: Preorder::current(ctx, row) })
        })
        .await
    }

    /// Reverses a refund that was entered by mistake. The money is due back again. CONFLICT if the refund is already
    /// reversed. For CLERK, in its region.
    async fn reverse_refund(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The refund and the reason.")] input: ReverseRefundInput,
    ) -> Option<Result<ReverseRefundPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let ReverseRefundInput { refund_id, reason, idempotency_key } = input;
            let mut form = Form::new();
            let target = form.id("refundId", refund_id);
            let change = form.change(idempotency_key, target, |form| form.read("reason", reason));
            let row =
                idempotent_write(ctx, actor, change, preorders::refund_to_reverse, preorders::reverse_refund).await?;
            Ok(ReverseRefundPayload { preorder: Preorder::current(ctx, row) })
        })
        .await
    }
}
