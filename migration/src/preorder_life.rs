//! Pre-orders that are delivered in parts, come back, and are corrected; transfers that pay for several of them.
//!
//! A program that does not know this step would deliver without a delivery and take money without a transfer. So it
//! may not write any more.

use sea_orm_migration::prelude::*;

use crate::change_checks;

const PREORDER_LIFE: &str = include_str!("sql/preorder_life.sql");

/// What must hold of a pre-order from now on. More than was ordered may be delivered by weight; all of a delivered one
/// may come back; a part may be delivered before the rest.
const CHECKS: [(&str, &str); 3] = [
    (
        "preorder_fulfillable_within_quantity",
        "fulfillable_g >= 0 AND (fulfillable_g <= quantity_g OR status = 'DELIVERED')",
    ),
    (
        "preorder_fulfillable_while_alive",
        "CASE status WHEN 'PLACED' THEN fulfillable_g > 0 AND delivered_g = 0 \
         WHEN 'CONFIRMED' THEN fulfillable_g + returned_g > delivered_g \
         WHEN 'DELIVERED' THEN fulfillable_g + returned_g = delivered_g \
         ELSE fulfillable_g = 0 AND delivered_g = 0 END",
    ),
    (
        "preorder_delivered_is_dated",
        "(delivered_g > 0) = (delivered_on IS NOT NULL) AND (status <> 'DELIVERED' OR delivered_g > 0)",
    ),
];

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0005_preorder_life"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(PREORDER_LIFE).await?;
        change_checks(manager, "preorder", &CHECKS).await
    }
}
