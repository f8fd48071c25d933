//! Rows of pre-sales: offers, pre-orders, harvest estimates, shortfalls.

pub mod harvest_estimate;
pub mod preorder;
pub mod preorder_event;
pub mod preorder_lot;
pub mod preorder_payment;
pub mod preorder_refund;
pub mod presale_offer;
pub mod shortfall_run;
pub mod shortfall_share;
