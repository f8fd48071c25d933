//! Numbers as a town writes them for people: in ten thousands (万) with two places, followed by the exact number.

use super::{Exact, quantity::divide_half_up};

/// Ten thousand.
const TEN_THOUSAND: i128 = 10_000;

/// A number in ten thousands, rounded half up to two places: "2.04" for 20,400.00. `None` if its absolute value is
/// less than ten thousand.
pub fn ten_thousands(number: Exact) -> Option<String> {
    let unit = TEN_THOUSAND * 10_i128.pow(u32::try_from(number.places).ok()?);
    if i128::from(number.value).abs() < unit {
        return None;
    }
    let hundredths = divide_half_up(i128::from(number.value) * 100, unit);
    Some(grouped(Exact { value: i64::try_from(hundredths).ok()?, places: 2 }))
}

/// A number with a comma before every third digit: "10,659,973.88".
pub fn grouped(number: Exact) -> String {
    let text = number.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut written = sign.to_owned();
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    if let Some(fraction) = fraction {
        written.push('.');
        written.push_str(fraction);
    }
    written
}

/// A number with its unit as a town writes it, followed by the exact number: "2.04万亩（20,400.00亩）". Below ten
/// thousand only the exact number.
pub fn in_town_units(number: Exact, unit: &str) -> String {
    let exact = format!("{}{unit}", grouped(number));
    match ten_thousands(number) {
        Some(rounded) => format!("{rounded}万{unit}（{exact}）"),
        None => exact,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounded(value: i64, places: usize) -> Option<String> {
        ten_thousands(Exact { value, places })
    }

    #[test]
    fn ten_thousands_have_two_places_rounded_half_up() {
        assert_eq!(rounded(2_040_000, 2).as_deref(), Some("2.04"));
        assert_eq!(rounded(46_200, 0).as_deref(), Some("4.62"));
        assert_eq!(rounded(1_065_997_388, 2).as_deref(), Some("1,066.00"));
        assert_eq!(rounded(10_049, 0).as_deref(), Some("1.00"));
        assert_eq!(rounded(10_050, 0).as_deref(), Some("1.01"));
        assert_eq!(rounded(-10_050, 0).as_deref(), Some("-1.01"));
        assert_eq!(rounded(-10_049, 0).as_deref(), Some("-1.00"));
        assert_eq!(rounded(100_499_999, 4).as_deref(), Some("1.00"));
        assert_eq!(rounded(i64::MAX, 0).as_deref(), Some("922,337,203,685,477.58"));
    }

    #[test]
    fn less_than_ten_thousand_is_not_written_in_them() {
        for (value, places) in [(0, 0), (9_999, 0), (-9_999, 0), (999_999, 2), (9_999_999, 3)] {
            assert_eq!(rounded(value, places), None, "{value}");
        }
        assert_eq!(rounded(10_000, 0).as_deref(), Some("1.00"));
        assert_eq!(rounded(-1_000_000, 2).as_deref(), Some("-1.00"));
    }

    #[test]
    fn the_exact_number_stands_beside_it() {
        assert_eq!(in_town_units(Exact { value: 2_040_000, places: 2 }, "亩"), "2.04万亩（20,400.00亩）");
        assert_eq!(in_town_units(Exact { value: 999_999, places: 2 }, "元"), "9,999.99元");
        assert_eq!(in_town_units(Exact { value: -123_456_789, places: 2 }, "元"), "-123.46万元（-1,234,567.89元）");
        assert_eq!(in_town_units(Exact { value: 0, places: 0 }, "人次"), "0人次");
    }

    #[test]
    fn every_third_digit_has_a_comma_before_it() {
        for (value, places, text) in [
            (1, 2, "0.01"),
            (-100, 0, "-100"),
            (-1_000, 0, "-1,000"),
            (123_456, 3, "123.456"),
            (1_000_000, 0, "1,000,000"),
        ] {
            assert_eq!(grouped(Exact { value, places }), text);
        }
    }
}
