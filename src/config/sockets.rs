//! WebSockets and subscriptions.

use std::time::Duration;

use super::{Environment, Malformed, number, seconds};

/// The limits of sockets, and of what is watched over them.
#[derive(Debug, Clone)]
pub struct Sockets {
    /// The most in total.
    pub total: usize,
    /// The most of one address.
    pub per_address: usize,
    /// The most operations on one socket.
    pub subscriptions: usize,
    /// The time between checks of a session.
    pub check: Duration,
    /// The most reports, and the most offers, that are watched.
    pub feeds: usize,
}

pub(super) fn read(env: &Environment<'_>) -> Result<Sockets, Malformed> {
    Ok(Sockets {
        total: number(env, "SOCKETS", 1000, 1..=100_000)
            .means("How many WebSockets may be open in total. They no longer count as connections.")?,
        per_address: number(env, "SOCKETS_PER_ADDRESS", 200, 1..=100_000).means(
            "How many sockets one address may hold. Behind a trusted proxy, that is the address that the proxy \
             forwards.",
        )?,
        subscriptions: number(env, "SUBSCRIPTIONS_PER_SOCKET", 20, 1..=1000)
            .means("How many operations may run on one socket.")?,
        check: seconds(env, "SOCKET_CHECK_SECONDS", 60, 1..=3600).means(
            "How often a socket's session is checked while nothing is recorded, in seconds. After a sign-out or any \
             other change it is checked within a second, and before anything is sent.",
        )?,
        feeds: number(env, "FEEDS", 200, 1..=100_000).means(
            "How many different reports, and how many different offers, may be watched at once. Each is computed \
             again after every change, however many clients watch it.",
        )?,
    })
}
