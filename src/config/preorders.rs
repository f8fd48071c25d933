//! The town's rules about pre-orders.

use domain::presales::preorders::Rules;

use super::{Environment, Malformed, number};

pub(super) fn read(env: &Environment<'_>) -> Result<Rules, Malformed> {
    let microseconds = |hours: i64| hours * 3_600_000_000;
    Ok(Rules {
        hold_microseconds: number(env, "PREORDER_HOLD_HOURS", 48, 1..=720).map(microseconds).means(
            "How many hours a pre-order reserves its kilograms before the deposit is paid, unless its offer says \
             otherwise.",
        )?,
        most_unpaid: number(env, "PREORDERS_UNPAID", 3, 1..=1000)
            .means("How many pre-orders of one offer and telephone number may await their deposits at once.")?,
        most_settled: number(env, "PREORDERS_SETTLED", 100_000, 1..=1_000_000).means(
            "How many confirmed pre-orders of an offer, and how many that await their deposits, one shortfall may \
             settle.",
        )?,
        settled_at_once: number(env, "SHORTFALL_BATCH", 5000, 1..=10_000).means(
            "How many pre-orders one transaction of a shortfall settles. On SQLite, other writers wait meanwhile; \
             docs/OPERATIONS.md says for how long.",
        )?,
    })
}
