//! The life cycle of a pre-order: its states, and every transition between them in one table.

use sea_orm::{ActiveEnum, DeriveActiveEnum, EnumIter};

use super::Problem;

/// The status of a pre-order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PreorderStatus {
    /// It awaits the deposit. It holds its quantity until `holdUntil`.
    Placed,
    /// The deposit has been paid.
    Confirmed,
    /// The whole amount has been paid, and the goods were handed over or sent.
    Delivered,
    /// It was cancelled by the buyer or the town, by a shortfall, or because nobody collected it.
    Cancelled,
    /// The hold ran out before the deposit was paid.
    Expired,
}

impl PreorderStatus {
    /// Whether the pre-order reserves kilograms of its offer.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Placed | Self::Confirmed | Self::Delivered)
    }

    /// Its name for people, in Chinese and English.
    pub fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::Placed => ("待付定金", "PLACED"),
            Self::Confirmed => ("已确认", "CONFIRMED"),
            Self::Delivered => ("已交付", "DELIVERED"),
            Self::Cancelled => ("已取消", "CANCELLED"),
            Self::Expired => ("已过期", "EXPIRED"),
        }
    }
}

/// What may be done with a pre-order, or happen to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter)]
pub enum PreorderAction {
    /// Money is received that counts towards the goods.
    Pay,
    /// The payments reach the deposit.
    Confirm,
    /// The hold runs out.
    Expire,
    /// The buyer or the town cancels.
    Cancel,
    /// The crop falls short, and the pre-order still gets something.
    FallShort,
    /// The crop falls short and the pre-order gets nothing, or the offer is closed before the deposit is paid.
    GoWithout,
    /// The goods are handed over or shipped, all or the last of them.
    Deliver,
    /// A part of the goods is handed over or shipped, and more follows.
    DeliverPart,
    /// A delivery that was entered by mistake is reversed.
    TakeBackDelivery,
    /// Goods come back after delivery, or that turns out to be a mistake.
    Return,
    /// The quantity or the way of delivery is changed.
    Change,
    /// The buyer's name or telephone number is changed.
    Describe,
    /// The last pick-up day has passed.
    LeaveUncollected,
    /// Damaged fruit is compensated after delivery, or that turns out to be a mistake.
    Compensate,
    /// The payment that confirmed it was entered by mistake, and the hold has not run out.
    TakeBackDeposit,
}

use PreorderAction as Action;
use PreorderStatus as Status;

/// All transitions: from, action, to. Anything else is a CONFLICT. Booking money for refund, refunding it and
/// reversing a mistaken entry change no state and are allowed in every state.
const STEPS: [(Status, Action, Status); 26] = [
    (Status::Placed, Action::Pay, Status::Placed),
    (Status::Placed, Action::Confirm, Status::Confirmed),
    (Status::Placed, Action::Expire, Status::Expired),
    (Status::Placed, Action::Cancel, Status::Cancelled),
    (Status::Placed, Action::GoWithout, Status::Cancelled),
    (Status::Placed, Action::Change, Status::Placed),
    (Status::Placed, Action::Describe, Status::Placed),
    (Status::Confirmed, Action::Pay, Status::Confirmed),
    (Status::Confirmed, Action::Cancel, Status::Cancelled),
    (Status::Confirmed, Action::FallShort, Status::Confirmed),
    (Status::Confirmed, Action::GoWithout, Status::Cancelled),
    (Status::Confirmed, Action::Change, Status::Confirmed),
    (Status::Confirmed, Action::Describe, Status::Confirmed),
    (Status::Confirmed, Action::Deliver, Status::Delivered),
    (Status::Confirmed, Action::DeliverPart, Status::Confirmed),
    (Status::Confirmed, Action::TakeBackDelivery, Status::Confirmed),
    (Status::Confirmed, Action::Return, Status::Confirmed),
    (Status::Confirmed, Action::LeaveUncollected, Status::Cancelled),
    (Status::Confirmed, Action::TakeBackDeposit, Status::Placed),
    (Status::Delivered, Action::Pay, Status::Delivered),
    (Status::Delivered, Action::Compensate, Status::Delivered),
    (Status::Delivered, Action::Describe, Status::Delivered),
    (Status::Delivered, Action::TakeBackDelivery, Status::Confirmed),
    (Status::Delivered, Action::Return, Status::Delivered),
    // Paid in time, but entered later.
    (Status::Expired, Action::Pay, Status::Expired),
    (Status::Expired, Action::Confirm, Status::Confirmed),
];

impl PreorderStatus {
    /// The state after an action. If the table has no such transition, a problem that names the state and the action.
    pub fn after(self, action: PreorderAction) -> Result<Self, Problem> {
        let step = STEPS.iter().find(|(from, by, _)| (*from, *by) == (self, action));
        step.map(|(_, _, to)| *to).ok_or_else(|| {
            let (from_zh, from_en) = self.name();
            let (to_zh, to_en) = action.aim();
            Problem::new(
                format!("预售订单{from_zh}，不能{to_zh}"),
                format!("the pre-order is {from_en} and cannot {to_en}"),
            )
        })
    }
}

impl PreorderAction {
    /// What the action would have done, for messages.
    fn aim(self) -> (&'static str, &'static str) {
        match self {
            Self::Pay => {
                ("收款；如款项已到，请以 keepForRefund 登记待退", "take a payment; book the money with keepForRefund")
            }
            Self::Confirm => ("转为已确认", "become CONFIRMED"),
            Self::Expire => ("转为已过期", "become EXPIRED"),
            Self::Cancel | Self::GoWithout => ("转为已取消", "become CANCELLED"),
            Self::FallShort => ("减量", "be reduced"),
            Self::Deliver => ("转为已交付", "become DELIVERED"),
            Self::DeliverPart => ("部分交付", "be delivered in part"),
            Self::TakeBackDelivery => ("冲正交付", "have a delivery reversed"),
            Self::Return => ("退货", "have goods returned"),
            Self::Change => ("变更数量或提货方式", "be changed in quantity or way of delivery"),
            Self::Describe => ("变更", "be changed"),
            Self::LeaveUncollected => ("因未提货转为已取消", "become CANCELLED as not collected"),
            Self::Compensate => ("补偿，交付后方可补偿", "be compensated; only a DELIVERED one can"),
            Self::TakeBackDeposit => ("退回待付定金", "go back to PLACED"),
        }
    }
}

/// The kinds of events in a pre-order's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PreorderEventKind {
    /// It was placed, on the terms then agreed.
    Placed,
    /// Money was received that counts towards the goods.
    Paid,
    /// Money was received that cannot count towards the goods. It is due back.
    PaidForRefund,
    /// A payment entered by mistake was reversed.
    PaymentReversed,
    /// The deposit was reached.
    Confirmed,
    /// The payment that had confirmed it was reversed.
    ConfirmationReversed,
    /// The hold ran out.
    Expired,
    /// It was cancelled.
    Cancelled,
    /// The crop fell short.
    FellShort,
    /// The goods were handed over or shipped, all or the last of them.
    Delivered,
    /// A part of the goods was handed over or shipped.
    PartDelivered,
    /// A delivery that was entered by mistake was reversed.
    DeliveryReversed,
    /// Goods came back after delivery.
    Returned,
    /// A return that was entered by mistake was reversed.
    ReturnReversed,
    /// It was changed.
    Changed,
    /// Nobody collected it by the last pick-up day.
    Uncollected,
    /// Damaged fruit was compensated.
    Compensated,
    /// A compensation that was entered by mistake was reversed.
    CompensationReversed,
    /// Money was refunded.
    Refunded,
    /// A refund that was entered by mistake was reversed.
    RefundReversed,
}

impl PreorderEventKind {
    /// Its name in the history.
    pub fn name(self) -> String {
        self.to_value()
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::Iterable;

    use super::*;

    #[test]
    fn what_is_over_stays_over() {
        for action in PreorderAction::iter() {
            assert!(Status::Cancelled.after(action).is_err(), "{action:?}");
        }
        for action in
            [Action::Cancel, Action::Deliver, Action::FallShort, Action::GoWithout, Action::Expire, Action::Confirm]
        {
            assert!(Status::Delivered.after(action).is_err(), "{action:?}");
        }
    }

    #[test]
    fn only_a_confirmed_one_is_delivered_and_only_a_delivered_one_compensated() {
        for status in PreorderStatus::iter() {
            assert_eq!(status.after(Action::Deliver).is_ok(), status == Status::Confirmed);
            assert_eq!(status.after(Action::Compensate).is_ok(), status == Status::Delivered);
        }
    }

    #[test]
    fn a_forbidden_step_says_from_what_to_what() {
        let problem = Status::Expired.after(Action::Deliver).expect_err("forbidden");
        assert_eq!(problem.en, "the pre-order is EXPIRED and cannot become DELIVERED");
        assert_eq!(problem.zh, "预售订单已过期，不能转为已交付");
    }
}
