//! The money of pre-orders: what is paid, by mistake or too much, made good and paid back.

use super::{
    super::plan::Stream,
    life::{Drawn, Life, numbers},
    orders::{Sum, tenth},
};
use domain::presales::preorders::{self, Happening};
use store::{
    entity::presales::{preorder, preorder_payment, preorder_refund},
    ledger::Amounts,
};
use types::{
    CodeKind, Money, PaymentMethod, PreorderAction, PreorderEventKind, PreorderStatus, PrintedCode, Timestamp,
};

/// Each does nothing where the pre-order's state does not allow it.
impl Life<'_> {
    pub fn pay(
        &mut self,
        number: usize,
        sum: Sum,
        method: PaymentMethod,
        paid_at: Timestamp,
        now: Timestamp,
    ) -> Option<()> {
        let held = self.held(number, now)?;
        let balance = held.seen.balance();
        let lacking = held.seen.deposit_fen - balance.for_goods();
        let amount = match sum {
            Sum::HalfDeposit => Money(held.seen.deposit_fen.0 / 2),
            Sum::Deposit => lacking,
            Sum::Whole => balance.open(),
        };
        if amount <= Money::ZERO {
            return None;
        }
        let paid = self.paid(PreorderEventKind::Paid, &held.seen, amount, method, now);
        let reference = paid.reference.clone()?;
        let (after, happenings) = preorders::counted(&held, amount, paid_at, paid, now).ok()?;
        self.change(number, after, happenings, now)?;
        self.payments.push(self.payment(&held.seen, (amount, method, reference), paid_at, now));
        Some(())
    }

    pub fn pay_too_much(&mut self, number: usize, method: PaymentMethod, now: Timestamp) -> Option<()> {
        let seen = self.held(number, now)?.seen;
        let amount = if seen.status == PreorderStatus::Expired { seen.deposit_fen } else { tenth(seen.amount_fen) };
        let paid = self.paid(PreorderEventKind::PaidForRefund, &seen, amount, method, now);
        let reference = paid.reference.clone()?;
        let payment = self.payment(&seen, (amount, method, reference), now, now);
        let (paid_fen, for_refund_fen) = (seen.paid_fen + amount, seen.for_refund_fen + amount);
        self.change(number, preorder::Model { paid_fen, for_refund_fen, ..seen }, vec![paid], now)?;
        self.payments.push(preorder_payment::Model { is_for_refund: true, ..payment });
        Some(())
    }

    /// Money that comes or goes, with a proof of its own.
    fn paid(
        &self,
        kind: PreorderEventKind,
        row: &preorder::Model,
        amount: Money,
        method: PaymentMethod,
        now: Timestamp,
    ) -> Happening {
        let stream = &mut numbers(row.id, now, Drawn::Reference);
        let digits = |stream: &mut Stream| stream.between(0, 999_999_999_999);
        let reference = match method {
            PaymentMethod::Cash => PrintedCode::generate(CodeKind::Receipt, stream.generator()).0,
            PaymentMethod::Wechat => format!("4200{:012}{:012}", digits(stream), digits(stream)),
            PaymentMethod::Alipay => {
                format!("{}{:012}{:08}", now.day().format("%Y%m%d"), digits(stream), stream.between(0, 99_999_999))
            }
            PaymentMethod::Bank => format!("YH{:012}", digits(stream)),
        };
        let (amount, method, reference) = (Some(amount), Some(method), Some(reference));
        Happening { amount, method, reference, ..Happening::new(kind, Some(self.plan.clerk)) }
    }

    fn payment(
        &self,
        row: &preorder::Model,
        (amount_fen, method, reference): (Money, PaymentMethod, String),
        paid_at: Timestamp,
        now: Timestamp,
    ) -> preorder_payment::Model {
        preorder_payment::Model {
            id: numbers(row.id, now, Drawn::Money).id(now),
            preorder_id: row.id,
            region_code: row.region_code.clone(),
            amount_fen,
            method,
            reference,
            is_for_refund: false,
            paid_at,
            day: now.day(),
            recorded_at: self.plan.stamp(now),
            recorded_by: self.plan.clerk,
            reversed_at: None,
            reversal_reason: None,
            reversed_by: None,
        }
    }

    pub fn reverse(&mut self, number: usize, now: Timestamp) -> Option<()> {
        let held = self.held(number, now)?;
        let id = held.seen.id;
        let payment =
            self.payments.iter_mut().rev().find(|payment| payment.preorder_id == id && !payment.is_for_refund)?;
        if held.seen.status != PreorderStatus::Confirmed {
            return None;
        }
        let reason = "付款人填错，另行登记";
        payment.reversed_at = Some(self.plan.stamp(now));
        payment.reversal_reason = Some(reason.to_owned());
        payment.reversed_by = Some(self.plan.clerk);
        let mut happenings = vec![Happening {
            amount: Some(payment.amount_fen),
            method: Some(payment.method),
            reference: Some(payment.reference.clone()),
            reason: Some(reason.to_owned()),
            ..Happening::new(PreorderEventKind::PaymentReversed, Some(self.plan.clerk))
        }];
        let mut after = preorder::Model { paid_fen: held.seen.paid_fen - payment.amount_fen, ..held.seen.clone() };
        if after.paid_fen - after.for_refund_fen < after.deposit_fen {
            let counted = preorders::counted_by_day(self.events.iter().filter(|event| event.preorder_id == id));
            happenings.extend(preorders::take_back_confirmation(self.plan.clerk, &held, &mut after, counted).ok()?);
        }
        self.change(number, after, happenings, now)
    }

    pub fn compensate(&mut self, number: usize, permille: i64, now: Timestamp) -> Option<()> {
        let seen = self.held(number, now)?.seen;
        let status = seen.status.after(PreorderAction::Compensate).ok()?;
        let amount = Money(seen.amount_fen.0 * permille / 1000);
        let compensated = Happening {
            amount: Some(amount),
            reason: Some("部分果实碰伤".to_owned()),
            presale: Amounts { amount: Money::ZERO - amount, records: 1, ..Amounts::default() },
            ..Happening::new(PreorderEventKind::Compensated, Some(self.plan.clerk))
        };
        let after = preorder::Model {
            status,
            amount_fen: seen.amount_fen - amount,
            compensated_fen: seen.compensated_fen + amount,
            ..seen
        };
        self.change(number, after, vec![compensated], now)
    }

    pub fn refund(&mut self, number: usize, now: Timestamp) -> Option<()> {
        let seen = self.held(number, now)?.seen;
        let (amount, (_, method)) = (seen.balance().due(), self.intents[number].refund?);
        if amount == Money::ZERO {
            return None;
        }
        let refunded = self.paid(PreorderEventKind::Refunded, &seen, amount, method, now);
        self.refunds.push(preorder_refund::Model {
            id: numbers(seen.id, now, Drawn::Money).id(now),
            preorder_id: seen.id,
            region_code: seen.region_code.clone(),
            amount_fen: amount,
            method,
            reference: refunded.reference.clone()?,
            day: now.day(),
            recorded_at: self.plan.stamp(now),
            recorded_by: self.plan.clerk,
        });
        let refunded_fen = seen.refunded_fen + amount;
        self.change(number, preorder::Model { refunded_fen, ..seen }, vec![refunded], now)
    }
}
