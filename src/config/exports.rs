//! Settings of exports.

use std::time::Duration;

use super::{Malformed, read::read_bounded};
use domain::figures::statistics::Bounds;

/// The limits on the size and number of exports.
#[derive(Debug, Clone)]
pub struct Exports {
    /// `EXPORT_ROWS`, `EXPORT_CHUNK_ROWS` and `EXPORT_PERIOD_ROWS`: the most rows of an export, the most rows that are
    /// computed at once, and the most rows of a single period, which cannot be computed in parts.
    pub bounds: Bounds,
    /// `EXPORTS_AT_ONCE`: how many exports may be made and downloaded at once.
    pub at_once: usize,
    /// `EXPORT_SECONDS`: how long an export may take, including its download.
    pub time: Duration,
}

/// How many rows a sheet can have below its heading.
const ROWS_OF_A_SHEET: usize = 1_048_575;

impl Exports {
    pub(super) fn read(look_up: &impl Fn(&'static str) -> Option<String>) -> Result<Self, Malformed> {
        let bounds = Bounds {
            rows: read_bounded(look_up, "EXPORT_ROWS", 1_000_000, 1..=ROWS_OF_A_SHEET)?,
            chunk_rows: read_bounded(look_up, "EXPORT_CHUNK_ROWS", 4000, 1..=100_000)?,
            period_rows: read_bounded(look_up, "EXPORT_PERIOD_ROWS", 20_000, 1..=100_000)?,
        };
        Ok(Self {
            bounds,
            at_once: read_bounded(look_up, "EXPORTS_AT_ONCE", 2, 1..=1000)?,
            time: Duration::from_secs(read_bounded(look_up, "EXPORT_SECONDS", 600, 1..=86_400)?),
        })
    }
}
