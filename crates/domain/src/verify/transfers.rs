//! Checks that no transfer is used for more than came: what is used of it is what its payments say.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::Verification;
use store::{
    as_bigint,
    entity::presales::{preorder_payment, preorder_transfer},
    error::Result,
};
use types::Money;

#[derive(Debug, FromQueryResult)]
struct Used {
    transfer_id: Uuid,
    total: Money,
    named_least: Money,
    named_most: Money,
}

impl<P: Fn(u64, u64)> Verification<'_, P> {
    /// Checks transfers: what is used is the sum of the payments that are not reversed, and each of them names the
    /// whole.
    pub(super) async fn transfers(&mut self) -> Result<()> {
        use preorder_payment::Column;
        let mut after = None;
        loop {
            let rows =
                self.next_chunk(preorder_transfer::Column::Id, &mut after, preorder_transfer::Entity::find()).await?;
            if rows.is_empty() {
                return Ok(());
            }
            let used: Vec<Used> = preorder_payment::Entity::find()
                .select_only()
                .column(Column::TransferId)
                .column_as(as_bigint(Column::AmountFen.sum()), "total")
                .column_as(Column::TransferFen.min(), "named_least")
                .column_as(Column::TransferFen.max(), "named_most")
                .filter(Column::TransferId.is_in(rows.iter().map(|row| row.id)))
                .filter(Column::ReversedAt.is_null())
                .group_by(Column::TransferId)
                .into_model()
                .all(self.snapshot)
                .await?;
            let used: HashMap<Uuid, Used> = used.into_iter().map(|used| (used.transfer_id, used)).collect();
            for row in rows {
                let of_row = used.get(&row.id);
                let total = of_row.map_or(Money::ZERO, |used| used.total);
                let is_named =
                    of_row.is_none_or(|used| (used.named_least, used.named_most) == (row.amount_fen, row.amount_fen));
                if total != row.used_fen || !is_named {
                    self.findings.add(format!(
                        "transfer {}: payments use {total} of it, its row says {} of {}",
                        row.id, row.used_fen, row.amount_fen
                    ));
                }
            }
        }
    }
}
