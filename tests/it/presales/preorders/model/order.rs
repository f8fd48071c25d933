//! A pre-order in the notebook.

use std::collections::BTreeMap;

use serde_json::Value;

use super::notebook::day;

/// The price per kilogram in fen, the deposit in per cent, the hold in minutes, and the share of the deposit that is
/// kept.
pub const PRICE: i64 = 777;
pub const DEPOSIT: i64 = 30;
pub const HOLD: i64 = 30;
pub const KEPT: i64 = 50;

/// A payment.
#[derive(Debug, Clone, PartialEq)]
pub struct Payment {
    pub fen: i64,
    pub is_for_refund: bool,
    pub paid_at: i64,
    /// The transfer that it uses, if that has a name.
    pub transfer: Option<usize>,
    pub is_gone: bool,
}

/// A delivery.
#[derive(Debug, Clone)]
pub struct Delivery {
    pub grams: i64,
    /// By how much it changed the quantity.
    pub changed: i64,
    pub day: i64,
    pub is_from_lot: bool,
    pub is_gone: bool,
}

/// A return.
#[derive(Debug, Clone)]
pub struct Return {
    pub grams: i64,
    /// How much of it the quota never had.
    pub over: i64,
    pub day: i64,
    pub is_to_lot: bool,
    /// How much of it had come from the lot.
    pub from_lot: i64,
    pub is_gone: bool,
}

/// A pre-order in the notebook.
#[derive(Debug, Clone)]
pub struct Order {
    pub id: Value,
    pub status: &'static str,
    pub ordered: i64,
    /// What is promised or was handed over, without what came back.
    pub grams: i64,
    /// What of it the quota never had.
    pub over: i64,
    pub deposit: i64,
    pub payments: Vec<Payment>,
    pub deliveries: Vec<Delivery>,
    pub returns: Vec<Return>,
    /// Each refund: fen, and whether it was reversed.
    pub refunds: Vec<(i64, bool)>,
    /// The compensations that are not reversed: fen and day.
    pub compensations: Vec<(i64, i64)>,
    pub kept: i64,
    pub hold_until: i64,
    /// The minute in which it was confirmed.
    pub confirmed: Option<i64>,
    /// The day of its last confirmation, with what that added.
    pub counts_on: Option<(i64, i64, i64)>,
    /// What it adds to the pre-sales of each day, in fen and grams.
    pub counted: BTreeMap<i64, (i64, i64)>,
}

impl Order {
    pub fn paid(&self, for_refund: bool) -> i64 {
        let counts = |payment: &&Payment| !payment.is_gone && payment.is_for_refund == for_refund;
        self.payments.iter().filter(counts).map(|payment| payment.fen).sum()
    }

    pub fn refunded(&self) -> i64 {
        self.refunds.iter().filter(|(_, is_gone)| !is_gone).map(|(fen, _)| fen).sum()
    }

    pub fn delivered(&self) -> i64 {
        self.deliveries.iter().filter(|delivery| !delivery.is_gone).map(|delivery| delivery.grams).sum()
    }

    pub fn returned(&self) -> i64 {
        self.returns.iter().filter(|returned| !returned.is_gone).map(|returned| returned.grams).sum()
    }

    pub fn compensated(&self) -> i64 {
        self.compensations.iter().map(|(fen, _)| fen).sum()
    }

    /// What is still to be handed over.
    pub fn outstanding(&self) -> i64 {
        self.grams + self.returned() - self.delivered()
    }

    /// What its buyer has of the lot.
    pub fn of_lot(&self) -> i64 {
        let taken = self.deliveries.iter().filter(|delivery| delivery.is_from_lot && !delivery.is_gone);
        let back = self.returns.iter().filter(|returned| !returned.is_gone);
        taken.map(|delivery| delivery.grams).sum::<i64>() - back.map(|returned| returned.from_lot).sum::<i64>()
    }

    /// What it took of the lot and did not give back to it.
    pub fn out_of_lot(&self) -> i64 {
        let written_off = self.returns.iter().filter(|returned| !returned.is_gone && !returned.is_to_lot);
        self.of_lot() + written_off.map(|returned| returned.from_lot).sum::<i64>()
    }

    pub fn amount(&self) -> i64 {
        (price(self.grams) - self.compensated()).max(0)
    }

    pub fn is_live(&self) -> bool {
        ["PLACED", "CONFIRMED", "DELIVERED"].contains(&self.status)
    }

    /// What must be paid for it to be confirmed.
    pub fn threshold(&self) -> i64 {
        self.deposit.min(price(self.ordered))
    }

    pub fn due(&self) -> i64 {
        let for_refund = (self.paid(true) - self.refunded()).max(0);
        for_refund + (self.for_goods() - self.kept - self.owed()).max(0)
    }

    /// Refunds are taken first from what was kept for refund.
    pub fn for_goods(&self) -> i64 {
        self.paid(false) - (self.refunded() - self.paid(true)).max(0)
    }

    pub fn owed(&self) -> i64 {
        if self.is_live() { self.amount() } else { 0 }
    }

    pub fn open(&self) -> i64 {
        (self.owed() - self.for_goods()).max(0)
    }

    pub fn is_owing(&self) -> bool {
        self.delivered() > 0 && self.owed() > self.for_goods()
    }

    pub fn end(&mut self, status: &'static str) {
        (self.status, self.grams) = (status, 0);
    }

    /// Adds to what counts on a day.
    pub fn count(&mut self, day: i64, fen: i64, grams: i64) {
        let sum = self.counted.entry(day).or_default();
        *sum = (sum.0 + fen, sum.1 + grams);
    }

    /// Takes off, on a day, all that it counts.
    pub fn count_off(&mut self, day: i64) {
        let (fen, grams) = self.counted.values().fold((0, 0), |sum, day| (sum.0 + day.0, sum.1 + day.1));
        self.count(day, -fen, -grams);
    }

    /// Confirms it, on a day.
    pub fn confirm(&mut self, minute: i64, day: i64) {
        (self.status, self.confirmed) = ("CONFIRMED", Some(minute));
        self.counts_on = Some((day, self.amount(), self.grams));
        self.count(day, self.amount(), self.grams);
    }

    /// The minute of the payment that reached a sum, in the order in which they were paid.
    pub fn reached(&self, threshold: i64) -> Option<i64> {
        let mut payments: Vec<&Payment> =
            self.payments.iter().filter(|payment| !payment.is_gone && !payment.is_for_refund).collect();
        payments.sort_by_key(|payment| payment.paid_at);
        let mut sum = 0;
        let reaching = payments.iter().find(|payment| {
            sum += payment.fen;
            sum >= threshold
        });
        reaching.or(payments.last()).map(|payment| payment.paid_at)
    }
}

impl Order {
    pub fn move_confirmation(&mut self, before: Option<i64>, reached: Option<i64>) {
        let (Some((from, fen, grams)), Some(reached)) = (self.counts_on, reached) else { return };
        if before.map(day) != Some(day(reached)) {
            self.count(from, -fen, -grams);
            self.count(day(reached), fen, grams);
            self.counts_on = Some((day(reached), fen, grams));
        }
    }

    pub fn cancel(&mut self, kept: i64, today: i64) -> Option<()> {
        (["PLACED", "CONFIRMED"].contains(&self.status) && self.delivered() == 0).then_some(())?;
        self.kept = kept;
        self.count_off(today);
        self.end("CANCELLED");
        Some(())
    }

    pub fn reverse_delivery(&mut self, nth: usize) -> Option<()> {
        let delivery = self.deliveries.get(nth).filter(|delivery| !delivery.is_gone)?.clone();
        let mut others = self.deliveries.iter().enumerate().filter(|(place, other)| *place != nth && !other.is_gone);
        let is_last = self.compensated() == 0 && self.returned() == 0 && others.all(|(_, other)| other.changed == 0);
        is_last.then_some(())?;
        let fen = self.amount();
        self.grams -= delivery.changed;
        self.over = 0;
        self.count(delivery.day, self.amount() - fen, -delivery.changed);
        self.deliveries[nth].is_gone = true;
        self.status = "CONFIRMED";
        Some(())
    }

    pub fn take_back(&mut self, grams: i64, is_to_lot: bool, today: i64) -> Option<()> {
        let from_lot = self.of_lot().min(grams);
        let can = self.is_live() && grams <= self.delivered() - self.returned() && (!is_to_lot || from_lot == grams);
        can.then_some(())?;
        let (fen, over) = (self.amount(), self.over.min(grams));
        self.grams -= grams;
        self.over -= over;
        self.count(today, self.amount() - fen, -grams);
        self.returns.push(Return { grams, over, day: today, is_to_lot, from_lot, is_gone: false });
        Some(())
    }

    pub fn reverse_return(&mut self, nth: usize) -> Option<()> {
        let returned = self.returns.get(nth).filter(|returned| !returned.is_gone)?.clone();
        let fen = self.amount();
        self.grams += returned.grams;
        self.over += returned.over;
        self.returns[nth].is_gone = true;
        self.count(returned.day, self.amount() - fen, returned.grams);
        Some(())
    }
}

pub fn price(grams: i64) -> i64 {
    round(grams * PRICE, 1000)
}

pub fn round(value: i64, divisor: i64) -> i64 {
    (value * 2 + divisor) / (divisor * 2)
}

pub fn decimal(value: i64, places: u32) -> String {
    let unit = 10_i64.pow(places);
    format!("{}.{:0width$}", value / unit, value % unit, width = places as usize)
}
