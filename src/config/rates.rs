//! How often something may be done in a minute.

use std::num::NonZeroU32;

use super::{Environment, Malformed, number, per_minute};

/// Rates per minute.
#[derive(Debug, Clone)]
pub struct Rates {
    /// Requests of an account or address.
    pub requests: NonZeroU32,
    /// Attempts to sign in with a user name from an address.
    pub sign_ins: NonZeroU32,
    /// Pre-orders and tried codes of an address.
    pub preorders: NonZeroU32,
    /// The most accounts and addresses that are counted.
    pub keys: u64,
}

pub(super) fn read(env: &Environment<'_>) -> Result<Rates, Malformed> {
    Ok(Rates {
        requests: per_minute(env, "RATE_LIMIT_PER_MINUTE", 600)
            .means("How many requests per minute an account, or an address without one, may send.")?,
        sign_ins: per_minute(env, "SIGN_IN_LIMIT_PER_MINUTE", 10).means(
            "How many sign-in attempts per minute are allowed with one user name from one address. An address may \
             make ten times as many in all.",
        )?,
        preorders: per_minute(env, "PREORDER_LIMIT_PER_MINUTE", 30)
            .means("How many times per minute one address may place pre-orders or try their codes.")?,
        keys: number(env, "RATE_LIMIT_KEYS", 50_000, 1..=10_000_000).means(
            "For how many accounts and addresses requests are counted at once. Beyond that, the least busy ones start \
             again with a full quota.",
        )?,
    })
}
