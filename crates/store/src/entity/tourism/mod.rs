//! Rows of tourism: sites and their counts, festivals, catering and its takings, honours.

pub mod catering_baseline;
pub mod catering_days;
pub mod catering_establishment;
pub mod catering_takings;
pub mod festival;
pub mod festival_days;
pub mod honour;
pub mod site;
pub mod site_counting;
pub mod site_retirement;
pub mod visitor_count;
