//! Pre-sales: offers, pre-orders, harvest estimates, shortfalls.

pub mod estimates;
pub mod offers;
pub mod preorders;
pub mod shortfalls;
