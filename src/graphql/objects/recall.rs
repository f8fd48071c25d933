//! Recalls.

use async_graphql::{Context, Object};

use super::{
    preorders::Preorder,
    processing_plants::{self, ProcessingPlant},
    production_batches::ProductionBatch,
    regions::{self, Region},
    sales::Sale,
    stock_adjustments::StockAdjustment,
};
use crate::graphql::{
    list::One,
    scalar::{Date, Decimal},
};
use domain::trace::recall::{Item, Record};
use store::error::Result;
use types::{RecallKind, StockAdjustmentReason};

/// One use of recalled goods: a batch, a sale, a pre-order, or what was lost or given away.
pub(crate) struct RecallItem(Item);

impl From<Item> for RecallItem {
    fn from(item: Item) -> Self {
        Self(item)
    }
}

/// One use of recalled goods: a batch, a sale, a pre-order, or what was lost or given away. A recall must be complete,
/// so uses outside the caller's region are listed too. For these, only the region, day, plant, batch code, reason and
/// quantity are given, which is enough to ask the right place. The record itself and its owner are shown only to
/// readers who may see the record anyway. An account of a region above both sees everything.
#[Object]
impl RecallItem {
    /// The kind of record.
    async fn kind(&self) -> RecallKind {
        self.0.kind
    }

    /// The printed code of a batch, for enquiries at its plant. Null for other kinds.
    async fn batch_code(&self) -> Option<&str> {
        self.0.batch_code.as_ref().map(|code| code.0.as_str())
    }

    /// The batch. Null for other kinds, and outside the caller's region.
    async fn batch(&self) -> Option<One<ProductionBatch>> {
        match &self.0.record {
            Some(Record::Batch(row)) => Some(One::of(row.clone())),
            _ => None,
        }
    }

    /// The sale. Null for other kinds, and outside the caller's region.
    async fn sale(&self) -> Option<One<Sale>> {
        match &self.0.record {
            Some(Record::Sale(row)) => Some(One::of(row.clone())),
            _ => None,
        }
    }

    /// The pre-order, with its buyer's contact as far as the caller may read it. Null for other kinds, and outside the
    /// caller's region.
    async fn preorder(&self, ctx: &Context<'_>) -> Option<One<Preorder>> {
        match &self.0.record {
            Some(Record::Preorder(row)) => Some(One(Preorder::current(ctx, row.clone()))),
            _ => None,
        }
    }

    /// The adjustment of stock by which it became less. Null for other kinds, and outside the caller's region.
    async fn adjustment(&self) -> Option<One<StockAdjustment>> {
        match &self.0.record {
            Some(Record::Adjustment(row)) => Some(One::of(row.clone())),
            _ => None,
        }
    }

    /// What became of what was not sold or used. Null for other kinds than ADJUSTMENT.
    async fn reason(&self) -> Option<StockAdjustmentReason> {
        self.0.reason
    }

    /// The quantity of recalled goods in it, in kilograms, three decimal places. For a batch, this is what it drew from
    /// the lot and from affected batches; for a sale, what it drew from the lot or affected batches; for a pre-order,
    /// what it drew from the lot; for an adjustment, what became less of the lot, of its intakes or of affected
    /// batches. Mixed goods count in full.
    async fn quantity_kg(&self) -> Decimal {
        self.0.quantity.into()
    }

    /// The region it is booked to, or for a batch the region of its plant, or for an adjustment that of the lot or
    /// plant. This tells whom to ask about it.
    async fn region(&self, ctx: &Context<'_>) -> Result<One<Region>> {
        regions::of(ctx, &self.0.region_code).await
    }

    /// The day it was finished, sold, delivered, lost or given away. Null if a pre-order was delivered without a day.
    async fn day(&self) -> Option<Date> {
        self.0.day.map(Date::from)
    }

    /// The plant that made the goods, or has lost them, with its telephone number. Null for fruit.
    async fn plant(&self, ctx: &Context<'_>) -> Result<Option<One<ProcessingPlant>>> {
        match &self.0.plant_code {
            Some(code) => Ok(Some(processing_plants::plant_of(ctx, code).await?)),
            None => Ok(None),
        }
    }
}
