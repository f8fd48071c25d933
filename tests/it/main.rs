//! The integration tests: the real router, in process, on both databases. One file a noun.

mod access;
mod accounts;
mod app;
mod architecture;
mod audit;
mod audit_chain;
mod migrations;
mod reports;
mod schema;
mod sessions;
