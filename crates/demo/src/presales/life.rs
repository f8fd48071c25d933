//! The life of an offer: what happens to its pre-orders in sequence, up to an instant. The rules for real pre-orders
//! decide the outcome; only the writing is done elsewhere.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{
    super::plan::{Plan, Stream},
    acts::{Act, Agenda},
    lots::Lots,
    offers::Shortfall,
    orders::Intent,
};
use domain::presales::{
    preorders::{self, Locked, NewEvent},
    shortfalls::{self, Reduced, Settlement},
};
use store::{
    entity::presales::{
        preorder, preorder_delivery, preorder_delivery_lot, preorder_event, preorder_payment, preorder_refund,
        preorder_return, preorder_return_lot, preorder_transfer, presale_offer, shortfall_run, shortfall_share,
    },
    ledger::Entry,
};
use types::{
    CancellationCause, Folded, Fulfilment, Kilograms, Money, PreorderAction, PreorderEventKind, PreorderStatus,
    Timestamp, price,
};

/// The state of an offer and its pre-orders.
pub(super) struct Life<'a> {
    /// Seed and today.
    pub plan: &'a Plan,
    /// What the buyers intend to do.
    pub intents: &'a [Intent],
    /// The acts still to come.
    pub(super) agenda: Agenda,
    /// The offer.
    pub offer: presale_offer::Model,
    /// Its pre-orders, by the numbers of their intents.
    pub preorders: BTreeMap<usize, preorder::Model>,
    /// Their histories.
    pub events: Vec<preorder_event::Model>,
    /// Their payments.
    pub payments: Vec<preorder_payment::Model>,
    /// The transfers that these payments use.
    pub transfers: Vec<preorder_transfer::Model>,
    /// Their refunds.
    pub refunds: Vec<preorder_refund::Model>,
    /// Their deliveries.
    pub deliveries: Vec<preorder_delivery::Model>,
    /// What these took from lots.
    pub draws: Vec<preorder_delivery_lot::Model>,
    /// What came back.
    pub returns: Vec<preorder_return::Model>,
    /// From which lots that had come.
    pub parts: Vec<preorder_return_lot::Model>,
    /// The lots.
    pub lots: Lots<'a>,
    /// The settled shortfalls, with each pre-order's share.
    pub runs: Vec<(shortfall_run::Model, Vec<shortfall_share::Model>)>,
    /// The entries for the ledger, by instant.
    pub entries: Vec<(Timestamp, Vec<Entry>)>,
}

impl<'a> Life<'a> {
    /// An offer without pre-orders, and the intents of its buyers.
    pub(super) fn new(
        plan: &'a Plan,
        offer: presale_offer::Model,
        intents: &'a [Intent],
        shortfall: Option<(Timestamp, Shortfall)>,
        lots: Lots<'a>,
    ) -> Self {
        let mut agenda = Agenda::default();
        for (number, intent) in intents.iter().enumerate() {
            for (instant, act) in &intent.acts {
                agenda.add(*instant, number, *act);
            }
        }
        if let Some((instant, shortfall)) = shortfall {
            agenda.add(instant, intents.len(), Act::Settle(shortfall));
        }
        Self {
            plan,
            intents,
            agenda,
            offer,
            preorders: BTreeMap::new(),
            events: Vec::new(),
            payments: Vec::new(),
            transfers: Vec::new(),
            refunds: Vec::new(),
            deliveries: Vec::new(),
            draws: Vec::new(),
            returns: Vec::new(),
            parts: Vec::new(),
            lots,
            runs: Vec::new(),
            entries: Vec::new(),
        }
    }

    /// Runs all acts before an instant.
    pub(super) fn until(mut self, end: Timestamp) -> Self {
        while let Some((now, number, act)) = self.agenda.next_before(end) {
            // Acts that the rules no longer allow do not happen: a cancelled pre-order is not delivered.
            let _ = self.act(number, act, now);
        }
        self
    }

    fn act(&mut self, number: usize, act: Act, now: Timestamp) -> Option<()> {
        match act {
            Act::Place(placed) => self.place(number, placed, now),
            Act::Settle(shortfall) => self.settle(shortfall, now),
            Act::Pay(sum, method, paid_at) => self.pay(number, sum, method, paid_at.unwrap_or(now), now),
            Act::PayOfMore(sum, method, paid_at) => self.pay_of_more(number, sum, method, paid_at.unwrap_or(now), now),
            Act::PayRest => self.pay_rest(number, now),
            Act::PayTooMuch(method) => self.pay_too_much(number, method, now),
            Act::Reverse => self.reverse(number, now),
            Act::BuyerCancels => {
                let locked = self.locked(number, now)?;
                let kept = preorders::kept(&locked).ok()?;
                let by = self.intents[number].buyer_account_id;
                self.end(number, &locked, CancellationCause::Buyer, kept, by, now)
            }
            Act::TownCancels => {
                let locked = self.locked(number, now)?;
                self.end(number, &locked, CancellationCause::Town, Money::ZERO, Some(self.plan.clerk), now)
            }
            Act::LeaveUncollected => {
                let locked = self
                    .locked(number, now)
                    .filter(|locked| locked.offer.pick_up_to.is_some_and(|last| last < now.day()))?;
                self.end(
                    number,
                    &locked,
                    CancellationCause::Uncollected,
                    preorders::kept_of_deposit(&locked),
                    Some(self.plan.clerk),
                    now,
                )
            }
            Act::Change { more } => self.change_quantity(number, more, now),
            Act::Deliver { portion, from_lots } => self.deliver(number, portion, from_lots, now),
            Act::TakeBackDelivery => self.take_back_delivery(number, now),
            Act::Return { permille, to_stock } => self.return_goods(number, permille, to_stock, now),
            Act::ReverseReturn => self.reverse_return(number, now),
            Act::Compensate(permille) => self.compensate(number, permille, now),
            Act::ReverseCompensation => self.reverse_compensation(number, now),
            Act::Refund => self.refund(number, now),
            Act::ReverseRefund => self.reverse_refund(number, now),
        }
    }

    pub(super) fn locked(&self, number: usize, now: Timestamp) -> Option<Locked> {
        let stored = self.preorders.get(&number)?.clone();
        Some(Locked { offer: self.offer.clone(), current: stored.clone().at(now), stored, now })
    }

    /// What is free of the quota, after overdue pre-orders are released.
    pub(super) fn free(&mut self, now: Timestamp) -> Option<Kilograms> {
        self.take(Kilograms::ZERO, now)?;
        Some(self.offer.quota_g - self.offer.taken_g)
    }

    /// Adds kilograms to what the offer has promised, if it has them. First releases what overdue pre-orders reserve.
    fn take(&mut self, quantity: Kilograms, now: Timestamp) -> Option<()> {
        for row in
            self.preorders.values_mut().filter(|row| row.status == PreorderStatus::Placed && row.hold_until <= now)
        {
            self.offer.taken_g = self.offer.taken_g - row.fulfillable_g;
            *row = row.clone().at(now);
        }
        let taken = self.offer.taken_g + quantity;
        (taken <= self.offer.quota_g).then(|| self.offer.taken_g = taken)
    }

    fn place(&mut self, number: usize, placed: Option<Timestamp>, now: Timestamp) -> Option<()> {
        let placed_at = placed.unwrap_or(now);
        if !self.offer.is_open_at(placed_at) {
            return None;
        }
        let intent = &self.intents[number];
        self.take(intent.quantity, now)?;
        let amount = price(intent.quantity, self.offer.unit_price_fen)?;
        let by = placed.map(|_| self.plan.clerk).or(intent.buyer_account_id);
        let mut row = of_intent(intent, &self.offer, amount, placed_at);
        (row.recorded_at, row.recorded_by, row.changed_at) = (now, by, now);
        let (agreed, quantity) = (Some(amount), Some(row.quantity_g));
        let placing = NewEvent {
            at: placed.map(|_| placed_at),
            day: Some(placed_at.day()),
            ..NewEvent::new(PreorderEventKind::Placed, by)
        };
        let mut events = vec![NewEvent { amount: agreed, quantity, ..placing }];
        if row.deposit_fen == Money::ZERO {
            row.status = row.status.after(PreorderAction::Confirm).ok()?;
            row.confirmed_at = Some(now);
            events.push(NewEvent::confirmation(&row, None, now.day()));
        }
        self.note(row.id, events, now);
        self.preorders.insert(number, row);
        Some(())
    }

    fn end(
        &mut self,
        number: usize,
        locked: &Locked,
        cause: CancellationCause,
        kept: Money,
        by: Option<Uuid>,
        now: Timestamp,
    ) -> Option<()> {
        let (kind, reason) = match cause {
            CancellationCause::Buyer => (PreorderEventKind::Cancelled, "行程有变"),
            CancellationCause::Town | CancellationCause::Shortfall => {
                (PreorderEventKind::Cancelled, "约定的提货安排无法兑现")
            }
            CancellationCause::Uncollected => (PreorderEventKind::Uncollected, "逾期未提"),
        };
        let event = NewEvent { reason: Some(reason.to_owned()), ..NewEvent::new(kind, by) };
        let (after, event) = preorders::ended(locked, cause, kept, event, now).ok()?;
        self.change(number, after, vec![event], now)
    }

    fn settle(&mut self, shortfall: Shortfall, now: Timestamp) -> Option<()> {
        self.take(Kilograms::ZERO, now)?;
        let clerk = self.plan.clerk;
        let number_of: BTreeMap<Uuid, usize> = self.preorders.iter().map(|(number, row)| (row.id, *number)).collect();
        let of = |status| self.preorders.values().filter(move |row| row.status == status).cloned().collect::<Vec<_>>();
        let (waiting, mut confirmed) = (of(PreorderStatus::Placed), of(PreorderStatus::Confirmed));
        confirmed.sort_by_key(|row| (row.confirmed_at, row.id));
        let promised: Kilograms = confirmed.iter().map(|row| row.fulfillable_g).sum();
        let available = Kilograms(promised.0 / 1000 * shortfall.left_permille);
        let settlement = Settlement { available, policy: shortfall.policy };
        let (settled, reduced) = shortfalls::plan(clerk, &self.offer, &settlement, confirmed, now).ok()?;
        for Reduced { before, after } in reduced {
            let event = shortfalls::falling_short(clerk, &before, &after);
            self.change(number_of[&before.id], after, vec![event], now)?;
        }
        for before in waiting {
            let after = shortfalls::with_share(&self.offer, &before, Kilograms::ZERO, now).ok()?;
            let cancelled = NewEvent::new(PreorderEventKind::Cancelled, Some(clerk));
            let event = NewEvent { quantity: Some(before.fulfillable_g), ..cancelled };
            self.change(number_of[&before.id], after, vec![event], now)?;
        }
        self.offer.quota_g = self.offer.taken_g;
        self.offer.closes_at = self.offer.closes_at.min(now);
        let stream = &mut numbers(self.offer.id, now, Drawn::Shortfall);
        let run = shortfall_run::Model { id: stream.id(now), recorded_at: self.plan.stamp(now), ..settled.run };
        let shares = settled.shares.into_iter().map(|share| shortfall_share::Model {
            id: stream.id(now),
            run_id: run.id,
            ..share
        });
        let shares = shares.collect();
        self.runs.push((run, shares));
        Some(())
    }

    /// Records a change of a pre-order, and that money due back will be refunded.
    pub(super) fn change(
        &mut self,
        number: usize,
        mut after: preorder::Model,
        events: Vec<NewEvent>,
        now: Timestamp,
    ) -> Option<()> {
        let stored = self.preorders.get(&number)?.clone();
        let more = after.held() - stored.held();
        if more > Kilograms::ZERO {
            self.take(more, now)?;
        } else {
            self.offer.taken_g = self.offer.taken_g + more;
        }
        after.changed_at = now;
        after.refund_due_since = preorders::due_since(&stored, &after, now);
        if let (true, Some((wait, _))) = (after.balance().due() > Money::ZERO, self.intents[number].refund) {
            self.agenda.add(now.plus(wait), number, Act::Refund);
        }
        self.note(after.id, events, now);
        self.preorders.insert(number, after);
        Some(())
    }

    fn note(&mut self, id: Uuid, events: Vec<NewEvent>, now: Timestamp) {
        let stream = &mut numbers(id, now, Drawn::History);
        let mut entries = Vec::new();
        for (event, milliseconds) in events.into_iter().zip(0..) {
            // Ids give the order of events at one instant.
            let event = event.event(stream.id(now.plus(milliseconds * 1000)), id, self.plan.stamp(now), now.day());
            entries.extend(preorders::entry(&self.offer, &event));
            self.events.push(event);
        }
        self.entries.push((now, entries));
    }
}

/// What random numbers are drawn for.
#[derive(Clone, Copy)]
pub(super) enum Drawn {
    History = 1,
    Money,
    Reference,
    Delivery,
    Return,
    Shortfall,
    Mistake,
}

/// Random numbers for one aspect of a record at an instant. All instants here are whole seconds. The ledger uses the
/// random numbers of the instant itself.
pub(super) fn numbers(id: Uuid, now: Timestamp, what: Drawn) -> Stream {
    Stream::of_record(id, now.plus(what as i64))
}

/// A pre-order when it is placed.
fn of_intent(intent: &Intent, offer: &presale_offer::Model, amount: Money, now: Timestamp) -> preorder::Model {
    preorder::Model {
        id: intent.id,
        code: intent.code.clone(),
        offer_id: offer.id,
        region_code: offer.region_code.clone(),
        status: PreorderStatus::Placed,
        buyer_account_id: intent.buyer_account_id,
        buyer_name: intent.buyer_name.clone(),
        buyer_name_folded: Folded::of(&intent.buyer_name),
        buyer_phone: intent.buyer_phone.clone(),
        audit_salt: intent.audit_salt.clone(),
        fulfilment: intent.fulfilment,
        delivery_address: intent.delivery_address.clone(),
        quantity_g: intent.quantity,
        fulfillable_g: intent.quantity,
        delivered_g: Kilograms::ZERO,
        returned_g: Kilograms::ZERO,
        over_quota_g: Kilograms::ZERO,
        amount_fen: amount,
        deposit_fen: offer.deposit_rate.deposit_of(amount),
        freight_fen: if intent.fulfilment == Fulfilment::Ship { offer.freight_fen } else { Money::ZERO },
        compensated_fen: Money::ZERO,
        paid_fen: Money::ZERO,
        for_refund_fen: Money::ZERO,
        refunded_fen: Money::ZERO,
        kept_fen: Money::ZERO,
        refund_due_since: None,
        placed_at: now,
        hold_until: now.plus(offer.hold_microseconds),
        confirmed_at: None,
        delivered_on: None,
        tracking_number: None,
        cancelled_at: None,
        cancellation_cause: None,
        recorded_at: now,
        recorded_by: intent.buyer_account_id,
        changed_at: now,
    }
}
