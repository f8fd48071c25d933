//! Money of pre-orders, in and out.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

use super::Preorder;
use crate::graphql::{
    content::{Content, word},
    guard::{allow, nullable},
    input,
    mutation::idempotent_write,
    scalar::{DateTime, Decimal},
};
use domain::presales::preorders::{self, NewPayment, NewRefund};
use store::error::Result;
use types::{PaymentMethod, Reason, Role};

/// Money that came.
#[derive(InputObject)]
struct RecordPreorderPaymentInput {
    /// The pre-order that it is for.
    preorder_id: ID,
    /// How much, in yuan, two decimal places, greater than 0, at most what is open.
    amount_yuan: Decimal,
    /// How it came.
    method: PaymentMethod,
    /// The payer's proof, 1 to 100 characters; CASH may leave it out and gets the number of a receipt.
    reference: Option<String>,
    /// When it came, if it is entered later; not in the future, nor before the day of placing.
    paid_at: Option<DateTime>,
    /// Book money that cannot count (too much, too late, for a cancelled pre-order), as due back at once.
    keep_for_refund: Option<bool>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key returns the same answer and
    /// records nothing.
    idempotency_key: Option<String>,
}

/// A payment that was entered by mistake.
#[derive(InputObject)]
struct ReversePreorderPaymentInput {
    /// The payment.
    payment_id: ID,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key returns the same answer and
    /// records nothing.
    idempotency_key: Option<String>,
}

/// Money that was paid back.
#[derive(InputObject)]
struct RecordRefundInput {
    /// The pre-order.
    preorder_id: ID,
    /// How much, in yuan, two decimal places, greater than 0, at most what is due back.
    amount_yuan: Decimal,
    /// How it went.
    method: PaymentMethod,
    /// Its proof, 1 to 100 characters; CASH may leave it out and gets the number of a receipt.
    reference: Option<String>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key returns the same answer and
    /// records nothing.
    idempotency_key: Option<String>,
}

/// Money that came.
#[derive(SimpleObject)]
struct RecordPreorderPaymentPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// A payment that was taken back.
#[derive(SimpleObject)]
struct ReversePreorderPaymentPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// Money that was paid back.
#[derive(SimpleObject)]
struct RecordRefundPayload {
    /// The pre-order in its current state.
    preorder: Preorder,
}

/// Mutations of money.
#[derive(Debug, Default)]
pub struct MoneyMutation;

#[Object]
impl MoneyMutation {
    /// Money in. Once what counts reaches `depositYuan`, a placed pre-order is confirmed; one that has expired is, too,
    /// where the money came in time and its kilograms are still free (QUOTA_EXCEEDED otherwise). More than is open is
    /// INVALID_INPUT; too late, or for a cancelled pre-order, is CONFLICT; such money is booked with `keepForRefund`.
    /// The same method and reference twice is CONFLICT. For CLERK, in its region.
    async fn record_preorder_payment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What came.")] input: RecordPreorderPaymentInput,
    ) -> Option<Result<RecordPreorderPaymentPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Clerk])?;
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
            let row = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                id,
                fields(),
                content,
                |txn, actor, id, fields| async move { preorders::pay(&txn, &actor, id, fields).await },
            )
            .await?;
            Ok(RecordPreorderPaymentPayload { preorder: Preorder::seen(ctx, row) })
        })
        .await
    }

    /// Takes back a payment that was entered by mistake. A pre-order that it had confirmed waits for its deposit again,
    /// or has expired; the figures change on the days on which it counted. CONFLICT where the money was paid back, or
    /// the payment reversed already. For CLERK, in its region.
    async fn reverse_preorder_payment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The payment and the reason.")] input: ReversePreorderPaymentInput,
    ) -> Option<Result<ReversePreorderPaymentPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Clerk])?;
            let ReversePreorderPaymentInput { payment_id, reason, idempotency_key } = input;
            let (id, reason) = (input::record_id(&payment_id), input::reason(&reason));
            let content = |id: &Uuid, reason: &Reason| Content::new().with("paymentId", id).with("reason", reason);
            let row = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                id,
                reason,
                content,
                |txn, actor, id, reason| async move { preorders::reverse(&txn, &actor, id, reason).await },
            )
            .await?;
            Ok(ReversePreorderPaymentPayload { preorder: Preorder::seen(ctx, row) })
        })
        .await
    }

    /// Money out: at most what is due back, INVALID_INPUT saying how much that is. The same method and reference twice
    /// is CONFLICT. For CLERK, in its region.
    async fn record_refund(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What went back.")] input: RecordRefundInput,
    ) -> Option<Result<RecordRefundPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Clerk])?;
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
            let row = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                id,
                fields(),
                content,
                |txn, actor, id, fields| async move { preorders::refund(&txn, &actor, id, fields).await },
            )
            .await?;
            Ok(RecordRefundPayload { preorder: Preorder::seen(ctx, row) })
        })
        .await
    }
}
