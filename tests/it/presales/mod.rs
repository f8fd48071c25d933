//! Pre-sales: pre-orders with their shortfalls, and the pages of receipts.

pub mod preorders;
mod receipts;
mod whole;
