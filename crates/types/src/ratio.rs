//! Ratios: yields, and comparisons of figures.

use sea_orm::DeriveValueType;

use super::{
    Kilograms, Problem,
    quantity::{divide_half_up, format, parse},
};

/// A ratio of two amounts in ten-thousandths: 8500 is 0.8500. It may exceed one: pickles absorb brine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, DeriveValueType)]
pub struct Ratio(pub i64);

impl Ratio {
    const PLACES: usize = 4;
    const WHOLE: i64 = 10_000;
    /// The largest accepted ratio.
    const MAXIMUM: i64 = 100 * Self::WHOLE;

    /// Parses a ratio: a decimal string from 0 to 100 with at most four places.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let value = i64::try_from(parse(text, Self::PLACES)?).ok().filter(|value| (0..=Self::MAXIMUM).contains(value));
        value.map(Self).ok_or_else(|| {
            Problem::new("应为 0 至 100 之间的比率，例如 \"0.85\"", "expected a ratio from 0 to 100, such as \"0.85\"")
        })
    }

    /// The yield: output per input, rounded half up. `None` if there is no input.
    pub fn of(output: Kilograms, input: Kilograms) -> Option<Self> {
        Self::between(output.0, input.0)
    }

    /// A number divided by another of the same unit, rounded half up. `None` if the other is not greater than 0.
    pub fn between(number: i64, base: i64) -> Option<Self> {
        let scaled = i128::from(number) * i128::from(Self::WHOLE);
        (base > 0).then(|| Self(i64::try_from(divide_half_up(scaled, base.into())).unwrap_or(i64::MAX)))
    }
}

impl std::fmt::Display for Ratio {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&format(self.0, Self::PLACES))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_yield_has_four_places_and_rounds_half_up() {
        let yields = |output, input| Ratio::of(Kilograms(output), Kilograms(input)).map(|ratio| ratio.to_string());
        assert_eq!(yields(2_000, 3_000).as_deref(), Some("0.6667"));
        assert_eq!(yields(1, 20_000).as_deref(), Some("0.0001"));
        assert_eq!(yields(1, 20_001).as_deref(), Some("0.0000"));
        assert_eq!(yields(1_500, 1_000).as_deref(), Some("1.5000"));
        assert_eq!(yields(100_000_000_000, 1).as_deref(), Some("100000000000.0000"));
        assert_eq!(yields(1_000, 0), None);
        assert_eq!(Ratio::between(-1, 3).map(|ratio| ratio.to_string()).as_deref(), Some("-0.3333"));
        assert_eq!(Ratio::between(1, -3), None);
    }

    #[test]
    fn a_ratio_is_read_exactly() {
        assert_eq!(Ratio::parse("0.85"), Ok(Ratio(8_500)));
        assert_eq!(Ratio::parse("100"), Ok(Ratio(1_000_000)));
        for text in ["-0.1", "100.0001", "0.00001", "1e2", ""] {
            assert!(Ratio::parse(text).is_err(), "{text}");
        }
    }
}
