//! Rows of the harvest: lots.

pub mod harvest_lot;
