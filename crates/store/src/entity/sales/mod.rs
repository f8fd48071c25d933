//! Rows of sales, and what they took from batches.

pub mod sale;
pub mod sale_batch;
