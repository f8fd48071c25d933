//! The money of pre-orders: payments, mistaken payments and overpayments, compensation and refunds.

use super::{
    super::plan::Stream,
    acts::{Act, Sum},
    life::{Drawn, Life, numbers},
    orders::tenth,
};
use domain::presales::preorders::{self, NewEvent};
use store::{
    entity::presales::{preorder, preorder_event, preorder_payment, preorder_refund, preorder_transfer},
    ledger::Amounts,
};
use types::{
    CodeKind, Kilograms, Money, PaymentMethod, PreorderAction, PreorderEventKind, PreorderStatus, PrintedCode,
    Timestamp,
};

/// How many of a thousand refunds are entered by mistake.
const MISTAKEN_REFUND: i64 = 40;

/// Each does nothing if the pre-order's state does not allow it.
impl Life<'_> {
    pub(super) fn pay(
        &mut self,
        number: usize,
        sum: Sum,
        method: PaymentMethod,
        paid_at: Timestamp,
        now: Timestamp,
    ) -> Option<()> {
        let locked = self.locked(number, now)?;
        let balance = locked.current.balance();
        let lacking = locked.current.deposit_fen - balance.for_goods();
        let amount = match sum {
            Sum::HalfDeposit => Money(locked.current.deposit_fen.0 / 2),
            Sum::Deposit => lacking,
            Sum::Whole => balance.open(),
        };
        if amount <= Money::ZERO {
            return None;
        }
        let paid = self.paid(PreorderEventKind::Paid, &locked.current, amount, method, now);
        let paid = NewEvent { day: Some(paid_at.day()), ..paid };
        let reference = paid.reference.clone()?;
        let counts = |payment: &&preorder_payment::Model| {
            payment.preorder_id == locked.current.id && !payment.is_for_refund && payment.reversed_at.is_none()
        };
        let before: Vec<_> =
            self.payments.iter().filter(counts).map(|payment| (payment.amount_fen, payment.paid_at)).collect();
        let (after, events) = preorders::counted(&locked, &before, (amount, paid_at), paid, now).ok()?;
        self.change(number, after, events, now)?;
        let payment = self.payment(&locked.current, (amount, method, reference), paid_at, now);
        self.receive(payment);
        Some(())
    }

    /// Pays a sum with a transfer that is larger by a tenth.
    pub(super) fn pay_of_more(
        &mut self,
        number: usize,
        sum: Sum,
        method: PaymentMethod,
        paid_at: Timestamp,
        now: Timestamp,
    ) -> Option<()> {
        self.pay(number, sum, method, paid_at, now)?;
        let (payment, transfer) = (self.payments.last_mut()?, self.transfers.last_mut()?);
        transfer.amount_fen = transfer.amount_fen + tenth(transfer.amount_fen);
        payment.transfer_fen = transfer.amount_fen;
        Some(())
    }

    /// Books the rest of the last transfer, which cannot count.
    pub(super) fn pay_rest(&mut self, number: usize, now: Timestamp) -> Option<()> {
        let current = self.locked(number, now)?.current;
        let of_current = |payment: &&preorder_payment::Model| payment.preorder_id == current.id;
        let first =
            self.payments.iter().rev().find(of_current).filter(|payment| payment.reversed_at.is_none())?.clone();
        let place = self.transfers.iter().position(|transfer| Some(transfer.id) == first.transfer_id)?;
        let amount = self.transfers[place].amount_fen - self.transfers[place].used_fen;
        if amount == Money::ZERO {
            return None;
        }
        let paid = NewEvent {
            amount: Some(amount),
            method: Some(first.method),
            reference: Some(first.reference.clone()),
            day: Some(first.paid_at.day()),
            ..NewEvent::new(PreorderEventKind::PaidForRefund, Some(self.plan.clerk))
        };
        let rest = self.payment(&current, (amount, first.method, first.reference), first.paid_at, now);
        let (paid_fen, for_refund_fen) = (current.paid_fen + amount, current.for_refund_fen + amount);
        self.change(number, preorder::Model { paid_fen, for_refund_fen, ..current }, vec![paid], now)?;
        self.transfers[place].used_fen = self.transfers[place].amount_fen;
        self.payments.push(preorder_payment::Model {
            is_for_refund: true,
            transfer_fen: first.transfer_fen,
            transfer_id: first.transfer_id,
            ..rest
        });
        Some(())
    }

    pub(super) fn pay_too_much(&mut self, number: usize, method: PaymentMethod, now: Timestamp) -> Option<()> {
        let current = self.locked(number, now)?.current;
        let amount =
            if current.status == PreorderStatus::Expired { current.deposit_fen } else { tenth(current.amount_fen) };
        let paid = self.paid(PreorderEventKind::PaidForRefund, &current, amount, method, now);
        let reference = paid.reference.clone()?;
        let payment = self.payment(&current, (amount, method, reference), now, now);
        let (paid_fen, for_refund_fen) = (current.paid_fen + amount, current.for_refund_fen + amount);
        self.change(number, preorder::Model { paid_fen, for_refund_fen, ..current }, vec![paid], now)?;
        self.receive(preorder_payment::Model { is_for_refund: true, ..payment });
        Some(())
    }

    /// Adds a payment, with the transfer that it uses whole.
    fn receive(&mut self, payment: preorder_payment::Model) {
        self.transfers.push(preorder_transfer::Model {
            id: payment.id,
            method: payment.method,
            reference: payment.reference.clone(),
            counted_within: preorders::counted_within(payment.method, &payment.region_code, payment.paid_at.day()),
            amount_fen: payment.amount_fen,
            used_fen: payment.amount_fen,
        });
        self.payments.push(payment);
    }

    /// Money received or paid out, with a reference of its own.
    fn paid(
        &self,
        kind: PreorderEventKind,
        row: &preorder::Model,
        amount: Money,
        method: PaymentMethod,
        now: Timestamp,
    ) -> NewEvent {
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
        NewEvent { amount, method, reference, ..NewEvent::new(kind, Some(self.plan.clerk)) }
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
            transfer_fen: amount_fen,
            transfer_id: Some(numbers(row.id, now, Drawn::Money).id(now)),
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

    pub(super) fn reverse(&mut self, number: usize, now: Timestamp) -> Option<()> {
        let locked = self.locked(number, now)?;
        let id = locked.current.id;
        let payment =
            self.payments.iter_mut().rev().find(|payment| payment.preorder_id == id && !payment.is_for_refund)?;
        if locked.current.status != PreorderStatus::Confirmed {
            return None;
        }
        let reason = "付款人填错，另行登记";
        payment.reversed_at = Some(self.plan.stamp(now));
        payment.reversal_reason = Some(reason.to_owned());
        payment.reversed_by = Some(self.plan.clerk);
        if let Some(transfer) = self.transfers.iter_mut().find(|transfer| Some(transfer.id) == payment.transfer_id) {
            transfer.used_fen = transfer.used_fen - payment.amount_fen;
        }
        let mut events = vec![NewEvent {
            amount: Some(payment.amount_fen),
            method: Some(payment.method),
            reference: Some(payment.reference.clone()),
            reason: Some(reason.to_owned()),
            ..NewEvent::new(PreorderEventKind::PaymentReversed, Some(self.plan.clerk))
        }];
        let mut after =
            preorder::Model { paid_fen: locked.current.paid_fen - payment.amount_fen, ..locked.current.clone() };
        if after.paid_fen - after.for_refund_fen < after.deposit_fen {
            let counted = preorders::counted_by_day(self.events.iter().filter(|event| event.preorder_id == id));
            events.extend(preorders::take_back_confirmation(self.plan.clerk, &locked, &mut after, counted).ok()?);
        }
        self.change(number, after, events, now)
    }

    pub(super) fn compensate(&mut self, number: usize, permille: i64, now: Timestamp) -> Option<()> {
        let current = self.locked(number, now)?.current;
        let status = current.status.after(PreorderAction::Compensate).ok()?;
        let amount = Money(current.amount_fen.0 * permille / 1000);
        let compensated = NewEvent {
            amount: Some(amount),
            reason: Some("部分果实碰伤".to_owned()),
            presale: Amounts { amount: Money::ZERO - amount, records: 1, ..Amounts::default() },
            ..NewEvent::new(PreorderEventKind::Compensated, Some(self.plan.clerk))
        };
        let after = preorder::Model {
            status,
            amount_fen: current.amount_fen - amount,
            compensated_fen: current.compensated_fen + amount,
            ..current
        };
        self.change(number, after, vec![compensated], now)
    }

    pub(super) fn refund(&mut self, number: usize, now: Timestamp) -> Option<()> {
        let current = self.locked(number, now)?.current;
        let (amount, (_, method)) = (current.balance().due(), self.intents[number].refund?);
        if amount == Money::ZERO {
            return None;
        }
        let refunded = self.paid(PreorderEventKind::Refunded, &current, amount, method, now);
        self.refunds.push(preorder_refund::Model {
            id: numbers(current.id, now, Drawn::Money).id(now),
            preorder_id: current.id,
            region_code: current.region_code.clone(),
            amount_fen: amount,
            method,
            reference: refunded.reference.clone()?,
            counted_within: preorders::counted_within(method, &current.region_code, now.day()),
            day: now.day(),
            recorded_at: self.plan.stamp(now),
            recorded_by: self.plan.clerk,
            reversed_at: None,
            reversal_reason: None,
            reversed_by: None,
        });
        if numbers(current.id, now, Drawn::Mistake).happens(MISTAKEN_REFUND) {
            self.agenda.add(now.plus(2 * 3_600_000_000), number, Act::ReverseRefund);
        }
        let refunded_fen = current.refunded_fen + amount;
        self.change(number, preorder::Model { refunded_fen, ..current }, vec![refunded], now)
    }

    pub(super) fn reverse_refund(&mut self, number: usize, now: Timestamp) -> Option<()> {
        let current = self.locked(number, now)?.current;
        let refund = self.refunds.iter_mut().rev().find(|refund| refund.preorder_id == current.id)?;
        let reason = "退错账户，款项已退回";
        refund.reversed_at = Some(self.plan.stamp(now));
        refund.reversal_reason = Some(reason.to_owned());
        refund.reversed_by = Some(self.plan.clerk);
        let reversed = NewEvent {
            amount: Some(refund.amount_fen),
            method: Some(refund.method),
            reference: Some(refund.reference.clone()),
            reason: Some(reason.to_owned()),
            ..NewEvent::new(PreorderEventKind::RefundReversed, Some(self.plan.clerk))
        };
        let refunded_fen = current.refunded_fen - refund.amount_fen;
        self.change(number, preorder::Model { refunded_fen, ..current }, vec![reversed], now)
    }

    pub(super) fn reverse_compensation(&mut self, number: usize, now: Timestamp) -> Option<()> {
        let locked = self.locked(number, now)?;
        let current = &locked.current;
        let is_compensation = |event: &&preorder_event::Model| {
            event.preorder_id == current.id && event.kind == PreorderEventKind::Compensated
        };
        let last = self.events.iter().rev().find(is_compensation)?;
        let (day, amount) = (last.day, last.amount_fen?);
        let mut after = preorder::Model { compensated_fen: current.compensated_fen - amount, ..current.clone() };
        after.amount_fen = locked.amount_of(&after);
        let reversed = NewEvent {
            amount: Some(amount),
            reason: Some("补偿登记到了别的订单".to_owned()),
            day: Some(day),
            presale: -preorders::difference(current.amount_fen - after.amount_fen, Kilograms::ZERO),
            ..NewEvent::new(PreorderEventKind::CompensationReversed, Some(self.plan.clerk))
        };
        self.change(number, after, vec![reversed], now)
    }
}
