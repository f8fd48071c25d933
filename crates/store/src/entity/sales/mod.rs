//! Rows of sales, what they took from batches, and what came back.

pub mod sale;
pub mod sale_batch;
pub mod sale_return;
pub mod sale_return_batch;
