//! The notebook of a careful clerk: what an offer and its pre-orders become by each command, or that it is refused.

use std::cmp::Reverse;

use super::order::{DEPOSIT, Delivery, HOLD, KEPT, Order, Payment, price, round};

/// What a clerk does.
#[derive(Debug, Clone)]
pub enum Command {
    Place {
        grams: i64,
        placed: i64,
    },
    Pay {
        of: usize,
        fen: i64,
        paid_at: i64,
        for_refund: bool,
        transfer: Option<(usize, i64)>,
    },
    ReversePayment {
        of: usize,
        nth: usize,
    },
    Refund {
        of: usize,
        fen: i64,
    },
    ReverseRefund {
        of: usize,
        nth: usize,
    },
    Change {
        of: usize,
        grams: i64,
    },
    Cancel {
        of: usize,
        by_buyer: bool,
    },
    LeaveUncollected {
        of: usize,
    },
    Deliver {
        of: usize,
        grams: Option<i64>,
        completes: bool,
        has_reason: bool,
        from_lot: bool,
    },
    ReverseDelivery {
        of: usize,
        nth: usize,
    },
    Return {
        of: usize,
        grams: i64,
        to_lot: bool,
    },
    ReverseReturn {
        of: usize,
        nth: usize,
    },
    Compensate {
        of: usize,
        fen: i64,
    },
    ReverseCompensation {
        of: usize,
    },
    Settle {
        available: i64,
        pro_rata: bool,
    },
    Quota {
        grams: i64,
    },
    /// Closes this many minutes from now.
    Close {
        minutes: i64,
    },
}

/// An offer with its pre-orders and its lot.
#[derive(Debug, Clone)]
pub struct Notebook {
    pub minute: i64,
    pub quota: i64,
    /// The minute in which the offer closes.
    pub closes: i64,
    pub is_settled: bool,
    /// By how many per mille the weight may differ, if it is charged by weight.
    pub tolerance: Option<i64>,
    /// What was picked.
    pub lot: i64,
    /// All that came by each transfer, and how much of it is in use.
    pub transfers: [(i64, i64); 3],
    pub orders: Vec<Order>,
}

/// A day of the town, counted from the one on which minute 0 lies, which is noon.
pub fn day(minute: i64) -> i64 {
    (minute + 720).div_euclid(1440)
}

impl Notebook {
    pub fn taken(&self) -> i64 {
        self.orders.iter().map(|order| order.grams - order.over).sum()
    }

    /// What is left of the lot.
    pub fn left(&self) -> i64 {
        self.lot - self.orders.iter().map(Order::out_of_lot).sum::<i64>()
    }

    pub fn expire(&mut self) {
        let minute = self.minute;
        for order in self.orders.iter_mut().filter(|order| order.status == "PLACED" && order.hold_until <= minute) {
            order.end("EXPIRED");
        }
    }

    /// The notebook after a command. None if it is refused.
    pub fn after(&self, command: &Command) -> Option<Self> {
        let mut book = self.clone();
        book.apply(command)?;
        (book.taken() <= book.quota && book.left() >= 0).then_some(book)
    }

    fn apply(&mut self, command: &Command) -> Option<()> {
        let (minute, today) = (self.minute, day(self.minute));
        match *command {
            Command::Place { grams, placed } => self.place(grams, placed),
            Command::Pay { of, fen, paid_at, for_refund, transfer } => self.pay(of, fen, paid_at, for_refund, transfer),
            Command::ReversePayment { of, nth } => self.reverse_payment(of, nth),
            Command::Refund { of, fen } => {
                let order = self.orders.get_mut(of)?;
                (fen <= order.due()).then(|| order.refunds.push((fen, false)))
            }
            Command::ReverseRefund { of, nth } => {
                let refund = self.orders.get_mut(of)?.refunds.get_mut(nth)?;
                (!refund.1).then(|| refund.1 = true)
            }
            Command::Change { of, grams } => self.change(of, grams),
            Command::Cancel { of, by_buyer } => {
                let order = self.orders.get_mut(of)?;
                let kept = order.status == "CONFIRMED" && by_buyer;
                let kept = if kept { round(order.deposit * KEPT, 100).min(order.for_goods()) } else { 0 };
                order.cancel(kept, today)
            }
            Command::LeaveUncollected { of } => {
                let order = self.orders.get_mut(of).filter(|order| order.status == "CONFIRMED")?;
                let kept = round(order.deposit * KEPT, 100).min(order.for_goods());
                order.cancel(kept, today)
            }
            Command::Deliver { of, grams, completes, has_reason, from_lot } => {
                self.deliver(of, grams, completes, has_reason, from_lot)
            }
            Command::ReverseDelivery { of, nth } => self.orders.get_mut(of)?.reverse_delivery(nth),
            Command::Return { of, grams, to_lot } => self.orders.get_mut(of)?.take_back(grams, to_lot, today),
            Command::ReverseReturn { of, nth } => self.orders.get_mut(of)?.reverse_return(nth),
            Command::Compensate { of, fen } => {
                let order = self.orders.get_mut(of).filter(|order| order.status == "DELIVERED")?;
                (fen <= order.amount()).then_some(())?;
                order.compensations.push((fen, today));
                order.count(today, -fen, 0);
                Some(())
            }
            Command::ReverseCompensation { of } => {
                let order = self.orders.get_mut(of)?;
                let before = order.amount();
                let (_, day) = order.compensations.pop()?;
                order.count(day, order.amount() - before, 0);
                Some(())
            }
            Command::Settle { available, pro_rata } => self.settle(available, pro_rata),
            Command::Quota { grams } => {
                self.quota = grams;
                Some(())
            }
            Command::Close { minutes } => {
                let closes = minute + minutes;
                (closes <= self.closes || !self.is_settled).then(|| self.closes = closes.max(minute.min(self.closes)))
            }
        }
    }

    fn place(&mut self, grams: i64, placed: i64) -> Option<()> {
        (placed < self.closes && price(grams) > 0).then_some(())?;
        self.orders.push(Order {
            id: serde_json::Value::Null,
            status: "PLACED",
            ordered: grams,
            grams,
            over: 0,
            deposit: round(price(grams) * DEPOSIT, 100).max(1),
            payments: Vec::new(),
            deliveries: Vec::new(),
            returns: Vec::new(),
            refunds: Vec::new(),
            compensations: Vec::new(),
            kept: 0,
            hold_until: placed + HOLD,
            confirmed: None,
            counts_on: None,
            counted: std::collections::BTreeMap::new(),
        });
        // Whether there is room is judged before its hold may have run out.
        let has_room = self.taken() <= self.quota;
        self.expire();
        has_room.then_some(())
    }

    fn pay(
        &mut self,
        of: usize,
        fen: i64,
        paid_at: i64,
        is_for_refund: bool,
        transfer: Option<(usize, i64)>,
    ) -> Option<()> {
        let minute = self.minute;
        let order = self.orders.get_mut(of)?;
        (day(paid_at) >= day(order.hold_until - HOLD)).then_some(())?;
        let payment = Payment { fen, is_for_refund, paid_at, transfer: transfer.map(|(name, _)| name), is_gone: false };
        if let Some((name, total)) = transfer {
            let (came, used) = &mut self.transfers[name];
            (total >= fen && (*used == 0 || (*came == total && *used + fen <= total))).then_some(())?;
            (*came, *used) = (total, *used + fen);
        }
        if is_for_refund {
            order.payments.push(payment);
            return Some(());
        }
        let was_expired = order.status == "EXPIRED";
        if was_expired {
            (paid_at < order.hold_until).then_some(())?;
            (order.status, order.grams) = ("PLACED", order.ordered);
        }
        (order.status != "CANCELLED" && fen <= order.open()).then_some(())?;
        let before = order.reached(order.threshold());
        order.payments.push(payment);
        let reached = order.reached(order.threshold());
        if order.status == "PLACED" && order.for_goods() >= order.threshold() {
            order.confirm(minute, day(reached?));
        } else if was_expired {
            order.end("EXPIRED");
        } else {
            order.move_confirmation(before, reached);
        }
        Some(())
    }

    fn reverse_payment(&mut self, of: usize, nth: usize) -> Option<()> {
        let minute = self.minute;
        let order = self.orders.get_mut(of)?;
        let before = order.reached(order.threshold());
        let payment = order.payments.get_mut(nth).filter(|payment| !payment.is_gone)?;
        payment.is_gone = true;
        let Payment { fen, is_for_refund, transfer, .. } = payment.clone();
        order.kept = order.kept.min(order.paid(false));
        let is_left = order.refunded() + order.kept <= order.paid(false) + order.paid(true);
        (order.for_goods() >= order.kept && is_left).then_some(())?;
        if !is_for_refund && order.paid(false) < order.threshold() {
            if order.confirmed.is_some() && order.delivered() == 0 && ["CONFIRMED", "CANCELLED"].contains(&order.status)
            {
                (order.confirmed, order.counts_on) = (None, None);
                order.counted.clear();
                if order.status == "CONFIRMED" {
                    order.status = "PLACED";
                }
                if order.status == "PLACED" && order.hold_until <= minute {
                    order.end("EXPIRED");
                }
            }
        } else if !is_for_refund {
            order.move_confirmation(before, order.reached(order.threshold()));
        }
        if let Some(name) = transfer {
            self.transfers[name].1 -= fen;
        }
        Some(())
    }

    fn change(&mut self, of: usize, grams: i64) -> Option<()> {
        let (minute, today) = (self.minute, day(self.minute));
        let order = self.orders.get_mut(of)?;
        let can = ["PLACED", "CONFIRMED"].contains(&order.status) && price(grams) > 0 && grams >= order.delivered();
        can.then_some(())?;
        let (fen, before) = (order.amount(), order.grams);
        let is_same = (order.ordered, order.grams) == (grams, grams - order.returned());
        (order.ordered, order.grams) = (grams, grams - order.returned());
        if order.status == "CONFIRMED" {
            order.count(today, order.amount() - fen, order.grams - before);
            if order.outstanding() == 0 {
                order.status = "DELIVERED";
            }
        } else if !is_same && order.for_goods() >= order.threshold() {
            order.confirm(minute, today);
        }
        Some(())
    }

    fn deliver(
        &mut self,
        of: usize,
        grams: Option<i64>,
        completes: bool,
        has_reason: bool,
        is_from_lot: bool,
    ) -> Option<()> {
        let (today, free) = (day(self.minute), self.quota - self.taken());
        let tolerance = self.tolerance;
        let order = self.orders.get_mut(of).filter(|order| order.status == "CONFIRMED")?;
        let left = order.outstanding();
        let grams = grams.unwrap_or(left);
        let is_last = completes || grams >= left;
        let (fen, before, mut changed) = (order.amount(), order.open(), 0);
        if is_last {
            let tolerance = tolerance.map_or(0, |permille| order.grams * permille / 1000);
            (grams <= left + tolerance && (has_reason || grams >= (left - tolerance).max(1))).then_some(())?;
            changed = grams - left;
            order.grams += changed;
            order.over = if changed > 0 { (changed - free).max(0) } else { 0 };
            (before.min((order.amount() - order.for_goods()).max(0)) == 0).then_some(())?;
            order.status = "DELIVERED";
        } else {
            let price = price(order.delivered() - order.returned() + grams);
            (price <= order.for_goods()).then_some(())?;
        }
        order.count(today, order.amount() - fen, changed);
        order.deliveries.push(Delivery { grams, changed, day: today, is_from_lot, is_gone: false });
        Some(())
    }

    fn settle(&mut self, available: i64, pro_rata: bool) -> Option<()> {
        let today = day(self.minute);
        let mut promised: Vec<usize> =
            (0..self.orders.len()).filter(|of| self.orders[*of].status == "CONFIRMED").collect();
        // Time stands still within a minute, so pre-orders confirmed in the same minute are ordered by id.
        promised.sort_by_key(|of| (self.orders[*of].confirmed, self.orders[*of].id.to_string()));
        let total: i64 = promised.iter().map(|of| self.orders[*of].outstanding()).sum();
        (available <= total).then_some(())?;
        let mut left = available;
        let mut shares = Vec::new();
        for (place, of) in promised.iter().enumerate() {
            let still = self.orders[*of].outstanding();
            let share = if pro_rata { available * still / total } else { left.min(still) };
            left -= share;
            shares.push((Reverse(available * still % total), place, *of, share));
        }
        shares.sort();
        for (rest, (.., of, share)) in shares.into_iter().enumerate() {
            let gets_one_more = pro_rata && i64::try_from(rest).expect("a number") < left;
            let order = &mut self.orders[of];
            let (fen, before) = (order.amount(), order.grams);
            order.grams += share + i64::from(gets_one_more) - order.outstanding();
            order.count(today, order.amount() - fen, order.grams - before);
            if order.grams == 0 && order.delivered() == 0 {
                order.end("CANCELLED");
            } else if order.outstanding() == 0 {
                order.status = "DELIVERED";
            }
        }
        for order in self.orders.iter_mut().filter(|order| order.status == "PLACED") {
            order.end("CANCELLED");
        }
        (self.closes, self.quota, self.is_settled) = (self.closes.min(self.minute), self.taken(), true);
        Some(())
    }
}
