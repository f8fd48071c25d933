//! Settings. Each is read from the environment variable that its field names. `.env.example` lists them all.

use std::{
    env::{self, VarError},
    net::SocketAddr,
    num::NonZeroU32,
    path::PathBuf,
    str::FromStr,
    time::Duration,
};

use sea_orm::sqlx::{
    postgres::PgConnectOptions,
    sqlite::{SqliteConnectOptions, SqliteSynchronous},
};

mod exports;
mod read;
mod rules;
#[cfg(test)]
mod tests;
mod unknown;
mod values;

pub use exports::Exports;
pub use read::Malformed;
pub use unknown::{Unknown, unknown};
pub use values::{Network, Origin, PublicUrl};

use read::{read, read_a_minute, read_bounded, read_list};

use crate::log::Format;
use store::{Limits, Options, page::LARGEST_SIZE};
use types::Day;

/// All settings.
#[derive(Debug, Clone)]
pub struct Config {
    /// `DATABASE_URL`: a SQLite file or a PostgreSQL database.
    pub database_url: String,
    /// `DATABASE_CONNECTIONS`: the number of reading connections (SQLite, which has one more for writing) or of all
    /// connections (PostgreSQL).
    pub database_connections: u32,
    /// `DATABASE_WAIT_SECONDS`: the longest wait for a connection or a lock.
    pub database_wait: Duration,
    /// `DATABASE_WRITE_SECONDS`: how long one write may take before it is rolled back.
    pub database_write_time: Duration,
    /// `DATABASE_READ_SECONDS`: how long one read may use a connection before the database cancels it.
    pub database_read_time: Duration,
    /// `DATABASE_GROUP_WRITES`: the most writes that share one commit (SQLite).
    pub database_group_writes: usize,
    /// `DATABASE_GROUP_MILLISECONDS`: how long a group commit admits further writes (SQLite).
    pub database_group_time: Duration,
    /// `DATABASE_SYNCHRONOUS`: whether a commit waits for the disk (SQLite).
    pub database_synchronous: SqliteSynchronous,
    /// `LISTEN`: the address and port to listen on.
    pub listen: SocketAddr,
    /// `PUBLIC_URL`: the address at which people reach the server. QR codes lead there.
    pub public_url: PublicUrl,
    /// `DEMO_ON_NETWORK`: whether demonstration accounts, whose password is public, may be served to other machines.
    pub demo_on_network: bool,
    /// `SESSION_HOURS`: the longest time that a sign-in is valid.
    pub session_hours: u32,
    /// `SESSION_IDLE_HOURS`: how long a sign-in is valid while it is not used.
    pub session_idle_hours: u32,
    /// `SESSIONS_PER_ACCOUNT`: how many sign-ins an account may have at once. A further one ends the oldest.
    pub sessions_per_account: u64,
    /// `PASSWORD_QUEUE`: how many passwords may wait to be checked. Further requests are refused at once.
    pub password_queue: usize,
    /// `IDEMPOTENCY_DAYS`: how long answered requests are remembered by their idempotency keys.
    pub idempotency_days: u32,
    /// `BODY_LIMIT_KIB`: the largest request body.
    pub body_limit_kib: usize,
    /// `QUERY_DEPTH`: how deep selections may nest.
    pub query_depth: usize,
    /// `QUERY_COMPLEXITY`: how many fields a request may select. The fields of a list count once for each of its
    /// records.
    pub query_complexity: usize,
    /// `QUERY_ALIASES`: how many aliased fields a request may select.
    pub query_aliases: usize,
    /// `QUERY_ROOT_FIELDS`: how many fields of the root type a request may select.
    pub query_root_fields: usize,
    /// `QUERY_DIRECTIVES`: how many directives a document may contain.
    pub query_directives: usize,
    /// `QUERY_TOKENS`: how many tokens a document may contain.
    pub query_tokens: usize,
    /// `PAGE_SIZE`: the most records of a page.
    pub page_size: i32,
    /// `INTROSPECTION`: whether clients may request the schema.
    pub introspection: bool,
    /// `VARIABLES`: how many values the variables of a request may contain, including those within lists and objects.
    pub variables: usize,
    /// `VARIABLES_DEPTH`: how deep lists and objects may nest in the variables.
    pub variables_depth: usize,
    /// `VARIABLES_KIB`: how much text the variables may contain.
    pub variables_kib: usize,
    /// `BATCH_LENGTH`: how many requests may be sent as one array.
    pub batch_length: usize,
    /// `DOCUMENT_CACHE_KIB`: the memory for documents that have been parsed.
    pub document_cache_kib: u64,
    /// `REGISTERED_DOCUMENTS`: a folder or file of documents. If set, no other documents are answered.
    pub registered_documents: Option<PathBuf>,
    /// `REQUEST_SECONDS`: how long a request may take, including the arrival of its body.
    pub request_time: Duration,
    /// `HEADER_SECONDS`: how long the headers of a request may take to arrive, and so how long a connection may be
    /// idle. A connection is also closed if its client does not read a response for that long.
    pub header_time: Duration,
    /// `CONNECTIONS`: how many connections may be open in total.
    pub connections: usize,
    /// `CONNECTIONS_PER_ADDRESS`: how many connections one address may hold. Those of trusted proxies are not counted.
    pub connections_per_address: usize,
    /// `SOCKETS`: how many WebSockets may be open in total. They are counted separately from connections.
    pub sockets: usize,
    /// `SOCKETS_PER_ADDRESS`: how many sockets one address may hold.
    pub sockets_per_address: usize,
    /// `SUBSCRIPTIONS_PER_SOCKET`: how many operations may run on one socket.
    pub subscriptions_per_socket: usize,
    /// `SOCKET_CHECK_SECONDS`: how often a socket's session is checked while nothing changes.
    pub socket_check: Duration,
    /// `FEEDS`: how many different reports, and how many different offers, may be watched at once.
    pub feeds: usize,
    /// `RATE_LIMIT_PER_MINUTE`: how many requests per minute an account, or an address without one, may send.
    pub rate_limit_per_minute: NonZeroU32,
    /// `SIGN_IN_LIMIT_PER_MINUTE`: how many sign-in attempts per minute are allowed with one user name from one
    /// address.
    pub sign_in_limit_per_minute: NonZeroU32,
    /// `PREORDER_LIMIT_PER_MINUTE`: how many times per minute one address may place pre-orders or try their codes.
    pub preorder_limit_per_minute: NonZeroU32,
    /// `PREORDER_HOLD_HOURS`: how long a pre-order reserves its kilograms before the deposit is paid, unless its offer
    /// says otherwise.
    pub preorder_hold_hours: u32,
    /// `PREORDERS_UNPAID`: how many pre-orders of one offer and telephone number may await their deposits at once.
    pub preorders_unpaid: u64,
    /// `PREORDERS_SETTLED`: how many confirmed pre-orders of an offer, and how many that await their deposits, one
    /// shortfall may settle.
    pub preorders_settled: u64,
    /// `SHORTFALL_BATCH`: how many pre-orders one transaction of a shortfall settles.
    pub shortfall_batch: u64,
    /// `CERTIFICATES_FROM`: the first day on which companies and cooperatives need a certificate for what they sell.
    pub certificates_from: Day,
    /// `FAMILY_FARMS_NEED_CERTIFICATE`: whether family farms need one, too.
    pub family_farms_need_certificate: bool,
    /// `CERTIFICATE_MONTHS`: how many calendar months `lihua certificates remove` keeps a certificate.
    pub certificate_months: u32,
    /// `SMALL_CELL_SELLERS`: how many sellers a row of a published report must have for its amounts to be public.
    pub small_cell_sellers: i64,
    /// `REPORTS_KEPT`: how many computed reports are kept in memory.
    pub reports_kept: u64,
    /// `RATE_LIMIT_KEYS`: for how many accounts and addresses requests are counted at once.
    pub rate_limit_keys: u64,
    /// The limits on the size and number of exports.
    pub exports: Exports,
    /// `TRUSTED_PROXIES`: the proxies whose headers are trusted to say where a request came from.
    pub trusted_proxies: Vec<Network>,
    /// `CORS_ORIGINS`: the web sites whose pages may read responses.
    pub cors_origins: Vec<Origin>,
    /// `LOG`: what is logged, such as `info` or `lihua=debug,warn`.
    pub log: String,
    /// `LOG_FORMAT`: the format of log lines.
    pub log_format: Format,
}

impl Config {
    /// Reads the settings from the environment.
    pub fn from_env() -> Result<Self, Malformed> {
        Self::from(|variable| match env::var(variable) {
            Ok(value) => Some(value),
            Err(VarError::NotPresent) => None,
            // A value that is not UTF-8 is valid for no setting, and is reported as malformed.
            Err(VarError::NotUnicode(value)) => Some(value.to_string_lossy().into_owned()),
        })
    }

    /// Reads the settings through a function that looks up variables.
    pub fn from(look_up: impl Fn(&'static str) -> Option<String>) -> Result<Self, Malformed> {
        let database_url: String = read(&look_up, "DATABASE_URL", "sqlite://data/lihua.db", DATABASE_URL)?;
        Self::check_url(&database_url)?;
        let listen: SocketAddr =
            read(&look_up, "LISTEN", "127.0.0.1:8000", "an address and a port, such as 127.0.0.1:8000")?;
        Ok(Self {
            database_url,
            database_connections: read_bounded(&look_up, "DATABASE_CONNECTIONS", 8, 1..=1000)?,
            database_wait: Duration::from_secs(read_bounded(&look_up, "DATABASE_WAIT_SECONDS", 10, 1..=3600)?),
            database_write_time: Duration::from_secs(read_bounded(&look_up, "DATABASE_WRITE_SECONDS", 20, 1..=3600)?),
            database_read_time: Duration::from_secs(read_bounded(&look_up, "DATABASE_READ_SECONDS", 20, 1..=3600)?),
            database_group_writes: read_bounded(&look_up, "DATABASE_GROUP_WRITES", 128, 1..=10_000)?,
            database_group_time: Duration::from_millis(read_bounded(
                &look_up,
                "DATABASE_GROUP_MILLISECONDS",
                50,
                0..=1000,
            )?),
            database_synchronous: read(&look_up, "DATABASE_SYNCHRONOUS", "full", "full, normal or off")?,
            listen,
            public_url: read(&look_up, "PUBLIC_URL", &format!("http://{listen}"), PUBLIC_URL)?,
            demo_on_network: read(&look_up, "DEMO_ON_NETWORK", "false", "true or false")?,
            session_hours: read_bounded(&look_up, "SESSION_HOURS", 720, 1..=87_600)?,
            session_idle_hours: read_bounded(&look_up, "SESSION_IDLE_HOURS", 168, 1..=87_600)?,
            sessions_per_account: read_bounded(&look_up, "SESSIONS_PER_ACCOUNT", 20, 1..=1000)?,
            password_queue: read_bounded(&look_up, "PASSWORD_QUEUE", 100, 1..=10_000)?,
            idempotency_days: read_bounded(&look_up, "IDEMPOTENCY_DAYS", 400, 1..=36_500)?,
            body_limit_kib: read_bounded(&look_up, "BODY_LIMIT_KIB", 256, 1..=1_048_576)?,
            query_depth: read_bounded(&look_up, "QUERY_DEPTH", 20, 1..=50)?,
            query_complexity: read_bounded(&look_up, "QUERY_COMPLEXITY", 20_000, 1..=100_000_000)?,
            query_aliases: read_bounded(&look_up, "QUERY_ALIASES", 100, 0..=100_000)?,
            query_root_fields: read_bounded(&look_up, "QUERY_ROOT_FIELDS", 30, 1..=10_000)?,
            query_directives: read_bounded(&look_up, "QUERY_DIRECTIVES", 50, 0..=10_000)?,
            query_tokens: read_bounded(&look_up, "QUERY_TOKENS", 4000, 1..=100_000)?,
            page_size: read_bounded(&look_up, "PAGE_SIZE", LARGEST_SIZE, 1..=LARGEST_SIZE)?,
            introspection: read(&look_up, "INTROSPECTION", "true", "true or false")?,
            variables: read_bounded(&look_up, "VARIABLES", 10_000, 0..=1_000_000)?,
            variables_depth: read_bounded(&look_up, "VARIABLES_DEPTH", 10, 1..=50)?,
            variables_kib: read_bounded(&look_up, "VARIABLES_KIB", 128, 1..=1_048_576)?,
            batch_length: read_bounded(&look_up, "BATCH_LENGTH", 10, 1..=100)?,
            document_cache_kib: read_bounded(&look_up, "DOCUMENT_CACHE_KIB", 16_384, 1..=1_048_576)?,
            registered_documents: Some(read::<PathBuf>(&look_up, "REGISTERED_DOCUMENTS", "", "a folder or a file")?)
                .filter(|path| !path.as_os_str().is_empty()),
            request_time: Duration::from_secs(read_bounded(&look_up, "REQUEST_SECONDS", 30, 1..=3600)?),
            header_time: Duration::from_secs(read_bounded(&look_up, "HEADER_SECONDS", 15, 1..=3600)?),
            connections: read_bounded(&look_up, "CONNECTIONS", 512, 1..=100_000)?,
            connections_per_address: read_bounded(&look_up, "CONNECTIONS_PER_ADDRESS", 128, 1..=100_000)?,
            sockets: read_bounded(&look_up, "SOCKETS", 1000, 1..=100_000)?,
            sockets_per_address: read_bounded(&look_up, "SOCKETS_PER_ADDRESS", 200, 1..=100_000)?,
            subscriptions_per_socket: read_bounded(&look_up, "SUBSCRIPTIONS_PER_SOCKET", 20, 1..=1000)?,
            socket_check: Duration::from_secs(read_bounded(&look_up, "SOCKET_CHECK_SECONDS", 60, 1..=3600)?),
            feeds: read_bounded(&look_up, "FEEDS", 200, 1..=100_000)?,
            rate_limit_per_minute: read_a_minute(&look_up, "RATE_LIMIT_PER_MINUTE", 600)?,
            sign_in_limit_per_minute: read_a_minute(&look_up, "SIGN_IN_LIMIT_PER_MINUTE", 10)?,
            preorder_limit_per_minute: read_a_minute(&look_up, "PREORDER_LIMIT_PER_MINUTE", 30)?,
            preorder_hold_hours: read_bounded(&look_up, "PREORDER_HOLD_HOURS", 48, 1..=720)?,
            preorders_unpaid: read_bounded(&look_up, "PREORDERS_UNPAID", 3, 1..=1000)?,
            preorders_settled: read_bounded(&look_up, "PREORDERS_SETTLED", 100_000, 1..=1_000_000)?,
            shortfall_batch: read_bounded(&look_up, "SHORTFALL_BATCH", 5000, 1..=10_000)?,
            certificates_from: read(&look_up, "CERTIFICATES_FROM", "2026-02-01", "a day, such as 2026-02-01")?,
            family_farms_need_certificate: read(&look_up, "FAMILY_FARMS_NEED_CERTIFICATE", "false", "true or false")?,
            certificate_months: read_bounded(
                &look_up,
                "CERTIFICATE_MONTHS",
                LEAST_CERTIFICATE_MONTHS,
                LEAST_CERTIFICATE_MONTHS..=1200,
            )?,
            reports_kept: read_bounded(&look_up, "REPORTS_KEPT", 1000, 0..=100_000)?,
            small_cell_sellers: read_bounded(&look_up, "SMALL_CELL_SELLERS", 3, 1..=1000)?,
            rate_limit_keys: read_bounded(&look_up, "RATE_LIMIT_KEYS", 50_000, 1..=10_000_000)?,
            exports: Exports::read(&look_up)?,
            trusted_proxies: read_list(
                &look_up,
                "TRUSTED_PROXIES",
                "networks or addresses with commas between them, such as 10.0.0.0/8,::1/128",
            )?,
            cors_origins: read_list(
                &look_up,
                "CORS_ORIGINS",
                "origins with commas between them, such as https://console.example.org",
            )?,
            log: read(&look_up, "LOG", "info", "a filter, such as info")?,
            log_format: read(&look_up, "LOG_FORMAT", "text", "text or json")?,
        })
    }

    /// The options for connecting to the database.
    pub fn database_options(&self) -> Options {
        Options {
            url: self.database_url.clone(),
            wait: self.database_wait,
            connections: self.database_connections,
            write_time: self.database_write_time,
            read_time: self.database_read_time,
            group: Limits { writes: self.database_group_writes, time: self.database_group_time },
            synchronous: self.database_synchronous,
            makes_file: true,
        }
    }

    fn check_url(url: &str) -> Result<(), Malformed> {
        let is_well_formed = match url.split_once(':') {
            Some(("sqlite", _)) => {
                SqliteConnectOptions::from_str(url).is_ok_and(|file| !file.get_filename().as_os_str().is_empty())
            }
            Some(("postgres" | "postgresql", rest)) => {
                rest.starts_with("//") && PgConnectOptions::from_str(url).is_ok()
            }
            _ => false,
        };
        // A replacement character means that part of a value that is not UTF-8 was lost on the way here.
        if is_well_formed && !url.contains(char::REPLACEMENT_CHARACTER) {
            return Ok(());
        }
        // The value may contain a password, so only its scheme is shown.
        let value = url.split(':').next().unwrap_or_default().to_owned();
        Err(Malformed { variable: "DATABASE_URL", expected: DATABASE_URL.to_owned(), value })
    }
}

/// The least number of months that the law requires certificates to be kept.
const LEAST_CERTIFICATE_MONTHS: u32 = 6;

const DATABASE_URL: &str = "sqlite: with the path of a file, or postgres://user:password@host/name";

const PUBLIC_URL: &str = "an address such as https://lihua.example.org: http or https with a host, at most 200 characters, without user, query and fragment";
