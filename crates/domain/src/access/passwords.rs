//! Passwords: hashed with argon2id on blocking threads, a few at a time.

use std::sync::Arc;

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use tokio::sync::Semaphore;
use zxcvbn::zxcvbn;

use store::error::{Error, Result};
use types::Problem;

/// The number of hashes computed at once. Each takes 19 MiB and tens of milliseconds, and requests that need no hash
/// must still be served.
const AT_ONCE: usize = 2;
/// The number of guesses that a password must withstand: the 10,000 most common passwords, and one more.
const COMMON: u64 = 10_001;
/// The length of the longest common password. A longer password is not a common one, and estimating it would take
/// longer than a request may.
const LONGEST_COMMON: usize = 20;
/// The default number of hashes that may wait for their turn.
const MOST_WAITING: usize = 100;

/// Hashes and verifies passwords with OWASP's parameters for argon2id (19 MiB, two passes, one lane). They are the
/// library's defaults.
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
    /// Lets at most `most_waiting` hashes wait for their turn. A further one is refused at once with RATE_LIMITED, so
    /// that a flood of sign-ins does not fill the memory.
    pub fn new(most_waiting: usize) -> Self {
        Self { turns: Arc::new(Semaphore::new(AT_ONCE)), places: Arc::new(Semaphore::new(AT_ONCE + most_waiting)) }
    }

    /// Checks that an account may have this password: 10 to 128 characters, none of the 10,000 most common passwords,
    /// not a short one that can be guessed in as few tries, and not the user name repeated any number of times.
    /// INVALID_INPUT on the field otherwise.
    pub fn check(password: &str, username: &str, field: &str) -> Result<()> {
        let refused = |zh: &str, en: &str| {
            let problem = Problem::new(
                format!("{zh}：密码应为 10 至 128 个字符，不能是常用密码，也不能由用户名组成"),
                format!(
                    "{en}: a password has 10 to 128 characters, is none of the common ones, and does not just repeat the user name"
                ),
            );
            Err(Error::invalid(field, problem))
        };
        let length = password.chars().count();
        if !(10..=128).contains(&length) {
            return refused("密码长度不符", "the password is too short or too long");
        }
        // A common password is as common in capitals.
        let (password, username) = (password.to_lowercase(), username.to_lowercase());
        if !username.is_empty() && password.replace(&username, "").is_empty() {
            return refused("密码与用户名相同", "the password is the user name");
        }
        // A symbol may replace a letter. The estimator would try every reading, a thousand where there are many
        // symbols. No common password of this length contains such symbols, so they are replaced first.
        let plain: String =
            password.chars().map(|character| if character.is_alphanumeric() { character } else { '_' }).collect();
        if length <= LONGEST_COMMON && zxcvbn(&plain, &[]).guesses() <= COMMON {
            return refused("密码太容易被猜到", "the password is too easy to guess");
        }
        Ok(())
    }

    /// The hash to store for a password, with a random salt.
    pub async fn hash(&self, password: String) -> Result<String> {
        self.blocking(move || {
            Ok(Argon2::default().hash_password(password.as_bytes()).map_err(Error::internal)?.to_string())
        })
        .await
    }

    /// Whether a password matches a hash. Without a hash, or with one that cannot be parsed, it takes as long and
    /// returns false, so that the time does not reveal whether a user exists.
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

    /// Whether a hash was made with other parameters than the current ones. It should then be made again while the
    /// password is available.
    pub fn is_outdated(hash: &str) -> bool {
        let Ok(hash) = PasswordHash::new(hash) else { return true };
        let cost = |params: &Params| (params.m_cost(), params.t_cost(), params.p_cost());
        let is_current = hash.algorithm == Algorithm::default().ident()
            && hash.version == Some(Version::default().into())
            && Params::try_from(&hash).is_ok_and(|params| cost(&params) == cost(&Params::default()));
        !is_current
    }

    /// A fingerprint by which a retry recognises the same password. It is as slow to guess from as the hash itself.
    /// Stored idempotency keys depend on it, so its parameters never change, even if those of hashes do.
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
        // The permit moves into the task. A caller that disconnects therefore does not make room for another hash
        // while this one still runs.
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

    fn is_accepted(password: &str) -> bool {
        Passwords::check(password, "wang", "password").is_ok()
    }

    #[test]
    fn common_passwords_are_refused() {
        // The first is among the thirty most common passwords. The fifth from the end is the 9,989th.
        for password in [
            "qwertyuiop",
            "1234567890",
            "password123",
            "fuck_inside",
            "realmadrid",
            "smallville",
            "123456789qwerty",
            "QwertyUiop",
            "aaaaaaaaaa",
            "1111111111",
            "abcdefghij",
        ] {
            assert!(!is_accepted(password), "{password}");
        }
        for password in [
            "pear blossom 2026",
            "correct horse",
            "hosui pears",
            "lihua-demo",
            "kd7wqz0vm2",
            "云安镇的梨花三月开满山坡",
        ] {
            assert!(is_accepted(password), "{password}");
        }
    }

    #[test]
    fn signs_that_may_stand_for_letters_are_looked_at_one_way() {
        for signs in ["4@8({[<369|!1$5+7%20", "$5+7|!1l4@({[<"] {
            for times in [1, 2, 6] {
                assert!(is_accepted(&signs.repeat(times)), "{signs}");
            }
        }
        // Letters of several bytes, and letters whose length changes in lower case.
        assert!(is_accepted("ⅦßİǅﬀⅦßİǅﬀⅦßİ"));
    }

    #[test]
    fn a_password_has_ten_to_a_hundred_and_twenty_eight_characters() {
        let letters = "kd7wqz0vm2".repeat(13);
        for (length, accepted) in [(9, false), (10, true), (128, true), (129, false)] {
            assert_eq!(is_accepted(&letters[..length]), accepted, "{length}");
        }
        assert!(is_accepted("梨花满山坡云安镇三月"), "ten characters of any script");
        assert!(!is_accepted("梨花满山坡云安镇三"), "nine");
    }

    #[test]
    fn the_user_name_is_no_password_however_often() {
        for (username, password) in [
            ("administrator", "administrator"),
            ("wang", "wangwangwang"),
            ("Wang", "WANGwangwang"),
            ("云安镇办公室", "云安镇办公室云安镇办公室"),
        ] {
            let refused = Passwords::check(password, username, "password").expect_err(password);
            assert_eq!(refused.field.as_deref(), Some("password"));
            assert!(refused.message.en.starts_with("the password is the user name"), "{}", refused.message.en);
        }
        Passwords::check("wang-hosui-pears", "wang", "password").expect("it may be a part");
    }

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
        assert_eq!(refused.code, store::error::ErrorCode::RateLimited);
        drop(turns);
        for waiting in waiting {
            assert!(!waiting.await.expect("a task").expect("an answer"));
        }
    }
}
