//! Passwords: hashed with argon2id, off the async threads, a few at a time.

use std::sync::Arc;

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use tokio::sync::Semaphore;

use crate::{
    error::{Error, Result},
    types::Problem,
};

/// How many hashes are computed at once: each takes 19 MiB and tens of milliseconds, and requests that need none must get through.
const AT_ONCE: usize = 2;

/// Hashes and verifies passwords with OWASP's parameters for argon2id (19 MiB, two passes, one lane), which are the library's own.
#[derive(Debug, Clone)]
pub struct Passwords {
    turns: Arc<Semaphore>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self { turns: Arc::new(Semaphore::new(AT_ONCE)) }
    }
}

impl Passwords {
    /// INVALID_INPUT on `password` unless it has 8 to 128 characters.
    pub fn check(password: &str) -> Result<()> {
        if (8..=128).contains(&password.chars().count()) {
            return Ok(());
        }
        Err(Error::invalid("password", Problem::new("应为 8 至 128 个字符", "expected 8 to 128 characters")))
    }

    /// The hash that is kept of a password, with a random salt.
    pub async fn hash(&self, password: String) -> Result<String> {
        self.blocking(move || Ok(Argon2::default().hash_password(password.as_bytes()).map_err(Error::internal)?.to_string())).await
    }

    /// Whether a password belongs to a hash. Without a hash it takes as long and the answer is no, so that the time does not tell
    /// whether a user exists.
    pub async fn verify(&self, password: String, hash: Option<String>) -> Result<bool> {
        self.blocking(move || {
            let Some(hash) = hash else {
                Argon2::default().hash_password(password.as_bytes()).map_err(Error::internal)?;
                return Ok(false);
            };
            let hash = PasswordHash::new(&hash).map_err(Error::internal)?;
            Ok(Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
        })
        .await
    }

    /// A fingerprint to recognise the same password by when a request is sent again: as slow to guess from as the hash itself.
    pub async fn fingerprint(&self, password: String, salt: String) -> Result<String> {
        self.blocking(move || {
            use sha2::{Digest, Sha256};
            let salt = Sha256::digest(salt.as_bytes());
            let mut fingerprint = [0; 32];
            Argon2::default().hash_password_into(password.as_bytes(), &salt, &mut fingerprint).map_err(Error::internal)?;
            Ok(hex::encode(fingerprint))
        })
        .await
    }

    async fn blocking<T: Send + 'static>(&self, work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
        let turn = self.turns.clone().acquire_owned().await.map_err(Error::internal)?;
        let task = tokio::task::spawn_blocking(move || {
            let done = work();
            drop(turn);
            done
        });
        task.await.map_err(Error::internal)?
    }
}
