//! Recalls.

use async_graphql::{Context, Object};

use crate::graphql::{
    connection::{Connection, request},
    guard::{self, allow, database, nullable},
    plants::{
        processing_plants::{self, ProcessingPlant},
        production_batches::ProductionBatch,
    },
    presales::preorders::Preorder,
    registers::regions::{self, Region},
    sales::Sale,
    scalar::{Date, Decimal},
};
use domain::trace::recall::{self, Item, Record};
use store::error::Result;
use types::RecallKind;

/// Something that recalled goods went into: a batch, a sale or a pre-order.
pub struct RecallItem(Item);

impl From<Item> for RecallItem {
    fn from(item: Item) -> Self {
        Self(item)
    }
}

/// Something that recalled goods went into: a batch, a sale or a pre-order. A recall must reach everything, so that
/// what lies outside the caller's region is listed, too, with its region, day, plant, code of a batch and kilograms,
/// which say whom to ask about what; the record itself, and whose it is, only those read who see it anyway. An account
/// of a region above both sees all of it.
#[Object]
impl RecallItem {
    /// What kind of record it is.
    async fn kind(&self) -> RecallKind {
        self.0.kind
    }

    /// A batch's printed code, to name it to its plant by; null for another kind.
    async fn batch_code(&self) -> Option<&str> {
        self.0.batch_code.as_ref().map(|code| code.0.as_str())
    }

    /// The batch; null for another kind, and outside the caller's region.
    async fn batch(&self) -> Option<ProductionBatch> {
        match &self.0.record {
            Some(Record::Batch(row)) => Some(row.clone().into()),
            _ => None,
        }
    }

    /// The sale; null for another kind, and outside the caller's region.
    async fn sale(&self) -> Option<Sale> {
        match &self.0.record {
            Some(Record::Sale(row)) => Some(row.clone().into()),
            _ => None,
        }
    }

    /// The pre-order, with how to reach its buyer as far as the caller may read that; null for another kind, and
    /// outside the caller's region.
    async fn preorder(&self, ctx: &Context<'_>) -> Option<Preorder> {
        match &self.0.record {
            Some(Record::Preorder(row)) => Some(Preorder::seen(ctx, row.clone())),
            _ => None,
        }
    }

    /// How much of the recalled goods went into it, in kilograms, three decimal places: into a batch from the lot and
    /// from affected batches, into a sale from the lot or affected batches, into a pre-order from the lot. What was
    /// mixed counts whole.
    async fn quantity_kg(&self) -> Decimal {
        self.0.quantity.into()
    }

    /// The region it is booked on, where the plant stands for a batch: who can be asked about it.
    async fn region(&self, ctx: &Context<'_>) -> Result<Region> {
        regions::of(ctx, &self.0.region_code).await
    }

    /// The day of finishing, selling or handing over; null where a pre-order was delivered without one.
    async fn day(&self) -> Option<Date> {
        self.0.day.map(Date::from)
    }

    /// The plant that made the goods, with its telephone number; null for fruit.
    async fn plant(&self, ctx: &Context<'_>) -> Result<Option<ProcessingPlant>> {
        match &self.0.plant_code {
            Some(code) => Ok(Some(processing_plants::plant_of(ctx, code).await?)),
            None => Ok(None),
        }
    }
}

/// Queries about recalls.
#[derive(Debug, Default)]
pub struct RecallQuery;

#[Object]
impl RecallQuery {
    /// Where the goods of a lot or batch went: every batch, directly or through other batches, every sale, and every
    /// pre-order that was delivered; batches first, each kind by id, without voided ones. The code is a lot's, a
    /// batch's or a pledge certificate's, as for `trace`. For ADMIN, and for OFFICIAL and CLERK of the region of the
    /// lot or plant; null with NOT_FOUND otherwise.
    async fn recall(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Printed code.")] code: String,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<RecallItem>>> {
        nullable(async {
            let actor = allow(ctx, guard::READERS)?;
            let request = request(ctx, first, after);
            Ok(recall::list(database(ctx).reader(), actor, &code, &request).await?.into())
        })
        .await
    }
}
