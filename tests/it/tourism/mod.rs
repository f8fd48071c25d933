//! Tourism: counts of visitors and takings of catering.

mod catering;
mod festivals;
mod taken_back;
mod visitors;
mod whole;
