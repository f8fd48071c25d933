//! Settings of exports.

use std::time::Duration;

use super::{Malformed, read::read_bounded};
use domain::figures::statistics::Bounds;

/// How much an export may be, and how many may be made.
#[derive(Debug, Clone)]
pub struct Exports {
    /// `EXPORT_ROWS`, `EXPORT_CHUNK_ROWS` and `EXPORT_PERIOD_ROWS`: how many rows an export has at most, how many are
    /// made at once, and how many a single period may have, which cannot be made in parts.
    pub bounds: Bounds,
    /// `EXPORTS_AT_ONCE`: how many may be made and taken at once.
    pub at_once: usize,
    /// `EXPORT_SECONDS`: how long one may take until it has been taken.
    pub time: Duration,
}

/// How many rows a sheet has below its heading.
const ROWS_OF_A_SHEET: usize = 1_048_575;

impl Exports {
    pub(super) fn read(look_up: &impl Fn(&'static str) -> Option<String>) -> Result<Self, Malformed> {
        let bounds = Bounds {
            rows: read_bounded(
                look_up,
                "EXPORT_ROWS",
                1_000_000,
                1,
                ROWS_OF_A_SHEET,
                "a number from 1 to 1048575, which a sheet holds",
            )?,
            chunk_rows: read_bounded(look_up, "EXPORT_CHUNK_ROWS", 4000, 1, 100_000, "a number from 1 to 100000")?,
            period_rows: read_bounded(look_up, "EXPORT_PERIOD_ROWS", 20_000, 1, 100_000, "a number from 1 to 100000")?,
        };
        Ok(Self {
            bounds,
            at_once: read_bounded(look_up, "EXPORTS_AT_ONCE", 2, 1, 1000, "a number from 1 to 1000")?,
            time: Duration::from_secs(read_bounded(
                look_up,
                "EXPORT_SECONDS",
                600,
                1,
                86_400,
                "a number from 1 to 86400",
            )?),
        })
    }
}
