//! Pre-orders.

mod money;
mod mutations;
mod records;

use async_graphql::{Context, ID, InputObject, Object};

pub use money::MoneyMutation;
pub use mutations::PreorderMutation;
pub use records::PreorderPayment;
use records::{DayPayments, PreorderEvent};

use super::offers::{self, PresaleOffer};
use crate::graphql::{
    access::audit::reads_phone,
    connection::{Connection, request},
    exchange::Exchange,
    guard::{self, actor, allow, database, nullable},
    harvest::harvest_lots::HarvestLot,
    input, loader,
    scalar::{Date, DateTime, Decimal},
};
use crate::{graphql::document::cost::list_size, rate::PreorderLimit};
use domain::presales::preorders;
use store::{entity::presales::preorder, error::Result, page::Page};
use types::{CancellationCause, Fulfilment, Phone, PreorderStatus, RegionCode, Role};

/// A buyer's claim on an offer (预售订单), as it stands at this moment.
pub struct Preorder {
    row: preorder::Model,
    /// Whether the caller has shown that it is its own, by its code and telephone number.
    is_callers: bool,
}

/// How much of the buyer the caller may read.
enum Reading {
    /// The buyer itself.
    Own,
    /// Whoever clerks for the offer's region.
    Whole,
    /// Whoever may see it otherwise: the telephone number masked.
    Masked,
    /// Nobody else comes upon it, and would read nothing of the buyer.
    Nothing,
}

impl Preorder {
    /// A pre-order as it stands now; an overdue one has expired.
    pub fn seen(ctx: &Context<'_>, row: preorder::Model) -> Self {
        Self { row: row.at(database(ctx).clock().now()), is_callers: false }
    }

    /// The same of somebody who placed it, or gave its code and telephone number.
    fn of_its_buyer(ctx: &Context<'_>, row: preorder::Model) -> Self {
        Self { is_callers: true, ..Self::seen(ctx, row) }
    }

    fn page(ctx: &Context<'_>, page: Page<preorder::Model>) -> Connection<Self> {
        let Page { rows, has_next, has_previous, total } = page;
        let rows = rows.into_iter().map(|(cursor, row)| (cursor, Self::seen(ctx, row))).collect();
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

/// A buyer's claim on an offer (预售订单), as it stands at this moment: one whose hold has run out has expired.
#[Object]
impl Preorder {
    /// The ID.
    pub(crate) async fn id(&self) -> ID {
        self.row.id.into()
    }

    /// Short code that the buyer can read out on the telephone: P, six characters and a check character in groups of
    /// four.
    async fn code(&self) -> &str {
        &self.row.code.0
    }

    /// The offer.
    async fn offer(&self, ctx: &Context<'_>) -> Result<PresaleOffer> {
        offers::of(ctx, self.row.offer_id).await
    }

    /// Where it stands.
    async fn status(&self) -> PreorderStatus {
        self.row.status
    }

    /// The buyer's name: whole for the buyer, and for CLERK, OFFICIAL and ADMIN of the offer's region; null for
    /// everybody else.
    async fn buyer_name(&self, ctx: &Context<'_>) -> Option<&str> {
        match self.reading(ctx) {
            Reading::Own | Reading::Whole | Reading::Masked => Some(&self.row.buyer_name),
            Reading::Nothing => None,
        }
    }

    /// The buyer's telephone number, as digits: whole for the buyer and for the clerks of the offer's region,
    /// 138****1234 for OFFICIAL and ADMIN, null for everybody else. A clerk's reading of whole numbers is written down
    /// in the audit log.
    async fn buyer_phone(&self, ctx: &Context<'_>) -> Option<String> {
        let phone = Phone(self.row.buyer_phone.clone());
        match self.reading(ctx) {
            Reading::Own => Some(phone.0),
            Reading::Whole if reads_phone(ctx, "preorder", self.row.id) => Some(phone.0),
            Reading::Whole | Reading::Masked => Some(phone.masked()),
            Reading::Nothing => None,
        }
    }

    /// Where it is sent: for the buyer and for the clerks of the offer's region; null for everybody else, and where it
    /// is picked up.
    async fn delivery_address(&self, ctx: &Context<'_>) -> Option<&str> {
        match self.reading(ctx) {
            Reading::Own | Reading::Whole => self.row.delivery_address.as_deref(),
            Reading::Masked | Reading::Nothing => None,
        }
    }

    /// What was ordered, in kilograms, three decimal places.
    async fn quantity_kg(&self) -> Decimal {
        self.row.quantity_g.into()
    }

    /// What will be or was handed over, in kilograms, three decimal places: less than `quantityKg` after a shortfall, 0
    /// once cancelled or expired.
    async fn fulfillable_kg(&self) -> Decimal {
        self.row.fulfillable_g.into()
    }

    /// `fulfillableKg` × unit price, to the fen, less what was made good after delivery; in yuan, two decimal places.
    async fn amount_yuan(&self) -> Decimal {
        self.row.amount_fen.into()
    }

    /// What was made good after delivery, in yuan, two decimal places.
    async fn compensated_yuan(&self) -> Decimal {
        self.row.compensated_fen.into()
    }

    /// What sending it costs, in yuan, two decimal places; 0.00 where it is picked up. It is paid with the rest, and in
    /// no produce figure.
    async fn freight_yuan(&self) -> Decimal {
        self.row.freight_fen.into()
    }

    /// What confirms it, in yuan, two decimal places, as first agreed; a shortfall does not change it.
    async fn deposit_yuan(&self) -> Decimal {
        self.row.deposit_fen.into()
    }

    /// All money received, in yuan, two decimal places.
    async fn paid_yuan(&self) -> Decimal {
        self.row.paid_fen.into()
    }

    /// What is still to be paid for goods and freight, in yuan, two decimal places.
    async fn open_yuan(&self) -> Decimal {
        self.row.balance().open().into()
    }

    /// Money paid back, in yuan, two decimal places.
    async fn refunded_yuan(&self) -> Decimal {
        self.row.refunded_fen.into()
    }

    /// Money that is due back, in yuan, two decimal places.
    async fn refund_due_yuan(&self) -> Decimal {
        self.row.balance().due().into()
    }

    /// Deposit kept on cancellation under the terms, in yuan, two decimal places; in no produce figure.
    async fn kept_yuan(&self) -> Decimal {
        self.row.kept_fen.into()
    }

    /// How the buyer gets it.
    async fn fulfilment(&self) -> Fulfilment {
        self.row.fulfilment
    }

    /// When it was placed.
    async fn placed_at(&self) -> DateTime {
        self.row.placed_at.into()
    }

    /// When it was confirmed; null where it was not.
    async fn confirmed_at(&self) -> Option<DateTime> {
        self.row.confirmed_at.map(DateTime::from)
    }

    /// The day on which it was handed over or sent; null until then.
    async fn delivered_on(&self) -> Option<Date> {
        self.row.delivered_on.map(Date::from)
    }

    /// The parcel's number; null where there is none.
    async fn tracking_number(&self) -> Option<&str> {
        self.row.tracking_number.as_deref()
    }

    /// When it was cancelled; null unless CANCELLED.
    async fn cancelled_at(&self) -> Option<DateTime> {
        self.row.cancelled_at.map(DateTime::from)
    }

    /// Why it was cancelled; null unless CANCELLED.
    async fn cancellation_cause(&self) -> Option<CancellationCause> {
        self.row.cancellation_cause
    }

    /// Not paid by then, it expires and its kilograms are free again. Null unless PLACED.
    async fn hold_until(&self) -> Option<DateTime> {
        (self.row.status == PreorderStatus::Placed).then(|| self.row.hold_until.into())
    }

    /// What happened to it, at most 100 events, oldest first.
    #[graphql(directive = list_size::apply(Some(10), None))]
    async fn history(&self, ctx: &Context<'_>) -> Result<Vec<PreorderEvent>> {
        let events = preorders::with_expiry(&self.row, loader::history(ctx, self.row.id).await?);
        Ok(events.into_iter().map(PreorderEvent::from).collect())
    }

    /// The money that came for it, at most 100 payments, in the order in which they were entered.
    #[graphql(directive = list_size::apply(Some(5), None))]
    async fn payments(&self, ctx: &Context<'_>) -> Result<Vec<PreorderPayment>> {
        Ok(loader::payments(ctx, self.row.id).await?.into_iter().map(PreorderPayment::from).collect())
    }

    /// The lots that it was delivered from and that the reader may see, at most 100.
    #[graphql(directive = list_size::apply(Some(5), None))]
    async fn lots(&self, ctx: &Context<'_>) -> Result<Vec<HarvestLot>> {
        Ok(loader::lots(ctx, self.row.id).await?.into_iter().map(HarvestLot::from).collect())
    }
}

/// Filters pre-orders. An absent field does not restrict the list.
#[derive(Default, InputObject)]
struct PreorderFilter {
    /// Those of this offer.
    offer_id: Option<ID>,
    /// Those that stand so at this moment.
    status: Option<PreorderStatus>,
    /// The one with this code, typed in any case and with or without hyphens.
    code: Option<String>,
    /// Those booked on this region and everything below it.
    region_code: Option<ID>,
}

/// Counts a placing or a try of a code from the caller's address.
fn count_try(ctx: &Context<'_>) -> Result<()> {
    ctx.data_unchecked::<PreorderLimit>().check(ctx.data_unchecked::<std::sync::Arc<Exchange>>().address)
}

/// Queries about pre-orders.
#[derive(Debug, Default)]
pub struct PreorderQuery;

#[Object]
impl PreorderQuery {
    /// The pre-order with this id. For the account that placed it, and for ADMIN, OFFICIAL and CLERK of the offer's
    /// region; null with NOT_FOUND otherwise.
    async fn preorder(&self, ctx: &Context<'_>, #[graphql(desc = "The ID.")] id: ID) -> Option<Result<Preorder>> {
        nullable(async {
            let actor = allow(ctx, guard::ACCOUNTS)?;
            Ok(Preorder::seen(ctx, preorders::get(database(ctx).reader(), actor, input::record_id(&id), "id").await?))
        })
        .await
    }

    /// For a buyer without an account: the pre-order with this code and telephone number; both must match, or it is
    /// null with NOT_FOUND. RATE_LIMITED where it is tried too often from one address. Open to everybody.
    async fn preorder_by_code(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The code, typed in any case and with or without hyphens.")] code: String,
        #[graphql(desc = "The telephone number that was given when it was placed.")] buyer_phone: String,
    ) -> Option<Result<Preorder>> {
        nullable(async {
            guard::open(ctx)?;
            count_try(ctx)?;
            let found = preorders::get_by_code(database(ctx).reader(), &code, &buyer_phone).await?;
            Ok(Preorder::of_its_buyer(ctx, found))
        })
        .await
    }

    /// The pre-orders that the caller may see, newest first: its own, and those of its region and below for ADMIN,
    /// OFFICIAL and CLERK.
    async fn preorders(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Filters the pre-orders.")] filter: Option<PreorderFilter>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<Preorder>>> {
        nullable(async {
            let actor = allow(ctx, guard::ACCOUNTS)?;
            let PreorderFilter { offer_id, status, code, region_code } = filter.unwrap_or_default();
            let filter = preorders::Filter {
                offer_id: offer_id.map(|id| input::record_id(&id)),
                status,
                code,
                region_code: region_code.map(|code| RegionCode(code.0)),
            };
            let (database, request) = (database(ctx), request(ctx, first, after));
            let page = preorders::list(database.reader(), actor, filter, &request, database.clock().now()).await?;
            Ok(Preorder::page(ctx, page))
        })
        .await
    }

    /// The pre-orders of a region and below whose buyers have money to get back, those that have waited longest first.
    /// For ADMIN, and for OFFICIAL and CLERK of the region.
    async fn refunds_due(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region.")] region_code: ID,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<Preorder>>> {
        nullable(async {
            let actor = allow(ctx, guard::READERS)?;
            let (database, request) = (database(ctx), request(ctx, first, after));
            let region = RegionCode(region_code.0);
            let page =
                preorders::refunds_due(database.reader(), actor, &region, &request, database.clock().now()).await?;
            Ok(Preorder::page(ctx, page))
        })
        .await
    }

    /// Money of pre-orders that was entered from one day to another, both included, by day, method and clerk, for the
    /// evening's closing. At most 31 days and 1,000 rows. For ADMIN, and for OFFICIAL and CLERK of the region.
    #[graphql(directive = list_size::apply(Some(50), None))]
    async fn payments_by_day(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region. Includes everything below it.")] region_code: ID,
        #[graphql(desc = "The first day.")] from: Date,
        #[graphql(desc = "The last day, at most thirty days later.")] to: Date,
    ) -> Option<Result<Vec<DayPayments>>> {
        nullable(async {
            let actor = allow(ctx, guard::READERS)?;
            let days = || Ok((input::day("from", &from)?, input::day("to", &to)?));
            let rows = preorders::by_day(database(ctx).reader(), actor, &RegionCode(region_code.0), days()).await?;
            Ok(rows.into_iter().map(DayPayments::from).collect())
        })
        .await
    }
}
