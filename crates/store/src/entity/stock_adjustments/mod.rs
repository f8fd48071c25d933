//! Rows of stock that became more or less.

pub mod stock_adjustment;
