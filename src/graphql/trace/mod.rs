//! Traces.

pub mod recall;

use async_graphql::{Context, Object, SimpleObject};

use super::{
    certificates::Certificate,
    document::cost::list_size,
    guard::{self, database},
    scalar::{Date, Decimal},
};
use crate::graphql::registers::regions::Region;
use domain::trace;
use store::error::Result;
use types::TraceKind;

/// Where goods come from, however often they were mixed. Nothing here leads to a person: names are display names.
pub struct Trace(trace::Trace);

impl From<trace::Trace> for Trace {
    fn from(trace: trace::Trace) -> Self {
        Self(trace)
    }
}

/// Where goods come from, however often they were mixed. Nothing here leads to a person: names are display names.
#[Object]
impl Trace {
    /// Code of the lot or batch: that of the batch recorded last, where the code that was asked for is a voided one's;
    /// that of the lot or batch, where it is a certificate's.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// What the code stands for.
    async fn kind(&self) -> TraceKind {
        self.0.kind
    }

    /// Name of the variety of a lot, or of the product of a batch.
    async fn product_name(&self) -> &str {
        &self.0.product_name
    }

    /// What was picked or made in all, in kilograms, three decimal places.
    async fn quantity_kg(&self) -> Decimal {
        self.0.quantity.into()
    }

    /// The day of picking, or of finishing.
    async fn day(&self) -> Date {
        self.0.day.into()
    }

    /// The plant that made it; null for a lot.
    async fn plant_name(&self) -> Option<&str> {
        self.0.plant_name.as_deref()
    }

    /// The lot; null for a batch.
    async fn lot(&self) -> Option<TracedLot> {
        self.0.lots.first().filter(|_| self.0.kind == TraceKind::Lot).cloned().map(TracedLot::from)
    }

    /// The batch; null for a lot.
    async fn batch(&self) -> Option<TracedBatch> {
        let trace::Trace { code, kind, product_name, day, .. } = &self.0;
        (*kind == TraceKind::Batch).then(|| TracedBatch {
            code: code.clone(),
            product_name: product_name.clone(),
            produced_on: (*day).into(),
        })
    }

    /// The lots in it, by code, the first 100; of a lot, itself.
    #[graphql(directive = list_size::apply(Some(100), None))]
    async fn lots(&self) -> Vec<TracedLot> {
        self.0.lots.iter().cloned().map(TracedLot::from).collect()
    }

    /// How many lots are in it.
    async fn lot_count(&self) -> i32 {
        i32::try_from(self.0.lot_count).unwrap_or(i32::MAX)
    }

    /// The first day on which anything in it was picked; null where no lot is in it.
    async fn harvested_from(&self) -> Option<Date> {
        self.0.picked.map(|(first, _)| first.into())
    }

    /// The last day on which anything in it was picked; null where no lot is in it.
    async fn harvested_to(&self) -> Option<Date> {
        self.0.picked.map(|(_, last)| last.into())
    }

    /// Where it comes from, by code, the first 50: the regions of all lots in it and, of what a grower supplied without
    /// a lot, the grower's. Empty where all of it is from outside the register.
    #[graphql(directive = list_size::apply(Some(50), None))]
    async fn origins(&self) -> Vec<Region> {
        self.0.origins.iter().cloned().map(Region::from).collect()
    }

    /// What the growers chose to be called, and the names of cooperatives and companies, in no order of meaning; 50 at
    /// most. A household or family farm that chose no name is not among them.
    async fn grower_names(&self) -> &[String] {
        &self.0.grower_names
    }

    /// Whether something in it came from suppliers outside the register, who are not named.
    async fn has_outside_suppliers(&self) -> bool {
        self.0.has_outside_suppliers
    }

    /// The pledge certificates of the lot or batch itself, VALID ones first, then the latest first; at most 20.
    /// Processed goods have none.
    #[graphql(directive = list_size::apply(Some(20), None))]
    async fn certificates(&self) -> Vec<Certificate> {
        self.0.certificates.iter().cloned().map(Certificate::from).collect()
    }

    /// The certificate whose code was asked for; null where the code is that of a lot or batch.
    async fn certificate(&self) -> Option<Certificate> {
        self.0.certificate.clone().map(Certificate::from)
    }
}

/// A lot as everybody sees it.
#[derive(SimpleObject)]
struct TracedLot {
    /// Printed on the crates.
    code: String,
    /// Name of the variety.
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

/// A batch as everybody sees it.
#[derive(SimpleObject)]
struct TracedBatch {
    /// Printed on the packages.
    code: String,
    /// Name of the product.
    product_name: String,
    /// The day it was finished.
    produced_on: Date,
}

/// Queries about traces.
#[derive(Debug, Default)]
pub struct TraceQuery;

#[Object]
impl TraceQuery {
    /// What a consumer sees after scanning the code on a package. The code is a lot's, a batch's or a pledge
    /// certificate's, typed in any case and with or without hyphens. Open to everyone; null without an error for an
    /// unknown code, a voided lot and a voided batch; but one that was recorded again leads to the batch that was
    /// recorded instead.
    async fn trace(&self, ctx: &Context<'_>, #[graphql(desc = "Printed code.")] code: String) -> Result<Option<Trace>> {
        guard::open(ctx)?;
        Ok(trace::find(database(ctx).reader(), &code).await?.map(Trace::from))
    }
}
