//! Festivals.

use async_graphql::{ComplexObject, Context, ID, SimpleObject};

use super::regions::{self, Region};
use crate::graphql::{
    list::One,
    scalar::{Date, DateTime},
};
use store::{entity::tourism::festival, error::Result};
use types::RegionCode;

/// An edition of a region's festival, such as 云安梨花节.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct Festival {
    /// The ID, unique across the whole service.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// The number of the edition (届), from 1.
    edition: i32,
    /// Name.
    name: String,
    /// The first day. It counts as an edition from this day on.
    starts_on: Date,
    /// The last day.
    ends_on: Date,
    /// When it was voided (作废). A voided edition counts nowhere. Null if it was not voided.
    voided_at: Option<DateTime>,
    /// Why it was voided. Null if it was not voided.
    void_reason: Option<String>,
    #[graphql(skip)]
    region_code: RegionCode,
}

#[ComplexObject]
impl Festival {
    /// The region whose festival it is.
    async fn region(&self, ctx: &Context<'_>) -> Result<One<Region>> {
        regions::of(ctx, &self.region_code).await
    }
}

impl From<festival::Model> for Festival {
    fn from(row: festival::Model) -> Self {
        let festival::Model {
            id,
            region_code,
            edition,
            name,
            starts_on,
            ends_on,
            voided_at,
            void_reason,
            voided_by: _,
        } = row;
        Self {
            id: id.into(),
            edition,
            name,
            starts_on: starts_on.into(),
            ends_on: ends_on.into(),
            voided_at: voided_at.map(DateTime::from),
            void_reason,
            region_code,
        }
    }
}
