//! The objects of the schema, one file per noun, and what only they need to be read. Objects refer to each other. They
//! never use operations, which are beside this folder in the rooms of their nouns.

pub mod accounts;
pub mod audit;
pub mod catering;
pub mod certificates;
pub mod definitions;
pub mod estimates;
pub mod festivals;
pub mod growers;
pub mod harvest_lots;
pub mod honours;
pub mod intakes;
pub mod offers;
pub mod plots;
pub mod preorders;
pub mod processing_plants;
pub mod production_batches;
pub mod products;
pub mod published_reports;
pub mod recall;
pub mod regions;
pub mod report_submissions;
pub mod reports;
pub mod sales;
pub mod sessions;
pub mod shortfalls;
pub mod sites;
pub mod statistics;
pub mod trace;
pub mod uplift;
pub mod varieties;
