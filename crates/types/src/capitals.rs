//! Amounts written out for receipts, in numerals that cannot be altered with a stroke of the pen.

use super::Money;

const DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const UNITS: [(u64, &str); 5] = [(100_000_000, "亿"), (10_000, "万"), (1000, "仟"), (100, "佰"), (10, "拾")];

impl Money {
    /// The amount in capital numerals, as the rules for payment and settlement require on a receipt: 1680.32 is
    /// 人民币壹仟陆佰捌拾元叁角贰分. An amount without fen ends in 整. Consecutive zeros within it are written once.
    pub fn in_capitals(self) -> String {
        let fen = self.0.unsigned_abs();
        let (yuan, jiao, fen) = (fen / 100, fen / 10 % 10, fen % 10);
        let mut text = format!("人民币{}", if self.0 < 0 { "负" } else { "" });
        if yuan > 0 || (jiao, fen) == (0, 0) {
            text += &format!("{}元", whole(yuan));
        }
        match (jiao, fen) {
            (0, 0) => {}
            (0, _) if yuan == 0 => {}
            (0, _) => text += DIGITS[0],
            (jiao, _) => text += &format!("{}角", digit(jiao)),
        }
        text + &if fen == 0 { "整".to_owned() } else { format!("{}分", digit(fen)) }
    }
}

fn digit(number: u64) -> &'static str {
    usize::try_from(number).ok().and_then(|number| DIGITS.get(number)).copied().unwrap_or_default()
}

/// A whole number: the factor of its largest unit, the unit, and the rest. A zero stands for empty places between
/// them.
fn whole(number: u64) -> String {
    let Some((unit, name)) = UNITS.into_iter().find(|(unit, _)| number >= *unit) else {
        return digit(number).to_owned();
    };
    let (before, rest) = (whole(number / unit), number % unit);
    match rest {
        0 => format!("{before}{name}"),
        rest if rest < unit / 10 => format!("{before}{name}{}{}", DIGITS[0], whole(rest)),
        rest => format!("{before}{name}{}", whole(rest)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_are_written_out() {
        for (amount, text) in [
            ("0.01", "壹分"),
            ("0.10", "壹角整"),
            ("0.11", "壹角壹分"),
            ("1.00", "壹元整"),
            ("1.05", "壹元零伍分"),
            ("1.50", "壹元伍角整"),
            ("10", "壹拾元整"),
            ("10.01", "壹拾元零壹分"),
            ("15", "壹拾伍元整"),
            ("20.30", "贰拾元叁角整"),
            ("100", "壹佰元整"),
            ("105", "壹佰零伍元整"),
            ("110", "壹佰壹拾元整"),
            ("1001", "壹仟零壹元整"),
            ("1010", "壹仟零壹拾元整"),
            ("1100", "壹仟壹佰元整"),
            ("1409.50", "壹仟肆佰零玖元伍角整"),
            ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
            ("6007.14", "陆仟零柒元壹角肆分"),
            ("10010", "壹万零壹拾元整"),
            ("10000", "壹万元整"),
            ("100001", "壹拾万零壹元整"),
            ("107000.53", "壹拾万柒仟元伍角叁分"),
            ("325.04", "叁佰贰拾伍元零肆分"),
            ("20000050.09", "贰仟万零伍拾元零玖分"),
            ("100000000.00", "壹亿元整"),
            ("100000001", "壹亿零壹元整"),
            ("100010000", "壹亿零壹万元整"),
            ("123456789.98", "壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元玖角捌分"),
            ("1000000000.00", "壹拾亿元整"),
        ] {
            let money = Money::parse(amount).expect(amount);
            assert_eq!(money.in_capitals(), format!("人民币{text}"), "{amount}");
        }
        assert_eq!(Money::ZERO.in_capitals(), "人民币零元整");
        assert_eq!(Money(-1005).in_capitals(), "人民币负壹拾元零伍分");
    }

    proptest! {
        #[test]
        fn every_amount_has_a_name_of_its_own(one in 0..=100_000_000_000_i64, other in 0..=100_000_000_000_i64) {
            prop_assert_eq!(one == other, Money(one).in_capitals() == Money(other).in_capitals());
        }

        #[test]
        fn no_zero_stands_beside_another(fen in any::<i64>()) {
            prop_assert!(!Money(fen).in_capitals().contains("零零"));
        }
    }
}
