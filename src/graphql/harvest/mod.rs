//! The harvest: its lots.

pub mod harvest_lots;
