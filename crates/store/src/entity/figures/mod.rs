//! Rows of the figures: ledger entries, the closed bound, published reports, submissions.

pub mod ledger_bound;
pub mod ledger_entry;
pub mod published_report;
pub mod report_submission;
