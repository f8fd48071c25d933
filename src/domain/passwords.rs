//! Passwords: hashed with argon2id, off the async threads, a few at a time.

use std::sync::Arc;

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use tokio::sync::Semaphore;

use crate::{
    error::{Error, Result},
    types::Problem,
};

/// How many hashes are computed at once: each takes 19 MiB and tens of milliseconds, and requests that need none must get through.
const AT_ONCE: usize = 2;
/// How many may wait for their turn where nobody says.
const MOST_WAITING: usize = 100;

/// Hashes and verifies passwords with OWASP's parameters for argon2id (19 MiB, two passes, one lane), which are the library's own.
#[derive(Debug, Clone)]
pub struct Passwords {
    turns: Arc<Semaphore>,
    places: Arc<Semaphore>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self::new(MOST_WAITING)
    }
}

impl Passwords {
    /// Lets so many wait for their turn; beyond, the answer is RATE_LIMITED at once, so that a flood of sign-ins holds no memory.
    pub fn new(most_waiting: usize) -> Self {
        Self { turns: Arc::new(Semaphore::new(AT_ONCE)), places: Arc::new(Semaphore::new(AT_ONCE + most_waiting)) }
    }

    /// INVALID_INPUT on a field unless the password has 8 to 128 characters.
    pub fn check(password: &str, field: &str) -> Result<()> {
        if (8..=128).contains(&password.chars().count()) {
            return Ok(());
        }
        Err(Error::invalid(field, Problem::new("应为 8 至 128 个字符", "expected 8 to 128 characters")))
    }

    /// The hash that is kept of a password, with a random salt.
    pub async fn hash(&self, password: String) -> Result<String> {
        self.blocking(move || Ok(Argon2::default().hash_password(password.as_bytes()).map_err(Error::internal)?.to_string())).await
    }

    /// Whether a password belongs to a hash. Without a hash, or with one that belongs to no password, it takes as long and the answer is
    /// no, so that the time does not tell whether a user exists.
    pub async fn verify(&self, password: String, hash: Option<String>) -> Result<bool> {
        self.blocking(move || match hash.as_deref().and_then(|hash| PasswordHash::new(hash).ok()) {
            Some(hash) => Ok(Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()),
            None => {
                Argon2::default().hash_password(password.as_bytes()).map_err(Error::internal)?;
                Ok(false)
            }
        })
        .await
    }

    /// Whether a hash was made with other parameters than today's, so that it is to be made anew while the password is at hand.
    pub fn is_outdated(hash: &str) -> bool {
        let Ok(hash) = PasswordHash::new(hash) else { return true };
        let cost = |params: &Params| (params.m_cost(), params.t_cost(), params.p_cost());
        let is_current = hash.algorithm == Algorithm::default().ident()
            && hash.version == Some(Version::default().into())
            && Params::try_from(&hash).is_ok_and(|params| cost(&params) == cost(&Params::default()));
        !is_current
    }

    /// A fingerprint to recognise the same password by when a request is sent again: as slow to guess from as the hash itself. What keys
    /// remember is made of it, so that its parameters stay what they are, whatever becomes of those of hashes.
    pub async fn fingerprint(&self, password: String, salt: String) -> Result<String> {
        self.blocking(move || {
            use sha2::{Digest, Sha256};
            let salt = Sha256::digest(salt.as_bytes());
            let mut fingerprint = [0; 32];
            let params = Params::new(19_456, 2, 1, None).map_err(Error::internal)?;
            let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
            argon2.hash_password_into(password.as_bytes(), &salt, &mut fingerprint).map_err(Error::internal)?;
            Ok(hex::encode(fingerprint))
        })
        .await
    }

    async fn blocking<T: Send + 'static>(&self, work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
        let place = self.places.clone().try_acquire_owned().map_err(Error::busy)?;
        let turn = self.turns.clone().acquire_owned().await.map_err(Error::internal)?;
        // The turn goes with the work: whoever has gone meanwhile does not make room for another hash beside this one.
        let task = tokio::task::spawn_blocking(move || {
            let done = work();
            drop((turn, place));
            done
        });
        task.await.map_err(Error::internal)?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_of_other_parameters_are_outdated() {
        let current = Argon2::default().hash_password(b"pear blossom").expect("a hash").to_string();
        assert!(current.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{current}");
        assert!(!Passwords::is_outdated(&current));
        let weaker = Argon2::from(Params::new(8192, 1, 1, None).expect("parameters"));
        let weaker = weaker.hash_password(b"pear blossom").expect("a hash").to_string();
        assert!(Passwords::is_outdated(&weaker));
        assert!(Passwords::is_outdated(&current.replacen("argon2id", "argon2i", 1)));
        assert!(Passwords::is_outdated("none"));
    }

    #[tokio::test]
    async fn beyond_the_queue_requests_are_refused_at_once() {
        let passwords = Passwords::new(1);
        let turns = passwords.turns.clone().acquire_many_owned(2).await.expect("all turns");
        let waiting: Vec<_> = (0..3)
            .map(|_| {
                let passwords = passwords.clone();
                tokio::spawn(async move { passwords.verify("pear blossom".to_owned(), None).await })
            })
            .collect();
        while passwords.places.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        let refused = passwords.verify("pear blossom".to_owned(), None).await.expect_err("a refusal");
        assert_eq!(refused.code, crate::error::ErrorCode::RateLimited);
        drop(turns);
        for waiting in waiting {
            assert!(!waiting.await.expect("a task").expect("an answer"));
        }
    }
}
