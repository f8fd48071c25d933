//! Catering: establishments, their takings, and the baseline year.

use async_graphql::{ComplexObject, Context, ID, SimpleObject};

use super::regions::{self, Region};
use crate::graphql::{list::One, loader, scalar::Date};
use store::{entity::tourism::catering_establishment, error::Result};
use types::{CodedKind, NodeId, RegionCode};

/// A catering establishment (餐饮经营户): a restaurant or farm kitchen whose takings are recorded.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct CateringEstablishment {
    /// The ID, unique across the whole service.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// Readable code.
    code: ID,
    /// Name.
    name: String,
    /// The first day on which it does no business any more (停业). Null while it does.
    closed_on: Option<Date>,
    #[graphql(skip)]
    region_code: RegionCode,
}

#[ComplexObject]
impl CateringEstablishment {
    /// The region it is in.
    async fn region(&self, ctx: &Context<'_>) -> Result<One<Region>> {
        regions::of(ctx, &self.region_code).await
    }
}

impl From<catering_establishment::Model> for CateringEstablishment {
    fn from(row: catering_establishment::Model) -> Self {
        let catering_establishment::Model { code, name, region_code, closed_on } = row;
        Self {
            id: NodeId::coded(CodedKind::CateringEstablishment, &code).into(),
            code: code.into(),
            name,
            closed_on: closed_on.map(Date::from),
            region_code,
        }
    }
}

/// The establishment with a code that a row refers to.
pub(crate) async fn of(ctx: &Context<'_>, code: &str) -> Result<One<CateringEstablishment>> {
    Ok(One::of(loader::row::<catering_establishment::Entity>(ctx, code.to_owned()).await?))
}
