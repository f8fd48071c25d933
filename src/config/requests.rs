//! One request.

use std::time::Duration;

use super::{Environment, Malformed, number, seconds};

/// The limits of a request.
#[derive(Debug, Clone)]
pub struct Requests {
    /// How long an answered request is remembered.
    pub idempotency_days: u32,
    /// The largest body.
    pub body_limit_kib: usize,
    /// The longest time that a request takes.
    pub time: Duration,
}

pub(super) fn read(env: &Environment<'_>) -> Result<Requests, Malformed> {
    Ok(Requests {
        idempotency_days: number(env, "IDEMPOTENCY_DAYS", 400, 1..=36_500)
            .means("How long answered requests are remembered by their idempotency keys, in days.")?,
        body_limit_kib: number(env, "BODY_LIMIT_KIB", 256, 1..=1_048_576)
            .means("The largest request body, in KiB. Compressed bodies are not accepted.")?,
        time: seconds(env, "REQUEST_SECONDS", 30, 1..=3600)
            .means("How long a request may take, including the arrival of its body, in seconds.")?,
    })
}
