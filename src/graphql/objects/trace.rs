//! Traces.

use async_graphql::{Object, SimpleObject};

use super::{certificates::Certificate, regions::Region};
use crate::graphql::{
    document::cost::list_size,
    list::{List, One},
    scalar::{Date, Decimal},
};
use domain::trace;
use types::{StockAdjustmentReason, TraceKind};

/// The trace of goods: where they come from, however often they were mixed. It identifies no person: names are display
/// names.
pub(crate) struct Trace(trace::Trace);

impl From<trace::Trace> for Trace {
    fn from(trace: trace::Trace) -> Self {
        Self(trace)
    }
}

/// The trace of goods: where they come from, however often they were mixed. It identifies no person: names are display
/// names.
#[Object]
impl Trace {
    /// The code of the lot or batch. For the code of a voided batch, this is the batch that was recorded last to
    /// replace it. For the code of a certificate, this is its lot or batch.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// What the code refers to.
    async fn kind(&self) -> TraceKind {
        self.0.kind
    }

    /// The name of the variety of a lot, or of the product of a batch.
    async fn product_name(&self) -> &str {
        &self.0.product_name
    }

    /// The total quantity picked or made, in kilograms, three decimal places.
    async fn quantity_kg(&self) -> Decimal {
        self.0.quantity.into()
    }

    /// The day it was picked or finished.
    async fn day(&self) -> Date {
        self.0.day.into()
    }

    /// What of it became more or less without being sold or used, summed up by reason. At most 5.
    #[graphql(directive = list_size::apply(Some(5), None))]
    async fn adjustments(&self) -> List<TracedAdjustment> {
        self.0.adjustments.iter().cloned().map(TracedAdjustment::from).collect()
    }

    /// The name of the plant that made it. Null for a lot.
    async fn plant_name(&self) -> Option<&str> {
        self.0.plant_name.as_deref()
    }

    /// The lot. Null for a batch.
    async fn lot(&self) -> Option<One<TracedLot>> {
        self.0.lots.first().filter(|_| self.0.kind == TraceKind::Lot).cloned().map(One::of)
    }

    /// The batch. Null for a lot.
    async fn batch(&self) -> Option<One<TracedBatch>> {
        let trace::Trace { code, kind, product_name, day, .. } = &self.0;
        (*kind == TraceKind::Batch).then(|| {
            One(TracedBatch { code: code.clone(), product_name: product_name.clone(), produced_on: (*day).into() })
        })
    }

    /// The lots in it, by code, at most the first 100. For a lot, this is the lot itself.
    #[graphql(directive = list_size::apply(Some(100), None))]
    async fn lots(&self) -> List<TracedLot> {
        self.0.lots.iter().cloned().map(TracedLot::from).collect()
    }

    /// The number of lots in it.
    async fn lot_count(&self) -> i32 {
        i32::try_from(self.0.lot_count).unwrap_or(i32::MAX)
    }

    /// The first day on which any of its lots was picked. Null if it has no lot.
    async fn harvested_from(&self) -> Option<Date> {
        self.0.picked.map(|(first, _)| first.into())
    }

    /// The last day on which any of its lots was picked. Null if it has no lot.
    async fn harvested_to(&self) -> Option<Date> {
        self.0.picked.map(|(_, last)| last.into())
    }

    /// The regions it comes from, by code, at most the first 50: the regions of all its lots and, for supplies of a
    /// grower without a lot, the region of the grower. Empty if all of it is from outside the register.
    #[graphql(directive = list_size::apply(Some(50), None))]
    async fn origins(&self) -> List<Region> {
        self.0.origins.iter().cloned().map(Region::from).collect()
    }

    /// The display names that its growers chose, and the names of cooperatives and companies, in no particular order.
    /// At most 50. A household or family farm that chose no name is left out.
    async fn grower_names(&self) -> &[String] {
        &self.0.grower_names
    }

    /// Whether some of it came from suppliers outside the register, who are not named.
    async fn has_outside_suppliers(&self) -> bool {
        self.0.has_outside_suppliers
    }

    /// The pledge certificates of the lot or batch itself, VALID ones first, then the latest first. At most 20.
    /// Processed goods have none.
    #[graphql(directive = list_size::apply(Some(20), None))]
    async fn certificates(&self) -> List<Certificate> {
        self.0.certificates.iter().cloned().map(Certificate::from).collect()
    }

    /// The certificate whose code was given. Null if the code is that of a lot or batch.
    async fn certificate(&self) -> Option<One<Certificate>> {
        self.0.certificate.clone().map(One::of)
    }
}

/// The public view of a lot.
#[derive(SimpleObject)]
struct TracedLot {
    /// Its code, printed on the crates.
    code: String,
    /// The name of its variety.
    variety_name: String,
    /// The day it was picked.
    harvested_on: Date,
}

impl From<trace::TracedLot> for TracedLot {
    fn from(lot: trace::TracedLot) -> Self {
        let trace::TracedLot { code, variety_name, harvested_on } = lot;
        Self { code, variety_name, harvested_on: harvested_on.into() }
    }
}

/// The public view of adjustments of the stock of goods.
#[derive(SimpleObject)]
struct TracedAdjustment {
    /// Why it became more or less.
    reason: StockAdjustmentReason,
    /// The change in kilograms, three decimal places: below zero for less.
    change_kg: Decimal,
}

impl From<trace::Adjusted> for TracedAdjustment {
    fn from(adjusted: trace::Adjusted) -> Self {
        let trace::Adjusted { reason, change_g } = adjusted;
        Self { reason, change_kg: change_g.into() }
    }
}

/// The public view of a batch.
#[derive(SimpleObject)]
struct TracedBatch {
    /// Its code, printed on the packages.
    code: String,
    /// The name of its product.
    product_name: String,
    /// The day it was finished.
    produced_on: Date,
}
