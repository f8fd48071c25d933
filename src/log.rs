//! The log: one line per event, written for people or for programs. The code that writes an event decides what it
//! contains: never a password, a token, a telephone number or the variables of a query.

use std::{io::IsTerminal, str::FromStr};

use tracing::Subscriber;
use tracing_subscriber::{EnvFilter, filter::ParseError, fmt::MakeWriter, layer::SubscriberExt};

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Text,
    /// For programs: one JSON object per line.
    Json,
}

impl FromStr for Format {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err(()),
        }
    }
}

/// A subscriber that writes the events that pass the filter.
pub fn subscriber<W>(filter: &str, format: Format, writer: W) -> Result<Box<dyn Subscriber + Send + Sync>, ParseError>
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    let registry = tracing_subscriber::registry().with(EnvFilter::try_new(filter)?);
    let lines = tracing_subscriber::fmt::layer().with_writer(writer);
    Ok(match format {
        Format::Text => Box::new(registry.with(lines.with_ansi(std::io::stderr().is_terminal()))),
        Format::Json => Box::new(registry.with(lines.json().flatten_event(true))),
    })
}
