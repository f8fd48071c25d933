//! Growers.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object, SimpleObject};

use crate::graphql::{
    connection::{Connection, request},
    document::cost::list_size,
    guard::{self, database},
    input::{self, Form},
    mutation::idempotent_write,
    objects::growers::Grower,
};
use domain::{
    grower_corrections::{self, GrowerPatch},
    registers::growers::{self, NewGrower},
};
use store::error::Result;
use types::{GrowerKind, Role};

/// Filters growers. An absent field does not restrict the list.
#[derive(Default, InputObject)]
struct GrowerFilter {
    /// Only growers registered in this region or below it, or with a plot in use there.
    region_code: Option<ID>,
    /// Only growers of this kind.
    kind: Option<GrowerKind>,
    /// Only growers whose name contains this text, 1 to 100 characters, without regard to width, case, middle dots and
    /// blanks.
    name_contains: Option<String>,
    /// Only growers with a plot of this variety in use today.
    variety_code: Option<ID>,
    /// Only growers with this whole telephone number, in any form that is accepted. Within one township.
    phone: Option<String>,
    /// With true, only growers that were merged into another one. Default: only the others. Within one township.
    merged: Option<bool>,
}

/// Queries about growers.
#[derive(Debug, Default)]
pub(crate) struct GrowerQuery;

#[Object]
impl GrowerQuery {
    /// The grower with this ID. For ADMIN, OFFICIAL and CLERK of a region where it is registered or has a plot in use,
    /// and for the grower itself. Otherwise null with NOT_FOUND.
    async fn grower(&self, ctx: &Context<'_>, #[graphql(desc = "ID.")] id: ID) -> Option<Result<Grower>> {
        guard::answer(ctx, guard::RECORD_READERS, |actor| async move {
            let database = database(ctx);
            let found =
                growers::get(database.reader(), &actor.scope(), input::id(id), database.clock().today(), "id").await?;
            Ok(found.into())
        })
        .await
    }

    /// The growers that the caller may see, in order of registration. For ADMIN, OFFICIAL and CLERK. A GROWER sees only
    /// itself.
    async fn growers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Filters the growers.")] filter: Option<GrowerFilter>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<Grower>>> {
        guard::answer(ctx, guard::RECORD_READERS, |actor| async move {
            let GrowerFilter { region_code, kind, name_contains, variety_code, phone, merged } =
                filter.unwrap_or_default();
            let name_contains = input::read("filter.nameContains", name_contains)?;
            let (region_code, variety_code) = (input::id(region_code), input::id(variety_code));
            let phone = input::read("filter.phone", phone)?;
            let merged = merged == Some(true);
            let filter = growers::Filter { region_code, kind, name_contains, variety_code, phone, merged };
            let (database, request) = (database(ctx), request(ctx, first, after));
            Ok(growers::list(database.reader(), &actor.scope(), filter, &request, database.clock().today())
                .await?
                .into())
        })
        .await
    }
}

/// A new grower.
#[derive(InputObject)]
struct RegisterGrowerInput {
    /// The full name, 1 to 100 characters.
    name: String,
    /// The name that the public sees, 1 to 100 characters.
    display_name: Option<String>,
    /// The kind of holding.
    kind: GrowerKind,
    /// The region where it is registered.
    region_code: ID,
    /// Mobile, landline (also with an extension) or 400 or 800 number of mainland China. +86, 86, 0086, spaces, brackets,
    /// hyphens and wide digits are accepted.
    phone: Option<String>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// Corrections to a grower. A field that is absent does not change.
#[derive(InputObject)]
struct UpdateGrowerInput {
    /// The grower.
    grower_id: ID,
    /// The full name, 1 to 100 characters.
    name: Option<String>,
    /// The name that the public sees, 1 to 100 characters. Null removes it.
    display_name: MaybeUndefined<String>,
    /// The kind of holding, from today on. Sales already recorded keep the kind of their time.
    kind: Option<GrowerKind>,
    /// The region where it is registered, within the clerk's region.
    region_code: Option<ID>,
    /// Mobile, landline (also with an extension) or 400 or 800 number of mainland China. Null removes it.
    phone: MaybeUndefined<String>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// Two growers that are one.
#[derive(InputObject)]
struct MergeGrowersInput {
    /// The grower that was registered a second time.
    from_id: ID,
    /// The grower that stands for both from now on.
    into_id: ID,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of registering a grower.
#[derive(SimpleObject)]
struct RegisterGrowerPayload {
    /// The grower in its current state.
    grower: Grower,
    /// Growers that may be the same: of the same name, and with the same telephone number or of the same region. At most
    /// 5, of those that the clerk may name. If one of them is, merge the two (`mergeGrowers`).
    #[graphql(directive = list_size::apply(Some(5), None))]
    possible_duplicates: Vec<Grower>,
}

/// The result of merging growers.
#[derive(SimpleObject)]
struct MergeGrowersPayload {
    /// The grower that stands for both, in its current state.
    grower: Grower,
}

/// The result of correcting a grower.
#[derive(SimpleObject)]
struct UpdateGrowerPayload {
    /// The grower in its current state.
    grower: Grower,
}

/// Mutations of growers.
#[derive(Debug, Default)]
pub(crate) struct GrowerMutation;

#[Object]
impl GrowerMutation {
    /// Registers a grower. For CLERK, in its region.
    async fn register_grower(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The grower to register.")] input: RegisterGrowerInput,
    ) -> Option<Result<RegisterGrowerPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let RegisterGrowerInput { name, display_name, kind, region_code, phone, idempotency_key } = input;
            let mut form = Form::new();
            let region = form.id("regionCode", region_code);
            let change = form.change(idempotency_key, region, |form| {
                Ok(NewGrower {
                    name: form.read("name", name)?,
                    display_name: form.read("displayName", display_name)?,
                    kind: form.take("kind", kind),
                    phone: form.read("phone", phone)?,
                })
            });
            let grower = idempotent_write(ctx, actor, change, growers::to_register, growers::register).await?;
            let database = database(ctx);
            let alike =
                growers::possible_duplicates(database.reader(), actor, &grower, database.clock().today()).await?;
            let possible_duplicates = alike.into_iter().map(Grower::from).collect();
            Ok(RegisterGrowerPayload { grower: grower.into(), possible_duplicates })
        })
        .await
    }

    /// Merges a grower that was registered twice into the other one, which works its plots from today on. What was
    /// recorded shows under both. The one that was merged is not offered for recording any more. Both are registered in
    /// the clerk's region. CONFLICT if one of them was merged already. TOO_COMPLEX beyond 10,000 plots in use. For CLERK.
    async fn merge_growers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The growers to merge.")] input: MergeGrowersInput,
    ) -> Option<Result<MergeGrowersPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let MergeGrowersInput { from_id, into_id, reason, idempotency_key } = input;
            let mut form = Form::new();
            let target = (form.id("fromId", from_id), form.id("intoId", into_id));
            let change = form.change(idempotency_key, target, |form| form.read("reason", reason));
            let merged =
                idempotent_write(ctx, actor, change, grower_corrections::to_merge, grower_corrections::merge).await?;
            let grower = growers::standing(database(ctx).reader(), merged).await?;
            Ok(MergeGrowersPayload { grower: grower.into() })
        })
        .await
    }

    /// Corrects a grower registered in the clerk's region. TOO_COMPLEX if a new kind would affect more than 10,000
    /// plots in use, or if a new name would affect more than 20,000 certificates. For CLERK.
    async fn update_grower(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The corrections.")] input: UpdateGrowerInput,
    ) -> Option<Result<UpdateGrowerPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let UpdateGrowerInput { grower_id, name, display_name, kind, region_code, phone, idempotency_key } = input;
            let mut form = Form::new();
            let target = (form.id("growerId", grower_id), form.id("regionCode", region_code));
            let change = form.change(idempotency_key, target, |form| {
                Ok(GrowerPatch {
                    name: form.read("name", name)?,
                    display_name: form.read("displayName", display_name)?,
                    kind: form.take("kind", kind),
                    phone: form.read("phone", phone)?,
                })
            });
            let grower =
                idempotent_write(ctx, actor, change, grower_corrections::to_correct, grower_corrections::correct)
                    .await?;
            Ok(UpdateGrowerPayload { grower: grower.into() })
        })
        .await
    }
}
