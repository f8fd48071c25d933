//! Checks what came back of sales: what it takes off in the ledger, which batches it is from, and how much of each sale
//! it is.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::{Verification, entries::while_in_force};
use crate::{harvest::holdings::drawn, sales};
use store::{
    Reader, as_bigint,
    entity::sales::{sale, sale_batch, sale_return, sale_return_batch},
    error::Result,
    load,
};
use types::{Kilograms, Money};

/// What the returns of a sale add up to.
#[derive(Debug, FromQueryResult)]
struct Returned {
    sale_id: Uuid,
    quantity_g: Kilograms,
    amount_fen: Money,
}

impl<P: Fn(u64, u64)> Verification<'_, P> {
    /// Checks returns: each takes off from the figures of its day. Goods of a plant came from the batches of their sale.
    pub(super) async fn sale_returns(&mut self) -> Result<()> {
        use sale_return_batch::{Column, Entity};
        let mut after = None;
        loop {
            let rows = self.next_chunk(sale_return::Column::Id, &mut after, sale_return::Entity::find()).await?;
            if rows.is_empty() {
                return Ok(());
            }
            let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
            let of_sales: Vec<Uuid> = rows.iter().map(|row| row.sale_id).collect();
            let sold = load::by_key::<sale::Entity>(self.snapshot, &of_sales).await?;
            let expected = rows.iter().filter_map(|row| {
                let entry = sales::return_entry(sold.get(&row.sale_id)?, row);
                Some(while_in_force(row.recorded_at, row.voided_at, entry))
            });
            let found = self.entries_of(&ids, None).await?;
            self.findings.compare(expected.flatten().collect(), found);
            let (of_sale, goods) = (sale_batch::Column::SaleId, sale_batch::Column::QuantityG);
            let sold_from = drawn(self.snapshot, sale_batch::Entity::find(), of_sale, goods, &of_sales).await?;
            let parts = drawn(self.snapshot, Entity::find(), Column::ReturnId, Column::QuantityG, &ids).await?;
            for row in rows {
                let of_batches = parts.get(&row.id).copied().unwrap_or_default();
                let has_batches = sold_from.contains_key(&row.sale_id);
                let should_be = if has_batches { row.quantity_g } else { Kilograms::ZERO };
                if of_batches != should_be {
                    self.findings.add(format!(
                        "return {}: {should_be} kg should be from batches of its sale, {of_batches} are",
                        row.id
                    ));
                }
                let has_lot = sold.get(&row.sale_id).is_some_and(|sale| sale.lot_id.is_some());
                if row.is_back_in_stock && !has_lot && !has_batches {
                    self.findings
                        .add(format!("return {}: it went back to a stock that its sale did not draw on", row.id));
                }
            }
        }
    }

    /// Checks sales of which something came back: it is what their returns add up to.
    pub(super) async fn sales_with_returns(&mut self) -> Result<()> {
        let mut after = None;
        loop {
            let rows = self.next_chunk(sale::Column::Id, &mut after, with_returns()).await?;
            if rows.is_empty() {
                return Ok(());
            }
            use sale_return::{Column, Entity};
            let returned: Vec<Returned> = Entity::find()
                .select_only()
                .column(Column::SaleId)
                .column_as(as_bigint(Column::QuantityG.sum()), "quantity_g")
                .column_as(as_bigint(Column::AmountFen.sum()), "amount_fen")
                .filter(Column::SaleId.is_in(rows.iter().map(|sale| sale.id)))
                .filter(Column::VoidedAt.is_null())
                .group_by(Column::SaleId)
                .into_model()
                .all(self.snapshot)
                .await?;
            let returned: HashMap<Uuid, Returned> = returned.into_iter().map(|row| (row.sale_id, row)).collect();
            for sale in rows {
                let sum = returned
                    .get(&sale.id)
                    .map_or((Kilograms::ZERO, Money::ZERO), |sum| (sum.quantity_g, sum.amount_fen));
                if sum != (sale.returned_g, sale.returned_fen) {
                    self.findings.add(format!(
                        "sale {}: {} kg for {} yuan came back, its row says {} kg for {} yuan",
                        sale.id, sum.0, sum.1, sale.returned_g, sale.returned_fen
                    ));
                }
            }
        }
    }
}

/// The sales that say that something came back of them, and those that have a return which holds.
pub(super) fn with_returns() -> Select<sale::Entity> {
    let of_returns = sale_return::Entity::find().select_only().column(sale_return::Column::SaleId);
    let of_returns = of_returns.filter(sale_return::Column::VoidedAt.is_null()).into_query();
    let says_so = sale::Column::ReturnedG.gt(0).or(sale::Column::ReturnedFen.gt(0));
    sale::Entity::find().filter(says_so.or(Expr::col((sale::Entity, sale::Column::Id)).in_subquery(of_returns)))
}

/// What came back from sales to each of these lots.
pub(super) async fn back_in_lots(snapshot: &Reader, lots: &[Uuid]) -> Result<HashMap<Uuid, Kilograms>> {
    use sale_return::{Column, Entity};
    let back = Entity::with_sales().filter(Column::VoidedAt.is_null()).filter(Column::IsBackInStock.eq(true));
    drawn(snapshot, back, sale::Column::LotId, Column::QuantityG, lots).await
}

/// What came back from sales to each of these batches.
pub(super) async fn back_in_batches(snapshot: &Reader, batches: &[Uuid]) -> Result<HashMap<Uuid, Kilograms>> {
    use sale_return_batch::{Column, Entity};
    let back = Entity::in_force().filter(sale_return::Column::IsBackInStock.eq(true));
    drawn(snapshot, back, Column::BatchId, Column::QuantityG, batches).await
}
