//! Regions.

use async_graphql::{Context, ID, Object};
use uuid::Uuid;

use crate::graphql::{
    document::cost::list_size,
    list::{List, One},
    loader,
};
use domain::registers::regions;
use store::{entity::registers::region, error::Result};
use types::{CodedKind, NodeId, RegionCode, RegionLevel};

/// A region, a node of the official division tree (统计用区划): a province-level city, a county, a town, or a community
/// or village. Its figures include everything below it.
pub(crate) struct Region {
    row: region::Model,
    id: NodeId,
}

impl From<region::Model> for Region {
    fn from(row: region::Model) -> Self {
        Self { id: NodeId::coded(CodedKind::Region, &row.code.0), row }
    }
}

/// A region, a node of the official division tree (统计用区划): a province-level city, a county, a town, or a community
/// or village. Its figures include everything below it.
#[Object]
impl Region {
    /// The ID, unique across the whole service.
    pub(crate) async fn id(&self) -> ID {
        (&self.id).into()
    }

    /// The official code: 2, 6, 9 or 12 digits, starting with the code of the region above.
    async fn code(&self) -> ID {
        self.row.code.0.clone().into()
    }

    /// The official Chinese name.
    async fn name(&self) -> &str {
        &self.row.name
    }

    /// The level in the tree.
    async fn level(&self) -> RegionLevel {
        self.row.level
    }

    /// The region directly above. Null for a province-level city.
    async fn parent(&self, ctx: &Context<'_>) -> Result<Option<One<Region>>> {
        Ok(loader::optional::<region::Entity>(ctx, self.row.parent_code.clone()).await?.map(One::of))
    }

    /// The regions directly below, by code. One row per region in the official register, some dozens.
    #[graphql(directive = list_size::apply(Some(50), None))]
    async fn children(&self, ctx: &Context<'_>) -> Result<List<Region>> {
        Ok(loader::load_or_default(ctx, self.row.code.clone(), regions::children)
            .await?
            .into_iter()
            .map(Self::from)
            .collect())
    }
}

impl Region {
    /// Its name.
    pub(crate) fn into_name(self) -> String {
        self.row.name
    }

    /// The region under the name it has in a published report.
    pub(crate) fn published(self, report: Uuid, name: &str) -> Self {
        let id = NodeId::Published(CodedKind::Region, self.row.code.0.clone(), report);
        Self { id, row: region::Model { name: name.to_owned(), ..self.row } }
    }
}

/// The region with a code that a row refers to.
pub(crate) async fn of(ctx: &Context<'_>, code: &RegionCode) -> Result<One<Region>> {
    Ok(One::of(loader::row::<region::Entity>(ctx, code.clone()).await?))
}
