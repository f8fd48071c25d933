//! Where new ids and random numbers come from. Instants come from the clock in `store::clock`. Clippy refuses other
//! sources (`clippy.toml`).

use rand::CryptoRng;
use uuid::Uuid;

/// A new id. Ids of one process sort in the order in which they were made.
#[expect(clippy::disallowed_methods, reason = "this is the source of ids")]
pub fn new_id() -> Uuid {
    Uuid::now_v7()
}

/// Random numbers that nobody can predict, for codes and tokens.
#[expect(clippy::disallowed_methods, reason = "this is the source of random numbers")]
pub fn randomness() -> impl CryptoRng {
    rand::rng()
}

/// 32 random bytes, for tokens and salts.
#[expect(clippy::disallowed_methods, reason = "this is the source of random numbers")]
pub fn random_bytes() -> [u8; 32] {
    rand::random()
}
