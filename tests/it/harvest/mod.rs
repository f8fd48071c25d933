//! The harvest: lots of plots.

mod harvest_lots;
mod whole;
