//! What may happen to a pre-order of the demonstration, and when.

use std::collections::BTreeMap;

use super::offers::Shortfall;
use types::{PaymentMethod, Timestamp};

/// An act on a pre-order. It does not happen if the state at that time does not allow it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Act {
    /// It is placed. The instant is given if a clerk enters it later.
    Place(Option<Timestamp>),
    /// Money is received. The instant is given if it is entered later.
    Pay(Sum, PaymentMethod, Option<Timestamp>),
    /// The same, of a transfer that is larger. Its rest comes with `PayRest`.
    PayOfMore(Sum, PaymentMethod, Option<Timestamp>),
    /// The rest of a transfer is booked, which cannot count.
    PayRest,
    /// Money is received that cannot count.
    PayTooMuch(PaymentMethod),
    /// The last payment turns out to have been entered by mistake.
    Reverse,
    /// The buyer cancels.
    BuyerCancels,
    /// The town cancels.
    TownCancels,
    /// The buyer wants more, or less.
    Change { more: bool },
    /// It is handed over or shipped, from lots or without.
    Deliver { portion: Portion, from_lots: bool },
    /// The delivery turns out to have been entered by mistake.
    TakeBackDelivery,
    /// This many thousandths of it come back.
    Return { permille: i64, to_stock: bool },
    /// The return turns out to have been entered by mistake.
    ReverseReturn,
    /// Nobody has collected it.
    LeaveUncollected,
    /// This many thousandths of the amount are compensated.
    Compensate(i64),
    /// The compensation turns out to have been entered by mistake.
    ReverseCompensation,
    /// Money due back is refunded.
    Refund,
    /// The refund turns out to have been entered by mistake.
    ReverseRefund,
    /// The offer's crop fell short.
    Settle(Shortfall),
}

/// How much is handed over.
#[derive(Debug, Clone, Copy)]
pub(super) enum Portion {
    /// All that is left.
    All,
    /// This many thousandths of what is left. More follows.
    Part(i64),
    /// All but this many thousandths of what is left, which are spoilt.
    AllBut(i64),
    /// All that is left, which weighs this many thousandths more, where the offer charges by weight.
    Weighing(i64),
}

/// How much a buyer pays.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sum {
    /// Half the deposit.
    HalfDeposit,
    /// The remainder of the deposit.
    Deposit,
    /// Everything that is open.
    Whole,
}

/// The acts still to come, by instant and pre-order.
#[derive(Default)]
pub(super) struct Agenda(BTreeMap<(Timestamp, usize), Act>);

impl Agenda {
    /// Adds an act. If the same pre-order already has one at that instant, it is moved a second later, because ids
    /// are drawn per pre-order and instant.
    pub(super) fn add(&mut self, mut instant: Timestamp, number: usize, act: Act) {
        while self.0.contains_key(&(instant, number)) {
            instant = instant.plus(1_000_000);
        }
        self.0.insert((instant, number), act);
    }

    /// Removes and returns the next act, if it comes before an instant.
    pub(super) fn next_before(&mut self, end: Timestamp) -> Option<(Timestamp, usize, Act)> {
        let next = self.0.first_entry().filter(|next| next.key().0 < end)?;
        let ((instant, number), act) = next.remove_entry();
        Some((instant, number, act))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_acts_of_a_pre_order_come_at_one_instant() {
        let mut agenda = Agenda::default();
        let second = |number: i64| Timestamp(number * 1_000_000);
        for (instant, number, act) in [
            (2, 7, Act::BuyerCancels),
            (1, 7, Act::Place(None)),
            (1, 7, Act::TownCancels),
            (1, 8, Act::Place(None)),
            (1, 7, Act::Refund),
        ] {
            agenda.add(second(instant), number, act);
        }
        let mut come = Vec::new();
        while let Some((instant, number, _)) = agenda.next_before(second(4)) {
            come.push((instant, number));
        }
        assert_eq!(come, [(second(1), 7), (second(1), 8), (second(2), 7), (second(3), 7)]);
        assert!(matches!(agenda.next_before(second(5)), Some((instant, 7, Act::Refund)) if instant == second(4)));
    }
}
