//! Money, weight and area: integers in the smallest unit, parsed from and written as decimal strings without
//! rounding.

use sea_orm::DeriveValueType;

use super::Problem;

/// Parses a plain decimal number with at most `places` decimals as an integer in the smallest unit.
///
/// Only ASCII digits with at most one point between them are accepted: no exponent, no `NaN`, no grouping, no blanks.
/// More places than the unit has are rejected even if they are zeros, because the author meant another unit.
pub(super) fn parse(text: &str, places: usize) -> Result<i128, Problem> {
    let malformed = || {
        Problem::new(
            format!("应为十进制数字字符串，例如 \"12.5\"，最多 {places} 位小数"),
            format!("expected a decimal number as a string, such as \"12.5\", with at most {places} decimal places"),
        )
    };
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) {
        return Err(malformed());
    }
    let fraction = if digits.contains('.') { fraction } else { "" };
    if fraction.len() > places {
        return Err(Problem::new(
            format!("小数位过多：最多 {places} 位"),
            format!("too many decimal places: at most {places}"),
        ));
    }
    // Thirty digits are far above every maximum and still fit 128 bits with their decimals.
    if whole.trim_start_matches('0').len() > 30 {
        return Err(Problem::new("数值过大", "the number is too large"));
    }
    let value: i128 = format!("{}{fraction:0<places$}", whole.trim_start_matches('0')).parse().unwrap_or(0);
    Ok(if negative { -value } else { value })
}

/// Formats an integer in the smallest unit with all places of its unit: 123450 fen are "1234.50".
pub(super) fn format(value: i64, places: usize) -> String {
    let digits = format!("{:0width$}", value.unsigned_abs(), width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    format!("{}{whole}.{fraction}", if value < 0 { "-" } else { "" })
}

/// A number with the decimal places of its unit: 123450 with two places is 1234.50. Used where amounts of different
/// units are handled alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exact {
    /// The number, in the smallest unit.
    pub value: i64,
    /// The decimal places of the unit; 0 for a count.
    pub places: usize,
}

impl std::fmt::Display for Exact {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.places {
            0 => write!(formatter, "{}", self.value),
            places => formatter.write_str(&format(self.value, places)),
        }
    }
}

/// Divides by a positive number, with a single rounding half up (away from zero).
pub(super) fn divide_half_up(number: i128, divisor: i128) -> i128 {
    (number.abs() * 2 + divisor) / (divisor * 2) * number.signum()
}

/// Divides a total by a count, with a single rounding half up (away from zero).
pub fn mean_half_up(total: i128, count: i128) -> i64 {
    i64::try_from(divide_half_up(total, count)).unwrap_or(i64::MAX)
}

macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident, $places:literal, $maximum:literal, $zh:literal, $en:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, DeriveValueType)]
        pub struct $name(pub i64);

        impl $name {
            /// Zero.
            pub const ZERO: Self = Self(0);
            /// The largest amount of one record, in the smallest unit.
            pub const MAXIMUM: Self = Self($maximum);

            /// Parses an amount of one record: a decimal string greater than zero, at most the maximum, with no more
            /// places than the unit has.
            pub fn parse(text: &str) -> Result<Self, Problem> {
                let value = parse(text, $places)?;
                match i64::try_from(value) {
                    Ok(value) if value > 0 && value <= $maximum => Ok(Self(value)),
                    _ => Err(Problem::new(
                        format!(concat!("应大于 0，且不超过 {} ", $zh), Self::MAXIMUM),
                        format!(concat!("must be greater than 0 and at most {} ", $en), Self::MAXIMUM),
                    )),
                }
            }

            /// Like `parse`, but also accepts zero.
            pub fn parse_or_zero(text: &str) -> Result<Self, Problem> {
                if parse(text, $places)? == 0 { Ok(Self::ZERO) } else { Self::parse(text) }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&format(self.0, $places))
            }
        }

        impl std::ops::Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }

        impl std::ops::Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }

        impl std::iter::Sum for $name {
            fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
                items.fold(Self::ZERO, |sum, item| sum + item)
            }
        }
    };
}

quantity!(
    /// Yuan (元), kept in fen (分): two places.
    Money, 2, 100_000_000_000, "元", "yuan"
);
quantity!(
    /// Kilograms, kept in grams: three places.
    Kilograms, 3, 100_000_000_000, "千克", "kilograms"
);
quantity!(
    /// Mu (亩, 10,000/15 m²), kept in hundredths: two places, as on land certificates.
    Mu, 2, 100_000_000, "亩", "mu"
);

impl Kilograms {
    /// Parses a change of one record: like `parse`, but below zero where something becomes less.
    pub fn parse_change(text: &str) -> Result<Self, Problem> {
        match i64::try_from(parse(text, 3)?) {
            Ok(value) if value != 0 && (-Self::MAXIMUM.0..=Self::MAXIMUM.0).contains(&value) => Ok(Self(value)),
            _ => Err(Problem::new(
                format!("不能为 0，增减均不超过 {} 千克", Self::MAXIMUM),
                format!("must not be 0, and at most {} kilograms more or less", Self::MAXIMUM),
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_and_writes_every_place() {
        assert_eq!(Money::parse("1234.5").expect("valid"), Money(123_450));
        assert_eq!(Money::parse("1000000000.00").expect("the maximum"), Money::MAXIMUM);
        assert_eq!(Kilograms::parse("0.001").expect("one gram"), Kilograms(1));
        assert_eq!(Money(5).to_string(), "0.05");
        assert_eq!(Money(-123_456).to_string(), "-1234.56");
        assert_eq!(Mu(2_040_000).to_string(), "20400.00");
        assert_eq!(Exact { value: -5, places: 3 }.to_string(), "-0.005");
        assert_eq!(Exact { value: -5, places: 0 }.to_string(), "-5");
    }

    #[test]
    fn refuses_what_is_no_exact_positive_amount() {
        for text in [
            "",
            " ",
            ".",
            "1.",
            ".5",
            "0",
            "0.00",
            "-1",
            "+1",
            "1e3",
            "1e400",
            "NaN",
            "Infinity",
            "1_000",
            "1,000",
            " 1",
            "1 ",
            "１",
            "0x1F",
            "1.234",
            "1.500",
            "1000000000.01",
            "99999999999999999999999999999999999999999999",
            "1\u{0}",
            "--1",
            "1.-5",
        ] {
            assert!(Money::parse(text).is_err(), "{text:?} was read");
        }
    }

    #[test]
    fn a_change_is_more_or_less_but_not_nothing() {
        assert_eq!(Kilograms::parse_change("-0.001"), Ok(Kilograms(-1)));
        assert_eq!(Kilograms::parse_change("100000000"), Ok(Kilograms::MAXIMUM));
        for text in ["0", "-0", "-0.000", "--1", "+1", "-", "-100000000.001", "100000000.001", "1.0001"] {
            assert!(Kilograms::parse_change(text).is_err(), "{text:?} was read");
        }
    }

    #[test]
    fn means_round_half_up() {
        assert_eq!(mean_half_up(5, 2), 3);
        assert_eq!(mean_half_up(4, 3), 1);
        assert_eq!(mean_half_up(5, 3), 2);
        assert_eq!(mean_half_up(-5, 2), -3);
        assert_eq!(mean_half_up(0, 7), 0);
        assert_eq!(mean_half_up(135_000, 3), 45_000);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(fen in 1_i64..=100_000_000_000) {
            prop_assert_eq!(Money::parse(&Money(fen).to_string()), Ok(Money(fen)));
        }

        #[test]
        fn no_text_makes_it_panic(text in any::<String>()) {
            let _ = Money::parse(&text);
        }
    }
}
