//! Rows. The harvest: lots, and the holdings that kilograms are drawn from.

pub mod harvest_lot;
