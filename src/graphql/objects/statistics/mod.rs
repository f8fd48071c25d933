//! Rows of statistics.

mod comparison;
mod dimensions;
mod rows;
mod sales;

pub use rows::{CateringStatisticsRow, PlantOutputStatisticsRow, PlantedAreaStatisticsRow, VisitorStatisticsRow};
pub use sales::StatisticsRow;
