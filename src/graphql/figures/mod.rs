//! The figures: definitions, entries, reports, statistics, uplift, published reports, submissions.

pub(super) mod definitions;
pub(super) mod published_reports;
pub(super) mod report_submissions;
pub(super) mod reports;
pub(super) mod statistics;
pub(super) mod uplift;
