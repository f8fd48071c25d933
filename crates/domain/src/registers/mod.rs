//! The registers: regions, varieties, growers, and plots with their terms.

pub mod growers;
pub mod official_register;
pub mod plot_corrections;
pub mod plot_divisions;
pub(crate) mod plot_handovers;
pub mod plot_terms;
pub mod plots;
pub mod regions;
pub mod undertakings;
pub mod varieties;
