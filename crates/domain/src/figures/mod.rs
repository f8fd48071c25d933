//! The figures: definitions, entries, reports, statistics, uplift, published reports, submissions.

pub mod completeness;
pub mod definitions;
pub mod entries;
pub mod published_reports;
pub mod report_submissions;
pub mod reports;
pub mod statistics;
pub mod uplift;
