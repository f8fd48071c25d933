//! The history of a pre-order, and what its events add to the figures.

use std::collections::HashMap;

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::records_of;
use store::{
    Reader, Txn,
    entity::presales::{preorder, preorder_event, presale_offer},
    error::Result,
    ledger::{Amounts, Entry, Facets, Source},
    load::filled,
};
use types::{
    Day, EntryKind, Kilograms, Money, PaymentMethod, PreorderEventKind, PreorderStatus, SourceKind, Timestamp, new_id,
};

/// A new event of a pre-order.
#[derive(Debug, Clone)]
pub struct NewEvent {
    /// Kind of event.
    pub kind: PreorderEventKind,
    /// The instant of the event, if it differs from that of the recording.
    pub at: Option<Timestamp>,
    /// The day on which the event counts, if it differs from the day of the recording.
    pub day: Option<Day>,
    /// The account that caused it. None for an expiry, and for a visitor without an account.
    pub by: Option<Uuid>,
    /// The money that moves or becomes due.
    pub amount: Option<Money>,
    /// The kilograms concerned.
    pub quantity: Option<Kilograms>,
    /// The method of payment.
    pub method: Option<PaymentMethod>,
    /// The payment reference, or the tracking number of a delivery.
    pub reference: Option<String>,
    /// The reason, in words.
    pub reason: Option<String>,
    /// What the event adds to the pre-sale revenue.
    pub presale: Amounts,
}

impl NewEvent {
    /// An event of a kind, caused by an account, with all other fields empty.
    pub fn new(kind: PreorderEventKind, by: Option<Uuid>) -> Self {
        Self {
            kind,
            at: None,
            day: None,
            by,
            amount: None,
            quantity: None,
            method: None,
            reference: None,
            reason: None,
            presale: Amounts::default(),
        }
    }

    /// The expiry of a pre-order at the end of its hold.
    pub fn expiry(row: &preorder::Model) -> Self {
        let end = row.hold_until;
        Self { at: Some(end), day: Some(end.day()), ..Self::new(PreorderEventKind::Expired, None) }
    }

    /// The confirmation of a pre-order. All of it counts, on the business day on which its deposit was reached.
    pub fn confirmation(row: &preorder::Model, by: Option<Uuid>, day: Day) -> Self {
        let presale =
            Amounts { amount: row.amount_fen, quantity: row.fulfillable_g, items: 1, records: 1, ..Amounts::default() };
        let (amount, quantity) = (Some(row.amount_fen), Some(row.fulfillable_g));
        Self { amount, quantity, presale, day: Some(day), ..Self::new(PreorderEventKind::Confirmed, by) }
    }

    /// Makes this event subtract what had counted of a confirmed or delivered pre-order, on the day of the event.
    #[must_use]
    pub fn taking_off(self, before: &preorder::Model) -> Self {
        if !matches!(before.status, PreorderStatus::Confirmed | PreorderStatus::Delivered) {
            return self;
        }
        let presale = Amounts {
            amount: Money::ZERO - before.amount_fen,
            quantity: Kilograms::ZERO - before.fulfillable_g,
            items: -1,
            records: 1,
            ..Amounts::default()
        };
        Self { presale, ..self }
    }

    /// The row for the history, recorded at an instant of a business day.
    pub fn event(self, id: Uuid, preorder_id: Uuid, now: Timestamp, today: Day) -> preorder_event::Model {
        let Self { kind, at, day, by, amount, quantity, method, reference, reason, presale } = self;
        preorder_event::Model {
            id,
            preorder_id,
            at: at.unwrap_or(now),
            kind,
            account_id: by,
            amount_fen: amount,
            quantity_g: quantity,
            method,
            reference,
            reason,
            day: day.unwrap_or(today),
            presale_fen: presale.amount,
            presale_g: presale.quantity,
            presale_items: presale.items,
            presale_records: presale.records,
        }
    }
}

/// Records events of a pre-order of an offer. Returns their ledger entries, which the caller records last.
pub(crate) async fn record(
    txn: &Txn,
    offer: &presale_offer::Model,
    preorder_id: Uuid,
    events: Vec<NewEvent>,
) -> Result<Vec<Entry>> {
    record_all(txn, offer, events.into_iter().map(|event| (preorder_id, event))).await
}

/// Records events of many pre-orders of one offer.
pub(crate) async fn record_all(
    txn: &Txn,
    offer: &presale_offer::Model,
    events: impl IntoIterator<Item = (Uuid, NewEvent)>,
) -> Result<Vec<Entry>> {
    let event = |(id, event): (Uuid, NewEvent)| event.event(new_id(), id, txn.recorded_at(), txn.today());
    let events: Vec<preorder_event::Model> = events.into_iter().map(event).collect();
    let entries = events.iter().filter_map(|event| entry(offer, event)).collect();
    txn.add::<preorder_event::Entity>(events.into_iter().map(row)).await?;
    Ok(entries)
}

fn row(event: preorder_event::Model) -> preorder_event::ActiveModel {
    preorder_event::ActiveModel {
        id: Set(event.id),
        preorder_id: Set(event.preorder_id),
        at: Set(event.at),
        kind: Set(event.kind),
        account_id: Set(event.account_id),
        amount_fen: Set(event.amount_fen),
        quantity_g: Set(event.quantity_g),
        method: Set(event.method),
        reference: Set(event.reference),
        reason: Set(event.reason),
        day: Set(event.day),
        presale_fen: Set(event.presale_fen),
        presale_g: Set(event.presale_g),
        presale_items: Set(event.presale_items),
        presale_records: Set(event.presale_records),
    }
}

/// What a change of a pre-order's amount and quantity adds to the figures.
pub fn difference(amount: Money, quantity: Kilograms) -> Amounts {
    let is_none = amount == Money::ZERO && quantity == Kilograms::ZERO;
    Amounts { amount, quantity, records: i64::from(!is_none), ..Amounts::default() }
}

/// What an event adds to the figures.
pub(super) fn amounts(event: &preorder_event::Model) -> Amounts {
    Amounts {
        amount: event.presale_fen,
        quantity: event.presale_g,
        items: event.presale_items,
        records: event.presale_records,
        ..Amounts::default()
    }
}

/// The sums that the events of a pre-order have added to the figures, by day. The events must be sorted by day.
pub fn counted_by_day<'a>(events: impl IntoIterator<Item = &'a preorder_event::Model>) -> Vec<(Day, Amounts)> {
    let mut days: Vec<(Day, Amounts)> = Vec::new();
    for event in events {
        match days.last_mut().filter(|(day, _)| *day == event.day) {
            Some((_, sum)) => *sum = *sum + amounts(event),
            None => days.push((event.day, amounts(event))),
        }
    }
    days.retain(|(_, amounts)| *amounts != Amounts::default());
    days
}

/// The ledger entry of an event, on its day: booked on the offer's region, in the offer's season, with no channel.
/// None if the event adds nothing.
pub fn entry(offer: &presale_offer::Model, event: &preorder_event::Model) -> Option<Entry> {
    let amounts = amounts(event);
    let facets = Facets {
        variety_code: Some(offer.variety_code.clone()),
        season: Some(offer.season),
        ..Facets::new(EntryKind::Presale, event.day, offer.region_code.clone())
    };
    let source = Source { kind: SourceKind::Preorder, id: event.preorder_id };
    (amounts != Amounts::default()).then_some(Entry { facets, amounts, source })
}

/// The day on which the amount of each of these pre-orders counts, in one statement.
pub async fn confirmed_on(connection: &Reader, ids: &[Uuid]) -> Result<HashMap<Uuid, Day>> {
    Ok(confirmations(connection, ids).await?.into_iter().map(|(id, event)| (id, event.day)).collect())
}

/// The last confirmation of each of these pre-orders, in one statement.
pub(super) async fn confirmations(connection: &Reader, ids: &[Uuid]) -> Result<HashMap<Uuid, preorder_event::Model>> {
    use preorder_event::Column;
    let confirmations = preorder_event::Entity::find()
        .filter(Column::PreorderId.is_in(filled(ids)))
        .filter(Column::Kind.eq(PreorderEventKind::Confirmed))
        .order_by_asc(Column::At)
        .order_by_asc(Column::Id)
        .all(connection)
        .await?;
    Ok(confirmations.into_iter().map(|event| (event.preorder_id, event)).collect())
}

/// The events of these pre-orders, oldest first, at most a hundred of each, in one statement.
pub async fn of_preorders(connection: &Reader, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<preorder_event::Model>>> {
    use preorder_event::{Column, Entity};
    let mut histories = records_of::<Entity>(connection, Column::PreorderId, Column::Id, ids).await?;
    for events in histories.values_mut() {
        events.sort_by_key(|event| (event.at, event.id));
    }
    Ok(histories)
}

/// Adds the expiry to a history that lacks it. Overdue pre-orders are expired in bulk, without an event for each.
pub fn with_expiry(row: &preorder::Model, mut events: Vec<preorder_event::Model>) -> Vec<preorder_event::Model> {
    let is_written = events.iter().any(|event| event.kind == PreorderEventKind::Expired);
    if row.status == PreorderStatus::Expired && !is_written {
        let at = row.hold_until;
        events.push(preorder_event::Model {
            id: row.id,
            preorder_id: row.id,
            at,
            kind: PreorderEventKind::Expired,
            account_id: None,
            amount_fen: None,
            quantity_g: None,
            method: None,
            reference: None,
            reason: None,
            day: at.day(),
            presale_fen: Money::ZERO,
            presale_g: Kilograms::ZERO,
            presale_items: 0,
            presale_records: 0,
        });
        events.sort_by_key(|event| event.at);
    }
    events
}
