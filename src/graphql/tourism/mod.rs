//! Tourism: sites and their counts, festivals, catering and its takings, honours.

pub mod catering;
pub mod festivals;
pub mod honours;
pub mod sites;
pub mod visitors;
