//! Exports.

use std::time::Duration;

use domain::figures::statistics::Bounds;

use super::{Environment, Malformed, number, seconds};

/// The limits on the size and number of exports.
#[derive(Debug, Clone)]
pub struct Exports {
    /// The most rows.
    pub bounds: Bounds,
    /// The most exports at once.
    pub at_once: usize,
    /// The longest time that an export takes, including its download.
    pub time: Duration,
}

/// How many rows a sheet can have below its heading.
const ROWS_OF_A_SHEET: usize = 1_048_575;

pub(super) fn read(env: &Environment<'_>) -> Result<Exports, Malformed> {
    Ok(Exports {
        bounds: Bounds {
            rows: number(env, "EXPORT_ROWS", 1_000_000, 1..=ROWS_OF_A_SHEET)
                .means("The most rows of an export of statistics. A sheet holds at most 1048575.")?,
            chunk_rows: number(env, "EXPORT_CHUNK_ROWS", 4000, 1..=100_000).means(
                "How many rows of an export are computed at once, over several periods. More rows use more memory; \
                 fewer need more queries.",
            )?,
            period_rows: number(env, "EXPORT_PERIOD_ROWS", 20_000, 1..=100_000).means(
                "The most rows of a single period, or of an export without periods. They are computed at once.",
            )?,
        },
        at_once: number(env, "EXPORTS_AT_ONCE", 2, 1..=1000)
            .means("How many exports may be made at once. Further clients are told to try again.")?,
        time: seconds(env, "EXPORT_SECONDS", 600, 1..=86_400)
            .means("How long an export may take, including its download, in seconds. Then it is aborted.")?,
    })
}
