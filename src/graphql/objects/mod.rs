//! The objects of the schema, one file per noun, and what only they need to be read. Objects refer to each other. They
//! never use operations, which are beside this folder in the rooms of their nouns.

pub(super) mod accounts;
pub(super) mod audit;
pub(super) mod catering;
pub(super) mod catering_takings;
pub(super) mod certificates;
pub(super) mod definitions;
pub(super) mod estimates;
pub(super) mod festivals;
pub(super) mod growers;
pub(super) mod harvest_lots;
pub(super) mod honours;
pub(super) mod intakes;
pub(super) mod offers;
pub(super) mod plots;
pub(super) mod preorders;
pub(super) mod processing_plants;
pub(super) mod production_batches;
pub(super) mod products;
pub(super) mod published_reports;
pub(super) mod recall;
pub(super) mod regions;
pub(super) mod report_submissions;
pub(super) mod reports;
pub(super) mod sales;
pub(super) mod sessions;
pub(super) mod shortfalls;
pub(super) mod sites;
pub(super) mod statistics;
pub(super) mod stock_adjustments;
pub(super) mod trace;
pub(super) mod uplift;
pub(super) mod varieties;
pub(super) mod visitor_counts;
pub(super) mod warnings;
