//! What stands behind a pre-order: its history and its money.

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use uuid::Uuid;

use crate::graphql::{
    access::accounts::{self, Account},
    scalar::{Date, DateTime, Decimal},
};
use domain::presales::preorders;
use store::{
    entity::presales::{preorder_event, preorder_payment},
    error::Result,
};
use types::PaymentMethod;

/// Something that happened to a pre-order.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct PreorderEvent {
    /// When it happened.
    at: DateTime,
    /// What happened: PLACED, PAID, PAID_FOR_REFUND, PAYMENT_REVERSED, CONFIRMED, CONFIRMATION_REVERSED, EXPIRED,
    /// CANCELLED, FELL_SHORT, DELIVERED, UNCOLLECTED, COMPENSATED or REFUNDED.
    what: String,
    /// The money it is about, in yuan, two decimal places: what was agreed when it was placed or confirmed, what was
    /// paid, paid back, kept or made good, or the amount after a shortfall; null where it is about none.
    amount_yuan: Option<Decimal>,
    /// The weight it is about, in kilograms, three decimal places: what was ordered, confirmed, handed over or given
    /// up, or is left after a shortfall; null where it is about none.
    quantity_kg: Option<Decimal>,
    /// How money came or went; null where none did.
    method: Option<PaymentMethod>,
    /// The proof of money, or a parcel's number; null where there is none.
    reference: Option<String>,
    /// Why; null where nobody had to say.
    reason: Option<String>,
    #[graphql(skip)]
    account_id: Option<Uuid>,
}

#[ComplexObject]
impl PreorderEvent {
    /// Who did it; null for what a visitor or time did, and for a reader who is neither ADMIN, OFFICIAL nor CLERK.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
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
            day: _,
            presale_fen: _,
            presale_g: _,
            presale_items: _,
            presale_records: _,
        } = row;
        Self {
            at: at.into(),
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

/// Money that came for a pre-order.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct PreorderPayment {
    /// The ID.
    #[graphql(owned)]
    pub(in crate::graphql) id: ID,
    /// How much, in yuan, two decimal places.
    amount_yuan: Decimal,
    /// How it came.
    method: PaymentMethod,
    /// The payer's proof, or the number of the receipt for cash.
    reference: String,
    /// Whether it cannot count for the goods, and is due back.
    kept_for_refund: bool,
    /// When it came.
    paid_at: DateTime,
    /// When it was entered.
    recorded_at: DateTime,
    /// When it was taken back as entered by mistake; null while it holds.
    reversed_at: Option<DateTime>,
    /// Why; null while it holds.
    reversal_reason: Option<String>,
    #[graphql(skip)]
    account_id: Uuid,
}

#[ComplexObject]
impl PreorderPayment {
    /// Who entered it; null for a reader who is neither ADMIN, OFFICIAL nor CLERK.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
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

/// What one clerk took and paid back on one day by one method.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct DayPayments {
    /// The day on which it was entered.
    day: Date,
    /// How the money came or went.
    method: PaymentMethod,
    /// Received, in yuan, two decimal places, without payments that were reversed as mistakes.
    received_yuan: Decimal,
    /// How many payments that were.
    payments: i32,
    /// Paid back, in yuan, two decimal places.
    refunded_yuan: Decimal,
    /// How many refunds that were.
    refunds: i32,
    #[graphql(skip)]
    account_id: Uuid,
}

#[ComplexObject]
impl DayPayments {
    /// Who entered them.
    async fn clerk(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
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
