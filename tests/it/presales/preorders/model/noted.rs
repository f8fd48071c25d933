//! A pre-order in the model.

use serde_json::Value;

/// The quota in grams, the price per kilogram in fen, the deposit in per cent, the hold in minutes, and the share of
/// the deposit that is kept.
pub const QUOTA: i64 = 20_000;
pub const PRICE: i64 = 777;
pub const DEPOSIT: i64 = 30;
pub const HOLD: i64 = 30;
pub const KEPT: i64 = 50;

/// A pre-order in the model.
#[derive(Debug, Clone)]
pub struct Noted {
    pub id: Value,
    pub status: &'static str,
    pub ordered: i64,
    pub grams: i64,
    pub amount: i64,
    pub deposit: i64,
    /// Each payment: fen, whether it is kept for refund only, and whether it was reversed.
    pub payments: Vec<(i64, bool, bool)>,
    pub refunded: i64,
    pub kept: i64,
    pub hold_until: i64,
    /// The minute in which it was confirmed.
    pub confirmed: Option<i64>,
    /// What it adds to the pre-sale revenue.
    pub counted: i64,
}

impl Noted {
    pub fn sum(&self, of_refunds: bool) -> i64 {
        self.payments
            .iter()
            .filter(|(_, for_refund, gone)| !gone && *for_refund == of_refunds)
            .map(|(fen, ..)| fen)
            .sum()
    }

    pub fn is_live(&self) -> bool {
        ["PLACED", "CONFIRMED", "DELIVERED"].contains(&self.status)
    }

    pub fn due(&self) -> i64 {
        let for_refund = (self.sum(true) - self.refunded).max(0);
        for_refund + (self.for_goods() - self.kept - self.owed()).max(0)
    }

    /// Refunds are taken first from what was kept for refund.
    pub fn for_goods(&self) -> i64 {
        self.sum(false) - (self.refunded - self.sum(true)).max(0)
    }

    pub fn owed(&self) -> i64 {
        if self.is_live() { self.amount } else { 0 }
    }

    pub fn open(&self) -> i64 {
        (self.owed() - self.for_goods()).max(0)
    }

    pub fn end(&mut self, status: &'static str) {
        (self.status, self.grams, self.amount) = (status, 0, 0);
    }
}

pub fn round(value: i64, divisor: i64) -> i64 {
    (value * 2 + divisor) / (divisor * 2)
}

pub fn decimal(value: i64, places: u32) -> String {
    let unit = 10_i64.pow(places);
    format!("{}.{:0width$}", value / unit, value % unit, width = places as usize)
}

pub fn instant(minute: i64) -> String {
    format!("2026-11-24T{:02}:{:02}:00Z", 4 + minute / 60, minute % 60)
}
