//! Settings. Each comes from the variable that its field names; .env.example lists them all.

use std::{env, net::SocketAddr, str::FromStr, time::Duration};

/// Why a setting cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{variable}: expected {expected}, got {value:?}")]
pub struct Malformed {
    variable: &'static str,
    expected: &'static str,
    value: String,
}

/// All settings.
#[derive(Debug, Clone)]
pub struct Config {
    /// `DATABASE_URL`: a SQLite file or a PostgreSQL database.
    pub database_url: String,
    /// `DATABASE_CONNECTIONS`: connections that read (SQLite, beside one writer) or all connections (PostgreSQL).
    pub database_connections: u32,
    /// `DATABASE_WAIT_SECONDS`: the longest wait for a connection or a lock.
    pub database_wait: Duration,
    /// `LISTEN`: address and port.
    pub listen: SocketAddr,
    /// `DEMO_ON_NETWORK`: whether demonstration accounts, whose password everybody knows, may be served to other machines.
    pub demo_on_network: bool,
    /// `SESSION_HOURS`: how long a sign-in counts at the longest.
    pub session_hours: u32,
    /// `SESSION_IDLE_HOURS`: how long a sign-in counts while it is not used.
    pub session_idle_hours: u32,
    /// `SESSIONS_PER_ACCOUNT`: how many sign-ins an account may have at once; another one ends the oldest.
    pub sessions_per_account: u64,
    /// `PASSWORD_QUEUE`: how many passwords may wait to be checked; beyond, requests are refused at once.
    pub password_queue: usize,
    /// `IDEMPOTENCY_DAYS`: how long answered requests are remembered under their keys.
    pub idempotency_days: u32,
    /// `BODY_LIMIT_KIB`: the largest body of a request.
    pub body_limit_kib: usize,
    /// `QUERY_DEPTH`: how deep selections may nest.
    pub query_depth: usize,
    /// `QUERY_COMPLEXITY`: how many fields a request may select, a page counting as often as it has records.
    pub query_complexity: usize,
    /// `LOG`: what is logged, such as `info` or `lihua=debug,warn`.
    pub log: String,
}

impl Config {
    /// Reads the settings from the environment.
    pub fn from_env() -> Result<Self, Malformed> {
        Self::from(|variable| env::var(variable).ok())
    }

    /// Reads the settings from wherever variables are looked up.
    pub fn from(look_up: impl Fn(&'static str) -> Option<String>) -> Result<Self, Malformed> {
        let database_url: String = read(&look_up, "DATABASE_URL", "sqlite://data/lihua.db", "a URL that begins with sqlite: or postgres:")?;
        Self::check_url(&database_url)?;
        Ok(Self {
            database_url,
            database_connections: read_bounded(&look_up, "DATABASE_CONNECTIONS", 8, 1, 1000, "a number from 1 to 1000")?,
            database_wait: Duration::from_secs(read_bounded(&look_up, "DATABASE_WAIT_SECONDS", 10, 1, 3600, "a number from 1 to 3600")?),
            listen: read(&look_up, "LISTEN", "127.0.0.1:8000", "an address and a port, such as 127.0.0.1:8000")?,
            demo_on_network: read(&look_up, "DEMO_ON_NETWORK", "false", "true or false")?,
            session_hours: read_bounded(&look_up, "SESSION_HOURS", 720, 1, 87_600, "a number from 1 to 87600")?,
            session_idle_hours: read_bounded(&look_up, "SESSION_IDLE_HOURS", 168, 1, 87_600, "a number from 1 to 87600")?,
            sessions_per_account: read_bounded(&look_up, "SESSIONS_PER_ACCOUNT", 20, 1, 1000, "a number from 1 to 1000")?,
            password_queue: read_bounded(&look_up, "PASSWORD_QUEUE", 100, 1, 10_000, "a number from 1 to 10000")?,
            idempotency_days: read_bounded(&look_up, "IDEMPOTENCY_DAYS", 400, 1, 36_500, "a number from 1 to 36500")?,
            body_limit_kib: read_bounded(&look_up, "BODY_LIMIT_KIB", 1024, 1, 1_048_576, "a number from 1 to 1048576")?,
            query_depth: read_bounded(&look_up, "QUERY_DEPTH", 20, 1, 1000, "a number from 1 to 1000")?,
            query_complexity: read_bounded(&look_up, "QUERY_COMPLEXITY", 20_000, 1, 100_000_000, "a number from 1 to 100000000")?,
            log: read(&look_up, "LOG", "info", "a filter, such as info")?,
        })
    }

    fn check_url(url: &str) -> Result<(), Malformed> {
        if ["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| url.starts_with(scheme)) {
            return Ok(());
        }
        // The value may hold a password, so only its beginning is shown.
        let value = url.split(':').next().unwrap_or_default().to_owned();
        Err(Malformed { variable: "DATABASE_URL", expected: "a URL that begins with sqlite: or postgres:", value })
    }
}

fn read<T: FromStr>(
    look_up: &impl Fn(&'static str) -> Option<String>,
    variable: &'static str,
    default: &str,
    expected: &'static str,
) -> Result<T, Malformed> {
    let value = look_up(variable).unwrap_or_else(|| default.to_owned());
    value.trim().parse().map_err(|_| Malformed { variable, expected, value })
}

fn read_bounded<T: FromStr + PartialOrd + ToString>(
    look_up: &impl Fn(&'static str) -> Option<String>,
    variable: &'static str,
    default: T,
    least: T,
    most: T,
    expected: &'static str,
) -> Result<T, Malformed> {
    let value: T = read(look_up, variable, &default.to_string(), expected)?;
    if value < least || value > most {
        return Err(Malformed { variable, expected, value: value.to_string() });
    }
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(variable: &'static str, value: &'static str) -> Result<Config, Malformed> {
        Config::from(|asked| (asked == variable).then(|| value.to_owned()))
    }

    #[test]
    fn every_setting_has_a_default() {
        let config = Config::from(|_| None).expect("defaults");
        assert_eq!(config.listen.to_string(), "127.0.0.1:8000");
        assert_eq!(config.database_url, "sqlite://data/lihua.db");
    }

    #[test]
    fn a_malformed_value_is_named() {
        for (variable, value) in [
            ("LISTEN", "8000"),
            ("DATABASE_URL", "mysql://secret@host/db"),
            ("DATABASE_CONNECTIONS", "0"),
            ("DATABASE_WAIT_SECONDS", "soon"),
            ("DEMO_ON_NETWORK", "yes"),
            ("SESSION_HOURS", "-1"),
            ("SESSION_IDLE_HOURS", "0"),
            ("SESSIONS_PER_ACCOUNT", "0"),
            ("PASSWORD_QUEUE", "0"),
            ("IDEMPOTENCY_DAYS", "1e3"),
            ("BODY_LIMIT_KIB", ""),
            ("QUERY_DEPTH", "99999999999999999999"),
            ("QUERY_COMPLEXITY", "many"),
        ] {
            let message = with(variable, value).expect_err(variable).to_string();
            assert!(message.starts_with(variable), "{message}");
            assert!(!message.contains("secret"), "{message}");
        }
    }

    #[test]
    fn the_example_names_every_setting_with_its_default() {
        let example = include_str!("../.env.example");
        let asked = std::cell::RefCell::new(Vec::new());
        let from_example = Config::from(|variable| {
            asked.borrow_mut().push(variable);
            example.lines().find_map(|line| line.trim_start_matches("# ").strip_prefix(variable)?.strip_prefix('=')).map(str::to_owned)
        })
        .expect("the example is well-formed");
        for variable in asked.into_inner() {
            assert!(example.contains(&format!("# {variable}=")), "{variable} is missing in .env.example");
        }
        assert_eq!(format!("{from_example:?}"), format!("{:?}", Config::from(|_| None).expect("defaults")));
    }
}
