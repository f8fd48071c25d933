//! Reports.

use domain::figures::published_reports::Rules;

use super::{Environment, Malformed, number};

/// What is published, and how many reports are kept in memory.
#[derive(Debug, Clone)]
pub struct Reports {
    /// Which amounts are public.
    pub publishing: Rules,
    /// The most reports that are kept in memory.
    pub kept: u64,
}

pub(super) fn read(env: &Environment<'_>) -> Result<Reports, Malformed> {
    Ok(Reports {
        publishing: Rules {
            least_sellers: number(env, "SMALL_CELL_SELLERS", 3, 1..=1000).means(
                "How many sellers a variety, product or channel in a published report must have for its amounts to be \
                 public. Amounts with fewer sellers are shown only to the region's own offices. With 1, everything is \
                 public.",
            )?,
        },
        kept: number(env, "REPORTS_KEPT", 1000, 0..=100_000).means(
            "How many reports are kept in memory, about 10 KiB each. They are reused until something is recorded. \
             With 0, none are kept.",
        )?,
    })
}
