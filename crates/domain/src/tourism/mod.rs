//! Tourism: sites and their counts, festivals, catering and its takings, honours.

pub mod catering;
pub mod catering_takings;
pub mod festivals;
pub mod honours;
pub mod sites;
pub mod visitor_counts;
pub mod visitors;
