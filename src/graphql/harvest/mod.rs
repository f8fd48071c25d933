//! The harvest: its lots.

pub(super) mod harvest_lots;
