//! Pre-orders.

mod goods;
mod records;

pub(crate) use goods::{PreorderDelivery, PreorderReturn};
pub(crate) use records::{DayPayments, PreorderEvent, PreorderPayment, PreorderRefund};

use std::collections::HashMap;

use async_graphql::{Context, ID, Object};
use uuid::Uuid;

use super::{
    harvest_lots::HarvestLot,
    offers::{self, PresaleOffer},
};
use crate::graphql::{
    connection::Connection,
    document::cost::list_size,
    guard::{actor, database},
    list::{List, One},
    loader::{self, Loaders},
    phones_read::reads_phone,
    scalar::{Date, DateTime, Decimal},
};
use domain::presales::{self, preorders};
use store::{
    entity::{harvest::harvest_lot, presales::preorder},
    error::Result,
    page::Page,
};
use types::{CancellationCause, Fulfilment, Phone, PreorderStatus, Role};

/// A buyer's pre-order on an offer (预售订单), in its state at this moment.
pub(crate) struct Preorder {
    row: preorder::Model,
    /// Whether the caller has proved that it is its own, by code and telephone number.
    is_callers: bool,
}

/// How much of the buyer the caller may read.
enum Reading {
    /// The buyer itself.
    Own,
    /// A clerk of the offer's region.
    Whole,
    /// Any other reader who may see it. The telephone number is masked.
    Masked,
    /// Any other caller. No path leads them to the pre-order, and they read nothing about the buyer.
    Nothing,
}

impl Preorder {
    /// A pre-order in its current state. An overdue one has expired.
    pub(crate) fn current(ctx: &Context<'_>, row: preorder::Model) -> Self {
        Self { row: row.at(database(ctx).clock().now()), is_callers: false }
    }

    /// The same for a caller who placed it, or who gave its code and telephone number.
    pub(crate) fn of_its_buyer(ctx: &Context<'_>, row: preorder::Model) -> Self {
        Self { is_callers: true, ..Self::current(ctx, row) }
    }

    pub(crate) fn page(ctx: &Context<'_>, page: Page<preorder::Model>) -> Connection<Self> {
        let Page { rows, has_next, has_previous, total } = page;
        let rows = rows.into_iter().map(|(cursor, row)| (cursor, Self::current(ctx, row))).collect();
        Page::<Self> { rows, has_next, has_previous, total }.into()
    }

    fn reading(&self, ctx: &Context<'_>) -> Reading {
        let actor = actor(ctx);
        if self.is_callers || actor.is_some_and(|actor| self.row.buyer_account_id == Some(actor.account_id)) {
            return Reading::Own;
        }
        match actor.filter(|actor| actor.scope().covers(&self.row.region_code)) {
            Some(actor) if actor.role == Role::Clerk => Reading::Whole,
            Some(_) => Reading::Masked,
            None => Reading::Nothing,
        }
    }
}

/// A buyer's pre-order on an offer (预售订单), in its state at this moment. It is EXPIRED as soon as its hold has run
/// out.
#[Object]
impl Preorder {
    /// The ID.
    pub(crate) async fn id(&self) -> ID {
        self.row.id.into()
    }

    /// A short code that the buyer can read out on the telephone: P, then six characters and a check character, in
    /// groups of four.
    async fn code(&self) -> &str {
        &self.row.code.0
    }

    /// The offer.
    async fn offer(&self, ctx: &Context<'_>) -> Result<One<PresaleOffer>> {
        offers::of(ctx, self.row.offer_id).await
    }

    /// Its status at this moment.
    async fn status(&self) -> PreorderStatus {
        self.row.status
    }

    /// The buyer's name. For the buyer, and for CLERK, OFFICIAL and ADMIN of the offer's region. Null for everyone
    /// else.
    async fn buyer_name(&self, ctx: &Context<'_>) -> Option<&str> {
        match self.reading(ctx) {
            Reading::Own | Reading::Whole | Reading::Masked => Some(&self.row.buyer_name),
            Reading::Nothing => None,
        }
    }

    /// The buyer's telephone number, as digits. Full for the buyer and for the clerks of the offer's region. Masked as
    /// 138****1234 for OFFICIAL and ADMIN. Null for everyone else. The audit log records when a clerk reads full
    /// numbers.
    async fn buyer_phone(&self, ctx: &Context<'_>) -> Option<String> {
        let phone = Phone(self.row.buyer_phone.clone());
        match self.reading(ctx) {
            Reading::Own => Some(phone.0),
            Reading::Whole if reads_phone(ctx, "preorder", self.row.id) => Some(phone.0),
            Reading::Whole | Reading::Masked => Some(phone.masked()),
            Reading::Nothing => None,
        }
    }

    /// The delivery address. For the buyer and for the clerks of the offer's region. Null for everyone else, and if it
    /// is picked up.
    async fn delivery_address(&self, ctx: &Context<'_>) -> Option<&str> {
        match self.reading(ctx) {
            Reading::Own | Reading::Whole => self.row.delivery_address.as_deref(),
            Reading::Masked | Reading::Nothing => None,
        }
    }

    /// The quantity ordered, in kilograms, three decimal places.
    async fn quantity_kg(&self) -> Decimal {
        self.row.quantity_g.into()
    }

    /// The quantity that will be or was delivered, without what came back, in kilograms, three decimal places. It
    /// differs from `quantityKg` after a shortfall, a delivery of less or by weight, or a return. 0 once it is cancelled
    /// or expired.
    async fn fulfillable_kg(&self) -> Decimal {
        self.row.fulfillable_g.into()
    }

    /// The quantity handed over so far, also if some of it came back, in kilograms, three decimal places.
    async fn delivered_kg(&self) -> Decimal {
        self.row.delivered_g.into()
    }

    /// The part of `deliveredKg` that came back, in kilograms, three decimal places.
    async fn returned_kg(&self) -> Decimal {
        self.row.returned_g.into()
    }

    /// `fulfillableKg` times the unit price, rounded to the fen, less compensation after delivery. In yuan, two decimal
    /// places.
    async fn amount_yuan(&self) -> Decimal {
        self.row.amount_fen.into()
    }

    /// The compensation after delivery, in yuan, two decimal places.
    async fn compensated_yuan(&self) -> Decimal {
        self.row.compensated_fen.into()
    }

    /// The freight in yuan, two decimal places. 0.00 if it is picked up. It is paid with the balance, and is not part
    /// of any produce figure.
    async fn freight_yuan(&self) -> Decimal {
        self.row.freight_fen.into()
    }

    /// What the buyer pays in all, in yuan, two decimal places: the amount and the freight. 0.00 once nothing is to be
    /// delivered any more.
    async fn total_yuan(&self) -> Decimal {
        self.row.balance().owed.into()
    }

    /// The deposit that confirms it, in yuan, two decimal places, as first agreed. A shortfall does not change it.
    async fn deposit_yuan(&self) -> Decimal {
        self.row.deposit_fen.into()
    }

    /// All money received, in yuan, two decimal places.
    async fn paid_yuan(&self) -> Decimal {
        self.row.paid_fen.into()
    }

    /// The amount still to be paid for goods and freight, in yuan, two decimal places.
    async fn open_yuan(&self) -> Decimal {
        self.row.balance().open().into()
    }

    /// The money refunded, in yuan, two decimal places.
    async fn refunded_yuan(&self) -> Decimal {
        self.row.refunded_fen.into()
    }

    /// The refund due, in yuan, two decimal places.
    async fn refund_due_yuan(&self) -> Decimal {
        self.row.balance().due().into()
    }

    /// The part of the deposit kept on cancellation under the terms, in yuan, two decimal places. It is not part of any
    /// produce figure.
    async fn kept_yuan(&self) -> Decimal {
        self.row.kept_fen.into()
    }

    /// How the buyer receives it.
    async fn fulfilment(&self) -> Fulfilment {
        self.row.fulfilment
    }

    /// When it was placed.
    async fn placed_at(&self) -> DateTime {
        self.row.placed_at.into()
    }

    /// When its confirmation was recorded. Null if it was not confirmed.
    async fn confirmed_at(&self) -> Option<DateTime> {
        self.row.confirmed_at.map(DateTime::from)
    }

    /// The business day of the payment that reached its deposit, however late it was entered: the day on which its
    /// amount counts. Without a deposit, the day of placing. Null if it is not confirmed.
    async fn confirmed_on(&self, ctx: &Context<'_>) -> Result<Option<Date>> {
        if self.row.confirmed_at.is_none() {
            return Ok(None);
        }
        Ok(loader::load(ctx, self.row.id, preorders::confirmed_on).await?.map(Date::from))
    }

    /// The day on which the last of it so far was handed over or shipped. Null until then.
    async fn delivered_on(&self) -> Option<Date> {
        self.row.delivered_on.map(Date::from)
    }

    /// The tracking number of the last parcel. Null if there is none.
    async fn tracking_number(&self) -> Option<&str> {
        self.row.tracking_number.as_deref()
    }

    /// The offer's terms as the buyer read them on placing, which can have several lines. Null if there were none.
    async fn terms(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        loader::load_or_default(ctx, self.row.id, presales::offers::terms_of).await
    }

    /// When it was entered. It differs from `placedAt` if a clerk entered it later.
    async fn recorded_at(&self) -> DateTime {
        self.row.recorded_at.into()
    }

    /// When anything about it last changed. `changePreorder` takes it as `ifUnchangedSince`.
    async fn changed_at(&self) -> DateTime {
        self.row.changed_at.into()
    }

    /// When it was cancelled. Null unless CANCELLED.
    async fn cancelled_at(&self) -> Option<DateTime> {
        self.row.cancelled_at.map(DateTime::from)
    }

    /// Why it was cancelled. Null unless CANCELLED.
    async fn cancellation_cause(&self) -> Option<CancellationCause> {
        self.row.cancellation_cause
    }

    /// If it is not paid by then, it expires and its quantity is free again. Null unless PLACED.
    async fn hold_until(&self) -> Option<DateTime> {
        (self.row.status == PreorderStatus::Placed).then(|| self.row.hold_until.into())
    }

    /// Its history, oldest first. At most 100 events.
    #[graphql(directive = list_size::apply(Some(10), None))]
    async fn history(&self, ctx: &Context<'_>) -> Result<List<PreorderEvent>> {
        let events =
            preorders::with_expiry(&self.row, loader::load_or_default(ctx, self.row.id, preorders::histories).await?);
        Ok(events.into_iter().map(PreorderEvent::from).collect())
    }

    /// Its payments, in the order they were entered. At most 100.
    #[graphql(directive = list_size::apply(Some(5), None))]
    async fn payments(&self, ctx: &Context<'_>) -> Result<List<PreorderPayment>> {
        Ok(loader::load_or_default(ctx, self.row.id, preorders::payments_of)
            .await?
            .into_iter()
            .map(PreorderPayment::from)
            .collect())
    }

    /// Its refunds, in the order they were entered. At most 100.
    #[graphql(directive = list_size::apply(Some(5), None))]
    async fn refunds(&self, ctx: &Context<'_>) -> Result<List<PreorderRefund>> {
        let refunds = loader::load_or_default(ctx, self.row.id, preorders::refunds_of).await?;
        Ok(refunds.into_iter().map(PreorderRefund::from).collect())
    }

    /// Its deliveries, in the order they were entered. At most 100.
    #[graphql(directive = list_size::apply(Some(5), None))]
    async fn deliveries(&self, ctx: &Context<'_>) -> Result<List<PreorderDelivery>> {
        let deliveries = loader::load_or_default(ctx, self.row.id, preorders::deliveries_of).await?;
        Ok(deliveries.into_iter().map(PreorderDelivery::from).collect())
    }

    /// What came back of it, in the order it was entered. At most 100.
    #[graphql(directive = list_size::apply(Some(5), None))]
    async fn returns(&self, ctx: &Context<'_>) -> Result<List<PreorderReturn>> {
        let returns = loader::load_or_default(ctx, self.row.id, preorders::returns_of).await?;
        Ok(returns.into_iter().map(PreorderReturn::from).collect())
    }

    /// The lots it was delivered from that the reader may see, at most 100.
    #[graphql(directive = list_size::apply(Some(5), None))]
    async fn lots(&self, ctx: &Context<'_>) -> Result<List<HarvestLot>> {
        Ok(loader::load_or_default(ctx, self.row.id, lots_of).await?.into_iter().map(HarvestLot::from).collect())
    }
}

/// The lots that these pre-orders were delivered from and that the caller may see.
async fn lots_of(loaders: &Loaders, preorders: &[Uuid]) -> Result<HashMap<Uuid, Vec<harvest_lot::Model>>> {
    preorders::lots_of(loaders.reader(), loaders.scope(), preorders).await
}
