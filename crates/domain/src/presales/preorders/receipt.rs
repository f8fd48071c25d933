//! The printed receipts of a pre-order and its payments, as of one instant.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::ExprTrait};
use uuid::Uuid;

use super::{confirmed_on, get_by_code, is_clerk_of, not_found};
use crate::{
    installation,
    presales::offers,
    registers::{regions, varieties},
};
use store::{
    Database, Reader,
    entity::{
        access::account,
        presales::{preorder, preorder_payment, preorder_refund, presale_offer},
        registers::{region, variety},
    },
    error::{Error, Result},
};
use types::{Actor, CodeKind, Day, Money, PaymentMethod, Phone, PrintedCode, Reference, Role, Timestamp};

/// The most payments and refunds shown.
pub const MOST_MOVEMENTS: usize = 100;

/// The reader of a receipt.
#[derive(Debug, Clone)]
pub enum ReceiptReader {
    /// A buyer, who gives the telephone number of the pre-order.
    Buyer {
        /// The number as typed.
        phone: String,
    },
    /// An account, which sees its own pre-orders and those in its region and below it.
    Account(Actor),
}

/// A pre-order with everything that its receipt shows.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// The pre-order as of `at`.
    pub order: preorder::Model,
    /// The buyer's telephone number. It is masked for every reader, because a printed receipt may be left lying
    /// about.
    pub phone: String,
    /// The delivery address, for readers who may see it. None for pick-up.
    pub delivery_address: Option<String>,
    /// Its offer, as it is now.
    pub offer: presale_offer::Model,
    /// The business day of the payment that reached the deposit.
    pub confirmed_on: Option<Day>,
    /// The terms that buyers read on the day of placing.
    pub terms: Option<String>,
    /// The variety.
    pub variety: variety::Model,
    /// The offer's region.
    pub region: region::Model,
    /// Whether the records are a demonstration.
    pub is_demo: bool,
    /// The instant of the snapshot.
    pub at: Timestamp,
}

/// A payment or a refund.
#[derive(Debug, Clone)]
pub struct Movement {
    /// The id of the payment or refund.
    pub id: Uuid,
    /// Whether it is a refund.
    pub is_refund: bool,
    /// The amount.
    pub amount: Money,
    /// All that came under the reference. The amount of a refund.
    pub transfer: Money,
    /// The method.
    pub method: PaymentMethod,
    /// The payment reference, or the receipt number for cash.
    pub reference: String,
    /// The instant of payment. For a refund, the instant of entry.
    pub at: Timestamp,
    /// The instant of entry.
    pub recorded_at: Timestamp,
    /// The account that entered it.
    pub recorded_by: Uuid,
    /// Whether it does not count for the goods and is due for refund.
    pub is_for_refund: bool,
    /// The instant at which it was reversed as a mistake.
    pub reversed_at: Option<Timestamp>,
}

/// The receipt of a pre-order, with its first hundred payments and refunds in order of entry. One more is returned if
/// there are more. NOT_FOUND if the reader may not see it.
pub async fn receipt(database: &Database, reader: ReceiptReader, code: String) -> Result<(Receipt, Vec<Movement>)> {
    let now = database.clock().now();
    let read = database.read(async move |snapshot| {
        let receipt = of(&snapshot, &reader, &code, now).await?;
        let movements = movements(&snapshot, receipt.order.id).await?;
        Ok((receipt, movements))
    });
    read.await
}

/// The receipt of one payment of a pre-order, named by its id or its reference, with the user name of the account
/// that entered it, for readers who may know. NOT_FOUND if the reader may not see it, or if there is no such payment.
pub async fn payment_receipt(
    database: &Database,
    reader: ReceiptReader,
    code: String,
    name: String,
) -> Result<(Receipt, Movement, Option<String>)> {
    let now = database.clock().now();
    let read = database.read(async move |snapshot| {
        let receipt = of(&snapshot, &reader, &code, now).await?;
        let payment = payment(&snapshot, receipt.order.id, &name).await?;
        let taken_by = match &reader {
            ReceiptReader::Account(actor) if matches!(actor.role, Role::Admin | Role::Official | Role::Clerk) => {
                account::Entity::find_by_id(payment.recorded_by).one(&*snapshot).await?.map(|account| account.username)
            }
            ReceiptReader::Account(_) | ReceiptReader::Buyer { .. } => None,
        };
        Ok((receipt, payment, taken_by))
    });
    read.await
}

async fn of(connection: &Reader, reader: &ReceiptReader, code: &str, now: Timestamp) -> Result<Receipt> {
    let order = match reader {
        ReceiptReader::Buyer { phone } => get_by_code(connection, code, phone).await?,
        ReceiptReader::Account(actor) => find_visible_by_code(connection, actor, code).await?,
    };
    let offer = offers::get(connection, order.offer_id, "code").await?;
    let may_read_address = match reader {
        ReceiptReader::Buyer { .. } => true,
        ReceiptReader::Account(actor) => {
            order.buyer_account_id == Some(actor.account_id) || is_clerk_of(actor, &order.region_code)
        }
    };
    Ok(Receipt {
        phone: Phone(order.buyer_phone.clone()).masked(),
        delivery_address: order.delivery_address.clone().filter(|_| may_read_address),
        variety: varieties::get(connection, &offer.variety_code, "varietyCode").await?,
        region: regions::get(connection, &offer.region_code, "regionCode").await?,
        is_demo: installation::is_demo(connection).await?,
        terms: offers::said_at(connection, &offer, order.placed_at).await?.terms,
        confirmed_on: confirmed_on(connection, &[order.id]).await?.remove(&order.id),
        order: order.at(now),
        offer,
        at: now,
    })
}

async fn find_visible_by_code(connection: &Reader, actor: &Actor, code: &str) -> Result<preorder::Model> {
    let code = PrintedCode::parse(CodeKind::Preorder, code).ok_or_else(|| not_found("code"))?;
    preorder::Entity::visible_to(actor)
        .filter(preorder::Column::Code.eq(code))
        .one(connection)
        .await?
        .ok_or_else(|| not_found("code"))
}

async fn movements(connection: &Reader, id: Uuid) -> Result<Vec<Movement>> {
    let most = MOST_MOVEMENTS as u64 + 1;
    let payments = {
        use preorder_payment::Column;
        preorder_payment::Entity::find()
            .filter(Column::PreorderId.eq(id))
            .order_by_asc(Column::Id)
            .limit(most)
            .all(connection)
            .await?
    };
    let refunds = {
        use preorder_refund::Column;
        preorder_refund::Entity::find()
            .filter(Column::PreorderId.eq(id))
            .order_by_asc(Column::Id)
            .limit(most)
            .all(connection)
            .await?
    };
    let mut movements: Vec<Movement> =
        payments.into_iter().map(Movement::from).chain(refunds.into_iter().map(Movement::from)).collect();
    movements.sort_by_key(|movement| (movement.recorded_at, movement.id));
    movements.truncate(MOST_MOVEMENTS + 1);
    Ok(movements)
}

/// The payment with this id or reference. The same reference may occur under several methods, in several entries of one
/// transfer, and again after a reversed entry. The last payment that was not reversed is returned, or the last one if
/// all were; and before it, one that counts for the goods.
async fn payment(connection: &Reader, order_id: Uuid, name: &str) -> Result<Movement> {
    use preorder_payment::Column;
    let not_found = || Error::not_found("payment", "收款记录", "payment");
    // A text that is neither a reference nor an id names no payment.
    let Reference(name) = Reference::parse(name).map_err(|_| not_found())?;
    let is_named = Column::Reference.eq(name.as_str()).or(Column::Id.eq(Uuid::try_parse(&name).unwrap_or_default()));
    let query = preorder_payment::Entity::find().filter(Column::PreorderId.eq(order_id)).filter(is_named);
    let named = query.order_by_desc(Column::Id).limit(MOST_MOVEMENTS as u64).all(connection).await?;
    let last =
        named.into_iter().max_by_key(|payment| (payment.reversed_at.is_none(), !payment.is_for_refund, payment.id));
    last.map(Movement::from).ok_or_else(not_found)
}

impl From<preorder_payment::Model> for Movement {
    fn from(row: preorder_payment::Model) -> Self {
        Self {
            id: row.id,
            is_refund: false,
            amount: row.amount_fen,
            transfer: row.transfer_fen,
            method: row.method,
            reference: row.reference,
            at: row.paid_at,
            recorded_at: row.recorded_at,
            recorded_by: row.recorded_by,
            is_for_refund: row.is_for_refund,
            reversed_at: row.reversed_at,
        }
    }
}

impl From<preorder_refund::Model> for Movement {
    fn from(row: preorder_refund::Model) -> Self {
        Self {
            id: row.id,
            is_refund: true,
            amount: row.amount_fen,
            transfer: row.amount_fen,
            method: row.method,
            reference: row.reference,
            at: row.recorded_at,
            recorded_at: row.recorded_at,
            recorded_by: row.recorded_by,
            is_for_refund: false,
            reversed_at: row.reversed_at,
        }
    }
}
