//! The registers: regions, varieties, growers, and plots with their terms.

pub mod growers;
pub mod plots;
pub mod regions;
pub mod undertakings;
pub mod varieties;
