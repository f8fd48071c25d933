//! Growers.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object, SimpleObject};
use uuid::Uuid;

use crate::graphql::{
    connection::{Connection, request},
    content::{Content, word},
    guard::{self, database},
    input,
    mutation::idempotent_write,
    objects::growers::Grower,
};
use domain::{
    grower_corrections::{self, GrowerPatch},
    registers::growers::{self, NewGrower},
};
use store::error::Result;
use types::{GrowerKind, RegionCode, Role};

/// Filters growers. An absent field does not restrict the list.
#[derive(Default, InputObject)]
struct GrowerFilter {
    /// Only growers registered in this region or below it, or with a plot in use there.
    region_code: Option<ID>,
    /// Only growers of this kind.
    kind: Option<GrowerKind>,
    /// Only growers whose name contains this text, 1 to 100 characters.
    name_contains: Option<String>,
    /// Only growers with a plot of this variety in use today.
    variety_code: Option<ID>,
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
                growers::get(database.reader(), &actor.scope(), input::record_id(&id), database.clock().today(), "id")
                    .await?;
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
            let GrowerFilter { region_code, kind, name_contains, variety_code } = filter.unwrap_or_default();
            let name_contains = name_contains.map(|text| input::search("filter.nameContains", &text)).transpose()?;
            let region_code = region_code.map(|code| RegionCode(code.0));
            let filter =
                growers::Filter { region_code, kind, name_contains, variety_code: variety_code.map(|code| code.0) };
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
    /// Mobile or landline number of mainland China. +86, spaces and hyphens are accepted.
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
    /// Mobile or landline number of mainland China. Null removes it.
    phone: MaybeUndefined<String>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of registering a grower.
#[derive(SimpleObject)]
struct RegisterGrowerPayload {
    /// The grower in its current state.
    grower: Grower,
}

/// The result of correcting a grower.
#[derive(SimpleObject)]
struct UpdateGrowerPayload {
    /// The grower in its current state.
    grower: Grower,
}

/// Reads a value of a patch: absent means no change, null removes the value, anything else is parsed.
fn patched<T>(value: MaybeUndefined<String>, read: impl FnOnce(&str) -> Result<T>) -> Result<Option<Option<T>>> {
    match value {
        MaybeUndefined::Undefined => Ok(None),
        MaybeUndefined::Null => Ok(Some(None)),
        MaybeUndefined::Value(text) => Ok(Some(Some(read(&text)?))),
    }
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
            let fields = || {
                let name = input::name("name", &name)?;
                let display_name = display_name.map(|name| input::name("displayName", &name)).transpose()?;
                let phone = phone.map(|phone| input::phone("phone", &phone)).transpose()?;
                Ok(NewGrower { name, display_name, kind, phone })
            };
            let content = |region: &RegionCode, NewGrower { name, display_name, kind, phone }: &NewGrower| {
                let grower =
                    Content::new().with("regionCode", region).with("name", name).maybe("displayName", display_name);
                grower.with("kind", word(*kind)).maybe("phone", phone)
            };
            let grower = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                RegionCode(region_code.0),
                fields(),
                content,
                |txn, actor, region, fields| async move { growers::register(&txn, &actor, region, fields).await },
            )
            .await?;
            Ok(RegisterGrowerPayload { grower: grower.into() })
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
            let fields = || {
                let name = name.map(|name| input::name("name", &name)).transpose()?;
                let display_name = patched(display_name, |name| input::name("displayName", name))?;
                let phone = patched(phone, |phone| input::phone("phone", phone))?;
                Ok(GrowerPatch { name, display_name, kind, phone })
            };
            let target = (input::record_id(&grower_id), region_code.map(|code| RegionCode(code.0)));
            let content = |(id, region): &(Uuid, Option<RegionCode>), patch: &GrowerPatch| {
                let GrowerPatch { name, display_name, kind, phone } = patch;
                let patch = Content::new().with("growerId", id).maybe("regionCode", region).maybe("name", name);
                patch.patched("displayName", display_name).maybe("kind", &kind.map(word)).patched("phone", phone)
            };
            let grower = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                target,
                fields(),
                content,
                |txn, actor, (id, region), fields| async move {
                    grower_corrections::correct(&txn, &actor, id, region, fields).await
                },
            )
            .await?;
            Ok(UpdateGrowerPayload { grower: grower.into() })
        })
        .await
    }
}
