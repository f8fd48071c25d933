//! Tourism: counts of visitors and takings of catering.

mod catering;
mod visitors;
mod whole;
