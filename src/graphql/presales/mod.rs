//! Pre-sales: offers, pre-orders, harvest estimates, shortfalls.

pub(super) mod estimates;
pub(super) mod offers;
pub(super) mod preorders;
pub(super) mod shortfalls;
