//! How the database is reached.

use std::{str::FromStr, time::Duration};

use sea_orm::sqlx::{postgres::PgConnectOptions, sqlite::SqliteConnectOptions};
use store::{Limits, Options};

use super::{Environment, Malformed, number, seconds, setting, value};

const URL: &str = "sqlite: with the path of a file, or postgres://user:password@host/name";

pub(super) fn read(env: &Environment<'_>) -> Result<Options, Malformed> {
    Ok(Options {
        url: setting(env, "DATABASE_URL", "sqlite://data/lihua.db", URL, url).means(
            "A SQLite file, which `lihua serve` and `lihua migrate` create if it is missing, or a PostgreSQL \
             database: postgres://user:password@host/name",
        )?,
        connections: number(env, "DATABASE_CONNECTIONS", 8, 1..=1000).means(
            "The number of connections that read. There are as many again for writing on PostgreSQL, and one on \
             SQLite.",
        )?,
        wait: seconds(env, "DATABASE_WAIT_SECONDS", 10, 1..=3600).means(
            "The longest wait for a connection or a lock, in seconds. After that, a request fails instead of hanging.",
        )?,
        write_time: seconds(env, "DATABASE_WRITE_SECONDS", 20, 1..=3600).means(
            "How long one write may take before it is rolled back and the client is told to try again, in seconds.",
        )?,
        read_time: seconds(env, "DATABASE_READ_SECONDS", 20, 1..=3600).means(
            "How long one read may use a connection, in seconds. Then the database cancels it, and the client is told \
             to ask for less. A report is one read, however many statements it takes.",
        )?,
        group: Limits {
            writes: number(env, "DATABASE_GROUP_WRITES", 128, 1..=10_000).means(
                "The most writes that share one commit (SQLite). Writes that arrive during a commit share the next \
                 one. No write waits for others to arrive.",
            )?,
            time: number(env, "DATABASE_GROUP_MILLISECONDS", 50, 0..=1000).map(Duration::from_millis).means(
                "How long a group commit admits further writes, in milliseconds (SQLite). With 0, every write commits \
                 alone.",
            )?,
        },
        cache_kib: number(env, "DATABASE_CACHE_KIB", 8192, 64..=1_048_576)
            .means("How much of the file each connection keeps in memory, in KiB (SQLite).")?,
        synchronous: value(env, "DATABASE_SYNCHRONOUS", "full", "full, normal or off").means(
            "Whether a commit waits for the disk (SQLite): full, normal or off. With normal, a power cut can undo the \
             last writes that were answered. With off, it can destroy the file. Both are for measurements and for \
             data that can be restored. On PostgreSQL, the cluster decides.",
        )?,
        reference_rows: number(env, "REFERENCE_ROWS", 20_000, 0..=1_000_000).means(
            "The most regions, varieties, sites, plants, products and catering establishments, together, that are kept \
             in memory, about 300 bytes each. If there are more, they are read from the database each time.",
        )?,
        makes_file: true,
    })
}

/// A well-formed URL. The value may contain a password, so only its scheme is shown if it is malformed.
fn url(value: &str) -> Result<String, String> {
    let url = value.trim();
    let is_well_formed = match url.split_once(':') {
        Some(("sqlite", _)) => {
            SqliteConnectOptions::from_str(url).is_ok_and(|file| !file.get_filename().as_os_str().is_empty())
        }
        Some(("postgres" | "postgresql", rest)) => rest.starts_with("//") && PgConnectOptions::from_str(url).is_ok(),
        _ => false,
    };
    // A replacement character means that part of a value that is not UTF-8 was lost on the way here.
    if is_well_formed && !url.contains(char::REPLACEMENT_CHARACTER) {
        return Ok(url.to_owned());
    }
    Err(url.split(':').next().unwrap_or_default().to_owned())
}
