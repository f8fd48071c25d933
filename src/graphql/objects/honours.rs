//! Honours: landmark dishes, famous snacks and county-level heritage projects.

use async_graphql::{ComplexObject, Context, ID, SimpleObject};

use super::regions::{self, Region};
use crate::graphql::{list::One, scalar::Date};
use store::{entity::tourism::honour, error::Result};
use types::{CodedKind, HonourKind, NodeId, RegionCode};

/// An honour of the town, such as 重庆地标菜, 云阳名小吃 or 县级非遗传承项目.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct Honour {
    /// The ID, unique across the whole service.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// Readable code.
    code: ID,
    /// The kind.
    kind: HonourKind,
    /// The name of what was honoured.
    name: String,
    /// The day it was awarded. It counts from this day on.
    awarded_on: Date,
    /// The first day on which it is no longer held. Null while it is held.
    ended_on: Option<Date>,
    #[graphql(skip)]
    region_code: RegionCode,
}

#[ComplexObject]
impl Honour {
    /// The region it is booked to.
    async fn region(&self, ctx: &Context<'_>) -> Result<One<Region>> {
        regions::of(ctx, &self.region_code).await
    }
}

impl From<honour::Model> for Honour {
    fn from(row: honour::Model) -> Self {
        let honour::Model { code, id: _, kind, name, region_code, awarded_on, ended_on } = row;
        Self {
            id: NodeId::coded(CodedKind::Honour, &code).into(),
            code: code.into(),
            kind,
            name,
            awarded_on: awarded_on.into(),
            ended_on: ended_on.map(Date::from),
            region_code,
        }
    }
}
