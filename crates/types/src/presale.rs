//! Vocabulary of pre-sales: how fruit is paid for, handed over and cancelled, and what it costs.

use sea_orm::{DeriveActiveEnum, DeriveValueType, EnumIter};

use super::{
    Kilograms, Money, Problem,
    quantity::{divide_half_up, parse},
};

/// The method of a payment or refund.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PaymentMethod {
    /// Cash (现金). Without a reference, it gets a receipt number.
    Cash,
    /// WeChat Pay (微信支付).
    Wechat,
    /// Alipay (支付宝).
    Alipay,
    /// Bank transfer (银行转账).
    Bank,
}

impl PaymentMethod {
    /// Its name for people, in Chinese and English.
    pub fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::Cash => ("现金", "cash"),
            Self::Wechat => ("微信支付", "WeChat Pay"),
            Self::Alipay => ("支付宝", "Alipay"),
            Self::Bank => ("银行转账", "bank transfer"),
        }
    }
}

/// How the available crop is shared among pre-orders that were promised more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ShortfallPolicy {
    /// Each gets the same share of what it was still promised (按比例).
    ProRata,
    /// Pre-orders that were confirmed first are served first (先到先得).
    FirstCome,
}

/// The party on whose behalf a pre-order is cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
pub enum CancellationParty {
    /// The buyer, under the offer's terms. A share of the deposit may be kept.
    Buyer,
    /// The town. Nothing is kept.
    Town,
}

/// How a buyer gets the fruit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Fulfilment {
    /// The buyer picks it up (自提).
    PickUp,
    /// It is sent to the buyer's address (邮寄).
    Ship,
}

impl Fulfilment {
    /// Its name for people, in Chinese and English.
    pub fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::PickUp => ("自提", "pick-up"),
            Self::Ship => ("邮寄", "shipping"),
        }
    }
}

/// Why a pre-order was cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum CancellationCause {
    /// The buyer cancelled it under the offer's terms.
    Buyer,
    /// The town cancelled it. Nothing is kept.
    Town,
    /// The crop fell short, or the offer was closed because of a shortfall before the deposit was paid.
    Shortfall,
    /// Nobody collected it by the last pick-up day.
    Uncollected,
}

impl CancellationCause {
    /// Its name for people, in Chinese and English.
    pub fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::Buyer => ("买家取消", "by the buyer"),
            Self::Town => ("镇方取消", "by the town"),
            Self::Shortfall => ("歉收", "the crop fell short"),
            Self::Uncollected => ("逾期未提", "not collected"),
        }
    }
}

/// A share in ten-thousandths: 3000 is 0.30.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, DeriveValueType)]
pub struct Rate(pub i32);

impl Rate {
    const PLACES: usize = 4;
    const WHOLE: i32 = 10_000;

    /// Parses a share: a decimal string from 0 to 1 with at most four places.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let value = i32::try_from(parse(text, Self::PLACES)?).ok().filter(|value| (0..=Self::WHOLE).contains(value));
        value.map(Self).ok_or_else(|| {
            Problem::new("应为 0 至 1 之间的比例，例如 \"0.30\"", "expected a share from 0 to 1, such as \"0.30\"")
        })
    }

    /// The ratio of one weight to another, rounded half up. `None` if the whole is 0. It may exceed one.
    pub fn of(part: Kilograms, whole: Kilograms) -> Option<Self> {
        let scaled = i128::from(part.0) * i128::from(Self::WHOLE);
        (whole.0 > 0).then(|| Self(i32::try_from(divide_half_up(scaled, whole.0.into())).unwrap_or(i32::MAX)))
    }

    /// This share of an amount, rounded half up to the fen.
    pub fn of_money(self, amount: Money) -> Money {
        let scaled = i128::from(amount.0) * i128::from(self.0);
        Money(i64::try_from(divide_half_up(scaled, Self::WHOLE.into())).unwrap_or(i64::MAX))
    }

    /// This share of a weight, rounded down to the gram: what may differ at most.
    pub fn of_weight(self, quantity: Kilograms) -> Kilograms {
        let scaled = i128::from(quantity.0) * i128::from(self.0) / i128::from(Self::WHOLE);
        Kilograms(i64::try_from(scaled).unwrap_or(i64::MAX))
    }

    /// The deposit at this rate on an amount. A rate above 0 asks for at least 0.01 yuan, so that rounding confirms no
    /// pre-order that nothing was paid for.
    pub fn deposit_of(self, amount: Money) -> Money {
        if self.0 > 0 { self.of_money(amount).max(Money(1)) } else { Money::ZERO }
    }
}

impl Rate {
    /// The share as a percentage: 3000 is "30%", 1250 is "12.5%".
    pub fn percent(self) -> String {
        let places = format!("{:02}", self.0 % 100);
        let places = places.trim_end_matches('0');
        let point = if places.is_empty() { "" } else { "." };
        format!("{}{point}{places}%", self.0 / 100)
    }
}

impl std::fmt::Display for Rate {
    /// At least two decimal places, and no trailing zeros after them.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let places = format!("{:04}", self.0 % Self::WHOLE);
        let beyond = places[2..].trim_end_matches('0');
        write!(formatter, "{}.{}{beyond}", self.0 / Self::WHOLE, &places[..2])
    }
}

/// The price of a weight at a price per kilogram, rounded half up to the fen. `None` if it exceeds the largest amount
/// of one record.
pub fn price(quantity: Kilograms, unit_price: Money) -> Option<Money> {
    let fen = divide_half_up(i128::from(quantity.0) * i128::from(unit_price.0), 1000);
    i64::try_from(fen).ok().map(Money).filter(|amount| *amount <= Money::MAXIMUM)
}

/// The money of one pre-order. Every fen is accounted for: it counts towards the goods, is kept under the terms, is
/// due back, or was paid back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Balance {
    /// All money received.
    pub paid: Money,
    /// The part that cannot count towards the goods, and is due back whatever happens to the pre-order.
    pub for_refund: Money,
    /// What was paid back.
    pub refunded: Money,
    /// What is kept under the terms on cancellation.
    pub kept: Money,
    /// The price of goods and freight; 0 if nothing is to be delivered any more.
    pub owed: Money,
}

impl Balance {
    /// What is booked for refund and not yet paid back. A refund pays this back first.
    fn for_refund_left(self) -> Money {
        (self.for_refund - self.refunded).max(Money::ZERO)
    }

    /// The part of the money that counts towards the goods.
    pub fn for_goods(self) -> Money {
        self.paid - self.refunded - self.for_refund_left()
    }

    /// What is due back to the buyer.
    pub fn due(self) -> Money {
        self.for_refund_left() + (self.for_goods() - self.kept - self.owed).max(Money::ZERO)
    }

    /// What the buyer still has to pay.
    pub fn open(self) -> Money {
        (self.owed - self.for_goods()).max(Money::ZERO)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn shares_are_read_and_written() {
        for (text, rate, written) in [
            ("0", 0, "0.00"),
            ("0.3", 3000, "0.30"),
            ("0.30", 3000, "0.30"),
            ("0.125", 1250, "0.125"),
            ("0.0001", 1, "0.0001"),
            ("1", 10_000, "1.00"),
        ] {
            assert_eq!(Rate::parse(text), Ok(Rate(rate)), "{text}");
            assert_eq!(Rate(rate).to_string(), written);
        }
        assert_eq!(Rate(12_345).to_string(), "1.2345");
        for (rate, percent) in [(0, "0%"), (1, "0.01%"), (10, "0.1%"), (1250, "12.5%"), (3000, "30%"), (10_000, "100%")]
        {
            assert_eq!(Rate(rate).percent(), percent);
        }
        for text in ["", "1.0001", "-0.1", "0.00001", "30%", "1e-1"] {
            assert!(Rate::parse(text).is_err(), "{text:?} was read");
        }
    }

    #[test]
    fn prices_and_shares_round_half_up_once() {
        assert_eq!(price(Kilograms(1), Money(500)), Some(Money(1)), "half a fen is one");
        assert_eq!(price(Kilograms(1), Money(499)), Some(Money(0)));
        assert_eq!(price(Kilograms(10_000), Money(680)), Some(Money(6800)));
        assert_eq!(price(Kilograms::MAXIMUM, Money(1000)), Some(Money::MAXIMUM));
        assert_eq!(price(Kilograms::MAXIMUM, Money(1001)), None);
        assert_eq!(price(Kilograms::MAXIMUM, Money::MAXIMUM), None);
        assert_eq!(Rate(3000).of_money(Money(5)), Money(2), "one and a half is two");
        assert_eq!(Rate(3333).of_money(Money::MAXIMUM), Money(33_330_000_000));
        for (rate, amount, deposit) in
            [(3000, 5, 2), (3000, 1, 1), (1, 4999, 1), (1, 15_000, 2), (0, 5, 0), (10_000, 1, 1)]
        {
            assert_eq!(Rate(rate).deposit_of(Money(amount)), Money(deposit), "{rate} of {amount}");
        }
        assert_eq!(Rate::of(Kilograms(1), Kilograms(3)), Some(Rate(3333)));
        assert_eq!(Rate::of(Kilograms(1), Kilograms::ZERO), None);
    }

    #[test]
    fn money_due_back_follows_the_words_of_the_rule() {
        // After a shortfall: paid minus refunded minus the amount, if positive.
        let balance = Balance { paid: Money(3000), owed: Money(2000), ..Balance::default() };
        assert_eq!((balance.due(), balance.open()), (Money(1000), Money(0)));
        let refunded = Balance { refunded: Money(400), ..balance };
        assert_eq!(refunded.due(), Money(600));
        // Money booked for refund is due at once, even though the goods are not paid.
        let unpaid = Balance { paid: Money(700), for_refund: Money(500), owed: Money(1000), ..Balance::default() };
        assert_eq!((unpaid.due(), unpaid.open()), (Money(500), Money(800)));
        // A kept part of the deposit is not due.
        let cancelled = Balance { paid: Money(3000), kept: Money(900), ..Balance::default() };
        assert_eq!(cancelled.due(), Money(2100));
    }

    proptest! {
        #[test]
        fn no_fen_is_lost_sight_of(
            counted in 0..10_000_i64, for_refund in 0..10_000_i64, owed in 0..10_000_i64, kept in 0..10_000_i64, part in 0..=100_i64,
        ) {
            let before = Balance {
                paid: Money(counted + for_refund), for_refund: Money(for_refund), owed: Money(owed), kept: Money(kept.min(counted)), refunded: Money(0),
            };
            let balance = Balance { refunded: Money(before.due().0 * part / 100), ..before };
            prop_assert_eq!(balance.due() + balance.refunded, before.due(), "a refund changes what is due by itself alone");
            prop_assert_eq!(balance.for_refund_left().0.min(0), 0);
            let kept_back = balance.for_goods() - (balance.due() - balance.for_refund_left());
            prop_assert_eq!(balance.paid, kept_back + balance.due() + balance.refunded);
            prop_assert!(kept_back >= balance.kept.min(balance.for_goods()));
            prop_assert!(balance.due() >= Money::ZERO && balance.open() >= Money::ZERO);
            prop_assert!(balance.open() == Money::ZERO || balance.due() == balance.for_refund_left());
        }

        #[test]
        fn a_price_is_within_half_a_fen(grams in 1..=100_000_000_000_i64, fen in 1..=1000_i64) {
            let exact = i128::from(grams) * i128::from(fen);
            let rounded = price(Kilograms(grams), Money(fen)).map(|amount| i128::from(amount.0) * 1000).unwrap_or(exact);
            prop_assert!((-500..500).contains(&(exact - rounded)));
        }
    }
}
