//! Rows of statistics.

mod comparison;
mod dimensions;
mod rows;
mod sales;

pub(crate) use rows::{
    CateringStatisticsRow, PlantOutputStatisticsRow, PlantedAreaStatisticsRow, VisitorStatisticsRow,
};
pub(crate) use sales::StatisticsRow;
