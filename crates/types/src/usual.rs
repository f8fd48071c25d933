//! What is usual, computed from comparable records, so that what is far outside can be questioned.

/// What a warning questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
pub enum WarningKind {
    /// A price per kilogram far outside the usual ones of the variety or product.
    UnusualPrice,
    /// A weight far outside the usual ones of the variety or product.
    UnusualWeight,
    /// A plot far larger than those of the same kind of grower.
    LargePlot,
    /// A harvest outside the variety's harvest months.
    OutsideHarvestMonths,
    /// A harvest that brings the plot's season far above what plots of the variety yield.
    LargeHarvest,
    /// A sale like one that was recorded within the ten minutes before. It may have been sent twice.
    SameSale,
}

/// The usual range of comparable values: from the twentieth part at the low end to the twentieth part at the high end
/// (the 5th and the 95th percentile, by nearest rank).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usual {
    /// The 5th percentile.
    pub from: i64,
    /// The 95th percentile.
    pub to: i64,
}

impl Usual {
    /// The fewest values that make a range. Of fewer, nobody can say what is usual.
    pub const FEWEST: usize = 20;
    /// A value is far outside if it is below the range divided by this number, or above the range times it.
    pub const FAR: i64 = 2;

    /// The usual range of these values. None if there are fewer than twenty.
    pub fn of(mut values: Vec<i64>) -> Option<Self> {
        let count = values.len();
        if count < Self::FEWEST {
            return None;
        }
        values.sort_unstable();
        // The nearest rank of the 95th percentile is the smallest with 95 of 100 values at or below it.
        let rank = (count * 95).div_ceil(100);
        Some(Self { from: *values.get(count - rank)?, to: *values.get(rank - 1)? })
    }

    /// Whether a value lies far below the range.
    pub fn is_far_below(self, value: i64) -> bool {
        i128::from(value) * i128::from(Self::FAR) < i128::from(self.from)
    }

    /// Whether a value lies far above the range.
    pub fn is_far_above(self, value: i64) -> bool {
        i128::from(value) > i128::from(self.to) * i128::from(Self::FAR)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_middle_nine_tenths_are_usual() {
        assert_eq!(Usual::of((1..=19).collect()), None);
        assert_eq!(Usual::of((1..=20).collect()), Some(Usual { from: 2, to: 19 }));
        assert_eq!(Usual::of((1..=100).rev().collect()), Some(Usual { from: 6, to: 95 }));
    }

    #[test]
    fn far_is_half_and_double() {
        let usual = Usual { from: 300, to: 600 };
        assert!(!usual.is_far_below(150) && usual.is_far_below(149));
        assert!(!usual.is_far_above(1200) && usual.is_far_above(1201));
        assert!(!Usual { from: i64::MAX, to: i64::MAX }.is_far_above(i64::MAX));
    }

    proptest! {
        #[test]
        fn no_value_of_the_range_is_far(values in proptest::collection::vec(1_i64..=i64::MAX, 20..200)) {
            let usual = Usual::of(values.clone()).expect("enough values");
            prop_assert!(usual.from <= usual.to);
            let inside = values.iter().filter(|value| (usual.from..=usual.to).contains(*value)).count();
            prop_assert!(inside * 10 >= values.len() * 9);
            prop_assert!(!usual.is_far_below(usual.from) && !usual.is_far_above(usual.to));
        }
    }
}
