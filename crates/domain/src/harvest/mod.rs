//! The harvest: lots, and the holdings from which kilograms are drawn.

pub mod harvest_lots;
pub(crate) mod holdings;
pub mod pledges;
