//! Rows of pre-sales: offers, pre-orders, harvest estimates, shortfalls.

pub mod harvest_estimate;
pub mod preorder;
pub mod preorder_delivery;
pub mod preorder_delivery_lot;
pub mod preorder_event;
pub mod preorder_payment;
pub mod preorder_refund;
pub mod preorder_return;
pub mod preorder_return_lot;
pub mod preorder_transfer;
pub mod presale_offer;
pub mod presale_offer_version;
pub mod shortfall_run;
pub mod shortfall_share;
