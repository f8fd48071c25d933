//! The integration tests: the real router, in process, on both databases. One file a noun.

mod app;
mod architecture;
mod hostile;
mod http;
mod limits;
mod reports;
mod schema;
mod wire;
