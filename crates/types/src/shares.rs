//! Sharing the available crop among those who were promised it.

use super::{Kilograms, ShortfallPolicy};

/// Each pre-order's share of the available quantity, for promises in the order of their confirmation. The shares add
/// up to the available quantity, or with packs to the largest multiple of a pack within it. Nobody gets more than was
/// promised. If more is available than promised, everybody gets what was promised.
///
/// Where orders consist of whole packs, promises and shares do too.
pub fn shares(
    policy: ShortfallPolicy,
    available: Kilograms,
    pack: Option<Kilograms>,
    promised: &[Kilograms],
) -> Vec<Kilograms> {
    let unit = pack.map_or(1, |pack| pack.0.max(1));
    let promised: Vec<i64> = promised.iter().map(|promise| promise.0 / unit).collect();
    let total: i64 = promised.iter().sum();
    let units = (available.0.max(0) / unit).min(total);
    let shared = match policy {
        ShortfallPolicy::ProRata => pro_rata(units, total, &promised),
        ShortfallPolicy::FirstCome => first_come(units, &promised),
    };
    shared.into_iter().map(|share| Kilograms(share * unit)).collect()
}

/// Proportional shares in whole units. The remaining units go one each to the largest fractions, and among equal
/// fractions to the earlier ones.
#[expect(clippy::indexing_slicing, reason = "each index lies within the slice by construction")]
fn pro_rata(units: i64, total: i64, promised: &[i64]) -> Vec<i64> {
    if total == 0 {
        return vec![0; promised.len()];
    }
    let exact: Vec<i128> = promised.iter().map(|promise| i128::from(units) * i128::from(*promise)).collect();
    let divisor = i128::from(total);
    let mut shared: Vec<i64> =
        exact.iter().map(|product| i64::try_from(product / divisor).unwrap_or(i64::MAX)).collect();
    let mut by_fraction: Vec<usize> = (0..promised.len()).collect();
    // The sort is stable, so that equal fractions keep their order.
    by_fraction.sort_by_key(|position| std::cmp::Reverse(exact[*position] % divisor));
    let left = units - shared.iter().sum::<i64>();
    for position in by_fraction.into_iter().take(usize::try_from(left).unwrap_or_default()) {
        shared[position] += 1;
    }
    shared
}

/// Each promise is met in full in turn, and the last one served gets the remainder.
fn first_come(units: i64, promised: &[i64]) -> Vec<i64> {
    let mut left = units;
    let served = promised.iter().map(|promise| {
        let share = left.min(*promise);
        left -= share;
        share
    });
    served.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn grams(values: &[i64]) -> Vec<Kilograms> {
        values.iter().copied().map(Kilograms).collect()
    }

    #[test]
    fn the_largest_fractions_get_what_remains() {
        // 100 shared by 60 + 30 + 30 gives 50, 25, 25. 101 gives 50.5, 25.25, 25.25, and the first has the largest
        // fraction.
        assert_eq!(shares(ShortfallPolicy::ProRata, Kilograms(100), None, &grams(&[60, 30, 30])), grams(&[50, 25, 25]));
        assert_eq!(shares(ShortfallPolicy::ProRata, Kilograms(101), None, &grams(&[60, 30, 30])), grams(&[51, 25, 25]));
        // Equal fractions: the one confirmed first.
        assert_eq!(shares(ShortfallPolicy::ProRata, Kilograms(2), None, &grams(&[1, 1, 1])), grams(&[1, 1, 0]));
    }

    #[test]
    fn packs_stay_whole() {
        let five = Some(Kilograms(5000));
        assert_eq!(
            shares(ShortfallPolicy::ProRata, Kilograms(22_000), five, &grams(&[10_000, 10_000, 20_000])),
            grams(&[5000, 5000, 10_000])
        );
        assert_eq!(
            shares(ShortfallPolicy::FirstCome, Kilograms(22_000), five, &grams(&[10_000, 15_000, 5000])),
            grams(&[10_000, 10_000, 0])
        );
    }

    #[test]
    fn nothing_is_shared_as_nothing() {
        assert_eq!(shares(ShortfallPolicy::ProRata, Kilograms(0), None, &grams(&[5, 7])), grams(&[0, 0]));
        assert_eq!(shares(ShortfallPolicy::ProRata, Kilograms(5), None, &[]), vec![]);
        let most = [Kilograms::MAXIMUM; 3];
        assert_eq!(
            shares(ShortfallPolicy::ProRata, Kilograms::MAXIMUM, None, &most).iter().copied().sum::<Kilograms>(),
            Kilograms::MAXIMUM
        );
    }

    proptest! {
        #[test]
        fn shares_sum_to_what_there_is_and_nobody_gets_more_than_promised(
            packs in prop::collection::vec(1..50_i64, 0..20),
            pack in prop_oneof![Just(None), (1..6000_i64).prop_map(Some)],
            part in 0..=120_i64,
            pro_rata in any::<bool>(),
        ) {
            let unit = pack.unwrap_or(1);
            let promised: Vec<Kilograms> = packs.iter().map(|packs| Kilograms(packs * unit)).collect();
            let total: i64 = packs.iter().sum::<i64>() * unit;
            let available = Kilograms(total * part / 100);
            let policy = if pro_rata { ShortfallPolicy::ProRata } else { ShortfallPolicy::FirstCome };
            let shared = shares(policy, available, pack.map(Kilograms), &promised);
            let expected = (available.0 / unit).min(total / unit) * unit;
            prop_assert_eq!(shared.iter().map(|share| share.0).sum::<i64>(), expected);
            for (share, promise) in shared.iter().zip(&promised) {
                prop_assert!(*share >= Kilograms::ZERO && share <= promise && share.0 % unit == 0);
                if pro_rata && total > 0 {
                    // Within one unit of the exact share.
                    let exact = i128::from(expected) * i128::from(promise.0);
                    prop_assert!((exact - i128::from(share.0) * i128::from(total)).abs() < i128::from(unit) * i128::from(total));
                }
            }
            if pro_rata {
                // Equal promises differ by at most one unit, and the earlier one never gets less.
                for (one, other) in promised.iter().zip(&shared).zip(promised.iter().zip(&shared).skip(1)) {
                    prop_assert!(one.0 != other.0 || (0..=unit).contains(&(one.1.0 - other.1.0)));
                }
            } else {
                // Nobody is served before every earlier promise is met in full.
                let first_short = shared.iter().zip(&promised).position(|(share, promise)| share < promise);
                prop_assert!(first_short.is_none_or(|position| shared[position + 1..].iter().all(|share| *share == Kilograms::ZERO)));
            }
        }
    }
}
