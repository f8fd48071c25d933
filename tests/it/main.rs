//! The integration tests: the real router, in process, on both databases. One file a noun.

mod app;
mod architecture;
mod bounds;
mod catering;
mod demo;
mod growers;
mod harvest_lots;
mod hostile;
mod http;
mod limits;
mod paging;
mod plots;
mod program;
mod recomputation;
mod reference_data;
mod reports;
mod sales;
mod schema;
mod sending_twice;
mod visitors;
mod wire;
