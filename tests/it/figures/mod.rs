//! Figures: definitions, reports, statistics, published reports, submissions, files.

mod completeness;
mod definitions;
pub mod exports;
pub mod published_reports;
mod recomputation;
mod report_submissions;
mod reports;
pub mod statistics;
mod uplift;
mod whole;
