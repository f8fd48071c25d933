//! The registers: regions, varieties, growers, and plots with their terms.

pub(super) mod growers;
pub(super) mod plot_corrections;
pub(super) mod plot_divisions;
pub(super) mod plots;
pub(super) mod regions;
pub(super) mod undertakings;
pub(super) mod varieties;
