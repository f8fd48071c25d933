//! The integration tests: the real router, in process, on both databases. One file a noun.

mod accounts;
mod app;
mod architecture;
mod reports;
mod schema;
mod sessions;
