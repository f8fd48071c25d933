//! The integration tests: the real router, in process, on both databases. One file a noun.

mod app;
mod architecture;
mod demo;
mod reports;
mod schema;
