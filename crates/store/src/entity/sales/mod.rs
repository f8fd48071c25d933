//! Rows. Sales.

pub mod sale;
pub mod sale_batch;
