//! Regions.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    connection::{Connection, request},
    content::Content,
    guard::{self, database},
    input,
    mutation::idempotent_write,
    objects::regions::Region,
};
use domain::registers::regions;
use store::error::{Error, Result};
use types::{Name, RegionCode, RegionLevel, Role};

/// Filters regions. An absent field does not restrict the list.
#[derive(Default, InputObject)]
struct RegionFilter {
    /// Only regions directly below this one.
    parent_code: Option<ID>,
    /// Only regions of this level.
    level: Option<RegionLevel>,
    /// Only regions whose name contains this text, 1 to 100 characters.
    name_contains: Option<String>,
}

/// Queries about regions.
#[derive(Debug, Default)]
pub(crate) struct RegionQuery;

#[Object]
impl RegionQuery {
    /// The region with this official code. Open to everyone. Null with NOT_FOUND if there is none.
    async fn region(&self, ctx: &Context<'_>, #[graphql(desc = "Official code.")] code: ID) -> Option<Result<Region>> {
        guard::answer_anyone(ctx, async {
            let found = regions::find(database(ctx).reader(), &RegionCode(code.0)).await?;
            Ok(found.ok_or_else(|| Error::not_found("code", "区划", "region"))?.into())
        })
        .await
    }

    /// Regions by code. Open to everyone.
    async fn regions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Filters the regions.")] filter: Option<RegionFilter>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Result<Connection<Region>> {
        guard::open(ctx)?;
        let RegionFilter { parent_code, level, name_contains } = filter.unwrap_or_default();
        let name_contains = name_contains.map(|text| input::search("filter.nameContains", &text)).transpose()?;
        let filter = regions::Filter { parent_code: parent_code.map(|code| RegionCode(code.0)), level, name_contains };
        Ok(regions::list(database(ctx).reader(), filter, &request(ctx, first, after)).await?.into())
    }
}

/// A region that was added to the official register.
#[derive(InputObject)]
struct AddRegionInput {
    /// The official code: 6, 9 or 12 digits, starting with the code of a known region.
    code: ID,
    /// The official name, 1 to 100 characters.
    name: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// A new name for a region.
#[derive(InputObject)]
struct RenameRegionInput {
    /// Official code.
    code: ID,
    /// The official name, 1 to 100 characters.
    name: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of adding or renaming a region.
#[derive(SimpleObject)]
struct RegionPayload {
    /// The region in its current state.
    region: Region,
}

fn content(code: &RegionCode, name: &Name) -> Content {
    Content::new().with("code", code).with("name", name)
}

/// Mutations of regions.
#[derive(Debug, Default)]
pub(crate) struct RegionMutation;

#[Object]
impl RegionMutation {
    /// Adds a region that was added to the official register. For ADMIN.
    async fn add_region(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The region to add.")] input: AddRegionInput,
    ) -> Option<Result<RegionPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let AddRegionInput { code, name, idempotency_key } = input;
            let fields = input::name("name", &name).map(|name| regions::NewRegion { code: RegionCode(code.0), name });
            let content = |(): &(), regions::NewRegion { code, name }: &regions::NewRegion| content(code, name);
            let region =
                idempotent_write(ctx, actor, idempotency_key, (), fields, content, |txn, _, (), fields| async move {
                    regions::add(&txn, fields).await
                })
                .await?;
            Ok(RegionPayload { region: region.into() })
        })
        .await
    }

    /// Renames a region. For ADMIN.
    async fn rename_region(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The region and its new name.")] input: RenameRegionInput,
    ) -> Option<Result<RegionPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let RenameRegionInput { code, name, idempotency_key } = input;
            let fields = input::name("name", &name);
            let region = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                RegionCode(code.0),
                fields,
                content,
                |txn, _, code, name| async move { regions::rename(&txn, code, name).await },
            )
            .await?;
            Ok(RegionPayload { region: region.into() })
        })
        .await
    }
}
