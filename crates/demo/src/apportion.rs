//! Divides a total by weights, so that the parts add up to it exactly.

use std::cmp::Reverse;

/// Divides a total by weights. Each part is rounded down. The remaining units go one each to the largest fractions,
/// and among equal fractions to the earlier ones. If all weights are 0, all parts are 0.
pub(super) fn apportion(total: i64, weights: &[i64]) -> Vec<i64> {
    let sum: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    if sum == 0 {
        return vec![0; weights.len()];
    }
    let products: Vec<i128> = weights.iter().map(|weight| i128::from(*weight) * i128::from(total)).collect();
    // A part is at most the total, so it fits.
    let mut parts: Vec<i64> = products.iter().map(|product| i64::try_from(product / sum).unwrap_or(total)).collect();
    let mut by_fraction: Vec<usize> = (0..weights.len()).collect();
    by_fraction.sort_by_key(|index| Reverse(products[*index] % sum));
    let mut rest = total - parts.iter().sum::<i64>();
    for index in by_fraction {
        if rest == 0 {
            break;
        }
        parts[index] += 1;
        rest -= 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_rest_goes_to_the_largest_fractions() {
        assert_eq!(apportion(10, &[1, 1, 1]), [4, 3, 3]);
        assert_eq!(apportion(100, &[333, 333, 334]), [33, 33, 34]);
        assert_eq!(apportion(7, &[0, 5, 0]), [0, 7, 0]);
        assert_eq!(apportion(7, &[0, 0]), [0, 0]);
        assert_eq!(apportion(0, &[3, 4]), [0, 0]);
        assert_eq!(apportion(5, &[]), [0; 0]);
    }

    proptest! {
        #[test]
        fn parts_add_up_and_are_within_one_of_their_share(
            total in 0_i64..100_000_000_000,
            weights in proptest::collection::vec(0_i64..1_000_000, 1..200),
        ) {
            let parts = apportion(total, &weights);
            let sum: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
            prop_assert_eq!(parts.iter().sum::<i64>(), if sum == 0 { 0 } else { total });
            for (part, weight) in parts.iter().zip(&weights) {
                let share = i128::from(*weight) * i128::from(total);
                prop_assert!((i128::from(*part) * sum - share).abs() < sum.max(1));
            }
        }
    }
}
