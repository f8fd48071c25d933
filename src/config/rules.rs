//! What the settings say of the town's rules.

use domain::presales::preorders;

use super::Config;

impl Config {
    /// The rules of pre-orders.
    pub fn preorder_rules(&self) -> preorders::Rules {
        preorders::Rules {
            hold_microseconds: i64::from(self.preorder_hold_hours) * 3_600_000_000,
            most_unpaid: self.preorders_unpaid,
            most_settled: self.preorders_settled,
            settled_at_once: self.shortfall_batch,
        }
    }
}
