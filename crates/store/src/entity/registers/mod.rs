//! Rows of the registers: regions, varieties, growers, and plots with their terms.

pub mod grower;
pub mod plot;
pub mod plot_origin;
pub mod plot_term;
pub mod region;
pub mod undertaking_days;
pub mod variety;
