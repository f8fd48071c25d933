//! The integration tests: the real router, in process, on both databases. One file a noun.

mod app;
mod architecture;
mod catering;
mod growers;
mod harvest_lots;
mod plots;
mod reference_data;
mod reports;
mod sales;
mod schema;
mod visitors;
