//! Tourism: sites and their counts, festivals, catering and its takings, honours.

pub(super) mod catering;
pub(super) mod catering_takings;
pub(super) mod festivals;
pub(super) mod honours;
pub(super) mod sites;
pub(super) mod visitors;
