//! Regions.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    connection::{Connection, request},
    guard::{self, database},
    input::{self, Form},
    mutation::{idempotent_write, nothing},
    objects::regions::Region,
};
use domain::registers::regions::{self, NewRegion};
use store::error::{Error, Result};
use types::{RegionCode, RegionLevel, Role};

/// Filters regions. An absent field does not restrict the list.
#[derive(Default, InputObject)]
struct RegionFilter {
    /// Only regions directly below this one.
    parent_code: Option<ID>,
    /// Only regions of this level.
    level: Option<RegionLevel>,
    /// Only regions whose name contains this text, 1 to 100 characters, without regard to width, case, middle dots and
    /// blanks.
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
        let name_contains = input::read("filter.nameContains", name_contains)?;
        let filter = regions::Filter { parent_code: input::id(parent_code), level, name_contains };
        Ok(regions::list(database(ctx).reader(), filter, &request(ctx, first, after)).await?.into())
    }
}

/// A region that was added to the official register.
#[derive(InputObject)]
struct AddRegionInput {
    /// The official code: 2 digits for a province, or 6, 9 or 12 digits that start with the code of a known region.
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

/// Mutations of regions.
#[derive(Debug, Default)]
pub(crate) struct RegionMutation;

#[Object]
impl RegionMutation {
    /// Adds a region of the official register: a province, or one below a known region. A whole register is loaded on
    /// the server's command line. For ADMIN.
    async fn add_region(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The region to add.")] input: AddRegionInput,
    ) -> Option<Result<RegionPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let AddRegionInput { code, name, idempotency_key } = input;
            let change = Form::new().change(idempotency_key, (), |form| {
                Ok(NewRegion { code: form.id("code", code), name: form.read("name", name)? })
            });
            let region = idempotent_write(ctx, actor, change, nothing, regions::add).await?;
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
            let mut form = Form::new();
            let code = form.id("code", code);
            let change = form.change(idempotency_key, code, |form| form.read("name", name));
            let region = idempotent_write(ctx, actor, change, regions::to_rename, regions::rename).await?;
            Ok(RegionPayload { region: region.into() })
        })
        .await
    }
}
