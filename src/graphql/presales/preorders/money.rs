//! Payments and refunds of pre-orders.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

use crate::graphql::{
    content::{Content, word},
    guard, input,
    mutation::old_write,
    objects::preorders::Preorder,
    scalar::{DateTime, Decimal},
};
use domain::presales::preorders::{self, NewPayment, NewRefund};
use store::error::Result;
use types::{PaymentMethod, Reason, Role};

/// A payment for a pre-order.
#[derive(InputObject)]
struct RecordPreorderPaymentInput {
    /// The pre-order that it pays for.
    preorder_id: ID,
    /// The amount in yuan, two decimal places. Greater than 0, at most the open amount.
    amount_yuan: Decimal,
    /// How it was paid.
    method: PaymentMethod,
    /// The payment's reference, 1 to 100 characters. Optional for CASH, which then gets a receipt number.
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

/// Mutations of payments and refunds.
#[derive(Debug, Default)]
pub(crate) struct MoneyMutation;

#[Object]
impl MoneyMutation {
    /// Records a payment. When the counted payments reach `depositYuan`, a placed pre-order is confirmed. An expired
    /// one is confirmed too, if the money was paid in time and its quantity is still free; otherwise QUOTA_EXCEEDED.
    /// INVALID_INPUT if it is more than the open amount. CONFLICT if it is too late, or for a cancelled pre-order. Book
    /// such money with `keepForRefund`. CONFLICT if the method and reference were already used. For CLERK, in its
    /// region.
    async fn record_preorder_payment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The payment to record.")] input: RecordPreorderPaymentInput,
    ) -> Option<Result<RecordPreorderPaymentPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let RecordPreorderPaymentInput {
                preorder_id,
                amount_yuan,
                method,
                reference,
                paid_at,
                keep_for_refund,
                idempotency_key,
            } = input;
            let fields = || {
                Ok(NewPayment {
                    amount: input::money("amountYuan", &amount_yuan)?,
                    method,
                    reference: reference.map(|reference| input::reference("reference", &reference)).transpose()?,
                    paid_at: paid_at.map(|instant| input::instant("paidAt", &instant)).transpose()?,
                    keep_for_refund: keep_for_refund.unwrap_or(false),
                })
            };
            let content = |id: &Uuid, fields: &NewPayment| {
                let NewPayment { amount, method, reference, paid_at, keep_for_refund } = fields;
                let payment =
                    Content::new().with("preorderId", id).with("amountYuan", amount).with("method", word(*method));
                payment.maybe("reference", reference).maybe("paidAt", paid_at).with("keepForRefund", *keep_for_refund)
            };
            let id = input::record_id(&preorder_id);
            let row =
                old_write(ctx, actor, idempotency_key, id, fields(), content, |txn, actor, id, fields| async move {
                    preorders::pay(&txn, &actor, id, fields).await
                })
                .await?;
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
            let (id, reason) = (input::record_id(&payment_id), input::reason(&reason));
            let content = |id: &Uuid, reason: &Reason| Content::new().with("paymentId", id).with("reason", reason);
            let row =
                old_write(ctx, actor, idempotency_key, id, reason, content, |txn, actor, id, reason| async move {
                    preorders::reverse(&txn, &actor, id, reason).await
                })
                .await?;
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
            let fields = || {
                let reference = reference.map(|reference| input::reference("reference", &reference)).transpose()?;
                Ok(NewRefund { amount: input::money("amountYuan", &amount_yuan)?, method, reference })
            };
            let content = |id: &Uuid, NewRefund { amount, method, reference }: &NewRefund| {
                let refund = Content::new().with("preorderId", id).with("amountYuan", amount);
                refund.with("method", word(*method)).maybe("reference", reference)
            };
            let id = input::record_id(&preorder_id);
            let row =
                old_write(ctx, actor, idempotency_key, id, fields(), content, |txn, actor, id, fields| async move {
                    preorders::refund(&txn, &actor, id, fields).await
                })
                .await?;
            Ok(RecordRefundPayload { preorder: Preorder::current(ctx, row) })
        })
        .await
    }
}
