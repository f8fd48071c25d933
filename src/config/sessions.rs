//! Sign-ins and passwords.

use super::{Environment, Malformed, number};

/// How long sign-ins are valid, and how many there may be.
#[derive(Debug, Clone)]
pub struct Sessions {
    /// The longest time that a sign-in is valid.
    pub hours: u32,
    /// The longest time that it is valid unused.
    pub idle_hours: u32,
    /// The most sign-ins of an account.
    pub per_account: u64,
    /// The most passwords that wait to be checked.
    pub password_queue: usize,
}

pub(super) fn read(env: &Environment<'_>) -> Result<Sessions, Malformed> {
    Ok(Sessions {
        hours: number(env, "SESSION_HOURS", 720, 1..=87_600)
            .means("The longest time that a sign-in is valid, in hours.")?,
        idle_hours: number(env, "SESSION_IDLE_HOURS", 168, 1..=87_600)
            .means("How long a sign-in is valid while it is not used, in hours.")?,
        per_account: number(env, "SESSIONS_PER_ACCOUNT", 20, 1..=1000)
            .means("How many sign-ins an account may have at once. A further one ends the oldest.")?,
        password_queue: number(env, "PASSWORD_QUEUE", 100, 1..=10_000).means(
            "How many passwords may wait to be checked. Further requests that need a password checked are refused at \
             once.",
        )?,
    })
}
