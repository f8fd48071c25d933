//! Connections.

use std::time::Duration;

use super::{Environment, Malformed, number, seconds};

/// The limits of connections.
#[derive(Debug, Clone)]
pub struct Connections {
    /// The longest wait for headers, for a next request, and for a client that does not read.
    pub header_time: Duration,
    /// The most in total.
    pub total: usize,
    /// The most of one address.
    pub per_address: usize,
}

pub(super) fn read(env: &Environment<'_>) -> Result<Connections, Malformed> {
    Ok(Connections {
        header_time: seconds(env, "HEADER_SECONDS", 15, 1..=3600).means(
            "How long the headers of a request may take to arrive, in seconds. This is also how long a connection may \
             be idle, and how long a client may leave a response unread.",
        )?,
        total: number(env, "CONNECTIONS", 512, 1..=100_000).means(
            "How many connections may be open in total. The system must allow the program somewhat more open files \
             than that.",
        )?,
        per_address: number(env, "CONNECTIONS_PER_ADDRESS", 128, 1..=100_000).means(
            "How many connections one address may hold. An IPv6 address is counted with its 64-bit network. \
             Connections of TRUSTED_PROXIES are not counted.",
        )?,
    })
}
