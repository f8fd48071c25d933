//! Sites: places on the route where visitors are counted.

use async_graphql::{ComplexObject, Context, ID, SimpleObject};

use super::regions::{self, Region};
use crate::graphql::{list::One, loader, scalar::Date};
use store::{entity::tourism::site, error::Result};
use types::{CodedKind, NodeId, RegionCode};

/// A site (景点), a place on the route where visitors are counted.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct Site {
    /// The ID, unique across the whole service.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// Readable code.
    code: ID,
    /// Name.
    name: String,
    /// Whether its counts of today are included in the town's figure. A site that the same visitors pass on their way
    /// is not included.
    counts_towards_total: bool,
    /// The first day on which it is no longer in use. Null while it is.
    retired_on: Option<Date>,
    #[graphql(skip)]
    region_code: RegionCode,
}

#[ComplexObject]
impl Site {
    /// The region it lies in.
    async fn region(&self, ctx: &Context<'_>) -> Result<One<Region>> {
        regions::of(ctx, &self.region_code).await
    }
}

impl From<site::Model> for Site {
    fn from(row: site::Model) -> Self {
        let site::Model { code, name, region_code, counts_towards_total, retired_on } = row;
        Self {
            id: NodeId::coded(CodedKind::Site, &code).into(),
            code: code.into(),
            name,
            counts_towards_total,
            retired_on: retired_on.map(Date::from),
            region_code,
        }
    }
}

/// The site with a code that a row refers to.
pub(crate) async fn of(ctx: &Context<'_>, code: &str) -> Result<One<Site>> {
    Ok(One::of(loader::row::<site::Entity>(ctx, code.to_owned()).await?))
}
