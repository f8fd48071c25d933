//! The records of a pre-order: its history and its payments.

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use uuid::Uuid;

use crate::graphql::{
    list::One,
    objects::accounts::{self, Account},
    scalar::{Date, DateTime, Decimal},
};
use domain::presales::preorders;
use store::{
    entity::presales::{preorder_event, preorder_payment, preorder_refund},
    error::Result,
};
use types::PaymentMethod;

/// An event in the history of a pre-order.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct PreorderEvent {
    /// When it was entered. A placing that was entered later has the time at which it was placed, and an expiry the end
    /// of the hold.
    at: DateTime,
    /// The business day to which it belongs: of a payment, the day on which it was paid; of a confirmation, that of the
    /// payment that reached the deposit; of a delivery or a return, that day; of a correction, the day that it corrects.
    day: Date,
    /// The kind of event: PLACED, CHANGED, PAID, PAID_FOR_REFUND, PAYMENT_REVERSED, CONFIRMED, CONFIRMATION_REVERSED,
    /// EXPIRED, CANCELLED, FELL_SHORT, PART_DELIVERED, DELIVERED, DELIVERY_REVERSED, UNCOLLECTED, RETURNED,
    /// RETURN_REVERSED, COMPENSATED, COMPENSATION_REVERSED, REFUNDED or REFUND_REVERSED.
    what: String,
    /// The money of the event, in yuan, two decimal places: the amount agreed when it was placed or confirmed, the
    /// amount paid, refunded, kept or compensated, or the amount after a shortfall, a change, a return, or a delivery
    /// that changed it. Null if the event has none.
    amount_yuan: Option<Decimal>,
    /// The weight of the event, in kilograms, three decimal places: the quantity ordered, confirmed, delivered, returned
    /// or given up, or the quantity left after a shortfall or a change. Null if the event has none.
    quantity_kg: Option<Decimal>,
    /// The payment method of a payment or refund. Null for other events.
    method: Option<PaymentMethod>,
    /// The reference of a payment or refund, or the tracking number of a parcel. Null if there is none.
    reference: Option<String>,
    /// The reason. Null where none was required.
    reason: Option<String>,
    #[graphql(skip)]
    account_id: Option<Uuid>,
}

#[ComplexObject]
impl PreorderEvent {
    /// The account that did it. Null for an event caused by a visitor or by time, and unless the reader is ADMIN,
    /// OFFICIAL or CLERK.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
        match self.account_id {
            Some(id) => accounts::who(ctx, id).await,
            None => Ok(None),
        }
    }
}

impl From<preorder_event::Model> for PreorderEvent {
    fn from(row: preorder_event::Model) -> Self {
        let preorder_event::Model {
            id: _,
            preorder_id: _,
            at,
            kind,
            account_id,
            amount_fen,
            quantity_g,
            method,
            reference,
            reason,
            day,
            presale_fen: _,
            presale_g: _,
            presale_items: _,
            presale_records: _,
        } = row;
        Self {
            at: at.into(),
            day: day.into(),
            what: kind.name(),
            amount_yuan: amount_fen.map(Decimal::from),
            quantity_kg: quantity_g.map(Decimal::from),
            method,
            reference,
            reason,
            account_id,
        }
    }
}

/// A payment for a pre-order.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct PreorderPayment {
    /// The ID.
    #[graphql(owned)]
    pub(in crate::graphql) id: ID,
    /// The amount in yuan, two decimal places.
    amount_yuan: Decimal,
    /// All that came under the reference, in yuan, two decimal places. More than `amountYuan` if other entries are of
    /// the same transfer.
    transfer_yuan: Decimal,
    /// How it was paid.
    method: PaymentMethod,
    /// The payment's reference, or the receipt number for cash.
    reference: String,
    /// Whether it does not count for the goods and is due for refund.
    kept_for_refund: bool,
    /// When it was paid.
    paid_at: DateTime,
    /// When it was entered.
    recorded_at: DateTime,
    /// When it was reversed as entered by mistake. Null unless it is reversed.
    reversed_at: Option<DateTime>,
    /// The reason for reversing it. Null unless it is reversed.
    reversal_reason: Option<String>,
    #[graphql(skip)]
    account_id: Uuid,
}

#[ComplexObject]
impl PreorderPayment {
    /// The account that entered it. Null unless the reader is ADMIN, OFFICIAL or CLERK.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
        accounts::who(ctx, self.account_id).await
    }
}

impl From<preorder_payment::Model> for PreorderPayment {
    fn from(row: preorder_payment::Model) -> Self {
        let preorder_payment::Model {
            id,
            preorder_id: _,
            region_code: _,
            amount_fen,
            method,
            reference,
            transfer_fen,
            transfer_id: _,
            is_for_refund,
            paid_at,
            day: _,
            recorded_at,
            recorded_by,
            reversed_at,
            reversal_reason,
            reversed_by: _,
        } = row;
        Self {
            id: id.into(),
            amount_yuan: amount_fen.into(),
            transfer_yuan: transfer_fen.into(),
            method,
            reference,
            kept_for_refund: is_for_refund,
            paid_at: paid_at.into(),
            recorded_at: recorded_at.into(),
            reversed_at: reversed_at.map(DateTime::from),
            reversal_reason,
            account_id: recorded_by,
        }
    }
}

/// A refund of a pre-order.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct PreorderRefund {
    /// The ID.
    #[graphql(owned)]
    pub(in crate::graphql) id: ID,
    /// The amount in yuan, two decimal places.
    amount_yuan: Decimal,
    /// How it was refunded.
    method: PaymentMethod,
    /// The refund's reference, or the receipt number for cash.
    reference: String,
    /// When it was entered.
    recorded_at: DateTime,
    /// When it was reversed as entered by mistake. Null unless it is reversed.
    reversed_at: Option<DateTime>,
    /// The reason for reversing it. Null unless it is reversed.
    reversal_reason: Option<String>,
    #[graphql(skip)]
    account_id: Uuid,
}

#[ComplexObject]
impl PreorderRefund {
    /// The account that entered it. Null unless the reader is ADMIN, OFFICIAL or CLERK.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
        accounts::who(ctx, self.account_id).await
    }
}

impl From<preorder_refund::Model> for PreorderRefund {
    fn from(row: preorder_refund::Model) -> Self {
        let preorder_refund::Model {
            id,
            preorder_id: _,
            region_code: _,
            amount_fen,
            method,
            reference,
            counted_within: _,
            day: _,
            recorded_at,
            recorded_by,
            reversed_at,
            reversal_reason,
            reversed_by: _,
        } = row;
        Self {
            id: id.into(),
            amount_yuan: amount_fen.into(),
            method,
            reference,
            recorded_at: recorded_at.into(),
            reversed_at: reversed_at.map(DateTime::from),
            reversal_reason,
            account_id: recorded_by,
        }
    }
}

/// The payments and refunds that one clerk entered on one day by one method.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct DayPayments {
    /// The day they were entered.
    day: Date,
    /// The payment method.
    method: PaymentMethod,
    /// The amount received, in yuan, two decimal places, without payments that were reversed as mistakes.
    received_yuan: Decimal,
    /// The number of those payments.
    payments: i32,
    /// The amount refunded, in yuan, two decimal places, without refunds that were reversed as mistakes.
    refunded_yuan: Decimal,
    /// The number of those refunds.
    refunds: i32,
    #[graphql(skip)]
    account_id: Uuid,
}

#[ComplexObject]
impl DayPayments {
    /// The clerk who entered them.
    async fn clerk(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
        accounts::who(ctx, self.account_id).await
    }
}

impl From<preorders::Takings> for DayPayments {
    fn from(row: preorders::Takings) -> Self {
        let preorders::Takings { day, method, account_id, received, payments, refunded, refunds } = row;
        Self {
            day: day.into(),
            method,
            received_yuan: received.into(),
            payments: i32::try_from(payments).unwrap_or(i32::MAX),
            refunded_yuan: refunded.into(),
            refunds: i32::try_from(refunds).unwrap_or(i32::MAX),
            account_id,
        }
    }
}
