//! The log.

use super::{Environment, Malformed, value};
use crate::log::Format;

/// What is logged, and how.
#[derive(Debug, Clone)]
pub struct Log {
    /// What is logged.
    pub filter: String,
    /// How log lines are written.
    pub format: Format,
}

pub(super) fn read(env: &Environment<'_>) -> Result<Log, Malformed> {
    Ok(Log {
        filter: value(env, "LOG", "info", "a filter, such as info")
            .means("What is logged: error, warn, info, debug, trace, or a filter such as lihua=debug,warn.")?,
        format: value(env, "LOG_FORMAT", "text", "text or json")
            .means("The format of log lines: text for people, json for programs.")?,
    })
}
