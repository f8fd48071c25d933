//! Checks that the stock left of lots, intakes, batches and offers follows from what was drawn.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, RelationDef, sea_query::ExprTrait,
};
use uuid::Uuid;

use super::{
    Verification,
    returns::{back_in_batches, back_in_lots},
};
use crate::{
    harvest::holdings::{adjusted, drawn},
    presales::{preorders, shortfalls},
};
use store::{
    Reader, as_bigint,
    entity::{
        harvest::harvest_lot,
        plants::{batch_ingredient, intake, production_batch},
        presales::{preorder, presale_offer, shortfall_run},
        sales::{sale, sale_batch},
        stock_adjustments::stock_adjustment,
    },
    error::Result,
};
use types::{Kilograms, Timestamp};

impl<P: Fn(u64, u64)> Verification<'_, P> {
    /// Checks lots: what is left is what was picked, less sales, deliveries of pre-orders and intakes of plants, with what
    /// came back of these and with adjustments.
    pub(super) async fn lots(&mut self) -> Result<()> {
        let mut after = None;
        loop {
            let rows = self.next_chunk(harvest_lot::Column::Id, &mut after, harvest_lot::Entity::find()).await?;
            if rows.is_empty() {
                return Ok(());
            }
            let ids: Vec<Uuid> = rows.iter().map(|lot| lot.id).collect();
            let query = sale::Entity::find().filter(sale::Column::VoidedAt.is_null());
            let mut gone = drawn(self.snapshot, query, sale::Column::LotId, sale::Column::QuantityG, &ids).await?;
            add(&mut gone, preorders::drawn_from_lots(self.snapshot, &ids).await?);
            let query = intake::Entity::find().filter(intake::Column::VoidedAt.is_null());
            add(&mut gone, drawn(self.snapshot, query, intake::Column::LotId, intake::Column::QuantityG, &ids).await?);
            take_off(&mut gone, back_in_lots(self.snapshot, &ids).await?);
            let adjusted = adjusted(self.snapshot, stock_adjustment::Column::LotId, &ids).await?;
            for row in rows {
                let name = format!("lot {}", row.code.0);
                let (gone, adjusted) = (of(&gone, row.id), of(&adjusted, row.id));
                self.check_left(&name, row.quantity_g, gone, adjusted, row.voided_at, row.available_g);
            }
        }
    }

    /// Checks intakes: what is left is what was received, less what went into batches, and with adjustments.
    pub(super) async fn intakes(&mut self) -> Result<()> {
        let mut after = None;
        loop {
            let rows = self.next_chunk(intake::Column::Id, &mut after, intake::Entity::find()).await?;
            if rows.is_empty() {
                return Ok(());
            }
            let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
            let used = used(self.snapshot, batch_ingredient::Column::IntakeId, &ids).await?;
            let adjusted = adjusted(self.snapshot, stock_adjustment::Column::IntakeId, &ids).await?;
            for row in rows {
                let name = format!("intake {}", row.id);
                let (used, adjusted) = (of(&used, row.id), of(&adjusted, row.id));
                self.check_left(&name, row.quantity_g, used, adjusted, row.voided_at, row.available_g);
            }
        }
    }

    /// Checks batches: what is left is what was made, less sales and what went into other batches, with what came back of
    /// these and with adjustments. The input is the sum of the ingredients.
    pub(super) async fn batches(&mut self) -> Result<()> {
        let mut after = None;
        loop {
            let rows =
                self.next_chunk(production_batch::Column::Id, &mut after, production_batch::Entity::find()).await?;
            if rows.is_empty() {
                return Ok(());
            }
            let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
            let mut gone = used(self.snapshot, batch_ingredient::Column::SourceBatchId, &ids).await?;
            let of_sale = sale_batch::Entity::belongs_to(sale::Entity)
                .from(sale_batch::Column::SaleId)
                .to(sale::Column::Id)
                .into();
            let query =
                sale_batch::Entity::find().join(JoinType::InnerJoin, of_sale).filter(sale::Column::VoidedAt.is_null());
            add(
                &mut gone,
                drawn(self.snapshot, query, sale_batch::Column::BatchId, sale_batch::Column::QuantityG, &ids).await?,
            );
            take_off(&mut gone, back_in_batches(self.snapshot, &ids).await?);
            let query = batch_ingredient::Entity::find();
            let went_in = drawn(
                self.snapshot,
                query,
                batch_ingredient::Column::BatchId,
                batch_ingredient::Column::QuantityG,
                &ids,
            )
            .await?;
            let adjusted = adjusted(self.snapshot, stock_adjustment::Column::BatchId, &ids).await?;
            for row in rows {
                let name = format!("batch {}", row.code.0);
                let (gone, adjusted) = (of(&gone, row.id), of(&adjusted, row.id));
                self.check_left(&name, row.output_g, gone, adjusted, row.voided_at, row.available_g);
                let went_in = of(&went_in, row.id);
                if went_in != row.input_g {
                    self.findings
                        .add(format!("{name}: its ingredients are {went_in} kg, its row says {}", row.input_g));
                }
            }
        }
    }

    /// Checks sales of plants' goods: each drew its whole quantity from batches of the same product, or nothing.
    pub(crate) async fn sales_of_goods(&mut self) -> Result<()> {
        let mut after = None;
        loop {
            let query = sale::Entity::find().filter(sale::Column::ProductCode.is_not_null());
            let rows = self.next_chunk(sale::Column::Id, &mut after, query).await?;
            if rows.is_empty() {
                return Ok(());
            }
            let of_batch = sale_batch::Entity::belongs_to(production_batch::Entity)
                .from(sale_batch::Column::BatchId)
                .to(production_batch::Column::Id)
                .into();
            let drawn: Vec<OfGoods> = sale_batch::Entity::find()
                .select_only()
                .column(sale_batch::Column::SaleId)
                .column_as(as_bigint(sale_batch::Column::QuantityG.sum()), "quantity_g")
                .column_as(production_batch::Column::ProductCode.min(), "first_product")
                .column_as(production_batch::Column::ProductCode.max(), "last_product")
                .join(JoinType::InnerJoin, of_batch)
                .filter(sale_batch::Column::SaleId.is_in(rows.iter().map(|sale| sale.id)))
                .group_by(sale_batch::Column::SaleId)
                .into_model()
                .all(self.snapshot)
                .await?;
            let mut drawn: HashMap<Uuid, OfGoods> = drawn.into_iter().map(|row| (row.sale_id, row)).collect();
            for row in rows {
                let Some(drawn) = drawn.remove(&row.id) else { continue };
                if drawn.quantity_g != row.quantity_g {
                    self.findings.add(format!(
                        "sale {}: {} kg were sold, {} kg drawn",
                        row.id, row.quantity_g, drawn.quantity_g
                    ));
                }
                let product = row.product_code.unwrap_or_default();
                if drawn.first_product != product || drawn.last_product != product {
                    self.findings.add(format!("sale {}: it drew on batches of another product", row.id));
                }
            }
        }
    }

    fn check_left(
        &mut self,
        name: &str,
        whole: Kilograms,
        drawn: Kilograms,
        adjusted: Kilograms,
        voided_at: Option<Timestamp>,
        available: Kilograms,
    ) {
        let left = if voided_at.is_some() { Kilograms::ZERO } else { whole - drawn + adjusted };
        if left != available {
            self.findings.add(format!("{name}: {left} kg should be left, its row says {available}"));
        }
        if voided_at.is_some() && drawn != Kilograms::ZERO {
            self.findings.add(format!("{name}: it is voided, but {drawn} kg were drawn from it"));
        }
        if voided_at.is_some() && adjusted != Kilograms::ZERO {
            self.findings.add(format!("{name}: it is voided, but its stock was adjusted by {adjusted} kg"));
        }
    }

    /// Checks offers: what is taken is what their pre-orders hold.
    pub(super) async fn offers(&mut self) -> Result<()> {
        let mut after = None;
        loop {
            let rows = self.next_chunk(presale_offer::Column::Id, &mut after, presale_offer::Entity::find()).await?;
            if rows.is_empty() {
                return Ok(());
            }
            let held: Vec<(Uuid, i64)> = preorder::Entity::find()
                .select_only()
                .column(preorder::Column::OfferId)
                .column_as(as_bigint(preorder::held().sum()), "held")
                .filter(preorder::Column::OfferId.is_in(rows.iter().map(|offer| offer.id)))
                .group_by(preorder::Column::OfferId)
                .into_tuple()
                .all(self.snapshot)
                .await?;
            let held: HashMap<Uuid, i64> = held.into_iter().collect();
            for offer in rows {
                let taken = Kilograms(held.get(&offer.id).copied().unwrap_or_default());
                if taken != offer.taken_g {
                    self.findings.add(format!(
                        "offer {}: its pre-orders hold {taken} kg, its row says {}",
                        offer.id, offer.taken_g
                    ));
                }
            }
        }
    }

    /// Checks shortfalls: each run must agree with its shares.
    pub(super) async fn shortfalls(&mut self) -> Result<()> {
        let mut after = None;
        loop {
            let rows = self.next_chunk(shortfall_run::Column::Id, &mut after, shortfall_run::Entity::find()).await?;
            if rows.is_empty() {
                return Ok(());
            }
            for difference in shortfalls::differences(self.snapshot, &rows).await? {
                self.findings.add(difference);
            }
        }
    }
}

#[derive(Debug, FromQueryResult)]
struct OfGoods {
    sale_id: Uuid,
    quantity_g: Kilograms,
    first_product: String,
    last_product: String,
}

/// The quantity that went into unvoided batches.
async fn used(
    snapshot: &Reader,
    source: batch_ingredient::Column,
    sources: &[Uuid],
) -> Result<HashMap<Uuid, Kilograms>> {
    let of_batch: RelationDef = batch_ingredient::Entity::belongs_to(production_batch::Entity)
        .from(batch_ingredient::Column::BatchId)
        .to(production_batch::Column::Id)
        .into();
    let query = batch_ingredient::Entity::find()
        .join(JoinType::InnerJoin, of_batch)
        .filter(production_batch::Column::VoidedAt.is_null());
    drawn(snapshot, query, source, batch_ingredient::Column::QuantityG, sources).await
}

fn of(sums: &HashMap<Uuid, Kilograms>, id: Uuid) -> Kilograms {
    sums.get(&id).copied().unwrap_or_default()
}

fn add(sums: &mut HashMap<Uuid, Kilograms>, more: HashMap<Uuid, Kilograms>) {
    for (id, quantity) in more {
        let sum = sums.entry(id).or_default();
        *sum = *sum + quantity;
    }
}

fn take_off(sums: &mut HashMap<Uuid, Kilograms>, less: HashMap<Uuid, Kilograms>) {
    for (id, quantity) in less {
        let sum = sums.entry(id).or_default();
        *sum = *sum - quantity;
    }
}
